"""Measures: what is counted and what happened to it in, the measure of the codebooks that fits best out."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.model import Measure, Wording


def find_measure(
    measures: Sequence[Measure], *, lemma: str | None, unit: str | None, event: str | None, sentence: str
) -> Measure | None:
    """The measure of a counted thing and what happened to it.

    Args:
        measures: The measures to choose from; the first that fits best wins.
        lemma: The counted thing's lemma; None when elided.
        unit: What one of it is.
        event: The event's lemma; None when nothing happened.
        sentence: The sentence, for wordings that need other words beside.

    Returns:
        The measure; None when no codebook knows it.
    """
    best: tuple[int, Measure] | None = None
    for score, wording, measure in _fitting(tuple(measures), lemma or unit, unit, event):
        if (best is None or score > best[0]) and _has_context(wording, sentence):
            best = (score, measure)
    return best[1] if best else None


class _Fitting(NamedTuple):
    score: int
    wording: Wording
    measure: Measure


@lru_cache(maxsize=4_096)
def _fitting(
    measures: tuple[Measure, ...], lemma: str | None, unit: str | None, event: str | None
) -> tuple[_Fitting, ...]:
    """The wordings that fit, whatever else the sentence says; kept, for reports speak of the same few things."""
    scored = (
        _Fitting(_fit(wording, lemma, unit, event), wording, measure)
        for measure in measures
        for wording in measure.wordings
    )
    return tuple(one for one in scored if one.score)


def _fit(wording: Wording, lemma: str | None, unit: str | None, event: str | None) -> int:
    """0 for no fit; more for the thing itself than for its unit, and more where the event is named."""
    if lemma is None:
        return 0
    if lemma in wording.counts or lemma.split(" ")[-1] in wording.counts:
        thing = 2
    elif _kind(unit) in wording.counts:
        thing = 1
    else:
        return 0
    if not wording.events:
        return thing + (1 if thing == 2 else 0)
    return thing + 3 if event in wording.events else 0


def _kind(unit: str | None) -> str | None:
    """The unit as codebooks name it: every currency is "money"."""
    return "money" if unit is not None and len(unit) == 3 and unit.isupper() else unit


def _has_context(wording: Wording, sentence: str) -> bool:
    return not wording.context or _context_pattern(wording.context).search(sentence) is not None


@cache
def _context_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


def by_id(measures: Iterable[Measure]) -> dict[str, Measure]:
    """Measures by their id; of two with one id the first."""
    named: dict[str, Measure] = {}
    for measure in measures:
        named.setdefault(measure.id, measure)
    return named
