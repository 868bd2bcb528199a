"""What an estimate rests on: fits without each report, source and doubt, and what the others predict of each report."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from sayso.estimation.draws import Sample, World, fit
from sayso.estimation.likelihoods import find_etas
from sayso.estimation.normal import Array
from sayso.estimation.problems import Scale, Topic, stack
from sayso.estimation.summaries import find_chance, find_median, find_quantiles, find_sd, make_spread, total_log
from sayso.model import Spread

_STEP = 0.1
"""By how much all source means are moved to see how far the level follows."""
_DRAWS = 40


class Shift(NamedTuple):
    """What leaving something out does to the middle and to the width of the band; whether the first is more than chance."""

    shift: float
    width: float
    is_clear: bool


class Prediction(NamedTuple):
    """What the other reports lead one to expect a report to say, and how likely they make one as low or as high."""

    spread: Spread
    tail_low: float
    tail_high: float


class Judgement(NamedTuple):
    """What an estimate rests on.

    Attributes:
        by_site: Shift without each report, by the statement's id; records go with their figure.
        by_bias: Shift without each source or doubt, by name.
        predictions: By the statement's id.
        elasticity: Minus the change of the log middle for each unit by which all source means rise.
    """

    by_site: dict[str, Shift]
    by_bias: dict[str, Shift]
    predictions: dict[str, Prediction]
    elasticity: float


def judge(worlds: Sequence[World], scale: Scale, *, shares: Array, seed: int) -> Judgement:
    """Fit again without each report, each source and each doubt, all with the same random numbers.

    Args:
        worlds: The readings of the topic.
        scale: The priors.
        shares: How much of each month counts in the total asked for.
        seed: Of the random numbers.
    """
    topic = worlds[0].topic
    statements = sorted({_statement_of(site.name) for site in topic.sites})
    biases = [bias for bias in topic.biases if bias.kind in ("source", "doubt")]
    variants = [list(worlds), [_change(world, _raise(world.topic)) for world in worlds]]
    variants += [[_change(world, _drop(world.topic, name)) for world in worlds] for name in statements]
    variants += [[_change(world, _leave(world.topic, bias.name, bias.kind)) for world in worlds] for bias in biases]
    fitted = fit(variants, scale, kind="star", draws=_DRAWS, seed=seed + 1)
    plain, raised, rest = fitted[0], fitted[1], fitted[2:]
    base = find_median(total_log(plain, shares), plain.weight)
    elasticity = -(find_median(total_log(raised, shares), raised.weight) - base) / _STEP
    by_site = {name: _compare(plain, one, shares) for name, one in zip(statements, rest, strict=False)}
    by_bias = {
        bias.name: _compare(plain, one, shares) for bias, one in zip(biases, rest[len(statements) :], strict=True)
    }
    predictions = {
        name: _predict(name, worlds, one, scale, seed) for name, one in zip(statements, rest, strict=False)
    }  # fmt: skip
    return Judgement(by_site, by_bias, predictions, elasticity)


def adjust(p_values: Mapping[str, float]) -> dict[str, float]:
    """p-values held against how many there are.

    Source:
        Benjamini and Hochberg 1995, Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289-300.
    """
    ordered = sorted(p_values, key=lambda name: (p_values[name], name))
    found, least = {}, 1.0
    for rank in range(len(ordered), 0, -1):
        least = min(least, p_values[ordered[rank - 1]] * len(ordered) / rank)
        found[ordered[rank - 1]] = least
    return found


def _statement_of(site: str) -> str:
    return site.split(" ", 1)[0]


def _change(world: World, topic: Topic) -> World:
    return world._replace(topic=topic)


def _raise(topic: Topic) -> Topic:
    moved = tuple(bias._replace(mean=bias.mean + _STEP) if bias.kind == "source" else bias for bias in topic.biases)
    return topic._replace(biases=moved)


def _drop(topic: Topic, statement: str) -> Topic:
    return topic._replace(sites=tuple(site for site in topic.sites if _statement_of(site.name) != statement))


def _leave(topic: Topic, name: str, kind: str) -> Topic:
    """The topic without the reports of a source; a doubt is ignored, and the reports that it is about stay."""
    if kind == "source":
        heard = tuple(site for site in topic.sites if name not in dict(site.agents))
        kept = {_statement_of(site.name) for site in heard if not site.is_record}
        return topic._replace(sites=tuple(site for site in heard if _statement_of(site.name) in kept))
    settled = tuple(bias._replace(mean=0.0, spread=1e-6) if bias.name == name else bias for bias in topic.biases)
    return topic._replace(biases=settled)


def _compare(plain: Sample, other: Sample, shares: Array) -> Shift:
    logs, changed = total_log(plain, shares), total_log(other, shares)
    ends = [
        find_quantiles(values, sample.weight, (0.05, 0.5, 0.95)) for values, sample in ((logs, plain), (changed, other))
    ]
    shift = float(ends[1][1] - ends[0][1])
    chance = float(np.hypot(find_chance(logs, plain), find_chance(changed, other)))
    width = float((ends[1][2] - ends[1][0]) / max(ends[0][2] - ends[0][0], 1e-12))
    return Shift(float(np.exp(shift)), width, abs(shift) > 2 * chance)


def _predict(name: str, worlds: Sequence[World], sample: Sample, scale: Scale, seed: int) -> Prediction:
    """What the fit without a report expects it to say; the noise of the report itself included."""
    told = np.zeros(len(sample.weight))
    chance = np.random.default_rng(seed + 2)
    plain, wide = chance.standard_normal(len(told)), chance.random(len(told)) < scale.outliers
    for number, world in enumerate(worlds):
        rows = np.flatnonzero(sample.world == number)
        if not rows.size:
            continue
        at = next(place for place, site in enumerate(world.topic.sites) if site.name == name)
        batch = stack([world.topic], scale)
        b = np.zeros((1, rows.size, batch.mean.shape[1]))
        b[0] = sample.b[rows][:, : b.shape[2]]
        eta = find_etas(batch, sample.z[rows][None], b)[0, :, at]
        factor = np.where(wide[rows], scale.outlier_factor, 1.0) * batch.spread[0, at]
        told[rows] = eta + plain[rows] * factor * sample.noise[rows]
    cells = next(site for site in worlds[0].topic.sites if site.name == name).cells
    low, high = min(cell.low for cell in cells), max(cell.high for cell in cells)
    weight = sample.weight
    return Prediction(make_spread(told, weight), float(weight[told <= high].sum()), float(weight[told >= low].sum()))


def find_prior_sd(topic: Topic, scale: Scale, *, shares: Array, seed: int) -> float:
    """The standard deviation of the log total before any report."""
    sample = fit([[World(topic._replace(sites=()), 0.0)]], scale, draws=200, seed=seed + 3)[0]
    return find_sd(total_log(sample, shares), sample.weight)
