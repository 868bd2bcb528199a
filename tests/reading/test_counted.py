"""What a number counts: the noun, its lemma and its unit."""

import pytest

from tests.reading.reports import figure_of
from tests.reading.test_numbers import case


@pytest.mark.parametrize(
    ("text", "number", "exact", "lemma", "unit"),
    [
        case("The storm killed 14 people.", "14", "people", "person", "person"),
        case("The storm killed 14 more people.", "14", "people", "person", "person"),
        case("The storm killed 14 elderly people.", "14", "people", "person", "person"),
        case("The storm killed 14 internally displaced people.", "14", "people", "person", "person"),
        case("The attack killed 14 Ukrainian soldiers.", "14", "soldiers", "soldier", "person"),
        case("The storm destroyed 120 houses.", "120", "houses", "house", "house"),
        case(
            "Prosecutors opened 230,000 criminal cases.",
            "230,000",
            "criminal cases",
            "criminal case",
            "criminal case",
        ),
        case("Doctors did 40 heart transplants.", "40", "transplants", "transplant", "heart transplant"),
        case("Some 9,000 families were displaced.", "9,000", "families", "family", "family"),
        case("Thousands of soldiers deserted.", "Thousands", "soldiers", "soldier", "person"),
        case("Hundreds of homes were destroyed.", "Hundreds", "homes", "home", "home"),
        case("Two-thirds of households have no water.", "Two-thirds", "households", "household", "household"),
        case("One in five families fled.", "One in five", "families", "family", "family"),
        case("Half of the city's schools were closed.", "Half", "schools", "school", "school"),
        case("About 12 of the town's bridges were destroyed.", "12", "bridges", "bridge", "bridge"),
        case("In the town 70 homes and shops were burned.", "70", "homes and shops", "home and shop", "home and shop"),
        case("The bridge is 350 metres long.", "350", "metres", "metre", "metre"),
        case("Winds reached 120 km/h.", "120", "km/h", "kilometre per hour", "kilometre per hour"),
        case("Damage was put at 3.4bn dollars.", "3.4bn", "dollars", "usd", "USD"),
        case(
            "A 20-storey building collapsed in Lagos.",
            "20",
            "storey",
            "storey",
            "storey",
            wrong="the building is counted, 20 of it",
        ),
        case(
            "A 12-member team searched the ruins.",
            "12",
            "member",
            "member",
            "person",
            wrong="the team is counted, 12 of it",
        ),
        case(
            "An F-16 and two Su-25s were shot down.",
            "two",
            "Su-25s",
            "su-25",
            "su-25",
            wrong="the name is cut at its digits",
        ),
    ],
)
def test_noun_behind_a_number_is_counted(text: str, number: str, exact: str, lemma: str, unit: str) -> None:
    figure = figure_of(text, number)
    assert figure.counted is not None
    assert (figure.counted.exact, figure.counted.lemma, figure.quantity.unit) == (exact, lemma, unit)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        case("The blast left 12 killed, 30 injured and 5 missing.", "30", "person"),
        case("The blast killed 12 and injured 30.", "30", "person"),
        case("At least 120 died in the floods.", "120", "person"),
        case("The blast wounded three soldiers and killed two.", "two", "person"),
        case("No one was killed.", "No one", "person"),
        case("The death toll has risen to 19.", "19", "person"),
        case("About 300 houses were destroyed and another 500 damaged.", "500", "house"),
        case(
            "The camp was built for 5,000 people but houses 35,000.",
            "35,000",
            "person",
            wrong="'houses' is no verb to the tagger",
        ),
        case("The 20-storey building collapsed, killing 11.", "11", "person"),
        case("Cases fell 20% to 4,500.", "4,500", "case", wrong="the level behind a change is lost"),
        case("Lawmakers voted 312 to 98 to pass the bill.", "312", "vote", wrong="votes have no unit"),
    ],
)
def test_left_out_noun_is_filled_in(text: str, number: str, unit: str) -> None:
    figure = figure_of(text, number)
    assert figure.quantity.unit == unit


def test_noun_left_out_after_a_sentence_is_taken_from_it() -> None:
    figure = figure_of("In October 21,600 soldiers deserted. An estimated 180,000 have left since.", "180,000")
    assert figure.quantity.unit == "person"
    assert figure.counted is not None
    assert figure.counted.exact == "soldiers"


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        case("The firm paid $3 million.", "3 million", "USD"),
        case("The firm paid €3 million.", "3 million", "EUR"),
        case("The firm paid £3m.", "3m", "GBP"),
        case("The firm paid HK$28 billion.", "28 billion", "HKD"),
        case("Petrol costs $3 per gallon.", "3", "USD per gallon"),
        case(
            "The state allocated Rs 25 crore for relief.",
            "25 crore",
            "INR",
        ),
        case("The state allocated Rs. 25 crore for relief.", "25 crore", "INR"),
        case("Damage is put at between $1.5bn and $2bn.", "1.5bn and $2bn", "USD"),
    ],
)
def test_money_is_counted_in_its_currency(text: str, number: str, unit: str) -> None:
    assert figure_of(text, number).quantity.unit == unit
