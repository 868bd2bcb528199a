"""Word classes: which words are nouns, verbs, adjectives; a small averaged perceptron behind a word list."""

import gzip
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from operator import add
from typing import NamedTuple

import msgspec

TAGS = (
    "NN", "NNS", "NNP", "JJ", "RB", "VB", "VBZ", "VBP", "VBD", "VBN", "VBG", "MD", "IN", "TO", "DT", "PRP", "PRP$", "WH",
    "CD", "CC", "RP", "EX", "POS", "SIGN", "X",
)  # fmt: skip
"""Penn Treebank tags, with NNPS as NNP, comparatives as JJ and RB, WDT, WP and WRB as WH, signs as SIGN."""


class TagModel(NamedTuple):
    """A trained tagger.

    Attributes:
        known: Words that nearly always have one class.
        weights: Feature to one number a class, as ``pack_row`` makes them.
    """

    known: dict[str, str]
    weights: dict[str, list[int]]


def tag_words(words: Sequence[str]) -> list[str]:
    """The class of each word of a sentence.

    Args:
        words: The words and signs of one sentence, as ``find_words`` gives them.

    Returns:
        One of ``TAGS`` a word.

    Examples:
        >>> tag_words(["The", "storm", "killed", "14", "people", "."])
        ['DT', 'NN', 'VBD', 'CD', 'NNS', 'SIGN']
    """
    return _shipped_tagger().tag(words)


def is_in_vocabulary(word: str) -> bool:
    """Whether the texts that the tagger learnt from hold a word often enough to matter, in whatever case.

    Examples:
        >>> is_in_vocabulary("Floods"), is_in_vocabulary("Zubiyanovo")
        (True, False)
    """
    return _shipped_tagger().knows(word)


_ALWAYS = {
    "fled": "VBD",
    "died": "VBD",
    "dies": "VBZ",
    "flee": "VB",
    "rose": "VBD",
    "sank": "VBD",
    "shrank": "VBD",
    "slid": "VBD",
}
"""Words of the field that have one class and that the perceptron gets wrong behind numbers."""


def fixed_tag(word: str) -> str | None:
    """The class that the letters alone decide: digits are CD, signs are SIGN."""
    if not word:
        return "SIGN"
    first = word[0]
    if first.isalpha():
        return _ALWAYS.get(word)
    return "CD" if first.isdigit() else "SIGN"


_CLASS_BITS = 5
_CLASS_MASK = (1 << _CLASS_BITS) - 1


def pack_row(row: Mapping[int, float]) -> list[int]:
    """A feature's weights by class, in tenths: whole numbers load and add up faster, and in any order to the same sum.

    Examples:
        >>> pack_row({1: 0.2, 3: -0.1})
        [65, -29]
    """
    return [round(weight * 10) << _CLASS_BITS | tag for tag, weight in row.items()]


class Features(NamedTuple):
    """What the perceptron looks at, by what it rests on: each group adds up to the same sum wherever it is met again."""

    of_word: tuple[str, ...]
    of_following: tuple[str, ...]
    of_classes: tuple[str, ...]
    of_both: tuple[str, ...]


def features_of(
    words: Sequence[str], lowered: Sequence[str], position: int, *, last: str, before_last: str
) -> Features:
    """The word, its ending and shape, its neighbours and the two classes before."""
    word = lowered[position]
    following = lowered[position + 1] if position + 1 < len(words) else ">"
    second = lowered[position + 2] if position + 2 < len(words) else ">"
    previous = lowered[position - 1] if position else "<"
    shape = _shape_of(words[position], position)
    return Features(
        of_word=_features_of_word(word, shape),
        of_following=_features_of_following(following),
        of_classes=_features_of_classes(last, before_last, shape),
        of_both=_features_of_both(word, following, last, previous, second),
    )


def _shape_of(word: str, position: int) -> str:
    return ("C" if word[0].isupper() else "c") + ("1" if position else "0")


def _features_of_word(word: str, shape: str) -> tuple[str, ...]:
    return "w" + word, "s" + word[-3:], "h" + shape + word[-2:]


def _features_of_following(following: str) -> tuple[str, ...]:
    return "n" + following, "x" + following[-3:]


def _features_of_classes(last: str, before_last: str, shape: str) -> tuple[str, ...]:
    return "c" + shape + last, "l" + last, "b" + before_last + " " + last


def _features_of_both(word: str, following: str, last: str, previous: str, second: str) -> tuple[str, ...]:
    return (
        "t" + word[-2:] + last, "p" + previous, "m" + second, "v" + last + " " + word, "k" + last + " " + following
    )  # fmt: skip


_KEPT = 8_192
"""Words whose sums are remembered: they make up 19 of 20 words of any text, in less than 10 MB."""


class Tagger:
    """A model at work; remembers the sums of the words that it met."""

    def __init__(self, model: TagModel) -> None:
        self._model = model
        self._word_sums = lru_cache(_KEPT)(lambda word, shape: self._add_up(_features_of_word(word, shape)))
        self._following_sums = lru_cache(_KEPT)(lambda word: self._add_up(_features_of_following(word)))
        self._class_sums = lru_cache(_KEPT)(lambda *classes: self._add_up(_features_of_classes(*classes)))

    def tag(self, words: Sequence[str]) -> list[str]:
        """The class of each word of a sentence."""
        known = self._model.known
        tags: list[str] = []
        last, before_last = "<", "<"
        lowered = [*(word.lower() for word in words), ">", ">"]
        for position, word in enumerate(words):
            tag = fixed_tag(word) or known.get(word)
            if tag is None:
                tag = self._choose(words, lowered, position, last, before_last)
            tags.append(tag)
            before_last, last = last, tag
        return tags

    def knows(self, word: str) -> bool:
        """Whether the model has weights or a fixed class for a word, in whatever case."""
        lowered = word.lower()
        return word in self._model.known or lowered in self._model.known or "w" + lowered in self._model.weights

    def _choose(self, words: Sequence[str], lowered: Sequence[str], position: int, last: str, before_last: str) -> str:
        """The class with the greatest sum; a noun where no feature is known."""
        word, following, second = lowered[position : position + 3]
        shape = _shape_of(words[position], position)
        around = map(add, self._following_sums(following), self._class_sums(last, before_last, shape))
        scores = list(map(add, self._word_sums(word, shape), around))
        weights = self._model.weights
        for feature in _features_of_both(word, following, last, lowered[position - 1] if position else "<", second):
            for packed in weights.get(feature, ()):
                scores[packed & _CLASS_MASK] += packed >> _CLASS_BITS
        best = max(scores)
        if best > 0:
            return TAGS[scores.index(best)]
        features = features_of(words, lowered[:-2], position, last=last, before_last=before_last)
        rows = [weights.get(feature, ()) for group in features for feature in group]
        seen = sorted(
            {packed & _CLASS_MASK for row in rows for packed in row}
        )  # a class that no feature speaks of is none
        return TAGS[max(seen, key=scores.__getitem__)] if seen else "NN"

    def _add_up(self, features: Iterable[str]) -> list[int]:
        scores = [0] * len(TAGS)
        for feature in features:
            for packed in self._model.weights.get(feature, ()):
                scores[packed & _CLASS_MASK] += packed >> _CLASS_BITS
        return scores


@cache
def _shipped_tagger() -> Tagger:
    packed = files("sayso.reading").joinpath("data/tags.json.gz").read_bytes()
    return Tagger(msgspec.json.decode(gzip.decompress(packed), type=TagModel))
