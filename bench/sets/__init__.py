"""The sets that have a scorer, by name."""

from bench.sets import (
    factuality,
    fakes,
    gold,
    gva,
    idmc_idetect,
    idmc_kili,
    injected,
    newsquant,
    polnear,
    reporting_delay,
    reports,
    tempeval3,
    truth_flights,
    truth_population,
    vitaminc_numeric,
)
from bench.tallies import BenchSet

SETS: dict[str, BenchSet] = {
    one.name: one
    for one in (
        newsquant.SET, fakes.SET, idmc_kili.SET, idmc_idetect.SET, gva.SET, tempeval3.SET, gold.SET, reports.SET,
        reports.HELD_SET, polnear.SET, factuality.SET, vitaminc_numeric.SET, injected.SET,
        truth_population.SET, truth_flights.SET, reporting_delay.SET,
    )
}  # fmt: skip
"""Every scorer, in the order of printing."""

__all__ = ["SETS"]
