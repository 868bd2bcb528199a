"""Values of one source that is named once, or by part of its name."""

from typing import Any

import msgspec

from sayso.checking import check_statements
from sayso.model import Statement
from tests.checking.making import make_quantity, make_time, say, tie


def total(at: int, value: int, day: str, speaker: str | None) -> Statement:
    return say(at, make_quantity(value), aspect="cumulative", interval=make_time(None, day, "as_of"), speaker=speaker)


def tell_kinds(*statements: Statement, **known: Any) -> list[tuple[str, list[str]]]:
    found = check_statements(statements, **known)
    return [(finding.kind, [assumption.key for assumption in finding.assumptions]) for finding in found]


def test_total_that_falls_is_found_where_one_speaker_is_not_named() -> None:
    falls = [total(0, 5212, "2025-06-01", "Ministry"), total(90, 4117, "2025-08-01", None)]
    assert tell_kinds(*falls) == [("falling_total", ["same_source"])]
    assert tell_kinds(falls[0], total(90, 6117, "2025-08-01", None)) == []
    assert tell_kinds(falls[0], total(90, 4117, "2025-08-01", "Red Cross")) == []
    assert tell_kinds(*falls, relations=[tie("revises", falls[1], falls[0])]) == []


def test_total_that_falls_is_found_where_a_name_is_cut_short() -> None:
    falls = [total(0, 5212, "2025-06-01", "Radio Dorn"), total(90, 4117, "2025-08-01", "Radio Dorn One")]
    assert [kind for kind, _ in tell_kinds(*falls)] == ["falling_total"]


def test_sentence_said_again_with_another_figure_is_found() -> None:
    monday = make_time("2025-03-10", "2025-03-11")

    def count(at: int, value: int, **known: Any) -> Statement:
        fields = {"aspect": "stock", "interval": monday, "tail": "are in tents by the river", **known}
        return say(at, make_quantity(value), **fields)

    one = count(0, 63, speaker="Ministry")
    assert tell_kinds(one, count(90, 88)) == [("two_values", ["same_source", "same_thing"])]
    assert tell_kinds(one, count(90, 63)) == []
    assert tell_kinds(one, count(90, 88, interval=make_time("2025-03-11", "2025-03-12"))) == []
    assert tell_kinds(one, count(90, 88, tail="sleep in schools and halls of the two villages")) == []
    assert tell_kinds(count(0, 63, aspect="flow"), count(90, 88, aspect="flow")) == []


def test_states_without_an_event_are_held_together_where_they_are_told_alike() -> None:
    monday = make_time("2025-03-10", "2025-03-11")

    def count(at: int, value: int, tail: str) -> Statement:
        told = say(at, make_quantity(value), tail=tail, speaker="Ministry", aspect="stock", interval=monday)
        return msgspec.structs.replace(told, event=None, measure=None)

    out = "were out of school in three valleys"
    assert [kind for kind, _ in tell_kinds(count(0, 63, out), count(90, 88, out))] == ["two_values"]
    assert tell_kinds(count(0, 63, out), count(90, 63, out)) == []
    assert tell_kinds(count(0, 63, out), count(90, 88, "had no doctor near their farms")) == []


def test_record_of_february_is_held_against_january() -> None:
    january = say(0, make_quantity(6312), interval=make_time("2025-01-01", "2025-02-01"))
    february = say(50, make_quantity(5217), interval=make_time("2025-02-01", "2025-03-01"))
    ranks = tie("ranks", None, february)
    assert [kind for kind, _ in tell_kinds(january, february, relations=[ranks])] == ["record"]


def test_slip_is_found_where_one_sentence_leaves_out_the_time() -> None:
    small = say(0, make_quantity(12400), aspect="other", interval=None)
    large = say(90, make_quantity(12_400_000), aspect="other")
    assert [kind for kind, _ in tell_kinds(small, large)] == ["unit_slip"]


def test_slip_is_found_where_the_words_around_make_one_figure_a_total() -> None:
    small = say(0, make_quantity(12400), aspect="flow", interval=None)
    large = say(90, make_quantity(12_400_000), aspect="cumulative", interval=None)
    assert [kind for kind, _ in tell_kinds(small, large)] == ["unit_slip"]
    assert tell_kinds(small, say(90, make_quantity(12_400_001), aspect="cumulative", interval=None)) == []


def test_voice_that_tells_a_sum_of_parts_is_no_rival() -> None:
    monday = make_time("2025-03-10", "2025-03-11")
    whole = say(0, make_quantity(19), speaker="Ministry", interval=monday)
    words = "killed and 2 more people killed"
    part = say(50, make_quantity(17), speaker="Hospital", interval=monday, tail=words)
    assert [kind for kind, _ in tell_kinds(whole, part)] == ["two_values"]
    at = 50 + part.passage.exact.index("2 more")
    more = say(at, make_quantity(2), speaker="Hospital", interval=monday, between=" more ", passage=part.passage)
    assert tell_kinds(whole, part, more) == []
