"""A ledger's schema brought up to date, in one transaction, by whichever process comes first."""

import sqlite3
import time
from pathlib import Path

import sqlalchemy as sa

from sayso.ledger.connections import Store
from sayso.ledger.migrations import REVISIONS
from sayso.ledger.tables import VERSION_TABLE
from sayso.model import LedgerCorruptError, LedgerVersionError


def bring_up_to_date(store: Store, *, create: bool, timeout_s: float) -> None:
    """Make sure that the schema is the newest, creating or migrating it where allowed.

    Raises:
        LedgerVersionError: A newer sayso wrote the ledger.
        LedgerCorruptError: The database holds something else, or holds nothing and ``create`` is False.
    """
    with store.engine.connect() as connection:
        if _find_revision(connection, store.where, may_be_empty=create) == REVISIONS[-1]:
            return
    _use_wal(store, timeout_s)
    with store.engine.connect().execution_options(is_writer=True) as connection, connection.begin():
        found = _find_revision(connection, store.where, may_be_empty=create)  # again: another may have come first
        if found != REVISIONS[-1]:
            migrate(connection, REVISIONS[-1])


def check_up_to_date(store: Store) -> None:
    """Make sure that the schema is the newest, changing nothing.

    Raises:
        LedgerVersionError: A newer or an older sayso wrote the ledger.
        LedgerCorruptError: The database is no ledger.
    """
    with store.engine.connect() as connection:
        found = _find_revision(connection, store.where, may_be_empty=False)
    if found != REVISIONS[-1]:
        raise LedgerVersionError(
            f"expected a ledger of schema {REVISIONS[-1]}, found the older {found}",
            where=store.where,
            hint="open it once for writing (any `sayso add`) to bring it up to date",
        )


def migrate(connection: sa.Connection, revision: str) -> None:
    """Run Alembic's migrations up or down to a revision (``"base"`` for none) on a connection in a transaction."""
    from alembic import command  # 0.4 s: only a new or an old ledger needs it
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    is_down = revision == "base" or revision in REVISIONS[: _position(connection)]
    (command.downgrade if is_down else command.upgrade)(config, revision)


def _position(connection: sa.Connection) -> int:
    found = _find_revision(connection, "", may_be_empty=True)
    return 0 if found is None else REVISIONS.index(found)


def _find_revision(connection: sa.Connection, where: str, *, may_be_empty: bool) -> str | None:
    """The schema's version; None for an empty database."""
    tables = sa.inspect(connection).get_table_names()
    if VERSION_TABLE not in tables:
        if tables or not may_be_empty:
            found = f"a database with the tables {', '.join(tables[:5])}" if tables else "an empty file"
            raise LedgerCorruptError(f"expected a ledger, found {found}", where=where, hint="choose another path")
        return None
    version = sa.table(VERSION_TABLE, sa.column("version_num"))
    found_revision: str | None = connection.execute(sa.select(version.c.version_num)).scalar()
    if found_revision is None and may_be_empty:
        return None
    if found_revision not in REVISIONS:
        raise LedgerVersionError(
            f"expected a ledger of schema {REVISIONS[-1]} or older, found {found_revision!r}: a newer sayso wrote it",
            where=where,
            hint="`pip install --upgrade sayso`; nothing was changed",
        )
    return found_revision


def _use_wal(store: Store, timeout_s: float) -> None:
    """Switch the file to write-ahead logging, so that readers and a writer do not wait for each other.

    SQLite does not wait here as it does elsewhere when two processes create the ledger at once, so we do.
    Where a file system cannot do it, SQLite keeps its rollback journal: slower, as safe.
    """
    deadline = time.monotonic() + timeout_s
    with store.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        while True:
            try:
                raw.execute("PRAGMA journal_mode = WAL").fetchone()
            except sqlite3.OperationalError as err:
                if err.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
            else:
                return
