"""The one place where a database's errors become sayso's: what happened, to which ledger, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from sayso.model import LedgerCorruptError, LedgerError, LedgerLockedError, LedgerUnwritableError

_DISK_CODES = frozenset(
    getattr(sqlite3, name)
    for name in (
        "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_DIR_FSYNC", "SQLITE_IOERR_TRUNCATE",
        "SQLITE_IOERR_SHMOPEN", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_DELETE",
    )
)  # fmt: skip
"""Input/output errors of writing: a full disk, a quota or a file size limit."""


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn a database's errors into LedgerError and its kinds.

    Args:
        where: The ledger's path, named in the message.

    Raises:
        LedgerLockedError: Another process held the write lock for longer than the time allowed.
        LedgerUnwritableError: The file cannot be written, or the disk is full.
        LedgerCorruptError: The file is no ledger, or is damaged.
        LedgerError: Anything else that the database refuses.
    """
    try:
        yield
    except DBAPIError as err:
        raise translate(err.orig, where) from err
    except sqlite3.Error as err:
        raise translate(err, where) from err


def translate(err: BaseException | None, where: str) -> LedgerError:
    """The error that a database's error means; nothing of the failed document was written, whichever it is."""
    extended = getattr(err, "sqlite_errorcode", None) or 0
    code = extended & 0xFF  # the primary code; the rest says more exactly what happened
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LedgerLockedError(
            f"another process is writing to the ledger ({err})",
            where=where,
            hint="wait until it is done and run again (nothing is added twice), or allow more time with timeout_s",
        )
    if code == sqlite3.SQLITE_FULL or extended in _DISK_CODES:
        return LedgerUnwritableError(
            f"the disk is full, or a limit on files is reached ({err})",
            where=where,
            hint="make room and run again: documents added so far are kept, this one was not added",
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return LedgerUnwritableError(
            f"expected a file that can be written, in a folder that can be written ({err})",
            where=where,
            hint="choose another path or ask for the right to write there",
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return LedgerCorruptError(
            f"expected a ledger, found a file that is none or is damaged ({err})",
            where=where,
            hint="keep the file; `sqlite3 FILE .recover` saves what can be read of it",
        )
    return LedgerError(f"the database refused ({type(err).__name__}: {err})", where=where)
