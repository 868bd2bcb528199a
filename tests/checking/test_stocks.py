"""Stocks against the flows between them."""

from typing import Any

import pytest

from sayso.checking import check_statements
from sayso.model import Measure, MeasureLink, Statement, Wording
from tests.checking.making import make_quantity, make_time, say

MARCH = make_time("2024-03-01", "2024-04-01")


def make_measure(id: str, *links: MeasureLink) -> Measure:
    wording = Wording(counts=("person",))
    return Measure(id=id, label=id, definition=id, unit="person", wordings=(wording,), links=links)


MEASURES = {
    measure.id: measure
    for measure in (
        make_measure("refugees"),
        make_measure("arrivals", MeasureLink(kind="adds_to", measure="refugees")),
        make_measure("returned", MeasureLink(kind="takes_from", measure="refugees")),
    )
}


def make_camp(*, end: int, came: str | None = "arrivals", **of_last: Any) -> list[Statement]:
    """12,000 refugees on 1 March, 3,000 come, 500 go, and so many on 1 April."""
    start = say(
        0, make_quantity(12000), measure="refugees", aspect="stock", interval=make_time("2024-03-01", "2024-03-02")
    )
    arrived = say(100, make_quantity(3000), measure=came, interval=MARCH)
    returned = say(200, make_quantity(500), measure="returned", interval=MARCH)
    last = {"measure": "refugees", "aspect": "stock", "interval": make_time("2024-04-01", "2024-04-02")} | of_last
    return [start, arrived, returned, say(300, make_quantity(end), **last)]


@pytest.mark.parametrize("end", [18000, 11000])
def test_stock_that_its_flows_do_not_explain_is_found(end: int) -> None:
    (finding,) = check_statements(make_camp(end=end), measures=MEASURES)
    assert finding.kind == "stock_and_flows"
    assert [assumption.key for assumption in finding.assumptions] == ["stock_identity"]
    assert len(finding.statements) == 4
    assert "12,000 plus 3,000 that came, less 500 that went" in finding.sentence


@pytest.mark.parametrize("end", [14500, 14000, 15000, 15500])
def test_stock_that_its_flows_explain_within_rounding_is_not_found(end: int) -> None:
    report = check_statements(make_camp(end=end), measures=MEASURES)
    assert not report
    assert report.checked >= 1


def test_stock_without_both_flows_is_not_compared() -> None:
    start, arrived, _, end = make_camp(end=18000)
    assert not check_statements([start, arrived, end], measures=MEASURES)


@pytest.mark.parametrize(
    "other", [{"place": "Norvia"}, {"document_id": "other"}, {"interval": make_time("2024-05-01", "2024-05-02")}]
)
def test_stock_of_another_place_report_or_day_is_not_compared(other: dict[str, Any]) -> None:
    assert not check_statements(make_camp(end=18000, **other), measures=MEASURES)


def test_flow_without_a_link_changes_no_stock() -> None:
    assert not check_statements(make_camp(end=18000, came="rescued"), measures=MEASURES)


def test_flow_of_the_measure_itself_adds_to_its_stock() -> None:
    assert check_statements(make_camp(end=18000, came="refugees"), measures=MEASURES)
