"""Estimates on a terminal and as rows: the bands, the months, who drives them, what stays open."""

import csv
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING

from sayso.display.rows import guard_cell
from sayso.display.wording import squeeze
from sayso.model import Estimate, EstimateFactor, EstimateInput, Spread, Statement

if TYPE_CHECKING:
    from rich.console import Console

COLUMNS = (
    "start", "end", "reported_low", "reported_lower", "reported_best", "reported_upper", "reported_high",
    "low", "lower", "best", "upper", "high",
)  # fmt: skip
_ROUND = 3


def write_estimate_csv(estimate: Estimate, out: IO[str]) -> None:
    """Write a row for each month, and a last one for the whole time."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    rows = [(one.start, one.end, one.reported, one.truth) for one in estimate.series]
    if estimate.interval is not None and estimate.reported is not None and estimate.truth is not None:
        rows.append((estimate.interval.start or "", estimate.interval.end or "", estimate.reported, estimate.truth))
    for start, end, reported, truth in rows:
        writer.writerow([guard_cell(start), guard_cell(end), *list_marks(reported), *list_marks(truth)])


def list_marks(spread: Spread) -> list[float]:
    """The five marks of a spread in order."""
    return [spread.low, spread.lower, spread.best, spread.upper, spread.high]


def show_estimate(estimate: Estimate, statements: Mapping[str, Statement], *, console: "Console") -> None:
    """Print an estimate.

    Args:
        estimate: The estimate.
        statements: The statements by id.
        console: Where to.
    """
    for line in tell_estimate(estimate, statements):
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def tell_estimate(estimate: Estimate, statements: Mapping[str, Statement]) -> list[str]:
    """The lines of an estimate: what must be said first, then bands, months, sources, figures."""
    place = f" in {estimate.place}" if estimate.place else ""
    when = f", {estimate.interval.start} to {estimate.interval.end}" if estimate.interval else ""
    lines = [f"{estimate.measure}{place}{when} (the last day not included)", ""]
    if estimate.reported is not None and estimate.truth is not None:
        lines += [f"{'':24}{'low':>12}{'best':>12}{'high':>12}"]
        lines += [_tell_band("sources jointly report", estimate.reported), _tell_band("true number", estimate.truth)]
        lines += ["", "Nine of ten such bands should hold the value, if the policy is right about sources.", ""]
    lines += ["What is not determined"] + [f"  {one}" for one in estimate.caveats or ("Nothing to add.",)]
    if estimate.series:
        lines += ["", f"{'Month (true number)':24}{'low':>12}{'best':>12}{'high':>12}"]
        lines += [_tell_band(f"  {one.start[:7]}", one.truth) for one in estimate.series]
    if estimate.factors:
        lines += ["", "Who drives it, and what would change it"]
        lines += [f"  {_tell_factor(factor)}" for factor in estimate.factors]
    if len(estimate.readings) > 1:
        lines += ["", "How the figures can be read"]
        lines += [
            f"  {one.posterior:4.0%} (before: {one.prior:.0%})  {_name_choices(one.choices, statements)}"
            for one in estimate.readings
        ]
    lines += ["", f"Figures used ({estimate.independent_origins} origins)"]
    lines += [f"  {_tell_used(one, statements)}" for one in estimate.inputs if one.is_used] or ["  none"]
    left = [one for one in estimate.inputs if not one.is_used]
    lines += ["", "Left out"] if left else []
    lines += [f"  {_name(one.statement, statements)}: {one.reason}" for one in left]
    lines += ["", f"{estimate.method}, policy {estimate.policy}, sayso {estimate.code_version}, seed {estimate.seed}, "]
    lines[-1] += f"{estimate.draws:,} draws worth {estimate.ess:,.0f}"
    return lines


def name_rounded(value: float) -> str:
    """A number with three digits that count: the rest is not known."""
    if value == 0:
        return "0"
    digits = _ROUND - len(str(int(abs(value)))) if abs(value) >= 1 else _ROUND
    return f"{round(value, digits):,.0f}" if digits <= 0 else f"{value:,.{min(digits, 2)}f}"


def _tell_band(name: str, spread: Spread) -> str:
    return f"{name:24}" + "".join(f"{name_rounded(value):>12}" for value in (spread.low, spread.best, spread.high))


def _tell_factor(factor: EstimateFactor) -> str:
    prior, after = factor.prior, factor.posterior
    line = (
        f"{squeeze(factor.name)} ({factor.kind}): x{after.best:.2f} ({after.low:.2f} to {after.high:.2f}; "
        f"before any report {prior.low:.2f} to {prior.high:.2f})"
    )
    if factor.without_shift is None or factor.without_width is None:
        return line
    shift = f"x{factor.without_shift:.2f}" if factor.is_shift_clear else "hardly moved"
    return f"{line}; without it best {shift}, width x{factor.without_width:.2f}"


def _tell_used(one: EstimateInput, statements: Mapping[str, Statement]) -> str:
    line = _name(one.statement, statements)
    if one.predicted is None or one.p_value is None or one.shift is None:
        return line
    others = f"{name_rounded(one.predicted.low)} to {name_rounded(one.predicted.high)}"
    shift = f"without it best x{one.shift:.2f}" if one.is_shift_clear else "without it best hardly moved"
    return f"{line}: the others lead one to expect {others} (p = {one.p_value:.2f}); {shift}"


def _name(id: str, statements: Mapping[str, Statement]) -> str:
    known = statements.get(id)
    if known is None:
        return id[:8]
    speaker = known.attribution.chains[0].hops[-1].agent or "unnamed"
    return f'{id[:8]} "{squeeze(known.quantity.as_written)}" ({squeeze(speaker)})'


def _name_choices(choices: tuple[str, ...], statements: Mapping[str, Statement]) -> str:
    named = [choice.split(": ", 1) for choice in choices]
    return "; ".join(f"{_name(id, statements)} {words}" for id, words in named)
