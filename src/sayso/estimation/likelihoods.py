"""How likely reports are: what they would say without noise in, log likelihoods and their slopes out."""

from typing import NamedTuple

import numpy as np

from sayso.estimation.normal import LOG_ROOT_TAU, Array, log_interval
from sayso.estimation.problems import RECORD_POWER, Batch, Scale

_TINY = 1e-300
_NARROW = 1e-6


class Means(NamedTuple):
    """What sites would report without noise, and its slopes in the months and the biases."""

    eta: Array
    by_month: Array
    by_agent: Array


class Slopes(NamedTuple):
    """Log likelihoods with first and minus second derivative in what is reported, each (rows, sites)."""

    value: Array
    first: Array
    curvature: Array


def find_means(batch: Batch, z: Array, b: Array) -> Means:
    """What sites would report where the months are ``z`` and the biases ``b``, both one per row."""
    whole, slope = _log_sum(batch.whole, z, 1.0)
    eta = whole + (batch.agents @ b[:, :, None])[:, :, 0]
    for weights, power in ((batch.base, 1.0), (batch.peak, RECORD_POWER)):
        if weights.any():
            part, part_slope = _log_sum(weights, z, power)
            has_part = weights.max(axis=2) > 0
            eta = eta - np.where(has_part, part, 0.0)
            slope = slope - np.where(has_part[:, :, None], part_slope, 0.0)
    return Means(eta * batch.is_there, slope * batch.is_there[:, :, None], batch.agents)


def find_etas(batch: Batch, z: Array, b: Array) -> Array:
    """The same for many draws of each row, without slopes: ``z`` is (rows, draws, months); out (rows, draws, sites)."""
    eta = _log_sums(batch.whole, z, 1.0) + b @ batch.agents.transpose(0, 2, 1)
    for weights, power in ((batch.base, 1.0), (batch.peak, RECORD_POWER)):
        if weights.any():
            has_part = weights.max(axis=2)[:, None, :] > 0
            eta = eta - np.where(has_part, _log_sums(weights, z, power), 0.0)
    found: Array = eta * batch.is_there[:, None, :]
    return found


def find_slopes(batch: Batch, eta: Array, sigma: Array, scale: Scale) -> Slopes:
    """Log likelihoods of all sites with their derivatives; ``eta`` and ``sigma`` are (rows, sites)."""
    parts = []
    for factor, share in ((1.0, 1 - scale.outliers), (scale.outlier_factor, scale.outliers)):
        wide = (factor * sigma)[:, :, None]
        low, high = (batch.low - eta[:, :, None]) / wide, (batch.high - eta[:, :, None]) / wide
        chance = log_interval(low, high)
        first, second = _differentiate(low, high, chance)
        parts.append((chance + batch.log_weight + np.log(share), first / wide, second / wide**2))
    logs, firsts, seconds = (np.concatenate(part, axis=2) for part in zip(*parts, strict=True))
    value = _log_total(logs)
    weight = np.exp(logs - np.where(np.isfinite(value), value, 0.0)[:, :, None])
    slope = (weight * firsts).sum(axis=2)
    bend = (weight * seconds).sum(axis=2) - slope**2
    there = batch.is_there
    return Slopes(np.where(there > 0, value, 0.0), slope * there, -bend * there)


def find_log_likelihoods(batch: Batch, eta: Array, sigma: Array, scale: Scale) -> Array:
    """Log likelihoods of all sites for draws: ``eta`` is (rows, draws, sites), ``sigma`` (rows, sites)."""
    total: Array = np.full(eta.shape, -np.inf)
    for factor, share in ((1.0, 1 - scale.outliers), (scale.outlier_factor, scale.outliers)):
        wide = (factor * sigma)[:, None, :]
        for cell in range(batch.low.shape[2]):
            used = np.flatnonzero(np.isfinite(batch.log_weight[:, :, cell]).any(axis=0))
            low = (batch.low[:, None, used, cell] - eta[:, :, used]) / wide[:, :, used]
            high = (batch.high[:, None, used, cell] - eta[:, :, used]) / wide[:, :, used]
            part = log_interval(low, high) + batch.log_weight[:, None, used, cell] + np.log(share)
            total[:, :, used] = np.logaddexp(total[:, :, used], part)
    found: Array = np.where(batch.is_there[:, None, :] > 0, total, 0.0)
    return found


def _log_total(logs: Array) -> Array:
    top = logs.max(axis=-1, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        total: Array = np.log(np.exp(logs - top).sum(axis=-1)) + top[..., 0]
    return total


def _differentiate(low: Array, high: Array, chance: Array) -> tuple[Array, Array]:
    """First derivative of a log chance, and second derivative of the chance itself over the chance, both in eta."""
    with np.errstate(over="ignore"):
        at_low = np.exp(np.minimum(-0.5 * low**2 - LOG_ROOT_TAU - chance, 600.0))
        at_high = np.exp(np.minimum(-0.5 * high**2 - LOG_ROOT_TAU - chance, 600.0))
    first = at_low - at_high
    low_end, high_end = np.where(np.isfinite(low), low, 0.0), np.where(np.isfinite(high), high, 0.0)
    second = low_end * at_low - high_end * at_high
    narrow = high - low < _NARROW
    if narrow.any():
        middle = 0.5 * (low_end + high_end)
        first = np.where(narrow, middle, first)
        second = np.where(narrow, middle**2 - 1, second)
    return first, second


def _log_sum(weights: Array, z: Array, power: float) -> tuple[Array, Array]:
    top = z.max(axis=1, keepdims=True)
    grown = np.exp(power * (z - top))
    parts = weights * grown[:, None, :]
    total = np.maximum(parts.sum(axis=2), _TINY)
    return np.log(total) / power + top, parts / total[:, :, None]


def _log_sums(weights: Array, z: Array, power: float) -> Array:
    top = z.max(axis=2, keepdims=True)
    grown = np.exp(power * (z - top))
    found: Array = np.log(np.maximum(grown @ weights.transpose(0, 2, 1), _TINY)) / power + top
    return found
