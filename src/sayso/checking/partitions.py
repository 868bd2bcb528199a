"""Lists of parts that a sentence says make up a whole, in whatever order it names them.

A list is two to five numbers one after another, with a few words behind each. What stands before or behind it must
say that it is all of a whole: a colon or dashes, "make up", "a total of", "the remaining", or parts that leave nothing
between them, as men and women do.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from sayso.checking.bounds import Reach
from sayso.checking.passages import ABOUT, NEXT, Claim, Said, Sentence, assume_written, compare, number
from sayso.model import Assumption, Finding, Statement

_WORD = r" (?!and\b|or\b|but\b|while\b)[\w'’-]+"
_ITEM = rf"(?:{_WORD}){{0,6}}"
_NOUN = rf"(?:{_WORD}){{1,4}}"
_GAP = rf"[^#%;:.(){NEXT}—–]{{0,60}}?"
_REST = r"(?:(?:the |an? )?(?:remaining|other|rest|remainder|balance)(?: of)?(?: the)? )?"
_LED = r"(?:another |a further )?" + ABOUT
_MORE = rf", (?:and )?{_LED}#\d+#{_ITEM}"
_LIST = rf"(?P<list>{_LED}#\d+#{_ITEM}(?:{_MORE}){{0,3}},? (?:and|while|with) {_REST}{_LED}#\d+#{_ITEM})"
_WHOLE = number("whole")
_CLOSES = r"(?= ?[,.;)—–-]|$)"
_COMPRISE = (
    r",? (?:(?:was |were |is |are )?(?:made up of|composed of|split into|divided into)|comprising|comprised|comprises|"
    r"consisting of|consisted of|consists? of)"
)
_COMPLETE = tuple(
    re.compile(words)
    for words in (
        _WHOLE + rf"(?:{_NOUN}{_GAP})?(?:{_COMPRISE}| ?:)(?: (?:were|are))? " + _LIST + _CLOSES,
        _WHOLE + rf"{_NOUN}{_GAP} (?:were|are) " + _LIST + _CLOSES,
        _WHOLE + rf"{_NOUN}{_GAP} ?\({_LIST}\)",
        _WHOLE + rf"{_NOUN}{_GAP} ?(?P<dash>[—–]| -) ?{_LIST} ?(?P=dash)",
        _LIST + r" (?:make|makes|made|making) up " + rf"(?:the |all |its |their )*{_WHOLE}",
        _LIST + r",? (?:for |making |or )?(?:an? (?:combined )?total of|totalling|in total|altogether|all told) "
        + _WHOLE,
        _LIST + rf",? (?:bringing|taking) the total to {_WHOLE}" + _CLOSES,
        _LIST + rf", {_WHOLE}{_NOUN}? (?:in all|in total|altogether|all told)\b",
    )
)  # fmt: skip
"""Wholes and lists that say that they are all of it."""
_OPEN_LIST = tuple(
    re.compile(words)
    for words in (
        rf"\b(?:of|among|out of) (?:the |all |its |their |these |those )*{ABOUT}{_WHOLE}{_NOUN}{_GAP}, {_LIST}",
        _WHOLE + rf"{_NOUN}{_GAP},? (?:of (?:which|whom|them|these) |with )?{_LIST}",
    )
)
"""Wholes with numbers behind them that are all parts of it where the words of the list say so."""
_ENDS_WITH_REST = re.compile(r"\b(?:and|while|with) (?:the |an? )?(?:remaining|other|rest|remainder|balance)\b")
_OPPOSITES = tuple(
    (re.compile(rf"#{one}"), re.compile(rf"#{other}"))
    for one, other in (
        (r"\d+#(?: [a-z]+)? (?:men|males?)\b", r"\d+#(?: [a-z]+)? (?:women|females?)\b"),
        (r"\d+#(?: [a-z]+)? boys\b", r"\d+#(?: [a-z]+)? girls\b"),
        (r"\d+#(?: [a-z]+)? adults\b", r"\d+#(?: [a-z]+)? (?:children|minors)\b"),
        (r"\d+#(?: are| were)? public\b", r"\d+#(?: are| were)? private\b"),
        (r"\d+#(?: [a-z]+){0,2} positive\b", r"\d+#(?: [a-z]+){0,2} negative\b"),
        (r"\d+#(?: are| were)? open\b", r"\d+#(?: are| were)? closed\b"),
        (r"\d+# (?:voted )?(?:in favou?r|for)\b", r"\d+# (?:voted )?against\b"),
        (r"\d+#(?: [a-z]+){0,2} at home\b", r"\d+#(?: [a-z]+){0,2} abroad\b"),
    )
)  # fmt: skip
"""Parts that leave nothing between them."""
_OPEN = re.compile(r"\b(?:including|others|mostly|mainly|among|least|more|another|further|some(?! #))\b")
"""What says that a list is not all, or that it goes on."""
_PLACE = re.compile(r"#(\d+)#")
_NOT_COUNTS = ("share", "measurement", "rate", "other", "change")
_FEW = 2


class Partition(NamedTuple):
    """A whole and what a sentence calls all its parts."""

    whole: Said
    parts: tuple[Said, ...]


def check_partitions(sentences: Sequence[Sentence], statements: Mapping[str, Statement]) -> tuple[list[Finding], int]:
    """Lists that do not add up to the whole that they make up, and how many were compared."""
    findings, checked = [], 0
    for sentence in sentences:
        for told in _list_partitions(sentence, statements):
            checked += 1
            if finding := _check(told, sentence, statements):
                findings.append(finding)
    return findings, checked


def _list_partitions(sentence: Sentence, statements: Mapping[str, Statement]) -> Iterator[Partition]:
    seen: set[Said] = set()
    words = sentence.masked
    told = [match for pattern in _COMPLETE for match in pattern.finditer(words)]
    told += [match for pattern in _OPEN_LIST for match in pattern.finditer(words) if _leaves_nothing(match["list"])]
    for match in told:
        whole = sentence.at(match, "whole")
        parts = tuple(sentence.numbers[int(place)] for place in _PLACE.findall(match["list"]))
        if whole in seen or len(parts) < _FEW or _OPEN.search(_ENDS_WITH_REST.sub(" ", match["list"])):
            continue
        if _is_listed(sentence, match) or not all(_may_count(one, statements) for one in (whole, *parts)):
            continue
        seen.add(whole)
        yield Partition(whole, parts)


def _leaves_nothing(words: str) -> bool:
    """Whether a list ends with the rest, or names two parts that leave nothing between them."""
    is_pair = any(one.search(words) and other.search(words) for one, other in _OPPOSITES)
    return _ENDS_WITH_REST.search(words) is not None or is_pair


def _is_listed(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a whole before its list ends a list of its own, all of which may be meant."""
    before = sentence.masked[: match.start("whole")]
    is_behind = match.start("whole") > match.start("list")
    return not is_behind and re.search(r"#\d+#[^#.;:]{0,50}(?:\band|,|\bplus) (?:\w+ ){0,2}$", before) is not None


def _may_count(said: Said, statements: Mapping[str, Statement]) -> bool:
    if said.id is None:
        return True
    statement = statements[said.id]
    return statement.aspect not in _NOT_COUNTS and statement.modality != "denied"


def _check(told: Partition, sentence: Sentence, statements: Mapping[str, Statement]) -> Finding | None:
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
