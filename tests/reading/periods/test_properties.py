"""What holds for any text: verbatim spans in order, the same answer twice, no time lost on hostile input."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.periods import find_periods, find_time_spans

WORDS = st.sampled_from(
    (
        "the a last past next first two 30 5 2014 1998 10 24 - , . ( ) / to and of in since until May March October "
        "Friday weekend year years months days week ago later earlier every per half quarter end beginning ended "
        "9:30 p.m. noon GMT 1990s 2014/15 03/04/2025 0000-00-00 99/99/9999 31 June Feb. 29 more old aged so far now "
        "then the \n people"
    ).split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))
ANCHORS = st.one_of(st.none(), st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.just(dt.date.min))


@given(TEXTS, ANCHORS)
def test_find_periods_spans_are_verbatim_and_in_order(text: str, anchor: dt.date | None) -> None:
    last = 0
    for period in find_periods(text, anchor=anchor):
        assert last <= period.start < period.end
        assert text[period.start : period.end] == period.exact
        assert period.phrase_start <= period.start
        assert period.end <= period.phrase_end
        if period.signal_start is not None and period.signal_end is not None:
            assert period.phrase_start <= period.signal_start < period.signal_end <= period.phrase_end
        if period.interval is not None and period.interval.span is not None:
            span = period.interval.span
            assert text[span.start : span.end] == span.exact == period.interval.as_written
        last = period.end


@given(TEXTS, ANCHORS)
def test_find_periods_intervals_are_dates_in_order(text: str, anchor: dt.date | None) -> None:
    for period in find_periods(text, anchor=anchor):
        for interval in (period.interval, *period.alternatives):
            if interval is None:
                continue
            ends = [dt.date.fromisoformat(day) for day in (interval.start, interval.end) if day is not None]
            assert ends == sorted(set(ends))


@given(TEXTS)
def test_find_time_spans_do_not_overlap(text: str) -> None:
    spans = find_time_spans(text)
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(TEXTS, ANCHORS)
def test_find_periods_gives_same_answer_twice(text: str, anchor: dt.date | None) -> None:
    assert find_periods(text, anchor=anchor) == find_periods(text, anchor=anchor)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        " ",
        "-",
        "1-",
        "1 ",
        "1,",
        "12:",
        "twenty ",
        "the ",
        "May ",
        "1/",
        "a.m.",
        "two days ",
        "in 2014 ",
        "\n",
        "of the ",
    ],
)
def test_find_periods_reaches_the_end_of_repetition(unit: str) -> None:
    text = unit * (60_000 // len(unit)) + " . On 5 May 2024 it ended."
    assert find_periods(text, anchor=dt.date(2025, 11, 28))[-1].end > 60_000
