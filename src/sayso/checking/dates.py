"""Days out of order: stretches that end before they begin, and what is told as past before it can have happened."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.checking.entries import is_timed_here
from sayso.checking.explaining import tell_finding
from sayso.checking.passages import Sentence
from sayso.checking.periods import to_day
from sayso.checking.wording import MONTHS, name_claim, name_day
from sayso.model import Assumption, Finding, Side, Statement

_MONTHS = tuple(name.casefold() for name in MONTHS)
_MONTH = "|".join(rf"(?:{name}|{'sept?' if name[:3] == 'sep' else name[:3]})\b\.?" for name in _MONTHS)
"""A month's name or its first letters as a word: "9 marriages" is no day."""


def _day(name: str) -> str:
    """The pattern of a day with its month, in either order, and the year where it is told."""
    day = rf"(?P<{name}d>\d{{1,2}})(?:st|nd|rd|th)?"
    other = rf"(?P<{name}e>\d{{1,2}})(?:st|nd|rd|th)?"
    return (
        rf"(?:(?:the )?{day} (?:of )?(?P<{name}m>{_MONTH})|(?P<{name}n>{_MONTH}) {other})"
        rf"(?:,? (?P<{name}y>(?:19|20)\d\d))?"
    )


_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_ON = rf"(?:on |from |as from )?{_WEEKDAY}"
_HAVING = r"(?:(?:was|were|is|are|has|have|had|having|been|being) )*"
_BEGAN = (
    rf"(?:{_HAVING}(?:began|begun|beginning|started|starting|opened|opening|broke out|broken out|erupted|kicked off|"
    r"commenced|got under way|set in|launched|imposed|declared|introduced|announced|called|inaugurated))"
)
_ENDED = (
    rf"(?:{_HAVING}(?:ended|ending|finished|finishing|stopped|closed|closing|ceased|concluded|concluding|completed|"
    r"wrapped up|wound up|died down|broke up|called off|put out|extinguished|contained|lifted|over|declared over|"
    r"suspended|abandoned|came to (?:an end|a close|a halt)|lasted (?:until|till|through|to)|"
    r"ran (?:until|till|through|to)|went on (?:until|till)))"
)
_SPANS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"\bfrom {_ON}{_day('a')},? (?:up )?(?:to|until|till|through) {_WEEKDAY}{_day('b')}",
        rf"\bbetween {_WEEKDAY}{_day('a')},? and {_WEEKDAY}{_day('b')}",
        rf"(?:\bin the (?:period|weeks?|days?|months?)(?: of| from)?|\bduring|\() ?{_day('a')} "
        rf"?(?:to|until|through|[–—-]) ?{_day('b')}",
        rf"\b{_BEGAN} {_ON}{_day('a')},? (?:and|before|then|but)? ?(?:(?!{_BEGAN})\w+ ){{0,2}}?"
        rf"{_ENDED} {_ON}{_day('b')}",
        rf"\b{_ENDED} {_ON}{_day('b')},? (?:after )?having {_BEGAN} {_ON}{_day('a')}",
    )
)
"""A first and a last day."""
_NEW_YEAR_DAYS = 270
"""Days without a year may lie in two years, as "from 12 December to 3 January"; so many days apart they do not."""
_PAST = re.compile(r"\b(?:was|were|had|has|have)\b")
_PAST_VERBS = frozenset(
    "blew broke brought built burnt came caught cost drew drove fell fled flew fought found gave got heard held hit "
    "hurt kept laid left lost made met ran rose said sank saw seized sent shot shook shut slew sold spent spread stole "
    "stood struck swept took told tore went withdrew won wrote".split()
)
"""Irregular past forms; "hit", "hurt", "shut" and "spread" are told as past where nothing points ahead."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|(?-i:may)|might|could|should|is to|are to|was to|were to|due|plan\w*|expect\w*|schedul\w*|"
    r"project\w*|forecast\w*|if|until|before|deadline|target\w*|going to|set to|slated|next|extend\w*|valid)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"(?:by|until|till|before|through)\b", re.IGNORECASE)
"""Time words that set an end: what is told by then may have happened before."""
_ON_DAY = re.compile(r"on\b", re.IGNORECASE)
_EARLIEST = 1
"""Days after publication that another time zone explains."""

_OPENING = 100
"""Characters in which a report tells its own day: where that is after the day of publication, the latter is wrong.

A day that opens with "on" is that of a happening: datelines have none.
"""


_FULL_DAY = re.compile(rf"\b{_day('f')}", re.IGNORECASE)
_OWN_DAYS = 2
"""From so many sentences on that tell a later day, the day of publication is wrong, not what they tell."""


class _Span(NamedTuple):
    """A stretch as told: the words, the days, and whether both have their year."""

    words: str
    first: int
    last: int
    is_dated: bool


def check_dates(sentences: Sequence[Sentence], published: Mapping[str, int]) -> tuple[list[Finding], int]:
    """Stretches of time that end before they begin, and figures told as past of a day after the report's own.

    Args:
        sentences: The sentences that figures stand in.
        published: The day of publication by document, as far as it is known.

    Returns:
        The findings, and how many stretches and days were looked at.
    """
    findings: list[Finding] = []
    checked = 0
    known = _drop_misdated(sentences, published)
    for sentence in sentences:
        spans = _list_spans(sentence.statements[0].passage.exact)
        checked += len(spans) * len(sentence.statements)
        for span in {span.words: span for span in reversed(spans) if span.last < span.first}.values():
            told = next((one for one in sentence.statements if _is_about(one, span)), None)
            findings += [] if told is None else [_make_disordered(told, span)]
        day = known.get(sentence.statements[0].document_id)
        if day is None:
            continue
        for statement in sentence.statements:
            if _may_be_dateline(statement) or (start := _find_start(statement)) is None:
                continue
            checked += 1
            if start > day + _EARLIEST and _is_told_as_past(statement):
                findings.append(_make_ahead(statement, start, day))
    return findings, checked


def _drop_misdated(sentences: Sequence[Sentence], published: Mapping[str, int]) -> dict[str, int]:
    """The days of publication without those that several sentences of the report overtake."""
    later: dict[str, set[int]] = {}
    for sentence in sentences:
        statement = sentence.statements[0]
        passage, day = statement.passage, published.get(statement.document_id)
        if day is None:
            continue
        for match in _FULL_DAY.finditer(passage.exact):
            told = _make_day(match, "f", int(match["fy"])) if match["fy"] else None
            if told is not None and told > day + _EARLIEST:
                later.setdefault(statement.document_id, set()).add(passage.start)
    return {id: day for id, day in published.items() if len(later.get(id, ())) < _OWN_DAYS}


def _list_spans(words: str) -> list[_Span]:
    spans = []
    for pattern in _SPANS:
        for match in pattern.finditer(words):
            years = [match["ay"], match["by"]]
            year = int(years[1] or years[0] or 2001)
            first, last = _make_day(match, "a", int(years[0] or year)), _make_day(match, "b", int(years[1] or year))
            if first is None or last is None:
                continue
            is_dated = None not in years
            crosses_year = last + 365 - first < _NEW_YEAR_DAYS
            if is_dated or last >= first or not crosses_year:
                spans.append(_Span(match.group(), first, last, is_dated))
    return spans


def _make_day(match: re.Match[str], name: str, year: int) -> int | None:
    month = (match[f"{name}m"] or match[f"{name}n"]).casefold()[:3]
    number = next((place for place, one in enumerate(_MONTHS, start=1) if one.startswith(month)), None)
    day = int(match[f"{name}d"] or match[f"{name}e"])
    if number is None or not 1 <= day <= 31:
        return None
    try:
        return dt.date(year, number, day).toordinal()
    except ValueError:  # 31 June is a slip of another kind
        return None


def _is_about(statement: Statement, span: _Span) -> bool:
    """Whether the stretch tells the time of the figure: its time words lie in it, or it has none of its own."""
    own = statement.interval
    if own is None or own.span is None:
        return True
    at = statement.passage.exact.find(span.words) + statement.passage.start
    return own.span.start < at + len(span.words) and at < own.span.end


def _may_be_dateline(statement: Statement) -> bool:
    """Whether a figure's time may be the day that its report opens with."""
    interval = statement.interval
    is_told = interval is not None and interval.as_written is not None and _ON_DAY.match(interval.as_written)
    return statement.passage.start < _OPENING and not is_told


def _find_start(statement: Statement) -> int | None:
    """The first day of a time whose year is told to the day; None for any other."""
    interval = statement.interval
    if interval is None or interval.start is None or interval.as_written is None or interval.kind != "interval":
        return None
    if interval.start_precision != "day" or interval.start[:4] not in interval.as_written:
        return None
    if _LIMIT.match(interval.as_written) or not is_timed_here(statement):
        return None
    return to_day(interval.start)


def _is_told_as_past(statement: Statement) -> bool:
    event, passage = statement.event, statement.passage
    if event is None or statement.modality in ("predicted", "conditional", "denied"):
        return False
    if statement.aspect not in ("flow", "cumulative", "stock") or _AHEAD.search(passage.exact):
        return False
    before = passage.exact[max(0, event.start - passage.start - 25) : max(0, event.start - passage.start)]
    is_past = event.exact.endswith("ed") or event.exact.casefold() in _PAST_VERBS
    return is_past or bool(_PAST.search(before)) or bool(_PAST.search(event.exact))


def _make_disordered(statement: Statement, span: _Span) -> Finding:
    one_year = Assumption(key="same_year", words="both days are of one year")
    assumptions = () if span.is_dated else (one_year,)
    condition = "" if span.is_dated else f" if {one_year.words}"
    days = span.first - span.last
    sentence = (
        f'{name_claim(statement)} is told of a time that ends before it begins{condition}: "{span.words}" ends '
        f"{days} {'day' if days == 1 else 'days'} too early."
    )
    sides = (
        Side(statements=(statement.id,), low=0, high=None, words="A time ends no earlier than it begins."),
        Side(statements=(statement.id,), low=None, high=-days, words=f'"{span.words}" is {-days} days long.'),
    )
    return _tell(statement, assumptions, sentence, sides)


def _make_ahead(statement: Statement, start: int, published: int) -> Finding:
    sentence = (
        f"{name_claim(statement)} is told as past, but {name_day(start)} is {start - published} days after the day of "
        f"the report, {name_day(published)}."
    )
    sides = (
        Side(statements=(statement.id,), low=start, high=None, words=f"It happened on {name_day(start)}."),
        Side(statements=(statement.id,), low=None, high=published, words=f"It was told on {name_day(published)}."),
    )
    assumption = Assumption(key="published_then", words=f"the report is of {name_day(published)}")
    return _tell(statement, (assumption,), sentence, sides)


def _tell(statement: Statement, assumptions: tuple[Assumption, ...], sentence: str, sides: tuple[Side, ...]) -> Finding:
    return tell_finding("dates", statement, assumptions=assumptions, sentence=sentence, sides=sides, named_by=sentence)
