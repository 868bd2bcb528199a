"""Counts that are still being reported come in; what they will be once all reports are in goes out, with a range.

Two things are learned from the triangle and put together:

- **Delays.** The share of reports that comes with each delay, for each day of the week on its own but drawn towards all
  days; the last two weeks weigh half of all. A count so far divided by the share reported by now is a first estimate of
  its final count. How far such estimates have been off at each age gives their error.
- **The course of things.** Logs of final counts follow a level with a trend that wanders, an effect of the day of the
  week, and the chance of a single day: a Gaussian process with fixed, small variances for each day that passes.

The estimate is the mean of that process given the first estimates with their errors, in closed form: dates that are
well reported stay as they are, the last ones lean on the course. The range is that of a log-normal distribution.
Weekly data have no day of the week, and the variances of seven days. They are data whose dates all lie weeks apart.

Source:
    Höhle & an der Heiden, Bayesian Nowcasting during the STEC O104:H4 Outbreak in Germany, Biometrics 2014, for delay
    distributions by reversed hazards and a smooth course; Rasmussen & Williams, Gaussian Processes for Machine
    Learning, 2006, eq. 2.22 to 2.24; Wahba 1978 for the wandering trend as an integrated random walk.
"""

import datetime as dt
import math
from collections.abc import Iterable
from statistics import NormalDist
from typing import NamedTuple

import msgspec
import numpy as np

from sayso.estimation.panels import Floats, Indices
from sayso.estimation.triangles import Triangle, climb_ladder, make_triangle
from sayso.model import ReportedCount, SettingsError, UnknownNameError

NOWCAST_METHODS = ("smooth", "chain_ladder")
"""The methods, the default first."""

_HALF_LIFE_DAYS = 14.0
"""After how many days a report says half as much about delays. The first half of the year 2021 of German hospital
admissions chose this and the variances below; twice or half as much changes the error by less than a tenth."""

_SHRINK = 0.1
"""How much all days of the week weigh beside one, as a share of that one."""

_LEVEL_SD, _TREND_SD, _DAY_SD, _WEEKDAY_SD = 0.03, 0.005, 0.10, 0.3
"""In logs: how far the level and its daily growth wander in a day, how far single days and days of the week differ."""

_START_SD = 3.0
"""How uncertain the level is before anything is known: twentyfold either way."""

_WINDOW = 70
"""How many steps the course is fitted to, at least; older ones say nothing about now."""

_RIPE = 0.9
"""From which share reported a count is near enough to its final one to measure errors against."""

_ERROR_HALF_LIFE_DAYS = 60.0
_PRIOR_DAYS = 3.0
_NOTHING = 0.5
"""What a count of 0 is taken for where a logarithm is needed."""


_Range = tuple[int | None, int, int | None]
"""Low, best and high."""


class Nowcast(msgspec.Struct, frozen=True, kw_only=True):
    """What the count of a reference date will be once all reports are in.

    Attributes:
        reference_date: The date, or the day that stands for a week.
        reported: The count so far.
        low: Lower end of the range, not below ``reported``; None where the method gives no range.
        best: The best estimate.
        high: Upper end of the range; None where the method gives no range.
        level: What share of final counts such ranges should cover, 0..1.
        method: ``smooth`` or ``chain_ladder``.
    """

    reference_date: dt.date
    reported: int
    low: int | None
    best: int
    high: int | None
    level: float
    method: str


class _Course(NamedTuple):
    """Log counts as first estimated, for the steps that the course is fitted to.

    Attributes:
        first: Logs of the first estimates.
        error: Their variance.
        group: The day of the week; 0 where there is none.
        step: Days from one to the next.
    """

    first: Floats
    error: Floats
    group: Indices
    step: int


def nowcast_counts(
    reports: Iterable[ReportedCount],
    *,
    as_of: dt.date | None = None,
    max_delay: int | None = None,
    level: float = 0.9,
    method: str = "smooth",
) -> tuple[Nowcast, ...]:
    """A nowcast for each reference date, in order of time.

    Raises:
        PeriodError: The dates span more than 20,000 steps, or there are too many dates and delays at once.
        SettingsError: ``level`` does not lie between 0 and 1, or ``max_delay`` is below 0.
        UnknownNameError: There is no such method.
    """
    if method not in NOWCAST_METHODS:
        raise UnknownNameError(f"expected one of {', '.join(NOWCAST_METHODS)}, found {method!r}")
    if not 0 < level < 1:
        raise SettingsError(f"expected a level between 0 and 1, found {level}")
    if max_delay is not None and max_delay < 0:
        raise SettingsError(f"expected a longest delay of 0 or more, found {max_delay}")
    triangle = make_triangle(reports, as_of=as_of, max_delay=max_delay)
    if triangle is None:
        return ()
    if method == "chain_ladder":
        rows: list[_Range] = [(None, round(best), None) for best in climb_ladder(triangle).tolist()]
    else:
        rows = _smooth(triangle, level)
    return tuple(
        Nowcast(
            reference_date=date, reported=round(reported), low=low, best=best, high=high, level=level, method=method
        )
        for date, reported, (low, best, high) in zip(triangle.dates, triangle.reported, rows, strict=True)
    )


def _smooth(triangle: Triangle, level: float) -> list[_Range]:
    longest = triangle.counts.shape[1] - 1
    groups = _group_dates(triangle)
    shares = _learn_shares(triangle, groups)
    reached = np.minimum(triangle.age, longest)
    share = shares[groups, reached]
    first = np.maximum(triangle.reported, _NOTHING) / share
    spread = _learn_errors(triangle, shares[groups], first)
    error = spread[reached] + _binomial(share, first)
    recent = slice(max(0, len(first) - max(_WINDOW, longest + 30)), None)
    course = _Course(np.log(first[recent]), error[recent], groups[recent], triangle.step)
    middle, deviation = _fit_course(course)
    reach = NormalDist().inv_cdf((1 + level) / 2)
    rows: list[_Range] = [(round(n), round(n), round(n)) for n in triangle.reported]
    start = len(first) - len(middle)
    for row in range(start, len(first)):
        if triangle.age[row] >= longest:  # all reports are in
            continue
        reported, at, width = triangle.reported[row], middle[row - start], reach * deviation[row - start]
        best = max(reported, math.exp(at))
        low, high = max(reported, math.floor(math.exp(at - width))), max(best, math.exp(at + width))
        rows[row] = (round(low), round(best), math.ceil(high))
    return rows


def _group_dates(triangle: Triangle) -> Indices:
    """The day of the week of each reference date; 0 for all where dates are not days."""
    rows = np.arange(len(triangle.age))
    return (triangle.first.weekday() + rows) % 7 if triangle.step == 1 else np.zeros_like(rows)


def _learn_shares(triangle: Triangle, groups: Indices) -> Floats:
    """For each day of the week and delay, the share of a final count that is reported by then."""
    delays = np.arange(triangle.counts.shape[1])
    passed = np.maximum(triangle.age[:, None] - delays[None, :], 0) * triangle.step
    weight = triangle.is_known * 0.5 ** (passed / _HALF_LIFE_DAYS)
    new, known = weight * triangle.counts, weight * triangle.counts.cumsum(axis=1)
    all_new, all_known = new.sum(axis=0), np.maximum(known.sum(axis=0), 1e-9)
    shares = np.ones((7, len(delays)))
    for group in range(7):
        rows = groups == group
        prior = _SHRINK * all_known / 7
        hazard = (new[rows].sum(axis=0) + prior * all_new / all_known) / (known[rows].sum(axis=0) + prior)
        later = np.append(1 - hazard[1:], 1.0)  # the share by a delay is what the later ones leave
        shares[group] = np.cumprod(later[::-1])[::-1]
    return np.maximum(shares, 1e-3)


def _learn_errors(triangle: Triangle, shares: Floats, final: Floats) -> Floats:
    """The variance of the log of a first estimate at each age, beyond that of counting, from ripe dates."""
    reached = np.minimum(triangle.age, shares.shape[1] - 1)
    ripe = shares[np.arange(len(reached)), reached] >= _RIPE
    known = np.maximum(triangle.counts.cumsum(axis=1), _NOTHING)
    off = (np.log(known / shares) - np.log(final)[:, None])[ripe] ** 2
    off -= _binomial(shares, final[:, None])[ripe]
    passed = triangle.age[ripe] * triangle.step
    weight = triangle.is_known[ripe] * 0.5 ** (passed / _ERROR_HALF_LIFE_DAYS)[:, None]
    expected = 0.25 * (1 - shares.mean(axis=0)) ** 2  # an error of half, where nothing is reported yet
    spread = ((off * weight).sum(axis=0) + _PRIOR_DAYS * expected) / (weight.sum(axis=0) + _PRIOR_DAYS)
    spread = np.maximum(spread, 1e-4)
    spread[-1] = 0.0
    return np.asarray(spread)


def _binomial(share: Floats, final: Floats) -> Floats:
    """The variance of the log of a count of which a share is reported, by chance alone."""
    return np.asarray((1 - share) / (share * np.maximum(final, 1.0)))


def _fit_course(course: _Course) -> tuple[Floats, Floats]:
    """Mean and standard deviation of the log of each final count."""
    n = len(course.first)
    time = (np.arange(n) + 1.0) * course.step
    early, late = np.minimum.outer(time, time), np.maximum.outer(time, time)
    prior = _START_SD**2 + _LEVEL_SD**2 * early + _TREND_SD**2 * early**2 * (3 * late - early) / 6
    if course.step == 1:
        prior = prior + _WEEKDAY_SD**2 * np.equal.outer(course.group, course.group)
    prior = prior + np.diag(_DAY_SD**2 + 1 / np.maximum(np.exp(course.first), 1.0))
    is_sure = course.error < 0.05
    centre = course.first[is_sure].mean() if is_sure.any() else course.first.mean()
    gain = np.linalg.solve(prior + np.diag(course.error), prior)
    middle = centre + gain.T @ (course.first - centre)
    left = np.maximum(np.diag(prior) - np.einsum("ij,ij->j", prior, gain), 0.0)
    return middle, np.sqrt(left)
