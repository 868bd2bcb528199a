"""Short ways from a sentence to its figures, for the tests of READ."""

from sayso.model import Document, Figure, Figures, make_document, make_outline
from sayso.reading import EnglishReader, find_numerals
from sayso.reading.tagged import TaggedSentence, tag_sentence

FRIDAY = "2025-11-28"
READER = EnglishReader()


def find_figures(text: str, *, date: str | None = FRIDAY, title: str | None = None) -> Figures:
    """The figures of a text and their links."""
    document = make_document(text, date=date, title=title)
    return READER.find_figures(document, make_outline(document))


def only_figure(text: str, *, date: str | None = FRIDAY) -> Figure:
    """The one figure of a text."""
    figures = find_figures(text, date=date).figures
    assert len(figures) == 1, [figure.span.exact for figure in figures]
    return figures[0]


def figure_of(text: str, number: str, *, date: str | None = FRIDAY) -> Figure:
    """The figure of a text that is written so."""
    figures = [figure for figure in find_figures(text, date=date).figures if figure.span.exact == number]
    assert len(figures) == 1, f"{number!r} is read {len(figures)} times"
    return figures[0]


def numbers_of(text: str) -> list[str]:
    """The figures of a text, as written."""
    return [figure.span.exact for figure in find_figures(text).figures]


def values_of(text: str) -> list[tuple[object, object, object]]:
    """The numerals of a text: as written, low and high."""
    return [(text[numeral.start : numeral.end], numeral.low, numeral.high) for numeral in find_numerals(text)]


def tag_text(text: str) -> TaggedSentence:
    """The words and classes of a text of one sentence."""
    document: Document = make_document(text)
    sentences = [sentence for group in make_outline(document).sentences for sentence in group]
    assert len(sentences) == 1
    return tag_sentence(text, sentences[0])
