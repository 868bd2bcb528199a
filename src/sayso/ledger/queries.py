"""The queries behind the views: what is current, in which order, and what a filter means in SQL."""

from typing import Any

import sqlalchemy as sa

from sayso.ledger.base import StatementFilter, fold
from sayso.ledger.tables import (
    agents,
    descriptions,
    documents,
    extractions,
    hops,
    passages,
    relation_targets,
    relations,
    run_relations,
    runs,
    statements,
)


def latest_run(document_id: sa.ColumnElement[str]) -> sa.ScalarSelect[int]:
    """The number of the latest reading of a document."""
    latest = runs.alias("latest")
    return sa.select(sa.func.max(latest.c.seq)).where(latest.c.document_id == document_id).scalar_subquery()


def statements_query(filter: StatementFilter, *, all_versions: bool) -> sa.Select[Any]:
    """Statements with ``content`` and ``extraction``, by document in order of arrival, then by offset."""
    query = (
        sa.select(statements.c.content, extractions.c.content.label("extraction"))
        .select_from(documents)
        .join(runs, runs.c.document_id == documents.c.id)
        .join(extractions, extractions.c.run_seq == runs.c.seq)
        .join(statements, statements.c.id == extractions.c.statement_id)
        .order_by(documents.c.seq, statements.c.start, runs.c.seq, extractions.c.position)
        .limit(filter.limit)
    )
    if all_versions:
        seen_last = extractions.alias("seen_last")
        last = sa.select(sa.func.max(seen_last.c.run_seq)).where(seen_last.c.statement_id == statements.c.id)
        query = query.where(extractions.c.run_seq == last.scalar_subquery())
    else:
        query = query.where(runs.c.seq == latest_run(documents.c.id))
    return query.where(*_conditions(filter))


def _conditions(filter: StatementFilter) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if filter.measure is not None:
        found.append(statements.c.measure == filter.measure)
    if filter.aspect is not None:
        found.append(statements.c.aspect == filter.aspect)
    if filter.document_id is not None:
        found.append(documents.c.id == filter.document_id)
    if filter.publisher is not None:
        found.append(documents.c.publisher == fold(filter.publisher))
    if filter.place is not None:
        found.append(
            sa.or_(statements.c.country == filter.place.strip().upper(), statements.c.place == fold(filter.place))
        )
    if filter.source is not None:
        said = sa.select(hops.c.statement_id).join(agents).where(_contains(agents.c.name, filter.source))
        found.append(statements.c.id.in_(said))
    if filter.text is not None:
        held = sa.select(passages.c.id).where(_contains(passages.c.words, filter.text))
        found.append(statements.c.passage_id.in_(held))
    return found + _overlaps(filter.since, filter.until)


def _overlaps(since: str | None, until: str | None) -> list[sa.ColumnElement[bool]]:
    """Half-open intervals overlap when each starts before the other ends; an open end is never reached."""
    found: list[sa.ColumnElement[bool]] = []
    if since is not None or until is not None:
        found.append(statements.c.interval_kind.is_not(None))
    if since is not None:
        found.append(sa.or_(statements.c.until.is_(None), statements.c.until > since))
    if until is not None:
        found.append(sa.or_(statements.c.since.is_(None), statements.c.since < until))
    return found


def _contains(column: sa.ColumnElement[str], words: str) -> sa.ColumnElement[bool]:
    # not LIKE: SQLite limits the length of its patterns; "strpos" is PostgreSQL's name for the same
    return sa.func.instr(column, fold(words)) > 0


def documents_query() -> sa.Select[Any]:
    """Documents with ``content`` and their latest ``description``, in order of arrival."""
    latest = descriptions.alias("latest")
    last = sa.select(sa.func.max(latest.c.seq)).where(latest.c.document_id == documents.c.id).scalar_subquery()
    return (
        sa.select(documents.c.content, descriptions.c.content.label("description"))
        .join(descriptions, descriptions.c.document_id == documents.c.id)
        .where(descriptions.c.seq == last)
        .order_by(documents.c.seq)
    )


def relations_query(document_id: str | None, statement_id: str | None, *, all_versions: bool) -> sa.Select[Any]:
    """Relations with ``content`` and ``stage``, by document in order of arrival, then as the reading had them."""
    query = (
        sa.select(relations.c.content, run_relations.c.stage)
        .select_from(documents)
        .join(runs, runs.c.document_id == documents.c.id)
        .join(run_relations, run_relations.c.run_seq == runs.c.seq)
        .join(relations, relations.c.id == run_relations.c.relation_id)
        .order_by(documents.c.seq, runs.c.seq, run_relations.c.position)
    )
    if all_versions:
        seen_last = run_relations.alias("seen_last")
        last = sa.select(sa.func.max(seen_last.c.run_seq)).where(seen_last.c.relation_id == relations.c.id)
        query = query.where(run_relations.c.run_seq == last.scalar_subquery())
    else:
        query = query.where(runs.c.seq == latest_run(documents.c.id))
    if document_id is not None:
        query = query.where(documents.c.id == document_id)
    if statement_id is not None:
        about = sa.select(relation_targets.c.relation_id).where(relation_targets.c.statement_id == statement_id)
        query = query.where(sa.or_(relations.c.source_id == statement_id, relations.c.id.in_(about)))
    return query
