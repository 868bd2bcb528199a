import pytest

from bench.data import Item
from bench.library import Name
from bench.matching import Offsets
from bench.pronouns import Case, Kind, count_cases, is_named, kind_of, names_right
from sayso.model import AgentType, Hop

DERN = "Ivo Dern, mayor of Osk"
HEALTH = "Osk Ministry of Health"


def name(start: int, words: str, type: AgentType = "person", gender: str = "", role: str | None = None) -> Name:
    return Name(start, start + len(words), words, words, type, gender, role)


def source(exact: str, norm: str) -> Item:
    return {"exact": exact, "norm": norm}


def case(kind: Kind, exact: str, norm: str, *, names: tuple[Name, ...] = (), hops: tuple[Hop, ...] = ()) -> Case:
    return Case(kind, Offsets(100, 100 + len(exact)), source(exact, norm), names, hops)


def hop(agent: str, start: int) -> Hop:
    return Hop(agent=agent, role="speaker", link="stated", start=start, end=start + 2, exact="he")


@pytest.mark.parametrize(
    ("exact", "norm", "kind"),
    [
        ("He", DERN, "he, she"), ("he added", DERN, "he, she"), ("it", HEALTH, "it, they"),
        ("They", "aid workers", "it, they"), ("the officials", "officials", None),
        ("Dern", DERN, "short name"), ("Mr. Dern", DERN, "short name"), ("Ivo Dern", DERN, None), ("OMH", HEALTH, None),
        ("the ministry", HEALTH, "description"), ("the Mayor", DERN, "description"),
        ("the report", "report of the Osk Ministry", None), ("the Osk Ministry", HEALTH, None),
        ("officials", "officials of Osk", None),
    ],
)  # fmt: skip
def test_kind_is_what_the_mention_leaves_open(exact: str, norm: str, kind: str | None) -> None:
    assert kind_of(exact, norm) == kind


@pytest.mark.parametrize(
    ("exact", "norm", "given", "is_right"),
    [
        ("He", DERN, "Ivo Dern", True), ("He", DERN, "Osk", False), ("He", DERN, None, False),
        ("Dern", DERN, "Dern", False), ("Dern", DERN, "Ivo Dern", True), ("the ministry", HEALTH, "Osk", False),
        ("the governor", "governor of Osk", "Osk", False),
        ("the governor", "governor of Osk", "the Osk governor", True),
        ("the ministry", HEALTH, "Ministry of Health", True), ("They", "aid workers", "aid workers", True),
    ],
)  # fmt: skip
def test_name_must_say_more_than_the_mention(exact: str, norm: str, given: str | None, is_right: bool) -> None:
    assert is_named(source(exact, norm), given) is is_right


def test_plain_ways_take_the_last_name_before_the_mention() -> None:
    known = (name(10, "Ivo Dern", gender="m"), name(40, "Osk", "organization"), name(120, "Ada Lund", gender="f"))
    he = case("he, she", "He", DERN, names=known)
    assert not names_right(he, "nearest")
    assert names_right(he, "fitting")
    assert not names_right(case("he, she", "She", DERN, names=known), "fitting")


def test_fitting_names_hold_the_words_of_the_mention() -> None:
    known = (name(10, "Ivo Dern"), name(30, HEALTH, "organization"), name(60, "Lund"))
    assert names_right(case("short name", "Dern", DERN, names=known), "fitting")
    assert names_right(case("description", "the ministry", HEALTH, names=known), "fitting")
    assert names_right(case("it, they", "it", HEALTH, names=known), "fitting")
    assert not names_right(case("it, they", "it", HEALTH, names=known), "nearest")


def test_rows_count_all_cases_and_those_that_are_heard() -> None:
    cases = [
        case("he, she", "he", DERN, hops=(hop("Ivo Dern", 100),)),
        case("he, she", "he", DERN, hops=(hop("Ivo Dern", 7),)),
        case("he, she", "he", DERN),
    ]
    row = next(row for row in count_cases(cases) if row.way == "sayso")
    assert tuple(row) == ("he, she", "sayso", 2, 3, 0.6667, 1, 1, 1.0)
