"""An estimate on a terminal and as rows."""

import io

import pytest

import sayso
from sayso.display.estimates import COLUMNS, name_rounded, tell_estimate, write_estimate_csv
from sayso.model import Estimate
from tests.checking.making import make_quantity, make_time, say


@pytest.fixture(scope="module")
def made() -> Estimate:
    when = make_time("2025-01-01", "2025-03-01")
    first = say(0, make_quantity(12000), interval=when, aspect="cumulative", speaker="City Hall")
    predicted = say(100, make_quantity(500), modality="predicted")
    return sayso.estimate([first, predicted], measure="killed", place="Ukraine")


def test_estimate_is_told_with_bands_months_sources_and_what_is_open(made: Estimate) -> None:
    lines = tell_estimate(made, {one.id: one for one in made.basis.statements})
    told = "\n".join(lines)
    assert "sources jointly report" in told
    assert "true number" in told
    assert "right on average" in told
    assert "one origin" in told
    assert "It is a prediction." in told
    assert any(line.startswith("  2025-02") for line in lines)


def test_csv_has_a_row_a_month_and_one_for_the_whole(made: Estimate) -> None:
    out = io.StringIO()
    write_estimate_csv(made, out)
    rows = [line.split(",") for line in out.getvalue().splitlines()]
    assert rows[0] == list(COLUMNS)
    assert [row[:2] for row in rows[1:]] == [
        ["2025-01-01", "2025-02-01"], ["2025-02-01", "2025-03-01"], ["2025-01-01", "2025-03-01"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "words"), [(1234567.0, "1,230,000"), (12.34, "12.3"), (0.5, "0.50"), (0.0, "0"), (99.96, "100.0")]
)
def test_numbers_keep_three_digits_that_count(value: float, words: str) -> None:
    assert name_rounded(value) == words
