"""The toll of a shooting, weighed: killed and injured chosen together by trained weights of words, numbers and rules."""

import gzip
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from sayso.estimation.shooting_features import Evidence, Rules, gather_evidence
from sayso.estimation.shooting_words import tells_of_shooting
from sayso.model import Reading

_FILE = "shooting_weights.txt.gz"
_LEAD = 1500
SIZES = 4
"""None, one, two, more: how the report's own words are weighed."""


class Weights(NamedTuple):
    """Trained weights.

    Attributes:
        report: Feature of a report to its weights for 0, 1, 2 and more killed, then the same for the injured.
        numbers: Feature of a number to its weight for that many killed and that many injured.
        pairs: Feature of killed and injured together to its weight.
    """

    report: dict[str, tuple[float, ...]]
    numbers: dict[str, tuple[float, ...]]
    pairs: dict[str, tuple[float, ...]]


class Victims(NamedTuple):
    """How many were killed and injured."""

    killed: int
    injured: int


def is_shooting(reading: Reading) -> bool:
    """Whether the trained weights know reports like this one: shootings outside war and unrest."""
    start, end = reading.document.body
    lead = reading.document.text[start : min(end, start + _LEAD)]
    return tells_of_shooting(f"{reading.document.title or ''}\n{lead}")


def weigh_victims(reading: Reading, rules: Rules) -> Victims:
    """The most likely numbers of killed and injured.

    Args:
        reading: A report on a shooting.
        rules: What the rules make of it; the weights say how far to trust them.
    """
    return choose_victims(_load_weights(), gather_evidence(reading, rules))


def choose_victims(weights: Weights, evidence: Evidence) -> Victims:
    """The pair of numbers with the greatest sum of weights; the smaller numbers where two pairs have the same."""
    nothing = (0.0,) * (2 * SIZES)
    rows = [row for feature in evidence.report if (row := weights.report.get(feature)) is not None]
    of_report = [sum(column) for column in zip(nothing, *rows, strict=True)]
    killed: dict[int, float] = {}
    injured: dict[int, float] = {}
    for number, features in evidence.numbers.items():
        mentions = [weights.numbers[feature] for feature in features if feature in weights.numbers]
        size = min(number, SIZES - 1)
        killed[number] = of_report[size] + sum(mention[0] for mention in mentions)
        injured[number] = of_report[SIZES + size] + sum(mention[1] for mention in mentions)

    def weight_of(pair: tuple[int, int]) -> float:
        together = sum(weights.pairs[feature][0] for feature in evidence.pairs[pair] if feature in weights.pairs)
        return killed[pair[0]] + injured[pair[1]] + together

    return Victims(*max(sorted(evidence.pairs), key=weight_of))


def to_bytes(weights: Weights) -> bytes:
    """The file of weights: packed lines of part, feature and weights, with tabs between."""
    lines = (
        f"{part}\t{feature}\t{' '.join(f'{weight:g}' for weight in row)}\n"
        for part, table in zip(Weights._fields, weights, strict=True)
        for feature, row in sorted(table.items())
    )
    return gzip.compress("".join(lines).encode(), mtime=0)


def from_bytes(packed: bytes) -> Weights:
    """The weights that ``to_bytes`` packed."""
    tables: dict[str, dict[str, tuple[float, ...]]] = {part: {} for part in Weights._fields}
    for line in gzip.decompress(packed).decode().splitlines():
        part, feature, row = line.split("\t")
        tables[part][feature] = tuple(map(float, row.split(" ")))
    return Weights(**tables)


@cache
def _load_weights() -> Weights:
    return from_bytes(files("sayso.estimation").joinpath(_FILE).read_bytes())
