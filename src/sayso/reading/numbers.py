"""The number grammar: every numeral expression of a text, with its value, as written, and nothing else."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from sayso.reading.words_of_number import ONES, PARTS, SCALES, TENS, parse_spelled

NumeralKind = Literal["number", "range", "vague", "share", "none"]


class Numeral(NamedTuple):
    """A numeral expression.

    Attributes:
        start: First character, bound words and currency signs left out.
        end: One past the last character, magnitude words taken in.
        low: The value, or the lower end of a range, or the least that a vague word allows.
        high: The value, or the upper end of a range; None for a vague word.
        kind: A number, a range, a vague word ("dozens"), a share ("40%", "one in five"), or none ("no one").
        grid: The largest power of ten that divides what was said.
        is_spelled: Whether it is in words.
        is_point_ambiguous: "1.234" may be a thousand or a fraction.
    """

    start: int
    end: int
    low: Fraction
    high: Fraction | None
    kind: NumeralKind
    grid: Fraction
    is_spelled: bool = False
    is_point_ambiguous: bool = False


MAX_DIGITS = 40
"""Longer runs of digits are keys, hashes or noise, never counts."""
_VERSION = re.compile(r"\.\d")
_SMALL_WORDS = "|".join(sorted({*ONES, *TENS} - {"zero"}, key=len, reverse=True))
_VAGUE_WORDS = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2 * 10**6,
                "billions": 2 * 10**9, "lakhs": 200_000, "crores": 2 * 10**7}  # fmt: skip
"""The least that a plural allows: two of them. ACLED and others code such words lower; a choice, not a finding."""

_DIGITS = (
    r"\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3}){2,}|(?:[\u00a0\u202f\u2009'’]\d{3})+|(?: \d{3})+(?![\d,.]*\d))(?!\d)(?:\.\d+)?"
    r"|\d{1,3},\d{1,2}(?=\s(?:million|billion|trillion|thousand)\b)|\d+(?:,\d\d)+,\d{3}(?!\d)|\d+(?:\.\d+)?|\.\d+"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|lakhs?|crores?|mn|mln|bn|tn|dozen)(?![A-Za-z])|[mkbMKB](?![A-Za-z0-9/²³])"
_NUMERAL = re.compile(
    rf"(?P<percent>(?:{_DIGITS})(?:\s?%|[\s-]+(?:per\s?cent|percent|pct|pc|percentage\s+points?)(?![A-Za-z])))"
    rf"|(?P<digits>{_DIGITS})"
    r"|\b(?P<vague>(?:tens|dozens|hundreds|thousands|millions)\s+of\s+(?:thousands|millions|billions|lakhs|crores)"
    r"|(?:a\s+)?(?:few|several|couple(?:\s+of)?)\s+(?:hundred|thousand|million|dozen)s?"
    r"|dozens|scores(?=\s+(?:of|more|were|have|are)\b)|hundreds|thousands|millions|billions)\b"
    rf"|\b(?P<part>(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[\s-]+)(?:{'|'.join(PARTS)})(?![\w-])|half(?![\w-]))"
    r"|\b(?P<none>no[\s-]one|nobody|no(?=\s+(?:deaths?|casualties|fatalities|injuries|arrests|people|persons?|civilians|soldiers)\b))\b"
    rf"|\b(?P<spelled>(?:half[\s-]+an?|half|an?\s+(?:quarter\s+of\s+an?|half)|an?)[\s-]+(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)\b|(?:{_SMALL_WORDS}|zero)\b)",
    re.IGNORECASE,
)
_ONLY_DIGITS = re.compile(_DIGITS)
_FOLLOWING_SCALE = re.compile(rf"[\s\u00a0-]*(?P<scale>{_SCALE})", re.IGNORECASE)
_FRACTION_TAIL = re.compile(r"\s+(?:and\s+a\s+half|1/2|½)(?=[\s-]|$)")
_SLASH_PART = re.compile(r"/(\d{1,2})(?![\d/])")
_OF_THE = re.compile(r"\s+(?:of|the|majority)\b")
_HALVES = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_RANGE_LINK = re.compile(
    r"(?P<dash>\s?[-\u2010\u2011\u2012\u2013\u2014]\s?)|(?P<to>\s+to\s+)|(?P<or>\s+or\s+)|(?P<and>\s+and\s+)",
    re.IGNORECASE,
)
_ONE_IN = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?", re.IGNORECASE)
_CURRENCY = r"(?:US|A|C|HK|NZ|S|R)?[$€£¥₹₽₦₱]|(?:Rs|USD|EUR|GBP)\.?"
_REPEATED_SIGN = re.compile(rf"(?:{_CURRENCY})\s?")
_NO_HALF_BEFORE = re.compile(
    r"\b(?:first|second|latter|other|next|final|last|better|opening|early|late)[\s-]+$", re.IGNORECASE
)
_CHANGES_FROM = re.compile(
    r"\b(?:r[io]se[ns]?|rising|f[ae]lls?|fallen|falling|gr[eo]wn?s?|growing|increas\w+|decreas\w+|jump\w*|drop\w*|climb\w*|declin\w+|plung\w+|plummet\w*|soar\w*"
    r"|surg\w+|up|down|went|go(?:es|ing|ne)?|rais\w+|cut\w*|reduc\w+|revis\w+|lower\w*|expand\w*|shr[aiu]nk\w*|doubl\w+|swell\w*|chang\w+|mov\w+|slip\w*|eas\w+)"
    r"\b[^.;]{0,30}\bfrom\s+\S?$",
    re.IGNORECASE,
)
_BY_PART = re.compile(r"\b(?:by|than|nearly|almost|about|over|around)\s+$", re.IGNORECASE)
_MINUS = re.compile(r"(?:\bminus[\s-]|(?<=[\s(])[-−]|^[-−])$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:an?\s+estimated\s+)?(?:US|A|C|HK|NZ|S|R)?[$€£¥₹₽₦₱]?\s?$", re.IGNORECASE)
_PREFILTER = re.compile(
    rf"\d|[½¼¾]|\b(?:{_SMALL_WORDS}|dozens?|scores|hundreds?|thousands?|millions?|billions?|half|thirds?|quarters?|fifths?|zero"
    r"|nobody|no|none)\b",
    re.IGNORECASE,
)


def may_hold_numbers(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is worth reading: a digit or a number word stands in it."""
    return _PREFILTER.search(text, start, end) is not None


def find_numerals(text: str, start: int = 0, end: int | None = None) -> list[Numeral]:
    """Every numeral expression, dates and names among them; ranges and shares joined.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop; None for the end of the text.

    Returns:
        Numerals in text order, not overlapping.

    Examples:
        >>> [numeral.low for numeral in find_numerals("1.2 million people and 21,600 soldiers")]
        [Fraction(1200000, 1), Fraction(21600, 1)]
        >>> find_numerals("15,000 to 18,000 deserters")[0].high
        Fraction(18000, 1)
    """
    stop = len(text) if end is None else end
    return list(_join(text, list(_iter_single(text, start, stop)), stop))


def grid_of(value: Fraction) -> Fraction:
    """The largest power of ten that divides a value; 1 for zero.

    Source:
        The rounding grid of Krifka 2007, as used for rounding intervals.

    Examples:
        >>> grid_of(Fraction(21600)), grid_of(Fraction(7, 2))
        (Fraction(100, 1), Fraction(1, 10))
    """
    if value == 0:
        return Fraction(1)
    grid = Fraction(1)
    while (value / grid).denominator != 1 and grid > Fraction(1, 10**9):
        grid /= 10
    while (value / (grid * 10)).denominator == 1:
        grid *= 10
    return grid


def _iter_single(text: str, start: int, stop: int) -> Iterator[Numeral]:
    position = start
    while (match := _NUMERAL.search(text, position, stop)) is not None:
        numeral = _read_one(text, match)
        if numeral is None or numeral.end > stop:
            position = max(match.end(), position + 1)
            continue
        yield numeral
        position = numeral.end


def _read_one(text: str, match: re.Match[str]) -> Numeral | None:
    kind = match.lastgroup
    if kind in ("percent", "digits"):
        return _read_digits(text, match)
    if kind == "vague":
        return _read_vague(match)
    if kind == "part":
        return _read_part(text, match)
    if kind == "none":
        return Numeral(match.start(), match.end(), Fraction(0), Fraction(0), "none", Fraction(1), is_spelled=True)
    return _read_spelled(text, match.start())


def _read_digits(text: str, match: re.Match[str]) -> Numeral | None:
    digits = _ONLY_DIGITS.match(text, match.start())
    if digits is None or len(digits.group()) > MAX_DIGITS or _glued(text, match.start()):
        return None
    if _VERSION.match(text, digits.end()):
        return None
    value, ambiguous = _parse_digits(digits.group())
    end = digits.end()
    if match.lastgroup == "percent":
        return _signed(
            text, Numeral(match.start(), match.end(), value / 100, value / 100, "share", grid_of(value) / 100)
        )
    if (
        text[end : end + 1] == "s"
        and digits.group() in ("10", "100", "1000", "1,000")
        and not text[end + 1 : end + 2].isalnum()
    ):
        return Numeral(match.start(), end + 1, 2 * value, None, "vague", value)
    slash = _SLASH_PART.match(text, end)
    if slash and 0 < value < int(slash.group(1)) <= 20 and value.denominator == 1 and _OF_THE.match(text, slash.end()):
        part = value / int(slash.group(1))
        return Numeral(match.start(), slash.end(), part, part, "share", Fraction(1, 100))
    if text[end : end + 1] in _HALVES:
        value, end = value + _HALVES[text[end]], end + 1
    tail = _FRACTION_TAIL.match(text, end)
    if tail and _FOLLOWING_SCALE.match(text, tail.end()):
        value, end = value + Fraction(1, 2), tail.end()
    value, grid, end = _scaled(text, value, end)
    numeral = Numeral(match.start(), end, value, value, "number", grid, is_point_ambiguous=ambiguous)
    return _signed(text, numeral)


def _signed(text: str, numeral: Numeral) -> Numeral:
    """The numeral below zero where a minus stands in front of it: "minus 40", "-1.3%"."""
    minus = _MINUS.search(text[max(0, numeral.start - 6) : numeral.start])
    if minus is None or numeral.high is None:
        return numeral
    start = numeral.start - len(minus.group())
    return numeral._replace(start=start, low=-numeral.low, high=-numeral.low)


def _glued(text: str, start: int) -> bool:
    """Whether digits are the tail of a name or of another number: B52, MH17, Covid-19, 4.5.6."""
    before = text[start - 1 : start]
    if before == "\u00ad":
        return True
    if before.isalnum():
        return _REPEATED_SIGN.fullmatch(text[max(0, start - 3) : start]) is None and not _is_code(text, start)
    if before in ("-", "\u2011", "_", "#", "@"):
        return text[start - 2 : start - 1].isalpha() or before in ("_", "#", "@")
    return before in (".", ",") and text[start - 2 : start - 1].isdigit()


def _is_code(text: str, start: int) -> bool:
    return re.search(r"\b(?:Rs|USD|EUR|GBP|INR|CHF|PKR|NGN|KES)$", text[max(0, start - 4) : start]) is not None


def _parse_digits(digits: str) -> tuple[Fraction, bool]:
    if re.fullmatch(r"\d{1,3},\d{1,2}", digits):  # a decimal comma, as in "1,2 million"
        return Fraction(digits.replace(",", ".")), False
    plain = re.sub(r"[,\s\u00a0\u202f\u2009'’]", "", digits)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    ambiguous = re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", digits) is not None
    return Fraction("0" + plain if plain.startswith(".") else plain), ambiguous


def _scaled(text: str, value: Fraction, end: int) -> tuple[Fraction, Fraction, int]:
    """The value with the magnitude words that follow: "1.2 million", "$12.5m", "3 hundred thousand"."""
    grid = grid_of(value)
    for _ in range(2):
        match = _FOLLOWING_SCALE.match(text, end)
        if match is None or (match.group()[0] == "-" and match.group("scale").lower() not in SCALES):
            break
        factor = _scale_factor(text, match, end)
        if factor is None:
            break
        value, grid, end = value * factor, grid * factor, match.end()
    return value, grid_of(value) if value else grid, end


def _scale_factor(text: str, match: re.Match[str], end: int) -> int | None:
    """What a magnitude word multiplies by; a bare letter counts only where it cannot be a metre or a name."""
    word = match.group("scale")
    if word.lower() in SCALES:
        return SCALES[word.lower()]
    if match.start("scale") != end:
        return None
    letter = {"m": 10**6, "k": 1_000, "b": 10**9}[word.lower()]
    is_money = _REPEATED_SIGN.search(text[max(0, end - 16) : end]) is not None
    if word in "bB" and not is_money:
        return None
    names_people = re.match(
        r"\s+[a-z]{3,}s\b|\s+of\b|\s+(?:people|children|women|men)\b", text[match.end() : match.end() + 24]
    )
    return letter if is_money or names_people or word in "kK" else None


def _read_vague(match: re.Match[str]) -> Numeral:
    words = match.group("vague").lower().split()
    if words[-1] in _VAGUE_WORDS and len(words) == 1:
        low = Fraction(_VAGUE_WORDS[words[0]])
    elif words[0] in ("tens", "dozens", "hundreds", "thousands", "millions"):
        least = {"tens": 20, "dozens": 24, "hundreds": 200, "thousands": 2_000, "millions": 2 * 10**6}[words[0]]
        low = Fraction(least) * {"thousands": 1_000, "millions": 10**6, "billions": 10**9, "lakhs": 10**5}.get(
            words[2], 10**7
        )
    else:
        low = 2 * Fraction(SCALES[words[-1].rstrip("s")])
    return Numeral(match.start(), match.end(), low, None, "vague", low / 2, is_spelled=True)


_OF_A_SCALE = re.compile(r"\s+of\s+a\s+(?P<scale>million|billion|trillion|thousand|hundred)(?![A-Za-z])", re.IGNORECASE)


def _read_part(text: str, match: re.Match[str]) -> Numeral | None:
    """Shares such as "two-thirds" and "half the"; "half a million" and "a third man" are none."""
    if _NO_HALF_BEFORE.search(text[max(0, match.start() - 10) : match.start()]):
        return None
    spelled = parse_spelled(text, match.start())
    if spelled is not None and spelled.end > match.end():
        return Numeral(match.start(), spelled.end, spelled.value, spelled.value, "number", grid_of(spelled.value), True)
    words = re.split(r"[\s-]+", match.group("part").lower())
    after = text[match.end() : match.end() + 14].lstrip().lower()
    counts_wholes = re.match(r"(?:of|the|its|their|his|her|our|all|those|that|these)\b", after) is not None
    if len(words) == 1 or words[0] in ("a", "an"):
        counts_wholes = counts_wholes or _BY_PART.search(text[max(0, match.start() - 12) : match.start()]) is not None
        if not counts_wholes or re.match(r"of\s+(?:an?\s+)?(?:hour|day|year|century|time)", after):
            return None
    elif words[0] == "one" and words[1] not in (
        "half",
        "third",
        "quarter",
        "fourth",
        "fifth",
        "sixth",
        "tenth",
        "eighth",
    ):
        return None
    part = Fraction({"a": 1, "an": 1}.get(words[0], ONES.get(words[0], 1)), PARTS[words[-1]])
    scale = _OF_A_SCALE.match(text, match.end())
    if scale and part < 1:
        value = part * SCALES[scale.group("scale").lower()]
        return Numeral(match.start(), scale.end(), value, value, "number", grid_of(value), is_spelled=True)
    if part >= 1 or (len(words) == 2 and words[0] not in ("a", "an", "one") and not words[1].endswith("s")):
        return None
    return Numeral(match.start(), match.end(), part, part, "share", Fraction(1, 100), is_spelled=True)


def _read_spelled(text: str, start: int) -> Numeral | None:
    spelled = parse_spelled(text, start)
    if spelled is None or text[spelled.end : spelled.end + 1].isalnum():
        return None
    percent = re.compile(r"[\s-]+(?:per\s?cent|percent|percentage\s+points?)\b", re.IGNORECASE).match(text, spelled.end)
    if percent:
        share = spelled.value / 100
        return Numeral(start, percent.end(), share, share, "share", grid_of(spelled.value) / 100, is_spelled=True)
    return Numeral(start, spelled.end, spelled.value, spelled.value, "number", grid_of(spelled.value), is_spelled=True)


def _join(text: str, numerals: list[Numeral], stop: int) -> Iterator[Numeral]:
    """Join "3 to 5", "between 3 and 5", "3-5", "one in five"."""
    position = 0
    while position < len(numerals):
        first = numerals[position]
        joined = None
        if position + 1 < len(numerals):
            joined = _join_share(text, first, numerals[position + 1]) or _join_range(
                text, first, numerals[position + 1]
            )
        yield joined or first
        position += 2 if joined else 1


def _join_share(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    between = text[first.end : second.start]
    if first.kind != "number" or second.kind != "number" or not _ONE_IN.fullmatch(between):
        return None
    if second.high is None or not 0 < first.low < second.low or second.low < 2:
        return None
    is_in = between.split()[0].lower() == "in"
    if is_in and (first.low > 9 or second.low > 1000 or 1900 <= second.low < 2100):
        return None
    part = first.low / second.low
    return Numeral(first.start, second.end, part, part, "share", Fraction(1, 100), first.is_spelled)


def _join_range(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    between = _REPEATED_SIGN.sub("", text[first.end : second.start])
    link = _RANGE_LINK.fullmatch(between)
    if link is None or "none" in (first.kind, second.kind) or first.kind == "range":
        return None
    if first.high is None or second.high is None:
        return _join_vague(first, second) if link.group("to") or link.group("or") else None
    opened_by_between = _BETWEEN.search(text[max(0, first.start - 30) : first.start]) is not None
    if link.group("and") and not opened_by_between:
        return None
    if first.kind == "share" and second.kind != "share":
        return None
    if _has_sign(text, second.start) and not _has_sign(text, first.start):
        return None
    low = _share_scale(text, first, second)
    if not low < second.low or (link.group("or") and second.low > 3 * low + 1):
        return None
    if link.group("to") and re.search(r"\bfrom\s+\S?$", text[max(0, first.start - 7) : first.start], re.IGNORECASE):
        return _from_to(text, first, second, low)
    kind: NumeralKind = "share" if second.kind == "share" else "range"
    return Numeral(first.start, second.end, low, second.high, kind, min(grid_of(low), second.grid), first.is_spelled)


def _has_sign(text: str, start: int) -> bool:
    return re.search(rf"(?:{_CURRENCY})\s?$", text[max(0, start - 5) : start]) is not None


def _join_vague(first: Numeral, second: Numeral) -> Numeral | None:
    """Two vague words, as in "dozens or hundreds": still vague, from the lower word on."""
    if first.kind != "vague" or second.kind != "vague":
        return None
    return Numeral(first.start, second.end, min(first.low, second.low), None, "vague", first.grid, is_spelled=True)


def _from_to(text: str, first: Numeral, second: Numeral, low: Fraction) -> Numeral | None:
    """One range, as in "ranging from 3 to 5"; "rose from 3 to 5" is two levels."""
    if _CHANGES_FROM.search(text[max(0, first.start - 70) : first.start]):
        return None
    return Numeral(first.start, second.end, low, second.high, "range", min(grid_of(low), second.grid), first.is_spelled)


def _share_scale(text: str, first: Numeral, second: Numeral) -> Fraction:
    """The lower end with the magnitude that only the upper end names: "5 to 10 million", "10-15%"."""
    if second.kind == "share" and first.kind == "number":
        return first.low / 100
    words = text[second.start : second.end].lower()
    thousands = re.fullmatch(r"(\d{1,3}),000", text[second.start : second.end])
    if thousands and first.low < int(thousands.group(1)) and text[first.start : first.end].isdigit():
        return (
            first.low * 1000 if text[first.end : second.start].strip() in ("-", "–", "\u2011", "\u2010") else first.low
        )
    for word, factor in SCALES.items():
        has_own = any(scale in text[first.start : first.end].lower() for scale in SCALES)
        if (
            not has_own
            and re.search(rf"[\d\s-]{word}$", words)
            and first.low < 1000
            and first.low * factor < second.low
        ):
            return first.low * factor
    if re.search(r"\d[mkb]$", words) and text[first.end - 1].isdigit() and first.low * 1000 <= second.low:
        factor = {"m": 10**6, "k": 1000, "b": 10**9}[words[-1]]
        return first.low * factor
    return first.low
