"""How sure a reading is: the rules that made a figure in, the chance that a careful reader would read it alike out."""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

_FIELDS = ("quantity", "counted", "event", "aspect")
"""What the chance is about; interval and place have rules of their own and are not in it."""
BIAS = "every figure"


def find_confidence(rules: Mapping[str, str]) -> float:
    """The chance that value, bound, counted thing, event and aspect of a figure are all right.

    Calibrated on reports annotated by hand: of figures with 0.8, about eight in ten are right in all five. What each
    rule is worth stands in ``data/confidence.txt``, which ``training/confidence.py`` rebuilds.

    Args:
        rules: The rule behind each field, as ``sayso why`` shows them.

    Returns:
        A chance between 0 and 1, to two digits.
    """
    weights = _load_weights()
    score = sum(weights.get(feature, 0.0) for feature in iter_features(rules))
    return round(1 / (1 + math.exp(-score)), 2)


def iter_features(rules: Mapping[str, str]) -> Iterator[str]:
    """The features of a figure: each rule in full, and the kind of rule that it is."""
    yield BIAS
    for field in _FIELDS:
        rule = rules[field]
        yield f"{field}: {rule}"
        if (kind := rule.split()[0].rstrip(",:")) != rule:
            yield f"{field}: {kind} ..."


@cache
def _load_weights() -> dict[str, float]:
    lines = files("sayso.reading").joinpath("data/confidence.txt").read_text(encoding="utf-8").splitlines()
    return {feature: float(weight) for feature, weight in (line.split("\t") for line in lines)}
