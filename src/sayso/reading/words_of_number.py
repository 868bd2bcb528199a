"""Number words: "twenty-one thousand six hundred", "half a million", "two dozen" as exact fractions."""

import re
from fractions import Fraction
from typing import NamedTuple

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1_000, "lakh": 100_000, "lakhs": 100_000, "lac": 100_000, "million": 10**6,
    "crore": 10**7, "crores": 10**7, "billion": 10**9, "trillion": 10**12, "mn": 10**6, "mln": 10**6, "bn": 10**9,
    "tn": 10**12, "trn": 10**12, "dozen": 12,
}  # fmt: skip
PARTS = {
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
    "tenth": 10, "tenths": 10,
}  # fmt: skip

_TOKEN = re.compile(r"[A-Za-z]+")
_TAIL_GAP = re.compile(r"\s+(?:and\s+)?(?=[A-Za-z])")


class Spelled(NamedTuple):
    """A number in words: its value and where it ends."""

    value: Fraction
    end: int


def parse_spelled(text: str, start: int) -> Spelled | None:
    """The longest number in words that starts at an offset.

    Args:
        text: The text.
        start: Offset of the first letter of a number word.

    Returns:
        Its value and end; None when no number word starts there.

    Examples:
        >>> parse_spelled("twenty-one thousand six hundred men", 0)
        Spelled(value=Fraction(21600, 1), end=31)
        >>> parse_spelled("a dozen villages", 0)
        Spelled(value=Fraction(12, 1), end=7)
        >>> parse_spelled("half a million people", 0)
        Spelled(value=Fraction(500000, 1), end=14)
    """
    return _parse_article(text, start) or _add_part(text, _parse_cardinal(text, start))


_AND_A_PART = re.compile(
    r"[\s-]+and[\s-]+(?:(?:a|one)[\s-]+(?:(?P<half>half)|(?P<quarter>quarter))|three[\s-]+quarters)(?![A-Za-z])"
    r"(?:[\s-]+(?P<scale>hundred|thousand|million|billion|trillion|lakh|crore|dozen)(?![A-Za-z]))?",
    re.IGNORECASE,
)
_A_PART_FITS = 20
"""Nobody says "ninety and a half"; from here on the half belongs to something else."""


def _add_part(text: str, spelled: Spelled | None) -> Spelled | None:
    """The whole of "two and a half million" and "six and a quarter", given its first word."""
    match = _AND_A_PART.match(text, spelled.end) if spelled and spelled.value < _A_PART_FITS else None
    if spelled is None or match is None:
        return spelled
    parts = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}
    part = next((value for name, value in parts.items() if match[name]), Fraction(3, 4))
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1
    return Spelled((spelled.value + part) * scale, match.end())


def _parse_article(text: str, start: int) -> Spelled | None:
    """Numbers that open with an article or a part: "a hundred", "half a million", "a quarter of a million"."""
    match = _ARTICLE.match(text, start)
    if match is None:
        return None
    scale = SCALES[match.group("scale").lower()]
    if match.group("half"):
        return Spelled(Fraction(scale, 2), match.end())
    if match.group("quarter"):
        return Spelled(Fraction(scale, 4), match.end())
    half = _TRAILING_HALF.match(text, match.end())
    if half:
        return Spelled(Fraction(scale) * Fraction(3, 2), half.end())
    return _parse_tail(text, match.end(), Fraction(scale)) or Spelled(Fraction(scale), match.end())


_TRAILING_HALF = re.compile(r"\s+and\s+a\s+half(?![\w-])", re.IGNORECASE)


_ARTICLE = re.compile(
    r"(?:(?P<half>half[\s-]+(?:an?[\s-]+)?|an?\s+half[\s-]+)|(?P<quarter>an?\s+quarter\s+of\s+an?\s+|quarter\s+of\s+an?\s+)|an?\s+)"
    r"(?P<scale>hundred|thousand|million|billion|trillion|lakh|crore|dozen)(?![A-Za-z])",
    re.IGNORECASE,
)


def _parse_tail(text: str, start: int, value: Fraction) -> Spelled | None:
    """What may follow "a hundred": " and fifty", " thousand"."""
    match = _TAIL_GAP.match(text, start)
    if match is None:
        return None
    follower = _TOKEN.match(text, match.end())
    word = follower.group().lower() if follower else ""
    if follower and word in SCALES and SCALES[word] > value:
        return Spelled(value * SCALES[word], follower.end())
    rest = _parse_cardinal(text, match.end()) if word in ONES or word in TENS else None
    if rest is None or rest.value >= value or value == SCALES["dozen"]:
        return None
    return Spelled(value + rest.value, rest.end)


def _parse_cardinal(text: str, start: int) -> Spelled | None:
    total = current = Fraction(0)
    limit = Fraction(10**15)
    position = end = start
    seen = ""
    while (match := _TOKEN.match(text, position)) is not None:
        word = match.group().lower()
        if word == "and" and seen in ("hundred", "thousand", "million") and _next_is_small(text, match.end()):
            position = _skip_gap(text, match.end())
            continue
        if not _fits(word, seen, current):
            break
        if word in SCALES and SCALES[word] > 100:
            if SCALES[word] >= limit:
                break
            limit = Fraction(SCALES[word])
            total, current = total + current * SCALES[word], Fraction(0)
        elif word in SCALES:
            current *= SCALES[word]
        else:
            current += ONES.get(word, TENS.get(word, 0))
        seen, end = word, match.end()
        if word == "dozen":
            break
        position = _skip_gap(text, end)
    return Spelled(total + current, end) if end > start else None


def _fits(word: str, seen: str, current: Fraction) -> bool:
    """Whether a word can go on a number: "twenty" takes "one", "six" takes "hundred", "five" takes no "six"."""
    if word in ONES:
        return seen == "" or (seen in TENS and 0 < ONES[word] < 10) or (seen in SCALES and seen != "dozen")
    if word in TENS:
        return seen == "" or (seen in SCALES and seen != "dozen")
    if word in ("hundred", "dozen"):
        return 0 < current < 100 and seen not in SCALES
    return word in SCALES and seen != "" and current > 0


def _skip_gap(text: str, position: int) -> int:
    match = _GAP.match(text, position)
    return match.end() if match else len(text)


_GAP = re.compile(r"[\s\u00a0\u00ad]*[-\u2010\u2011]?[\s\u00a0\u00ad]*(?=[A-Za-z])")


def _next_is_small(text: str, position: int) -> bool:
    match = _TOKEN.match(text, _skip_gap(text, position))
    return match is not None and match.group().lower() in ONES | TENS
