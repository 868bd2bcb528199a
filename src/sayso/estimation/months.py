"""Calendar months as the grid of an estimate: days in, shares of months out."""

import datetime as dt

import numpy as np

from sayso.estimation.normal import Array

_DAYS = {"P1D": 1.0, "P1W": 7.0, "P2W": 14.0, "PT1H": 1 / 24}
_MONTHS = {"P1M": 1.0, "P3M": 3.0, "P1Y": 12.0, "P10Y": 120.0}


def to_day(text: str) -> int:
    """The ordinal of a day written ``YYYY-MM-DD``."""
    return dt.date.fromisoformat(text).toordinal()


def month_of(day: int) -> int:
    """The number of the month that a day lies in, counted from year 0."""
    date = dt.date.fromordinal(day)
    return 12 * date.year + date.month - 1


def first_of(month: int) -> int:
    """The first day of a month."""
    return dt.date(month // 12, month % 12 + 1, 1).toordinal()


def name_day(day: int) -> str:
    """The day as ``YYYY-MM-DD``."""
    return dt.date.fromordinal(day).isoformat()


def share_months(start: int, end: int, *, first: int, months: int) -> Array:
    """How much of each month of a grid lies from ``start`` up to but not including ``end``.

    Args:
        start: First day.
        end: First day after.
        first: The first month of the grid.
        months: How many months the grid has.

    Examples:
        >>> share_months(to_day("2025-01-16"), to_day("2025-03-01"), first=month_of(to_day("2025-01-01")), months=3)
        array([0.51612903, 1.        , 0.        ])
    """
    edges = np.array([first_of(first + month) for month in range(months + 1)], dtype=np.float64)
    covered = np.minimum(edges[1:], end) - np.maximum(edges[:-1], start)
    shares: Array = np.maximum(covered, 0.0) / np.diff(edges)
    return shares


def count_periods(shares: Array, start: int, end: int, per: str) -> float | None:
    """How many periods a stretch of days holds; None when the period is unknown."""
    if per in _DAYS:
        return (end - start) / _DAYS[per]
    return float(shares.sum()) / _MONTHS[per] if per in _MONTHS else None
