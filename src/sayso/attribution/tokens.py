"""A line of text as items: words with offsets and classes, each quotation one item; and its sentences."""

from typing import NamedTuple

from sayso.attribution.quotes import Quote, find_quotes
from sayso.attribution.tagging import normalise, tag_words
from sayso.model import find_words

FOLDED = "\x00"
"""What stands in ``Items.words`` for a quotation taken as one."""

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen rep gov gen lt col sgt capt maj adm st jr sr no vs inc "
    "corp co ltd prof rev hon pres jan feb mar apr jun jul"
    " aug sep sept oct nov dec u.s u.n u.k d.c a.m p.m etc e.g i.e".split()
)
_ENDS = frozenset(".?!")
_HEADLINE_SHARE = 0.7  # of the words start with a capital


class Items(NamedTuple):
    """Parallel lists: the words, their look-up forms, offsets, classes; and the quotation behind each folded item."""

    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    quotes: dict[int, Quote]


def read_items(text: str, start: int, end: int) -> Items:
    """The items of a line of text; spoken quotations become one item each, quoted phrases stay words."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    folded: dict[int, Quote] = {}
    at = start
    for quote in find_quotes(text, start, end):
        if not quote.is_speech or quote.start < at:
            continue
        _add_words(text, (at, quote.start), (words, starts, ends))
        folded[len(words)] = quote
        words.append(FOLDED)
        starts.append(quote.start)
        ends.append(quote.end)
        at = quote.end
    _add_words(text, (at, end), (words, starts, ends))
    lowers = [normalise(word) for word in words]
    tags = tag_words(words, lowers, is_headline=_is_headline(words))
    items = Items(words, lowers, starts, ends, tags, folded)
    for position in range(1, len(words) - 1):
        if words[position] == "." and (words[position + 1] == ")" or _is_abbreviation(items, position)):
            tags[position] = "A"  # part of a name: "Alan B. Krueger"
    return items


_LONGEST_SENTENCE = 500
"""Words and signs; twice the longest sentence of the development articles. What runs on is a list or noise, and looking
to the end of it from every verb takes time that grows with its square."""


def split_sentences(text: str, items: Items) -> list[tuple[int, int]]:
    """First and last-plus-one item of every sentence, in order."""
    sentences: list[tuple[int, int]] = []
    opened = 0
    last = len(items.words) - 1
    for position, word in enumerate(items.words):
        if position == last:
            break
        if position < opened:
            continue
        if word in _ENDS and (stop := _ends_here(items, position)):
            sentences.append((opened, stop))
            opened = stop
        elif position in items.quotes and _quote_ends(text, items, position):
            sentences.append((opened, position + 1))
            opened = position + 1
        elif position - opened >= _LONGEST_SENTENCE:
            sentences.append((opened, position))
            opened = position
    if opened <= last:
        sentences.append((opened, last + 1))
    return sentences


def _add_words(text: str, stretch: tuple[int, int], lists: tuple[list[str], list[int], list[int]]) -> None:
    words, starts, ends = lists
    for start, end, word in find_words(text, *stretch):
        words.append(word)
        starts.append(start)
        ends.append(end)


def _is_headline(words: list[str]) -> bool:
    letters = [word for word in words if word[0].isalpha()]
    if len(letters) < 5 or len(letters) > 25 or words[-1] == ":":
        return False
    return sum(word[0].isupper() for word in letters) >= _HEADLINE_SHARE * len(letters)


def _ends_here(items: Items, position: int) -> int:
    """One past the last item of the sentence that this mark closes, closing quotation marks included; 0 for none."""
    stop = position + 1
    words, last = items.words, len(items.words) - 1
    while stop < last and words[stop] in "”\"’')" and items.starts[stop] == items.ends[stop - 1]:
        stop += 1
    follows = words[stop]
    if not (follows[0].isupper() or follows[0].isdigit() or follows[0] in "“\"'‘(\x00[•-–—<$€£"):
        return 0
    if position and words[position] == "." and _is_abbreviation(items, position):
        return 0
    return stop if items.starts[stop] > items.ends[stop - 1] else 0


def _is_abbreviation(items: Items, dot: int) -> bool:
    if items.starts[dot] != items.ends[dot - 1]:
        return False
    before = items.lowers[dot - 1]
    return before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha() and before != "i")


def _quote_ends(text: str, items: Items, position: int) -> bool:
    quote = items.quotes[position]
    inner = text[quote.inner_start : quote.inner_end].rstrip()
    follows = items.words[position + 1]
    return inner[-1:] in _ENDS and (follows[0].isupper() or follows[0] == FOLDED)
