"""The roles of a sentence's numbers where it tells of one change: the level before, the level after, by how much.

Each number gets its role from the words around it, in whatever order they come. Nothing is read unless every number
of the sentence has a role, there is one level before and one after, and all words of change point one way.
"""

import re
from typing import NamedTuple

from sayso.checking.passages import ABOUT, NEXT, Said, Sentence

_TOKEN = re.compile(r"[#%](\d+)[#%]")
_RISES = (
    r"(?:rose|risen|ris(?:es|ing)|increas(?:ed|es|ing)|grew|grown|growing|climb(?:ed|ing)|jump(?:ed|ing)|"
    r"surg(?:ed|ing)|soar(?:ed|ing)|swell(?:ed|ing)|expand(?:ed|ing)|rais(?:ed|ing)|shot up|up|higher|"
    r"an? (?:[\w%-]+ )?(?:increase|rise|jump|growth|gain|surge)|increase of|rise of)"
)
_FALLS = (
    r"(?:fell|fallen|fall(?:s|ing)|dropp(?:ed|ing)|declin(?:ed|es|ing)|decreas(?:ed|es|ing)|shr[au]nk|plung(?:ed|ing)|"
    r"slump(?:ed|ing)|plummet(?:ed|ing)|dipp(?:ed|ing)|slid|sank|tumbl(?:ed|ing)|reduc(?:ed|ing)|lower(?:ed|ing)?|"
    r"slashed|cut|lost|shed|down|fewer|less|an? (?:[\w%-]+ )?(?:drop|fall|decline|decrease|reduction|loss|dip|slump)|"
    r"decrease of|drop of|decline of|fall of)"
)
_RISE = re.compile(rf"\b{_RISES}\b|\bmore (?=than\b)|\badd(?:ed|ing)\b|\bgained\b")
_FALL = re.compile(rf"\b{_FALLS}\b")
_TIMES = re.compile(
    r"\b(?P<verb>doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing)\b"
    r"|\b(?P<many>twice|double|triple|half|(?:three|four|five|six|ten) times) as (?:many|much)\b"
)
_PERIOD = r"(?:year|month|week|quarter|decade|season|term)"
_BEFORE = (
    rf"(?:(?:a|one|the|two|three|five|ten) {_PERIOD}s? (?:earlier|ago|before)|last {_PERIOD}|the previous {_PERIOD})"
)
_STOOD = (
    r"(?:(?:had )?(?:stood at|numbered|totall?ed|averaged|came to|amounted to)|was|were|had been|had|there were|"
    r"(?:it|they|the (?:figure|number|total|tally)) (?:was|were|stood at|numbered|had been))"
)
_LED = rf"(?:the |just |only |a total of )?{ABOUT}$"
_AMOUNT_BEFORE = re.compile(rf"\b(?:by|increase of|rise of|gain of|drop of|decline of|fall of|added|lost) {_LED}")
_AMOUNT_BEHIND = re.compile(
    r"^ (?:[a-z-]+ )?(?:(?:more|fewer|less|higher|lower) than\b|"
    r"(?:increase|rise|jump|gain|drop|fall|decline|decrease)\b)"
)
_OLD_BEFORE = re.compile(
    rf"\b(?:from|against|compared (?:with|to)|versus|than|(?:which|that) {_STOOD}|{_BEFORE},? {_STOOD}) {_LED}"
)
_OLD_BEHIND = re.compile(rf"^(?: [a-z'-]+){{0,2}},? (?:in |during )?{_BEFORE}\b")
_NEW_BEFORE = re.compile(rf"\b(?:to|at|there (?:were|are)|totall?ed|averaged|numbered|with|were|was) {_LED}")
_NEW_BEHIND = re.compile(rf"^(?: [a-z'-]+){{0,2}} this {_PERIOD}\b|^ against ")
_OPENS = re.compile(rf"^(?:an? total of |in all,? )?{ABOUT}$|: {ABOUT}$|, {ABOUT}$")
_TURNS = re.compile(
    r"\b(?:while|whereas|although|though|despite|but|however|not|would|could|(?<!in )(?<!since )(?<!for )may|might|if|"
    r"expected|forecast|target|capacity|per|each|every|as (?!many|much|compared|of)|because|after|when|"
    r"other|others|including|among|between)\b"
)
"""Words with which a sentence turns to something else, or tells what did not happen."""
_PLAIN = re.compile(
    rf"^(?: (?:[a-z]+ed|in|on|at|of|last|a|an|one|the|this|during|for|over|before|previously|people|cases|to|and|"
    rf"from)\b|[^ a-z]|$| {NEXT})"
)
"""What follows a level that counts what the other does."""
_OF_YEAR = re.compile(r"^(?: [a-z'-]+){0,3} (?:in|during|for) (?P<year>(?:19|20)\d\d)\b")
_LEVELS = 2
_MOST = 3
_STEM = 4


class Roles(NamedTuple):
    """What the numbers of a sentence are to its one change.

    Attributes:
        old: The level before.
        new: The level after.
        amount: By how much; None where it is not told.
        verb: The word of change.
        is_rise: Whether it points up; None where the word says how often.
        start: Where the word of change stands.
    """

    old: Said
    new: Said
    amount: Said | None
    verb: str
    is_rise: bool | None
    start: int


def find_roles(sentence: Sentence) -> Roles | None:
    """The one change that all numbers of a sentence belong to; None where there is none, or any doubt."""
    tokens = list(_TOKEN.finditer(sentence.masked))
    if not _LEVELS <= len(tokens) <= _MOST or _TURNS.search(sentence.masked):
        return None
    told: dict[str, Said] = {}
    for place, token in enumerate(tokens):
        start = tokens[place - 1].end() if place else 0
        end = tokens[place + 1].start() if place + 1 < len(tokens) else len(sentence.masked)
        role = _find_role(sentence.masked[start : token.start()], token.group(), sentence.masked[token.end() : end])
        if role is None or role in told:
            return None
        if role == "old" and not _counts_the_same(sentence.masked, token):
            return None
        told[role] = sentence.numbers[int(token[1])]
    _order_years(told)
    if not {"old", "new"} <= told.keys() <= {"old", "new", "amount"}:
        return None
    return _find_way(sentence.masked, told)


def _find_role(before: str, token: str, behind: str) -> str | None:
    if token.startswith("%") or _AMOUNT_BEFORE.search(before) or _AMOUNT_BEHIND.search(behind):
        return "amount"
    if _OLD_BEFORE.search(before) or _OLD_BEHIND.search(behind):
        return "old"
    if (year := _OF_YEAR.match(behind)) is not None:
        return year["year"]
    is_new = _NEW_BEFORE.search(before) or _NEW_BEHIND.search(behind) or _OPENS.search(before)
    return "new" if is_new else None


def _order_years(told: dict[str, Said]) -> None:
    """Make levels of two years, or of one year beside a level told as before or after, the earlier and the later."""
    years = sorted(role for role in told if role.isdigit())
    if len(years) == _LEVELS:
        told["old"], told["new"] = told.pop(years[0]), told.pop(years[1])
    elif years and "old" in told:
        told["new"] = told.pop(years[0])


def _counts_the_same(words: str, token: re.Match[str]) -> bool:
    """Whether a level has no noun of its own, or one that the rest of the sentence has too."""
    behind = words[token.end() :]
    if _PLAIN.match(behind):
        return True
    noun = re.match(r" ([a-z'-]+)", behind)
    return noun is not None and noun[1][:_STEM] in words[: token.start()] + behind[noun.end() :]


def _find_way(words: str, told: dict[str, Said]) -> Roles | None:
    rise, fall, times = (pattern.search(words) for pattern in (_RISE, _FALL, _TIMES))
    found = [match for match in (rise, fall, times) if match is not None]
    if len(found) != 1 or (times is not None and "amount" in told):
        return None
    way = None if times is not None else rise is not None
    word = found[0].group().strip()
    return Roles(told["old"], told["new"], told.get("amount"), word, way, found[0].start())
