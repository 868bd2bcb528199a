"""What CHECK finds: statements that cannot all be true, and under which assumptions."""

from collections.abc import Iterator
from typing import Literal

import msgspec

FindingKind = Literal[
    "parts_and_whole", "flow_and_rate", "flow_and_total", "rate_and_total", "share_and_counts", "change_and_levels",
    "falling_total", "record", "two_values", "unit_slip", "dates", "headline_and_body",
]  # fmt: skip


class Assumption(msgspec.Struct, frozen=True, kw_only=True):
    """Something that has to hold for statements to be compared at all.

    Attributes:
        key: Short name, the same in every finding: ``"each_period"``, ``"one_case_per_person"``,
            ``"over_means_not_much_over"``.
        words: The assumption as a sentence.
        statement: The statement whose reading it is; None when it ties two measures together.
    """

    key: str
    words: str
    statement: str | None = None


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """What one side of a clash makes of the quantity at issue.

    Attributes:
        statements: Ids of the statements on this side.
        low: The least they allow; None when open.
        high: The most they allow; None when open.
        words: The arithmetic in words, with its number of periods.
    """

    statements: tuple[str, ...]
    low: int | float | None
    high: int | float | None
    words: str


class Repair(msgspec.Struct, frozen=True, kw_only=True):
    """One single step that resolves the finding.

    Attributes:
        drop: The statement id or assumption key to give up.
        words: What that means, as a sentence.
    """

    drop: str
    words: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Statements plus assumptions that cannot all hold.

    Attributes:
        id: Digest of kind, statements and assumption keys.
        kind: Which check found it.
        statements: Ids of the statements, in the order of the sentence. No smaller set clashes.
        assumptions: What must be assumed for the clash; empty when the statements alone clash.
        sentence: The finding in words.
        sides: What each side makes of the quantity at issue.
        factor: By how much the sides are apart, as a ratio above 1; None when they cannot be divided.
        repairs: Every single step that resolves it.
        stage: The versioned stage that found it.
    """

    id: str
    kind: FindingKind
    statements: tuple[str, ...]
    assumptions: tuple[Assumption, ...]
    sentence: str
    sides: tuple[Side, ...]
    factor: float | None
    repairs: tuple[Repair, ...]
    stage: str


class NotChecked(msgspec.Struct, frozen=True, kw_only=True):
    """A check that did not run, or figures that could not be compared.

    Attributes:
        kind: The check.
        statements: Ids of the statements concerned.
        reason: Why it did not run, as a sentence.
    """

    kind: FindingKind
    statements: tuple[str, ...]
    reason: str


class CheckReport(msgspec.Struct, frozen=True, kw_only=True):
    """What ``sayso.check`` returns; iterating over it gives the findings.

    Attributes:
        findings: What cannot all be true, those with the fewest assumptions first.
        not_checked: What was not compared, and why.
        checked: How many comparisons ran.
        complete: False when a limit stopped the search.
    """

    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    checked: int
    complete: bool = True

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __bool__(self) -> bool:
        return bool(self.findings)
