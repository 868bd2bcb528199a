"""How far a candidate can be trusted: weights of its word, construction, subject and setting."""

import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from sayso.attribution.candidates import Candidate
from sayso.attribution.tokens import Items

_WEIGHTS_FILE = "cue_weights.txt"
THRESHOLD = 0.28
"""Least probability of a right source and content for which a candidate is kept; F1 on held-out train peaks near it."""


_CORE = frozenset("say report tell announce add state confirm estimate claim warn note find according".split())
_CORE_FRAMES = frozenset("THAT ZERO PRE PREQ INV INVQ BACK MID TAIL LEAD Q THAT+ ZERO+".split())
_CORE_FLOOR = 0.5
"""A plain reporting verb in a plain construction counts even where PolNeAR, US politics, has few of its kind."""


class Cues(NamedTuple):
    """The cue words, and the weight of every trait."""

    lemmas: frozenset[str]
    weights: dict[str, float]


class Scored(NamedTuple):
    """A candidate with its probability and where its parts stand."""

    candidate: Candidate
    probability: float
    offsets: tuple[tuple[tuple[int, int], ...], ...]


@cache
def load_cues() -> Cues:
    """The table of weights, read once: a trait, a tab and its weight a line."""
    lines = files("sayso.attribution").joinpath(_WEIGHTS_FILE).read_text(encoding="utf-8").splitlines()
    weights = {}
    for line in lines:
        trait, _, weight = line.partition("\t")
        weights[trait] = float(weight)
    lemmas = frozenset(trait[2:] for trait in weights if trait.startswith("l="))
    return Cues(lemmas, weights)


def list_traits(items: Items, candidate: Candidate, depth: int) -> list[str]:
    """What is weighed about a candidate: its word, construction, subject, setting and length."""
    lemma, frame = candidate.lemma, candidate.frame
    subject = _kind_of_subject(items, candidate)
    length = sum(stop - first for first, stop in candidate.content)
    size = (
        "0"
        if length == 0
        else "1"
        if length < 3
        else "2"
        if length < 6
        else "3"
        if length < 15
        else "4"
        if length < 40
        else "5"
    )
    quoted = "q" if depth else ""
    head = items.lowers[candidate.head]
    traits = [
        "bias", "l=" + lemma, "f=" + frame, f"lf={lemma}|{frame}", f"s={subject}{quoted}", f"fs={frame}|{subject}",
        f"fn={frame}|{size}",
        f"fd={frame}|{quoted}", f"w={head}", f"ls={lemma}|{subject}",
    ]  # fmt: skip
    if candidate.cue[1] - candidate.cue[0] > 1:
        traits.append("c=" + items.lowers[candidate.cue[0]])
    if candidate.content:
        first = candidate.content[0][0]
        traits.append(f"t={items.tags[first]}|{frame}")
        if any(items.words[at] in '“"‘' or items.tags[at] == "Q" for part in candidate.content for at in range(*part)):
            traits.append(f"quotes|{frame}")
    return traits


def _kind_of_subject(items: Items, candidate: Candidate) -> str:
    if candidate.source is None:
        return "none"
    first, stop = candidate.source
    lower = items.lowers[stop - 1]
    if stop - first == 1 and items.tags[first] in "PpDW":
        return lower
    tags = items.tags[first:stop]
    if "A" in tags:
        return "name" if stop - first < 6 else "long name"
    return "noun" if stop - first < 5 else "long noun"


def probability(weights: dict[str, float], traits: Iterable[str], candidate: Candidate) -> float:
    """The logistic of the sum of the traits' weights; an unknown trait weighs nothing; plain reporting has a floor."""
    total = sum(weights.get(trait, 0.0) for trait in traits)
    value = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
    is_core = candidate.lemma in _CORE and candidate.frame in _CORE_FRAMES and candidate.source is not None
    return max(value, _CORE_FLOOR) if is_core else value


def choose(scored: Iterable[Scored], threshold: float = THRESHOLD) -> list[Scored]:
    """The candidates to keep: likely enough, the best of those on one cue, no two of one content and source."""
    kept: list[Scored] = []
    taken: set[tuple[int, int]] = set()
    contents: set[object] = set()
    for one in sorted(scored, key=lambda one: (-one.probability, one.offsets[1], one.candidate.frame)):
        if one.probability < threshold:
            break
        head = one.offsets[3][0]
        key = (one.offsets[0], one.offsets[2])
        if head in taken or key in contents:
            continue
        taken.add(head)
        contents.add(key)
        kept.append(one)
    return kept
