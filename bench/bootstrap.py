"""Uncertainty: what every item adds in, a 90 % interval of a metric out, the same on every run."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from bench.tallies import Addend, MetricKind, add_up, rate

DRAWS = 1000
"""Resamples; the ends of a 90 % interval then rest on the 50 values beyond each."""

SEED = "sayso.bench.v1"
"""Seeds the generator. ``random.Random`` hashes a string with SHA-512, so it is the same in every process."""


class Range(NamedTuple):
    """Ends of an interval; None where no resample gave a value."""

    low: float | None
    high: float | None


def draw_weights(count: int, *, draws: int = DRAWS) -> list[list[int]]:
    """How often each of ``count`` items is drawn in each resample (with replacement, as many as there are)."""
    generator = random.Random(SEED)
    resamples = []
    for _ in range(draws):
        weights = [0] * count
        for _ in range(count):
            weights[int(generator.random() * count)] += 1
        resamples.append(weights)
    return resamples


def bootstrap_range(kind: MetricKind, addends: Sequence[Addend], resamples: Sequence[Sequence[int]]) -> Range:
    """The 5th and the 95th percentile of a metric over resamples of the items.

    Items are drawn whole (an article, an incident), because the figures of one article go wrong together.
    A resample with nothing to judge is left out.

    Args:
        kind: How sums become the metric.
        addends: What each item adds to the metric.
        resamples: From ``draw_weights(len(addends))``.

    Returns:
        The percentiles, by nearest rank.

    Source:
        Efron & Tibshirani (1993), An Introduction to the Bootstrap, 13.3 (the percentile interval).
    """
    values = []
    for weights in resamples:
        value = rate(kind, add_up(kind, addends, weights))
        if value is not None:
            values.append(value)
    if not values:
        return Range(None, None)
    values.sort()
    return Range(values[_rank(0.05, len(values))], values[_rank(0.95, len(values))])


def _rank(share: float, count: int) -> int:
    return min(count - 1, max(0, round(share * count) - 1))
