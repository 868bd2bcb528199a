"""Random systems of clauses, and an exact judge of them that knows nothing of how they are solved."""

import random
from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations

import z3

from sayso.checking.clauses import Clause, Ids, Inequality, System, make_system, sum_run


def make_random(chance: random.Random, *, clauses: int, periods: int, series: int = 1) -> System:
    """Sums over contiguous periods of a few series; each further one stands to the first in an assumed ratio."""
    made = []
    for number in range(clauses):
        block, start = chance.randrange(series), chance.randrange(periods)
        run = sum_run(block * periods + start, block * periods + chance.randrange(start, periods) + 1)
        low = Fraction(chance.randrange(300), chance.choice([1, 1, 2, 3]))
        high = low + chance.randrange(100)
        ends = chance.choice([(low, high), (low, high), (low, None), (None, high)])
        made.append(Clause(f"s{number}", (Inequality(run, *ends),), 10))
    for block in range(1, series):
        low = Fraction(chance.randrange(1, 10), 10)
        made.append(tie_series(f"a{block}", block, periods, (low, low + Fraction(chance.randrange(10), 7))))
    return make_system(series * periods, made)


def tie_series(id: str, block: int, periods: int, ratio: tuple[Fraction, Fraction]) -> Clause:
    """The assumption that a series is so many times the first one, in each period."""
    low, high = ratio
    rows = []
    for place in range(periods):
        other = (block * periods + place, Fraction(1))
        rows.append(Inequality(((place, -low), other), Fraction(0), None))
        rows.append(Inequality(((place, -high), other), None, Fraction(0)))
    return Clause(id, tuple(rows), 1, "assumption")


def can_hold(system: System, on: Iterable[int]) -> bool:
    """Whether clauses can all hold, by z3 in exact rationals."""
    solver = z3.Solver()
    amounts = [z3.Real(f"x{place}") for place in range(system.size)]
    solver.add(*(amount >= 0 for amount in amounts))
    for index in system.list_active(frozenset(on)):
        row = system.rows[index]
        total = z3.Sum([z3.Q(f.numerator, f.denominator) * amounts[place] for place, f in row.terms])
        if row.low is not None:
            solver.add(total >= z3.Q(row.low.numerator, row.low.denominator))
        if row.high is not None:
            solver.add(total <= z3.Q(row.high.numerator, row.high.denominator))
    return bool(solver.check() == z3.sat)


def list_conflicts_slowly(system: System) -> set[Ids]:
    """Every minimal conflict, by trying all sets from the smallest."""
    found: list[Ids] = []
    places = range(len(system.clauses))
    for size in range(1, len(system.clauses) + 1):
        for chosen in map(frozenset, combinations(places, size)):
            if not any(conflict <= chosen for conflict in found) and not can_hold(system, chosen):
                found.append(chosen)
    return set(found)


def find_least_cost_slowly(system: System, conflicts: Iterable[Ids]) -> int:
    """What the cheapest correction costs, by trying all sets."""
    places = range(len(system.clauses))
    known = list(conflicts)
    return min(
        sum(system.clauses[place].weight for place in gone)
        for size in range(len(system.clauses) + 1)
        for gone in map(frozenset, combinations(places, size))
        if all(conflict & gone for conflict in known)
    )
