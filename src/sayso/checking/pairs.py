"""Figures held side by side: two values of one stock, a thousand taken for a million, records that are none."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

import msgspec

from sayso.checking.bounds import find_grid, make_fraction
from sayso.checking.entries import Entry, find_modifiers, index_statements, stands_beside
from sayso.checking.explaining import Compared, compare_pairs, make_finding
from sayso.checking.parts import find_disjoint
from sayso.checking.periods import BEGINNING, Stretch
from sayso.checking.rows import Clash, Row
from sayso.checking.subjects import list_subject, may_be_same
from sayso.checking.wording import name_stretch
from sayso.model import Assumption, Finding, FindingKind, Passage, Relation, Statement

SLIPS = (1_000, 1_000_000)
"""Ratios that come of writing thousand for million, million for billion, or nothing for one of them."""
_MIN_DIGITS = 2
"""With one significant digit a ratio of exactly a thousand is too often chance."""
_LENGTH_SLACK = Fraction(1, 10)
"""Periods whose lengths differ by less than a tenth are of one kind: February and March."""
_LOW_WORDS = frozenset({"low", "lows", "lowest", "fewest", "least", "smallest", "minimum"})
_SAME = Stretch(1, 2)
_SAME_THING = Assumption(key="same_thing", words="both count the same thing")
_ONE_DAY = Assumption(key="same_day", words="both totals run up to one day")


def check_stocks(entries: Sequence[Entry], *, most: int) -> Compared:
    """Two values that one source gives for one stock on one day or one total since one day.

    That two totals "since April" are of one day is assumed.

    Args:
        entries: The entries, in a fixed order.
        most: How many findings to list a series.
    """
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        is_open = entry.statement.aspect == "cumulative" and _is_since(entry.statement)
        if (entry.statement.aspect == "stock" or is_open) and entry.is_total:
            key = (entry.series, entry.when, entry.origin, entry.statement.document_id, is_open)
            groups.setdefault(key, []).append(entry)
    pairs = [
        [
            (first, second)
            for first, second in combinations(group, 2)
            if first.statement.passage != second.statement.passage  # a sentence that names two values contrasts them
        ]
        for group in groups.values()
    ]
    return compare_pairs(pairs, _find_second_value, most=most)


def _find_second_value(pair: tuple[Entry, Entry]) -> Finding | None:
    first, second = pair
    clash = find_disjoint(first.statement, second.statement, stretch=_SAME if first.when is None else first.when.outer)
    if clash is None:
        return None
    if _is_since(first.statement):
        clash = clash.assume(_ONE_DAY)
    kind: FindingKind = "unit_slip" if is_slip(first.statement, second.statement) else "two_values"
    return make_finding(kind, clash, statements=index_statements(first, second))


def check_rivals(entries: Sequence[Entry], *, most: int) -> Compared:
    """Two sources of one report with different values for the same, if it is the same.

    Only figures for which different voices are named, in different sentences, with the same time and place named in
    each, are held against each other; that both count the same is the assumption.

    Args:
        entries: The entries, in a fixed order.
        most: How many findings to list a series.
    """
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        statement = entry.statement
        if (
            statement.measure
            and statement.aspect in ("flow", "cumulative")
            and len(statement.attribution.chains[0].hops) > 1
        ):
            key = (entry.series, entry.when, statement.aspect, statement.document_id)
            groups.setdefault(key, []).append(entry)
    told = [entry.statement for entry in entries]
    going_on = {one.passage for one in told if stands_beside(one)}
    pairs = [[pair for pair in combinations(group, 2) if _may_be_rivals(*pair, going_on)] for group in groups.values()]
    return compare_pairs(pairs, _find_rival_value, most=most)


def _may_be_rivals(first: Entry, second: Entry, going_on: Collection[Passage]) -> bool:
    one, two = first.statement.passage, second.statement.passage
    if first.is_total and second.is_total:  # totals are held against each other where sums are checked
        return False
    if first.origin == second.origin or one == two:
        return False
    return one not in going_on and two not in going_on  # "17, and another two": the other voice may tell the sum


def _find_rival_value(pair: tuple[Entry, Entry]) -> Finding | None:
    first, second = pair
    clash = find_disjoint(first.statement, second.statement, stretch=_SAME if first.when is None else first.when.outer)
    if clash is None:
        return None
    return make_finding("two_values", clash.assume(_SAME_THING), statements=index_statements(first, second))


def check_slips(statements: Sequence[Statement]) -> tuple[list[Finding], int]:
    """Pairs of one document that say the same of the same but for a factor of a thousand or a million."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        key = _find_slip_key(statement)
        if key is not None:
            groups.setdefault(key, []).append(statement)
    findings = []
    checked = 0
    subjects = {one.id: list_subject(one) for group in groups.values() for one in group}
    for group in groups.values():
        by_value: dict[Fraction, list[Statement]] = {}
        for statement in group:
            by_value.setdefault(make_fraction(statement.quantity.best or 0), []).append(statement)
        checked += len(by_value) * (len(by_value) - 1) // 2
        for value, smaller in by_value.items():
            for factor in SLIPS:
                pairs = product(smaller, by_value.get(value * factor, ()))
                pair = next((pair for pair in pairs if _may_be_one(*pair) and _tell_alike(*pair, subjects)), None)
                if pair is not None:
                    findings.append(_make_slip(*pair, factor))
    return findings, checked


def check_records(entries: Mapping[str, Entry], relations: Sequence[Relation]) -> tuple[list[Finding], int]:
    """Figures called a record that an earlier figure of the same kind of period exceeds, or undercuts for a low."""
    groups: dict[object, list[Entry]] = {}
    for entry in entries.values():
        if entry.statement.aspect == "flow" and entry.when is not None:
            groups.setdefault(entry.series, []).append(entry)
    findings = []
    checked = 0
    for relation in relations:
        cue = "" if relation.cue is None else relation.cue.exact.casefold()
        if relation.kind != "ranks":
            continue
        is_low = bool(set(cue.split()) & _LOW_WORDS)
        for target in relation.targets:
            record = entries.get(target)
            for earlier in groups.get(record.series, ()) if record is not None else ():
                if record is None or not _are_rivals(record, earlier, is_low=is_low):
                    continue
                checked += 1
                if finding := _find_exceeded(record, earlier, is_low=is_low):
                    findings.append(finding)
    return findings, checked


def is_slip(first: Statement, second: Statement) -> bool:
    """Whether two figures differ by a factor of exactly a thousand or a million."""
    if not first.quantity.best or not second.quantity.best:
        return False
    lower, upper = sorted((make_fraction(first.quantity.best), make_fraction(second.quantity.best)))
    return upper / lower in SLIPS


def _is_since(statement: Statement) -> bool:
    return statement.interval is not None and statement.interval.kind == "since"


def _find_slip_key(statement: Statement) -> tuple[object, ...] | None:
    quantity = statement.quantity
    if quantity.bound != "exact" or not quantity.best or statement.modality in ("denied", "predicted"):
        return None
    value = make_fraction(quantity.best)
    if len(str((value / find_grid(value)).numerator)) < _MIN_DIGITS:
        return None
    if statement.aspect in ("change", "share", "rate"):
        return (statement.document_id, quantity.unit, _find_happening(statement)) if statement.event else None
    if statement.counted is None and not quantity.unit:
        return None  # what is neither counted nor in a unit cannot be known again
    return (statement.document_id, quantity.unit, None if statement.counted is None else statement.counted.lemma)


def _find_happening(statement: Statement) -> tuple[object, ...] | None:
    """What happened to what: by measure and event, what is counted, or what money went on; None where it is unknown."""
    event, counted = statement.event, statement.counted
    spent_on = tuple(one.lemma for one in statement.about) if counted is None else ()
    if (event is None and statement.measure is None) or (counted is None and not spent_on):
        return None
    return (
        statement.measure,
        None if event is None else event.lemma,
        spent_on if counted is None else counted.lemma,
        find_modifiers(statement),
        "flow" if statement.aspect == "cumulative" else statement.aspect,  # the words around decide between the two
        statement.per,
    )


def _tell_alike(first: Statement, second: Statement, subjects: Mapping[str, frozenset[str]]) -> bool:
    """Whether two figures are of one happening by event and noun, or by most words of their sentences."""
    one, two = _find_happening(first), _find_happening(second)
    return (one is not None and one == two) or may_be_same(subjects[first.id], subjects[second.id])


def _may_be_one(first: Statement, second: Statement) -> bool:
    """Whether two figures may be of one time and one place: what one sentence leaves out, the other may say."""
    times, places = ([one(statement) for statement in (first, second)] for one in (_find_own_time, _find_place))
    return all(None in pair or pair[0] == pair[1] for pair in (times, places))


def _find_own_time(statement: Statement) -> tuple[str | None, ...] | None:
    """The time that a figure's own sentence tells; None where it tells none."""
    interval, passage = statement.interval, statement.passage
    if interval is None or interval.span is None:
        return None
    is_own = passage.start <= interval.span.start < passage.end
    return (interval.start, interval.end, interval.kind) if is_own else None


def _find_place(statement: Statement) -> str | None:
    """The place that a figure's own sentence names; None where it names none."""
    place, passage = statement.place, statement.passage
    return None if place is None or not passage.start <= place.start < passage.end else place.name


def _make_slip(smaller: Statement, larger: Statement, factor: int) -> Finding:
    clash = find_disjoint(smaller, larger, stretch=_SAME)
    assert clash is not None, "a factor of a thousand is beyond any rounding"
    assumption = Assumption(key="same_thing", words="both are about the same thing")
    rows = [row._replace(assumptions=(*row.assumptions, assumption)) for row in clash.rows]
    statements = {statement.id: statement for statement in (smaller, larger)}
    finding = make_finding("unit_slip", Clash((rows[0],), (rows[1],)), statements=statements, scope="")
    note = f"The figures are alike but for a factor of exactly {factor:,}, as when thousand and million are mixed up."
    return msgspec.structs.replace(finding, sentence=f"{finding.sentence} {note}")


def _are_rivals(record: Entry, earlier: Entry, *, is_low: bool) -> bool:
    if record.when is None or earlier.when is None or earlier.when.outer.start == BEGINNING:
        return False
    own, other = record.when.outer, earlier.when.outer
    return (
        other.end <= own.start
        and abs(own.days - other.days) <= max(own.days, other.days) * _LENGTH_SLACK
        and (earlier if is_low else record).is_total
    )


def _find_exceeded(record: Entry, earlier: Entry, *, is_low: bool) -> Finding | None:
    more, fewer = (record, earlier) if is_low else (earlier, record)
    low, high = more.reach.low, fewer.reach.high
    if record.when is None or earlier.when is None or low is None or high is None or low <= high:
        return None
    then = name_stretch(earlier.when.outer)
    assumption = Assumption(
        key="record_of_all", words=f"the record takes in what was counted {then}", statement=record.statement.id
    )
    stretch = record.when.outer
    words = "" if is_low else f"already reached {then}"
    least = Row("least", stretch, low, (more.statement.id,), (assumption,), words)
    most = Row("most", stretch, high, (fewer.statement.id,), (), f"no more {then}" if is_low else "")
    return make_finding(
        "record", Clash((least,), (most,)), statements=index_statements(record, earlier), scope="for a record"
    )
