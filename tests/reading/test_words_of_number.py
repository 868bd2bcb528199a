"""Number words against their values."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.words_of_number import parse_spelled

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int, *, has_and: bool, dash: str) -> str:
    """A number below a billion in words, written here on its own: no code of the grammar is used."""
    for size, name in ((10**6, "million"), (1_000, "thousand")):
        if number >= size:
            head, rest = divmod(number, size)
            joint = " and " if has_and and 0 < rest < 100 else " "
            tail = f"{joint}{spell(rest, has_and=has_and, dash=dash)}" if rest else ""
            return f"{spell(head, has_and=has_and, dash=dash)} {name}{tail}"
    if number >= 100:
        rest = number % 100
        joint = " and " if has_and else " "
        return f"{UNITS[number // 100]} hundred" + (f"{joint}{spell(rest, has_and=has_and, dash=dash)}" if rest else "")
    if number >= 20:
        return TENS[number // 10 - 2] + (f"{dash}{UNITS[number % 10]}" if number % 10 else "")
    return UNITS[number]


@given(st.integers(0, 999_999_999), st.booleans(), st.sampled_from(["-", " ", "\u2011"]))
def test_number_in_words_reads_back_as_itself(number: int, has_and: bool, dash: str) -> None:
    words = spell(number, has_and=has_and, dash=dash)
    assert parse_spelled(words, 0) == (Fraction(number), len(words))


@given(st.integers(0, 999_999_999))
def test_capitals_do_not_change_a_number(number: int) -> None:
    words = spell(number, has_and=True, dash="-")
    assert parse_spelled(words.upper(), 0) == parse_spelled(words, 0)


@pytest.mark.parametrize(
    ("words", "value", "taken"),
    [
        ("seven villages", 7, "seven"),
        ("a hundred people", 100, "a hundred"),
        ("a hundred and fifty people", 150, "a hundred and fifty"),
        ("a hundred thousand people", 100_000, "a hundred thousand"),
        ("fourteen hundred people", 1_400, "fourteen hundred"),
        ("two dozen houses", 24, "two dozen"),
        ("half a dozen houses", 6, "half a dozen"),
        ("a dozen houses", 12, "a dozen"),
        ("half a million people", 500_000, "half a million"),
        ("half-a-million people", 500_000, "half-a-million"),
        ("a half million people", 500_000, "a half million"),
        ("half million people", 500_000, "half million"),
        ("a quarter of a million people", 250_000, "a quarter of a million"),
        ("three lakh people", 300_000, "three lakh"),
        ("two crore people", 2 * 10**7, "two crore"),
        ("one trillion dollars", 10**12, "one trillion"),
        ("twenty one people", 21, "twenty one"),
        ("twenty\u00ad-one people", 21, "twenty\u00ad-one"),
    ],
)
def test_words_that_open_a_phrase_give_their_value(words: str, value: int, taken: str) -> None:
    assert parse_spelled(words, 0) == (Fraction(value), len(taken))


@pytest.mark.parametrize(
    ("words", "value", "taken"),
    [
        ("five six seven", 5, "five"),  # a count, not 567
        ("two and three", 2, "two"),
        ("a hundred and many", 100, "a hundred"),
        ("a dozen and two", 12, "a dozen"),
        ("twenty ten", 20, "twenty"),
    ],
)
def test_words_that_cannot_go_on_a_number_are_left(words: str, value: int, taken: str) -> None:
    assert parse_spelled(words, 0) == (Fraction(value), len(taken))


@pytest.mark.parametrize("words", ["hundred", "million people", "and one", "a house", "", "onetime", "tenant", "tend"])
def test_other_words_are_no_number(words: str) -> None:
    assert parse_spelled(words, 0) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [("one and a half million", 1_500_000), ("two and a half million", 2_500_000), ("two and a half thousand", 2_500)],
)
def test_half_behind_a_number_is_added(words: str, value: int) -> None:
    assert parse_spelled(words, 0) == (Fraction(value), len(words))
