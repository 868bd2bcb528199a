import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench import peers
from bench.__main__ import main
from bench.measured_command import peak_mb
from bench.peers import PEERS, NotInstalled, Peer, ask_peer, install_peer
from bench.quality import Row
from bench.sets import SETS
from bench.speed import COMMAND

NOBODY = Peer("nobody 1.0", ("nobody==1.0",), None, ("value_f1",), 5, "a reason")


@pytest.fixture
def no_environments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def make_nothing(folder: Path, **_: Any) -> None:
        folder.mkdir(parents=True)

    monkeypatch.setattr(peers, "ENVIRONMENTS", tmp_path)
    monkeypatch.setattr("venv.create", make_nothing)


@pytest.mark.usefixtures("no_environments")
def test_peer_that_does_not_install_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, stdout="", stderr="looking\nERROR: no such version\n")

    monkeypatch.setattr(subprocess, "run", refuse)
    answer = install_peer(NOBODY)
    assert isinstance(answer, NotInstalled)
    assert answer.reason.startswith("did not install: ERROR: no such version")
    assert "a reason" in answer.reason


@pytest.mark.usefixtures("no_environments")
def test_peer_whose_install_takes_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("pip", 5)

    monkeypatch.setattr(subprocess, "run", wait)
    answer = install_peer(NOBODY)
    assert isinstance(answer, NotInstalled)
    assert "after 5 s" in answer.reason


def test_peer_program_answers_a_line_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "peer_programs" / "echo.py"
    program.parent.mkdir()
    program.write_text(
        "import json, sys\n"
        "for line in sys.stdin:\n"
        "    n = len(json.loads(line))\n"
        "    print(json.dumps([{'low': n, 'high': n, 'change': '=', 'unit': 'USD'}]))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(peers, "__file__", str(tmp_path / "peers.py"))
    first, second = ask_peer(Path(sys.executable), NOBODY._replace(program="echo.py"), ["abc", "line\nbreak"])
    assert [one.low for one in (*first, *second)] == [3, 10]
    assert first[0].units == {"dollar"}


def test_peers_command_gives_refusals_to_programs_and_to_people(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def compare(**_: Any) -> Iterator[Row | NotInstalled]:
        yield Row("one 1.0", "value_f1", 0.5, 0.4, 0.6, 7)
        yield NotInstalled("two 2.0", "did not install")

    monkeypatch.setattr(peers, "compare_peers", compare)
    assert main(["peers", "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["system"] for row in rows] == ["one 1.0", "two 2.0"]
    assert rows[1] == {"system": "two 2.0", "reason": "did not install"}
    assert main(["peers"]) == 0
    printed = capsys.readouterr()
    assert "two 2.0" not in printed.out
    assert printed.err == "two 2.0: did not install\n"


def test_peers_are_judged_on_known_metrics_only() -> None:
    known = {metric.name for metric in SETS["newsquant"].metrics}
    assert all(set(peer.metrics) <= known for peer in PEERS)


def test_measured_command_tells_what_it_used() -> None:
    answer = subprocess.run([sys.executable, str(COMMAND), "--version"], capture_output=True, text=True, check=True)
    used = json.loads(answer.stderr.splitlines()[-1])
    assert used["cpu_s"] > 0
    assert 5 < used["peak_mb"] < 2000
    assert peak_mb() > 5
