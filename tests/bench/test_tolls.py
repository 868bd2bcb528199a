import pytest

from bench.articles import iso_date
from bench.sets.fakes import Killed, count_killed, parse_gold
from bench.sets.gva import Victims, count_victims


def test_killed_by_side_needs_both_sides() -> None:
    gold = parse_gold({"nb_civilians": 6, "nb_noncivilians": 2})
    assert gold == (8, 6, 2)
    tally = count_killed(gold, Killed(8, 8, 0))
    assert (tally["killed_exact"].right, tally["killed_by_side_exact"].right) == (1, 0)
    assert count_killed(gold, Killed(8, 6, 2))["killed_by_side_exact"].right == 1


def test_no_deaths_stated_is_right_when_none_are_read() -> None:
    nobody = Killed(0, 0, 0)
    assert count_killed(nobody, nobody)["killed_exact"] == (1, 1, 1)
    assert count_killed(nobody, Killed(2, 2, 0))["killed_exact"] == (0, 1, 1)


@pytest.mark.parametrize(("written", "date"), [("4/19/17", "2017-04-19"), ("12/1/2016", "2016-12-01")])
def test_iso_date_puts_the_month_first(written: str, date: str) -> None:
    assert iso_date(written) == date


def test_both_exact_needs_killed_and_injured() -> None:
    tally = count_victims(Victims(1, 3), Victims(1, 2))
    assert {name: counts.right for name, counts in tally.items()} == {
        "killed_exact": 1,
        "injured_exact": 0,
        "both_exact": 0,
    }
    assert count_victims(Victims(1, 3), Victims(1, 3))["both_exact"] == (1, 1, 1)
