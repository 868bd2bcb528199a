"""The eight aspects, the period of a rate and the direction of a change."""

import pytest

from sayso.model import Aspect
from tests.reading.reports import figure_of
from tests.reading.test_numbers import case


@pytest.mark.parametrize(
    ("text", "number", "aspect"),
    [
        case("The storm killed 14 people.", "14", "flow"),
        case("In October 21,600 soldiers deserted.", "21,600", "flow"),
        case("Police arrested 30 people on Tuesday.", "30", "flow"),
        case("Since January 180,000 soldiers have deserted.", "180,000", "cumulative"),
        case("The death toll has risen to 19.", "19", "cumulative"),
        case("So far 300 houses have been destroyed.", "300", "cumulative"),
        case("In total 300 houses have been destroyed.", "300", "cumulative"),
        case("Another two died, bringing the total to 25.", "25", "cumulative"),
        case("Thousands of refugees live in camps.", "Thousands", "stock"),
        case("The camp hosts 35,000 refugees.", "35,000", "stock"),
        case("Twelve people are missing.", "Twelve", "stock"),
        case("The city has a population of 2.5 million.", "2.5 million", "stock"),
        case("About 212 patients are in hospital.", "212", "stock"),
        case("Some 15,000 soldiers desert every month.", "15,000", "rate"),
        case("About 90 patients are admitted every day.", "90", "rate"),
        case("Around 200 people a day cross the border.", "200", "rate"),
        case("The monthly average is 200 cases.", "200", "rate"),
        case("Some 40 per cent of adults oppose it.", "40 per cent", "share"),
        case("One in five families fled.", "One in five", "share"),
        case("Two-thirds of the houses were destroyed.", "Two-thirds", "share"),
        case("The storm destroyed 120 houses (12% of the homes in Dorn).", "12%", "share"),
        case("Unemployment fell by 0.5 per cent.", "0.5 per cent", "change"),
        case("Interest rates rose 25 basis points.", "25", "change"),
        case("The number of cases rose by 300.", "300", "change"),
        case("The number of cases rose by 300 cases.", "300", "change"),
        case("Winds reached 120 km/h.", "120", "measurement"),
        case("The bridge is 350 metres long.", "350", "measurement"),
        case("About 212 mm of rain fell on Monday.", "212", "measurement"),
        case("The UN needs $1.2 billion.", "1.2 billion", "other"),
        case("The firm paid $3 million.", "3 million", "other"),
        case("Three more people were killed on Monday, bringing the total to 25.", "Three", "flow"),
        case("The toll climbed from 120 to 150 overnight.", "150", "cumulative"),
        case("As of Tuesday 19 people have died.", "19", "cumulative"),
        case("Six camps are still open.", "Six", "stock"),
        case("Some 900 homes were without power on Sunday.", "900", "stock"),
        case("More than 700 shops lost power in the storm.", "700", "flow"),
        case("Up to 5,000 people are at risk as the river rises.", "5,000", "stock"),
        case("The blaze has cost $60 million to fight.", "60 million", "cumulative"),
        case("The works will cost $60 million.", "60 million", "other"),
        case("About 30 camps have been set up to accommodate the homeless.", "30", "flow"),
        case("The hall can accommodate 300 people.", "300", "other"),
        case("Tents were bought to accommodate 300 people.", "300", "other"),
        case("Two roads have been closed by mud.", "Two", "stock"),
        case("Two roads were closed by mud.", "Two", "flow"),
        case("The gale destroyed 700 hectares of rice in 12 villages.", "12", "flow"),
        case("As of 7 May, 31 people were injured.", "31", "cumulative"),
        case("The latest official figures show 31 deaths.", "31", "cumulative"),
        case("There are 800 soldiers assigned to the dam.", "800", "stock"),
        case("There were 12 people killed in Dorn.", "12", "flow"),
        case("Storms left 700 people in need of food.", "700", "stock"),
        case("More than 700 people left the valley.", "700", "flow"),
        case("Some 900 people have been evacuated and are now staying in schools.", "900", "stock"),
        case("Some 900 people have been evacuated and 40 are in hospital.", "900", "flow"),
        case("Six villages are now cut off.", "Six", "stock"),
        case("Six bridges are also threatened.", "Six", "stock"),
        case("The ministry awarded 12 contracts.", "12", "flow"),
        case("Scores of people die every year in landslides.", "Scores", "rate"),
        case("About 30 people died on a day in May.", "30", "flow"),
        case("In four towns 60 people were arrested.", "four", "flow"),
        case("The mayors of four towns were told that 60 people had died.", "60", "flow"),
        case("The shock was 5.3 on the Richter scale.", "5.3", "measurement"),
        case("The quake had a magnitude of 6.1 and killed three.", "6.1", "measurement"),
        case("The winter may bring 5% less snow than usual.", "5%", "change"),
        case("Dorn had 80 millimetres more rain than in May.", "80", "change"),
        case("Some 5% of homes are less than a year old.", "5%", "share"),
    ],
)  # fmt: skip
def test_words_tell_what_kind_of_figure_it_is(text: str, number: str, aspect: Aspect) -> None:
    assert figure_of(text, number).aspect == aspect


@pytest.mark.parametrize(
    ("text", "per"),
    [
        case("Some 15 people die every hour.", "PT1H"),
        case("Some 15 people die every day.", "P1D"),
        case("Some 15 people die per day.", "P1D"),
        case("Some 15 people die daily.", "P1D"),
        case("Some 15 people die each week.", "P1W"),
        case("Some 15 people die a month.", "P1M"),
        case("Some 15 people die monthly.", "P1M"),
        case("Every month 15 people die.", "P1M"),
        case("Some 15 people die each quarter.", "P3M"),
        case("Some 15 people die per year.", "P1Y"),
        case("Some 15 people die annually.", "P1Y"),
        case("One person dies every 30 seconds.", "PT30S"),
        case("Some 15 people die every two weeks.", "P2W"),
    ],
)
def test_rate_has_its_period(text: str, per: str) -> None:
    number = "One" if text.startswith("One") else "15"
    figure = figure_of(text, number)
    assert (figure.aspect, figure.per) == ("rate", per)


@pytest.mark.parametrize(
    "text",
    [
        "Some 15 people died a month ago.",
        "Some 15 people died a day earlier.",
        "Some 15 people died a year after the war.",
    ],
)
def test_point_in_time_is_no_rate(text: str) -> None:
    figure = figure_of(text, "15")
    assert (figure.aspect, figure.per) == ("flow", None)


@pytest.mark.parametrize(
    ("text", "number", "direction"),
    [
        ("Profit rose 12%.", "12%", "up"),
        ("Profit fell 12%.", "12%", "down"),
        ("Profit fell by 12%.", "12%", "down"),
        ("Profit was up 12%.", "12%", "up"),
        ("There was a 12% drop in profit.", "12%", "down"),
        ("Spending rose by $300.", "300", "up"),
        ("There was an increase of 12% in cases.", "12%", "up"),
        ("Some 12% of adults oppose it.", "12%", None),
        ("The death toll rose to 300.", "300", None),
    ],
)
def test_change_has_its_direction(text: str, number: str, direction: str | None) -> None:
    figure = figure_of(text, number)
    assert figure.quantity.direction == direction
    assert (figure.aspect == "change") == (direction is not None)


@pytest.mark.parametrize(
    ("text", "number", "aspect"),
    [
        case("The ministry recorded 300 measles cases in Dorn in June.", "300", "flow"),
        case("The ministry knew of 300 measles cases since June.", "300", "cumulative"),
        case("There were 300 active measles cases in June.", "300", "stock"),
        case("As of 10 November, the flood had killed 34 people.", "34", "cumulative"),
        case("By 10 November, 34 arrests had been made.", "34", "cumulative"),
        case("As of 10 November, 34 roads were blocked.", "34", "stock"),
    ],
)
def test_time_of_a_count_tells_what_came_from_what_was_there(text: str, number: str, aspect: Aspect) -> None:
    assert figure_of(text, number).aspect == aspect
