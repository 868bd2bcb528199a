"""The start of an id to the one thing it names."""

from typing import NamedTuple

import sqlalchemy as sa

from sayso.ledger.base import Kind
from sayso.ledger.tables import documents, relations, statements
from sayso.model import UnknownNameError

MIN_PREFIX = 4
"""Characters of an id that must be given, unless the whole id is shorter."""

_SHOWN = 8
"""Candidates named in a message."""

_TABLES: tuple[tuple[Kind, sa.Table], ...] = (
    ("statement", statements),
    ("document", documents),
    ("relation", relations),
)


class Named(NamedTuple):
    """A thing of the ledger: its kind and its whole id."""

    kind: Kind
    id: str


def find_one(connection: sa.Connection, id_prefix: str, where: str) -> Named:
    """The one statement, document or relation whose id is, or starts with, these characters.

    Raises:
        UnknownNameError: None or several match, or fewer than four characters are given; the message lists candidates.
    """
    whole = [named for named in find_all(connection, id_prefix) if named.id == id_prefix]
    if len(whole) == 1:
        return whole[0]
    if len(id_prefix) < MIN_PREFIX:
        raise UnknownNameError(
            f"expected an id or at least its first {MIN_PREFIX} characters, found {id_prefix!r}", where=where
        )
    found = whole or find_all(connection, id_prefix)
    if len(found) == 1:
        return found[0]
    if found:
        more = " and more" if len(found) > _SHOWN else ""
        raise UnknownNameError(
            f"expected the start of one id, found {id_prefix!r}, which fits {_list(found)}{more}",
            where=where,
            hint="give more characters",
        )
    close = _find_close(connection, id_prefix)
    raise UnknownNameError(
        f"expected the id of a statement, document or relation, found {id_prefix!r}",
        where=where,
        hint=f"close: {_list(close)}" if close else "`sayso ls` lists statements with their ids",
    )


def find_all(connection: sa.Connection, prefix: str) -> list[Named]:
    """Up to nine things a kind whose id starts with the prefix, in the order of their ids."""
    found: list[Named] = []
    for kind, table in _TABLES:
        query = (
            sa.select(table.c.id)
            .where(table.c.id >= prefix, table.c.id <= prefix + "\U0010ffff")  # a range, so that the index serves
            .order_by(table.c.id)
            .limit(_SHOWN + 1)
        )
        found += [Named(kind, key) for key in connection.execute(query).scalars()]
    return found


def _find_close(connection: sa.Connection, prefix: str) -> list[Named]:
    """Things whose ids start as the prefix does, for as long as possible but for two characters at least."""
    for length in range(len(prefix) - 1, 1, -1):
        if found := find_all(connection, prefix[:length]):
            return found
    return []


def _list(found: list[Named]) -> str:
    return ", ".join(f"{named.kind} {named.id}" for named in found[:_SHOWN])
