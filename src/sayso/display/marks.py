"""The marked text: a document and its statements in, paragraphs of segments out, each with all that covers it."""

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.model import Document, Statement, Stretch

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_LONG_LINE = 110
"""A line longer than this was not broken by hand, so the line break after it ends a paragraph."""

LONG_TEXT = 6000
"""Characters above which only the paragraphs with figures are shown, about two screens."""

_LONG_PARAGRAPH = 1500
"""Characters above which a paragraph of a long text is cut down to the sentences that statements rest on."""


class Mark(NamedTuple):
    """A stretch of text that a statement points at, with the statement's number (from 1)."""

    start: int
    end: int
    number: int
    kind: str
    """``figure``, ``hedge`` or ``voice`` (a speaker's mention or the words that tie the figure to it)."""


class Segment(NamedTuple):
    """Text between two borders of marks: everything on it is covered by the same marks."""

    text: str
    figures: tuple[int, ...]
    hedges: tuple[int, ...]
    voices: tuple[int, ...]
    opens_hedge: bool
    closes_hedge: bool
    opens: tuple[int, ...]
    """Numbers of the figures that start here."""
    closes: tuple[int, ...]
    """Numbers of the figures that end here, so that their footnotes follow."""


class Block(NamedTuple):
    """A paragraph, or the part of it that is shown."""

    start: int
    end: int
    segments: tuple[Segment, ...]
    is_cut_before: bool
    """Text between the block before and this one is left out."""
    is_body: bool
    """It stands in the document's body, not in its masthead or footer."""


def find_marks(statements: Sequence[Statement]) -> list[Mark]:
    """Every stretch that the statements point at, in text order."""
    marks: set[Mark] = set()
    for number, statement in enumerate(statements, start=1):
        marks.add(Mark(statement.figure.start, statement.figure.end, number, "figure"))
        marks |= {Mark(hedge.start, hedge.end, number, "hedge") for hedge in statement.hedges}
        for hop in (hop for chain in statement.attribution.chains for hop in chain.hops):
            if hop.start is not None and hop.end is not None:
                marks.add(Mark(hop.start, hop.end, number, "voice"))
            if hop.cue is not None:
                marks.add(Mark(hop.cue.start, hop.cue.end, number, "voice"))
    return sorted(marks)


def make_blocks(document: Document, statements: Sequence[Statement], *, is_full: bool) -> list[Block]:
    """Cut a document into marked paragraphs.

    Args:
        document: The document.
        statements: Its statements; their order gives the numbers.
        is_full: Show everything; else, of a text above ``LONG_TEXT`` characters, only what holds figures.

    Returns:
        The blocks in text order. The segments of a block join to ``document.text[block.start:block.end]``.
    """
    stretches = find_paragraphs(document.text)
    is_whole = is_full or len(document.text) <= LONG_TEXT
    shown = stretches if is_whole else list(_keep_figures(stretches, statements))
    marks = find_marks(statements)
    starts = [mark.start for mark in marks]
    reach = max((mark.end - mark.start for mark in marks), default=0)
    body_start, body_end = document.body
    blocks: list[Block] = []
    for stretch in shown:
        near = marks[bisect_left(starts, stretch.start - reach) : bisect_right(starts, stretch.end)]
        segments = tuple(_iter_segments(document.text, stretch, near))
        is_cut = is_text_between(document, blocks[-1].end if blocks else 0, stretch.start)
        is_body = body_start <= stretch.start and stretch.end <= body_end
        blocks.append(Block(stretch.start, stretch.end, segments, is_cut, is_body))
    return blocks


def is_text_between(document: Document, start: int, end: int) -> bool:
    """Whether anything but white space stands between two offsets."""
    return bool(document.text[start:end].strip())


def find_paragraphs(text: str) -> list[Stretch]:
    """The paragraphs of a text: lines, those that were broken by hand joined, blank ones left out."""
    paragraphs: list[Stretch] = []
    before = ""
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - (len(line) - len(line.rstrip()))
        if start >= end:
            continue
        gap = text[paragraphs[-1].end : start] if paragraphs else ""
        is_joined = bool(paragraphs) and len(before) <= _LONG_LINE and _is_one_break(gap) and len(line) <= _LONG_LINE
        if is_joined:
            paragraphs[-1] = Stretch(paragraphs[-1].start, end)
        else:
            paragraphs.append(Stretch(start, end))
        before = line
    return paragraphs


def _is_one_break(gap: str) -> bool:
    return len(re.findall(r"\r\n|[\r\n\f\v\x85\u2028\u2029]", gap)) == 1


def _keep_figures(stretches: Sequence[Stretch], statements: Sequence[Statement]) -> Iterator[Stretch]:
    ordered = sorted(statements, key=lambda statement: statement.figure.start)
    starts = [statement.figure.start for statement in ordered]
    for stretch in stretches:
        held = ordered[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]
        if not held:
            continue
        if stretch.end - stretch.start <= _LONG_PARAGRAPH:
            yield stretch
        else:
            yield from _join_passages(stretch, held)


def _join_passages(stretch: Stretch, statements: Sequence[Statement]) -> Iterator[Stretch]:
    opened: Stretch | None = None
    passages = sorted({(max(s.passage.start, stretch.start), min(s.passage.end, stretch.end)) for s in statements})
    for start, end in passages:
        if opened is not None and start <= opened.end + 1:
            opened = Stretch(opened.start, max(opened.end, end))
            continue
        if opened is not None:
            yield opened
        opened = Stretch(start, end)
    if opened is not None:
        yield opened


def _iter_segments(text: str, stretch: Stretch, marks: Sequence[Mark]) -> Iterator[Segment]:
    inside = [mark for mark in marks if mark.start < stretch.end and mark.end > stretch.start]
    borders = {stretch.start, stretch.end}
    for mark in inside:
        borders |= {max(mark.start, stretch.start), min(mark.end, stretch.end)}
    hedges = _join(mark for mark in inside if mark.kind == "hedge")
    hedge_starts, hedge_ends = {hedge.start for hedge in hedges}, {hedge.end for hedge in hedges}
    waiting = deque(inside)
    covering: list[Mark] = []
    for start, end in pairwise(sorted(borders)):
        covering = [mark for mark in covering if mark.end > start]
        while waiting and waiting[0].start <= start:
            covering.append(waiting.popleft())
        figures = [mark for mark in covering if mark.kind == "figure"]
        yield Segment(
            text=text[start:end],
            figures=tuple(sorted(mark.number for mark in figures)),
            hedges=_numbers(covering, "hedge"),
            voices=_numbers(covering, "voice"),
            opens_hedge=start in hedge_starts,
            closes_hedge=end in hedge_ends,
            opens=tuple(sorted(mark.number for mark in figures if mark.start == start)),
            closes=tuple(sorted(mark.number for mark in figures if mark.end == end)),
        )


def _join(marks: Iterator[Mark]) -> list[Stretch]:
    joined: list[Stretch] = []
    for mark in marks:
        if joined and mark.start < joined[-1].end:
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].end, mark.end))
        else:
            joined.append(Stretch(mark.start, mark.end))
    return joined


def _numbers(marks: Sequence[Mark], kind: str) -> tuple[int, ...]:
    return tuple(sorted({mark.number for mark in marks if mark.kind == kind}))
