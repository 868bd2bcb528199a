"""Dates with a name of their own put on the calendar: days, months, seasons, quarters, years, decades, holidays."""

import datetime as dt
from collections.abc import Callable

from sayso.reading.periods.calendar import (
    Slot,
    day_slot,
    easter,
    half_slot,
    make_date,
    month_slot,
    nth_weekday,
    quarter_slot,
    range_slot,
    season_slot,
    unit_slot,
    year_slot,
    years_slot,
)
from sayso.reading.periods.expressions import Expression
from sayso.reading.periods.meaning import AHEAD, BACK, Anchors, Resolved, dated, distance, step, year_base
from sayso.reading.periods.resolve_relative import latest_quarter


def _numeric(expression: Expression, anchors: Anchors) -> Resolved:
    first, _, clock = expression.text.upper().partition("T")
    days = _read_numeric(first)
    if not days:
        return Resolved("DATE", first.replace("/", "-").replace(".", "-"))
    slots = tuple(day_slot(day) for day in days)
    if clock:
        return Resolved("TIME", f"{slots[0].value}T{clock[:5]}", slots[0])
    return dated(slots[0], None, "", slots[1:])


def _read_numeric(text: str) -> list[dt.date]:
    """The days that a date in digits may be: year first, or month first (American) before day first."""
    sign = "-" if "-" in text else "/" if "/" in text else "."
    one, two, three = (int(part) for part in text.split(sign))
    if one > 31:
        orders = [(one, two, three)]
    else:
        year = three if three > 99 else (2000 if three < 50 else 1900) + three
        orders = [(year, one, two), (year, two, one)]
        if sign == ".":
            orders.reverse()  # dotted dates are written day first
    days = [make_date(*order) for order in orders]
    return list(dict.fromkeys(day for day in days if day is not None))


def _day(expression: Expression, anchors: Anchors) -> Resolved:
    month, day = expression.month or 1, expression.day or 1
    unknown = f"XXXX-{month:02d}-{day:02d}"
    if expression.year is not None:
        found = make_date(expression.year, month, day)
        slot = _sized(found, expression.unit)
        return dated(slot, None, f"{expression.year}-{month:02d}-{day:02d}")
    base, anchor = year_base(anchors)
    if base is None:
        return dated(None, None, unknown)
    if expression.unit == "Y":
        return dated(_sized(make_date(base.year + step(expression.relation), month, day), ""), anchor, unknown)
    days = [made for year in (base.year - 1, base.year, base.year + 1) if (made := make_date(year, month, day))]
    if expression.weekday is not None:
        days = [made for made in days if made.weekday() == expression.weekday] or days
    if expression.relation in BACK:
        days = [made for made in days if made < base]
    if not days:
        return dated(None, None, unknown)
    nearest = min(days, key=lambda made: distance(made, base, anchors.tense))
    return dated(_sized(nearest, expression.unit), anchor, unknown)


def _sized(day: dt.date | None, unit: str) -> Slot | None:
    return None if day is None else unit_slot(unit, day) if unit in ("W", "WE") else day_slot(day)


def _month(expression: Expression, anchors: Anchors) -> Resolved:
    month = expression.month or 1
    unknown = f"XXXX-{month:02d}"
    if expression.year is not None:
        return dated(month_slot(expression.year, month), None, unknown)
    base, anchor = year_base(anchors)
    if base is None:
        return dated(None, None, unknown)
    return dated(month_slot(_pick_year(expression, base, month, tense=anchors.tense), month), anchor, unknown)


def _pick_year(expression: Expression, base: dt.date, month: int, *, tense: int) -> int:
    """The year of a month or season said without one: the latest that has begun, unless the words look ahead.

    Without any cue a month at most two months ahead is the one to come: of the one before one would say "last".
    """
    if expression.unit == "Y" or expression.relation in ("this", "current"):
        return base.year + (step(expression.relation) if expression.unit == "Y" else 0)
    away = month - base.month
    if expression.relation in BACK:
        return base.year if away < -1 else base.year - 1
    if expression.relation in AHEAD:
        return base.year if away > 0 else base.year + 1
    if tense > 0:
        return base.year if away >= 0 else base.year + 1
    if tense == 0 and 0 < (away % 12) <= _NEAR_MONTHS:
        return base.year if away > 0 else base.year + 1
    return base.year if away <= 0 else base.year - 1


_NEAR_MONTHS = 2  # "in January" at the end of November


def _season(expression: Expression, anchors: Anchors) -> Resolved:
    season = expression.text
    unknown = f"XXXX-{season}"
    if expression.year is not None:
        return dated(season_slot(expression.year, season), None, unknown)
    base, anchor = year_base(anchors)
    if base is None:
        return dated(None, None, unknown)
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    year = _pick_year(expression, base, start, tense=anchors.tense)
    return dated(season_slot(year, season), anchor, unknown)


def _quarter(expression: Expression, anchors: Anchors) -> Resolved:
    base, anchor = year_base(anchors)
    if expression.relation in ("latest", "year_before") and expression.amount is None:
        return latest_quarter(expression, anchors)
    count = int(expression.amount or 1)
    if expression.year is not None:
        return dated(quarter_slot(expression.year, count), None, "")
    if base is None:
        return dated(None, None, f"XXXX-Q{count}")
    has_begun = 3 * count - 2 <= base.month
    year = base.year if has_begun or anchors.tense > 0 else base.year - 1
    if expression.unit == "Y":
        year = base.year + step(expression.relation)
    return dated(quarter_slot(year, count), anchor, "")


def _half(expression: Expression, anchors: Anchors) -> Resolved:
    count = int(expression.amount or 1)
    if expression.year is not None:
        return dated(half_slot(expression.year, count), None, "")
    if anchors.published is None:
        return dated(None, None, f"XXXX-H{count}")
    return dated(half_slot(anchors.published.year + step(expression.relation), count), "published", "")


def _year(expression: Expression, anchors: Anchors) -> Resolved:
    return dated(year_slot(expression.year or 1), None, "")


def _years(expression: Expression, anchors: Anchors) -> Resolved:
    year = expression.year or 1
    slot = range_slot(year_slot(year), year_slot(year + int(expression.amount or 2) - 1))
    return dated(slot, None, f"{year}")


def _decade(expression: Expression, anchors: Anchors) -> Resolved:
    return dated(years_slot(expression.year or 0, 10), None, "")


def _century(expression: Expression, anchors: Anchors) -> Resolved:
    return dated(years_slot(expression.year or 0, 100), None, "")


_FIXED_HOLIDAYS = {"christmas": (12, 25), "christmas eve": (12, 24), "new": (1, 1), "new eve": (12, 31)}


def _holiday(expression: Expression, anchors: Anchors) -> Resolved:
    base, anchor = year_base(anchors)
    if expression.year is not None:
        return dated(day_slot(_holiday_in(expression.text, expression.year)), None, "")
    if base is None:
        month, day = _FIXED_HOLIDAYS.get(expression.text, (0, 0))
        return dated(None, None, f"XXXX-{month:02d}-{day:02d}" if month else "XXXX-XX-XX")
    days = [_holiday_in(expression.text, year) for year in (base.year - 1, base.year, base.year + 1)]
    if expression.relation in BACK:
        days = [day for day in days if day < base]
    nearest = min(days, key=lambda day: distance(day, base, anchors.tense))
    return dated(day_slot(nearest), anchor, "")


def _holiday_in(name: str, year: int) -> dt.date:
    if name == "easter":
        return easter(year)
    if name == "thanksgiving":
        return nth_weekday(year, 11, 3, 4)
    return dt.date(year, *_FIXED_HOLIDAYS[name])


RESOLVERS: dict[str, Callable[[Expression, Anchors], Resolved]] = {
    "numeric": _numeric, "day": _day, "month": _month, "season": _season, "quarter": _quarter, "half": _half,
    "year": _year, "years": _years, "decade": _decade, "century": _century, "holiday": _holiday,
}  # fmt: skip
"""What resolves each form."""
