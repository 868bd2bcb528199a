"""Measures: figures find the measure of their codebook, or none."""

import pytest

from tests.reading.reports import figure_of
from tests.reading.test_numbers import case


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        case("The storm killed 14 people.", "14", "killed"),
        case("At least 14 soldiers died.", "14", "killed"),
        case("The storm injured 14 people.", "14", "injured"),
        case("Twelve people are missing.", "Twelve", "missing"),
        case("Some 300,000 people have been displaced.", "300,000", "displaced"),
        case("Some 9,000 families have been displaced.", "9,000", "households_displaced"),
        case("Police arrested 30 people.", "30", "arrested"),
        case("Police arrested 30 protesters.", "30", "arrested"),
        case("About 120 houses were destroyed.", "120", "houses_destroyed"),
        case("About 120 houses were damaged.", "120", "houses_damaged"),
        case("In October 21,600 soldiers deserted.", "21,600", "desertion"),
        case("Prosecutors opened 230,000 criminal cases for absence without leave.", "230,000", "awol_case"),
        case("The ministry reported 1,340 cases of cholera.", "1,340", "disease_cases"),
        case("The fire burned 900 hectares of forest.", "900", "area_burned"),
        case("About 300 hectares of rice paddy were damaged.", "300", "crops_lost"),
        case("The flood swept away 12 bridges.", "12", "bridges_damaged"),
        case("A magnitude 6.2 quake shook the coast.", "6.2", "magnitude"),
        case("Some 220 millimetres of rain fell overnight.", "220", "rainfall"),
        case("The storm left 40,000 customers without power.", "40,000", "without_power"),
        case("The storm left 40,000 homes without power.", "40,000", "without_power"),
        case("The airline cancelled 60 flights.", "60", "flights_cancelled"),
        case("Some 3,000 people have left their homes.", "3,000", "displaced"),
        case("Jets carried out 14 air strikes.", "14", "airstrikes"),
        case("The court convicted 14 people.", "14", "convicted"),
        case("The company lost 12 customers.", "12", None),
        case("The treaty has 32 members.", "32", None),
        case("The war killed 14 horses.", "14", None),
        case("In court 14 cases were heard.", "14", None),
    ],
)  # fmt: skip
def test_thing_and_event_give_the_measure(text: str, number: str, measure: str | None) -> None:
    assert figure_of(text, number).measure == measure


@pytest.mark.parametrize(
    ("text", "number", "aspect"),
    [
        case("The fire burned 900 hectares of forest.", "900", "measurement"),
        case("The storm left 40,000 customers without power.", "40,000", "stock"),
        case("The storm killed 14 people.", "14", "flow"),
    ],
)
def test_measure_gives_the_aspect_that_the_words_leave_open(text: str, number: str, aspect: str) -> None:
    assert figure_of(text, number).aspect == aspect
