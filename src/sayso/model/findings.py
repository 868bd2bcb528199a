"""What CHECK finds: statements that cannot all be true, and under which assumptions."""

from collections.abc import Iterator
from typing import Literal, get_args

import msgspec

FindingKind = Literal[
    "parts_and_whole", "flow_and_rate", "flow_and_total", "rate_and_total", "share_and_counts", "change_and_levels",
    "falling_total", "record", "two_values", "unit_slip", "dates", "stock_and_flows", "headline_and_body",
]  # fmt: skip


Lens = Literal["literal", "conveyed", "linked", "average", "each_period"]
"""How much beyond the words a check assumes, from the weakest reading to the strongest; each takes in those before."""


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


class WouldHold(msgspec.Struct, frozen=True, kw_only=True):
    """What a figure would have to be if it alone were wrong.

    Attributes:
        statement: Id of the statement.
        low: The least that the others leave; 0 when they set none.
        high: The most that the others leave; None when open.
        factor: By how much the figure is off that, as a ratio above 1; None when it cannot be divided.
    """

    statement: str
    low: int | float
    high: int | float | None
    factor: float | None


class ProofTerm(msgspec.Struct, frozen=True, kw_only=True):
    """A factor times the sum of something over some days.

    Attributes:
        of: What is summed: a measure's id, or ``"topic"`` for what the finding is about, or ``"part 1"``.
        start: First day, ``YYYY-MM-DD``; None for the beginning, or where no days are told apart.
        end: First day after it; None where no days are told apart.
        factor: An exact fraction: ``"1"``, ``"-9/20"``.
    """

    of: str
    start: str | None
    end: str | None
    factor: str


class ProofRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the arithmetic of a finding.

    Amounts are never negative. The sums of the rows of side ``least``, each times its multiplier, less those of side
    ``most``, are nowhere above zero; their bounds are above zero. So not all rows can hold.

    Attributes:
        side: ``least`` when the sum is at least the bound, ``most`` when it is at most that.
        terms: The sum.
        bound: An exact fraction: ``"21550"``, ``"549/12"``.
        multiplier: How often the row enters, as an exact fraction.
        statements: Ids of the statements that the row rests on; empty for how measures stand to each other.
        assumptions: Keys of the assumptions that it rests on.
    """

    side: Literal["least", "most"]
    terms: tuple[ProofTerm, ...]
    bound: str
    multiplier: str
    statements: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


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
        lens: The weakest lens under which it appears: ``literal``, ``conveyed``, ``linked``, ``average`` or
            ``each_period``.
        common_factor: The least factor by which all its figures would have to be off together for the rest to hold;
            None when no factor is enough, or where a row multiplies or balances several figures.
        would_hold: What each figure would have to be if it alone were wrong.
        proof: The arithmetic, exact, for anybody to recompute.
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
    lens: Lens = "literal"
    common_factor: float | None = None
    would_hold: tuple[WouldHold, ...] = ()
    proof: tuple[ProofRow, ...] = ()


class ImpliedRange(msgspec.Struct, frozen=True, kw_only=True):
    """What figures that can all hold imply for a measure over some days; ``sayso.find_range`` returns it.

    Attributes:
        measure: The measure's id.
        start: First day, ``YYYY-MM-DD``.
        end: First day after it.
        low: The least that it can have been; 0 when nothing sets more.
        high: The most that it can have been; None when nothing limits it.
        low_statements: Ids of the statements that set the least.
        high_statements: Ids of the statements that set the most.
        lens: The lens under which the figures were read.
        assumptions: What the two ends rest on.
        given_up: Ids of statements, and keys of assumptions, left out because not all can hold.
        complete: False when a limit stopped the search for the largest set that can hold.
    """

    measure: str
    start: str
    end: str
    low: int | float
    high: int | float | None
    low_statements: tuple[str, ...] = ()
    high_statements: tuple[str, ...] = ()
    lens: str = "literal"
    assumptions: tuple[Assumption, ...] = ()
    given_up: tuple[str, ...] = ()
    complete: bool = True


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

    def count_by_lens(self) -> dict[Lens, int]:
        """How many findings appear under each lens, the weakest first; 0 says that everything compared holds."""
        order = get_args(Lens)
        return {lens: sum(order.index(one.lens) <= rank for one in self.findings) for rank, lens in enumerate(order)}

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __bool__(self) -> bool:
        return bool(self.findings)
