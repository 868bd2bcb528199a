"""Estimates from statements built by hand: what must hold of them whatever the figures are."""

import math
from importlib.resources import files

import msgspec
import pytest

import sayso
from sayso.estimation import load_policy, parse_policy, shipped_policy
from sayso.model import Estimate, NamedSource, PolicyError, Statement, from_json, to_json
from tests.checking.making import make_measures, make_quantity, make_seed, make_time, say, tie


def make_reports(scale: int = 1) -> list[Statement]:
    """Three figures of two sources about half a year."""
    months = make_time("2025-01-01", "2025-07-01")
    return [
        say(0, make_quantity(12000 * scale), interval=make_time("2025-06-01", "2025-07-01"), speaker="Red Crescent"),
        say(100, make_quantity(61000 * scale), interval=months, speaker="City Hall", aspect="cumulative"),
        say(200, make_quantity(8000 * scale, to=13000 * scale), interval=months, aspect="rate", per="P1M", speaker="Red Crescent"),
    ]  # fmt: skip


def estimate(statements: list[Statement], **known: object) -> Estimate:
    return sayso.estimate(statements, measure="killed", **known)  # type: ignore[arg-type]


def test_estimate_is_the_same_whatever_the_order_and_can_be_made_again() -> None:
    reports = make_reports()
    made = estimate(reports)
    assert to_json(estimate(reports[::-1])) == to_json(made)
    assert to_json(sayso.repeat_estimate(from_json(to_json(made), Estimate))) == to_json(made)
    assert made.reported is not None
    assert made.truth is not None
    assert made.reported.low < 61000 < made.reported.high
    width = [math.log(band.high / band.low) for band in (made.reported, made.truth)]
    assert width[0] < width[1]


def test_copies_of_a_report_change_nothing() -> None:
    first, *rest = make_reports()
    copies = [msgspec.structs.replace(first, id=f"copy{n}", document_id=f"doc{n}") for n in range(10)]
    relations = [tie("copies", copy, first) for copy in copies]
    plain, copied = estimate([first, *rest]), estimate([first, *rest, *copies], relations=relations)
    assert copied.reported == plain.reported
    behind = [one for one in copied.inputs if one.copy_of is not None]
    assert len(behind) == 10
    assert copied.independent_origins == plain.independent_origins == 2


def test_level_follows_a_common_bias_of_unanchored_sources() -> None:
    made = estimate(make_reports())
    assert made.elasticity == pytest.approx(1.0, abs=0.1)
    assert any("right on average" in caveat for caveat in made.caveats)


def test_nothing_heard_returns_the_prior_and_says_so() -> None:
    made = estimate([], start="2025-01-01", end="2025-04-01")
    assert made.contraction == pytest.approx(1.0, abs=0.1)
    assert any("not determined by these reports" in caveat for caveat in made.caveats)
    assert made.reported is not None
    nothing = estimate([])
    assert (nothing.low, nothing.best, nothing.high) == (None, None, None)
    assert "not determined by these reports" in nothing.caveats[0]


def test_figures_a_thousand_times_as_large_give_a_thousand_times_as_much() -> None:
    policy = msgspec.structs.replace(shipped_policy(), few=0)  # the chance in small counts is not free of scale
    small, large = (
        estimate([msgspec.structs.replace(one, id=f"s{n}") for n, one in enumerate(make_reports(scale))], policy=policy)
        for scale in (1, 1000)  # the same ids, so that the same random numbers fall to the same figures
    )
    for one, other in ((small.reported, large.reported), (small.truth, large.truth)):
        assert one is not None
        assert other is not None
        assert [1000 * value for value in (one.low, one.best, one.high)] == pytest.approx(
            [other.low, other.best, other.high], rel=1e-9
        )


def test_contradictory_reports_end_with_finite_numbers_and_a_warning() -> None:
    first, *_ = make_reports()
    far = say(300, make_quantity(1_200_000), interval=first.interval, speaker="City Hall")
    made = estimate([first, far])
    assert made.reported is not None
    assert all(math.isfinite(value) and value > 0 for value in msgspec.structs.astuple(made.reported))
    assert any("surprising" in caveat for caveat in made.caveats)


def test_bounds_alone_end_with_finite_numbers() -> None:
    months = make_time("2025-01-01", "2025-07-01")
    over = say(0, make_quantity(5000, "more_than"), interval=months, aspect="cumulative", speaker="A")
    under = say(50, make_quantity(90000, "at_most"), interval=months, aspect="cumulative", speaker="B")
    made = estimate([over, under])
    assert made.low is not None
    assert made.high is not None
    assert 0 < made.low < made.high < math.inf


def test_anchor_holds_the_level() -> None:
    classes = [*shipped_policy().source_classes]
    anchor = msgspec.structs.replace(classes[0], id="anchor", spread=0.01, is_anchor=True, words=(), roles=())
    policy = msgspec.structs.replace(
        shipped_policy(),
        source_classes=(anchor, *classes),
        sources=(NamedSource(name="City Hall", source_class="anchor"),),
    )
    made = estimate(make_reports(), policy=policy)
    assert not any("right on average" in caveat for caveat in made.caveats)


def test_every_statement_is_named_with_a_reason() -> None:
    reports = make_reports()
    predicted = say(400, make_quantity(500), modality="predicted")
    made = estimate([*reports, predicted])
    assert {one.statement for one in made.inputs} == {one.id for one in (*reports, predicted)}
    assert next(one.reason for one in made.inputs if one.statement == predicted.id) == "It is a prediction."


def test_policy_names_every_broken_entry() -> None:
    text = files("sayso.estimation").joinpath("policy.yaml").read_text(encoding="utf-8")
    with pytest.raises(PolicyError, match=r"bound_tight.*\n?.*rounding"):
        parse_policy(text.replace("bound_tight: 0.7", "bound_tight: 7").replace("[0.75, 0.15, 0.1]", "[1, 1, 1]"))
    with pytest.raises(PolicyError, match="outlierr"):
        parse_policy(text + "outlierr: 3\n")
    with pytest.raises(PolicyError):
        load_policy("no-such-policy.yaml")


def test_seed_figures_give_the_specified_bands() -> None:
    october, this_year, monthly, cases = make_seed()
    measures = make_measures(0.45, 1.42)
    link = msgspec.structs.replace(measures["awol_case"].links[0], best=0.8)
    measures["awol_case"] = msgspec.structs.replace(measures["awol_case"], links=(link,))
    speaker = NamedSource(name="Maria Zakharova", source_class="belligerent", mean=0.2)
    relations = [
        tie("doubts", None, october, this_year, direction="understated"), tie("ranks", None, october, by="Die Welt"),
    ]  # fmt: skip
    made = sayso.estimate(
        [october, this_year, monthly, cases], relations, measure="desertion", start="2022-02-01",
        policy=msgspec.structs.replace(shipped_policy(), sources=(speaker,)), measures=measures.values(),
    )  # fmt: skip
    assert made.reported is not None
    assert [made.reported.low, made.reported.best, made.reported.high] == pytest.approx([313e3, 545e3, 927e3], rel=0.12)
    assert [made.low, made.best, made.high] == pytest.approx([254e3, 560e3, 1138e3], rel=0.25)
    assert made.contraction == pytest.approx(0.2, abs=0.03)
    assert len(made.readings) == 6
    assert all(one.p_value is not None and one.p_value > 0.05 for one in made.inputs if one.is_used)
