"""Values to rows of the ledger and back: what identifies a thing apart from how it was seen."""

import math
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from sayso.ledger.base import fold
from sayso.model import (
    ContractError,
    Document,
    Hop,
    LedgerCorruptError,
    Relation,
    Statement,
    digest,
    from_json,
    to_json,
)

Row = dict[str, Any]
T = TypeVar("T")

IDENTITY = ("id", "text", "title", "publisher", "date", "url")
"""The fields of a document that never change; the others describe it."""


class Parts(NamedTuple):
    """A struct's JSON in two: all but its last field, and the last field."""

    content: str
    last: str


def split_last(value: msgspec.Struct, field: str) -> Parts:
    """Take the last field out of a struct's JSON; join_last puts it back, to the byte.

    Raises:
        ContractError: ``field`` is not the last one, so the contract's order changed.
    """
    if value.__struct_fields__[-1] != field:
        raise ContractError(f"expected {field!r} as the last field of {type(value).__name__}")
    last = msgspec.json.encode(getattr(value, field)).decode()
    return Parts(to_json(value).removesuffix(f',"{field}":{last}}}') + "}", last)


def join_last(parts: Parts, field: str) -> str:
    """The whole JSON of a struct whose last field was split off."""
    return f'{parts.content.removesuffix("}")},"{field}":{parts.last}}}'


def document_content(document: Document) -> str:
    """The JSON of what identifies a document."""
    return _encode({name: getattr(document, name) for name in IDENTITY})


def document_row(document: Document, now: str) -> Row:
    """The row of what identifies a document."""
    return {
        "id": document.id,
        "publisher": None if document.publisher is None else fold(document.publisher),
        "date": _text(document.date),
        "url": _text(document.url),
        "first_seen": now,
        "content": document_content(document),
    }


def description_row(document: Document, document_seq: int, now: str) -> Row:
    """The row of what describes a document."""
    fields = {name: getattr(document, name) for name in document.__struct_fields__ if name not in IDENTITY}
    return {
        "document_seq": document_seq,
        "id": digest("description", fields),
        "first_seen": now,
        "content": _encode(fields),
    }


def make_document_from(identity: str, description: str, where: str) -> Document:
    """The document that its two rows hold."""
    fields = {**read_back_json(identity, dict, where), **read_back_json(description, dict, where)}
    return read_back_json(msgspec.json.encode(fields), Document, where)


def passage_row(statement: Statement, document_seq: int) -> Row:
    """The row of the passage that a statement stands in."""
    passage = statement.passage
    return {
        "document_seq": document_seq,
        "start": passage.start,
        "end": passage.end,
        "words": fold(passage.exact),
    }


def statement_row(statement: Statement, document_seq: int, content: str) -> Row:
    """The row of what identifies a statement: its JSON, and columns to filter by."""
    quantity, interval, place = statement.quantity, statement.interval, statement.place
    return {
        "id": statement.id,
        "document_seq": document_seq,
        "passage_start": statement.passage.start,
        "passage_end": statement.passage.end,
        "start": statement.figure.start,
        "end": statement.figure.end,
        "measure": _text(statement.measure),
        "aspect": statement.aspect,
        "modality": statement.modality,
        "bound": quantity.bound,
        "unit": _text(quantity.unit),
        "low": _real(quantity.low),
        "best": _real(quantity.best),
        "high": _real(quantity.high),
        "interval_kind": None if interval is None else interval.kind,
        "since": None if interval is None else _text(interval.start),
        "until": None if interval is None else _text(interval.end),
        "country": None if place is None else _text(place.country),
        "place": None if place is None else fold(place.name),
        "content": content,
    }


def agent_row(hop: Hop) -> Row:
    """The row of the agent that a hop names."""
    key = digest("agent", [hop.type, hop.agent])
    content = _encode({"id": key, "type": hop.type, "name": hop.agent})
    return {"id": key, "type": hop.type, "name": fold(hop.agent or ""), "content": content}


def relation_row(relation: Relation, document_seq: int, source_seq: int | None) -> Row:
    """The row of what identifies a relation."""
    return {
        "id": relation.id,
        "document_seq": document_seq,
        "source_seq": source_seq,
        "kind": relation.kind,
        "content": split_last(relation, "stage").content,
    }


def make_statement_from(row: Mapping[str, Any], where: str) -> Statement:
    """The statement that a row with ``content`` and ``extraction`` holds."""
    return read_back_json(join_last(Parts(row["content"], row["extraction"]), "extraction"), Statement, where)


def make_relation_from(row: Mapping[str, Any], where: str) -> Relation:
    """The relation that a row with ``content`` and ``stage`` holds."""
    return read_back_json(join_last(Parts(row["content"], _encode(row["stage"])), "stage"), Relation, where)


def read_back_json(line: str | bytes, kind: type[T], where: str) -> T:
    """The value that the ledger stored.

    Raises:
        LedgerCorruptError: What is stored breaks the contract, so something else has written to the ledger.
    """
    try:
        return from_json(line, kind)
    except ContractError as err:
        raise LedgerCorruptError(f"expected a stored {kind.__name__.lower()}: {err}", where=where) from err


def _encode(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _text(text: str | None) -> str | None:
    """A word for a filter column; PostgreSQL has no NUL, and no filter can hold one either."""
    return None if text is None else text.replace("\0", " ")


def _real(number: float | None) -> float | None:
    """The number for a filter column; ``content`` keeps it exactly, however large."""
    if number is None:
        return None
    try:
        return float(number)
    except OverflowError:
        return math.inf if number > 0 else -math.inf
