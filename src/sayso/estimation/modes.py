"""The most likely months and biases for each row of a batch: Gauss-Newton in the space of the reports."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.estimation.likelihoods import Means, Slopes, find_means, find_slopes
from sayso.estimation.normal import Array
from sayso.estimation.problems import Batch, Scale

_ROUNDS = 25
_TRIES = 7
_SHRINK = 2.5
_LEAST_CURVATURE = 0.02
"""Of 1 / s^2: a bound, or an outlier, is nearly flat, and a step along it must stay finite."""
_SETTLED = 1e-5
_LADDER = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
_FALL = 2.0
_FLATTEST = 1e-4


class Shared(NamedTuple):
    """The shared parameters of each row: walk and noise spreads, and the spread of each agent's bias."""

    level: float
    walk: Array
    noise: Array
    tau: Array

    def take(self, rows: NDArray[np.intp]) -> "Shared":
        """Some rows, in this order."""
        return Shared(self.level, self.walk[rows], self.noise[rows], self.tau[rows])


class Mode(NamedTuple):
    """Where the posterior of each row is highest, and what draws around it need.

    Attributes:
        z: Months: (rows, months).
        b: Biases: (rows, agents).
        log_prior: Of the mode, without its constant.
        slopes: By month and by agent: J of each site.
        curvature: Of each site, never too small.
        bulk: The same over as far as the report allows, which is further than the curvature tells where it only bounds.
        spread_z: Prior covariance times J transposed, months: (rows, months, sites).
        spread_b: The same for biases.
        joint: J C J transposed: (rows, sites, sites).
    """

    z: Array
    b: Array
    log_prior: Array
    slopes: Means
    curvature: Array
    bulk: Array
    spread_z: Array
    spread_b: Array
    joint: Array


def find_modes(batch: Batch, shared: Shared, scale: Scale) -> Mode:
    """The mode of each row.

    Args:
        batch: A row for each topic and point of the shared parameters.
        shared: The shared parameters of the rows.
        scale: The priors.
    """
    rows, _, months = batch.whole.shape
    z = np.broadcast_to(batch.centre[:, None], (rows, months)).copy()
    b = batch.mean.copy()
    sigma = shared.noise[:, None] * batch.spread
    value = np.full(rows, -np.inf)
    moving = np.arange(rows)
    for _ in range(_ROUNDS):
        part, held = batch.take(moving), shared.take(moving)
        at = (z[moving], b[moving])
        means = find_means(part, *at)
        slopes = find_slopes(part, means.eta, sigma[moving], scale)
        here = slopes.value.sum(axis=1) - 0.5 * measure(part, held, *at)
        step = _propose(part, held, at, means, (slopes, sigma[moving]))
        z[moving], b[moving], value[moving] = _track_back(part, held, at, step, (here, sigma[moving], scale))
        moving = moving[value[moving] - here > _SETTLED]
        if not moving.size:
            break
    means = find_means(batch, z, b)
    slopes = find_slopes(batch, means.eta, sigma, scale)
    curvature = _curve(batch, slopes, sigma)
    bulk = np.minimum(curvature, _find_bulk(batch, means.eta, slopes, sigma, scale))
    spread_z, spread_b, joint = spread_prior(shared, means)
    return Mode(z, b, -0.5 * measure(batch, shared, z, b), means, curvature, bulk, spread_z, spread_b, joint)


def measure(batch: Batch, shared: Shared, z: Array, b: Array) -> Array:
    """How far months and biases lie from their prior centre: the squared distance in prior spreads."""
    start = (z[:, 0] - batch.centre) / shared.level
    steps = np.diff(z, axis=1) / shared.walk[:, None]
    biases = (b - batch.mean) / shared.tau
    total: Array = start**2 + (steps**2).sum(axis=1) + (biases**2).sum(axis=1)
    return total


def spread_prior(shared: Shared, means: Means) -> tuple[Array, Array, Array]:
    """The prior covariance times J transposed, for months and biases, and J C J transposed."""
    walked = np.cumsum(means.by_month[:, :, ::-1], axis=2)[:, :, ::-1]  # sum from a month on
    total = walked[:, :, :1]
    walked = walked.copy()
    walked[:, :, 0] = 0.0  # the walk begins at the first month, whose level is the prior's
    spread = shared.level**2 * total + shared.walk[:, None, None] ** 2 * np.cumsum(walked, axis=2)
    spread_z = spread.transpose(0, 2, 1)
    spread_b = means.by_agent.transpose(0, 2, 1) * shared.tau[:, :, None] ** 2
    return spread_z, spread_b, means.by_month @ spread_z + means.by_agent @ spread_b


def solve(joint: Array, curvature: Array, right: Array) -> Array:
    """(J C J' + 1/h)^-1 of right, h the curvature, which may be zero: right is (rows, sites, columns)."""
    root = np.sqrt(curvature)[:, :, None]
    system = root * joint * root.transpose(0, 2, 1) + np.eye(joint.shape[1])
    solved: Array = root * np.linalg.solve(system, root * right)
    return solved


def _curve(batch: Batch, slopes: Slopes, sigma: Array) -> Array:
    least = _LEAST_CURVATURE / sigma**2
    curvature: Array = np.maximum(slopes.curvature, least) * batch.is_there
    return curvature


def _find_bulk(batch: Batch, eta: Array, slopes: Slopes, sigma: Array, scale: Scale) -> Array:
    """The curvature of the chord from the mode to where the likelihood has clearly fallen, on the flatter side."""
    bulk = np.full(eta.shape, np.inf)
    for side in (-1.0, 1.0):
        chord = np.full(eta.shape, np.inf)
        is_open = np.ones(eta.shape, dtype=bool)
        for rung in _LADDER:
            offset = side * rung * sigma
            fall = slopes.value + slopes.first * offset - find_slopes(batch, eta + offset, sigma, scale).value
            chord = np.where(is_open, np.maximum(2 * fall / offset**2, _FLATTEST / sigma**2), chord)
            is_open = is_open & (fall < _FALL)
        bulk = np.minimum(bulk, chord)
    found: Array = bulk * batch.is_there
    return found


def _propose(
    batch: Batch, shared: Shared, at: tuple[Array, Array], means: Means, seen: tuple[Slopes, Array]
) -> tuple[Array, Array]:
    slopes, sigma = seen
    z, b = at
    curvature = _curve(batch, slopes, sigma)
    spread_z, spread_b, joint = spread_prior(shared, means)
    off_z, off_b = z - batch.centre[:, None], b - batch.mean
    gain = np.divide(slopes.first, curvature, out=np.zeros_like(curvature), where=curvature > 0)
    pull = (means.by_month @ off_z[:, :, None] + means.by_agent @ off_b[:, :, None])[:, :, 0] + gain
    solved = solve(joint, curvature, pull[:, :, None])
    new_z = batch.centre[:, None] + (spread_z @ solved)[:, :, 0]
    new_b = batch.mean + (spread_b @ solved)[:, :, 0]
    return new_z - z, new_b - b


def _track_back(
    batch: Batch, shared: Shared, at: tuple[Array, Array], step: tuple[Array, Array],
    known: tuple[Array, Array, Scale],
) -> tuple[Array, Array, Array]:  # fmt: skip
    """Go along the step as far as the posterior rises."""
    value, sigma, scale = known
    z, b = at[0].copy(), at[1].copy()
    best, open_rows = value.copy(), np.arange(len(value))
    length = 1.0
    for _ in range(_TRIES):
        if not open_rows.size:
            break
        part = batch.take(open_rows)
        held = shared.take(open_rows)
        new_z = at[0][open_rows] + length * step[0][open_rows]
        new_b = at[1][open_rows] + length * step[1][open_rows]
        eta = find_means(part, new_z, new_b).eta
        told = find_slopes(part, eta, sigma[open_rows], scale).value.sum(axis=1)
        new_value = told - 0.5 * measure(part, held, new_z, new_b)
        rose = new_value >= value[open_rows]
        done = open_rows[rose]
        z[done], b[done], best[done] = new_z[rose], new_b[rose], new_value[rose]
        open_rows = open_rows[~rose]
        length /= _SHRINK
    return z, b, best
