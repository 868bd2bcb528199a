"""Clauses over amounts that are never negative: what can be given up, what it says, and exact proofs about it.

One description serves both engines: shortest paths where every row sums one contiguous run of variables, linear
programs otherwise.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, NamedTuple, Protocol

Terms = tuple[tuple[int, Fraction | int], ...]
"""A weighted sum of variables: each variable with its coefficient, variables in ascending order.

A coefficient of one is best the whole number: it is compared and hashed far more quickly than a fraction.
"""
Ids = frozenset[int]
"""Clauses by their place in ``System.clauses``."""


class Inequality(NamedTuple):
    """``low <= sum <= high``.

    Attributes:
        terms: The sum.
        low: The least it may be; None for no limit.
        high: The most it may be; None for no limit.
        needs: Ids of clauses that must hold too for this one to bind.
    """

    terms: Terms
    low: Fraction | None
    high: Fraction | None
    needs: frozenset[str] = frozenset()


class Clause(NamedTuple):
    """What can be given up as a whole: a statement, a reading or an assumption.

    Attributes:
        id: Its name, the only one of that name in a system.
        rows: What it says; none when it only lets rows of other clauses bind.
        weight: What giving it up costs.
        kind: Whether somebody said it or it is assumed; figures that somebody said can be widened.
    """

    id: str
    rows: tuple[Inequality, ...]
    weight: int
    kind: Literal["statement", "assumption"] = "statement"


class System(NamedTuple):
    """Variables, clauses and rows, laid out for the engines; ``make_system`` makes one.

    Attributes:
        size: How many variables there are; none is ever negative.
        clauses: Cheapest first, then by id: the fixed order in which everything is tried.
        rows: All rows, those of no clause first.
        guards: For each row, the clauses that must hold for it to bind; none for a row that always does.
    """

    size: int
    clauses: tuple[Clause, ...]
    rows: tuple[Inequality, ...]
    guards: tuple[Ids, ...]

    @property
    def all(self) -> Ids:
        """Every clause."""
        return frozenset(range(len(self.clauses)))

    def list_active(self, on: Ids) -> list[int]:
        """The rows that bind when these clauses hold."""
        return [index for index, guard in enumerate(self.guards) if guard <= on]

    def keep(self, on: Ids) -> "System":
        """The system with the same clauses, without the rows that do not bind when only these hold."""
        active = self.list_active(on)
        rows, guards = tuple(self.rows[index] for index in active), tuple(self.guards[index] for index in active)
        return self._replace(rows=rows, guards=guards)

    def name(self, ids: Iterable[int]) -> tuple[str, ...]:
        """Ids of clauses, in their fixed order."""
        return tuple(self.clauses[index].id for index in sorted(ids))


class Part(NamedTuple):
    """One row of a proof, so many times: its low end where it needs, its high end where it allows."""

    row: int
    side: Literal["least", "most"]
    times: Fraction


class End(NamedTuple):
    """How far a sum can go in one direction.

    Attributes:
        value: The end; None when there is none, or when it could not be proved.
        parts: The rows that prove it.
        is_proved: False when the arithmetic of an end that was found did not hold exactly.
    """

    value: Fraction | None
    parts: tuple[Part, ...] = ()
    is_proved: bool = True


class Engine(Protocol):
    """What answers questions about a system."""

    def find_core(self, on: Ids) -> Ids | None:
        """Clauses among these that cannot all hold, not always the fewest; None when all can."""

    def find_refutation(self, on: Ids) -> tuple[Part, ...] | None:
        """Rows that prove that these clauses cannot all hold; None when they can, or when nothing could be proved."""

    def find_met(self) -> Ids:
        """The clauses that the solution of the last question met, which had one."""

    def find_end(self, terms: Terms, side: Literal["low", "high"], on: Ids) -> End:
        """The least or the most that a sum can be when these clauses hold, which must be possible."""


def make_system(size: int, clauses: Iterable[Clause], hard: Iterable[Inequality] = ()) -> System:
    """Lay out variables and clauses; the same ones give the same system in whatever order they come.

    Args:
        size: How many variables there are.
        clauses: The clauses, each with an id of its own.
        hard: Rows that always bind.

    Raises:
        ValueError: Two clauses share an id, or a row needs a clause that is not there.
    """
    ordered = sorted(clauses, key=lambda clause: (clause.weight, clause.id))
    places = {clause.id: place for place, clause in enumerate(ordered)}
    if len(places) < len(ordered):
        raise ValueError("expected clauses with ids of their own, found one id twice")
    rows = sorted(hard, key=_rank_row)
    guards: list[Ids] = [frozenset()] * len(rows)
    for place, clause in enumerate(ordered):
        for row in sorted(clause.rows, key=_rank_row):
            if missing := row.needs - places.keys():
                raise ValueError(f"expected rows that need clauses of the system, found {min(missing)}")
            rows.append(row)
            guards.append(frozenset((place, *(places[id] for id in row.needs))))
    return System(size, tuple(ordered), tuple(rows), tuple(guards))


def sum_run(start: int, end: int, factor: Fraction | int = 1) -> Terms:
    """The sum of the variables from ``start`` up to but not including ``end``."""
    return tuple((variable, factor) for variable in range(start, end))


def find_run(terms: Terms) -> tuple[int, int] | None:
    """The variables that a plain sum of one contiguous run covers, half-open; None when it is no such sum."""
    if not terms:
        return None
    start, end = terms[0][0], terms[-1][0] + 1
    is_run = end - start == len(terms) and all(factor == 1 for _, factor in terms)
    return (start, end) if is_run else None


def is_network(system: System) -> bool:
    """Whether shortest paths can decide a system: every row is a plain sum of one contiguous run."""
    return all(find_run(row.terms) is not None for row in system.rows)


def weigh(system: System, parts: Iterable[Part], target: Terms = ()) -> Fraction | None:
    """What rows add up to, if they prove anything: the least that ``target`` must be.

    Amounts are never negative. So when the sum of the needing rows less the allowing ones nowhere exceeds the target,
    the target is at least what the former need less what the latter allow. Without a target, a sum above zero proves
    that the rows cannot all hold.

    Returns:
        The exact sum; None when the rows exceed the target somewhere or lack an end, so that nothing follows.
    """
    covered: dict[int, Fraction | int] = {variable: -factor for variable, factor in target}
    total = Fraction(0)
    for index, side, times in parts:
        row = system.rows[index]
        end = row.low if side == "least" else row.high
        if end is None or times < 0:
            return None
        sign = times if side == "least" else -times
        total += sign * end
        for variable, factor in row.terms:
            covered[variable] = covered.get(variable, 0) + sign * factor
    return total if all(value <= 0 for value in covered.values()) else None


def join_parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The same proof with each side of each row once."""
    joined: dict[tuple[int, Literal["least", "most"]], Fraction] = {}
    for index, side, times in parts:
        joined[index, side] = joined.get((index, side), Fraction(0)) + times
    return tuple(Part(index, side, times) for (index, side), times in sorted(joined.items()))


def list_guards(system: System, parts: Iterable[Part]) -> Ids:
    """The clauses that a proof rests on."""
    return frozenset().union(*(system.guards[part.row] for part in parts))


def _rank_row(row: Inequality) -> tuple[object, ...]:
    ends = tuple((end is not None, end or Fraction(0)) for end in (row.low, row.high))
    return (row.terms, ends, sorted(row.needs))
