"""What ESTIMATE says: low, best and high, with every input named as used or excluded, and what it rests on."""

from typing import Literal

import msgspec

from sayso.model.figures import Aspect, Interval
from sayso.model.measures import Measure
from sayso.model.policies import Policy
from sayso.model.statements import Relation, Statement

FactorKind = Literal["source", "measure", "doubt", "common"]


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """Where a value lies: with 5, 25, 50, 75 and 95 % below.

    Attributes:
        low: 5 % lie below.
        lower: 25 %.
        best: 50 %.
        upper: 75 %.
        high: 95 %.
    """

    low: float
    lower: float
    best: float
    upper: float
    high: float


class EstimateInput(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that an estimate looked at.

    Attributes:
        statement: The statement's id.
        is_used: Whether the estimate rests on it.
        reason: Why it was used or left out.
        origin: Who the figure comes from; None for one left out.
        copy_of: The statement that stands for it, of which it is a copy; else None.
        predicted: What the other figures lead one to expect it to say; None for one left out.
        tail_low: How likely the others make a figure as low as this.
        tail_high: How likely they make one as high.
        p_value: Twice the smaller tail, at most 1: under 0.05 is surprising.
        q_value: The same, held against how many figures were looked at.
        shift: By what the best value would be multiplied without it.
        is_shift_clear: Whether that is more than twice what chance in drawing makes.

    Source:
        Benjamini and Hochberg 1995 for ``q_value``.
    """

    statement: str
    is_used: bool
    reason: str
    origin: str | None = None
    copy_of: str | None = None
    predicted: Spread | None = None
    tail_low: float | None = None
    tail_high: float | None = None
    p_value: float | None = None
    q_value: float | None = None
    shift: float | None = None
    is_shift_clear: bool = False


class EstimatePeriod(msgspec.Struct, frozen=True, kw_only=True):
    """One month of an estimate.

    Attributes:
        start: Its first day, ``YYYY-MM-DD``.
        end: The first day after.
        reported: What the sources jointly report.
        truth: The true number, a bias that all sources share included.
    """

    start: str
    end: str
    reported: Spread
    truth: Spread


class EstimateFactor(msgspec.Struct, frozen=True, kw_only=True):
    """By what the figures of a source, or under a doubt, or of another measure, differ from the truth.

    Attributes:
        name: The source, the measure, or the doubt.
        kind: ``source``, ``measure``, ``doubt`` or ``common``.
        prior: Before any report.
        posterior: After all of them.
        without_shift: By what the best value would be multiplied without it; None where it was not tried.
        without_width: By what the width of the band would be, on the log scale.
        is_shift_clear: Whether the shift is more than twice what chance in drawing makes.
    """

    name: str
    kind: FactorKind
    prior: Spread
    posterior: Spread
    without_shift: float | None = None
    without_width: float | None = None
    is_shift_clear: bool = False


class EstimateReading(msgspec.Struct, frozen=True, kw_only=True):
    """One way to read the figures that can be read in several.

    Attributes:
        choices: Statement and reading, as ``"ID: words"``, in the order of the ids.
        prior: How likely before anything is known.
        posterior: How likely after all reports.
    """

    choices: tuple[str, ...]
    prior: float
    posterior: float


class EstimateBasis(msgspec.Struct, frozen=True, kw_only=True):
    """All that an estimate was made from, so that it can be made again.

    Attributes:
        statements: Every statement looked at.
        relations: How they hang together.
        measures: The measures involved.
        policy: The policy in full.
        measure: As asked for.
        place: As asked for.
        start: As asked for.
        end: As asked for.
        by: As asked for.
    """

    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    measures: tuple[Measure, ...]
    policy: Policy
    measure: str
    place: str | None
    start: str | None
    end: str | None
    by: Literal["month"] = "month"


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """The range that the evidence supports.

    Attributes:
        id: Digest of the other fields.
        measure: What is estimated.
        place: Code or name of the place; None for the one place that the figures name, or for none.
        interval: When; None where neither the question nor a report says.
        aspect: What kind of figure the result is: a flow, the total over the interval.
        low: Lower end of the band of the true number; None where there is no interval.
        best: Its middle.
        high: Its upper end.
        level: What share of true values such bands should cover, 0..1.
        reported: What the sources jointly report; None where there is no interval.
        truth: The true number, a bias that all sources share included.
        contraction: How much of the prior's spread is left in ``reported``: near 1, the reports say nothing.
        truth_contraction: The same in ``truth``.
        elasticity: By how much the best value falls, in percent, for every percent that all sources overstate.
        series: The months of the interval.
        factors: The sources, doubts and measures involved.
        readings: How the figures can be read, the likeliest first; empty where there is one way.
        inputs: Every statement looked at.
        independent_origins: How many origins the used statements have.
        caveats: What the reports alone do not determine, and what else must be known, as sentences.
        ess: How many equal draws the weighted ones are worth; under 50 the ends of bands are rough.
        draws: How many there are.
        method: The versioned method.
        policy: Name, version and digest of the policy.
        code_version: The version of sayso.
        seed: The seed of the random draws.
        basis: All that it was made from.
    """

    id: str
    measure: str
    place: str | None
    interval: Interval | None
    aspect: Aspect
    low: float | None
    best: float | None
    high: float | None
    level: float
    reported: Spread | None
    truth: Spread | None
    contraction: float | None
    truth_contraction: float | None
    elasticity: float | None
    series: tuple[EstimatePeriod, ...]
    factors: tuple[EstimateFactor, ...]
    readings: tuple[EstimateReading, ...]
    inputs: tuple[EstimateInput, ...]
    independent_origins: int
    caveats: tuple[str, ...]
    ess: float
    draws: int
    method: str
    policy: str
    code_version: str
    seed: int
    basis: EstimateBasis
