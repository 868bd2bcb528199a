"""Part and whole, share and count: figures that the words themselves tie together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.checking.bounds import find_conveyed, make_fraction, read_reach
from sayso.checking.entries import is_further
from sayso.checking.explaining import make_finding
from sayso.checking.periods import Stretch
from sayso.checking.rows import Clash, Row
from sayso.checking.wording import name_amount, name_number
from sayso.model import Assumption, Finding, Relation, Statement

_WHOLE = Stretch(1, 2)
"""Figures tied by words need no calendar: their rows are over one unit stretch, or side by side over several."""
_UNTOLD = ("denied", "predicted")
_AND = re.compile(r"(?: [\w'’-]+){1,5},? (?:and|plus|as well as)(?: [\w-]+){0,2} ")
_FAR_ABOVE = 100
_COUNTS = ("flow", "cumulative", "stock", "change")
"""What can have parts: "four days over 25 mm, including 75 mm" measures, it does not count."""


class PartsCheck(NamedTuple):
    """What came of the checks on relations.

    Attributes:
        findings: The findings.
        checked: How many comparisons ran.
        unlike: Statements tied to another that counts in another unit.
    """

    findings: list[Finding]
    checked: int
    unlike: list[str]


def check_parts(statements: Mapping[str, Statement], relations: Sequence[Relation]) -> PartsCheck:
    """Whether parts fit into their wholes, restated figures agree, and shares match their counts.

    Args:
        statements: The statements by id; relations about others are passed over.
        relations: The relations, in a fixed order.
    """
    wholes: dict[str, list[str]] = {}
    pairs: list[tuple[str, str]] = []
    for relation in relations:
        for target in relation.targets:
            source = relation.source
            if source is None or source not in statements or target not in statements or source == target:
                continue
            if relation.kind == "part_of" and source not in wholes.setdefault(target, []):
                wholes[target].append(source)
            elif relation.kind == "restates" and (source, target) not in pairs:
                pairs.append((source, target))
    outcome = PartsCheck([], 0, [])
    for whole, parts in wholes.items():
        outcome = _add(outcome, _check_whole(statements, whole, parts))
    for first, second in pairs:
        outcome = _add(outcome, _check_restated(statements, first, second))
        outcome = _add(outcome, _check_share(statements, (first, second), wholes))
    return outcome


def _check_whole(statements: Mapping[str, Statement], whole: str, parts: list[str]) -> PartsCheck:
    told = [part for part in parts if _is_told(statements[part]) and not is_further(statements[part])]
    like = [part for part in told if _are_alike(statements[part], statements[whole])]
    like = [part for part in like if not _is_of_another_kind(statements[part], statements[whole])]
    if not _is_told(statements[whole]) or _is_joined(statements[whole], statements.values()):
        return PartsCheck([], 0, [])
    findings: list[Finding] = []
    fitting: list[Row] = []
    for part in like:
        clash = _find_overflow(statements[part], statements[whole])
        if clash is not None:
            findings.append(make_finding("parts_and_whole", clash, statements=statements, scope="in all"))
        if clash is None and (reach := read_reach(statements[part])) is not None and reach.low:
            fitting.append(Row("least", _WHOLE, reach.low, (part,)))
    crowd = _find_crowd(_drop_repeats(fitting, statements), statements[whole])
    if crowd is not None:
        findings.append(make_finding("parts_and_whole", crowd, statements=statements, scope="in all"))
    unlike = [part for part in told if part not in like and statements[part].aspect != "share"]
    return PartsCheck(findings, len(like), unlike)


def _find_overflow(part: Statement, whole: Statement) -> Clash | None:
    """The clash of a part that is larger than its whole, under the weakest reading that gives one."""
    for reading in ("literal", "as written", "conveyed"):
        low, high = _read_part(part, reading), _read_whole(whole, reading)
        if low is not None and high is not None and low.value > high.value:
            return Clash((low,), (high,))
    return None


def _read_part(part: Statement, reading: str) -> Row | None:
    reach = read_reach(part)
    if reach is None or reach.low is None:
        return None
    best = part.quantity.best
    if reading == "as written" and part.quantity.bound == "exact" and best is not None and not part.is_estimate:
        return Row("least", _WHOLE, make_fraction(best), (part.id,), _assume_written(part))
    return Row("least", _WHOLE, reach.low, (part.id,))


def _read_whole(whole: Statement, reading: str) -> Row | None:
    reach = read_reach(whole)
    if reach is None:
        return None
    best = whole.quantity.best
    if reading == "as written" and whole.quantity.bound == "exact" and best is not None and not whole.is_estimate:
        return Row("most", _WHOLE, make_fraction(best), (whole.id,), _assume_written(whole))
    if reading == "conveyed" and reach.high is None:
        high = find_conveyed(whole.quantity).high
        if high is None:
            return None
        words = f'"{name_amount(whole)}" means less than {name_number(high)}'
        assumption = Assumption(key="over_means_not_much_over", words=words, statement=whole.id)
        return Row("most", _WHOLE, high, (whole.id,), (assumption,))
    return None if reach.high is None else Row("most", _WHOLE, reach.high, (whole.id,))


def _assume_written(statement: Statement) -> tuple[Assumption, ...]:
    grid = statement.quantity.granularity
    if grid is not None and grid <= 1:
        return ()
    words = f"{name_amount(statement)} is meant as written, not rounded"
    return (Assumption(key="not_rounded", words=words, statement=statement.id),)


def _is_joined(whole: Statement, statements: Iterable[Statement]) -> bool:
    """Whether a whole is the end of a list, and what follows may be part of all of it: "56 guests and 10 cooks"."""
    passage = whole.passage
    for one in statements:
        if one.document_id == whole.document_id and one.passage == passage and one.figure.end < whole.figure.start:
            between = passage.exact[one.figure.end - passage.start : whole.figure.start - passage.start]
            if _AND.fullmatch(between):
                return True
    return False


def _drop_repeats(parts: list[Row], statements: Mapping[str, Statement]) -> list[Row]:
    """The parts without those that other sentences tell again: the same number of the same thing."""
    kept: list[Row] = []
    for row in parts:
        own = statements[row.statements[0]]
        told = [statements[one.statements[0]] for one in kept if one.value == row.value]
        if not any(one.passage != own.passage and _name_counted(one) == _name_counted(own) for one in told):
            kept.append(row)
    return kept


def _find_crowd(parts: list[Row], whole: Statement) -> Clash | None:
    """The clash of a smallest set of parts that together exceed the whole, if they do not overlap."""
    reach = read_reach(whole)
    if reach is None or reach.high is None:
        return None
    chosen: list[Row] = []
    for row in sorted(parts, key=lambda row: (-row.value, row.statements)):
        chosen.append(row)
        if sum(each.value for each in chosen) > reach.high:
            break
    else:
        return None
    assumption = Assumption(key="parts_do_not_overlap", words="nobody and nothing is in two of the parts")
    side_by_side = [
        row._replace(stretch=Stretch(place, place + 1), assumptions=(assumption,))
        for place, row in enumerate(chosen, start=1)
    ]
    return Clash(tuple(side_by_side), (Row("most", Stretch(1, len(chosen) + 1), reach.high, (whole.id,)),))


def _check_restated(statements: Mapping[str, Statement], first: str, second: str) -> PartsCheck:
    one, two = statements[first], statements[second]
    if not (_is_told(one) and _is_told(two)) or one.aspect != two.aspect or not _are_alike(one, two):
        return PartsCheck([], 0, [])
    if _name_counted(one) != _name_counted(two):
        return PartsCheck([], 0, [first])
    clash = find_disjoint(one, two, stretch=_WHOLE)
    findings = [] if clash is None else [make_finding("two_values", clash, statements=statements, scope="")]
    return PartsCheck(findings, 1, [])


def _check_share(
    statements: Mapping[str, Statement], pair: tuple[str, str], wholes: Mapping[str, list[str]]
) -> PartsCheck:
    """A share and a count that say the same of one whole: the count must be the share of the whole."""
    shares = [id for id in pair if statements[id].aspect == "share"]
    counts = [id for id in pair if statements[id].aspect != "share"]
    bases = [whole for whole, parts in wholes.items() if set(pair) & set(parts) and statements[whole].aspect != "share"]
    if len(shares) != 1 or len(counts) != 1 or len(bases) != 1:
        return PartsCheck([], 0, [])
    share, count, base = statements[shares[0]], statements[counts[0]], statements[bases[0]]
    reaches = (read_reach(share), read_reach(count), read_reach(base))
    if None in reaches or not all(map(_is_told, (share, count, base))) or not _are_alike(count, base):
        return PartsCheck([], 0, [])
    clash = _find_share_clash(share, count, base)
    findings = [] if clash is None else [make_finding("share_and_counts", clash, statements=statements, scope="")]
    return PartsCheck(findings, 1, [])


def _find_share_clash(share: Statement, count: Statement, base: Statement) -> Clash | None:
    part, ratio, whole = read_reach(count), read_reach(share), read_reach(base)
    if part is None or ratio is None or whole is None:
        return None
    words = f"{name_amount(share)} of {name_amount(base)}"
    if part.low is not None and ratio.high is not None and whole.high is not None:
        most = Row("most", _WHOLE, ratio.high * whole.high, (share.id, base.id), (), words)
        if part.low > most.value:
            return Clash((Row("least", _WHOLE, part.low, (count.id,)),), (most,))
    if part.high is not None and ratio.low and whole.low:
        least = Row("least", _WHOLE, ratio.low * whole.low, (share.id, base.id), (), words)
        if least.value > part.high:
            return Clash((least,), (Row("most", _WHOLE, part.high, (count.id,)),))
    return None


def find_disjoint(first: Statement, second: Statement, *, stretch: Stretch) -> Clash | None:
    """The clash of two figures for one thing whose reaches do not meet; None when they do."""
    one, two = read_reach(first), read_reach(second)
    if one is None or two is None:
        return None
    for low, lower, high, higher in ((one, first, two, second), (two, second, one, first)):
        if low.low is not None and high.high is not None and low.low > high.high:
            least = Row("least", stretch, low.low, (lower.id,))
            return Clash((least,), (Row("most", stretch, high.high, (higher.id,)),))
    return None


def _is_told(statement: Statement) -> bool:
    return statement.modality not in _UNTOLD


def _are_alike(part: Statement, whole: Statement) -> bool:
    if part.measure and whole.measure and part.measure != whole.measure:
        return False
    if part.aspect == whole.aspect == "rate":
        return part.per == whole.per and part.quantity.unit == whole.quantity.unit
    return part.aspect in _COUNTS and whole.aspect in _COUNTS and part.quantity.unit == whole.quantity.unit


def _is_of_another_kind(part: Statement, whole: Statement) -> bool:
    """Whether a part without a noun of its own is far above its whole: "three crowds, including some 28,000"."""
    has_noun = part.counted is not None and part.counted.start >= part.figure.end
    low, high = read_reach(part), read_reach(whole)
    if has_noun or low is None or high is None or low.low is None or not high.high:
        return False
    return low.low > high.high * _FAR_ABOVE


def _name_counted(statement: Statement) -> str:
    return "" if statement.counted is None else statement.counted.lemma.casefold()


def _add(one: PartsCheck, other: PartsCheck) -> PartsCheck:
    return PartsCheck(one.findings + other.findings, one.checked + other.checked, one.unlike + other.unlike)
