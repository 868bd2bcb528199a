"""What happened to the counted thing."""

import pytest

from tests.reading.reports import figure_of, numbers_of
from tests.reading.test_numbers import case


@pytest.mark.parametrize(
    ("text", "number", "exact", "lemma"),
    [
        # verbs and participles behind
        case("At least 14 people were killed in the blast.", "14", "killed", "kill"),
        case("At least 14 people died in the blast.", "14", "died", "die"),
        case("Some 300,000 people have been displaced by the war.", "300,000", "displaced", "displace"),
        case("Some 300,000 people have fled the war.", "300,000", "fled", "flee"),
        case("Some 300 people, including 20 women, were arrested.", "300", "arrested", "arrest"),
        case("Some 300 people who had fled were sent back.", "300", "fled", "flee"),
        case("About 300 houses in three villages were destroyed.", "300", "destroyed", "destroy"),
        case("Between 15,000 and 18,000 soldiers desert every month.", "15,000 and 18,000", "desert", "desert"),
        case("Some 14 people are feared dead.", "14", "dead", "die"),
        case("Some 14 people are reported missing.", "14", "missing", "miss"),
        case("Some 14 people were forced to flee.", "14", "flee", "flee"),
        case("Some 14 families were forced from their homes.", "14", "forced", "displace"),
        case("Some 14 people suffered gunshot wounds.", "14", "suffered", "injure"),
        case("Twelve people were left homeless.", "Twelve", "homeless", "homeless"),
        # states
        case("The storm left 14 people dead.", "14", "dead", "die"),
        case("The storm left 300 families homeless.", "300", "homeless", "homeless"),
        case("The blast left 12 killed, 30 injured and 5 missing.", "30", "injured", "injure"),
        case("The blast left 12 killed, 30 injured and 5 missing.", "5", "missing", "miss"),
        case("The camp holds 14 displaced families.", "14", "displaced", "displace"),
        # verbs in front
        case("The storm killed 14 people.", "14", "killed", "kill"),
        case("The attack wounded at least 27 others.", "27", "wounded", "wound"),
        case("A bus crash kills 14 pupils.", "14", "kills", "kill"),
        case("The storm destroyed an estimated 120 houses.", "120", "destroyed", "destroy"),
        case("The war has claimed 80 lives.", "80", "claimed", "kill"),
        case("Police arrested 30 protesters.", "30", "arrested", "arrest"),
        case("The army rescued 640 people.", "640", "rescued", "rescue"),
        # nouns
        case("The death toll has risen to 19.", "19", "toll", "die"),
        case("The death toll from two blasts near a school in the old town and a mosque in Homs rose to 32.", "32", "toll", "die"),
        case("The death toll among evacuees at the gate stands at 70.", "70", "toll", "die"),
        case("The raid led to the martyrdom of 3 citizens.", "3", "martyrdom", "martyr"),
        case("The clash left 23 civilians - including nine children - dead.", "23", "dead", "die"),
        case("The spokesman said 23 civilians were among the dead.", "23", "dead", "die"),
        case("The clash left 23 civilians and 16 soldiers dead.", "23", "dead", "die"),
        case("At least 14 of the dead were rebels.", "14", "dead", "die"),
        case("Rebels kill 83 injured 40 fighters in two days.", "83", "kill", "kill"),
        case("Officials confirmed 14 deaths.", "14", "deaths", "die"),
        case("The storm led to the evacuation of 53 residents.", "53", "evacuation", "evacuate"),
        case("Officials counted 91 arrests.", "91", "arrests", "arrest"),
        case("The village is home to 300 people.", "300", "home", "live"),
        # parts and coordination
        case("The attack killed 14 people, including three children.", "three", "killed", "kill"),
        case("At least 120 people died, of whom 40 were children.", "40", "died", "die"),
        case("Six bridges and 15 km of road have been damaged.", "Six", "damaged", "damage"),
        case("Clashes killed 5 soldiers, 3 militants and a civilian.", "3", "killed", "kill"),
        case("The fire destroyed 120 houses, 14 shops and a school.", "14", "destroyed", "destroy"),
        case(
            "Twelve people were killed and 20 others, three of them seriously, were injured.", "20", "injured", "injure",
        ),
        case("The group said 1,200 people, or 300 families, had returned.", "1,200", "returned", "return"),
        case("The agency said 1,200 people, or about 300 families, live in the flooded plain.", "1,200", "live", "live"),
        case("The agency said 1,200 people, or about 300 families, live in the flooded plain.", "300", "live", "live"),
        case("Officials said 1,200 people, or about 300 families, remain in the flooded villages.", "1,200", "remain", "remain"),
        case("Police say 40 officers, or roughly 12 crews, resigned.", "40", "resigned", "resign"),
        case("The army moved 1,200 people, or about 300 families, to safety.", "1,200", "moved", "move"),
        case("The storm killed 14 people, or three families, officials said.", "three", "killed", "kill"),
        case("Officials said 1,200 people, or about 300 families, live near the dam.", "1,200", "live", "live", wrong="'live' is an adverb to the tagger"),
        case("Around 200 people a day cross the border.", "200", "cross", "cross", wrong="'a day' hides the verb"),
        case("An officer said 35,000 soldiers a month desert.", "35,000", "desert", "desert", wrong="'a month' hides the verb"),
        case("One hundred thousand protesters, 20,000 of them students, marched.", "One hundred thousand", "marched", "march", wrong="a part in commas hides the verb"),
        case("More than 20,000 were injured and 300,000 more fled.", "300,000", "fled", "flee"),
    ],
)  # fmt: skip
def test_event_is_found(text: str, number: str, exact: str, lemma: str) -> None:
    event = figure_of(text, number).event
    assert event is not None
    assert (event.exact, event.lemma) == (exact, lemma)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        case("The city has 300 schools.", "300"),
        case("The treaty has 32 members.", "32"),
        case("Police said 11 of 14 hostages were freed.", "14"),
        case("Four of the ten hostages were freed.", "ten"),
        case("Nearly 1,000 of the 12,000 refugees have returned.", "12,000"),
    ],
)
def test_nothing_happened_to_the_whole(text: str, number: str) -> None:
    assert figure_of(text, number).event is None


@pytest.mark.parametrize(
    "text",
    [
        "Not one of the 12 passengers survived.",
        "None of the 40 passengers was hurt.",
        "Neither of the two pilots survived.",
        "The first of three suspects was arrested.",
    ],
)
def test_event_of_none_is_not_said_of_all(text: str) -> None:
    number = next(number for number in ("12", "40", "two", "three") if number in text)
    assert figure_of(text, number).event is None


@pytest.mark.parametrize(
    "text", ["The death toll rose from 12 to 19 on Tuesday.", "The death toll rose to 19 from 12."]
)
def test_both_levels_of_a_toll_are_kept(text: str) -> None:
    assert sorted(numbers_of(text)) == ["12", "19"]
