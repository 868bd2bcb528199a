"""A toll, and what one statement counts towards it: whether the dead or hurt of an event, how many, of which side."""

import datetime as dt
import re

import msgspec

from sayso.model import Reading, Statement

COMBATANTS = frozenset(
    """soldier fighter militant rebel terrorist insurgent troop combatant combattant gunman jihadist jihadi extremist officer mercenary commander militiaman member
    serviceman conscript personnel guard policeman attacker bomber marine pilot airman force warrior peshmerga operative paramilitary loyalist guerrilla sniper""".split()
)
ANYBODY = frozenset(["", "person", "people", "other", "victim", "death", "fatality", "life", "body", "dead"])
"""Heads that name no group: a count of these is a whole unless the words say otherwise."""
_PEACEFUL_MEMBERS = re.compile(
    r"\b(?:family|staff|crew|council|household|community|party|tribe|tribal|clan)\s+members?\b"
    r"|\bmembers?\s+of\s+(?:[\w’'-]+\s+){0,4}?(?:tribes?|clans?|famil(?:y|ies)|parliament|council|community|staff|crew|households?)\b",
    re.IGNORECASE,
)
"""Members of these are no fighters."""
_FATAL_SHOT = re.compile(r"\bfatal(?:ly)?\b|\bto\s+death\b|\bdead\b", re.IGNORECASE)
_OF_THE_WAR = re.compile(
    r"\b(?:since|in|during|of)\s+(?:the\s+start\s+of\s+|the\s+beginning\s+of\s+)?(?:the|its|a|that|this)\s+(?:[\w-]+\s+){0,3}?(?:war|conflict|uprising|revolution|revolt|rebellion|insurgency)\b"
    r"|\bsince\s+(?:(?:early|late|mid|mid-)\s*)?(?:19|20)\d\d\b|\bsince\s+(?:[A-Z]\w+\s+)(?:19|20)\d\d\b",
)
_FORMER = re.compile(
    r"(?:\b(?:previous|earlier|initial|prior|former|preliminary)\s+(?:[\w’'-]+\s+){0,2}?(?:tolls?|counts?|figures?|tally|reports?|estimates?)\b[^.;,\d]{0,40}"
    r"|\b(?:rose|risen|rises?|rising|climb\w*|jump\w*|increas\w*|up|down|revis\w*|lower\w*|rais\w*|updat\w*)\b[^.;]{0,40}\bfrom)"
    r"\s+(?:(?:an?|at\s+least|about|around|some|more\s+than|over|nearly)\s+)?$",
    re.IGNORECASE,
)
"""What stands in front of a number that the report itself calls out of date."""
_OF_WHOM = re.compile(r"\s+of\s+(?:whom|which|them|these|those)\b", re.IGNORECASE)
_SINCE_BEGUN = re.compile(
    r"\bsince\s+(?:[\w’'-]+\s+){1,4}?(?:began|begun|started|erupted|broke\s+out|launched|intervened)\b"
)
_MANY = 1000
"""So many dead are hardly those of the event where the sentence speaks of a war as a whole."""
_LONG_DAYS = 90
"""A count kept for longer than this is of a war or a year, not of the event reported."""
LEAD = 700
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


def is_toll(statement: Statement, outcome: str) -> bool:
    """Whether a statement says how many were killed, or injured, as a number and as a fact."""
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


def is_running_total(reading: Reading, statement: Statement) -> bool:
    """Whether a statement counts the dead of a whole war or of many months, which no single event has."""
    interval, day = statement.interval, reading.document.published
    if interval is not None and interval.kind == "since" and interval.start is not None and day is not None:
        days = (day - dt.date.fromisoformat(interval.start)).days
        if days > _LONG_DAYS:
            return True
    words = statement.passage.exact
    return _SINCE_BEGUN.search(words) is not None or (
        value_of(statement) >= _MANY and _OF_THE_WAR.search(words) is not None
    )


def is_former(statement: Statement) -> bool:
    """Whether a number is an earlier state of the count: "the previous toll was 20", "rose to 19 from 14"."""
    opening = statement.figure.start - statement.passage.start
    return _FORMER.search(statement.passage.exact[max(0, opening - 90) : opening]) is not None


def is_level(statement: Statement) -> bool:
    """Whether a number is where one running count stands, of which there is only one at a time."""
    return statement.event is not None and statement.event.exact.lower() == "toll"


def is_coordinated(first: Statement, other: Statement) -> bool:
    """Whether two numbers of one sentence count different people of one event."""
    same_event = first.event is not None and first.event == other.event and first.passage == other.passage
    is_repeat = value_of(first) == value_of(other) and head_of(first) == head_of(other)
    return same_event and first.quantity.unit == other.quantity.unit and not is_repeat


def is_of_unnamed_whole(statement: Statement) -> bool:
    """Whether the words make a number a part of people counted elsewhere: "three of whom died"."""
    behind = statement.passage.exact[statement.figure.end - statement.passage.start :]
    return _OF_WHOM.match(behind) is not None


def value_of(statement: Statement) -> int:
    """The number said: of a range and of a bound the lower end, where it has one."""
    quantity = statement.quantity
    value = quantity.low if quantity.best is None or quantity.bound == "range" else quantity.best
    return int(value if value is not None else quantity.high or 0)


def head_of(statement: Statement) -> str:
    """The lemma's last word; empty where the counted thing is left out."""
    return statement.counted.lemma.split(" ")[-1] if statement.counted else ""


def is_combatant(statement: Statement) -> bool:
    """Whether a statement counts people who bear arms."""
    head = head_of(statement)
    if head == "member" and _PEACEFUL_MEMBERS.search(statement.passage.exact):
        return False
    return head in COMBATANTS


def is_in_lead(reading: Reading, statement: Statement, *, leads: int = 2) -> bool:
    """Whether a statement stands where reports still speak of the event itself: so many leads from the start."""
    return statement.figure.start < reading.document.body[0] + leads * LEAD
