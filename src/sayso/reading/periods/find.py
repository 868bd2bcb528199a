"""The time reader: text in; every date, period, length, recurring time, clock time and age out, on the calendar."""

import datetime as dt
from typing import NamedTuple

from sayso.model import Interval, IntervalKind, Span
from sayso.reading.periods.calendar import Slot, range_slot, shift_date, unit_slot
from sayso.reading.periods.expressions import Expression, Form
from sayso.reading.periods.grammar import find_expressions
from sayso.reading.periods.meaning import EDGE_MODS, Anchors, Resolved
from sayso.reading.periods.period import Period, PeriodKind, Timex
from sayso.reading.periods.pieces import LETTER, Pieces, cut
from sayso.reading.periods.resolve import resolve
from sayso.reading.periods.resolve_relative import days_of
from sayso.reading.periods.signals import Signal, find_signal, find_tense

_KINDS: dict[Form, PeriodKind] = {
    "length": "duration", "set": "recurring", "clock": "clock", "age": "age", "reference": "reference",
    "range": "period", "share": "period", "span": "period", "first": "period", "decade": "period",
    "century": "period", "years": "period",
}  # fmt: skip
_TENSED: frozenset[Form] = frozenset(
    ("weekday", "day", "month", "season", "quarter", "holiday", "unit_alone", "clock", "range", "share")
)
_DAY_REACH = 40
"""How many pieces before a clock time its day may stand, in the same sentence."""
_CLOCK_REACH = 8
"""How many pieces after a clock time its day may stand: "9:15 p.m. (1815 GMT) Tuesday"."""


def find_periods(text: str, *, anchor: dt.date | None = None, start: int = 0, end: int | None = None) -> list[Period]:
    """The time expressions of an English text.

    Use it where the words about time are wanted for themselves; ``sayso.read`` ties them to figures.
    "Last week" and the like count from the anchor; "two days later" and "that month" from the date that the text spoke
    of last; a weekday or month without a year is the latest one, unless the words around it look ahead.

    Args:
        text: The whole text; offsets count its characters.
        anchor: Day of publication; None leaves what needs one without an interval, and so does a year before 1000
            or after 9000, in which no report was published.
        start: Where to begin looking.
        end: Where to stop looking; None means the end of the text.

    Returns:
        The expressions in text order, without overlaps; empty when there are none.

    Examples:
        >>> [period.value for period in find_periods("In October alone", anchor=dt.date(2025, 11, 28))]
        ['2025-10']
        >>> since = find_periods("Since the beginning of the year", anchor=dt.date(2025, 11, 28))[0].interval
        >>> since.start, since.end, since.kind
        ('2025-01-01', '2025-11-28', 'since')
    """
    published = anchor if anchor is not None and 1000 <= anchor.year <= 9000 else None
    pieces = cut(text, start, len(text) if end is None else min(end, len(text)))
    expressions = find_expressions(pieces)
    state = _State(None, None, None)
    periods = []
    for position, expression in enumerate(expressions):
        following = expressions[position + 1 : position + 3]
        period, state = _make_period(text, pieces, expression, _Scene(published, state, following))
        periods.append(period)
    return periods


def find_timexes(text: str, *, anchor: dt.date | None = None) -> list[Timex]:
    """The time expressions as TimeML marks them, in text order; ages are no TIMEX3 and left out.

    Examples:
        >>> [(timex.type, timex.value) for timex in find_timexes("every day for three weeks")]
        [('SET', 'P1D'), ('DURATION', 'P3W')]
    """
    return [timex for period in find_periods(text, anchor=anchor) for timex in period.timexes]


def find_time_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where the text speaks of time, so that the numbers there are no figures: half-open ranges in text order.

    Examples:
        >>> text = "In 2014, 1998 people fled within three days."
        >>> [text[start:end] for start, end in find_time_spans(text)]
        ['2014', 'three days']
    """
    pieces = cut(text, start, len(text) if end is None else min(end, len(text)))
    return [
        (pieces.offsets[expression.first], pieces.end(expression.last))
        for expression in find_expressions(pieces)
        if expression.form not in ("reference", "set") or _has_number(pieces, expression)
    ]


def _has_number(pieces: Pieces, expression: Expression) -> bool:
    return any(pieces.classes[place] in _NUMERIC for place in range(expression.first, expression.last))


_NUMERIC = frozenset(LETTER[name] for name in ("day", "digit", "year", "num", "frac", "ordn", "ord"))


class _State(NamedTuple):
    """What the text spoke of so far: the last slot, the last quarter, and the last day of the sentence at hand."""

    told: Slot | None
    quarter: tuple[Slot, int] | None
    day: tuple[Slot, int] | None


class _Scene(NamedTuple):
    """What an expression is resolved against: publication, the text before it, the expressions after it."""

    published: dt.date | None
    state: _State
    following: list[Expression]


def _make_period(text: str, pieces: Pieces, expression: Expression, scene: _Scene) -> tuple[Period, _State]:
    signal = find_signal(pieces, expression)
    start, end = pieces.offsets[expression.first], pieces.end(expression.last)
    phrase = pieces.offsets[signal.phrase_first], pieces.end(signal.phrase_last)
    found = _Found(
        expression, signal, Span(start=phrase[0], end=phrase[1], exact=text[slice(*phrase)]), scene.published
    )
    resolved, timexes = _resolve(pieces, expression, scene)
    is_age = expression.form == "age"
    period = Period(
        start=start,
        end=end,
        exact=text[start:end],
        kind=_KINDS.get(expression.form, "date"),
        type=None if is_age else resolved.type,
        value=None if is_age else resolved.value,
        interval=_make_interval(resolved, found),
        per=_per(expression, resolved),
        signal=signal.word,
        signal_start=pieces.offsets[signal.first] if signal.word else None,
        signal_end=pieces.end(signal.last) if signal.word else None,
        phrase_start=phrase[0],
        phrase_end=phrase[1],
        alternatives=_make_alternatives(resolved, found),
        timexes=() if is_age or _is_unmarked(expression) else timexes,
    )
    return period, _advance(expression, resolved, scene)


def _is_unmarked(expression: Expression) -> bool:
    """Whether TimeML leaves it: "annual" and "quarterly" belong to a name ("annual meeting") more often than not."""
    return expression.form == "set" and expression.unit in ("annual", "quarterly")


def _per(expression: Expression, resolved: Resolved) -> str | None:
    if expression.form != "set":
        return None
    if resolved.value.startswith("P"):
        return resolved.value
    return {"W": "P1W", "Y": "P1Y"}.get(expression.unit, "P1D")


def _advance(expression: Expression, resolved: Resolved, scene: _Scene) -> _State:
    """What the text has spoken of once this expression is read."""
    slot, state = resolved.slot, scene.state
    if (
        slot is None
        or slot.start is None
        or slot.start.year < 1000
        or expression.form in ("set", "length", "age", "reference", "span")
    ):
        return state
    if expression.form == "shift" and expression.relation == "earlier":
        return state  # "a year earlier" twice in a row does not go back two years
    state = state._replace(told=slot)
    if (
        expression.form == "share"
        and expression.unit == "Q"
        and expression.relation == "ended"
        and slot.end is not None
    ):
        ended = _name_quarter(expression, unit_slot("Q", slot.end - dt.timedelta(days=1)))
        return state._replace(quarter=(ended, expression.last))
    is_over = scene.published is None or (slot.end is not None and slot.end <= scene.published)
    is_old = (
        expression.relation == "year_before" or expression.year is not None or expression.unit == "Y" or not is_over
    )
    if slot.precision == "quarter" and expression.form in ("quarter", "unit", "unit_alone", "share") and not is_old:
        state = state._replace(quarter=(slot, expression.last))
    if expression.form in ("day", "weekday", "deictic", "numeric"):
        state = state._replace(day=(slot, expression.last))
    return state


_QUARTER_REACH = 120
"""How many pieces after a quarter "a year ago" still means that quarter, a year before: about three sentences."""


def _anchors(pieces: Pieces, expression: Expression, scene: _Scene) -> Anchors:
    state = scene.state
    quarter = state.quarter[0] if state.quarter and expression.first - state.quarter[1] <= _QUARTER_REACH else None
    tense = find_tense(pieces, expression) if expression.form in _TENSED and expression.year is None else 0
    day = None
    if expression.form == "clock" and not expression.children:
        day = _day_of_clock(pieces, expression, scene)
    return Anchors(scene.published, state.told, quarter, tense, day)


def _day_of_clock(pieces: Pieces, expression: Expression, scene: _Scene) -> Slot | None:
    """The day of a clock time: named soon after it, else before it in the same sentence."""
    for other in scene.following:
        gap = pieces.classes[expression.last : other.first]
        if len(gap) > _CLOCK_REACH or _ends_here(pieces, expression.last, other.first):
            break
        day = other.children[0] if other.form == "clock" and other.children else other
        if day.form in ("day", "weekday", "deictic", "numeric"):
            ahead = Anchors(scene.published, scene.state.told, None, find_tense(pieces, day), None)
            return resolve(day, ahead).slot
    if scene.state.day is None or expression.first - scene.state.day[1] > _DAY_REACH:
        return None
    return None if _ends_here(pieces, scene.state.day[1], expression.first) else scene.state.day[0]


def _ends_here(pieces: Pieces, first: int, last: int) -> bool:
    """Whether a sentence ends between two positions."""
    return any(pieces.classes[place] in _SENTENCE_ENDS for place in range(first, last))


_SENTENCE_ENDS = frozenset((LETTER["dot"], LETTER["stop"], LETTER["break"]))


def _resolve(pieces: Pieces, expression: Expression, scene: _Scene) -> tuple[Resolved, tuple[Timex, ...]]:
    if expression.form == "age":
        return Resolved("DATE", ""), ()
    anchors = _anchors(pieces, expression, scene)
    if expression.form in ("range", "share"):
        parts = [resolve(child, anchors) for child in expression.children]
        if expression.relation == "ended" and expression.unit == "Q" and parts[1].slot and parts[1].slot.start:
            quarter = _name_quarter(expression, unit_slot("Q", parts[1].slot.start))  # "the quarter ended Sept. 30"
            parts[0] = Resolved("DATE", quarter.value, quarter, parts[1].anchor)
        timexes = tuple(_timex(pieces, child, part) for child, part in zip(expression.children, parts, strict=True))
        join = _join_range if expression.form == "range" else _join_share
        return join(expression, parts), timexes
    resolved = resolve(expression, anchors)
    return resolved, (_timex(pieces, expression, resolved),)


def _name_quarter(expression: Expression, quarter: Slot) -> Slot:
    """A quarter under the number that the report gives it: "the fourth quarter ended June 30" of a fiscal year."""
    child = expression.children[0]
    if child.form != "quarter" or child.amount is None:
        return quarter
    return quarter._replace(value=f"{quarter.value[:4]}-Q{int(child.amount)}")


def _timex(pieces: Pieces, expression: Expression, resolved: Resolved) -> Timex:
    return Timex(
        start=pieces.offsets[expression.first],
        end=pieces.end(expression.last),
        type=resolved.type,
        value=resolved.value,
        mod=EDGE_MODS.get(expression.edge),
    )


def _join_range(expression: Expression, parts: list[Resolved]) -> Resolved:
    """One meaning from the two ends of a range; an end without a year goes back where they are out of order."""
    left, right = parts
    if left.type == "DURATION":
        return Resolved("DURATION", right.value)
    if left.slot is None or right.slot is None:
        return Resolved("DATE", f"{left.value}/{right.value}")
    slot = range_slot(left.slot, right.slot) or range_slot(_back(expression.children[0], left.slot), right.slot)
    if slot is None:
        return Resolved("DATE", f"{left.value}/{right.value}")
    return Resolved("DATE", slot.value, slot, right.anchor or left.anchor)


def _back(expression: Expression, slot: Slot) -> Slot:
    if slot.start is None or (expression.year is not None and expression.text != "borrowed"):
        return slot
    start = shift_date(slot.start, "W" if expression.form == "weekday" else "Y", -1)
    if start is None:
        return slot
    text = start.isoformat()[: {"year": 4, "month": 7}.get(slot.precision, 10)]
    return slot._replace(start=start, value=text, edtf=text)


def _join_share(expression: Expression, parts: list[Resolved]) -> Resolved:
    """As in "The first nine months of 1997", "the six months ended Oct. 1"."""
    length, whole = parts
    slot, amount, unit = whole.slot, expression.amount, expression.unit
    if slot is None or slot.start is None or slot.end is None or amount is None:
        return Resolved("DURATION", length.value)
    count = int(amount)
    if unit in "SIH":  # "the 24 hours to 9 October" began the day before
        count, unit = (days_of(amount, unit) or 0) + 1, "D"
    from_start = expression.relation in ("first", "opening")
    start = slot.start if from_start else shift_date(slot.end, unit, -count)
    end = shift_date(slot.start, unit, count) if from_start else slot.end
    if start is None or end is None or start >= end:
        return Resolved("DURATION", length.value)
    last = end - dt.timedelta(days=1)
    is_whole = unit in "MQY" and start.day == 1 and end.day == 1
    edtf = f"{start:%Y-%m}/{last:%Y-%m}" if is_whole else f"{start}/{last}"
    return Resolved("DURATION", length.value, Slot(start, end, "month" if is_whole else "day", "", edtf), whole.anchor)


class _Found(NamedTuple):
    """Where an interval comes from: the expression, its cue, its words, and the day of publication."""

    expression: Expression
    signal: Signal
    span: Span
    published: dt.date | None


def _make_interval(resolved: Resolved, found: _Found) -> Interval | None:
    if found.expression.form == "set":
        return _make_habitual(found)
    if resolved.slot is None or resolved.slot.end is None:
        return None
    return _placed(resolved.slot, resolved.anchor, found)


def _make_alternatives(resolved: Resolved, found: _Found) -> tuple[Interval, ...]:
    made = (_placed(slot, resolved.anchor, found) for slot in resolved.others)
    return tuple(interval for interval in made if interval is not None)


def _make_habitual(found: _Found) -> Interval | None:
    """As in "Every month": the report does not say since when."""
    if found.published is None:
        return None
    end = found.published.isoformat()
    return Interval(
        as_written=found.span.exact, start=None, end=end, edtf=f"../{end}~", kind="habitual", end_precision="day",
        anchor=_anchor_text("published", found), span=found.span,
    )  # fmt: skip


def _placed(slot: Slot, anchor: str | None, found: _Found) -> Interval | None:
    """The interval that a slot becomes under its cue; None when "since" has no day to run up to or begins after it."""
    start, end, edtf, kind = _bounds(slot, found)
    if start is not None and end is not None and start >= end:
        return None
    counted = anchor or ("published" if kind == "since" and end is not None else None)
    return Interval(
        as_written=found.span.exact,
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
        edtf=edtf,
        kind=kind,
        start_precision=slot.precision if start else "unknown",
        end_precision="unknown" if end is None else "day" if kind == "since" else slot.precision,
        anchor=_anchor_text(counted, found),
        span=found.span,
    )


def _anchor_text(anchor: str | None, found: _Found) -> str | None:
    if anchor == "published" and found.published is not None:
        return f"publication date {found.published.isoformat()}"
    return "a date named before in the text" if anchor == "told" else None


def _bounds(slot: Slot, found: _Found) -> tuple[dt.date | None, dt.date | None, str, IntervalKind]:
    """Start, end, EDTF and kind of a slot under its cue."""
    word = found.signal.word
    first, _, last = slot.edtf.partition("/")
    if found.expression.form in ("range", "share", "span", "first"):
        return slot.start, slot.end, slot.edtf, "interval"
    if word in ("since", "so far"):
        if found.published is None:
            return slot.start, None, f"{first}/..", "since"
        return slot.start, found.published, f"{first}/{found.published}~", "since"
    if found.expression.text == "named" and word in ("before", "after"):
        return slot.start, slot.end, slot.edtf, "interval"  # "after the 2010 earthquake" may well be in 2010
    if word in ("as of", "by") or found.expression.form == "reference":
        return slot.start, slot.end, slot.edtf, "as_of"
    if word == "until":
        return None, slot.end, f"../{last or first}", "interval"
    if word == "before" and slot.start is not None:
        day_before = slot.start - dt.timedelta(days=1)
        return None, slot.start, f"../{day_before}", "interval"
    if word == "after" and slot.end is not None:
        return slot.end, None, f"{slot.end}/..", "interval"
    return slot.start, slot.end, slot.edtf, "interval"
