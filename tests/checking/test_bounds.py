from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.checking.bounds import Reach, find_conveyed, find_grid, find_reach, make_fraction
from tests.checking.making import make_quantity


def make_reach(low: int | None, high: int | None) -> Reach:
    return Reach(None if low is None else Fraction(low), None if high is None else Fraction(high))


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (make_quantity(21600), 21550, 21650),
        (make_quantity(180000), 175000, 185000),
        (make_quantity(15000, to=18000), 14500, 18500),
        (make_quantity(230000, "more_than"), 230000, None),
        (make_quantity(500, "at_least"), 500, None),
        (make_quantity(500, "less_than"), 0, 500),
        (make_quantity(100, "about"), 75, 125),
        (make_quantity(180000, "about"), 170000, 190000),
        (make_quantity(0), 0, Fraction(1, 2)),
        (make_quantity(12), Fraction(23, 2), Fraction(25, 2)),
    ],
)
def test_reach_is_what_the_words_allow(quantity: Any, low: Any, high: Any) -> None:
    assert find_reach(quantity) == make_reach(low, high)


def test_conveyed_end_is_the_next_rounder_number() -> None:
    assert find_conveyed(make_quantity(230000, "more_than")) == make_reach(None, 240000)
    assert find_conveyed(make_quantity(500, "at_least")) == make_reach(None, 1500)
    assert find_conveyed(make_quantity(500, "less_than")) == make_reach(0, None)
    assert find_conveyed(make_quantity(500)) == Reach(None, None)


def test_estimates_reach_as_far_as_about() -> None:
    assert find_reach(make_quantity(180000), is_estimate=True) == make_reach(170000, 190000)


def test_vague_numbers_have_no_reach() -> None:
    quantity = make_quantity(2000, "vague")
    assert find_reach(quantity) is None


@given(st.integers(0, 10**12), st.sampled_from(["exact", "about", "at_least", "more_than", "at_most", "less_than"]))
def test_every_reach_holds_the_number_said(value: Any, bound: Any) -> None:
    reach = find_reach(make_quantity(value, bound))
    assert reach is not None
    assert reach.low is None or reach.low <= value
    assert reach.high is None or value <= reach.high


@given(st.integers(1, 10**12), st.integers(-6, 6))
def test_grid_divides_and_ten_grids_do_not(value: Any, power: Any) -> None:
    number = Fraction(value) * Fraction(10) ** power
    grid = find_grid(number)
    assert (number / grid).denominator == 1
    assert (number / (grid * 10)).denominator != 1


def test_fractions_are_as_written() -> None:
    assert make_fraction(0.1) == Fraction(1, 10)
    assert make_fraction(1.2e6) == 1_200_000


def test_numbers_beyond_all_counting_have_no_reach() -> None:
    assert find_reach(make_quantity(10**30)) is not None
    assert find_reach(make_quantity(10**31)) is None
