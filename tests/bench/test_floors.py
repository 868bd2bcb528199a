from pathlib import Path

from bench.floors import MARGIN, judge, load_floors, save_floors
from bench.quality import Row


def row(value: float | None, metric: str = "value_f1") -> Row:
    return Row("newsquant", metric, value, None, None, 10)


PINNED = {"corpus": "abc", "floors": {"value_f1": 0.8}}


def test_metric_above_its_floor_passes_and_raises_it() -> None:
    verdict = judge(PINNED, [row(0.9)], corpus="abc")
    assert verdict.passed
    assert verdict.floors["floors"] == {"value_f1": round(0.9 - MARGIN, 4)}


def test_metric_below_its_floor_fails_and_keeps_it() -> None:
    verdict = judge(PINNED, [row(0.79)], corpus="abc")
    assert not verdict.passed
    assert "below its floor" in verdict.lines[0]
    assert verdict.floors["floors"] == {"value_f1": 0.8}


def test_update_never_lowers_a_floor_that_still_holds() -> None:
    verdict = judge(PINNED, [row(0.801)], corpus="abc")
    assert verdict.passed
    assert verdict.floors["floors"] == {"value_f1": 0.8}


def test_lower_takes_what_is_measured() -> None:
    assert judge(PINNED, [row(0.7)], corpus="abc", lower=True).floors["floors"] == {"value_f1": 0.695}


def test_other_data_and_vanished_metrics_fail() -> None:
    assert not judge(PINNED, [row(0.9)], corpus="xyz").passed
    assert not judge(PINNED, [row(0.9, "value_unit_f1")], corpus="abc").passed


def test_set_that_is_not_pinned_yet_passes() -> None:
    assert judge({}, [row(0.5)], corpus="abc").passed


ERRORS = {"corpus": "abc", "floors": {"mae": 0.6}}


def test_error_below_its_ceiling_passes_and_lowers_it() -> None:
    verdict = judge(ERRORS, [row(0.5, "mae")], corpus="abc", errors=["mae"])
    assert verdict.passed
    assert verdict.floors["floors"] == {"mae": round(0.5 + MARGIN, 4)}


def test_error_above_its_ceiling_fails_and_keeps_it() -> None:
    verdict = judge(ERRORS, [row(0.61, "mae")], corpus="abc", errors=["mae"])
    assert not verdict.passed
    assert verdict.floors["floors"] == {"mae": 0.6}
    assert judge(ERRORS, [row(0.61, "mae")], corpus="abc", lower=True, errors=["mae"]).floors["floors"] == {
        "mae": 0.615
    }


def test_error_that_is_not_measured_any_more_fails() -> None:
    verdict = judge(ERRORS, [row(None, "mae")], corpus="abc", errors=["mae"])
    assert not verdict.passed
    assert verdict.floors["floors"] == {"mae": 0.6}


def test_floors_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert load_floors(path) == {}
    save_floors({"newsquant": PINNED}, path)
    assert load_floors(path) == {"newsquant": PINNED}
