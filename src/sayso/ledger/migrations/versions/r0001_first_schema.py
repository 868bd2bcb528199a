"""Lay down the first schema: documents, passages, agents, statements, relations, readings, and what comes of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    for create in CREATES:
        create()


def downgrade() -> None:
    for create in reversed(CREATES):
        op.drop_table(create.__name__.removeprefix("_create_"))


def _create_agents() -> None:
    op.create_table(
        "agents",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_agents")),
        sa.UniqueConstraint("id", name=op.f("uq_agents_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_agents_name"), "agents", ["name"], unique=False)


def _create_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_documents")),
        sa.UniqueConstraint("id", name=op.f("uq_documents_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_documents_date"), "documents", ["date"], unique=False)
    op.create_index(op.f("ix_documents_publisher"), "documents", ["publisher"], unique=False)
    op.create_index(op.f("ix_documents_url"), "documents", ["url"], unique=False)


def _create_estimates() -> None:
    op.create_table(
        "estimates",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_estimates")),
        sa.UniqueConstraint("id", name=op.f("uq_estimates_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_estimates_measure_place"), "estimates", ["measure", "place"], unique=False)


def _create_findings() -> None:
    op.create_table(
        "findings",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_findings")),
        sa.UniqueConstraint("id", "stage", name=op.f("uq_findings_id_stage")),
        sqlite_autoincrement=True,
    )


def _create_reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("target_id", ID, nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("time", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_reviews")),
        sa.UniqueConstraint("id", name=op.f("uq_reviews_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reviews_target_id"), "reviews", ["target_id"], unique=False)


def _create_descriptions() -> None:
    op.create_table(
        "descriptions",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("document_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_seq"], ["documents.seq"], name=op.f("fk_descriptions_document_seq")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_descriptions")),
        sa.UniqueConstraint("document_seq", "id", name=op.f("uq_descriptions_document_seq_id")),
        sqlite_autoincrement=True,
    )


def _create_passages() -> None:
    op.create_table(
        "passages",
        sa.Column("document_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("end", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_seq"], ["documents.seq"], name=op.f("fk_passages_document_seq")),
        sa.PrimaryKeyConstraint("document_seq", "start", "end", name=op.f("pk_passages")),
    )


def _create_runs() -> None:
    op.create_table(
        "runs",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("document_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("stages", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_seq"], ["documents.seq"], name=op.f("fk_runs_document_seq")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_runs")),
        sa.UniqueConstraint("id", name=op.f("uq_runs_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_runs_document_seq_seq"), "runs", ["document_seq", "seq"], unique=False)


def _create_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("document_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("passage_start", sa.Integer(), nullable=False),
        sa.Column("passage_end", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=True),
        sa.Column("aspect", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("bound", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("low", sa.Float(precision=53), nullable=True),
        sa.Column("best", sa.Float(precision=53), nullable=True),
        sa.Column("high", sa.Float(precision=53), nullable=True),
        sa.Column("interval_kind", sa.Text(), nullable=True),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_seq", "passage_start", "passage_end"],
            ["passages.document_seq", "passages.start", "passages.end"],
            name=op.f("fk_statements_document_seq_passage_start_passage_end"),
        ),
        sa.ForeignKeyConstraint(["document_seq"], ["documents.seq"], name=op.f("fk_statements_document_seq")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_statements")),
        sa.UniqueConstraint("id", name=op.f("uq_statements_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_statements_country_since"), "statements", ["country", "since"], unique=False)
    op.create_index(
        op.f("ix_statements_document_seq_passage_start_passage_end"),
        "statements",
        ["document_seq", "passage_start", "passage_end"],
        unique=False,
    )
    op.create_index(
        op.f("ix_statements_measure_country_since"), "statements", ["measure", "country", "since"], unique=False
    )
    op.create_index(op.f("ix_statements_place"), "statements", ["place"], unique=False)


def _create_extractions() -> None:
    op.create_table(
        "extractions",
        sa.Column("document_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("run_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(precision=53), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_seq"], ["documents.seq"], name=op.f("fk_extractions_document_seq")),
        sa.ForeignKeyConstraint(["run_seq"], ["runs.seq"], name=op.f("fk_extractions_run_seq")),
        sa.ForeignKeyConstraint(["statement_seq"], ["statements.seq"], name=op.f("fk_extractions_statement_seq")),
        sa.PrimaryKeyConstraint("document_seq", "start", "run_seq", "position", name=op.f("pk_extractions")),
        sa.UniqueConstraint("statement_seq", "run_seq", name=op.f("uq_extractions_statement_seq_run_seq")),
    )


def _create_finding_statements() -> None:
    op.create_table(
        "finding_statements",
        sa.Column("finding_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement_seq", SEQ, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["finding_seq"], ["findings.seq"], name=op.f("fk_finding_statements_finding_seq")),
        sa.ForeignKeyConstraint(
            ["statement_seq"], ["statements.seq"], name=op.f("fk_finding_statements_statement_seq")
        ),
        sa.PrimaryKeyConstraint("finding_seq", "position", name=op.f("pk_finding_statements")),
    )
    op.create_index(op.f("ix_finding_statements_statement_seq"), "finding_statements", ["statement_seq"], unique=False)


def _create_hops() -> None:
    op.create_table(
        "hops",
        sa.Column("statement_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("chain", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("agent_seq", SEQ, autoincrement=False, nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["agent_seq"], ["agents.seq"], name=op.f("fk_hops_agent_seq")),
        sa.ForeignKeyConstraint(["statement_seq"], ["statements.seq"], name=op.f("fk_hops_statement_seq")),
        sa.PrimaryKeyConstraint("statement_seq", "chain", "position", name=op.f("pk_hops")),
    )
    op.create_index(op.f("ix_hops_agent_seq"), "hops", ["agent_seq"], unique=False)


def _create_relations() -> None:
    op.create_table(
        "relations",
        sa.Column("seq", SEQ, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("document_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("source_seq", SEQ, autoincrement=False, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_seq"], ["documents.seq"], name=op.f("fk_relations_document_seq")),
        sa.ForeignKeyConstraint(["source_seq"], ["statements.seq"], name=op.f("fk_relations_source_seq")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_relations")),
        sa.UniqueConstraint("id", name=op.f("uq_relations_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_relations_document_seq"), "relations", ["document_seq"], unique=False)
    op.create_index(op.f("ix_relations_source_seq"), "relations", ["source_seq"], unique=False)


def _create_relation_targets() -> None:
    op.create_table(
        "relation_targets",
        sa.Column("relation_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement_seq", SEQ, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["relation_seq"], ["relations.seq"], name=op.f("fk_relation_targets_relation_seq")),
        sa.ForeignKeyConstraint(["statement_seq"], ["statements.seq"], name=op.f("fk_relation_targets_statement_seq")),
        sa.PrimaryKeyConstraint("relation_seq", "position", name=op.f("pk_relation_targets")),
    )
    op.create_index(op.f("ix_relation_targets_statement_seq"), "relation_targets", ["statement_seq"], unique=False)


def _create_run_relations() -> None:
    op.create_table(
        "run_relations",
        sa.Column("document_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("run_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("relation_seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_seq"], ["documents.seq"], name=op.f("fk_run_relations_document_seq")),
        sa.ForeignKeyConstraint(["relation_seq"], ["relations.seq"], name=op.f("fk_run_relations_relation_seq")),
        sa.ForeignKeyConstraint(["run_seq"], ["runs.seq"], name=op.f("fk_run_relations_run_seq")),
        sa.PrimaryKeyConstraint("document_seq", "run_seq", "position", name=op.f("pk_run_relations")),
        sa.UniqueConstraint("relation_seq", "run_seq", name=op.f("uq_run_relations_relation_seq_run_seq")),
    )


CREATES = (
    _create_agents,
    _create_documents,
    _create_estimates,
    _create_findings,
    _create_reviews,
    _create_descriptions,
    _create_passages,
    _create_runs,
    _create_statements,
    _create_extractions,
    _create_finding_statements,
    _create_hops,
    _create_relations,
    _create_relation_targets,
    _create_run_relations,
)
