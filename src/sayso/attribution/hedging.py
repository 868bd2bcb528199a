"""How firmly a figure is said: its sentence and attribution in, modality and hedges out."""

import re
from functools import lru_cache
from typing import NamedTuple

from sayso.attribution.hearing import Heard
from sayso.model import Figure, Hedge, HedgeKind, Modality, Sentence

_APPROXIMATE = r"about|around|approximately|roughly|some|nearly|almost|close to|in the region of|an average of|or so"
_ESTIMATE_BEFORE = re.compile(
    r"\b(?:an?|the)\s+estimated\s+(?:(?:at least|more than|over|about|nearly|"
    r"some)\s+)?(?:[$€£₤¥]\s?|US\$\s?|Rs\.?\s?)?$"
    r"|\bestimated\s+(?:(?:to\s+(?:be|number|have)|at|that)\s+)?(?:[\w-]+\s+){0,3}?(?:[$€£¥]\s?|US\$\s?)?$"
    r"|\bestimates?\s+(?:of|at|put|that)\s+(?:[\w-]+\s+){0,4}?(?:[$€£¥]\s?|US\$\s?)?$",
    re.IGNORECASE,
)
_ESTIMATE_VERB = frozenset("estimate believe think reckon suspect guess assume assess calculate".split())
_PREDICT_VERB = frozenset("predict forecast project expect anticipate foresee".split())
_DENY_VERB = frozenset("deny dismiss reject refute rebut".split())
_DOUBT_VERB = frozenset("doubt question dispute".split())


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    kind: HedgeKind
    modality: Modality | None


def _rule(words: str, kind: HedgeKind, modality: Modality | None = None) -> _Rule:
    return _Rule(re.compile(rf"\b(?:{words})\b", re.IGNORECASE), kind, modality)


_BE = r"(?:is|are|was|were|be|been|being)"
_IN_CLAUSE = (
    _rule(
        rf"{_BE}\s+(?:still\s+)?(?:thought|believed|estimated|feared|suspected|presumed|"
        rf"reckoned|understood)(?:\s+to)?|(?:feared|presumed) (?:dead|drowned|killed|"
        rf"buried|trapped|missing)", "estimate", "estimated"),
    _rule(
        r"(?:could|may|might)\s+(?:well\s+)?(?:have|be|reach|rise|exceed|number|total|"
        r"stand|top|soon)", "plausibility", "estimated"),
    _rule(r"estimated|estimates?", "estimate", "estimated"),
    _rule(r"probably|likely|possibly|perhaps|presumably|as (?:many|much|few) as", "plausibility"),
    _rule(
        r"(?:is|are)\s+(?:also\s+|still\s+|now\s+)?(?:expected|projected|forecast|"
        r"predicted|set|due|scheduled|slated|likely)\s+to|forecasts?|projected|will", "plausibility", "predicted"),
    _rule(
        r"reportedly|allegedly|purportedly|supposedly|apparently|reports? suggest(?:ing|"
        r"s|ed)?|some reports|unconfirmed(?: reports)?|rumou?red|"
          r"according to (?:some|unconfirmed) [\w ]+|said to (?:be|have)|reported to "
          r"(?:be|have)|alleged(?:ly)? to|claimed to|suggest(?:s|ing|ed)?|appears? "
          r"to|seems? to", "evidential"),
    _rule(r"would\s+(?:mean|imply|amount|bring|make|suggest|put|be|have)|could\s+mean", "conditional", "conditional"),
)  # fmt: skip
_CONDITION = re.compile(
    r"\bif\s+(?:accurate|true|correct|confirmed|verified|so|proven|borne out|"
    r"the (?:figures?|numbers?|reports?|claims?) (?:is|are) (?:true|accurate|"
    r"correct))\b",
    re.IGNORECASE,
)
_CONDITIONAL_CLAUSE = re.compile(
    r"\b(?:if|unless|in the event that|provided that|assuming(?: that)?)\b[^.;]*", re.IGNORECASE
)
_DENIAL = re.compile(
    r"\b(?:no evidence (?:that|of)|den(?:ied|ies|y|ying) (?:that|reports?|claims?|having)|not true that)\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:doubts? (?:that|whether|about)|unlikely (?:that|to)|sceptical|skeptical|implausible)\b", re.IGNORECASE
)
_BOUNDARY = re.compile(r"[,;:()—–“”\"]\s|\s[-–—]\s|\b(?:while|but|although|whereas|after|because)\b")
_LIST_HEAD = re.compile(r"\b(?:estimates?|estimated)\b(?=[^.:]{0,40}:(?:[^.]|\.\d){0,400}$)", re.IGNORECASE)
_BULLET = re.compile(r"[-–—•*]\s{0,3}(?:(?:about|over|some|around|nearly|at least|more than)\s)?$")


_NEAR = 160
"""Characters in front of a number in which the words that make it an estimate stand."""


class Firmness(NamedTuple):
    """The modality of a figure, its hedges in text order, and the rule behind the modality."""

    modality: Modality
    hedges: tuple[Hedge, ...]
    rule: str


def weigh(text: str, figure: Figure, sentence: Sentence, cover: list[Heard], speaker: str | None) -> Firmness:
    """How firmly a figure is said.

    Args:
        text: The document's text.
        figure: The figure.
        sentence: Its sentence.
        cover: The attributions whose content holds it, outermost first.
        speaker: Whose words they are: the innermost voice, else the outlet.
    """
    start, end = figure.span.start, figure.span.end
    clause = _clause(text, sentence, start, end)
    hedges: list[Hedge] = []
    found: list[tuple[Modality, str]] = []
    opening = max(sentence.start, start - _NEAR)
    _near(text[opening:start], opening, (hedges, found), speaker)
    for rule, match in _matches_in(text, *clause):
        if match.start() <= start and not any(hedge.start <= match.start() < hedge.end for hedge in hedges):
            hedges.append(_hedge(rule.kind, match, speaker))
            if rule.modality:
                found.append((rule.modality, match.group()))
    _conditions(text, sentence, (start, end), hedges, found)
    _verbs(cover, found)
    _denials(text, clause, start, found)
    if not found and (head := _list_head(text, start)) is not None:
        hedges.append(_hedge("estimate", head, speaker))
        found.append(("estimated", "list of an estimate"))
    modality, why = _strongest(found)
    return Firmness(modality, _longest(hedges), why)


@lru_cache(maxsize=4)
def _matches_in(text: str, start: int, end: int) -> tuple[tuple[_Rule, re.Match[str]], ...]:
    """The hedging words of a clause, rule by rule; kept for the next figure, which often stands in the same clause."""
    return tuple((rule, match) for rule in _IN_CLAUSE for match in rule.pattern.finditer(text, start, end))


def _longest(hedges: list[Hedge]) -> tuple[Hedge, ...]:
    """The hedges in text order; of two of one kind that share words, "was estimated" and "estimated", the longer."""
    kept: list[Hedge] = []
    for hedge in sorted(hedges, key=lambda one: (one.start - one.end, one.start)):
        if not any(hedge.kind == other.kind and hedge.start < other.end and other.start < hedge.end for other in kept):
            kept.append(hedge)
    return tuple(sorted(kept, key=lambda one: one.start))


def _list_head(text: str, start: int) -> re.Match[str] | None:
    """The words "The estimate includes:" above a bullet that opens with the figure."""
    if _BULLET.search(text, max(0, start - 16), start) is None:
        return None
    lines = text[max(0, start - 500) : start]
    head = _LIST_HEAD.search(lines)
    return None if head is None else re.compile(re.escape(head.group())).search(text, start - len(lines) + head.start())


def _near(before: str, offset: int, into: tuple[list[Hedge], list[tuple[Modality, str]]], speaker: str | None) -> None:
    """Hedges right before the number: "an estimated", "about"."""
    hedges, found = into
    match = _ESTIMATE_BEFORE.search(before)
    if match is not None:
        words = re.match(r"(?:(?:an?|the)\s+)?estimate[ds]?(?:\s+(?:to\s+be|at))?", match.group(), re.IGNORECASE)
        end = match.start() + (words.end() if words else len(match.group()))
        exact = before[match.start() : end]
        hedges.append(Hedge(kind="estimate", start=offset + match.start(), end=offset + end, exact=exact, by=speaker))
        found.append(("estimated", exact))
    match = re.search(rf"\b(?:{_APPROXIMATE})\s+(?:[$€£¥]\s?|US\$\s?)?$", before, re.IGNORECASE)
    if match is not None:
        exact = match.group().rstrip(" $€£¥US")
        exact = exact if exact else match.group().strip()
        hedges.append(
            Hedge(
                kind="approximator",
                start=offset + match.start(),
                end=offset + match.start() + len(exact),
                exact=exact,
                by=speaker,
            )
        )


def _conditions(
    text: str, sentence: Sentence, figure: tuple[int, int], hedges: list[Hedge], found: list[tuple[Modality, str]]
) -> None:
    """The words "if accurate": they withhold assent from the figure before and make the one after conditional."""
    start, end = figure
    condition, conditional_clause = _find_conditions(text, sentence.start, sentence.end)
    if condition is not None:
        hedges.append(_hedge("conditional", condition, None))
        if condition.end() <= start:
            found.append(("conditional", condition.group()))
        return
    match = conditional_clause
    if match is not None:
        comma = text.find(",", match.start(), sentence.end)
        stop = comma if comma >= 0 else match.end()
        main_first = match.start() > end
        inside = match.start() < start < stop
        opening = _clause(text, sentence, start, end)[0]
        if inside or (
            (start > stop or main_first) and re.search(r"\b(?:would|could|might|will|may)\b", text[opening:start])
        ):
            hedges.append(_hedge("conditional", re.compile(r"\w+").match(text, match.start()), None))
            found.append(("conditional", match.group()[:40]))


@lru_cache(maxsize=4)
def _find_conditions(text: str, start: int, end: int) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The first "if accurate" and the first conditional clause of a sentence."""
    return _CONDITION.search(text, start, end), _CONDITIONAL_CLAUSE.search(text, start, end)


def _verbs(cover: list[Heard], found: list[tuple[Modality, str]]) -> None:
    for one in cover:
        lemma = one.found.lemma.removeprefix("n:")
        if lemma in _ESTIMATE_VERB:
            found.append(("estimated", lemma))
        elif lemma in _PREDICT_VERB or lemma in ("forecast", "prediction"):
            found.append(("predicted", lemma))
        elif lemma in _DENY_VERB:
            found.append(("denied", lemma))
        elif lemma in _DOUBT_VERB:
            found.append(("doubted", lemma))


def _denials(text: str, clause: tuple[int, int], start: int, found: list[tuple[Modality, str]]) -> None:
    denial, doubt = _find_denials(text, *clause)
    if denial is not None and denial.end() <= start:
        found.append(("denied", denial.group()))
    if doubt is not None and doubt.end() <= start:
        found.append(("doubted", doubt.group()))


@lru_cache(maxsize=4)
def _find_denials(text: str, start: int, end: int) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The first denial and the first doubt of a clause."""
    return _DENIAL.search(text, start, end), _DOUBT.search(text, start, end)


_ORDER: tuple[Modality, ...] = ("denied", "doubted", "conditional", "predicted", "estimated")


def _strongest(found: list[tuple[Modality, str]]) -> tuple[Modality, str]:
    for modality in _ORDER:
        for one, why in found:
            if one == modality:
                return modality, f'"{why}"'
    return "asserted", "no hedge that changes it"


def _clause(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence between the commas around a figure; commas inside numbers are none."""
    first = sentence.start
    for match in _BOUNDARY.finditer(text, sentence.start, start):
        first = match.end()
    after = _BOUNDARY.search(text, end, sentence.end)
    return first, after.start() if after else sentence.end


def _hedge(kind: HedgeKind, match: re.Match[str] | None, by: str | None, *, offset: int = 0) -> Hedge:
    assert match is not None
    return Hedge(kind=kind, start=offset + match.start(), end=offset + match.end(), exact=match.group(), by=by)
