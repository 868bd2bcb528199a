"""Train the choice of the event word of ``sayso.reading.event_ranking`` on annotated figures.

    python -m training.events check                     # cross-validation by report: rules against ranking
    python -m training.events train --out src/sayso/reading/data/events.json.gz

Labels are the annotated figures of the sets ``gold`` and ``reports`` and the lines of ``training/event_labels.jsonl``,
which name a report of the development data, the offset of a number in it, and the base form of its event (null for
none). Texts stay where they are: ``SAYSO_BENCH_DATA`` names the folder that holds them. Since the shipped weights know
both sets, ``check`` and not the bench says how often the event of an unseen report is right.
"""

import argparse
import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench import fields
from bench.data import load_items
from bench.library import make_report
from bench.sets.reports import load_annotated
from sayso.model import make_outline
from sayso.reading.draft import Draft
from sayso.reading.drafts import iter_drafts
from sayso.reading.event_ranking import Option, best_option, list_options
from sayso.reading.event_words import event_at
from sayso.reading.events import propose_events
from sayso.reading.page import Page
from sayso.reading.settled_events import ask_event

LABELS = Path(__file__).with_name("event_labels.jsonl")
EPOCHS = 8
SEEDS = tuple(range(1, 13))
"""Weights of several shuffles are averaged: one alone moves by a point of accuracy with the order of the reports."""
DIGITS = 2


class Question(NamedTuple):
    """A labelled figure: where it is from, its options, which of them are right, and what the rules answer."""

    source: str
    report: str
    options: list[Option]
    right: list[bool]
    is_rule_right: bool


def main() -> None:
    """Run one of the two steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["check", "train"])
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    questions = list(_iter_questions())
    if options.step == "check":
        check(questions)
    else:
        weights = train(questions)
        options.out.write_bytes(gzip.compress(json.dumps(weights, sort_keys=True).encode(), mtime=0))
        sys.stdout.write(f"{len(questions)} figures, {len(weights)} weights\n")


def check(questions: Sequence[Question], folds: int = 10) -> None:
    """Print how often rules and ranking are right, each report ranked by weights of other reports."""
    reports = sorted({question.report for question in questions})
    random.Random(1).shuffle(reports)
    asked, ruled, ranked = Counter[str](), Counter[str](), Counter[str]()
    for fold in range(folds):
        held = set(reports[fold::folds])
        weights = train([question for question in questions if question.report not in held])
        for question in questions:
            if question.report in held:
                asked[question.source] += 1
                ruled[question.source] += question.is_rule_right
                ranked[question.source] += _is_right(weights, question)
    for source in sorted(asked):
        count = asked[source]
        rules, ranking = ruled[source] / count, ranked[source] / count
        sys.stdout.write(f"{source:40} {count:5} rules {rules:.3f}  ranking {ranking:.3f}\n")


def train(questions: Sequence[Question]) -> dict[str, float]:
    """The weights of an averaged perceptron, mean of several shuffles, rounded, in the order of their names."""
    total: dict[str, float] = defaultdict(float)
    for seed in SEEDS:
        for feature, weight in _train_once(questions, seed).items():
            total[feature] += weight / len(SEEDS)
    rounded = {feature: round(weight, DIGITS) for feature, weight in sorted(total.items())}
    return {feature: weight for feature, weight in rounded.items() if weight}


def _train_once(questions: Sequence[Question], seed: int) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    sums: dict[str, float] = defaultdict(float)
    order = [question for question in questions if any(question.right)]
    steps = 1
    for epoch in range(EPOCHS):
        random.Random(seed * 100 + epoch).shuffle(order)
        for question in order:
            wrong = best_option(weights, question.options)
            right = best_option(weights, _right_options(question))
            if wrong not in _right_options(question):
                for features, sign in ((right.features, 1), (wrong.features, -1)):
                    for feature in features:
                        weights[feature] += sign
                        sums[feature] += sign * steps
            steps += 1
    return {feature: weight - sums[feature] / steps for feature, weight in weights.items()}


def _right_options(question: Question) -> list[Option]:
    return [option for option, is_right in zip(question.options, question.right, strict=True) if is_right]


def _is_right(weights: Mapping[str, float], question: Question) -> bool:
    return best_option(weights, question.options) in _right_options(question)


def _iter_questions() -> Iterable[Question]:
    labels: dict[tuple[str, str], dict[int, list[str | None]]] = defaultdict(lambda: defaultdict(list))
    for source, items in (("gold", load_items("gold")), ("reports", load_annotated())):
        for item in items:
            for figure in item["figures"]:
                for reading in figure["readings"]:
                    labels[source, item["id"]][reading["number"]["start"]].append(reading["event_norm"])
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        labels[label["set"], label["id"]][label["start"]].append(label["event"])
    for source, texts in _load_texts({source for source, _ in labels}).items():
        for identifier, text in texts.items():
            if (source, identifier) in labels:
                yield from _ask(source, identifier, text, labels[source, identifier])


def _load_texts(sources: Iterable[str]) -> dict[str, dict[str, str]]:
    """The texts of each set by their ids; ``name/file`` names a file that is not the set's usual one."""
    texts: dict[str, dict[str, str]] = {}
    for source in sorted(sources):
        name, _, file = source.partition("/")
        items: Iterable[Mapping[str, Any]] = load_items(name, file_name=file) if file else load_items(name)
        texts[source] = {}
        for item in items:
            for report in item.get("documents", [item]):
                texts[source][report["id"]] = report["text"] or ""
    return texts


def _ask(source: str, identifier: str, text: str, labels: Mapping[int, list[str | None]]) -> Iterable[Question]:
    document = make_report(text, id=identifier, title=None, date=None, publisher=None)
    page = Page(document, make_outline(document))
    for drafts in iter_drafts(page, is_ranked=False):
        settled: list[Draft] = []
        for draft in drafts:
            readings = next((labels[at] for at in range(draft.numeral.start, draft.numeral.end) if at in labels), None)
            if readings is None or draft.role:
                settled.append(draft)
                continue
            asked = ask_event(draft, settled)
            options = list_options(asked, propose_events(asked.sentence, asked.phrase, asked.opening))
            right = [_is_same(readings, option.candidate.lemma if option.candidate else None) for option in options]
            answer = draft.event.event.lemma if draft.event is not None else None
            yield Question(source, identifier, options, right, _is_same(readings, answer))
            settled.append(_settle(draft, options, right))


def _settle(draft: Draft, options: Sequence[Option], right: Sequence[bool]) -> Draft:
    """The draft with its right event, as it stands before later figures of its sentence."""
    positions = [
        option.candidate.position if option.candidate else None
        for option, fits in zip(options, right, strict=True)
        if fits
    ]
    own = draft.event.position if draft.event is not None else None
    if not positions or own in positions:
        return draft
    at = positions[0]
    return draft._replace(event=event_at(draft.sentence, at, "label") if at is not None else None)


def _is_same(readings: Sequence[str | None], lemma: str | None) -> bool:
    return any(fields.same_event_lemma(reading, lemma) for reading in readings)


if __name__ == "__main__":
    main()
