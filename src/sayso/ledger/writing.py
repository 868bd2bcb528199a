"""Readings to rows: each document with all that was read from it in one transaction, and nothing twice."""

import json
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from types import TracebackType
from typing import NamedTuple, Self

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sayso.ledger import rows, tables
from sayso.ledger.admitting import check_reading
from sayso.ledger.base import Added
from sayso.ledger.connections import Store
from sayso.ledger.rows import Row
from sayso.ledger.translation import translated
from sayso.model import ContractError, Hop, LedgerConflictError, Reading, Statement, digest

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


class _Stored(NamedTuple):
    """A row that is there: its number and its content."""

    seq: int
    content: str


class _Kept(NamedTuple):
    """Rows that are there now: the number of each id, and which ids are new."""

    seqs: Mapping[str, int]
    new: Collection[str]


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
        self.document_seq = 0
        self.run_seq = 0

    def run(self) -> Added:
        self._add_document()
        is_new_run = self._add_run()
        new_statements = new_relations = 0
        if is_new_run:  # else this very reading is in, and with it all that follows
            statements = self._add_statements()
            relations = self._add_relations(statements.seqs)
            new_statements, new_relations = len(statements.new), len(relations.new)
        return Added(
            document_id=self.document.id,
            documents=int(self.is_new),
            statements=new_statements,
            relations=new_relations,
            known_documents=1 - int(self.is_new),
            known_statements=len(self.statements) - new_statements,
            known_relations=len(self.relations) - new_relations,
            runs=int(is_new_run),
        )

    def _add_document(self) -> None:
        kept = self._keep(tables.documents, [rows.document_row(self.document, self.now)])
        self.is_new = bool(kept.new)
        self.document_seq = kept.seqs[self.document.id]
        row = rows.description_row(self.document, self.document_seq, self.now)
        if self.is_new or self.connection.execute(_FIND_DESCRIPTION, row).first() is None:
            self._insert(tables.descriptions, [row])

    def _add_run(self) -> bool:
        """Whether the run is new: whether the ledger does not hold this very reading."""
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
            return False
        stages = {statement.extraction.stage for statement in statements} | {relation.stage for relation in relations}
        row = {"id": key, "document_seq": self.document_seq, "stages": json.dumps(sorted(stages)), "seen": self.now}
        self._insert(tables.runs, [row])
        self.run_seq = self.connection.execute(_FIND_RUN, row).scalar_one()
        return True

    def _add_statements(self) -> _Kept:
        """Add what is new of the statements, and how this run came to each."""
        seq = self.document_seq
        parts = [rows.split_last(statement, "extraction") for statement in self.statements]
        self._insert(tables.passages, [rows.passage_row(statement, seq) for statement in self.statements])
        kept = self._keep(
            tables.statements,
            [
                rows.statement_row(statement, seq, part.content)
                for statement, part in zip(self.statements, parts, strict=True)
            ],
        )
        self._add_hops([statement for statement in self.statements if statement.id in kept.new], kept.seqs)
        extractions = [
            {
                "document_seq": seq,
                "start": statement.figure.start,
                "run_seq": self.run_seq,
                "position": position,
                "statement_seq": kept.seqs[statement.id],
                "stage": statement.extraction.stage,
                "confidence": statement.extraction.confidence,
                "content": part.last,
            }
            for position, (statement, part) in enumerate(zip(self.statements, parts, strict=True))
        ]
        self._insert(tables.extractions, extractions)
        return kept

    def _add_hops(self, new: Sequence[Statement], seqs: Mapping[str, int]) -> None:
        agents: dict[tuple[str | None, str | None], Row] = {}
        hops: list[tuple[Row, Hop]] = []
        for statement in new:
            for number, chain in enumerate(statement.attribution.chains):
                for position, hop in enumerate(chain.hops):
                    place = {"statement_seq": seqs[statement.id], "chain": number, "position": position}
                    hops.append((place | {"role": hop.role, "link": hop.link}, hop))
                    if hop.agent is not None and (hop.type, hop.agent) not in agents:
                        agents[hop.type, hop.agent] = rows.agent_row(hop)
        kept = self._keep(tables.agents, list(agents.values())).seqs
        named = {name: kept[row["id"]] for name, row in agents.items()}
        self._insert(tables.hops, [row | {"agent_seq": named.get((hop.type, hop.agent))} for row, hop in hops])

    def _add_relations(self, seqs: Mapping[str, int]) -> _Kept:
        """Add what is new of the relations, and that this run holds each."""
        seqs = self._number_all(seqs)
        kept = self._keep(
            tables.relations,
            [
                rows.relation_row(
                    relation, self.document_seq, None if relation.source is None else seqs[relation.source]
                )
                for relation in self.relations
            ],
        )
        targets = [
            {"relation_seq": kept.seqs[relation.id], "position": position, "statement_seq": seqs[target]}
            for relation in self.relations
            if relation.id in kept.new
            for position, target in enumerate(relation.targets)
        ]
        self._insert(tables.relation_targets, targets)
        place = {"document_seq": self.document_seq, "run_seq": self.run_seq}
        seen = [
            place | {"position": position, "relation_seq": kept.seqs[relation.id], "stage": relation.stage}
            for position, relation in enumerate(self.relations)
        ]
        self._insert(tables.run_relations, seen)
        return kept

    def _number_all(self, seqs: Mapping[str, int]) -> Mapping[str, int]:
        """The numbers of every statement that a relation names, be it in this reading or in the ledger."""
        named = {key for relation in self.relations for key in (relation.source, *relation.targets) if key is not None}
        outside = sorted(named - set(seqs))
        if not outside:
            return seqs
        found = {key: stored.seq for key, stored in self._find(tables.statements, outside).items()}
        missing = [key for key in outside if key not in found]
        if missing:
            raise ContractError(
                f"expected relations between statements of the reading or the ledger, found {', '.join(missing[:5])}",
                where=f"document {self.document.id}",
            )
        return {**seqs, **found}

    def _keep(self, table: sa.Table, wanted: Sequence[Row]) -> _Kept:
        """Make sure that the table holds these rows, each under its id.

        Asked first, not inserted and ignored: SQLite counts ``seq`` up even then, and adding twice must change nothing.

        Raises:
            LedgerConflictError: The table holds an id with other content.
        """
        ids = [row["id"] for row in wanted]
        # what belongs to a document came with it, so of a new document nothing is there
        may_be_known = table is tables.documents or table is tables.agents or not self.is_new
        known = self._find(table, ids) if may_be_known else {}
        for row in wanted:
            if row["id"] in known and known[row["id"]].content != row["content"]:
                raise LedgerConflictError(
                    f"the ledger holds {table.name[:-1]} {row['id']!r} with other content",
                    where=self.where,
                    hint="give what changed another id, or none, so that its content makes one",
                )
        new = [row for row in wanted if row["id"] not in known]
        self._insert(table, new)
        added = self._find(table, [row["id"] for row in new])
        return _Kept({key: stored.seq for key, stored in (known | added).items()}, set(added))

    def _find(self, table: sa.Table, ids: Sequence[str]) -> dict[str, _Stored]:
        found: dict[str, _Stored] = {}
        for first in range(0, len(ids), _BATCH):
            batch = self.connection.execute(_find_by_id(table), {"ids": ids[first : first + _BATCH]})
            found.update((row.id, _Stored(row.seq, row.content)) for row in batch)
        return found

    def _insert(self, table: sa.Table, new: Collection[Row]) -> None:
        """Insert rows; those whose key is there already stay as they are."""
        if new:
            self.connection.execute(_add_to(table), list(new))


# Made once: building them anew for each document took half of the time of adding it.
_FIND_RUN = sa.select(tables.runs.c.seq).where(tables.runs.c.id == sa.bindparam("id"))
_FIND_DESCRIPTION = sa.select(tables.descriptions.c.seq).where(
    tables.descriptions.c.document_seq == sa.bindparam("document_seq"), tables.descriptions.c.id == sa.bindparam("id")
)


@cache
def _find_by_id(table: sa.Table) -> sa.Select[tuple[str, int, str]]:
    return sa.select(table.c.id, table.c.seq, table.c.content).where(
        table.c.id.in_(sa.bindparam("ids", expanding=True))
    )


@cache
def _add_to(table: sa.Table) -> sa.Insert:
    return insert(table).on_conflict_do_nothing()
