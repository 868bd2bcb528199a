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
_REACH_OF_PERFECT = 4
_REACH_OF_SPEECH = 5
"""How many pieces before a date "said" may stand to date it: "said on Friday"; farther off it dates nothing."""
_FUTURE, _PAST, _ED, _SPEECH = (LETTER[name] for name in ("future", "pastverb", "ed", "speech"))
_VERBS = frozenset((_FUTURE, _PAST, _ED))
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

    Words before the expression go first. "Until" and "through" look ahead unless a verb behind them says otherwise; "by"
    looks ahead unless a past verb stands on either side ("had fled by Friday"; "agreed to leave by Friday" looks ahead).
    """
    letters, first, last = pieces.classes, expression.first, expression.last
    if letters[last : last + 1] == LETTER["poss"] and expression.form == "weekday":
        return -1
    if expression.relation == "ended":
        return -1 if "ended" in (pieces.word(place) for place in range(first, last)) else 0
    before = letters[first - 1 : first]
    two_before = letters[max(0, first - 2) : first]
    if before == LETTER["since"] or two_before == _AS_OF:
        return -1
    if pieces.word(first - 1) == "as" and pieces.word(first - 2) == "soon":
        return 1
    if pieces.word(first - 1) == "of" and pieces.word(first - 2) == "ahead":
        return 1
    if before == _BY or two_before == _BY + LETTER["the"]:
        return _tense_before(pieces, first) or _tense_after(pieces, last) or 1
    if before in _LIMITS:
        return _tense_after(pieces, last) or 1
    return _tense_before(pieces, first) or _tense_after(pieces, last)


_AS_OF = LETTER["as"] + LETTER["of"]
_BY, _TO = LETTER["by"], LETTER["to"]
_LIMITS = (LETTER["until"],)


def _tense_before(pieces: Pieces, first: int) -> int:
    letters = pieces.classes
    for place in range(first - 1, max(-1, first - 1 - _TENSE_REACH_BEFORE), -1):
        letter = letters[place]
        if letter in _VERBS and (tense := _tense_at(pieces, place)):
            return tense
        if letter == _TO and pieces.word(place - 1) in ("is", "are"):
            return 1
        if letter == _SPEECH and first - place <= _REACH_OF_SPEECH:
            return 1 if pieces.word(place + 1) == "to" else -1  # "told to leave on Friday"
        if letter in _STOPS or (letter == _DOT and _ends_sentence(pieces, place)):
            break
    return 0


def _tense_after(pieces: Pieces, last: int) -> int:
    letters = pieces.classes
    begin = last + 1 if letters[last : last + 1] == LETTER["comma"] else last
    if letters[begin : begin + 1] == _SPEECH:  # "the president on Tuesday said that the talks may go on"
        return -1
    for place in range(begin, min(len(letters), begin + _TENSE_REACH_AFTER)):
        letter = letters[place]
        if letter in _VERBS and (tense := _tense_at(pieces, place)):
            return tense
        if letter in _STOPS or letter in (_DOT, LETTER["comma"]):
            break
    return 0


def _tense_at(pieces: Pieces, place: int) -> int:
    """The tense of a verb or cue; 0 where it is none after all ("the proposed date")."""
    letters = pieces.classes
    word, after = pieces.word(place), pieces.word(place + 1)
    around = [pieces.word(spot) for spot in range(max(0, place - _REACH_OF_PERFECT), place + 2)]
    if "not" in around and ("could" in around or "would" in around):  # "could not be reached Friday"
        return -1
    if letters[place] == _FUTURE:
        return -1 if "had" in around and "been" in around else 1  # "had been due to end Friday"
    if after == "to" and word in _PROMISES:
        return 1
    if after in ("to", "for") and word == "set":
        return 1
    if pieces.word(place - 1) in _DETERMINERS or (pieces.word(place - 2) in _DETERMINERS and letters[place] == _ED):
        return 0
    is_ahead = _FUTURE in letters[max(0, place - _REACH_OF_AUXILIARY) : place]  # "will be paid", "to be published"
    return 1 if is_ahead else -1


_DETERMINERS = frozenset("the a an its his her their our this that these those".split())
_PROMISES = frozenset(
    "agreed decided promised vowed pledged proposed intended hoped wanted threatened offered asked ordered set "
    "committed prepared invited chosen told voted".split()
)
"""Verbs in the past after which "to" looks ahead: "agreed to leave on Friday"."""


def _ends_sentence(pieces: Pieces, place: int) -> bool:
    return pieces.words[place] != "." and len(pieces.word(place - 1)) > 2
