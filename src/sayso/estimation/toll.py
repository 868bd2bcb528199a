"""The toll of a report: the one number for the people killed or injured in the event that it is about."""

import re
from collections.abc import Sequence

import msgspec

from sayso.model import Reading, Statement

_OUTCOMES = {
    "killed": frozenset(["killed"]),
    "injured": frozenset(["injured"]),
}
_CIVILIANS = frozenset(
    """civilian child woman baby infant girl boy kid family resident villager student pupil teacher doctor nurse medic paramedic worker journalist reporter
    patient farmer passenger worshipper shopper pedestrian bystander activist refugee people-in-need rescuer volunteer mother father daughter son aid-worker""".split()
)
_COMBATANTS = frozenset(
    """soldier fighter militant rebel terrorist insurgent troop combatant gunman jihadist extremist officer mercenary commander militiaman member serviceman
    conscript personnel guard policeman attacker bomber marine pilot""".split()
)
_DEATH_WORDS = re.compile(
    r"\b(?:killed|kills|killing|dies|died|dead|death|deaths|deadly|fatal|fatally|homicide|murder|murdered|murder-suicide|slain|slaying|shot\s+to\s+death|suicide|body|deceased|succumbed)\b",
    re.IGNORECASE,
)
_INJURY_WORDS = re.compile(
    r"\b(?:injured|injures|injuring|injury|injuries|wounded|wounds|wounding|hurt|hospitalized|hospitalised|shot\s+in\s+the|non-life|critical\s+condition|stable\s+condition|serious\s+condition)\b",
    re.IGNORECASE,
)
_NO_INJURY = re.compile(r"\b(?:no\s+(?:injuries|one\s+(?:was|were)\s+(?:injured|hurt))|nobody\s+was\s+(?:hurt|injured)|not\s+(?:injured|hurt))\b", re.IGNORECASE)


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """One number for an outcome of the event that a report is about.

    Attributes:
        value: The number; the lower end where the report gives only that.
        outcome: ``killed`` or ``injured``.
        group: ``civilian``, ``combatant`` or None for everybody.
        statements: Ids of the statements it is taken from, more than one where they were added up; empty where the report
            tells of one person without a number, or where the headline alone has it.
        rule: Why this number and no other.
    """

    value: int
    outcome: str
    group: str | None
    statements: tuple[str, ...]
    rule: str


def choose_toll(reading: Reading, *, headline: Reading | None, outcome: str, group: str | None) -> Toll | None:
    """Choose among the figures of a report.

    The headline's number is taken first, then that of the first sentence that has one; numbers for parts of one count
    ("two men and a woman") are added up. Where no number stands, words for one death or one injury count as one.

    Args:
        reading: The report.
        headline: The headline read on its own; None when there is none.
        outcome: ``killed`` or ``injured``.
        group: ``civilian``, ``combatant`` or None for everybody.

    Raises:
        KeyError: The outcome is neither killed nor injured.
    """
    measures = _OUTCOMES[outcome]
    for source, name in ((headline, "headline"), (reading, "first sentence with a number")):
        if source is None:
            continue
        counted = [statement for statement in source.statements if _is_toll(statement, measures)]
        chosen = _first_count(source, [item for item in counted if _is_of(item, group)])
        if chosen:
            ids = tuple(item.id for item in chosen) if source is reading else ()
            return Toll(value=sum(map(_value, chosen)), outcome=outcome, group=group, statements=ids, rule=name)
    if group is not None:
        return None
    return _unnumbered(reading, outcome)


def _is_toll(statement: Statement, measures: frozenset[str]) -> bool:
    if statement.measure not in measures or statement.aspect not in ("flow", "cumulative", "stock"):
        return False
    return statement.modality not in ("denied", "predicted") and statement.quantity.bound != "vague"


def _is_of(statement: Statement, group: str | None) -> bool:
    if group is None:
        return True
    head = statement.counted.lemma.split(" ")[-1] if statement.counted else ""
    if group == "combatant":
        return head in _COMBATANTS
    return head not in _COMBATANTS


def _first_count(reading: Reading, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of the first sentence that has any, parts of others and older counts left out, coordinated ones together."""
    parts = {relation.source for relation in reading.relations if relation.kind == "part_of"}
    whole = [statement for statement in statements if statement.id not in parts] or list(statements)
    if not whole:
        return []
    first = whole[0]
    event = first.event
    return [
        statement
        for statement in whole
        if statement is first
        or (
            statement.passage == first.passage
            and event is not None
            and statement.event == event
            and statement.quantity.unit == first.quantity.unit
            and _value(statement) != _value(first)
        )
    ]


def _value(statement: Statement) -> int:
    quantity = statement.quantity
    value = quantity.low if quantity.best is None or quantity.bound == "range" else quantity.best
    return int(value if value is not None else quantity.high or 0)


def _unnumbered(reading: Reading, outcome: str) -> Toll | None:
    """One person, where the words tell of a death or an injury and no number stands."""
    start, end = reading.document.body
    text = f"{reading.document.title or ''}\n{reading.document.text[start:end]}"
    pattern = _DEATH_WORDS if outcome == "killed" else _INJURY_WORDS
    if pattern.search(text) is None or (outcome == "injured" and _NO_INJURY.search(text)):
        return None
    return Toll(value=1, outcome=outcome, group=None, statements=(), rule="one person, no number given")
