"""The one place that calls sayso: texts in, what the library makes of them out."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import sayso
from bench.matching import Offsets
from sayso.attribution.certainty import rate_certainty
from sayso.attribution.mentions import find_mentions
from sayso.ingest.text import document_from_text
from sayso.model import AgentType, CheckReport, Comparison, Document, Figure, Quantity, Reading, Span, Statement
from sayso.reading import find_amounts


def make_report(text: str, *, id: str, title: str | None, date: str | None, publisher: str | None) -> Document:
    """A document as ``sayso read --input jsonl`` takes in a line; empty headlines and outlets count as unknown."""
    return document_from_text(text, id=id, title=title or None, date=date or None, publisher=publisher or None)


def read_report(document: Document) -> Reading:
    """The whole way through: ``sayso.read``."""
    return sayso.read(document)


def read_statements(document: Document) -> tuple[Statement, ...]:
    """The statements of a document."""
    return read_report(document).statements


def check_reading(reading: Reading) -> CheckReport:
    """What ``sayso.check`` finds in one report."""
    return sayso.check(reading.statements, reading.relations, documents=(reading.document,))


def count_toll(reading: Reading, outcome: str, *, group: str | None = None) -> float:
    """How many the report says, by ``sayso.toll``; 0 where it says none.

    The choice among the figures of an article is the library's, never a scorer's.
    """
    toll = sayso.toll(reading, outcome=outcome, group=group)
    return 0.0 if toll is None else float(toll.value)


def find_figures(text: str) -> tuple[Figure, ...]:
    """Every quantity of a sentence: ``sayso.find_quantities``."""
    return tuple(sayso.find_quantities(text))


class TimeExpression(NamedTuple):
    """A time expression: where it stands, and its TIMEX3 value."""

    start: int
    end: int
    value: str


def find_time_expressions(text: str, anchor: str) -> list[TimeExpression]:
    """Every expression that TimeML would mark: ``sayso.find_periods``."""
    periods = sayso.find_periods(text, anchor=dt.date.fromisoformat(anchor))
    return [TimeExpression(timex.start, timex.end, timex.value) for period in periods for timex in period.timexes]


def find_numbers(text: str) -> list[Quantity]:
    """Every number of a text with its bound, as ``sayso.compare`` reads them."""
    return [amount.quantity for amount in find_amounts(text)]


def compare_texts(claim: str, evidence: str) -> Comparison:
    """A claim held against evidence: ``sayso.compare``."""
    return sayso.compare(claim, evidence)


class Said(NamedTuple):
    """An attribution: who, by which words, says what; each of stretches, none where the text has none."""

    sources: tuple[Offsets, ...]
    cues: tuple[Offsets, ...]
    content: tuple[Offsets, ...]


def find_said(text: str) -> list[Said]:
    """Every attribution of a text: ``sayso.find_attributions``."""
    return [
        Said(_stretches(found.sources), _stretches(found.cues), _stretches(found.content))
        for found in sayso.find_attributions(text)
    ]


def rate_events(text: str, events: Sequence[Offsets]) -> list[float]:
    """How certainly each event happened, from -3 to 3, as ATTRIBUTE reads it."""
    return rate_certainty(text, events)


class Name(NamedTuple):
    """A name of a person, an organisation or an outlet where it stands, with what is known of its bearer."""

    start: int
    end: int
    exact: str
    name: str
    type: AgentType
    gender: str
    role: str | None


def find_names(text: str) -> list[Name]:
    """Every name of a text, in order, as ATTRIBUTE knows them; a later short name carries the full one."""
    return [
        Name(one.start, one.end, text[one.start : one.end], one.name, one.type, one.gender, one.role)
        for one in find_mentions(text).mentions
    ]


def _stretches(spans: Iterable[Span]) -> tuple[Offsets, ...]:
    return tuple(Offsets(span.start, span.end) for span in spans)
