"""Tables as CSV in: claims of sources about objects, and counts that are reported late; bad cells are told by row."""

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from sayso.model import Claim, FormatError, ReportedCount, SaysoError

T = TypeVar("T")
Row = dict[str, str]

_MORE = "\0more"
"""Where cells beyond the header go; no file can name a column so."""

_QUOTES = "write numbers without separators, and quotes around a cell that holds a comma"


def read_claims(lines: Iterable[str], *, name: str) -> list[Claim]:
    """The claims of a table with the columns object, source and value, and date where there is one.

    Args:
        lines: The lines of a CSV file, its header first.
        name: What to call the file in errors.

    Raises:
        FormatError: A column is missing, or a cell is not what its column says; it names the row, the header being 1.
    """
    return list(_read(lines, name, ("object", "source", "value"), _make_claim))


def read_reported_counts(lines: Iterable[str], *, name: str) -> list[ReportedCount]:
    """The counts of a table with the columns reference_date, report_date and count.

    Args:
        lines: The lines of a CSV file, its header first.
        name: What to call the file in errors.

    Raises:
        FormatError: A column is missing, or a cell is not what its column says; it names the row, the header being 1.
    """
    return list(_read(lines, name, ("reference_date", "report_date", "count"), _make_count))


def _read(lines: Iterable[str], name: str, columns: tuple[str, ...], make: Callable[[Row], T]) -> Iterator[T]:
    reader = csv.DictReader(lines, skipinitialspace=True, restkey=_MORE, strict=True)
    header = _read_header(reader, name)
    reader.fieldnames = header
    if missing := [column for column in columns if column not in header]:
        found = ", ".join(header) or "an empty file"
        raise FormatError(f"expected the columns {', '.join(columns)}, found {found}", where=f"{name}, row 1",
                          hint=f"add {', '.join(missing)} to the header")  # fmt: skip
    for row in _iter_rows(reader, name):
        where = f"{name}, row {reader.line_num}"
        if _MORE in row:
            raise FormatError(f"expected {len(header)} cells, found more", where=where, hint=_QUOTES)
        if short := [column for column in columns if not (row[column] or "").strip()]:
            raise FormatError(f"expected a {short[0]}, found nothing", where=where)
        try:
            yield make(row)
        except SaysoError as err:
            raise FormatError(err.message, where=where, hint=err.hint) from err


def _iter_rows(reader: "csv.DictReader[str]", name: str) -> Iterator[Row]:
    rows = iter(reader)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as err:
            raise _no_csv(err, f"{name}, row {reader.line_num + 1}") from err
        yield row


def _read_header(reader: "csv.DictReader[str]", name: str) -> list[str]:
    try:
        return [(column or "").strip().lstrip("\ufeff") for column in reader.fieldnames or ()]
    except csv.Error as err:
        raise _no_csv(err, f"{name}, row 1") from err


def _no_csv(err: csv.Error, where: str) -> FormatError:
    return FormatError(f"expected CSV, found something else ({err})", where=where)


def _make_claim(row: Row) -> Claim:
    day = (row.get("date") or "").strip()
    return Claim(
        object=row["object"].strip(), source=row["source"].strip(), value=_number(row["value"], "value"),
        date=_day(day, "date") if day else None,
    )  # fmt: skip


def _make_count(row: Row) -> ReportedCount:
    count = _number(row["count"], "count")
    if count != int(count):
        raise FormatError(f"expected a whole number as count, found {row['count'].strip()!r}")
    return ReportedCount(
        reference_date=_day(row["reference_date"], "reference_date"),
        report_date=_day(row["report_date"], "report_date"),
        count=int(count),
    )


def _number(words: str, column: str) -> float:
    try:
        number = float(words)
    except ValueError as err:
        raise FormatError(f"expected a number as {column}, found {words.strip()!r}", hint="write 21600.5") from err
    if number - number != 0:  # infinite, or no number
        raise FormatError(f"expected a finite number as {column}, found {words.strip()!r}")
    return number


def _day(words: str, column: str) -> dt.date:
    try:
        return dt.date.fromisoformat(words.strip())
    except ValueError as err:
        raise FormatError(f"expected a day YYYY-MM-DD as {column}, found {words.strip()!r}") from err
