"""The outline of a document: its paragraphs, their sentences and words, as offsets into the text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import sentencex

from sayso.model.documents import Document

_PARAGRAPH = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[^\W\d_]+(?:[’'\u00ad\u2010\u2011-][^\W\d_]+)*"  # ministry's, twenty-one
    r"|\d+(?:[.,]\d+)*"
    r"|\S"
)
_FALSE_END = re.compile(
    r"(?:\b(?:incl|approx|est|ca|cf|vs|etc|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Cmdr|Rep|Sen|Gov|Pres|Dr|Mr|Mrs|Ms|St|No|Nos|Fig"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|Inc|Ltd|Co|Corp|Rs|sq|max|min|avg)\."
    r"|\b[a-z]\.[a-z]\.|\b[A-Z]\.)\s*$"
)
_FLAT_BREAK = re.compile(r"(?<=\S)[ \u00a0\t]{2,}(?=(?:[-–•*]\s)?[A-Z\d“\"])")
"""Two blanks before a capital or a dash: a line break that was flattened, as in copied lists."""
_WIDE_GAP = re.compile(r"\S[ \u00a0\t]{2,}")
_NO_START = re.compile(r"\s*(?:[a-z0-9]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)")


MAX_SENTENCE = 2_000
"""Characters of the longest sentence; the longest of 26,339 in 1,526 development articles has 1,143."""


class Stretch(NamedTuple):
    """A stretch of text: start and end, half-open."""

    start: int
    end: int


class Word(NamedTuple):
    """A word, a number or a sign, with its offsets."""

    start: int
    end: int
    text: str


class Sentence(NamedTuple):
    """A sentence without the white space around it, and the position of its paragraph."""

    start: int
    end: int
    paragraph: int


class Outline(NamedTuple):
    """Paragraphs and sentences of a document's body, in text order; a paragraph is a line that is not empty."""

    paragraphs: tuple[Stretch, ...]
    sentences: tuple[tuple[Sentence, ...], ...]
    """One tuple of sentences a paragraph."""


def make_outline(document: Document) -> Outline:
    """Find the paragraphs and sentences of a document's body.

    Args:
        document: The document; only the part between ``body_start`` and ``body_end`` is looked at.

    Returns:
        The outline. An empty body has no paragraphs.
    """
    start, end = document.body
    paragraphs = tuple(_iter_paragraphs(document.text, start, end))
    sentences = tuple(
        tuple(_iter_sentences(document.text, stretch, position)) for position, stretch in enumerate(paragraphs)
    )
    return Outline(paragraphs, sentences)


def find_words(text: str, start: int, end: int) -> list[Word]:
    """The words, numbers and signs between two offsets, in text order."""
    return [Word(match.start(), match.end(), match.group()) for match in _WORD.finditer(text, start, end)]


def _iter_paragraphs(text: str, start: int, end: int) -> Iterator[Stretch]:
    for match in _PARAGRAPH.finditer(text, start, end):
        if stretch := _strip(text, match.start(), match.end()):
            yield stretch


def _iter_sentences(text: str, stretch: Stretch, paragraph: int) -> Iterator[Sentence]:
    opened = stretch.start
    for gap in (*_flat_breaks(text, stretch), None):
        closed = gap.start() if gap else stretch.end
        yield from _iter_line(text, Stretch(opened, closed), paragraph)
        opened = gap.end() if gap else closed


def _flat_breaks(text: str, stretch: Stretch) -> list[re.Match[str]]:
    """Flattened line breaks; none where double blanks stand between words everywhere, as in justified text."""
    breaks = list(_FLAT_BREAK.finditer(text, stretch.start, stretch.end))
    if breaks and len(_WIDE_GAP.findall(text, stretch.start, stretch.end)) * 8 > text.count(
        " ", stretch.start, stretch.end
    ):
        return []
    return breaks


def _iter_line(text: str, stretch: Stretch, paragraph: int) -> Iterator[Sentence]:
    line = text[stretch.start : stretch.end]
    opened = 0
    for boundary in sentencex.get_sentence_boundaries("en", line):
        closed = boundary["end_index"]
        if closed < len(line) and _runs_on(line, opened, closed):
            continue
        yield from _cut(text, Stretch(stretch.start + opened, stretch.start + closed), paragraph)
        opened = closed
    if opened < len(line):
        yield from _cut(text, Stretch(stretch.start + opened, stretch.end), paragraph)


def _cut(text: str, stretch: Stretch, paragraph: int) -> Iterator[Sentence]:
    """A sentence, cut at white space where it is longer than any sentence is: lists and noise without full stops."""
    kept = _strip(text, *stretch)
    while kept is not None and kept.end - kept.start > MAX_SENTENCE:
        gap = max(text.rfind(blank, kept.start, kept.start + MAX_SENTENCE) for blank in " \t\u00a0")
        closed = gap if gap > kept.start else kept.start + MAX_SENTENCE
        yield Sentence(kept.start, closed, paragraph)
        kept = _strip(text, closed, kept.end)
    if kept is not None:
        yield Sentence(kept.start, kept.end, paragraph)


def _runs_on(line: str, opened: int, closed: int) -> bool:
    # Looks at the characters around the boundary only: a line may be a whole book.
    return bool(_FALSE_END.search(line[max(opened, closed - 16) : closed]) and _NO_START.match(line, closed))


def _strip(text: str, start: int, end: int) -> Stretch | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end) if start < end else None
