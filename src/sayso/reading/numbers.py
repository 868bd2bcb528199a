"""The number grammar: every numeral expression of a text, with its value, as written, and nothing else."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from math import prod

from sayso.reading.currencies import SIGN, lost_pound_before, sign_before
from sayso.reading.numeral import Numeral, NumeralKind, grid_of
from sayso.reading.ranges import join_numerals
from sayso.reading.words_of_number import ONES, PARTS, SCALES, TENS, parse_spelled

__all__ = ["MAX_DIGITS", "Numeral", "NumeralKind", "find_numerals", "grid_of", "may_hold_numbers"]

MAX_DIGITS = 40
"""Longer runs of digits are keys, hashes or noise, never counts."""
_VERSION = re.compile(r"\.\d")
_SMALL_WORDS = "|".join(sorted({*ONES, *TENS} - {"zero"}, key=len, reverse=True))
_FIRST_LETTERS = "abcdefhmnoqstz"
"""Of the words that a numeral may open with; a look at the letter is cheaper than one at each word."""
_VAGUE_WORDS = {"trillions": 2 * 10**12, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2 * 10**6,
                "billions": 2 * 10**9, "lakhs": 200_000, "crores": 2 * 10**7}  # fmt: skip
"""The least that a plural allows: two of them. ACLED and others code such words lower; a choice, not a finding."""

_DIGITS = (
    r"\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3}){2,}|(?:[\u00a0\u202f\u2009'’]\d{3})+|(?: \d{3})+(?![\d,.]*\d))(?!\d)(?:\.\d+)?"
    r"|\d{1,3},\d{1,2}(?=\s(?:million|billion|trillion|thousand)\b)|\d+(?:,\d\d)+,\d{3}(?!\d)|\d+(?:\.\d+)?|\.\d+"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|lakhs?|crores?|mn|mln|bn|tn|trn|dozen|mm|cr)(?![A-Za-z])|[mkbt](?![A-Za-z0-9/²³'’])"
_PERCENT_WORD = r"[\s-]+(?:per[\s-]?cent(?:age[\s-]points?)?|pct|pc|%)(?![A-Za-z])"
_NUMERAL = re.compile(
    rf"(?=[\d.]|\b[{_FIRST_LETTERS}])(?:(?P<percent>(?:{_DIGITS})(?:\s?[%％٪]|{_PERCENT_WORD}))"
    rf"|(?P<digits>{_DIGITS})"
    r"|\b(?P<vague>(?:tens|dozens|hundreds|thousands|millions)\s+of\s+(?:thousands|millions|billions|lakhs|crores)"
    r"|(?:a\s+)?(?:few|several|couple(?:\s+of)?)\s+(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)s?(?:\s+(?:thousand|million|billion))?"
    r"|dozens|scores(?=\s+(?:of|more|were|have|are)\b)|hundreds|thousands|millions|billions|trillions)\b"
    rf"|\b(?P<part>(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[\s-]+)(?:{'|'.join(PARTS)})(?![\w-])|half(?![\w-]))"
    r"|\b(?P<none>no[\s-]one|nobody|no(?=\s+(?:deaths?|casualties|fatalities|injuries|arrests|people|persons?|civilians|soldiers)\b))\b"
    rf"|\b(?P<spelled>(?:half[\s-]+an?|half|an?\s+(?:quarter\s+of\s+an?|half)|an?)[\s-]+(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)\b|(?:{_SMALL_WORDS}|zero)\b))",
    re.IGNORECASE,
)
_ONLY_DIGITS = re.compile(_DIGITS)
_FOLLOWING_SCALE = re.compile(rf"[\s\u00a0-]*(?P<scale>{_SCALE})", re.IGNORECASE)
_FRACTION_TAIL = re.compile(
    r"[\s-]+(?:and[\s-](?:a|one)[\s-])?(?:(?P<half>half)|(?P<over>[13])/(?P<under>[248])|(?P<sign>[½¼¾]))(?![\w/])"
)
_POWER = re.compile(
    r"\s?(?:[×*·x]\s?10\s?\^\s?|×\s?10(?=[-−–⁻+⁰¹²³⁴-⁹]))(?P<power>[-−–+]?\d{1,2}|⁻?[⁰¹²³⁴-⁹]{1,2})(?!\d)"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–", "0123456789---")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_FREE_HYPHEN = re.compile(r"(?:\b(?:minus|sub|to|or|and|magnitude)|[(\[])[-\u2011]$", re.IGNORECASE)
_SLASH_PART = re.compile(r"/(\d{1,2})(?![\d/])")
_OF_THE = re.compile(r"\s+(?:of|the|majority)\b")
_HALVES = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_NO_HALF_BEFORE = re.compile(
    r"\b(?:first|second|latter|other|next|final|last|better|opening|early|late)[\s-]+$", re.IGNORECASE
)
_BY_PART = re.compile(r"\b(?:by|than|nearly|almost|about|over|around)\s+$", re.IGNORECASE)
_PLUS_OR_MINUS = re.compile(r"(?:\bplus[\s-]or[\s-]minus[\s-]|\+/?[-−])$", re.IGNORECASE)
_MINUS = re.compile(r"(?:\b(?:minus|negative)[\s-]|(?<=[\s(])[-−]|^[-−])$", re.IGNORECASE)
_COUNTING_WORDS = re.compile(
    rf"\b(?=[bcdefhlmnoqstz])(?:{_SMALL_WORDS}|dozens?|scores|hundreds?|thousands?|millions?|billions?|trillions?|lakhs?|crores?"
    r"|half|thirds?|quarters?|fifths?|zero|nobody|no|none)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[\d½¼¾]")


def may_hold_numbers(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is worth reading: a digit or a number word stands in it."""
    return _DIGIT.search(text, start, end) is not None or _COUNTING_WORDS.search(text, start, end) is not None


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
    if _INVISIBLE.search(text, start, stop):
        return _find_in_cut_words(text, start, stop)
    return list(join_numerals(text, list(_iter_single(text, start, stop))))


_LOOK_BACK = 100
"""Characters before a window that may decide about its first number."""


def _find_in_cut_words(text: str, start: int, stop: int) -> list[Numeral]:
    """The numerals of a text with soft hyphens and the like, which are read as if they were not there."""
    offsets = [place for place in range(max(0, start - _LOOK_BACK), stop) if not _INVISIBLE.match(text, place)]
    clean = "".join(text[place] for place in offsets)
    first = bisect_left(offsets, start)
    numerals = join_numerals(clean, list(_iter_single(clean, first, len(clean))))
    return [one._replace(start=offsets[one.start], end=offsets[one.end - 1] + 1) for one in numerals]


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
    value, end = _with_fraction(text, value, end)
    value, grid, end = _scaled(text, value, end)
    numeral = Numeral(match.start(), end, value, value, "number", grid, is_point_ambiguous=ambiguous)
    return _signed(text, numeral)


def _with_fraction(text: str, value: Fraction, end: int) -> tuple[Fraction, int]:
    """The value with the fraction or the power of ten behind it: "2½", "5 1/2", "2 and a half", "1.5×10^8"."""
    if text[end : end + 1] in _HALVES:
        return value + _HALVES[text[end]], end + 1
    tail = _FRACTION_TAIL.match(text, end) if value < 1000 and value.denominator == 1 else None
    if tail is not None and (tail["half"] is None or "and" in tail.group()):
        part = Fraction(int(tail["over"]), int(tail["under"])) if tail["over"] else Fraction(1, 2)
        return value + (_HALVES[tail["sign"]] if tail["sign"] else part), tail.end()
    power = _POWER.match(text, end)
    if power is not None:
        return value * Fraction(10) ** int(power["power"].translate(_SUPERSCRIPTS)), power.end()
    return value, end


def _signed(text: str, numeral: Numeral) -> Numeral:
    """The numeral below zero where a minus stands in front of it: "minus 40", "-1.3%"."""
    before = text[max(0, numeral.start - 14) : numeral.start]
    minus = _MINUS.search(before)
    if minus is None or numeral.high is None or _PLUS_OR_MINUS.search(before):
        return numeral
    start = numeral.start - len(minus.group())
    return numeral._replace(start=start, low=-numeral.low, high=-numeral.low)


def _glued(text: str, start: int) -> bool:
    """Whether digits are the tail of a name or of another number: B52, MH17, Covid-19, 4.5.6."""
    before = text[start - 1 : start]
    if before.isalnum():
        return sign_before(text, start) is None and lost_pound_before(text, start) is None
    if before in ("-", "\u2011"):
        is_tail = text[start - 2 : start - 1].isalpha()
        return is_tail and _FREE_HYPHEN.search(text, max(0, start - 11), start) is None
    if before in ("_", "#", "@"):
        return True
    return before in (".", ",") and text[start - 2 : start - 1].isdigit()


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
    word = match.group("scale").lower()
    if word in SCALES:
        return SCALES[word]
    is_money = _MONEY_BEFORE.search(text, max(0, end - 16), end) is not None
    if match.start("scale") != end and not (is_money and word in ("m", "cr") and match.start("scale") == end + 1):
        return None
    if not is_money and (word in ("t", "mm", "cr") or (word != "k" and not _COUNTS_BEHIND.match(text, match.end()))):
        return None
    return _LETTER_SCALES[word]


_LETTER_SCALES = {"m": 10**6, "k": 1_000, "b": 10**9, "t": 10**12, "mm": 10**6, "cr": 10**7}
_MONEY_BEFORE = re.compile(rf"(?:{SIGN}|(?<![A-Za-z])PS)\s?(?:[\d.,]+\s?[-–]\s?)?[\d.,]+\s?$")
_COUNTS_BEHIND = re.compile(
    r"\s+(?:[a-z]{3,20}s|of|people|children|women|men|yuan|yen|won|baht|rand|(?:[a-z-]{3,12}\s)?[A-Z]?[a-z]{3,20}s)\b"
)


def _read_vague(match: re.Match[str]) -> Numeral:
    words = match.group("vague").lower().split()
    if len(words) == 1:
        low = Fraction(_VAGUE_WORDS[words[0]])
    elif words[0] in ("tens", "dozens", "hundreds", "thousands", "millions"):
        least = {"tens": 20, "dozens": 24, "hundreds": 200, "thousands": 2_000, "millions": 2 * 10**6}[words[0]]
        low = Fraction(least) * {"thousands": 1_000, "millions": 10**6, "billions": 10**9, "lakhs": 10**5}.get(
            words[2], 10**7
        )
    else:
        named = [SCALES[word.rstrip("s")] for word in words if word.rstrip("s") in SCALES]
        low = 2 * Fraction(prod(named))
    return Numeral(match.start(), match.end(), low, None, "vague", low / 2, is_spelled=True)


_OF_A_PERCENT = re.compile(
    r"(?:[\s-]+of)?[\s-]+(?:an?[\s-]+)?per\s?cent(?:age[\s-]points?)?(?![A-Za-z])", re.IGNORECASE
)
_OF_A_SCALE = re.compile(r"\s+of\s+a\s+(?P<scale>million|billion|trillion|thousand|hundred)(?![A-Za-z])", re.IGNORECASE)


def _read_part(text: str, match: re.Match[str]) -> Numeral | None:
    """Shares such as "two-thirds" and "half the"; "half a million" and "a third man" are none."""
    if _NO_HALF_BEFORE.search(text[max(0, match.start() - 10) : match.start()]):
        return None
    spelled = parse_spelled(text, match.start())
    if spelled is not None and spelled.end > match.end():
        return Numeral(match.start(), spelled.end, spelled.value, spelled.value, "number", grid_of(spelled.value), True)
    words = re.split(r"[\s-]+", match.group("part").lower())
    percent = _OF_A_PERCENT.match(text, match.end())
    if percent:
        part = Fraction(ONES.get(words[0], 1), PARTS[words[-1]]) / 100
        return Numeral(match.start(), percent.end(), part, part, "share", Fraction(1, 10_000), is_spelled=True)
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


_SPELLED_PERCENT = re.compile(_PERCENT_WORD, re.IGNORECASE)


def _read_spelled(text: str, start: int) -> Numeral | None:
    spelled = parse_spelled(text, start)
    if spelled is None or text[spelled.end : spelled.end + 1].isalnum():
        return None
    percent = _SPELLED_PERCENT.match(text, spelled.end)
    if percent:
        share = spelled.value / 100
        return Numeral(start, percent.end(), share, share, "share", grid_of(spelled.value) / 100, is_spelled=True)
    return Numeral(start, spelled.end, spelled.value, spelled.value, "number", grid_of(spelled.value), is_spelled=True)
