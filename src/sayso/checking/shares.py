"""Percentages against the counts that words set beside them: "40 of the 80 houses, or 70 percent"."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from sayso.checking.bounds import Reach
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
from sayso.model import Finding, Statement

_OF = r" (?:out )?of (?:the |its |their |all |those |these |a total of |some |an estimated )*" + ABOUT
_AMONG = (
    r"\b(?:of|among|amongst|from among|from(?= a total of )) (?:the |its |their |all |those |these |a total of |some )*"
    + ABOUT
)
_GAP = rf"[^#%;.:(){NEXT}]{{0,70}}?"
_SAYS = (
    r"(?:,? (?:that|which|this) (?:is|was|means|meant|makes|made|represents|represented|equals|amounts to),? |,? ie,? |"
    r",? (?:equal|equivalent|amounting|corresponding) to |,? (?:representing|meaning|making up|accounting for|giving) )"
)
"""What says outright that the percentage is that of the counts."""
_EQUALS = (
    rf"(?:,? \(|,? or |{_SAYS}| ?[—–-] ?|, )(?:an? (?:[\w-]+ ){{0,2}}(?:share|rate|proportion|turnout|majority) of )?"
    + ABOUT
)
_STOP = r"(?= ?(?:[,.;)—–-]|of (?:the (?:total|whole)|them|all)\b|$))"
_MAKES = (
    r" (?:(?:make|makes|made|making) up|represent(?:s|ed|ing)?|account(?:s|ed|ing)? for|constitut(?:es?|ed|ing)|"
    r"amount(?:s|ed|ing)? to|(?:is|are|was|were) (?:equal|equivalent) to) "
)
_COLLECTIVE = (
    r"(?:workforce|staff|payroll|headcount|electorate|membership|fleet|parliament|assembly|house|chamber|seats|vote|"
    r"total|whole|herd|sample|class|entire [a-z]+)"
)
"""What all of the whole is called once more: "30 of its 90 jobs, 33 percent of the workforce"."""
_OF_ALL = rf"(?:(?= ?(?:[,.;)—–-]|$))| of (?:the (?:total|whole)|them|all|(?:(?:the|its|their) )?{_COLLECTIVE})\b)"
_ALL_TOLD = r"(?: in all| in total| altogether| all told| of them|(?: (?P=noun)))?"
_OR = r"(?:,? ?\(|,? or |, that is,? |,? ie,? | ?[—–-] |, )"
_CLOSES = r"(?= ?[,.;)—–-]|$| (?:were|are|was|is|had|have|has)\b)"
_PATTERNS = tuple(
    re.compile(words)
    for words in (
        number("part") + _OF + number("whole") + _GAP + _EQUALS + percent("share") + _STOP,
        number("part") + _OF + number("whole") + _GAP + rf"(?:, |{_EQUALS})" + percent("share") + _OF_ALL,
        number("part") + r" (?:of|among|out of) (?:the |its |all )?" + number("whole") + _GAP + _MAKES + ABOUT
        + percent("share") + _OF_ALL,
        _AMONG + number("whole") + r" (?:[\w'-]+ )*?(?P<noun>[a-z]{3,})" + _GAP + r",? " + ABOUT + percent("share")
        + r", " + ABOUT + number("part") + _ALL_TOLD + r",",
        percent("share") + _OF + number("whole") + r" (?:[\w'-]+ )*?(?P<noun>[a-z]{3,})" + _GAP + r",? (?:or )?" + ABOUT
        + number("part") + _ALL_TOLD + r",",
        number("part") + _OF + number("whole") + _GAP + _SAYS + ABOUT + percent("share") + r"(?! of\b)",
        _AMONG + number("whole") + _GAP + number("part") + r"(?: [\w'-]+){0,3}" + _EQUALS + percent("share") + _STOP,
        _AMONG + number("whole") + _GAP + r",? " + ABOUT + percent("share") + _OR + ABOUT + number("part") + _CLOSES,
        number("part") + _GAP + rf"(?:{_OR}|{_SAYS}|{_MAKES})" + ABOUT + percent("share") + _OF + number("whole"),
        number("part") + _OR + ABOUT + percent("share") + r"[),]?" + _OF + number("whole"),
        percent("share") + _OR + ABOUT + number("part") + r"[),]?" + _OF + number("whole"),
        percent("share") + _OF + number("whole") + _GAP + rf"(?:,? ?\(|,? or |{_SAYS}| [—–-] (?=#\d+# [—–-]))" + ABOUT
        + number("part") + r"(?! (?:of|in|at|on|from)\b)",
        percent("share") + rf"(?: of [^#%;.:(),{NEXT}]{{2,50}}?)?" + _OR + ABOUT + number("part") + _OF
        + number("whole") + r"(?= ?[,.)—–-]|$)",
        number("part") + r"(?: [\w'-]+){1,5} out of " + ABOUT + number("whole") + _GAP + _EQUALS + percent("share")
        + _STOP,
    )
)  # fmt: skip
"""A part, its whole and the percentage, in the orders in which sentences name them."""
_TAKES_UP = re.compile(
    rf" {NEXT} (?:that|this|it) (?:is|was|means|meant|represents|represented|equals|equalled|amounts to|amounted to) "
    + ABOUT + percent("share") + r"(?! of (?!the (?:total|whole)|them|all))"
)  # fmt: skip
"""How a sentence opens that gives the percentage of the counts in the one before."""
_COUNTS = (
    re.compile(number("part") + _OF + number("whole")),
    re.compile(_AMONG + number("whole") + _GAP + r"(?:, | )" + ABOUT + number("part")),
)
_RATED = re.compile(
    r"\b(?P<rate>turnout|participation|[a-z]+ rate|(?:proportion|share) of [a-z]+) [^#%;.:()¶]{0,40}?" + ABOUT
    + percent("share") + r"(?: ?[:;—–]|,? (?:with|as|after|because|when)|,) " + ABOUT + number("part")
    + r"(?: [\w'-]+)?" + _OF + number("whole") + r"(?P<behind>[^#%;.:]{0,60})"
)  # fmt: skip
"""A share by its name and the counts behind it: "turnout was 40 percent, with 20 of the 50 voters"."""
_VOTERS = re.compile(r"\b(?:vot|ballot|elector|member|eligible|registered|entitled)")
_STATIONS = re.compile(r" (?:[\w'-]+ )?(?:stations|districts|precincts|cent(?:re|er)s|provinces|states|counties)\b")
_ANY = re.compile(r"#\d+#|%\d+%")
_PAIR = 2
"""The sentence before must have no numbers beside the two counts."""


def check_shares(
    sentences: Sequence[Sentence], pairs: Sequence[Sentence], statements: Mapping[str, Statement]
) -> tuple[list[Finding], int]:
    """Percentages that do not match the counts set beside them, and how many were compared."""
    findings, checked = [], 0
    for sentence in sentences:
        seen: set[Said] = set()
        told = [match for pattern in _PATTERNS for match in pattern.finditer(sentence.masked)]
        for match in [*told, *filter(_is_rated_by, _RATED.finditer(sentence.masked))]:
            part, whole, share = (sentence.at(match, name) for name in ("part", "whole", "share"))
            if share in seen or part.value > whole.value:
                continue
            seen.add(share)
            checked += 1
            if finding := _compare(part, whole, share, sentence, statements):
                findings.append(finding)
    for pair in pairs:
        if (taken_up := _TAKES_UP.search(pair.masked)) is None:
            continue
        before = pair.masked[: taken_up.start()]
        counts = next((found for pattern in _COUNTS if (found := pattern.search(before))), None)
        if counts is None or len(_ANY.findall(pair.masked, 0, taken_up.start())) > _PAIR:
            continue
        checked += 1
        part, whole, share = pair.at(counts, "part"), pair.at(counts, "whole"), pair.at(taken_up, "share")
        if part.value <= whole.value and (finding := _compare(part, whole, share, pair, statements)):
            findings.append(finding)
    return findings, checked


def _is_rated_by(match: re.Match[str]) -> bool:
    """Whether counts are those that a share's name speaks of: voters of a turnout, who passed of a pass rate."""
    word, behind = match["rate"].split()[0], match["behind"]
    if word in ("turnout", "participation"):
        return _VOTERS.search(behind) is not None and _STATIONS.match(behind) is None
    stem = match["rate"].split()[-1] if word in ("share", "proportion") else word
    return re.search(rf"\b{stem[:5]}", behind) is not None


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
