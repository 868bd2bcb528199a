"""Percentages against their counts within one sentence: "40 of the 80 houses, or 70 percent"."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from sayso.checking.bounds import Reach
from sayso.checking.passages import ABOUT, Claim, Said, Sentence, assume_written, compare, number, percent
from sayso.model import Finding, Statement

_OF = r" (?:out )?of (?:the |its |their |all |those |these |a total of )*" + ABOUT
_GAP = r"[^#%;.:()]{0,70}?"
_EQUALS = r"(?:,? \(|,? or |, that is,? |, i\.e\.,? |, equal to | ?[—–-] ?|, )" + ABOUT
_STOP = r"(?= ?(?:[,.;)—–-]|of (?:the (?:total|whole)|them)\b|$))"
_PATTERNS = tuple(
    re.compile(words)
    for words in (
        number("part") + _OF + number("whole") + _GAP + _EQUALS + percent("share") + _STOP,
        r"\b(?:of|among) (?:the |its |their |all |those |these )*"
        + ABOUT + number("whole") + _GAP + number("part") + r"(?: [\w'-]+){0,3}" + _EQUALS + percent("share") + _STOP,
        number("part") + _GAP + r"(?:,? \(|, or |, that is,? |, )" + ABOUT + percent("share") + _OF + number("whole"),
        percent("share") + _OF + number("whole") + _GAP + r"(?:,? \(|, or |, that is,? |, i\.e\.,? )" + ABOUT
        + number("part"),
    )
)  # fmt: skip
"""A part, its whole and the percentage, in the orders in which sentences name them."""


def check_shares(sentences: Sequence[Sentence], statements: Mapping[str, Statement]) -> tuple[list[Finding], int]:
    """Percentages that do not match the counts set beside them, and how many were compared."""
    findings, checked = [], 0
    for sentence in sentences:
        seen: set[Said] = set()
        for match in (match for pattern in _PATTERNS for match in pattern.finditer(sentence.masked)):
            part, whole, share = (sentence.at(match, name) for name in ("part", "whole", "share"))
            if share in seen or part.value > whole.value:
                continue
            seen.add(share)
            checked += 1
            if finding := _compare(part, whole, share, sentence, statements):
                findings.append(finding)
    return findings, checked


def _compare(
    part: Said, whole: Said, share: Said, sentence: Sentence, statements: Mapping[str, Statement]
) -> Finding | None:
    words = f"{part.words} of {whole.words}"
    for reading in ("reach", "written"):
        reaches = [getattr(one, reading) for one in (part, whole, share)]
        if any(reach is None or reach.low is None or reach.high is None for reach in reaches):
            continue
        ratio = _divide(reaches[0], reaches[1])
        if ratio is None:
            continue
        assumptions = assume_written((part, whole, share)) if reading == "written" else ()
        counts = Claim(ratio, (part, whole), words, assumptions)
        finding = compare(
            "share_and_counts", counts, Claim(reaches[2], (share,), share.words), sentence, statements=statements
        )
        if finding is not None:
            return finding
    return None


def _divide(part: Reach, whole: Reach) -> Reach | None:
    if part.low is None or part.high is None or not whole.low or whole.high is None:
        return None
    return Reach(part.low / whole.high, min(Fraction(1), part.high / whole.low))
