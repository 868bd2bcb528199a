"""A statement as one plain sentence, always worded the same way, to be compared with the text."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.model.attributions import Chain
from sayso.model.figures import Interval, Quantity

if TYPE_CHECKING:  # the sentence is a method of Statement, which would otherwise import itself
    from sayso.model.statements import Statement

_BOUND_WORDS = {
    "exact": "",
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
}
_MODALITY_WORDS = {
    "asserted": "",
    "estimated": " (an estimate)",
    "conditional": " (on a condition)",
    "predicted": " (a prediction)",
    "denied": " (denied)",
    "doubted": " (doubted)",
}
_PERIOD_WORDS = {
    "PT1H": "hour", "P1D": "day", "P1W": "week", "P2W": "fortnight", "P1M": "month", "P3M": "quarter", "P1Y": "year",
    "P10Y": "decade",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def read_back(statement: "Statement") -> str:
    """The statement as a sentence: who says it, how much of what, what happened, when, where, and which kind of figure.

    Returns:
        'LA Report says Die Welt says: 21,600 soldiers, "abandoning", in October 2025, Ukraine (desertion, flow).'
    """
    parts = [f"{_amount(statement.quantity, statement.figure.exact)}{_counted(statement)}{_share(statement)}"]
    if about := _about(statement):
        parts.append(f"said of {about}")
    if statement.event is not None:
        parts.append(f'"{statement.event.exact}"')
    if statement.per is not None:
        parts.append(f"every {_PERIOD_WORDS.get(statement.per, statement.per)}")
    if statement.interval is not None and (when := _when(statement.interval)):
        parts.append(when)
    if statement.place is not None:
        parts.append(statement.place.name)
    kind = f"{statement.measure}, {statement.aspect}" if statement.measure else statement.aspect
    voices = _voices(statement.attribution.chains[0])
    return f"{voices}: {', '.join(parts)} ({kind}){_MODALITY_WORDS[statement.modality]}."


def _voices(chain: Chain) -> str:
    names = [hop.agent or "The outlet" for hop in chain.hops]
    return " ".join(f"{name} says" for name in names)


def _amount(quantity: Quantity, figure: str) -> str:
    figure = " ".join(figure.split())
    if quantity.bound == "vague":
        return f"an unstated number ({figure})"
    if quantity.bound == "range":
        return " ".join(quantity.as_written.split())  # with the "between" of "between 3 and 5"
    return _BOUND_WORDS[quantity.bound] + figure


def _counted(statement: "Statement") -> str:
    if statement.counted is not None:
        return " " + " ".join(statement.counted.exact.split())
    return f" [{statement.quantity.unit}]" if statement.quantity.unit else ""


def _about(statement: "Statement") -> str:
    """What the figure is said of, where it counts no thing or only measures one."""
    shown = statement.about
    if statement.counted is not None:
        shown = tuple(one for one in shown if one.role in ("of", "noun"))
    words = (" ".join(one.exact.split()) for one in shown)
    return ", ".join(f'"{one}"' for one in words)


def _share(statement: "Statement") -> str:
    return " as a share" if statement.aspect == "share" else ""


def _when(interval: Interval) -> str:
    start = _day(interval.start, interval.start_precision, is_end=False)
    end = _day(interval.end, interval.end_precision, is_end=True)
    if interval.kind == "as_of":
        return f"as of {end or start}" if end or start else ""
    if interval.kind == "habitual":
        return f"from {start} to {end}" if start and end else ""
    if interval.kind == "since" and start:
        return f"since {start}"
    if start and end:
        once = "on" if interval.start_precision == "day" else "in"
        return f"{once} {start}" if start == end else f"from {start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else ""


def _day(day: str | None, precision: str, *, is_end: bool) -> str:
    if day is None:
        return ""
    value = date.fromisoformat(day) - timedelta(days=1 if is_end else 0)
    if precision == "year":
        return str(value.year)
    if precision == "month":
        return f"{_MONTHS[value.month - 1]} {value.year}"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
