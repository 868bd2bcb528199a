"""Weighted draws in; quantiles, totals and what chance in drawing makes of a middle out."""

import numpy as np

from sayso.estimation.draws import Sample
from sayso.estimation.normal import Array
from sayso.model import Spread

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


def find_quantiles(values: Array, weight: Array, at: tuple[float, ...] = QUANTILES) -> Array:
    """Quantiles of weighted values, interpolated between the middles of neighbouring weights."""
    order = np.argsort(values, kind="stable")
    held, share = values[order], weight[order]
    middle = np.cumsum(share) - share / 2
    return np.interp(at, middle, held)


def make_spread(logs: Array, weight: Array) -> Spread:
    """The spread of values whose logarithms are given."""
    low, lower, best, upper, high = (float(value) for value in np.exp(find_quantiles(logs, weight)))
    return Spread(low=low, lower=lower, best=best, upper=upper, high=high)


def make_prior_spread(mean: float, spread: float) -> Spread:
    """The spread of a factor whose logarithm is normal."""
    marks = [
        mean + spread * point
        for point in (-1.6448536269514722, -0.6744897501960817, 0.0, 0.6744897501960817, 1.6448536269514722)
    ]
    low, lower, best, upper, high = (float(np.exp(mark)) for mark in marks)
    return Spread(low=low, lower=lower, best=best, upper=upper, high=high)


def total_log(sample: Sample, shares: Array) -> Array:
    """The logarithm of the total over months of which so much counts, for each draw."""
    top = sample.z.max(axis=1, keepdims=True)
    total: Array = np.log(np.maximum(np.exp(sample.z - top) @ shares, 1e-300)) + top[:, 0]
    return total


def find_sd(values: Array, weight: Array) -> float:
    """The standard deviation of weighted values."""
    mean = float(values @ weight)
    return float(np.sqrt(max(0.0, float((values - mean) ** 2 @ weight))))


def find_median(values: Array, weight: Array) -> float:
    """The middle of weighted values."""
    return float(find_quantiles(values, weight, (0.5,))[0])


def find_chance(values: Array, sample: Sample) -> float:
    """What chance in drawing makes of a middle, as a standard deviation.

    Source:
        The median of a normal sample has 1.2533 times the standard error of its mean.
    """
    return 1.2533 * find_sd(values, sample.weight) / float(np.sqrt(sample.ess))
