"""What the verb forms around an event say of its time: done up to now, going on, only planned; and whether a report's story goes on."""

import re
from functools import lru_cache

from sayso.reading.behind_noun import AUXILIARIES, REPORTING
from sayso.reading.event_words import STATES, STRONG
from sayso.reading.lemmas import verb_lemma
from sayso.reading.tagged import TaggedSentence

_HAVE = frozenset(["has", "have", "'ve", "’ve"])
_BE = frozenset(["is", "are", "was", "were", "'re", "’re"])
_BETWEEN = frozenset(["able", "to", "as", "either", "estimated", "or", "damaged", "forced"])
_MEANWHILE = frozenset(["also", "now", "currently", "badly", "severely", "again"])
_LEAVING = frozenset(["left", "leave", "leaves"])
_PLANS = frozenset("plan aim hope intend expect want pledge seek vow promise need target budget schedule".split())
_WISHES = frozenset("recommend urge suggest propose ask request advise".split())
_GOES_ON = re.compile(
    r"\b(?:still\s+(?:missing|trapped|stranded|unaccounted|rising|burning|searching|under|in|affected|being)"
    r"|expected\s+to\s+(?:rise|increase|climb|grow|continue)|[Uu]pdated?|(?:risen|rises|rose|climbed|dropped)\s+to)\b"
)
"""A plain "still" or "now" is said of anything, and of what is over too."""
_NEAR = 300
"""Characters around an event in which its sentence may say that it counts up to now."""
_AS_OF = re.compile(r"\b(?:as\s+of|already|so\s+far|since)\b", re.IGNORECASE)


def is_perfect(sentence: TaggedSentence, position: int) -> bool:
    """Whether "has" or "have" goes with a verb or with what was left: "have already been moved", "has left 20 dead"."""
    if sentence.word(position) in STATES:
        run = range(position - 1, max(-1, position - 9), -1)
        position = next((at for at in run if sentence.word(at) in _LEAVING), position)
    for _ in range(8):
        before, tag = sentence.word(position - 1), sentence.tag(position - 1)
        if before in _HAVE:
            return True
        is_report = tag in ("VBN", "VBD") and verb_lemma(before) in REPORTING
        if not (before in AUXILIARIES or before in _BETWEEN or tag == "RB" or is_report):
            return False
        position -= 1
    return False


def is_running_total(text: str, sentence: TaggedSentence, position: int) -> bool:
    """Whether a perfect counts up to the report: the sentence says so, or the report's story still goes on."""
    if not is_perfect(sentence, position):
        return False
    middle = sentence.words[position].start
    start, end = max(sentence.start, middle - _NEAR), min(sentence.end, middle + _NEAR)
    return _AS_OF.search(text, start, end) is not None or _goes_on(text)


def is_going_on(sentence: TaggedSentence, position: int, opening: int) -> bool:
    """Whether an event is a state at the time: "are fighting", "is being fought by", "are still affected"."""
    before, tag = sentence.word(position - 1), sentence.tag(position)
    if before == "being" or (before == "still" and tag in ("VBN", "VBD", "JJ")):
        return True
    if before in _MEANWHILE:
        before = sentence.word(position - 3 if sentence.word(position - 2) in _MEANWHILE else position - 2)
    if tag == "VBG" and position > opening:
        return before in _BE or (
            sentence.word(opening - 1) == "with" and verb_lemma(sentence.word(position)) not in STRONG
        )
    return tag == "VBN" and before in ("are", "is")


def is_planned(sentence: TaggedSentence, position: int) -> bool:
    """Whether an event is only meant to come: "plans to vaccinate", "are expected to be moved", "recommended that they move"."""
    if sentence.word(position - 1) == "be" and sentence.word(position - 2) == "to":
        return verb_lemma(sentence.word(position - 3)) in _PLANS
    if sentence.tag(position) not in ("VB", "VBP"):
        return False
    if sentence.word(position - 1) == "to":
        return verb_lemma(sentence.word(position - 2)) in _PLANS
    run = range(position - 1, max(-1, position - 6), -1)
    that = next((at for at in run if sentence.word(at) == "that"), None)
    return that is not None and verb_lemma(sentence.word(that - 1)) in _WISHES


def is_done(sentence: TaggedSentence, position: int) -> bool:
    """Whether a verb tells of something done: "provided 20 boats", "were detained"."""
    return sentence.tag(position) in ("VBD", "VBN", "VBG") and sentence.word(position - 1) not in (
        "are",
        "is",
        "remain",
    )


@lru_cache(maxsize=64)
def _goes_on(text: str) -> bool:
    """Whether a report tells of something that has not ended."""
    return _GOES_ON.search(text) is not None
