"""SHOW: readings, statements and checks in; a terminal's text, rows for other programs, or one HTML page out."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.display.combinations import show_combination, show_nowcasts, write_combination, write_nowcasts
    from sayso.display.comparison import show_comparison
    from sayso.display.console import make_console
    from sayso.display.estimates import show_estimate, write_estimate_csv
    from sayso.display.report import render_page
    from sayso.display.rows import COLUMNS, guard_cell, to_rows, write_csv, write_json_lines
    from sayso.display.terminal import show_measures, show_reading, show_statements, show_why
    from sayso.display.terminal_findings import show_check, show_check_summary, show_finding, show_range

__all__ = [
    "COLUMNS",
    "guard_cell",
    "make_console",
    "render_page",
    "show_check",
    "show_check_summary",
    "show_combination",
    "show_comparison",
    "show_estimate",
    "show_finding",
    "show_measures",
    "show_nowcasts",
    "show_range",
    "show_reading",
    "show_statements",
    "show_why",
    "to_rows",
    "write_combination",
    "write_csv",
    "write_estimate_csv",
    "write_json_lines",
    "write_nowcasts",
]

_HOMES = {
    "rows": ("COLUMNS", "guard_cell", "to_rows", "write_csv", "write_json_lines"),
    "report": ("render_page",),
    "comparison": ("show_comparison",),
    "console": ("make_console",),
    "combinations": ("show_combination", "show_nowcasts", "write_combination", "write_nowcasts"),
    "estimates": ("show_estimate", "write_estimate_csv"),
    "terminal_findings": ("show_check", "show_check_summary", "show_finding", "show_range"),
}
"""The files that names come from, but those of the terminal."""


def __getattr__(name: str) -> object:
    # rich takes 80 ms to load; JSON lines need none of it
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = next((file for file, names in _HOMES.items() if name in names), "terminal")
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)
