"""Totals and values of one source that do not go together, where the source is named once, or by part of its name."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from sayso.checking.entries import Entry
from sayso.checking.explaining import make_finding
from sayso.checking.parts import find_disjoint
from sayso.checking.periods import BEGINNING
from sayso.checking.rows import Clash, Row
from sayso.checking.wording import name_amount
from sayso.model import Assumption, Finding, Statement

_ALIKE = Fraction(7, 10)
"""Share of words that two sentences have in common when one says the other again with another figure."""
_SAME_THING = Assumption(key="same_thing", words="both count the same thing")


def check_falls(entries: Sequence[Entry]) -> tuple[list[Finding], int]:
    """Running totals that are lower at a later day, from what may be one source, and how many pairs were compared.

    Where only one of two totals has its source named, that it is the other's too is assumed.
    """
    totals = [one for one in entries if _is_running_total(one)]
    findings, checked = [], 0
    for earlier, later in _pair_up(totals):
        checked += 1
        if earlier.when is None or later.when is None or earlier.reach.low is None or later.reach.high is None:
            continue
        if earlier.when.outer.end < later.when.inner.end and earlier.reach.low > later.reach.high:
            least = Row(
                "least", earlier.when.outer, earlier.reach.low, (earlier.statement.id,), assume_source(earlier, later)
            )
            most = Row("most", later.when.inner, later.reach.high, (later.statement.id,))
            findings.append(make_finding("falling_total", Clash((least,), (most,)), statements=_by_id(earlier, later)))
    return findings, checked


def check_repeats(entries: Sequence[Entry]) -> tuple[list[Finding], int]:
    """Sentences that say one another again with another figure for the same day, and how many pairs were compared.

    Only what is all there was is held against each other: two incidents of one day are told in the same words.
    """
    findings, checked = [], 0
    counts = [one for one in entries if one.statement.aspect in ("cumulative", "stock") and one.is_total]
    for first, second in combinations(counts, 2):
        if first.when is None or first.when != second.when or first.statement.aspect != second.statement.aspect:
            continue
        if not _count_alike(first, second) or not may_be_one_source(first, second):
            continue
        if not _say_alike(first.statement, second.statement):
            continue
        checked += 1
        clash = find_disjoint(first.statement, second.statement, stretch=first.when.outer)
        if clash is not None:
            assumptions = (_SAME_THING, *assume_source(first, second))
            least = tuple(row._replace(assumptions=(*row.assumptions, *assumptions)) for row in clash.least)
            findings.append(make_finding("two_values", Clash(least, clash.most), statements=_by_id(first, second)))
    return findings, checked


def may_be_one_source(first: Entry, second: Entry) -> bool:
    """Whether two figures may come from one source: no name for one of them, or a name that is part of the other's."""
    one, two = _list_names(first.statement), _list_names(second.statement)
    return not one or not two or any(here in there or there in here for here in one for there in two)


def assume_source(first: Entry, second: Entry) -> tuple[Assumption, ...]:
    """The assumption that two figures come from one source; none where the names say so."""
    if first.origin == second.origin:
        return ()
    names = f"{name_amount(first.statement)} and {name_amount(second.statement)}"
    return (Assumption(key="same_source", words=f"{names} come from one source"),)


def _is_running_total(entry: Entry) -> bool:
    when = entry.when
    return entry.statement.aspect == "cumulative" and entry.is_total and when is not None and (
        when.outer.start == BEGINNING
    )  # fmt: skip


def _pair_up(totals: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of totals of one thing, the earlier first; those of one sentence are a contrast and left out.

    Where the names do not say that both are of one source, the sentences must be alike: one place has many tolls.
    """
    ordered = sorted(totals, key=lambda one: (one.when.outer.end if one.when else 0, one.statement.id))
    for earlier, later in combinations(ordered, 2):
        if not _count_alike(earlier, later) or not may_be_one_source(earlier, later):
            continue
        if earlier.origin == later.origin or _say_alike(earlier.statement, later.statement):
            yield earlier, later


def _count_alike(first: Entry, second: Entry) -> bool:
    one, two = first.statement, second.statement
    if one.document_id != two.document_id or one.passage == two.passage:
        return False
    return _bare(first) == _bare(second) and bool(first.series.place)


def _bare(entry: Entry) -> tuple[str, ...]:
    """The series without the source that keeps running totals apart."""
    series = entry.series
    return series.thing, series.population.split("|", 1)[0], series.unit, series.place


def _say_alike(first: Statement, second: Statement) -> bool:
    one, two = (_list_words(statement) for statement in (first, second))
    return len(one & two) >= _ALIKE * max(len(one), len(two))


def _list_words(statement: Statement) -> set[str]:
    words = "".join(sign if sign.isalpha() else " " for sign in statement.passage.exact.casefold())
    return set(words.split())


def _list_names(statement: Statement) -> list[str]:
    hops = statement.attribution.chains[0].hops[1:]
    return [hop.agent.casefold() for hop in hops if hop.agent]


def _by_id(*entries: Entry) -> dict[str, Statement]:
    return {entry.statement.id: entry.statement for entry in entries}
