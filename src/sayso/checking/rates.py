"""Averages against their totals within one sentence: "300 in ten days, an average of 15 a day"."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from sayso.checking.bounds import Reach
from sayso.checking.passages import ABOUT, Claim, Said, Sentence, assume_written, compare, number
from sayso.checking.periods import count_periods, find_when
from sayso.model import Finding, Statement

_PERIODS = {"hour": "PT1H", "day": "P1D", "night": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y"}
_EACH = (
    r"(?:an average of|averaging|on average|at a rate of|, or|\bor|which is|that is|, i\.e\.|equal to|about|, some) "
    + ABOUT + number("each") + r"(?: [a-z'-]+){0,2}? (?:an?|per|every|each|every single) (?P<per>hour|day|night|week|month|year)\b"
)  # fmt: skip
_UNITS = r"(?P<per>hour|day|night|week|month|year)"
_RATES = (
    re.compile(_EACH),
    re.compile(number("each") + r"(?: [a-z'-]+){0,2}? (?:an?|per|every|each) " + _UNITS + r"\b"),
    re.compile(
        r"\b(?P<per>hourly|daily|nightly|weekly|monthly|yearly|annual) (?:average|mean|rate) (?:of|was|is|at|:) "
        + ABOUT
        + number("each")
    ),
)
"""An average beside its total; any number a day where the sentence says that it is one; and "a daily average of"."""
_AVERAGE = re.compile(r"\b(?:on average|averag(?:e|es|ed|ing)|mean)\b")
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annual": "year",
}
_LENGTH = re.compile(r"\b(?:in|over|within|during|for|across|throughout) (?:the |just |only |these |those |last |past |space of |span of |course of |first |matter of |period of )*" + number("length") + r" (?P<unit>hour|day|night|week|month|year)s\b")  # fmt: skip
_ALL = re.compile(r"\b(?:total|altogether|in all|overall|or|that is|which is|making|adding up)\b")
"""What a total has with it that stands after its average."""
_EDGE = Fraction(1)
"""A stretch told by its first and last day may leave one of them out, or take in one more."""
_MAX_BETWEEN = 120


def check_averages(sentences: Sequence[Sentence], statements: Mapping[str, Statement]) -> tuple[list[Finding], int]:
    """Averages that do not match the total and the length of time beside them, and how many were compared."""
    findings, checked = [], 0
    for sentence in sentences:
        for match in _find_rates(sentence):
            each, per = sentence.at(match, "each"), _ADVERBS.get(match["per"], match["per"])
            total = _find_total(sentence, match)
            periods = None if total is None else _count(sentence, total, statements, per)
            if total is None or periods is None:
                continue
            checked += 1
            if finding := _compare(total, each, (periods, per), sentence, statements):
                findings.append(finding)
    return findings, checked


def _find_rates(sentence: Sentence) -> list[re.Match[str]]:
    """The averages of a sentence, each number once."""
    beside, plain, named = _RATES
    patterns = (beside, plain, named) if _AVERAGE.search(sentence.masked) else (beside, named)
    found: dict[str, re.Match[str]] = {}
    for pattern in patterns:
        for match in pattern.finditer(sentence.masked):
            found.setdefault(match["each"], match)
    return list(found.values())


def _find_total(sentence: Sentence, rate: re.Match[str]) -> Said | None:
    """The one count before the average that a statement was made of; where there is none, that after it."""
    lengths = {sentence.at(match, "length") for match in _LENGTH.finditer(sentence.masked)}
    before = sentence.masked[max(0, rate.start() - _MAX_BETWEEN) : rate.start()]
    after = sentence.masked[rate.end() : rate.end() + _MAX_BETWEEN]
    for words in (before, after if _ALL.search(after) else ""):
        told = [sentence.numbers[int(place)] for place in re.findall(r"#(\d+)#", words)]
        counts = [one for one in told if one.id is not None and one not in lengths]
        if counts or ";" in words:
            return counts[0] if len(counts) == 1 and ";" not in words else None
    return None


def _count(sentence: Sentence, total: Said, statements: Mapping[str, Statement], per: str) -> Reach | None:
    """How many periods the total covers, by words or by its days."""
    lengths = list(_LENGTH.finditer(sentence.masked))
    if len(lengths) == 1:
        length, unit = sentence.at(lengths[0], "length"), lengths[0]["unit"]
        days = {"hour": Fraction(1, 24), "day": Fraction(1), "night": Fraction(1), "week": Fraction(7)}
        if unit == per:
            return Reach(length.value, length.value)
        if unit in days and per in days:
            periods = length.value * days[unit] / days[per]
            return Reach(periods, periods)
        return None
    interval = statements[total.id or ""].interval
    when = find_when(interval)
    if when is None or interval is None or interval.kind != "interval" or interval.as_written is None:
        return None
    periods_told = count_periods(when.outer, _PERIODS[per])
    if periods_told is None or when.outer.days <= 1 or periods_told <= _EDGE:
        return None
    edge = _EDGE / when.outer.days * periods_told
    return Reach(periods_told - edge, periods_told + edge)


def _compare(
    total: Said, each: Said, time: tuple[Reach, str], sentence: Sentence, statements: Mapping[str, Statement]
) -> Finding | None:
    periods, per = time
    low, high = periods
    if low is None or high is None:
        return None
    for reading in ("reach", "written"):
        whole, single = getattr(total, reading), getattr(each, reading)
        if whole is None or single is None or single.low is None or single.high is None:
            continue
        slack = max(single.high - each.value, Fraction(1, 2))  # an average is rounded to whole ones
        made = Reach(max(Fraction(0), each.value - slack) * low, (each.value + slack) * high)
        assumptions = assume_written((total, each)) if reading == "written" else ()
        first = Claim(made, (each,), f"{each.words} a {per} over {float(high):g} {per}s", assumptions)
        second = Claim(whole, (total,), total.words)
        if finding := compare("rate_and_total", first, second, sentence, statements=statements):
            return finding
    return None
