import io
import sys
from pathlib import Path

import pytest

from sayso.cli import progress
from sayso.cli.inputs import InputFormat, Inputs
from sayso.cli.progress import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _take_stderr(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    # not a fixture: pytest puts its own stderr back between setting up and running a test
    file = Terminal()
    monkeypatch.setattr(sys, "stderr", file)
    monkeypatch.setenv("TERM", "xterm")
    return file


def test_bar_stays_away_from_short_work(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = _take_stderr(monkeypatch)
    with Bar(lambda: 3) as bar:
        assert list(bar.over("abc")) == ["a", "b", "c"]
    assert bar.done == 3
    assert stderr.getvalue() == ""


def test_bar_appears_when_work_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = _take_stderr(monkeypatch)
    monkeypatch.setattr(progress, "DELAY_S", 0.01)
    with Bar(lambda: 7) as bar:
        for position, _ in enumerate(bar.over(range(7))):
            if position == 3:
                bar.wait_until_shown(timeout_s=30)
            with bar.hidden():
                pass
    assert "/7" in stderr.getvalue()


def test_bar_never_appears_where_stderr_is_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setattr(progress, "DELAY_S", 0.0)
    with Bar(lambda: 1) as bar:
        for _ in bar.over(range(2)):
            assert not bar.wait_until_shown(timeout_s=0.2)


def test_inputs_count_lines_only_in_files_of_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text("{}\n{}\n", "utf-8")
    (tmp_path / "b.txt").write_text("one\ntwo\n", "utf-8")
    assert Inputs(["a.jsonl", "b.txt"], InputFormat.AUTO, None).count_documents() == 3
    assert Inputs(["a.jsonl", "-"], InputFormat.AUTO, None).count_documents() is None
