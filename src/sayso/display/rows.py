"""Statements in; rows out: a spreadsheet's CSV with one statement a row, or JSON lines that follow the contract."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from sayso.display.wording import describe_chain
from sayso.model import Hop, Interval, Place, Relation, Statement, to_json

Cell = str | int | float | None

_FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""First characters after which a spreadsheet may take text for a formula (OWASP, CSV injection)."""

_COLUMNS: dict[str, Callable[[Statement], Cell]] = {
    "id": lambda s: s.id,
    "document_id": lambda s: s.document_id,
    "as_written": lambda s: s.quantity.as_written,
    "bound": lambda s: s.quantity.bound,
    "low": lambda s: s.quantity.low,
    "best": lambda s: s.quantity.best,
    "high": lambda s: s.quantity.high,
    "conveyed_low": lambda s: s.quantity.conveyed_low,
    "conveyed_high": lambda s: s.quantity.conveyed_high,
    "granularity": lambda s: s.quantity.granularity,
    "unit": lambda s: s.quantity.unit,
    "direction": lambda s: s.quantity.direction,
    "counted": lambda s: s.counted.exact if s.counted else None,
    "event": lambda s: s.event.lemma if s.event else None,
    "measure": lambda s: s.measure,
    "aspect": lambda s: s.aspect,
    "per": lambda s: s.per,
    "interval_as_written": lambda s: _interval(s, lambda interval: interval.as_written),
    "interval_kind": lambda s: _interval(s, lambda interval: interval.kind),
    "start": lambda s: _interval(s, lambda interval: interval.start),
    "end": lambda s: _interval(s, lambda interval: interval.end),
    "edtf": lambda s: _interval(s, lambda interval: interval.edtf),
    "place": lambda s: _place(s, lambda place: place.name),
    "country": lambda s: _place(s, lambda place: place.country),
    "modality": lambda s: s.modality,
    "hedges": lambda s: "; ".join(f"{hedge.kind}: {hedge.exact}" for hedge in s.hedges) or None,
    "publisher": lambda s: _hops(s)[0].agent,
    "source": lambda s: _hops(s)[-1].agent,
    "source_role": lambda s: _hops(s)[-1].role,
    "source_link": lambda s: _hops(s)[-1].link,
    "chain": lambda s: describe_chain(s.attribution.chains[0]),
    "upstream": lambda s: s.attribution.chains[0].upstream,
    "other_chains": lambda s: "; ".join(describe_chain(chain) for chain in s.attribution.chains[1:]) or None,
    "read_back": lambda s: s.read_back(),
    "figure_start": lambda s: s.figure.start,
    "figure_end": lambda s: s.figure.end,
    "passage": lambda s: s.passage.exact,
    "confidence": lambda s: s.extraction.confidence,
    "stage": lambda s: s.extraction.stage,
    "about": lambda s: "; ".join(one.exact for one in s.about) or None,
}

COLUMNS: tuple[str, ...] = tuple(_COLUMNS)
"""The columns of the CSV, in order. New ones are added at the end; none is renamed or moved.

The names are those of the JSON contract; besides, ``source`` is the innermost hop of the preferred chain (the
publisher where nobody else speaks), ``chain`` that chain in words, ``other_chains`` the alternatives,
``figure_start`` and ``figure_end`` the place of the figure in the document's text, and ``read_back`` the statement as
a sentence. ``start`` and ``end`` are the half-open interval: ``end`` is the first day after it.
"""


def to_rows(statements: Iterable[Statement]) -> Iterator[dict[str, Cell]]:
    """One row a statement, its keys ``COLUMNS``; None where the statement holds nothing.

    Cells are as they stand in the statement; ``write_csv`` is what guards them for spreadsheets.
    """
    for statement in statements:
        yield {name: take(statement) for name, take in _COLUMNS.items()}


def guard_cell(cell: Cell) -> Cell:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula; numbers stay numbers.

    Examples:
        >>> guard_cell("=HYPERLINK(1)"), guard_cell("-5 degrees"), guard_cell(-5)
        ("'=HYPERLINK(1)", "'-5 degrees", -5)
    """
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def write_csv(statements: Iterable[Statement], file: IO[str], *, has_header: bool = True) -> int:
    """Write statements as CSV (RFC 4180 with line feeds), one a row.

    Args:
        statements: What to write; taken one by one.
        file: Where to write; a file on disk wants ``newline=""``.
        has_header: Write the names of the columns first; False when they stand there already.

    Returns:
        How many rows were written, the header not counted.
    """
    writer = csv.writer(file, lineterminator="\n")
    if has_header:
        writer.writerow(COLUMNS)
    written = 0
    for row in to_rows(statements):
        writer.writerow([guard_cell(cell) for cell in row.values()])
        written += 1
    return written


def write_json_lines(statements: Iterable[Statement], relations: Iterable[Relation], file: IO[str]) -> None:
    """Write a line of JSON for each statement, then for each relation.

    A line with the key ``figure`` is a statement, a line with the key ``targets`` is a relation; no line has both.
    """
    for value in (*statements, *relations):
        file.write(to_json(value) + "\n")


def _interval(statement: Statement, take: Callable[[Interval], Cell]) -> Cell:
    return None if statement.interval is None else take(statement.interval)


def _place(statement: Statement, take: Callable[[Place], Cell]) -> Cell:
    return None if statement.place is None else take(statement.place)


def _hops(statement: Statement) -> tuple[Hop, ...]:
    return statement.attribution.chains[0].hops
