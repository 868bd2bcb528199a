"""When: the interval that a figure is about, chosen among the time expressions of the report."""

import re
from collections.abc import Sequence
from datetime import date

from sayso.model import Aspect, Interval, make_span
from sayso.reading.periods import Period

_REPORTED_WHEN = re.compile(
    r"\b(?:said|says|told|reported|announced|added|stated|confirmed|tweeted|wrote|statement|report|briefing|updated?|published|posted|spokes\w+|according|interview)\b"
    r"[^.;:]{0,30}$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:average\s+(?:for|of|in)|normal\s+for|than(?:\s+(?:in|the|during))?|compared\s+(?:with|to)|(?:up|down)\s+(?:\w+\s+){0,3}from|more\s+than\s+in)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_USABLE = ("date", "period", "recurring")


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
        return None, "no time words in the sentence"
    chosen = min(candidates, key=lambda period: (_distance(text, period, figure), period.start))
    if chosen.interval is not None and (
        since := _SINCE_CLAUSE.search(text, max(sentence[0], chosen.phrase_start - 80), chosen.phrase_start)
    ):
        return _since(text, since.start(), chosen.phrase_end, chosen.interval, anchor), "since something began"
    return chosen.interval, "nearest time words of the sentence"


_SINCE_CLAUSE = re.compile(r"\b[Ss]ince\s+(?:[\w’'-]+\s+){1,6}$")


def _since(text: str, start: int, end: int, began: Interval, anchor: date | None) -> Interval:
    """Open from a day up to the report, as in "since the outbreak began on 2 February"."""
    close = anchor.isoformat() if anchor else None
    return Interval(
        as_written=text[start:end], start=began.start, end=close, edtf=f"{began.edtf}/{close}~" if close else f"{began.edtf}/..",
        kind="since", start_precision=began.start_precision, end_precision="day" if close else "unknown",
        anchor=f"publication date {close}" if close else None, span=make_span(text, start, end),
    )  # fmt: skip


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
    ]
    if not earlier:
        return None, "no time words near"
    return earlier[-1].interval, "carried over from an earlier sentence"


def _is_beside_the_point(text: str, period: Period, sentence: tuple[int, int], figure: tuple[int, int]) -> bool:
    before = text[max(sentence[0], period.phrase_start - 40) : period.phrase_start]
    match = _COMPARED.search(before) or _REPORTED_WHEN.search(before)
    if match is None:
        return False
    cue = period.phrase_start - len(before) + match.start()
    return not cue < figure[0] < period.phrase_start


def _distance(text: str, period: Period, figure: tuple[int, int]) -> float:
    if period.phrase_start >= figure[1]:
        between = text[figure[1] : period.phrase_start]
        return len(between) + 40 * between.count(";") + 25 * len(re.findall(r"\d", between)) / 3
    between = text[period.phrase_end : figure[0]]
    return len(between) + 12 + 40 * between.count(";")


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
