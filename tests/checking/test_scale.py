"""How long checks take, with room to spare for slow machines."""

import random

from sayso.checking import check_statements
from sayso.model import Statement
from tests.checking.making import make_measures, make_quantity, make_seed, make_time, say

PLACES = ("Ukraine", "Sudan", "Syria", "Yemen", "Haiti")


def make_ledger(count: int) -> list[Statement]:
    """Monthly flows and yearly totals of many reports that mostly agree."""
    chance = random.Random(1)
    said = []
    for number in range(count):
        month = chance.randint(1, 11)
        interval = make_time(f"2025-{month:02}-01", f"2025-{month + 1:02}-01")
        if number % 10 == 0:
            interval = make_time("2025-01-01", "2026-01-01")
        value = chance.randint(100, 150) * (12 if number % 10 == 0 else 1)
        said.append(
            say(
                30 * (number % 50),
                make_quantity(value, chance.choice(["exact", "about", "at_least"])),
                interval=interval,
                aspect="cumulative" if number % 10 == 0 else "flow",
                place=chance.choice(PLACES),
                document_id=f"d{number // 5}",
                speaker=f"Office {chance.randint(1, 30)}",
            )
        )
    return said


def test_report_of_fifty_figures_is_checked() -> None:
    said = [*make_seed(), *(say(2000 + 40 * n, make_quantity(100 + n), document_id="doc") for n in range(46))]
    assert check_statements(said, measures=make_measures()).findings


def test_ledger_of_ten_thousand_figures_is_checked() -> None:
    said = make_ledger(10_000)
    assert check_statements(said).checked > 0


def test_figures_that_all_exclude_each_other_end_at_a_limit() -> None:
    days = [make_time("2025-01-01", f"2025-03-{day:02}", "since") for day in range(1, 29)]
    rates = [say(50 * n, make_quantity(10 + n), aspect="rate", per="P1M", interval=days[-1]) for n in range(40)]
    totals = [
        say(5000 + 50 * n, make_quantity(1000 - n), aspect="cumulative", interval=days[n % 28]) for n in range(40)
    ]
    voices = [
        say(
            9000 + 50 * n, make_quantity(100 + n), speaker=f"Office {n}", interval=make_time("2024-05-01", "2024-05-02")
        )
        for n in range(100)
    ]
    report = check_statements([*rates, *totals, *voices])
    assert not report.complete
    assert len(report.findings) <= 20 * 4  # those of the sums, of rivals, of falls, and of values of one day
