"""The top of a plain text: site name, headline, byline and date lines before the body, where they are plainly that."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from sayso.ingest.dates import DateFound, match_date, parse_date
from sayso.ingest.lines import (
    KICKER,
    LONGEST_HEADER_LINE,
    DateLine,
    is_headline,
    match_label,
    parse_byline,
    parse_date_line,
    parse_field,
    split_dated_headline,
)
from sayso.ingest.outlets import is_outlet_name, is_wire_name

_LOOK = 4000
"""Characters at the top of a text that can hold its header."""

_LINES = 8
"""Lines that are not empty in the longest header: site, section, headline, deck, byline, role, two dates."""

_MOST_BEFORE = 3
"""Lines above the first date line or byline: site name, headline, deck."""

_MOST_BETWEEN = 2
"""Lines of other kinds between date lines and bylines: "Staff writer", "Share this"."""

_SHORTEST_TITLE = 4
"""Words from which on a line of capitalized words is a headline and not the name of somebody."""

_SHORTEST_SENTENCE = 8
"""Words from which on a line that ends with a full stop is a paragraph; questions in headlines are shorter."""

_HEADLINE_WORDS = 3
"""Words from which on a headline that a text opens with does so on purpose."""

_SURE_LABEL = re.compile(r"(?:date of\b|publication date|.*(?::| on)\s*$)", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_ENDS = re.compile(r"[.!?…][\"'”’)]*$")
_DATELINE = re.compile(
    r"\s*(?:(?P<place>[A-Z][A-Z’'.-]+(?:[ /][A-Z][A-Z’'.-]*){0,5}(?:,\s{1,3}[A-Z][\w.’' -]{1,30}?)?)"
    r"\s?(?:,\s{1,3}(?P<day>[^()—–]{5,30}?)\s?)?)?"
    r"(?P<wire>\([A-Z][^()]{1,40}\))?\s?(?:--?|[—–_])"
)
_BEFORE_STAMP = re.compile(
    r"\(|(?:(?:last\s+)?updated?|published|posted)(?:\s+on)?\s?:\s*(?:\d\d?[:.]\d\d,?\s+)?", re.IGNORECASE
)
_BEHIND_STAMP = re.compile(r"\)?\s*(?:\([A-Z][^()]{1,40}\)\s*)?(?:--?|[—–|])\s")
_CLOCKED_STAMP = re.compile(r"\s(?=\d{1,2} [A-Z][a-z]+ \d{4} \| \d\d:\d\d \|)")
_STAMP_REACH = 250
"""Characters of the body in which a page's own date stamp is looked for; later ones are other articles' stamps."""


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What the top of a text says about its publication; None for what it does not plainly say.

    Attributes:
        body_start: First character of the body.
        title: The headline.
        publisher: The outlet.
        author: The name in the byline.
        date: Day of publication.
        url: Where it was published.
        tags: Keywords of a labelled line.
    """

    body_start: int = 0
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()


class _Line(NamedTuple):
    start: int
    end: int
    text: str


def find_header(text: str, title: str | None = None) -> Header:
    r"""The header of a text.

    Args:
        text: The whole text.
        title: The headline, when it is already known: a first line that repeats it is header.

    Returns:
        A header with ``body_start`` 0 and no fields when nothing at the top is plainly one.

    Examples:
        >>> header = find_header("The Vale Gazette\n\nRiver floods towns\n\n3 March 2025\n\nTwelve died.")
        >>> header.publisher, header.title, header.date, header.body_start
        ('The Vale Gazette', 'River floods towns', '2025-03-03', 52)
    """
    lines = list(_iter_lines(text))
    if not lines:
        return Header()
    header = _read_fields(lines) or _read_lines(text, lines, title) or _read_opening(text, lines[0], title) or Header()
    if header.body_start and _skip_space(text, header.body_start) == len(text):
        header = Header()  # nothing but a header: then it is the text
    return _add_stamp(_add_dateline(header, text), text)


def _iter_lines(text: str) -> Iterator[_Line]:
    for position, match in enumerate(_LINE.finditer(text, 0, _LOOK)):
        if position > _LINES:
            return
        stripped = match.group().strip()
        if not stripped.strip("\ufeff\u200b\u2060"):
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield _Line(start, start + len(stripped), stripped)


def _read_fields(lines: list[_Line]) -> Header | None:
    """``Title: ...`` / ``Source: ...`` / ``Date: ...``, at least two of them, one a line."""
    fields: dict[str, str] = {}
    used = 0
    for line in lines[:-1]:
        field = parse_field(line.text)
        if field is None:
            break
        fields.setdefault(field[0], field[1])
        used += 1
    if used < 2:
        return None
    return Header(
        body_start=lines[used].start,
        title=_first(fields, "title", "headline"),
        publisher=_first(fields, "source", "publisher", "publication", "outlet"),
        author=_first(fields, "author", "by"),
        date=parse_date(_first(fields, "date", "published", "publication date") or ""),
        url=_first(fields, "url", "link"),
        tags=tuple(tag.strip() for tag in (_first(fields, "tags", "keywords") or "").split(",") if tag.strip()),
    )


def _first(fields: dict[str, str], *labels: str) -> str | None:
    return next((fields[label] for label in labels if label in fields), None)


class _Top:
    """What the lines at the top have been found to be, line by line."""

    def __init__(self, title: str | None) -> None:
        self.known_title = title
        self.title: str | None = None
        self.publisher: str | None = None
        self.author: str | None = None
        self.published: str | None = None
        self.updated: str | None = None
        self.anchors: list[int] = []
        """Positions of date lines, bylines and the known headline: what makes the top a header."""
        self.free: list[int] = []

    def take(self, position: int, line: str) -> bool:
        """Take a line in; False when the header ends before it."""
        if dated := parse_date_line(line):
            self._take_date(dated)
        elif joined := split_dated_headline(line):
            self.title = self.title or joined[0]
            self._take_date(joined[1])
        elif (name := parse_byline(line)) and not (position == 0 and len(name.split()) == 1):
            self.author = self.author or name
        elif self.author and position - 1 in self.anchors and is_outlet_name(line):
            self.publisher = self.publisher or line  # whom the author in the line above writes for
        elif not (self.known_title and _same(line, self.known_title)):
            is_below = bool(self.anchors)  # where a short sentence is body, and a second line of it surely
            if _is_prose(line) or (is_below and (_ENDS.search(line) or position > self.anchors[-1] + 1)):
                return False
            self.free.append(position)
            return True
        self.anchors.append(position)
        return True

    def _take_date(self, dated: DateLine) -> None:
        self.author = self.author or dated.author
        if dated.is_update:
            self.updated = self.updated or dated.date
        else:
            self.published = self.published or dated.date


def _read_lines(text: str, lines: list[_Line], title: str | None) -> Header | None:
    """Lines of their own, closed by a date line, a byline, or the known headline."""
    top = _Top(title)
    for position, line in enumerate(lines[:-1]):
        if not top.take(position, line.text):
            break
    if not top.anchors:
        return None
    first, last = top.anchors[0], top.anchors[-1]
    before = [lines[position] for position in top.free if position < first]
    between = [position for position in top.free if first < position < last]
    if len(before) > _MOST_BEFORE or len(between) > _MOST_BETWEEN or _is_chronology(text, lines, last):
        return None
    named = [line for line in before if not KICKER.fullmatch(line.text)]
    if named and is_outlet_name(named[0].text) and (len(named) > 1 or title):
        top.publisher = named.pop(0).text
    top.title = top.title or _find_title([line.text for line in named], is_sure=bool(top.publisher))
    if not (title or top.title or top.author or named) and _heads_prose(lines[last + 1 : last + 3]):
        last += 1
        top.title = lines[last].text
    return Header(
        body_start=lines[last + 1].start if last + 1 < len(lines) else 0,
        title=None if title else top.title,
        publisher=top.publisher,
        author=top.author,
        date=top.published or top.updated,
    )


def _find_title(named: list[str], *, is_sure: bool) -> str | None:
    """The headline: the first line above the date line and the byline, unless it may be a name and nothing more."""
    if not named or not is_headline(named[0]):
        return None
    words = named[0].split()
    is_name = len(words) < _SHORTEST_TITLE and all(word[0].isupper() for word in words)
    return None if is_name and not is_sure else named[0]


def _heads_prose(lines: list[_Line]) -> bool:
    """Whether a headline and a paragraph follow."""
    if len(lines) < 2 or not _is_prose(lines[1].text) or is_outlet_name(lines[0].text):
        return False
    return _find_title([lines[0].text], is_sure=False) is not None


def _read_opening(text: str, line: _Line, title: str | None) -> Header | None:
    """A date stamp or the known headline that opens a line and runs on into the body."""
    stamp = _match_stamp(line.text, title)
    start = line.start
    if stamp:
        start = _skip_space(text, line.start + stamp.end)
    end = _match_title(text, start, title) if title else None
    if end is not None:
        rest = text[end : end + 20]
        closes = re.match(r"\s*[.|:–—-]?\s*[\r\n]|[.|:]\s+(?=\S)", rest)
        if closes or (stamp and _starts_anew(rest)):
            start = _skip_space(text, end + (closes.end() if closes else 0))
    return None if start == line.start else Header(body_start=start, date=stamp.date if stamp else None)


def _match_stamp(line: str, title: str | None) -> DateFound | None:
    """The date that a line opens with, when it can be no part of a sentence.

    That is so when a label or a weekday goes before it and something new starts behind it, or the known headline does.
    """
    label = match_label(line)
    found = match_date(line, label or 0)
    if found is None or found.date is None:
        return None
    is_labelled = label is not None and _SURE_LABEL.match(line[:label])
    if (is_labelled or found.has_weekday) and _starts_anew(line[found.end :]):
        return found
    is_headed = label is None and title and _match_title(line, _skip_space(line, found.end), title)
    return found if is_headed else None


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _starts_anew(rest: str) -> bool:
    return bool(re.match(r"\s+[A-Z0-9\"'“‘(]", rest))


def _same(line: str, title: str) -> bool:
    return _plain(line) == _plain(title)


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(" .").casefold()


def _match_title(text: str, position: int, title: str) -> int | None:
    """Where the known headline that stands at a position ends; None when it does not stand there."""
    words = title.split()
    if len(words) < _HEADLINE_WORDS:
        return None
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)
    match = pattern.match(text, position)
    return match.end() if match else None


def _is_prose(line: str) -> bool:
    """Whether a line reads as a paragraph: long, or ending as a sentence of some length does."""
    is_sentence = _ENDS.search(line) is not None and len(line.split()) >= _SHORTEST_SENTENCE
    return is_sentence or len(line) > LONGEST_HEADER_LINE


def _is_chronology(text: str, lines: list[_Line], last: int) -> bool:
    """Whether date lines go on in the body: then the first one heads an entry, not the report."""
    if last + 1 >= len(lines):
        return False
    begin = lines[last + 1].start
    return any(
        (dated := parse_date_line(match.group())) is not None and not dated.is_update
        for match in _LINE.finditer(text, begin, begin + 20_000)
        if len(match.group()) < 60 and match_label(match.group().strip()) is None
    )


def _add_dateline(header: Header, text: str) -> Header:
    """Wire and full date of ``GENEVA, 3 March 2025 (Wire) -`` at the start of the body."""
    match = _DATELINE.match(text, header.body_start, header.body_start + 160)
    if match is None or not (match["place"] or match["wire"]):
        return header
    wire = match["wire"][1:-1].strip() if match["wire"] else ""
    if not is_wire_name(wire):
        wire = ""
    day = parse_date(match["day"]) if match["day"] else None
    return msgspec.structs.replace(header, publisher=header.publisher or wire or None, date=header.date or day)


def _add_stamp(header: Header, text: str) -> Header:
    """The date of ``(3 March 2025) -`` or ``3 March 2025 (TOWN) -`` that opens the body, or of a page's own stamp.

    A stamp is ``Update: 3 March 2025``, or ``3 March 2025 | 15:00 |`` as pages glue it to the headline.
    """
    if header.date is not None:
        return header
    start = _skip_space(text, header.body_start)
    label = _BEFORE_STAMP.match(text, start)
    found = match_date(text, label.end() if label else start)
    is_labelled = label is not None and label.group() != "("
    if found is None or not (is_labelled or _BEHIND_STAMP.match(text, found.end)):
        clocked = _CLOCKED_STAMP.search(text, start, start + _STAMP_REACH)
        found = match_date(text, clocked.end()) if clocked else None
    return header if found is None or found.date is None else msgspec.structs.replace(header, date=found.date)
