"""Draws from the posterior of each row with the weights that make them exact, by importance sampling."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.estimation.likelihoods import find_etas, find_log_likelihoods
from sayso.estimation.modes import Mode, Shared, find_modes, solve
from sayso.estimation.normal import Array
from sayso.estimation.problems import Batch, Cell, Grid, Scale, Topic, make_grid, stack

_SHARES = (0.4, 0.35, 0.25)
"""Of the three parts that draws come from: around the mode, over what the reports allow, and wide for heavy tails."""
_MAX_SPLIT = 8
"""Readings that the cells of bounds may multiply to."""
_CHUNK = 4_000_000
"""Numbers in the largest array at a time: 32 MB."""


class Noise(NamedTuple):
    """Standard normal numbers shared by all rows, so that what differs between rows is not chance.

    Attributes:
        level: (points, draws).
        walk: (points, draws, months - 1).
        bias: (points, draws, agents).
        report: (points, draws, sites).
    """

    level: Array
    walk: Array
    bias: Array
    report: Array

    def take(self, draws: int) -> "Noise":
        """The first so many draws."""
        return Noise(*(field[:, :draws] for field in self))


class Sample(NamedTuple):
    """Weighted draws of one topic.

    Attributes:
        z: Logarithms of the months: (draws, months).
        b: Biases: (draws, agents).
        noise: Noise of a plain report, as a standard deviation: (draws,).
        log_weight: As drawn; their exponentials sum to how likely the reports are under the priors.
        weight: From these, truncated, with sum 1.
        world: Which reading of the reports each draw rests on: (draws,).
    """

    z: Array
    b: Array
    noise: Array
    log_weight: Array
    weight: Array
    world: NDArray[np.intp]

    @property
    def log_evidence(self) -> float:
        """How likely the reports are under the priors."""
        return _sum_logs(self.log_weight)

    @property
    def ess(self) -> float:
        """How many equal draws the weighted ones are worth."""
        return float(1 / (self.weight**2).sum())


class _Rows(NamedTuple):
    """Topics times points, and what was drawn for them."""

    z: Array
    b: Array
    log_weight: Array


class World(NamedTuple):
    """One reading of a topic's reports.

    Attributes:
        topic: The topic so read.
        log_prior: How likely the reading is before anything is known.
    """

    topic: Topic
    log_prior: float


def fit(
    topics: Sequence[Sequence[World]], scale: Scale, *, kind: str = "full", draws: int = 60, seed: int = 0
) -> list[Sample]:
    """Fit topics over the same number of months, all with the same random numbers.

    Args:
        topics: The readings of each topic.
        scale: The priors that they share.
        kind: As for ``make_grid``.
        draws: How many at each point of the shared parameters, over the cells of a reading's bounds together.
        seed: Of the random numbers.

    Returns:
        A sample a topic.
    """
    grid = make_grid(scale, kind)
    split = [[split_bounds(world) for world in worlds] for worlds in topics]
    flat = [(part, max(6, draws // len(parts))) for worlds in split for parts in worlds for part in parts]
    samples = iter(_fit_all(flat, scale, grid, seed))
    found = []
    for worlds in split:
        parts = [(next(samples), part.log_prior, number) for number, parts in enumerate(worlds) for part in parts]
        found.append(merge(parts))
    return found


def split_bounds(world: World) -> list[World]:
    """A reading for each choice of cells where cells of a report lie far apart, which makes peaks far apart too."""
    parts = [world]
    for at, site in enumerate(world.topic.sites):
        if len(site.cells) < 2 or all(np.isfinite(cell.high) for cell in site.cells) or len(parts) >= _MAX_SPLIT:
            continue
        parts = [
            World(_replace_cells(part.topic, at, cell), part.log_prior) for part in parts for cell in site.cells
        ]  # fmt: skip
    return parts


def merge(parts: Sequence[tuple[Sample, float, int]]) -> Sample:
    """One sample out of those of several readings, each with its log prior and the number of its reading."""
    logs = np.concatenate([sample.log_weight + prior for sample, prior, _ in parts])
    world = np.concatenate([np.full(len(sample.log_weight), number) for sample, _, number in parts])
    z, b, noise = (np.concatenate([getattr(sample, name) for sample, _, _ in parts]) for name in ("z", "b", "noise"))
    return Sample(z, b, noise, logs, truncate(logs), world)


def _replace_cells(topic: Topic, at: int, cell: Cell) -> Topic:
    sites = list(topic.sites)
    sites[at] = sites[at]._replace(cells=(cell,))
    return topic._replace(sites=tuple(sites))


def _fit_all(flat: list[tuple[World, int]], scale: Scale, grid: Grid, seed: int) -> Iterator[Sample]:
    """Fit readings with so many draws each, a bounded number at a time, in order."""
    points = len(grid.log_weight)
    sizes = find_sizes([world.topic for world, _ in flat])
    most = max(draws for _, draws in flat)
    noise = draw_noise(np.random.default_rng(seed), points, most, sizes)
    done: dict[int, Sample] = {}
    for draws in sorted({draws for _, draws in flat}):
        places = [at for at, (_, own) in enumerate(flat) if own == draws]
        step = max(1, _CHUNK // (points * draws * sizes[0]))
        for first in range(0, len(places), step):
            part = places[first : first + step]
            fitted = _fit_some([flat[at][0].topic for at in part], scale, grid, noise.take(draws))
            done.update(zip(part, fitted, strict=True))
    return (done[at] for at in range(len(flat)))


def find_sizes(topics: list[Topic]) -> tuple[int, int, int]:
    """The most months, agents and sites of topics."""
    agents = max([1, *(len(topic.biases) for topic in topics)])
    sites = max([1, *(len(topic.sites) for topic in topics)])
    return topics[0].months, agents, sites


def draw_noise(chance: np.random.Generator, points: int, draws: int, sizes: tuple[int, int, int]) -> Noise:
    """Random numbers for so many points and draws; the first ones do not depend on how many sites there are."""
    months, agents, sites = sizes
    return Noise(
        chance.standard_normal((points, draws)),
        chance.standard_normal((points, draws, months - 1)),
        chance.standard_normal((agents, points, draws)).transpose(1, 2, 0),
        chance.standard_normal((sites, points, draws)).transpose(1, 2, 0),
    )


def spread_rows(batch: Batch, scale: Scale, grid: Grid) -> tuple[Batch, Shared]:
    """A row for each topic and point, points running fastest."""
    rows, points = batch.centre.shape[0], len(grid.log_weight)
    spread = batch.take(np.repeat(np.arange(rows), points))
    walk, trust, noise = (np.tile(part, rows) for part in (grid.walk, grid.trust, grid.noise))
    tau = spread.tau * np.where(spread.is_source > 0, trust[:, None], 1.0)
    return spread, Shared(scale.level, walk, noise, tau)


def draw(batch: Batch, shared: Shared, mode: Mode, noise: Noise, scale: Scale) -> _Rows:
    """Draws around the mode of each row with the logarithms of their weights.

    Args:
        batch: The rows.
        shared: Their shared parameters.
        mode: Their modes.
        noise: Random numbers, points being rows here.
        scale: The priors.
    """
    draws = noise.level.shape[1]
    parts = list(zip(_SHARES, _list_curvatures(mode), _cut(draws), strict=True))
    offset_z = shared.level * noise.level[:, :, None] + np.concatenate(
        [np.zeros((*noise.level.shape, 1)), np.cumsum(noise.walk, axis=2) * shared.walk[:, None, None]], axis=2
    )
    offset_b = noise.bias * shared.tau[:, None, :]
    slopes = mode.slopes
    told = offset_z @ slopes.by_month.transpose(0, 2, 1) + offset_b @ slopes.by_agent.transpose(0, 2, 1)
    logs = []
    for _, curvature, part in parts:
        root = np.sqrt(curvature)
        xi = np.divide(1.0, root, out=np.zeros_like(root), where=root > 0)[:, None, :] * noise.report[:, part]
        solved = solve(mode.joint, curvature, (told[:, part] + xi).transpose(0, 2, 1))
        offset_z[:, part] -= (mode.spread_z @ solved).transpose(0, 2, 1)
        offset_b[:, part] -= (mode.spread_b @ solved).transpose(0, 2, 1)
    told = offset_z @ slopes.by_month.transpose(0, 2, 1) + offset_b @ slopes.by_agent.transpose(0, 2, 1)
    for share, curvature, _ in parts:
        root = np.sqrt(curvature)
        system = root[:, :, None] * mode.joint * root[:, None, :] + np.eye(root.shape[1])
        _, size = np.linalg.slogdet(system)
        logs.append(np.log(share) - 0.5 * (told**2 @ curvature[:, :, None])[:, :, 0] + 0.5 * size[:, None])
    proposed = np.logaddexp.reduce(logs)
    z, b = mode.z[:, None, :] + offset_z, mode.b[:, None, :] + offset_b
    sigma = shared.noise[:, None] * batch.spread
    likely = find_log_likelihoods(batch, find_etas(batch, z, b), sigma, scale).sum(axis=2)
    crossed = _cross(batch, shared, mode, (offset_z, offset_b))
    return _Rows(z, b, likely + mode.log_prior[:, None] - crossed - proposed)


def _list_curvatures(mode: Mode) -> tuple[Array, Array, Array]:
    return 0.8 * mode.curvature, 0.8 * mode.bulk, np.minimum(0.12 * mode.curvature, 0.5 * mode.bulk)


def _cut(draws: int) -> tuple[slice, slice, slice]:
    """Which draws come from which part."""
    first, second = round(_SHARES[0] * draws), round((_SHARES[0] + _SHARES[1]) * draws)
    return slice(0, first), slice(first, second), slice(second, draws)


def _cross(batch: Batch, shared: Shared, mode: Mode, offset: tuple[Array, Array]) -> Array:
    """(mode - prior centre)' C^-1 offset, by rows and draws."""
    offset_z, offset_b = offset
    start = ((mode.z[:, 0] - batch.centre) / shared.level**2)[:, None] * offset_z[:, :, 0]
    steps = np.diff(mode.z, axis=1) / shared.walk[:, None] ** 2
    walked = (np.diff(offset_z, axis=2) @ steps[:, :, None])[:, :, 0]
    biases = (mode.b - batch.mean) / shared.tau**2
    crossed: Array = start + walked + (offset_b @ biases[:, :, None])[:, :, 0]
    return crossed


def _fit_some(topics: list[Topic], scale: Scale, grid: Grid, noise: Noise) -> list[Sample]:
    points = len(grid.log_weight)
    batch, shared = spread_rows(stack(topics, scale), scale, grid)
    mode = find_modes(batch, shared, scale)
    agents, sites = batch.mean.shape[1], batch.is_there.shape[1]
    own = Noise(noise.level, noise.walk, noise.bias[:, :, :agents], noise.report[:, :, :sites])
    rows = draw(
        batch, shared, mode, Noise(*(np.tile(part, (len(topics), *[1] * (part.ndim - 1))) for part in own)), scale
    )
    samples = []
    for number in range(len(topics)):
        part = slice(number * points, (number + 1) * points)
        logs = (rows.log_weight[part] + grid.log_weight[:, None]).reshape(-1)
        draws = rows.log_weight.shape[1]
        z, b = (field[part].reshape(-1, field.shape[2]) for field in (rows.z, rows.b))
        logs = logs - np.log(draws)
        samples.append(Sample(z, b, np.repeat(grid.noise, draws), logs, truncate(logs), np.zeros(len(logs), np.intp)))
    return samples


def truncate(logs: Array) -> Array:
    """Weights with sum 1, none far above the others.

    Source:
        E. L. Ionides 2008, Truncated importance sampling, J. Comput. Graph. Stat. 17(2), 295-311.
    """
    raw = np.exp(logs - logs.max())
    share = raw / raw.sum()
    held = np.minimum(share, 1 / np.sqrt(len(share)))
    weight: Array = held / held.sum()
    return weight


def _sum_logs(logs: Array) -> float:
    top = float(logs.max())
    return top + float(np.log(np.exp(logs - top).sum()))
