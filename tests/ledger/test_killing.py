"""A process that is killed while it adds: whole documents stay, half ones never appear, the rest can follow."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.ledger import open_ledger
from sayso.model import Reading
from tests.ledger.samples import dump, make_long_reading

ROOT = Path(__file__).parent.parent.parent

# Adds report 0, then dies at a given step of adding report 1; each step in a process of its own.
DIE_AT_EVERY_STEP = """
import os, signal, sys
import sqlalchemy as sa
from sayso.ledger import open_ledger
from tests.ledger.samples import make_long_reading

def die_at(step):
    with open_ledger(f"{sys.argv[1]}/{step}.db") as ledger:
        ledger.add(make_long_reading(0))
        taken = 0
        def count(*_):
            nonlocal taken
            taken += 1
            if taken == step:
                os.kill(os.getpid(), signal.SIGKILL)
        sa.event.listen(sa.Engine, "before_cursor_execute", count)
        sa.event.listen(sa.Engine, "commit", count)
        ledger.add(make_long_reading(1))
    os._exit(0)

step = 0
while True:
    step += 1
    child = os.fork()
    if child == 0:
        die_at(step)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(step, ended, flush=True)
    if ended != -signal.SIGKILL:
        sys.exit(ended)
"""

ADD_SLOWLY = """
import sys, time
from sayso.ledger import open_ledger
from tests.ledger.samples import make_long_reading

def iter_slowly():
    for number in range(200):
        yield make_long_reading(number, statements=200)
        time.sleep(0.001)

with open_ledger(sys.argv[1]) as ledger:
    for added in ledger.add_all(iter_slowly()):
        print(added.document_id, flush=True)
"""


def _check_file(path: Path) -> None:
    """What SQLite itself finds wrong: nothing."""
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


def _check_whole(path: Path, readings: list[Reading]) -> None:
    """The ledger holds these readings, each whole, and nothing else."""
    documents, statements, relations = dump(path)
    assert documents == [reading.document for reading in readings]
    assert statements == [one for reading in readings for one in reading.statements]
    assert relations == [one for reading in readings for one in reading.relations]


def test_a_kill_at_any_step_of_a_document_leaves_no_part_of_it(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-c", DIE_AT_EVERY_STEP, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    ends = [line.split() for line in found.stdout.splitlines()]
    assert len(ends) > 10  # a transaction of fewer steps would mean that the test no longer counts them
    assert {end for _, end in ends[:-1]} == {str(-signal.SIGKILL)}
    first, second = make_long_reading(0), make_long_reading(1)
    for step, _ in ends[:-1]:
        path = tmp_path / f"{step}.db"
        _check_whole(path, [first])
        _check_file(path)
    with open_ledger(tmp_path / f"{ends[-2][0]}.db") as ledger:
        assert ledger.add(second).statements == 40
    _check_whole(tmp_path / f"{ends[-2][0]}.db", [first, second])


@pytest.mark.parametrize("delay_s", [0.0, 0.004, 0.011, 0.023])
def test_a_kill_in_the_middle_of_a_batch_loses_no_document_that_was_reported(tmp_path: Path, delay_s: float) -> None:
    path = tmp_path / "figures.db"
    reported = []
    with subprocess.Popen(
        [sys.executable, "-c", ADD_SLOWLY, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as adding:
        assert adding.stdout is not None
        for line in adding.stdout:
            reported.append(line.strip())
            if len(reported) == 5:
                time.sleep(delay_s)
                adding.kill()
    assert adding.returncode == -signal.SIGKILL
    _check_file(path)
    kept = [document.id for document in dump(path)[0]]
    assert 5 <= len(reported) <= len(kept) <= len(reported) + 1  # one may be in and not yet reported
    assert kept[: len(reported)] == reported
    readings = [make_long_reading(number, statements=200) for number in range(len(kept) + 2)]
    _check_whole(path, readings[: len(kept)])
    with open_ledger(path) as ledger:
        assert sum(added.documents for added in ledger.add_all(readings)) == 2
    _check_whole(path, readings)
