"""Relative expressions put on the calendar: weekdays, "last week", "two days later", "the past three weeks"."""

import datetime as dt
from collections.abc import Callable

import msgspec

from sayso.reading.periods.calendar import Slot, day_slot, shift_date, unit_slot, weekend_slot, year_slot
from sayso.reading.periods.expressions import Expression, iso_duration
from sayso.reading.periods.meaning import AHEAD, BACK, NARRATIVE, Anchors, Resolved, base_day, dated, parted, step

_replace = msgspec.structs.replace


def latest_quarter(expression: Expression, anchors: Anchors) -> Resolved:
    """The quarter spoken of, or the last that was over at publication; for "year-ago", a year before."""
    if anchors.quarter is None and expression.relation == "year_before" and expression.unit != "Q":
        return _moved_units(_replace(expression, unit="Y", amount=1), anchors.published, "published", back=True)
    quarter = anchors.quarter
    day = quarter.start if quarter else anchors.published and shift_date(anchors.published, "Q", -1)
    if expression.year is not None:
        if quarter is None or day is None:
            return dated(year_slot(expression.year), None, "")
        day = day.replace(year=expression.year, day=1)
    if day is not None and expression.relation == "year_before":
        day = shift_date(day, "Y", -1)
    if day is None:
        return dated(None, None, "XXXX-QX")
    if quarter is None or quarter.start is None:
        return dated(unit_slot("Q", day), "published", "XXXX-QX")
    slot = unit_slot("Q", day)
    year = int(quarter.value[:4]) + day.year - quarter.start.year
    return dated(slot._replace(value=f"{year:04d}{quarter.value[4:]}"), "told", "XXXX-QX")


def _weekday(expression: Expression, anchors: Anchors) -> Resolved:
    weekday = expression.weekday or 0
    unknown = f"XXXX-WXX-{weekday + 1}"
    base, anchor = anchors.published, "published"
    if base is None:
        return parted(dated(None, None, unknown), expression.daypart)
    if (
        expression.relation in ("previous", "preceding")
        and anchors.told
        and anchors.told.start
        and anchors.told.precision == "day"
    ):
        base, anchor = anchors.told.start, "told"
    back = (base.weekday() - weekday) % 7
    if expression.unit == "W":
        monday = base.toordinal() - base.weekday() + 7 * step(expression.relation)
        return parted(dated(day_slot(dt.date.fromordinal(monday + weekday)), anchor, unknown), expression.daypart)
    if expression.relation in BACK:
        days, others = -(back or 7), ((-back - 7) if 0 < back <= base.weekday() else None,)
    elif expression.relation in AHEAD:
        days, others = 7 - back, ((14 - back) if back else None,)
    elif expression.relation == "this":
        days = weekday - base.weekday()
        days, others = (days if days >= 0 or anchors.tense <= 0 else days + 7), (None,)
    elif anchors.tense > 0 and back:
        days, others = 7 - back, (-back,)
    else:
        days, others = -back, (7 - back,)
    if expression.day is not None and (slot := _weekday_on(base, weekday, expression.day)) is not None:
        return dated(slot, anchor, unknown)
    slots = tuple(_moved(base, other) for other in others if other is not None)
    return parted(dated(_moved(base, days), anchor, unknown, slots), expression.daypart)


def _weekday_on(base: dt.date, weekday: int, number: int) -> Slot | None:
    """The nearest such weekday within four weeks that falls on that day of the month: "Saturday (26)"."""
    for days in sorted(range(-28, 29), key=lambda days: (abs(days), days)):
        slot = _moved(base, days)
        if slot and slot.start and slot.start.weekday() == weekday and slot.start.day == number:
            return slot
    return None


def _moved(base: dt.date, days: int) -> Slot | None:
    moved = shift_date(base, "D", days)
    return day_slot(moved) if moved else None


_DEICTIC_DAYS = {
    "today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2,
    "day after tomorrow": 2,
}  # fmt: skip


def _deictic(expression: Expression, anchors: Anchors) -> Resolved:
    if anchors.published is None:
        unknown = "XXXX-XX-XX" if expression.daypart else "PRESENT_REF" if expression.text == "today" else "XXXX-XX-XX"
        return parted(dated(None, None, unknown), expression.daypart)
    slot = _moved(anchors.published, _DEICTIC_DAYS[expression.text])
    others = (_moved(anchors.published, -1),) if expression.text == "overnight" else ()
    return parted(dated(slot, "published", "XXXX-XX-XX", others), expression.daypart)


def _part(expression: Expression, anchors: Anchors) -> Resolved:
    """As in "That night", "the next morning": a part of a day spoken of."""
    told = anchors.told
    if told is None or told.start is None or told.precision != "day":
        return parted(dated(None, None, "XXXX-XX-XX"), expression.daypart)
    day = shift_date(told.start, "D", 1 if expression.text in ("next", "following") else 0)
    return parted(dated(day_slot(day) if day else None, "told", "XXXX-XX-XX"), expression.daypart)


def _unit(expression: Expression, anchors: Anchors) -> Resolved:
    """As in "Last week", "this year", "the following day", "the latest quarter"."""
    unit, relation = expression.unit, expression.relation
    if (unit == "D" and relation in ("next", "last")) or relation in NARRATIVE:
        base, anchor = base_day(anchors, "same")
        if relation in NARRATIVE and (anchors.told is None or not _is_as_fine(anchors.told, unit)):
            return parted(dated(None, None, _unknown_unit(unit)), expression.daypart)
    else:
        base, anchor = anchors.published, "published"
    if base is None:
        return parted(dated(None, None, _unknown_unit(unit)), expression.daypart)
    day = shift_date(base, "W" if unit == "WE" else unit, step(relation))
    slot = _weekend(base, relation) if unit == "WE" and anchor == "published" else unit_slot(unit, day) if day else None
    return parted(dated(slot, anchor, _unknown_unit(unit)), expression.daypart)


def _is_as_fine(slot: Slot, unit: str) -> bool:
    """Whether a slot lies within one such unit, so that "that month" can mean the month of the slot."""
    fineness = {"day": 0, "week": 1, "month": 2, "quarter": 3, "season": 3, "year": 4, "decade": 5}
    return fineness.get(slot.precision, 6) <= {"D": 0, "W": 1, "WE": 1, "M": 2, "Q": 3, "Y": 4, "E": 5}.get(unit, 6)


def _unknown_unit(unit: str) -> str:
    return {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX", "E": "XXX"}.get(
        unit, "XXXX-XX-XX"
    )


def _weekend(base: dt.date, relation: str, is_ahead: bool = False) -> Slot:
    """The weekend meant on a day: the last one before Friday, the one at hand from Friday on."""
    this_week = weekend_slot(base)
    if relation in ("this", "current") or relation in AHEAD:
        week = 7 if relation in AHEAD and base.weekday() >= 5 else 0
        return weekend_slot(base + dt.timedelta(days=week))
    if is_ahead or (base.weekday() >= 5 and relation not in BACK):
        return this_week
    return weekend_slot(base - dt.timedelta(days=7))


def _unit_alone(expression: Expression, anchors: Anchors) -> Resolved:
    """As in "For the year", "over the weekend", "in the quarter"."""
    unit = expression.unit
    if unit == "WE":
        if anchors.published is None:
            return dated(None, None, _unknown_unit(unit))
        return dated(_weekend(anchors.published, "", anchors.tense > 0), "published", "")
    if unit == "Q":
        return latest_quarter(expression, anchors)
    if (
        unit in ("D", "W", "M")
        and anchors.told is not None
        and anchors.told.start is not None
        and _is_as_fine(anchors.told, unit)
    ):
        return dated(unit_slot(unit, anchors.told.start), "told", "")
    if anchors.published is None:
        return dated(None, None, _unknown_unit(unit))
    return dated(unit_slot(unit, anchors.published), "published", "")


def _span(expression: Expression, anchors: Anchors) -> Resolved:
    """As in "The past three weeks", "the next few days": a length that ends or starts at the anchor."""
    value = iso_duration(expression.amount, expression.unit)
    base = anchors.published
    ahead = expression.relation in AHEAD
    if base is None:
        return Resolved("DURATION", value)
    if expression.amount is None:  # "the last few days" began on a day that nobody says
        end = base + dt.timedelta(days=1 if expression.unit in _FINE else 0)
        return Resolved("DURATION", value, None if ahead else Slot(None, end, "day", "", f"../{base}~"), "published")
    return Resolved("DURATION", value, _stretch(base, expression, ahead=ahead), "published")


_FINE = frozenset("SIHD")
"""Units so fine that a stretch of them takes in the day of publication itself."""


def _stretch(base: dt.date, expression: Expression, *, ahead: bool) -> Slot | None:
    """So many units up to (or from) a day; a stretch that ends with the day takes it in, as "the past week" does."""
    amount, unit = expression.amount or 1, expression.unit
    days = days_of(amount, unit)
    if days is not None:
        start = base if ahead else shift_date(base, "D", -days)
        end = shift_date(base, "D", days + 1 if ahead else 1)
    else:
        count = int(amount)
        start = base if ahead else shift_date(base, unit, -count)
        end = shift_date(base, unit, count) if ahead else shift_date(base, "D", 1)
    if start is None or end is None or start >= end:
        return None
    last = end - dt.timedelta(days=1)
    return Slot(start, end, "day", "", f"{start}~/{last}~" if days is None else f"{start}/{last}")


def days_of(amount: float, unit: str) -> int | None:
    """How many days a length counted in days or finer units takes; None for coarser ones.

    Args:
        amount: How many units.
        unit: The unit's code.
    """
    if unit == "D":
        return int(amount)
    hours = {"S": 1 / 3600, "I": 1 / 60, "H": 1.0}.get(unit)
    return None if hours is None else int(-(-amount * hours // 24))


def _first(expression: Expression, anchors: Anchors) -> Resolved:
    """As in "The first nine months": of which year is not said here; the year of the anchor is the reading."""
    value = iso_duration(expression.amount, expression.unit)
    if (
        anchors.published is None
        or expression.amount is None
        or expression.unit not in ("M", "Q")
        or expression.relation != "first"
    ):
        return Resolved("DURATION", value)
    start = dt.date(anchors.published.year, 1, 1)
    end = shift_date(start, expression.unit, int(expression.amount))
    if end is None or end > anchors.published:
        return Resolved("DURATION", value)
    last = end - dt.timedelta(days=1)
    return Resolved("DURATION", value, Slot(start, end, "month", value, f"{start:%Y-%m}/{last:%Y-%m}"), "published")


def _ago(expression: Expression, anchors: Anchors) -> Resolved:
    if (
        expression.relation == "ago"
        and anchors.quarter is not None
        and expression.unit == "Y"
        and expression.amount == 1
    ):
        return latest_quarter(_year_before(expression), anchors)
    return _moved_units(expression, anchors.published, "published", back=True)


def _year_before(expression: Expression) -> Expression:
    """The same expression, read as a quarter a year before."""
    return Expression(form="quarter", first=expression.first, last=expression.last, relation="year_before")


def _shift(expression: Expression, anchors: Anchors) -> Resolved:
    """As in "A year earlier", "two days later": counted from what the text last spoke of."""
    back = expression.relation == "earlier"
    if back and anchors.quarter is not None and expression.unit == "Y" and expression.amount == 1:
        return latest_quarter(_year_before(expression), anchors)
    told = anchors.told
    if told is not None and told.start is not None:
        return _moved_units(expression, told.start, "told", back=back, coarse=told)
    if not back:
        return Resolved("DURATION", iso_duration(expression.amount, expression.unit))
    return _moved_units(expression, anchors.published, "published", back=back)


def _moved_units(
    expression: Expression, base: dt.date | None, anchor: str, *, back: bool, coarse: Slot | None = None
) -> Resolved:
    if expression.amount is None:
        return Resolved("DATE", "PAST_REF" if back else "FUTURE_REF")
    unit = expression.unit
    if base is None:
        return Resolved("DURATION", iso_duration(expression.amount, unit))
    if unit in "SIH":
        return Resolved(
            "DURATION", iso_duration(expression.amount, unit), day_slot(base) if coarse is None else coarse, anchor
        )
    count = int(expression.amount) * (-1 if back else 1)
    months = round(expression.amount % 1 * 12) if unit == "Y" else 0
    day = shift_date(base, unit, count)
    day = shift_date(day, "M", -months if back else months) if day else None
    if day is None:
        return Resolved("DURATION", iso_duration(expression.amount, unit))
    size = {"F": "W", "E": "Y", "C": "Y", "L": "Y"}.get(unit, unit)
    slot = unit_slot(size, day)
    return Resolved("DATE", slot.value, slot, anchor)


RESOLVERS: dict[str, Callable[[Expression, Anchors], Resolved]] = {
    "weekday": _weekday, "deictic": _deictic, "part": _part, "unit": _unit, "unit_alone": _unit_alone, "span": _span,
    "first": _first, "ago": _ago, "shift": _shift,
}  # fmt: skip
"""What resolves each form."""
