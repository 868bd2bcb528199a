"""Where the development data lies: a set's name in, its JSON objects out, or one clear error when it is absent."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Item = dict[str, Any]
"""One line of a data file."""

ROOT = Path(__file__).resolve().parents[1]
"""The project's folder."""

FILES: dict[str, tuple[str, ...]] = {
    "newsquant": ("dev.jsonl",),
    "fakes": ("dev.jsonl",),
    "idmc_kili": ("dev.jsonl",),
    "idmc_idetect": ("dev.jsonl",),
    "gva": ("dev.jsonl",),
    "tempeval3": ("dev.jsonl",),
    "gold": ("reports.jsonl",),
    "reports": ("unlabelled.jsonl",),
    "held_reports": ("unlabelled.jsonl",),
    "polnear": ("dev.jsonl",),
    "factuality": ("uw_dev.jsonl",),
    "vitaminc_numeric": ("dev.jsonl",),
    "injected": (
        "fakes/dev.jsonl", "gva/dev.jsonl", "gold/unlabelled.jsonl", "idmc_kili/dev.jsonl", "polnear/dev.jsonl",
    ),
    "truth_population": ("claims.jsonl", "truth_dev.jsonl"),
    "truth_flights": ("claims.jsonl", "truth_dev.jsonl"),
    "reporting_delay": ("germany_hosp_dev_2021.jsonl",),
}  # fmt: skip
"""The files that measuring a set reads, always these, so that figures stay comparable for years."""


class MissingDataError(FileNotFoundError):
    """The development data is not on this machine."""


class BrokenDataError(ValueError):
    """A line of the development data is no JSON object."""


FOLDERS = {"reports": "gold", "held_reports": "gold", "injected": "."}
"""The folder of a set, where it is not the set's own name."""


def data_folder() -> Path:
    """The folder that holds a folder a set: ``$SAYSO_BENCH_DATA``, or ``../shared/data`` seen from the project."""
    named = os.environ.get("SAYSO_BENCH_DATA")
    return Path(named) if named else ROOT.parent / "shared" / "data"


def find_file(set_name: str, file_name: str | None = None) -> Path:
    """The path of a set's file.

    Args:
        set_name: A key of ``FILES``.
        file_name: Which file; the default is the first that ``FILES`` names.

    Raises:
        MissingDataError: No such file.
    """
    path = data_folder() / FOLDERS.get(set_name, set_name) / (file_name or FILES[set_name][0])
    if not path.is_file():
        raise MissingDataError(
            f"no data for {set_name!r}: expected a file at {path}; "
            f"set SAYSO_BENCH_DATA to the folder that holds {set_name}/"
        )
    return path


def load_items(set_name: str, file_name: str | None = None, *, limit: int | None = None) -> list[Item]:
    """The objects of a set's file, in file order.

    Args:
        set_name: A key of ``FILES``.
        file_name: Which file; the default is the first that ``FILES`` names.
        limit: At most so many; None takes all.

    Raises:
        MissingDataError: No such file.
        BrokenDataError: A line is no JSON object.
    """
    items: list[Item] = []
    for item in _iter_items(find_file(set_name, file_name)):
        if limit is not None and len(items) >= limit:
            break
        items.append(item)
    return items


def file_digest(path: Path) -> str:
    """The sha256 of a file, in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _iter_items(path: Path) -> Iterator[Item]:
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, start=1):
            if not line.strip():
                continue
            try:
                item = json.loads(line)
            except json.JSONDecodeError as err:
                raise BrokenDataError(f"{path}:{number}: expected a JSON object, found something else ({err})") from err
            if not isinstance(item, dict):
                raise BrokenDataError(f"{path}:{number}: expected a JSON object, found {type(item).__name__}")
            yield item
