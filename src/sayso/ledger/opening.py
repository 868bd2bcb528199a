"""Opening: a target to an open Ledger whose schema is the newest."""

import datetime as dt
from pathlib import Path

from sayso.ledger.connections import Mode, make_store
from sayso.ledger.ledgers import Ledger
from sayso.ledger.migrating import bring_up_to_date, check_up_to_date
from sayso.ledger.targets import check_target, find_path
from sayso.ledger.translation import translated


def open_target(target: str | Path, *, create: bool, read_only: bool, timeout_s: float) -> Ledger:
    """Open a ledger; see ``sayso.ledger.open_ledger``."""
    path = find_path(target)
    is_there = check_target(path, create=create, read_only=read_only)
    mode: Mode = "ro" if read_only else "rw" if is_there else "rwc"
    store = make_store(path, mode=mode, timeout_s=timeout_s)
    with translated(store.where):
        if read_only:
            check_up_to_date(store)
        else:
            bring_up_to_date(store, create=create, timeout_s=timeout_s)
    return Ledger(path, store, _now, is_read_only=read_only)


def _now() -> str:
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
