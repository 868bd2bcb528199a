"""Which amount of the evidence speaks of the same thing as one of the claim: by kind, unit and words around both."""

from collections.abc import Collection, Sequence
from fractions import Fraction
from math import log
from typing import NamedTuple

import msgspec

from sayso.model import Amount

_SAME = (
    "death die fatality kill dead casualty decease perish fatal lose-life toll",
    "recovery recover cure discharge recuperate",
    "case infection infect contract positive occurrence",
    "gross earn make collect take box office revenue income rake bring gain",
    "review critic reviewer",
    "rating score approval rate rated",
    "view watch",
    "sell sale copy record unit ship",
    "subscriber subscribe subscription follower follow",
    "goal net",
    "appearance appear cap",
    "game match play fixture",
    "point score",
    "budget cost spend",
    "win victory beat defeat",
    "people person resident inhabitant population citizen",
    "tall height high",
    "weight weigh",
    "old age",
    "worldwide global globally world international internationally",
    "film movie picture",
    "run last",
    "elsewhere outside territory abroad overseas",
    "job employ employee staff worker workforce",
    "house home",
    "injure injury wound hurt",
    "test sample swab",
    "country nation",
    "album record",
    "song single track",
    "episode show",
)
"""Words that say the same of a number, as news use them."""
_CLASS: dict[str, str] = {}
for _words in _SAME:
    for _word in _words.split():
        _CLASS.setdefault(_word, _words.split()[0])

_HOURS = {
    "second": Fraction(1, 3600), "minute": Fraction(1, 60), "hour": Fraction(1), "day": Fraction(24),
    "week": Fraction(168), "fortnight": Fraction(336), "month": Fraction(8766, 12), "year": Fraction(8766),
    "decade": Fraction(87660), "century": Fraction(876600),
}  # fmt: skip
_METRES = {
    "millimetre": Fraction(1, 1000), "centimetre": Fraction(1, 100), "metre": Fraction(1), "kilometre": Fraction(1000),
    "inch": Fraction(254, 10000), "foot": Fraction(3048, 10000), "yard": Fraction(9144, 10000),
    "mile": Fraction(1609344, 1000),
}  # fmt: skip
_GRAMS = {
    "gram": Fraction(1), "kilogram": Fraction(1000), "tonne": Fraction(10**6),
    "pound (mass)": Fraction(45359237, 100000), "ounce": Fraction(45359237, 1600000),
}  # fmt: skip
_SCALES = (_HOURS, _METRES, _GRAMS)

_GENERIC = frozenset("confirm report register announce reach have say reported include currently know".split())
"""Words that say of any number that it was made known; they tell no two numbers apart."""
_TOTAL = frozenset(["total", "worldwide", "overall", "altogether", "combine"])
_PART = frozenset(
    ["new", "additional", "further", "which", "whom", "among", "include", "domestic", "territory", "elsewhere"]
)
"""Words of a number that is a part of another, or adds to it."""

_IN_A_ROW = frozenset(["consecutive", "straight", "successive"])

HEAD = 4.0  # the noun behind both numbers
BEHIND = 1.0  # another word behind both
CLOSE = 3.0  # the noun of one, right before the other: "100 deaths", "deaths reached 100"
CROSS = 1.5  # the same, further off
BEFORE = 1.0  # a word before both, or the subject of the evidence
NAME = 0.5
LOCAL = 2.0  # a name right behind the number of the evidence: "of which 30 were in Osk"
UNIT = 1.5
NEAR = 4.0  # numbers of one size
OTHER_HEAD = -1.5  # each counts a noun that the other has not
WHOLE = 1.0
PART = -2.5
"""What two amounts gain by each thing they share and lose by what only one has; see ``rate_likeness``.

Chosen by hand on one half of the pages of VitaminC's development claims.
"""


class Alike(NamedTuple):
    """An amount of the evidence beside one of the claim.

    Attributes:
        place: Its position in the evidence.
        score: How alike they are.
    """

    place: int
    score: float


def find_scale(claim: Amount, evidence: Amount) -> Fraction | None:
    """What turns the evidence's unit into the claim's; None where they measure different things.

    Examples:
        >>> from sayso.model import Quantity, make_span
        >>> hour = Quantity(as_written="2 hours", bound="exact", low=2, best=2, high=2, granularity=1, unit="hour")
        >>> claim = Amount(span=make_span("2", 0, 1), kind="length", quantity=hour)
        >>> minute = Quantity(as_written="90", bound="exact", low=90, best=90, high=90, granularity=10, unit="minute")
        >>> find_scale(claim, Amount(span=make_span("90", 0, 2), kind="length", quantity=minute))
        Fraction(1, 60)
    """
    ours, theirs = claim.quantity.unit, evidence.quantity.unit
    if claim.kind in ("measure", "length") and evidence.kind == claim.kind:
        if ours == theirs:
            return Fraction(1)
        table = next((table for table in _SCALES if ours in table and theirs in table), None)
        return None if table is None else table[theirs or ""] / table[ours or ""]
    if claim.kind == evidence.kind:
        differ = claim.kind in ("money", "rating") and ours != theirs
        return None if differ else Fraction(1)
    if (claim.kind, evidence.kind) == ("count", "rank"):  # who wins for the 3rd time has won three times
        is_count = _are_times(claim, evidence) or not _IN_A_ROW.isdisjoint(evidence.behind[:1])
        return Fraction(1) if is_count else None
    bare, other = (claim, evidence) if claim.kind == "count" else (evidence, claim)
    if bare.kind != "count" or bare.quantity.unit is not None:
        return None
    is_same = other.kind == "money" or (other.kind in ("measure", "length", "age") and not bare.behind)
    return Fraction(1) if is_same else None


def _are_times(claim: Amount, evidence: Amount) -> bool:
    """Whether one is "more than once" and the other "for the second time"."""
    return all(one.quantity.unit == "time" or "time" in one.behind[:1] for one in (claim, evidence))


def find_alike(claim: Amount, evidence: Sequence[Amount], taken: Collection[int] = ()) -> list[Alike]:
    """The amounts of the evidence that a claim's amount may be held against, the likeliest first."""
    opening = evidence[0].before if evidence else ()
    found = [
        rate_likeness(claim, amount, place=place, opening=opening)
        for place, amount in enumerate(map(_with_noun, (None, *evidence), evidence))
        if place not in taken and find_scale(claim, amount) is not None
    ]
    return sorted(found, key=lambda one: (-one.score, one.place))


def _with_noun(last: Amount | None, amount: Amount) -> Amount:
    """An amount without a noun with that of the one before it: "nine new cases, bringing the total to 63"."""
    if set(amount.behind) - set(amount.place) or last is None or amount.kind != "count" or last.kind != "count":
        return amount
    noun = tuple(word for word in last.behind[:3] if word not in _PART)
    return msgspec.structs.replace(amount, behind=(*noun, *amount.behind))


def rate_likeness(claim: Amount, evidence: Amount, *, place: int = 0, opening: Collection[str] = ()) -> Alike:
    """How alike two amounts are: the noun they count above all, then the words around them, names, unit and size.

    Args:
        claim: The claim's amount.
        evidence: One of the evidence.
        place: Its position in the evidence.
        opening: The words before the first amount of the evidence: its subject, which all its amounts share.
    """
    behind, theirs_behind = _classes(claim.behind), _classes(evidence.behind)
    before, theirs_before = _classes(claim.before), _classes(evidence.before)
    heads = _count(behind[:2], theirs_behind[:2])
    close = _count(behind[:2], theirs_before[-2:]) or _count(before[-2:], theirs_behind[:2])
    cross = _count(behind[:2], theirs_before[-4:]) + _count(before[-4:], theirs_behind[:2]) - close
    rest = _count(behind, theirs_behind) - heads
    back = _count(before, {*theirs_before, *_classes(tuple(opening))})
    score = (
        HEAD * min(heads, 1)
        + (0 if heads else CLOSE * min(close, 1))
        + CROSS * min(cross, 2)
        + BEHIND * min(rest, 2)
        + BEFORE * min(back, 3)
    )
    score += NAME * min(_count(claim.place, evidence.place), 2) + NEAR * _nearness(claim, evidence)
    is_measured = claim.kind == evidence.kind and claim.kind in ("measure", "length")
    if is_measured or (claim.quantity.unit is not None and claim.quantity.unit == evidence.quantity.unit):
        score += UNIT
    elif behind and theirs_behind and not heads and not close and not cross:
        score += OTHER_HEAD
    if set(claim.place) & set(evidence.place) & set(evidence.behind):
        return Alike(place, score + LOCAL)
    ours, theirs = {*claim.behind, *claim.before}, {*evidence.behind, *evidence.before}
    return Alike(place, score + _rate_whole(ours, theirs))


def _rate_whole(ours: Collection[str], theirs: Collection[str]) -> float:
    """What it counts for that the evidence gives a whole where the claim names no part, or a part."""
    is_part = not _PART.isdisjoint(ours)
    score = WHOLE if not is_part and not _TOTAL.isdisjoint(theirs) else 0.0
    return score + (PART if is_part != (not _PART.isdisjoint(theirs)) else 0.0)


def _classes(words: Sequence[str]) -> list[str]:
    return [_CLASS.get(word, word) for word in words if word not in _GENERIC]


def _count(ours: Collection[str], theirs: Collection[str]) -> int:
    return len(set(ours) & set(theirs))


def _nearness(claim: Amount, evidence: Amount) -> float:
    """1 for the same size, a quarter for twice as much or half, 0 where the sizes cannot be compared."""
    ours, theirs = find_named(claim), find_named(evidence)
    if not ours or not theirs or (ours > 0) != (theirs > 0):
        return 0.0
    return 1 / (1 + 4 * abs(log(theirs / ours)))


def find_named(amount: Amount) -> float | None:
    """The number that an amount names."""
    quantity = amount.quantity
    return next((float(value) for value in (quantity.best, quantity.low, quantity.high) if value is not None), None)
