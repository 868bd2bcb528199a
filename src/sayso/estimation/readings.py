"""From chosen statements to the readings of a topic: which months each figure counts, and whose biases it carries."""

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from sayso.estimation.cells import make_cells
from sayso.estimation.draws import World
from sayso.estimation.months import count_periods, first_of, month_of, share_months, to_day
from sayso.estimation.normal import Array
from sayso.estimation.problems import Bias, Cell, Site, Topic
from sayso.estimation.selecting import Choice
from sayso.estimation.sources import list_hops, list_sources, make_bias, name_source
from sayso.model import Hop, Policy, Relation, Statement

COMMON = "all sources"
MAX_WORLDS = 16
_WHOLE_DAYS = 28
"""A flow over at least this long is taken for all of that time; over less, for one incident in it."""
_RECENT_DAYS = 92
_UP_TO_DATE_DAYS = 7
_RECORD_SPREAD = 0.3
_INCIDENT = re.compile(
    r"\b(?:a|an|the|this|that|one|same|twin)\s+(?:[\w-]+\s+){0,3}?(?:attack|bombing|blast|explosion|strike|raid|ambush|"
    r"shooting|massacre|crash|collision|accident|incident|fire|earthquake|quake|flood|storm|landslide|clash|stampede)\b",
    re.IGNORECASE,
)


class Frame(NamedTuple):
    """The grid of months: the first one, and how many."""

    first: int
    months: int


class Option(NamedTuple):
    """One way to read when a figure is about: words for it, days, and how likely before anything is known."""

    words: str
    start: int
    end: int
    share: float


class Reading(NamedTuple):
    """A reading of all figures: what was chosen, and the topic that follows."""

    choices: tuple[str, ...]
    world: World


def list_options(statement: Statement, policy: Policy, earliest: int | None) -> list[Option]:
    """The ways to read when a figure is about.

    Args:
        statement: A statement that has an end.
        policy: How likely readings of rates are.
        earliest: The first day that any figure is about; None when none tells.
    """
    interval = statement.interval
    assert interval is not None
    assert interval.end is not None
    end = to_day(interval.end)
    if interval.start is None:
        return _list_rate_options(end, policy, earliest)
    start = to_day(interval.start)
    if statement.aspect == "cumulative" and interval.kind == "since" and interval.end_precision != "day":
        full = first_of(month_of(end - _UP_TO_DATE_DAYS))
        if start < full < end:
            return [Option("up to the last full month", start, full, 0.5), Option("up to the report", start, end, 0.5)]
    return [Option("", start, end, 1.0)]


def _list_rate_options(end: int, policy: Policy, earliest: int | None) -> list[Option]:
    year = first_of(12 * (month_of(end - 1) // 12))
    starts = {"this_year": year, "last_three_months": first_of(month_of(end - _RECENT_DAYS)), "whole_time": earliest}
    named = {"this_year": "in this year", "last_three_months": "in the last three months", "whole_time": "all the time"}
    found: dict[int, Option] = {}
    for reading in policy.rate_readings:
        start = starts[reading.key]
        if start is not None and start < end and start not in found:
            found[start] = Option(named[reading.key], start, end, reading.share)
    total = sum(option.share for option in found.values())
    return [option._replace(share=option.share / total) for option in found.values()]


def make_readings(
    chosen: Sequence[Choice], relations: Sequence[Relation], policy: Policy, *, frame: Frame, has_common: bool
) -> list[Reading]:
    """The readings of the chosen statements, at most 16, the likeliest.

    Args:
        chosen: Statements that are used, in the order of their ids.
        relations: How they hang together.
        policy: The priors.
        frame: The grid of months.
        has_common: Whether all sources share a bias, too.
    """
    earliest = find_earliest(chosen)
    options = [list_options(choice.statement, policy, earliest) for choice in chosen]
    biases = make_biases(chosen, relations, policy, has_common=has_common)
    combined = sorted(_combine(options), key=lambda pair: (-pair[0], pair[1]))[:MAX_WORLDS]
    total = sum(share for share, _ in combined)
    readings = []
    for share, places in combined:
        picked = [own[place] for own, place in zip(options, places, strict=True)]
        sites = _make_sites(chosen, picked, relations, policy, frame=frame)
        if has_common:
            sites = [site if site.is_record else site._replace(agents=(*site.agents, (COMMON, 1.0))) for site in sites]
        words = tuple(
            f"{choice.statement.id}: {option.words}"
            for choice, option in zip(chosen, picked, strict=True)
            if option.words
        )
        topic = Topic(tuple(sites), biases, find_centre(sites, biases, policy), frame.months)
        readings.append(Reading(words, World(topic, math.log(share / total))))
    return readings


def _combine(options: Sequence[Sequence[Option]]) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Shares and places of combinations; only the first few figures with several readings vary, the rest take the first."""
    sizes, product = [], 1
    for own in options:
        size = len(own) if product * len(own) <= 4 * MAX_WORLDS else 1
        product *= size
        sizes.append(size)
    for places in itertools.product(*(range(size) for size in sizes)):
        yield math.prod(own[place].share for own, place in zip(options, places, strict=True)), places


def find_earliest(chosen: Sequence[Choice]) -> int | None:
    """The first day that any figure with a stated start is about."""
    starts = [choice.statement.interval.start for choice in chosen if choice.statement.interval]
    days = [to_day(start) for start in starts if start is not None]
    return min(days) if days else None


def find_centre(sites: Sequence[Site], biases: Sequence[Bias], policy: Policy) -> float:
    """The middle of the monthly rates that reports imply, as a logarithm."""
    means = {bias.name: bias.mean for bias in biases if bias.kind == "measure"}
    rates = []
    for site in sites:
        ends = [end for end in (site.cells[0].low, site.cells[0].high) if math.isfinite(end)]
        if not site.is_record and ends and site.whole.sum() > 0:
            offset = sum(means.get(name, 0.0) for name, _ in site.agents)
            rates.append(sum(ends) / len(ends) - math.log(float(site.whole.sum())) - offset)
    return float(np.median(rates)) if rates else math.log(policy.rate_without_reports)


def make_biases(
    chosen: Sequence[Choice], relations: Sequence[Relation], policy: Policy, *, has_common: bool
) -> tuple[Bias, ...]:
    """The biases of all sources, measures and doubts involved, in the order of their names."""
    hops: dict[str, list[Hop]] = {}
    found: dict[str, Bias] = {}
    denied = {name for relation in relations if relation.kind == "denies" for name in relation.targets}
    doubted = {name: denied & _ids_of(chosen, name) for choice in chosen for name in list_sources(choice.statement)}
    for choice in chosen:
        for hop in list_hops(choice.statement):
            hops.setdefault(name_source(hop), []).append(hop)
        if choice.link is not None:
            bias = make_measure_bias(choice, policy)
            found[bias.name] = bias
        for name, kind in list_doubts(choice.statement, relations):
            prior = policy.doubts[kind]  # type: ignore[index]  # directions of relations are kinds of doubt
            found[name] = Bias(name, "doubt", prior.mean, max(prior.spread, 1e-6))
    for name, targets in doubted.items():
        found[name] = make_bias(name, hops.get(name, []), policy, is_denied=bool(targets))
    if has_common:
        found[COMMON] = Bias(COMMON, "common", policy.common.mean, policy.common.spread)
    return tuple(found[name] for name in sorted(found))


def make_measure_bias(choice: Choice, policy: Policy) -> Bias:
    """How many of the statement's measure there are for one of the measure asked for."""
    link = choice.link
    assert link is not None
    ratio = link.best or math.sqrt((link.low or link.high or 1) * (link.high or link.low or 1))
    spread = policy.measure_ratio.spread
    if link.low and link.high and link.low < link.high:
        spread = math.log(link.high / link.low) / (2 * 1.645)
    return Bias(f"{choice.statement.measure} for each {link.measure}", "measure", math.log(ratio), spread)


def list_doubts(statement: Statement, relations: Sequence[Relation]) -> list[tuple[str, str]]:
    """The doubts about a statement: name and kind."""
    found = {
        (f"said to be {relation.direction} by {relation.by or 'the report'}", relation.direction)
        for relation in relations
        if relation.kind == "doubts" and relation.direction and statement.id in relation.targets
    }
    return sorted((name, str(kind)) for name, kind in found)


def _ids_of(chosen: Sequence[Choice], source: str) -> set[str]:
    return {choice.statement.id for choice in chosen if source in list_sources(choice.statement)}


def _make_sites(
    chosen: Sequence[Choice], picked: Sequence[Option], relations: Sequence[Relation], policy: Policy, *, frame: Frame
) -> list[Site]:
    sites = []
    records = {
        name for one in relations if one.kind == "ranks" and one.direction != "understated" for name in one.targets
    }
    for choice, option in zip(chosen, picked, strict=True):
        statement = choice.statement
        agents = [(name, 1.0) for name in list_sources(statement)]
        agents += [(name, 1.0) for name, _ in list_doubts(statement, relations)]
        if choice.link is not None:
            agents.append((make_measure_bias(choice, policy).name, 1.0))
        whole, cells = _place(statement, option, policy, frame)
        top = cells[0].high
        count = math.exp(top) if math.isfinite(top) and math.exp(top) < policy.few else None
        sites.append(Site(statement.id, whole, cells, tuple(agents), 1.0, count))
        if statement.id in records and statement.aspect == "flow" and choice.link is None:
            record = _make_record(statement, option, frame)
            sites += [record] if record is not None else []
    return sites


def is_whole(statement: Statement, option: Option) -> bool:
    """Whether a figure tells all there was in its time, and not perhaps one incident of several."""
    if statement.aspect != "flow":
        return True
    return option.end - option.start >= _WHOLE_DAYS and not _INCIDENT.search(statement.passage.exact)


def _place(statement: Statement, option: Option, policy: Policy, frame: Frame) -> tuple[Array, tuple[Cell, ...]]:
    cells = make_cells(statement, policy)
    assert cells is not None  # selection has left out what names no number
    shares = share_months(option.start, option.end, first=frame.first, months=frame.months)
    if not is_whole(statement, option):
        low = min(cell.low for cell in cells)
        return (shares > 0).astype(np.float64), (Cell(low, math.inf, 1.0),)
    if statement.aspect == "rate":
        periods = count_periods(shares, option.start, option.end, statement.per or "")
        assert periods  # as above
        shares = shares / periods
    return shares, cells


def _make_record(statement: Statement, option: Option, frame: Frame) -> Site | None:
    """A month told to be the highest so far, held against each month before."""
    whole = share_months(option.start, option.end, first=frame.first, months=frame.months)
    first = int(np.flatnonzero(whole)[0])
    if first == 0:
        return None
    base = np.zeros(frame.months)
    base[:first] = 1.0
    return Site(
        f"{statement.id} record", whole / whole.sum(), (Cell(0.0, math.inf, 1.0),), (), _RECORD_SPREAD, None, base, True
    )
