"""Calendar arithmetic for rates and totals: how many periods a stretch of days holds, and where periods begin."""

import calendar
import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from sayso.model import Interval

_LAST = dt.date.max.toordinal()
BEGINNING = 0
"""The day that stands for "from the start, whenever that was", before every day of a calendar."""

_DAYS = {"P1D": 1, "P1W": 7, "P2W": 14}
_MONTHS = {"P1M": 1, "P3M": 3, "P1Y": 12, "P10Y": 120}
_STATED_START = ("begin", "start", "so far", "this ", "outset")
_UP_TO_DATE_DAYS = 7
"""A total published in the first week of a month may run to the end of the month before the last."""


class Stretch(NamedTuple):
    """Days from start up to but not including end, as proleptic Gregorian ordinals."""

    start: int
    end: int

    @property
    def days(self) -> int:
        """How many days it holds."""
        return self.end - self.start


class When(NamedTuple):
    """The time that a figure is about: it covers at least ``inner`` and at most ``outer``."""

    inner: Stretch
    outer: Stretch


def find_when(interval: Interval | None) -> When | None:
    """The days that an interval surely covers and those it may cover.

    A total "since February 2022" may begin on any day of that month, and one whose last day is not known to the day
    may end with the last full month: what it cannot exceed holds for the inner stretch, what it reaches for the outer.

    Returns:
        Inner and outer stretch; None when an end is open or not stated.
    """
    if interval is None or interval.start is None or interval.end is None:
        return None
    start, end = to_day(interval.start), to_day(interval.end)
    if end <= start:
        return None
    outer = Stretch(start, end)
    if interval.kind != "since":
        return When(outer, outer)
    latest = _find_latest_start(interval, start)
    earliest = _find_earliest_end(interval, end)
    inner = Stretch(latest, earliest) if latest < earliest else Stretch(start, start)
    return When(inner, outer)


def to_day(text: str) -> int:
    """The ordinal of a day written ``YYYY-MM-DD``."""
    return dt.date.fromisoformat(text).toordinal()


def count_periods(stretch: Stretch, per: str) -> Fraction | None:
    """How many periods a stretch holds; a part of a month counts by its share of that month's days.

    Returns:
        The exact number; None when the period is unknown.

    Examples:
        >>> october = Stretch(to_day("2025-10-01"), to_day("2025-11-01"))
        >>> count_periods(october, "P1M"), count_periods(october, "P1D")
        (Fraction(1, 1), Fraction(31, 1))
    """
    if per == "PT1H":
        return Fraction(24 * stretch.days)
    if per in _DAYS:
        return Fraction(stretch.days, _DAYS[per])
    if per == "P1Y":
        return _find_years(stretch.end) - _find_years(stretch.start)
    if per in _MONTHS:
        return (_find_months(stretch.end) - _find_months(stretch.start)) / _MONTHS[per]
    return None


def floor_period(day: int, per: str) -> int | None:
    """The first day of the period that a day lies in; None when the period has no agreed first day."""
    date = dt.date.fromordinal(day)
    if per == "P1D":
        return day
    if per == "P1W":
        return day - date.weekday()
    if per == "P1M":
        return date.replace(day=1).toordinal()
    if per == "P3M":
        return date.replace(month=date.month - (date.month - 1) % 3, day=1).toordinal()
    if per == "P1Y":
        return date.replace(month=1, day=1).toordinal()
    return None


def ceil_period(day: int, per: str) -> int | None:
    """The first day of a period that is not before a day; None when the period has no agreed first day, or no end."""
    start = floor_period(day, per)
    if start is None or start == day:
        return start
    longest = {"P1D": 1, "P1W": 7, "P1M": 31, "P3M": 92, "P1Y": 366}[per]
    return floor_period(start + longest, per) if start + longest <= _LAST else None


def cut_periods(stretch: Stretch, per: str, days: Iterable[int]) -> list[Stretch]:
    """Runs of whole periods within a stretch, cut around each of the days, so that no run has a day inside it.

    Only where other figures begin or end does it matter what each period holds: whole periods between can be summed.
    """
    first, last = ceil_period(stretch.start, per), floor_period(stretch.end, per)
    if first is None or last is None or first >= last:
        return []
    cuts = {first, last}
    for day in days:
        if first < day < last:
            cuts |= {edge for edge in (floor_period(day, per), ceil_period(day, per)) if edge is not None}
    ordered = sorted(cuts)
    return [Stretch(start, end) for start, end in pairwise(ordered)]


def _find_months(day: int) -> Fraction:
    date = dt.date.fromordinal(day)
    first = date.replace(day=1).toordinal()
    length = calendar.monthrange(date.year, date.month)[1]
    return 12 * date.year + date.month + Fraction(day - first, length)


def _find_years(day: int) -> Fraction:
    date = dt.date.fromordinal(day)
    first = dt.date(date.year, 1, 1).toordinal()
    return date.year + Fraction(day - first, 365 + calendar.isleap(date.year))


def _find_latest_start(interval: Interval, start: int) -> int:
    words = (interval.as_written or "").lower()
    if any(word in words for word in _STATED_START):
        return start
    per = {"week": "P1W", "month": "P1M", "quarter": "P3M", "season": "P3M", "year": "P1Y"}.get(
        interval.start_precision
    )
    if per is None:
        return start
    latest = ceil_period(start + 1, per)
    return start if latest is None else latest


def _find_earliest_end(interval: Interval, end: int) -> int:
    if interval.end_precision == "day":
        return end
    month = floor_period(end - _UP_TO_DATE_DAYS, "P1M")
    return end if month is None else month
