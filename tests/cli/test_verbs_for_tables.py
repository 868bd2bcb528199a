import json
from pathlib import Path

import pytest

from sayso.cli import Exit
from tests.cli.conftest import Run

CLAIMS = "object,source,value\nAldorf,a,512\nAldorf,b,512\nAldorf,c,521\n=Birken,a,18\n=Birken,c,81\n"
COUNTS = "reference_date,report_date,count\n2025-03-01,2025-03-01,6\n2025-03-01,2025-03-02,4\n2025-03-02,2025-03-02,6\n"


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    (tmp_path / "claims.csv").write_text(CLAIMS, "utf-8")
    (tmp_path / "counts.csv").write_text(COUNTS, "utf-8")
    return tmp_path


@pytest.mark.usefixtures("tables")
def test_combine_prints_objects_then_sources_as_json(run: Run) -> None:
    done = run("combine", "claims.csv", "--method", "vote")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == Exit.OK
    assert lines[1] == {"object": "Aldorf", "value": 512.0, "weight": 2 / 3, "claims": 3, "values": 2}
    assert [line["source"] for line in lines if "source" in line] == ["a", "b", "c"]


@pytest.mark.usefixtures("tables")
def test_combine_prints_a_table_and_a_spreadsheet(run: Run) -> None:
    shown = run("combine", "claims.csv", "--format", "table").stdout
    assert "Aldorf" in shown
    assert "2 objects, 3 sources, by lookup" in shown
    written = run("combine", "claims.csv", "--format", "csv", "--method", "vote").stdout.splitlines()
    assert written == ["object,value,weight,claims,values", "'=Birken,18.0,0.5,2,2", "Aldorf,512.0,0.6667,3,2"]


@pytest.mark.usefixtures("tables")
def test_combine_refuses_a_method_that_nobody_knows(run: Run) -> None:
    done = run("combine", "claims.csv", "--method", "best")
    assert done.exit_code == Exit.USAGE
    assert "lookup, vote" in done.stderr


def test_combine_tells_the_row_that_is_no_claim(run: Run) -> None:
    done = run("combine", "-", input="object,source,value\nx,a,many\n")
    assert done.exit_code == Exit.INPUT
    assert "standard input, row 2: expected a number as value, found 'many'" in done.stderr


@pytest.mark.parametrize("verb", ["combine", "nowcast"])
def test_tables_that_cannot_be_read_end_with_a_line(run: Run, tmp_path: Path, verb: str) -> None:
    done = run(verb, "missing.csv")
    assert (done.exit_code, done.stderr) == (Exit.INPUT, "sayso: cannot read missing.csv: No such file or directory\n")
    (tmp_path / "odd.csv").write_bytes(b"\xff\xfe")
    assert run(verb, "odd.csv").exit_code == Exit.INPUT


@pytest.mark.usefixtures("tables")
def test_nowcast_prints_low_best_and_high_of_each_date(run: Run) -> None:
    lines = [json.loads(line) for line in run("nowcast", "counts.csv").stdout.splitlines()]
    assert [line["reference_date"] for line in lines] == ["2025-03-01", "2025-03-02"]
    assert (lines[0]["low"], lines[0]["best"], lines[0]["high"]) == (10, 10, 10)
    assert lines[1]["reported"] <= lines[1]["low"] <= lines[1]["best"] <= lines[1]["high"]
    shown = run("nowcast", "counts.csv", "--format", "table", "--level", "0.5").stdout
    assert "50% ranges, by smooth" in shown


@pytest.mark.usefixtures("tables")
def test_nowcast_by_chain_ladder_leaves_the_range_empty(run: Run) -> None:
    written = run("nowcast", "counts.csv", "--method", "chain_ladder", "--format", "csv").stdout
    assert written == "reference_date,reported,low,best,high\n2025-03-01,10,,10,\n2025-03-02,6,,10,\n"


@pytest.mark.usefixtures("tables")
def test_nowcast_looks_from_the_day_that_is_named(run: Run) -> None:
    assert len(run("nowcast", "counts.csv", "--as-of", "2025-03-01").stdout.splitlines()) == 1
    done = run("nowcast", "counts.csv", "--as-of", "2025-02-01")
    assert (done.exit_code, done.stdout, done.stderr) == (Exit.OK, "", "sayso: no counts were known by then\n")
    assert run("nowcast", "counts.csv", "--as-of", "March").exit_code == Exit.USAGE
