"""Calibration of estimates: worlds drawn from the model's own priors in, how often its bands hold them out.

Simulation-based calibration, Talts, Betancourt, Simpson, Vehtari and Gelman 2018, arXiv 1804.06788. The plug-in variant
takes one value for each shared parameter and has to fail: that guards the bench.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.estimation.draws import Sample, World, fit
from sayso.estimation.estimating import make_scale
from sayso.estimation.likelihoods import find_etas
from sayso.estimation.policies import shipped_policy
from sayso.estimation.problems import Bias, Cell, Scale, Site, Topic, stack
from sayso.estimation.summaries import total_log

Array = NDArray[np.float64]
_BANDS = ((0.5, 0.44, 0.56), (0.8, 0.75, 0.85), (0.9, 0.87, 0.93))
_BINS = 10
_CHI2 = 27.9
"""Of nine degrees of freedom: exceeded once in a thousand."""
_AGENTS = 5
_CHUNK = 25
_PLUGIN = 7
"""One point gets the draws of the seven of a star, so that it differs by nothing else."""


class Calibration(NamedTuple):
    """How one quantity is covered.

    Attributes:
        grid: Points of the shared parameters: full, star or plugin.
        quantity: What.
        data_sets: How many.
        cover50: Share of truths in the 50 % band.
        cover80: In the 80 % band.
        cover90: In the 90 % band.
        chi2: Of the ranks over ten bins.
        few_ess: Share of data sets with draws worth less than 50.
        holds: Whether all lie where they should.
    """

    grid: str
    quantity: str
    data_sets: int
    cover50: float
    cover80: float
    cover90: float
    chi2: float
    few_ess: float
    holds: bool


class _Case(NamedTuple):
    topic: Topic
    z: Array
    b: Array


def measure_calibration(
    *, data_sets: int = 1000, months: int = 24, kind: str = "full", seed: int = 1, draws: int = 60
) -> Iterator[Calibration]:
    """Draw worlds, report on them, fit, and see where the truth lies.

    Args:
        data_sets: How many worlds.
        months: Of each series.
        kind: Points of the shared parameters.
        seed: Another one draws other worlds.
        draws: At each point.
    """
    chance = np.random.default_rng(seed)
    scale = make_scale(shipped_policy())
    ranks: dict[str, list[float]] = {}
    few = 0
    for first in range(0, data_sets, _CHUNK):
        cases = [make_case(chance, scale, months=months) for _ in range(min(_CHUNK, data_sets - first))]
        fitted = _fit(cases, scale, kind, draws=draws, seed=seed + 1 + first)
        for case, sample in zip(cases, fitted, strict=True):
            few += sample.ess < 50
            for name, rank in _rank(case, sample, months):
                ranks.setdefault(name, []).append(rank)
    for name, found in ranks.items():
        yield _judge(kind, name, np.array(found), few / data_sets)


def _fit(cases: list[_Case], scale: Scale, kind: str, *, draws: int, seed: int) -> list[Sample]:
    """Fit worlds as an estimate does: those whose draws are worth too little again, with four times as many."""
    own = draws * _PLUGIN if kind == "plugin" else draws
    fitted = fit([[World(case.topic, 0.0)] for case in cases], scale, kind=kind, draws=own, seed=seed)
    poor = [at for at, sample in enumerate(fitted) if sample.ess < 50]
    if poor:
        again = fit([[World(cases[at].topic, 0.0)] for at in poor], scale, kind=kind, draws=4 * own, seed=seed)
        for at, sample in zip(poor, again, strict=True):
            fitted[at] = sample
    return fitted


def make_case(chance: np.random.Generator, scale: Scale, *, months: int) -> _Case:
    """A world drawn from the priors, and reports of every kind about it."""
    walk, trust, noise = (
        math.exp(centre + spread * chance.standard_normal())
        for centre, spread in (scale.walk, scale.trust, scale.noise)
    )
    centre = math.log(5000)
    steps = np.concatenate([[0.0], np.cumsum(chance.standard_normal(months - 1))])
    z = centre + scale.level * chance.standard_normal() + walk * steps
    biases = tuple(
        Bias(f"agent {number}", "source", mean, spread)
        for number, (mean, spread) in enumerate(zip((0, 0, 0, 0.2, -0.2), (0.15, 0.25, 0.25, 0.45, 0.35), strict=True))
    )
    b = np.array([bias.mean + bias.spread * trust * chance.standard_normal() for bias in biases])
    plans = [_plan(chance, number, months) for number in range(int(chance.integers(2, 9)))]
    batch = stack([Topic(tuple(plans), biases, centre, months)], scale)
    eta = find_etas(batch, z[None, None], b[None, None])[0, 0]
    sites = []
    for at, plan in enumerate(plans):
        factor = scale.outlier_factor if chance.random() < scale.outliers else 1.0
        told = eta[at] + noise * factor * batch.spread[0, at] * chance.standard_normal()
        sites.append(plan._replace(cells=_report(chance, plan, float(told))))
    return _Case(Topic(tuple(sites), biases, centre, months), z, b)


def _plan(chance: np.random.Generator, number: int, months: int) -> Site:
    """What a report is about, before it says how much: a month, a total, an average or a change."""
    name, kind = f"report {number}", chance.random()
    agents = [f"agent {one}" for one in chance.permutation(_AGENTS)[: 2 if chance.random() < 0.25 else 1]]
    start = int(chance.integers(0, months - 2))
    stop = int(chance.integers(start + 2, months + 1))
    whole, base = np.zeros(months), np.zeros(months)
    carried = tuple((agent, 1.0) for agent in agents)
    if kind < 0.35:
        whole[start] = 1.0
    elif kind < 0.6:
        whole[start:stop] = 1.0
    elif kind < 0.85:
        whole[start:stop] = 1.0 / (stop - start)
    else:
        whole[start + 1], base[start] = 1.0, 1.0
        return Site(name, whole, (Cell(-1.0, 1.0, 1.0),), (), 0.5, None, base)
    return Site(name, whole, (Cell(-1.0, 1.0, 1.0),), carried)


def _report(chance: np.random.Generator, plan: Site, told: float) -> tuple[Cell, ...]:
    """The words for a value: rounded, a range around it, or over a number not far below it."""
    kind = chance.random()
    if plan.base is not None:
        half = 0.05
        middle = round(math.exp(told) / (2 * half)) * 2 * half
        low, high = middle - half, middle + half
        return (Cell(math.log(low) if low > 0 else -math.inf, math.log(high), 1.0),)
    if kind < 0.6:
        value = math.exp(told)
        step = 10.0 ** (math.floor(math.log10(value)) - 1)
        middle = round(value / step) * step
        return (Cell(math.log(middle - step / 2), math.log(middle + step / 2), 1.0),)
    width = 0.25
    low = told - width * chance.random()
    if kind < 0.85:
        return (Cell(low, low + width, 1.0),)
    return _bound(chance, told)


def _bound(chance: np.random.Generator, told: float) -> tuple[Cell, ...]:
    """The number that "over" names is the next below on a grid of a tenth, or any of the next twenty just as well."""
    width, tight = 0.1, 0.7
    steps = 0 if chance.random() < tight else int(chance.integers(0, 20))
    floor = (math.floor(told / width) - steps) * width
    near = Cell(floor, floor + width, tight + (1 - tight) / 20)
    return (near, Cell(floor + width, floor + 20 * width, (1 - tight) / 20))


def _rank(case: _Case, sample: Sample, months: int) -> Iterator[tuple[str, float]]:
    parts = {"total": np.ones(months), "last month": np.eye(months)[-1], "last 12 months": np.zeros(months)}
    parts["last 12 months"][-12:] = 1.0
    for name, shares in parts.items():
        truth = math.log(float(np.exp(case.z) @ shares))
        yield name, float(sample.weight[total_log(sample, shares) < truth].sum())
    for agent in range(_AGENTS):
        yield f"bias {agent}", float(sample.weight[sample.b[:, agent] < case.b[agent]].sum())


def _judge(kind: str, name: str, ranks: Array, few: float) -> Calibration:
    covers = [float(np.mean(np.abs(ranks - 0.5) <= share / 2)) for share, _, _ in _BANDS]
    counts = np.bincount(np.minimum((ranks * _BINS).astype(int), _BINS - 1), minlength=_BINS)
    expected = len(ranks) / _BINS
    chi2 = float(((counts - expected) ** 2 / expected).sum())
    holds = chi2 < _CHI2 and all(low <= cover <= high for cover, (_, low, high) in zip(covers, _BANDS, strict=True))
    rounded = [round(cover, 3) for cover in covers]
    return Calibration(kind, name, len(ranks), rounded[0], rounded[1], rounded[2], round(chi2, 1), round(few, 3), holds)
