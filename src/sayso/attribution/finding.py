"""Attributions of a text: text in, who says what by which words out, in text order."""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from sayso.attribution.candidates import Candidate, find_candidates
from sayso.attribution.clauses import Range
from sayso.attribution.cues import Scored, choose, list_traits, load_cues, probability
from sayso.attribution.found import Found
from sayso.attribution.tokens import Items, read_items, split_sentences
from sayso.model import Span, Stretch

Offsets = tuple[tuple[int, int], ...]
_OPENING = "“\"'‘«"
_LONGEST_RUN = 12  # paragraphs; a longer quotation is a transcript, not a report
_EDGE = " \t\u00a0,;—–-"


class Located(NamedTuple):
    """A candidate, where its source, cue, content and head stand, and what is weighed about it."""

    candidate: Candidate
    offsets: tuple[Offsets, Offsets, Offsets, Offsets]
    traits: list[str]


def find_attributions(text: str) -> list[Found]:
    """Who says what, and by which words, in any English text; nested attributions included.

    Args:
        text: The text; offsets in the result count its characters.

    Returns:
        One value an attribution, ordered by where its cue stands; empty when nobody says anything.

    Examples:
        >>> found, = find_attributions("The bridge collapsed, police said.")
        >>> found.sources[0].exact, found.cues[0].exact, found.content[0].exact
        ('police', 'said', 'The bridge collapsed')
    """
    return find_in_stretches(text, list_lines(text))


def find_in_stretches(text: str, stretches: Sequence[Stretch]) -> list[Found]:
    """The attributions of some lines of a text; see ``find_attributions``."""
    cues = load_cues()
    scored = (
        Scored(located.candidate, probability(cues.weights, located.traits, located.candidate), located.offsets)
        for located in iter_candidates(text, stretches, cues.lemmas)
    )
    found = [_make_found(text, one) for one in choose(scored)]
    return sorted(found, key=lambda one: (one.cues[0].start, one.content[0].start))


def list_lines(text: str) -> list[Stretch]:
    """The lines of a text that are not empty."""
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        if not line.isspace():
            lines.append(Stretch(at, at + len(line.rstrip())))
        at += len(line)
    return lines


def iter_candidates(text: str, stretches: Sequence[Stretch], lemmas: Container[str]) -> Iterator[Located]:
    """Every candidate with the offsets of its source, cue and content, line by line."""
    for number, stretch in enumerate(stretches):
        for located in _read_stretch(text, stretch, lemmas, 0):
            yield _run_on(text, stretches, number, located)


def _run_on(text: str, stretches: Sequence[Stretch], number: int, located: Located) -> Located:
    """With the quotation that goes on in the lines below: after a colon, or where the last quotation was left open."""
    source, cue, content, head = located.offsets
    line = stretches[number]
    announces = located.candidate.frame.startswith("NEXT")
    last = content[-1]
    is_open = last[1] >= line.end - 1 and text[last[0]] in _OPENING and text[line.end - 1] not in "”\"'’»"
    if not announces and not is_open:
        return located
    more: list[tuple[int, int]] = []
    for following in stretches[number + 1 : number + 1 + _LONGEST_RUN]:
        if text[following.start] not in _OPENING:
            break
        more.append(following)
        closed = text[following.end - 1] in "”\"'’»"
        if closed and not announces:
            break
    if announces and not more and number + 1 < len(stretches):
        more.append(stretches[number + 1])
    spans = (() if announces else content) + tuple((start, end) for start, end in more)
    return located._replace(offsets=(source, cue, spans or content, head))


def _read_stretch(text: str, stretch: Stretch, lemmas: Container[str], depth: int) -> Iterator[Located]:
    items = read_items(text, *stretch)
    sentences = split_sentences(text, items)
    for number, sentence in enumerate(sentences):
        for candidate in find_candidates(items, sentence, lemmas):
            offsets = _locate(text, items, candidate, sentences, number)
            if offsets is not None:
                yield Located(candidate, offsets, list_traits(items, candidate, depth))
    if depth < 3:
        for quote in items.quotes.values():
            yield from _read_stretch(text, Stretch(quote.inner_start, quote.inner_end), lemmas, depth + 1)


def _locate(
    text: str, items: Items, candidate: Candidate, sentences: list[Range], number: int
) -> tuple[Offsets, Offsets, Offsets, Offsets] | None:
    content = list(candidate.content)
    if candidate.looks_back:
        if number == 0 or items.tags[sentences[number - 1][1] - 1] != "Q":
            return None
        content.insert(0, (sentences[number - 1][1] - 1, sentences[number - 1][1]))
    if candidate.frame in ("PREQ", "Q", "INVQ", "BACK", "MID", "INV", "PRE"):
        content.extend(_quotes_after(items, sentences, number))
    where = _offsets(text, items, content)
    cue = _offsets(text, items, [candidate.cue])
    source = () if candidate.source is None else _offsets(text, items, [candidate.source])
    head = ((items.starts[candidate.head], items.ends[candidate.head]),)
    return (source, cue, where, head) if where and cue else None


def _quotes_after(items: Items, sentences: list[Range], number: int) -> list[Range]:
    """The quotations that follow in the line as sentences of their own: the same voice goes on."""
    more: list[Range] = []
    for position in range(number + 1, len(sentences)):
        start, end = sentences[position]
        if items.tags[start] != "Q" or end - start > 1:
            break
        more.append((start, end))
    return more


def _offsets(text: str, items: Items, ranges: list[Range]) -> Offsets:
    found = []
    for first, stop in ranges:
        if stop <= first:
            continue
        start, end = items.starts[first], items.ends[stop - 1]
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        if start < end:
            found.append((start, end))
    return tuple(sorted(set(found)))


def _make_found(text: str, one: Scored) -> Found:
    source, cue, content = (
        tuple(Span(start=start, end=end, exact=text[start:end]) for start, end in part) for part in one.offsets[:3]
    )
    return Found(source, cue, content, f"{one.candidate.lemma} {one.candidate.frame}")
