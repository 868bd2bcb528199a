"""SHOW: readings, statements and checks in; a terminal's text, rows for other programs, or one HTML page out."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.display.report import render_page
    from sayso.display.rows import COLUMNS, guard_cell, to_rows, write_csv, write_json_lines
    from sayso.display.terminal import (
        make_console,
        show_check,
        show_check_summary,
        show_finding,
        show_measures,
        show_reading,
        show_statements,
        show_why,
    )

__all__ = [
    "COLUMNS",
    "guard_cell",
    "make_console",
    "render_page",
    "show_check",
    "show_check_summary",
    "show_finding",
    "show_measures",
    "show_reading",
    "show_statements",
    "show_why",
    "to_rows",
    "write_csv",
    "write_json_lines",
]

_ROWS = ("COLUMNS", "guard_cell", "to_rows", "write_csv", "write_json_lines")


def __getattr__(name: str) -> object:
    # rich takes 80 ms to load; JSON lines need none of it
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "rows" if name in _ROWS else "report" if name == "render_page" else "terminal"
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)
