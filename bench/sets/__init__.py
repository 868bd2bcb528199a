"""The sets that have a scorer, by name."""

from bench.sets import fakes, gold, gva, idmc_idetect, idmc_kili, newsquant, polnear, reports, tempeval3
from bench.tallies import BenchSet

SETS: dict[str, BenchSet] = {
    module.SET.name: module.SET
    for module in (newsquant, fakes, idmc_kili, idmc_idetect, gva, tempeval3, gold, reports, polnear)
}
"""Every scorer, in the order of printing."""

__all__ = ["SETS"]
