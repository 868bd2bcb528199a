"""How a toll parts into civilians and people who bear arms, by the other figures of the report."""

from collections.abc import Sequence

import msgspec

from sayso.estimation.counts import (
    ANYBODY,
    Toll,
    head_of,
    is_combatant,
    is_in_lead,
    is_running_total,
    is_toll,
    value_of,
)
from sayso.model import Reading, Statement


def side_of(reading: Reading, total: Toll, chosen: Sequence[Statement], group: str) -> Toll | None:
    """The part of a toll that one side has, None where it has none.

    A count of fighters is theirs alone. Of a count of people the fighters have what a figure for fighters says, where
    the lead has one that is no greater; the civilians have what a figure for civilians says, else the rest.

    Args:
        reading: The report.
        total: Its toll.
        chosen: The statements that the toll is the sum of.
        group: ``civilian`` or ``combatant``.
    """
    mine = [statement for statement in chosen if is_combatant(statement) == (group == "combatant")]
    if 0 < len(mine) < len(chosen):
        return _part(total, mine, group, total.rule)
    lead = [
        statement
        for statement in reading.statements
        if is_toll(statement, total.outcome)
        and is_in_lead(reading, statement)
        and not is_running_total(reading, statement)
    ]
    if _are_fighters(total, chosen, lead):
        return msgspec.structs.replace(total, group=group) if group == "combatant" else None
    smaller = [statement for statement in lead if value_of(statement) < total.value]
    named_civilians = any(head_of(statement) == "civilian" for statement in chosen)
    fighters = _fighters_of(smaller, total.value)
    civilians = [] if named_civilians else _civilians_of(reading, smaller, fighters, total.value)
    if group == "combatant":
        if fighters:
            return _part(total, fighters, group, "a figure for the group in the lead")
        return _rest(total, civilians, group) if civilians else None
    if civilians:
        return _part(total, civilians, group, "a figure for the group in the lead")
    return (
        _rest(total, fighters, group)
        if fighters and not named_civilians
        else msgspec.structs.replace(total, group=group)
    )


def _part(total: Toll, statements: Sequence[Statement], group: str, rule: str) -> Toll:
    ids = tuple(statement.id for statement in statements) if total.statements or rule != total.rule else ()
    return Toll(value=sum(map(value_of, statements)), outcome=total.outcome, group=group, statements=ids, rule=rule)


def _rest(total: Toll, others: Sequence[Statement], group: str) -> Toll | None:
    value = total.value - sum(map(value_of, others))
    rule = f"the toll less its {'fighters' if group == 'civilian' else 'civilians'}"
    return msgspec.structs.replace(total, group=group, value=value, rule=rule) if value else None


def _are_fighters(total: Toll, chosen: Sequence[Statement], lead: Sequence[Statement]) -> bool:
    """Whether the toll counts fighters only: its own noun, else that of the same number in the lead, says so."""
    named = [statement for statement in chosen if head_of(statement) not in ANYBODY]
    same = [statement for statement in lead if value_of(statement) == total.value and head_of(statement) not in ANYBODY]
    counted = named or same[:1]
    return bool(counted) and all(map(is_combatant, counted))


def _fighters_of(smaller: Sequence[Statement], whole: int) -> list[Statement]:
    """The fighters of the first sentence that counts some, of both camps together where that is no more than the whole."""
    fighters = [statement for statement in smaller if is_combatant(statement)]
    together = [statement for statement in fighters if statement.passage == fighters[0].passage]
    distinct = list({value_of(statement): statement for statement in together}.values())
    return distinct if sum(map(value_of, distinct)) <= whole else fighters[:1]


def _civilians_of(
    reading: Reading, smaller: Sequence[Statement], fighters: Sequence[Statement], whole: int
) -> list[Statement]:
    """The civilians that the lead counts; without any count of fighters only where they are a part of the whole."""
    civilians = [statement for statement in smaller if head_of(statement) == "civilian"]
    if fighters:
        return civilians[:1]
    values = {statement.id: value_of(statement) for statement in reading.statements}
    parts = {
        relation.source
        for relation in reading.relations
        if relation.kind == "part_of" and whole in [values.get(target) for target in relation.targets]
    }
    return [statement for statement in civilians if statement.id in parts][:1]
