"""NewsQuant: news sentences in, how many of their quantities are read right out.

Definitions. A gold quantity and a found one are a pair for a metric when they agree in all that the metric names;
pairs are made one to one, as many as possible, for each metric on its own; F1 is over all sentences together.

- ``value_f1``: the value agrees.
- ``value_bound_f1``: value, and the ``change`` field: ``=``, ``~``, ``>``, ``<``, up, down.
- ``value_unit_f1``: value and unit.
- ``all_right_f1``: value, change, unit and referred concepts.

Each field agrees when:

- value: equal up to rounding (a relative 1e-6; below 1, an absolute 0.001, since a third may be written 0.333).
  A range agrees when both ends do, in either order. A vague word is a power-of-ten range in the gold ("thousands" is
  1000-10000) and a least value with us: it agrees when our least value lies in that range. The gold writes 40 % as 40
  and a third as 0.333, sayso both as shares of 1: a share agrees with either. A share has the aspect ``share``, or is
  written with a per cent sign or word; its unit is a percentage. For ``change`` up or down the sign is no
  part of the value, because the gold writes both "down 1.3" and "down -1.3".
- change: up and down come before the bound; about is ``~``, more than and at least are ``>``, less than and at most
  ``<``, the rest (exact, ranges, vague words) ``=``.
- unit: the gold's normalised unit is our unit, or our counted noun as lemma or as written (each also with "per" its
  period, for a rate), by ``bench.units``. No unit in the gold asks for none. A gold unit that opens with a per cent
  sign ("% of those") asks for a percentage.
- referred concepts: the content words of the gold's concepts are exactly those of all that our figure is ``about``, the
  words of the gold's unit left out. This is the "complete" match.

Source:
    Almasian, Kazakova, Göldner & Gertz (2023), CQE: A Comprehensive Quantity Extractor, EMNLP 2023; data and the
    definition of the levels from its evaluation code, one-to-one here.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from bench.data import Item, load_items
from bench.library import find_figures
from bench.matching import match
from bench.tallies import BenchSet, Counts, Metric, Tally
from bench.units import unit_name
from bench.words import content_words
from sayso.model import Figure, Quantity

METRICS = (
    Metric("value_f1", "f1"),
    Metric("value_bound_f1", "f1"),
    Metric("value_unit_f1", "f1"),
    Metric("all_right_f1", "f1"),
)

_VALUE = re.compile(r"(?P<low>[-−]?[\d.]+(?:E[-+]?\d+)?)(?:\s*-\s*(?P<high>[\d.]+(?:E[-+]?\d+)?))?")
_PERCENT = re.compile(r"%|\bper\s?cent\b|\bpct\b", re.IGNORECASE)
_CHANGE_OF_BOUND = {"about": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}
_PERIOD_NAMES = {
    "PT1H": "hour", "PT1M": "minute", "PT1S": "second", "P1D": "day", "P1W": "week", "P1M": "month", "P1Y": "year",
    "P10Y": "decade", "P100Y": "century",
}  # fmt: skip


class GoldQuantity(NamedTuple):
    """A quantity as annotated.

    Attributes:
        low: The value, or the lower end of a range.
        high: The value, or the upper end.
        change: ``=``, ``~``, ``>``, ``<``, up or down.
        unit: The normalised unit in normal form; empty for none.
        unit_words: Content words of the unit, as written and normalised.
        concepts: Content words of the referred concepts.
    """

    low: float
    high: float
    change: str
    unit: str
    unit_words: frozenset[str]
    concepts: frozenset[str]


class FoundQuantity(NamedTuple):
    """A quantity as found, by sayso or by a peer.

    Attributes:
        low: The value, or the lower end of a range; for a vague word, its least value.
        high: The value, or the upper end.
        change: ``=``, ``~``, ``>``, ``<``, up or down.
        units: Every name it gives the unit, in normal form; ``{""}`` for none.
        words: Content words of what it is about.
        is_vague: The words name no number ("thousands").
        is_share: The value is a share of 1.
    """

    low: float
    high: float
    change: str
    units: frozenset[str]
    words: frozenset[str] = frozenset()
    is_vague: bool = False
    is_share: bool = False


Check = Callable[[GoldQuantity, FoundQuantity], bool]
"""Whether a gold quantity and a found one agree in one field."""


def parse_gold(annotated: Item) -> GoldQuantity:
    """A quantity as the file writes it.

    Raises:
        ValueError: The value is neither a number nor a range.
    """
    written = _VALUE.fullmatch(str(annotated["value"]).strip())
    if written is None:
        raise ValueError(f"expected a number or a range as value, found {annotated['value']!r}")
    low = float(written["low"].replace("−", "-"))
    high = float(written["high"]) if written["high"] else low
    unit = "percentage" if annotated["normalized_unit"].startswith("%") else unit_name(annotated["normalized_unit"])
    return GoldQuantity(
        low=min(low, high),
        high=max(low, high),
        change=annotated["change"],
        unit=unit,
        unit_words=content_words(f"{annotated['unit']} {annotated['normalized_unit']}"),
        concepts=content_words(annotated["referred_concepts"]),
    )


def from_figure(figure: Figure) -> FoundQuantity | None:
    """A figure of sayso as this set sees it; None when it holds no number at all."""
    quantity = figure.quantity
    ends = stated_ends(quantity)
    if ends is None:
        return None
    is_share = figure.aspect == "share" or _PERCENT.search(quantity.as_written) is not None
    names = ["percentage"] if is_share else []
    names += [quantity.unit] if quantity.unit else []
    if figure.counted is not None:
        names += [figure.counted.lemma, figure.counted.exact]
    period = _PERIOD_NAMES.get(figure.per or "")
    if period:
        names += [f"{name} per {period}" for name in names]
    return FoundQuantity(
        low=ends[0],
        high=ends[1],
        change=quantity.direction or _CHANGE_OF_BOUND.get(quantity.bound, "="),
        units=frozenset(unit_name(name) for name in names) or frozenset([""]),
        words=frozenset().union(*(content_words(one.exact) for one in figure.about)),
        is_vague=quantity.bound == "vague",
        is_share=is_share,
    )


def stated_ends(quantity: Quantity) -> tuple[float, float] | None:
    """The number that the words name, twice, or both ends of a range; None when there is none.

    "More than 20" names 20, which is its low; "under 20" names 20, its high; "about 20" its best.
    """
    if quantity.bound == "range" and quantity.low is not None and quantity.high is not None:
        return float(quantity.low), float(quantity.high)
    order = {
        "exact": (quantity.best, quantity.low),
        "about": (quantity.best,),
        "at_least": (quantity.low,),
        "more_than": (quantity.low,),
        "at_most": (quantity.high,),
        "less_than": (quantity.high,),
        "vague": (quantity.low, quantity.best),
        "range": (quantity.low, quantity.high),
    }[quantity.bound]
    named = next((value for value in order if value is not None), None)
    return None if named is None else (float(named), float(named))


def same_value(gold: GoldQuantity, found: FoundQuantity) -> bool:
    """Whether the values agree, as the head of this file says."""
    if found.is_vague and gold.high > gold.low:
        return _close(gold.high, 10 * gold.low) and gold.low <= found.low <= gold.high
    scales = (1.0, 100.0) if found.is_share else (1.0,)
    unsigned = bool({gold.change, found.change} & {"up", "down"})
    wanted = sorted(abs(end) if unsigned else end for end in (gold.low, gold.high))
    for scale in scales:
        ends = sorted(abs(end * scale) if unsigned else end * scale for end in (found.low, found.high))
        if all(_close(one, other) for one, other in zip(wanted, ends, strict=True)):
            return True
    return False


def same_change(gold: GoldQuantity, found: FoundQuantity) -> bool:
    """Whether bound or direction agree."""
    return gold.change == found.change


def same_unit(gold: GoldQuantity, found: FoundQuantity) -> bool:
    """Whether the gold's unit is one of the names found."""
    return gold.unit in found.units


def same_concepts(gold: GoldQuantity, found: FoundQuantity) -> bool:
    """Whether the concepts agree completely."""
    return gold.concepts == found.words - gold.unit_words


def count_quantities(gold: list[GoldQuantity], found: list[FoundQuantity]) -> Tally:
    """The counts of one sentence."""
    checks: dict[str, tuple[Check, ...]] = {
        "value_f1": (same_value,),
        "value_bound_f1": (same_value, same_change),
        "value_unit_f1": (same_value, same_unit),
        "all_right_f1": (same_value, same_change, same_unit, same_concepts),
    }
    tally = {}
    for name, needed in checks.items():
        pairs = match(gold, found, partial(_agree, needed))
        tally[name] = Counts(right=len(pairs), found=len(found), gold=len(gold))
    return tally


def predict(item: Item) -> list[FoundQuantity]:
    """What sayso finds in a sentence."""
    return [found for figure in find_figures(item["text"]) if (found := from_figure(figure)) is not None]


def count(item: Item) -> Tally:
    """One sentence."""
    return count_quantities([parse_gold(one) for one in item["quantities"]], predict(item))


def _agree(needed: tuple[Check, ...], gold: GoldQuantity, found: FoundQuantity) -> float:
    return float(all(check(gold, found) for check in needed))


def _close(one: float, other: float) -> bool:
    if abs(one) < 1:
        return abs(one - other) <= (0.001 if abs(one) > 0.01 else 1e-6 * abs(one))
    return abs(one - other) <= 1e-6 * max(abs(one), abs(other))


SET = BenchSet("newsquant", METRICS, lambda limit: load_items("newsquant", limit=limit), count)
