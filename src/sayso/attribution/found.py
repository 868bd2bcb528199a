"""What a span finder hands on: who, by which words, says what; each discontinuous where the text is."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sayso.model import Span, Stretch


class Found(NamedTuple):
    """One attribution in a text.

    Attributes:
        sources: The words for who says it, the likeliest first; empty when the text names nobody.
        cues: The words that say that it is said, at least one.
        content: The words said, in text order, never empty.
        lemma: The base form of what the cue says, ``"say"`` or ``"according"``; of a noun ``"n:claim"``.
    """

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    content: tuple[Span, ...]
    lemma: str


SpanFinder = Callable[[str, Sequence[Stretch]], list[Found]]
"""The seam where another tagger can take the shipped one's place: a text and blocks of it in, attributions out."""
