"""What follows a cue: a bound before a number begins what is said, and no phrase of its own."""

import pytest

from tests.attribution.reports import attribute, hops


def agents(text: str, figure: str) -> list[str | None]:
    return [hop.agent for hop in hops(attribute(text, figure).statements[0])]


@pytest.mark.parametrize(
    "bound",
    [
        "at least", "at most", "over", "under", "above", "below", "more than", "less than", "fewer than", "up to",
        "no more than", "no fewer than", "not less than", "around", "about", "nearly", "almost", "roughly",
        "as many as", "close to", "well over", "just under", "some", "an estimated", "between 9 and",
    ],
)  # fmt: skip
@pytest.mark.parametrize("when", ["", " on Monday"])
def test_attribute_hears_a_bound_behind_said(bound: str, when: str) -> None:
    assert agents(f"Police said{when} {bound} 12 people died.", "12") == ["police"]


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("54,000 people, or about 9,000 families, live in camps", "54,000"),
        ("54,000 people, or about 9,000 families, live in camps", "9,000"),
        ("12 villages and more than 400 houses were lost", "400"),
        ("12 to 15 people died", "12"),
        ("12 died", "12"),
    ],
)
def test_attribute_hears_a_clause_that_counts_twice(words: str, figure: str) -> None:
    assert agents(f"Police said {words}.", figure) == ["police"]


def test_attribute_takes_a_medium_for_no_quantity() -> None:
    assert agents("Police said in a statement on May 12 that 40 people died.", "40") == ["police"]
    assert agents("Police said on Monday 40 people died.", "40") == ["police"]
