"""The numbers of one sentence with the words between them: for what a sentence says of its own figures."""

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import msgspec

from sayso.checking.bounds import Reach, find_grid, make_fraction, read_reach
from sayso.checking.explaining import make_finding
from sayso.checking.periods import Stretch
from sayso.checking.rows import Clash, Row
from sayso.checking.wording import MONTHS, find_speaker
from sayso.model import Assumption, Finding, FindingKind, Statement

_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w/]|[.,:]\d|-\d)(?:\s(?P<scale>thousand|million|billion)\b)?"
    r"(?P<percent>\s?%|\s(?:percent|per\scent|pct)\b)?"
)
_PERCENT = re.compile(r"%|\bper\s?cent\b|\bpct\b", re.IGNORECASE)
_FRACTION = re.compile(r"\b(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b", re.IGNORECASE)
_FRACTION_SLACK = Fraction(1, 20)
"""How far a fraction in words may be off: 30 percent and 38 percent are told as a third."""
_ABBREVIATED = re.compile(
    r"(?:(?<=\b[a-z])|(?<=\b(?:mr|ms|dr|st|lt|no))|(?<=\b(?:mrs|gen|col|gov|sen|rep|sgt)))\.(?=[a-z,]|\s[a-z#%])"
)
"""The dots of "N.C." and "Gen.", which end no clause."""
_MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_DATE = re.compile(rf"\s{_MONTH}\b")
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\.?\s$")
_LOOSE = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately|over|under|up to|below|above|more than|less than|"
    r"fewer than|at least|at most|close to|just)\s[$€£]?$",
    re.IGNORECASE,
)
"""Words before a number that no statement was made of, which make it no exact one."""
_COMPARED = re.compile(r"(?:more|fewer|less|higher|lower) than the \d", re.IGNORECASE)
"""Words that compare with a number already known, and set no bound: "20 more than the 90 of last year"."""
_PLACE = re.compile(r"([#%])(\d+)\1")
_SCALES = {None: 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_YEARS = range(1900, 2100)
_LONGEST = 40
"""Characters of a number with its percent sign; a longer row of digits is no count."""
_PLAIN = 1000
"""A count below a thousand is taken as it is written; one above may be rounded as far as its zeros go."""
_SMALL = 20
_COUNTABLE = 100
"""A whole number below twenty, and one below a hundred that ends in no zero, is exact where it is meant as written."""
_TENS = Fraction(3, 100)
"""How far a percentage of a whole ten may be off: 68 is told as 70."""
NEXT = "¶"
"""What stands between two sentences that are read together."""
_NEXT_GAP = 3
"""Characters between sentences that follow each other."""
HERE = Stretch(1, 2)
"""Figures of one sentence need no calendar."""
ABOUT = (
    r"(?:(?:about|around|some|roughly|nearly|almost|approximately|over|more than|at least|just|only|up to|as many as|"
    r"as few as|an estimated|a total of|under|less than|fewer than|well over) )?"
)
"""Words that a pattern lets stand before a number."""


class Said(NamedTuple):
    """A number of a sentence.

    Attributes:
        value: Its value; a percentage as a share.
        reach: The least and the most that its words allow; None where they are loose.
        written: The same taken as written; None where it may be rounded.
        words: As it stands in the sentence.
        id: The statement made of it; None where there is none.
        is_percent: Whether it is a percentage.
    """

    value: Fraction
    reach: Reach | None
    written: Reach | None
    words: str
    id: str | None
    is_percent: bool


class Sentence(NamedTuple):
    """A sentence with its numbers replaced by their places in a list: ``"#0#"`` a number, ``"%1%"`` a percentage.

    Attributes:
        masked: The words, in lower case.
        numbers: The numbers.
        statements: The statements of the sentence, in text order.
    """

    masked: str
    numbers: tuple[Said, ...]
    statements: tuple[Statement, ...]

    def at(self, match: re.Match[str], name: str) -> Said:
        """The number that a group of a pattern matched."""
        return self.numbers[int(match[name].strip("#%"))]


class Claim(NamedTuple):
    """What some numbers of a sentence make of something.

    Attributes:
        reach: The least and the most.
        numbers: The numbers that it rests on.
        words: How it comes about: ``"from 100 to 200"``.
        assumptions: What else it rests on.
    """

    reach: Reach
    numbers: tuple[Said, ...]
    words: str
    assumptions: tuple[Assumption, ...] = ()


def read_sentences(statements: Iterable[Statement]) -> list[Sentence]:
    """The sentences that statements stand in, in the order of the statements."""
    groups: dict[tuple[str, int, int], list[Statement]] = {}
    for statement in statements:
        passage = statement.passage
        groups.setdefault((statement.document_id, passage.start, passage.end), []).append(statement)
    return [_read_sentence(group) for group in groups.values()]


def join_neighbours(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Each two sentences that follow each other as one, with ``NEXT`` between them: for what "of these" takes up."""
    return [
        _join(first, second)
        for first, second in pairwise(sentences)
        if _follows(first.statements[0], second.statements[0])
    ]


def _follows(first: Statement, second: Statement) -> bool:
    gap = second.passage.start - first.passage.end
    return first.document_id == second.document_id and 0 <= gap <= _NEXT_GAP


def _join(first: Sentence, second: Sentence) -> Sentence:
    offset = len(first.numbers)
    shifted = _PLACE.sub(lambda match: f"{match[1]}{int(match[2]) + offset}{match[1]}", second.masked)
    words = f"{first.masked.rstrip('.')} {NEXT} {shifted}"
    return Sentence(words, first.numbers + second.numbers, first.statements + second.statements)


def number(name: str) -> str:
    """The pattern of a number that is no percentage, as a named group."""
    return rf"[$€£]?(?P<{name}>#\d+#)"


def percent(name: str) -> str:
    """The pattern of a percentage, as a named group."""
    return rf"(?P<{name}>%\d+%)"


def compare(
    kind: FindingKind, first: Claim, second: Claim, sentence: Sentence, *, statements: Mapping[str, Statement]
) -> Finding | None:
    """The finding that two claims of one sentence give when their reaches do not meet; None when they do.

    None too when no statement was made of any of their numbers: a finding is about statements.
    """
    ids = [tuple(dict.fromkeys(one.id for one in claim.numbers if one.id)) for claim in (first, second)]
    if not any(ids):
        return None
    ids = [own or ids[1 - place] for place, own in enumerate(ids)]
    claims = list(zip((first, second), ids, strict=True))
    for (lower, low_ids), (upper, high_ids) in (claims, claims[::-1]):
        low, high = lower.reach.low, upper.reach.high
        if low is not None and high is not None and low > high:
            least = Row("least", HERE, low, low_ids, lower.assumptions, lower.words)
            most = Row("most", HERE, high, high_ids, upper.assumptions, upper.words)
            finding = make_finding(kind, Clash((least,), (most,)), statements=statements, scope="")
            return msgspec.structs.replace(finding, sentence=_word(first, second, sentence, finding))
    return None


def assume_written(numbers: Sequence[Said]) -> tuple[Assumption, ...]:
    """The assumption that numbers are meant as written, where one of them may be rounded."""
    named = [one.words for one in numbers if one.reach != one.written]
    if not named:
        return ()
    words = f"{' and '.join(named)} {'is' if len(named) == 1 else 'are'} meant as written, not rounded"
    return (Assumption(key="not_rounded", words=words),)


def _word(first: Claim, second: Claim, sentence: Sentence, finding: Finding) -> str:
    speaker = find_speaker(sentence.statements[0]) or "the report"
    condition = " if " + " and ".join(one.words for one in finding.assumptions) if finding.assumptions else ""
    return f"{first.words} does not go with {second.words} ({speaker}){condition}."


def _read_sentence(statements: Sequence[Statement]) -> Sentence:
    passage = statements[0].passage
    text = passage.exact.replace("#", "_")
    found: list[tuple[int, int, Said]] = []
    taken: set[int] = set()
    for statement in statements:
        start, end = statement.figure.start - passage.start, statement.figure.end - passage.start
        found.append((start, end, _from_statement(statement)))
        taken.update(range(start, end))
    for match in _NUMBER.finditer(text):
        is_new = taken.isdisjoint(range(*match.span()))
        if is_new and match.end() - match.start() <= _LONGEST and not _is_date(text, match):
            found.append((match.start(), match.end(), _from_match(text, match)))
    found.sort(key=lambda one: one[:2])
    pieces, at = [], 0
    for place, (start, end, said) in enumerate(found):
        sign = "%" if said.is_percent else "#"
        pieces += [text[at:start].replace("%", "_"), f"{sign}{place}{sign}"]
        at = max(at, end)
    pieces.append(text[at:].replace("%", "_"))
    masked = _ABBREVIATED.sub("", " ".join("".join(pieces).lower().split()))
    return Sentence(masked, tuple(said for _, _, said in found), tuple(statements))


def _from_statement(statement: Statement) -> Said:
    quantity = statement.quantity
    best = next((value for value in (quantity.best, quantity.low, quantity.high) if value is not None), 0)
    value = make_fraction(best)
    is_fraction = 0 < value < 1 and statement.aspect != "measurement" and _FRACTION.search(quantity.as_written)
    is_percent = _PERCENT.search(quantity.as_written) is not None or bool(is_fraction)
    reach = read_reach(statement)
    words = " ".join(quantity.as_written.split())
    if is_fraction and quantity.bound in ("exact", "about"):
        slack = _FRACTION_SLACK * (1 if quantity.bound == "exact" else 2)
        reach = Reach(max(Fraction(0), value - slack), value + slack)
        return Said(value, reach, reach, words, statement.id, is_percent)
    if _COMPARED.match(words):
        half = find_grid(value) / 2
        reach = Reach(max(Fraction(0), value - half), value + half)
        return Said(value, reach, _as_written(value, is_percent=is_percent), words, statement.id, is_percent)
    is_exact = quantity.bound == "exact" and not statement.is_estimate
    written = _as_written(value, is_percent=is_percent) if is_exact and reach is not None else None
    return Said(value, reach, written, words, statement.id, is_percent)


def _from_match(text: str, match: re.Match[str]) -> Said:
    digits = re.match(r"[\d,.]+", match.group())
    assert digits is not None, "a number begins with a digit"
    is_percent = match["percent"] is not None
    value = Fraction(digits.group().replace(",", "")) * _SCALES[match["scale"]]
    value = value / 100 if is_percent else value
    words = " ".join(match.group().split())
    if _LOOSE.search(text, max(0, match.start() - 20), match.start()):
        return Said(value, None, None, words, None, is_percent)
    half = find_grid(value) / 2
    reach = Reach(max(Fraction(0), value - half), value + half)
    return Said(value, reach, _as_written(value, is_percent=is_percent), words, None, is_percent)


def _as_written(value: Fraction, *, is_percent: bool) -> Reach | None:
    """A number taken as written; None where it is so large and round that it is not likely to be meant so."""
    if is_percent:
        slack = _TENS if (value * 10).denominator == 1 else min(find_grid(value), Fraction(1, 100))
        return Reach(max(Fraction(0), value - slack), value + slack)
    grid = find_grid(value)
    if value >= _PLAIN and grid > 10:
        return None
    if value.denominator == 1 and (value < _SMALL or (value < _COUNTABLE and grid == 1)):
        return Reach(value, value)
    slack = min(grid, Fraction(1)) / 2
    return Reach(max(Fraction(0), value - slack), value + slack)


def _is_date(text: str, match: re.Match[str]) -> bool:
    digits = match.group()
    if digits.isdigit() and len(digits) == 4 and int(digits) in _YEARS:
        return True
    return bool(_DATE.match(text, match.end()) or _DATE_BEFORE.search(text, max(0, match.start() - 12), match.start()))
