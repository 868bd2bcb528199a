import json
from pathlib import Path

import pytest

from bench import panels
from bench.panels import compare_methods, judge, load_truths
from bench.sets import truth_flights
from bench.sets.reporting_delay import count, load, read_counts
from bench.tallies import Counts, Pairs


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_BENCH_DATA", str(tmp_path))
    panels.combine_set.cache_clear()
    read_counts.cache_clear()
    return tmp_path


def write(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def write_flights(data: Path) -> None:
    claims = [{"source": source, "minutes": minutes} for source, minutes in (("a", 60), ("b", 60), ("c", None))]
    write(data / "truth_flights" / "claims.jsonl", [{"id": "f1", "claims": claims}])
    truths: list[dict[str, object]] = [{"id": "f1", "truth_minutes": 61}, {"id": "f2", "truth_minutes": 10}]
    write(data / "truth_flights" / "truth_dev.jsonl", truths)


def test_judge_counts_exact_near_and_the_distance() -> None:
    found = judge("truth_population", {"id": "x", "truth": 1000}, {"x": 1008.0})
    assert (found["exact"], found["within_1pct"]) == (Counts(0, 1, 1), Counts(1, 1, 1))
    assert isinstance(found["mae"], Pairs)
    assert found["mae"].off == 8


def test_flights_leave_out_times_that_could_not_be_read(data: Path) -> None:
    write_flights(data)
    tallies = [truth_flights.count(item) for item in load_truths("truth_flights", None)]
    assert [tally["within_2min"] for tally in tallies] == [Counts(1, 1, 1), Counts(0, 1, 1)]
    assert [tally["exact"] for tally in tallies] == [Counts(0, 1, 1), Counts(0, 1, 1)]


def test_compare_methods_has_a_row_for_each_method_and_set(data: Path) -> None:
    write_flights(data)
    write(data / "truth_population" / "claims.jsonl", [{"id": "t", "claims": [{"source": "a", "value": 5.0}]}])
    write(data / "truth_population" / "truth_dev.jsonl", [{"id": "t", "truth": 5}])
    rows = {(row.set, row.method): row for row in compare_methods()}
    assert len(rows) == 16
    assert rows["truth_population", "crh"].exact == 1
    assert (rows["truth_flights", "vote"].exact, rows["truth_flights", "vote"].near) == (0, 0.5)


def test_reporting_delay_looks_from_each_day_at_what_was_known(data: Path) -> None:
    rows: list[dict[str, object]] = []
    for day in range(63):
        reference = f"2021-{5 + day // 30:02}-{1 + day % 30:02}"
        for ages in ("00+", "80+"):
            rows.append({"age_group": ages, "reference_date": reference, "report_date": reference, "count": 50})
    write(data / "reporting_delay" / "germany_hosp_dev_2021.jsonl", rows)
    items = load(None)
    assert [item["half"] for item in items] == ["first", "second", "second"]
    found = count(items[0])
    assert found["first_half_cover90"] == found["cover90"] == Counts(1, 1, 1)
    assert isinstance(found["mape_lag0"], Pairs)
    assert found["mape_lag0"].off == 0
