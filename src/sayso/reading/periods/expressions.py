"""What the grammar makes of the pieces: expressions with their parts named, before any calendar is asked."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

import msgspec

from sayso.reading.periods.pieces import LETTER, Pieces
from sayso.reading.periods.vocabulary import NUMBERS, ORDINALS, UNITS

Form = Literal[
    "numeric", "day", "month", "year", "years", "weekday", "decade", "century", "season", "quarter", "half", "deictic",
    "unit", "span", "first", "ago", "shift", "unit_alone", "edge", "set", "length", "age", "clock", "reference",
    "holiday", "range", "part", "share",
]  # fmt: skip


class Expression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression in parts.

    Attributes:
        form: What it is; decides which parts matter.
        first: Its first piece.
        last: One past its last piece.
        unit: S, I, H, D, W, F, M, Q, Y, E, C, L or WE.
        amount: How many units, or which (third quarter); None when vague ("a few").
        year: The year as said, or None.
        month: 1 to 12.
        day: Day of the month.
        weekday: 0 (Monday) to 6.
        relation: last, past, this, next, following, previous, same, latest ... relative to an anchor.
        edge: START, MID or END ("early", "mid-", "late"); FIRST or LAST for "the beginning of", "the end of".
        daypart: MO, AF, EV or NI.
        text: The words that decide, for references, holidays, sets and numeric dates.
        children: The expressions it was joined from.
    """

    form: Form
    first: int
    last: int
    unit: str = ""
    amount: float | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relation: str = ""
    edge: str = ""
    daypart: str = ""
    text: str = ""
    children: tuple["Expression", ...] = ()


Build = Callable[[Pieces, "re.Match[str]"], Expression | None]


class Rule(NamedTuple):
    """A pattern over classes and what to build from its match; building may say no."""

    pattern: "re.Pattern[str]"
    build: Build


def classes(pattern: str) -> str:
    """A regular expression over class letters from one over class names.

    ``<a|b>`` is one piece of either class, ``<=name:...>`` a named group; blanks mean nothing.

    Examples:
        >>> classes("<last> <units>") == LETTER["last"] + LETTER["units"]
        True
    """
    pattern = re.sub(r"\s+", "", pattern)
    pattern = re.sub(r"<=(\w+):", r"(?P<\1>", pattern)

    def letters(match: "re.Match[str]") -> str:
        found = "".join(LETTER[name] for name in match.group(1).split("|"))
        return found if len(found) == 1 else f"[{found}]"

    return re.sub(r"(?<!\?P)<([a-z_|0-9]+)>", letters, pattern)


NUMBER = "(?:<day|digit|year>(?:<hyphen>?<frac>)?|<num>(?:<hyphen>?<num>){0,6}(?:<and><a><half>)?|<frac>)"
AMOUNT = f"(?:{NUMBER}|<a>?<vague><of>?(?:<num>)?|<a><num>|<half>(?:<of>)?<a>|<a>|<another>{NUMBER}?)"
UNIT = "<unit|century|yearw|quarterw>"
UNITS_ = "<unit|century|yearw|quarterw|units>"


def read_amount(pieces: Pieces, start: int, end: int) -> float | None:
    """The number that the pieces say; None when they are vague ("a few", "several").

    Examples:
        >>> from sayso.reading.periods.pieces import cut
        >>> read_amount(cut("twenty-four", 0, 11), 0, 3)
        24
    """
    total: float = 0
    current: float | None = None
    words = [pieces.word(position) for position in range(start, end)]
    for position, word in enumerate(words):
        if word in ("few", "several", "many", "some", "numerous", "dozens", "handful"):
            return None
        if word == "couple":
            current = 2
        elif word == "dozen":
            current = (current or 1) * 12
        elif word == "half":
            current = (current or 0) + 0.5
        elif word in ("a", "an"):
            current = None if current is None and len(words) > 1 else current or 1
        elif word == "another":
            current = current or 1 if len(words) == 1 else current
        else:
            total, current = _add_number(word, total, current, is_first=position == 0)
    return _whole(total + (1 if current is None and not total else current or 0))


def _add_number(word: str, total: float, current: float | None, *, is_first: bool) -> tuple[float, float | None]:
    if word in NUMBERS:
        value = NUMBERS[word]
        if value == 100:
            return total, (current or 1) * 100
        if value >= 1000:
            return total + (current or 1) * value, 0
        return total, (current or 0) + value
    if word in _FRACTIONS:
        return total, (current or 0) + _FRACTIONS[word]
    if "/" in word and word[0].isdigit():
        above, below = word.split("/")
        return total, (current or 0) + (int(above) / int(below) if int(below) else 0)
    digits = word.replace(",", "")
    if digits.replace(".", "", 1).isascii() and digits.replace(".", "", 1).isdigit() and len(digits) < 16:
        return total, float(digits)
    return total, current


_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def read_unit(word: str) -> str:
    """The unit's code: "weeks" is W."""
    return UNITS[word]


def read_ordinal(pieces: Pieces, start: int, end: int) -> int | None:
    """What "third", "21st" or "twenty-first" counts; None when it is no ordinal."""
    last = pieces.word(end - 1)
    if last[:1].isdigit():
        digits = last.rstrip("stndrh")
        return int(digits) if digits.isascii() and digits.isdigit() else None
    if last not in ORDINALS:
        return None
    tens = NUMBERS.get(pieces.word(start), 0) if end - start > 1 else 0
    return tens + ORDINALS[last]


def iso_duration(amount: float | None, unit: str) -> str:
    """The ISO 8601 duration of so many units; X where the words are vague.

    Examples:
        >>> iso_duration(3, "D"), iso_duration(None, "Y"), iso_duration(2.5, "Y"), iso_duration(24, "H")
        ('P3D', 'PXY', 'P2Y6M', 'PT24H')
    """
    time = "T" if unit in "SIH" else ""
    letter, factor = _ISO_UNITS[unit]
    if amount is None:
        return f"P{time}X{letter}"
    whole = int(amount * factor)
    rest = amount * factor - whole
    smaller = _SMALLER.get(letter + time)
    if rest and smaller:
        name, count = smaller
        head = f"{whole}{letter}" if whole else ""
        inner = "T" if name in "HM" and letter in "D" else ""
        return f"P{time}{head}{inner}{round(rest * count)}{name}"
    return f"P{time}{_whole(round(amount * factor, 3))}{letter}"


_ISO_UNITS = {
    "S": ("S", 1), "I": ("M", 1), "H": ("H", 1), "D": ("D", 1), "W": ("W", 1), "F": ("W", 2), "M": ("M", 1),
    "Q": ("M", 3), "Y": ("Y", 1), "E": ("Y", 10), "C": ("Y", 100), "L": ("Y", 1000), "WE": ("W", 1),
}  # fmt: skip
_SMALLER = {"Y": ("M", 12), "HT": ("M", 60), "MT": ("S", 60), "D": ("H", 24)}
