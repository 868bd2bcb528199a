"""LEDGER: readings go in, one transaction a document; statements, documents and relations come out, for good.

Rows are added, never changed or removed. What identifies a thing is stored once, under its content digest; what may
be seen differently by another extractor is stored beside it, once a reading. A *reading* of a document (a run) is
the list of its statements with how each was extracted, and of its relations; its id is a digest of all that, so
adding a report twice writes nothing, not even a time. ``first_seen`` and ``last_seen`` are the times of the first and
the last reading that was new when it came.

A newer extractor that reads a document otherwise adds a run. Views show the statements and relations of the latest
run of each document, by order of first arrival; ``all_versions=True`` shows those of the earlier ones as well, each
once. A statement that both extractors read alike is one row with two extractions, and the newer one is shown with it.
Adding an old reading again does not bring it back: it is already there.

SQLite keeps the file (write-ahead log, foreign keys on, ``synchronous = FULL``: a document that ``add`` has reported
survives a kill and a power cut). SQLAlchemy and Alembic load when the first ledger is opened.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sayso.ledger.base import Added, StatementFilter, Stats, Why

if TYPE_CHECKING:  # SQLAlchemy takes 0.2 s to load, so it loads with the first ledger
    from sayso.ledger.ledgers import Ledger

__all__ = ["Added", "Ledger", "StatementFilter", "Stats", "Why", "open_ledger"]


def open_ledger(
    target: str | Path, *, create: bool = True, read_only: bool = False, timeout_s: float = 5.0
) -> "Ledger":
    """Open the ledger at a path, making it or bringing its schema up to date where needed.

    Args:
        target: The path of the ledger file. URLs are refused: this version keeps ledgers in SQLite files only.
        create: Whether to make a ledger where there is none.
        read_only: Whether only to read: nothing is made, migrated or locked.
        timeout_s: How long to wait for another process that is writing, in seconds.

    Returns:
        The open ledger, to be used with ``with``.

    Raises:
        LedgerMissingError: No file is there, and none may be made.
        LedgerUnwritableError: The path is a folder, or it or its folder cannot be written.
        LedgerLockedError: Another process held the ledger for longer than ``timeout_s``.
        LedgerVersionError: A newer sayso wrote it; or an older one did and ``read_only`` forbids to migrate it.
        LedgerCorruptError: The file is no ledger, or is damaged.
        UnknownNameError: ``target`` is a URL.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_ledger(f"{folder}/figures.db") as ledger:
        ...     ledger.stats().statements
        0

    Added in 0.1.
    """
    from sayso.ledger.opening import open_target

    return open_target(target, create=create, read_only=read_only, timeout_s=timeout_s)


def __getattr__(name: str) -> object:
    if name == "Ledger":
        from sayso.ledger.ledgers import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
