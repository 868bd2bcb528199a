"""A time expression as found: its words, its TIMEX3 value, and the interval that it stands for."""

from typing import Literal

import msgspec

from sayso.model import Interval

PeriodKind = Literal["date", "period", "duration", "recurring", "clock", "age", "reference"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Timex(msgspec.Struct, frozen=True, kw_only=True):
    """One expression as TimeML would mark it.

    Attributes:
        start: First character.
        end: One past the last.
        type: DATE, TIME, DURATION or SET.
        value: The TIMEX3 value: ``"2025-10"``, ``"P3D"``, ``"PRESENT_REF"``.
        mod: START, MID, END or APPROX; None when the words say none.

    Source:
        TimeML 1.2.1, annotation guidelines for TIMEX3.
    """

    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None = None


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """One time expression with the words around it that say how it is meant.

    Attributes:
        start: First character of the expression itself, preposition excluded.
        end: One past its last character.
        exact: The expression: ``"the beginning of the year"``.
        kind: date (a point on the calendar), period (a stretch of it), duration (a length), recurring, clock,
            age, or reference ("now", "recently").
        type: The TIMEX3 type; None for an age, which TimeML does not mark.
        value: The TIMEX3 value; None for an age.
        interval: What it stands for on the calendar; None when it names no calendar time or an anchor is missing.
        per: For a recurring one, its period as an ISO 8601 duration: ``"P1M"`` for "every month"; else None.
        signal: The cue that goes with it, lower case: ``"since"``, ``"as of"``, ``"so far"``; None when there is none.
        signal_start: First character of the cue; None when there is none.
        signal_end: One past the cue's last character; None when there is none.
        phrase_start: First character of cue and expression together.
        phrase_end: One past the last character of the whole phrase.
        alternatives: Other defensible intervals, best first: 3 April for "03/04/2025", the Friday to come for "Friday".
        timexes: What TimeML marks within the expression, in text order: two for "between 1994 and 1997".
    """

    start: int
    end: int
    exact: str
    kind: PeriodKind
    type: TimexType | None
    value: str | None
    interval: Interval | None = None
    per: str | None = None
    signal: str | None = None
    signal_start: int | None = None
    signal_end: int | None = None
    phrase_start: int
    phrase_end: int
    alternatives: tuple[Interval, ...] = ()
    timexes: tuple[Timex, ...] = ()
