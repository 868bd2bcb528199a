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


def latest_run(document_seq: sa.ColumnElement[int]) -> sa.ScalarSelect[int]:
    """The number of the latest reading of a document."""
    latest = runs.alias("latest")
    return sa.select(sa.func.max(latest.c.seq)).where(latest.c.document_seq == document_seq).scalar_subquery()


def statements_query(filter: StatementFilter, *, all_versions: bool) -> sa.Select[Any]:
    """Statements with ``content`` and ``extraction``, by document in order of arrival, then by offset."""
    query = (
        sa.select(statements.c.content, extractions.c.content.label("extraction"))
        .select_from(extractions)
        .join(statements, statements.c.seq == extractions.c.statement_seq)
        .order_by(extractions.c.document_seq, extractions.c.start, extractions.c.run_seq, extractions.c.position)
        .limit(filter.limit)
    )
    if all_versions:
        seen = extractions.alias("seen")
        last = sa.select(sa.func.max(seen.c.run_seq)).where(seen.c.statement_seq == statements.c.seq).scalar_subquery()
    else:
        last = latest_run(extractions.c.document_seq)
    return query.where(extractions.c.run_seq == last, *_conditions(filter))


def _conditions(filter: StatementFilter) -> list[sa.ColumnElement[bool]]:
    found = _overlaps(filter.since, filter.until)
    if filter.measure is not None:
        found.append(statements.c.measure == filter.measure)
    if filter.aspect is not None:
        found.append(statements.c.aspect == filter.aspect)
    if filter.document_id is not None:
        found.append(_is_of(documents.c.id == filter.document_id))
    if filter.publisher is not None:
        found.append(_is_of(documents.c.publisher == fold(filter.publisher)))
    if filter.place is not None:
        found.append(
            sa.or_(statements.c.country == filter.place.strip().upper(), statements.c.place == fold(filter.place))
        )
    if filter.source is not None:
        named = sa.select(agents.c.seq).where(_contains(agents.c.name, filter.source))
        found.append(statements.c.seq.in_(sa.select(hops.c.statement_seq).where(hops.c.agent_seq.in_(named))))
    if filter.text is not None:
        words = sa.select(passages.c.words).where(
            passages.c.document_seq == statements.c.document_seq,
            passages.c.start == statements.c.passage_start,
            passages.c.end == statements.c.passage_end,
        )
        found.append(_contains(words.scalar_subquery(), filter.text))
    return found


def _is_of(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return extractions.c.document_seq.in_(sa.select(documents.c.seq).where(condition))


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


def _contains(column: sa.ColumnElement[Any], words: str) -> sa.ColumnElement[bool]:
    # not LIKE: SQLite limits the length of its patterns; "strpos" is PostgreSQL's name for the same
    return sa.func.instr(column, fold(words)) > 0


def documents_query() -> sa.Select[Any]:
    """Documents with ``content`` and their latest ``description``, in order of arrival."""
    latest = descriptions.alias("latest")
    last = sa.select(sa.func.max(latest.c.seq)).where(latest.c.document_seq == documents.c.seq).scalar_subquery()
    return (
        sa.select(documents.c.content, descriptions.c.content.label("description"))
        .select_from(documents)
        .join(descriptions, descriptions.c.seq == last)
        .order_by(documents.c.seq)
    )


def relations_query(document_id: str | None, statement_id: str | None, *, all_versions: bool) -> sa.Select[Any]:
    """Relations with ``content`` and ``stage``, by document in order of arrival, then as the reading had them."""
    query = (
        sa.select(relations.c.content, run_relations.c.stage)
        .select_from(run_relations)
        .join(relations, relations.c.seq == run_relations.c.relation_seq)
        .order_by(run_relations.c.document_seq, run_relations.c.run_seq, run_relations.c.position)
    )
    if all_versions:
        seen = run_relations.alias("seen")
        last = sa.select(sa.func.max(seen.c.run_seq)).where(seen.c.relation_seq == relations.c.seq).scalar_subquery()
    else:
        last = latest_run(run_relations.c.document_seq)
    query = query.where(run_relations.c.run_seq == last)
    if document_id is not None:
        stated = sa.select(documents.c.seq).where(documents.c.id == document_id).scalar_subquery()
        query = query.where(run_relations.c.document_seq == stated)
    if statement_id is not None:
        key = sa.select(statements.c.seq).where(statements.c.id == statement_id).scalar_subquery()
        about = sa.select(relation_targets.c.relation_seq).where(relation_targets.c.statement_seq == key)
        query = query.where(sa.or_(relations.c.source_seq == key, relations.c.seq.in_(about)))
    return query
