"""German hospital admissions by day of registration: what a day's count will be, told on that day itself.

An item is a day from the 61st of the file on; nothing reported after it is seen (rolling origin). Definitions, against
the count after 40 days, for all ages together:

- ``mape_lag0``: mean share by which ``sayso.nowcast`` is off for the day itself.
- ``chain_ladder_mape_lag0``: the same by the chain ladder.
- ``cover90``: the final count lies in the 90% range.
- ``first_half_...``, ``second_half_...``: the same for the earlier and the later half of the days. The settings of the
  method were chosen on the first.

Source:
    Robert Koch Institute, COVID-19 hospitalisations in Germany 2021, as in the package baselinenowcast.
"""

import datetime as dt
import functools
from collections.abc import Mapping
from typing import NamedTuple

from bench.data import Item, load_items
from bench.tallies import Addend, AnyTally, BenchSet, Metric, one_if, pair_up
from sayso import ReportedCount, nowcast

_AGES = "00+"
_MAX_DELAY = 40
_FIRST = 60
"""How many days are seen before the first nowcast."""

_MEASURED = (Metric("mape_lag0", "mae"), Metric("chain_ladder_mape_lag0", "mae"), Metric("cover90", "share"))
METRICS = (
    *_MEASURED,
    *(Metric(f"{half}_half_{one.name}", one.kind) for half in ("first", "second") for one in _MEASURED),
)


class Counts(NamedTuple):
    """The file: what is reported of each day, and the final counts."""

    reports: tuple[ReportedCount, ...]
    final: Mapping[dt.date, int]


@functools.cache
def read_counts() -> Counts:
    """The counts for all ages."""
    day = dt.date.fromisoformat
    reports = tuple(
        ReportedCount(
            reference_date=day(row["reference_date"]), report_date=day(row["report_date"]), count=row["count"]
        )
        for row in load_items("reporting_delay")
        if row["age_group"] == _AGES and row["count"]
    )
    final: dict[dt.date, int] = {}
    for report in reports:
        final[report.reference_date] = final.get(report.reference_date, 0) + report.count
    return Counts(reports, final)


def load(limit: int | None) -> list[Item]:
    """The days on which to look at what is known."""
    days = sorted(read_counts().final)[_FIRST:]
    middle = len(days) // 2
    items = [{"id": f"{day}", "half": "first" if place < middle else "second"} for place, day in enumerate(days)]
    return items[:limit]


def count(item: Item) -> AnyTally:
    """One day."""
    counts, today = read_counts(), dt.date.fromisoformat(item["id"])
    known = [report for report in counts.reports if report.report_date <= today]
    true = counts.final[today]
    ours = nowcast(known, as_of=today, max_delay=_MAX_DELAY)[-1]
    ladder = nowcast(known, as_of=today, max_delay=_MAX_DELAY, method="chain_ladder")[-1]
    low, high = ours.low, ours.high
    found: dict[str, Addend] = {
        "mape_lag0": pair_up([1.0], [ours.best / true]),
        "chain_ladder_mape_lag0": pair_up([1.0], [ladder.best / true]),
        "cover90": one_if(low is not None and high is not None and low <= true <= high),
    }
    return found | {f"{item['half']}_half_{name}": addend for name, addend in found.items()}


SET = BenchSet("reporting_delay", METRICS, load, count)
