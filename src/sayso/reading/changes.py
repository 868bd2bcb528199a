"""Changes: whether a number is how much something rose or fell, and which way."""

from typing import Literal

from sayso.reading.counted import CountedPhrase
from sayso.reading.lemmas import verb_lemma
from sayso.reading.numeral import Numeral
from sayso.reading.tagged import TaggedSentence

Direction = Literal["up", "down"]

_UP = frozenset(
    """rise increase grow climb jump surge soar gain expand swell up advance rebound improve leap spike rally accelerate appreciate strengthen escalate boost hike
    skyrocket rocket inflate bounce add outperform firm pop recover recoup zoom vault""".split()
)
_DOWN = frozenset(
    """fall drop decline decrease shrink plunge slump plummet lose dip slide sink tumble cut reduce slip shed down lower ease contract crash retreat weaken
    depreciate dive nosedive slash trim dwindle diminish subside recede deflate erode underperform devalue curb shave
    skid sag tank crater swoon backslide""".split()
)
_BEFORE = frozenset(["by", "a", "an", "another", "further", "nearly", "of", "$", "£", "€", "some"])
_ONLY_OF_SHARES = frozenset(["lose", "cut", "contract", "shed", "lower", "ease", "sink", "add", "slash", "trim", "advance", "retreat", "dive", "inflate", "shave", "firm", "pop", "recover", "recoup", "tank", "crater", "vault"])  # fmt: skip
"""Verbs that say a change only of a share or of points: "cut 12 jobs" is a flow, "cut 5%" a change."""
_UP_BY = _UP | frozenset(["raise", "lift"])
"""Verbs that say a rise only with "by": "raised its forecast by 3%", "raised $3 million"."""
_PHRASAL: dict[tuple[str, str], Direction] = {
    ("tack", "on"): "up", ("put", "on"): "up", ("pile", "on"): "up", ("claw", "back"): "up",
    ("give", "up"): "down", ("give", "back"): "down", ("knock", "off"): "down", ("shave", "off"): "down", ("take", "off"): "down",
    ("be", "off"): "down", ("trade", "off"): "down", ("close", "off"): "down",
}  # fmt: skip
"""Verbs of two words that say a change of a share or of points: "gave up 0.3%", "is off 2%"."""
_MOVING = frozenset(
    "be trend edge close end finish settle go move tick inch open trade jump climb shoot creep come nudge drift head run".split()
)
_NOUN_UP = frozenset(
    "rise increase growth jump surge gain hike spike uptick rebound boost higher improvement rally leap expansion climb upturn".split()
)
_NOUN_DOWN = frozenset(
    "fall drop decline decrease reduction plunge slump loss dip slide cut downturn lower contraction tumble slowdown".split()
)
_ONLY_OF_SHARES_NOUN = frozenset(["loss", "gain", "cut", "boost", "expansion"])
"""Nouns that say a change only of a share or of points: "a loss of $3 million" is an amount."""
_POINTS = frozenset(["point", "percentage point", "basis point"])
_PACE = frozenset(["rate", "pace", "clip"])
_LEVEL_WORDS = frozenset(["from", "above", "below", "past", "beyond"])
"""Words before a number that make it a level, whatever verb stands before: "rose above 200", "fell below 5%"."""
_BY_REACH = 14
"""Words before "by" in which the verb of "grow its sales in Asia and Europe by 35%" may stand."""


def find_direction(sentence: TaggedSentence, opening: int, numeral: Numeral, phrase: CountedPhrase) -> Direction | None:
    """Which way something moved by a number; None where the number is no change: never "rose to 30".

    Args:
        sentence: The number's sentence.
        opening: Position of the first word of number and bound words together.
        numeral: The number.
        phrase: What it counts.
    """
    is_part = numeral.kind == "share" or phrase.unit in _POINTS
    if numeral.kind == "share" and (signed := _by_sign(sentence, numeral)) is not None:
        return signed
    after = sentence.word(sentence.at(numeral.end))
    if is_part or phrase.kind == "unit":
        compared = _by_comparison(sentence, phrase.following if phrase.kind == "unit" else sentence.at(numeral.end))
        if compared is not None:
            return compared
    position = opening - 1
    if sentence.word(opening) in _LEVEL_WORDS:
        return None
    if sentence.word(position) == "of":
        return _by_noun(sentence, position, is_part=is_part) or _by_pace(sentence, position, after)
    while sentence.word(position) in _BEFORE or sentence.tag(position) in ("RB", "JJ"):
        if sentence.word(position) in ("up", "down", "by", "off", "on", "back"):
            break
        position -= 1
    word = sentence.word(position)
    if is_part and (phrasal := _PHRASAL.get((verb_lemma(sentence.word(position - 1)), word))):
        return phrasal
    if word in ("up", "down"):
        return None if _only_belongs_to_verb(sentence, position) else _way(word, _UP, _DOWN)
    if word == "by":
        return _by_verb_before(sentence, position, is_near=phrase.kind not in ("unit", "money", "time") and not is_part)
    found = _way(_base(sentence, position), _UP, _DOWN, is_part=is_part)
    return found or _noun_way(after, is_part=is_part) or _by_pace(sentence, position, after)


_MORE = frozenset(["more", "greater", "larger", "bigger"])
_LESS = frozenset(["less", "fewer", "smaller"])
_COMPARED = 5
"""Words between "less" and "than" in which what is compared may be named."""


def _by_comparison(sentence: TaggedSentence, position: int) -> Direction | None:
    """The way of "5% less rain than usual" and "150 mm more rain than in May"."""
    word = sentence.word(position)
    if word not in _MORE | _LESS:
        return None
    ahead = sentence.lowered[position + 1 : position + 2 + _COMPARED]
    return ("up" if word in _MORE else "down") if "than" in ahead else None


def _base(sentence: TaggedSentence, position: int) -> str:
    """The base form of a word that may be a change verb; the word itself where it is none."""
    word = sentence.word(position)
    base = verb_lemma(word)
    return base if sentence.tag(position).startswith("VB") or base in _UP | _DOWN else word


def _way(word: str, up: frozenset[str], down: frozenset[str], *, is_part: bool = True) -> Direction | None:
    if word in _ONLY_OF_SHARES and not is_part:
        return None
    return "up" if word in up else "down" if word in down else None


def _noun_way(word: str, *, is_part: bool) -> Direction | None:
    if word in _ONLY_OF_SHARES_NOUN and not is_part:
        return None
    return "up" if word in _NOUN_UP else "down" if word in _NOUN_DOWN else None


def _by_sign(sentence: TaggedSentence, numeral: Numeral) -> Direction | None:
    """The way that a sign in front tells: "FTSE -0.6%"; after a preposition or a verb the number is a level below zero."""
    position = sentence.at(numeral.start)
    before = position - 1
    has_plus = sentence.word(before) == "+" and sentence.words[before].end == numeral.start
    if has_plus:
        before -= 1
    elif numeral.low >= 0:
        return None
    is_level = sentence.tag(before) in ("IN", "TO") or sentence.tag(before).startswith("VB")
    if is_level and sentence.words[before].text[0].islower():
        return None
    return "up" if has_plus else "down"


def _by_noun(sentence: TaggedSentence, position: int, *, is_part: bool) -> Direction | None:
    """The way of "an increase of 12%", "a fall in output of 3%"."""
    for place in (position - 1, position - 2, position - 3):
        if sentence.tag(place) in ("NN", "NNS") and (way := _noun_way(sentence.word(place), is_part=is_part)):
            return way
        if place < position - 1 and sentence.tag(place) not in ("NN", "NNS", "IN", "JJ"):
            break
    return None


def _by_pace(sentence: TaggedSentence, position: int, after: str) -> Direction | None:
    """The way of "grew at a 3% pace" and "shrank at an annual rate of 3%"."""
    has_pace = after in _PACE
    for place in range(position, max(-1, position - 7), -1):
        word = sentence.word(place)
        if word in _PACE:
            has_pace = True
        elif sentence.word(place + 1) == "at":
            return _way(verb_lemma(word), _UP, _DOWN) if has_pace else None
        elif word not in ("at", "a", "an", "the", "of", "annual", "yearly") and sentence.tag(place) not in (
            "JJ",
            "VBN",
            "RB",
            "VBD",
        ):
            return None
    return None


def _by_verb_before(sentence: TaggedSentence, position: int, *, is_near: bool) -> Direction | None:
    """The way of the last verb before "by": "grow its sales by 35%", "one was down 2%, another by 3%"."""
    reach = 3 if is_near else _BY_REACH
    for place in range(position - 1, max(-1, position - 1 - reach), -1):
        word, tag = sentence.word(place), sentence.tag(place)
        if word in (";", ":", ".", "that", "who", "which"):
            return None
        if word in ("up", "down") and not _only_belongs_to_verb(sentence, place):
            return _way(word, _UP, _DOWN)
        if word in ("higher", "lower") and place == position - 1:
            return "up" if word == "higher" else "down"
        base = verb_lemma(word)
        if tag.startswith("VB"):
            return _way(base, _UP_BY, _DOWN)
        if tag in ("NN", "NNS") and (way := _noun_way(word, is_part=True)):
            return way
        if is_near and tag not in ("RB", "IN", "NN", "JJ"):
            return None
    return None


def _only_belongs_to_verb(sentence: TaggedSentence, position: int) -> bool:
    """Whether "up" or "down" is part of another verb ("gave up 517 yards") or of "up to"."""
    if sentence.word(position + 1) in ("to", "from"):
        return True
    before = sentence.word(position - 1)
    return sentence.tag(position - 1).startswith("VB") and verb_lemma(before) not in _MOVING
