"""Topics: the entries that speak about one series, in one document or across a ledger, and the rows they give."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.checking.entries import Entry, Series
from sayso.checking.readings import (
    make_average_rows,
    make_conveyed_rows,
    make_period_rows,
    make_rows,
    make_tie,
    translate_rows,
)
from sayso.checking.rows import Row, Tie
from sayso.checking.stocks import FLOW_LINKS
from sayso.model import Assumption, Measure, MeasureLink

OVER_TIME = ("flow", "cumulative", "rate")
"""The aspects of figures that add up over time."""


class Member(NamedTuple):
    """An entry in a topic.

    Attributes:
        entry: The entry.
        links: How its measure stands to the topic's, step by step; empty when it is the same.
        assumptions: What has to be assumed for it to belong here.
    """

    entry: Entry
    links: tuple[tuple[str, MeasureLink], ...] = ()
    assumptions: tuple[Assumption, ...] = ()


class Topic(NamedTuple):
    """What speaks about one series.

    Attributes:
        series: The series.
        members: The entries, in a fixed order.
        lenses: What they say of it under each choice of readings, the weakest first. No lens takes one figure in two
            readings, or two rates at once: when each of them held is too seldom said.
        ties: How further measures stand to that of the series, whose rows name them.
    """

    series: Series
    members: tuple[Member, ...]
    lenses: tuple[tuple[Row, ...], ...]
    ties: tuple[Tie, ...] = ()


def make_report_topics(entries: Sequence[Entry], measures: Mapping[str, Measure]) -> list[Topic]:
    """The topics of one document, with every reading and link as an assumption of its own.

    Args:
        entries: The entries of one document, in a fixed order.
        measures: The measures by id, for their links.
    """
    timed = [entry for entry in drop_copies(entries) if entry.statement.aspect in OVER_TIME]
    groups: dict[Series, list[Member]] = {}
    for entry in timed:
        groups.setdefault(entry.series, []).append(Member(entry))
    _join_unplaced(groups)
    _join_linked(groups, timed, measures)
    return [
        Topic(series, tuple(members), _make_lenses(members), make_ties(members))
        for series, members in groups.items()
        if len(members) > 1
    ]


def make_ledger_topics(entries: Sequence[Entry]) -> list[Topic]:
    """The topics that several documents speak about, with what the figures say literally.

    Only figures whose measure and place are known are compared across documents, and no reading of a rate is. What one
    report says happened in a year is seldom all that happened there: only figures that call themselves totals bound.
    """
    groups: dict[Series, list[Member]] = {}
    for entry in drop_copies(entries):
        statement = entry.statement
        if statement.aspect in ("flow", "cumulative") and statement.measure is not None and entry.series.place:
            groups.setdefault(entry.series, []).append(Member(entry._replace(is_total=entry.says_total)))
    return [
        Topic(series, tuple(members), (tuple(row for member in members for row in make_rows(member.entry)),))
        for series, members in groups.items()
        if len({member.entry.statement.document_id for member in members}) > 1
    ]


def drop_copies(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without those that only repeat an earlier one: same figure, same time, same origin."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for entry in entries:
        statement = entry.statement
        key = (
            entry.series, statement.aspect, statement.per, entry.when, entry.reach, entry.conveyed, entry.origin,
            entry.is_total, entry.doubts,
        )  # fmt: skip
        if key not in seen:
            seen.add(key)
            kept.append(entry)
    return kept


def _join_unplaced(groups: dict[Series, list[Member]]) -> None:
    """Figures without a place join those with one, as an assumption, where the document knows a single place."""
    for series in [series for series in groups if not series.place]:
        placed = [other for other in groups if other.place and other._replace(place="") == series]
        if len(placed) != 1:
            continue
        members = groups.pop(series)
        groups[placed[0]] += [assume_place(member, groups[placed[0]][0].entry) for member in members]


def _join_linked(groups: dict[Series, list[Member]], entries: list[Entry], measures: Mapping[str, Measure]) -> None:
    for entry in entries:
        measure = measures.get(entry.statement.measure or "")
        for link in () if measure is None else measure.links:
            if link.kind in FLOW_LINKS:
                continue
            for series, members in groups.items():
                if series.thing != link.measure or entry.statement.aspect == "rate":
                    continue
                linked = Member(entry, ((entry.statement.measure or "", link),))
                if series.place == entry.series.place:
                    members.append(linked)
                elif not entry.series.place and len({other.place for other in groups if other.place}) == 1:
                    members.append(assume_place(linked, members[0].entry))


def assume_place(member: Member, placed: Entry) -> Member:
    """A figure without a place as one of the place that another names."""
    place = placed.statement.place
    name = place.name if place is not None else "the same place"
    words = f'"{member.entry.statement.figure.exact}" is about {name} too'
    assumption = Assumption(key="same_place", words=words, statement=member.entry.statement.id)
    return member._replace(assumptions=(*member.assumptions, assumption))


def make_ties(members: Sequence[Member]) -> tuple[Tie, ...]:
    """The ties of measures of which several figures are in a topic.

    One figure of another measure says of the topic's exactly what its ends divided by the ratio say. Several together
    say more, for which their own measure has to be kept.
    """
    found = {}
    for member in members:
        if _keeps_measure(member, members):
            measure, link = member.links[0]
            found[measure, link] = make_tie(link, measure=measure)
    return tuple(found.values())


def place_rows(rows: list[Row], member: Member, members: Sequence[Member]) -> list[Row]:
    """The rows of a member as the topic sees them."""
    if _keeps_measure(member, members):
        rows = [row._replace(series=member.links[0][0]) for row in rows]
    else:
        for measure, link in member.links:
            rows = translate_rows(rows, link, measure=measure)
    return [row._replace(assumptions=(*row.assumptions, *member.assumptions)) for row in rows]


def _make_lenses(members: list[Member]) -> tuple[tuple[Row, ...], ...]:
    totals = [member for member in members if member.entry.statement.aspect != "rate"]
    literal = [row for member in totals for row in place_rows(make_rows(member.entry), member, members)]
    conveyed = [row for member in totals for row in place_rows(make_conveyed_rows(member.entry), member, members)]
    lenses = [literal, literal + conveyed] if conveyed else [literal]
    days = sorted({day for row in literal + conveyed for day in row.stretch})
    for member in members:
        if member.entry.statement.aspect == "rate":
            averages = {tuple(make_average_rows(member.entry, total.entry)): None for total in totals}
            readings = [*map(list, averages), make_period_rows(member.entry, days)]
            lenses += [literal + conveyed + place_rows(rows, member, members) for rows in readings if rows]
    return tuple(tuple(lens) for lens in lenses)


def _keeps_measure(member: Member, members: Sequence[Member]) -> bool:
    """Whether several figures share a member's measure, population and only link to the topic's."""
    if len(member.links) != 1:
        return False
    series = member.entry.series
    alike = [other for other in members if other.links == member.links]
    return len(alike) > 1 and all(other.entry.series.population == series.population for other in alike)
