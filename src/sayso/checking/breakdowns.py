"""Parts and wholes as sentences word them: a part that is larger than its whole."""

import re
from collections.abc import Iterator, Mapping, Sequence
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
    number,
)
from sayso.model import Finding, Statement

_THE = r"(?:the |(?:the |this |its )?[\w-]+['’]s? |its |their |his |her |all |those |these |an? (?:estimated |total of )?|some |about |roughly |approximately )*"
_NOUNS = r"(?: (?!and\b|but\b|while\b|who\b|which\b|that\b|or\b)[\w'’-]+){1,4}"
_GAP = rf"[^#%;:.(){NEXT}]{{0,50}}?"
_FAR = rf"[^#%;:.(){NEXT}]{{0,90}}?"
_PLAIN = r"(?: (?!and\b|but\b|while\b|wh[a-z]+\b|that\b|or\b)[\w'’-]+){1,8}"
_OPENS = r"(?:^|[.,;:—–-] |\b(?:in|at|near) [\w ]+ |\b(?:and|but|said|says|that) )"
_ARE = r"(?:were|are|was|had|have|has|being|remain|remained|went|died|survived|came|said|did|could|will)\b"
_WHOM = r"(?:them|whom|which|those|these)\b"
_VICTIMS = r"the (?:dead|victims|wounded|injured|killed|deceased|casualties|fatalities|survivors|detainees|missing)\b"
_INSIDE = rf"(?:(?:and )?includ(?:ing|es?|ed)|which includ(?:es?|ed)|counting|among (?:them|whom|these)(?: (?:were|are))?|of {_WHOM})"
_PARTS = tuple(
    re.compile(words)
    for words in (
        number("part") + r" (?:out )?of " + _THE + ABOUT + number("whole"),
        _OPENS + r"(?:out of|of|among|amongst|from among|from(?= a total of )) " + _THE + ABOUT + number("whole") + rf"(?:{_NOUNS}{_FAR}, |{_PLAIN} )"
        + ABOUT + number("part") + rf"(?= {_ARE}|(?: [\w'’-]+){{0,2}} {_ARE})",
        _OPENS + r"(?:out )?of " + _THE + ABOUT + number("whole") + _NOUNS + _GAP + r", " + ABOUT + number("part"),
        r"\b(?:among|amongst) " + _THE + ABOUT + number("whole") + _PLAIN + r",? (?:there )?(?:were|are) " + ABOUT
        + number("part"),
        number("whole") + _NOUNS + _GAP + rf"(?:[,;]? | ?\(| ?[—–-] ?){_INSIDE} " + ABOUT + number("part"),
    )
)  # fmt: skip
"""A part and its whole, in the orders in which sentences name them."""
_LOOSE_PARTS = tuple(
    re.compile(words)
    for words in (
        number("whole") + _NOUNS + _FAR + r"(?:,|;|,? and|,? but|,? with| ?[—–(-]) ?(?:[\w'’-]+ ){0,3}?" + ABOUT
        + number("part") + rf"(?: [\w'-]+)? (?:of|among) (?:{_WHOM}|{_VICTIMS})",
        number("whole") + _NOUNS + _FAR + r"(?:,|;)? (?:and|but)? ?of (?:these|them|those),? " + ABOUT + number("part"),
        number("whole") + _NOUNS + _FAR + r", " + ABOUT + number("part") + r"(?: [\w'-]+)? (?:in|at|from|on) [\w' -]{2,30}? alone\b",
    )
)  # fmt: skip
"""The same where words further off are taken up: with another crowd between them, these may be meant."""
_NAMED = re.compile(
    number("whole") + _NOUNS + _FAR + r"(?:,|;|,? and|,? but|,? with|,? while| ?[—–(-]) ?(?:[\w'’-]+ ){0,4}?" + ABOUT
    + number("part") + r"(?: [\w'-]+)? of (?:the|those|these) (?:[\w'’-]+ )?(?P<noun>[a-z]{5,})\b"
)  # fmt: skip
"""A part of what the words around the whole name once more: "20 prisoners escaped and 8 of the escapees"."""
_STEM = 5
"""First letters by which a noun takes up a word: "escaped", "escapees"."""
_OUTCOMES = re.compile(r"(?:deaths|layoffs|arrests|losses|casualties|injuries|killings|firings|total)\b")
"""Nouns for what happened to those counted, whatever verb told it."""
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
_LISTED = re.compile(r"#\d+#(?: [\w'’-]+){1,5},? (?:and|plus|as well as)(?: [\w-]+){0,2} $")
"""What makes a whole the end of a list: what follows may be part of all of it."""
_NAMING = 2
"""Words behind a number that name what it counts."""


class _Parts(NamedTuple):
    """A whole and what a sentence calls its parts."""

    whole: Said
    parts: tuple[Said, ...]


def check_breakdowns(
    sentences: Sequence[Sentence], pairs: Sequence[Sentence], statements: Mapping[str, Statement]
) -> tuple[list[Finding], int]:
    """Parts larger than their whole, and how many were compared."""
    findings, checked = [], 0
    for sentence in sentences:
        for told in _list_parts(sentence, statements):
            checked += 1
            if finding := _check_part(told, sentence, statements):
                findings.append(finding)
    for pair in pairs:
        if (taken_up := _find_taken_up(pair, statements)) is not None:
            checked += 1
            if finding := _check_part(taken_up, pair, statements):
                findings.append(finding)
    return findings, checked


def _list_parts(sentence: Sentence, statements: Mapping[str, Statement]) -> Iterator[_Parts]:
    seen: set[tuple[Said, Said]] = set()
    near = [match for pattern in _PARTS for match in pattern.finditer(sentence.masked)]
    loose = [match for pattern in _LOOSE_PARTS for match in pattern.finditer(sentence.masked)]
    loose = [match for match in loose if not _CROWD.search(_cut_between(sentence, match))]
    named = [match for match in _NAMED.finditer(sentence.masked) if _takes_up(sentence, match)]
    for match in [*near, *loose, *named]:
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


def _takes_up(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the noun behind a part names what the whole counts, or what befell it; no other count stands before."""
    if "#" in sentence.masked[: match.start("whole")]:
        return False
    if _OUTCOMES.match(match["noun"]):
        return True
    words = re.findall(r"[a-z]+", sentence.masked[: match.start("part")])
    return any(word[:_STEM] == match["noun"][:_STEM] for word in words)


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
