"""Statements in; a time axis out: which days it spans, where each day stands, and the days to name."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.model import Statement

LEFT, RIGHT = 10, 350
"""Where the axis begins and ends, in units of the drawing."""

_MARGIN = 0.04
"""Share of the time that is added at either end, so that no bar touches the edge by chance."""

_MOST_TICKS = 5
_ROUND_DAYS = {7: (1, 8, 15, 22), 14: (1, 15), 28: (1,)}
"""Days of a month to name, about so many days apart."""

_YEAR, _MONTH = 366, 31
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_EVER = (dt.date.min.toordinal(), dt.date.max.toordinal())


class Days(NamedTuple):
    """Days from start up to but not including end, as ordinals; an open end reaches as far as the calendar."""

    start: int
    end: int


class Tick(NamedTuple):
    """A day that the axis names."""

    day: int
    words: str


class TimeAxis(NamedTuple):
    """A time axis from one day to another."""

    start: int
    end: int
    ticks: tuple[Tick, ...]

    def at(self, day: int) -> float:
        """The x of a day."""
        return LEFT + (day - self.start) / (self.end - self.start) * (RIGHT - LEFT)

    def limit(self, day: int) -> float:
        """The x of a day, or of the end of the axis that it lies beyond."""
        return self.at(min(max(day, self.start), self.end))


def find_stretch(statement: Statement) -> Days | None:
    """The days that a figure is about; None when it has no time."""
    interval = statement.interval
    if interval is None:
        return None
    if interval.start is None and interval.end is None:
        return Days(*_EVER) if interval.kind == "habitual" else None
    start = _EVER[0] if interval.start is None else dt.date.fromisoformat(interval.start).toordinal()
    end = _EVER[1] if interval.end is None else dt.date.fromisoformat(interval.end).toordinal()
    if interval.kind == "as_of":  # a state on one day, the last that is named
        start, end = (end - 1, end) if interval.end is not None else (start, start + 1)
    return Days(start, end) if start < end else None


def make_time_axis(statements: Sequence[Statement]) -> TimeAxis | None:
    """The axis that holds all figures; None when they do not differ in time, so that a value axis tells it all."""
    stretches = {stretch for statement in statements if (stretch := find_stretch(statement)) is not None}
    edges = {edge for stretch in stretches for edge in stretch if edge not in _EVER}
    if len(stretches) < 2 or len(edges) < 2:
        return None
    first, last = min(edges), max(edges)
    margin = max(1, round((last - first) * _MARGIN))
    start, end = max(first - margin, _EVER[0]), min(last + margin, _EVER[1])
    return TimeAxis(start, end, tuple(_list_ticks(start, end)))


def _list_ticks(start: int, end: int) -> Iterator[Tick]:
    days = end - start
    if days > 3 * _YEAR:
        years = range(dt.date.fromordinal(start).year + 1, dt.date.fromordinal(end).year + 1)
        for year in years[:: _choose_step(len(years), (1, 2, 5, 10, 20, 50, 100))]:
            yield Tick(dt.date(year, 1, 1).toordinal(), str(year))
    elif days > 3 * _MONTH:
        first, last = (_count_months(dt.date.fromordinal(day)) for day in (start, end))
        step = _choose_step(last - first, (1, 2, 3, 6, 12))
        for month in range(first - first % step + step, last + 1, step):
            year, index = divmod(month, 12)
            yield Tick(dt.date(year, index + 1, 1).toordinal(), f"{_MONTHS[index]} {year}")
    else:
        step = _choose_step(days, (1, 2, 5, *_ROUND_DAYS))
        for day in range(start + 1, end):
            date = dt.date.fromordinal(day)
            if date.day in _ROUND_DAYS[step] if step in _ROUND_DAYS else (day - start - 1) % step == 0:
                yield Tick(day, f"{date.day} {_MONTHS[date.month - 1]}")


def _choose_step(number: int, steps: Sequence[int]) -> int:
    return next((step for step in steps if number / step <= _MOST_TICKS), steps[-1])


def _count_months(date: dt.date) -> int:
    return 12 * date.year + date.month - 1
