"""Low, best, high and what the words convey, against the arithmetic worked out by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Quantity
from sayso.reading.bounds import find_bound
from sayso.reading.numbers import find_numerals
from sayso.reading.quantities import half_step, make_quantity, plain


def quantity_of(text: str) -> Quantity:
    """The quantity of the first number of a text."""
    numeral = find_numerals(text)[0]
    return make_quantity(text, numeral, find_bound(text, numeral, 0), unit=None)


@pytest.mark.parametrize(
    ("text", "low", "best", "high", "granularity"),
    [
        ("21,600 soldiers", 21_600, 21_600, 21_600, 100),
        ("an estimated 180,000 soldiers", 175_000, 180_000, 185_000, 10_000),
        ("about 100 people", 75, 100, 125, 100),  # half a step is 250: a quarter of the value caps it
        ("about 50 people", 37.5, 50, 62.5, 10),
        ("about 23 people", 22.5, 23, 23.5, 1),
        ("nearly 48,000 people", 47_000, 48_000, 48_000, 1_000),
        ("15,000 to 18,000 people", 15_000, 16_500, 18_000, 1_000),
        ("hundreds of people", 200, None, None, 100),
        ("over 230,000 people", 230_000, None, None, 10_000),
        ("up to 230,000 people", None, None, 230_000, 10_000),
        ("no one", 0, 0, 0, 1),
        ("40% of them", 0.4, 0.4, 0.4, 0.1),
        ("1.2 million people", 1_200_000, 1_200_000, 1_200_000, 100_000),
        ("minus 40 degrees", -40, -40, -40, 10),
        ("0 people", 0, 0, 0, 1),
    ],
)
def test_words_give_low_best_and_high(
    text: str, low: float | None, best: float | None, high: float | None, granularity: float
) -> None:
    quantity = quantity_of(text)
    assert (quantity.low, quantity.best, quantity.high, quantity.granularity) == (low, best, high, granularity)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("over 230,000 people", None, 240_000),  # 5 x 10,000 does not divide it: one step
        ("over 250,000 people", None, 300_000),  # 5 x 10,000 does: five steps
        ("at least 230,000 people", None, 250_000),
        ("under 230,000 people", 220_000, None),
        ("up to 230,000 people", 210_000, None),
        ("fewer than 50 people", 0, None),
        ("21,600 people", None, None),
        ("about 21,600 people", None, None),
        ("15,000 to 18,000 people", None, None),
        ("thousands of people", None, None),
    ],
)
def test_bound_conveys_less_than_the_next_round_number(text: str, low: float | None, high: float | None) -> None:
    quantity = quantity_of(text)
    assert (quantity.conveyed_low, quantity.conveyed_high) == (low, high)


def test_open_ends_stay_open() -> None:
    assert quantity_of("over 230,000").high is None
    assert quantity_of("up to 230,000").low is None
    assert quantity_of("dozens of people").high is None


def test_words_are_kept_with_their_bound() -> None:
    assert quantity_of("well over 230,000 people").as_written == "well over 230,000"
    assert quantity_of("between 3 and 5 people").as_written == "between 3 and 5"


@pytest.mark.parametrize(
    ("value", "grid", "step"), [(180_000, 10_000, 10_000), (50, 10, 50), (230_000, 10_000, 10_000), (15, 1, 5)]
)
def test_half_step_is_five_where_five_divides(value: int, grid: int, step: int) -> None:
    assert half_step(Fraction(value), Fraction(grid)) == step


def test_whole_fractions_become_whole_numbers() -> None:
    assert plain(Fraction(4, 2)) == 2
    assert isinstance(plain(Fraction(4, 2)), int)
    assert plain(Fraction(1, 2)) == 0.5
    assert plain(None) is None


BOUNDS = [
    "",
    "about ",
    "nearly ",
    "over ",
    "at least ",
    "up to ",
    "under ",
    "an estimated ",
    "some ",
    "more than ",
    "no more than ",
    "between 1 and ",
]


@given(st.sampled_from(BOUNDS), st.integers(0, 10**12))
def test_low_best_and_high_are_in_order(words: str, number: int) -> None:
    quantity = quantity_of(f"{words}{number:,} people")
    ends = [end for end in (quantity.low, quantity.best, quantity.high) if end is not None]
    assert ends == sorted(ends)
    assert ends
    if quantity.low is not None and quantity.conveyed_high is not None:
        assert quantity.low < quantity.conveyed_high
    if quantity.high is not None and quantity.conveyed_low is not None:
        assert 0 <= quantity.conveyed_low <= quantity.high


@given(st.sampled_from(["about ", "nearly ", "some "]), st.integers(1, 10**9))
def test_about_a_positive_number_is_positive(words: str, number: int) -> None:
    low = quantity_of(f"{words}{number:,} people").low
    assert low is not None
    assert low >= 0


@pytest.mark.parametrize("words", ["about", "nearly"])
def test_ends_of_a_negative_number_are_in_order(words: str) -> None:
    quantity = quantity_of(f"{words} minus 40 degrees")
    assert quantity.low is not None
    assert quantity.high is not None
    assert quantity.low <= -40 <= quantity.high
