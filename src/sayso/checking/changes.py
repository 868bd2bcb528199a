"""Changes against their levels within one sentence: "rose 20 percent, from 100 to 200", "doubled from 100 to 300"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from sayso.checking.bounds import Reach
from sayso.checking.passages import ABOUT, Claim, Said, Sentence, assume_written, compare, number, percent
from sayso.model import Assumption, Finding, Statement

_Way = Literal["up", "down"]

_UP = (
    r"(?:rose|risen|rise|rises|rising|increase[ds]?|increasing|grew|grown|grow|growing|climbed|jumped|surged|soared|swelled|"
    r"gained|expanded|went up|gone up|up)"
)
_DOWN = (
    r"(?:fell|fallen|falls?|falling|dropped|drop|declined?|decreased?|decreasing|shrank|shrunk|plunged|slumped|plummeted|"
    r"dipped|slid|sank|tumbled|went down|gone down|reduced|cut|down)"
)
_TIMES = {
    "doubl": (Fraction(9, 5), Fraction(9, 4)),
    "tripl": (Fraction(27, 10), Fraction(17, 5)),
    "trebl": (Fraction(27, 10), Fraction(17, 5)),
    "quadrupl": (Fraction(18, 5), Fraction(9, 2)),
    "halv": (Fraction(2, 5), Fraction(3, 5)),
}
"""How often the later level may hold the earlier one where the words are used loosely."""
_TIMES_WORD = r"(?:doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing)"
_UNIT = r"(?: (?!and\b|but\b|while\b|to\b|from\b|by\b)[a-z'-]+){0,3}?"
_TIME = r"(?: (?:in|on|at|by|during|for|a|an|last|the|over|at the end of) (?:[\w'-]+ ?){1,4}?)?"
_LEVELS = (
    re.compile(r"\bfrom " + ABOUT + number("old") + _UNIT + _TIME + r",? to " + ABOUT + number("new") + r"(?!\s?%)"),
    re.compile(r"\bto " + ABOUT + number("new") + _UNIT + _TIME + r",? (?:up |down )?from " + ABOUT + number("old")),
)
_REACH = 70
"""Characters before the levels in which the verb of the change stands."""
_CHANGED = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<times>{_TIMES_WORD}))\b")
_BREAK = re.compile(r"[;.]|, (?:while|and|but|with)\b|\b(?:not|would|could|may|might|if)\b")
_AMOUNT = r"[^#%;.]{0,12}?" + ABOUT + rf"(?:{percent('share')}|{number('amount')})"
_BY_BEFORE = re.compile(_AMOUNT + r"[^#%;.]{0,30}?,?\s?$")
_BY_AFTER = re.compile(
    r"[^#%;.]{0,40}?(?:,|\(|—|–| -) ?(?:or |that is,? |which is )?(?:an? )?(?:[\w'-]+ )?(?:increase|rise|jump|growth|gain|surge|up|drop|fall|decline|decrease|"
    r"reduction|down)(?: of| by)? " + ABOUT + rf"(?:{percent('share')}|{number('amount')})"
)
_LOOSE_BEFORE = re.compile(r"\b(?:more than|over|at least|less than|nearly|almost|about|roughly|not quite) $")


class _Change(NamedTuple):
    """A change between two levels as a sentence tells it.

    Attributes:
        old: The earlier level.
        new: The later level.
        way: Up or down; None where the verb says how often.
        verb: The verb.
        amount: By how much, a number or a percentage; None where that is not told.
        times: The least and the most of later over earlier; None where the verb names no factor.
    """

    old: Said
    new: Said
    way: _Way | None
    verb: str
    amount: Said | None
    times: Reach | None


def check_changes(
    sentences: Sequence[Sentence], statements: Mapping[str, Statement]
) -> tuple[list[Finding], frozenset[str], int]:
    """Changes that do not match the levels that they lead from and to.

    Returns:
        The findings, the statements that were compared, and how many comparisons ran.
    """
    findings: list[Finding] = []
    compared: set[str] = set()
    checked = 0
    for sentence in sentences:
        for change in _list_changes(sentence):
            checked += 1
            members = (change.old, change.new, *((change.amount,) if change.amount else ()))
            compared.update(one.id for one in members if one.id)
            finding = _check_way(change, sentence, statements) or _check_size(change, sentence, statements)
            if finding is not None:
                findings.append(finding)
    return findings, frozenset(compared), checked


def _list_changes(sentence: Sentence) -> Iterator[_Change]:
    seen: set[tuple[Said, Said]] = set()
    for match in (match for pattern in _LEVELS for match in pattern.finditer(sentence.masked)):
        old, new = sentence.at(match, "old"), sentence.at(match, "new")
        before = sentence.masked[max(0, match.start() - _REACH) : match.start()]
        verbs = list(_CHANGED.finditer(before))
        if not verbs or (old, new) in seen or _BREAK.search(before, verbs[-1].end()):
            continue
        seen.add((old, new))
        verb = _find_verb(verbs, before)
        amount = _find_amount(sentence, before[verb.end() :], match.end())
        way: _Way | None = "up" if verb["up"] else "down" if verb["down"] else None
        yield _Change(old, new, way, verb.group(), amount, _find_times(verb, before))


def _find_verb(verbs: list[re.Match[str]], before: str) -> re.Match[str]:
    """The last verb of change, but the one before where "up" or "down" only ends it."""
    last = verbs[-1]
    if last.group() in ("up", "down") and len(verbs) > 1 and not before[verbs[-2].end() : last.start()].strip():
        return verbs[-2]
    return last


def _find_amount(sentence: Sentence, between: str, end: int) -> Said | None:
    match = _BY_BEFORE.match(between) or _BY_AFTER.match(sentence.masked, end)
    if match is None:
        return None
    return sentence.at(match, "share" if match["share"] else "amount")


def _find_times(verb: re.Match[str], before: str) -> Reach | None:
    if verb["times"] is None or _LOOSE_BEFORE.search(before, 0, verb.start()):
        return None
    low, high = next(reach for stem, reach in _TIMES.items() if verb["times"].startswith(stem))
    return Reach(low, high)


def _check_way(change: _Change, sentence: Sentence, statements: Mapping[str, Statement]) -> Finding | None:
    """A rise to less, or a fall to more."""
    if change.way is None:
        return None
    for reading in ("reach", "written"):
        old, new = getattr(change.old, reading), getattr(change.new, reading)
        if old is None or new is None:
            continue
        assumptions = assume_written((change.old, change.new)) if reading == "written" else ()
        needs = Reach(old.low, None) if change.way == "up" else Reach(None, old.high)
        first = Claim(needs, (change.old,), f'"{change.verb}" from {change.old.words}', assumptions)
        second = Claim(new, (change.new,), f"to {change.new.words}")
        if finding := compare("change_and_levels", first, second, sentence, statements=statements):
            return finding
    return None


def _check_size(change: _Change, sentence: Sentence, statements: Mapping[str, Statement]) -> Finding | None:
    words = f"from {change.old.words} to {change.new.words}"
    for reading in ("reach", "written"):
        old, new = getattr(change.old, reading), getattr(change.new, reading)
        amount = None if change.amount is None else getattr(change.amount, reading)
        told = _find_told(change, amount)
        made = _find_made(change, old, new)
        if told is None or made is None:
            continue
        members = (change.old, change.new, *((change.amount,) if change.amount else ()))
        first = Claim(made, (change.old, change.new), words, assume_written(members) if reading == "written" else ())
        if finding := compare("change_and_levels", first, told, sentence, statements=statements):
            return finding
    return None


def _find_told(change: _Change, amount: Reach | None) -> Claim | None:
    """How much the words say that it changed: an amount, or a factor."""
    if change.amount is not None:
        return None if amount is None else Claim(amount, (change.amount,), change.amount.words)
    if change.times is None:
        return None
    assumption = Assumption(key="factor_is_meant", words=f'"{change.verb}" is meant as a factor')
    return Claim(change.times, (), f'"{change.verb}"', (assumption,))


def _find_made(change: _Change, old: Reach | None, new: Reach | None) -> Reach | None:
    """What the levels make of it: a factor, a share of the earlier level, or a difference."""
    if old is None or new is None or not old.low or old.high is None or not new.low or new.high is None:
        return None
    if change.amount is None:
        return Reach(new.low / old.high, new.high / old.low)
    low, high = new.low - old.high, new.high - old.low
    if change.way == "down" or (change.way is None and change.verb.startswith("halv")):
        low, high = old.low - new.high, old.high - new.low
    if change.amount.is_percent:
        low, high = low / (old.high if low > 0 else old.low), high / old.low
    return Reach(max(Fraction(0), low), max(Fraction(0), high))
