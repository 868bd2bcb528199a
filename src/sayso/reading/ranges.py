"""Two numerals that are one: "3 to 5", "between 3 and 5", "30 centimetres to one metre", "no fewer than 3 and no more than 5", "one in five"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from sayso.reading.currencies import SIGN, sign_before
from sayso.reading.numeral import Numeral, NumeralKind, grid_of
from sayso.reading.unit_scales import ratio_of
from sayso.reading.units import find_unit_after
from sayso.reading.words_of_number import SCALES

_ABOUT = r"(?:(?:an?\s+estimated|about|around|roughly|approximately|some|nearly|almost|perhaps|maybe)\s+)?"
_LINK = re.compile(
    rf"(?:(?P<dash>\s?[-\u2010\u2011\u2012\u2013\u2014]\s?)|(?P<to>[\s-]{{1,3}}to[\s-]{{1,3}})|(?P<or>[\s-]{{1,3}}or[\s-]{{1,3}})|(?P<and>[\s-]{{1,3}}and\s+))"
    rf"{_ABOUT}(?:as\s+(?:many|much|high)\s+as\s+)?(?:{SIGN}\s?)?",
    re.IGNORECASE,
)
_SIDE_OF_A_SCORE = re.compile(r"\d[-\u2010-\u2013]$")
_ONE_IN = re.compile(r"[\s-]+(?:in|out\s+of)[\s-]+(?:every\s+)?", re.IGNORECASE)
_SIGNED_END = rf"(?:(?i:{SIGN})\s?)?$"
_BETWEEN = re.compile(rf"\bbetween\s+{_ABOUT}{_SIGNED_END}", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom\s+{_ABOUT}{_SIGNED_END}", re.IGNORECASE)
_WINDOW = 40
"""Characters before a numeral that hold "between an estimated US$"."""
_CHANGES = (
    r"\b(?:r[io]se[ns]?|rising|f[ae]lls?|fallen|falling|gr[eo]wn?s?|growing|increas\w+|decreas\w+|jump\w*|drop\w*|climb\w*|declin\w+|plung\w+|plummet\w*|soar\w*"
    r"|surg\w+|up|down|went|go(?:es|ing|ne)?|rais\w+|cut\w*|reduc\w+|revis\w+|lower\w*|expand\w*|shr[aiu]nk\w*|doubl\w+|swell\w*|chang\w+|mov\w+|slip\w*|eas\w+"
    r"|gain\w*|los\w+|lost|add\w*|shed\w*|tripl\w+|narrow\w*|widen\w*|advanc\w+|slid\w*|rall\w+|tumbl\w+|creep\w*|crept)\b"
)
_CHANGES_FROM = re.compile(rf"{_CHANGES}[^.;]{{0,30}}\bfrom\s+\S?$", re.IGNORECASE)
_CHANGES_BY = re.compile(rf"{_CHANGES}(?:\s+[\w-]+){{0,3}}\s+\S{{0,3}}$", re.IGNORECASE)
_BY_OR_BETWEEN = re.compile(r"\b(?:by|from|of)\s+(?:[\w-]+\s+){0,2}\S{0,3}$", re.IGNORECASE)
_FROM_LEVEL = re.compile(
    r",?\s+(?:up\s+|down\s+)?from\s+(?:(?:a|an|the|about|some|nearly|just|over)\s+)*"
    r"[$€£]?(?!(?:19|20)\d\d\b)\d[\d,.]*(?!\d)(?!\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
"""Behind "rose by 140 to 270": the level before, which makes the second number the level after."""
_SPEED = re.compile(r"[\s-]*(?:mph|m\.p\.h|miles?[\s-](?:per|an)[\s-]hour|km/?h|kph|k(?:m|ilomet(?:re|er)s)[\s-](?:per|an)[\s-]hour)", re.IGNORECASE)  # fmt: skip
_FLOOR = re.compile(
    rf"\b(?:no(?:t)?\s+(?:fewer|less)\s+than|at\s+(?:the\s+very\s+)?least|more\s+than|over|above|an?\s+minimum\s+of|greater\s+than)\s+{_SIGNED_END}",
    re.IGNORECASE,
)
_CEILING = re.compile(
    rf",?\s+(?:and|but|or)\s+(?:(?:is|are|was|were)\s+)?(?:no(?:t)?\s+(?:more|greater|higher)\s+than|at\s+(?:the\s+)?most|(?:fewer|less|lower)\s+than|up\s+to|under|below"
    rf"|an?\s+maximum\s+of)\s+(?:{SIGN}\s?)?",
    re.IGNORECASE,
)


def join_numerals(text: str, numerals: list[Numeral]) -> Iterator[Numeral]:
    """Numerals in text order, those joined that say one range or one share together.

    Args:
        text: The text.
        numerals: Its numerals, each on its own, in text order.
    """
    position = 0
    while position < len(numerals):
        first = numerals[position]
        joined = None
        if position + 1 < len(numerals):
            second = numerals[position + 1]
            joined = _join_share(text, first, second) or _join_range(text, first, second)
        yield joined or first
        position += 2 if joined else 1


def _join_share(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    between = text[first.end : second.start]
    if first.kind != "number" or second.kind != "number" or not _ONE_IN.fullmatch(between):
        return None
    if second.high is None or not 0 < first.low < second.low or second.low < 2:
        return None
    if _SIDE_OF_A_SCORE.search(text, max(0, first.start - 2), first.start):
        return None
    is_in = between.strip(" -").lower().startswith("in")
    if is_in and (first.low > 9 or second.low > 1000 or 1900 <= second.low < 2100):
        return None
    part = first.low / second.low
    return Numeral(first.start, second.end, part, part, "share", Fraction(1, 100), first.is_spelled)


def _join_range(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    if "none" in (first.kind, second.kind) or first.kind == "range" or second.start - first.end > 80:
        return None
    if second.high is not None and _between_bounds(text, first, second):
        return _make_range(first, second, first.low)
    link = _LINK.fullmatch(text, first.end, second.start)
    if link is None:
        return _join_measures(text, first, second)
    if first.high is None or second.high is None:
        return _join_vague(first, second) if link["to"] or link["or"] else None
    if link["and"] and not _opens(_BETWEEN, text, first):
        return None
    if first.kind == "share" and second.kind != "share":
        return None
    if sign_before(text, second.start) and (not sign_before(text, first.start) or _is_level(text, first, link)):
        return None
    if link["to"] and second.low > 3 * first.low and _is_far_level(text, first, second):
        return None
    if link["to"] and _FROM_LEVEL.match(text, second.end) and _is_far_level(text, first, second):
        return None
    low = _share_scale(text, first, second)
    if not low < second.low or (link["or"] and second.low > 3 * low + 1):
        return None
    if link["to"] and _opens(_FROM, text, first):
        return _from_to(text, first, second, low)
    return _make_range(first, second, low)


def _is_level(text: str, first: Numeral, link: re.Match[str]) -> bool:
    """Whether the second of two prices is where the first brought it: "fell $1.20 to $13.60"; never "rose by $3 to $5"."""
    if not link["to"]:
        return False
    before = text[max(0, first.start - 70) : first.start]
    return _CHANGES_BY.search(before) is not None and _BY_OR_BETWEEN.search(before) is None


def _is_far_level(text: str, first: Numeral, second: Numeral) -> bool:
    """Whether the second of two counts is where the first brought it: "rose by three to 41"; a range is never so wide."""
    if first.kind != "number" or second.kind != "number" or find_unit_after(text, second.end) is not None:
        return False
    has_scale = any(word in text[second.start : second.end].lower() for word in SCALES)
    return not has_scale and _CHANGES_BY.search(text, max(0, first.start - 70), first.start) is not None


def _make_range(first: Numeral, second: Numeral, low: Fraction) -> Numeral:
    kind: NumeralKind = "share" if second.kind == "share" else "range"
    grid = min(grid_of(low), second.grid)
    return Numeral(first.start, second.end, low, second.high, kind, grid, first.is_spelled)


def _opens(pattern: re.Pattern[str], text: str, numeral: Numeral) -> bool:
    return pattern.search(text, max(0, numeral.start - _WINDOW), numeral.start) is not None


def _between_bounds(text: str, first: Numeral, second: Numeral) -> bool:
    """Whether the two are the ends of "no fewer than 300 and no more than 400"."""
    if first.high is None or first.kind != second.kind or not first.low < second.low:
        return False
    return _CEILING.fullmatch(text, first.end, second.start) is not None and _opens(_FLOOR, text, first)


def _join_measures(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    """A range whose lower end has its own unit: "30 centimetres to one metre", "between 20 minutes and two hours"."""
    if first.kind != "number" or second.kind != "number" or second.high is None:
        return None
    unit = find_unit_after(text, first.end)
    if unit is None or unit.end >= second.start:
        return None
    link = _LINK.fullmatch(text, unit.end, second.start)
    upper = find_unit_after(text, second.end) if link else None
    if link is None or upper is None or link["or"] or (link["and"] and not _opens(_BETWEEN, text, first)):
        return None
    ratio = ratio_of(upper.name, unit.name)
    if ratio is None or not first.low < second.low * ratio:
        return None
    before = text[max(0, first.start - 70) : first.start]
    if not link["and"] and (_CHANGES_FROM.search(before) or _CHANGES_BY.search(before)):
        return None
    high = second.high * ratio
    grid = min(first.grid, grid_of(high))
    return Numeral(first.start, upper.end, first.low, high, "range", grid, first.is_spelled, unit_from=first.end)


def _join_vague(first: Numeral, second: Numeral) -> Numeral | None:
    """Two vague words, as in "dozens or hundreds": still vague, from the lower word on."""
    if first.kind != "vague" or second.kind != "vague":
        return None
    return Numeral(first.start, second.end, min(first.low, second.low), None, "vague", first.grid, is_spelled=True)


def _from_to(text: str, first: Numeral, second: Numeral, low: Fraction) -> Numeral | None:
    """One range, as in "ranging from 3 to 5" and "going from 0 to 60 mph"; "rose from 3 to 5" is two levels."""
    is_spurt = first.low == 0 and _SPEED.match(text, second.end) is not None
    if not is_spurt and _CHANGES_FROM.search(text[max(0, first.start - 70) : first.start]):
        return None
    return _make_range(first, second, low)


def _share_scale(text: str, first: Numeral, second: Numeral) -> Fraction:
    """The lower end with the magnitude that only the upper end names: "5 to 10 million", "10-15%"."""
    if second.kind == "share" and first.kind == "number":
        return first.low / 100
    words = text[second.start : second.end].lower()
    own = text[first.start : first.end].lower()
    thousands = _WHOLE_THOUSANDS.fullmatch(words)
    if thousands and own.isdigit() and first.low < int(thousands[1]):
        has_dash = text[first.end : second.start].strip() in ("-", "–", "\u2011", "\u2010")
        return first.low * 1000 if has_dash else first.low
    scale = _TRAILING_SCALE.search(words)
    if scale is None or first.low >= 1000 or any(word in own for word in SCALES):
        return first.low
    if scale["word"]:
        factor = SCALES[scale["word"]]
        return first.low * factor if first.low * factor < second.low else first.low
    factor = {"m": 10**6, "k": 1000, "b": 10**9, "t": 10**12}[scale["letter"]]
    return first.low * factor if own[-1].isdigit() and first.low * 1000 <= second.low else first.low


_WHOLE_THOUSANDS = re.compile(r"(\d{1,3}),000")
_TRAILING_SCALE = re.compile(rf"(?:(?<=[\d\s-])(?P<word>{'|'.join(sorted(SCALES, key=len, reverse=True))})|(?<=\d)(?P<letter>[mkbt]))$")  # fmt: skip
