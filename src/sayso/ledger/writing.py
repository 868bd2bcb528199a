"""Readings to rows: each document with all that was read from it in one transaction, and nothing twice."""

import json
import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sayso.ledger import rows, tables
from sayso.ledger.admitting import check_reading
from sayso.ledger.base import Added
from sayso.ledger.connections import Store
from sayso.ledger.rows import Row
from sayso.ledger.translation import translated
from sayso.model import ContractError, LedgerConflictError, Reading, digest

_BATCH = 500
"""Values bound in one query; SQLite before 3.32 takes 999 at most."""


class Writer:
    """Adds readings; open it with ``with``. Threads may share one: they take turns.

    Args:
        store: The ledger.
        now: Tells the time as ``YYYY-MM-DDTHH:MM:SSZ``.
    """

    def __init__(self, store: Store, now: Callable[[], str]) -> None:
        self._store = store
        self._now = now
        self._connection: sa.Connection | None = None
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connection back; the next reading opens another."""
        with self._turn:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def add(self, reading: Reading) -> Added:
        """Add a document with its statements and relations, all or nothing; see Ledger.add."""
        check_reading(reading)
        with self._turn, translated(self._store.where):
            if self._connection is None:
                self._connection = self._store.engine.connect().execution_options(is_writer=True)
            with self._connection.begin():
                return _Addition(self._connection, reading, self._now(), self._store.where).run()


class _Addition:
    """One reading on its way into the ledger, within a transaction."""

    def __init__(self, connection: sa.Connection, reading: Reading, now: str, where: str) -> None:
        self.connection = connection
        self.reading = reading
        self.document = reading.document
        self.statements = list({statement.id: statement for statement in reversed(reading.statements)}.values())[::-1]
        self.relations = list({relation.id: relation for relation in reversed(reading.relations)}.values())[::-1]
        self.now = now
        self.where = where
        self.is_new = True

    def run(self) -> Added:
        new_documents = self._add_document()
        run_seq = self._add_run()
        new_statements = new_relations = 0
        if run_seq is not None:  # else this very reading is in, and with it all that follows
            new_statements = self._add_statements(run_seq)
            new_relations = self._add_relations(run_seq)
        return Added(
            document_id=self.document.id,
            documents=new_documents,
            statements=new_statements,
            relations=new_relations,
            known_documents=1 - new_documents,
            known_statements=len(self.statements) - new_statements,
            known_relations=len(self.relations) - new_relations,
            runs=int(run_seq is not None),
        )

    def _add_document(self) -> int:
        """Add what is new of the document; how many documents are new."""
        known = self._select(tables.documents, [self.document.id])
        self.is_new = not known
        if self.is_new:
            self._insert(tables.documents, [rows.document_row(self.document, self.now)])
        elif known[self.document.id] != rows.document_content(self.document):
            raise LedgerConflictError(
                f"expected the text, title, publisher, date and url that the ledger holds for document "
                f"{self.document.id!r}, found others",
                where=self.where,
                hint="give the changed report another id, or none, so that its content makes one",
            )
        row = rows.description_row(self.document, self.now)
        # asked first: SQLite counts `seq` up for an insert that it then ignores, and adding twice must change nothing
        if self.is_new or self.connection.execute(_FIND_DESCRIPTION, row).first() is None:
            self._insert(tables.descriptions, [row])
        return int(self.is_new)

    def _add_run(self) -> int | None:
        """The number of a new run; None when the ledger holds this very reading."""
        statements, relations = self.reading.statements, self.reading.relations
        key = digest(
            "run",
            [
                self.document.id,
                [[statement.id, statement.extraction] for statement in statements],
                [[relation.id, relation.stage] for relation in relations],
            ],
        )
        if not self.is_new and self.connection.execute(_FIND_RUN, {"id": key}).first() is not None:
            return None
        stages = {statement.extraction.stage for statement in statements} | {relation.stage for relation in relations}
        row = {"id": key, "document_id": self.document.id, "stages": json.dumps(sorted(stages)), "seen": self.now}
        added = self.connection.execute(_ADD_RUN, row)
        assert added.inserted_primary_key is not None
        return int(added.inserted_primary_key[0])

    def _add_statements(self, run_seq: int) -> int:
        """Add what is new of the statements, and how this run came to each; how many are new."""
        parts = [rows.split_last(statement, "extraction") for statement in self.statements]
        known = self._known(tables.statements, [statement.id for statement in self.statements])
        new = [
            (statement, part)
            for statement, part in zip(self.statements, parts, strict=True)
            if statement.id not in known
        ]
        hops = [pair for statement, _ in new for pair in rows.iter_hops(statement)]
        self._insert(tables.passages, _distinct(rows.passage_row(statement) for statement, _ in new))
        self._insert(tables.agents, _distinct(agent for agent, _ in hops if agent is not None))
        self._insert(tables.statements, [rows.statement_row(statement, part.content) for statement, part in new])
        self._insert(tables.hops, [hop for _, hop in hops])
        self._insert(
            tables.extractions,
            [
                rows.extraction_row(statement, run_seq, position, part.last)
                for position, (statement, part) in enumerate(zip(self.statements, parts, strict=True))
            ],
        )
        return len(new)

    def _add_relations(self, run_seq: int) -> int:
        """Add what is new of the relations, and that this run holds each; how many are new."""
        self._check_targets()
        content = {relation.id: rows.split_last(relation, "stage").content for relation in self.relations}
        known = self._known(tables.relations, list(content))
        for key, stored in known.items():
            if stored != content[key]:
                raise LedgerConflictError(f"the ledger holds another relation under the id {key}", where=self.where)
        new = [relation for relation in self.relations if relation.id not in known]
        self._insert(tables.relations, [rows.relation_row(relation, content[relation.id]) for relation in new])
        self._insert(
            tables.relation_targets,
            [
                {"relation_id": relation.id, "position": position, "statement_id": target}
                for relation in new
                for position, target in enumerate(relation.targets)
            ],
        )
        self._insert(
            tables.run_relations,
            [
                {"run_seq": run_seq, "relation_id": relation.id, "position": position, "stage": relation.stage}
                for position, relation in enumerate(self.relations)
            ],
        )
        return len(new)

    def _check_targets(self) -> None:
        """Make sure that every statement which a relation names is in this reading or in the ledger."""
        named = {key for relation in self.relations for key in (relation.source, *relation.targets) if key is not None}
        outside = sorted(named - {statement.id for statement in self.statements})
        missing = sorted(set(outside) - set(self._select(tables.statements, outside)))
        if missing:
            raise ContractError(
                f"expected relations between statements of the reading or the ledger, found {', '.join(missing[:5])}",
                where=f"document {self.document.id}",
            )

    def _known(self, table: sa.Table, ids: Sequence[str]) -> dict[str, str]:
        """The stored content of those statements or relations that the table holds; a new document has none."""
        return {} if self.is_new else self._select(table, ids)

    def _select(self, table: sa.Table, ids: Sequence[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for first in range(0, len(ids), _BATCH):
            batch = self.connection.execute(_find_content(table), {"ids": ids[first : first + _BATCH]})
            found.update((row.id, row.content) for row in batch)
        return found

    def _insert(self, table: sa.Table, new: Collection[Row]) -> None:
        """Insert rows; those whose key is there already stay as they are."""
        if new:
            self.connection.execute(_add_to(table), list(new))


# Made once: building them anew for each document took half of the time of adding it.
_ADD_RUN = sa.insert(tables.runs)
_FIND_RUN = sa.select(tables.runs.c.seq).where(tables.runs.c.id == sa.bindparam("id"))
_FIND_DESCRIPTION = sa.select(tables.descriptions.c.seq).where(
    tables.descriptions.c.document_id == sa.bindparam("document_id"), tables.descriptions.c.id == sa.bindparam("id")
)


@cache
def _find_content(table: sa.Table) -> sa.Select[tuple[str, str]]:
    return sa.select(table.c.id, table.c.content).where(table.c.id.in_(sa.bindparam("ids", expanding=True)))


@cache
def _add_to(table: sa.Table) -> sa.Insert:
    return insert(table).on_conflict_do_nothing()


def _distinct(new: Iterable[Row]) -> list[Row]:
    return list({row["id"]: row for row in new}.values())
