"""Blocks as word pieces for the tagger: text in, words with their offsets and the pieces they are made of out."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from sayso.model import Stretch

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|[^\w\s]|_")
LONGEST = 480
"""Pieces of a block; the encoder reads 512."""


class Pieces(NamedTuple):
    """A block, or a part of one too long.

    Attributes:
        words: Start and end of each word in the text.
        pieces: The pieces by number, with the marks that open and close a line.
        first: The position of each word's first piece.
    """

    words: list[tuple[int, int]]
    pieces: list[int]
    first: list[int]


@cache
def load_tokenizer() -> "Tokenizer":
    """The tokenizer of the encoder, read once."""
    from tokenizers import Tokenizer

    written = files("sayso.attribution").joinpath("weights", "pieces.json").read_text(encoding="utf-8")
    tokenizer = Tokenizer.from_str(written)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def cut_into_pieces(text: str, stretch: Stretch) -> Iterator[Pieces]:
    """The words of a block and their pieces; a block too long for the encoder, noise mostly, comes in parts."""
    words = [match.span() for match in _WORD.finditer(text, *stretch)]
    while words:
        made = _make_pieces(text, words[:LONGEST])
        yield made
        words = words[len(made.words) :]


def _make_pieces(text: str, words: list[tuple[int, int]]) -> Pieces:
    """As many of the words as the encoder reads at once, at least one; a word without pieces shares those before it."""
    encoded = load_tokenizer().encode([text[start:end] for start, end in words], is_pretokenized=True)
    first = [0] * len(words)
    at = -1
    for position, word in enumerate(encoded.word_ids):
        if word is not None and word > at:
            first[at + 1 : word + 1] = [position] * (word - at)
            at = word
    first[at + 1 :] = [first[at] if at >= 0 else 0] * (len(words) - at - 1)
    if len(encoded.ids) <= LONGEST:
        return Pieces(words, encoded.ids, first)
    fitting = max(1, bisect_left(first, LONGEST - 1))
    return Pieces(words[:fitting], [*encoded.ids[: LONGEST - 1], encoded.ids[-1]], first[:fitting])
