"""Stocks and what flows into and out of them: a later stock is the earlier one, plus what came, less what went."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from typing import NamedTuple

from sayso.checking.entries import Entry
from sayso.checking.explaining import make_finding
from sayso.checking.periods import Stretch
from sayso.checking.rows import Clash, Row
from sayso.checking.wording import name_amount
from sayso.model import Assumption, Finding, Measure

FLOW_LINKS = ("adds_to", "takes_from")
"""Links that say which stock a flow changes; they tie no two totals to each other."""
_SLACK_DAYS = 1
"""A flow "in March" runs from one stock to the next where these are of the first day of March and of April, or the last
day before."""
_ONLY_THESE = "nothing else changes the number between the two days"


class Balance(NamedTuple):
    """Two stocks and the flows between them, all of one document and place."""

    earlier: Entry
    later: Entry
    came: Entry
    went: Entry


def check_balances(entries: Sequence[Entry], measures: Mapping[str, Measure]) -> tuple[list[Finding], int]:
    """Stocks that differ by other than what is reported to have come and gone, and how many were compared.

    Only where a report gives all four, two stocks of days and both flows between these days, is there anything to
    check. Which flows change which stock is said by the links ``adds_to`` and ``takes_from`` of the codebooks; what is
    counted in both ways, people displaced in May and people displaced by the end of May, adds to itself.

    Args:
        entries: The entries of one or many documents, in a fixed order.
        measures: The measures by id, for their links.
    """
    findings: list[Finding] = []
    checked = 0
    for balance in _iter_balances(entries, measures):
        checked += 1
        clash = _find_clash(balance)
        if clash is not None:
            statements = {entry.statement.id: entry.statement for entry in balance}
            findings.append(make_finding("stock_and_flows", clash, statements=statements, scope="at the end"))
    return findings, checked


def _iter_balances(entries: Sequence[Entry], measures: Mapping[str, Measure]) -> Iterator[Balance]:
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        if entry.when is not None:
            groups.setdefault((entry.statement.document_id, entry.series.place), []).append(entry)
    for group in groups.values():
        stocks = [entry for entry in group if entry.statement.aspect == "stock" and _is_of_a_day(entry)]
        flows = [entry for entry in group if entry.statement.aspect == "flow"]
        for one, other in combinations(stocks, 2):
            if one.statement.measure is None or one.series != other.series or one.when == other.when:
                continue
            earlier, later = sorted((one, other), key=_find_day)
            between = [flow for flow in flows if _runs_between(flow, earlier, later)]
            came = [
                flow
                for flow in between
                if flow.statement.measure == one.statement.measure
                or _has_link(flow, "adds_to", one.statement.measure, measures)
            ]
            went = [flow for flow in between if _has_link(flow, "takes_from", one.statement.measure, measures)]
            yield from (Balance(earlier, later, *pair) for pair in product(came, went))


def _find_clash(balance: Balance) -> Clash | None:
    start, end, came, went = (entry.reach for entry in balance)
    assumption = Assumption(key="stock_identity", words=_ONLY_THESE)
    ids = tuple(entry.statement.id for entry in (balance.earlier, balance.came, balance.went))
    stretch = Stretch(_find_day(balance.later), _find_day(balance.later) + 1)
    if None not in (start.low, came.low, went.high, end.high):
        least = _add(start.low, came.low, went.high)
        if end.high is not None and least > end.high:
            row = Row("least", stretch, least, ids, (assumption,), _word_sum(balance))
            return Clash((row,), (Row("most", stretch, end.high, (balance.later.statement.id,)),))
    if None not in (start.high, came.high, went.low, end.low):
        most = _add(start.high, came.high, went.low)
        if end.low is not None and end.low > most:
            row = Row("most", stretch, most, ids, (assumption,), _word_sum(balance))
            return Clash((Row("least", stretch, end.low, (balance.later.statement.id,)),), (row,))
    return None


def _add(start: Fraction | None, came: Fraction | None, went: Fraction | None) -> Fraction:
    return (start or Fraction(0)) + (came or Fraction(0)) - (went or Fraction(0))


def _word_sum(balance: Balance) -> str:
    start, _, came, went = (name_amount(entry.statement) for entry in balance)
    return f"{start} plus {came} that came, less {went} that went"


def _is_of_a_day(entry: Entry) -> bool:
    return entry.when is not None and entry.when.outer.days <= _SLACK_DAYS


def _find_day(entry: Entry) -> int:
    assert entry.when is not None, "only stocks of a day are compared"
    return entry.when.outer.start


def _runs_between(flow: Entry, earlier: Entry, later: Entry) -> bool:
    if flow.when is None:
        return False
    start, end = flow.when.outer
    first, last = _find_day(earlier), _find_day(later)
    return abs(start - first) <= _SLACK_DAYS and abs(end - last) <= _SLACK_DAYS


def _has_link(flow: Entry, kind: str, measure: str, measures: Mapping[str, Measure]) -> bool:
    own = measures.get(flow.statement.measure or "")
    return own is not None and any(link.kind == kind and link.measure == measure for link in own.links)
