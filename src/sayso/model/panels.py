"""What ESTIMATE takes from tables: claims of sources about objects, and counts that are reported late."""

import datetime as dt
import math

import msgspec

from sayso.model.errors import PeriodError, QuantityError


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What one source says the value of one object is.

    Attributes:
        object: What the value is of: "population of Ulm, 2000".
        source: Who says so.
        value: The value, finite.
        date: When it was said; None where that is not known.
    """

    object: str
    source: str
    value: float
    date: dt.date | None = None

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise QuantityError(f"expected a finite number, found {self.value}", where=f"{self.object!r}")


class ReportedCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many events of one day became known on another.

    Attributes:
        reference_date: When they happened, or a day that stands for the week in which they did, always the same
            weekday.
        report_date: When they became known, by weeks too where the other is; not before ``reference_date``.
        count: How many became known then, 0 or more; those known before are not counted again.
    """

    reference_date: dt.date
    report_date: dt.date
    count: int

    def __post_init__(self) -> None:
        where = f"{self.reference_date}"
        if self.report_date < self.reference_date:
            raise PeriodError(f"expected a report on {where} or later, found one on {self.report_date}", where=where)
        if self.count < 0:
            raise QuantityError(f"expected a count of 0 or more, found {self.count}", where=where)
