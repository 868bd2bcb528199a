"""Fit the weights by which ``sayso.reading.place_choice`` chooses the place of a figure.

    python -m training.places --out src/sayso/reading/data/place_weights.txt
    python -m training.places --folds 10

The reports of the set ``gold`` have two readings a figure, those of ``reports`` have one; ``places.jsonl`` beside this
file gives the places of figures in more reports of the development data, a report a line: file, id, for each figure
start, end and the place as written, null for none. Texts stay where they are: ``SAYSO_BENCH_DATA`` names the folder
that holds them. ``--folds`` writes nothing: it fits on all folds but one and prints how often the place chosen on the
rest is right, beside how often the right one stands to choice at all.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bench.data import load_items
from bench.fields import same_place_name
from bench.library import make_report
from bench.sets.reports import load_annotated
from sayso.model import make_outline
from sayso.reading.drafts import iter_drafts
from sayso.reading.page import Page
from sayso.reading.place_choice import Candidate
from sayso.reading.place_features import Spot
from sayso.reading.reader import make_spot

PLACES = Path(__file__).with_suffix(".jsonl")
Item = dict[str, Any]
"""A report as it stands in the data."""
PENALTY = 1.0
"""Of the squared weights; 0.5 and 1.5 came out within a hundredth under cross-validation."""
STEPS = 150
"""Of gradient descent; the weights stand still by then."""
ROUNDS = 3
"""Fits, each on the features that the last one's own choices for the figures before give."""


class Example(NamedTuple):
    """A figure: what stands to choice for it, and which of that is right."""

    candidates: list[Candidate]
    right: list[bool]


class Report(NamedTuple):
    """A report, its figures in text order with the places that annotators gave them."""

    item: Item
    page: Page
    figures: list[tuple[Spot, list[str | None]]]


def main() -> None:
    """Fit, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int)
    options = parser.parse_args()
    reports = [_read_report(item) for item in (*load_items("gold"), *load_annotated(), *_load_places())]
    if options.folds:
        validate(reports, options.folds)
    if options.out:
        weights = fit(reports)
        kept = sorted((name, round(weight, 2)) for name, weight in weights.items())
        options.out.write_text("".join(f"{name}\t{weight}\n" for name, weight in kept if weight), encoding="utf-8")


def _load_places() -> Iterator[Item]:
    """The reports of ``training/places.jsonl`` in the form of the gold ones."""
    texts: dict[str, dict[str, Item]] = {}
    for line in map(json.loads, PLACES.read_text(encoding="utf-8").splitlines()):
        name, file = line["file"].split("/")
        if name not in texts:
            texts[name] = {str(item["id"]): item for item in load_items(name, file)}
        item = texts[name][line["id"]]
        figures = [
            {"readings": [{"number": {"start": start, "end": end}, "place": place}]}
            for start, end, place in line["figures"]
        ]
        day = item.get("published", item.get("date"))
        yield {
            "id": line["id"], "text": item["text"], "title": item.get("title"), "publisher": item.get("publisher"),
            "date": day if day and day[:4].isdigit() else None, "figures": figures,
        }  # fmt: skip


def _read_report(item: Item) -> Report:
    document = make_report(
        item["text"], id=item["id"], title=item["title"], date=item["date"], publisher=item["publisher"]
    )
    page = Page(document, make_outline(document))
    figures = []
    for drafts in iter_drafts(page):
        for draft in drafts:
            if draft.phrase.kind == "time":
                continue
            start, end = draft.numeral.start, draft.numeral.end
            for figure in item["figures"]:
                number = figure["readings"][0]["number"]
                if number["start"] < end and start < number["end"]:
                    figures.append((make_spot(page, draft), [reading["place"] for reading in figure["readings"]]))
                    break
    return Report(item, page, figures)


def examples_of(report: Report, weights: dict[str, float] | None) -> list[Example]:
    """The figures of a report; the place of the figure before is the annotated one, or that of given weights."""
    chooser = report.page.make_chooser()
    examples = []
    for spot, wanted in report.figures:
        candidates = chooser.candidates(spot)
        right = [is_right(candidate, wanted) for candidate in candidates]
        at = right.index(True) if any(right) else -1
        if weights is not None:
            at = best_of(candidates, weights)
        chooser.remember(candidates[at].mention, spot)
        examples.append(Example(candidates, right))
    return examples


def is_right(candidate: Candidate, wanted: Sequence[str | None]) -> bool:
    """Whether a candidate is the place of one of the readings."""
    if candidate.mention is None:
        return None in wanted
    place = candidate.mention.found.place
    return any(name is not None and same_place_name(name, place.exact, place.name) for name in wanted)


def best_of(candidates: Sequence[Candidate], weights: dict[str, float]) -> int:
    """The position of the best candidate, the first of equals."""
    scores = [sum(weights.get(name, 0.0) for name in candidate.features) for candidate in candidates]
    return max(range(len(scores)), key=lambda at: (scores[at], -at))


def fit(reports: Sequence[Report]) -> dict[str, float]:
    """Weights that make the right places likely; several right mentions share their likelihood."""
    weights: dict[str, float] | None = None
    for _ in range(ROUNDS):
        examples = [example for report in reports for example in examples_of(report, weights)]
        weights = _fit_once([example for example in examples if any(example.right)])
    return weights or {}


def _fit_once(examples: Sequence[Example]) -> dict[str, float]:
    """Gradient descent with a step of its own for each weight (RPROP), over all examples at once."""
    names = sorted({name for example in examples for candidate in example.candidates for name in candidate.features})
    position = {name: at for at, name in enumerate(names)}
    rows = [candidate for example in examples for candidate in example.candidates]
    table = np.zeros((len(rows), len(names)))
    for row, candidate in enumerate(rows):
        table[row, [position[name] for name in candidate.features]] = 1.0
    right = np.array([is_one for example in examples for is_one in example.right])
    sizes = np.array([len(example.candidates) for example in examples])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    weights, step, last = np.zeros(len(names)), np.full(len(names), 0.05), np.zeros(len(names))
    for _ in range(STEPS):
        scores = table @ weights
        odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        good = np.where(right, odds, 0.0)
        pull = odds / np.repeat(np.add.reduceat(odds, starts), sizes) - good / np.repeat(
            np.add.reduceat(good, starts), sizes
        )
        slope = table.T @ pull + 2 * PENALTY * weights
        agrees = np.sign(slope * last)
        step = np.clip(step * np.where(agrees > 0, 1.2, np.where(agrees < 0, 0.5, 1.0)), 1e-6, 1.0)
        last = np.where(agrees < 0, 0.0, slope)
        weights = weights - np.sign(last) * step
    return dict(zip(names, weights.tolist(), strict=True))


def validate(reports: Sequence[Report], folds: int) -> None:
    """Print the share of right places on reports that the weights were not fitted on."""
    right = reachable = total = 0
    for fold in range(folds):
        weights = fit([report for at, report in enumerate(reports) if at % folds != fold])
        for report in (report for at, report in enumerate(reports) if at % folds == fold):
            for example in examples_of(report, weights):
                total += 1
                reachable += any(example.right)
                right += example.right[best_of(example.candidates, weights)]
    sys.stdout.write(f"{total} figures, right {right / total:.3f}, right one to choose from {reachable / total:.3f}\n")


if __name__ == "__main__":
    main()
