"""``sayso estimate`` on a file: lines that hold all, a row a month, the same again."""

import json
from pathlib import Path

from typer.testing import CliRunner

from sayso.cli.app import app

WORDS = "Police said 1,200 people were killed in June 2025. Police said 1,500 people were killed in July 2025.\n"


def run(*arguments: str) -> str:
    told = CliRunner().invoke(app, ["estimate", *arguments])
    assert told.exit_code == 0, told.output
    return told.stdout


def test_estimate_prints_a_line_that_makes_it_again(tmp_path: Path) -> None:
    report, kept = tmp_path / "report.txt", tmp_path / "made.json"
    report.write_text(WORDS, encoding="utf-8")
    line = run("killed", str(report), "--from", "2025-06-01", "--to", "2025-08-01", "--format", "jsonl")
    made = json.loads(line)
    assert made["low"] < made["best"] < made["high"]
    assert [one["is_used"] for one in made["inputs"]] == [True, True]
    kept.write_text(line, encoding="utf-8")
    assert run("--again", str(kept), "--format", "jsonl") == line
    rows = run("--again", str(kept), "--format", "csv").splitlines()
    assert len(rows) == 4
