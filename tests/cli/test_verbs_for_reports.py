import csv
import io
import json
from pathlib import Path

import pytest

from sayso.cli import Exit
from sayso.model import Relation, Statement, from_json
from tests.cli.conftest import Run
from tests.display.samples import TEXT, make_reading

pytestmark = pytest.mark.usefixtures("by_hand")


def test_read_prints_json_lines_when_piped(run: Run, article: Path) -> None:
    done = run("read", article)
    assert done.exit_code == Exit.OK
    assert [from_json(line, Statement) for line in done.stdout.splitlines()] == list(make_reading().statements)


def test_read_prints_a_table_when_asked(run: Run, article: Path) -> None:
    done = run("read", article, "--format", "table")
    assert done.exit_code == Exit.OK  # a finding is no failure of reading
    assert "21,600[1] soldiers" in done.stdout
    assert "Finding 1" in done.stdout
    assert "not checked" in run("read", article, "--format", "table", "--no-check").stdout


def test_read_adds_relations_when_asked(run: Run, article: Path) -> None:
    lines = run("read", article, "--with", "relations").stdout.splitlines()
    assert [from_json(line, Relation) for line in lines if "targets" in json.loads(line)] == list(
        make_reading().relations
    )
    assert run("read", article, "--with", "relations", "--format", "csv").exit_code == Exit.USAGE


@pytest.mark.parametrize("format", ["table", "jsonl", "csv", "html"])
def test_read_names_the_file_that_holds_no_figure(run: Run, tmp_path: Path, format: str) -> None:
    (tmp_path / "quiet.txt").write_text("Nobody counts.", "utf-8")
    done = run("read", "quiet.txt", "--format", format)
    assert (done.exit_code, done.stderr) == (Exit.OK, "sayso: quiet.txt: no figures found\n")


def test_read_is_silent_about_files_with_figures(run: Run, article: Path) -> None:
    (article.parent / "quiet.txt").write_text("Nobody counts.", "utf-8")
    assert run("read", article).stderr == ""
    assert run("read", article, "-", input="Nobody counts.").stderr == "sayso: standard input: no figures found\n"


def test_read_writes_one_csv_header_for_many_files(run: Run, article: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("read", article, article, "--format", "csv").stdout)))
    assert len(rows) == 12
    assert rows[0]["source"] == "Die Welt"


def test_read_writes_a_page_of_one_report_only(run: Run, article: Path) -> None:
    assert run("read", article, "--format", "html").stdout.startswith("<!DOCTYPE html>")
    several = run("read", article, article, "--format", "html")
    assert several.exit_code == Exit.USAGE
    assert "sayso report" in several.stderr


def test_read_takes_standard_input(run: Run) -> None:
    assert len(run("read", "-", input=TEXT).stdout.splitlines()) == 6
    assert run("read", "-", "-", input=TEXT).exit_code == Exit.USAGE


def test_read_reports_a_missing_file_and_goes_on(run: Run, article: Path) -> None:
    done = run("read", "missing.txt", article)
    assert done.exit_code == Exit.INPUT
    assert len(done.stdout.splitlines()) == 6
    assert "missing.txt" in done.stderr
    assert "Traceback" not in done.output


def test_read_reports_a_bad_line_with_its_number_and_goes_on(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "reports.jsonl"
    lines.write_text('{"text": "Quiet."}\n{"text": \n' + json.dumps({"text": TEXT}) + "\n", "utf-8")
    done = run("read", lines)
    assert done.exit_code == Exit.INPUT
    assert len(done.stdout.splitlines()) == 6
    assert len(done.stderr.splitlines()) == 1
    assert "reports.jsonl" in done.stderr
    assert "2" in done.stderr


def test_read_refuses_what_it_does_not_know(run: Run, article: Path) -> None:
    assert run("read").exit_code == Exit.USAGE
    assert run("read", "https://example.org/report").exit_code == Exit.USAGE
    assert run("read", article, "--format", "xml").exit_code == Exit.USAGE
    assert run("read", article, "--encoding", "klingon").exit_code == Exit.USAGE


def test_read_quotes_no_control_characters_in_messages(run: Run) -> None:
    done = run("read", "evil\x1b[2J.txt")
    assert done.exit_code == Exit.INPUT
    assert "\x1b" not in done.stderr


def test_report_writes_one_page_and_says_so(run: Run, article: Path, tmp_path: Path) -> None:
    done = run("report", article, "-o", "out.html")
    assert done.exit_code == Exit.OK
    assert "sayso-data" in (tmp_path / "out.html").read_text("utf-8")
    assert "1 finding" in done.stderr
    assert done.stdout == ""


def test_report_writes_to_standard_output(run: Run, article: Path) -> None:
    assert run("report", article, "-o", "-").stdout == run("read", article, "--format", "html").stdout


def test_report_writes_several_pages_to_a_folder(run: Run, article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nobody counts.", "utf-8")
    assert run("report", article, other, "-o", "pages/").exit_code == Exit.OK
    names = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert len(names) == 2
    assert names[0] == "0001-kyiv-s-army-is-losing-soldiers-faster-than-it-can-train-them.html"
    assert run("report", article, other, "-o", "one.html").exit_code == Exit.USAGE
    assert not (tmp_path / "one.html").exists()


def test_report_says_when_it_cannot_write(run: Run, article: Path, tmp_path: Path) -> None:
    done = run("report", article, "-o", tmp_path / "nowhere" / "out.html")
    assert done.exit_code == Exit.OUTPUT
    assert "out.html" in done.stderr


def test_report_writes_nothing_for_a_missing_file(run: Run, tmp_path: Path) -> None:
    assert run("report", "missing.txt", "-o", "out.html").exit_code == Exit.INPUT
    assert not (tmp_path / "out.html").exists()
