"""Quotations of a paragraph: text in, where each stands with its marks out; unbalanced marks stop nothing."""

import re
from typing import NamedTuple

_MARKS = re.compile(
    r"“[^“”]*(?:“[^“”]*”[^“”]*)*(?P<curly>”)?"
    r"|\"(?P<straight_in>[^\"]*)(?P<straight>\")?"
    r"|''(?P<double_in>(?:(?!'').)+)(?P<double>'')?"
    r"|(?<!\w)‘(?=\S)(?P<single_in>[^‘’]*(?:’\w[^‘’]*)*)(?P<single>’)(?!\w)"
    r"|(?<![\w'])'(?=[\w“])(?P<apostrophe_in>[^'\"“”]*(?:'\w[^'\"“”]*)*)(?P<apostrophe>(?<=[\w.,!?…])')(?![\w'])"
    r"|«[^«»]*(?P<angle>»)?"
)
_CLOSERS = ("curly", "straight", "double", "single", "apostrophe", "angle")
_LEADING = frozenset(".,:;—–-?!(…")
_LONG_ENOUGH = 4  # words; a shorter capitalised quotation without punctuation is a title or a nickname
_END_MARKS = frozenset(",.?!…—-")


class Quote(NamedTuple):
    """A quotation: offsets with and without its marks; ``is_speech`` for what somebody utters, not a quoted phrase."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    is_closed: bool
    is_speech: bool


def find_quotes(text: str, start: int, end: int) -> list[Quote]:
    """The outermost quotations between two offsets, in text order.

    Returns:
        An opening mark that is never closed quotes up to ``end`` when it opens the stretch or follows a space;
        otherwise it is taken for an inch sign or a slip and ignored.
    """
    quotes: list[Quote] = []
    at = start
    while (match := _MARKS.search(text, at, end)) is not None:
        quote = _make_quote(text, start, match)
        if quote is None:
            at = match.start() + 1
            continue
        quotes.append(quote)
        at = max(quote.end, match.start() + 1)
    return quotes


def _make_quote(text: str, start: int, match: re.Match[str]) -> Quote | None:
    opened, closed = match.span()
    width = 2 if text.startswith("''", opened) else 1
    is_closed = any(match.group(name) for name in _CLOSERS)
    inner_end = closed - width if is_closed else closed
    if inner_end <= opened + width or not text[opened + width : inner_end].strip():
        return None
    if not is_closed and opened > start and not text[opened - 1].isspace() and text[opened - 1] not in "(—–-":
        return None
    if not is_closed and text[opened + width].isspace():
        return None
    is_speech = _is_speech(text, start, opened, (opened + width, inner_end))
    return Quote(opened, closed, opened + width, inner_end, is_closed, is_speech)


def _is_speech(text: str, start: int, opened: int, inner: tuple[int, int]) -> bool:
    before = text[max(start, opened - 8) : opened].rstrip()
    words = text[inner[0] : inner[1]]
    if not before or before[-1] in _LEADING or before[-1] in "”\"'’":
        return len(words.split()) > 2 or words.rstrip()[-1] in _END_MARKS
    first = next((char for char in words if char.isalnum()), "")
    is_long = len(words.split()) >= _LONG_ENOUGH or words.rstrip()[-1] in ".?!,"
    return first.isupper() and is_long
