"""Figures of one thing that are told with other words: joined where all else agrees, and let be where not."""

from typing import Any

import msgspec
import pytest

from sayso.checking import check_statements
from sayso.model import Statement
from tests.checking.making import make_quantity, make_time, say, tell, tie

JANUARY = make_time("2025-01-01", "2025-02-01")
FEBRUARY = make_time("2025-02-01", "2025-03-01")
YEAR = make_time("2025-01-01", "2026-01-01")
BIRTHS: dict[str, Any] = {"counted": "births", "measure": None, "place": "Arlen"}


def list_kinds(*statements: Statement, **known: Any) -> list[str]:
    return [finding.kind for finding in check_statements(statements, **known).findings]


def births(at: int, value: int, tail: str, **known: Any) -> Statement:
    told = say(at, make_quantity(value, unit="birth"), tail=tail, **(BIRTHS | known))
    return msgspec.structs.replace(told, event=None)


def test_counts_without_a_verb_are_added_up_where_all_other_words_agree() -> None:
    wards = "recorded in three wards of the old clinic"
    other = "reported by two midwives from mountain farms"
    months = [births(0, 812, wards, interval=JANUARY), births(90, 944, wards, interval=FEBRUARY)]
    assert list_kinds(*months, births(180, 1211, wards, interval=YEAR)) == ["flow_and_total"]
    assert list_kinds(*months, births(180, 2711, wards, interval=YEAR)) == []
    assert list_kinds(*months, births(180, 1211, other, interval=YEAR)) == []


def test_low_is_held_against_the_months_before_it() -> None:
    earlier = say(0, make_quantity(412), interval=JANUARY)
    low = say(50, make_quantity(617), interval=FEBRUARY)
    cue = msgspec.structs.replace(low.figure, exact="the lowest ever")
    ranks = msgspec.structs.replace(tie("ranks", None, low), cue=cue)
    assert list_kinds(earlier, low, relations=[ranks]) == ["record"]
    higher = say(0, make_quantity(941), interval=JANUARY)
    assert list_kinds(higher, low, relations=[ranks]) == []


def test_slip_is_found_where_the_verb_is_another() -> None:
    def masks(at: int, value: int, tail: str) -> Statement:
        return births(at, value, tail, counted="masks", interval=None)

    small = masks(0, 12400, "given to the clinics on the coast")
    assert list_kinds(small, masks(90, 12_400_000, "donated to clinics on the coast")) == ["unit_slip"]
    assert list_kinds(small, masks(90, 12_400_000, "sewn by prisoners in a year")) == []
    assert list_kinds(small, masks(90, 12_300_000, "donated to clinics on the coast")) == []


def test_what_one_voice_counts_on_one_day_is_told_once() -> None:
    def jobless(at: int, value: int, tail: str) -> Statement:
        day = make_time("2025-03-10", "2025-03-11")
        return say(at, make_quantity(value), tail=tail, speaker="Ministry", interval=day, measure=None)

    listed = "were registered as jobless at the harbour"
    assert list_kinds(jobless(0, 63, listed), jobless(90, 88, listed)) == ["two_values"]
    raid = "were hurt at the harbour in a raid"
    assert list_kinds(jobless(0, 63, raid), jobless(90, 88, raid)) == []
    assert list_kinds(jobless(0, 63, listed), jobless(90, 88, f"{listed} elsewhere")) == []


@pytest.mark.parametrize(
    "words",
    [
        "In the space of 10 days 300 people came, a daily average of {}.",
        "On average {} people a day came over 10 days, or 300 people altogether.",
        "Some 300 people came in 10 days, turning up {} a day on average.",
    ],
)
def test_average_is_held_against_the_total_on_either_side(words: str) -> None:
    def find(each: str) -> list[str]:
        figures = sorted(("300", each), key=words.format(each).index)
        return list_kinds(*tell(words.format(each), *figures))

    assert find("75") == ["rate_and_total"]
    assert find("30") == []
