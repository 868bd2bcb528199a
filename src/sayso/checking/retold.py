"""Sentences of one report that tell the same again with another figure, whether or not they say when it was."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from sayso.checking.bounds import make_fraction
from sayso.checking.entries import is_doer, is_further
from sayso.checking.explaining import make_finding
from sayso.checking.passages import HERE, Sentence
from sayso.checking.rows import Clash, Row
from sayso.model import Assumption, Finding, Statement

_ALIKE = 0.75
"""Share of words that two sentences have in common when one says the other again."""
_NEAR = 0.5
"""The same where another number agrees."""
_NEAR_FEW = 0.4
"""The share of the shorter one's words where two others agree: "two dead, two critical and 19 others hurt"."""
_MIN_WORDS = 5
_COUNTS = ("flow", "cumulative", "stock")
_SMALL = 100
"""A count below this is nobody's rounding."""
_LONGEST = 15
"""Digits of a count; a longer row of them is no count."""
_NUMBERED = re.compile(r"\s*(?:of|/)\s*\d")
"""What follows the number of a picture: "Image 4 of 10"."""
_MOVED = re.compile(
    r"\b(?:also|another|additional|further|more|other|separate\w*|elsewhere|meanwhile|earlier|later|previous\w*|"
    r"initial\w*|originally|updat\w+|revis\w+|correct\w+|rose|risen|raised?|climb\w+|up from|down from|now|still|"
    r"remain\w*)\b",
    re.IGNORECASE,
)
"""What tells that the figures are of two events, or of two times."""
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_FILLERS = frozenset(
    """a an the of in on at and or by to for from that with as was were is are be been had has have it its their his her
    who which they he she after""".split()
)
_NUMERALS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million""".split()
)
_SAME_THING = Assumption(key="same_thing", words="both tell of the same thing")


class _Telling(NamedTuple):
    """A sentence: its figures, its words, the names in it, and all its numbers."""

    statements: tuple[Statement, ...]
    words: frozenset[str]
    names: frozenset[str]
    numbers: tuple[Fraction, ...]


def check_retold(sentences: Sequence[Sentence]) -> tuple[list[Finding], int]:
    """Figures that differ between two sentences that are otherwise alike, and how many pairs of sentences were.

    Sentences that share another number need fewer words in common. What tells of another event, time, place or voice
    lets them be.

    Args:
        sentences: The sentences, in a fixed order.
    """
    tellings: dict[str, list[_Telling]] = {}
    for sentence in sentences:
        opening = sentence.statements[0]
        if not _MOVED.search(opening.passage.exact.replace("others", "")):
            tellings.setdefault(opening.document_id, []).append(_make_telling(sentence.statements))
    findings, checked = [], 0
    for told in tellings.values():
        for first, second in _iter_pairs(told):
            if not _is_told_again(first, second):
                continue
            checked += 1
            findings += [_make(one, other) for one, other in _pair_up(first, second) if _differ(one, other)]
    return findings, checked


def _iter_pairs(told: Sequence[_Telling]) -> Iterator[tuple[_Telling, _Telling]]:
    """The pairs of sentences that count a thing alike, in text order."""
    by_key: dict[tuple[object, ...], list[int]] = {}
    for number, telling in enumerate(told):
        for key in {key for one in telling.statements if (key := _find_key(one)) is not None}:
            by_key.setdefault(key, []).append(number)
    pairs = {pair for numbers in by_key.values() for pair in combinations(numbers, 2)}
    yield from ((told[first], told[second]) for first, second in sorted(pairs))


def _make_telling(statements: tuple[Statement, ...]) -> _Telling:
    text = statements[0].passage.exact
    words = {word.group().casefold() for word in _WORD.finditer(text)}
    names = set() if text.isupper() else {w.group().casefold() for w in _WORD.finditer(text) if _is_name(w)}
    values = [make_fraction(one.quantity.best) for one in statements if one.quantity.best is not None]
    spans = [(one.figure.start - one.passage.start, one.figure.end - one.passage.start) for one in statements]
    for match in _DIGITS.finditer(text):
        digits = match.group().replace(",", "")
        is_count = digits.isdigit() and len(digits) <= _LONGEST
        if is_count and not any(start <= match.start() < end for start, end in spans):
            values.append(Fraction(int(digits)))
    kept = frozenset(words - _FILLERS - _NUMERALS)
    return _Telling(statements, kept, frozenset(names) - _NUMERALS, tuple(sorted(values)))


def _is_name(word: re.Match[str]) -> bool:
    return word.start() > 0 and word.group()[0].isupper()


def _is_told_again(first: _Telling, second: _Telling) -> bool:
    """Whether two sentences are of one event, as far as words, names and the other numbers say."""
    if (first.names - second.words) and (second.names - first.words):
        return False
    shorter, longer = sorted((len(first.words), len(second.words)))
    shared, common = len(first.words & second.words), _count_common(first.numbers, second.numbers)
    if shorter < _MIN_WORDS:
        return False
    is_near = (common >= 1 and shared >= _NEAR * longer) or (common > 1 and shared >= _NEAR_FEW * shorter)
    return is_near or shared >= _ALIKE * longer


def _count_common(one: Sequence[Fraction], other: Sequence[Fraction]) -> int:
    left = list(other)
    for value in one:
        if value in left:
            left.remove(value)
    return len(other) - len(left)


def _pair_up(first: _Telling, second: _Telling) -> Iterator[tuple[Statement, Statement]]:
    """Figures of two sentences for one thing, where each sentence has only one for it."""
    for one in first.statements:
        key = _find_key(one)
        own = [each for each in first.statements if _find_key(each) == key]
        rivals = [each for each in second.statements if _find_key(each) == key]
        if key is not None and len(own) == len(rivals) == 1:
            yield one, rivals[0]


def _find_key(statement: Statement) -> tuple[object, ...] | None:
    event, counted, quantity = statement.event, statement.counted, statement.quantity
    if statement.aspect not in _COUNTS or quantity.bound != "exact" or quantity.best is None or event is None:
        return None
    after = statement.passage.exact[statement.figure.end - statement.passage.start :]
    is_count = statement.modality == "asserted" and 1 < quantity.best < _SMALL and quantity.best == int(quantity.best)
    if not is_count or _NUMBERED.match(after) or is_doer(statement) or (is_further(statement) and counted is None):
        return None
    return (statement.aspect, statement.measure or event.lemma, quantity.unit, counted.lemma if counted else "")


def _differ(one: Statement, other: Statement) -> bool:
    """Whether two figures are apart, and nothing says that their times, places or voices are others."""
    if one.quantity.best == other.quantity.best:
        return False
    places = [each.place.name if each.place is not None else None for each in (one, other)]
    times = [_find_own_time(each) for each in (one, other)]
    voices = [_find_voice(each) for each in (one, other)]
    return all(None in pair or pair[0] == pair[1] for pair in (places, times, voices))


def _find_own_time(statement: Statement) -> tuple[str | None, str | None] | None:
    interval, passage = statement.interval, statement.passage
    if interval is None or interval.span is None or not passage.start <= interval.span.start < passage.end:
        return None
    return interval.start, interval.end


def _find_voice(statement: Statement) -> str | None:
    named = [hop.agent for hop in statement.attribution.chains[0].hops[1:] if hop.agent]
    return named[-1].casefold() if named else None


def _make(one: Statement, other: Statement) -> Finding:
    small, large = sorted((one, other), key=lambda each: (each.quantity.best or 0, each.id))
    low, high = (Fraction(int(each.quantity.best or 0)) for each in (large, small))
    clash = Clash((Row("least", HERE, low, (large.id,), (_SAME_THING,)),), (Row("most", HERE, high, (small.id,)),))
    return make_finding("two_values", clash, statements={each.id: each for each in (one, other)}, scope="")
