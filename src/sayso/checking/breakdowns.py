"""Parts and wholes as sentences word them: a part that is larger than its whole, parts that do not add up to it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from sayso.checking.bounds import Reach
from sayso.checking.entries import is_further
from sayso.checking.passages import (
    ABOUT,
    NEXT,
    Claim,
    Said,
    Sentence,
    assume_written,
    compare,
    join_neighbours,
    number,
)
from sayso.model import Assumption, Finding, Statement

_THE = r"(?:the |its |their |his |her |all |those |these |an? (?:estimated |total of )?|some |about |roughly |approximately )*"
_NOUNS = r"(?: (?!and\b|but\b|while\b|who\b|which\b|that\b|or\b)[\w'’-]+){1,4}"
_GAP = rf"[^#%;:.(){NEXT}]{{0,50}}?"
_FAR = rf"[^#%;:.(){NEXT}]{{0,90}}?"
_PLAIN = r"(?: (?!and\b|but\b|while\b|wh[a-z]+\b|that\b|or\b)[\w'’-]+){1,8}"
_OPENS = r"(?:^|[.,;:—–-] |\b(?:in|at|near) [\w ]+ |\b(?:and|but|said|says|that) )"
_ARE = r"(?:were|are|was|had|have|has|being|remain|remained|went|died|survived|came|said|did|could|will)\b"
_WHOM = r"(?:them|whom|which|those|these)\b"
_VICTIMS = r"the (?:dead|victims|wounded|injured|killed|deceased|casualties|fatalities|survivors|detainees|missing)\b"
_INSIDE = (
    rf"(?:includ(?:ing|es?|ed)|which includ(?:es?|ed)|counting|among (?:them|whom|these)(?: (?:were|are))?|of {_WHOM})"
)
_PARTS = tuple(
    re.compile(words)
    for words in (
        number("part") + r" (?:out )?of " + _THE + ABOUT + number("whole"),
        _OPENS + r"(?:out of|of|among|amongst|from among|from(?= a total of )) " + _THE + ABOUT + number("whole") + rf"(?:{_NOUNS}{_FAR}, |{_PLAIN} )"
        + ABOUT + number("part") + rf"(?= {_ARE}|(?: [\w'’-]+){{0,2}} {_ARE})",
        _OPENS + r"(?:out )?of " + _THE + ABOUT + number("whole") + _NOUNS + _GAP + r", " + ABOUT + number("part"),
        r"\b(?:among|amongst) " + _THE + ABOUT + number("whole") + _PLAIN + r",? (?:there )?(?:were|are) " + ABOUT
        + number("part"),
        number("whole") + _NOUNS + _GAP + rf"(?:,? | ?\(| ?[—–-] ?){_INSIDE} " + ABOUT + number("part"),
    )
)  # fmt: skip
"""A part and its whole, in the orders in which sentences name them."""
_LOOSE_PARTS = tuple(
    re.compile(words)
    for words in (
        number("whole") + _NOUNS + _FAR + r"(?:,|;|,? and|,? but|,? with| ?[—–(-]) ?(?:of (?:these|them),? )?" + ABOUT
        + number("part") + rf"(?: [\w'-]+)? (?:of|among) (?:{_WHOM}|{_VICTIMS})",
        number("whole") + _NOUNS + _FAR + r"(?:,|;)? (?:and|but)? ?of (?:these|them|those),? " + ABOUT + number("part"),
        number("whole") + _NOUNS + _FAR + r", " + ABOUT + number("part") + r"(?: [\w'-]+)? (?:in|at|from|on) [\w' -]{2,30}? alone\b",
    )
)  # fmt: skip
"""The same where words further off are taken up: with another crowd between them, these may be meant."""
_ANAPHORA = tuple(
    re.compile(rf" {NEXT} " + words)
    for words in (
        rf"(?:of|among|amongst) (?:them|these|those|{_VICTIMS})(?: \w+)?,? (?:(?:were|are) )?" + ABOUT + number("part"),
        ABOUT + number("part") + rf"(?: [\w'-]+)? (?:of|among) (?:{_WHOM}|{_VICTIMS})",
        rf"(?:they|these|those|{_VICTIMS}|th(?:e|is|at) (?:figure|number|toll|total)|this|that) includ(?:es?|ed) " + ABOUT
        + number("part"),
    )
)  # fmt: skip
"""How a sentence opens that tells of a part of what the one before counted."""
_CROWD = re.compile(
    r"\b(?:police|people|civilians|troops|men|women|children|residents|crowds?|army|rebels|militants|"
    r"[a-z]{2,}(?:ers|ors|ists|ants|ents|ians|iers))\b"
)
"""Words for people whom "of them" may mean instead."""
_SPEAKER = re.compile(r"\b[a-z]+ (?:said|say|confirmed|reported|told|added|announced)\b")
_ITEM = r"(?: (?!and\b|or\b)[\w'’-]+){1,3}"
_LIST = (
    number("p0")
    + _ITEM
    + rf"(?:, {number('p1')}{_ITEM})?(?:, {number('p2')}{_ITEM})?(?:, {number('p3')}{_ITEM})?,? and {number('last')}"
    + _ITEM
)
_COMPLETE = r"(?:,? (?:made up of|comprising|comprised|comprises|consisting of|consisted of|composed of|split into)| ?:| (?:were|are)) "
_BREAKDOWN = re.compile(number("whole") + _NOUNS + _GAP + _COMPLETE + r"(?P<list>" + _LIST + r")(?= ?[,.;—–)-]|$)")
"""A whole and the list of what it is made up of."""
_OPEN = re.compile(r"\b(?:including|others?|mostly|mainly|among|least|more|another|rest|remaining|some)\b")
"""What says that a list is not all, or that it goes on."""
_LISTED = re.compile(r"#\d+#(?: [\w'’-]+){1,5},? (?:and|plus|as well as)(?: [\w-]+){0,2} $")
"""What makes a whole the end of a list: what follows may be part of all of it."""
_FEW = 2
_NAMING = 2
"""Words behind a number that name what it counts."""


class _Parts(NamedTuple):
    """A whole and what a sentence calls its parts."""

    whole: Said
    parts: tuple[Said, ...]


def check_breakdowns(sentences: Sequence[Sentence], statements: Mapping[str, Statement]) -> tuple[list[Finding], int]:
    """Parts larger than their whole and lists that do not add up to it, and how many were compared."""
    findings, checked = [], 0
    for sentence in sentences:
        for told in _list_parts(sentence, statements):
            checked += 1
            if finding := _check_part(told, sentence, statements):
                findings.append(finding)
        for told in _list_breakdowns(sentence):
            checked += 1
            if finding := _check_list(told, sentence, statements):
                findings.append(finding)
    for pair in join_neighbours(sentences):
        if (taken_up := _find_taken_up(pair, statements)) is not None:
            checked += 1
            if finding := _check_part(taken_up, pair, statements):
                findings.append(finding)
    return findings, checked


def _list_parts(sentence: Sentence, statements: Mapping[str, Statement]) -> Iterator[_Parts]:
    seen: set[tuple[Said, Said]] = set()
    near = [match for pattern in _PARTS for match in pattern.finditer(sentence.masked)]
    loose = [match for pattern in _LOOSE_PARTS for match in pattern.finditer(sentence.masked)]
    for match in [*near, *(match for match in loose if not _CROWD.search(_cut_between(sentence, match)))]:
        whole, part = sentence.at(match, "whole"), sentence.at(match, "part")
        is_listed = _LISTED.search(sentence.masked[: match.start("whole")]) is not None
        is_bare = part.id is None and not re.match(r" [a-z]", sentence.masked[match.end("part") :])
        if (whole, part) in seen or is_bare or is_listed or not _are_alike(whole, part, statements):
            continue
        seen.add((whole, part))
        yield _Parts(whole, (part,))


def _cut_between(sentence: Sentence, match: re.Match[str]) -> str:
    """The words between a whole and its part, without those that name the whole: "80 young skiers"."""
    words = sentence.masked[match.end("whole") : match.start("part")].split()
    return " ".join(words[_NAMING:])


def _find_taken_up(pair: Sentence, statements: Mapping[str, Statement]) -> _Parts | None:
    """The one count of a sentence and the part of it that the next opens with; None where it has several counts."""
    match = next((match for pattern in _ANAPHORA if (match := pattern.search(pair.masked))), None)
    if match is None:
        return None
    before = pair.masked[: match.start()]
    places = re.findall(r"#(\d+)#", before)
    if len(places) != 1:
        return None
    whole, part = pair.numbers[int(places[0])], pair.at(match, "part")
    ahead, behind = before.split(f"#{places[0]}#")
    others = " ".join([_SPEAKER.sub("", ahead), *behind.split()[_NAMING:]])
    is_further_whole = whole.id is not None and is_further(statements[whole.id])
    if _CROWD.search(others) or is_further_whole or not _are_alike(whole, part, statements):
        return None
    return _Parts(whole, (part,))


def _list_breakdowns(sentence: Sentence) -> Iterator[_Parts]:
    for match in _BREAKDOWN.finditer(sentence.masked):
        names = [name for name in ("p0", "p1", "p2", "p3", "last") if match[name] is not None]
        parts = tuple(sentence.at(match, name) for name in names)
        if len(parts) >= _FEW and not _OPEN.search(match["list"]):
            yield _Parts(sentence.at(match, "whole"), parts)


def _are_alike(whole: Said, part: Said, statements: Mapping[str, Statement]) -> bool:
    """Whether both count, and count in one unit as far as that is known; a bare number may be an age or a road."""
    told = [statements[one.id] for one in (whole, part) if one.id is not None]
    if whole.id is None:
        return False
    if any(one.aspect in ("share", "measurement", "rate", "other") or one.modality == "denied" for one in told):
        return False
    if part.id is not None and is_further(statements[part.id]):
        return False
    units = {one.quantity.unit for one in told if one.quantity.unit is not None}
    return len(units) <= 1 or (len(told) == 2 and _counts_people(told[0]) and _names_kind(told[1]))


def _counts_people(statement: Statement) -> bool:
    noun = "" if statement.counted is None else f"{statement.counted.lemma}s"
    return statement.quantity.unit == "person" or _CROWD.fullmatch(noun) is not None


def _names_kind(statement: Statement) -> bool:
    """Whether a figure counts people or what no unit is known for: "of 80 people, 30 were minors"."""
    unit, counted = statement.quantity.unit, statement.counted
    return unit == "person" or (counted is not None and unit == counted.lemma)


def _check_part(told: _Parts, sentence: Sentence, statements: Mapping[str, Statement]) -> Finding | None:
    (part,) = told.parts
    for reading in ("reach", "written"):
        whole, own = getattr(told.whole, reading), getattr(part, reading)
        if whole is None or own is None or own.low is None or whole.high is None:
            continue
        assumptions = assume_written((part, told.whole)) if reading == "written" else ()
        first = Claim(Reach(own.low, None), (part,), f"{part.words}", assumptions)
        second = Claim(Reach(None, whole.high), (told.whole,), f"a whole of {told.whole.words}")
        if finding := compare("parts_and_whole", first, second, sentence, statements=statements):
            return finding
    return None


def _check_list(told: _Parts, sentence: Sentence, statements: Mapping[str, Statement]) -> Finding | None:
    words = " + ".join(one.words for one in told.parts)
    complete = Assumption(key="parts_are_all", words=f"{words} are all parts, and none is in two of them")
    for reading in ("reach", "written"):
        whole, parts = getattr(told.whole, reading), [getattr(one, reading) for one in told.parts]
        if whole is None or any(one is None or one.low is None or one.high is None for one in parts):
            continue
        total = Reach(sum((one.low for one in parts), Fraction(0)), sum((one.high for one in parts), Fraction(0)))
        assumptions = assume_written((told.whole, *told.parts)) if reading == "written" else ()
        first = Claim(total, told.parts, words, (complete, *assumptions))
        second = Claim(whole, (told.whole,), told.whole.words)
        if finding := compare("parts_and_whole", first, second, sentence, statements=statements):
            return finding
    return None
