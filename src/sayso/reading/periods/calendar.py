"""Stretches of the calendar: days, weeks, months, quarters, seasons, years and decades as half-open slots."""

import datetime as dt
from typing import NamedTuple

from sayso.model import DatePrecision

SEASON_VALUES = {"SP": (3, 21), "SU": (6, 22), "FA": (9, 23), "WI": (12, 24)}
"""First month and EDTF number of each season, meteorological, northern half of the earth."""

_DAYS = {"D": 1, "W": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}


class Slot(NamedTuple):
    """A stretch of the calendar, half-open, with its TIMEX3 value and its EDTF form."""

    start: dt.date | None
    end: dt.date | None
    precision: DatePrecision
    value: str
    edtf: str


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None when the calendar has no such day."""
    if not 1 <= year <= 9998 or not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    return dt.date(year, month, day)


def days_in_month(year: int, month: int) -> int:
    """How many days the month has."""
    return (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day


def shift_date(day: dt.date, unit: str, count: int) -> dt.date | None:
    """The day that lies so many units later (earlier when negative); None beyond the calendar's ends.

    A day that the target month lacks becomes its last day.
    """
    if unit in _DAYS:
        ordinal = day.toordinal() + count * _DAYS[unit]
        return dt.date.fromordinal(ordinal) if 366 <= ordinal <= dt.date(9998, 12, 31).toordinal() else None
    if unit not in _MONTHS:
        return day  # hours and minutes do not move a day
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    if not 1 <= year <= 9998:
        return None
    return dt.date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def day_slot(day: dt.date) -> Slot:
    """One day."""
    return Slot(day, day + dt.timedelta(days=1), "day", day.isoformat(), day.isoformat())


def week_slot(day: dt.date) -> Slot:
    """The ISO week (Monday to Sunday) of a day."""
    year, week, weekday = day.isocalendar()
    monday = day - dt.timedelta(days=weekday - 1)
    sunday = monday + dt.timedelta(days=6)
    return Slot(monday, sunday + dt.timedelta(days=1), "week", f"{year}-W{week:02d}", f"{monday}/{sunday}")


def weekend_slot(day: dt.date) -> Slot:
    """Saturday and Sunday of the ISO week of a day."""
    week = week_slot(day)
    assert week.end is not None  # a week has both ends
    saturday, sunday = week.end - dt.timedelta(days=2), week.end - dt.timedelta(days=1)
    return Slot(saturday, week.end, "day", f"{week.value}-WE", f"{saturday}/{sunday}")


def month_slot(year: int, month: int) -> Slot:
    """One month."""
    start = dt.date(year, month, 1)
    text = f"{year:04d}-{month:02d}"
    return Slot(start, shift_date(start, "M", 1), "month", text, text)


def quarter_slot(year: int, quarter: int) -> Slot:
    """One quarter of a calendar year; EDTF counts quarters from 33."""
    start = dt.date(year, 3 * quarter - 2, 1)
    return Slot(start, shift_date(start, "M", 3), "quarter", f"{year:04d}-Q{quarter}", f"{year:04d}-{32 + quarter}")


def half_slot(year: int, half: int) -> Slot:
    """One half of a calendar year; EDTF counts halves from 40."""
    start = dt.date(year, 6 * half - 5, 1)
    return Slot(start, shift_date(start, "M", 6), "month", f"{year:04d}-H{half}", f"{year:04d}-{39 + half}")


def season_slot(year: int, season: str) -> Slot:
    """One season; winter begins in December of the year."""
    month, number = SEASON_VALUES[season]
    start = dt.date(year, month, 1)
    return Slot(start, shift_date(start, "M", 3), "season", f"{year:04d}-{season}", f"{year:04d}-{number}")


def year_slot(year: int) -> Slot:
    """One calendar year."""
    text = f"{year:04d}"
    return Slot(dt.date(year, 1, 1), dt.date(year + 1, 1, 1), "year", text, text)


def years_slot(year: int, count: int) -> Slot:
    """A decade (count 10) or a century (count 100) that begins with the year."""
    text = f"{year:04d}"[: 3 if count == 10 else 2]
    precision: DatePrecision = "decade" if count == 10 else "unknown"
    edtf = text.ljust(4, "X")
    return Slot(dt.date(max(year, 1), 1, 1), dt.date(year + count, 1, 1), precision, text, edtf)


def range_slot(first: Slot, last: Slot) -> Slot | None:
    """From the start of one slot to the end of the other; None when they are out of order."""
    if first.start is None or last.end is None or first.start >= last.end:
        return None
    return Slot(first.start, last.end, last.precision, f"{first.value}/{last.value}", f"{first.edtf}/{last.edtf}")


def unit_slot(unit: str, day: dt.date) -> Slot:
    """The day, week, month, quarter, year, decade or century that a day lies in."""
    if unit == "W":
        return week_slot(day)
    if unit == "WE":
        return weekend_slot(day)
    if unit == "M":
        return month_slot(day.year, day.month)
    if unit == "Q":
        return quarter_slot(day.year, (day.month + 2) // 3)
    if unit == "Y":
        return year_slot(day.year)
    if unit == "E":
        return years_slot(day.year // 10 * 10, 10)
    if unit == "C":
        return years_slot(day.year // 100 * 100, 100)
    return day_slot(day)


def edge_slot(slot: Slot, edge: str) -> Slot:
    """The early, middle or late third of a slot; its first or last day for the edges FIRST and LAST.

    Thirds of a year are four months, of a decade about three years, of a month ten days.
    """
    if slot.start is None or slot.end is None or slot.precision == "day":
        return slot
    if edge in ("FIRST", "LAST"):
        day = slot.start if edge == "FIRST" else slot.end - dt.timedelta(days=1)
        return day_slot(day)._replace(value=slot.value)
    cuts = _cuts(slot.start, slot.end)
    position = ("START", "MID", "END").index(edge)
    start, end = cuts[position], cuts[position + 1]
    last = end - dt.timedelta(days=1)
    precision: DatePrecision = "day" if (slot.end - slot.start).days < 32 else "month"
    return Slot(start, end, precision, slot.value, f"{start}~/{last}~")


def _cuts(start: dt.date, end: dt.date) -> tuple[dt.date, dt.date, dt.date, dt.date]:
    days = (end - start).days
    if 28 <= days <= 31:
        return start, start.replace(day=11), start.replace(day=21), end
    if days >= 90:
        months = (end.year - start.year) * 12 + end.month - start.month
        one, two = shift_date(start, "M", months // 3), shift_date(start, "M", 2 * months // 3)
        assert one is not None  # it lies between start and end
        assert two is not None
        return start, one, two, end
    third = dt.timedelta(days=max(1, days // 3))
    return start, start + third, end - third, end


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches.

    Source:
        The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> dt.date:
    """The first, second ... such weekday (Monday is 0) of a month."""
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
