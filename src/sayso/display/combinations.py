"""Values that sources were combined to, and counts still being reported: tables on a terminal and rows of CSV out."""

import csv
from collections.abc import Iterable, Sequence
from typing import IO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.display.console import print_trimmed
from sayso.display.rows import guard_cell
from sayso.display.wording import count, make_safe
from sayso.estimation.nowcast import Nowcast
from sayso.estimation.panels import Combination

_MOST_SOURCES = 10
"""Sources shown below the objects, those with most claims; the JSON lines have all."""

COMBINED_COLUMNS = ("object", "value", "weight", "claims", "values")
NOWCAST_COLUMNS = ("reference_date", "reported", "low", "best", "high")


def show_combination(combination: Combination, *, console: Console) -> None:
    """Print a table of objects and one of the sources that claim most."""
    rows = [
        (one.object, f"{one.value:,.15g}", f"{one.weight:.3f}", one.claims, one.values) for one in combination.choices
    ]
    print_trimmed(console, _make_table(COMBINED_COLUMNS, rows))
    print_trimmed(console, Text(""))
    most = sorted(combination.sources, key=lambda one: (-one.claims, one.source))[:_MOST_SOURCES]
    listed = [(one.source, f"{one.weight:.3g}", one.claims) for one in most]
    print_trimmed(console, _make_table(("source", "weight", "claims"), listed))
    words = f"{count(len(combination.choices), 'object')}, {count(len(combination.sources), 'source')}"
    print_trimmed(console, Text(f"{words}, by {combination.method}", style="bold"))


def show_nowcasts(nowcasts: Sequence[Nowcast], *, console: Console) -> None:
    """Print a table of reference dates."""
    print_trimmed(console, _make_table(NOWCAST_COLUMNS, _nowcast_rows(nowcasts)))
    if nowcasts:
        print_trimmed(console, Text(f"{nowcasts[0].level:.0%} ranges, by {nowcasts[0].method}", style="bold"))


def write_combination(combination: Combination, stream: IO[str]) -> None:
    """Write the objects as CSV."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COMBINED_COLUMNS)
    for one in combination.choices:
        writer.writerow((guard_cell(one.object), one.value, round(one.weight, 4), one.claims, one.values))


def write_nowcasts(nowcasts: Sequence[Nowcast], stream: IO[str]) -> None:
    """Write the reference dates as CSV."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(NOWCAST_COLUMNS)
    writer.writerows(_nowcast_rows(nowcasts))


def _nowcast_rows(nowcasts: Iterable[Nowcast]) -> list[tuple[object, ...]]:
    return [(one.reference_date, one.reported, one.low, one.best, one.high) for one in nowcasts]


def _make_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="left" if place == 0 else "right", overflow="fold")
    for row in rows:
        table.add_row(*("" if cell is None else make_safe(str(cell)) for cell in row))
    return table
