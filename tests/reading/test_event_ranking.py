"""Which word is the event where the rules alone do not tell."""

import pytest

from sayso.reading.event_candidates import Candidate
from sayso.reading.event_ranking import Option, best_option
from tests.reading.reports import figure_of
from tests.reading.test_numbers import case


def test_best_option_takes_the_features_that_weigh_most() -> None:
    nothing = Option(None, ["0", "0 after of"])
    verb = Option(Candidate(1, "kill", "strong"), ["rule strong verb", "B strong"])
    assert best_option({"0": 1.0, "rule strong verb": 0.5, "B strong": 0.75}, [nothing, verb]) is verb
    assert best_option({"0": 1.0, "0 after of": 1.0, "B strong": 0.75}, [nothing, verb]) is nothing


def test_best_option_takes_the_first_of_equals() -> None:
    nothing, verb = Option(None, ["0"]), Option(Candidate(1, "kill", "strong"), ["B strong"])
    assert best_option({}, [nothing, verb]) is nothing


@pytest.mark.parametrize(
    ("text", "number", "lemma"),
    [
        case("The fire quickly spread to about 300 hectares of pine.", "300", "spread"),
        case("The blaze is being fought by about 450 crew members.", "450", "fight"),
        case("Twelve shops, a chapel and a mill were lost in the flood.", "Twelve", "lose"),
        case("More than 90 houses, sheds and barns in Dorn were destroyed by the gale.", "90", "destroy"),
        case("Some 35 families in Dorn have become homeless.", "35", "homeless"),
        case("Four climbers went missing on Tuesday.", "Four", "miss"),
        case("Nearly 700 people are still in camps.", "700", "shelter"),
        case("Over 700 hectares of maize are under water.", "700", "flood"),
        case("About 700 villagers are in urgent need of water.", "700", "need"),
        case("Residents of 80 homes were told to evacuate.", "80", "order to evacuate"),
        case("The rains forced more than 600 people to be evacuated.", "600", "evacuate"),
        case("Half of them have been allowed to return.", "Half", "return"),
        case("The firm lost 23 million yuan (HK$28 million) in damage.", "23 million", "damage"),
        case("The town saw 72 mm of rain in a day.", "72", "rain"),
        case("The mayor of Dorn, a town of about 3,000 people, resigned.", "3,000", "live"),
        case("Some 900 homes were without power on Sunday.", "900", "lose power"),
        case("About 60 farms still have no electricity.", "60", "lose power"),
        case("More than 700 shops lost power in the storm.", "700", "lose power"),
        case("Up to 5,000 people are at risk as the river rises.", "5,000", "at risk"),
        case("Six camps are still open.", "Six", "open"),
        case("The town saw 90 mm of rain fall in a day.", "90", "fall"),
        case("About 40 soldiers dug through the mud.", "40", "dig"),
        case("Some 70 people without food were rescued.", "70", "rescue"),
        case("The storm killed 14 people and the roads are icy.", "14", "kill"),
        case("Forty large houses were flooded.", "Forty", "flood"),
        case("The crews fed over 600 guests with cooked rice.", "600", "feed"),
    ],
)
def test_the_likeliest_word_is_the_event(text: str, number: str, lemma: str) -> None:
    event = figure_of(text, number).event
    assert event is not None
    assert event.lemma == lemma


@pytest.mark.parametrize(
    ("text", "number"),
    [
        case("At least 24 people were killed in two villages.", "two"),
        case("The gale flattened trees in Dorn, 160 km north of the capital.", "160"),
        case("The two lakes are only 2 km apart.", "2"),
    ],
)
def test_nothing_is_said_of_places_and_distances(text: str, number: str) -> None:
    assert figure_of(text, number).event is None
