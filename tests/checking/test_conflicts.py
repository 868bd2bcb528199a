"""Engines, conflicts and corrections against z3 and against trying every set of clauses."""

import random
import subprocess
import sys
from fractions import Fraction

import pytest

from sayso.checking.clauses import Clause, Inequality, Part, System, make_system, sum_run, weigh
from sayso.checking.conflicts import list_conflicts, make_engine, shrink
from sayso.checking.consequences import find_common_factor, find_ends, find_widest
from sayso.checking.corrections import find_cheap_correction, find_correction, find_least_correction
from sayso.checking.networks import NetworkEngine, close_networks
from sayso.checking.programs import ProgramEngine
from tests.checking.systems import can_hold, find_least_cost_slowly, list_conflicts_slowly, make_random

TOPICS = 400
SMALL_TOPICS = 150


def make_topics(count: int, *, seed: int, clauses: int, periods: int) -> list[System]:
    chance = random.Random(seed)
    return [
        make_random(
            chance, clauses=chance.randint(1, clauses), periods=chance.randint(1, periods), series=1 + number % 2
        )
        for number in range(count)
    ]


def test_shortest_paths_linear_programs_and_z3_agree() -> None:
    verdicts = []
    for system in make_topics(TOPICS, seed=1, clauses=12, periods=8):
        expected = can_hold(system, system.all)
        assert (ProgramEngine(system).find_core(system.all) is None) == expected
        assert (make_engine(system).find_core(system.all) is None) == expected
        (closure,) = close_networks([system]) if isinstance(make_engine(system), NetworkEngine) else (None,)
        assert closure is None or closure.is_feasible == expected
        verdicts.append(expected)
    assert TOPICS / 4 < sum(verdicts) < TOPICS * 3 / 4


def test_conflicts_are_those_that_trying_all_sets_finds() -> None:
    conflicts = 0
    for system in make_topics(SMALL_TOPICS, seed=2, clauses=7, periods=5):
        found = list_conflicts(system, make_engine(system), max_conflicts=1000, max_steps=100_000)
        assert found.complete
        assert set(found.found) == list_conflicts_slowly(system)
        conflicts += len(found.found)
    assert conflicts > SMALL_TOPICS / 2


def test_every_conflict_has_an_exact_proof_and_is_minimal() -> None:
    proved = 0
    for system in make_topics(100, seed=3, clauses=9, periods=6):
        engine = make_engine(system)
        for conflict in list_conflicts(system, engine, max_conflicts=20, max_steps=5000).found:
            assert not can_hold(system, conflict)
            assert all(can_hold(system, conflict - {place}) for place in conflict)
            parts = find_widest(system, engine, conflict)
            assert parts is not None
            assert recompute(system, parts) > 0
            proved += 1
    assert proved > 50


def recompute(system: System, parts: tuple[Part, ...]) -> Fraction:
    """The sum that a proof comes to; zero when it needs something that it does not allow."""
    spent = [Fraction(0)] * system.size
    total = Fraction(0)
    for part in parts:
        row = system.rows[part.row]
        end = row.low if part.side == "least" else row.high
        assert end is not None
        assert part.times > 0
        sign = 1 if part.side == "least" else -1
        total += sign * part.times * end
        for place, factor in row.terms:
            spent[place] += sign * part.times * factor
    return total if all(value <= 0 for value in spent) else Fraction(0)


def test_corrections_cost_what_trying_all_sets_finds() -> None:
    for system in make_topics(40, seed=4, clauses=6, periods=4):
        engine = make_engine(system)
        conflicts = list_conflicts_slowly(system)
        exact = find_correction(system, engine, max_steps=10_000)
        assert exact.exact
        assert exact.find_cost(system) == find_least_cost_slowly(system, conflicts)
        cheap = find_cheap_correction(system, engine)
        assert all(conflict & cheap for conflict in conflicts)
        assert all(any(not conflict & (cheap - {place}) for conflict in conflicts) for place in cheap)


def test_both_engines_and_the_closure_imply_the_same_ranges() -> None:
    ranges = 0
    for system in make_topics(200, seed=5, clauses=6, periods=5)[::2]:
        paths, programs = NetworkEngine(system), ProgramEngine(system)
        if paths.find_core(system.all) is not None:
            continue
        (closure,) = close_networks([system])
        assert closure is not None
        for start in range(system.size):
            run = sum_run(start, system.size)
            low, high = find_ends(system, paths, run, system.all)
            assert (low.value, high.value) == closure.find_range(start, system.size)
            assert [end.value for end in find_ends(system, programs, run, system.all)] == [low.value, high.value]
            assert weigh(system, low.parts, run) == low.value
            ranges += 1
    assert ranges > 50


def test_common_factor_is_just_enough() -> None:
    for system in make_topics(60, seed=6, clauses=8, periods=5):
        engine = make_engine(system)
        conflict = shrink(engine, system.all)
        if conflict is None:
            continue
        factor = find_common_factor(system, conflict)
        if factor is None:
            continue
        assert factor > 1
        assert can_hold(widen(system, factor), conflict)
        assert not can_hold(widen(system, 1 + (factor - 1) * Fraction(999, 1000)), conflict)


def widen(system: System, factor: Fraction) -> System:
    clauses = [
        clause._replace(
            rows=tuple(
                row._replace(
                    low=None if row.low is None else row.low / factor,
                    high=None if row.high is None else row.high * factor,
                )
                for row in clause.rows
            )
        )
        if clause.kind == "statement"
        else clause
        for clause in system.clauses
    ]
    return make_system(system.size, clauses)


def test_order_of_clauses_changes_nothing() -> None:
    chance = random.Random(7)
    for system in make_topics(40, seed=8, clauses=9, periods=5):
        mixed = list(system.clauses)
        chance.shuffle(mixed)
        again = make_system(system.size, mixed)
        assert again == system
        found = [list_conflicts(each, make_engine(each), max_conflicts=3, max_steps=200) for each in (system, again)]
        assert found[0] == found[1]


def test_statement_that_the_others_imply_changes_no_verdict() -> None:
    chance = random.Random(9)
    for system in make_topics(60, seed=10, clauses=7, periods=5):
        engine = make_engine(system)
        conflicts = list_conflicts(system, engine, max_conflicts=1000, max_steps=100_000).found
        hold = system.all - find_least_correction(system, engine)
        start = chance.randrange(system.size)
        low, high = find_ends(system, engine, sum_run(start, start + 1), hold)
        implied = Clause("implied", (Inequality(sum_run(start, start + 1), low.value, high.value),), 10)
        more = make_system(system.size, [*system.clauses, implied])
        kept = frozenset(place for place, clause in enumerate(more.clauses) if clause.id in system.name(hold))
        added = frozenset(place for place, clause in enumerate(more.clauses) if clause.id == "implied")
        assert make_engine(more).find_core(kept | added) is None
        again = list_conflicts(more, make_engine(more), max_conflicts=1000, max_steps=100_000).found
        old = {system.name(conflict) for conflict in conflicts}
        assert {more.name(conflict) for conflict in again if not conflict & added} == old


def make_crowd(count: int) -> System:
    """Figures of one period, each of which excludes all others."""
    said = [Clause(f"s{n:03}", (Inequality(sum_run(0, 1), Fraction(n), Fraction(n)),), 10) for n in range(count)]
    return make_system(1, said)


def test_limits_end_every_search_and_are_told() -> None:
    system = make_crowd(60)
    engine = make_engine(system)
    assert not list_conflicts(system, engine, max_conflicts=5, max_steps=10_000).complete
    few = list_conflicts(system, engine, max_conflicts=10_000, max_steps=300)
    assert not few.complete
    assert 0 < len(few.found) <= 300
    rough = find_correction(system, engine, max_steps=20)
    assert not rough.exact
    assert len(rough.clauses) == 59
    assert len(find_least_correction(make_crowd(6), make_engine(make_crowd(6)))) == 5


def test_rows_that_need_other_clauses_bind_only_with_them() -> None:
    reading = Inequality(sum_run(0, 1), Fraction(5), None, frozenset({"reading"}))
    clauses = [
        Clause("rate", (reading,), 10),
        Clause("reading", (), 1, "assumption"),
        Clause("total", (Inequality(sum_run(0, 1), None, Fraction(3)),), 10),
    ]
    system = make_system(1, clauses)
    (conflict,) = list_conflicts(system, make_engine(system), max_conflicts=9, max_steps=99).found
    assert system.name(conflict) == ("reading", "rate", "total")
    assert system.name(find_least_correction(system, make_engine(system))) == ("reading",)


def test_systems_refuse_what_they_cannot_lay_out() -> None:
    row = Inequality(sum_run(0, 1), Fraction(1), None)
    with pytest.raises(ValueError, match="found one id twice"):
        make_system(1, [Clause("a", (row,), 1), Clause("a", (row,), 2)])
    with pytest.raises(ValueError, match="found b"):
        make_system(1, [Clause("a", (row._replace(needs=frozenset({"b"})),), 1)])


def test_figures_too_large_for_exact_floats_are_left_to_exact_integers() -> None:
    large = Fraction(2**53 + 1)
    rows = (Inequality(sum_run(0, 1), large, None), Inequality(sum_run(0, 1), None, large - 1))
    system = make_system(1, [Clause(str(place), (row,), 1) for place, row in enumerate(rows)])
    assert close_networks([system]) == [None]
    assert make_engine(system).find_core(system.all) is not None


def test_linear_programs_print_nothing() -> None:
    code = (
        "from fractions import Fraction as F\n"
        "from sayso.checking.clauses import Clause, Inequality, make_system\n"
        "from sayso.checking.programs import ProgramEngine\n"
        "row = Inequality(((0, F(2)),), F(1), F(3))\n"
        "system = make_system(1, [Clause('a', (row,), 1)])\n"
        "assert ProgramEngine(system).find_core(system.all) is None\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == done.stderr == ""
