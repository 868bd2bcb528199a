"""From entries to rows: what each figure says literally, what it conveys, and what each reading of a rate adds."""

import datetime as dt
from collections.abc import Iterable, Sequence
from fractions import Fraction

from sayso.checking.bounds import Reach, make_end
from sayso.checking.entries import Entry
from sayso.checking.periods import BEGINNING, Stretch, When, count_periods, cut_periods, floor_period, to_day
from sayso.checking.rows import Row, Tie
from sayso.checking.wording import PERIODS, name_amount, name_number, name_rate, name_stretch, name_time
from sayso.model import Assumption, MeasureLink

CONVEYED = ("over_means_not_much_over", "under_means_not_much_under")
"""The keys of the assumptions that words convey more than they say."""
_MIN_PERIODS = 2
"""A rate is compared on average only with a total over at least two of its periods."""
_RECENT_DAYS = 62
"""A rate told in the present tense reaches back from the report, so the total must run up to about then."""
_LEAST_SPAN_DAYS = 92
"""Told early in a year, "every month" takes in the last three months too."""
_AVERAGE_WORDS = ("averag", "per capita")


def make_rows(entry: Entry) -> list[Row]:
    """The rows of a flow or a running total, as its words say logically; a rate gives none of its own."""
    return [] if entry.when is None or entry.statement.aspect == "rate" else _make_sides(entry, entry.when, entry.reach)


def make_conveyed_rows(entry: Entry) -> list[Row]:
    """The rows of what a flow or a running total conveys beyond logic, as an assumption."""
    assumption = _find_conveyed_assumption(entry)
    if entry.when is None or entry.statement.aspect == "rate" or assumption is None:
        return []
    rows = _make_sides(entry, entry.when, entry.conveyed)
    return [row._replace(assumptions=(*row.assumptions, assumption)) for row in rows]


def make_period_rows(rate: Entry, days: Iterable[int]) -> list[Row]:
    """The rows of a rate read as binding each single period.

    Args:
        rate: The rate.
        days: The days on which other figures begin or end.
    """
    statement = rate.statement
    span = find_rate_span(rate)
    if statement.per is None or span is None or _is_average(rate):
        return []
    assumption = Assumption(
        key="each_period",
        words=f"{name_rate(statement)} binds each single {PERIODS[statement.per]}",
        statement=statement.id,
    )
    return [
        row
        for stretch in cut_periods(span, statement.per, days)
        for row in _make_rate_sides(rate, When(stretch, stretch), assumption)
    ]


def make_average_rows(rate: Entry, total: Entry) -> list[Row]:
    """The rows of a rate read as the average over the time of a running total."""
    statement, when, span = rate.statement, total.when, find_rate_span(rate)
    if statement.per is None or when is None or span is None or not _is_running(total):
        return []
    periods = count_periods(when.inner, statement.per)
    if periods is None or periods < _MIN_PERIODS or when.outer.end < span.end - _RECENT_DAYS:
        return []
    reaches_back = when.outer.start < span.start
    assumption = Assumption(
        key="rate_reaches_back" if reaches_back else "average",
        words=f"{name_rate(statement)} {'has held on average' if reaches_back else 'is the average'} "
        f"{name_time(total.statement)}",
        statement=statement.id,
    )
    return _make_rate_sides(rate, when, assumption)


def make_span_rows(rate: Entry) -> list[Row]:
    """The rows of a rate read as the average over the time that it is about."""
    span = find_rate_span(rate)
    if span is None or rate.statement.per is None:
        return []
    words = f"{name_rate(rate.statement)} is the average {name_stretch(span)}"
    assumption = Assumption(key="average", words=words, statement=rate.statement.id)
    return _make_rate_sides(rate, When(span, span), assumption)


def translate_rows(rows: Sequence[Row], link: MeasureLink, *, measure: str) -> list[Row]:
    """What rows about one measure say about another that it is linked to.

    Args:
        rows: Rows about ``measure``.
        link: How ``measure`` stands to the other.
        measure: The id of the measure that the link belongs to.

    Returns:
        Rows about ``link.measure``. A link that sets no ratio on a side gives no row on that side.
    """
    low, high = _find_ratio(link)
    assumptions = _assume_link(link, measure)
    translated = []
    for row in rows:
        ratio = high if row.side == "least" else low
        if ratio is None or ratio == 0:
            continue
        words = row.words if ratio == 1 else f"{name_number(row.value)} at {name_number(ratio)} for each {link.measure}"
        both = (*row.assumptions, *assumptions)
        multiple = row.multiple / ratio
        translated.append(row._replace(value=row.value / ratio, assumptions=both, words=words, multiple=multiple))
    return translated


def make_tie(link: MeasureLink, *, measure: str) -> Tie:
    """How a measure stands to the one that it is linked to, for a topic in which several of its figures meet.

    Args:
        link: How ``measure`` stands to the other.
        measure: The id of the measure that the link belongs to.
    """
    low, high = _find_ratio(link)
    return Tie(measure, low, high, _assume_link(link, measure))


def find_rate_span(rate: Entry) -> Stretch | None:
    """The days that a rate is about: as stated, else the year it is told in; None when that is not known."""
    interval = rate.statement.interval
    if interval is None or interval.end is None:
        return None
    end = to_day(interval.end)
    if interval.start is not None and to_day(interval.start) < end:
        return Stretch(to_day(interval.start), end)
    year = dt.date.fromordinal(end - 1).replace(month=1, day=1).toordinal()
    recent = floor_period(end - _LEAST_SPAN_DAYS, "P1M")
    return Stretch(year if recent is None else min(year, recent), end)


def _make_sides(entry: Entry, when: When, reach: Reach) -> list[Row]:
    identity = (entry.statement.id,)
    rows = []
    if reach.low is not None and reach.low > 0:
        assumptions = _doubt(entry, "overstated")
        rows.append(Row("least", when.outer, reach.low, identity, assumptions))
    if reach.high is not None and entry.is_total and when.inner.days > 0:
        rows.append(Row("most", when.inner, reach.high, identity, _doubt(entry, "understated")))
    return rows


def _make_rate_sides(rate: Entry, when: When, assumption: Assumption) -> list[Row]:
    per = rate.statement.per or ""
    rows = []
    for side, stretch, value in (("least", when.inner, rate.reach.low), ("most", when.outer, rate.reach.high)):
        periods = count_periods(stretch, per)
        if value is None or periods is None or stretch.days <= 0 or (side == "least" and value == 0):
            continue
        doubts = _doubt(rate, "overstated" if side == "least" else "understated")
        rows.append(
            Row(
                "least" if side == "least" else "most",
                stretch,
                value * periods,
                (rate.statement.id,),
                (assumption, *doubts),
                _word_periods(value, periods, per),
                periods,
            )
        )
    return rows


def _word_periods(value: Fraction, periods: Fraction, per: str) -> str:
    name = PERIODS[per]
    return f"{name_number(value)} a {name} over {name_number(periods)} {name if periods == 1 else name + 's'}"


def _doubt(entry: Entry, direction: str) -> tuple[Assumption, ...]:
    """A figure that a voice suspects to be too low still needs what it says; that it allows no more is assumed."""
    if direction not in entry.doubts:
        return ()
    words = "low" if direction == "understated" else "high"
    return (
        Assumption(
            key=f"not_{direction}",
            words=f"{name_amount(entry.statement)} is not too {words}, as the report suspects",
            statement=entry.statement.id,
        ),
    )


def _find_conveyed_assumption(entry: Entry) -> Assumption | None:
    said = name_amount(entry.statement)
    if entry.conveyed.high is not None:
        words = f'"{said}" means less than {name_number(entry.conveyed.high)}'
        return Assumption(key=CONVEYED[0], words=words, statement=entry.statement.id)
    if entry.conveyed.low is not None:
        words = f'"{said}" means more than {name_number(entry.conveyed.low)}'
        return Assumption(key=CONVEYED[1], words=words, statement=entry.statement.id)
    return None


def _is_running(total: Entry) -> bool:
    """Whether a figure counts from a stated day up to the report."""
    if total.when is None or total.when.outer.start == BEGINNING or not total.is_total:
        return False
    interval = total.statement.interval
    return total.statement.aspect == "cumulative" or (interval is not None and interval.kind == "since")


def _is_average(rate: Entry) -> bool:
    return any(word in rate.statement.passage.exact.casefold() for word in _AVERAGE_WORDS)


def _find_ratio(link: MeasureLink) -> tuple[Fraction | None, Fraction | None]:
    if link.kind in ("subset_of", "part_of"):
        return Fraction(0), Fraction(1)
    if link.kind == "equals":
        return Fraction(1), Fraction(1)
    return make_end(link.low), make_end(link.high)


def _assume_link(link: MeasureLink, measure: str) -> tuple[Assumption, ...]:
    if link.kind != "converts":
        return ()
    low, high = _find_ratio(link)
    words = link.words or f"there are {_word_ratio(low, high)} {measure} for each {link.measure}"
    return (Assumption(key=_name_link(measure, link, low, high), words=words),)


def _word_ratio(low: Fraction | None, high: Fraction | None) -> str:
    if low == high and low is not None:
        return name_number(low)
    if high is None:
        return f"at least {name_number(low or 0)}"
    return f"{name_number(low or 0)} to {name_number(high)}"


def _name_link(measure: str, link: MeasureLink, low: Fraction | None, high: Fraction | None) -> str:
    ratio = _word_ratio(low, high).replace(" ", "_")
    return f"{ratio}_{measure}_per_{link.measure}"
