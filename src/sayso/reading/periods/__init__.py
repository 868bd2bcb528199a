"""The time reader of READ: English text in; dates, periods, durations and recurring times out, as ISO intervals."""

from sayso.reading.periods.find import find_periods, find_time_spans, find_timexes
from sayso.reading.periods.period import Period, PeriodKind, Timex, TimexType

__all__ = ["Period", "PeriodKind", "Timex", "TimexType", "find_periods", "find_time_spans", "find_timexes"]
