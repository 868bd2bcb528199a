import datetime as dt

import numpy as np
import pytest

from sayso import ReportedCount, SaysoError, nowcast
from sayso.estimation.triangles import climb_ladder, make_triangle

START = dt.date(2024, 1, 1)  # a Monday


def report(reference: int, delay: int, count: int, *, step: int = 1) -> ReportedCount:
    """A count by steps after the start."""
    first = START + dt.timedelta(days=reference * step)
    return ReportedCount(reference_date=first, report_date=first + dt.timedelta(days=delay * step), count=count)


def make_world(*, days: int = 90, seed: int = 3, step: int = 1, growth: float = 0.02) -> list[ReportedCount]:
    """Counts that grow, with four delays whose shares depend on the day of the week."""
    draw = np.random.default_rng(seed)
    reports = []
    for day in range(days):
        total = draw.poisson(200 * np.exp(growth * day) * draw.lognormal(0, 0.08))
        early = 0.2 if step == 1 and day % 7 >= 5 else 0.5
        for delay, count in enumerate(draw.multinomial(total, [early, 0.9 - early, 0.07, 0.03])):
            reports.append(report(day, delay, int(count), step=step))
    return reports


def totals(reports: list[ReportedCount]) -> dict[dt.date, int]:
    """The final counts."""
    found: dict[dt.date, int] = {}
    for one in reports:
        found[one.reference_date] = found.get(one.reference_date, 0) + one.count
    return found


def test_chain_ladder_is_the_textbooks_by_hand() -> None:
    reports = [report(0, 0, 10), report(0, 1, 10), report(1, 0, 20), report(1, 1, 40), report(2, 0, 6)]
    triangle = make_triangle(reports, as_of=START + dt.timedelta(days=2))
    assert triangle is not None
    # growth from the day itself to the day after: (20 + 60) / (10 + 20)
    assert climb_ladder(triangle) == pytest.approx([20, 60, 16])


def test_nowcast_by_chain_ladder_gives_no_range() -> None:
    last = nowcast(make_world(), method="chain_ladder")[0]
    assert (last.low, last.high) == (None, None)


@pytest.mark.parametrize("step", [1, 7])
def test_nowcast_is_near_the_truth_and_its_range_covers(step: int) -> None:
    reports = make_world(step=step)
    final, off, ladder_off, covered = totals(reports), [], [], []
    for day in range(50, 86):
        today = START + dt.timedelta(days=day * step)
        last, ladder = nowcast(reports, as_of=today)[-1], nowcast(reports, as_of=today, method="chain_ladder")[-1]
        assert last.low is not None
        assert last.high is not None
        true = final[today]
        off.append(abs(last.best / true - 1))
        ladder_off.append(abs(ladder.best / true - 1))
        covered.append(last.low <= true <= last.high)
    assert np.mean(off) < 0.12
    assert np.mean(covered) >= 0.75
    if step == 1:
        assert np.mean(off) < 0.85 * np.mean(ladder_off)  # which knows no days of the week


def test_nowcast_looks_at_nothing_after_the_day() -> None:
    reports, today = make_world(), START + dt.timedelta(days=60)
    known = [one for one in reports if one.report_date <= today]
    assert nowcast(reports, as_of=today) == nowcast(known, as_of=today)


def test_nowcast_leaves_what_is_fully_reported_as_it_is() -> None:
    reports = make_world()
    final = totals(reports)
    for one in nowcast(reports)[:-3]:
        assert one.low == one.best == one.high == one.reported == final[one.reference_date]


def test_nowcast_never_falls_below_what_is_reported() -> None:
    for one in nowcast(make_world(), as_of=START + dt.timedelta(days=40)):
        assert one.low is not None
        assert one.high is not None
        assert one.reported <= one.low <= one.best <= one.high


def test_nowcast_does_not_depend_on_the_order_of_reports() -> None:
    reports = make_world(days=30)
    assert nowcast(reports) == nowcast(reports[::-1])


def test_nowcast_has_a_row_for_days_without_reports() -> None:
    found = nowcast([report(0, 0, 5), report(3, 0, 4)])
    assert [one.reported for one in found] == [5, 0, 0, 4]


def test_wider_level_gives_wider_ranges() -> None:
    reports, today = make_world(), START + dt.timedelta(days=60)
    narrow, wide = (nowcast(reports, as_of=today, level=level)[-1] for level in (0.5, 0.95))
    assert narrow.low is not None and wide.low is not None  # noqa: PT018 -- for the types
    assert narrow.high is not None and wide.high is not None  # noqa: PT018 -- the same
    assert wide.low < narrow.low
    assert narrow.high < wide.high


def test_nowcast_of_nothing_is_empty() -> None:
    assert nowcast([]) == ()
    assert nowcast([report(5, 0, 1)], as_of=START) == ()


@pytest.mark.parametrize("method", ["smooth", "chain_ladder"])
def test_nowcast_bears_a_single_count_and_only_zeros(method: str) -> None:
    assert nowcast([report(0, 0, 7)], method=method)[0].best == 7
    assert [one.reported for one in nowcast([report(0, 0, 0), report(4, 2, 0)], method=method)] == [0] * 7


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"method": "magic"}, "smooth, chain_ladder"),
        ({"level": 1.0}, "between 0 and 1"),
        ({"max_delay": -1}, "0 or more"),
    ],
)
def test_nowcast_refuses_settings_that_make_no_sense(settings: dict[str, object], words: str) -> None:
    with pytest.raises(SaysoError, match=words):
        nowcast([report(0, 0, 1)], **settings)  # type: ignore[arg-type]


def test_nowcast_refuses_a_mistyped_year() -> None:
    with pytest.raises(SaysoError, match="20,000"):
        nowcast([report(0, 0, 1), report(100_001, 0, 1)])


def test_nowcast_refuses_a_triangle_that_is_too_big_and_says_what_to_do() -> None:
    reports = [report(0, 0, 1), report(0, 9_000, 1), report(8_999, 0, 1)]
    with pytest.raises(SaysoError, match="shorter longest delay"):
        nowcast(reports)
    assert nowcast(reports, max_delay=2)[-1].reported == 0


def test_reported_count_refuses_a_report_before_the_event() -> None:
    with pytest.raises(SaysoError, match="or later"):
        report(0, -1, 1)
    with pytest.raises(SaysoError, match="0 or more"):
        report(0, 0, -1)
