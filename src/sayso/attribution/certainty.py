"""How certainly events happened, going by the words around them: a text and words of it in, numbers out."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.attribution.blocks import list_blocks_of_text
from sayso.attribution.pieces import cut_into_pieces
from sayso.attribution.tagger import score_words

CERTAIN = 3.0
"""Certainly happened; the negative of it, certainly did not."""


def rate_certainty(text: str, events: Sequence[tuple[int, int]]) -> list[float]:
    """How certainly each event happened, as far as the text says.

    Args:
        text: An English text.
        events: Start and end of the word that tells of each event.

    Returns:
        A number an event, in their order: from 3 (certainly happened) over 0 (open) to -3 (certainly did not).

    Source:
        The scale of Lee et al. (2015), Event Detection and Factuality Assessment with Non-Expert Supervision; the model
        is the tagger, which learned it from their training sentences and those of MEANTIME.

    Examples:
        >>> text = "The dam broke, but the bridge did not fall."
        >>> broke, fall = rate_certainty(text, [(8, 13), (38, 42)])
        >>> broke > 2, fall < 0
        (True, True)
    """
    words: list[tuple[int, int]] = []
    values: list[float] = []
    for block in list_blocks_of_text(text):
        for pieces in cut_into_pieces(text, block):
            words += pieces.words
            values += score_words(pieces).certainties.tolist()
    starts = [start for start, _ in words]
    found = (values[bisect_right(starts, max(start, end - 1)) - 1] for start, end in events)
    return [max(-CERTAIN, min(CERTAIN, value)) for value in found]
