"""The examples against their golden JSON lines, byte for byte: `pytest tests/golden --update-golden` writes them anew.

Golden lines are what sayso reads, not what is right: a change in them is to be looked at, line by line, before it is
committed. What is right is asserted in the tests of each room.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.model import Relation, Statement, from_json, to_json
from tests.conftest import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
IDS = [path.stem for path in EXAMPLES]


def read_lines(path: Path) -> bytes:
    """What ``sayso read PATH --format jsonl --with relations`` prints."""
    reading = sayso.read(path)
    return "".join(f"{to_json(item)}\n" for item in (*reading.statements, *reading.relations)).encode()


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_example_gives_its_golden_lines(path: Path, updates_golden: bool) -> None:
    golden = path.with_suffix(".jsonl")
    lines = read_lines(path)
    if updates_golden:
        golden.write_bytes(lines)
    assert golden.is_file(), f"{golden.name} is absent: `pytest tests/golden --update-golden` writes it"
    expected = golden.read_bytes()
    assert lines.decode().splitlines() == expected.decode().splitlines()  # shows the lines that differ
    assert lines == expected


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_golden_lines_keep_the_contract_and_read_as_the_example_does(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    statements = []
    for line in path.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines():
        if '"targets":' not in line:
            statement = from_json(line, Statement)
            assert text[statement.figure.start : statement.figure.end] == statement.figure.exact
            statements.append(statement.id)
        else:
            relation = from_json(line, Relation)
            assert {*relation.targets, relation.source or relation.targets[0]} <= set(statements)
    assert len(statements) >= 8


def test_command_line_prints_the_golden_lines_in_any_locale() -> None:
    path = EXAMPLES[0]
    program = "import sayso.cli; sayso.cli.main()"
    command = [sys.executable, "-c", program, "read", str(path), "--format", "jsonl", "--with", "relations"]
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "PYTHONPATH")}
    done = subprocess.run(
        command, capture_output=True, check=True, cwd=ROOT, env={**kept, "PYTHONHASHSEED": "1", "LC_ALL": "C"}
    )
    assert done.stdout == read_lines(path)


def test_every_golden_file_belongs_to_an_example() -> None:
    assert len(EXAMPLES) >= 4
    assert sorted(path.stem for path in (ROOT / "examples").glob("*.jsonl")) == IDS
