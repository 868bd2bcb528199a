"""The words beside an expression that say how it is meant: "since", "as of", "so far", and whether they look ahead."""

import re
from typing import NamedTuple

from sayso.reading.periods.expressions import Expression, classes
from sayso.reading.periods.pieces import LETTER, Pieces

_MOST_BEFORE = 4
_BEFORE = re.compile(
    classes(
        "(?:<=far:<so><far>)|<=as_of:<as><of>)|<=since:<since>)|<=up_to:<up|previous><to>)|<=until:<until>)"
        "|<=night:<in|on|during>?<the><daypart><of>)|<=single:<in|on|at|by|during|over|within|for|from|to|through|between|before|after|begin>)"
        "|<=since_the:<since><the>(?:<word|ed>){1,2}))<the|about|at|the>*$"
    )
)
_SO_FAR = re.compile(classes("<so><far>"))
_TENSE_REACH_BEFORE = 14
_TENSE_REACH_AFTER = 8
_REACH_OF_AUXILIARY = 3
_REACH_OF_SPEECH = 5
"""How many pieces before a date "said" may stand to date it: "said on Friday"; farther off it dates nothing."""
_FUTURE, _PAST, _ED, _SPEECH = (LETTER[name] for name in ("future", "pastverb", "ed", "speech"))
_STOPS = frozenset((LETTER["stop"], LETTER["break"]))
_DOT = LETTER["dot"]


_PARTS = (LETTER["early"], LETTER["late"])
_SAME = {
    "till": "until",
    "up to": "until",
    "through": "until",
    "thru": "until",
    "throughout": "during",
    "prior to": "before",
}


class Signal(NamedTuple):
    """A cue and the phrase it makes with its expression, as piece positions.

    Attributes:
        word: The cue in lower case: ``"since"``; None when there is none.
        first: First piece of the cue.
        last: One past its last piece.
        phrase_first: First piece of the whole phrase.
        phrase_last: One past the last piece of the whole phrase.
    """

    word: str | None
    first: int
    last: int
    phrase_first: int
    phrase_last: int


def find_signal(pieces: Pieces, expression: Expression) -> Signal:
    """The cue of an expression: the preposition before it, or "so far" on either side."""
    letters, first, last = pieces.classes, expression.first, expression.last
    phrase_last = last + 1 if letters[last : last + 1] == LETTER["alone"] else last
    if _SO_FAR.match(letters, last):
        return Signal("so far", last, last + 2, first, last + 2)
    window = letters[max(0, first - _MOST_BEFORE) : first]
    match = _BEFORE.search(window)
    if match is None:
        return Signal(None, first, first, first, phrase_last)
    start = first - len(window) + match.start()
    if match.group("far"):
        return Signal("so far", start, start + 2, start, phrase_last)
    if match.group("night"):
        return Signal("on", start, first, start, phrase_last)
    end = start + (2 if match.group("as_of") or match.group("up_to") else 1)
    word = " ".join(pieces.word(position) for position in range(start, end))
    phrase_first = start - 1 if letters[start - 1 : start] in _PARTS else start  # "late on Tuesday"
    return Signal(_SAME.get(word, word), start, end, phrase_first, phrase_last)


def find_tense(pieces: Pieces, expression: Expression) -> int:
    """1 where the nearest verb or cue in the sentence speaks of the future, -1 of the past, 0 where there is none.

    Words before the expression go first; after "until" and "by" the words behind it do, and without any it looks ahead.
    """
    letters, first, last = pieces.classes, expression.first, expression.last
    if letters[last : last + 1] == LETTER["poss"] and expression.form == "weekday":
        return -1
    if expression.relation == "ended":
        return -1 if "ended" in (pieces.word(place) for place in range(first, last)) else 0
    before = letters[first - 1 : first]
    if before == LETTER["since"] or letters[max(0, first - 2) : first] == _AS_OF:
        return -1
    if before in _LIMITS:
        return _tense_after(pieces, last) or (1 if expression.form in ("weekday", "clock") else 0)
    return _tense_before(pieces, first) or _tense_after(pieces, last)


_AS_OF = LETTER["as"] + LETTER["of"]
_LIMITS = (LETTER["until"], LETTER["by"])


def _tense_before(pieces: Pieces, first: int) -> int:
    letters = pieces.classes
    for place in range(first - 1, max(-1, first - 1 - _TENSE_REACH_BEFORE), -1):
        letter = letters[place]
        if letter == _FUTURE:
            return 1
        if letter in (_ED, _PAST):  # "will be paid", "to be published"
            return 1 if _FUTURE in letters[max(0, place - _REACH_OF_AUXILIARY) : place] else -1
        if letter == _SPEECH and first - place <= _REACH_OF_SPEECH:
            return -1
        if letter in _STOPS or (letter == _DOT and _ends_sentence(pieces, place)):
            break
    return 0


def _tense_after(pieces: Pieces, last: int) -> int:
    letters = pieces.classes
    begin = last + 1 if letters[last : last + 1] == LETTER["comma"] else last
    for letter in letters[begin : begin + _TENSE_REACH_AFTER]:
        if letter == _FUTURE:
            return 1
        if letter in (_PAST, _ED):
            return -1
        if letter in _STOPS or letter in (_DOT, LETTER["comma"]):
            break
    return 0


def _ends_sentence(pieces: Pieces, place: int) -> bool:
    return pieces.words[place] != "." and len(pieces.word(place - 1)) > 2
