"""Implied ranges: what the largest set of figures that can all hold says of a measure over some days."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.checking.check import CheckLimits
from sayso.checking.clauses import End
from sayso.checking.consequences import find_ends
from sayso.checking.corrections import find_correction
from sayso.checking.details import to_number
from sayso.checking.entries import Entry, make_context, make_entry
from sayso.checking.layouts import Layout, lay_out
from sayso.checking.lenses import check_lens, is_within
from sayso.checking.periods import Stretch, to_day
from sayso.checking.readings import make_conveyed_rows, make_period_rows, make_rows, make_span_rows
from sayso.checking.rows import Row, rank_atom
from sayso.checking.stocks import FLOW_LINKS
from sayso.checking.topics import OVER_TIME, Member, assume_place, drop_copies, make_ties, place_rows
from sayso.model import Assumption, ImpliedRange, Measure, PeriodError, Relation, Statement, UnknownNameError


class _Binding(NamedTuple):
    statements: tuple[str, ...]
    assumptions: frozenset[Assumption]


def find_range(  # noqa: PLR0913 -- what is asked for, and how to read the figures, in one line as users type it
    statements: Iterable[Statement],
    relations: Iterable[Relation] = (),
    *,
    measure: str,
    start: str,
    end: str,
    place: str | None = None,
    measures: Mapping[str, Measure] | None = None,
    lens: str = "literal",
    limits: CheckLimits | None = None,
) -> ImpliedRange:
    """What figures imply for a measure over some days, though none may say it.

    Where not all figures can hold, the cheapest are given up: assumptions before statements, few before many.

    Args:
        statements: The statements of one report or of a ledger, in any order.
        relations: What ties them together.
        measure: The measure's id.
        start: First day, ``YYYY-MM-DD``.
        end: First day after it.
        place: Name, three-letter country code or GeoNames id of the place; None where the figures name only one.
        measures: The codebook's measures by id, for how they stand to each other; None for none.
        lens: How strongly to read the figures; see ``LENSES``. A rate counts from ``average`` on.
        limits: How far to go; None for the defaults.

    Returns:
        The range; from 0 to no limit where no figure speaks about the measure.

    Raises:
        PeriodError: ``start`` and ``end`` are no days, or not in order.
        UnknownNameError: There is no such lens; or ``place`` is None and the figures are about several places; or
            it names several.
    """
    check_lens(lens)
    stretch = _find_stretch(start, end)
    known = {statement.id: statement for statement in statements}
    entries = _list_entries(sorted(known.values(), key=lambda statement: statement.id), relations, measures or {})
    members = _choose_place(_find_members(entries, measure, measures or {}), place)
    rows = _list_rows(members, stretch, lens)
    ties = [tie for tie in make_ties(members) if is_within(tie.assumptions, lens)]
    layout = lay_out(rows, ties, days=stretch)
    return _measure_range(layout, stretch, measure, lens, limits or CheckLimits())


def _measure_range(layout: Layout, stretch: Stretch, measure: str, lens: str, limits: CheckLimits) -> ImpliedRange:
    system = layout.system
    correction = find_correction(system, layout.engine, max_steps=limits.max_steps)
    on = system.all - correction.clauses
    low, high = find_ends(system, layout.engine, layout.find_terms("", stretch), on)
    least, most = _find_binding(layout, low), _find_binding(layout, high)
    given_up = sorted((layout.atoms[place] for place in correction.clauses), key=rank_atom)
    return ImpliedRange(
        measure=measure,
        start=dt.date.fromordinal(stretch.start).isoformat(),
        end=dt.date.fromordinal(stretch.end).isoformat(),
        low=0 if low.value is None else to_number(low.value),
        high=None if high.value is None else to_number(high.value),
        low_statements=least.statements,
        high_statements=most.statements,
        lens=lens,
        assumptions=tuple(sorted(least.assumptions | most.assumptions, key=rank_atom)),
        given_up=tuple(atom if isinstance(atom, str) else atom.key for atom in given_up),
        complete=correction.exact and low.is_proved and high.is_proved,
    )


def _find_binding(layout: Layout, end: End) -> _Binding:
    statements: dict[str, None] = {}
    assumptions: set[Assumption] = set()
    for part in end.parts:
        source = layout.sources[part.row]
        assumptions |= set(source.assumptions if isinstance(source, Row) else source.tie.assumptions)
        statements |= dict.fromkeys(source.statements if isinstance(source, Row) else ())
    return _Binding(tuple(sorted(statements)), frozenset(assumptions))


def _find_stretch(start: str, end: str) -> Stretch:
    try:
        stretch = Stretch(to_day(start), to_day(end))
    except ValueError as err:
        raise PeriodError(f"expected days as YYYY-MM-DD, found {start!r} and {end!r}") from err
    if stretch.days <= 0:
        raise PeriodError(f"expected a first day before the end, found {start} and {end}")
    return stretch


def _list_entries(
    statements: Sequence[Statement], relations: Iterable[Relation], measures: Mapping[str, Measure]
) -> list[Entry]:
    context = make_context(sorted(relations, key=lambda relation: relation.id))
    made = [make_entry(statement, context, measures) for statement in statements if statement.aspect in OVER_TIME]
    entries = drop_copies(entry for entry in made if isinstance(entry, Entry))
    if len({entry.statement.document_id for entry in entries}) > 1:
        # what one report says happened in a year is seldom all there was: across reports only totals in words bound
        return [entry._replace(is_total=entry.says_total) for entry in entries]
    return entries


def _find_members(entries: Sequence[Entry], measure: str, measures: Mapping[str, Measure]) -> list[Member]:
    """The figures of a measure for all that it counts, and those of measures that are linked to it."""
    own = [entry for entry in entries if entry.series.thing == measure]
    populations = {entry.series.population for entry in own}
    whole = "" if "" in populations or len(populations) != 1 else populations.pop()
    members = [Member(entry) for entry in own if entry.series.population == whole]
    for entry in entries:
        linked = measures.get(entry.statement.measure or "")
        for link in () if linked is None or entry.statement.aspect == "rate" else linked.links:
            if link.kind not in FLOW_LINKS and link.measure == measure and entry.series.thing != measure:
                members.append(Member(entry, ((entry.series.thing, link),)))
    return members


def _choose_place(members: list[Member], place: str | None) -> list[Member]:
    placed = {member.entry.series.place: member.entry for member in members if member.entry.series.place}
    if place is None and len(placed) > 1:
        names = sorted({entry.statement.place.name for entry in placed.values() if entry.statement.place})
        raise UnknownNameError(f"expected a place, as the figures are about {', '.join(names)}")
    chosen = _choose_named(placed, place)
    kept = [member for member in members if member.entry.series.place == chosen]
    bare = [member for member in members if not member.entry.series.place]
    if not placed:
        return bare if place is None else []
    return kept + [assume_place(member, placed[chosen]) for member in bare if chosen is not None]


def _choose_named(placed: Mapping[str, Entry], place: str | None) -> str | None:
    """The key of the place that is named, the only one for None; None where no figure is about it.

    The code of a country names the country, not the towns in it.
    """
    named = [key for key, entry in placed.items() if place is None or _is_named(entry, key, place)]
    if len(named) > 1:
        whole = [key for key in named if _is_country(placed[key])]
        named = whole if len(whole) == 1 else named
    if len(named) > 1:
        keys = ", ".join(sorted(named))
        raise UnknownNameError(f"expected one place, found several for {place!r}: {keys}", hint="give one of these")
    return named[0] if named else None


def _is_named(entry: Entry, key: str, place: str) -> bool:
    stated = entry.statement.place
    names = {key.casefold()} | ({stated.name.casefold(), (stated.country or "").casefold()} if stated else set())
    return place.casefold() in names


def _is_country(entry: Entry) -> bool:
    place = entry.statement.place
    return place is not None and place.precision == "country"


def _list_rows(members: Sequence[Member], stretch: Stretch, lens: str) -> list[Row]:
    rows: list[Row] = []
    for member in members:
        if member.entry.statement.aspect != "rate":
            said = make_rows(member.entry) + make_conveyed_rows(member.entry)
            rows += place_rows(said, member, members)
    days = sorted({day for row in rows for day in row.stretch} | set(stretch))
    for member in members:
        if member.entry.statement.aspect == "rate":
            each = make_period_rows(member.entry, days) if lens == "each_period" else []
            rows += place_rows(each or make_span_rows(member.entry), member, members)
    return [row for row in rows if is_within(row.assumptions, lens)]
