"""A numeral: the value of a number expression and where it stands."""

from fractions import Fraction
from typing import Literal, NamedTuple

NumeralKind = Literal["number", "range", "vague", "share", "none"]


class Numeral(NamedTuple):
    """A numeral expression.

    Attributes:
        start: First character, bound words and currency signs left out.
        end: One past the last character, magnitude words taken in.
        low: The value, or the lower end of a range, or the least that a vague word allows.
        high: The value, or the upper end of a range; None for a vague word.
        kind: A number, a range, a vague word ("dozens"), a share ("40%", "one in five"), or none ("no one").
        grid: The largest power of ten that divides what was said.
        is_spelled: Whether it is in words.
        is_point_ambiguous: "1.234" may be a thousand or a fraction.
        unit_from: Where the first number of a range ends that has its own unit behind it, in which both ends are given:
            "30 centimetres to one metre" is 30 to 100; None for all others.
    """

    start: int
    end: int
    low: Fraction
    high: Fraction | None
    kind: NumeralKind
    grid: Fraction
    is_spelled: bool = False
    is_point_ambiguous: bool = False
    unit_from: int | None = None


_FINEST = 10**9
"""As many parts of one are looked at; a third has no last digit."""


def grid_of(value: Fraction) -> Fraction:
    """The largest power of ten that divides a value; 1 for zero.

    Source:
        The rounding grid of Krifka 2007, as used for rounding intervals.

    Examples:
        >>> grid_of(Fraction(21600)), grid_of(Fraction(7, 2))
        (Fraction(100, 1), Fraction(1, 10))
    """
    whole, parts = value.numerator, value.denominator  # whole numbers are ten times as quick as fractions
    if whole == 0:
        return Fraction(1)
    grid = 1
    if parts == 1:
        while whole % (grid * 10) == 0:
            grid *= 10
        return Fraction(grid)
    while grid < _FINEST and grid % parts != 0:
        grid *= 10
    return Fraction(1, grid)
