"""The toll of a report: the one number for the people killed or injured in the event that it is about."""

import re
from collections.abc import Sequence

import msgspec

from sayso.model import Reading, Statement, UnknownNameError

_OUTCOMES = {"killed": "killed", "injured": "injured"}
_COMBATANTS = frozenset(
    """soldier fighter militant rebel terrorist insurgent troop combatant gunman jihadist extremist officer mercenary commander militiaman member serviceman
    conscript personnel guard policeman attacker bomber marine pilot force warrior peshmerga""".split()
)
_DEATH_WORDS = re.compile(
    r"\b(?:kill(?:ed|s|ing)?|die[sd]?|dead|deaths?|fatal|fatally|homicide|murder|murdered|murder-suicide|slain|slaying|suicide|deceased|succumbed)\b",
    re.IGNORECASE,
)
_INJURY_WORDS = re.compile(
    r"\b(?:injur(?:ed|es|ing|y|ies)|wound(?:ed|s|ing)?|hurt|hospitali[sz]ed|non-?life|(?:critical|stable|serious|good|fair)\s+condition|taken\s+to\s+(?:a\s+|the\s+)?\w*\s?hospital"
    r"|shot|shoots\s+(?:him|her)self)\b",
    re.IGNORECASE,
)
_NO_INJURY = re.compile(
    r"\b(?:no\s+(?:injuries|one\s+(?:was|were)\s+(?:injured|hurt))|nobody\s+was\s+(?:hurt|injured)|not\s+(?:injured|hurt))\b",
    re.IGNORECASE,
)
_NO_DEATH = re.compile(
    r"\bno\s+(?:one\s+(?:was|were)\s+killed|deaths?|fatalities)\b|\bnobody\s+(?:was\s+killed|died)\b|\bnot\s+(?:fatal|life)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\bden(?:y|ies|ied|ying)\s+(?:that\s+)?(?:any|reports|there|causing|killing|people|civilians|anybody)",
    re.IGNORECASE,
)
_FATAL_SHOT = re.compile(r"\bfatal(?:ly)?\b|\bto\s+death\b|\bdead\b", re.IGNORECASE)
_PERSON = (
    r"(?:an?|another|one|his|her)\s+(?:[\w’'-]+,?\s+){0,4}?(?:man|woman|boy|girl|child|teen|teenager|baby|infant|toddler|mother|father|son|daughter|wife|husband|girlfriend"
    r"|boyfriend|civilian|person|student|officer|driver|brother|sister|grandmother|grandfather|neighbou?r|friend|youth|victim|male|female|employee|clerk|deputy|guard"
    r"|resident|passenger|bystander|soldier|uncle|aunt|nephew|niece|cousin|ex-wife|ex-husband|ex-girlfriend|suspect|journalist|worker|paramedic|medic)\b"
)
_GROUP = rf"(?P<group>{_PERSON}(?:(?:,?\s+\d{{1,2}},)?(?:\s*,\s*|,?\s+and\s+){_PERSON})*)"
_KILLED = r"(?:killed|dead|died|slain|murdered|fatally\s+\w+|shot\s+(?:to\s+death|dead|and\s+killed))"
_INJURED = r"(?:injured|wounded|hurt|hospitali[sz]ed|shot(?!\s+(?:to\s+death|dead|and\s+killed)))"
_SINGULARS = {
    outcome: (
        re.compile(
            rf"{_GROUP}(?:,\s+\d{{1,2}},)?\s+(?:(?:who|was|were|is|are|has|have|had|been|later|also|found|left|critically|seriously)\s+)*{words}\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{verbs})\s+{_GROUP}", re.IGNORECASE),
    )
    for outcome, words, verbs in (
        ("killed", _KILLED, r"kill(?:ed|ing|s)|deaths?\s+of|murder(?:ed|ing|\s+of)|left"),
        ("injured", _INJURED, r"injur(?:ed|ing|es)|wound(?:ed|ing|s)|shot|hurt|hitting|striking"),
    )
}
_LEAD = 700
"""Characters of the body that tell of the event itself; what comes later is often background."""


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
    ("two men and three boys") are added up. Where no number stands, people named one by one ("a woman and a child were
    killed") are counted, and words for a death or an injury in the lead count as one.

    Args:
        reading: The report.
        headline: The headline read on its own; None when there is none.
        outcome: ``killed`` or ``injured``.
        group: ``civilian``, ``combatant`` or None for everybody.

    Raises:
        UnknownNameError: The outcome or the group is none of these.
    """
    if outcome not in _OUTCOMES or group not in (None, "civilian", "combatant"):
        raise UnknownNameError(
            f"expected outcome killed or injured and group civilian, combatant or None, found {outcome!r}, {group!r}"
        )
    for source, name in ((headline, "headline"), (reading, "first sentence with a number")):
        chosen = _first_count(source, outcome) if source is not None else []
        if chosen:
            ids = tuple(item.id for item in chosen) if source is reading else ()
            total = Toll(value=sum(map(_value, chosen)), outcome=outcome, group=None, statements=ids, rule=name)
            return total if group is None else _of_group(reading, total, chosen, group)
    return _unnumbered(reading, outcome, group)


def _of_group(reading: Reading, total: Toll, chosen: Sequence[Statement], group: str) -> Toll | None:
    """The part of a toll that one group has, None where it has none.

    A count of fighters is theirs alone. Of a count of people or civilians the fighters have what a figure for fighters
    says, where the lead has one that is no greater; the civilians have what a figure for civilians says, else the rest.
    """
    mine = [statement for statement in chosen if _is_combatant(statement) == (group == "combatant")]
    if 0 < len(mine) < len(chosen):
        ids = tuple(item.id for item in mine) if total.statements else ()
        return msgspec.structs.replace(total, group=group, value=sum(map(_value, mine)), statements=ids)
    lead = [
        statement
        for statement in reading.statements
        if _is_toll(statement, total.outcome) and _is_in_lead(reading, statement)
    ]
    same = [
        statement for statement in (*chosen, *lead) if _value(statement) == total.value and _head(statement)
    ] or chosen
    if all(_is_combatant(statement) for statement in same):
        return msgspec.structs.replace(total, group=group) if group == "combatant" else None
    smaller = [statement for statement in lead if _value(statement) < total.value]
    fighters = next((statement for statement in smaller if _is_combatant(statement)), None)
    if group == "combatant":
        return _single(total, fighters, group) if fighters else None
    named_civilians = any(_head(statement) == "civilian" for statement in chosen)
    civilians = next((statement for statement in smaller if _head(statement) == "civilian"), None)
    if civilians and fighters and not named_civilians:
        return _single(total, civilians, group)
    if fighters and not named_civilians:
        rest = total.value - _value(fighters)
        return msgspec.structs.replace(total, group=group, value=rest, rule="the toll less its fighters")
    return msgspec.structs.replace(total, group=group)


def _single(total: Toll, statement: Statement, group: str) -> Toll:
    rule = "a figure for the group in the lead"
    return Toll(value=_value(statement), outcome=total.outcome, group=group, statements=(statement.id,), rule=rule)


def _is_in_lead(reading: Reading, statement: Statement) -> bool:
    return statement.figure.start < reading.document.body[0] + 2 * _LEAD


def _head(statement: Statement) -> str:
    return statement.counted.lemma.split(" ")[-1] if statement.counted else ""


def _is_combatant(statement: Statement) -> bool:
    return _head(statement) in _COMBATANTS


def _is_toll(statement: Statement, outcome: str) -> bool:
    if statement.aspect not in ("flow", "cumulative", "stock") or statement.quantity.bound == "vague":
        return False
    if statement.modality in ("denied", "predicted"):
        return False
    if (
        statement.measure is None
        and statement.event is not None
        and statement.event.lemma == "shoot"
        and statement.quantity.unit == "person"
    ):
        return (outcome == "killed") == (_FATAL_SHOT.search(statement.passage.exact) is not None)
    return statement.measure == outcome


def _first_count(reading: Reading, outcome: str) -> list[Statement]:
    """The statements of the first sentence that has any: parts of others left out, coordinated ones together."""
    statements = [statement for statement in reading.statements if _is_toll(statement, outcome)]
    parts = {relation.source for relation in reading.relations if relation.kind == "part_of"}
    whole = [statement for statement in statements if statement.id not in parts] or statements
    if not whole:
        return []
    first = whole[0]
    return [first, *(statement for statement in whole[1:] if _is_coordinated(first, statement))]


def _is_coordinated(first: Statement, other: Statement) -> bool:
    same_event = first.event is not None and first.event == other.event and first.passage == other.passage
    is_repeat = _value(first) == _value(other) and _head(first) == _head(other)
    return same_event and first.quantity.unit == other.quantity.unit and not is_repeat


def _value(statement: Statement) -> int:
    quantity = statement.quantity
    value = quantity.low if quantity.best is None or quantity.bound == "range" else quantity.best
    return int(value if value is not None else quantity.high or 0)


def _unnumbered(reading: Reading, outcome: str, group: str | None) -> Toll | None:
    """People named one by one, or one where the lead tells of a death or an injury and no number stands, not even a vague one."""
    if any(statement.measure == outcome for statement in reading.statements):
        return None
    start, end = reading.document.body
    lead = f"{reading.document.title or ''}\n{reading.document.text[start : min(end, start + _LEAD)]}"
    for pattern in _SINGULARS[outcome]:
        match = pattern.search(lead)
        if match is not None:
            people = re.findall(_PERSON, match.group("group"), re.IGNORECASE)
            count = sum(group is None or _is_fighter(person) == (group == "combatant") for person in people)
            rule = "people named one by one"
            return Toll(value=count, outcome=outcome, group=group, statements=(), rule=rule) if count else None
    if group is not None or not _tells_of(lead, outcome):
        return None
    return Toll(value=1, outcome=outcome, group=None, statements=(), rule="one person, no number given")


def _is_fighter(person: str) -> bool:
    return person.rsplit(maxsplit=1)[-1].lower() in _COMBATANTS


def _tells_of(lead: str, outcome: str) -> bool:
    if _DENIED.search(lead):
        return False
    if outcome == "killed":
        return _DEATH_WORDS.search(_NO_DEATH.sub("", lead)) is not None
    return (
        _INJURY_WORDS.search(lead) is not None and _NO_INJURY.search(lead) is None and _DEATH_WORDS.search(lead) is None
    )
