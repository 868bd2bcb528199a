"""The table of cue weights, learned: labelled articles in, the weight of every trait out.

Run as ``python -m sayso.attribution.calibration TRAIN.jsonl cue_weights.txt``; takes half a minute.
"""

import json
import math
import random
import re
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable
from pathlib import Path
from typing import NamedTuple

from sayso.attribution.finding import iter_candidates, list_lines

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_EPOCHS, _RATE, _DECAY = 2, 0.05, 6e-4  # more epochs fit train better and held-out articles worse
_LEAST = 3  # times a trait must be seen
_SEED = 0

Offsets = tuple[tuple[int, int], ...]


class Labelled(NamedTuple):
    """An article and its attributions: offsets of source, cue and content."""

    text: str
    attributions: tuple[tuple[Offsets, Offsets, Offsets], ...]


class _Everything(Container[str]):
    def __contains__(self, lemma: object) -> bool:
        return True


def read_polnear(path: Path) -> list[Labelled]:
    """The articles of PolNeAR as JSON lines; the first annotator by id is the reference."""
    articles = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        reference = min(record["annotations"], key=lambda one: str(one["annotator"]))
        found = tuple(
            tuple(tuple((span["start"], span["end"]) for span in one[part]) for part in ("source", "cue", "content"))
            for one in reference["attributions"]
            if one["content"]
        )
        articles.append(Labelled(record["text"], found))  # type: ignore[arg-type]
    return articles


def calibrate(articles: Iterable[Labelled]) -> dict[str, float]:
    """The weight of every trait, by logistic regression on whether a candidate is right.

    Args:
        articles: Labelled articles; the same articles in the same order always give the same weights.

    Returns:
        Trait to weight, rounded to two digits; only cues that were right twice or more.
    """
    rows = [row for article in articles for row in _rows(article)]
    seen = Counter(trait for traits, _ in rows for trait in traits)
    right = Counter(trait for traits, is_right in rows if is_right for trait in traits if trait.startswith("l="))
    kept = [
        ([trait for trait in traits if seen[trait] >= _LEAST], is_right)
        for traits, is_right in rows
        if any(right[trait] >= 2 for trait in traits)
    ]
    weights = _fit(kept)
    return {
        trait: round(weight, 2) for trait, weight in sorted(weights.items()) if abs(weight) >= 0.05 or trait[:2] == "l="
    }


def _fit(rows: list[tuple[list[str], bool]]) -> dict[str, float]:
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    order = random.Random(_SEED)  # shuffles training rows, guards nothing
    for _ in range(_EPOCHS):
        order.shuffle(rows)
        for traits, is_right in rows:
            total = sum(weights.get(trait, 0.0) for trait in traits)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - is_right
            for trait in traits:
                step = error + _DECAY * weights.get(trait, 0.0)
                squares[trait] = squares.get(trait, 1e-2) + step * step
                weights[trait] = weights.get(trait, 0.0) - _RATE * step / math.sqrt(squares[trait])
    return weights


def _rows(article: Labelled) -> list[tuple[list[str], bool]]:
    """Every candidate's traits, and whether source and content each share half their words with one attribution's."""
    words = [match.span() for match in _WORD.finditer(article.text)]
    starts = [start for start, _ in words]
    gold = [(_words(one[0], words, starts), _words(one[2], words, starts)) for one in article.attributions]
    rows = []
    for located in iter_candidates(article.text, list_lines(article.text), _Everything()):
        source, content = (_words(located.offsets[part], words, starts) for part in (0, 2))
        is_right = any(_alike(content, said) and _alike(source, who) for who, said in gold)
        rows.append((located.traits, bool(content) and is_right))
    return rows


def _words(spans: Offsets, words: list[tuple[int, int]], starts: list[int]) -> frozenset[int]:
    found: set[int] = set()
    for start, end in spans:
        first = bisect_left(starts, start)
        if first > 0 and words[first - 1][1] > start:
            first -= 1
        found.update(range(first, bisect_left(starts, end)))
    return frozenset(found)


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return (not one and not other) or 2 * len(one & other) >= len(one | other)


def main(train: str, out: str) -> None:
    """Write the table that ``cues.load_cues`` reads."""
    weights = calibrate(read_polnear(Path(train)))
    lines = (f"{trait}\t{weight}\n" for trait, weight in weights.items())
    Path(out).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
