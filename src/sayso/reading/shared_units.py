"""Units that a number leaves to the figure beside it: "8 or $9", "from 14 mpg to 24"; two drafts in, the phrase with its unit out."""

import re

from sayso.reading.counted import CountedPhrase
from sayso.reading.currencies import sign_before
from sayso.reading.draft import Draft
from sayso.reading.numeral import Numeral
from sayso.reading.tagged import TaggedSentence

_MEASURES = ("unit", "money", "time")
_OR_SIGN = re.compile(r"\s(?:or|to|and)\s\S{1,4}", re.IGNORECASE)
_OTHER_END = {"to": "from", "from": "to"}
_BOUND_WORDS = frozenset(
    "about around nearly almost some roughly approximately just over under only more less than".split()
)


def take_unit_behind(text: str, earlier: Draft, later: Numeral, phrase: CountedPhrase) -> CountedPhrase:
    """The phrase of the earlier of two prices of which only the later has the sign: "it costs 8 or $9"."""
    own = earlier.phrase
    is_bare = own.kind == "elided" and own.unit is None and earlier.numeral.kind == "number"
    if not is_bare or phrase.kind != "money" or sign_before(text, later.start) is None:
        return own
    if _OR_SIGN.fullmatch(text, earlier.numeral.end, later.start) is None:
        return own
    return own._replace(unit=phrase.unit, lemma=phrase.lemma, kind="money", rule="unit: the price behind")


def take_unit_before(
    sentence: TaggedSentence, numeral: Numeral, phrase: CountedPhrase, previous: Draft | None
) -> CountedPhrase:
    """The phrase of the later of two levels of which only the earlier has a unit: "from $30 to 25", "to 45 from 30 km"."""
    if (
        previous is None
        or numeral.kind not in ("number", "range")
        or phrase.kind != "elided"
        or phrase.unit is not None
    ):
        return phrase
    source = previous.phrase
    if source.kind not in _MEASURES or previous.numeral.kind not in ("number", "range"):
        return phrase
    link = _link_before(sentence, sentence.at(numeral.start))
    first = previous.bound.start if source.sign_start is None else min(previous.bound.start, source.sign_start)
    opening = _link_before(sentence, sentence.at(first))
    if _OTHER_END.get(link) != opening:
        return phrase
    return phrase._replace(unit=source.unit, lemma=source.lemma, kind=source.kind, rule="unit: the level before")


def _link_before(sentence: TaggedSentence, position: int) -> str:
    """The word in front of a number and its bound words."""
    while sentence.word(position - 1) in _BOUND_WORDS:
        position -= 1
    return sentence.word(position - 1)
