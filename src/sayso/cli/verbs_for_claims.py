"""The verb that holds a claim against evidence: compare."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.exits import Exit
from sayso.cli.outputs import Format, LineFormatOption, choose_format, open_console, warn
from sayso.model import to_json


def add_verbs(app: typer.Typer) -> None:
    """Add the verb to the program."""
    app.command("compare", short_help="Hold the numbers of a claim against evidence.", help=_COMPARE_HELP)(compare)


_COMPARE_HELP = """Hold the numbers of a claim against those of evidence: supports, refutes or undecided, and why.

Each is a text in quotes; @FILE takes it from a file, - from standard input. Only numbers are compared: a claim whose
numbers are right and whose words are wrong is supported here. JSON is one line with the verdict, and each number of
the claim beside the one of the evidence that it was held against."""


def compare(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim: a text, @FILE or -.")],
    evidence: Annotated[str, typer.Argument(metavar="EVIDENCE", help="What is known: a text, @FILE or -.")],
    format: LineFormatOption = None,
) -> None:
    """Hold a claim against evidence."""
    if claim == evidence == "-":
        raise typer.BadParameter("standard input can be read only once")
    chosen = choose_format(format)
    import sayso

    texts = _take_text(claim), _take_text(evidence)
    comparison = sayso.compare(*texts)
    if chosen == Format.TABLE:
        from sayso.display import show_comparison

        show_comparison(comparison, console=open_console())
    else:
        sys.stdout.write(to_json(comparison) + "\n")


def _take_text(given: str) -> str:
    """The text itself, or that of the file or of standard input that is named in its place."""
    if given == "-":
        return _decode(sys.stdin.buffer.read(), "standard input")
    if not given.startswith("@"):
        return given
    try:
        read = Path(given[1:]).read_bytes()
    except OSError as err:
        warn(f"cannot read {given[1:]}: {err.strerror or err}")
        raise typer.Exit(Exit.INPUT) from err
    return _decode(read, given[1:])


def _decode(read: bytes, name: str) -> str:
    try:
        return read.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        warn(f"expected UTF-8 text in {name}, found other bytes at {err.start}")
        raise typer.Exit(Exit.INPUT) from err
