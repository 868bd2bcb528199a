"""Sums over time: flows, running totals and rates of one series that cannot all hold."""

from collections.abc import Mapping

from sayso.checking.explaining import make_finding
from sayso.checking.network import find_conflicts
from sayso.checking.pairs import is_slip
from sayso.checking.rows import Clash, list_conflict
from sayso.checking.topics import Member, Topic
from sayso.model import Finding, FindingKind


def check_sums(
    topic: Topic, *, max_conflicts: int, max_steps: int, across_documents: bool = False
) -> tuple[list[Finding], bool]:
    """The findings of a topic.

    Args:
        topic: What speaks about one series.
        max_conflicts: How many conflicts to list.
        max_steps: How many feasibility questions to ask.
        across_documents: Whether to keep only what takes more than one document.

    Returns:
        The findings, and whether the search was complete.
    """
    members = {member.entry.statement.id: member for member in topic.members}
    statements = {id: member.entry.statement for id, member in members.items()}
    clashes: list[Clash] = []
    is_complete = True
    for rows in topic.lenses:
        known = [list_conflict(clash) for clash in clashes]
        conflicts = find_conflicts(rows, max_conflicts=max_conflicts, max_steps=max_steps, known=known)
        clashes += conflicts.clashes
        is_complete = is_complete and conflicts.complete
    findings = [
        make_finding(_find_kind(clash, members), clash, statements=statements)
        for clash in clashes
        if not across_documents or len({statements[id].document_id for row in clash.rows for id in row.statements}) > 1
    ]
    return findings, is_complete


def _find_kind(clash: Clash, members: Mapping[str, Member]) -> FindingKind:
    ids = sorted({id for row in clash.rows for id in row.statements})
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

