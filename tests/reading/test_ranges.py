"""Two numbers that are one range, and two that are not."""

import pytest

from sayso.reading import find_numerals, find_quantities
from tests.reading.reports import values_of


@pytest.mark.parametrize(
    ("text", "written", "low", "high"),
    [
        ("30 centimetres to one metre of snow", "30 centimetres to one metre", 30, 100),
        ("between 20 minutes and two hours", "20 minutes and two hours", 20, 120),
        ("10 km to 20 km of road", "10 km to 20 km", 10, 20),
        ("no fewer than 300 and no more than 400 guests", "300 and no more than 400", 300, 400),
        ("at least 12 but fewer than 20 boats", "12 but fewer than 20", 12, 20),
        ("two- to three-year terms", "two- to three", 2, 3),
        ("a 0-to-60-mph sprint", "0-to-60", 0, 60),
        ("going from 0 to 60 mph", "0 to 60", 0, 60),
        ("between about 30 and 50 boats", "30 and 50", 30, 50),
        ("between 30 and as many as 50 boats", "30 and as many as 50", 30, 50),
        ("from CHF 3 million to CHF 5 million", "3 million to CHF 5 million", 3_000_000, 5_000_000),
        ("$2-3m in aid", "2-3m", 2_000_000, 3_000_000),
    ],
)
def test_two_numbers_make_a_range(text: str, written: str, low: int, high: int) -> None:
    assert values_of(text) == [(written, low, high)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The levy rose by 5 km to 10 km.", [5, 10]),
        ("Shares gained 20 cents to 30 dollars.", [20, 30]),
        ("At least 3 people died and up to 40 were hurt.", [3, 40]),
        ("From 20 miles the range grew to 30 miles.", [20, 30]),
        ("20 hours and two metres", [20, 2]),
        ("The index fell from 0 to 60 below.", [0, 60]),
        ("The count jumped by 140 to 270 from 180.", [140, 270, 180]),
        ("Fees rose by $3 to $5 from 1 May.", [3, 1]),
    ],
)
def test_levels_and_lists_stay_apart(text: str, values: list[int]) -> None:
    assert [low for _, low, _ in values_of(text)] == values


def test_range_with_two_units_is_given_in_the_first() -> None:
    (figure,) = find_quantities("Snow of 30 centimetres to one metre is expected.")
    quantity = figure.quantity
    assert (quantity.low, quantity.high, quantity.unit, quantity.bound) == (30, 100, "centimetre", "range")
    assert figure.counted is not None
    assert figure.counted.exact == "centimetres"


def test_year_in_front_of_to_is_left_to_the_calendar() -> None:
    text = "Sales rose 60% in 2018 to 3.9 million phones."
    assert [figure.span.exact for figure in find_quantities(text)] == ["60%", "3.9 million"]


@pytest.mark.parametrize(
    "text", ["1 to " * 2_000, "between 1 and " * 2_000, "1 km to " * 1_500, "at least 1 and no more than " * 800]
)
def test_endless_chain_is_read_in_time(text: str) -> None:
    assert find_numerals(text)
