"""Attributions of a text: text in, who says what by which words out, in text order."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.attribution.blocks import BREAK, list_blocks_of_text
from sayso.attribution.decoding import Linked, Run, decode, has_hint
from sayso.attribution.found import Found
from sayso.attribution.pieces import Pieces, cut_into_pieces
from sayso.attribution.tagger import score_words
from sayso.attribution.tagging import BE, DO, HAVE, load_forms, normalise
from sayso.model import Span, Stretch, make_span

_HELPERS = BE | HAVE | DO | frozenset("to by as of on in for will would can could may might shall should must".split())
_VERBS = frozenset("VZBGE")
_BEFORE_NOUN = frozenset("a an the this that his her its their my our your no any some".split())
_ARTICLES = ("a", "an", "the")
"""Alone, what the tagger leaves of a source that nobody is: of "a first estimate of $60 million"."""
_LONGEST_RUN = 12  # blocks; a longer quotation is a transcript, not a report
_OPENING = "“\"'‘«"
_CLOSING = "”\"'’»"
_CLOSES = re.compile(r"[”»]|\"(?!\w)|''")
_OPENS_CLAUSE = re.compile(r"[“\"'‘«\s]*(?:that|how|whether),?\s+", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?"
    r"|millions?|half|third|quarter)\b",
    re.IGNORECASE,
)
_NAMES_SOURCE = re.compile(r"(?:sources?|as per|per)\b", re.IGNORECASE)
_NEAR = 80  # characters between a cue and the colon behind it


def find_attributions(text: str) -> list[Found]:
    """Who says what, and by which words, in any English text.

    Voices within a voice are looked for where what is said holds a number.

    Args:
        text: The text; offsets in the result count its characters.

    Returns:
        One value an attribution, ordered by where its cue stands; empty when nobody says anything.

    Examples:
        >>> found, = find_attributions("The bridge collapsed, police said.")
        >>> found.sources[0].exact, found.cues[0].exact, found.content[0].exact
        ('police', 'said', 'The bridge collapsed')
    """
    return find_in_blocks(text, list_blocks_of_text(text))


def find_in_blocks(text: str, blocks: Sequence[Stretch]) -> list[Found]:
    """The attributions of some blocks of a text; see ``find_attributions``."""
    found: dict[int, Found] = {}  # by where the cue stands: contents that overlap hold the same voices
    for number in range(len(blocks)):
        for one in _iter_found(text, blocks, number):
            found.setdefault(one.cues[0].start, one)
    return sorted(found.values(), key=lambda one: (one.cues[0].start, one.content[0].start))


def _iter_found(text: str, blocks: Sequence[Stretch], number: int) -> Iterator[Found]:
    for pieces, linked in _iter_linked(text, blocks[number], ()):
        cue = _without_mark(text, _make_span(text, pieces, linked.cue))
        content = [_without_mark(text, _make_span(text, pieces, run)) for run in linked.content]
        content += list_following_quotes(text, blocks, number, cue=cue, content=content)
        if content:
            sources = (_near_cue(text, _make_span(text, pieces, run), cue) for run in linked.sources)
            named = tuple(source for source in sources if source.exact.lower() not in _ARTICLES)
            yield Found(named, (cue,), tuple(content), name_cue(cue.exact))


def _iter_linked(text: str, stretch: Stretch, taken: tuple[Stretch, ...]) -> Iterator[tuple[Pieces, Linked]]:
    """The attributions of a stretch, and those within their contents, each content read again as if it stood alone.

    PolNeAR marks few voices within voices, so the tagger passes over "the ministry had claimed" in what Smith said;
    read alone, the same words are as plain as any. Contents that hold a number and something like a cue are read
    again; with all of them the chains of figures are the same, and PolNeAR's annotators agree less.
    """
    for pieces in cut_into_pieces(text, stretch):
        scored = score_words(pieces)
        found = decode(scored)
        cues = (*taken, *(_locate(pieces, linked.cue) for linked in found))
        for linked in found:
            at = _locate(pieces, linked.cue)
            if not taken or (linked.sources and not any(_overlap(at, cue) for cue in taken)):
                yield pieces, linked
                for run in linked.content:
                    content = _locate(pieces, run)
                    if _NUMBER.search(text, *content) and has_hint(scored, run):
                        yield from _iter_linked(text, _without_that(text, content), cues)


def _locate(pieces: Pieces, run: Run) -> Stretch:
    return Stretch(pieces.words[run[0]][0], pieces.words[run[1] - 1][1])


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _without_that(text: str, content: Stretch) -> Stretch:
    opening = _OPENS_CLAUSE.match(text, *content)
    return Stretch(opening.end(), content.end) if opening else content


def _make_span(text: str, pieces: Pieces, run: Run) -> Span:
    return make_span(text, *_locate(pieces, run))


def _without_mark(text: str, span: Span) -> Span:
    """A cue or content without the comma or colon behind it."""
    kept = span.exact.rstrip(",:; ")
    return make_span(text, span.start, span.start + len(kept)) if kept else span


def _near_cue(text: str, source: Span, cue: Span) -> Span:
    """A source without the heading that a flattened page puts in front of it."""
    gaps = [gap.end() for gap in BREAK.finditer(text, source.start, source.end)]
    return make_span(text, gaps[-1], source.end) if gaps and source.start < cue.start else source


def list_following_quotes(
    text: str, blocks: Sequence[Stretch], number: int, *, cue: Span, content: Sequence[Span]
) -> list[Span]:
    """What the same voice goes on with in the blocks below: behind a colon, or where a quotation was left open.

    Args:
        text: The text.
        blocks: Its blocks.
        number: The block that holds the cue.
        cue: The cue.
        content: What is said in that block.
    """
    here = blocks[number]
    announces = not content and text[here.end - 1] == ":" and here.end - cue.end < _NEAR
    is_open = bool(content) and content[-1].end >= here.end - 1 and _is_left_open(text[content[-1].start : here.end])
    if not announces and not is_open:
        return []
    more: list[Span] = []
    for before, following in pairwise(blocks[number : number + 1 + _LONGEST_RUN]):
        goes_on = is_open and "\n" not in text[before.end : following.start]
        if text[following.start] not in _OPENING and not goes_on:
            break
        closed = _CLOSES.search(text, *following) if goes_on else None
        more.append(make_span(text, following.start, closed.end() if closed else following.end))
        if closed or (not announces and not _is_left_open(text[slice(*following)])):
            break
    if announces and not more and number + 1 < len(blocks):
        more.append(make_span(text, *blocks[number + 1]))
    return more


def _is_left_open(words: str) -> bool:
    """Whether a quotation that opens these words is not closed at their end."""
    return words[0] in _OPENING and words[-1] not in _CLOSING


def name_cue(words: str) -> str:
    """The base form of what a cue says, "n:" before that of a noun.

    Examples:
        >>> name_cue("has learned"), name_cue("According to"), name_cue("was quoted as saying"), name_cue("a claim of")
        ('learn', 'according', 'say', 'n:claim')
    """
    if _NAMES_SOURCE.match(words) or not any(char.isalpha() for char in words):
        return "according"
    lowers = [normalise(word) for word in words.split()]
    telling = [lower for lower in lowers if lower not in _HELPERS] or lowers
    forms = load_forms()
    verbs = [lower for lower in telling if lower in forms and set(forms[lower].classes) & _VERBS]
    word = (verbs[-1] if "as" in lowers else verbs[0]) if verbs else telling[-1]
    if word == "according":
        return word
    at = lowers.index(word)
    is_noun = not verbs or lowers[at + 1 : at + 2] == ["of"] or any(lower in _BEFORE_NOUN for lower in lowers[:at])
    if is_noun and word in forms and "N" in forms[word].classes:
        return "n:" + (word.removesuffix("s") if word.removesuffix("s") in forms else forms[word].lemma)
    return forms[word].lemma if word in forms else word
