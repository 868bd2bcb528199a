"""What ESTIMATE says: low, best and high, with every input named as used or excluded."""

import msgspec

from sayso.model.figures import Aspect, Interval


class EstimateInput(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that an estimate looked at.

    Attributes:
        statement: The statement's id.
        is_used: Whether the estimate rests on it.
        reason: Why it was used or left out.
        weight: Its share in the result, 0..1; None where the method has no weights.
    """

    statement: str
    is_used: bool
    reason: str
    weight: float | None = None


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """The range that the evidence supports.

    Attributes:
        id: Digest of the other fields.
        measure: What is estimated.
        place: ISO 3166-1 alpha-3 code or place name; None for everywhere.
        interval: When; None when not limited in time.
        aspect: What kind of figure the result is.
        low: Lower end of the band.
        best: The single best value; None when the reports do not determine one.
        high: Upper end of the band.
        level: What share of true values such bands should cover, 0..1.
        method: The versioned method.
        policy: The versioned policy file that weighed hedges and doubts.
        inputs: Every statement looked at.
        independent_origins: How many origins the used statements have.
        caveats: What the reports alone do not determine, as sentences.
        seed: The seed of any random draws; None when there were none.
    """

    id: str
    measure: str
    place: str | None
    interval: Interval | None
    aspect: Aspect
    low: int | float | None
    best: int | float | None
    high: int | float | None
    level: float
    method: str
    policy: str
    inputs: tuple[EstimateInput, ...]
    independent_origins: int
    caveats: tuple[str, ...] = ()
    seed: int | None = None
