"""Sets of claims with known truths: every method of combining them on the same objects, each truth one item."""

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from bench.data import Item, load_items
from bench.tallies import AnyTally, MetricKind, add_up, one_if, pair_up, rate
from sayso import Claim, combine
from sayso.estimation.combining import METHODS

METHOD_NAMES = tuple(METHODS)


class Truth(NamedTuple):
    """How a set names and judges its values.

    Attributes:
        claimed: The key of a claim's value; a claim that has none is no claim.
        true: The key of the true value.
        near: How far from the true value counts as near.
    """

    claimed: str
    true: str
    near: Callable[[float], float]


TRUTHS = {
    "truth_population": Truth("value", "truth", lambda truth: 0.01 * truth),
    "truth_flights": Truth("minutes", "truth_minutes", lambda truth: 2.0),
}


class Row(NamedTuple):
    """A method's results on one set: shares of exact and near values, and the mean error."""

    method: str
    set: str
    exact: float | None
    near: float | None
    mae: float | None
    n: int


def read_claims(set_name: str) -> list[Claim]:
    """The claims of a set, also about objects whose truth is not known."""
    key = TRUTHS[set_name].claimed
    return [
        Claim(object=item["id"], source=claim["source"], value=claim[key])
        for item in load_items(set_name)
        for claim in item["claims"]
        if claim[key] is not None
    ]


@functools.cache
def combine_set(set_name: str, method: str) -> Mapping[str, float]:
    """What a method makes of a whole set, by object: sources are learned from all of it."""
    return {one.object: one.value for one in combine(read_claims(set_name), method=method).choices}


def load_truths(set_name: str, limit: int | None) -> list[Item]:
    """The objects whose truth is known."""
    return load_items(set_name, "truth_dev.jsonl", limit=limit)


def judge(set_name: str, item: Item, found: Mapping[str, float]) -> AnyTally:
    """One object: a value that is missing is wrong, and as far off as the true value from 0."""
    truth = TRUTHS[set_name]
    true, value = float(item[truth.true]), found.get(item["id"], 0.0)
    return {
        "exact": one_if(value == true),
        "near": one_if(abs(value - true) <= truth.near(true)),
        "within_1pct": one_if(abs(value - true) <= 0.01 * abs(true)),
        "mae": pair_up([true], [value]),
    }


_SHOWN: tuple[tuple[str, MetricKind], ...] = (("exact", "share"), ("near", "share"), ("mae", "mae"))


def compare_methods(*, limit: int | None = None) -> Iterator[Row]:
    """Each method on each set.

    Raises:
        MissingDataError: A set is not on this machine.
    """
    for set_name in TRUTHS:
        items = load_truths(set_name, limit)
        for method in METHOD_NAMES:
            tallies = [judge(set_name, item, combine_set(set_name, method)) for item in items]
            exact, near, error = (
                _rounded(rate(kind, add_up(kind, [one[name] for one in tallies]))) for name, kind in _SHOWN
            )
            yield Row(method, set_name, exact, near, error, len(items))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
