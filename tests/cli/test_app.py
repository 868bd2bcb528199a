import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import sayso
from sayso.cli import Exit
from sayso.cli.exits import MEANINGS, find_exit
from sayso.model import (
    ContractError,
    FormatError,
    LedgerConflictError,
    LedgerLockedError,
    MissingDocumentError,
    SettingsError,
    UnknownNameError,
)
from tests.cli.conftest import Process, Run
from tests.display.samples import TEXT


def test_help_lists_every_verb_and_exit_code(run: Run) -> None:
    done = run("--help")
    assert done.exit_code == Exit.OK
    for verb in ("read", "report", "add", "ls", "why", "check", "schema", "version"):
        assert f"\n  {verb} " in done.stdout
        assert run(verb, "--help").exit_code == Exit.OK
    for code, meaning in MEANINGS.items():
        assert f"{code.value}  {meaning}" in done.stdout
    assert set(MEANINGS) == set(Exit)


def test_version_prints_the_version(run: Run) -> None:
    assert run("--version").stdout == run("version").stdout == f"sayso {sayso.__version__}\n"


def test_schema_prints_what_python_gives(run: Run) -> None:
    assert json.loads(run("schema").stdout)["$ref"] == "#/$defs/Statement"
    assert json.loads(run("schema", "finding").stdout)["$ref"] == "#/$defs/Finding"
    assert run("schema", "opinion").exit_code == Exit.USAGE


@pytest.mark.parametrize(
    ("err", "code"),
    [
        (MissingDocumentError("x"), Exit.INPUT),
        (FormatError("x"), Exit.INPUT),
        (ContractError("x"), Exit.INPUT),
        (LedgerConflictError("x"), Exit.INPUT),
        (LedgerLockedError("x"), Exit.LEDGER),
        (SettingsError("x"), Exit.USAGE),
        (UnknownNameError("x"), Exit.USAGE),
    ],
)
def test_find_exit_tells_input_ledger_and_usage_apart(err: sayso.SaysoError, code: Exit) -> None:
    assert find_exit(err) is code


def test_a_broken_settings_file_ends_with_two(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sayso.toml").write_text("ledgr = 'x.db'\n", "utf-8")
    done = run("ls")
    assert done.exit_code == Exit.USAGE
    assert "sayso.toml" in done.stderr
    assert "ledgr" in done.stderr


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    lines = tmp_path / "reports.jsonl"
    lines.write_text("".join(json.dumps({"text": TEXT, "id": str(n)}) + "\n" for n in range(40)), "utf-8")
    command = [sys.executable, "-c", "import sayso.cli; sayso.cli.main()", "read", str(lines)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        words = running.stderr.read()
        assert running.wait(60) == Exit.PIPE
    assert words == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for another process")
def test_an_interrupt_ends_quietly(tmp_path: Path) -> None:
    # heard even where a shell that started the tests in the background has interrupts ignored
    program = "import signal; signal.signal(2, signal.default_int_handler); import sayso.cli; sayso.cli.main()"
    command = [sys.executable, "-c", program, "read", "-", "--input", "jsonl"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(json.dumps({"text": TEXT}).encode() + b"\n" + b'{"text": "Quiet."}\n')
        running.stdin.flush()
        # a statement on the way shows that lines are read as they come, and that the program is at work
        assert json.loads(running.stdout.readline())["figure"]
        time.sleep(0.2)
        running.send_signal(signal.SIGINT)
        _, words = running.communicate(timeout=120)
    assert running.returncode == Exit.INTERRUPTED
    assert b"Traceback" not in words


def test_output_is_utf8_whatever_the_locale(process: Process, article: Path) -> None:
    article.write_text(f"{TEXT}\nThe “toll” in Łódź rose to 12 dead.\n", "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = process("read", article, env=environment)
    assert done.returncode == Exit.OK
    assert "“" in done.stdout.decode("utf-8")
    table = process("read", article, "--format", "table", env={**environment, "PYTHONIOENCODING": "ascii"})
    assert table.returncode == Exit.OK
    assert b"21,600[1]" in table.stdout


_ALL_FORMATS = """
import sys
from typer.testing import CliRunner
from sayso.cli import app
for format in ("jsonl", "csv", "table", "html"):
    print(CliRunner().invoke(app, ["read", sys.argv[1], "--format", format]).stdout)
"""


def test_read_gives_the_same_bytes_in_every_process(article: Path) -> None:
    first, second = (
        subprocess.run(
            [sys.executable, "-c", _ALL_FORMATS, str(article)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("1", "2")
    )
    assert first == second
    assert b"sayso-data" in first


def test_a_full_disk_is_told(article: Path, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    command = [sys.executable, "-c", "import sayso.cli; sayso.cli.main()", "read", str(article)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, timeout=120, check=False)
    assert done.returncode == Exit.OUTPUT
    assert b"cannot write the output" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_offered(process: Process, shell: str) -> None:
    environment = {**os.environ, "_SAYSO_COMPLETE": f"complete_{shell}"}
    environment |= {"COMP_WORDS": "sayso re", "COMP_CWORD": "1", "_TYPER_COMPLETE_ARGS": "sayso re"}
    environment |= {"_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    command = [sys.executable, "-c", "import sys, sayso.cli; sys.argv[0] = 'sayso'; sayso.cli.main()"]
    done = subprocess.run(command, capture_output=True, env=environment, text=True, timeout=120, check=False)
    assert "report" in done.stdout
    assert "schema" not in done.stdout
