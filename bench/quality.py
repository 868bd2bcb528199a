"""Quality: names of sets in, a row for each metric out, the same on every run and with any number of processes."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import NamedTuple

from bench.bootstrap import bootstrap_range, draw_weights
from bench.data import FILES, Item
from bench.sets import SETS
from bench.tallies import AnyTally, BenchSet, add_up, nothing, rate

DIGITS = 4
"""Decimals of a printed value: enough to see one figure in five thousand."""


class UnknownSetError(LookupError):
    """No scorer of that name."""


class Row(NamedTuple):
    """A metric as printed.

    Attributes:
        set: The set.
        metric: The metric.
        value: 0 to 1, an error from 0 up, a correlation from -1 to 1; None where there is nothing to judge.
        low: 5th percentile over resampled items.
        high: 95th percentile.
        n: Gold answers judged.
    """

    set: str
    metric: str
    value: float | None
    low: float | None
    high: float | None
    n: int


def choose_sets(names: Sequence[str]) -> list[BenchSet]:
    """The scorers of these names, in the order given; ``all`` stands for every one.

    Raises:
        UnknownSetError: No such set, or one whose scorer is still to be written.
    """
    chosen: dict[str, BenchSet] = {}
    for name in names:
        if name == "all":
            chosen |= SETS
        elif name in SETS:
            chosen[name] = SETS[name]
        elif name in FILES:
            raise UnknownSetError(f"{name!r} has no scorer yet, though its data is known; scorers: {', '.join(SETS)}")
        else:
            raise UnknownSetError(f"expected one of {', '.join(SETS)} or all, found {name!r}")
    return list(chosen.values())


def measure(bench_set: BenchSet, *, limit: int | None = None, jobs: int = 1) -> list[Row]:
    """Read a set through sayso and judge what comes out.

    Args:
        bench_set: The set.
        limit: At most so many items; None takes all.
        jobs: Processes to read with; the rows do not depend on it.

    Raises:
        MissingDataError: The set is not on this machine.
    """
    items = bench_set.load(limit)
    return summarize(bench_set, count_items(bench_set, items, jobs=jobs))


def summarize(bench_set: BenchSet, tallies: Sequence[AnyTally]) -> list[Row]:
    """The rows that the counts of all items give."""
    resamples = draw_weights(len(tallies))
    rows = []
    for metric in bench_set.metrics:
        addends = [tally.get(metric.name, nothing(metric.kind)) for tally in tallies]
        total = add_up(metric.kind, addends)
        low, high = bootstrap_range(metric.kind, addends, resamples)
        value = rate(metric.kind, total)
        rows.append(Row(bench_set.name, metric.name, _rounded(value), _rounded(low), _rounded(high), total.gold))
    return rows


def count_items(bench_set: BenchSet, items: Sequence[Item], *, jobs: int = 1) -> list[AnyTally]:
    """The counts of every item, in item order.

    Raises:
        Exception: Whatever the library raises, with the item's id noted: a benchmark hides no crash.
    """
    numbered = [(bench_set.name, item) for item in items]
    if jobs == 1:
        return [_count(one) for one in numbered]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(_count, numbered, chunksize=8))


def _count(named: tuple[str, Item]) -> AnyTally:
    name, item = named
    try:
        return SETS[name].judge(item)
    except Exception as err:
        err.add_note(f"while measuring {name}, item {item.get('id')}")
        raise


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
