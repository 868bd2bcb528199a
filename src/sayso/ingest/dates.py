"""Dates of publication: what an outlet writes in a date line, to ``YYYY-MM-DD``; whatever is ambiguous is no date."""

import datetime as dt
import re
from typing import NamedTuple

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?P<weekday>Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?"
    r"|Sat(?:urday)?|Sun(?:day)?)\.?,?\s+"
)
_DAY = r"(?P<{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:18|19|20)\d\d)"
_DATE = re.compile(
    rf"(?:{_WEEKDAY})?(?:"
    rf"{_DAY.format('d1')}(?:\s+of)?[\s-]{_MONTH.format('m1')},?[\s-]{_YEAR.format('y1')}"
    rf"|{_MONTH.format('m2')}\s{{0,2}}{_DAY.format('d2')},?\s+{_YEAR.format('y2')}"
    rf"|{_YEAR.format('y3')}[-/](?P<m3>0[1-9]|1[0-2])[-/](?P<d3>0[1-9]|[12]\d|3[01])"
    rf"|(?P<a4>\d\d?)(?P<sign>[/.-])(?P<b4>\d\d?)(?P=sign){_YEAR.format('y4')}"
    r")(?![\w/]|[-.]\d)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:[T,]?\s*(?:at\s+|@\s*)?)"
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?"
    r"(?:\s*(?:Z|[+-]\d\d:?\d\d|\(?(?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|[ECMP][SD]?T|IST)\)?(?:[+-]\d{1,2})?))?"
    r"(?!\w)|(?:[T,]?\s*(?:at\s+)?)(?:0?[1-9]|1[0-2])\s*[ap]\.?m\.?(?!\w)",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
)


class DateFound(NamedTuple):
    """A date at the start of some text: where it ends, and the day; None when it is ambiguous or impossible."""

    end: int
    date: str | None
    has_weekday: bool


def match_date(text: str, position: int = 0) -> DateFound | None:
    """The full date that starts at this position, with the clock time behind it.

    Args:
        text: Any text.
        position: Where to look; nothing is searched.

    Returns:
        Where it ends and the day, or None when no full date starts there. The day is None when day and month
        can be swapped (``03/04/2025``), when there is no such day, or when the weekday is another one.

    Examples:
        >>> match_date("Friday, 28 November 2025 10:30 GMT News")
        DateFound(end=34, date='2025-11-28', has_weekday=True)
        >>> match_date("03/04/2025")
        DateFound(end=10, date=None, has_weekday=False)
    """
    match = _DATE.match(text, position)
    if match is None:
        return None
    end = match.end()
    if time := _TIME.match(text, end):
        end = time.end()
    weekday = match["weekday"]
    day = _day_of(match)
    if day is not None and weekday and _WEEKDAYS[day.weekday()] != weekday[:3].lower():
        day = None
    return DateFound(end, None if day is None else day.isoformat(), weekday is not None)


def match_time(text: str, position: int = 0) -> int | None:
    """Where the clock time that starts at this position ends; None when none does."""
    match = _TIME.match(text, position)
    return match.end() if match else None


def parse_iso_date(text: str) -> str | None:
    """The day of an ISO 8601 date or timestamp, as written there (no time zone is converted).

    Examples:
        >>> parse_iso_date("2025-11-28T23:30:00-05:00")
        '2025-11-28'
        >>> parse_iso_date("11/28/2025") is None
        True
    """
    match = _ISO.fullmatch(text.strip())
    return _valid(match["day"]) if match else None


def parse_date(text: str) -> str | None:
    """The day that a whole string names in any of the forms of a date line; None when unsure.

    Examples:
        >>> parse_date("Nov 28, 2025"), parse_date("28/11/2025"), parse_date("03/04/2025")
        ('2025-11-28', '2025-11-28', None)
    """
    stripped = text.strip()
    if iso := parse_iso_date(stripped):
        return iso
    found = match_date(stripped)
    return found.date if found is not None and found.end == len(stripped) else None


def _day_of(match: re.Match[str]) -> dt.date | None:
    if match["d1"]:
        return _make_day(match["y1"], _month(match["m1"]), int(match["d1"]))
    if match["d2"]:
        return _make_day(match["y2"], _month(match["m2"]), int(match["d2"]))
    if match["d3"]:
        return _make_day(match["y3"], int(match["m3"]), int(match["d3"]))
    first, second = int(match["a4"]), int(match["b4"])
    if first == second or second > 12 >= first:
        return _make_day(match["y4"], first, second)
    if first > 12 >= second:
        return _make_day(match["y4"], second, first)
    return None


def _month(word: str) -> int:
    return MONTHS.index(word[:3].lower()) + 1


def _make_day(year: str, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(int(year), month, day)
    except ValueError:  # 31 June
        return None


def _valid(day: str) -> str | None:
    try:
        return dt.date.fromisoformat(day).isoformat()
    except ValueError:  # 2025-02-30
        return None
