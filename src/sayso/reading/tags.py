"""Word classes: which words are nouns, verbs, adjectives; a small averaged perceptron behind a word list."""

import gzip
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
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
        weights: Feature to class, as its position in ``TAGS``, to weight.
    """

    known: dict[str, str]
    weights: dict[str, dict[int, float]]


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
    model = _load_model()
    return predict_tags(model, words)


def predict_tags(model: TagModel, words: Sequence[str]) -> list[str]:
    """The class of each word by a given model."""
    tags: list[str] = []
    last, before_last = "<", "<"
    lowered = [word.lower() for word in words]
    for position, word in enumerate(words):
        tag = fixed_tag(word) or model.known.get(word)
        if tag is None:
            tag = best_tag(model, features_of(words, lowered, position, last, before_last))
        tags.append(tag)
        before_last, last = last, tag
    return tags


_ALWAYS = {"fled": "VBD", "died": "VBD", "dies": "VBZ", "flee": "VB"}
"""Words of the field that have one class and that the perceptron gets wrong behind numbers."""


def fixed_tag(word: str) -> str | None:
    """The class that the letters alone decide: digits are CD, signs are SIGN."""
    if not word:
        return "SIGN"
    first = word[0]
    if first.isalpha():
        return _ALWAYS.get(word)
    return "CD" if first.isdigit() else "SIGN"


def features_of(
    words: Sequence[str], lowered: Sequence[str], position: int, last: str, before_last: str
) -> Iterable[str]:
    """What the perceptron looks at: the word, its ending and shape, its neighbours and the two classes before."""
    word = lowered[position]
    following = lowered[position + 1] if position + 1 < len(words) else ">"
    second = lowered[position + 2] if position + 2 < len(words) else ">"
    previous = lowered[position - 1] if position else "<"
    is_capital = words[position][0].isupper()
    shape = ("C" if is_capital else "c") + ("0" if position == 0 else "1")
    return (
        "w" + word,
        "s" + word[-3:],
        "t" + word[-2:] + last,
        "h" + shape + word[-2:],
        "c" + shape + last,
        "l" + last,
        "b" + before_last + " " + last,
        "p" + previous,
        "n" + following,
        "x" + following[-3:],
        "m" + second,
        "v" + last + " " + word,
        "k" + last + " " + following,
    )


def best_tag(model: TagModel, features: Iterable[str]) -> str:
    """The class that the weights of the features add up to; a noun where no feature is known."""
    scores: dict[int, float] = {}
    for feature in features:
        row = model.weights.get(feature)
        if row is not None:
            for tag, weight in row.items():
                scores[tag] = scores.get(tag, 0.0) + weight
    if not scores:
        return "NN"
    return TAGS[max(scores, key=lambda tag: (scores[tag], -tag))]


@cache
def _load_model() -> TagModel:
    packed = files("sayso.reading").joinpath("data/tags.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(packed), type=TagModel)
