import json
from pathlib import Path

import pytest

from bench.__main__ import FAILED, NO_DATA, WRONG_USE, main
from bench.contradictions import EXPECTED
from bench.data import FILES, BrokenDataError, MissingDataError, find_file, load_items
from bench.quality import choose_sets, count_items, summarize
from bench.sets import SETS
from bench.tallies import Counts

RECORDS = "figure_f1 record_right value bound counted event aspect interval place first_hop chain modality inherited"
METRICS = {
    "newsquant": "value_f1 value_bound_f1 value_unit_f1 all_right_f1",
    "fakes": "killed_exact killed_by_side_exact",
    "idmc_kili": "quantity_f1 quantity_recall",
    "idmc_idetect": "quantity_exact record_right",
    "gva": "killed_exact injured_exact both_exact",
    "tempeval3": "value_f1",
    "gold": RECORDS,
    "reports": RECORDS,
    "held_reports": RECORDS,
    "polnear": "detect_source_f1 exact_f1 figure_source_f1 token_source_f1 token_cue_f1 token_content_f1",
    "factuality": "mae r",
    "vitaminc_numeric": "bounded_accuracy seen_bounded_accuracy unseen_bounded_accuracy accuracy supports_f1 refutes_f1"
    " undecided_f1 refutes_precision nearest_bounded_accuracy",
    "injected": " ".join(
        [
            "found found_developed found_held_out",
            "false_per_1000 false_per_1000_developed false_per_1000_held_out untouched_per_1000",
            *(f"found_{kind}" for kind in EXPECTED),
            *(f"false_{kind}" for kind in EXPECTED),
        ]
    ),
    "truth_population": "exact within_1pct mae",
    "truth_flights": "exact within_2min within_1pct mae",
    "reporting_delay": "mape_lag0 chain_ladder_mape_lag0 cover90"
    " first_half_mape_lag0 first_half_chain_ladder_mape_lag0 first_half_cover90"
    " second_half_mape_lag0 second_half_chain_ladder_mape_lag0 second_half_cover90",
}
TIMEX = {"start": 13, "end": 27, "type": "DATE", "value": "1998-08-07", "mod": None, "text": "August 7, 1998"}
ITEM = {"id": "t1", "dct": "1998-08-08T10:00", "text": "It happened, August 7, 1998.", "timexes": [TIMEX]}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_BENCH_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def one_set(data: Path) -> Path:
    (data / "tempeval3").mkdir()
    (data / "tempeval3" / "dev.jsonl").write_text(
        f"{json.dumps(ITEM)}\n\n{json.dumps(ITEM | {'id': 't2'})}\n", encoding="utf-8"
    )
    return data


def test_metric_and_file_names_are_the_ones_agreed_on() -> None:
    assert {name: " ".join(metric.name for metric in one.metrics) for name, one in SETS.items()} == METRICS
    assert {name: files for name, files in FILES.items() if files != ("dev.jsonl",)} == {
        "gold": ("reports.jsonl",),
        "reports": ("unlabelled.jsonl",),
        "held_reports": ("unlabelled.jsonl",),
        "factuality": ("uw_dev.jsonl",),
        "injected": (
            "fakes/dev.jsonl",
            "gva/dev.jsonl",
            "gold/unlabelled.jsonl",
            "idmc_kili/dev.jsonl",
            "polnear/dev.jsonl",
        ),
        "truth_population": ("claims.jsonl", "truth_dev.jsonl"),
        "truth_flights": ("claims.jsonl", "truth_dev.jsonl"),
        "reporting_delay": ("germany_hosp_dev_2021.jsonl",),
    }


def test_quality_without_data_says_where_it_looked(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quality", "gold"]) == NO_DATA
    assert str(data / "gold" / "reports.jsonl") in capsys.readouterr().err


def test_quality_of_a_set_without_scorer_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FILES, "to_come", ("dev.jsonl",))
    assert main(["quality", "to_come"]) == WRONG_USE
    assert "no scorer yet" in capsys.readouterr().err
    assert main(["quality", "nonsense"]) == WRONG_USE
    assert "expected one of newsquant" in capsys.readouterr().err


@pytest.mark.usefixtures("one_set")
def test_quality_prints_a_json_line_a_metric(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quality", "tempeval3", "--format", "jsonl"]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(row) == ["set", "metric", "value", "low", "high", "n"]
    assert row == {"set": "tempeval3", "metric": "value_f1", "value": 1.0, "low": 1.0, "high": 1.0, "n": 2}


@pytest.mark.usefixtures("one_set")
def test_rows_do_not_depend_on_the_number_of_processes() -> None:
    items = load_items("tempeval3")
    assert count_items(SETS["tempeval3"], items, jobs=2) == count_items(SETS["tempeval3"], items, jobs=1)


@pytest.mark.usefixtures("one_set")
def test_limit_takes_the_first_items() -> None:
    assert [item["id"] for item in load_items("tempeval3", limit=1)] == ["t1"]


def test_floors_without_data_are_skipped_and_pass(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["floors", "gold"]) == 0
    assert "gold: skipped: no data" in capsys.readouterr().out


@pytest.mark.usefixtures("one_set")
def test_floors_fail_when_the_data_is_another(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        "bench.__main__.load_floors", lambda: {"tempeval3": {"corpus": "0" * 64, "floors": {"value_f1": 0.5}}}
    )
    assert main(["floors", "tempeval3", "--jobs", "1"]) == FAILED
    assert "the data changed" in capsys.readouterr().out


def test_summarize_weighs_figures_not_items() -> None:
    rows = summarize(SETS["tempeval3"], [{"value_f1": Counts(1, 1, 1)}, {"value_f1": Counts(0, 3, 3)}])
    assert [(row.metric, row.value, row.n) for row in rows] == [("value_f1", 0.25, 4)]


def test_choose_sets_takes_all_and_repeats_none() -> None:
    assert choose_sets(["gold", "all"])[0].name == "gold"
    assert len(choose_sets(["gold", "all"])) == len(SETS)


def test_missing_and_broken_files_are_told_apart(data: Path) -> None:
    with pytest.raises(MissingDataError, match="SAYSO_BENCH_DATA"):
        find_file("gva")
    (data / "gva").mkdir()
    (data / "gva" / "dev.jsonl").write_text("{}\nnot json\n", encoding="utf-8")
    with pytest.raises(BrokenDataError, match=r"dev\.jsonl:2: expected a JSON object"):
        load_items("gva")
