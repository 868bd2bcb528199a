"""Train the weights by which ``sayso.toll`` chooses the killed and injured of a report on a shooting.

    python -m training.shootings TRAIN.jsonl --out src/sayso/estimation/shooting_weights.txt.gz
    python -m training.shootings TRAIN.jsonl --folds 4   # exactness on incidents that were not trained on

A line of the input is an incident of the Gun Violence Archive: ``num_killed``, ``num_injured`` and its ``documents``.
The weights are those of a softmax over pairs of numbers, fitted report by report with Adagrad and a pull to zero. A
feature is kept when several incidents have it, so that no single report speaks through the weights; names in running
text are never looked at. The same input gives the same bytes.
"""

import argparse
import hashlib
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

import sayso
from bench.library import make_report
from sayso.estimation.shooting_features import Evidence, gather_evidence
from sayso.estimation.shootings import SIZES, Victims, Weights, choose_victims, is_shooting, to_bytes
from sayso.estimation.toll import apply_rules
from sayso.pipeline import read_headline

MIN_INCIDENTS = 5
EPOCHS = 8
RATE = 0.03
"""Held-out incidents, both numbers exact: 0.672 with a rate of 0.1, 0.690 with 0.05, 0.697 with 0.03."""
DECAYS = (0.02, 0.02, 0.0)
"""The pull to zero of report, number and pair weights, chosen on held-out training incidents."""
MIN_WEIGHT = 0.06
"""Smaller weights are left out: the file shrinks from 129 to 51 kB, exactness moves by less than 0.01 either way."""
SEED = 1

Array = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]


class Example(NamedTuple):
    """A report with what is known of its incident."""

    incident: str
    gold: Victims
    by_rules: Victims
    is_shooting: bool
    evidence: Evidence


class Encoded(NamedTuple):
    """A report in positions of features: ``owners`` says which number each of ``numbers`` is of."""

    report: Rows
    sizes: Rows
    numbers: Rows
    owners: Rows
    pairs: Rows
    gold: tuple[int, int]


class Tables(NamedTuple):
    """One array a part of the weights."""

    report: Array
    numbers: Array
    pairs: Array


def main() -> None:
    """Train on everything and write the weights, or try them on incidents held out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    examples = [example for line in options.train.open(encoding="utf-8") for example in read_incident(json.loads(line))]
    if options.folds:
        sys.stdout.write(cross_validate(examples, options.folds))
    if options.out:
        options.out.write_bytes(to_bytes(train(examples)))


def read_incident(incident: dict[str, Any]) -> Iterable[Example]:
    """The reports of an incident."""
    gold = Victims(incident["num_killed"], incident["num_injured"])
    for item in incident["documents"]:
        document = make_report(item["text"] or "", id=item["id"], title=item["title"], date=item["dct"], publisher=None)
        reading = sayso.read(document)
        rules = apply_rules(reading, read_headline(reading))
        by_rules = Victims(*(found[0] if found else 0 for found in rules))
        yield Example(incident["id"], gold, by_rules, is_shooting(reading), gather_evidence(reading, rules))


def cross_validate(examples: Sequence[Example], folds: int) -> str:
    """Shares of reports whose numbers are exact: by rules, and by weights trained on the other incidents."""
    counts = {"rules": Counter[str](), "weights": Counter[str]()}
    for fold in range(folds):
        weights = train([example for example in examples if fold_of(example.incident, folds) != fold])
        for example in examples:
            if fold_of(example.incident, folds) == fold:
                chosen = choose_victims(weights, example.evidence) if example.is_shooting else example.by_rules
                for name, found in (("rules", example.by_rules), ("weights", chosen)):
                    counts[name].update(killed=found.killed == example.gold.killed)
                    counts[name].update(injured=found.injured == example.gold.injured, both=found == example.gold)
    return "".join(
        f"{name}: {', '.join(f'{key} {count / len(examples):.4f}' for key, count in counted.items())}\n"
        for name, counted in counts.items()
    )


def fold_of(incident: str, folds: int) -> int:
    """The part of the incidents that one belongs to, the same on every machine."""
    return int(hashlib.sha256(incident.encode()).hexdigest(), 16) % folds


def train(examples: Sequence[Example]) -> Weights:
    """Fit the weights; reports on something else, and numbers that are not among the considered, teach nothing."""
    kept = [example for example in examples if example.is_shooting and tuple(example.gold) in example.evidence.pairs]
    names = _name_features(kept)
    encoded = [_encode(example, names) for example in kept]
    tables = _fit(
        encoded,
        Tables(*(np.zeros((len(part), columns)) for part, columns in zip(names, (2 * SIZES, 2, 1), strict=True))),
    )
    return Weights(*(_to_table(part, table) for part, table in zip(names, tables, strict=True)))


def _name_features(examples: Sequence[Example]) -> list[dict[str, int]]:
    """The features that enough incidents have, each with its position: of reports, of numbers, of pairs."""
    seen: list[defaultdict[str, set[str]]] = [defaultdict(set), defaultdict(set), defaultdict(set)]
    for incident, _, _, _, evidence in examples:
        for part, groups in zip(
            seen, ([evidence.report], evidence.numbers.values(), evidence.pairs.values()), strict=True
        ):
            for group in groups:
                for feature in group:
                    part[feature].add(incident)
    frequent = (
        sorted(feature for feature, incidents in part.items() if len(incidents) >= MIN_INCIDENTS) for part in seen
    )
    return [{feature: position for position, feature in enumerate(part)} for part in frequent]


def _encode(example: Example, names: Sequence[dict[str, int]]) -> Encoded:
    evidence = example.evidence
    considered = list(evidence.numbers)
    owned = [
        (names[1][feature], owner)
        for owner, features in enumerate(evidence.numbers.values())
        for feature in features
        if feature in names[1]
    ]
    nothing = len(names[2])
    pairs = [
        [[names[2].get(feature, nothing) for feature in evidence.pairs[killed, injured]] for injured in considered]
        for killed in considered
    ]
    return Encoded(
        report=np.array([names[0][feature] for feature in evidence.report if feature in names[0]], dtype=np.intp),
        sizes=np.array([min(number, SIZES - 1) for number in considered], dtype=np.intp),
        numbers=np.array([feature for feature, _ in owned], dtype=np.intp),
        owners=np.array([owner for _, owner in owned], dtype=np.intp),
        pairs=np.array(pairs, dtype=np.intp),
        gold=(considered.index(example.gold.killed), considered.index(example.gold.injured)),
    )


def _fit(encoded: Sequence[Encoded], tables: Tables) -> Tables:
    squares = Tables(*(np.full_like(table, 1.0) for table in tables))
    pairs = np.zeros((len(tables.pairs) + 1, 1))
    pair_squares = np.full_like(pairs, 1.0)
    tables, squares = tables._replace(pairs=pairs), squares._replace(pairs=pair_squares)
    order = list(encoded)
    rng = random.Random(SEED)
    averaged = Tables(*(np.zeros_like(table) for table in tables))
    for epoch in range(EPOCHS):
        rng.shuffle(order)
        for example in order:
            _learn(example, tables, squares)
        if epoch >= EPOCHS // 2:
            share = EPOCHS - EPOCHS // 2
            averaged = Tables(*(total + table / share for total, table in zip(averaged, tables, strict=True)))
    return averaged._replace(pairs=averaged.pairs[:-1])


def _learn(example: Encoded, tables: Tables, squares: Tables) -> None:
    """One step of Adagrad on one report."""
    count = len(example.sizes)
    of_report = tables.report[example.report].sum(axis=0)
    of_numbers = np.zeros((count, 2))
    np.add.at(of_numbers, example.owners, tables.numbers[example.numbers])
    killed = of_report[:SIZES][example.sizes] + of_numbers[:, 0]
    injured = of_report[SIZES:][example.sizes] + of_numbers[:, 1]
    scores = killed[:, None] + injured[None, :] + tables.pairs[example.pairs, 0].sum(axis=-1)
    error = np.exp(scores - scores.max())
    error /= error.sum()
    error[example.gold] -= 1.0
    by_number = np.stack([error.sum(axis=1), error.sum(axis=0)], axis=1)
    by_size = np.zeros(2 * SIZES)
    np.add.at(by_size, example.sizes, by_number[:, 0])
    np.add.at(by_size, example.sizes + SIZES, by_number[:, 1])
    _step(
        tables.report,
        squares.report,
        example.report,
        np.broadcast_to(by_size, (len(example.report), 2 * SIZES)),
        DECAYS[0],
    )
    features, inverse = np.unique(example.numbers, return_inverse=True)
    summed = np.zeros((len(features), 2))
    np.add.at(summed, inverse, by_number[example.owners])
    _step(tables.numbers, squares.numbers, features, summed, DECAYS[1])
    features, inverse = np.unique(example.pairs.ravel(), return_inverse=True)
    weights = np.repeat(error.ravel(), example.pairs.shape[-1])
    for_pairs = np.zeros(len(features))
    np.add.at(for_pairs, inverse, weights)
    is_known = features < len(tables.pairs) - 1
    _step(tables.pairs, squares.pairs, features[is_known], for_pairs[is_known, None], DECAYS[2])


def _step(table: Array, squares: Array, rows: Rows, gradient: Array, decay: float) -> None:
    pulled = gradient + decay * table[rows]
    squares[rows] += pulled**2
    table[rows] -= RATE * pulled / np.sqrt(squares[rows])


def _to_table(names: dict[str, int], table: Array) -> dict[str, tuple[float, ...]]:
    """The rows that say something, rounded."""
    rows = {feature: table[position] for feature, position in names.items()}
    return {
        feature: tuple(float(round(weight, 2)) + 0.0 for weight in row)
        for feature, row in rows.items()
        if np.abs(row).max() >= MIN_WEIGHT
    }


if __name__ == "__main__":
    main()
