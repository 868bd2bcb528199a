"""The check: statements and relations in, findings and what could not be compared out."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sayso.checking.breakdowns import check_breakdowns
from sayso.checking.changes import check_changes
from sayso.checking.dates import check_dates
from sayso.checking.entries import (
    Context,
    Entry,
    find_series,
    make_bare_entry,
    make_context,
    make_entry,
    make_loose_entry,
)
from sayso.checking.headline import check_headlines
from sayso.checking.joining import join_series
from sayso.checking.lenses import check_lens, is_within
from sayso.checking.pairs import check_records, check_rivals, check_slips, check_stocks
from sayso.checking.partitions import check_partitions
from sayso.checking.parts import check_parts
from sayso.checking.passages import Sentence, join_neighbours, read_sentences
from sayso.checking.rates import check_averages
from sayso.checking.regions import check_regions
from sayso.checking.retold import check_retold
from sayso.checking.shares import check_shares
from sayso.checking.sources import check_falls, check_repeats
from sayso.checking.stocks import check_balances
from sayso.checking.sums import Limits, check_sums, drop_sound, list_layouts
from sayso.checking.topics import make_ledger_topics, make_report_topics
from sayso.model import CheckReport, Finding, FindingKind, Measure, NotChecked, Relation, Statement

_COMPARED = ("flow", "cumulative", "rate", "stock")
_CHANGE = "The sentence does not say from which level to which."
_UNLIKE = "It counts in another unit than the figure it is tied to."
_ORDER: dict[str, FindingKind] = {
    "flow": "flow_and_total", "cumulative": "flow_and_total", "rate": "rate_and_total", "stock": "two_values",
}  # fmt: skip


class CheckLimits(msgspec.Struct, frozen=True, kw_only=True):
    """How far a check may go; where a limit stops it, the report says that it is not complete.

    Attributes:
        max_conflicts: How many conflicts to list a topic, or a series whose figures are compared in pairs.
        max_steps: How many feasibility questions to ask a topic under each choice of readings.
        max_members: How many figures a topic may have.
        max_readings: How many choices of readings to try a topic, the weakest first; a rate adds some for each total.
    """

    max_conflicts: int = 20
    max_steps: int = 2000
    max_members: int = 300
    max_readings: int = 60


class Frame(NamedTuple):
    """What is known of a document beside its statements.

    Attributes:
        headline: The statements of its headline, read on its own.
        published: The day of publication, as an ordinal; None when it is not known.
    """

    headline: tuple[Statement, ...] = ()
    published: int | None = None


class _Sentences(NamedTuple):
    findings: list[Finding]
    checked: int
    compared: frozenset[str]


class _Outcome(NamedTuple):
    findings: list[Finding]
    checked: int
    complete: bool


def check_statements(
    statements: Iterable[Statement],
    relations: Iterable[Relation] = (),
    *,
    measures: Mapping[str, Measure] | None = None,
    lens: str | None = None,
    limits: CheckLimits | None = None,
    frames: Mapping[str, Frame] | None = None,
) -> CheckReport:
    """Find figures that cannot all be true, and the weakest assumptions under which they cannot.

    Figures of one report are compared under every reading, each an assumption that the finding names; figures of
    several reports only as they stand.

    Args:
        statements: The statements of one report or of a ledger, in any order.
        relations: What ties them together; relations about other statements are passed over.
        measures: The codebook's measures by id, for how they stand to each other; None for none.
        lens: The strongest lens to take: ``literal``, ``conveyed``, ``linked``, ``average`` or ``each_period``; None
            takes all, and tells of each conflict under the weakest that shows it.
        limits: How far to go; None for the defaults.
        frames: What is known of the documents beside their statements, by document; None for nothing.

    Returns:
        The report. The same statements and relations give the same report in whatever order they come.

    Raises:
        UnknownNameError: There is no such lens.

    Examples:
        >>> len(check_statements([]))
        0
    """
    check_lens(lens)
    known = {statement.id: statement for statement in sorted(statements, key=_rank_statement)}
    ties = sorted({relation.id: relation for relation in relations}.values(), key=lambda relation: relation.id)
    sizes = limits or CheckLimits()
    sentences = _check_sentences(known, frames or {})
    context = make_context(ties)
    entries, refused = _make_entries(known, context, measures or {}, sentences.compared)
    sums = _check_sums(entries, measures or {}, sizes, lens)
    few, is_whole = _drop_crowds(entries, sizes.max_members)
    pairs, untied = _check_pairs(known, few, ties, measures or {}, sizes.max_conflicts)
    bare = {id: make_bare_entry(statement, context, measures or {}) for id, statement in known.items()}
    states, _ = _drop_crowds({id: entry for id, entry in bare.items() if entry is not None}, sizes.max_members)
    retold = _check_retold(list(few.values()), [*few.values(), *states.values()], sizes.max_conflicts)
    joined = _join_findings(sums.findings + pairs.findings, sentences.findings + retold.findings)
    findings = {id: finding for id, finding in joined.items() if is_within(finding.assumptions, lens)}
    positions = {id: position for position, id in enumerate(known)}
    return CheckReport(
        findings=tuple(sorted(findings.values(), key=lambda finding: _rank_finding(finding, positions))),
        not_checked=_list_unchecked(refused + untied, positions),
        checked=sums.checked + pairs.checked + sentences.checked + retold.checked,
        complete=sums.complete and pairs.complete and retold.complete and is_whole,
    )


def _check_sentences(statements: Mapping[str, Statement], frames: Mapping[str, Frame]) -> _Sentences:
    """What sentences say of their own figures, what headlines say of their reports, and days out of order."""
    sentences = read_sentences(statements.values())
    several, pairs = (list(filter(_has_several, told)) for told in (sentences, join_neighbours(sentences)))
    shares, share_pairs = check_shares(several, pairs, statements)
    breakdowns, wholes = check_breakdowns(several, pairs, statements)
    partitions, lists = check_partitions(several, statements)
    averages, average_pairs = check_averages(several, statements)
    changes, compared, change_pairs = check_changes(several, pairs, statements)
    days = {id: frame.published for id, frame in frames.items() if frame.published is not None}
    dates, stretches = check_dates(sentences, days)
    heads, head_pairs = check_headlines(statements.values(), {id: frame.headline for id, frame in frames.items()})
    retold, retold_pairs = check_retold(sentences)
    return _Sentences(
        shares + breakdowns + partitions + averages + changes + dates + heads + retold,
        share_pairs + wholes + lists + average_pairs + change_pairs + stretches + head_pairs + retold_pairs,
        compared,
    )


def _has_several(sentence: Sentence) -> bool:
    """Whether a sentence has numbers to hold against each other."""
    return len(sentence.numbers) > 1


def _join_findings(of_reports: Sequence[Finding], of_sentences: Sequence[Finding]) -> dict[str, Finding]:
    """All findings by id; what two checks find among the same figures is told once, with the fewest assumptions."""
    told: dict[tuple[FindingKind, frozenset[str]], Finding] = {}
    for finding in sorted(of_reports, key=lambda finding: len(finding.assumptions)):
        told.setdefault((finding.kind, frozenset(finding.statements)), finding)
    new = [one for one in of_sentences if (one.kind, frozenset(one.statements)) not in told]
    return {finding.id: finding for finding in (*told.values(), *new)}


_Refusal = tuple[FindingKind, str, str]
"""The check that did not run, the reason, and the statement."""


def _make_entries(
    statements: Mapping[str, Statement],
    context: Context,
    measures: Mapping[str, Measure],
    compared: Collection[str],
) -> tuple[dict[str, Entry], list[_Refusal]]:
    entries: dict[str, Entry] = {}
    refused: list[_Refusal] = []
    company = _count_company(statements.values(), measures)
    for id, statement in statements.items():
        if statement.aspect == "change" and id not in compared:
            refused.append(("change_and_levels", _CHANGE, id))
        if statement.aspect not in _COMPARED:
            continue
        entry = make_entry(statement, context, measures)
        if isinstance(entry, Entry):
            entries[id] = entry
        elif company.get(_find_company(statement, measures), 0) > 1:
            refused.append((_ORDER[statement.aspect], entry, id))
    loose = {id: make_loose_entry(statement, context, measures) for id, statement in statements.items()}
    joined = join_series(entries, {id: entry for id, entry in loose.items() if entry is not None})
    return joined, [one for one in refused if one[2] not in joined]


def _count_company(
    statements: Iterable[Statement], measures: Mapping[str, Measure]
) -> dict[tuple[str, str] | None, int]:
    """How many figures of one document speak about one thing: a figure alone has nothing to be compared with."""
    counts: dict[tuple[str, str] | None, int] = {}
    for statement in statements:
        if statement.aspect in _COMPARED:
            company = _find_company(statement, measures)
            counts[company] = counts.get(company, 0) + 1
    counts.pop(None, None)
    return counts


def _find_company(statement: Statement, measures: Mapping[str, Measure]) -> tuple[str, str] | None:
    series = find_series(statement, measures)
    return None if series is None else (statement.document_id, series.thing)


def _check_sums(
    entries: Mapping[str, Entry], measures: Mapping[str, Measure], limits: CheckLimits, lens: str | None
) -> _Outcome:
    by_document: dict[str, list[Entry]] = {}
    for entry in entries.values():
        by_document.setdefault(entry.statement.document_id, []).append(entry)
    topics = [(topic, False) for group in by_document.values() for topic in make_report_topics(group, measures)]
    if len(by_document) > 1:
        topics += [(topic, True) for topic in make_ledger_topics(list(entries.values()))]
    small = [(topic, across) for topic, across in topics if len(topic.members) <= limits.max_members]
    choices = drop_sound([list_layouts(topic, lens=lens, most=limits.max_readings) for topic, _ in small])
    sizes = Limits(limits.max_conflicts, limits.max_steps)
    findings: list[Finding] = []
    checked = 0
    complete = len(small) == len(topics) and all(len(topic.lenses) <= limits.max_readings for topic, _ in small)
    for (topic, across), layouts in zip(small, choices, strict=True):
        found, whole = check_sums(topic, layouts, limits=sizes, across_documents=across)
        findings += found
        complete = complete and whole
        checked += len(topic.members) * (len(topic.members) - 1) // 2
    return _Outcome(findings, checked, complete)


def _check_pairs(
    statements: Mapping[str, Statement],
    entries: Mapping[str, Entry],
    relations: Sequence[Relation],
    measures: Mapping[str, Measure],
    most: int,
) -> tuple[_Outcome, list[_Refusal]]:
    parts = check_parts(statements, relations)
    stocks = check_stocks(list(entries.values()), most=most)
    rivals = check_rivals(list(entries.values()), most=most)
    slips, slip_pairs = check_slips(list(statements.values()))
    records, record_pairs = check_records(entries, relations)
    balances, balance_pairs = check_balances(list(entries.values()), measures)
    regions, region_pairs = check_regions(list(entries.values()))
    findings = parts.findings + stocks.findings + rivals.findings + slips + records + balances + regions
    unlike: list[_Refusal] = [("parts_and_whole", _UNLIKE, id) for id in parts.unlike]
    checked = parts.checked + slip_pairs + record_pairs + balance_pairs + region_pairs
    checked += stocks.checked + rivals.checked
    return _Outcome(findings, checked, stocks.complete and rivals.complete), unlike


def _check_retold(entries: Sequence[Entry], told: Sequence[Entry], most: int) -> _Outcome:
    """What one source tells twice: totals that fall, and sentences said again with another figure."""
    falls, repeats = check_falls(entries, most=most), check_repeats(told, most=most)
    return _Outcome(
        falls.findings + repeats.findings, falls.checked + repeats.checked, falls.complete and repeats.complete
    )


def _drop_crowds(entries: Mapping[str, Entry], max_members: int) -> tuple[dict[str, Entry], bool]:
    """The entries without those of things that one document gives too many figures for, and whether there are none."""
    crowds = Counter(map(_find_crowd, entries.values()))
    few = {id: entry for id, entry in entries.items() if crowds[_find_crowd(entry)] <= max_members}
    return few, len(few) == len(entries)


def _find_crowd(entry: Entry) -> tuple[str, str, str]:
    return (entry.statement.document_id, entry.series.thing, entry.series.place)


def _list_unchecked(refused: Iterable[_Refusal], positions: Mapping[str, int]) -> tuple[NotChecked, ...]:
    groups: dict[tuple[FindingKind, str], set[str]] = {}
    for kind, reason, id in refused:
        groups.setdefault((kind, reason), set()).add(id)
    return tuple(
        NotChecked(kind=kind, statements=tuple(sorted(ids, key=positions.__getitem__)), reason=reason)
        for (kind, reason), ids in sorted(groups.items())
    )


def _rank_statement(statement: Statement) -> tuple[str, int, int, str]:
    return (statement.document_id, statement.figure.start, statement.figure.end, statement.id)


def _rank_finding(finding: Finding, positions: Mapping[str, int]) -> tuple[int, int, str, str]:
    return (len(finding.assumptions), min(positions[id] for id in finding.statements), finding.kind, finding.id)
