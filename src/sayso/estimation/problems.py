"""What inference works on: topics of sites, as numbers alone, and many of them stacked into arrays of one shape."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.estimation.normal import Array

RECORD_POWER = 16.0
"""Of the soft maximum: at 16 it lies within 20 % of the maximum of 20 equal months, and has a slope everywhere."""


class Cell(NamedTuple):
    """Where the logarithm of a reported value may lie, and how likely the words are to mean this."""

    low: float
    high: float
    weight: float


class Site(NamedTuple):
    """One report as inference sees it.

    Attributes:
        name: The statement's id.
        whole: How much of each month the figure counts.
        cells: Where its logarithm may lie.
        agents: Whose bias it carries, by name, and how often.
        spread: Its noise as a share of the common noise.
        few: The value where it is a count of so few that chance matters; None elsewhere.
        base: For a ratio, how much of each month it is compared with; None elsewhere.
        is_record: Whether the base is the highest of its months and not their sum.
    """

    name: str
    whole: Array
    cells: tuple[Cell, ...]
    agents: tuple[tuple[str, float], ...] = ()
    spread: float = 1.0
    few: float | None = None
    base: Array | None = None
    is_record: bool = False


class Bias(NamedTuple):
    """A bias on the log scale before any report is heard.

    Attributes:
        name: Of the agent.
        kind: ``source``, ``measure``, ``doubt`` or ``common``.
        mean: Of the logarithm.
        spread: Standard deviation of the logarithm.
    """

    name: str
    kind: str
    mean: float
    spread: float


class Topic(NamedTuple):
    """Reports about one series.

    Attributes:
        sites: The reports.
        biases: Of every agent that a site names.
        centre: Logarithm of the monthly rate that the prior is centred on.
        months: How many.
    """

    sites: tuple[Site, ...]
    biases: tuple[Bias, ...]
    centre: float
    months: int


class Scale(NamedTuple):
    """The priors that all topics share: (centre, spread) of logarithms, and the spread of the level.

    Attributes:
        level: Spread of the logarithm of the level.
        walk: Of the change from month to month.
        trust: Of the factor on all source spreads.
        noise: Of the noise beyond bias and rounding.
        outliers: The share of reports with wide noise.
        outlier_factor: How much wider that is.
    """

    level: float
    walk: tuple[float, float]
    trust: tuple[float, float]
    noise: tuple[float, float]
    outliers: float
    outlier_factor: float


class Grid(NamedTuple):
    """Points of the shared parameters with their weights, each of shape (points,)."""

    walk: Array
    trust: Array
    noise: Array
    log_weight: Array


class Batch(NamedTuple):
    """Topics stacked: rows, then sites, then months, agents or cells; what a topic lacks has no weight.

    Attributes:
        whole: Shape (rows, sites, months).
        base: The same for ratios; all zeros elsewhere.
        peak: The same for records.
        agents: How often a site carries an agent's bias: (rows, sites, agents).
        low: Lower ends of cells: (rows, sites, cells).
        high: Upper ends.
        log_weight: Of cells; minus infinity where there is none.
        spread: Noise by site: (rows, sites).
        is_there: Whether there is such a site, as 0 or 1: (rows, sites).
        mean: Of biases: (rows, agents).
        tau: Spread of biases, 1 where there is none.
        is_source: Whether the trust in sources scales it, as 0 or 1.
        centre: (rows,).
    """

    whole: Array
    base: Array
    peak: Array
    agents: Array
    low: Array
    high: Array
    log_weight: Array
    spread: Array
    is_there: Array
    mean: Array
    tau: Array
    is_source: Array
    centre: Array

    def take(self, rows: NDArray[np.intp]) -> "Batch":
        """Some rows, in this order."""
        return Batch(*(field[rows] for field in self))


def make_grid(scale: Scale, kind: str) -> Grid:
    """The points at which the shared parameters are taken.

    Args:
        scale: Their priors.
        kind: ``full``, 27 points; ``star``, 7 points, on the axes alone; ``plugin``, the one in the middle, which
            leaves out what is not known about them: intervals come out too narrow, and a bench shows it.
    """
    if kind == "full":
        axis = np.array([-np.sqrt(3.0), 0.0, np.sqrt(3.0)])
        nodes = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), axis=-1).reshape(-1, 3)
        share = np.array([1 / 6, 2 / 3, 1 / 6])
        weights = np.einsum("i,j,k->ijk", share, share, share).reshape(-1)
    elif kind == "star":  # two standard deviations at an eighth each keep the prior's variance on every axis
        nodes = np.concatenate([np.zeros((1, 3)), 2 * np.eye(3), -2 * np.eye(3)])
        weights = np.array([1 / 4, *[1 / 8] * 6])
    else:
        nodes, weights = np.zeros((1, 3)), np.ones(1)
    axes = (scale.walk, scale.trust, scale.noise)
    points = [np.exp(centre + spread * nodes[:, axis]) for axis, (centre, spread) in enumerate(axes)]
    return Grid(points[0], points[1], points[2], np.log(weights))


def stack(topics: Sequence[Topic], scale: Scale) -> Batch:
    """Topics over the same number of months as one batch."""
    rows, months = len(topics), topics[0].months
    sites = max([1, *(len(topic.sites) for topic in topics)])
    agents = max([1, *(len(topic.biases) for topic in topics)])
    cells = max([1, *(len(site.cells) for topic in topics for site in topic.sites)])
    batch = Batch(
        whole=np.zeros((rows, sites, months)), base=np.zeros((rows, sites, months)),
        peak=np.zeros((rows, sites, months)), agents=np.zeros((rows, sites, agents)),
        low=np.full((rows, sites, cells), -1.0), high=np.ones((rows, sites, cells)),
        log_weight=np.full((rows, sites, cells), -np.inf), spread=np.ones((rows, sites)),
        is_there=np.zeros((rows, sites)), mean=np.zeros((rows, agents)), tau=np.ones((rows, agents)),
        is_source=np.zeros((rows, agents)), centre=np.array([topic.centre for topic in topics]),
    )  # fmt: skip
    noise = float(np.exp(scale.noise[0]))
    for row, topic in enumerate(topics):
        _fill(batch, row, topic, noise)
    return batch


def _fill(batch: Batch, row: int, topic: Topic, noise: float) -> None:
    place = {bias.name: at for at, bias in enumerate(topic.biases)}
    for at, bias in enumerate(topic.biases):
        batch.mean[row, at], batch.tau[row, at] = bias.mean, bias.spread
        batch.is_source[row, at] = bias.kind == "source"
    for at, site in enumerate(topic.sites):
        batch.is_there[row, at] = 1.0
        batch.whole[row, at] = site.whole
        if site.base is not None:
            (batch.peak if site.is_record else batch.base)[row, at] = site.base
        for name, often in site.agents:
            batch.agents[row, at, place[name]] += often
        for number, cell in enumerate(site.cells):
            batch.low[row, at, number], batch.high[row, at, number] = cell.low, cell.high
            batch.log_weight[row, at, number] = np.log(cell.weight)
        chance = 0.0 if site.few is None else 1 / (max(site.few, 1.0) * noise**2)
        batch.spread[row, at] = np.sqrt(site.spread**2 + chance)
