"""From what a number's words claim to where its logarithm may lie."""

import math

from sayso.estimation.problems import Cell
from sayso.model import Policy, Statement

_ZERO = (Cell(-math.inf, math.log(0.5), 1.0),)


def make_cells(statement: Statement, policy: Policy) -> tuple[Cell, ...] | None:
    """Where the logarithm of the number may lie.

    Args:
        statement: The statement; hedges that call it an estimate make an exact number a rounder one.
        policy: How numbers are rounded and what bounds convey.

    Returns:
        Cells with the weight of each; None when the words are vague or name no number.
    """
    quantity = statement.quantity
    if quantity.bound == "vague" or quantity.named is None:
        return None
    low, high = map(float, quantity.named)
    grid = float(quantity.granularity or min(find_grid(low), find_grid(high)))
    if quantity.bound in ("more_than", "at_least"):
        return _bound_below(low, find_hop(low) * (2 if quantity.bound == "at_least" else 1), policy)
    if quantity.bound in ("less_than", "at_most"):
        return _bound_above(high, find_hop(high), policy)
    if high == 0:
        return _ZERO
    if quantity.bound == "about" or (quantity.bound == "exact" and statement.is_estimate):
        centre = float(quantity.best if quantity.best is not None else (low + high) / 2)
        slack = min(find_hop(centre), centre / 4)
        return (make_cell(min(low, centre - slack), max(high, centre + slack), 1.0),)
    if low != high:
        return (make_cell(low - grid / 2, high + grid / 2, 1.0),)
    own, finer, coarser = policy.rounding
    has_coarser = high % (5 * grid) == 0
    halves = [(grid / 2, own if has_coarser else own + coarser), (grid / 20, finer)]
    halves += [(2.5 * grid, coarser)] if has_coarser else []
    return tuple(make_cell(low - half, high + half, weight) for half, weight in halves)


def make_cell(low: float, high: float, weight: float) -> Cell:
    """The cell between two numbers; one that is not above zero has no lower end."""
    return Cell(math.log(low) if low > 0 else -math.inf, math.log(high), weight)


def find_grid(value: float) -> float:
    """The largest power of ten, at most the number itself, that divides it; 1 for zero."""
    if value == 0:
        return 1.0
    exponent = math.floor(math.log10(value) + 1e-12)
    while exponent > -9 and not math.isclose(value / 10.0**exponent, round(value / 10.0**exponent), rel_tol=1e-12):
        exponent -= 1
    return 10.0**exponent


def find_hop(value: float) -> float:
    """Five times the grid where that divides the number, else the grid: the next rounder number's distance."""
    grid = find_grid(value)
    return 5 * grid if round(value / grid) % 5 == 0 else grid


def _bound_below(value: float, hop: float, policy: Policy) -> tuple[Cell, ...]:
    value = max(value, 0.5)
    convention = math.log((value + hop) / value) / 2
    tight = make_cell(value, value + hop, policy.bound_tight)
    return tight, Cell(math.log(value), math.inf, (1 - policy.bound_tight) * convention)


def _bound_above(value: float, hop: float, policy: Policy) -> tuple[Cell, ...]:
    if value == 0:
        return _ZERO
    least = max(value - hop, value / 2)
    convention = math.log(value / least) / 2
    return make_cell(least, value, policy.bound_tight), Cell(
        -math.inf, math.log(value), (1 - policy.bound_tight) * convention
    )
