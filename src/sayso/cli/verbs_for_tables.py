"""The verbs that take tables of numbers: combine and nowcast."""

import datetime as dt
import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.exits import Exit
from sayso.cli.outputs import Format, ListFormatOption, choose_format, open_console, warn
from sayso.model import to_json


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs to the program."""
    app.command("combine", short_help="Combine what sources claim into one value each.", help=_COMBINE_HELP)(combine)
    app.command("nowcast", short_help="Estimate counts still being reported.", help=_NOWCAST_HELP)(nowcast)


_COMBINE_HELP = """Combine what several sources claim about many objects into one value for each object.

Takes CSV with the columns object, source and value, and date (YYYY-MM-DD) where that is known. Which sources are good
is learned from the claims themselves: lookup, for values that were published somewhere, takes one of the claimed values
for true and gives its probability if sources do not copy each other; vote, latest, mean, median, crh, catd and gtm are
there to compare.

As JSON lines, a line with the key "object" is an object, one with the key "source" a source."""


def combine(
    file: Annotated[str, typer.Argument(metavar="CLAIMS.csv", help="The claims; - is standard input.")],
    *,
    method: Annotated[
        str, typer.Option(metavar="NAME", help="lookup, vote, latest, mean, median, crh, catd or gtm.")
    ] = "lookup",
    format: ListFormatOption = None,
) -> None:
    """Combine what sources claim."""
    import sayso
    from sayso.ingest import read_claims

    chosen = choose_format(format)
    combination = sayso.combine(read_claims(_read_lines(file), name=_name(file)), method=method)
    if chosen == Format.JSONL:
        for value in (*combination.choices, *combination.sources):
            sys.stdout.write(to_json(value) + "\n")
        return
    from sayso.display import show_combination, write_combination

    if chosen == Format.CSV:
        write_combination(combination, sys.stdout)
    else:
        show_combination(combination, console=open_console())


_NOWCAST_HELP = """Estimate what counts that are still being reported will be once all reports are in.

Takes CSV with the columns reference_date, report_date and count: how many events of the one day became
known on the other and were not counted before. Data are weekly where all dates lie whole weeks apart. Prints low, best
and high for each reference date. Only what was known by --as-of is used."""


def nowcast(
    file: Annotated[str, typer.Argument(metavar="FILE.csv", help="The counts; - is standard input.")],
    *,
    as_of: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day to look from, YYYY-MM-DD. [default: the last report]")
    ] = None,
    max_delay: Annotated[
        int | None, typer.Option(metavar="N", help="Longest delay that counts, in steps of the dates. [default: any]")
    ] = None,
    level: Annotated[float, typer.Option(metavar="SHARE", help="How much ranges should cover.")] = 0.9,
    method: Annotated[str, typer.Option(metavar="NAME", help="smooth, or chain_ladder to compare.")] = "smooth",
    format: ListFormatOption = None,
) -> None:
    """Estimate counts still being reported."""
    import sayso
    from sayso.ingest import read_reported_counts

    day = None if as_of is None else _take_day(as_of)
    chosen = choose_format(format)
    reports = read_reported_counts(_read_lines(file), name=_name(file))
    nowcasts = sayso.nowcast(reports, as_of=day, max_delay=max_delay, level=level, method=method)
    if not nowcasts:
        warn("no counts were known by then")
    if chosen == Format.JSONL:
        for value in nowcasts:
            sys.stdout.write(to_json(value) + "\n")
        return
    from sayso.display import show_nowcasts, write_nowcasts

    if chosen == Format.CSV:
        write_nowcasts(nowcasts, sys.stdout)
    else:
        show_nowcasts(nowcasts, console=open_console())


def _take_day(words: str) -> dt.date:
    try:
        return dt.date.fromisoformat(words)
    except ValueError as err:
        raise typer.BadParameter(f"expected a day YYYY-MM-DD after --as-of, found {words!r}") from err


def _name(file: str) -> str:
    return "standard input" if file == "-" else file


def _read_lines(file: str) -> io.StringIO:
    """The text of a file or of standard input, its lines as they are: a cell in quotes may hold some."""
    try:
        read = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as err:
        warn(f"cannot read {file}: {err.strerror or err}")
        raise typer.Exit(Exit.INPUT) from err
    try:
        return io.StringIO(read.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError as err:
        warn(f"cannot read {_name(file)}: expected UTF-8, found byte {read[err.start]:#04x} at {err.start}")
        raise typer.Exit(Exit.INPUT) from err
