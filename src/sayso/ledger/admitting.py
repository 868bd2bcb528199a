"""What must hold for a reading to enter a ledger: what is wrong here would be believed later."""

from typing import TypeVar

import msgspec

from sayso.model import (
    ContractError,
    OffsetError,
    Reading,
    Relation,
    Statement,
    check_span,
    from_json,
    statement_id,
    to_json,
)

T = TypeVar("T", bound=msgspec.Struct)


def check_reading(reading: Reading) -> None:
    """Make sure that a reading keeps the contract, before any of it is written.

    Raises:
        ContractError: A value breaks the schema or does not survive JSON (a NaN), an id is not the digest of its
            content, or a statement or relation belongs to another document.
        OffsetError: A figure or passage does not stand where it says.
    """
    document = reading.document
    _check_round_trip(document, f"document {document.id}")
    for statement in reading.statements:
        where = f"document {document.id}, statement {statement.id}"
        _check_owner(statement, document.id, where)
        _check_round_trip(statement, where)
        if statement.id != (found := statement_id(statement)):
            raise ContractError(
                f"expected the id {found}, the digest of its content", where=where, hint="make it with make_statement"
            )
        _check_spans(document.text, statement, where)
    for relation in reading.relations:
        where = f"document {document.id}, relation {relation.id}"
        _check_owner(relation, document.id, where)
        _check_round_trip(relation, where)


def _check_owner(value: Statement | Relation, document_id: str, where: str) -> None:
    if value.document_id != document_id:
        raise ContractError(f"expected document_id {document_id!r}, found {value.document_id!r}", where=where)


def _check_round_trip(value: T, where: str) -> None:
    try:
        found = from_json(to_json(value), type(value))
    except ContractError as err:
        raise ContractError(err.message, where=f"{where}: {err.where}", hint=err.hint) from err
    if found != value:
        raise ContractError("expected a value that JSON can hold, found one that it cannot, such as a NaN", where=where)


def _check_spans(text: str, statement: Statement, where: str) -> None:
    for name, span in (("figure", statement.figure), ("passage", statement.passage)):
        try:
            check_span(text, span)
        except OffsetError as err:
            raise OffsetError(err.message, where=f"{where}, {name}", hint=err.hint) from err
