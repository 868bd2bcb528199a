"""Questions to a ledger: statements, documents and relations back as the values that went in."""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from sayso.ledger import rows
from sayso.ledger.base import StatementFilter, Stats, Why
from sayso.ledger.connections import Store
from sayso.ledger.finding import Named, find_all, find_one
from sayso.ledger.queries import (
    documents_query,
    latest_run,
    relations_query,
    statements_query,
)
from sayso.ledger.tables import agents, documents, extractions, relations, run_relations, runs, statements
from sayso.ledger.translation import translated
from sayso.model import Document, Relation, Statement, UnknownNameError

_PAGE = 500
"""Rows fetched at a time: a ledger is never held in memory."""


class View:
    """Reads a ledger. Every question sees the ledger as it was when the question was asked.

    Args:
        store: The ledger.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def iter_statements(self, filter: StatementFilter, *, all_versions: bool) -> Iterator[Statement]:
        """See Ledger.iter_statements."""
        filter.check()
        found = self._iter_rows(statements_query(filter, all_versions=all_versions))
        return (rows.make_statement_from(row, self._store.where) for row in found)

    def iter_documents(self) -> Iterator[Document]:
        """See Ledger.iter_documents."""
        found = self._iter_rows(documents_query())
        return (rows.make_document_from(row["content"], row["description"], self._store.where) for row in found)

    def iter_relations(
        self, document_id: str | None, statement_id: str | None, *, all_versions: bool
    ) -> Iterator[Relation]:
        """See Ledger.iter_relations."""
        query = relations_query(document_id, statement_id, all_versions=all_versions)
        return (rows.make_relation_from(row, self._store.where) for row in self._iter_rows(query))

    def get(self, id_prefix: str) -> Statement | Document | Relation:
        """See Ledger.get."""
        with translated(self._store.where), self._store.engine.connect() as connection:
            kind, key = find_one(connection, id_prefix, self._store.where)
        if kind == "statement":
            return self._statement(key)
        if kind == "document":
            return self._document(key)
        query = relations_query(None, None, all_versions=True).where(relations.c.id == key)
        return rows.make_relation_from(next(self._iter_rows(query)), self._store.where)

    def find(self, id_prefix: str) -> tuple[Named, ...]:
        """See Ledger.find."""
        with translated(self._store.where), self._store.engine.connect() as connection:
            return tuple(find_all(connection, id_prefix))

    def why(self, id_prefix: str) -> Why:
        """See Ledger.why."""
        statement = self.get(id_prefix)
        if not isinstance(statement, Statement):
            noun = type(statement).__name__.lower()
            raise UnknownNameError(
                f"expected the id of a statement, found {statement.id}, which is a {noun}",
                where=self._store.where,
                hint="`sayso ls` lists statements",
            )
        seen = self._iter_rows(
            sa.select(runs.c.seen, extractions.c.stage, (runs.c.seq == latest_run(runs.c.document_seq)).label("latest"))
            .select_from(statements)
            .join(extractions, extractions.c.statement_seq == statements.c.seq)
            .join(runs, runs.c.seq == extractions.c.run_seq)
            .where(statements.c.id == statement.id)
            .order_by(runs.c.seq)
        )
        history = list(seen)
        is_current = any(row["latest"] for row in history)
        return Why(
            statement=statement,
            document=self._document(statement.document_id),
            passage=statement.passage.exact,
            chain=statement.attribution.chains[0].hops if statement.attribution.chains else (),
            rules=statement.extraction.rules,
            relations=tuple(self.iter_relations(None, statement.id, all_versions=not is_current)),
            first_seen=min(row["seen"] for row in history),
            last_seen=max(row["seen"] for row in history),
            stages=tuple(dict.fromkeys(row["stage"] for row in history)),
            is_current=is_current,
        )

    def stats(self) -> Stats:
        """See Ledger.stats."""
        is_latest = extractions.c.run_seq == latest_run(extractions.c.document_seq)
        n = sa.func.count().label("n")
        by_measure = (
            sa.select(statements.c.measure, n)
            .select_from(statements)
            .join(extractions, extractions.c.statement_seq == statements.c.seq)
            .where(is_latest, statements.c.measure.is_not(None))
            .group_by(statements.c.measure)
            .order_by(n.desc(), statements.c.measure)
        )
        with translated(self._store.where), self._store.engine.connect() as connection:

            def count(source: sa.FromClause, *where: sa.ColumnElement[bool]) -> int:
                return connection.execute(sa.select(sa.func.count()).select_from(source).where(*where)).scalar_one()

            seen = connection.execute(sa.select(sa.func.min(runs.c.seen), sa.func.max(runs.c.seen))).one()
            return Stats(
                documents=count(documents),
                statements=count(extractions, is_latest),
                relations=count(run_relations, run_relations.c.run_seq == latest_run(run_relations.c.document_seq)),
                all_statements=count(statements),
                all_relations=count(relations),
                agents=count(agents),
                runs=count(runs),
                measures={row.measure: row.n for row in connection.execute(by_measure)},
                first_seen=seen[0],
                last_seen=seen[1],
            )

    def _statement(self, key: str) -> Statement:
        query = statements_query(StatementFilter(), all_versions=True).where(statements.c.id == key)
        return rows.make_statement_from(next(self._iter_rows(query)), self._store.where)

    def _document(self, key: str) -> Document:
        row = next(self._iter_rows(documents_query().where(documents.c.id == key)))
        return rows.make_document_from(row["content"], row["description"], self._store.where)

    def _iter_rows(self, query: sa.Select[Any]) -> Iterator[Mapping[str, Any]]:
        with translated(self._store.where), self._store.engine.connect() as connection:
            result = connection.execution_options(yield_per=_PAGE).execute(query)
            for row in result:
                yield row._asdict()
