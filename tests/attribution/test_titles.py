"""Titles of people, from the words around their names."""

import pytest

from sayso.attribution.titles import find_title, find_title_behind
from tests.attribution.reports import attribute, hops


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("French president ", "French president"),
        ("the mayor of Dorn, ", "mayor of Dorn"),
        ("Another group of teams, with the town’s fire controller", "town’s fire controller"),
        ("senior official named ", "senior official"),
        ("Mr. ", None),
        ("", None),
        ("The ", None),
        ("the burning bridge", None),
        ("x " * 60 + "chief", None),
    ],
)
def test_find_title_keeps_what_a_person_is(words: str, title: str | None) -> None:
    assert find_title(words) == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (", a farmer in the valley, who fled", "farmer in the valley"),
        (", 43, a local teacher", "local teacher"),
        (" in Dorn", None),
    ],
)
def test_find_title_behind_reads_appositions(words: str, title: str | None) -> None:
    assert find_title_behind(words) == title


def test_attribute_gives_people_their_titles() -> None:
    (statement,) = attribute("At least 12 people drowned, provincial Governor Ann Lee said on Monday.", "12").statements
    (hop,) = hops(statement)
    assert (hop.agent, hop.title) == ("Ann Lee", "provincial Governor")


def test_attribute_gives_organisations_no_title() -> None:
    (statement,) = attribute("At least 12 people drowned, the Norvian Health Ministry said.", "12").statements
    (hop,) = hops(statement)
    assert (hop.agent, hop.title) == ("Norvian Health Ministry", None)
