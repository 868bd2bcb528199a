"""Totals and values of one source that do not go together, where the source is named once, or by part of its name."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from sayso.checking.entries import Entry, index_statements, stands_beside, tells_of_incident
from sayso.checking.explaining import Compared, compare_pairs, make_finding
from sayso.checking.parts import find_disjoint
from sayso.checking.periods import BEGINNING
from sayso.checking.rows import Clash, Row
from sayso.checking.subjects import blank_out
from sayso.checking.wording import name_amount
from sayso.model import Assumption, Finding, Statement

_ALIKE = Fraction(7, 10)
"""Share of words that two sentences have in common when one says the other again with another figure."""
_SHORT_DAYS = 1
"""A flow of one day may be held against another of that day."""
_SAME_THING = Assumption(key="same_thing", words="both count the same thing")


def check_falls(entries: Sequence[Entry], *, most: int) -> Compared:
    """Running totals that are lower at a later day, from what may be one source.

    Where only one of two totals has its source named, that it is the other's too is assumed.

    Args:
        entries: The entries, in a fixed order.
        most: How many findings to list a series.
    """
    totals = [one for one in entries if _is_running_total(one)]
    ordered = sorted(totals, key=lambda one: (one.when.outer.end if one.when else 0, one.statement.id))
    return compare_pairs(_pair_up(ordered), _find_fall, most=most)


def _find_fall(pair: tuple[Entry, Entry]) -> Finding | None:
    earlier, later = pair
    if earlier.when is None or later.when is None or earlier.reach.low is None or later.reach.high is None:
        return None
    if earlier.when.outer.end >= later.when.inner.end or earlier.reach.low <= later.reach.high:
        return None
    least = Row("least", earlier.when.outer, earlier.reach.low, (earlier.statement.id,), assume_source(earlier, later))
    most = Row("most", later.when.inner, later.reach.high, (later.statement.id,))
    return make_finding("falling_total", Clash((least,), (most,)), statements=index_statements(earlier, later))


def check_repeats(entries: Sequence[Entry], *, most: int) -> Compared:
    """Sentences that say one another again with another figure for the same day.

    Only what is all there was is held against each other, and what a voice counts in the same words on one day where
    neither sentence tells of an incident or sets itself beside another: two incidents of one day are told alike.

    Args:
        entries: The entries, in a fixed order.
        most: How many findings to list a series.
    """
    going_on = {one.statement.passage for one in entries if stands_beside(one.statement)}
    counts = [one for one in entries if one.is_total and one.statement.aspect in ("cumulative", "stock")]
    counts += [one for one in entries if _may_be_all_of_a_day(one) and one.statement.passage not in going_on]
    return compare_pairs(_pair_up(counts, is_repeat=True), _find_repeat, most=most)


def _may_be_all_of_a_day(entry: Entry) -> bool:
    """Whether a flow may be all there was on its day: counted by a named voice, and of no incident.

    What a codebook measures, as deaths, comes in incidents, of which one day has many.
    """
    statement = entry.statement
    is_named = bool(_list_names(statement)) and statement.attribution.chains[0].hops[-1].link == "stated"
    is_short = entry.when is not None and entry.when.outer.days <= _SHORT_DAYS
    is_single = statement.measure is None and not tells_of_incident(statement)
    return statement.aspect == "flow" and is_named and is_short and is_single


def _find_repeat(pair: tuple[Entry, Entry]) -> Finding | None:
    first, second = pair
    if first.when is None:
        return None
    clash = find_disjoint(first.statement, second.statement, stretch=first.when.outer)
    if clash is None:
        return None
    clash = clash.assume(_SAME_THING, *assume_source(first, second))
    return make_finding("two_values", clash, statements=index_statements(first, second))


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


def _pair_up(entries: Sequence[Entry], *, is_repeat: bool = False) -> Iterator[list[tuple[Entry, Entry]]]:
    """Pairs of figures for one thing, by thing; those of one sentence are a contrast and left out.

    Where the names do not say that both are of one source, the sentences must be alike: one place has many tolls.

    Args:
        entries: The figures.
        is_repeat: Whether the sentences must be alike in any case, and of one time and aspect.
    """
    groups: dict[object, list[Entry]] = {}
    for entry in entries:
        if entry.series.place and (entry.when is not None or not is_repeat):
            own = (entry.when, entry.statement.aspect) if is_repeat else None
            groups.setdefault((entry.statement.document_id, entry.series.bare, own), []).append(entry)
    for group in groups.values():
        words = {one.statement.id: _list_words(one.statement) for one in group}
        yield [
            (first, second)
            for first, second in combinations(group, 2)
            if first.statement.passage != second.statement.passage
            and may_be_one_source(first, second)
            and (
                (first.origin == second.origin and not is_repeat)
                or _are_alike(words[first.statement.id], words[second.statement.id], is_bare=_is_bare(first))
            )
        ]


def _is_bare(entry: Entry) -> bool:
    return entry.statement.measure is None and entry.statement.event is None


def _are_alike(one: set[str], two: set[str], *, is_bare: bool) -> bool:
    shared = len(one & two)
    return shared >= (_LEAST_WORDS if is_bare else 1) and shared >= _ALIKE * max(len(one), len(two))


def _list_words(statement: Statement) -> set[str]:
    """The words of a sentence that say what is counted: not when, nor by whom it is told."""
    left = blank_out(statement)
    words = "".join(sign if sign.isalpha() else " " for sign in left.casefold()).split()
    return set(words) - _FILLERS


_FILLERS = frozenset(
    """a an the of in on at by to as and that there was were is are be been being had has have it its said says
    according told reported figures data numbers statistics showed show report statement""".split()
)
"""Words that are in most sentences, or only say that something was said."""
_LEAST_WORDS = 3
"""What a state without an event is compared by; fewer may be the noun and the place alone."""


def _list_names(statement: Statement) -> list[str]:
    hops = statement.attribution.chains[0].hops[1:]
    return [hop.agent.casefold() for hop in hops if hop.agent]
