"""A text cut into pieces (word, number or sign, with the blanks after it), and one class letter for each piece."""

import re
from itertools import accumulate
from typing import NamedTuple

from sayso.reading.periods.vocabulary import CASED, CLASSES, NO_PAST_VERBS

_PIECE = re.compile(
    r"(?:[AaPp]\.[^\S\n]?[Mm](?:\.|(?![^\W_]))"  # a.m.
    r"|[oO]['’]clock(?![^\W_])"
    r"|[^\W\d_]+"
    r"|['’‘]?(?:\d\d)?\d0['’]?s(?![^\W_])"  # 1990s, '90s
    r"|\d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"  # 2025-03-05
    r"|\d{1,4}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"  # 03/04/2025, 5.3.2024
    r"|\d{1,2}(?::\d\d){1,2}(?![\d:])"  # 9:30
    r"|\d{4}/\d\d(?!\d)"  # 2014/15
    r"|\d{1,2}(?:st|nd|rd|th)(?![^\W_])"
    r"|\d/\d(?!\d)|[½¼¾]"
    r"|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|['’](?:s|ll)(?![^\W_])"
    r"|\S)[^\S\n]*"
    r"|\s+"
)
_MOST_KEPT = 60_000
"""Classes remembered at most: more than the words of any one language in the news, less than 10 MB."""
_LONGEST_KEPT = 24

_NUMBER_CLASSES = ("day", "digit", "year", "frac", "ordn", "compact", "clock", "decade", "yearpair")
_OTHER_CLASSES = ("word", "ed", "break", "blank")
_LETTERS = [chr(code) for code in range(0x30, 0x100) if chr(code).isalnum() or code > 0x7F]
_NAMES = tuple(dict.fromkeys((*CLASSES, *CASED.values(), *_NUMBER_CLASSES, *_OTHER_CLASSES)))
LETTER: dict[str, str] = dict(zip(_NAMES, _LETTERS, strict=False))
assert len(LETTER) == len(_NAMES)  # enough letters for all classes
"""The character that stands for each class in ``Pieces.classes``."""
_CLASS_OF = {word: LETTER[name] for name, words in CLASSES.items() for word in words.split()}
_CASED = {word: LETTER[name] for word, name in CASED.items()}


class Pieces(NamedTuple):
    """A text in pieces.

    Attributes:
        words: Every piece with the blanks after it; joined, they are the text.
        offsets: Where each piece starts; one more than pieces.
        classes: One character a piece, from ``LETTER``.
    """

    words: list[str]
    offsets: list[int]
    classes: str

    def word(self, position: int) -> str:
        """A piece in lower case, without blanks; empty beyond the ends."""
        return self.words[position].rstrip().lower() if 0 <= position < len(self.words) else ""

    def end(self, position: int) -> int:
        """Where the piece before a position ends, blanks excluded."""
        return self.offsets[position - 1] + len(self.words[position - 1].rstrip())


def cut(text: str, start: int, end: int) -> Pieces:
    """The pieces of ``text[start:end]``, with offsets into the whole text."""
    words = _PIECE.findall(text, start, end)
    return Pieces(words, list(accumulate(map(len, words), initial=start)), "".join(map(_classes.__getitem__, words)))


class _Classes(dict[str, str]):
    """Piece to class; a piece not seen before is looked at once and remembered."""

    def __missing__(self, piece: str) -> str:
        letter = LETTER[_name_class(piece)] if not piece[:1].isalpha() else _classify_word(piece.rstrip())
        if len(self) < _MOST_KEPT and len(piece) <= _LONGEST_KEPT:
            self[piece] = letter
        return letter


_classes = _Classes()


def _classify_word(word: str) -> str:
    if word in _CASED:
        return _CASED[word]
    lower = word.lower()
    if lower in _CLASS_OF:
        return _CLASS_OF[lower]
    if lower.replace(".", "").replace(" ", "") in ("am", "pm") and "." in word:
        return LETTER["ampm"]
    return LETTER["ed" if lower == word and lower.endswith("ed") and lower not in NO_PAST_VERBS else "word"]


def _name_class(piece: str) -> str:
    sign = piece.strip()
    if not sign:
        return "break" if "\n" in piece else "blank"
    if sign in "½¼¾":
        return "frac"
    if not any(character.isdecimal() for character in sign):  # "²" and "①" are digits without a value to int
        return _name_sign(sign)
    if "/" in sign and len(sign) == 3:
        return "frac"
    if sign.endswith("s"):
        return "decade"
    if sign.endswith(("st", "nd", "rd", "th")):
        return "ordn"
    if ":" in sign and "-" not in sign:
        return "clock"
    if sign.count("/") == 1:
        return "yearpair"
    if "-" in sign or "/" in sign or sign.count(".") == 2:
        return "compact"
    if sign.isascii() and len(sign) == 4 and sign.isdigit() and "1000" <= sign <= "2099":
        return "year"
    return "day" if sign.isascii() and len(sign) <= 2 and sign.isdigit() and 1 <= int(sign) <= 31 else "digit"


def _name_sign(sign: str) -> str:
    letter = _CLASS_OF.get(sign)
    return _NAME_OF[letter] if letter else "word"


_NAME_OF = {letter: name for name, letter in LETTER.items()}
