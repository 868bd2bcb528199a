"""From rows over days to a system of clauses, and from its proofs back to clashes of rows."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from sayso.checking.clauses import Clause, Engine, Ids, Inequality, Part, System, Terms, make_system, sum_run
from sayso.checking.conflicts import list_conflicts, make_engine
from sayso.checking.consequences import find_widest
from sayso.checking.periods import Stretch
from sayso.checking.rows import Atom, Bridge, Clash, Row, Tie, is_proved, list_atoms, rank_atom

STATEMENT_WEIGHT = 10
ASSUMPTION_WEIGHT = 1
"""Assumptions are given up before statements are."""


class Layout(NamedTuple):
    """A system made of rows, with the way back.

    Attributes:
        system: The system.
        engine: Its engine.
        atoms: What each clause stands for.
        sources: For each row of the system, the row it came from, or the tie and the stretch.
        days: The boundaries of the elementary stretches, in order.
        series: The measures; the variables of the first come first, and it is that of the topic.
    """

    system: System
    engine: Engine
    atoms: tuple[Atom, ...]
    sources: "tuple[Row | _Place, ...]"
    days: tuple[int, ...]
    series: tuple[str, ...]

    def find_terms(self, series: str, stretch: Stretch) -> Terms:
        """The sum over a stretch whose ends are among the days."""
        return _sum_days(self.days, self.series.index(series), stretch)

    def find_ids(self, atoms: Collection[Atom]) -> Ids:
        """The clauses that stand for atoms."""
        return frozenset(place for place, atom in enumerate(self.atoms) if atom in atoms)


class _Place(NamedTuple):
    tie: Tie
    stretch: Stretch


class Clashes(NamedTuple):
    """Minimal conflicts as clashes.

    Attributes:
        clashes: One a conflict, smallest first: the one whose sides are furthest apart.
        complete: False when a limit stopped the search, or when the arithmetic of a conflict could not be verified.
    """

    clashes: tuple[Clash, ...]
    complete: bool


def lay_out(rows: Iterable[Row], ties: Iterable[Tie] = (), *, days: Iterable[int] = ()) -> Layout:
    """The system of rows over one series, and of others tied to it.

    Args:
        rows: The rows, in any order.
        ties: How the other series stand to the topic's.
        days: Further boundaries.
    """
    ordered = sorted(set(rows), key=rank_row)
    used = {row.series for row in ordered}
    bound = sorted((tie for tie in set(ties) if tie.series in used), key=lambda tie: (tie.series, repr(tie)))
    edges = tuple(sorted({day for row in ordered for day in row.stretch} | set(days)))
    series = ("", *sorted(used - {""}))
    hard: list[Inequality] = []
    owned: dict[Atom, list[Inequality]] = {atom: [] for atom in list_atoms(ordered)}
    owned |= {assumption: [] for tie in bound for assumption in tie.assumptions}
    sources: dict[tuple[Inequality, str], Row | _Place] = {}

    def add(inequality: Inequality, atoms: Sequence[Atom], source: Row | _Place) -> None:
        owner = atoms[0] if atoms else None
        full = inequality._replace(needs=frozenset(map(name_atom, atoms[1:])))
        (hard if owner is None else owned[owner]).append(full)
        sources.setdefault((full, "" if owner is None else name_atom(owner)), source)

    for row in ordered:
        terms = _sum_days(edges, series.index(row.series), row.stretch)
        low, high = (row.value, None) if row.side == "least" else (None, row.value)
        add(Inequality(terms, low, high), sorted(row.atoms, key=rank_atom), row)
    for tie in bound:
        for stretch in map(Stretch._make, pairwise(edges)):
            for inequality in _make_ties(edges, series, tie, stretch):
                add(inequality, sorted(tie.assumptions, key=rank_atom), _Place(tie, stretch))
    clauses = [_make_clause(atom, tuple(dict.fromkeys(inequalities))) for atom, inequalities in owned.items()]
    system = make_system(max(0, len(edges) - 1) * len(series), clauses, dict.fromkeys(hard))
    by_name = {name_atom(atom): atom for atom in owned}
    atoms = tuple(by_name[clause.id] for clause in system.clauses)
    return Layout(system, make_engine(system), atoms, _find_sources(system, sources), edges, series)


def find_clashes(
    layout: Layout, *, max_conflicts: int, max_steps: int, known: Collection[frozenset[Atom]] = ()
) -> Clashes:
    """Every minimal set of statements and assumptions whose rows cannot all hold.

    Args:
        layout: The rows.
        max_conflicts: How many conflicts to list.
        max_steps: How many questions to ask.
        known: Minimal conflicts already known, not to be listed again.
    """
    here = set(layout.atoms)
    old = [layout.find_ids(atoms) for atoms in known if atoms <= here]
    conflicts = list_conflicts(
        layout.system, layout.engine, max_conflicts=max_conflicts, max_steps=max_steps, known=old
    )  # fmt: skip
    clashes = [make_clash(layout, find_widest(layout.system, layout.engine, ids)) for ids in conflicts.found]
    proved = tuple(clash for clash in clashes if clash is not None and is_proved(clash))
    return Clashes(proved, conflicts.complete and len(proved) == len(clashes))


def make_clash(layout: Layout, parts: Sequence[Part] | None) -> Clash | None:
    """The rows of a proof with how often each enters; None without a proof."""
    if not parts:
        return None
    rows, bridges = [], []
    for index, side, times in parts:
        source = layout.sources[index]
        if isinstance(source, Row):
            rows.append(source._replace(times=times))
        else:
            bridges.append(Bridge(source.tie, side, source.stretch, times))
    main = [row.times for row in rows if not row.series] or [row.times for row in rows]
    scale = min(main)
    ordered = sorted((row._replace(times=row.times / scale) for row in rows), key=rank_row)
    return Clash(
        tuple(row for row in ordered if row.side == "least"),
        tuple(row for row in ordered if row.side == "most"),
        tuple(sorted((bridge._replace(times=bridge.times / scale) for bridge in bridges), key=repr)),
    )


def name_atom(atom: Atom) -> str:
    """The id of the clause that stands for an atom."""
    return atom if isinstance(atom, str) else "\x1f".join((atom.key, atom.statement or "", atom.words))


def rank_row(row: Row) -> tuple[object, ...]:
    """A fixed order of rows."""
    assumptions = tuple(rank_atom(assumption) for assumption in row.assumptions)
    return (row.series, row.stretch, row.side, row.value, row.statements, assumptions, row.words, row.multiple)


def _make_clause(atom: Atom, rows: tuple[Inequality, ...]) -> Clause:
    if isinstance(atom, str):
        return Clause(name_atom(atom), rows, STATEMENT_WEIGHT)
    return Clause(name_atom(atom), rows, ASSUMPTION_WEIGHT, "assumption")


def _sum_days(days: tuple[int, ...], block: int, stretch: Stretch) -> Terms:
    first = block * (len(days) - 1)
    return sum_run(first + bisect_left(days, stretch.start), first + bisect_left(days, stretch.end))


def _make_ties(days: tuple[int, ...], series: tuple[str, ...], tie: Tie, stretch: Stretch) -> list[Inequality]:
    ((main, one),) = _sum_days(days, 0, stretch)
    ((other, _),) = _sum_days(days, series.index(tie.series), stretch)
    made = []
    if tie.low:
        made.append(Inequality(((main, -tie.low), (other, one)), Fraction(0), None))
    if tie.high is not None:
        made.append(Inequality(((main, -tie.high), (other, one)), None, Fraction(0)))
    return made


def _find_sources(system: System, sources: dict[tuple[Inequality, str], Row | _Place]) -> tuple[Row | _Place, ...]:
    owners = [""] * sum(not guard for guard in system.guards)
    owners += [clause.id for clause in system.clauses for _ in clause.rows]
    return tuple(sources[row, owner] for row, owner in zip(system.rows, owners, strict=True))
