"""Expressions of English news, said on a known day, against the interval and TIMEX3 value that they stand for."""

import datetime as dt

import pytest

from sayso.reading.periods import Period, find_periods, find_time_spans, find_timexes

FRIDAY = dt.date(2025, 11, 28)


def only(text: str, anchor: dt.date | None = FRIDAY) -> Period:
    periods = find_periods(text, anchor=anchor)
    assert len(periods) == 1, [period.exact for period in periods]
    return periods[0]


@pytest.mark.parametrize(
    ("text", "exact", "value", "start", "end", "edtf"),
    [
        ("in October", "October", "2025-10", "2025-10-01", "2025-11-01", "2025-10"),
        ("in December 2024", "December 2024", "2024-12", "2024-12-01", "2025-01-01", "2024-12"),
        ("will open in March", "March", "2026-03", "2026-03-01", "2026-04-01", "2026-03"),
        ("last May", "last May", "2025-05", "2025-05-01", "2025-06-01", "2025-05"),
        ("in July last year", "July last year", "2024-07", "2024-07-01", "2024-08-01", "2024-07"),
        ("on 7 October", "7 October", "2025-10-07", "2025-10-07", "2025-10-08", "2025-10-07"),
        ("on Oct. 7, 2023", "Oct. 7, 2023", "2023-10-07", "2023-10-07", "2023-10-08", "2023-10-07"),
        ("Saturday 12 April 2014", "Saturday 12 April 2014", "2014-04-12", "2014-04-12", "2014-04-13", "2014-04-12"),
        ("the 7th of October 2023", "the 7th of October 2023", "2023-10-07", "2023-10-07", "2023-10-08", "2023-10-07"),
        ("2025-10-05", "2025-10-05", "2025-10-05", "2025-10-05", "2025-10-06", "2025-10-05"),
        ("on Tuesday", "Tuesday", "2025-11-25", "2025-11-25", "2025-11-26", "2025-11-25"),
        ("on Friday", "Friday", "2025-11-28", "2025-11-28", "2025-11-29", "2025-11-28"),
        ("plans to come on Tuesday", "Tuesday", "2025-12-02", "2025-12-02", "2025-12-03", "2025-12-02"),
        ("last Friday", "last Friday", "2025-11-21", "2025-11-21", "2025-11-22", "2025-11-21"),
        ("next Friday", "next Friday", "2025-12-05", "2025-12-05", "2025-12-06", "2025-12-05"),
        ("Last Saturday (22)", "Last Saturday (22)", "2025-11-22", "2025-11-22", "2025-11-23", "2025-11-22"),
        ("Thursday evening", "Thursday evening", "2025-11-27TEV", "2025-11-27", "2025-11-28", "2025-11-27"),
        ("yesterday", "yesterday", "2025-11-27", "2025-11-27", "2025-11-28", "2025-11-27"),
        ("today", "today", "2025-11-28", "2025-11-28", "2025-11-29", "2025-11-28"),
        ("last night", "last night", "2025-11-27TNI", "2025-11-27", "2025-11-28", "2025-11-27"),
        ("last week", "last week", "2025-W47", "2025-11-17", "2025-11-24", "2025-11-17/2025-11-23"),
        ("over the weekend", "the weekend", "2025-W47-WE", "2025-11-22", "2025-11-24", "2025-11-22/2025-11-23"),
        ("last month", "last month", "2025-10", "2025-10-01", "2025-11-01", "2025-10"),
        ("this year", "this year", "2025", "2025-01-01", "2026-01-01", "2025"),
        ("two days ago", "two days ago", "2025-11-26", "2025-11-26", "2025-11-27", "2025-11-26"),
        ("three years ago", "three years ago", "2022", "2022-01-01", "2023-01-01", "2022"),
        ("early March", "early March", "2025-03", "2025-03-01", "2025-03-11", "2025-03-01~/2025-03-10~"),
        ("mid-2014", "mid-2014", "2014", "2014-05-01", "2014-09-01", "2014-05-01~/2014-08-31~"),
        ("in the summer of 2014", "the summer of 2014", "2014-SU", "2014-06-01", "2014-09-01", "2014-22"),
        ("Q3 2024", "Q3 2024", "2024-Q3", "2024-07-01", "2024-10-01", "2024-35"),
        ("the third quarter", "the third quarter", "2025-Q3", "2025-07-01", "2025-10-01", "2025-35"),
        ("the first half of 2024", "the first half of 2024", "2024-H1", "2024-01-01", "2024-07-01", "2024-40"),
        ("the 1990s", "the 1990s", "199", "1990-01-01", "2000-01-01", "199X"),
        ("in 2014/15", "2014/15", "2014/2015", "2014-01-01", "2016-01-01", "2014/2015"),
        ("fiscal year 2016", "fiscal year 2016", "2016", "2016-01-01", "2017-01-01", "2016"),
        ("on Christmas Day", "Christmas Day", "2025-12-25", "2025-12-25", "2025-12-26", "2025-12-25"),
        ("at 10 p.m. on Wednesday", "10 p.m. on Wednesday", "2025-11-26T22:00", "2025-11-26", "2025-11-27",
         "2025-11-26"),
        ("from January to October 2025", "January to October 2025", "2025-01/2025-10", "2025-01-01", "2025-11-01",
         "2025-01/2025-10"),
        ("between 3 and 5 March", "3 and 5 March", "2025-03-03/2025-03-05", "2025-03-03", "2025-03-06",
         "2025-03-03/2025-03-05"),
        ("March 3-5, 2024", "March 3-5, 2024", "2024-03-03/2024-03-05", "2024-03-03", "2024-03-06",
         "2024-03-03/2024-03-05"),
        ("from 2005 to 2014", "2005 to 2014", "2005/2014", "2005-01-01", "2015-01-01", "2005/2014"),
        ("from November to February", "November to February", "2024-11/2025-02", "2024-11-01", "2025-03-01",
         "2024-11/2025-02"),
        ("in January and February", "January and February", "2025-01/2025-02", "2025-01-01", "2025-03-01",
         "2025-01/2025-02"),
        ("the first nine months of 2024", "the first nine months of 2024", "P9M", "2024-01-01", "2024-10-01",
         "2024-01/2024-09"),
        ("the six months ended June 30, 2024", "the six months ended June 30, 2024", "P6M", "2024-01-01", "2024-07-01",
         "2024-01/2024-06"),
        ("over the past three weeks", "the past three weeks", "P3W", "2025-11-07", "2025-11-29",
         "2025-11-07~/2025-11-28~"),
        ("over the next two weeks", "the next two weeks", "P2W", "2025-11-28", "2025-12-12",
         "2025-11-28~/2025-12-11~"),
        ("in the 24 hours to 9 October 2024", "the 24 hours to 9 October 2024", "PT24H", "2024-10-08", "2024-10-10",
         "2024-10-08/2024-10-09"),
        ("in a 48-hour period up to Tuesday", "48-hour period up to Tuesday", "PT48H", "2025-11-23", "2025-11-26",
         "2025-11-23/2025-11-25"),
        ("on Sunday 2 March and Monday 3 March", "Sunday 2 March and Monday 3 March", "2025-03-02/2025-03-03",
         "2025-03-02", "2025-03-04", "2025-03-02/2025-03-03"),
        ("on 31 March and 1 April", "31 March and 1 April", "2025-03-31/2025-04-01", "2025-03-31", "2025-04-02",
         "2025-03-31/2025-04-01"),
        ("on Tuesday and Wednesday", "Tuesday and Wednesday", "2025-11-25/2025-11-26", "2025-11-25", "2025-11-27",
         "2025-11-25/2025-11-26"),
        ("overnight 24 to 25 November", "overnight 24 to 25 November", "2025-11-24/2025-11-25", "2025-11-24",
         "2025-11-26", "2025-11-24/2025-11-25"),
        ("after the 2010 earthquake", "2010", "2010", "2010-01-01", "2011-01-01", "2010"),
        ("in the past 24 hours", "the past 24 hours", "PT24H", "2025-11-27", "2025-11-29", "2025-11-27/2025-11-28"),
    ],
)  # fmt: skip
def test_find_periods_puts_expression_on_calendar(
    text: str, exact: str, value: str, start: str, end: str, edtf: str
) -> None:
    period = only(text)
    assert (period.exact, period.value) == (exact, value)
    assert period.interval is not None
    assert (period.interval.start, period.interval.end, period.interval.edtf) == (start, end, edtf)
    assert period.interval.kind == "interval"


@pytest.mark.parametrize(
    ("text", "kind", "start", "end", "edtf"),
    [
        ("Since the beginning of the year", "since", "2025-01-01", "2025-11-28", "2025-01-01/2025-11-28~"),
        ("since February 2022", "since", "2022-02-01", "2025-11-28", "2022-02/2025-11-28~"),
        ("since January", "since", "2025-01-01", "2025-11-28", "2025-01/2025-11-28~"),
        ("since 2022", "since", "2022-01-01", "2025-11-28", "2022/2025-11-28~"),
        ("since Thursday", "since", "2025-11-27", "2025-11-28", "2025-11-27/2025-11-28~"),
        ("so far this year", "since", "2025-01-01", "2025-11-28", "2025/2025-11-28~"),
        ("this year so far", "since", "2025-01-01", "2025-11-28", "2025/2025-11-28~"),
        ("Since the storm 7 months ago", "since", "2025-04-01", "2025-11-28", "2025-04/2025-11-28~"),
        ("every month", "habitual", None, "2025-11-28", "../2025-11-28~"),
        ("as of 5 May", "as_of", "2025-05-05", "2025-05-06", "2025-05-05"),
        ("as of Monday", "as_of", "2025-11-24", "2025-11-25", "2025-11-24"),
        ("to date", "as_of", "2025-11-28", "2025-11-29", "2025-11-28"),
        ("by the end of the year", "as_of", "2025-12-31", "2026-01-01", "2025-12-31"),
        ("until Friday", "interval", None, "2025-11-29", "../2025-11-28"),
        ("before 5 May 2025", "interval", None, "2025-05-05", "../2025-05-04"),
        ("after 2014", "interval", "2015-01-01", None, "2015-01-01/.."),
        ("Over the last few days", "interval", None, "2025-11-29", "../2025-11-28~"),
    ],
)
def test_find_periods_reads_cue_into_interval(
    text: str, kind: str, start: str | None, end: str | None, edtf: str
) -> None:
    interval = only(text).interval
    assert interval is not None
    assert (interval.kind, interval.start, interval.end, interval.edtf) == (kind, start, end, edtf)
    assert interval.as_written == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("were told to leave by Tuesday", "2025-12-02"),
        ("agreed to leave by Tuesday", "2025-12-02"),
        ("had fled by Tuesday", "2025-11-25"),
        ("could not be reached Tuesday", "2025-11-25"),
        ("had been due to end Tuesday", "2025-11-25"),
        ("the talks are to begin Tuesday", "2025-12-02"),
        ("the king on Tuesday said it may rain", "2025-11-25"),
        ("the talks set for April", "2026-04"),
        ("would reach the United Kingdom on Tuesday", "2025-12-02"),
        ("to fill the dam by August", "2026-08"),
    ],
)
def test_find_periods_hears_whether_words_look_ahead(text: str, value: str) -> None:
    assert only(text).value == value


def test_find_periods_keeps_phrase_signal_and_anchor() -> None:
    period = only("21,600 left in October alone, he said.")
    assert period.interval is not None
    assert period.interval.as_written == "in October alone"
    assert (period.signal, period.signal_start, period.signal_end) == ("in", 12, 14)
    assert period.interval.anchor == "publication date 2025-11-28"
    assert (period.interval.start_precision, period.interval.end_precision) == ("month", "month")


@pytest.mark.parametrize(
    ("text", "exact", "per", "value"),
    [
        ("every month", "every month", "P1M", "P1M"),
        ("15,000 to 18,000 deserters a month", "a month", "P1M", "P1M"),
        ("12 deaths per day", "per day", "P1D", "P1D"),
        ("twice a year", "a year", "P1Y", "P1Y"),
        ("each year", "each year", "P1Y", "P1Y"),
        ("every two weeks", "every two weeks", "P2W", "P2W"),
        ("every other day", "every other day", "P2D", "P2D"),
        ("every Friday", "every Friday", "P1W", "XXXX-WXX-5"),
        ("grew annually", "annually", "P1Y", "P1Y"),
    ],
)
def test_find_periods_gives_period_of_recurring_time(text: str, exact: str, per: str, value: str) -> None:
    period = only(text)
    assert (period.kind, period.exact, period.per, period.value) == ("recurring", exact, per, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("for three days", "P3D"), ("for 10 years", "P10Y"), ("a three-day visit", "P3D"), ("half an hour", "PT30M"),
        ("an hour and a half", "PT1H30M"), ("2 1/2 years", "P2Y6M"), ("within 48 hours", "PT48H"),
        ("for several months", "PXM"), ("a couple of weeks", "P2W"), ("for decades", "PXY"),
        ("twenty-four hours", "PT24H"), ("lasted a week", "P1W"),
    ],
)  # fmt: skip
def test_find_periods_measures_duration(text: str, value: str) -> None:
    period = only(text)
    assert (period.kind, period.type, period.value, period.interval) == ("duration", "DURATION", value, None)


@pytest.mark.parametrize(
    "text",
    ["aged 34", "a 12-year-old boy", "34 years old", "people aged 15 to 24", "aged between 15 and 24", "in her 30s"],
)
def test_find_periods_sets_age_apart(text: str) -> None:
    period = only(text)
    assert (period.kind, period.value, period.timexes) == ("age", None, ())


@pytest.mark.parametrize("text", ["late on Tuesday", "On the night of Saturday 12 April 2014"])
def test_find_periods_takes_words_around_preposition_into_phrase(text: str) -> None:
    interval = only(f"{text}, 30 died").interval
    assert interval is not None
    assert interval.as_written == text


def test_find_periods_counts_on_from_date_told_last() -> None:
    text = (
        "On 3 March 2025 it rained. The next day 5 died. Two days later, 6. The following week was dry. That month, 9."
    )
    values = [period.value for period in find_periods(text, anchor=FRIDAY)]
    assert values == ["2025-03-03", "2025-03-04", "2025-03-06", "2025-W11", "2025-03"]


def test_find_periods_resolves_then_to_date_told_last() -> None:
    periods = find_periods("The dam broke on 3 March 2025. Since then, 12 have died.", anchor=FRIDAY)
    interval = periods[1].interval
    assert interval is not None
    assert (interval.start, interval.end, interval.kind) == ("2025-03-03", "2025-11-28", "since")
    assert only("Since then, 12 have died.").interval is None


def test_find_periods_reads_year_ago_beside_quarter_as_that_quarter() -> None:
    text = "Sales rose in the third quarter; a year earlier they fell."
    assert [period.value for period in find_periods(text, anchor=FRIDAY)] == ["2025-Q3", "2024-Q3"]


def test_find_periods_keeps_number_that_report_gives_a_quarter() -> None:
    text = "Sales rose in the fourth quarter ended June 30; a year earlier they fell."
    periods = find_periods(text, anchor=FRIDAY)
    assert periods[0].timexes[0].value == "2025-Q4"
    assert periods[1].value == "2024-Q4"
    assert periods[1].interval is not None
    assert periods[1].interval.start == "2024-04-01"


@pytest.mark.parametrize(
    ("text", "values"),
    [("its current chief", ["PRESENT_REF"]), ("after recent raids", ["PAST_REF"]), ("the current is strong", [])],
)
def test_find_periods_hears_current_and_recent(text: str, values: list[str]) -> None:
    assert [period.value for period in find_periods(text, anchor=FRIDAY)] == values


def test_find_periods_offers_other_reading_of_numeric_date_and_weekday() -> None:
    numeric, weekday = only("on 03/04/2025"), only("on Tuesday")
    assert numeric.interval is not None
    assert (numeric.interval.start, [other.start for other in numeric.alternatives]) == ("2025-03-04", ["2025-04-03"])
    assert [other.start for other in weekday.alternatives] == ["2025-12-02"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("in October", "XXXX-10"), ("on Friday", "XXXX-WXX-5"), ("last week", "XXXX-WXX"), ("on 5 May", "XXXX-05-05")],
)
def test_find_periods_without_anchor_leaves_open_what_needs_one(text: str, value: str) -> None:
    period = only(text, anchor=None)
    assert (period.value, period.interval) == (value, None)


def test_find_periods_without_anchor_resolves_what_is_said_in_full() -> None:
    interval = only("in 1998", anchor=None).interval
    assert interval is not None
    assert (interval.start, interval.end, interval.anchor) == ("1998-01-01", "1999-01-01", None)


def test_find_periods_keeps_to_the_stretch_asked_for() -> None:
    text = "In May 2014, in June 2015 and in July 2016."
    assert [period.exact for period in find_periods(text, start=13, end=26)] == ["June 2015"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("2,000 houses burned", []),
        ("1998 people fled", []),
        ("they killed 2000 civilians", []),
        ("some 1950 homes", []),
        ("about 2010 of them", []),
        ("in 2014 houses were built", ["2014"]),
        ("the 2010 earthquake", ["2010"]),
        ("In October 30 people died", ["October"]),
        ("In May 2000 people fled", ["May"]),
        ("in May 2015 people fled", ["May 2015"]),
        ("within three days, 24 hours a day", ["three days", "24 hours"]),
        ("a 12-year-old and two others aged 34", ["12-year-old", "aged 34"]),
        ("at 9:30 a.m., 2100 GMT or 9 o'clock", ["9:30 a.m.", "2100 GMT", "9 o'clock"]),
        ("three quarters of the town", []),
        ("5 killed, 12 hurt", []),
        ("soldiers may march", []),
        ("Sun Microsystems and Jan Novak", []),
    ],
)
def test_find_time_spans_tells_time_from_count(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in find_time_spans(text)] == spans


def test_find_timexes_marks_both_ends_of_a_range() -> None:
    timexes = find_timexes("between 1994 and 1997")
    assert [(timex.start, timex.end, timex.value) for timex in timexes] == [(8, 12, "1994"), (17, 21, "1997")]


@pytest.mark.parametrize("text", ["in the ½²s", "the ①nicolas", "the ²s and the 1³s", "in the '½0s", "٣٠s"])
def test_signs_that_only_look_like_digits_are_no_decades(text: str) -> None:
    assert not [period for period in find_periods(text, anchor=FRIDAY) if period.value and period.value.endswith("X")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("on Monday and Wednesday", ["2025-11-24", "2025-11-26"]),
        ("on 3 March and 5 March", ["2025-03-03", "2025-03-05"]),
        ("moved from two days to 9 May", ["P2D", "2025-05-09"]),
        ("overnight, and on Tuesday", ["2025-11-28TNI", "2025-11-25"]),
    ],
)
def test_times_that_do_not_touch_stay_apart(text: str, values: list[str]) -> None:
    assert [period.value for period in find_periods(text, anchor=FRIDAY)] == values


@pytest.mark.parametrize("hyphen", ["-", "–", "—", "\u2010", "\u2011"])
def test_year_in_words_may_have_any_hyphen(hyphen: str) -> None:
    assert only(f"in nineteen ninety{hyphen}four").value == "1994"
