"""Quantities: a numeral, its bound and its unit as low, best, high and what the words convey beyond logic."""

from fractions import Fraction
from typing import Literal

from sayso.model import Quantity
from sayso.reading.bounds import BoundWords
from sayso.reading.numbers import Numeral


def make_quantity(
    text: str, numeral: Numeral, bound: BoundWords, *, unit: str | None, direction: Literal["up", "down"] | None = None
) -> Quantity:
    """The quantity that a numeral with its bound words says.

    Args:
        text: The document's text.
        numeral: The numeral.
        bound: Its bound words.
        unit: What one of it is.
        direction: For a change, which way.

    Returns:
        Low, best and high as the words allow them; open ends are None.

    Source:
        Rounding grids and conveyed bounds: g(v) is the largest power of ten that divides v, h(v) is 5g where that divides
        v, else g. About: v +- min(h/2, v/4); nearly: from v - min(h, v/4) to v; over: conveyed upper end v + h; at least:
        v + 2h; under and up to mirror them.
    """
    low, best, high, conveyed_low, conveyed_high = _limits(numeral, bound)
    return Quantity(
        as_written=text[bound.start : bound.end],
        bound=bound.bound,
        low=plain(low),
        best=plain(best),
        high=plain(high),
        granularity=plain(numeral.grid),
        conveyed_low=plain(conveyed_low),
        conveyed_high=plain(conveyed_high),
        unit=unit,
        direction=direction,
    )


def half_step(value: Fraction, grid: Fraction) -> Fraction:
    """h(v): five grid steps where they divide the value, else one.

    Examples:
        >>> half_step(Fraction(180000), Fraction(10000)), half_step(Fraction(50), Fraction(10))
        (Fraction(10000, 1), Fraction(50, 1))
    """
    return 5 * grid if (value / (5 * grid)).denominator == 1 else grid


def plain(value: Fraction | None) -> int | float | None:
    """A fraction as int where it is whole, else as float."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


_Limits = tuple[Fraction | None, Fraction | None, Fraction | None, Fraction | None, Fraction | None]


def _limits(numeral: Numeral, bound: BoundWords) -> _Limits:
    """Low, best, high, conveyed low and conveyed high."""
    value, step = numeral.low, half_step(numeral.low, numeral.grid)
    if numeral.high is None:
        return value, None, None, None, None
    if bound.bound == "range":
        return numeral.low, (numeral.low + numeral.high) / 2, numeral.high, None, None
    if bound.is_nearly:
        return *_nearly(value, step, numeral.kind == "share"), None, None
    if bound.bound == "about":
        spread = min(step / 2, abs(value) / 4)
        high = min(value + spread, Fraction(1)) if numeral.kind == "share" and value <= 1 else value + spread
        return value - spread, value, high, None, None
    if bound.bound in ("at_least", "more_than"):
        return value, None, None, None, value + (2 * step if bound.bound == "at_least" else step)
    if bound.bound in ("at_most", "less_than"):
        conveyed = value - (2 * step if bound.bound == "at_most" else step)
        return None, None, value, max(Fraction(0), conveyed) if value >= 0 else conveyed, None
    return value, value, value, None, None


def _nearly(value: Fraction, step: Fraction, is_share: bool) -> tuple[Fraction, Fraction, Fraction]:
    """Low, best and high of "nearly": not quite as far from zero as the value; a share misses by a tenth of it at most."""
    short = min(step, abs(value) / (10 if is_share else 4))
    return (value - short, value, value) if value >= 0 else (value, value, value + short)
