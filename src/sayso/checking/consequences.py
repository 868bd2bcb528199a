"""What clauses that hold imply: the range of any sum, and by how much all figures would have to be off."""

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt
from typing import Literal, NamedTuple

from sayso.checking.clauses import End, Engine, Ids, Part, System, Terms, find_run, join_parts, weigh
from sayso.checking.conflicts import make_engine
from sayso.checking.networks import NetworkEngine
from sayso.checking.programs import ProgramEngine

_ROOT_DIGITS = 10**15
_MAX_TURNS = 60
"""Each turn takes the factor that the last proof needs; a handful is enough for any conflict met."""


class Ends(NamedTuple):
    """The least and the most that a sum can be, each with its proof."""

    low: End
    high: End


def find_ends(system: System, engine: Engine, terms: Terms, on: Ids) -> Ends:
    """The range of a sum when these clauses hold, which must be possible."""
    if isinstance(engine, NetworkEngine) and find_run(terms) is None:
        engine = ProgramEngine(system)
    return Ends(engine.find_end(terms, "low", on), engine.find_end(terms, "high", on))


def find_common_factor(system: System, on: Ids) -> Fraction | None:
    """The least factor by which every figure has to be widened so that these clauses can all hold.

    Every end that a statement sets moves: least ends are divided by the factor, greatest ends multiplied. Assumptions
    stay as they are. Each turn takes the factor at which the last proof of a conflict fails.

    Args:
        system: The system.
        on: The clauses.

    Returns:
        The factor, to about fifteen digits, never too small by what was proved; None when no factor is enough.
    """
    system = system.keep(on)
    factor = Fraction(1)
    for _ in range(_MAX_TURNS):
        widened = _widen(system, factor)
        engine = make_engine(widened)
        parts = engine.find_refutation(on)
        if parts is None:
            return factor if engine.find_core(on) is None else None
        needed = _find_root(system, parts)
        if needed is None or needed <= factor:
            return None
        factor = needed
    return None


def find_widest(system: System, engine: Engine, on: Ids) -> tuple[Part, ...] | None:
    """The proof of a minimal conflict whose two sides differ by the greatest ratio.

    Each row in turn is held against what the others imply for its sum: that says more than the first proof that the
    engine finds, which often leaves out part of the time.

    Returns:
        The proof; None when the arithmetic of none could be verified.
    """
    clashes = [parts for index in system.list_active(on) for parts in list_clashes(system, engine, index, on)]
    if not clashes:
        parts = engine.find_refutation(on)
        return parts if parts is not None and (weigh(system, parts) or 0) > 0 else None
    return min(clashes, key=lambda parts: (-find_ratio(system, parts), parts))


def list_clashes(system: System, engine: Engine, pivot: int, on: Ids) -> list[tuple[Part, ...]]:
    """The proofs in which one row clashes with what the others imply for its sum.

    Args:
        system: The system.
        engine: Its engine.
        pivot: The row.
        on: Clauses of a minimal conflict.
    """
    row, guard = system.rows[pivot], system.guards[pivot]
    others = on - (frozenset(place for place in guard if system.clauses[place].kind == "statement") or guard)
    if others == on:
        return []  # a row of no clause: all others clash by themselves
    clashes = []
    sides: tuple[tuple[Literal["low", "high"], Literal["least", "most"], Fraction | None], ...] = (
        ("low", "most", row.high), ("high", "least", row.low),
    )  # fmt: skip
    for side, own, limit in sides:
        end = engine.find_end(row.terms, side, others) if limit is not None else End(None)
        if end.value is None or limit is None or not (end.value > limit if side == "low" else end.value < limit):
            continue
        parts = join_parts((*end.parts, Part(pivot, own, Fraction(1))))
        if (weigh(system, parts) or 0) > 0:
            clashes.append(parts)
    return clashes


def find_ratio(system: System, parts: Sequence[Part]) -> Fraction:
    """By how much a proof's two sides are apart; an empty allowance is apart from all."""
    low, high = sum_sides(system, parts)
    return low / high if high > 0 else low + 10**30


def sum_sides(system: System, parts: Sequence[Part]) -> tuple[Fraction, Fraction]:
    """What the rows of a proof need together, and what they allow together."""
    sides = {"least": Fraction(0), "most": Fraction(0)}
    for index, side, times in parts:
        row = system.rows[index]
        sides[side] += times * ((row.low if side == "least" else row.high) or Fraction(0))
    return sides["least"], sides["most"]


def _is_figure(system: System, index: int) -> bool:
    return any(system.clauses[place].kind == "statement" for place in system.guards[index])


def _widen(system: System, factor: Fraction) -> System:
    rows = tuple(
        row._replace(
            low=None if row.low is None else row.low / factor, high=None if row.high is None else row.high * factor
        )
        if _is_figure(system, index)
        else row
        for index, row in enumerate(system.rows)
    )
    return system._replace(rows=rows)


def _find_root(system: System, parts: Sequence[Part]) -> Fraction | None:
    """The factor at which needs and allowances of a proof meet: needs / f + fixed = allowances * f."""
    needs, allows, fixed = Fraction(0), Fraction(0), Fraction(0)
    for part in parts:
        low, high = sum_sides(system, (part,))
        if not _is_figure(system, part.row):
            fixed += low - high
        elif part.side == "least":
            needs += low
        else:
            allows += high
    if allows == 0:
        return -needs / fixed if fixed < 0 else None
    inside = fixed**2 + 4 * needs * allows
    return (fixed + _find_square_root(inside)) / (2 * allows)


def _find_square_root(value: Fraction) -> Fraction:
    """A root that is exact where it is rational, else too large by less than a part in 10**15."""
    over = isqrt(value.numerator), isqrt(value.denominator)
    if over[0] ** 2 == value.numerator and over[1] ** 2 == value.denominator:
        return Fraction(*over)
    scale = _ROOT_DIGITS
    while value * scale**2 < _ROOT_DIGITS**2:
        scale *= _ROOT_DIGITS
    return Fraction(isqrt(int(value * scale**2)) + 1, scale)
