"""The toll of a report: the one number for the people killed or injured in the event that it is about."""

import re
from collections.abc import Sequence

import msgspec

from sayso.model import Reading, Statement, UnknownNameError

_OUTCOMES = {"killed": "killed", "injured": "injured"}
_COMBATANTS = frozenset(
    """soldier fighter militant rebel terrorist insurgent troop combatant gunman jihadist extremist officer mercenary commander militiaman member serviceman
    conscript personnel guard policeman attacker bomber marine pilot""".split()
)
_DEATH_WORDS = re.compile(
    r"\b(?:kill(?:ed|s|ing)?|die[sd]?|dead|deaths?|deadly|fatal|fatally|homicide|murder|murdered|murder-suicide|slain|slaying|suicide|body|deceased|succumbed)\b",
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
        if source is None:
            continue
        counted = [statement for statement in source.statements if _is_toll(statement, outcome)]
        chosen = _first_count(source, [item for item in counted if _is_of(item, group)])
        if chosen:
            ids = tuple(item.id for item in chosen) if source is reading else ()
            return Toll(value=sum(map(_value, chosen)), outcome=outcome, group=group, statements=ids, rule=name)
    return _unnumbered(reading, outcome, group)


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


def _is_of(statement: Statement, group: str | None) -> bool:
    if group is None:
        return True
    head = statement.counted.lemma.split(" ")[-1] if statement.counted else ""
    return (head in _COMBATANTS) == (group == "combatant")


def _first_count(reading: Reading, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of the first sentence that has any: parts of others left out, coordinated ones together."""
    parts = {relation.source for relation in reading.relations if relation.kind == "part_of"}
    whole = [statement for statement in statements if statement.id not in parts] or list(statements)
    if not whole:
        return []
    first = whole[0]
    return [first, *(statement for statement in whole[1:] if _is_coordinated(first, statement))]


def _is_coordinated(first: Statement, other: Statement) -> bool:
    same_event = first.event is not None and first.event == other.event and first.passage == other.passage
    return same_event and first.quantity.unit == other.quantity.unit and _value(first) != _value(other)


def _value(statement: Statement) -> int:
    quantity = statement.quantity
    value = quantity.low if quantity.best is None or quantity.bound == "range" else quantity.best
    return int(value if value is not None else quantity.high or 0)


def _unnumbered(reading: Reading, outcome: str, group: str | None) -> Toll | None:
    """People named one by one, or one where the lead tells of a death or an injury and no number stands."""
    start, end = reading.document.body
    lead = f"{reading.document.title or ''}\n{reading.document.text[start : min(end, start + _LEAD)]}"
    for pattern in _SINGULARS[outcome]:
        match = pattern.search(lead)
        if match is not None and group != "combatant":
            count = len(re.findall(_PERSON, match.group("group"), re.IGNORECASE))
            return Toll(value=count, outcome=outcome, group=group, statements=(), rule="people named one by one")
    if group is not None or not _tells_of(lead, outcome):
        return None
    return Toll(value=1, outcome=outcome, group=None, statements=(), rule="one person, no number given")


def _tells_of(lead: str, outcome: str) -> bool:
    if outcome == "killed":
        return _DEATH_WORDS.search(lead) is not None
    return (
        _INJURY_WORDS.search(lead) is not None and _NO_INJURY.search(lead) is None and _DEATH_WORDS.search(lead) is None
    )
