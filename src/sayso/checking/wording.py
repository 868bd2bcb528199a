"""Numbers, days, figures and speakers in plain words, for the sentences of findings."""

import datetime as dt
from fractions import Fraction
from math import ceil, floor

from sayso.checking.bounds import make_fraction
from sayso.checking.periods import BEGINNING, Stretch, to_day
from sayso.model import Statement

PERIODS = {
    "PT1H": "hour", "P1D": "day", "P1W": "week", "P2W": "two weeks", "P1M": "month", "P3M": "quarter", "P1Y": "year",
    "P10Y": "ten years",
}  # fmt: skip
_RATES = {"P1D": "daily", "P1W": "weekly", "P1M": "monthly", "P3M": "quarterly", "P1Y": "yearly", "PT1H": "hourly"}
_BOUNDS = {
    "exact": "", "about": "about ", "at_least": "at least ", "more_than": "over ", "at_most": "up to ",
    "less_than": "under ", "range": "", "vague": "",
}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MAX_LABEL = 48
_DIGITS = 4
_WHOLE = 10**15
"""Floats hold no decimals of numbers from about here on, and none at all of the largest."""


def name_number(value: Fraction | int | float, digits: int = _DIGITS) -> str:
    """A number with thousands separators and no more decimals than it needs.

    Examples:
        >>> name_number(21600), name_number(Fraction(5, 2))
        ('21,600', '2.5')
    """
    exact = make_fraction(value) if isinstance(value, (int, float)) else value
    if exact.denominator == 1 or exact > _WHOLE:
        return f"{round(exact):,}"
    text = f"{float(round(exact, digits)):,.{digits}f}".rstrip("0").rstrip(".")
    return text or "0"


def name_gap(low: Fraction, high: Fraction) -> tuple[str, str]:
    """Two numbers in words, the first rounded down and the second up, with as many decimals as keep them apart.

    Examples:
        >>> name_gap(Fraction(6536393, 10), Fraction(240000))
        ('653,639', '240,000')
    """
    for digits in range(13):
        scale = 10**digits
        below, above = Fraction(floor(low * scale), scale), Fraction(ceil(high * scale), scale)
        if below > above:
            return name_number(below, digits), name_number(above, digits)
    return f"{low}", f"{high}"


def name_day(day: int) -> str:
    """A day in words: ``"24 February 2022"``."""
    date = dt.date.fromordinal(day)
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def name_stretch(stretch: Stretch) -> str:
    """A stretch of days in words, with its preposition.

    Examples:
        >>> name_stretch(Stretch(to_day("2025-10-01"), to_day("2025-11-01")))
        'in October 2025'
    """
    if stretch.start == BEGINNING:
        return f"up to {name_day(stretch.end - 1)}"
    first, last = dt.date.fromordinal(stretch.start), dt.date.fromordinal(stretch.end - 1)
    if first == last:
        return f"on {name_day(stretch.start)}"
    after = dt.date.fromordinal(stretch.end)
    if first.day == after.day == 1:
        if (first.month, after.month) == (1, 1) and after.year == first.year + 1:
            return f"in {first.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"in {MONTHS[first.month - 1]} {first.year}"
    return f"from {name_day(stretch.start)} to {name_day(stretch.end - 1)}"


def name_time(statement: Statement) -> str:
    """When a figure is about, in words; empty when that is not known."""
    if statement.aspect == "rate" and statement.per is not None:
        return f"every {PERIODS.get(statement.per, statement.per)}"
    interval = statement.interval
    if interval is None or (interval.start is None and interval.end is None):
        return ""
    if interval.kind == "since" and interval.start is not None:
        first = dt.date.fromisoformat(interval.start)
        if interval.start_precision == "month":
            return f"since {MONTHS[first.month - 1]} {first.year}"
        return f"since {first.year}" if interval.start_precision == "year" else f"since {name_day(first.toordinal())}"
    if interval.start is None:
        return f"as of {name_day(to_day(interval.end or '') - 1)}"
    start = to_day(interval.start)
    end = start + 1 if interval.end is None else to_day(interval.end)
    words = name_stretch(Stretch(start, max(end, start + 1)))
    return words.replace("on ", "as of ", 1) if interval.kind == "as_of" else words


def name_amount(statement: Statement) -> str:
    """How much, in words: ``"over 230,000"``, ``"15,000 to 18,000"``, ``"20%"``."""
    quantity = statement.quantity
    values = [value for value in (quantity.low, quantity.best, quantity.high) if value is not None]
    if not values or quantity.bound == "vague":
        return " ".join(quantity.as_written.split())
    share = statement.aspect == "share"
    ends = (values[0], values[-1]) if quantity.bound == "range" else (_find_said(statement),) * 2
    first, last = (_name_share(end) if share else name_number(end) for end in ends)
    figure = first if first == last else f"{first} to {last}"
    return _BOUNDS[quantity.bound] + figure


def name_figure(statement: Statement) -> str:
    """How much of what and when: ``"21,600 soldiers in October 2025"``."""
    counted = ""
    if statement.counted is not None and len(statement.counted.exact) <= _MAX_LABEL:
        counted = " " + " ".join(statement.counted.exact.split())
    when = name_time(statement)
    return f"{name_amount(statement)}{counted}{' ' + when if when else ''}"


def name_rate(statement: Statement) -> str:
    """What to call a rate: ``"the monthly range"``, ``"the daily figure"``."""
    noun = "range" if statement.quantity.bound == "range" else "figure"
    return f"the {_RATES.get(statement.per or '', 'periodic')} {noun}"


def find_speaker(statement: Statement) -> str | None:
    """The innermost voice of the preferred chain, the holder of mere data left out; None when nobody is named."""
    hops = statement.attribution.chains[0].hops
    voices = [hop.agent for hop in hops if hop.agent and hop.role != "data producer"]
    return voices[-1] if voices else next((hop.agent for hop in reversed(hops) if hop.agent), None)


def find_origin(statement: Statement) -> str:
    """Where the figure comes from as far as its preferred chain tells: the innermost name, else its document."""
    hops = statement.attribution.chains[0].hops
    name = next((hop.agent for hop in reversed(hops) if hop.agent), None)
    return name.casefold() if name else f"document {statement.document_id}"


def name_claim(statement: Statement) -> str:
    """The figure with its speaker: ``"21,600 soldiers in October 2025 (Die Welt)"``."""
    return f"{name_figure(statement)} ({find_speaker(statement) or 'the report'})"


def join_words(words: list[str]) -> str:
    """A list in words: ``"a, b and c"``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _find_said(statement: Statement) -> int | float:
    quantity = statement.quantity
    order = {
        "at_least": (quantity.low, quantity.best, quantity.high),
        "more_than": (quantity.low, quantity.best, quantity.high),
        "at_most": (quantity.high, quantity.best, quantity.low),
        "less_than": (quantity.high, quantity.best, quantity.low),
    }.get(quantity.bound, (quantity.best, quantity.low, quantity.high))
    return next(value for value in order if value is not None)


def _name_share(value: int | float) -> str:
    return f"{name_number(make_fraction(value) * 100)}%"
