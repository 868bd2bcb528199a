"""The tables of a ledger, one schema for every database; rows are added, never changed or removed.

What identifies a thing stands in its own table under its content digest (``documents``, ``statements``, ``relations``).
What may be seen differently by another extractor stands beside it: ``descriptions`` of a document, and for every
reading a row in ``runs`` with its ``extractions`` (confidence, stage, rules of each statement) and ``run_relations``.
``content`` is the contract JSON, to the byte; the other columns repeat parts of it for filters, folded where they are
compared as words. ``id`` is the digest by which the outside knows a thing; ``seq``, the order of arrival, is what rows
point to: neighbours in a report are neighbours in the file, which digests are not. Times are ``YYYY-MM-DDTHH:MM:SSZ``.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

VERSION_TABLE = "sayso_version"
"""Where the schema's version stands; a database that has it is a ledger."""

ID = Text().with_variant(Text(collation="C"), "postgresql")
"""An id, compared by code point on every database, so that a prefix is a range."""

SEQ = BigInteger().with_variant(Integer, "sqlite")
"""A number that the database gives out; SQLite does so for INTEGER only."""


def _seq() -> "Column[int]":
    return Column("seq", SEQ, primary_key=True, autoincrement=True)


def _id(**known: Any) -> "Column[str]":
    return Column("id", ID, **{"nullable": False, "unique": True, **known})


def _ref(name: str, target: str, **known: Any) -> "Column[int]":
    return Column(name, SEQ, ForeignKey(target), **{"nullable": False, "autoincrement": False, **known})


documents = Table(
    "documents",
    metadata,
    _seq(),
    _id(),
    Column("publisher", Text, index=True),  # folded
    Column("date", Text, index=True),
    Column("url", Text, index=True),
    Column("first_seen", Text, nullable=False),
    Column("content", Text, nullable=False),  # id, text, title, publisher, date, url: what identifies it
    sqlite_autoincrement=True,
)

descriptions = Table(  # the other fields of a document: another ingest may find another author or body
    "descriptions",
    metadata,
    _seq(),
    _ref("document_seq", "documents.seq"),
    _id(unique=False),
    Column("first_seen", Text, nullable=False),
    Column("content", Text, nullable=False),
    UniqueConstraint("document_seq", "id"),
    sqlite_autoincrement=True,
)

passages = Table(
    "passages",
    metadata,
    _ref("document_seq", "documents.seq", primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),  # folded
)

agents = Table(
    "agents",
    metadata,
    _seq(),
    _id(),
    Column("type", Text),
    Column("name", Text, nullable=False, index=True),  # folded
    Column("content", Text, nullable=False),
    sqlite_autoincrement=True,
)

statements = Table(
    "statements",
    metadata,
    _seq(),
    _id(),
    _ref("document_seq", "documents.seq"),
    Column("passage_start", Integer, nullable=False),
    Column("passage_end", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("measure", Text),
    Column("aspect", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("bound", Text, nullable=False),
    Column("unit", Text),
    Column("low", Float(53)),
    Column("best", Float(53)),
    Column("high", Float(53)),
    Column("interval_kind", Text),
    Column("since", Text),
    Column("until", Text),
    Column("country", Text),
    Column("place", Text),  # folded
    Column("content", Text, nullable=False),  # all but the extraction
    ForeignKeyConstraint(
        ["document_seq", "passage_start", "passage_end"], ["passages.document_seq", "passages.start", "passages.end"]
    ),
    Index(None, "document_seq", "passage_start", "passage_end"),
    Index(None, "measure", "country", "since"),
    Index(None, "country", "since"),
    Index(None, "place"),
    sqlite_autoincrement=True,
)

hops = Table(
    "hops",
    metadata,
    _ref("statement_seq", "statements.seq", primary_key=True),
    Column("chain", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _ref("agent_seq", "agents.seq", index=True, nullable=True),  # NULL: an unknown publisher
    Column("role", Text, nullable=False),
    Column("link", Text, nullable=False),
)

runs = Table(  # one reading of a document; the latest one is what views show
    "runs",
    metadata,
    _seq(),
    _id(),
    _ref("document_seq", "documents.seq"),
    Column("stages", Text, nullable=False),  # JSON list, sorted
    Column("seen", Text, nullable=False),
    Index(None, "document_seq", "seq"),
    sqlite_autoincrement=True,
)

extractions = Table(  # its key is the order in which views show statements, so that they need not sort
    "extractions",
    metadata,
    _ref("document_seq", "documents.seq", primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    _ref("run_seq", "runs.seq", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _ref("statement_seq", "statements.seq"),
    Column("stage", Text, nullable=False),
    Column("confidence", Float(53), nullable=False),
    Column("content", Text, nullable=False),
    UniqueConstraint("statement_seq", "run_seq"),
)

relations = Table(
    "relations",
    metadata,
    _seq(),
    _id(),
    _ref("document_seq", "documents.seq", index=True),
    _ref("source_seq", "statements.seq", index=True, nullable=True),
    Column("kind", Text, nullable=False),
    Column("content", Text, nullable=False),  # all but the stage
    sqlite_autoincrement=True,
)

relation_targets = Table(
    "relation_targets",
    metadata,
    _ref("relation_seq", "relations.seq", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _ref("statement_seq", "statements.seq", index=True),
)

run_relations = Table(  # as extractions
    "run_relations",
    metadata,
    _ref("document_seq", "documents.seq", primary_key=True),
    _ref("run_seq", "runs.seq", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _ref("relation_seq", "relations.seq"),
    Column("stage", Text, nullable=False),
    UniqueConstraint("relation_seq", "run_seq"),
)

reviews = Table(
    "reviews",
    metadata,
    _seq(),
    _id(),
    Column("target_id", ID, nullable=False, index=True),  # a statement, an agent or a finding
    Column("field", Text),
    Column("action", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("content", Text, nullable=False),
    sqlite_autoincrement=True,
)

findings = Table(
    "findings",
    metadata,
    _seq(),
    _id(unique=False),
    Column("kind", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("content", Text, nullable=False),
    UniqueConstraint("id", "stage"),
    sqlite_autoincrement=True,
)

finding_statements = Table(
    "finding_statements",
    metadata,
    _ref("finding_seq", "findings.seq", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _ref("statement_seq", "statements.seq", index=True),
)

estimates = Table(
    "estimates",
    metadata,
    _seq(),
    _id(),
    Column("measure", Text, nullable=False),
    Column("place", Text),
    Column("first_seen", Text, nullable=False),
    Column("content", Text, nullable=False),
    Index(None, "measure", "place"),
    sqlite_autoincrement=True,
)
