"""Counts that are reported late come in; a triangle of reference dates and delays goes out, and its chain ladder."""

import datetime as dt
from collections.abc import Iterable
from math import gcd
from typing import NamedTuple

import numpy as np

from sayso.estimation.panels import Floats, Indices
from sayso.model import PeriodError, ReportedCount

_MOST_PERIODS = 20_000
"""More periods than this is a mistyped year, not a triangle: fifty years of days."""

_MOST_CELLS = 20_000_000
"""What fits into the memory of a laptop."""


_WEEK = 7


class Triangle(NamedTuple):
    """Counts by reference date and delay, as known on one day.

    Attributes:
        first: The first reference date.
        step: Days from one reference date to the next: 7 where all dates lie whole weeks apart, else 1.
        counts: A row for each reference date, a column for each delay in steps; 0 where nothing is known yet.
        is_known: Where something is known: the report would have come by now.
        age: How many steps ago each reference date is.
    """

    first: dt.date
    step: int
    counts: Floats
    is_known: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    age: Indices

    @property
    def dates(self) -> list[dt.date]:
        """The reference dates."""
        return [self.first + dt.timedelta(days=self.step * row) for row in range(len(self.age))]

    @property
    def reported(self) -> Floats:
        """What is known so far of each reference date."""
        return np.asarray(self.counts.sum(axis=1))


def make_triangle(
    reports: Iterable[ReportedCount], *, as_of: dt.date | None = None, max_delay: int | None = None
) -> Triangle | None:
    """The triangle of what was known by the end of a day.

    Args:
        reports: The counts; two of the same dates add up, and dates without one had none.
        as_of: The day; None takes the last report date.
        max_delay: In steps; what comes later counts to no total. None takes the longest delay seen.

    Returns:
        The triangle, with a row for every step up to ``as_of``; None when nothing was known by then.

    Raises:
        PeriodError: The dates span more than 20,000 steps, or the triangle has more than 20 million cells.
    """
    known = [one for one in reports if as_of is None or one.report_date <= as_of]
    if not known:
        return None
    first = min(one.reference_date for one in known)
    now = as_of or max(one.report_date for one in known)
    days = {date - first for one in known for date in (one.reference_date, one.report_date)}
    apart = gcd(*(day.days for day in days))
    step = _WEEK if apart and apart % _WEEK == 0 else 1  # days without reports are no sign of another rhythm
    rows = (now - first).days // step + 1
    if rows > _MOST_PERIODS:
        raise PeriodError(f"expected at most {_MOST_PERIODS:,} reference dates, found {first} to {now}: {rows:,}")
    delays = [(one.report_date - one.reference_date).days // step for one in known]
    longest = max(delays) if max_delay is None else max_delay
    if rows * (longest + 1) > _MOST_CELLS:
        raise PeriodError(
            f"expected at most {_MOST_CELLS:,} cells, found {rows:,} dates with delays up to {longest:,}",
            hint="give a shorter longest delay",
        )
    counts = np.zeros((rows, longest + 1))
    for one, delay in zip(known, delays, strict=True):
        if delay <= longest:
            counts[(one.reference_date - first).days // step, delay] += one.count
    age = np.arange(rows)[::-1].copy()
    return Triangle(first, step, counts, np.arange(longest + 1)[None, :] <= age[:, None], age)


def climb_ladder(triangle: Triangle) -> Floats:
    """The final count of each reference date by the chain ladder: growth from delay to delay as seen so far.

    Source:
        Mack, Distribution-free Calculation of the Standard Error of Chain Ladder Reserve Estimates, ASTIN Bulletin
        1993, eq. 1.
    """
    summed = triangle.counts.cumsum(axis=1)
    growth = np.ones(summed.shape[1])
    for delay in range(1, len(growth)):
        rows = triangle.is_known[:, delay]
        before = summed[rows, delay - 1].sum()
        if before > 0:
            growth[delay] = summed[rows, delay].sum() / before
    remaining = np.append(np.cumprod(growth[::-1])[::-1], 1.0)[1:]
    reached = np.minimum(triangle.age, len(growth) - 1)
    return np.asarray(triangle.reported * remaining[reached])
