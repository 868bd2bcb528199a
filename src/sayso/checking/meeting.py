"""One quantity held against another: what both allow as ranges, and whether one lies within the other."""

from fractions import Fraction
from typing import Literal, NamedTuple

from sayso.checking.bounds import find_conveyed, make_end, make_fraction
from sayso.model import Quantity

Meeting = Literal["within", "rounded", "apart", "partly", "conveyed_within", "conveyed_apart", "just_beyond", "weaker"]
"""How evidence meets a claim.

``within`` the claim; ``rounded``: within it once rounded as the claim is; ``apart`` from it; ``partly`` within it. Of
those partly within it, ``conveyed_within`` and ``conveyed_apart`` are within or apart by what the words convey: "over
20 million" is said of less than 30 million; ``just_beyond`` has its end a little inside the claim's ("over 85" for
"under 86"); ``weaker`` says less in the same direction: "over 10" for "over 12".
"""


class Allowed(NamedTuple):
    """What words allow; None for an open end, ``is_*_open`` where the end itself is not allowed."""

    low: Fraction | None
    high: Fraction | None
    is_low_open: bool = False
    is_high_open: bool = False


def find_allowed(quantity: Quantity, *, scale: Fraction = Fraction(1)) -> Allowed | None:
    """What the words of a quantity allow, taken at their word: "exact" is one value.

    Args:
        quantity: The quantity.
        scale: What its numbers are to be multiplied by, to be in the unit of another.

    Returns:
        The range; None when the words name no number.

    Examples:
        >>> over = Quantity(as_written="over 20", bound="more_than", low=20, best=None, high=None, granularity=10)
        >>> find_allowed(over)
        Allowed(low=Fraction(20, 1), high=None, is_low_open=True, is_high_open=False)
    """
    low, high = make_end(quantity.low), make_end(quantity.high)
    if low is None and high is None:
        return None
    return Allowed(
        None if low is None else low * scale,
        None if high is None else high * scale,
        quantity.bound == "more_than",
        quantity.bound == "less_than",
    )


def meet(claim: Quantity, evidence: Quantity, *, scale: Fraction = Fraction(1)) -> Meeting | None:
    """How a quantity of the evidence meets one of the claim.

    Args:
        claim: What is claimed.
        evidence: What is known.
        scale: What the numbers of the evidence are to be multiplied by, to be in the unit of the claim.

    Returns:
        The meeting; None when either names no number.

    Examples:
        >>> over = Quantity(as_written="over 20", bound="more_than", low=20, best=None, high=None, granularity=10)
        >>> said = Quantity(as_written="23", bound="exact", low=23, best=23, high=23, granularity=1)
        >>> meet(over, said), meet(said, over)
        ('within', 'partly')
    """
    wanted, known = find_allowed(claim), find_allowed(evidence, scale=scale)
    if wanted is None or known is None:
        return None
    if lies_within(known, wanted):
        return "within"
    if _is_rounded(claim, evidence, known):
        return "rounded"
    if is_apart(known, wanted):
        return "apart"
    conveyed = _find_meant(evidence, known, scale)
    if is_apart(conveyed, wanted):
        return "conveyed_apart"
    if lies_within(conveyed, wanted):
        return "conveyed_within"
    if evidence.bound == "about" and evidence.best is not None:
        best = make_fraction(evidence.best) * scale
        return "conveyed_within" if lies_within(Allowed(best, best), wanted) else "conveyed_apart"
    if _says_less(known, wanted):
        return "weaker"
    return "just_beyond" if _ends_inside(known, wanted) else "partly"


def _find_meant(quantity: Quantity, known: Allowed, scale: Fraction) -> Allowed:
    conveyed = find_conveyed(quantity)
    if known.high is None and conveyed.high is not None:
        known = known._replace(high=conveyed.high * scale, is_high_open=True)
    if known.low is None and conveyed.low is not None:
        known = known._replace(low=conveyed.low * scale, is_low_open=True)
    return known


_A_LITTLE = Fraction(5, 4)
"""How far the ends may be apart for "over 85" to be taken as little over 85."""


def _ends_inside(known: Allowed, wanted: Allowed) -> bool:
    """Whether evidence is open to one side, the claim to the other, and the ends lie near each other inside both."""
    if known.high is None and wanted.low is None and known.low is not None and wanted.high is not None:
        return known.low < wanted.high <= known.low * _A_LITTLE
    if known.low is None and wanted.high is None and known.high is not None and wanted.low is not None:
        return wanted.low < known.high <= wanted.low * _A_LITTLE
    return False


def _says_less(known: Allowed, wanted: Allowed) -> bool:
    """Whether evidence is open to the same side as the claim, and the claim lies wholly within it."""
    same = (known.high is None and wanted.high is None) or (known.low is None and wanted.low is None)
    return same and lies_within(wanted, known)


def lies_within(inner: Allowed, outer: Allowed) -> bool:
    """Whether every value of one range lies in the other."""
    return _above(inner, outer) and _below(inner, outer)


def is_apart(one: Allowed, other: Allowed) -> bool:
    """Whether no value lies in both ranges."""
    return _all_below(one, other) or _all_below(other, one)


def _above(inner: Allowed, outer: Allowed) -> bool:
    if outer.low is None:
        return True
    if inner.low is None:
        return False
    return inner.low > outer.low or (inner.low == outer.low and (inner.is_low_open or not outer.is_low_open))


def _below(inner: Allowed, outer: Allowed) -> bool:
    if outer.high is None:
        return True
    if inner.high is None:
        return False
    return inner.high < outer.high or (inner.high == outer.high and (inner.is_high_open or not outer.is_high_open))


def _all_below(one: Allowed, other: Allowed) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.is_high_open or other.is_low_open))


_ROUNDEST = Fraction(1, 10)
"""The coarsest grid, as a part of the number, that rounds: 2,600 may stand for 2,630 and 20,000 for 19,700, but 20 not
for 21."""


def _is_rounded(claim: Quantity, evidence: Quantity, known: Allowed) -> bool:
    """Whether the evidence gives with more digits what the claim gives rounded."""
    if claim.bound != "exact" or evidence.bound not in ("exact", "about") or claim.best is None:
        return False
    if claim.granularity is None or evidence.granularity is None or known.low is None or known.high is None:
        return False
    grid, centre = make_fraction(claim.granularity), make_fraction(claim.best)
    while grid > centre * _ROUNDEST and grid > 1:
        grid /= 10
    if make_fraction(evidence.granularity) >= grid or grid <= 1:
        return False
    return centre - grid / 2 <= known.low and known.high <= centre + grid / 2
