"""What a finding says beyond its sentence: its lens, how far off figures would have to be, and its exact proof."""

import datetime as dt
import sys
from fractions import Fraction
from itertools import chain
from typing import Literal, NamedTuple

from sayso.checking.clauses import Ids
from sayso.checking.consequences import find_common_factor, find_ends
from sayso.checking.layouts import Layout, lay_out
from sayso.checking.lenses import find_lens
from sayso.checking.periods import BEGINNING, Stretch
from sayso.checking.rows import Bridge, Clash, Row, list_conflict
from sayso.model import Lens, ProofRow, ProofTerm, WouldHold

TOPIC = "topic"
_MAX_FLOAT = Fraction(sys.float_info.max)
_FIRST_DATE = dt.date(1000, 1, 1).toordinal()
"""Stretches before this are no days but stand for the whole, or for parts side by side."""


class Details(NamedTuple):
    """The fields of a finding that follow from its clash.

    Attributes:
        lens: The weakest lens under which it appears.
        common_factor: By how much all figures together would have to be off.
        would_hold: What each would have to be alone.
        proof: The arithmetic.
    """

    lens: Lens
    common_factor: Fraction | None
    would_hold: tuple[WouldHold, ...]
    proof: tuple[ProofRow, ...]


def find_details(clash: Clash, layout: Layout | None = None) -> Details:
    """What follows from a clash.

    Args:
        clash: A clash that is proved.
        layout: All that its statements and assumptions say; None when the rows of the clash are all.
    """
    if layout is None:
        bare = [row._replace(times=Fraction(1)) for row in clash.rows]
        layout = lay_out(bare, [bridge.tie for bridge in clash.bridges])
    on = layout.find_ids(list_conflict(clash))
    proof = chain(map(_make_row, clash.rows), map(_make_bridge, clash.bridges))
    return Details(
        find_lens(clash.assumptions), _find_factor(clash, layout, on), _list_would_hold(clash, layout, on), tuple(proof)
    )


def _find_factor(clash: Clash, layout: Layout, on: Ids) -> Fraction | None:
    if any(len(row.statements) > 1 for row in clash.rows):
        return None  # a product or a balance of figures: widening each widens the row by something else
    return find_common_factor(layout.system, on)


def _list_would_hold(clash: Clash, layout: Layout, on: Ids) -> tuple[WouldHold, ...]:
    held: dict[str, WouldHold] = {}
    for row in clash.rows:
        if len(row.statements) > 1:
            continue
        found = _find_would_hold(row, layout, on)
        known = held.get(row.statements[0])
        if found is not None and (known is None or (found.factor or 0) > (known.factor or 0)):
            held[row.statements[0]] = found
    return tuple(held.values())


def _find_would_hold(row: Row, layout: Layout, on: Ids) -> WouldHold | None:
    """The range that the rest of a conflict leaves to the figure of a row."""
    rest = on - layout.find_ids(row.statements)
    if rest == on or layout.engine.find_core(rest) is not None:
        return None
    low, high = find_ends(layout.system, layout.engine, layout.find_terms(row.series, row.stretch), rest)
    if not (low.is_proved and high.is_proved):
        return None
    least = (low.value or Fraction(0)) / row.multiple
    most = None if high.value is None else high.value / row.multiple
    said = row.value / row.multiple
    if row.side == "least":
        factor = said / most if most and most < said else None
    else:
        factor = least / said if said and said < least else None
    return WouldHold(
        statement=row.statements[0],
        low=to_number(least),
        high=None if most is None else to_number(most),
        factor=to_factor(factor),
    )


def _make_row(row: Row) -> ProofRow:
    return ProofRow(
        side=row.side,
        terms=_make_terms(row.series or TOPIC, row.stretch, Fraction(1)),
        bound=str(row.value),
        multiplier=str(row.times),
        statements=row.statements,
        assumptions=tuple(assumption.key for assumption in row.assumptions),
    )


def _make_bridge(bridge: Bridge) -> ProofRow:
    side: Literal["least", "most"] = bridge.side
    return ProofRow(
        side=side,
        terms=(
            *_make_terms(bridge.tie.series, bridge.stretch, Fraction(1)),
            *_make_terms(TOPIC, bridge.stretch, -bridge.ratio),
        ),
        bound="0",
        multiplier=str(bridge.times),
        assumptions=tuple(assumption.key for assumption in bridge.tie.assumptions),
    )


def _make_terms(of: str, stretch: Stretch, factor: Fraction) -> tuple[ProofTerm, ...]:
    if stretch.end < _FIRST_DATE:
        places = range(stretch.start, stretch.end)
        return tuple(ProofTerm(of=f"part {place}", start=None, end=None, factor=str(factor)) for place in places)
    start = None if stretch.start == BEGINNING else dt.date.fromordinal(stretch.start).isoformat()
    end = dt.date.fromordinal(stretch.end).isoformat()
    return (ProofTerm(of=of, start=start, end=end, factor=str(factor)),)


def to_factor(ratio: Fraction | None) -> float | None:
    """A ratio as JSON knows numbers; None where there is none, or one that no float holds."""
    return None if ratio is None or ratio > _MAX_FLOAT else float(ratio)


def to_number(value: Fraction) -> int | float:
    """A fraction as JSON knows numbers."""
    return value.numerator if value.denominator == 1 else float(value)
