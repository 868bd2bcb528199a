"""Printing: rows in, an aligned table or JSON lines out."""

import json
from collections.abc import Iterable, Mapping, Sequence


def print_rows(rows: Iterable[Mapping[str, object]], *, as_json: bool) -> None:
    """Print rows to standard output as they come: JSON a line, or a table under one head.

    A table's columns are as wide as its first row and head need, so that rows show up while the rest is measured.
    """
    widths: list[int] = []
    for row in rows:
        if as_json:
            print(json.dumps(row, ensure_ascii=False), flush=True)
            continue
        if not widths:
            widths = [
                max(len(name), len(_cell(value)), 21 if value is not None and isinstance(value, str) else 9)
                for name, value in row.items()
            ]
            print(_line(list(row), widths), flush=True)
        print(_line([_cell(value) for value in row.values()], widths), flush=True)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.4f}" if abs(value) < 10 else f"{value:,.1f}"
    return str(value)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
