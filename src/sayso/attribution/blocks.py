"""Blocks: the outline of a document in, stretches of whole sentences short enough for the tagger out.

The tagger learned on paragraphs of news, which have forty words on average and rarely over a hundred; a whole report in
one line, as copied texts often are, is more than it can look over.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.model import Outline, Sentence, Stretch, make_document, make_outline

BREAK = re.compile(r"[ \u00a0\t]{2,}|\n")
"""A line break, or the two blanks that a flattened one leaves: no phrase goes on across it."""
LONGEST_BLOCK = 480
"""Characters, about eighty words; with 40 or 150 words the speakers of whole reports in one line came out worse."""


def list_blocks(outline: Outline) -> list[Stretch]:
    """A block a paragraph, several for a long one, in text order."""
    return [block for sentences in outline.sentences for block in _iter_blocks(sentences)]


def list_blocks_of_text(text: str) -> list[Stretch]:
    """The blocks of a plain text."""
    return list_blocks(make_outline(make_document(text)))


def _iter_blocks(sentences: Sequence[Sentence]) -> Iterator[Stretch]:
    """Sentences in a row, as many to a block as fit, at least one."""
    opened = 0
    for at in range(1, len(sentences) + 1):
        if at == len(sentences) or sentences[at].end - sentences[opened].start > LONGEST_BLOCK:
            yield Stretch(sentences[opened].start, sentences[at - 1].end)
            opened = at
