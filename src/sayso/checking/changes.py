"""Changes against the levels that words set beside them: "rose 20 percent, from 100 to 200", "doubled from 100 to 300"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from sayso.checking.bounds import Reach
from sayso.checking.levels import Roles, find_roles
from sayso.checking.passages import (
    ABOUT,
    NEXT,
    Claim,
    Said,
    Sentence,
    assume_written,
    compare,
    number,
    percent,
)
from sayso.model import Assumption, Finding, Statement

_Way = Literal["up", "down"]

_UP = (
    r"(?:rose|risen|rise|rises|rising|increase[ds]?|increasing|grew|grown|grow|growing|climbed|jumped|surged|soared|swelled|"
    r"gained|expanded|raised|lifted|boosted|shot up|went up|gone up|up)"
)
_DOWN = (
    r"(?:fell|fallen|falls?|falling|dropped|drop|declined?|decreased?|decreasing|shrank|shrunk|plunged|slumped|plummeted|"
    r"dipped|slid|sank|tumbled|went down|gone down|reduced|lowered|trimmed|slashed|cut|down)"
)
_TIMES = {
    "doubl": (Fraction(9, 5), Fraction(9, 4)),
    "tripl": (Fraction(27, 10), Fraction(17, 5)),
    "trebl": (Fraction(27, 10), Fraction(17, 5)),
    "quadrupl": (Fraction(18, 5), Fraction(9, 2)),
    "halv": (Fraction(2, 5), Fraction(3, 5)),
}
"""How often the later level may hold the earlier one where the words are used loosely."""
_FOLDS = {"twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "tenfold": 10}
_TIMES_WORD = rf"(?:(?:doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing)|{'|'.join(_FOLDS)})"
_UNIT = r"(?: (?!and\b|but\b|while\b|to\b|from\b|by\b)[a-z'-]+){0,3}?"
_TIME = r"(?: (?:in|on|at|by|during|for|a|an|last|the|over|at the end of) (?:[\w'-]+ ?){1,4}?)?"
_COUNTED = rf"[^#%;.:(){NEXT}]{{0,70}}?"
_LEVELS = (
    re.compile(r"\bfrom " + ABOUT + number("old") + _UNIT + _TIME + r",? to " + ABOUT + number("new") + r"(?!\s?%)"),
    re.compile(r"\bto " + ABOUT + number("new") + _UNIT + _TIME + r",? (?:up |down )?from " + ABOUT + number("old")),
)
_BOTH = 2
"""Numbers that a sentence has whose change the next tells: its two levels."""
_UNTOLD = re.compile(
    r"\b(?:not|would|could|may (?:be|have|rise|fall|reach)|might|if|expected|forecast|target|capacity|per)\b"
)
_ANY = re.compile(r"[#%]\d+[#%]")
_PER = re.compile(r"\b(?:per|every|each|of) $")
"""Words by which a level is none that was reached, or is one of something else."""
_REACH = 70
"""Characters before the levels in which the verb of the change stands."""
_CHANGED = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<times>{_TIMES_WORD}))\b")
_BREAK = re.compile(r"[;.]|, (?:while|and|but|with)\b|\b(?:not|would|could|(?<!\bin )(?<!\bsince )may|might|if)\b")
_MORE = r"(?:increase|rise|jump|growth|gain|surge|spike|hike|leap|up)"
_LESS = r"(?:drop|fall|decline|decrease|reduction|loss|dip|slump|cut|down)"
_FIGURE = ABOUT + rf"(?:{percent('share')}|{number('amount')})"
_BY_BEFORE = re.compile(rf"(?:[^#%;.]{{0,12}}?|[^#%;.]{{0,45}}? by ){_FIGURE}[^#%;.]{{0,30}}?,?\s?$")
_BY_NOUN = re.compile(rf"{percent('share')}(?P<amount>(?!))? (?:[\w'-]+ )?$")
"""The amount before the noun of a change: "a 20 percent increase"."""
_OPENS = r"[^#%;.]{0,40}?(?:,|\(|—|–| -) ?(?:or |that is,? |which is |meaning )?(?:an? )?"
_BY_AFTER = tuple(
    re.compile(words)
    for words in (
        rf"{_OPENS}(?:[\w'-]+ )?(?:{_MORE}|{_LESS})(?: of| by)? {_FIGURE}(?! of #)",
        rf"{_OPENS}{_FIGURE} (?:{_MORE}|{_LESS})\b",
        rf"(?: [^#%;.,]{{0,40}}?)?,? or (?:by )?{ABOUT}{percent('share')}(?P<amount>(?!))?(?= ?[,.;)]|$)",
    )
)
"""The amount behind the levels: "an increase of 50", "a 20 percent rise", "or 20 percent"."""
_LOOSE_BEFORE = re.compile(r"\b(?:less than|not quite|up to|as much as|(?:more|less) or) $")
_NEARLY = re.compile(r"\b(?:nearly|almost|close to) $")
_OVER = re.compile(r"\b(?:more than|over|at least|well over) $")
_ROUGHLY = re.compile(r"\b(?:about|roughly|around|approximately|some) $")
_SLACK = Fraction(4, 5)
"""What is nearly tripled, or roughly so, may have grown to four fifths of that."""
_AS_MANY = r"(?: as (?:many|much|high|large|big) as| the (?:number|figure|total|level) of)?"
_AGAINST = tuple(
    re.compile(words)
    for words in (
        rf"{number('new')}{_COUNTED},? (?:(?:which|that) (?:is|was) |and )?(?P<way>up|down) (?:by )?(?:{_FIGURE} )?"
        rf"(?:from|on) (?:the )?{ABOUT}{number('old')}",
        rf"{number('new')}{_COUNTED},? (?:(?:as )?compared (?:with|to)|against|versus|after|from) (?:the )?{ABOUT}"
        rf"{number('old')}{_COUNTED}(?:,|\(|—|–| -) ?(?:or |that is,? |which is )?(?:an? )?"
        rf"(?P<way>{_MORE}|{_LESS})(?: of| by)? {_FIGURE}",
        rf"{number('new')}{_COUNTED}, {_FIGURE} (?P<way>more|higher|fewer|less|lower) than (?:in )?(?:the )?{number('old')}",
        rf"{number('new')}{_COUNTED}, (?P<way>more|fewer|less)(?P<share>(?!))?(?P<amount>(?!))? than the {number('old')}",
        rf"\b(?:from|after) {ABOUT}{number('old')}{_COUNTED}, [^#%;.,{NEXT}]{{3,40}}? "
        rf"(?P<way>{_UP}|{_DOWN})(?: by)?(?: {_FIGURE})?,? to {ABOUT}{number('new')}(?!\s?%)",
    )
)
"""A later level told beside the earlier one: "270 thefts, down from 180", "compared with 180, a rise of 90"."""
_MULTIPLE = re.compile(
    rf"{number('new')}{_COUNTED}, (?P<loose>[a-z ]{{0,12}}?)\b(?P<times>twice|double|triple|half|(?:three|four|five|six|ten) times){_AS_MANY} the {number('old')}"
)
_MULTIPLES = {
    "twice": "doubl",
    "double": "doubl",
    "triple": "tripl",
    "half": "halv",
    "three": "tripl",
    "four": "quadrupl",
}
_TAKES_UP = re.compile(
    rf" {NEXT} (?:that|this|it) (?:is|was|means|meant|represents|represented|marks|marked|amounts to|amounted to) an? "
    rf"(?:[\w'-]+ )?(?:(?:{_MORE}|{_LESS})(?: of| by)? {_FIGURE}(?! of #)"
    rf"|(?P<before>[#%]\d+[#%]) (?:{_MORE}|{_LESS})\b)"
)
"""How a sentence opens that gives the change between the levels of the one before."""
_EARLIER = re.compile(
    rf" {NEXT} (?:(?:a|one|the) (?:year|month|week|decade) (?:ago|earlier|before)|last (?:year|month|week)),? "
    r"[a-z ]{0,30}#\d+#"
)  # fmt: skip
_FALLS = re.compile(rf"(?:{_DOWN}|{_LESS}|fewer|less|lower)")


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
    sentences: Sequence[Sentence], pairs: Sequence[Sentence], statements: Mapping[str, Statement]
) -> tuple[list[Finding], frozenset[str], int]:
    """Changes that do not match the levels that they lead from and to.

    Returns:
        The findings, the statements that were compared, and how many comparisons ran.
    """
    findings: list[Finding] = []
    compared: set[str] = set()
    checked = 0
    told = [(sentence, change) for sentence in sentences for change in _list_changes(sentence)]
    told += [(pair, change) for pair in pairs if (change := _find_taken_up(pair)) is not None]
    told += [(pair, change) for pair in pairs for change in _list_earlier(pair)]
    for sentence, change in told:
        checked += 1
        members = (change.old, change.new, *((change.amount,) if change.amount else ()))
        compared.update(one.id for one in members if one.id)
        finding = _check_way(change, sentence, statements) or _check_size(change, sentence, statements)
        if finding is not None:
            findings.append(finding)
    return findings, frozenset(compared), checked


def _list_changes(sentence: Sentence) -> Iterator[_Change]:
    seen: set[tuple[Said, Said]] = set()
    for change in (*_list_between(sentence), *_list_against(sentence), *_list_multiples(sentence)):
        if (change.old, change.new) not in seen:
            seen.add((change.old, change.new))
            yield change
    if not seen and (roles := find_roles(sentence)) is not None:
        yield from _take_roles(roles, sentence)


def _take_roles(roles: Roles, sentence: Sentence) -> Iterator[_Change]:
    """The change whose levels and amount the words around each number tell."""
    if roles.is_rise is not None:
        way: _Way = "up" if roles.is_rise else "down"
        yield _Change(roles.old, roles.new, way, roles.verb, roles.amount, None)
        return
    first = roles.verb.split()[0]
    stem = _MULTIPLES.get(first) or next((stem for stem in _TIMES if first.startswith(stem)), None)
    reach = _reach_fold(_FOLDS[f"{first}fold"]) if stem is None else _TIMES[stem]
    if (times := _loosen(reach, sentence.masked[: roles.start])) is not None:
        yield _Change(roles.old, roles.new, None, roles.verb, None, times)


def _list_between(sentence: Sentence) -> Iterator[_Change]:
    """The changes that a verb leads from one level to another."""
    for match in (match for pattern in _LEVELS for match in pattern.finditer(sentence.masked)):
        before = sentence.masked[max(0, match.start() - _REACH) : match.start()]
        verbs = list(_CHANGED.finditer(before))
        if not verbs or _BREAK.search(before, verbs[-1].end()):
            continue
        verb = _find_verb(verbs, before)
        amount = _find_amount(sentence, before, verb, match.end())
        way: _Way | None = "up" if verb["up"] else "down" if verb["down"] else None
        yield _Change(
            sentence.at(match, "old"), sentence.at(match, "new"), way, verb.group(), amount, _find_times(verb, before)
        )


def _list_against(sentence: Sentence) -> Iterator[_Change]:
    """The changes told of a level beside which an earlier one stands."""
    for match in (match for pattern in _AGAINST for match in pattern.finditer(sentence.masked)):
        old, new = sentence.at(match, "old"), sentence.at(match, "new")
        if _UNTOLD.search(match.group()) or _PER.search(sentence.masked, 0, match.start("new")):
            continue
        if _ANY.search(sentence.masked, 0, min(match.start("new"), match.start("old"))):
            continue  # "270 people in 12 villages, up from 180": which of them was 180 is not said
        name = "share" if match["share"] else "amount" if match["amount"] else None
        amount = _find_behind(sentence, match.end()) if name is None else sentence.at(match, name)
        way: _Way = "down" if _FALLS.fullmatch(match["way"]) else "up"
        yield _Change(old, new, way, match["way"], amount, None)


def _list_multiples(sentence: Sentence) -> Iterator[_Change]:
    for match in _MULTIPLE.finditer(sentence.masked):
        new = sentence.at(match, "new")
        word = match["times"].split()[0]
        reach = _TIMES[_MULTIPLES[word]] if word in _MULTIPLES else _reach_fold(_FOLDS[f"{word}fold"])
        times = _loosen(reach, match["loose"])
        if times is not None and not _ANY.search(sentence.masked, 0, match.start("new")):
            yield _Change(sentence.at(match, "old"), new, None, match["times"], None, times)


def _find_taken_up(pair: Sentence) -> _Change | None:
    """The change that a sentence tells of the two levels in the one before; None where it has other numbers."""
    match = _TAKES_UP.search(pair.masked)
    if match is None:
        return None
    first = pair._replace(masked=pair.masked[: match.start()])
    changes = list(_list_between(first))
    if len(changes) != 1 or changes[0].amount is not None or len(_ANY.findall(first.masked)) != _BOTH:
        return None
    name = next(name for name in ("share", "amount", "before") if match[name])
    return changes[0]._replace(amount=pair.at(match, name))


def _list_earlier(pair: Sentence) -> Iterator[_Change]:
    """The change to the level of a sentence from the one that the next opens with: "A year ago there were 90"."""
    if _EARLIER.search(pair.masked) and (roles := find_roles(pair)) is not None:
        yield from _take_roles(roles, pair)


def _find_verb(verbs: list[re.Match[str]], before: str) -> re.Match[str]:
    """The last verb of change, but the one before where "up" or "down" only ends it."""
    last = verbs[-1]
    if last.group() in ("up", "down") and len(verbs) > 1 and not before[verbs[-2].end() : last.start()].strip():
        return verbs[-2]
    return last


def _find_amount(sentence: Sentence, before: str, verb: re.Match[str], end: int) -> Said | None:
    match = _BY_BEFORE.match(before, verb.end()) or _BY_NOUN.search(before, 0, verb.start())
    if match is None:
        return _find_behind(sentence, end)
    return sentence.at(match, "share" if match["share"] else "amount")


def _find_behind(sentence: Sentence, end: int) -> Said | None:
    match = next((match for pattern in _BY_AFTER if (match := pattern.match(sentence.masked, end))), None)
    return None if match is None else sentence.at(match, "share" if match["share"] else "amount")


def _find_times(verb: re.Match[str], before: str) -> Reach | None:
    word = verb["times"]
    if word is None:
        return None
    if (fold := _FOLDS.get(word)) is not None:
        return _loosen(_reach_fold(fold), before[: verb.start()])
    return _loosen(next(reach for stem, reach in _TIMES.items() if word.startswith(stem)), before[: verb.start()])


def _reach_fold(fold: int) -> tuple[Fraction, Fraction]:
    return fold * Fraction(9, 10), fold * Fraction(9, 8)


def _loosen(times: tuple[Fraction, Fraction], before: str) -> Reach | None:
    """How often at least and at most, by the words before; None where they leave it open."""
    low, high = times
    if _LOOSE_BEFORE.search(before):
        return None
    if _OVER.search(before):
        return Reach(low, None) if low > 1 else Reach(None, high)
    if _NEARLY.search(before) or _ROUGHLY.search(before):
        return Reach(low * _SLACK, high) if low > 1 else Reach(low, high / _SLACK)
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
