"""What a user names as a ledger: a path that can hold one, or a clear error before anything is opened."""

import os
from pathlib import Path

from sayso.model import LedgerCorruptError, LedgerMissingError, LedgerUnwritableError, UnknownNameError

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100


def find_path(target: str | Path) -> Path:
    """The path that a target names.

    Raises:
        UnknownNameError: The target is a URL; this version keeps ledgers in files only.
    """
    text = str(target)
    if "://" in text or text in ("", ":memory:"):
        raise UnknownNameError(
            f"expected the path of a ledger file, found {text!r}",
            hint="this version of sayso keeps a ledger in a SQLite file and nowhere else; give a path: figures.db",
        )
    return Path(target)


def check_target(path: Path, *, create: bool, read_only: bool) -> bool:
    """Make sure that a ledger is at a path or can be made there.

    Args:
        path: Where.
        create: Whether a new one may be made.
        read_only: Whether it is only to be read.

    Returns:
        Whether a file is there.

    Raises:
        LedgerMissingError: Nothing is there, and nothing may be made.
        LedgerUnwritableError: A folder is there, or the file or its folder cannot be written.
        LedgerCorruptError: A file is there that is no SQLite file, or one that is cut off.
    """
    if path.is_dir():
        raise LedgerUnwritableError("expected a file, found a folder", where=str(path), hint="name a file in it")
    if path.exists():
        if not read_only:
            _check_writable(path)
        _check_header(path)
        return True
    if read_only or not create:
        raise LedgerMissingError(
            "expected a ledger, found no file", where=str(path), hint=f"`sayso add FILE --ledger {path}` makes one"
        )
    if not path.parent.is_dir():
        raise LedgerUnwritableError(
            f"expected a folder {path.parent}, found none", where=str(path), hint="make the folder first"
        )
    _check_writable(path.parent)
    return False


def _check_writable(path: Path) -> None:
    if not os.access(path, os.W_OK):
        noun = "folder" if path.is_dir() else "file"
        raise LedgerUnwritableError(
            f"expected a {noun} that can be written",
            where=str(path),
            hint="choose another path, ask for the right to write there, or open the ledger read-only",
        )


def _check_header(path: Path) -> None:
    """SQLite finds out about a file that was cut off only when it comes to the missing part; this finds it at once."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except PermissionError as err:
        raise LedgerUnwritableError(
            "expected a file that can be read", where=str(path), hint="ask for the right to read it"
        ) from err
    if not header:
        return  # SQLite's own idea of an empty database
    if not header.startswith(_MAGIC) or len(header) < _HEADER_BYTES:
        raise LedgerCorruptError(
            "expected a ledger, found a file that is no SQLite database", where=str(path), hint="choose another path"
        )
    found = path.stat().st_size
    expected = _size_by_header(header)
    wal = path.with_name(path.name + "-wal")
    is_settled = not wal.exists() or wal.stat().st_size == 0  # else pages may still be on their way into the file
    if is_settled and expected is not None and found < expected:
        raise LedgerCorruptError(
            f"expected {expected} bytes, found {found}: the file was cut off",
            where=str(path),
            hint="fetch it again or restore a copy; `sqlite3 FILE .recover` saves what can be read of it",
        )


def _size_by_header(header: bytes) -> int | None:
    """The size of the database by its own account; None where an old SQLite did not keep it.

    Source:
        SQLite database file format, 1.3 (page size at 16, change counter at 24, pages at 28, version valid for at 92).
    """
    page_bytes = int.from_bytes(header[16:18], "big")
    if header[24:28] != header[92:96]:
        return None
    return int.from_bytes(header[28:32], "big") * (65536 if page_bytes == 1 else page_bytes)
