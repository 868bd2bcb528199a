"""Bounds: what "over", "nearly", "up to" and "or more" make of the number beside them."""

import re
from typing import NamedTuple

from sayso.model import Bound
from sayso.reading.currencies import SIGN
from sayso.reading.numbers import Numeral


class BoundWords(NamedTuple):
    """The bound of a numeral and the words that set it.

    Attributes:
        bound: What the words claim.
        start: First character of numeral and bound words together.
        end: One past their last character.
        is_nearly: Whether the words say that the number was not quite reached.
        rule: The words, normalised, or "no bound words".
    """

    bound: Bound
    start: int
    end: int
    is_nearly: bool
    rule: str


_MUCH = r"(?:(?:far|well|much|slightly|just|only\s+just|a\s+(?:little|bit|shade|touch|tad|fraction)|significantly|considerably)\s+)?"
_BEFORE: tuple[tuple[str, str], ...] = (
    ("at_least", r"at\s+least|at\s+the\s+very\s+least|no(?:t)?\s+(?:fewer|less)\s+than|a\s+minimum\s+of|minimum\s+of"
                 r"|no\s+lower\s+than|a\s+floor\s+of|not\s+under|as\s+few\s+as|as\s+little\s+as|upwards?\s+of|≥"),
    ("at_most", r"at\s+(?:the\s+)?most|up\s+to|no(?:t)?\s+more\s+than|a\s+maximum\s+of|maximum\s+of|not\s+(?:over|above)"
                r"|as\s+(?:many|much)\s+as|capped\s+at|not\s+exceeding|no\s+(?:higher|greater|longer)\s+than|a\s+(?:ceiling|cap|limit)\s+of|≤"),
    ("more_than", rf"{_MUCH}(?:more\s+than|over|above|greater\s+than|higher\s+than|longer\s+than|larger\s+than|bigger\s+than|in\s+excess\s+of|north\s+of)"
                  r"|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)|top(?:s|ped|ping)|beyond|past|better\s+than|>"),
    ("less_than", rf"{_MUCH}(?:less\s+than|fewer\s+than|under(?:\s+the\s+age\s+of)?|below(?:\s+the\s+age\s+of)?|lower\s+than|smaller\s+than|younger\s+than|shorter\s+than"
                  r"|short\s+of|south\s+of)|sub[-\u2011]|<"),
    ("nearly", r"nearly|almost|close\s+to|near|just\s+shy\s+of|approaching|nearing|not\s+quite|virtually"),
    ("about", r"about|around|approximately|approx\.?|roughly|some(?!\s+of\b)|circa|ca\.?|c\.|in\s+the\s+(?:region|vicinity|order)\s+of"
              r"|or\s+so|somewhere\s+(?:around|near)|(?:an\s+)?estimated(?!\s+(?:at|to)\b)|in\s+the\s+neighbou?rhood\s+of"
              r"|an?\s+estimate\s+of|on\s+the\s+order\s+of|~|≈|±|more\s+or\s+less|give\s+or\s+take"),
)  # fmt: skip
_FILLERS = (
    r"(?:(?:an?|the|a\s+total\s+of|another|an?\s+(?:further|additional|extra|estimated|combined|whopping|record|staggering)"
    r"|further|additional|estimated|reported|by|to|of|at|US|A|C|HK|NZ)\s+)*"
)
_SIGN = rf"(?:{SIGN}|PS)?\s?"
_BEFORE_PATTERNS = tuple(
    (
        bound,
        re.compile(
            rf"(?:(?<=[\s(\[“\"‘'—–,;:-])|^)(?P<words>{words})\s*(?:(?<=\W)|(?<=\s))(?:{_FILLERS}){_SIGN}$",
            re.IGNORECASE,
        ),
    )
    for bound, words in _BEFORE
)
_AFTER: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("at_least", re.compile(r"\s?\+|[\s-]plus(?![\w-])|\s+(?:or|and)\s+(?:more|above|over|up|upwards?|older|higher|greater|longer)(?!\s+(?:than|of)|\s+(?:[^\s\w]{1,3}\s?)?\d)\b", re.IGNORECASE)),
    ("at_least", re.compile(r",?\s+at\s+(?:the\s+very\s+)?least\b", re.IGNORECASE)),
    ("at_most", re.compile(r",?\s+at\s+(?:the\s+)?most\b|\s+(?:tops|max)(?=[.,;)]|$)|\s+or\s+(?:fewer|less|under|below|younger|lower|shorter)\b", re.IGNORECASE)),
    ("about", re.compile(r"\s+or\s+so(?!\w)|-odd(?!\w)|-?ish(?!\w)|\s(?:approximately|approx\.)(?![\w])", re.IGNORECASE)),
)  # fmt: skip
_BEHIND_NOUN: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    (
        "at_least",
        re.compile(r"\s+[a-z]+,?\s+(?P<words>at\s+(?:the\s+very\s+)?least|or\s+(?:more|longer|older)(?!\s+than))\b"),
    ),
    ("at_most", re.compile(r"\s+[a-z]+,?\s+(?P<words>at\s+(?:the\s+)?most|or\s+(?:fewer|less|younger)(?!\s+than))\b")),
    ("about", re.compile(r"\s+[a-z]+\s+(?P<words>or\s+so)\b")),
)
"""Bound words behind the noun: "300 people at most", "two years or more"; the noun stays out of the quantity's words."""
_OR_SO = re.compile(r"\s+or\s+so(?!\w)|-odd(?!\w)", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?P<words>between|from|anywhere\s+(?:from|between)|ranging\s+from)\s+\S{0,3}\s?$", re.IGNORECASE
)
_OVER_IN_SPACE = re.compile(
    r"\b(?:averag(?:ed|ing)|flew|fly|flying|spread|scattered|fought|fight|control|concern|concerns|dispute|held|moved|walked|all|took|taken|takes)\s+over\s*$",
    re.IGNORECASE,
)
_CLIMBS = re.compile(
    r"\b(?:climb(?:s|ed|ing)?|ris(?:es?|en|ing)|rose|soar(?:s|ed|ing)?|surg(?:es?|ed|ing)|jump(?:s|ed|ing)?|shoot(?:s|ing)?|shot|push(?:es|ed|ing)?|grow(?:s|n|ing)?|grew|swell(?:s|ed|ing)?"
    r"|swollen|go(?:es|ing|ne)?|went|mov(?:es?|ed|ing)|well|tick(?:s|ed|ing)?|creep(?:s|ing)?|crept|spread)\s+$",
    re.IGNORECASE,
)
"""Verbs that make a bound of "past": "has climbed past 200", never "drove past 20 houses"."""
_WINDOW = 48


def find_bound(text: str, numeral: Numeral, sentence_start: int) -> BoundWords:
    """The bound words around a numeral.

    Args:
        text: The document's text.
        numeral: The numeral.
        sentence_start: Where its sentence starts; words before it are not looked at.

    Returns:
        The bound; ``exact`` when no words set one. A vague numeral stays ``vague``, whatever stands before it; a range
        stays a range.

    Examples:
        >>> from sayso.reading.numbers import find_numerals
        >>> text = "over 230,000 cases"
        >>> find_bound(text, find_numerals(text)[0], 0).bound
        'more_than'
    """
    before = text[max(sentence_start, numeral.start - _WINDOW) : numeral.start]
    offset = numeral.start - len(before)
    for bound, pattern in _BEFORE_PATTERNS:
        match = pattern.search(before)
        if match is None:
            continue
        words = match.group("words")
        if bound == "more_than" and _is_place_or_stretch(text, numeral, before, match):
            continue
        if words.lower() == "past" and _CLIMBS.search(before[: match.start("words")]) is None:
            continue
        if bound == "at_most" and words.lower().startswith("as ") and not _is_round(numeral):
            continue
        behind = _OR_SO.match(text, numeral.end) if bound == "about" else None
        end = behind.end() if behind else numeral.end
        return _settle(numeral, str(bound), offset + match.start("words"), end, match.group("words"))
    for bound, pattern in _AFTER:
        match = pattern.match(text, numeral.end)
        if match is not None:
            return _settle(numeral, bound, numeral.start, match.end(), match.group())
    for bound, pattern in _BEHIND_NOUN:
        match = pattern.match(text, numeral.end)
        if match is not None:
            return _settle(numeral, bound, numeral.start, numeral.end, match["words"])
    if numeral.kind == "range" or (numeral.kind == "share" and numeral.high != numeral.low):
        opener = _BETWEEN.search(before)
        return BoundWords(
            "range", offset + opener.start("words") if opener else numeral.start, numeral.end, False, "range"
        )
    return _settle(numeral, "exact", numeral.start, numeral.end, "no bound words")


_LENGTH_BEHIND = re.compile(
    r"[\s-]+(?:(?:more|consecutive|straight)\s+)?(?:second|minute|hour|day|week|month|quarter|season|year|decade|centur)",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"(?:^|[(,;:“\"—–-]|\b(?:for|in|after|took|takes?|taking|last(?:s|ed|ing)?|spent|spend(?:s|ing)?|within|been|be|is|was|were|are|at|of|and|or|by|to|with|from|than|wait(?:s|ed|ing)?|aged|well|just|slightly|only"
    r"|serv(?:e|es|ed|ing)|liv(?:e|es|ed|ing)|work(?:s|ed|ing)?|has|have|had|nearly|every|ran|stayed|stretch(?:es|ed|ing)|remained|even|now|already|that|which|a|an|the))\s*$",
    re.IGNORECASE,
)


def _is_place_or_stretch(text: str, numeral: Numeral, before: str, match: re.Match[str]) -> bool:
    """Whether "over" says where or during, as in "$5 billion over 10 years"; "for over 10 years" is more than ten."""
    if _LENGTH_BEHIND.match(text, numeral.end) is None:
        return _OVER_IN_SPACE.search(before[: match.end("words")]) is not None
    return match["words"].lower() == "over" and _LASTS.search(before[: match.start("words")]) is None


def _is_round(numeral: Numeral) -> bool:
    """Whether a number has at most two digits that are not zero: "as many as 10,000" is a limit, "as many as 2,214" a count."""
    return numeral.low < 100 * numeral.grid


def _settle(numeral: Numeral, bound: str, start: int, end: int, words: str) -> BoundWords:
    rule = " ".join(words.lower().split())
    if numeral.kind == "vague":
        return BoundWords("vague", start, end, False, rule)
    if numeral.kind == "range" or (numeral.high is not None and numeral.high > numeral.low):
        return BoundWords("range", start, end, False, rule)
    settled: Bound = "about" if bound == "nearly" else bound  # type: ignore[assignment]
    return BoundWords(settled, start, end, bound == "nearly", rule)
