"""The policy of an estimate: every prior that it rests on, each with its reason, stored with the result."""

from typing import Literal

import msgspec

DoubtKind = Literal["understated", "overstated", "open", "denied"]


class Prior(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A normal prior on the logarithm of a factor.

    Attributes:
        mean: Of the logarithm; 0 is a factor of 1.
        spread: Standard deviation of the logarithm: 0.25 is about a quarter either way.
        reason: Why these numbers.
    """

    mean: float = 0.0
    spread: float
    reason: str


class SourceClass(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far the figures of one kind of source are trusted.

    Attributes:
        id: Its name.
        spread: Standard deviation of the logarithm of its bias.
        words: Words one of which stands in the names of such sources, in lower case.
        roles: Roles in a chain that make a source one of these, where no words do.
        is_anchor: Whether it is taken as nearly the truth, so that it fixes the level.
        reason: Why.
    """

    id: str
    spread: float
    words: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    is_anchor: bool = False
    reason: str


class NamedSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known about one source.

    Attributes:
        name: Its name as chains give it, in upper or lower case.
        source_class: The id of its class.
        mean: Of the logarithm of its bias: 0.2 for one whose interest inflates, -0.2 for one whose interest deflates.
        reason: Why.
    """

    name: str
    source_class: str
    mean: float = 0.0
    reason: str = ""


class RateReading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One reading of a rate that does not say since when it holds.

    Attributes:
        key: ``this_year``, ``last_three_months`` or ``whole_time``.
        share: How likely it is before anything is known.
    """

    key: Literal["this_year", "last_three_months", "whole_time"]
    share: float


class Policy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every prior of an estimate.

    Attributes:
        policy: Its name.
        version: Of this file.
        level: Of the monthly rate, around the middle of what the reports say; its mean is not used.
        walk: Of the spread of change from month to month; the mean is the logarithm of it.
        trust: Of the factor on the spreads of all sources.
        noise: Of the noise beyond bias and rounding; the mean is the logarithm of it.
        outlier_share: How many reports are far off.
        outlier_factor: How much wider their noise is.
        common: Of the bias that all sources share.
        measure_ratio: Of the ratio of two measures, where a codebook gives none; its mean is not used.
        doubts: Of what a voice makes of a figure.
        denial_widens: What the spread of a speaker's bias is multiplied by when a figure of theirs is denied.
        source_classes: Kinds of sources, the first that fits is taken, the last for all others.
        sources: What is known about single sources.
        rate_readings: Readings of "every month", without a beginning.
        rounding: How likely a number is to stand on its own grid, the ten times finer, and the coarser one of five.
        bound_tight: How likely "over N" is to mean not much over N.
        few: Counts below which chance is added: of so few, it matters.
        rate_without_reports: The monthly rate that the prior is centred on where no report tells one.
    """

    policy: str
    version: int
    level: Prior
    walk: Prior
    trust: Prior
    noise: Prior
    outlier_share: float
    outlier_factor: float
    common: Prior
    measure_ratio: Prior
    doubts: dict[DoubtKind, Prior]
    denial_widens: float
    source_classes: tuple[SourceClass, ...]
    sources: tuple[NamedSource, ...] = ()
    rate_readings: tuple[RateReading, ...]
    rounding: tuple[float, float, float]
    bound_tight: float
    few: float
    rate_without_reports: float
