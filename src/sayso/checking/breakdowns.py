"""Parts and wholes as one sentence words them: a part that is larger than its whole, parts that do not add up to it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from sayso.checking.bounds import Reach
from sayso.checking.entries import is_further
from sayso.checking.passages import ABOUT, Claim, Said, Sentence, assume_written, compare, number
from sayso.model import Assumption, Finding, Statement

_THE = r"(?:the |its |their |all |those |these |an? (?:estimated |total of )?)*"
_NOUNS = r"(?: (?!and\b|but\b|while\b|who\b|which\b|that\b|or\b)[\w'’-]+){1,4}"
_GAP = r"[^#%;:.()]{0,50}?"
_PARTS = tuple(
    re.compile(words)
    for words in (
        number("part") + r" (?:out )?of " + _THE + ABOUT + number("whole"),
        r"(?:^|[.,;] |\bin [\w ]+ )(?:out )?of " + _THE + ABOUT + number("whole") + _NOUNS + _GAP + r", " + ABOUT + number("part"),
        r"\bamong " + _THE + number("whole") + _NOUNS + _GAP + r", " + ABOUT + number("part") + r" (?:were|are|had|was)\b",
        number("whole") + _NOUNS + _GAP + r",? (?:including|among them|of whom|of which|of them) " + ABOUT + number("part"),
        number("whole") + _NOUNS + _GAP + r", (?:at least )?" + number("part") + r"(?: [\w'-]+)? of (?:them|whom|which|those)\b",
    )
)  # fmt: skip
"""A part and its whole, in the orders in which sentences name them."""
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
    return findings, checked


def _list_parts(sentence: Sentence, statements: Mapping[str, Statement]) -> Iterator[_Parts]:
    seen: set[tuple[Said, Said]] = set()
    for match in (match for pattern in _PARTS for match in pattern.finditer(sentence.masked)):
        whole, part = sentence.at(match, "whole"), sentence.at(match, "part")
        is_listed = _LISTED.search(sentence.masked[: match.start("whole")]) is not None
        is_bare = part.id is None and not re.match(r" [a-z]", sentence.masked[match.end("part") :])
        if (whole, part) in seen or is_bare or is_listed or not _are_alike(whole, part, statements):
            continue
        seen.add((whole, part))
        yield _Parts(whole, (part,))


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
    return len(units) <= 1


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
