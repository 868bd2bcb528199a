"""Files to read, readings built by hand in place of the stages, and a way to run the program as users do."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import sayso
from sayso.cli import app
from sayso.ingest import iter_documents
from sayso.model import CheckReport, Document, Reading
from tests.display.samples import TEXT, make_reading, make_report

Run = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("SAYSO_LEDGER", "SAYSO_COLOUR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """The hand-written report as a text file."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the stages after INGEST: the hand-written report has its hand-built reading, others hold no figure."""

    def iter_readings(source: Any, *, measures: Any, **options: Any) -> Iterator[Reading]:
        assert measures
        for document in iter_documents(source, **options):
            is_known = document.text == TEXT
            yield make_reading() if is_known else Reading(document=document, statements=(), relations=())

    def check(statements: Any, relations: Any = (), *, measures: Any, documents: Any, lens: Any = None) -> CheckReport:
        assert measures
        assert all(isinstance(document, Document) for document in documents)
        if lens == "literal":  # the only finding needs an assumption
            return CheckReport(findings=(), not_checked=(), checked=5)
        known = make_reading()
        if {statement.id for statement in known.statements} <= {statement.id for statement in statements}:
            return make_report(known)
        return CheckReport(findings=(), not_checked=(), checked=0)

    monkeypatch.setattr(sayso, "iter_readings", iter_readings)
    monkeypatch.setattr(sayso, "check", check)


@pytest.fixture
def run() -> Run:
    """Run a verb in this process."""

    def run_verb(*arguments: object, **options: Any) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)

    return run_verb


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Run a verb in a process of its own."""

    def run_process(*arguments: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-c", "import sayso.cli; sayso.cli.main()", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, cwd=tmp_path, timeout=120, check=False, **options)

    return run_process
