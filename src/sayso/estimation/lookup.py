"""The hit-or-miss model: one of the claimed values is true, and each source hits it with a probability of its own.

The right method for values that were published somewhere and are looked up, copied and mistyped; for unknown totals
that everybody estimates in their own way it is the wrong one.

- An object's true value is one of those claimed, each alike before the sources are weighed.
- A source hits it with probability p. The prior of p is a beta distribution worth a few claims, around the mean of the
  sources that make about as many claims: those that make few are often passers-by.
- Sources that miss may repeat each other. How the misses of an object share out over false values follows a Chinese
  restaurant process, whose one parameter is chosen by likelihood: near 0 the misses all give one false value, and a
  majority proves little; when it is large each miss is another value, and two that agree are right.
- How far false values lie from the true one is learned too, in steps from a few percent to more than tenfold, up and
  down apart: typing errors come in powers of ten, figures of other years are near, and errors may mostly inflate.
- How reliable a source is for an object is judged by its other objects alone, so that no source vouches for itself.

Source:
    Dawid & Skene, Maximum Likelihood Estimation of Observer Error-Rates Using the EM Algorithm, Applied Statistics
    1979, for learning sources and truths together; Dong, Saha & Srivastava, Less is More: Selecting Sources Wisely for
    Integration (PopAccu), VLDB 2013, for false values that are popular; Ewens, The Sampling Theory of Selectively
    Neutral Alleles, Theoretical Population Biology 1972, for the distribution of the misses.
"""

from math import lgamma, log
from typing import NamedTuple

import numpy as np

from sayso.estimation.panels import Combination, Floats, Indices, Panel, choose_candidates, make_combination

_VARIETIES = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)
"""What is tried for the parameter of the misses: half a decade changes the likelihood by little."""

_PRIOR_CLAIMS = 4.0
"""How many claims the prior of a source is worth: values from 1 to 16 choose the same truths."""

_PRIOR_HIT = 0.8
"""The share of hits before anything is known: a source that publishes figures is more often right than not."""

_TYPICAL, _TYPICAL_WIDTH = 10.0, 2.0
"""Centre and width, in powers of e, of the prior of the parameter: it decides where there are few claims."""

_LEAST = 0.005
"""No source is held for surer than this, either way: typing errors befall everybody."""

_STEPS = np.array([-1.0, -0.3, -0.05, 0.0, 0.05, 0.3, 1.0])
"""Where the steps of the distance end, in powers of ten: 12%, twofold, tenfold."""

_WIDTHS = np.array([3.0, 0.7, 0.25, 0.05, 0.05, 0.25, 0.7, 3.0, 8.0])
"""How wide the steps are, the outer ones up to ten thousandfold; the last is that of pairs that have no ratio."""

_PRIOR_PAIRS = 2.0
"""How many pairs each step has seen before any are seen."""

_ROUNDS = 200
_SETTLED = 1e-4


class _Pairs(NamedTuple):
    """Every two candidates of one object, both ways round.

    Attributes:
        true: The one taken for true.
        step: The other one's step of distance from it.
    """

    true: Indices
    step: Indices


class _Fit(NamedTuple):
    """The model with one parameter: how probable each candidate is, how good each source, how well it fits."""

    probable: Floats
    hits: Floats
    fit: float


def combine_by_lookup(panel: Panel) -> Combination:
    """The most probable of the claimed values of each object; of equally probable ones the lowest."""
    if not panel.objects:
        return make_combination(panel, "lookup", np.zeros(0), np.zeros(0), np.zeros(0))
    pairs = _pair_up(panel)
    fits = [(_fit(panel, pairs, variety), variety) for variety in _VARIETIES]
    best, variety = max(fits, key=lambda one: round(one[0].fit + _rate(one[1]), 6))
    chosen = choose_candidates(panel, best.probable)
    return make_combination(
        panel, "lookup", panel.candidate_value[chosen], best.probable[chosen], best.hits, variety=variety
    )


def _rate(variety: float) -> float:
    """The log prior of the parameter."""
    return -0.5 * (log(variety / _TYPICAL) / _TYPICAL_WIDTH) ** 2


def _fit(panel: Panel, pairs: _Pairs, variety: float) -> _Fit:
    """EM, each step halved, since judging a source by its other objects alone can make it swing."""
    misses = _rate_misses(panel, variety)
    groups = _group_sources(panel)
    probable = _share(panel, np.log(panel.sum_candidates(np.ones(len(panel.value)))))[0]
    fit = 0.0
    for _ in range(_ROUNDS):
        hit = probable[panel.said]
        prior = _PRIOR_CLAIMS * _group_means(panel, groups, hit)
        apart = _bound(_hits_elsewhere(panel, hit, prior))
        score = panel.sum_objects(np.log1p(-apart))[panel.candidate_object]
        score += panel.sum_candidates(np.log(apart / (1 - apart))) + misses
        score += _rate_distances(pairs, probable)
        found, evidence = _share(panel, score)
        fit = float(evidence.sum())
        moved = float(np.abs(found - probable).max())
        probable = (probable + found) / 2
        if moved < _SETTLED:
            break
    made = panel.sum_sources(np.ones(len(panel.value)))
    return _Fit(probable, _bound((panel.sum_sources(hit) + prior) / (made + _PRIOR_CLAIMS)), fit)


def _hits_elsewhere(panel: Panel, hit: Floats, prior: Floats) -> Floats:
    """How often the source of each claim hits with its other claims."""
    made, hits = panel.sum_sources(np.ones(len(hit))), panel.sum_sources(hit)
    hits_elsewhere = (hits + prior)[panel.of_source] - hit
    return np.asarray(hits_elsewhere / (made[panel.of_source] - 1 + _PRIOR_CLAIMS))


def _rate_misses(panel: Panel, variety: float) -> Floats:
    """For each candidate, the log probability that the other claims share out as they do, were it the true value."""
    votes = panel.sum_candidates(np.ones(len(panel.value)))
    heard = panel.sum_objects(np.ones(len(panel.value)))
    kinds = np.bincount(panel.candidate_object, minlength=len(panel.objects)).astype(np.float64)
    repeats = _log_gamma(votes)
    all_repeats = np.bincount(panel.candidate_object, repeats, len(panel.objects))
    at = panel.candidate_object
    rated = (kinds[at] - 1) * log(variety) + lgamma(variety) - _log_gamma(variety + heard[at] - votes)
    return np.asarray(rated + all_repeats[at] - repeats - np.log(kinds[at]))


def _pair_up(panel: Panel) -> _Pairs:
    at, value = panel.candidate_object, panel.candidate_value
    ends = np.searchsorted(at, np.arange(len(panel.objects)), side="right")
    starts = np.searchsorted(at, np.arange(len(panel.objects)))
    others = (ends - starts)[at]
    true = np.repeat(np.arange(len(value)), others)
    place = np.arange(len(true)) - np.repeat(np.cumsum(others) - others, others)
    false = starts[at[true]] + place
    true, false = true[true != false], false[true != false]
    has_ratio = (value[true] > 0) & (value[false] > 0)
    ratio = np.where(has_ratio, value[false], 1.0) / np.where(has_ratio, value[true], 1.0)
    step = np.where(has_ratio, np.digitize(np.log10(ratio), _STEPS), len(_WIDTHS) - 1)
    return _Pairs(true, step)


def _rate_distances(pairs: _Pairs, probable: Floats) -> Floats:
    """For each candidate, the log density of the others around it, as far as the truths are known so far."""
    seen = np.bincount(pairs.step, probable[pairs.true], len(_WIDTHS)) + _PRIOR_PAIRS
    density = np.log(seen / seen.sum() / _WIDTHS)
    return np.asarray(np.bincount(pairs.true, density[pairs.step], len(probable)), np.float64)


def _group_sources(panel: Panel) -> Indices:
    """Sources that make about as many claims: 1, 2 or 3, 4 to 7, and so on."""
    made = np.bincount(panel.of_source, minlength=len(panel.sources))
    return np.floor(np.log2(made)).astype(np.int64)


def _group_means(panel: Panel, groups: Indices, hit: Floats) -> Floats:
    """For each source, the share of hits in its group, drawn a little towards the prior's."""
    of_claim = groups[panel.of_source]
    hits, made = np.bincount(of_claim, hit), np.bincount(of_claim)
    return np.asarray(((hits + _PRIOR_CLAIMS * _PRIOR_HIT) / (made + _PRIOR_CLAIMS))[groups])


def _share(panel: Panel, score: Floats) -> tuple[Floats, Floats]:
    """Log scores of candidates as probabilities, and the log of their sum for each object."""
    most = np.full(len(panel.objects), -np.inf)
    np.maximum.at(most, panel.candidate_object, score)
    lifted = np.exp(score - most[panel.candidate_object])
    whole = np.bincount(panel.candidate_object, lifted, len(panel.objects))
    return lifted / whole[panel.candidate_object], most + np.log(whole)


def _bound(share: Floats) -> Floats:
    return np.clip(share, _LEAST, 1 - _LEAST)


def _log_gamma(numbers: Floats) -> Floats:
    """The log of the gamma function; few different numbers come up, and numpy has none."""
    different, places = np.unique(numbers, return_inverse=True)
    return np.array([lgamma(number) for number in different])[places]
