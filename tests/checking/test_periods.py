import datetime as dt
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.checking.periods import (
    Stretch,
    When,
    ceil_period,
    count_periods,
    cut_periods,
    find_when,
    floor_period,
    to_day,
)
from sayso.model import Interval
from tests.checking.making import make_time

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2040, 1, 1)).map(dt.date.toordinal)
PERIODS = st.sampled_from(["P1D", "P1W", "P1M", "P3M", "P1Y"])


def count(days: Stretch, per: str) -> Fraction:
    periods = count_periods(days, per)
    assert periods is not None
    return periods


def when_of(interval: Interval) -> When:
    when = find_when(interval)
    assert when is not None
    return when


def stretch(start: str, end: str) -> Stretch:
    return Stretch(to_day(start), to_day(end))


def test_months_are_counted_by_the_calendar() -> None:
    assert count_periods(stretch("2022-02-24", "2025-11-28"), "P1M") == Fraction(5, 28) + 44 + Fraction(27, 30)
    assert count_periods(stretch("2025-01-01", "2026-01-01"), "P1M") == 12
    assert count_periods(stretch("2025-01-01", "2026-01-01"), "P3M") == 4
    assert count_periods(stretch("2024-02-01", "2024-03-01"), "P1D") == 29
    assert count_periods(stretch("2024-01-01", "2026-01-01"), "P1Y") == 2
    assert count_periods(stretch("2024-01-01", "2026-01-01"), "P5M") is None


@given(DAYS, st.integers(1, 900), st.integers(1, 900), st.sampled_from(["PT1H", "P1D", "P1W", "P1M", "P3M", "P1Y"]))
def test_periods_of_two_stretches_add_up(start: Any, first: Any, second: Any, per: Any) -> None:
    one, two = Stretch(start, start + first), Stretch(start + first, start + first + second)
    both = Stretch(start, start + first + second)
    assert count(one, per) + count(two, per) == count(both, per)


@given(DAYS, PERIODS)
def test_floor_and_ceil_stand_around_a_day(day: Any, per: Any) -> None:
    floor, ceil = floor_period(day, per), ceil_period(day, per)
    assert floor is not None
    assert ceil is not None
    assert floor <= day <= ceil
    assert floor_period(floor, per) == floor
    assert floor_period(ceil, per) == ceil
    assert floor == ceil or count(Stretch(floor, ceil), per) == 1


@given(DAYS, st.integers(1, 1500), PERIODS, st.lists(DAYS, max_size=6))
def test_cut_runs_are_whole_periods_side_by_side(start: Any, length: Any, per: Any, days: Any) -> None:
    runs = cut_periods(Stretch(start, start + length), per, days)
    for run, after in pairwise(runs):
        assert run.end == after.start
    for run in runs:
        assert count(run, per).denominator == 1
        inside = [day for day in days if run.start < day < run.end]
        assert not inside or count(run, per) == 1
    assert all(start <= run.start < run.end <= start + length for run in runs)


def test_since_a_month_may_begin_on_any_of_its_days() -> None:
    when = when_of(make_time("2022-02-01", "2025-11-28", "since", start_precision="month", as_written="since February"))
    assert when.inner == stretch("2022-03-01", "2025-11-28")
    assert when.outer == stretch("2022-02-01", "2025-11-28")


def test_since_the_beginning_of_a_year_begins_with_it() -> None:
    words = "since the beginning of the year"
    when = when_of(make_time("2025-01-01", "2025-11-28", "since", start_precision="year", as_written=words))
    assert when.inner == when.outer == stretch("2025-01-01", "2025-11-28")


def test_total_whose_last_day_is_not_known_may_end_with_the_last_full_month() -> None:
    when = when_of(make_time("2025-01-01", "2025-11-28", "since", end_precision="month"))
    assert when.inner == stretch("2025-01-01", "2025-11-01")
    early = when_of(make_time("2025-01-01", "2025-11-03", "since", end_precision="month"))
    assert early.inner == stretch("2025-01-01", "2025-10-01")


def test_open_intervals_are_not_known() -> None:
    assert find_when(None) is None
    assert find_when(make_time(None, "2025-01-01")) is None
    assert find_when(make_time("2025-01-01", None)) is None


def test_last_year_of_the_calendar_is_counted() -> None:
    last = Stretch(to_day("9999-12-01"), to_day("9999-12-31"))
    assert (count(last, "P1M"), count(last, "P1Y")) == (Fraction(30, 31), Fraction(30, 365))
    assert ceil_period(last.start + 1, "P1M") is None
