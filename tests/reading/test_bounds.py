"""Bound words around a number against what they claim."""

import pytest

from sayso.model import Bound
from sayso.reading import find_quantities
from sayso.reading.bounds import BoundWords, find_bound
from sayso.reading.numbers import find_numerals
from tests.reading.reports import figure_of
from tests.reading.test_numbers import case


def bound_of(text: str) -> BoundWords:
    """The bound of the first number of a text."""
    return find_bound(text, find_numerals(text)[0], 0)


@pytest.mark.parametrize(
    ("text", "bound", "written"),
    [
        case("In all 300 people", "exact", "300"),
        case("exactly 300 people", "exact", "300"),
        case("about 300 people", "about", "about 300"),
        case("around 300 people", "about", "around 300"),
        case("approximately 300 people", "about", "approximately 300"),
        case("roughly 300 people", "about", "roughly 300"),
        case("some 300 people", "about", "some 300"),
        case("an estimated 300 people", "about", "an estimated 300"),
        case("circa 300 people", "about", "circa 300"),
        case("~300 people", "about", "~300"),
        case("in the region of 300 people", "about", "in the region of 300"),
        case("300 or so people", "about", "300 or so"),
        case("300-odd people", "about", "300-odd"),
        case("nearly 300 people", "about", "nearly 300"),
        case("almost 300 people", "about", "almost 300"),
        case("close to 300 people", "about", "close to 300"),
        case("at least 300 people", "at_least", "at least 300"),
        case("no fewer than 300 people", "at_least", "no fewer than 300"),
        case("not less than 300 people", "at_least", "not less than 300"),
        case("a minimum of 300 people", "at_least", "a minimum of 300"),
        case("upwards of 300 people", "at_least", "upwards of 300"),
        case("≥300 people", "at_least", "≥300"),
        case("300 or more people", "at_least", "300 or more"),
        case("300+ people", "at_least", "300+"),
        case("over 300 people", "more_than", "over 300"),
        case("more than 300 people", "more_than", "more than 300"),
        case("well over 300 people", "more_than", "well over 300"),
        case("in excess of 300 people", "more_than", "in excess of 300"),
        case("topped 300 people", "more_than", "topped 300"),
        case("exceeding 300 people", "more_than", "exceeding 300"),
        case("more than $300", "more_than", "more than $300"),
        case("more than a hundred people", "more_than", "more than a hundred"),
        case("up to 300 people", "at_most", "up to 300"),
        case("at most 300 people", "at_most", "at most 300"),
        case("no more than 300 people", "at_most", "no more than 300"),
        case("a maximum of 300 people", "at_most", "a maximum of 300"),
        case("300 or fewer people", "at_most", "300 or fewer"),
        case("300 at most", "at_most", "300 at most"),
        case("fewer than 300 people", "less_than", "fewer than 300"),
        case("less than 300 people", "less_than", "less than 300"),
        case("under 300 people", "less_than", "under 300"),
        case("just under 300 people", "less_than", "just under 300"),
        case("below 300 people", "less_than", "below 300"),
        case("<300 people", "less_than", "<300"),
        case("north of 300 people", "more_than", "north of 300"),
        case("a little more than 300 people", "more_than", "a little more than 300"),
        case("a shade under 300 people", "less_than", "a shade under 300"),
        case("sub-300 offices", "less_than", "sub-300"),
        case("under the age of 5", "less_than", "under the age of 5"),
        case("estimated 300 people", "about", "estimated 300"),
        case("damage estimated at 300 dollars", "exact", "300"),
        case("no higher than 300 metres", "at_most", "no higher than 300"),
        case("no fewer than 200 and no more than 300 people", "range", "no fewer than 200 and no more than 300"),
        case("200 to 300 people", "range", "200 to 300"),
        case("between 200 and 300 people", "range", "between 200 and 300"),
        case("from 200 to 300 people", "range", "from 200 to 300"),
        case("about 200 to 300 people", "range", "about 200 to 300"),
        case("hundreds of people", "vague", "hundreds"),
        case("at least hundreds of people", "vague", "at least hundreds"),
        case("MORE THAN 300 people", "more_than", "MORE THAN 300"),
        case("more than an estimated 300 people", "more_than", "more than an estimated 300"),
        case("another 300 people", "exact", "300"),
    ],
)  # fmt: skip
def test_words_beside_a_number_set_its_bound(text: str, bound: Bound, written: str) -> None:
    found = bound_of(text)
    assert (found.bound, text[found.start : found.end]) == (bound, written)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The jets flew over 12 villages.", "12"),
        ("The dispute over 3 islands goes on.", "3"),
        ("The rebels control over 12 villages was broken.", "12"),
        ("They moreover 12 people.", "12"),
        ("It was more. Than 12 people came.", "12"),
    ],
)
def test_words_that_only_look_like_bounds_set_none(text: str, number: str) -> None:
    assert find_bound(text, next(n for n in find_numerals(text) if text[n.start : n.end] == number), 0).bound == "exact"


def test_words_of_the_sentence_before_set_no_bound() -> None:
    text = "There were more than 12 people came."
    assert find_bound(text, find_numerals(text)[0], text.index("12")).bound == "exact"


@pytest.mark.parametrize(("text", "is_nearly"), [("nearly 300", True), ("almost 300", True), ("about 300", False)])
def test_nearly_is_told_from_about(text: str, is_nearly: bool) -> None:
    assert bound_of(text).is_nearly is is_nearly


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        case("Some 50 or so houses were damaged.", "50", "about"),
        case("100+ people were arrested.", "100", "at_least"),
        case("50 or more people were arrested.", "50", "at_least"),
        case("As many as 300 people were killed.", "300", "at_most"),
        case("Fewer than 30 people voted.", "30", "less_than"),
        case("The flood reached 12 villages or more.", "12", "at_least"),
        case("The army took over 12 villages.", "12", "exact"),
        case("Police put the crowd at 300 people at most.", "300", "at_most"),
    ],
)  # fmt: skip
def test_bound_reaches_the_figure(text: str, number: str, bound: Bound) -> None:
    assert figure_of(text, number).quantity.bound == bound


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("It will spend $5 billion over 10 years.", "10", "exact"),
        ("He has worked there for over 10 years.", "10", "more_than"),
        ("The repair took over 10 hours.", "10", "more_than"),
        ("There were 97 cases over 10 days.", "10", "exact"),
    ],
)
def test_over_a_length_of_time_is_during_or_more_than(text: str, number: str, bound: Bound) -> None:
    (figure,) = [one for one in find_quantities(text) if one.span.exact == number]
    assert figure.quantity.bound == bound


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        case("More than 1,200 people, or 300 families, fled.", "300", "more_than"),
        case("More than 1,200 people, or about 300 families, fled.", "300", "about"),
        case("About $3 million, or 29 cents a share, was lost.", "29", "exact"),
    ],
)
def test_number_said_again_in_another_unit_keeps_the_bound(text: str, number: str, bound: Bound) -> None:
    assert figure_of(text, number).quantity.bound == bound


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It was rated 7 and over 20 critics saw it", ["exact", "more_than"]),
        ("It earned 7 and above $ 20 million", ["exact", "more_than"]),
        ("Children of 7 and over got in", ["at_least"]),
        ("Averaged over 12 judges, it was fair", ["exact"]),
    ],
)
def test_bound_words_go_with_the_number_that_they_speak_of(text: str, bounds: list[str]) -> None:
    assert [find_bound(text, numeral, 0).bound for numeral in find_numerals(text)] == bounds
