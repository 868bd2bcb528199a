"""Sums over time: flows, running totals and rates of one series that cannot all hold."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.checking.explaining import make_finding
from sayso.checking.layouts import Layout, find_clashes, lay_out
from sayso.checking.lenses import is_within
from sayso.checking.networks import NetworkEngine, close_networks
from sayso.checking.pairs import is_slip
from sayso.checking.readings import CONVEYED
from sayso.checking.rows import Clash, list_conflict
from sayso.checking.topics import Member, Topic
from sayso.model import Finding, FindingKind

_MANY = 1000
"""From about this many systems on, one pass over all of them is quicker than one search in each."""


class Limits(NamedTuple):
    """How far the search in a topic goes.

    Attributes:
        max_conflicts: How many conflicts to list.
        max_steps: How many feasibility questions to ask, under each choice of readings.
    """

    max_conflicts: int
    max_steps: int


def check_sums(
    topic: Topic, layouts: Iterable[Layout], *, limits: Limits, across_documents: bool = False
) -> tuple[list[Finding], bool]:
    """The findings of a topic.

    Args:
        topic: What speaks about one series.
        layouts: Its systems, weakest reading first; those that can hold may be left out.
        limits: How far to go.
        across_documents: Whether to keep only what takes more than one document.

    Returns:
        The findings, and whether the search was complete.
    """
    members = {member.entry.statement.id: member for member in topic.members}
    statements = {id: member.entry.statement for id, member in members.items()}
    found: list[Clash] = []
    told: dict[frozenset[str], tuple[Clash, Layout]] = {}
    is_complete = True
    for layout in layouts:
        if len(told) >= limits.max_conflicts:
            is_complete = False
            break
        known = [list_conflict(clash) for clash in found]
        conflicts = find_clashes(
            layout, max_conflicts=limits.max_conflicts, max_steps=limits.max_steps, known=known
        )  # fmt: skip
        found += conflicts.clashes
        is_complete = is_complete and conflicts.complete
        for clash in conflicts.clashes:
            ids = frozenset(_list_ids(clash))
            documents = {statements[id].document_id for id in ids}
            if (len(documents) > 1 or not across_documents) and _is_worth_telling(clash, members):
                told.setdefault(ids, (clash, layout))  # what a weaker reading shows needs no stronger one
    findings = [
        make_finding(_find_kind(clash, members), clash, statements=statements, layout=layout)
        for clash, layout in told.values()
    ]
    return findings, is_complete


def list_layouts(topic: Topic, *, lens: str | None = None, most: int | None = None) -> list[Layout]:
    """The systems of a topic, one a choice of readings, weakest first, as far as a lens goes.

    Args:
        topic: The topic.
        lens: The strongest lens to take; None for the strongest there is.
        most: How many choices to lay out; None for all.
    """
    ties = [tie for tie in topic.ties if is_within(tie.assumptions, lens)]
    tied = {"", *(tie.series for tie in ties)}
    choices = [
        tuple(row for row in rows if row.series in tied and is_within(row.assumptions, lens)) for rows in topic.lenses
    ]
    return [lay_out(rows, ties) for rows in list(dict.fromkeys(choices))[:most]]


def drop_sound(choices: Sequence[Sequence[Layout]]) -> list[list[Layout]]:
    """The systems of many topics without those that surely can hold, found for all at once where they are many."""
    systems = [layout.system for layouts in choices for layout in layouts if isinstance(layout.engine, NetworkEngine)]
    if len(systems) < _MANY:
        return [list(layouts) for layouts in choices]
    closures = close_networks(systems)
    sound = {id(system) for system, closure in zip(systems, closures, strict=True) if closure and closure.is_feasible}
    return [[layout for layout in layouts if id(layout.system) not in sound] for layouts in choices]


def _is_worth_telling(clash: Clash, members: Mapping[str, Member]) -> bool:
    """Whether a conflict is more than a contrast in a sentence, loose words of two voices, a reading out of place."""
    if not _is_average_in_place(clash, members):
        return False
    if len(clash.least) != 1 or len(clash.most) != 1 or clash.least[0].stretch != clash.most[0].stretch:
        return True
    first, second = (members[row.statements[0]].entry for row in clash.rows)
    one, two = first.statement, second.statement
    if "rate" in (one.aspect, two.aspect) or members[one.id].links or members[two.id].links:
        return True
    if (one.document_id, one.passage) == (two.document_id, two.passage):
        return False
    keys = {assumption.key for row in clash.rows for assumption in row.assumptions}
    return first.origin == second.origin or not keys & set(CONVEYED)


def _is_average_in_place(clash: Clash, members: Mapping[str, Member]) -> bool:
    """Whether each rate read as an average is one over the time of a total that is in the conflict too."""
    times = [members[id].entry.when for id in _list_ids(clash) if members[id].entry.statement.aspect != "rate"]
    stretches = {stretch for when in times if when is not None for stretch in when}
    return all(
        row.stretch in stretches
        for row in clash.rows
        if {assumption.key for assumption in row.assumptions} & {"average", "rate_reaches_back"}
    )


def _list_ids(clash: Clash) -> list[str]:
    return sorted({id for row in clash.rows for id in row.statements})


def _find_kind(clash: Clash, members: Mapping[str, Member]) -> FindingKind:
    ids = _list_ids(clash)
    statements = [members[id].entry.statement for id in ids]
    aspects = {statement.aspect for statement in statements}
    if "rate" in aspects:
        return "rate_and_total" if "cumulative" in aspects else "flow_and_rate"
    if any(members[id].links for id in ids):
        return "parts_and_whole"
    if len(clash.least) == len(clash.most) == 1:
        least, most = clash.least[0], clash.most[0]
        if least.stretch == most.stretch:
            return "unit_slip" if is_slip(*statements) else "two_values"
        if aspects == {"cumulative"} and least.stretch.end <= most.stretch.end:
            return "falling_total"
    return "flow_and_total"
