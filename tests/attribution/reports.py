"""Reports and figures built by hand for the tests of ATTRIBUTE."""

from sayso.attribution import EnglishAttributor
from sayso.model import (
    Attributed,
    Document,
    Figure,
    Hop,
    Outline,
    Quantity,
    Statement,
    make_document,
    make_outline,
    make_passage,
)


def make_figure(document: Document, outline: Outline, words: str, measure: str | None = None) -> Figure:
    """The figure that stands first in the text with these words."""
    start = document.text.index(words)
    sentence = next(s for paragraph in outline.sentences for s in paragraph if s.start <= start < s.end)
    return Figure(
        span=document.span(start, start + len(words)),
        quantity=Quantity(as_written=words, bound="exact", low=1, best=1, high=1, granularity=1),
        counted=None,
        event=None,
        measure=measure,
        aspect="flow",
        per=None,
        interval=None,
        place=None,
        passage=make_passage(document.text, sentence.start, sentence.end),
        confidence=1.0,
    )


def attribute(
    text: str, *figures: str, publisher: str | None = "Gazette", measures: tuple[str | None, ...] = ()
) -> Attributed:
    """The statements and relations of a report whose figures are these words."""
    document = make_document(text, publisher=publisher, date="2025-06-10")
    outline = make_outline(document)
    known = measures or (None,) * len(figures)
    made = [make_figure(document, outline, words, measure) for words, measure in zip(figures, known, strict=True)]
    return EnglishAttributor().attribute(document, outline, made, read_by="test.v1")


def hops(statement: Statement) -> tuple[Hop, ...]:
    """The hops of the preferred chain after the publisher."""
    return statement.attribution.chains[0].hops[1:]
