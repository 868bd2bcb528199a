"""From what a number's words claim to the least and the most they allow, in exact fractions."""

from fractions import Fraction
from typing import NamedTuple

from sayso.model import Quantity, Statement

LARGEST = 10**30
"""No report counts beyond this: a longer number is a slip or a code, and floats could not hold what comes of it."""


class Reach(NamedTuple):
    """The least and the most that words allow; None for an open end."""

    low: Fraction | None
    high: Fraction | None


def make_fraction(value: int | float) -> Fraction:
    """The number as it is written: 0.1 gives one tenth, not the nearest binary number.

    Examples:
        >>> make_fraction(0.1)
        Fraction(1, 10)
    """
    return Fraction(value) if isinstance(value, int) else Fraction(repr(value))


def make_end(value: int | float | None) -> Fraction | None:
    """An end of what is allowed as it is written; None for an open one."""
    return None if value is None else make_fraction(value)


def find_grid(value: Fraction) -> Fraction:
    """The largest power of ten that divides a number; 1 for zero.

    Examples:
        >>> find_grid(Fraction(21600)), find_grid(Fraction(1, 4))
        (Fraction(100, 1), Fraction(1, 100))
    """
    if value == 0:
        return Fraction(1)
    grid = Fraction(1)
    while (value / grid).denominator != 1:
        grid /= 10
        if grid < Fraction(1, 10**9):  # one third has no grid; a billionth is finer than any report
            return grid
    while (value / (grid * 10)).denominator == 1:
        grid *= 10
    return grid


def find_reach(quantity: Quantity, *, is_estimate: bool = False) -> Reach | None:
    """What the words allow, logically.

    Args:
        quantity: The number with its bound.
        is_estimate: Whether hedges call it an estimate; then it reaches as far as "about" does.

    Returns:
        The reach, never below zero; None when the words are vague or name no number up to ``LARGEST``.

    Examples:
        >>> over = Quantity(as_written="over 230,000", bound="more_than", low=230000, best=None, high=None,
        ...                 granularity=10000, conveyed_high=240000, unit="person")
        >>> find_reach(over)
        Reach(low=Fraction(230000, 1), high=None)
    """
    named = _find_named(quantity)
    if quantity.bound == "vague" or named is None:
        return None
    first, last = named
    grid = _find_step(quantity, first, last)
    bound = "about" if is_estimate and quantity.bound == "exact" else quantity.bound
    if bound in ("at_least", "more_than"):
        return Reach(first, None)
    if bound in ("at_most", "less_than"):
        return Reach(Fraction(0), last)
    if bound == "about":
        return _find_about(quantity, first)
    return Reach(max(Fraction(0), first - grid / 2), last + grid / 2)


def read_reach(statement: Statement) -> Reach | None:
    """What the words of a statement allow, as an estimate where its hedges call it one; see ``find_reach``."""
    return find_reach(statement.quantity, is_estimate=statement.is_estimate)


def are_apart(one: Reach, other: Reach) -> bool:
    """Whether no value lies in both reaches."""
    return any(
        low.low is not None and high.high is not None and low.low > high.high
        for low, high in ((one, other), (other, one))
    )


def find_conveyed(quantity: Quantity) -> Reach:
    """What the words convey beyond logic: "over 230,000" is said of numbers below 240,000.

    Returns:
        The conveyed ends; None where the words convey none.
    """
    named = _find_named(quantity)
    if named is None:
        return Reach(None, None)
    first, last = named
    low, high = make_end(quantity.conveyed_low), make_end(quantity.conveyed_high)
    if quantity.bound == "more_than":
        return Reach(None, first + _find_hop(first) if high is None else high)
    if quantity.bound == "at_least":
        return Reach(None, first + 2 * _find_hop(first) if high is None else high)
    if quantity.bound in ("at_most", "less_than"):
        return Reach(max(Fraction(0), last - _find_hop(last)) if low is None else low, None)
    return Reach(None, None)


def _find_named(quantity: Quantity) -> tuple[Fraction, Fraction] | None:
    if quantity.named is None or quantity.named[1] > LARGEST:
        return None
    low, high = quantity.named
    return make_fraction(low), make_fraction(high)


def _find_step(quantity: Quantity, first: Fraction, last: Fraction) -> Fraction:
    if quantity.granularity:
        return make_fraction(quantity.granularity)
    return min(find_grid(value) for value in (first, last))


def _find_hop(value: Fraction) -> Fraction:
    """Five times the grid where that divides the number, else the grid: the next rounder number's distance."""
    grid = find_grid(value)
    return 5 * grid if (value / (5 * grid)).denominator == 1 else grid


def _find_about(quantity: Quantity, first: Fraction) -> Reach:
    centre = first if quantity.best is None else make_fraction(quantity.best)
    slack = min(_find_hop(centre), centre / 4)
    lows = [centre - slack, *([first] if quantity.low is not None else [])]
    highs = [centre + slack, *([make_fraction(quantity.high)] if quantity.high is not None else [])]
    return Reach(max(Fraction(0), min(lows)), max(highs))
