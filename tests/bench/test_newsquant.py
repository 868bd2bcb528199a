from typing import Any

import pytest

from bench.sets.newsquant import FoundQuantity, count_quantities, from_figure, parse_gold, same_value
from sayso.model import About
from tests.bench.values import make_counted, make_figure, make_quantity


def gold(value: str, unit: str = "workers", change: str = "=", concepts: str = "-", **known: str) -> dict[str, Any]:
    fields = {"value": value, "unit": unit, "normalized_unit": unit, "change": change, "referred_concepts": concepts}
    return {**fields, **known}


def found(
    low: float, high: float | None = None, unit: str = "worker", change: str = "=", **known: Any
) -> FoundQuantity:
    return FoundQuantity(low, low if high is None else high, change, frozenset([unit]), **known)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [("35.0", 35, 35), ("252.0-287.0", 252, 287), ("3.0 - 4.0", 3, 4), ("-1.3", -1.3, -1.3), ("9.0-2.0", 2, 9),
     ("1.99E-29", 1.99e-29, 1.99e-29), ("1000000-10000000", 1e6, 1e7)],
)  # fmt: skip
def test_parse_gold_reads_every_way_to_write_a_value(value: str, low: float, high: float) -> None:
    parsed = parse_gold(gold(value))
    assert (parsed.low, parsed.high) == (low, high)


def test_parse_gold_refuses_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="a number or a range"):
        parse_gold(gold("many"))


@pytest.mark.parametrize(
    ("value", "change", "given"),
    [
        ("40.0", "=", found(0.4, is_share=True)),
        ("0.3333333333333333", "=", found(0.333, is_share=True)),
        ("-1.3", "down", found(1.3)),
        ("1000.0-10000.0", "=", found(2000, is_vague=True)),
        ("36040.0-34935.0", "down", found(34935, 36040)),
    ],
)
def test_same_value_bridges_two_ways_of_writing(value: str, change: str, given: FoundQuantity) -> None:
    assert same_value(parse_gold(gold(value, change=change)), given)


@pytest.mark.parametrize(
    ("value", "given"),
    [
        ("40.0", found(0.4)),
        ("-130", found(130)),
        ("3000.0-4000.0", found(3500, is_vague=True)),
        ("10000.0-100000.0", found(2000, is_vague=True)),
        ("27349.19", found(27349)),
        ("252.0-287.0", found(252)),
    ],
)
def test_same_value_keeps_different_values_apart(value: str, given: FoundQuantity) -> None:
    assert not same_value(parse_gold(gold(value)), given)


def test_count_quantities_pairs_each_level_on_its_own() -> None:
    wanted = [parse_gold(gold("5")), parse_gold(gold("5", unit="dollars", change=">"))]
    given = [found(5, unit="dollar", change=">"), found(5, unit="dollar"), found(7)]
    tally = count_quantities(wanted, given)
    assert tally["value_f1"] == (2, 3, 2)
    assert tally["value_unit_f1"] == (1, 3, 2)
    assert tally["value_bound_f1"] == (2, 3, 2)
    assert tally["all_right_f1"] == (1, 3, 2)


def test_all_right_asks_for_exactly_the_concepts_beyond_the_unit() -> None:
    wanted = [parse_gold(gold("5", concepts="the Ford plants"))]
    assert count_quantities(wanted, [found(5, words=frozenset(["worker", "ford", "plant"]))])["all_right_f1"].right == 1
    assert count_quantities(wanted, [found(5, words=frozenset(["worker", "ford"]))])["all_right_f1"].right == 0
    assert count_quantities(wanted, [found(5, words=frozenset(["ford", "plant", "new"]))])["all_right_f1"].right == 0


@pytest.mark.parametrize(
    ("bound", "change"),
    [
        ("exact", "="), ("about", "~"), ("at_least", ">"), ("more_than", ">"), ("at_most", "<"), ("less_than", "<"),
        ("vague", "="),
    ],
)  # fmt: skip
def test_from_figure_names_the_number_that_the_words_name(bound: str, change: str) -> None:
    seen = from_figure(make_figure(make_quantity(300, bound, unit="USD")))
    assert seen is not None
    assert (seen.low, seen.high, seen.change) == (300, 300, change)
    assert seen.units == {"dollar"}


def test_from_figure_keeps_direction_period_counted_noun_share_and_what_it_is_about() -> None:
    quantity = make_quantity(0.4, unit=None, direction="up", as_written="40 percent")
    about = (
        About(start=0, end=9, exact="red sales", lemma="red sale", role="subject"),
        About(start=12, end=16, exact="Dorn", lemma="dorn", role="object"),
    )
    counted = make_counted("headset", "red headsets")
    seen = from_figure(make_figure(quantity, counted=counted, per="P1M", about=about))
    assert seen is not None
    assert seen.change == "up"
    assert {"percentage", "headset", "red headset", "headset per month"} <= seen.units
    assert seen.words == {"red", "sale", "dorn"}
    assert seen.is_share


def test_from_figure_without_any_name_has_no_unit() -> None:
    seen = from_figure(make_figure(make_quantity(7)))
    assert seen is not None
    assert seen.units == {""}
    assert not seen.is_share
