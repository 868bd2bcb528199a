"""Codebooks of one's own on the command line: named, in the settings, or broken."""

import json
from pathlib import Path

import pytest

from sayso.cli.exits import Exit
from tests.cli.conftest import Run

BOOK = """codebook: schools
version: 1
measures:
  - id: schools_closed
    label: Schools closed
    definition: Schools that were shut.
    unit: school
    wordings: [{counts: [school], events: [close, shut]}]
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A codebook with one measure."""
    path = tmp_path / "schools.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with one figure that no shipped codebook knows."""
    path = tmp_path / "report.txt"
    path.write_text("Officials said that 40 schools were closed.", encoding="utf-8")
    return path


def _measures(output: str) -> list[str | None]:
    return [json.loads(line)["measure"] for line in output.splitlines()]


def test_read_sorts_figures_into_a_measure_of_ones_own(run: Run, report: Path, book: Path) -> None:
    assert _measures(run("read", report, "--format", "jsonl").stdout) == [None]
    assert _measures(run("read", report, "--format", "jsonl", "-c", book).stdout) == ["schools_closed"]


def test_codebooks_of_the_settings_are_read(
    run: Run, report: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("sayso.toml").write_text(f"codebooks = '{book}'\n", encoding="utf-8")
    assert _measures(run("read", report, "--format", "jsonl").stdout) == ["schools_closed"]
    monkeypatch.setenv("SAYSO_CODEBOOKS", "gone.yaml")
    refused = run("read", report, "--format", "jsonl")
    assert refused.exit_code != Exit.OK
    assert "gone.yaml" in refused.stderr


def test_added_figures_are_found_by_a_measure_of_ones_own(run: Run, report: Path, book: Path) -> None:
    assert run("add", report, "-c", book, "--ledger", "figures.db").exit_code == Exit.OK
    listed = run("ls", "--measure", "schools_closed", "--ledger", "figures.db", "--format", "jsonl")
    assert _measures(listed.stdout) == ["schools_closed"]


def test_measures_lists_own_ones_first(run: Run, book: Path) -> None:
    lines = run("measures", "-c", book, "--format", "jsonl").stdout.splitlines()
    assert json.loads(lines[0])["id"] == "schools_closed"
    assert len(lines) > 30
    table = run("measures", "-c", book, "--format", "table").stdout
    assert "schools_closed" in table
    assert "desertion" in table


def test_broken_codebook_stops_the_verb_before_anything_is_read(run: Run, report: Path, book: Path) -> None:
    book.write_text(BOOK.replace("label", "lable"), encoding="utf-8")
    refused = run("read", report, "--codebook", book)
    assert refused.exit_code not in (Exit.OK, Exit.INTERNAL)
    assert "unknown field lable, perhaps label" in refused.stderr
    assert refused.stdout == ""
