"""PolNeAR: news articles in, how well their attributions (source, cue, content) are found out.

Definitions. Gold is the first annotator by id, attributions with content only. Words are runs of letters (with inner
hyphens and apostrophes) and numbers; punctuation is not judged. An attribution is three sets of words: source, cue,
content. All F1 are over all articles together.

- ``token_source_f1``, ``token_cue_f1``, ``token_content_f1``: each word of an article that is inside any source (cue,
  content) in the gold, against the same for what was found.
- ``detect_source_f1``: attributions paired one to one, where content and source each have a Jaccard overlap of at
  least 0.5; two empty sources overlap fully.
- ``exact_f1``: attributions paired one to one, where all three sets are equal.
- ``figure_source_f1``: number words, years left out. Gold: those inside the content of an attribution that names a
  source; found: likewise; right: in both, and a word of a source found for it, articles, pronouns and the like left
  out unless a source has nothing else, is a word of a gold source for it.

Source:
    Newell, Margolin & Ruths (2018), An Attribution Relations Corpus for Political News, LREC 2018 (the data);
    the metrics are those that sayso's peers were measured by.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bench.data import Item, load_items
from bench.library import Said, find_said
from bench.matching import Offsets, match
from bench.tallies import BenchSet, Counts, Metric, Tally
from bench.words import STOP_WORDS, words

METRICS = (
    Metric("detect_source_f1", "f1"),
    Metric("exact_f1", "f1"),
    Metric("figure_source_f1", "f1"),
    Metric("token_source_f1", "f1"),
    Metric("token_cue_f1", "f1"),
    Metric("token_content_f1", "f1"),
)

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")

Positions = frozenset[int]
"""Which words of an article, by their position."""


class Marked(NamedTuple):
    """An attribution as three sets of word positions."""

    source: Positions
    cue: Positions
    content: Positions


def find_tokens(text: str) -> list[Offsets]:
    """Where the words of an article stand."""
    return [Offsets(token.start(), token.end()) for token in _TOKEN.finditer(text)]


def mark(tokens: Sequence[Offsets], said: Said) -> Marked:
    """An attribution as word positions; a word counts when any of it is inside."""
    return Marked(*(_positions(tokens, stretches) for stretches in said))


def first_annotator(item: Item) -> list[Said]:
    """The gold of an article: the attributions of the annotator whose id sorts first."""
    annotation = min(item["annotations"], key=lambda one: str(one["annotator"]))
    return [
        Said(*(_offsets(one[part]) for part in ("source", "cue", "content")))
        for one in annotation["attributions"]
        if one["content"]
    ]


def count_said(text: str, gold: Sequence[Said], found: Sequence[Said]) -> Tally:
    """The counts of one article."""
    tokens = find_tokens(text)
    wanted = [mark(tokens, said) for said in gold]
    given = [mark(tokens, said) for said in found]
    tally = {
        "detect_source_f1": _paired(wanted, given, _detects),
        "exact_f1": _paired(wanted, given, lambda one, other: float(one == other)),
        "figure_source_f1": count_figures(text, wanted, given),
    }
    for place, part in enumerate(("source", "cue", "content")):
        inside_gold = frozenset[int]().union(*(marked[place] for marked in wanted))
        inside_found = frozenset[int]().union(*(marked[place] for marked in given))
        right = len(inside_gold & inside_found)
        tally[f"token_{part}_f1"] = Counts(right, len(inside_found), len(inside_gold))
    return tally


def count_figures(text: str, gold: Sequence[Marked], found: Sequence[Marked]) -> Counts:
    """Number words whose source is right."""
    tokens = [text[token.start : token.end] for token in find_tokens(text)]
    numbers = [at for at, token in enumerate(tokens) if token[0].isdigit() and not _YEAR.fullmatch(token)]
    right = given = wanted = 0
    for at in numbers:
        gold_words = _source_words(tokens, gold, at)
        found_words = _source_words(tokens, found, at)
        given, wanted = given + bool(found_words), wanted + bool(gold_words)
        right += bool(gold_words & found_words)
    return Counts(right, given, wanted)


def jaccard(one: Positions, other: Positions) -> float:
    """Shared words over all words of both; 1 when both are empty."""
    every = one | other
    return len(one & other) / len(every) if every else 1.0


def count(item: Item) -> Tally:
    """One article."""
    return count_said(item["text"], first_annotator(item), find_said(item["text"]))


def _offsets(spans: Sequence[Item]) -> tuple[Offsets, ...]:
    return tuple(Offsets(span["start"], span["end"]) for span in spans)


def _positions(tokens: Sequence[Offsets], stretches: Sequence[Offsets]) -> Positions:
    return frozenset(
        at
        for stretch in stretches
        for at, token in enumerate(tokens)
        if token.start < stretch.end and stretch.start < token.end
    )


def _detects(gold: Marked, found: Marked) -> float:
    content, source = jaccard(gold.content, found.content), jaccard(gold.source, found.source)
    return content + source if content >= 0.5 and source >= 0.5 else 0.0


def _paired(gold: Sequence[Marked], found: Sequence[Marked], weigh: Callable[[Marked, Marked], float]) -> Counts:
    return Counts(right=len(match(gold, found, weigh)), found=len(found), gold=len(gold))


def _source_words(tokens: Sequence[str], marked: Sequence[Marked], at: int) -> frozenset[str]:
    """Words of every source whose content holds the word at this position."""
    kept: set[str] = set()
    for one in marked:
        if at in one.content:
            every = {word for position in one.source for word in words(tokens[position])}
            kept |= every - STOP_WORDS or every
    return frozenset(kept)


SET = BenchSet("polnear", METRICS, lambda limit: load_items("polnear", limit=limit), count)
