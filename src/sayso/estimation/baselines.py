"""The known ways to combine sources that disagree: mean, median, latest, vote, CRH, CATD and GTM."""

from math import exp, lgamma, log

import numpy as np

from sayso.estimation.panels import Combination, Floats, Panel, choose_candidates, describe, take_medians

_ROUNDS = 50
"""More than any of the methods needed on thousands of objects."""

_SETTLED = 1e-9
_CATD_DOUBT = 0.05
"""The significance of the interval around a source's error, as in the paper."""

_GTM_SHAPE, _GTM_SCALE = 10.0, 10.0
"""Prior of the variance of a source, inverse gamma, as in the paper."""


def combine_by_mean(panel: Panel) -> Combination:
    """The mean of what is claimed about each object."""
    return describe(panel, "mean", panel.sum_objects(panel.value) / panel.sum_objects(_ones(panel)), _alike(panel))


def combine_by_median(panel: Panel) -> Combination:
    """The median of what is claimed about each object; of an even number of claims the lower one in the middle."""
    return describe(panel, "median", take_medians(panel, _ones(panel)), _alike(panel))


def combine_by_vote(panel: Panel) -> Combination:
    """What most sources claim about each object; of equal votes the lowest value."""
    best = choose_candidates(panel, panel.sum_candidates(_ones(panel)))
    return describe(panel, "vote", panel.candidate_value[best], _alike(panel))


def combine_by_latest(panel: Panel) -> Combination:
    """What was claimed last about each object: the vote of the claims of the last day; undated ones come before all."""
    last = np.zeros(len(panel.objects), np.int64)
    np.maximum.at(last, panel.of_object, panel.day)
    is_last = (panel.day == last[panel.of_object]).astype(np.float64)
    best = choose_candidates(panel, panel.sum_candidates(is_last))
    return describe(panel, "latest", panel.candidate_value[best], _alike(panel))


def combine_by_crh(panel: Panel) -> Combination:
    """Weighted medians; a source weighs more the nearer it is to them.

    Distances are in standard deviations of what is claimed about the object, and a source's is its mean over what it
    claims, since sources differ in how much they claim.

    Source:
        Li Q. et al., Resolving Conflicts in Heterogeneous Data by Truth Discovery and Source Reliability Estimation
        (CRH), SIGMOD 2014, eq. 5, 13 and 16.
    """
    spread = _spread(panel)[panel.of_object]
    made = panel.sum_sources(_ones(panel))
    weights = _alike(panel)
    values = take_medians(panel, weights[panel.of_source])
    for _ in range(_ROUNDS):
        off = panel.sum_sources(np.abs(panel.value - values[panel.of_object]) / spread) / np.maximum(made, 1.0)
        # a source that is never off would weigh infinitely: as if off by a thousandth of the mean
        off = off + 1e-3 * max(float(off.mean()) if len(off) else 0.0, 1e-12)
        weights = -np.log(off / (off.sum() * (1 + 1e-9)))
        found = take_medians(panel, weights[panel.of_source])
        if np.array_equal(found, values):
            break
        values = found
    return describe(panel, "crh", values, weights)


def combine_by_catd(panel: Panel) -> Combination:
    """Weighted means; a source that claims little weighs little, since its error is known badly.

    The weight is the lower end of the interval around the inverse of a source's variance.

    Source:
        Li Q. et al., A Confidence-Aware Approach for Truth Discovery on Long-Tail Data (CATD), VLDB 2014, eq. 7 to 9.
    """
    made = panel.sum_sources(_ones(panel))
    sure = np.array([_chi_square_quantile(_CATD_DOUBT / 2, int(n)) for n in made])
    spread = _spread(panel)[panel.of_object]
    values, weights = take_medians(panel, _ones(panel)), _alike(panel)
    for _ in range(_ROUNDS):
        off = panel.sum_sources(((panel.value - values[panel.of_object]) / spread) ** 2)
        weights = sure / np.maximum(off, 1e-9)
        found = _weigh(panel, weights)
        if np.allclose(found, values, rtol=_SETTLED, atol=0.0):
            break
        values = found
    return describe(panel, "catd", values, weights)


def combine_by_gtm(panel: Panel) -> Combination:
    """Truths and the variance of each source as a Gaussian model, its mode found by EM.

    Claims about an object are centred and scaled by their own mean and standard deviation first.

    Source:
        Zhao & Han, A Probabilistic Model for Estimating Real-valued Truth from Conflicting Sources (GTM), QDB 2012.
    """
    centre = panel.sum_objects(panel.value) / np.maximum(panel.sum_objects(_ones(panel)), 1.0)
    spread = _spread(panel)
    scaled = (panel.value - centre[panel.of_object]) / spread[panel.of_object]
    made = panel.sum_sources(_ones(panel))
    precision = _alike(panel)
    truth = np.zeros(len(panel.objects))
    for _ in range(_ROUNDS):
        each = precision[panel.of_source]
        total = 1.0 + panel.sum_objects(each)  # 1: the prior of a scaled truth is the standard normal
        found = panel.sum_objects(each * scaled) / total
        off = panel.sum_sources((scaled - found[panel.of_object]) ** 2 + 1.0 / total[panel.of_object])
        before, precision = precision, (2 * (_GTM_SHAPE + 1) + made) / (2 * _GTM_SCALE + off)
        settled = np.allclose(found, truth, atol=_SETTLED) and np.allclose(before, precision, rtol=_SETTLED)
        truth = found
        if settled:
            break
    return describe(panel, "gtm", centre + spread * truth, precision)


def _ones(panel: Panel) -> Floats:
    return np.ones(len(panel.value))


def _alike(panel: Panel) -> Floats:
    return np.ones(len(panel.sources))


def _spread(panel: Panel) -> Floats:
    """The standard deviation of what is claimed about each object; 1 where all agree."""
    n = np.maximum(panel.sum_objects(_ones(panel)), 1.0)
    mean = panel.sum_objects(panel.value) / n
    variance = panel.sum_objects((panel.value - mean[panel.of_object]) ** 2) / n
    return np.where(variance > 0, np.sqrt(variance), 1.0)


def _weigh(panel: Panel, weights: Floats) -> Floats:
    each = weights[panel.of_source]
    return panel.sum_objects(each * panel.value) / panel.sum_objects(each)


def _chi_square_quantile(level: float, freedom: int) -> float:
    """The quantile of the chi-square distribution, by halving; numpy has none."""
    low, high = 0.0, float(freedom)  # the mean lies above every quantile below one half
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _gamma_share(freedom / 2, middle / 2) < level else (low, middle)
    return (low + high) / 2


def _gamma_share(shape: float, upto: float) -> float:
    """The regularized lower incomplete gamma function, by its series (Abramowitz & Stegun 6.5.29)."""
    if upto <= 0:
        return 0.0
    term = total = 1.0
    step = 0
    while term > total * 1e-12:
        step += 1
        term *= upto / (shape + step)
        total += term
    return total * exp(shape * log(upto) - upto - lgamma(shape + 1))
