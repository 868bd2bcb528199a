"""Claims of sources about objects come in; the same as arrays go out, in an order that the input has no part in."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.model import Claim

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """The value that a method gives one object.

    Attributes:
        object: The object.
        value: Its value by the method.
        weight: With ``lookup`` the probability that the value is true; with any other method the share of the weights
            of the sources heard that stand behind exactly this value, which is 0 for a mean that nobody claims.
        claims: How many claims there are about it.
        values: How many different values they give.
    """

    object: str
    value: float
    weight: float
    claims: int
    values: int


class SourceWeight(msgspec.Struct, frozen=True, kw_only=True):
    """What a method makes of one source.

    Attributes:
        source: The source.
        weight: With ``lookup`` the probability that a claim of it is true; with any other method its weight, where
            only the ratio between sources means something. 1 where the method treats all alike.
        claims: How many claims it makes.
    """

    source: str
    weight: float
    claims: int


class Combination(msgspec.Struct, frozen=True, kw_only=True):
    """What a method makes of all claims together.

    Attributes:
        method: The method, as it was named.
        choices: A value for each object, by the object's name.
        sources: A weight for each source, by the source's name.
        variety: With ``lookup`` how varied the false values of one object are: near 0 all sources that are wrong
            repeat one value, far above 1 each has its own. None with any other method.
    """

    method: str
    choices: tuple[Choice, ...]
    sources: tuple[SourceWeight, ...]
    variety: float | None = None


class Panel(NamedTuple):
    """Claims as arrays.

    Attributes:
        objects: The names of the objects, sorted.
        sources: The names of the sources, sorted.
        of_object: The object of each claim.
        of_source: The source of each claim.
        said: Which candidate each claim is for.
        value: The value of each claim.
        day: The day of each claim, as an ordinal; 0 where it is not known.
        candidate_object: The object of each candidate, which is a value that somebody claims of it.
        candidate_value: The value of each candidate; candidates are sorted by object, then value.
    """

    objects: tuple[str, ...]
    sources: tuple[str, ...]
    of_object: Indices
    of_source: Indices
    said: Indices
    value: Floats
    day: Indices
    candidate_object: Indices
    candidate_value: Floats

    def sum_objects(self, weights: Floats) -> Floats:
        """The sum over the claims about each object."""
        return np.asarray(np.bincount(self.of_object, weights, len(self.objects)), np.float64)

    def sum_sources(self, weights: Floats) -> Floats:
        """The sum over the claims of each source."""
        return np.asarray(np.bincount(self.of_source, weights, len(self.sources)), np.float64)

    def sum_candidates(self, weights: Floats) -> Floats:
        """The sum over the claims for each candidate."""
        return np.asarray(np.bincount(self.said, weights, len(self.candidate_value)), np.float64)


def make_panel(claims: Iterable[Claim]) -> Panel:
    """Claims as arrays; a source that says the same of an object twice is heard once, with the later date."""
    heard: dict[tuple[str, float, str], int] = {}
    for claim in claims:
        key = (claim.object, float(claim.value), claim.source)
        heard[key] = max(heard.get(key, 0), _ordinal(claim.date))
    rows = sorted(heard)
    objects = tuple(dict.fromkeys(row[0] for row in rows))
    sources = tuple(sorted({row[2] for row in rows}))
    candidates = list(dict.fromkeys(row[:2] for row in rows))
    object_index, source_index = _number(objects), _number(sources)
    candidate_index = {candidate: index for index, candidate in enumerate(candidates)}
    return Panel(
        objects=objects,
        sources=sources,
        of_object=np.array([object_index[row[0]] for row in rows], np.int64),
        of_source=np.array([source_index[row[2]] for row in rows], np.int64),
        said=np.array([candidate_index[row[:2]] for row in rows], np.int64),
        value=np.array([row[1] for row in rows], np.float64),
        day=np.array([heard[row] for row in rows], np.int64),
        candidate_object=np.array([object_index[candidate[0]] for candidate in candidates], np.int64),
        candidate_value=np.array([candidate[1] for candidate in candidates], np.float64),
    )


def choose_candidates(panel: Panel, scores: Floats) -> Indices:
    """The candidate of each object with the highest score; of equal ones the lowest value."""
    close = np.round(scores, 12)  # sums in another order differ in their last digits
    order = np.lexsort((panel.candidate_value, -close, panel.candidate_object))
    _, first = np.unique(panel.candidate_object[order], return_index=True)
    return order[first]


def take_medians(panel: Panel, weights: Floats) -> Floats:
    """The weighted median of the claims about each object: the lowest claimed value with half the weight up to it."""
    totals = panel.sum_candidates(weights)
    summed = np.cumsum(totals)
    starts = np.searchsorted(panel.candidate_object, np.arange(len(panel.objects)))
    before = np.concatenate([[0.0], summed])[starts]
    whole = panel.sum_objects(weights)
    reached = (summed - before[panel.candidate_object]) >= (0.5 - 1e-9) * whole[panel.candidate_object]
    found = np.flatnonzero(reached)
    _, first = np.unique(panel.candidate_object[found], return_index=True)
    return panel.candidate_value[found[first]]


def describe(panel: Panel, method: str, values: Floats, source_weights: Floats) -> Combination:
    """What a method that weighs sources found, as the values that users get."""
    weights = source_weights[panel.of_source]
    behind = panel.sum_objects(np.where(panel.value == values[panel.of_object], weights, 0.0))
    whole = panel.sum_objects(weights)
    return make_combination(panel, method, values, behind / whole, source_weights)


def make_combination(
    panel: Panel, method: str, values: Floats, shares: Floats, source_weights: Floats, *, variety: float | None = None
) -> Combination:
    """The values that users get."""
    n_claims = np.bincount(panel.of_object, minlength=len(panel.objects))
    n_values = np.bincount(panel.candidate_object, minlength=len(panel.objects))
    n_made = np.bincount(panel.of_source, minlength=len(panel.sources))
    columns = zip(panel.objects, _plain(values), _plain(shares), n_claims.tolist(), n_values.tolist(), strict=True)
    made = zip(panel.sources, _plain(source_weights), n_made.tolist(), strict=True)
    return Combination(
        method=method,
        choices=tuple(Choice(object=o, value=v, weight=w, claims=n, values=k) for o, v, w, n, k in columns),
        sources=tuple(SourceWeight(source=s, weight=w, claims=n) for s, w, n in made),
        variety=variety,
    )


def _plain(numbers: Floats) -> list[float]:
    return [float(number) for number in numbers]


def _number(names: Sequence[str]) -> dict[str, int]:
    return {name: index for index, name in enumerate(names)}


def _ordinal(day: dt.date | None) -> int:
    return 0 if day is None else day.toordinal()
