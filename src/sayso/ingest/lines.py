"""What a single line at the top of a report is: a date line, a byline, a labelled field, a headline."""

import re
from typing import NamedTuple

from sayso.ingest.dates import MONTHS, match_date, match_time
from sayso.ingest.outlets import is_domain

LONGEST_HEADER_LINE = 200
"""Characters; headlines of news sites stay below 150, paragraphs seldom do."""

_LONGEST_JOINED = 300
"""Characters of a headline with two date lines behind it."""

_LABEL = re.compile(
    r"(?P<kind>(?:date\s+of\s+)?publi(?:shed|cation(?:\s+date)?)|first\s+published|posted|created|issued|released|date"
    r"|(?:last\s+)?(?:updated|modified))(?:\s+(?:on|at|date))?\s*(?::|(?=\s))\s*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_INNER_LABEL = re.compile(r"\s(?=(?:(?:First )?Published|Posted|Created|(?:Last )?[Uu]pdated)(?: on)?:\s)")
_BYLINE = re.compile(
    r"(?:by|written\s+by|reporting\s+by|reported\s+by|story\s+by)\s*:?\s+(?P<name>\S.{1,80})", re.IGNORECASE
)
_NAME_WORD = re.compile(
    r"[^\W\d_a-zß-ÿ][\w’'.-]*|(?:and|of|the|for|in|at|de|da|di|del|der|den|van|von|bin|ibn|al|el|la|le|du|dos|ter)$|&$"
)
_PART = re.compile(r"\s*[|•·–—/]\s*|\s+-+\s+|\s{3,}|\t+")
_SECTION = re.compile(r"(?:[^\W\d_][\w’'&.-]*)(?:\s+(?:&|and|of|[^\W\d_][\w’'.&-]*)){0,3}")
_FIELD = re.compile(
    r"(?P<label>title|headline|source|publisher|publication|outlet|date|published|publication date|author|by|url|link"
    r"|tags|keywords|language)\s*:\s+(?P<value>\S.*)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\d+\s+(?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\s+(?:ago|read)", re.IGNORECASE)
_TIME_NOTE = re.compile(
    r"(?:\d+\s+min(?:ute)?s?\s+read|(?:at\s+)?\d\d?[:.]\d\d.{0,12}|\d{1,4}\s+comments?)", re.IGNORECASE
)

_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_LONGEST_BYLINE = 12
_LONGEST_SECTION = 4
_HEADLINE_WORDS = (3, 35)
KICKER = re.compile(
    r"(?:[\w/ -]{0,20}\b)?(?:(?:news|press|media)\s+(?:release|statement)|for\s+immediate\s+release"
    r"|breaking(?:\s+news)?"
    r"|exclusive|opinion|analysis|update|live|watch|photos?|video)\s*:?",
    re.IGNORECASE,
)


class DateLine(NamedTuple):
    """A line that dates a report: the day (None when ambiguous), whether it says "updated" only, and a byline in it."""

    date: str | None
    is_update: bool
    author: str | None


def parse_date_line(line: str) -> DateLine | None:
    """The date line that this line is, or None.

    A label, a full date, a clock time, a byline and section words may stand in it, and nothing else.

    Examples:
        >>> parse_date_line("Nov 28, 2025 News").date
        '2025-11-28'
        >>> parse_date_line("Published: 12 March 2024 | By Ana Roe").author
        'Ana Roe'
        >>> parse_date_line("On 12 March 2024 the dam broke") is None
        True
    """
    line = line.strip()
    if len(line) > LONGEST_HEADER_LINE or not _YEAR.search(line):
        return None
    dates: list[tuple[bool, str | None]] = []
    author = None
    for part in _PART.split(_keep_slashes(line)):
        text = part.replace("\ue000", "/").strip(" ,;.()[]")
        if not text or _TIME_NOTE.fullmatch(text) or match_time(text) == len(text):
            continue
        if dated := _parse_dated_part(text):
            dates.append(dated)
        elif name := parse_byline(text):
            author = author or name
        elif not (_RELATIVE.search(text) and _LABEL.match(text)) and not _is_section(text):
            return None
    if not dates:
        return None
    published = [day for is_update, day in dates if not is_update]
    if len(set(published)) > 1:  # "27 October 2014 - 13 November 2016" is a life or a period
        return None
    return DateLine(published[0] if published else dates[0][1], not published, author)


def split_dated_headline(line: str) -> tuple[str, DateLine] | None:
    """Headline and date line that stand in one line, ``Dam breaks Posted: 3 March 2025``; None when they do not."""
    match = re.search(
        r"\s(?:First )?(?:Published|Posted|Created|Updated|Last updated)(?: on)?:\s", line[:_LONGEST_JOINED]
    )
    if match is None or len(line) > _LONGEST_JOINED or not is_headline(line[: match.start()]):
        return None
    dated = parse_date_line(_INNER_LABEL.sub(" | ", line[match.start() :]).strip(" |"))
    return (line[: match.start()].strip(), dated) if dated else None


def parse_byline(line: str) -> str | None:
    """The name in a byline, or None when the line is no byline.

    Examples:
        >>> parse_byline("By Ana Roe and Li Wei"), parse_byline("By Tuesday the water had risen")
        ('Ana Roe and Li Wei', None)
    """
    match = _BYLINE.fullmatch(line.strip())
    if match is None:
        return None
    name = match["name"].strip(" ,;:")
    words = name.replace(",", " ").split()
    if not 1 <= len(words) <= _LONGEST_BYLINE or any(character.isdigit() for character in name):
        return None
    is_day = _WEEKDAY.match(words[0]) or (len(words) == 1 and words[0].lower()[:3] in MONTHS)
    is_sentence = re.search(r"[.!?]$", name) and not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", name)
    starts_low = not words[0][0].isupper() and words[0].lower() != "the"
    if is_day or is_sentence or starts_low or not all(_NAME_WORD.match(word) for word in words):
        return None
    return name


def parse_field(line: str) -> tuple[str, str] | None:
    """Label (lower case) and value of a line such as ``Source: The Gazette``; None when it is none."""
    match = _FIELD.fullmatch(line.strip())
    return (match["label"].lower(), match["value"].strip()) if match else None


def is_headline(line: str) -> bool:
    """Whether a line can be a headline: some words, no full stop at its end."""
    line = line.strip()
    words = line.split()
    fewest, most = _HEADLINE_WORDS
    if not fewest <= len(words) <= most or len(line) > LONGEST_HEADER_LINE or not re.search(r"[^\W\d_]{2}", line):
        return False
    first = next((character for character in line if character.isalnum()), "a")
    return not re.search(r"[.;,:][\"'”’)]*$", line) and not first.islower() and not KICKER.fullmatch(line)


def match_label(text: str) -> int | None:
    """Where a label such as ``Published on`` at the start of a text ends; None when there is none."""
    match = _LABEL.match(text)
    return match.end() if match else None


def _keep_slashes(line: str) -> str:
    return re.sub(r"(?<=\d)/(?=\d)", "\ue000", line)


def _parse_dated_part(text: str) -> tuple[bool, str | None] | None:
    label = _LABEL.match(text)
    is_update = bool(label and re.search("updated|modified", label["kind"], re.IGNORECASE))
    start = label.end() if label else 0
    if clock := match_time(text, start):  # "Updated 10:30 GMT, 3 March 2025"
        after = re.compile(r"[\s,]*(?:on\s+)?").match(text, clock)
        start = after.end() if after else clock
    found = match_date(text, start)
    if found is None:
        return None
    rest = text[found.end :].strip(" ,;.|-")
    inner = _LABEL.search(rest)
    if inner and match_date(rest, inner.end()):
        rest = rest[: inner.start()].strip(" ,;.|-")
    if rest and not parse_byline(rest) and not _is_section(rest):
        return None
    return is_update, found.date


def _is_section(text: str) -> bool:
    # "News", "World News", "Middle East", "KSTP.com"; a verb would make it a sentence, so every word is capitalized
    words = text.split()
    return (
        len(words) <= _LONGEST_SECTION
        and _SECTION.fullmatch(text) is not None
        and all(word[0].isupper() or word.lower() in {"and", "of", "&"} or is_domain(word) for word in words)
    )
