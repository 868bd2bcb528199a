"""Counting: right, found and gold answers of one item in, a metric over many items out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt
from operator import mul
from typing import Literal, NamedTuple

from bench.data import Item

MetricKind = Literal["f1", "share", "mae", "r"]

LOWER_IS_BETTER: frozenset[MetricKind] = frozenset(["mae"])
"""The kinds that measure errors."""

_ROUNDING = 1e-9
"""How much of a sum of squares may be left as a spread by rounding alone: numbers that are all the same have none."""

_PAIRED: frozenset[MetricKind] = frozenset(["mae", "r"])


class Counts(NamedTuple):
    """What one item adds to one metric.

    Attributes:
        right: Answers that are right.
        found: Answers given; not used by a ``share``.
        gold: Answers that were to be given.
    """

    right: int = 0
    found: int = 0
    gold: int = 0


class Pairs(NamedTuple):
    """What one item adds to a metric of numbers against numbers: sums, which add up over items as counts do.

    Attributes:
        gold: Pairs of a gold number and a given one.
        x: Sum of the gold numbers.
        y: Sum of the given ones.
        xx: Sum of the squares of the gold numbers.
        yy: Sum of the squares of the given ones.
        xy: Sum of the products.
        off: Sum of the distances.
    """

    gold: int = 0
    x: float = 0.0
    y: float = 0.0
    xx: float = 0.0
    yy: float = 0.0
    xy: float = 0.0
    off: float = 0.0


Addend = Counts | Pairs
"""What adds up over items."""

Tally = Mapping[str, Counts]
"""The counts of one item, by metric."""

AnyTally = Mapping[str, Addend]
"""What one item adds, by metric."""


class Metric(NamedTuple):
    """A metric: its name, and how its counts become one number.

    Attributes:
        name: As printed, never changed: figures must stay comparable for years.
        kind: ``f1``: 2 right / (found + gold), the harmonic mean of precision and recall over all items together
            (micro-average). ``share``: right / gold, that is recall or accuracy. ``mae``: the mean distance of the
            given numbers from the gold ones, where lower is better. ``r``: their correlation by Pearson.
    """

    name: str
    kind: MetricKind


class BenchSet(NamedTuple):
    """A set of labelled data with its scorer.

    Attributes:
        name: The folder's name.
        metrics: What is printed, in this order.
        load: The items, at most so many; an item is what the bootstrap draws (an article, an incident, a sentence).
        judge: One item in, its counts out; calls the library once.
    """

    name: str
    metrics: tuple[Metric, ...]
    load: Callable[[int | None], list[Item]]
    judge: Callable[[Item], AnyTally]


def add_counts(counts: Iterable[Counts]) -> Counts:
    """The sum.

    Examples:
        >>> add_counts([Counts(1, 2, 3), Counts(1, 1, 1)])
        Counts(right=2, found=3, gold=4)
    """
    right = found = gold = 0
    for one in counts:
        right, found, gold = right + one.right, found + one.found, gold + one.gold
    return Counts(right, found, gold)


def add_up(kind: MetricKind, addends: Sequence[Addend], weights: Sequence[int] | None = None) -> Addend:
    """The sum of what items add to a metric, each as often as its weight says, once without weights.

    Examples:
        >>> add_up("share", [Counts(1, 1, 2), Counts(0, 1, 3)], weights=[2, 1])
        Counts(right=2, found=3, gold=7)
    """
    columns = zip(*addends, strict=True)
    sums = [sum(column) if weights is None else sum(map(mul, weights, column)) for column in columns]
    if kind in _PAIRED:
        return Pairs(int(sums[0]), *sums[1:]) if sums else Pairs()
    return Counts(*map(int, sums))


def nothing(kind: MetricKind) -> Addend:
    """What an item adds that holds nothing to judge."""
    return add_up(kind, [])


def rate(kind: MetricKind, total: Addend) -> float | None:
    """The metric that sums give; None where there is nothing to judge, or an ``r`` of numbers that are all the same.

    Examples:
        >>> rate("f1", Counts(right=2, found=3, gold=5))
        0.5
        >>> rate("share", Counts(right=2, found=0, gold=5))
        0.4
        >>> rate("f1", Counts()) is None
        True
        >>> rate("mae", pair_up([3, -3], [2, -1]))
        1.5
    """
    if isinstance(total, Pairs):
        if total.gold == 0:
            return None
        return total.off / total.gold if kind == "mae" else _correlation(total)
    below = total.found + total.gold if kind == "f1" else total.gold
    if below == 0:
        return None
    return (2 * total.right if kind == "f1" else total.right) / below


def pair_up(gold: Sequence[float], given: Sequence[float]) -> Pairs:
    """The sums of gold numbers and the given ones, in the same order.

    Raises:
        ValueError: There are more of one than of the other.

    Examples:
        >>> pair_up([3, -1], [2, 0])
        Pairs(gold=2, x=2, y=2, xx=10, yy=4, xy=6, off=2)
    """
    pairs = list(zip(gold, given, strict=True))
    return Pairs(
        gold=len(pairs),
        x=sum(gold),
        y=sum(given),
        xx=sum(x * x for x in gold),
        yy=sum(y * y for y in given),
        xy=sum(x * y for x, y in pairs),
        off=sum(abs(x - y) for x, y in pairs),
    )


def _correlation(total: Pairs) -> float | None:
    n, x, y, xx, yy, xy, _ = total
    spread_x, spread_y = n * xx - x * x, n * yy - y * y
    if spread_x <= _ROUNDING * n * xx or spread_y <= _ROUNDING * n * yy:
        return None
    return max(-1.0, min(1.0, (n * xy - x * y) / sqrt(spread_x * spread_y)))


def one_if(is_right: bool) -> Counts:
    """The counts of a single question that was answered right or wrong."""
    return Counts(right=int(is_right), found=1, gold=1)
