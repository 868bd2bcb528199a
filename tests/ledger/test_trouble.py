"""What goes wrong outside: locks, rights, full disks, two writers at once; nothing is lost, and errors are clear."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import sayso.ledger.connections
from sayso.ledger import open_ledger
from sayso.model import LedgerLockedError, LedgerUnwritableError
from tests.ledger.samples import dump, make_flood_reading, make_long_reading

ROOT = Path(__file__).parent.parent.parent


def _run(code: str, *args: object) -> str:
    """What a process of its own writes; SQLAlchemy is loaded before the code can give rights up."""
    found = subprocess.run(
        [sys.executable, "-c", f"{_PRELUDE}{code}", *map(str, args)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout


_PRELUDE = """
import os, resource, signal, sys
import sayso.ledger.opening
from sayso.ledger import open_ledger
from sayso.model import LedgerError
from tests.ledger.samples import make_long_reading

def give_up_rights():  # they do not bind root
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
"""

_ADD_WITHIN_LIMIT = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2**21, 2**21))
try:
    with open_ledger(sys.argv[1]) as ledger:
        for number in range(60):
            ledger.add(make_long_reading(number))
except LedgerError as err:
    print(type(err).__name__, err)
"""

_OPEN_WITHOUT_RIGHTS = """
give_up_rights()
try:
    open_ledger(sys.argv[1])
except LedgerError as err:
    print(type(err).__name__, err)
"""


def test_a_locked_ledger_says_so_and_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    with open_ledger(path) as ledger:
        ledger.add(make_flood_reading())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_ledger(path, timeout_s=0.1) as ledger:
        with pytest.raises(LedgerLockedError, match=r"another process is writing.*run again") as caught:
            ledger.add(make_long_reading(1))
        assert caught.value.where == str(path)
        assert len(list(ledger.iter_statements())) == 3
        other.execute("ROLLBACK")
        assert ledger.add(make_long_reading(1)).documents == 1  # the ledger goes on once the other is done
    other.close()


def test_a_new_ledger_that_another_process_holds_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LedgerLockedError):
        open_ledger(path, timeout_s=0.1)
    other.close()


def test_a_writer_waits_for_another_that_is_done_in_time(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    open_ledger(path).close()
    code = (
        "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN IMMEDIATE'); print('held', flush=True); time.sleep(0.5); c.execute('ROLLBACK')"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with open_ledger(path, timeout_s=20) as ledger:
            assert ledger.add(make_flood_reading()).documents == 1


def test_two_processes_make_a_ledger_and_add_to_it_at_once(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    code = (
        "import sys; from sayso.ledger import open_ledger; from tests.ledger.samples import make_long_reading\n"
        "sys.stdin.readline()\n"
        "with open_ledger(sys.argv[1], timeout_s=60) as ledger:\n"
        "    for number in range(int(sys.argv[2]), int(sys.argv[3])): ledger.add(make_long_reading(number))\n"
    )
    ranges = ((0, 20), (15, 35), (30, 50))  # some reports are added by two of them
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path), str(first), str(last)],
            stdin=subprocess.PIPE,
            cwd=Path(__file__).parent.parent.parent,
        )
        for first, last in ranges
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write(b"go\n")
        writer.stdin.close()
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    documents, statements, relations = dump(path)
    assert {document.publisher for document in documents} == {f"Bird Post {number}" for number in range(50)}
    assert (len(documents), len(statements), len(relations)) == (50, 50 * 40, 50 * 39)


def test_a_full_disk_keeps_what_was_added_and_the_rest_can_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "figures.db"
    connect = sayso.ledger.connections._connect

    def connect_to_small_disk(*args: object) -> sqlite3.Connection:
        connection = connect(*args)  # type: ignore[arg-type]
        connection.execute("PRAGMA max_page_count = 120")
        return connection

    monkeypatch.setattr(sayso.ledger.connections, "_connect", connect_to_small_disk)
    readings = [make_long_reading(number) for number in range(20)]
    with open_ledger(path) as ledger:
        with pytest.raises(LedgerUnwritableError, match=r"disk is full.*documents added so far are kept"):
            for _ in ledger.add_all(readings):
                pass
        kept = list(ledger.iter_documents())
    monkeypatch.undo()
    assert 0 < len(kept) < len(readings)
    assert kept == [reading.document for reading in readings[: len(kept)]]
    with open_ledger(path) as ledger:
        assert sum(added.documents for added in ledger.add_all(readings)) == len(readings) - len(kept)
        assert list(ledger.iter_statements()) == [one for reading in readings for one in reading.statements]


def test_a_limit_on_file_size_keeps_what_was_added(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    readings = [make_long_reading(number) for number in range(60)]

    assert _run(_ADD_WITHIN_LIMIT, path).startswith("LedgerUnwritableError")
    documents, statements, _ = dump(path)
    assert documents == [reading.document for reading in readings[: len(documents)]]
    assert 0 < len(documents) < len(readings)
    assert len(statements) == 40 * len(documents)


@pytest.fixture
def guarded(tmp_path: Path) -> Path:
    """A ledger that everybody may read and nobody may write, in a folder of that kind."""
    folder = tmp_path / "guarded"
    folder.mkdir()
    with open_ledger(folder / "figures.db") as ledger:
        ledger.add(make_flood_reading())
    (folder / "figures.db").chmod(0o444)
    folder.chmod(0o555)
    for parent in (tmp_path, *tmp_path.parents):
        if parent.owner() == tmp_path.owner() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o111)  # pytest's folders are closed to others
    return folder


def test_a_ledger_that_may_not_be_written_says_so(guarded: Path) -> None:
    found = _run(_OPEN_WITHOUT_RIGHTS, guarded / "figures.db")
    assert "expected a file that can be written" in found


def test_a_folder_that_may_not_be_written_says_so(guarded: Path) -> None:
    found = _run(_OPEN_WITHOUT_RIGHTS, guarded / "new.db")
    assert "expected a folder that can be written" in found
    assert not (guarded / "new.db").exists()


def test_a_folder_that_turns_out_unwritable_says_so() -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("no /proc: a folder where root, too, can make no file")
    with pytest.raises(LedgerUnwritableError, match=r"in a folder that can be written|expected a folder that can be"):
        open_ledger("/proc/figures.db")
