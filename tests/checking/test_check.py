"""Reports built by hand, consistent and not, one of each kind."""

from typing import Any

import msgspec
import pytest

from sayso.checking import CheckLimits, check_statements
from sayso.model import Hedge, Quantity, Span
from tests.checking.making import make_measures, make_quantity, make_seed, make_time, say, tie

YEAR = make_time("2025-01-01", "2026-01-01")
PERCENT = Quantity(as_written="30%", bound="exact", low=0.3, best=0.3, high=0.3, granularity=0.01)
OCTOBER = make_time("2025-10-01", "2025-11-01")


def kinds(report: Any) -> Any:
    return [finding.kind for finding in report]


def keys(report: Any) -> Any:
    return [[a.key for a in finding.assumptions] for finding in report]


def test_part_larger_than_its_whole_is_found() -> None:
    whole, part = say(0, make_quantity(12)), say(50, make_quantity(15), counted="children", lemma="child")
    report = check_statements([whole, part], [tie("part_of", part, whole)])
    assert kinds(report) == ["parts_and_whole"]
    assert keys(report) == [[]]
    assert report.findings[0].statements == (part.id, whole.id)


def test_part_that_fits_is_not_found() -> None:
    whole, part = say(0, make_quantity(15)), say(50, make_quantity(12), counted="children", lemma="child")
    report = check_statements([whole, part], [tie("part_of", part, whole)])
    assert not report
    assert report.checked == 1


def test_rounded_whole_clashes_only_if_meant_as_written() -> None:
    whole, part = say(0, make_quantity(20)), say(50, make_quantity(22), counted="children", lemma="child")
    report = check_statements([whole, part], [tie("part_of", part, whole)])
    assert keys(report) == [["not_rounded"]]


def test_part_larger_than_at_least_so_many_clashes_only_in_what_is_conveyed() -> None:
    whole, part = say(0, make_quantity(12, "at_least")), say(50, make_quantity(40), counted="children", lemma="child")
    report = check_statements([whole, part], [tie("part_of", part, whole)])
    assert keys(report) == [["over_means_not_much_over"]]


def test_parts_that_together_exceed_the_whole_clash_if_they_do_not_overlap() -> None:
    whole = say(0, make_quantity(12))
    parts = [
        say(50 * n, make_quantity(value), counted=noun)
        for n, (value, noun) in enumerate([(7, "men"), (8, "women"), (1, "dogs")], 1)
    ]
    report = check_statements([whole, *parts], [tie("part_of", part, whole) for part in parts])
    assert keys(report) == [["parts_do_not_overlap"]]
    assert set(report.findings[0].statements) == {whole.id, parts[0].id, parts[1].id}


def test_part_in_another_unit_is_not_checked() -> None:
    whole, part = say(0, make_quantity(12)), say(50, make_quantity(15, unit="family"), counted="families")
    report = check_statements([whole, part], [tie("part_of", part, whole)])
    assert not report
    assert [each.statements for each in report.not_checked] == [(part.id,)]


def test_restated_figure_must_agree() -> None:
    first, same, other = say(0, make_quantity(5400)), say(50, make_quantity(5000)), say(90, make_quantity(7100))
    assert kinds(check_statements([first, other], [tie("restates", other, first)])) == ["two_values"]
    assert not check_statements([first, same], [tie("restates", same, first)])


def test_share_must_match_its_count() -> None:
    whole, part = say(0, make_quantity(1000)), say(30, make_quantity(900))
    share = say(60, PERCENT, aspect="share")
    ties = [tie("part_of", part, whole), tie("restates", share, part)]
    report = check_statements([whole, part, share], ties)
    assert kinds(report) == ["share_and_counts"]
    fitting = say(30, make_quantity(310))
    ties = [tie("part_of", fitting, whole), tie("restates", share, fitting)]
    assert not check_statements([whole, fitting, share], ties)


def test_flow_may_not_exceed_the_total_around_it() -> None:
    october = say(0, make_quantity(5200), interval=OCTOBER)
    year = say(50, make_quantity(4100), interval=YEAR)
    report = check_statements([october, year])
    assert kinds(report) == ["flow_and_total"]
    assert keys(report) == [[]]
    assert not check_statements([say(0, make_quantity(3100), interval=OCTOBER), year])


def test_flows_side_by_side_may_not_exceed_the_total_around_them() -> None:
    months = [
        say(40 * n, make_quantity(2100), interval=make_time(f"2025-0{n}-01", f"2025-0{n + 1}-01")) for n in (1, 2, 3)
    ]
    year = say(300, make_quantity(5300), interval=YEAR)
    report = check_statements([*months, year])
    assert [len(finding.statements) for finding in report] == [4]
    assert not check_statements([*months[:2], year])


def test_incident_is_not_all_there_was() -> None:
    day = make_time("2025-10-05", "2025-10-06")
    assert not check_statements([say(0, make_quantity(12), interval=day), say(50, make_quantity(15), interval=day)])


def test_figures_of_other_places_populations_times_and_units_are_not_compared() -> None:
    october = say(0, make_quantity(5200))
    year = make_quantity(4100)
    for other in (
        say(50, year, interval=YEAR, place="Sudan"),
        say(50, year, interval=YEAR, place=None),
        say(50, year, interval=YEAR, counted="children", lemma="child"),
        say(50, year, interval=YEAR, between=" Israeli "),
        say(50, year, interval=make_time("2024-01-01", "2025-01-01")),
        say(50, year, interval=YEAR, measure="injured"),
        say(50, make_quantity(4100, unit="household"), interval=YEAR),
        say(50, year, interval=YEAR, aspect="other"),
        say(50, year, interval=YEAR, modality="denied"),
        say(50, year, interval=YEAR, modality="predicted"),
        say(50, year, interval=YEAR, modality="conditional"),
    ):
        report = check_statements([october, other])
        assert all("same_place" in [a.key for a in finding.assumptions] for finding in report)
        assert other.place is None or not report


def test_condition_on_accuracy_alone_does_not_keep_a_figure_out() -> None:
    hedge = Hedge(kind="conditional", start=50, end=61, exact="if accurate")
    other = say(50, make_quantity(4100), interval=YEAR, modality="conditional", hedges=(hedge,))
    assert kinds(check_statements([say(0, make_quantity(5200)), other])) == ["flow_and_total"]


def test_figure_without_time_is_listed_as_not_checked() -> None:
    first, second = say(0, make_quantity(5200), interval=None), say(50, make_quantity(4100), interval=YEAR)
    report = check_statements([first, second])
    assert not report
    assert [(each.statements, each.kind) for each in report.not_checked] == [((first.id,), "flow_and_total")]


def test_two_totals_for_one_time_disagree() -> None:
    one = say(0, make_quantity(5200), speaker="Ministry", interval=YEAR)
    two = say(50, make_quantity(4100), speaker="Red Cross", interval=YEAR)
    assert kinds(check_statements([one, two])) == ["two_values"]
    assert not check_statements([one, say(50, make_quantity(5180, "about"), speaker="Red Cross", interval=YEAR)])


def test_two_sources_disagree_about_one_day_if_both_count_the_same() -> None:
    monday = make_time("2025-03-10", "2025-03-11")
    one = say(0, make_quantity(63), speaker="Ministry", interval=monday)
    two = say(50, make_quantity(88), speaker="Hospital", interval=monday)
    (finding,) = check_statements([one, two])
    assert (finding.kind, [assumption.key for assumption in finding.assumptions]) == ("two_values", ["same_thing"])
    assert not check_statements([one, say(50, make_quantity(88), speaker="Ministry", interval=monday)])
    assert not check_statements(
        [one, say(50, make_quantity(88), speaker="Hospital", interval=monday, document_id="other")]
    )


def test_revised_figure_supersedes_the_old_one() -> None:
    old, new = say(0, make_quantity(5200), interval=YEAR), say(50, make_quantity(4100), interval=YEAR)
    assert not check_statements([old, new], [tie("revises", new, old)])
    assert not check_statements([old, new], [tie("denies", None, old)])


def test_figures_that_add_to_another_are_not_all_there_was() -> None:
    first, more = say(0, make_quantity(5200), interval=YEAR), say(50, make_quantity(4100), interval=YEAR)
    assert not check_statements([first, more], [tie("adds_to", more, first)])


def test_total_of_one_source_may_not_fall() -> None:
    first = say(0, make_quantity(5200), aspect="cumulative", interval=make_time("2025-01-01", "2025-06-01", "since"))
    later = say(90, make_quantity(4100), aspect="cumulative", interval=make_time("2025-01-01", "2025-08-01", "since"))
    assert kinds(check_statements([first, later])) == ["falling_total"]
    rising = say(90, make_quantity(6100), aspect="cumulative", interval=make_time("2025-01-01", "2025-08-01", "since"))
    assert not check_statements([first, rising])


def test_total_without_a_stated_beginning_is_compared_within_one_source() -> None:
    def total(at: Any, value: Any, day: Any, speaker: Any) -> Any:
        when = make_time(None, day, "as_of")
        return say(at, make_quantity(value), aspect="cumulative", interval=when, speaker=speaker)

    first, later = total(0, 5200, "2025-06-01", "Ministry"), total(90, 4100, "2025-08-01", "Ministry")
    assert kinds(check_statements([first, later])) == ["falling_total"]
    assert not check_statements([first, total(90, 4100, "2025-08-01", "Red Cross")])


def test_thousandfold_pair_is_a_unit_slip() -> None:
    none = {"interval": None, "aspect": "other"}
    small, large = say(0, make_quantity(12400), **none), say(50, make_quantity(12_400_000), **none)
    report = check_statements([small, large])
    assert kinds(report) == ["unit_slip"]
    assert "exactly 1,000" in report.findings[0].sentence
    assert not check_statements([say(0, make_quantity(5), **none), say(50, make_quantity(5000), **none)])


def test_record_that_an_earlier_month_exceeds() -> None:
    march = say(0, make_quantity(6300), interval=make_time("2025-03-01", "2025-04-01"))
    october = say(50, make_quantity(5200))
    ranks = tie("ranks", None, october, cue=Span(start=80, end=93, exact="record levels"))
    report = check_statements([march, october], [ranks])
    assert kinds(report) == ["record"]
    assert keys(report) == [["record_of_all"]]
    lower = say(0, make_quantity(4900), interval=make_time("2025-03-01", "2025-04-01"))
    assert not check_statements([lower, october], [ranks])
    lowest = tie("ranks", None, october, cue=Span(start=80, end=90, exact="record low"))
    assert not check_statements([march, october], [lowest])


def test_daily_rate_and_month_clash_only_if_it_binds_each_day() -> None:
    daily = say(
        0,
        make_quantity(100),
        aspect="rate",
        per="P1D",
        interval=make_time(None, "2025-11-20", "habitual", as_written="daily"),
    )
    october = say(50, make_quantity(5200))
    report = check_statements([daily, october])
    assert keys(report) == [["each_period"]]
    assert "the daily figure" in report.findings[0].sentence
    assert not check_statements([daily, say(50, make_quantity(3100))])


def test_average_does_not_bind_each_period() -> None:
    daily = say(
        0, make_quantity(100), aspect="rate", per="P1D", tail="a day on average",
        interval=make_time(None, "2025-11-20", "habitual", as_written="daily"),
    )  # fmt: skip
    assert not check_statements([daily, say(50, make_quantity(5200))])


def test_rates_of_unstated_spans_are_not_pitted_against_each_other() -> None:
    when = make_time(None, "2025-11-20", "habitual", as_written="daily")
    daily = say(0, make_quantity(100), aspect="rate", per="P1D", interval=when)
    monthly = say(50, make_quantity(9000), aspect="rate", per="P1M", interval=when)
    assert not check_statements([daily, monthly])


def test_reports_are_compared_across_documents_only_as_they_stand() -> None:
    october = say(0, make_quantity(5200), document_id="a")
    year = say(0, make_quantity(4100), interval=YEAR, document_id="b", aspect="cumulative")
    assert kinds(check_statements([october, year])) == ["flow_and_total"]
    assert not check_statements([october, say(0, make_quantity(4100), interval=YEAR, document_id="b")])
    monthly = say(
        0, make_quantity(4100), aspect="rate", per="P1M", document_id="b",
        interval=make_time(None, "2025-11-20", "habitual", as_written="monthly"),
    )  # fmt: skip
    assert not check_statements([october, monthly])


def test_repeated_figure_gives_one_finding() -> None:
    october, again = say(0, make_quantity(5200)), say(200, make_quantity(5200))
    year = say(50, make_quantity(4100), interval=YEAR)
    assert len(check_statements([october, again, year])) == 1


def test_limit_on_a_topic_is_told() -> None:
    many = [say(40 * n, make_quantity(100 + n)) for n in range(6)]
    assert not check_statements(many, limits=CheckLimits(max_members=3)).complete
    assert not check_statements(many, limits=CheckLimits(max_conflicts=2)).complete


@pytest.mark.parametrize("relation", ["part_of", "restates", "adds_to", "ranks", "doubts"])
def test_relations_about_absent_statements_are_passed_over(relation: Any) -> None:
    here, absent = say(0, make_quantity(12)), say(50, make_quantity(15))
    assert not check_statements([here], [tie(relation, here, absent), tie(relation, absent, here)])


def test_ratio_beyond_floats_is_no_factor() -> None:
    tiny = Quantity(as_written="tiny", bound="at_most", low=None, best=None, high=1e-300, granularity=None)
    first, second = say(0, make_quantity(10**20, unit=None)), say(50, tiny)
    (finding,) = check_statements([first, second])
    assert finding.factor is None
    tiny = msgspec.structs.replace(tiny, high=3e-300)
    assert check_statements([say(0, make_quantity(10**20, unit=None)), say(50, tiny)]).findings[0].factor is None
    assert check_statements([first, say(50, make_quantity(10**400, unit=None))]).findings == ()


def test_report_counts_findings_by_lens_the_weakest_first() -> None:
    october, this_year, monthly, cases = make_seed()
    report = check_statements([october, this_year, monthly, cases], measures=make_measures())
    assert report.count_by_lens() == {"literal": 0, "conveyed": 0, "linked": 0, "average": 1, "each_period": 2}
    assert set(check_statements([]).count_by_lens().values()) == {0}
