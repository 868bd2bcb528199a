"""From a clash of rows to a finding in words; no arithmetic is printed that was not verified exactly."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from math import ceil
from typing import NamedTuple, TypeVar

from sayso.checking.details import find_details, to_factor, to_number
from sayso.checking.layouts import Layout
from sayso.checking.lenses import find_lens
from sayso.checking.rows import Clash, Row, is_proved
from sayso.checking.wording import (
    join_words,
    name_amount,
    name_claim,
    name_gap,
    name_number,
    name_rate,
    name_stretch,
)
from sayso.model import Assumption, Finding, FindingKind, Repair, Side, Statement, digest

STAGE = "sayso.checking.v1"
Pair = TypeVar("Pair")
_BOTH = 2
_TELLING = 2
"""Figures that would all have to be off by more than this are not just rounded or counted a little differently."""


class Compared(NamedTuple):
    """What came of a check on pairs.

    Attributes:
        findings: The findings.
        checked: How many pairs were compared.
        complete: False where one series has more findings than are listed.
    """

    findings: list[Finding]
    checked: int
    complete: bool


def compare_pairs(groups: Iterable[Sequence[Pair]], find: Callable[[Pair], Finding | None], *, most: int) -> Compared:
    """The findings of pairs.

    Args:
        groups: The pairs of each series.
        find: What a pair comes to.
        most: How many findings to list a series.
    """
    findings: list[Finding] = []
    checked, is_complete = 0, True
    for pairs in groups:
        checked += len(pairs)
        found = list(islice(filter(None, map(find, pairs)), most + 1))
        findings += found[:most]
        is_complete = is_complete and len(found) <= most
    return Compared(findings, checked, is_complete)


def make_finding(
    kind: FindingKind,
    clash: Clash,
    *,
    statements: Mapping[str, Statement],
    scope: str | None = None,
    layout: Layout | None = None,
) -> Finding:
    """The finding that a clash becomes.

    Args:
        kind: Which check found it.
        clash: What cannot all hold.
        statements: The statements by id.
        scope: What the two sums are of, in words; None for the days that the clash is about.
        layout: All that the statements and assumptions say; None when the rows of the clash are all.

    Returns:
        The finding with its id, sides and repairs.

    Raises:
        ValueError: The clash does not prove what it says.
    """
    if not is_proved(clash):
        raise ValueError(f"expected a clash whose sums exclude each other, found {clash.low} and {clash.high}")
    assumptions = clash.assumptions
    details = find_details(clash, layout)
    members = _order_members(clash)
    low, high = name_gap(clash.low, clash.high)
    least_words = _word_side(clash.least, statements, f"at least {low}", scope)
    most_words = _word_side(clash.most, statements, f"at most {high}", scope)
    is_one_place = {row.stretch for row in clash.least} == {row.stretch for row in clash.most}
    brief = _word_side(clash.least, statements, f"at least {low}", "") if is_one_place else least_words
    claims = [name_claim(statements[member]) for member in members]
    condition = _word_condition(assumptions)
    ratio = clash.low / clash.high if clash.high > 0 else None
    apart = "" if ratio is None else f"; that is apart by a factor of {name_number(ratio, 2)}"
    sentence = (
        f"{join_words(claims)} cannot {'all' if len(claims) > _BOTH else 'both'} hold{condition}: "
        f"{most_words}, {brief}{apart}{_word_common(details.common_factor)}."
    )
    return Finding(
        id=digest("finding", [kind, sorted(members), [[a.key, a.statement, a.words] for a in assumptions]]),
        kind=kind,
        statements=members,
        assumptions=assumptions,
        sentence=sentence,
        sides=(
            Side(statements=_list_statements(clash.least), low=to_number(clash.low), high=None, words=least_words),
            Side(statements=_list_statements(clash.most), low=None, high=to_number(clash.high), words=most_words),
        ),
        factor=to_factor(ratio),
        repairs=_list_repairs(members, assumptions, statements),
        stage=STAGE,
        lens=details.lens,
        common_factor=to_factor(details.common_factor),
        would_hold=details.would_hold,
        proof=details.proof,
    )


def tell_finding(
    kind: FindingKind,
    statement: Statement,
    *,
    assumptions: tuple[Assumption, ...],
    sentence: str,
    sides: tuple[Side, ...],
    named_by: str | None = None,
) -> Finding:
    """The finding that one statement gives against what is no statement: a headline, a calendar.

    Args:
        kind: Which check found it.
        statement: The statement.
        assumptions: What has to hold for the clash.
        sentence: The finding in words.
        sides: What the statement and the rest make of it.
        named_by: What tells it from others of its kind about the statement; None where there is one at most.

    Returns:
        The finding. It carries no proof: its sides are not both sums of statements.
    """
    told = [[one.key, one.statement, one.words] for one in assumptions]
    return Finding(
        id=digest("finding", [kind, [statement.id], told, *([] if named_by is None else [named_by])]),
        kind=kind,
        statements=(statement.id,),
        assumptions=assumptions,
        sentence=sentence,
        sides=sides,
        factor=None,
        repairs=_list_repairs((statement.id,), assumptions, {statement.id: statement}),
        stage=STAGE,
        lens=find_lens(assumptions),
    )


def _order_members(clash: Clash) -> tuple[str, ...]:
    members: dict[str, None] = {}
    for row in clash.rows:
        members.update(dict.fromkeys(row.statements))
    return tuple(members)


def _list_statements(rows: tuple[Row, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(statement for row in rows for statement in row.statements))


def _word_side(rows: tuple[Row, ...], statements: Mapping[str, Statement], amount: str, scope: str | None) -> str:
    owners = list(dict.fromkeys(row.statements[0] for row in rows))
    names = join_words([_name_briefly(statements[owner]) for owner in owners])
    verb = ("needs" if len(owners) == 1 else "need") if amount.startswith("at least") else ""
    verb = verb or ("allows" if len(owners) == 1 else "allow")
    together = " together" if len(rows) > 1 else ""
    sums = [words for row in rows if (words := _word_sum(row))]
    where = scope if scope is not None else _word_stretch(rows)
    detail = f" ({' plus '.join(sums)})" if sums else ""
    return f"{names} {verb} {amount}{together}{' ' + where if where else ''}{detail}"


def _word_sum(row: Row) -> str:
    if row.times == 1:
        return row.words
    return f"{row.words or name_number(row.value)}, times {name_number(row.times)}"


def _word_common(factor: Fraction | None) -> str:
    """By how much all figures would have to be off, rounded up so that it is enough; nothing when that is far."""
    if factor is None or not 1 < factor <= _TELLING:
        return ""
    rounded = Fraction(ceil(factor * 100), 100)
    return f"; they meet if every figure is off by a factor of {name_number(rounded, 2)}"


def _name_briefly(statement: Statement) -> str:
    return name_rate(statement) if statement.aspect == "rate" else f'"{name_amount(statement)}"'


def _word_stretch(rows: tuple[Row, ...]) -> str:
    ordered = sorted({row.stretch for row in rows})
    return join_words([name_stretch(stretch) for stretch in ordered])


def _word_condition(assumptions: tuple[Assumption, ...]) -> str:
    if not assumptions:
        return ""
    return " if " + join_words([_lower(assumption.words) for assumption in assumptions])


def _list_repairs(
    members: tuple[str, ...], assumptions: tuple[Assumption, ...], statements: Mapping[str, Statement]
) -> tuple[Repair, ...]:
    figures = [Repair(drop=member, words=f"Drop {name_claim(statements[member])}.") for member in members]
    others = [Repair(drop=a.key, words=f"Drop the assumption that {_lower(a.words)}.") for a in assumptions]
    return (*figures, *others)


def _lower(words: str) -> str:
    """An assumption as part of a longer sentence."""
    bare = words.strip().rstrip(".")
    return bare[:1].lower() + bare[1:] if bare[:2].capitalize() == bare[:2] else bare
