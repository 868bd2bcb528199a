import csv
import io
import json
from pathlib import Path

import msgspec
import pytest

import sayso
from sayso.cli import Exit
from sayso.model import Statement, from_json, statement_id
from tests.cli.conftest import Run
from tests.display.samples import TEXT, make_reading

pytestmark = pytest.mark.usefixtures("by_hand")


@pytest.fixture
def ledger(run: Run, article: Path, tmp_path: Path) -> Path:
    """A ledger that holds the hand-built reading."""
    path = tmp_path / "figures.db"
    assert run("add", article, "--ledger", path).exit_code == Exit.OK
    return path


def test_add_twice_changes_nothing(run: Run, article: Path, ledger: Path) -> None:
    added = json.loads(run("add", article, "--ledger", ledger).stdout)
    assert (added["documents"], added["statements"], added["known_documents"]) == (0, 0, 1)
    words = run("add", article, "--ledger", ledger, "--format", "table").stdout
    assert "0 new reports, 0 new statements; 1 report was there already" in words


def test_add_goes_on_after_a_bad_file(run: Run, article: Path, tmp_path: Path) -> None:
    done = run("add", "missing.txt", article, "--ledger", tmp_path / "new.db")
    assert done.exit_code == Exit.INPUT
    assert json.loads(done.stdout)["statements"] == 6


def test_add_goes_on_after_a_known_id_with_another_text(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "reports.jsonl"
    documents = [{"id": "a", "text": "One text."}, {"id": "a", "text": "Another."}, {"id": "b", "text": "More."}]
    lines.write_text("".join(json.dumps(document) + "\n" for document in documents), "utf-8")
    done = run("add", lines, "--ledger", tmp_path / "new.db")
    assert done.exit_code == Exit.INPUT
    assert [json.loads(line)["document_id"] for line in done.stdout.splitlines()] == ["a", "b"]
    assert len(done.stderr.splitlines()) == 1


def test_add_takes_the_ledger_from_the_variable(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", "named.db")
    assert run("add", article).exit_code == Exit.OK
    assert (tmp_path / "named.db").is_file()


def test_ls_prints_what_was_added(run: Run, ledger: Path) -> None:
    done = run("ls", "--ledger", ledger)
    assert [from_json(line, Statement) for line in done.stdout.splitlines()] == list(make_reading().statements)
    table = run("ls", "--ledger", ledger, "--format", "table").stdout
    assert table.endswith("6 statements\n")
    rows = list(csv.DictReader(io.StringIO(run("ls", "--ledger", ledger, "--format", "csv").stdout)))
    assert len(rows) == 6


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (("--measure", "desertion"), 3), (("--source", "zakharova"), 2), (("--place", "UKR"), 1),
        (("--place", "Ukraine"), 1), (("--place", "ukrainian"), 1), (("--measure", "Desertion"), 3),
        (("--aspect", "rate"), 1), (("--publisher", "nobody"), 0), (("--limit", "2"), 2), (("--text", "conscript"), 1),
        (("--since", "2025-10-01", "--until", "2025-11-01", "--measure", "desertion", "--place", "UKR"), 1),
    ],
)  # fmt: skip
def test_ls_filters(run: Run, ledger: Path, arguments: tuple[str, ...], number: int) -> None:
    assert len(run("ls", "--ledger", ledger, *arguments).stdout.splitlines()) == number


def test_ls_refuses_filters_that_mean_nothing(run: Run, ledger: Path) -> None:
    assert run("ls", "--ledger", ledger, "--aspect", "speed").exit_code == Exit.USAGE
    assert run("ls", "--ledger", ledger, "--since", "yesterday").exit_code == Exit.USAGE
    assert run("ls", "--ledger", ledger, "--limit", "-1").exit_code == Exit.USAGE


@pytest.mark.parametrize("format", ["table", "jsonl", "csv"])
def test_ls_says_when_nothing_matches(run: Run, ledger: Path, format: str) -> None:
    done = run("ls", "--ledger", ledger, "--place", "Peru", "--format", format)
    assert (done.exit_code, done.stderr) == (Exit.OK, "sayso: no statements match\n")
    assert run("ls", "--ledger", ledger, "--format", format).stderr == ""
    assert run("ls", "--ledger", ledger, "--format", format, "--limit", "0").stderr == ""


def test_ls_names_the_measures_close_to_an_unknown_one(run: Run, ledger: Path) -> None:
    done = run("ls", "--ledger", ledger, "--measure", "desertions")
    assert done.exit_code == Exit.USAGE
    assert "found 'desertions'; did you mean desertion" in done.stderr
    assert "one of affected, aided," in run("ls", "--ledger", ledger, "--measure", "zzzz").stderr


def test_ls_takes_a_measure_of_another_codebook_that_the_ledger_holds(run: Run, tmp_path: Path) -> None:
    reading = make_reading()
    statement = msgspec.structs.replace(reading.statements[0], measure="bridges_closed")
    statement = msgspec.structs.replace(statement, id=statement_id(statement))
    with sayso.open_ledger(tmp_path / "own.db") as opened:
        opened.add(msgspec.structs.replace(reading, statements=(statement,), relations=()))
    done = run("ls", "--ledger", tmp_path / "own.db", "--measure", "bridges_closed")
    assert len(done.stdout.splitlines()) == 1
    assert "did you mean bridges_closed" in run("ls", "-l", tmp_path / "own.db", "--measure", "bridge_closed").stderr


def test_ls_says_when_there_is_no_ledger_and_makes_none(run: Run, tmp_path: Path) -> None:
    done = run("ls", "--ledger", "absent.db")
    assert done.exit_code == Exit.LEDGER
    assert "absent.db" in done.stderr
    assert not (tmp_path / "absent.db").exists()


def test_ls_says_when_a_file_is_no_ledger(run: Run, article: Path) -> None:
    assert run("ls", "--ledger", article).exit_code == Exit.LEDGER
    assert article.read_text("utf-8") == TEXT


def test_why_takes_the_start_of_an_id(run: Run, ledger: Path) -> None:
    statement = make_reading().statements[1]
    known = json.loads(run("why", statement.id[:8], "--ledger", ledger).stdout)
    assert known["statement"]["id"] == statement.id
    words = " ".join(run("why", statement.id[:8], "--ledger", ledger, "--format", "table").stdout.split())
    assert "Harbour Gazette < Die Welt (inherited) < ?" in words
    assert "Harbour Gazette doubts (may be too low)" in words
    assert "this statement" in words
    assert "first seen" in words


def test_why_refuses_an_unknown_id(run: Run, ledger: Path) -> None:
    assert run("why", "ffffffff", "--ledger", ledger).exit_code == Exit.USAGE
