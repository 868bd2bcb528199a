import datetime as dt
import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Claim, SaysoError, combine
from sayso.estimation.baselines import _chi_square_quantile
from sayso.estimation.combining import METHODS

EVERY = pytest.mark.parametrize("method", METHODS)


def say(object: str, **values: float) -> list[Claim]:
    """Claims about one object, a source each."""
    return [Claim(object=object, source=source, value=value) for source, value in values.items()]


def chosen(claims: list[Claim], method: str) -> dict[str, float]:
    """The value of each object."""
    return {one.object: one.value for one in combine(claims, method=method).choices}


def make_world(*, objects: int = 60, seed: int = 1, popular: bool = False) -> tuple[list[Claim], dict[str, float]]:
    """Three good sources and five bad ones, whose false values are one popular value or each another."""
    draw = random.Random(seed)
    claims, truths = [], {}
    for number in range(objects):
        name, truth = f"o{number}", draw.randint(1000, 9999)
        false = draw.randint(1000, 9999)
        truths[name] = float(truth)
        for source in range(8):
            is_hit = draw.random() < (0.95 if source < 3 else 0.4)
            missed = false if popular else draw.randint(1000, 9999)
            claims.append(Claim(object=name, source=f"s{source}", value=truth if is_hit else missed))
    return claims, truths


def right(claims: list[Claim], truths: dict[str, float], method: str) -> float:
    """The share of objects that a method gets right."""
    found = chosen(claims, method)
    return sum(found[name] == truth for name, truth in truths.items()) / len(truths)


@pytest.mark.parametrize(
    ("method", "value"), [("mean", 28.0), ("median", 10.0), ("vote", 10.0), ("latest", 10.0), ("lookup", 10.0)]
)
def test_combine_gives_the_plain_answers_by_hand(method: str, value: float) -> None:
    claims = say("x", a=10, b=10, c=12, d=80)
    assert chosen(claims, method) == {"x": value}


def test_median_of_an_even_number_is_the_lower_in_the_middle() -> None:
    assert chosen(say("x", a=1, b=2, c=3, d=9), "median") == {"x": 2.0}


def test_latest_takes_the_last_day_and_dated_before_undated() -> None:
    old = Claim(object="x", source="a", value=1, date=dt.date(2020, 1, 1))
    new = Claim(object="x", source="b", value=2, date=dt.date(2021, 1, 1))
    assert chosen([new, old, *say("x", c=3, d=3)], "latest") == {"x": 2.0}


def test_vote_weight_is_the_share_of_the_votes() -> None:
    (choice,) = combine(say("x", a=10, b=10, c=12, d=80), method="vote").choices
    assert (choice.weight, choice.claims, choice.values) == (0.5, 4, 3)


def test_gtm_is_the_mode_that_two_equations_give_by_hand() -> None:
    # one object, two sources at -1 and +1 after scaling: by symmetry the truth is the centre, and both weigh alike
    found = combine(say("x", a=10, b=20), method="gtm")
    assert found.choices[0].value == pytest.approx(15.0)
    weight = found.sources[0].weight
    assert weight == pytest.approx(found.sources[1].weight)
    assert weight == pytest.approx((2 * 11 + 1) / (20 + 1 + 1 / (1 + 2 * weight)), rel=1e-6)


def test_crh_weighs_a_source_by_the_log_of_its_share_of_the_errors() -> None:
    claims = [*say("x", a=10, b=10, c=20), *say("y", a=5, b=5, c=9)]
    weights = {one.source: one.weight for one in combine(claims, method="crh").sources}
    off = (10 / (math.sqrt(200) / 3) + 4 / (math.sqrt(32) / 3)) / 2  # distance in standard deviations, a mean
    bit = 1e-3 * off / 3
    assert weights["c"] == pytest.approx(-math.log((off + bit) / (off + 3 * bit)), abs=1e-6)
    assert weights["a"] == pytest.approx(-math.log(bit / (off + 3 * bit)), abs=1e-6)


def test_catd_trusts_an_accurate_source_with_many_claims() -> None:
    claims = []
    for number in range(12):
        claims += say(f"o{number}", good=100, fair=101, poor=140)
    claims += say("new", good=50, poor=90)
    assert chosen(claims, "catd")["new"] == pytest.approx(50, abs=1)


@pytest.mark.parametrize(
    ("level", "freedom", "quantile"), [(0.025, 1, 0.000982), (0.025, 10, 3.247), (0.025, 100, 74.222), (0.5, 2, 1.3863)]
)
def test_chi_square_quantile_is_that_of_the_tables(level: float, freedom: int, quantile: float) -> None:
    assert _chi_square_quantile(level, freedom) == pytest.approx(quantile, rel=1e-3)


def test_lookup_finds_what_independent_sources_agree_on() -> None:
    claims, truths = make_world()
    assert right(claims, truths, "lookup") >= 0.95


def test_lookup_beats_the_vote_where_errors_are_popular() -> None:
    claims, truths = make_world(popular=True)
    assert right(claims, truths, "lookup") >= 0.9
    assert right(claims, truths, "vote") < 0.85


def test_lookup_follows_three_good_sources_against_five_that_repeat_one_error() -> None:
    claims, _ = make_world(popular=True)
    found = combine(claims)
    weights = {one.source: one.weight for one in found.sources}
    assert min(weights[f"s{number}"] for number in range(3)) > max(weights[f"s{number}"] for number in range(3, 8))
    assert found.variety is not None
    assert found.variety < 10  # the misses repeat each other, and the model finds that out


def test_lookup_probabilities_are_those_of_the_truth_where_its_model_holds() -> None:
    claims, truths = make_world(objects=200, seed=5)
    sure = [(one.weight, one.value == truths[one.object]) for one in combine(claims).choices]
    assert abs(np.mean([weight for weight, _ in sure]) - np.mean([hit for _, hit in sure])) < 0.05


def test_lookup_sets_a_slip_by_a_factor_of_ten_aside() -> None:
    claims = [claim for number in range(20) for claim in say(f"o{number}", a=100 + number, b=101 + number)]
    claims += say("x", a=500, c=505, d=5000)
    assert chosen(claims, "lookup")["x"] < 1000


@EVERY
def test_one_source_is_believed(method: str) -> None:
    claims = [*say("x", a=3), *say("y", a=-4)]
    assert chosen(claims, method) == pytest.approx({"x": 3.0, "y": -4.0})


@EVERY
def test_no_claims_give_no_choices(method: str) -> None:
    found = combine([], method=method)
    assert (found.choices, found.sources) == ((), ())


@EVERY
def test_ties_are_decided_the_same_way_each_time(method: str) -> None:
    claims = say("x", a=7, b=5)
    assert chosen(claims, method) == chosen(claims[::-1], method)
    if method not in ("mean", "catd", "gtm"):
        assert chosen(claims, method) == {"x": 5.0}


@EVERY
def test_order_of_claims_does_not_matter(method: str) -> None:
    claims, _ = make_world(objects=12)
    shuffled = random.Random(2).sample(claims, len(claims))
    assert combine(claims, method=method) == combine([*shuffled, shuffled[0]], method=method)


@EVERY
@given(power=st.integers(-8, 8))
def test_values_scale_with_their_unit(method: str, power: int) -> None:
    claims, _ = make_world(objects=6)
    scaled = [Claim(object=one.object, source=one.source, value=one.value * 2.0**power) for one in claims]
    expected = {name: value * 2.0**power for name, value in chosen(claims, method).items()}
    assert chosen(scaled, method) == pytest.approx(expected, rel=1e-9)


@EVERY
@given(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from("abcd"), st.integers(-3, 9)), max_size=20))
def test_every_object_gets_a_value_within_what_is_claimed(method: str, rows: list[tuple[str, str, int]]) -> None:
    claims = [Claim(object=name, source=source, value=value) for name, source, value in rows]
    found = combine(claims, method=method)
    assert [one.object for one in found.choices] == sorted({name for name, _, _ in rows})
    for one in found.choices:
        said = [value for name, _, value in rows if name == one.object]
        assert min(said) - 1e-9 <= one.value <= max(said) + 1e-9
        assert 0 <= one.weight <= 1 + 1e-9


def test_unknown_method_is_told_with_those_that_there_are() -> None:
    with pytest.raises(SaysoError, match=r"lookup, vote, .*found 'best'"):
        combine([], method="best")


def test_claim_refuses_a_value_that_is_no_number() -> None:
    with pytest.raises(SaysoError, match="finite"):
        Claim(object="x", source="a", value=math.nan)
