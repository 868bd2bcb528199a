"""The table of what the arithmetic says about the seed report, and the lens table of its four figures."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

import sayso
from sayso.checking import LENSES, check_statements, find_range
from sayso.model import Finding, Relation, Statement
from tests.checking.making import make_measures, make_seed, tie


def find(
    statements: Iterable[Statement], *, low: float = 1, high: float = 1, relations: Iterable[Relation] = ()
) -> tuple[Finding, ...]:
    return check_statements(statements, relations, measures=make_measures(low, high)).findings


def test_october_clashes_with_the_monthly_range_only_if_it_binds_each_month() -> None:
    october, _, monthly, _ = make_seed()
    (finding,) = find([october, monthly])
    assert finding.kind == "flow_and_rate"
    assert finding.statements == (october.id, monthly.id)
    assert [(a.key, a.statement) for a in finding.assumptions] == [("each_period", monthly.id)]
    least, most = finding.sides
    assert (least.low, most.high) == (21550, 18500)
    assert finding.factor == pytest.approx(21550 / 18500)
    assert finding.sentence == (
        "21,600 soldiers in October 2025 (Die Welt) and 15,000 to 18,000 deserters every month (Maria Zakharova) "
        "cannot both hold if the monthly range binds each single month: the monthly range allows at most 18,500 in "
        'October 2025 (18,500 a month over 1 month), "21,600" needs at least 21,550; that is apart by a factor of '
        "1.16; they meet if every figure is off by a factor of 1.08."
    )
    assert finding.lens == "each_period"
    assert finding.common_factor == pytest.approx((21550 / 18500) ** 0.5)
    alone = {each.statement: (each.low, each.high, round(each.factor or 0, 2)) for each in finding.would_hold}
    assert alone == {october.id: (14500, 18500, 1.16), monthly.id: (21550, 21650, 1.16)}


def test_rate_clashes_with_cases_only_under_three_assumptions() -> None:
    _, _, monthly, cases = make_seed()
    (finding,) = find([monthly, cases])
    assert finding.kind == "rate_and_total"
    assert {a.key for a in finding.assumptions} == {
        "rate_reaches_back", "1_awol_case_per_desertion", "over_means_not_much_over",
    }  # fmt: skip
    least, most = finding.sides
    assert (int(least.low or 0), most.high) == (653639, 240000)
    assert round(finding.factor or 0, 2) == 2.72
    assert "at least 653,639" in finding.sentence
    assert "at most 240,000" in finding.sentence
    assert "45.0786 months" in finding.sentence
    assert {repair.drop for repair in finding.repairs} == {
        monthly.id, cases.id, "rate_reaches_back", "1_awol_case_per_desertion", "over_means_not_much_over",
    }  # fmt: skip


def test_seed_lens_by_lens() -> None:
    october, this_year, monthly, cases = make_seed()
    said, measures = [october, this_year, monthly, cases], make_measures()
    found = {
        lens: [finding.statements for finding in check_statements(said, measures=measures, lens=lens)]
        for lens in LENSES
    }
    assert found["literal"] == found["conveyed"] == found["linked"] == []
    assert found["average"] == [(monthly.id, cases.id)]
    assert found["each_period"] == [(october.id, monthly.id), (monthly.id, cases.id)]


def test_seed_implies_ranges_that_nobody_says() -> None:
    october, estimated, monthly, cases = make_seed()
    this_year = msgspec.structs.replace(estimated, modality="asserted")
    said, measures = [october, this_year, monthly, cases], make_measures()
    literal = find_range(said, measure="desertion", start="2025-01-01", end="2025-11-01", measures=measures)
    assert (literal.low, literal.high, literal.assumptions) == (21550, 185000, ())
    assert (literal.low_statements, literal.high_statements) == ((october.id,), (this_year.id,))
    one_case_each = find_range(
        said, measure="desertion", start="2022-02-24", end="2025-11-28", measures=measures, lens="linked"
    )
    assert (one_case_each.low, one_case_each.high, one_case_each.given_up) == (230000, 240000, ())
    measures = make_measures(low=1, high=None)  # a departure gives at least one case, but cases may be about less
    linked = find_range(
        said, measure="desertion", start="2022-02-24", end="2025-11-28", measures=measures, lens="linked"
    )
    assert (linked.low, linked.high, linked.given_up) == (175000, 240000, ())
    assert (linked.low_statements, linked.high_statements) == ((this_year.id,), (cases.id,))
    assert {assumption.key for assumption in linked.assumptions} == {
        "over_means_not_much_over", "at_least_1_awol_case_per_desertion",
    }  # fmt: skip
    assert linked.complete


def test_seed_report_itself_gives_the_two_findings(shared: Path) -> None:
    path = next((shared / "seed").glob("*.txt"), None) or next((shared / "seed").glob("*.html"))
    reading = sayso.read(path)
    report = sayso.check(reading.statements, reading.relations)
    lenses = {finding.kind: (finding.lens, round(finding.factor or 0, 2)) for finding in report}
    assert lenses["flow_and_rate"] == ("each_period", 1.16)
    assert not sayso.check(reading.statements, reading.relations, lens="literal")


def test_at_most_one_case_per_departure_clashes_with_nothing() -> None:
    _, _, monthly, cases = make_seed()
    assert find([monthly, cases], low=0, high=1) == ()


def test_without_a_link_departures_and_cases_are_not_compared() -> None:
    _, _, monthly, cases = make_seed()
    assert len(check_statements([monthly, cases])) == 0


def test_average_of_the_year_holds_with_october_and_the_total() -> None:
    october, this_year, monthly, _ = make_seed()
    findings = find([october, this_year, monthly])
    assert [{a.key for a in finding.assumptions} for finding in findings] == [{"each_period"}]


def test_total_of_the_year_holds_with_the_cases() -> None:
    _, this_year, _, cases = make_seed()
    assert find([this_year, cases]) == ()


def test_whole_seed_gives_two_findings_weakest_reading_first() -> None:
    findings = find(make_seed())
    assert [finding.kind for finding in findings] == ["flow_and_rate", "rate_and_total"]
    assert all(finding.assumptions for finding in findings)


def test_doubt_that_figures_are_too_low_takes_nothing_from_what_they_need() -> None:
    october, this_year, monthly, _ = make_seed()
    doubt = tie("doubts", None, october, this_year, direction="understated")
    (finding,) = find([october, monthly], relations=[doubt])
    assert [a.key for a in finding.assumptions] == ["each_period"]


def test_doubt_that_a_figure_is_too_high_becomes_an_assumption() -> None:
    october, _, monthly, _ = make_seed()
    doubt = tie("doubts", None, october, direction="overstated")
    (finding,) = find([october, monthly], relations=[doubt])
    assert [a.key for a in finding.assumptions] == ["each_period", "not_overstated"]
