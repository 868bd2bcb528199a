"""What resolving starts from and ends in: anchors, meanings, and the steps that all resolvers share."""

import datetime as dt
from typing import NamedTuple

from sayso.reading.periods.calendar import Slot
from sayso.reading.periods.period import TimexType

BACK = frozenset(("last", "previous", "preceding", "prior", "past"))
AHEAD = frozenset(("next", "following", "coming", "upcoming"))
NARRATIVE = frozenset(("that", "same", "previous", "preceding", "prior", "following"))
"""Relations that count from the day the text last spoke of, not from its publication."""
EDGE_MODS = {"START": "START", "MID": "MID", "END": "END", "FIRST": "START", "LAST": "END"}


class Anchors(NamedTuple):
    """What relative expressions count from.

    Attributes:
        published: Day of publication, if known.
        told: The slot that the text last spoke of, if any.
        quarter: The quarter that the text last spoke of, if any: "a year earlier" is then that quarter, a year before.
        tense: 1 where the words around the expression speak of the future, -1 of the past, 0 where they do not say.
        day: The day last spoken of in the same sentence, for clock times.
    """

    published: dt.date | None
    told: Slot | None
    quarter: Slot | None
    tense: int
    day: Slot | None


class Resolved(NamedTuple):
    """What an expression means.

    Attributes:
        type: The TIMEX3 type.
        value: The TIMEX3 value.
        slot: Where it lies on the calendar; None when it names no calendar time or an anchor is missing.
        anchor: What it was counted from: ``"published"``, ``"told"``, or None.
        others: Other defensible slots, best first.
    """

    type: TimexType
    value: str
    slot: Slot | None = None
    anchor: str | None = None
    others: tuple[Slot, ...] = ()


def dated(slot: Slot | None, anchor: str | None, unknown: str, others: tuple[Slot | None, ...] = ()) -> Resolved:
    """A DATE with its slot, or with the value that stands for an unknown one."""
    kept = tuple(other for other in others if other is not None and other != slot)
    return Resolved("DATE", slot.value if slot else unknown, slot, anchor if slot else None, kept)


def base_day(anchors: Anchors, relation: str) -> tuple[dt.date | None, str]:
    """The day that a relation counts from, and which anchor that is."""
    if relation in NARRATIVE and anchors.told is not None and anchors.told.start is not None:
        return anchors.told.start, "told"
    return anchors.published, "published"


def step(relation: str) -> int:
    """-1 for "last" and its like, 1 for "next", 0 for "this"."""
    return -1 if relation in BACK else 1 if relation in AHEAD else 0


def distance(day: dt.date, base: dt.date, tense: int) -> float:
    """Days between two dates; going against the tense of the sentence counts more.

    A report without any cue looks back: a day to come must be three times as near, about three months at most.
    """
    days = (day - base).days
    against = days < 0 if tense > 0 else days > 0
    return abs(days) * ((6 if tense < 0 else 3) if against else 1)


def year_base(anchors: Anchors) -> tuple[dt.date | None, str]:
    """The day that lends its year to a date without one: publication, else the date last spoken of."""
    if anchors.published is None and anchors.told is not None:
        return anchors.told.start, "told"
    return anchors.published, "published"


def parted(resolved: Resolved, daypart: str) -> Resolved:
    """The same with a part of the day, as a TIME."""
    return resolved._replace(type="TIME", value=f"{resolved.value}T{daypart}") if daypart else resolved
