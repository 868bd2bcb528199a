"""When: the interval that a figure is about, chosen among the time expressions of the report."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from sayso.model import Aspect, Interval, make_span
from sayso.reading.periods import Period
from sayso.reading.threads import DatedEvent, choose_event, tells_of_event

_REPORTED_WHEN = re.compile(
    r"\b(?:said|says|told|reported|announced|added|stated|confirmed|tweeted|wrote|statement|report|briefing|updated?|published|posted|spokes\w+|according|interview)\b"
    r"(?P<between>(?:(?!\bthat\b)[^.;:]){0,30})$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:average\s+(?:for|of|in)|normal\s+for|than(?:\s+(?:in|the|during))?|compared\s+(?:with|to)|more\s+than\s+in)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_CHANGED_FROM = re.compile(
    r"\b(?:up|down|r[oi]se|risen|jump(?:ed)?|dropped|fall|fell|fallen|increased?|declined?|climb(?:ed)?|gr[eo]wn?|decreased?)\s+(?:[\w.%]+\s+){0,4}from\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""As in "up 3 percent from last week"; "rain fell from 3 to 5 May" is no change."""
_SAID_NEXT = re.compile(r",?\s*(?:said|told|announced|reported|confirmed|added|stated|declared)\b", re.IGNORECASE)
_SAID_BY = re.compile(
    r",?\s+(?:(?!and\b|as\b|when\b|while\b|who\b|which\b|that\b|after\b|was\b|were\b|had\b|has\b|have\b|is\b|are\b|(?-i:[a-z]\w*ed\b))[\w’'().&-]+,?\s+){1,9}?"
    r"(?:said|says|told|announced|reported|stated|confirmed)\b",
    re.IGNORECASE,
)
"""As in "On Monday, the ministry said that ...": the day of the saying, in front. "Red" and "United" are names."""
_RECORD = re.compile(
    r"\b(?:worst|(?:dead|bigg|larg|heavi|strong|high|low|long|bloodi|hott|cold|wett|dri|great|small|few|fast)(?:li)?est|first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)"
    r"|most\s+\w+(?:ed|ing|ous|ly|ent|ere|al|ant|ful|ive))\b[^.;,:]{0,50}$",
    re.IGNORECASE,
)
"""As in "The worst storm since 1998", "the fifth attack this year": the time is that of the ranking."""
_AFTER_THAT = re.compile(r"\s*,?\s*(?:just\s+|hours\s+|shortly\s+|days?\s+)?(?:after|following)\b", re.IGNORECASE)
_LONG_DAYS = 8
_DATELINE = re.compile(r"(?:^|[\n.)]\s*)(?:[^\W\da-z_][\w.’'/-]*,?\s*){1,6}$")
_DATELINE_ENDS = re.compile(r"\s*(?:\([^)\n]{2,40}\)|,?\s*[A-Z]{2,12}(?:/[A-Z]+)?)\s*(?:--|–|—|-|_)")
_USABLE = ("date", "period", "recurring", "clock")


def choose_interval(
    text: str,
    periods: Sequence[Period],
    *,
    figure: tuple[int, int],
    sentence: tuple[int, int],
    aspect: Aspect,
    anchor: date | None,
) -> tuple[Interval | None, str]:
    """The interval of a figure by the time words of its own sentence.

    Args:
        text: The document's text.
        periods: The time expressions of the document, in text order.
        figure: Start and end of the figure.
        sentence: Start and end of its sentence.
        aspect: What kind of figure it is; a rate takes "every month", others do not.
        anchor: The day of publication.

    Returns:
        The interval and the rule that chose it; None when the sentence has no time words that fit. When something was
        said ("police said on Monday") and what it is compared with ("up from 12 in May") is not when it happened.
    """
    candidates = [
        period
        for period in periods
        if sentence[0] <= period.start < sentence[1]
        and period.interval is not None
        and period.kind in _USABLE
        and (period.kind != "recurring") == (aspect != "rate" or period.per is None)
        and not _is_beside_the_point(text, period, sentence, figure)
    ]
    if not candidates:
        is_standing = aspect == "stock" or (aspect in ("flow", "cumulative") and _has_come_to(text, sentence, figure))
        return _state_when_said(text, periods, sentence) if is_standing else (None, "no time words in the sentence")
    near = _drop_times_of_figure_before(text, candidates, figure=figure, sentence=sentence)
    chosen = min(near, key=lambda period: (_distance(text, period, figure), period.start))
    told = _find_day_told(text, periods, sentence)
    if chosen.interval is not None and (
        since := _SINCE_CLAUSE.search(text, max(sentence[0], chosen.phrase_start - 80), chosen.phrase_start)
    ):
        began = _since(text, since.start(), chosen.phrase_end, chosen.interval, anchor)
        return _close_when_told(began, told), "since something began"
    return _close_when_told(chosen.interval, told), "nearest time words of the sentence"


def _has_come_to(text: str, sentence: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Whether a count is what had come about by the day of its telling, since something began that has no date here."""
    start, end = max(sentence[0], figure[0] - 100), min(sentence[1], figure[1] + 100)
    return _SINCE_SOMETHING.search(text, *sentence) is not None and _PERFECT.search(text, start, end) is not None


_SINCE_SOMETHING = re.compile(r"\bsince\s+(?:the|its|his|her|their|a|an)\s+[a-z]", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:had|has|have)\s+(?:[a-z]+ly\s+)?(?:been\s+)?[a-z]", re.IGNORECASE)


def _drop_times_of_figure_before(
    text: str, candidates: Sequence[Period], *, figure: tuple[int, int], sentence: tuple[int, int]
) -> Sequence[Period]:
    """The time words without those of the figure before, where each figure has its own behind it.

    In "20 people drowned in May and 30 in June", May is nearer to 30, but is the time of the 20.
    """
    before = [period for period in candidates if period.phrase_end <= figure[0]]
    after = [period for period in candidates if period.phrase_start >= figure[1]]
    if not before or not after:
        return candidates
    last, own = max(before, key=lambda one: one.phrase_end), min(after, key=lambda one: one.phrase_start)
    is_next = _AND_NEXT.fullmatch(text, last.phrase_end, figure[0]) is not None
    owner = _OWN_FIGURE.search(text, max(sentence[0], _end_before(before, last)), last.phrase_start)
    is_own = re.search(r"\d|[.;:,]", text[figure[1] : own.phrase_start]) is None
    return after if is_next and owner is not None and is_own else candidates


def _end_before(periods: Sequence[Period], last: Period) -> int:
    """Where the time words before the last ones end; what stands behind them can have no other time than the last."""
    return max((period.phrase_end for period in periods if period.phrase_end <= last.phrase_start), default=0)


_AND_NEXT = re.compile(r",?\s+(?:and|but|while|then)\s+(?:[a-z]+\s+){0,3}|,\s+", re.IGNORECASE)
_OWN_FIGURE = re.compile(r"\d[^.;:]{0,80}$")


def _find_day_told(text: str, periods: Sequence[Period], sentence: tuple[int, int]) -> str | None:
    """The day after the one on which a sentence was said; None where it does not tell."""
    for period in periods:
        interval = period.interval
        if interval is None or interval.kind != "interval" or interval.start_precision != "day":
            continue
        if sentence[0] <= period.start < sentence[1] and _is_said_then(text, period, sentence):
            return interval.end
    return None


def _close_when_told(interval: Interval | None, told: str | None) -> Interval | None:
    """A time that is open up to the report, closed by the day of the saying: "on 9 May, she said 40 fell ill since March"."""
    if interval is None or interval.kind != "since" or told is None or interval.start is None or interval.end is None:
        return interval
    if not interval.start < told < interval.end:
        return interval
    began = (interval.edtf or interval.start).partition("/")[0]
    last = (date.fromisoformat(told) - timedelta(days=1)).isoformat()
    return msgspec.structs.replace(interval, end=told, edtf=f"{began}/{last}~", anchor=f"told on {last}")


_SINCE_CLAUSE = re.compile(
    r"\b[Ss]ince\s+(?:(?!(?:was|were|is|are|stood)\b)(?!\d)[\w’'-]+\s+){1,6}$|\b(?:that|which)\s+(?:had\s+|has\s+)?(?:first\s+)?(?:began|begun|started|erupted|broke\s+out)\s+$"
)


def _since(text: str, start: int, end: int, began: Interval, anchor: date | None) -> Interval:
    """Open from a day up to the report, as in "since the outbreak began on 2 February"."""
    close = anchor.isoformat() if anchor else None
    return Interval(
        as_written=text[start:end], start=began.start, end=close, edtf=f"{began.edtf}/{close}~" if close else f"{began.edtf}/..",
        kind="since", start_precision=began.start_precision, end_precision="day" if close else "unknown",
        anchor=f"publication date {close}" if close else None, span=make_span(text, start, end),
    )  # fmt: skip


def tells_when(text: str, period: Period) -> bool:
    """Whether a time expression tells when something happened: not when it was said, nor what it is compared with."""
    if period.interval is None or period.kind not in ("date", "period", "clock"):
        return False
    around = (max(0, period.phrase_start - 60), period.phrase_end)
    return not _is_beside_the_point(text, period, around, (-1, -1))


def inherit_interval(
    text: str, periods: Sequence[Period], *, sentence: tuple[int, int], reach: int
) -> tuple[Interval | None, str]:
    """The interval of the nearest earlier sentence that tells when something happened, for a figure whose own does not.

    Args:
        text: The document's text.
        periods: The time expressions of the document, in text order.
        sentence: Start and end of the figure's sentence.
        reach: How far back earlier sentences still count, as an offset.
    """
    earlier = [
        period
        for period in periods
        if reach <= period.start < sentence[0]
        and period.interval is not None
        and period.kind in ("date", "period")
        and not _is_beside_the_point(text, period, (reach, sentence[0]), (reach, reach))
        and not (_is_named_by_year(text, period) and _GOES_ON.match(text, *sentence) is None)
    ]
    if not earlier:
        return None, "no time words near"
    interval = earlier[-1].interval
    if interval is not None and interval.kind == "interval" and _ONGOING.search(text, *sentence):
        return None, "a running total of more than one day"
    return interval, "carried over from an earlier sentence"


def _is_named_by_year(text: str, period: Period) -> bool:
    """As in "The 2002 flood": the year names what is remembered, and is not when the story goes on."""
    is_year = period.interval is not None and period.interval.start_precision == "year"
    named = is_year and _YEARS_NAME.search(text, max(0, period.start - 4), period.start)
    return bool(named) and _NAMED_THING.match(text, period.end) is not None


_YEARS_NAME = re.compile(r"\b(?:a|the)\s+$", re.IGNORECASE)
_NAMED_THING = re.compile(r"\s+[A-Za-z]")
_GOES_ON = re.compile(
    r"\W*(?:it|they|those|these|that|this|(?:the|at)\s+(?:ensuing|resulting|time|disaster|catastrophe|floods?|flooding|storm|cyclone|typhoon"
    r"|hurricane|earthquake|quake|tsunami|fires?|eruption|landslides?|attacks?|outbreak))\b",
    re.IGNORECASE,
)
"""The opening of a sentence that goes on about what the one before named."""


def _state_when_said(text: str, periods: Sequence[Period], sentence: tuple[int, int]) -> tuple[Interval | None, str]:
    """A state told on a day held on that day: "officials said on Monday that 12 people were missing"."""
    for period in periods:
        interval = period.interval
        if interval is None or interval.start_precision != "day" or not sentence[0] <= period.start < sentence[1]:
            continue
        if _UNREAL.search(text, *sentence):
            continue
        if interval.kind == "interval" and _is_said_then(text, period, sentence) and not _is_dateline(text, period):
            return msgspec.structs.replace(interval, kind="as_of"), "a state on the day that it was told"
    return None, "no time words in the sentence"


def _is_said_then(text: str, period: Period, sentence: tuple[int, int]) -> bool:
    """Whether a time is that of the saying."""
    if _SAID_NEXT.match(text, period.phrase_end):
        return True
    if not text[sentence[0] : period.phrase_start].strip(" “\"'\n") and _SAID_BY.match(text, period.phrase_end):
        return True
    return _find_saying(text[max(sentence[0], period.phrase_start - 60) : period.start]) is not None


def _find_saying(before: str) -> "re.Match[str] | None":
    """The words of saying that a time behind them dates; not in "said the raid on Monday", "said that on Monday"."""
    match = _REPORTED_WHEN.search(before)
    return None if match is None or tells_of_event(before, *match.span("between")) else match


def _is_beside_the_point(text: str, period: Period, sentence: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Whether a time is that of something else: of the saying, a comparison, a ranking, the dateline, an old building.

    In "troops came on Monday after a raid killed 12" Monday is not the day of the raid; in "it flooded on Monday after
    200 mm of rain" one thing followed at once from the other.
    """
    if period.exact.endswith("-century"):
        return True
    is_before = figure[0] >= period.phrase_end and _AFTER_THAT.match(text, period.phrase_end, figure[0]) is not None
    if is_before and not tells_of_event(text, sentence[0], period.phrase_start):
        return True
    opening = max(sentence[0], period.phrase_start - 60)
    before = text[opening : period.start]
    if _SAID_NEXT.match(text, period.phrase_end) or _is_dateline(text, period):
        return True
    if not text[sentence[0] : period.phrase_start].strip(" “\"'\n") and _SAID_BY.match(text, period.phrase_end):
        return True
    match = _COMPARED.search(before) or _find_saying(before)
    match = match or (period.kind != "period" and _CHANGED_FROM.search(before)) or None
    match = match or (_is_long(period) and _RECORD.search(before)) or None
    if match is None:
        return False
    return not opening + match.start() < figure[0] < period.phrase_start


def _is_dateline(text: str, period: Period) -> bool:
    """As in "HOMS, May 11 (Wire) -- Heavy rain ...": the day of writing."""
    return (
        _DATELINE_ENDS.match(text, period.phrase_end) is not None
        and _DATELINE.search(text[max(0, period.phrase_start - 60) : period.phrase_start]) is not None
    )


def _is_long(period: Period) -> bool:
    interval = period.interval
    if interval is None or interval.start is None or interval.end is None:
        return True
    return interval.kind == "since" or (
        date.fromisoformat(interval.end) - date.fromisoformat(interval.start) >= timedelta(days=_LONG_DAYS)
    )


def event_interval(
    text: str,
    events: Sequence[DatedEvent],
    *,
    sentence: tuple[int, int],
    figure: tuple[int, int],
    anchor: date | None,
) -> tuple[Interval | None, str]:
    """The interval of the event that a figure's sentence tells of, for a figure whose sentence has no time of its own.

    Args:
        text: The document's text.
        events: The events that the document dates, in text order.
        sentence: Start and end of the figure's sentence.
        figure: Start and end of the figure.
        anchor: The day of publication.
    """
    if _is_going_on(text, sentence, figure):
        return _state_now(text, sentence, figure, anchor)
    interval = choose_event(text, events, sentence)
    if interval is not None and interval.kind == "interval" and _ONGOING.search(text, *sentence):
        return None, "a running total of more than one day"
    return interval, "when the event was that is told of" if interval else "no time words near"


def _state_now(
    text: str, sentence: tuple[int, int], figure: tuple[int, int], anchor: date | None
) -> tuple[Interval | None, str]:
    """What the report calls so "now", "still" or "currently", or what "remains" so, holds on its day."""
    rule = "a state at the time of the report"
    start, end = max(sentence[0], figure[0] - 60), min(sentence[1], figure[1] + 80)
    match = _NOW.search(text, start, end)
    if match is None or anchor is None or _UNREAL.search(text, start, end):
        return None, rule
    day = anchor.isoformat()
    return Interval(
        as_written=match.group(), start=day, end=(anchor + timedelta(days=1)).isoformat(), edtf=day, kind="as_of",
        start_precision="day", end_precision="day", anchor=f"publication date {day}", span=make_span(text, *match.span()),
    ), rule  # fmt: skip


_NOW = re.compile(r"\b(?:now|still|currently|remains?)\b", re.IGNORECASE)


def total_so_far(
    text: str, *, sentence: tuple[int, int], figure: tuple[int, int], anchor: date | None
) -> Interval | None:
    """Up to the report, for a running total whose start nobody tells: "so far 40 people have died".

    Args:
        text: The document's text.
        sentence: Start and end of the figure's sentence.
        figure: Start and end of the figure.
        anchor: The day of publication.
    """
    start, end = max(sentence[0], figure[0] - 80), min(sentence[1], figure[1] + 100)
    match = _SO_FAR.search(text, start, end)
    if match is None or anchor is None or _UNREAL.search(text, start, end):
        return None
    day = anchor.isoformat()
    return Interval(
        as_written=match.group(), start=None, end=(anchor + timedelta(days=1)).isoformat(), edtf=f"../{day}~",
        kind="interval", end_precision="day", anchor=f"publication date {day}", span=make_span(text, *match.span()),
    )  # fmt: skip


_SO_FAR = re.compile(
    r"\b(?:already|so\s+far|to\s+date|until\s+now|now\s+(?:stands\s+at|reached|risen|at))\b", re.IGNORECASE
)


def _is_going_on(text: str, sentence: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Whether the words around a figure speak of the present: "some 600 are still in the camps"."""
    around = text[max(sentence[0], figure[0] - 60) : min(sentence[1], figure[1] + 80)]
    if _UNREAL.search(around):
        return True
    return _PRESENT.search(around) is not None and _PAST.search(around) is None


_PRESENT = re.compile(r"\b(?:is|are|remains?|currently|now|continues?)\b")
_ONGOING = re.compile(r"\b(?:already|so\s+far|to\s+date)\b", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:will|would|should|could|(?-i:may)|might|must|if|recommend\w*|plan(?:s|ned|ning)?|risk|threaten\w*|likely|expected|need(?:s|ed)?|appeal\w*|fear(?:s|ed)?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|has|have|been|\w+ed|died|left|fled)\b")


def _distance(text: str, period: Period, figure: tuple[int, int]) -> float:
    if period.phrase_start >= figure[1]:
        between = text[figure[1] : period.phrase_start]
        return len(between) + 40 * _count_turns(between) + 25 * len(re.findall(r"\d", between)) / 3
    between = text[period.phrase_end : figure[0]]
    return len(between) + 12 + 40 * _count_turns(between)


def _count_turns(between: str) -> int:
    """How often a stretch of text turns to something else: "... in 1997, while in 2010 ..."."""
    return between.count(";") + len(_TURN.findall(between))


_TURN = re.compile(r",\s+(?:while|whereas|but)\b")


def habitual_interval(per_words: Interval | None, anchor: date | None) -> Interval | None:
    """The interval of a rate whose start nobody states: up to the day of publication.

    Args:
        per_words: The interval of the words "every month", when they were found.
        anchor: The day of publication.
    """
    if per_words is not None:
        return per_words
    if anchor is None:
        return None
    return Interval(
        as_written=None, start=None, end=anchor.isoformat(), edtf=f"../{anchor.isoformat()}~", kind="habitual",
        end_precision="day", anchor=f"publication date {anchor.isoformat()}",
    )  # fmt: skip
