"""Which dated events a report tells of: time expressions in, the disasters and acts of violence that they date out.

"The quake struck on Tuesday" dates what the report says of the quake's victims three sentences later.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sayso.model import Interval, make_span
from sayso.reading.periods import Period

_KINDS = {
    "weather": r"(?:flash[\s-])?flood(?:s|ed|ing|ings)?|rain(?:s|fall|storms?)?|downpours?|deluge|storms?|hailstorms?|snowstorms?|blizzards?"
    r"|thunderstorms?|cyclones?|typhoons?|hurricanes?|tornado(?:e?s)?|landslides?|mudslides?|landslips?|avalanches?|monsoons?|overflow(?:s|ed|ing)?",
    "quake": r"(?:earth)?quakes?|tremors?|aftershocks?|tsunamis?",
    "violence": r"attack(?:s|ed|ers)?|bomb(?:s|ings?)?|blasts?|explosions?|shootings?|clash(?:es|ed)?|raids?|ambush(?:es)?|assaults?|violence"
    r"|fighting|battles?|massacres?|air\s?strikes?|shelling|gunmen|rampage|riots?|unrest",
    "fire": r"fires?|wildfires?|bushfires?|blazes?",
    "volcano": r"eruptions?|volcano",
    "accident": r"crash(?:es)?|collisions?|accidents?|derailments?|capsiz(?:ed|ing)|collapse",
    "disease": r"outbreaks?|epidemic|cholera|ebola|measles",
}
_EVENT = re.compile(
    r"\b(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items()) + r")\b"
    r"(?![\s-]+(?:victims?|control|warnings?|relief|alerts?|survivors?|insurance|season|forecasts?|defen[cs]es?|risk|fears?|service"
    r"|department|brigade|fighters?|engines?|chief|station|prevention|zones?|plan|helicopters?))",
    re.IGNORECASE,
)
_HAPPENS = re.compile(
    r"\b(?:struck|strikes?|hit|hits|occurr?(?:ed|s)|happened|began|begun|start(?:ed|s)|swept|battered|lashed|slammed|trigger(?:ed|ing)|caus(?:ed|ing)"
    r"|kill(?:ed|ing)|left|leaving|destroy(?:ed|ing)|erupted|exploded|detonated|jolted|shook|rocked|ravaged|poured|fell|fallen|burst|overflowed|attacked"
    r"|broke|ripped|tore|pounded|inundated|devastated|crashed|collapsed|went\s+off|affected|displaced|claimed|buried|washed|engulfed|flattened|made"
    r"\s+landfall|hammered|followed|brought|raged|experienced|saw|seen)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:visit\w*|met|said|says|arriv\w+|declar\w+|appeal\w*|rescu\w+|deploy\w*|distribut\w+|assess\w*|warn\w*|forecast\w*|expect\w*|will"
    r"|announc\w+|report(?:s|ed)?|report\s+of|anniversary|similar|previous|since\s+the|worst|compared|than\s+(?:in|the|last|a)|meanwhile)\b|[.;:]\s",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:began|begun|start(?:ed|s)|first\s+\w+|erupted|broke\s+out)\b", re.IGNORECASE)
_FEW_WORDS = 5
_REACH = 160
_DATED_BY = frozenset(("day", "week", "month"))
_RECENT = timedelta(days=30)
_LASTING = timedelta(days=200)
"""A report tells of what is this new; older dates in it are history, unless it has no others."""


class DatedEvent(NamedTuple):
    """An event that the text dates.

    Attributes:
        start: Where the text says so.
        kind: weather, quake, violence, fire, volcano, accident or disease.
        interval: When it was; from its start up to the report where only that is told.
        period: The time words that date it.
    """

    start: int
    kind: str
    interval: Interval
    period: Period


def find_dated_events(text: str, periods: Sequence[Period], anchor: date | None) -> tuple[DatedEvent, ...]:
    """The events that time expressions date, in text order; history is left out where the report has news.

    A report without a day of publication dates none, because nothing tells its news from history.

    Args:
        text: The document's text.
        periods: Its time expressions.
        anchor: The day of publication.
    """
    found = [event for period in periods if (event := _date_event(text, period, anchor)) is not None]
    if not found:
        return ()
    if anchor is None:  # nothing tells news from history
        return ()
    past = [event for event in found if _has_begun(event, anchor)]
    fresh = tuple(event for event in past if _is_newer(event.interval, anchor - _RECENT))
    return fresh or tuple(event for event in past if event.interval.kind == "since")


def _has_begun(event: DatedEvent, anchor: date) -> bool:
    """Whether an event lies behind the report: "a storm due later this week" is no cause of what it counts."""
    start = event.interval.start
    return start is not None and start <= anchor.isoformat() and not event.period.exact.lower().startswith("later ")


def _is_newer(interval: Interval, day: date) -> bool:
    return interval.start is not None and date.fromisoformat(interval.start) >= day


def _date_event(text: str, period: Period, anchor: date | None) -> DatedEvent | None:
    interval = period.interval
    if interval is None or interval.start is None or interval.kind not in ("interval", "since"):
        return None
    if interval.start_precision not in _DATED_BY:
        return None
    if anchor is not None and not _is_newer(interval, anchor - (_LASTING if interval.kind == "since" else _RECENT)):
        return None
    before = text[max(0, period.phrase_start - _REACH) : period.phrase_start]
    after = text[period.phrase_end : period.phrase_end + _REACH]
    for match in reversed(list(_EVENT.finditer(before))):
        between = before[match.end() :]
        if _is_said_together(between):
            start = period.phrase_start - len(before) + match.start()
            return DatedEvent(
                start, match.lastgroup or "", _open(text, (start, period.phrase_end), interval, between, anchor), period
            )
    behind = _EVENT.search(after)
    if behind is not None and _is_said_together(after[: behind.start()]):
        span = (period.phrase_start, period.phrase_end + behind.end())
        following = after[behind.end() : behind.end() + 24]
        return DatedEvent(
            period.phrase_start, behind.lastgroup or "", _open(text, span, interval, following, anchor), period
        )
    return None


def _is_said_together(between: str) -> bool:
    if _ELSEWHERE.search(between):
        return False
    return len(between.split()) <= _FEW_WORDS or _HAPPENS.search(between) is not None


def _open(text: str, span: tuple[int, int], interval: Interval, words: str, anchor: date | None) -> Interval:
    """The interval of an event, open up to the report where the words say only when it began."""
    if interval.kind == "since" or anchor is None or not _BEGINS.search(words):
        return interval
    close = anchor.isoformat()
    if interval.start is None or interval.start >= close:
        return interval
    return Interval(
        as_written=text[slice(*span)], start=interval.start, end=close, edtf=f"{(interval.edtf or interval.start).partition('/')[0]}/{close}~", kind="since",
        start_precision=interval.start_precision, end_precision="day", anchor=f"publication date {close}", span=make_span(text, *span),
    )  # fmt: skip


def choose_event(text: str, events: Sequence[DatedEvent], sentence: tuple[int, int]) -> Interval | None:
    """When the event was that a sentence without a date tells of.

    A sentence that names an event of a kind takes the last of that kind dated before it, else the only one after it. One
    that names none ("At least 12 people died") takes the one dated before it, if the report has dated no other so far. "The quake"
    never takes the date of a raid.

    Args:
        text: The document's text.
        events: The dated events, in text order.
        sentence: Start and end of the sentence.
    """
    named = {match.lastgroup for match in _EVENT.finditer(text, *sentence)}
    of_kind = [event for event in events if event.kind in named] if named else list(events)
    if not of_kind:
        return None
    before = [event for event in of_kind if event.start < sentence[0]]
    if named and before:
        return before[-1].interval
    told = before or (of_kind if named else [])
    return told[0].interval if len({(event.interval.start, event.interval.end) for event in told}) == 1 else None


def tells_of_event(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text says that a disaster or an act of violence happened."""
    return _EVENT.search(text, start, end) is not None or _HAPPENS.search(text, start, end) is not None


CONSEQUENCES = frozenset(
    """kill die injure wound hurt miss displace evacuate flee destroy damage flood inundate submerge affect collapse strand trap rescue bury
    drown burn relocate lose claim wash sweep perish isolate uproot topple hit force cut disrupt cancel break fall suffer sustain crush demolish
    flatten gut ruin impact devastate level hospitalise save shoot abduct kidnap burst cause wreck occur""".split()
)
"""What a disaster or an act of violence does, by verb: its figures have the time of the event."""
