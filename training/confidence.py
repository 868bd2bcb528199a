"""Fit what each rule is worth for ``sayso.reading.confidence``, on figures annotated by hand.

    python -m training.confidence check                 # calibration by report: chance said against share right
    python -m training.confidence train --out src/sayso/reading/data/confidence.txt

A figure is right when value, bound, counted thing, event and aspect all are, as ``bench.sets.gold`` judges. The
reports are those of ``bench/annotations``: the 12 gold ones were read while rules were made and would flatter.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bench.library import make_report, read_statements
from bench.sets.gold import RECORD, match_figures, parse_gold, right_fields
from bench.sets.reports import load_annotated
from sayso.reading.confidence import iter_features

PENALTY = 2.0
"""Of the squared weights: rules seen a few times stay near what their kind is worth."""
LEAST = 5
"""Figures that a feature must be seen in."""
FOLDS = 10
DIGITS = 2


class Example(NamedTuple):
    """A figure found: its report, its features, and whether it is right."""

    report: str
    features: tuple[str, ...]
    is_right: bool


def main() -> None:
    """Run one of the two steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["check", "train"])
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    examples = load_examples()
    if options.step == "check":
        check(examples)
    else:
        weights = fit(examples)
        options.out.write_text("".join(f"{name}\t{weight}\n" for name, weight in weights.items()), encoding="utf-8")
        sys.stdout.write(f"{len(examples)} figures, {len(weights)} weights\n")


def load_examples() -> list[Example]:
    """Every annotated figure that was found."""
    examples = []
    for item in load_annotated():
        document = make_report(
            item["text"], id=item["id"], title=item["title"], date=item["date"], publisher=item["publisher"]
        )
        gold = parse_gold(item)
        for figure, statement in zip(gold, match_figures(gold, read_statements(document)).statements, strict=True):
            if statement is not None:
                right = right_fields(figure, statement)
                features = tuple(iter_features(statement.extraction.rules))
                examples.append(Example(item["id"], features, all(right[name] for name in RECORD)))
    return examples


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Logistic regression by Newton's method, rounded, in the order of the names."""
    counts = Counter(feature for example in examples for feature in example.features)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    position = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        table[row, [position[name] for name in example.features if name in position]] = 1.0
    right = np.array([example.is_right for example in examples], dtype=float)
    weights = np.zeros(len(names))
    for _ in range(20):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - right) + PENALTY * weights
        curve = (table.T * (chance * (1 - chance))) @ table + PENALTY * np.eye(len(names))
        weights -= np.linalg.solve(curve, slope)
    rounded = {name: round(float(weight), DIGITS) for name, weight in zip(names, weights, strict=True)}
    return {name: weight for name, weight in rounded.items() if weight}


def check(examples: Sequence[Example]) -> None:
    """Print chance said and share right by tenths, each report judged by weights of other reports."""
    reports = sorted({example.report for example in examples})
    random.Random(1).shuffle(reports)
    said: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        held = set(reports[fold::FOLDS])
        weights = fit([example for example in examples if example.report not in held])
        for example in (example for example in examples if example.report in held):
            score = sum(weights.get(feature, 0.0) for feature in example.features)
            said.append((1 / (1 + float(np.exp(-score))), example.is_right))
    print_calibration(said)


def print_calibration(said: Sequence[tuple[float, bool]]) -> None:
    """A row a tenth: figures, mean chance said, share right; then the Brier scores of the chances and of the mean."""
    for tenth in range(10):
        inside = [(chance, is_right) for chance, is_right in said if min(9, int(chance * 10)) == tenth]
        if inside:
            mean, share = (sum(part) / len(inside) for part in zip(*inside, strict=True))
            sys.stdout.write(f"{tenth / 10:.1f}  {len(inside):5} figures  said {mean:.2f}  right {share:.2f}\n")
    share = sum(is_right for _, is_right in said) / len(said)
    brier = sum((chance - is_right) ** 2 for chance, is_right in said) / len(said)
    sys.stdout.write(f"Brier {brier:.3f}, {share * (1 - share):.3f} for the share alone\n")


if __name__ == "__main__":
    main()
