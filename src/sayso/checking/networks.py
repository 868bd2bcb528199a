"""Systems of one series by shortest paths: exact verdicts, proofs and ends, and closures of many at once.

Every row bounds the difference of the running total between two boundaries, and the running total never falls. Such a
system has a solution unless a cycle of its constraints has negative length, so shortest paths decide it exactly.

Source:
    Dechter, Meiri, Pearl 1991, Temporal constraint networks.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sayso.checking.clauses import End, Ids, Part, System, Terms, find_run, join_parts, list_guards

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_EXACT = 2**53
"""Floats hold every whole number below this, so that paths whose lengths add up to less are exact."""
_MAX_BOUNDARIES = 256
"""Negative cycles grow with every pass; this many passes stay far from the largest float."""
_CHUNK_CELLS = 2**17
"""Tables of this many cells stay in the cache of a core."""


class _Edge(NamedTuple):
    """Total at ``head`` minus total at ``tail`` is at most ``length``; ``part`` is None where totals cannot fall."""

    tail: int
    head: int
    length: int
    part: Part | None
    guard: Ids


class NetworkEngine:
    """Answers questions about a system whose rows are plain sums of contiguous runs, in exact integers."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._scale = find_scale(system)
        self._edges = _make_edges(system, self._scale)
        self._totals: list[int] = [0] * (system.size + 1)

    def find_core(self, on: Ids) -> Ids | None:
        """The clauses on a negative cycle; None when there is none."""
        parts = self.find_refutation(on)
        return None if parts is None else list_guards(self._system, parts)

    def find_refutation(self, on: Ids) -> tuple[Part, ...] | None:
        """The rows on a negative cycle; None when there is none (Bellman-Ford from everywhere at once)."""
        edges = [edge for edge in self._edges if edge.guard <= on]
        distance = [0] * (self._system.size + 1)
        came: dict[int, _Edge] = {}
        last: int | None = None
        while last is None:
            has_changed = False
            for edge in edges:
                tail, head, length, _, _ = edge
                reached = distance[tail] + length
                if reached < distance[head]:
                    distance[head] = reached
                    came[head] = edge
                    has_changed = True
            if not has_changed:
                self._totals = distance
                return None
            last = _find_turn(came)
        return join_parts(_follow(came, last))

    def find_met(self) -> Ids:
        """The clauses that the last solution meets."""
        broken = {
            place
            for edge in self._edges
            if self._totals[edge.head] - self._totals[edge.tail] > edge.length
            for place in edge.guard
        }
        return self._system.all - broken

    def find_end(self, terms: Terms, side: Literal["low", "high"], on: Ids) -> End:
        """The least or the most that the sum of a contiguous run can be: a shortest path between its boundaries."""
        run = find_run(terms)
        if run is None:
            raise ValueError("expected the sum of one contiguous run of variables")
        start, goal = run if side == "high" else (run[1], run[0])
        edges = [edge for edge in self._edges if edge.guard <= on]
        distance = {start: 0}
        came: dict[int, _Edge] = {}
        for _ in range(self._system.size + 1):
            changed = False
            for edge in edges:
                tail, head, length, _, _ = edge
                near = distance.get(tail)
                if near is not None and (head not in distance or near + length < distance[head]):
                    distance[head] = near + length
                    came[head] = edge
                    changed = True
            if not changed:
                break
        if goal not in distance:
            return End(None)
        value = Fraction(distance[goal], self._scale)
        return End(value if side == "high" else -value, tuple(_trace(came, start, goal)))


def find_scale(system: System) -> int:
    """The least whole number that makes all ends whole."""
    ends = [end for row in system.rows for end in (row.low, row.high) if end is not None]
    return lcm(*(end.denominator for end in ends))


class Closure(NamedTuple):
    """All that one series implies.

    Attributes:
        is_feasible: Whether all rows can hold.
        lengths: For every two boundaries, the most by which the total can rise from the first to the second, times
            ``scale``; infinite where nothing limits it, and without meaning when the rows cannot all hold.
        scale: What the lengths were multiplied by.
    """

    is_feasible: bool
    lengths: "NDArray[np.float64]"
    scale: int

    def find_range(self, start: int, end: int) -> tuple[Fraction, Fraction | None]:
        """The least and the most that the sum from one boundary to another can be."""
        high = float(self.lengths[start, end])
        low = Fraction(-int(self.lengths[end, start]), self.scale)
        return low, None if high == float("inf") else Fraction(int(high), self.scale)


def close_networks(systems: Sequence[System]) -> list[Closure | None]:
    """Verdicts and all implied ranges of many systems of one series each, with all their clauses, at once.

    Returns:
        One closure a system, in their order; None for one whose figures are too large or too many for exact floats.
    """
    closures: list[Closure | None] = [None] * len(systems)
    by_size: dict[int, list[int]] = {}
    for place, system in enumerate(systems):
        if system.size < _MAX_BOUNDARIES:
            by_size.setdefault(system.size + 1, []).append(place)
    for boundaries, places in by_size.items():
        chunk = max(1, _CHUNK_CELLS // boundaries**2)
        for first in range(0, len(places), chunk):
            some = places[first : first + chunk]
            for place, closure in zip(some, _close_alike([systems[place] for place in some]), strict=True):
                closures[place] = closure
    return closures


def close_tables(lengths: "NDArray[np.float64]") -> "NDArray[np.bool_]":
    """Close tables of lengths in place (Floyd-Warshall over all of them at once), and say which are feasible.

    Args:
        lengths: Shape (n, k, k): the most by which the total of a topic can rise from one boundary to another, in whole
            numbers, infinite for no limit. Exact while the finite lengths of a table add up to less than 2**53.

    Returns:
        Shape (n,): False where a cycle is negative, so that the rows cannot all hold.
    """
    import numpy as np

    spare = np.empty_like(lengths)
    for middle in range(lengths.shape[1]):
        np.add(lengths[:, :, middle, None], lengths[:, middle, None, :], out=spare)
        np.minimum(lengths, spare, out=lengths)
    return np.asarray(np.einsum("nkk->nk", lengths).min(axis=1) >= 0)


def _close_alike(systems: Sequence[System]) -> list[Closure | None]:
    import numpy as np

    size = systems[0].size + 1
    tables = np.full((len(systems), size, size), np.inf)
    scales = [find_scale(system) for system in systems]
    exact = []
    for table, system, scale in zip(tables, systems, scales, strict=True):
        edges = _make_edges(system, scale)
        exact.append(sum(abs(edge.length) for edge in edges) < _EXACT)
        np.fill_diagonal(table, 0)
        for edge in edges if exact[-1] else ():
            table[edge.tail, edge.head] = min(table[edge.tail, edge.head], edge.length)
    verdicts: Any = close_tables(tables)
    return [
        Closure(bool(verdict), table, scale) if is_exact else None
        for verdict, table, scale, is_exact in zip(verdicts, tables, scales, exact, strict=True)
    ]


def _make_edges(system: System, scale: int) -> list[_Edge]:
    edges = [_Edge(place + 1, place, 0, None, frozenset()) for place in range(system.size)]
    for index, (row, guard) in enumerate(zip(system.rows, system.guards, strict=True)):
        run = find_run(row.terms)
        if run is None:
            raise ValueError("expected rows that sum one contiguous run of variables")
        start, end = run
        if row.high is not None:
            edges.append(_Edge(start, end, int(row.high * scale), Part(index, "most", Fraction(1)), guard))
        if row.low is not None:
            edges.append(_Edge(end, start, -int(row.low * scale), Part(index, "least", Fraction(1)), guard))
    return edges


def _find_turn(came: dict[int, _Edge]) -> int | None:
    """A boundary to which the search came from itself, which it does only round a negative cycle; None for none."""
    seen: dict[int, int] = {}
    for first in came:
        place = first
        while place in came and place not in seen:
            seen[place] = first
            place = came[place].tail
        if seen.get(place) == first and place in came:
            return place
    return None


def _follow(came: dict[int, _Edge], last: int) -> list[Part]:
    """The parts on the cycle that the search went round."""
    cycle = [came[last]]
    while cycle[-1].tail != last:
        cycle.append(came[cycle[-1].tail])
    return [edge.part for edge in cycle if edge.part is not None]


def _trace(came: dict[int, _Edge], start: int, goal: int) -> list[Part]:
    parts = []
    while goal != start:
        edge = came[goal]
        if edge.part is not None:
            parts.append(edge.part)
        goal = edge.tail
    return parts
