"""Places of a country against the country."""

from typing import Any

import msgspec
import pytest

from sayso.checking import check_statements
from sayso.model import PlacePrecision, Statement
from tests.checking.making import make_quantity, make_time, say

MAY = make_time("2025-05-01", "2025-06-01")


def count(at: int, value: int, name: str, precision: PlacePrecision, **known: Any) -> Statement:
    statement = say(at, make_quantity(value), place=name, interval=known.pop("interval", MAY), **known)
    assert statement.place is not None
    return msgspec.structs.replace(statement, place=msgspec.structs.replace(statement.place, precision=precision))


COUNTRY = count(0, 41, "Ukraine", "country", speaker="the ministry")


@pytest.mark.parametrize("precision", ["region", "city", "area"])
def test_place_that_exceeds_its_country_is_found(precision: PlacePrecision) -> None:
    town = count(100, 62, "Dorn", precision, speaker="the mayor")
    (finding,) = check_statements([COUNTRY, town])
    assert finding.kind == "parts_and_whole"
    assert [a.words for a in finding.assumptions] == ["what is counted in Ukraine takes in what is counted in Dorn"]


@pytest.mark.parametrize(
    "town",
    [
        count(100, 40, "Dorn", "city"),
        count(100, 62, "Dorn", "unknown"),
        count(100, 62, "Dorn", "city", measure="injured"),
        count(100, 62, "Dorn", "city", document_id="other"),
        count(100, 62, "Dorn", "city", interval=make_time("2025-04-01", "2025-06-01")),
    ],
)
def test_place_that_may_fit_is_not_found(town: Statement) -> None:
    assert not check_statements([COUNTRY, town])


def test_figure_of_a_country_for_a_day_claims_no_whole() -> None:
    day = make_time("2025-05-03", "2025-05-04")
    assert not check_statements(
        [count(0, 41, "Ukraine", "country", interval=day), count(100, 62, "Dorn", "city", interval=day)]
    )
