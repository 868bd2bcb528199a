"""Counting: right, found and gold answers of one item in, a metric over many items out."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

from bench.data import Item

MetricKind = Literal["f1", "share"]


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


Tally = Mapping[str, Counts]
"""The counts of one item, by metric."""


class Metric(NamedTuple):
    """A metric: its name, and how its counts become one number.

    Attributes:
        name: As printed, never changed: figures must stay comparable for years.
        kind: ``f1``: 2 right / (found + gold), the harmonic mean of precision and recall over all items together
            (micro-average). ``share``: right / gold, that is recall or accuracy.
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
    judge: Callable[[Item], Tally]


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


def rate(kind: MetricKind, counts: Counts) -> float | None:
    """The metric that counts give, 0 to 1; None where there is nothing to judge.

    Examples:
        >>> rate("f1", Counts(right=2, found=3, gold=5))
        0.5
        >>> rate("share", Counts(right=2, found=0, gold=5))
        0.4
        >>> rate("f1", Counts()) is None
        True
    """
    below = counts.found + counts.gold if kind == "f1" else counts.gold
    if below == 0:
        return None
    return (2 * counts.right if kind == "f1" else counts.right) / below


def one_if(is_right: bool) -> Counts:
    """The counts of a single question that was answered right or wrong."""
    return Counts(right=int(is_right), found=1, gold=1)
