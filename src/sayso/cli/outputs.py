"""Where results go: the format to print in, standard output in the encoding that the format wants, warnings."""

import enum
import io
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.model import find_setting

if TYPE_CHECKING:  # rich takes 80 ms to load
    from rich.console import Console


class Format(enum.StrEnum):
    """What to print."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


class ListFormat(enum.StrEnum):
    """What to print where a page makes no sense."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class LineFormat(enum.StrEnum):
    """What to print where a spreadsheet makes no sense either."""

    TABLE = "table"
    JSONL = "jsonl"


_FORMAT_HELP = "What to print. [default: table on a terminal, else jsonl]"
FormatOption = Annotated[Format | None, typer.Option("--format", "-f", help=_FORMAT_HELP)]
ListFormatOption = Annotated[ListFormat | None, typer.Option("--format", "-f", help=_FORMAT_HELP)]
LineFormatOption = Annotated[LineFormat | None, typer.Option("--format", "-f", help=_FORMAT_HELP)]


def choose_format(given: enum.StrEnum | None) -> str:
    """The format given, else a table on a terminal and JSON lines elsewhere.

    For all but tables standard output becomes UTF-8 with plain line feeds, whatever the locale says: those are data.
    A table is for people, so a character that the terminal does not know becomes a question mark.
    """
    chosen = given.value if given else Format.TABLE.value if sys.stdout.isatty() else Format.JSONL.value
    if isinstance(sys.stdout, io.TextIOWrapper):
        if chosen == Format.TABLE.value:
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return chosen


def open_console() -> "Console":
    """The console on standard output, coloured as the setting ``colour`` says."""
    from sayso.display import make_console

    colour: Any = find_setting("colour")
    return make_console(sys.stdout, colour=colour)


def warn(message: str) -> None:
    """Print one line on stderr, control characters replaced: the message may quote a hostile file."""
    from sayso.display.wording import squeeze

    typer.echo(f"sayso: {squeeze(message)}", err=True)
