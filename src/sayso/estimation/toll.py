"""The toll of a report: the one number for the people killed or injured in the event that it is about."""

import re

from sayso.estimation.counts import (
    LEAD,
    Toll,
    is_coordinated,
    is_former,
    is_in_lead,
    is_level,
    is_running_total,
    is_toll,
    value_of,
)
from sayso.estimation.shooting_features import Rules
from sayso.estimation.shootings import is_shooting, weigh_victims
from sayso.estimation.sides import side_of
from sayso.estimation.singulars import PERSON, add_named, is_fighter
from sayso.estimation.wholes import part_ids, seek_whole
from sayso.model import Reading, Statement, UnknownNameError

_OUTCOMES = ("killed", "injured")
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
_GROUP = rf"(?P<group>{PERSON}(?:(?:,?\s+\d{{1,2}},)?(?:\s*,\s*|,?\s+and\s+){PERSON})*)"
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


def choose_toll(reading: Reading, *, headline: Reading | None, outcome: str, group: str | None) -> Toll | None:
    """Choose among the figures of a report.

    By rules, the headline's number is taken first, then that of the first sentence that has one; numbers for parts of
    one count ("two men and three boys") are added up. Where no number stands, people named one by one ("a woman and a child were
    killed") are counted, and words for a death or an injury in the lead count as one. Of a report on a shooting, trained
    weights choose killed and injured together, the rules among what they weigh.

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
    if group is None and is_shooting(reading):
        return _weigh(reading, headline, outcome)
    return choose_by_rules(reading, headline=headline, outcome=outcome, group=group)


def _weigh(reading: Reading, headline: Reading | None, outcome: str) -> Toll | None:
    """The toll of a shooting by trained weights; that of the rules, with what it rests on, where both agree."""
    rules = apply_rules(reading, headline)
    value = weigh_victims(reading, rules)._asdict()[outcome]
    by_rules = choose_by_rules(reading, headline=headline, outcome=outcome, group=None)
    if value == (by_rules.value if by_rules else 0):
        return by_rules
    if value == 0:
        return None
    said = tuple(item.id for item in reading.statements if is_toll(item, outcome) and value_of(item) == value)
    return Toll(value=value, outcome=outcome, group=None, statements=said[:1], rule="words of a shooting, weighed")


def apply_rules(reading: Reading, headline: Reading | None) -> Rules:
    """The numbers of killed and injured by rules alone, as the trained weights look at them."""
    tolls = (choose_by_rules(reading, headline=headline, outcome=outcome, group=None) for outcome in _OUTCOMES)
    return Rules(*((toll.value, toll.rule) if toll else None for toll in tolls))


def choose_by_rules(reading: Reading, *, headline: Reading | None, outcome: str, group: str | None) -> Toll | None:
    """Choose by rules alone, whatever the report is about; ``choose_toll`` says how."""
    for source, name in ((headline, "headline"), (reading, "first sentence with a number")):
        chosen = _first_count(source, outcome) if source is not None else []
        if chosen and source is reading and (people := _named_in(_lead(reading, chosen[0].passage.start), outcome)):
            return _of_people(people, outcome, group)
        if chosen:
            whole = seek_whole(reading, chosen, outcome)
            ids = tuple(item.id for item in whole or chosen) if whole or source is reading else ()
            rule = "the whole of which the first number is a part" if whole else name
            chosen = whole or chosen
            total = Toll(value=sum(map(value_of, chosen)), outcome=outcome, group=None, statements=ids, rule=rule)
            side = total if group is None else side_of(reading, total, chosen, group)
            return add_named(side, chosen, outcome, group)
    return _unnumbered(reading, outcome, group)


def _first_count(reading: Reading, outcome: str) -> list[Statement]:
    """The statements of the first sentence that has any: parts of others left out, coordinated ones together."""
    every = [statement for statement in reading.statements if is_toll(statement, outcome)]
    statements = [
        statement
        for statement in every
        if is_in_lead(reading, statement, leads=1) or not is_running_total(reading, statement)
    ]
    parts = part_ids(reading, statements)
    whole = [statement for statement in statements if statement.id not in parts] or statements
    if not whole:
        return []
    current = [statement for statement in whole if not is_former(statement)] or whole
    first = current[0]
    if is_level(first):
        return [[statement for statement in current if statement.event == first.event][-1]]
    return [first, *(statement for statement in current[1:] if is_coordinated(first, statement))]


def _unnumbered(reading: Reading, outcome: str, group: str | None) -> Toll | None:
    """People named one by one, or one where the lead tells of a death or an injury and no number stands, not even a vague one."""
    if any(statement.measure == outcome for statement in reading.statements):
        return None
    lead = _lead(reading)
    if people := _named_in(lead, outcome):
        return _of_people(people, outcome, group)
    if group is not None or not _tells_of(lead, outcome):
        return None
    return Toll(value=1, outcome=outcome, group=None, statements=(), rule="one person, no number given")


def _lead(reading: Reading, until: int | None = None) -> str:
    """The headline and the first characters of the body, not further than ``until``."""
    start, end = reading.document.body
    stop = min(end, start + LEAD) if until is None else min(end, start + LEAD, until)
    return f"{reading.document.title or ''}\n{reading.document.text[start:stop]}"


def _named_in(words: str, outcome: str) -> list[str]:
    """The people to whom it happened where words name them one by one."""
    matches = (pattern.search(words) for pattern in _SINGULARS[outcome])
    first = next((match for match in matches if match is not None), None)
    return re.findall(PERSON, first.group("group"), re.IGNORECASE) if first else []


def _of_people(people: list[str], outcome: str, group: str | None) -> Toll | None:
    count = sum(group is None or is_fighter(person) == (group == "combatant") for person in people)
    rule = "people named one by one"
    return Toll(value=count, outcome=outcome, group=group, statements=(), rule=rule) if count else None


def _tells_of(lead: str, outcome: str) -> bool:
    if _DENIED.search(lead):
        return False
    if outcome == "killed":
        return _DEATH_WORDS.search(_NO_DEATH.sub("", lead)) is not None
    return (
        _INJURY_WORDS.search(lead) is not None and _NO_INJURY.search(lead) is None and _DEATH_WORDS.search(lead) is None
    )
