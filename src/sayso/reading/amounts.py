"""Amounts: every number of a short text, ranks, scores, ratings and years among them, with the words around it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from sayso.model import Amount, AmountKind, Bound, Interval, Quantity, make_span
from sayso.reading.bounds import find_bound
from sayso.reading.lemmas import noun_lemma, verb_lemma
from sayso.reading.numbers import Numeral, find_numerals
from sayso.reading.periods import Period, find_periods
from sayso.reading.quantities import make_quantity
from sayso.reading.units import find_sign_before, find_unit_after

_RATING = re.compile(
    r"(?<![\d/.,])(?P<value>\d{1,3}(?:\.\d+)?)\s?(?:/|out\s+of)\s?(?P<whole>4|5|6|10|20|100)(?![\d/]|[.,]\d)",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![\d,.$€£–-])(?P<one>\d{1,3})\s?[-–—]\s?(?P<other>\d{1,3})(?![\d,]*\d|\s?[%/]|[-–]\d)")
_ORDINALS = {
    word: rank
    for rank, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_RANK = re.compile(
    rf"(?<![\w.,])(?:(?P<digits>\d{{1,4}})\s?(?:st|nd|rd|th)|(?:\b[Nn]umber|\bNo\.?|#)\s?(?P<number>\d{{1,3}})(?![\d,.]*\d)"
    rf"|(?P<word>{'|'.join(_ORDINALS)}))(?![\w])",
    re.IGNORECASE,
)
_SEASON = re.compile(r"(?<!\d)[12]\d{3}\s?[–/-]\s?\d{2}(?!\d)")
"""As in "the 2019-20 season": no two numbers."""
_NAME = re.compile(
    r"(?<=[a-z,’'] )(?!(?:In|By|On|At|Of|To|And|The|About|Over|Under|Around|From|For|Rs|With|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|USD|EUR|GBP|INR)\b)[A-Z]\w+\s\d{1,4}(?![\d.,%]*[\d%]|\s?[-–—/]\s?\d|\s?(?:%|[mb]illion|thousand|crore|lakh))"
)
"""As in "her PlayStation 4": the number of a name."""
_ONE_OF = re.compile(r"\s+(?:of|another|who|that|to)\b", re.IGNORECASE)
_TIMES = re.compile(r"\b(?P<word>once|twice|thrice)\b(?!\s+(?:he|she|it|they|the|again)\b)", re.IGNORECASE)
_OFTEN = {"once": 1, "twice": 2, "thrice": 3}
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_CLAUSE_END = re.compile(r"[;:()\[\]]|[.!?](?=\s|$)|,(?=\s)|\s(?:but|while|whereas)\s", re.IGNORECASE)
_SMALL = frozenset(
    """a an the of to in on at by for from with as and or but than that this these those who whose it its he she they them their his her
    be have do not no more less fewer over under above below least most about around approximately nearly almost up only just also then there so
    exactly some s where when while during since until till after before between into per each other another any all both will would
    can could may might must shall should very much many few""".split()
)
"""Words that say nothing about what a number is about."""
_HAS_DIGIT = re.compile(r"\d")
_MAX_WORDS = 9
_KINDS: dict[str, AmountKind] = {"money": "money", "physical": "measure", "time": "length"}
_AGE_BEHIND = re.compile(r"[\s-]+years?[\s-]+(?:olds?|of[\s-]+age)\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\baged?\s+(?:of\s+|over\s+|under\s+|about\s+|between\s+)?$", re.IGNORECASE)


class _Found(NamedTuple):
    """A number before the words around it are looked at."""

    start: int
    end: int
    kind: AmountKind
    quantity: Quantity
    other: int | float | None = None


def find_amounts(text: str, *, anchor: dt.date | None = None) -> tuple[Amount, ...]:
    """Every number of a text that a claim may rest on, with the words around it.

    Args:
        text: A claim, a sentence or a few.
        anchor: The day from which "last week" counts, and whose year "12 March" takes; None leaves them open.

    Returns:
        Amounts in text order. Dates are given as the time of the other amounts, and as years where they name one.

    Examples:
        >>> [(one.span.exact, one.kind) for one in find_amounts("Her 3rd film, rated 6.9/10, made over $20 million")]
        [('3rd', 'rank'), ('6.9/10', 'rating'), ('over $20 million', 'money')]
    """
    periods = find_periods(text, anchor=anchor)
    found = sorted(_find_all(text, periods), key=lambda one: one.start)
    return tuple(_with_words(text, one, found, periods) for one in found)


def _find_all(text: str, periods: Sequence[Period]) -> list[_Found]:
    taken = [(period.start, period.end) for period in periods if period.kind in ("date", "period", "clock")]
    taken += [match.span() for pattern in (_SEASON, _NAME) for match in pattern.finditer(text)]
    found = list(_iter_years(text, periods))
    for finder in (_iter_ratings, _iter_ranks, _iter_scores, _iter_times):
        found += _take_free(list(finder(text)), taken)
        taken += [(one.start, one.end) for one in found]
    return found + _take_free(list(_iter_numerals(text)), taken)


def _take_free(found: Iterable[_Found], taken: Sequence[tuple[int, int]]) -> list[_Found]:
    return [one for one in found if not any(one.start < end and start < one.end for start, end in taken)]


_BOUND_OF_SIGNAL: dict[str, Bound] = {
    "before": "less_than", "prior to": "less_than", "until": "at_most", "by": "at_most", "after": "more_than",
    "since": "at_least",
}  # fmt: skip


def _iter_years(text: str, periods: Sequence[Period]) -> Iterator[_Found]:
    for period in periods:
        year = re.fullmatch(r"[12]\d{3}", period.value or "")
        if period.kind in ("date", "period") and year is not None and period.exact[-4:].isdigit():
            bound = _BOUND_OF_SIGNAL.get(period.signal or "", "exact")
            start = period.start if bound == "exact" else period.phrase_start
            quantity = _of_year(text[start : period.end], int(year.group()), bound)
            yield _Found(start, period.end, "year", quantity)


def _of_year(words: str, year: int, bound: Bound) -> Quantity:
    """A year with what "before" and the like make of it."""
    is_least, is_most = bound in ("more_than", "at_least"), bound in ("less_than", "at_most")
    return Quantity(
        as_written=words,
        bound=bound,
        low=None if is_most else year,
        best=year if bound == "exact" else None,
        high=None if is_least else year,
        granularity=1,
    )


def _iter_ratings(text: str) -> Iterator[_Found]:
    for match in _RATING.finditer(text):
        numeral = find_numerals(text, match.start("value"), match.end("value"))
        whole = Fraction(match["whole"])
        if len(numeral) == 1 and numeral[0].low <= whole:
            bound = find_bound(text, numeral[0], 0)
            if whole == 100:
                share = numeral[0]._replace(
                    low=numeral[0].low / 100, high=numeral[0].low / 100, grid=numeral[0].grid / 100
                )
                yield _Found(bound.start, match.end(), "share", make_quantity(text, share, bound, unit="of 100"))
            else:
                quantity = make_quantity(text, numeral[0], bound, unit=f"of {whole}")
                yield _Found(bound.start, match.end(), "rating", quantity)


def _iter_scores(text: str) -> Iterator[_Found]:
    for match in _SCORE.finditer(text):
        one, other = int(match["one"]), int(match["other"])
        if not 31 < one < other:  # "40-50 people" is a range; games that end so are rare
            yield _Found(match.start(), match.end(), "score", _exact(match.group(), one), other)


def _iter_ranks(text: str) -> Iterator[_Found]:
    for match in _RANK.finditer(text):
        digits = match["digits"] or match["number"]
        rank = int(digits) if digits else _ORDINALS[match["word"].lower()]
        yield _Found(match.start(), match.end(), "rank", _exact(match.group(), rank))


def _iter_times(text: str) -> Iterator[_Found]:
    for match in _TIMES.finditer(text):
        often = Fraction(_OFTEN[match["word"].lower()])
        numeral = Numeral(match.start(), match.end(), often, often, "number", Fraction(1), is_spelled=True)
        bound = find_bound(text, numeral, 0)
        yield _Found(bound.start, bound.end, "count", make_quantity(text, numeral, bound, unit="time"))


def _iter_numerals(text: str) -> Iterator[_Found]:
    last = 0
    for numeral in find_numerals(text):
        is_pronoun = text[numeral.start : numeral.end].lower() == "one" and _ONE_OF.match(text, numeral.end)
        if numeral.kind == "none" or is_pronoun or numeral.start < last:
            continue
        kind, unit = _kind_and_unit(text, numeral)
        bound = find_bound(text, numeral, last)  # "at least" between two numbers is taken once
        yield _Found(bound.start, bound.end, kind, make_quantity(text, numeral, bound, unit=unit))
        last = bound.end


def _kind_and_unit(text: str, numeral: Numeral) -> tuple[AmountKind, str | None]:
    if numeral.kind == "share":
        return "share", "percentage"
    if _AGE_BEHIND.match(text, numeral.end) or _AGE_BEFORE.search(text, max(0, numeral.start - 24), numeral.start):
        return "age", "year of age"
    sign = find_sign_before(text, numeral.start)
    unit = find_unit_after(text, numeral.unit_from or numeral.end) if sign is None else sign
    return ("count", None) if unit is None else (_KINDS.get(unit.kind, "count"), unit.name)


def _exact(words: str, value: int) -> Quantity:
    return Quantity(as_written=words, bound="exact", low=value, best=value, high=value, granularity=1)


def _with_words(text: str, one: _Found, found: Sequence[_Found], periods: Sequence[Period]) -> Amount:
    edges = [(other.start, other.end) for other in found if other is not one]
    edges += [match.span() for match in _CLAUSE_END.finditer(text)]
    first = max((end for _, end in edges if end <= one.start), default=0)
    last = min((start for start, _ in edges if start >= one.end), default=len(text))
    behind, before = _words(text, one.end, last), _words(text, first, one.start)
    return Amount(
        span=make_span(text, one.start, one.end),
        kind=one.kind,
        quantity=one.quantity,
        behind=behind[:_MAX_WORDS],
        before=before[-_MAX_WORDS:],
        place=_names(text, first, last),
        other=one.other,
        when=_when(one, periods),
    )


def _words(text: str, start: int, end: int) -> tuple[str, ...]:
    lemmas = (base_form(match.group()) for match in _WORD.finditer(text, start, end))
    return tuple(lemma for lemma in lemmas if lemma not in _SMALL)


def _names(text: str, start: int, end: int) -> tuple[str, ...]:
    return tuple(
        match.group().lower()
        for match in _WORD.finditer(text, start, end)
        if match.group()[0].isupper() and match.group().lower() not in _SMALL
    )


def base_form(word: str) -> str:
    """The base form of a word that may be a noun or a verb.

    Examples:
        >>> base_form("recoveries"), base_form("sold"), base_form("Germany's")
        ('recovery', 'sell', 'germany')
    """
    lower = re.sub(r"[’']s?$", "", word.lower())
    verb = verb_lemma(lower)
    is_verb_form = lower.endswith(("ed", "ing")) or (verb != lower and not lower.endswith("s"))
    return verb if is_verb_form else noun_lemma(lower)


def _when(one: _Found, periods: Sequence[Period]) -> Interval | None:
    dated = [
        period
        for period in periods
        if period.interval is not None and period.kind in ("date", "period") and _HAS_DIGIT.search(period.exact)
    ]
    if one.kind == "year" or not dated:
        return None
    nearest = min(dated, key=lambda period: (abs(period.start - one.start), period.start))
    return nearest.interval
