"""What a span finder hands on: who, by which words, says what; each discontinuous where the text is."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sayso.model import Span, Stretch


class Found(NamedTuple):
    """One attribution in a text.

    Attributes:
        sources: The words for who says it; empty when the text names nobody.
        cues: The words that say that it is said.
        content: The words said, in text order, never empty.
        pattern: The construction it was found by, such as ``"say THAT"``; for `sayso why`.
    """

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    content: tuple[Span, ...]
    pattern: str


SpanFinder = Callable[[str, Sequence[Stretch]], list[Found]]
"""The seam where a trained tagger can take the rules' place: a text and its lines to look at in, attributions out."""
