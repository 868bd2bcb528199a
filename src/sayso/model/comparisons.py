"""A claim held against evidence: the amounts read from both, which was held against which, and what came of it."""

from typing import Literal

import msgspec

from sayso.model.figures import Interval, Quantity
from sayso.model.findings import Assumption
from sayso.model.spans import Span

AmountKind = Literal["count", "share", "money", "measure", "length", "age", "rating", "rank", "score", "year"]
Verdict = Literal["supports", "refutes", "undecided"]


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """One number of a short text with the words that say what it is about.

    A figure is one, and so are the numbers that are no figures of a report: a rank ("42nd"), the score of a game
    ("2-1"), a rating ("6.9/10"), a year, "more than once".

    Attributes:
        span: The number with its bound words.
        kind: What kind of number it is; only like is held against like.
        quantity: How much.
        behind: Base forms of the words behind the number, up to the next number or comma, in text order.
        before: Base forms of the words before it, back to the number or comma before, in text order.
        place: The words behind it or before it that are names, lower case.
        other: The second number of a score; else None.
        when: The time that its sentence gives; None when that gives none.
    """

    span: Span
    kind: AmountKind
    quantity: Quantity
    behind: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    other: int | float | None = None
    when: Interval | None = None


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One amount of the claim held against one of the evidence.

    Attributes:
        claim: Where the claim's amount stands.
        evidence: Where that of the evidence stands; None when the evidence has none like it.
        verdict: What this pair alone says of the claim.
        words: The arithmetic in words.
    """

    claim: Span
    evidence: Span | None
    verdict: Verdict
    words: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What ``sayso.compare`` returns.

    Attributes:
        verdict: Whether the numbers of the evidence support the claim's numbers, refute one, or leave them undecided.
        pairs: Which amount of the claim was held against which of the evidence, in the order of the claim.
        reason: Why it is undecided, as a sentence; None when it is decided.
        assumptions: What has to hold for the verdict.
    """

    verdict: Verdict
    pairs: tuple[Held, ...]
    reason: str | None
    assumptions: tuple[Assumption, ...]
