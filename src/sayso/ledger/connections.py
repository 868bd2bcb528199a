"""Connections to a SQLite ledger: how durable, how patient, and when a transaction takes the write lock."""

import os
import sqlite3
from pathlib import Path
from typing import Literal, NamedTuple

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

Mode = Literal["ro", "rw", "rwc"]


class Store(NamedTuple):
    """An engine and the path that error messages name."""

    engine: sa.Engine
    where: str


def make_store(path: Path, *, mode: Mode, timeout_s: float) -> Store:
    """An engine for the ledger at a path; nothing is opened yet.

    Args:
        path: The file.
        mode: SQLite's open mode: ``ro`` reads, ``rw`` writes, ``rwc`` also creates.
        timeout_s: How long to wait for another process's lock, in seconds.

    Returns:
        The store. A connection with the execution option ``is_writer`` takes the write lock when its transaction
        begins, so that two writers wait for each other instead of failing at their first insert.
    """

    def open_file() -> sqlite3.Connection:
        return _connect(path, mode, timeout_s)

    engine = sa.create_engine("sqlite+pysqlite://", creator=open_file, poolclass=NullPool)

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        is_writer = connection.get_execution_options().get("is_writer", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")

    return Store(engine, str(path))


def _connect(path: Path, mode: Mode, timeout_s: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    if mode == "ro" and _is_on_read_only_disk(path):
        uri += "&immutable=1"  # WAL wants to write beside the file even to read; here nobody can change it anyway
    connection = sqlite3.connect(
        uri,
        uri=True,
        timeout=timeout_s,
        isolation_level=None,  # we begin and end transactions ourselves, see _begin
        check_same_thread=False,  # Writer has a lock, readers have a connection each
    )
    connection.execute("PRAGMA foreign_keys = ON")
    # FULL, not NORMAL: with WAL, NORMAL may lose the last documents when the power fails, after `add` said they are
    # in. The fsync a document costs 2.5 ms of the 5 ms that adding ten statements takes.
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _is_on_read_only_disk(path: Path) -> bool:
    return hasattr(os, "statvfs") and bool(os.statvfs(path).f_flag & os.ST_RDONLY)
