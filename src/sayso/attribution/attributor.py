"""ATTRIBUTE: a document, its outline and figures in, a statement for each figure and their relations out."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.attribution.blocks import list_blocks
from sayso.attribution.chains import ChainMaker
from sayso.attribution.finding import find_in_blocks
from sayso.attribution.found import SpanFinder
from sayso.attribution.hearing import Coverage, Heard, find_citations, hear, with_delegation
from sayso.attribution.hedging import weigh
from sayso.attribution.mentions import find_mentions
from sayso.attribution.stances import find_relations
from sayso.model import Attributed, Document, Figure, Outline, Sentence, Statement, Stretch, make_statement

_REACH = 2  # blocks; "Critics say these numbers ..." stands no farther from the numbers
_ON_FIGURES = re.compile(
    r"\b(?:figures?|numbers?|tolls?|counts?|estimates?|tall(?:y|ies)|totals?|data|statistics|claims?|reports?)\b", re.I
)
"""Words without which a block that holds no figure makes no remark on one."""


class EnglishAttributor:
    """Finds who says each figure, and how firmly, in English news.

    Args:
        find: What finds sources, cues and contents; by default the trained tagger that sayso ships.
    """

    stage = "sayso.attribution.en.v2"

    def __init__(self, find: SpanFinder = find_in_blocks) -> None:
        self._find = find

    def attribute(self, document: Document, outline: Outline, figures: Sequence[Figure], *, read_by: str) -> Attributed:
        """A statement for every figure, in the same order, and the relations that the words state.

        Args:
            document: The document.
            outline: Its paragraphs and sentences.
            figures: What READ found in it.
            read_by: The stage that read the figures.
        """
        if not figures:
            return Attributed((), ())
        found = self._find(document.text, _telling_blocks(document.text, outline, figures))
        sentences = [sentence for paragraph in outline.sentences for sentence in paragraph]
        named = find_mentions(document.text)
        # nobody in the body is "it" or "she" because a headline or byline names them
        named = named._replace(mentions=tuple(one for one in named.mentions if one.start >= document.body[0]))
        registry = with_delegation(named, sentences)
        heard = hear(document, found, registry, sentences)
        chains = ChainMaker(document, outline, heard, find_citations(document, registry))
        made = self._statements(document, figures, (chains, heard, sentences), read_by)
        return Attributed(made, find_relations(document, outline, made, heard, stage=self.stage))

    def _statements(
        self,
        document: Document,
        figures: Sequence[Figure],
        known: tuple[ChainMaker, list[Heard], list[Sentence]],
        read_by: str,
    ) -> tuple[Statement, ...]:
        chains, heard, sentences = known
        coverage = Coverage(heard)
        made: dict[int, Statement] = {}
        for number in sorted(range(len(figures)), key=lambda at: (figures[at].span.start, figures[at].span.end)):
            figure = figures[number]
            attribution, rule = chains.attribution(figure)
            sentence = _sentence_at(sentences, figure)
            cover = coverage.of(figure.span.start, figure.span.end)
            firmness = weigh(document.text, figure, sentence, cover, attribution.chains[0].hops[-1].agent)
            made[number] = make_statement(
                document,
                figure,
                modality=firmness.modality,
                hedges=firmness.hedges,
                attribution=attribution,
                stage=read_by,
                rules={"attribution": rule, "modality": firmness.rule, "attributed_by": self.stage},
            )
        return tuple(made[number] for number in range(len(figures)))


def _telling_blocks(text: str, outline: Outline, figures: Sequence[Figure]) -> list[Stretch]:
    """The blocks with figures, and those near one that may remark on it; nine in ten cues stand in a figure's block."""
    blocks = list_blocks(outline)
    wanted: set[int] = set()
    near: set[int] = set()
    number = 0
    for start in sorted(figure.span.start for figure in figures):
        while number < len(blocks) - 1 and start >= blocks[number].end:
            number += 1
        wanted.add(number)
        near.update(range(max(0, number - _REACH), min(len(blocks), number + _REACH + 1)))
    wanted |= {at for at in near - wanted if _ON_FIGURES.search(text, *blocks[at])}
    return [blocks[at] for at in sorted(wanted)]


def _sentence_at(sentences: list[Sentence], figure: Figure) -> Sentence:
    """The sentence of a figure; its passage where the outline has none."""
    number = bisect_right(sentences, figure.span.start, key=lambda sentence: sentence.start) - 1
    if number >= 0 and figure.span.start < sentences[number].end:
        return sentences[number]
    return Sentence(figure.passage.start, figure.passage.end, 0)


__all__ = ["EnglishAttributor"]
