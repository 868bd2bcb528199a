"""Values in the few words that a table cell or a record has room for, the same in the terminal and on the page."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.model import (
    About,
    Bound,
    Chain,
    CheckReport,
    Counted,
    Hop,
    Interval,
    Reading,
    Relation,
    Statement,
)

BOUND_SIGNS: dict[Bound, str] = {
    "exact": "=", "about": "≈", "at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<",
    "range": "↔", "vague": "?",
}  # fmt: skip
"""The sign of every bound: the cue that does not need colour."""

BOUND_MEANINGS: dict[Bound, str] = {
    "exact": "the number as said",
    "about": "near the number: about, nearly, an estimated",
    "at_least": "the number or more",
    "more_than": "more than the number",
    "at_most": "the number or fewer",
    "less_than": "less than the number",
    "range": "between two numbers",
    "vague": "words without a number: thousands, entire battalions",
}

PERIODS = {
    "PT1H": "hour", "P1D": "day", "P1W": "week", "P2W": "fortnight", "P1M": "month", "P3M": "quarter",
    "P1Y": "year", "P10Y": "decade",
}  # fmt: skip
_LONGEST_JOIN = 16
"""Characters between a number and what it counts that are repeated with them."""
_LONGEST_ABOUT = 40
"""Characters of what a figure is about that a table cell has room for; longer ones give their head noun."""
_NEAREST = ("of", "noun", "object", "subject")
"""Roles of what a figure is about, the one that tells most first."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RELATION_WORDS = {
    "doubts": "doubts", "denies": "denies", "disputes_motive": "disputes the motive for", "ranks": "ranks",
    "withholds_assent": "withholds assent to", "implies": "implies", "repeats": "repeats",
    "copies": "copies", "revises": "revises", "supersedes": "supersedes", "part_of": "is part of",
    "adds_to": "adds to", "restates": "restates",
}  # fmt: skip
_DIRECTION_WORDS = {"understated": "may be too low", "overstated": "may be too high", "open": "may be wrong either way"}
# C0 and C1 controls but tab and line feed, and the marks that turn the direction of what follows: a text must not be
# able to move the cursor of a terminal or make 12 look like 21.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Amounts(NamedTuple):
    """Low, best and high as a reader sees them; ``open``: the words set no limit, ``?``: they name no value."""

    low: str
    best: str
    high: str
    conveyed: str
    """What the words convey beyond logic, such as ``up to 240,000``; empty when nothing."""


class Tally(NamedTuple):
    """What a reading holds, counted."""

    figures: int
    vague: int
    named: int
    unnamed: int


def make_safe(text: str) -> str:
    r"""The text with every control character and every direction override replaced by U+FFFD.

    Examples:
        >>> make_safe("12\x1b[2J dead")
        '12�[2J dead'
    """
    return _UNSAFE.sub("\ufffd", text.replace("\r\n", "\n"))


def squeeze(text: str) -> str:
    """The safe text on one line."""
    return " ".join(make_safe(text).split())


def format_number(value: int | float) -> str:
    """The number with thousands separators.

    Examples:
        >>> format_number(1234567), format_number(2.5), format_number(3.0)
        ('1,234,567', '2.5', '3')
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


def describe_amounts(statement: Statement) -> Amounts:
    """Low, best and high of a statement; a share in percent."""
    quantity = statement.quantity

    def show(value: int | float | None, absent: str) -> str:
        if value is None:
            return absent
        return f"{format_number(round(value * 100, 9))}%" if statement.aspect == "share" else format_number(value)

    conveyed = ""
    if quantity.conveyed_high is not None:
        conveyed = f"up to {show(quantity.conveyed_high, '')}"
    elif quantity.conveyed_low is not None:
        conveyed = f"from {show(quantity.conveyed_low, '')}"
    return Amounts(show(quantity.low, "open"), show(quantity.best, "?"), show(quantity.high, "open"), conveyed)


def describe_figure(statement: Statement) -> str:
    """The figure as written, and what is counted when the words do not hold it already; else what it is about."""
    written = squeeze(statement.quantity.as_written)
    if statement.counted is None:
        unit = statement.quantity.unit
        named = f"{written} [{unit}]" if unit and unit.lower() not in written.lower() else written
        return f"{named} ({_name_about(statement.about)})" if statement.about else named
    counted = squeeze(statement.counted.exact)
    if counted.lower() in written.lower():
        return written
    return f"{written}{_join_words(statement, statement.counted)}{counted}"


def _name_about(about: Sequence[About]) -> str:
    """The one thing that tells most of what a figure is about: what it measures before who it is said of."""
    nearest = min(about, key=lambda one: _NEAREST.index(one.role))
    words = squeeze(nearest.exact)
    return words if len(words) <= _LONGEST_ABOUT else nearest.lemma


def _join_words(statement: Statement, counted: Counted) -> str:
    start, end = statement.figure.end - statement.passage.start, counted.start - statement.passage.start
    between = squeeze(statement.passage.exact[start:end]) if 0 <= start <= end else ""
    # "thousands of soldiers", but not a whole clause between the number and what it counts
    is_short = between.replace(" ", "").isalpha() and len(between) <= _LONGEST_JOIN
    return f" {between} " if is_short and statement.quantity.as_written.endswith(statement.figure.exact) else " "


def describe_bound(bound: Bound) -> str:
    """The bound in plain words: ``more than``."""
    return bound.replace("_", " ")


def describe_aspect(statement: Statement) -> str:
    """The aspect, for a rate with its period: ``rate / month``."""
    if statement.per is None:
        return statement.aspect
    return f"{statement.aspect} / {PERIODS.get(statement.per, statement.per)}"


def describe_interval(interval: Interval | None) -> str:
    """The time a figure is about, short: ``Oct 2025``, ``since Jan 2025``; empty when the text does not say."""
    if interval is None:
        return ""
    start = _day(interval.start, interval.start_precision, is_end=False)
    end = _day(interval.end, interval.end_precision, is_end=True)
    written = squeeze(interval.as_written or "")
    if interval.kind == "habitual":
        limits = f"{start or '…'} – {end or '…'}" if start or end else ""
        return " ".join(filter(None, (written, limits and f"({limits})"))) or "habitual"
    if interval.kind == "as_of":
        return f"as of {end or start}" if end or start else written
    if interval.kind == "since" and start:
        return f"since {start}"
    if start and end:
        return start if start == end else f"{start} – {end}"
    return f"from {start}" if start else f"until {end}" if end else written


def describe_hop(hop: Hop) -> str:
    """A hop's name; one that the words do not state is marked with how it was linked."""
    name = squeeze(hop.agent) if hop.agent else "the outlet" if hop.role == "publisher" else "unknown"
    return name if hop.link == "stated" else f"{name} ({hop.link})"


def describe_chain(chain: Chain) -> str:
    """Who says so, the publisher first: ``LA Report < Die Welt < ?``.

    The question mark stands for an origin that the text does not name; a described one stands in brackets.
    """
    names = [describe_hop(hop) for hop in chain.hops]
    if upstream := describe_upstream(chain):
        names.append(upstream)
    return " < ".join(names)


def describe_upstream(chain: Chain) -> str:
    """Where the innermost hop has it from: ``?`` when not stated, empty when nowhere else."""
    upstream = squeeze(chain.upstream)
    if upstream in ("", "none"):
        return ""
    return "?" if upstream == "not stated" else f"({upstream})"


def describe_relation(relation: Relation, labels: Mapping[str, str]) -> str:
    """How statements hang together, or what a voice makes of them, with the words that say so.

    Args:
        relation: The relation.
        labels: The name to print for each statement id; an id without one is shortened.

    Returns:
        'Harbour Gazette doubts (may be too low) [1] [2]: "Both numbers are probably too low"'
    """
    targets = " ".join(labels.get(target, shorten_id(target)) for target in relation.targets)
    words = _RELATION_WORDS[relation.kind]
    if relation.direction:
        words = f"{words} ({_DIRECTION_WORDS[relation.direction]})"
    cue = f': "{squeeze(relation.cue.exact)}"' if relation.cue else ""
    if relation.source is None:
        return f"{squeeze(relation.by or 'the outlet')} {words} {targets}{cue}"
    source = labels.get(relation.source, shorten_id(relation.source))
    voice = f", says {squeeze(relation.by)}" if relation.by else ""
    return f"{source} {words} {targets}{voice}{cue}"


def describe_kind(kind: str) -> str:
    """The name of a check in plain words: ``flow and rate``."""
    return kind.replace("_", " ")


def count_statements(reading: Reading) -> Tally:
    """How many figures and vague ones a reading holds, and how many voices besides the publisher."""
    vague = sum(statement.quantity.bound == "vague" for statement in reading.statements)
    voices = {
        (hop.agent, hop.type == "unnamed")
        for statement in reading.statements
        for hop in statement.attribution.chains[0].hops
        if hop.role != "publisher" and hop.agent
    }
    unnamed = sum(is_unnamed for _, is_unnamed in voices)
    return Tally(len(reading.statements) - vague, vague, len(voices) - unnamed, unnamed)


def summarize(reading: Reading, report: CheckReport | None) -> str:
    """The reading in one line.

    Returns:
        '4 figures, 4 vague · 3 named speakers, 2 unnamed · 2 findings, 3 checks not run'
    """
    tally = count_statements(reading)
    parts = [f"{count(tally.figures, 'figure')}, {tally.vague} vague"]
    parts.append(f"{count(tally.named, 'named speaker')}, {tally.unnamed} unnamed")
    parts.append("not checked" if report is None else summarize_check(report))
    return " · ".join(parts)


def summarize_check(report: CheckReport) -> str:
    """The check in one line: findings, and checks that did not run."""
    words = f"{count(len(report.findings), 'finding')}, {count(len(report.not_checked), 'check')} not run"
    return words if report.complete else f"{words}, stopped at a limit"


def count(number: int, noun: str) -> str:
    """A number and its noun, plural with an s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def join_names(names: Sequence[str]) -> str:
    """Names as a list in words, the last after "or".

    Examples:
        >>> join_names(["[1]", "[3]", "(a)"])
        '[1], [3] or (a)'
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def number_statements(statements: Sequence[Statement]) -> dict[str, str]:
    """The footnote of every statement by its id: ``[1]``, ``[2]`` in the order given."""
    return {statement.id: f"[{number}]" for number, statement in enumerate(statements, start=1)}


def shorten_id(identifier: str) -> str:
    """The first characters of an id, enough for ``sayso why``."""
    return identifier[:8]


def _day(day: str | None, precision: str, *, is_end: bool) -> str:
    if day is None:
        return ""
    value = dt.date.fromisoformat(day) - dt.timedelta(days=1 if is_end else 0)
    if precision in ("year", "decade"):
        return str(value.year)
    month = f"{_MONTHS[value.month - 1]} {value.year}"
    return month if precision in ("month", "quarter", "season") else f"{value.day} {month}"
