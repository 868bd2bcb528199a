"""Opening: what makes a ledger, what is refused, and what the message says."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import sayso.ledger.migrating
from sayso.ledger import migrations, open_ledger
from sayso.ledger.connections import make_store
from sayso.ledger.migrating import migrate
from sayso.ledger.tables import VERSION_TABLE, metadata
from sayso.model import (
    LedgerCorruptError,
    LedgerMissingError,
    LedgerUnwritableError,
    LedgerVersionError,
    UnknownNameError,
)
from tests.ledger.samples import dump, make_flood_reading, make_long_reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with two reports."""
    path = tmp_path / "figures.db"
    with open_ledger(path) as ledger:
        ledger.add(make_flood_reading())
        ledger.add(make_long_reading(1))
    return path


def test_importing_the_room_loads_neither_sqlalchemy_nor_alembic() -> None:
    code = "import sys, sayso.ledger; print({'sqlalchemy', 'alembic', 'sqlite3'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "set()\n"


def test_opening_a_ledger_that_is_up_to_date_loads_no_alembic(path: Path) -> None:
    code = "import sys, sayso.ledger as l; l.open_ledger(sys.argv[1]).close(); print('alembic' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"


def test_a_closed_ledger_is_one_file(path: Path) -> None:
    assert [entry.name for entry in path.parent.iterdir()] == ["figures.db"]


@pytest.mark.parametrize("name", ["füße 😀.db", "a?mode=memory#x%41.db", "with space"])
def test_any_file_name_serves(tmp_path: Path, name: str) -> None:
    with open_ledger(str(tmp_path / name)) as ledger:
        ledger.add(make_flood_reading())
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
    assert len(dump(tmp_path / name)[1]) == 3


def test_a_path_without_folder_is_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_ledger("figures.db") as ledger:
        ledger.add(make_flood_reading())
    assert (tmp_path / "figures.db").is_file()


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    path.touch()
    with open_ledger(path) as ledger:
        assert ledger.add(make_flood_reading()).documents == 1


def test_the_connection_is_durable_and_keeps_foreign_keys(path: Path) -> None:
    with make_store(path, mode="rw", timeout_s=1).engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "synchronous")
        }
        assert pragmas == {"foreign_keys": 1, "synchronous": 2}
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


@pytest.mark.parametrize("options", [{"create": False}, {"read_only": True}])
def test_a_ledger_that_is_not_there_is_missing(tmp_path: Path, options: dict[str, bool]) -> None:
    path = tmp_path / "figures.db"
    with pytest.raises(LedgerMissingError, match="found no file; `sayso add") as caught:
        open_ledger(path, **options)
    assert caught.value.where == str(path)
    assert not path.exists()


@pytest.mark.parametrize("target", ["postgresql://host/figures", "https://example.org/figures.db", ":memory:", ""])
def test_a_target_that_is_no_path_says_what_is_supported(target: str) -> None:
    with pytest.raises(UnknownNameError, match="SQLite file and nowhere else"):
        open_ledger(target)


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnwritableError, match="expected a file, found a folder"):
        open_ledger(tmp_path)


def test_a_path_in_no_folder_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnwritableError, match="make the folder first"):
        open_ledger(tmp_path / "none" / "figures.db")
    (tmp_path / "file").write_text("x")
    with pytest.raises(LedgerUnwritableError, match="make the folder first"):
        open_ledger(tmp_path / "file" / "figures.db")


@pytest.mark.parametrize("content", [b"Not a ledger, but a text.\n" * 20, b"SQLite format 3\0", b"x"])
def test_another_file_is_no_ledger_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(LedgerCorruptError, match="no SQLite database"):
            open_ledger(path, read_only=read_only)
    assert path.read_bytes() == content


def test_a_header_followed_by_rubbish_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    with pytest.raises(LedgerCorruptError):
        open_ledger(path)


def test_another_programs_database_is_no_ledger_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "places.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(LedgerCorruptError, match="found a database with the tables bookmarks"):
            open_ledger(path, read_only=read_only)
    assert path.read_bytes() == before


def test_an_empty_file_is_no_ledger_to_read(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    path.touch()
    for options in ({"read_only": True}, {"create": False}):
        with pytest.raises(LedgerCorruptError, match="found an empty file"):
            open_ledger(path, **options)


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.999])
def test_a_ledger_that_was_cut_off_is_found_out_at_once(path: Path, kept: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    for read_only in (False, True):
        with pytest.raises(LedgerCorruptError, match=f"expected {len(content)} bytes.*cut off"):
            open_ledger(path, read_only=read_only)


def test_damage_in_the_middle_is_named_when_it_is_met(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(content)
    with pytest.raises(LedgerCorruptError, match="damaged"), open_ledger(path) as ledger:
        list(ledger.iter_statements())


def test_content_that_something_else_wrote_is_named(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("""UPDATE statements SET content = replace(content, '"flow"', '"flwo"')""")
    raw.close()
    with open_ledger(path) as ledger, pytest.raises(LedgerCorruptError, match="stored statement"):
        list(ledger.iter_statements())


def test_a_ledger_of_a_newer_version_is_refused_and_stays_as_it_is(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    raw.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(LedgerVersionError, match=r"found '9999': a newer sayso wrote it; .*--upgrade"):
            open_ledger(path, read_only=read_only)
    assert path.read_bytes() == before


def test_a_ledger_of_an_older_version_is_not_migrated_to_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sayso.ledger.migrating, "REVISIONS", ("0001", "0002"))
    with pytest.raises(LedgerVersionError, match="found the older 0001; open it once for writing"):
        open_ledger(path, read_only=True)


def test_the_migrations_make_the_schema_and_unmake_it(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    open_ledger(path).close()
    store = make_store(path, mode="rw", timeout_s=1)
    with store.engine.connect().execution_options(is_writer=True) as connection, connection.begin():
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []
        migrate(connection, "base")
        assert sa.inspect(connection).get_table_names() == [VERSION_TABLE]
        migrate(connection, "0001")
        assert compare_metadata(context, metadata) == []


def test_every_migration_is_listed() -> None:
    assert migrations.__file__ is not None
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == migrations.REVISIONS
