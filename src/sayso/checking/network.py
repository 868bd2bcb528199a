"""Exact feasibility of rows over one series: minimal sets of statements and assumptions that cannot all hold.

Every row bounds the difference of the running total between two days, and the running total never falls. Such a
system has a solution unless a cycle of its constraints has negative length, so shortest paths decide it exactly.

Source:
    Dechter, Meiri, Pearl 1991, Temporal constraint networks; Reiter 1987, A theory of diagnosis from first principles
    (the tree of removals that lists every minimal conflict); Chinneck 2008, Feasibility and Infeasibility in
    Optimization (deletion filter).
"""

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import NamedTuple

from sayso.checking.rows import Atom, Clash, Row, is_proved, list_atoms, rank_atom

_NODES_A_STEP = 20
"""Looking a node of the tree up costs about a twentieth of a question; past this many the tree itself is too large."""


class Conflicts(NamedTuple):
    """Minimal conflicts of a set of rows, smallest first.

    Attributes:
        clashes: One clash a conflict, the one whose sides are furthest apart.
        complete: False when a limit stopped the search.
    """

    clashes: tuple[Clash, ...]
    complete: bool


class _Edge(NamedTuple):
    """Total at ``head`` minus total at ``tail`` is at most ``length``; ``row`` is None where totals cannot fall."""

    tail: int
    head: int
    length: int
    row: Row | None


def find_conflicts(
    rows: Sequence[Row], *, max_conflicts: int, max_steps: int, known: Collection[frozenset[Atom]] = ()
) -> Conflicts:
    """Every minimal set of statements and assumptions whose rows cannot all hold.

    Args:
        rows: Rows over one series, in any order.
        max_conflicts: How many conflicts to list.
        max_steps: How many feasibility questions to ask.
        known: Minimal conflicts already known, not to be listed again.

    Returns:
        The conflicts. None of them holds a smaller one, nor a known one.
    """
    ordered = sorted(set(rows), key=_rank_row)
    here = frozenset(list_atoms(ordered))
    old = [atoms for atoms in known if atoms <= here]
    found: list[frozenset[Atom]] = []
    steps = 0
    queue: deque[frozenset[Atom]] = deque([frozenset()])
    seen = {frozenset[Atom]()}
    settled: list[frozenset[Atom]] = []
    complete = True
    while queue:
        removed = queue.popleft()
        if any(enough <= removed for enough in settled):
            continue  # what holds once so much is removed holds when more is
        conflict = next((atoms for atoms in (*old, *found) if not atoms & removed), None)
        if conflict is None:
            if steps >= max_steps or len(found) >= max_conflicts:
                complete = False
                break
            conflict, asked = _find_minimal(_keep(ordered, removed))
            steps += asked
            if conflict is None:
                settled.append(removed)
                continue
            found.append(conflict)
        for atom in sorted(conflict, key=rank_atom):
            if (further := removed | {atom}) not in seen:
                seen.add(further)
                queue.append(further)
        if len(seen) > max_steps * _NODES_A_STEP:
            complete = False
            break
    found.sort(key=lambda atoms: (len(atoms), [rank_atom(atom) for atom in sorted(atoms, key=rank_atom)]))
    return Conflicts(tuple(_find_widest(_within(ordered, atoms)) for atoms in found), complete)


def is_feasible(rows: Iterable[Row]) -> bool:
    """Whether some series that is never negative meets all rows."""
    return _find_cycle(list(rows)) is None


def _find_minimal(rows: list[Row]) -> tuple[frozenset[Atom] | None, int]:
    cycle = _find_cycle(rows)
    if cycle is None:
        return None, 1
    needed = frozenset(list_atoms(cycle))
    asked = 1
    # Assumptions first, so that a conflict which needs none is found before one that does.
    for atom in sorted(needed, key=rank_atom, reverse=True):
        asked += 1
        if not is_feasible(_within(rows, needed - {atom})):
            needed -= {atom}
    return needed, asked


def _find_widest(rows: list[Row]) -> Clash:
    """The clash among rows of a minimal conflict whose two sides differ by the greatest ratio."""
    clashes: list[Clash] = []
    for pivot in rows:
        others = [row for row in rows if pivot.statements[0] not in row.statements]
        clash = _close(pivot, others)
        if clash is not None and is_proved(clash):
            clashes.append(clash)
    if not clashes:
        cycle = _find_cycle(rows)
        assert cycle is not None, "a minimal conflict has a cycle"
        clashes = [_split(cycle)]
    return min(clashes, key=lambda clash: (-_find_ratio(clash), [_rank_row(row) for row in clash.rows]))


def _find_ratio(clash: Clash) -> Fraction:
    return clash.low / clash.high if clash.high else clash.low + 10**30  # an empty allowance is apart from all


def _close(pivot: Row, others: list[Row]) -> Clash | None:
    """The clash of one row with the tightest that the others imply for its stretch."""
    edges = _make_edges([pivot, *others])
    own = next(edge for edge in edges if edge.row == pivot)
    rest = [edge for edge in edges if edge.row != pivot]
    distance: dict[int, int] = {own.head: 0}
    came: dict[int, _Edge] = {}
    for _ in range(len({edge.tail for edge in edges} | {edge.head for edge in edges})):
        changed = False
        for edge in rest:
            if edge.tail in distance and distance[edge.tail] + edge.length < distance.get(
                edge.head, distance[edge.tail] + edge.length + 1
            ):
                distance[edge.head] = distance[edge.tail] + edge.length
                came[edge.head] = edge
                changed = True
        if not changed:
            break
    else:
        return None  # the others alone clash
    if own.tail not in distance or distance[own.tail] + own.length >= 0:
        return None
    path = []
    node = own.tail
    while node != own.head:
        path.append(came[node])
        node = came[node].tail
    return _split([pivot, *(edge.row for edge in path if edge.row is not None)])


def _find_cycle(rows: list[Row]) -> list[Row] | None:
    """The rows on a negative cycle; None when there is none (Bellman-Ford from everywhere at once)."""
    edges = _make_edges(rows)
    distance = dict.fromkeys(sorted({node for edge in edges for node in (edge.tail, edge.head)}), 0)
    came: dict[int, _Edge] = {}
    last = None
    for _ in range(len(distance)):
        last = None
        for edge in edges:
            if distance[edge.tail] + edge.length < distance[edge.head]:
                distance[edge.head] = distance[edge.tail] + edge.length
                came[edge.head] = edge
                last = edge.head
        if last is None:
            return None
    if last is None:
        return None
    for _ in distance:
        last = came[last].tail
    cycle = [came[last]]
    while cycle[-1].tail != last:
        cycle.append(came[cycle[-1].tail])
    return [edge.row for edge in cycle if edge.row is not None]


def _make_edges(rows: list[Row]) -> list[_Edge]:
    scale = lcm(*(row.value.denominator for row in rows))
    days = sorted({day for row in rows for day in row.stretch})
    edges = [_Edge(later, earlier, 0, None) for earlier, later in pairwise(days)]
    for row in rows:
        length = row.value.numerator * (scale // row.value.denominator)
        start, end = row.stretch
        edges.append(_Edge(start, end, length, row) if row.side == "most" else _Edge(end, start, -length, row))
    return edges


def _split(rows: list[Row]) -> Clash:
    ordered = sorted(rows, key=_rank_row)
    return Clash(
        tuple(row for row in ordered if row.side == "least"),
        tuple(row for row in ordered if row.side == "most"),
    )


def _keep(rows: list[Row], removed: frozenset[Atom]) -> list[Row]:
    return [row for row in rows if not row.atoms & removed]


def _within(rows: list[Row], atoms: frozenset[Atom]) -> list[Row]:
    return [row for row in rows if row.atoms <= atoms]


def _rank_row(row: Row) -> tuple[object, ...]:
    assumptions = tuple(rank_atom(assumption) for assumption in row.assumptions)
    return (row.stretch, row.side, row.value, row.statements, assumptions, row.words)
