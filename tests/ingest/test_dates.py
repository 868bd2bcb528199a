import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.dates import match_date, parse_date, parse_iso_date


@pytest.mark.parametrize(
    "words",
    [
        "Nov 28, 2025", "Nov. 28 2025", "28 November 2025", "28th of November 2025", "2025-11-28", "2025/11/28",
        "28/11/2025", "11/28/2025", "28.11.2025", "Friday, 28 November 2025", "Fri Nov 28 2025", "28-Nov-2025",
        "2025-11-28T10:30:00Z", "2025-11-28T23:59:59.123+03:00", "Fri, 28 Nov 2025 10:30:00 GMT",
        "November 28, 2025 9:20 PM", "28 November 2025 at 9:20 p.m. EST",
    ],
)  # fmt: skip
def test_parse_date_reads_what_outlets_write(words: str) -> None:
    assert parse_date(words) == "2025-11-28"


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2025", "3.4.2025", "31 June 2025", "2025-02-30", "Thursday, 28 November 2025", "November 2025", "28 Nov",
        "28 November 2025 in Kyiv", "1234567", "", "28 November 20255", "13/13/2025",
    ],
)  # fmt: skip
def test_parse_date_has_no_date_for_what_is_ambiguous_or_impossible(words: str) -> None:
    assert parse_date(words) is None


def test_day_and_month_that_are_equal_cannot_be_swapped() -> None:
    assert parse_date("05/05/2025") == "2025-05-05"


def test_match_date_says_where_the_clock_time_ends() -> None:
    found = match_date("Updated 3 March 2025 10:30 GMT by Ana", 8)
    assert found is not None
    assert found.end == len("Updated 3 March 2025 10:30 GMT")


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_every_day_reads_back_from_every_form(day: dt.date) -> None:
    iso = day.isoformat()
    assert parse_iso_date(iso) == iso
    for form in ("%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%Y-%m-%dT%H:%M:%S", "%a %b %d %Y"):
        assert parse_date(day.strftime(form)) == iso


@given(st.text(max_size=40))
def test_parse_date_gives_a_real_day_or_none(words: str) -> None:
    found = parse_date(words)
    assert found is None or dt.date.fromisoformat(found).isoformat() == found
