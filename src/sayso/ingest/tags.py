"""Tags at the foot of a text: ``Tags: a, b``, hashtags, and runs of words that lost the spaces between them."""

import re
from typing import NamedTuple

_LABELLED = re.compile(r"(?:tags?|keywords?|topics|filed under|labels)\s*:\s*(\S.*)", re.IGNORECASE)
_HASHTAGS = re.compile(r"#\w+(?:[\s,;]+#\w+)*")
_RUN = re.compile(r"[a-z]{12,400}")
_WORD = re.compile(r"[a-z]+")
_SHORTEST_WORD = 3
_LONGEST_WORD = 30
_LONGER_THAN_WORDS = 22
"""Letters from which on a lower-case run is no word of a language: "internationalization" has 20."""

_LONGEST_FOOTER = 600
"""Characters of a last line that can still be tags; a longer one is a paragraph."""

_LONGEST_LOOK = 100_000
"""Characters of the text whose words may split a run: the opening of a report names what it is about."""

_FUNCTION_WORDS = frozenset([
    "the", "and", "for", "with", "from", "that", "this", "have", "has", "had", "was", "were", "are", "but",
    "not", "its", "his", "her", "their", "they", "them", "who", "will", "would", "can", "could", "may", "into",
    "out", "over", "off", "one", "two", "any", "all", "also", "than", "then", "there", "here", "which", "what",
    "when", "where", "been", "being", "you", "our", "your", "she", "him",
])  # fmt: skip
_STEM = 4
_ENDINGS = ("s", "es", "ed", "ing", "n", "ian")
_INFLECTIONS = ("s", "es", "ed", "ing", "er", "ers", "ian", "ians", "n", "ion", "ions")


class Footer(NamedTuple):
    """The tags that end a text, and where the body before them ends."""

    body_end: int
    tags: tuple[str, ...]


def find_footer(text: str, start: int = 0) -> Footer | None:
    r"""The line of tags at the end of a text.

    Args:
        text: The whole text.
        start: Where the body starts; the footer must leave some of it.

    Returns:
        Where the body ends and the tags, or None when the last line is no line of tags. A run of words without
        spaces is split where words of the text split it in one way only; else it is one tag.

    Examples:
        >>> find_footer("Flood hits the market town.\n\nfloodmarkettown").tags
        ('flood', 'market', 'town')
    """
    end = _end_of_text(text)
    opened = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end), text.rfind("\u2028", 0, end)) + 1
    body_end = _end_of_text(text, opened)
    if opened <= start or body_end <= start or end - opened > _LONGEST_FOOTER:
        return None
    line = text[opened:end].strip()
    if labelled := _LABELLED.fullmatch(line):
        parts = re.split(r"\s*[,;|•·]\s*", labelled[1])
        return Footer(body_end, tuple(part.strip("# ") for part in parts if part.strip("# ")))
    if _HASHTAGS.fullmatch(line):
        return Footer(body_end, tuple(re.findall(r"#(\w+)", line)))
    if _RUN.fullmatch(line):
        words = split_run(line, text[: min(body_end, _LONGEST_LOOK)])
        if len(words) > 1 or len(line) >= _LONGER_THAN_WORDS:
            return Footer(body_end, words)
    return None


def split_run(run: str, text: str) -> tuple[str, ...]:
    """The words of a run without spaces, when words of the text split it in one best way; else the run itself.

    The best way has the fewest words, so ``desertion`` wins over ``desert`` + ``ion``.

    Examples:
        >>> split_run("warsyria", "The war in Syria"), split_run("qwertyuiop", "The war")
        (('war', 'syria'), ('qwertyuiop',))
    """
    known = _words_of(text, run)
    best: list[tuple[int, int]] = [(0, 1)] + [(0, 0)] * len(run)
    """For each end: fewest words up to there, and the number of ways to do it in so few (0: none)."""
    came_from = [0] * (len(run) + 1)
    for end in range(1, len(run) + 1):
        for begin in range(max(0, end - _LONGEST_WORD), end - _SHORTEST_WORD + 1):
            fewest, ways = best[begin]
            if not ways or run[begin:end] not in known:
                continue
            if not best[end][1] or fewest + 1 < best[end][0]:
                best[end], came_from[end] = (fewest + 1, ways), begin
            elif fewest + 1 == best[end][0]:
                best[end] = (fewest + 1, best[end][1] + ways)
    if best[-1][1] != 1:
        return (run,)
    return _walk_back(run, came_from)


def _walk_back(run: str, came_from: list[int]) -> tuple[str, ...]:
    words, end = [], len(run)
    while end:
        words.append(run[came_from[end] : end])
        end = came_from[end]
    return tuple(reversed(words))


def _words_of(text: str, run: str) -> frozenset[str]:
    words = {word for word in _WORD.findall(text.lower()) if len(word) >= _SHORTEST_WORD} - _FUNCTION_WORDS
    stems = {word.removesuffix(ending) for word in words for ending in _INFLECTIONS if len(word) - len(ending) >= _STEM}
    inflected = {word + ending for word in words if len(word) >= _STEM for ending in _ENDINGS}
    return frozenset(word for word in words | stems | inflected if word in run)


def _end_of_text(text: str, end: int | None = None) -> int:
    end = len(text) if end is None else end
    while end and text[end - 1].isspace():
        end -= 1
    return end
