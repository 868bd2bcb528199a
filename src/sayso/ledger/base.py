"""What a ledger is asked and what it answers: filters, counts, and everything known about one statement."""

import datetime as dt
from typing import Literal, NamedTuple, get_args

import msgspec

from sayso.model import Aspect, ContractError, Document, Hop, PeriodError, Relation, Statement, UnknownNameError

Kind = Literal["statement", "document", "relation"]


class Added(NamedTuple):
    """What one reading brought that the ledger did not hold, and what was already there.

    Attributes:
        document_id: The document of the reading.
        documents: 1 when the document is new, else 0.
        statements: New statements.
        relations: New relations.
        known_documents: 1 when the document was already there, else 0.
        known_statements: Statements that were already there.
        known_relations: Relations that were already there.
        runs: 1 when the ledger did not hold this very reading of the document, else 0 and nothing was written.
    """

    document_id: str
    documents: int
    statements: int
    relations: int
    known_documents: int
    known_statements: int
    known_relations: int
    runs: int


class StatementFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which statements to show; every field that is set must hold. Names are compared without regard to case.

    Attributes:
        measure: The codebook's name of the measure.
        place: ISO 3166-1 alpha-3 code of the country, or the whole name of the place.
        publisher: The whole name of the outlet.
        source: A part of the name of any agent in any of the statement's chains.
        document_id: The document.
        aspect: Flow, cumulative, stock, rate, share, change, measurement or other.
        since: First day, ``YYYY-MM-DD``: the statement's interval ends after its start. An open end counts as ever.
        until: First day after, ``YYYY-MM-DD``: the interval starts before it. With ``since`` or ``until`` set,
            statements without an interval are left out.
        text: A part of the passage, any white space counting as one space.
        limit: How many to show at most; None for all.
    """

    measure: str | None = None
    place: str | None = None
    publisher: str | None = None
    source: str | None = None
    document_id: str | None = None
    aspect: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    limit: int | None = None

    def check(self) -> None:
        """Make sure that the filter can be asked.

        Raises:
            UnknownNameError: ``aspect`` is no aspect.
            PeriodError: ``since`` or ``until`` is no day.
            ContractError: ``limit`` is negative.
        """
        if self.aspect is not None and self.aspect not in get_args(Aspect):
            raise UnknownNameError(
                f"expected an aspect, found {self.aspect!r}", hint=f"one of {', '.join(get_args(Aspect))}"
            )
        for name, day in (("since", self.since), ("until", self.until)):
            if day is not None and not is_day(day):
                raise PeriodError(f"expected a day as YYYY-MM-DD, found {day!r}", where=name)
        if self.limit is not None and self.limit < 0:
            raise ContractError(f"expected a limit of 0 or more, found {self.limit}")


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the ledger knows about one statement.

    Attributes:
        statement: The statement, with the extraction that was seen last.
        document: The document it stands in.
        passage: The words of the sentence or line it stands in.
        chain: The preferred chain, publisher first.
        rules: The rule that gave each field.
        relations: The relations that start from it or are about it.
        first_seen: When a reading first held it, ``YYYY-MM-DDTHH:MM:SSZ``.
        last_seen: When the last new reading that holds it came in.
        stages: The versioned stages that made it, oldest first.
        is_current: Whether the latest reading of its document still holds it.
    """

    statement: Statement
    document: Document
    passage: str
    chain: tuple[Hop, ...]
    rules: dict[str, str]
    relations: tuple[Relation, ...]
    first_seen: str
    last_seen: str
    stages: tuple[str, ...]
    is_current: bool


class Stats(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds.

    Attributes:
        documents: Documents.
        statements: Statements of the latest reading of each document.
        relations: Relations of the latest reading of each document.
        all_statements: Statements of all readings.
        all_relations: Relations of all readings.
        agents: Agents named in any chain.
        runs: Readings.
        measures: Statements of the latest readings by measure, most first; those without a measure are not counted.
        first_seen: When the first reading came in; None for an empty ledger.
        last_seen: When the last new reading came in; None for an empty ledger.
    """

    documents: int
    statements: int
    relations: int
    all_statements: int
    all_relations: int
    agents: int
    runs: int
    measures: dict[str, int]
    first_seen: str | None
    last_seen: str | None


def fold(text: str) -> str:
    r"""The text as it is compared: case folded, every stretch of white space one space, no NUL (SQL stops at it).

    Examples:
        >>> fold("Die  Straße\n")
        'die strasse'
    """
    return " ".join(text.replace("\0", " ").casefold().split())


def is_day(text: str) -> bool:
    """Whether the text is a day as ``YYYY-MM-DD``, and nothing else that ISO 8601 allows."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return False
    return day.isoformat() == text
