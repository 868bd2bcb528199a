"""Implied ranges: what figures say of times that none of them is about."""

import random

import msgspec
import pytest

from sayso.checking import find_range
from sayso.checking.check import CheckLimits
from sayso.model import ImpliedRange, Interval, PeriodError, Place, Statement, UnknownNameError
from tests.checking.making import make_measures, make_quantity, make_time, say

YEAR = make_time("2025-01-01", "2026-01-01")


def month(number: int, value: int, **known: object) -> Statement:
    interval: Interval = make_time(f"2025-{number:02}-01", f"2025-{number + 1:02}-01")
    return say(40 * number, make_quantity(value), interval=interval, **known)


def ask(said: list[Statement], start: str, end: str, **known: object) -> ImpliedRange:
    return find_range(said, measure="killed", start=start, end=end, **known)  # type: ignore[arg-type]


def test_rest_of_a_year_is_its_total_less_the_months_known() -> None:
    months = [month(1, 310), month(2, 290)]
    year = say(900, make_quantity(1500), interval=YEAR)
    found = ask([*months, year], "2025-03-01", "2026-01-01")
    assert (found.low, found.high) == (1450 - 315 - 295, 1550 - 305 - 285)
    assert set(found.low_statements) == set(found.high_statements) == {*(each.id for each in months), year.id}
    assert found.complete


def test_measure_that_no_figure_speaks_about_is_open() -> None:
    found = find_range([month(1, 310)], measure="injured", start="2025-01-01", end="2025-02-01")
    assert (found.low, found.high, found.low_statements) == (0, None, ())


def test_figures_that_cannot_hold_are_given_up() -> None:
    said = [month(1, 310, speaker="A"), month(1, 312, speaker="B"), month(1, 5200, speaker="C")]
    found = ask(said, "2025-01-01", "2025-02-01")
    assert found.given_up == (said[2].id,)
    assert (found.low, found.high) == (311.5, 312.5)


def test_order_of_the_figures_changes_no_range() -> None:
    chance = random.Random(3)
    said = [month(number % 9 + 1, chance.randint(90, 400), speaker=f"S{number}") for number in range(12)]
    expected = ask(said, "2025-01-01", "2025-07-01")
    for _ in range(5):
        chance.shuffle(said)
        assert ask(said, "2025-01-01", "2025-07-01") == expected


def test_places_are_told_apart() -> None:
    said = [month(1, 310), month(1, 5200, place="Sudan")]
    with pytest.raises(UnknownNameError, match="Sudan, Ukraine"):
        ask(said, "2025-01-01", "2025-02-01")
    assert ask(said, "2025-01-01", "2025-02-01", place="sudan").high == 5250
    assert ask(said, "2025-01-01", "2025-02-01", place="Chad").high is None


def test_code_of_a_country_names_no_town_in_it() -> None:
    where = Place(start=0, end=1, exact="Sudan", name="Sudan", country="SDN", geonames_id=1, precision="country")
    town = msgspec.structs.replace(where, name="Osk", geonames_id=2, precision="city")
    twin = msgspec.structs.replace(town, geonames_id=3)
    said = [msgspec.structs.replace(month(1, 5200), place=where), msgspec.structs.replace(month(1, 310), place=town)]
    assert ask(said, "2025-01-01", "2025-02-01", place="SDN").high == 5250
    assert ask(said, "2025-01-01", "2025-02-01", place="Osk").high == 315
    said.append(msgspec.structs.replace(month(1, 20), place=twin, id="another"))
    with pytest.raises(UnknownNameError, match="several for 'Osk': 2, 3"):
        ask(said, "2025-01-01", "2025-02-01", place="Osk")
    assert ask(said, "2025-01-01", "2025-02-01", place="3").high == 25


def test_days_that_are_none_are_refused() -> None:
    with pytest.raises(PeriodError, match="YYYY-MM-DD"):
        ask([], "January", "2025-02-01")
    with pytest.raises(PeriodError, match="before the end"):
        ask([], "2025-02-01", "2025-02-01")


def test_rate_counts_from_the_lens_of_averages_on() -> None:
    habitual = make_time(None, "2025-12-31", "habitual", as_written="monthly")
    rate = say(0, make_quantity(100, to=200), aspect="rate", per="P1M", interval=habitual)
    assert ask([rate], "2025-01-01", "2025-12-31").high is None
    assert ask([rate], "2025-03-01", "2025-04-01", lens="each_period").high == 250
    average = ask([rate], "2025-03-01", "2025-04-01", lens="average")
    assert (average.low, [assumption.key for assumption in average.assumptions]) == (0, ["average"])


def test_range_that_took_too_long_to_find_is_not_called_complete() -> None:
    said = [month(1, 111 + 2 * number, speaker=f"S{number}") for number in range(20)]
    found = find_range(
        said, measure="killed", start="2025-01-01", end="2025-02-01", limits=CheckLimits(max_steps=5),
        measures=make_measures(),
    )  # fmt: skip
    assert not found.complete
    assert len(found.given_up) == 19
