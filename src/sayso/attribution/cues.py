"""How far a candidate can be trusted: weights of its word, construction, subject and setting."""

import math
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from sayso.attribution import names
from sayso.attribution.candidates import Candidate
from sayso.attribution.frames import number_after
from sayso.attribution.tokens import Items

_WEIGHTS_FILE = "cue_weights.txt"
THRESHOLD = 0.28
"""Least probability of a right source and content for which a candidate is kept; F1 on held-out train peaks near it."""


_CORE = frozenset("say report tell announce add state confirm estimate claim warn note find according".split())
_CORE_FRAMES = frozenset("THAT ZERO PRE PREQ INV INVQ BACK MID TAIL LEAD Q THAT+ ZERO+".split())
_CORE_FLOOR = 0.5
"""A plain reporting verb in a plain construction counts even where PolNeAR, US politics, has few of its kind."""


_COUNTING = frozenset("confirm put count estimate report document tally record register".split())
"""Verbs of stating or counting: with a figure as their object ("confirmed 12 deaths") their subject is its source."""
_MEASURING = frozenset("record register".split())
"""Those that also tell what befell the subject ("Chile recorded 12 deaths"): only an office's word is a source."""
_COUNTS = "counts a figure"
_COUNTING_FRAMES = frozenset("NP ZERO".split())
_THINGS = frozenset(
    "typhoon hurricane cyclone storm flood floods earthquake quake river rain rains fire wildfire volcano eruption"
    " highway road bridge station".split()
)
_OFFICES = (
    names.ORGANIZATION_WORDS | names.DEFINITE_ORGANIZATIONS | names.GENERIC_ORGANIZATIONS | names.SPOKES_ROLES
    | (names.UNNAMED_HEADS - names.DATA_NOUNS) - {"people", "some", "many", "others", "documents", "reports", "workers"}
) - {"hospital", "county", "city", "state", "province", "region", "republic", "district", "school"}  # fmt: skip


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
    return Cues(lemmas | _COUNTING, weights)


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
        if _is_count(items, candidate):
            traits.append(_COUNTS)
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


def _is_count(items: Items, candidate: Candidate) -> bool:
    """Whether somebody who can count states a figure: "the ministry confirmed 12 deaths", no "storm recorded 12"."""
    if candidate.lemma not in _COUNTING or candidate.frame not in _COUNTING_FRAMES or candidate.source is None:
        return False
    if not any(items.tags[at] == "#" for part in candidate.content for at in range(*part)):
        return False
    content = candidate.content[0]
    if candidate.lemma == "put" and not any(
        items.lowers[at] == "at" and number_after(items, at + 1, content[1]) > at for at in range(*content)
    ):
        return False  # "put 12 men in jail"
    first, stop = candidate.source
    said = items.lowers[first:stop]
    head = next((at for at, tag in enumerate(items.tags[first:stop]) if at and tag in "ISW,T"), len(said))
    words = set(said[:head])
    if said[head - 1] in _OFFICES:
        return True
    if words & _THINGS:
        return False
    spelled = items.words[first : first + head]
    if any(word.isupper() and len(word) > 1 for word in spelled):
        return True
    named = spelled[1:] if said[0] == "the" else spelled
    is_name = "A" in items.tags[first : first + head] and all(word[0].isupper() for word in named)
    if is_name and words & _OFFICES:
        return True
    return candidate.lemma not in _MEASURING and (is_name or said in (["he"], ["she"], ["they"]))


def probability(weights: dict[str, float], traits: Collection[str], candidate: Candidate) -> float:
    """The logistic of the sum of the traits' weights; an unknown trait weighs nothing; plain reporting has a floor."""
    total = sum(weights.get(trait, 0.0) for trait in traits)
    value = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
    if candidate.lemma in _COUNTING and "l=" + candidate.lemma not in weights and _COUNTS not in traits:
        return 0.0  # a verb of counting that PolNeAR never has as a cue counts only with a figure
    is_core = candidate.lemma in _CORE and candidate.frame in _CORE_FRAMES and candidate.source is not None
    return max(value, _CORE_FLOOR) if is_core or _COUNTS in traits else value


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
