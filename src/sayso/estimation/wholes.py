"""Parts and wholes among the tolls of a report: "seven children" in the headline are part of the ten people of the lead."""

from collections.abc import Collection, Sequence

from sayso.estimation.counts import (
    ANYBODY,
    head_of,
    is_combatant,
    is_coordinated,
    is_in_lead,
    is_of_unnamed_whole,
    is_running_total,
    is_toll,
    value_of,
)
from sayso.model import Reading, Statement

_SUBGROUPS = frozenset(
    """child kid baby infant toddler girl boy schoolchild schoolboy schoolgirl student pupil teacher woman civilian medic doctor nurse paramedic journalist rescuer
    staffer""".split()
)
"""Heads that name some of the people in an event: a headline may count these alone."""
_ROUNDED = 1.3
"""A headline's "more than 200" may stand for up to 260; further off it is another count."""


def part_ids(reading: Reading, statements: Sequence[Statement]) -> frozenset[str]:
    """The ids of the statements that are parts of another of them; a part of "dozens" is the best number there is.

    A group that one sentence takes in ("sixteen civilians, including three children") is a part wherever its number
    stands again beside that of its whole.
    """
    vague = {statement.id for statement in reading.statements if statement.quantity.bound == "vague"}
    parts = {
        relation.source
        for relation in reading.relations
        if relation.kind == "part_of" and relation.source is not None and not vague.issuperset(relation.targets)
    }
    parts.update(statement.id for statement in statements if is_of_unnamed_whole(statement))
    pairs = _pairs(reading, {statement.id: statement for statement in statements})
    taken_in = {(value_of(part), head_of(part), value_of(whole)) for part, whole in pairs}
    for statement in statements:
        beside = [other for other in statements if other.passage == statement.passage]
        if any((value_of(statement), head_of(statement), value_of(other)) in taken_in for other in beside):
            parts.add(statement.id)
    return frozenset(parts)


def _pairs(reading: Reading, known: dict[str, Statement]) -> list[tuple[Statement, Statement]]:
    """Part and whole, where both are tolls."""
    return [
        (known[relation.source], known[target])
        for relation in reading.relations
        for target in relation.targets
        if relation.kind == "part_of" and relation.source in known and target in known
    ]


def seek_whole(reading: Reading, chosen: Sequence[Statement], outcome: str) -> list[Statement]:
    """What the count chosen first is only a part, or a round number, of; empty where nothing says so.

    Args:
        reading: The report.
        chosen: The statements of the headline or of the first sentence that has a number.
        outcome: ``killed`` or ``injured``.
    """
    tolls = [
        statement
        for statement in reading.statements
        if is_toll(statement, outcome) and is_in_lead(reading, statement) and not is_running_total(reading, statement)
    ]
    near = [statement for statement in tolls if is_in_lead(reading, statement, leads=1)]
    parts = part_ids(reading, tolls)
    wholes = [statement for statement in near if statement.id not in parts]
    return _whole_of_group(reading, chosen, tolls) or _sum_with(chosen, wholes) or _exact_of(chosen, near)


def _whole_of_group(reading: Reading, chosen: Sequence[Statement], tolls: Sequence[Statement]) -> list[Statement]:
    """The whole that a report gives elsewhere for the same number of the same group."""
    total, heads = sum(map(value_of, chosen)), {head_of(statement) for statement in chosen}
    pairs = _pairs(reading, {statement.id: statement for statement in tolls})
    for part, whole in pairs:
        if part.passage != whole.passage and value_of(part) == total and value_of(whole) > total:
            return [whole]
    if not heads <= _SUBGROUPS:
        return []
    for part, whole in pairs:
        if value_of(part) == total and head_of(part) in heads | ANYBODY and value_of(whole) > total:
            return [whole]
    return []


def _sum_with(chosen: Sequence[Statement], tolls: Sequence[Statement]) -> list[Statement]:
    """The sum of a sentence of the lead where the headline has only one of its parts: one group, or one side."""
    if len(chosen) != 1:
        return []
    for same in tolls:
        if value_of(same) != value_of(chosen[0]) or same.id == chosen[0].id:
            continue
        together = [same, *(other for other in tolls if is_coordinated(same, other))]
        is_one_side = is_combatant(chosen[0]) and not all(map(is_combatant, together))
        are_named = all(head_of(statement) not in ANYBODY for statement in together)
        if len(together) > 1 and are_named and (is_one_side or head_of(chosen[0]) in _SUBGROUPS):
            return together
    return []


def _exact_of(chosen: Sequence[Statement], tolls: Collection[Statement]) -> list[Statement]:
    """The number for which a headline says "more than"."""
    if len(chosen) != 1 or chosen[0].quantity.bound != "more_than":
        return []
    low = value_of(chosen[0])
    for statement in tolls:
        is_same_group = head_of(statement) in ANYBODY or head_of(statement) == head_of(chosen[0])
        if low < value_of(statement) <= _ROUNDED * low and is_same_group:
            return [statement]
    return []
