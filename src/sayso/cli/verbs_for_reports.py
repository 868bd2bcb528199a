"""The verbs that need no ledger: read and report."""

import enum
import itertools
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.codebooks import CodebookOption
from sayso.cli.exits import Exit
from sayso.cli.inputs import EncodingOption, FilesArgument, InputFormat, InputOption, Inputs
from sayso.cli.outputs import Format, FormatOption, choose_format, open_console, warn
from sayso.model import Measure, Reading

if TYPE_CHECKING:
    from sayso.model import CheckReport


class With(enum.StrEnum):
    """What else to print."""

    RELATIONS = "relations"


CheckOption = Annotated[bool, typer.Option("--check/--no-check", help="Check whether the figures add up.")]


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs to the program."""
    app.command("read", short_help="Print the figures of reports.", help=_READ_HELP)(read)
    app.command("report", short_help="Write reports as self-contained HTML pages.", help=_REPORT_HELP)(report)


_READ_HELP = """Print the figures of reports: who said what number, about what, when.

A table shows the marked text, the figures and what does not add up. JSON lines follow the contract that `sayso
schema` prints: a line with the key "figure" is a statement; with `--with relations`, a line with the key "targets" is
a relation. CSV has one statement a row; cells that a spreadsheet would run as a formula start with an apostrophe.
html is the page that `sayso report` writes."""


def read(  # noqa: PLR0913 - typer makes each option a parameter
    files: FilesArgument,
    *,
    format: FormatOption = None,
    input: InputOption = InputFormat.AUTO,
    encoding: EncodingOption = None,
    extra: Annotated[list[With] | None, typer.Option("--with", help="Also print these, as JSON lines.")] = None,
    is_full: Annotated[bool, typer.Option("--full", help="Show a long text whole, not only around figures.")] = False,
    codebook: CodebookOption = None,
    is_checked: CheckOption = True,
) -> None:
    """Print the figures of reports."""
    chosen = choose_format(format)
    if extra and chosen != Format.JSONL:
        raise typer.BadParameter("--with goes with --format jsonl")
    inputs = Inputs(files, input, encoding, codebook)
    if chosen == Format.TABLE:
        _print_tables(inputs, is_full=is_full, is_checked=is_checked)
    elif chosen == Format.HTML:
        _print_page(inputs, is_checked=is_checked)
    else:
        _print_lines(inputs, chosen, has_relations=With.RELATIONS in (extra or ()))
    inputs.tell_without_figures()
    inputs.end()


_REPORT_HELP = """Write reports as self-contained HTML pages: the text beside its figures, findings, how to read them.

One report goes to the file that --output names. Several go to a folder: name one that exists, or end the name with a
slash. The pages load nothing and need no script."""


def report(
    files: FilesArgument,
    output: Annotated[str, typer.Option("--output", "-o", metavar="PATH", help="File, folder, or - for stdout.")],
    input: InputOption = InputFormat.AUTO,
    encoding: EncodingOption = None,
    codebook: CodebookOption = None,
    is_checked: CheckOption = True,
) -> None:
    """Write reports as HTML pages."""
    inputs = Inputs(files, input, encoding, codebook)
    if output == "-":
        choose_format(Format.HTML)
        _print_page(inputs, is_checked=is_checked)
    elif output.endswith(("/", os.sep)) or Path(output).is_dir():
        _write_folder(inputs, Path(output), is_checked=is_checked)
    elif reading := _take_only(inputs, "to write several, name a folder: -o pages/"):
        _write_page(reading, Path(output), check_reading(reading, inputs.measures, is_checked=is_checked))
    inputs.end()


def check_reading(reading: Reading, measures: Sequence[Measure], *, is_checked: bool = True) -> "CheckReport | None":
    """The check of one reading; None when none is wanted."""
    if not is_checked:
        return None
    import sayso

    return sayso.check(reading.statements, reading.relations, measures=measures, documents=(reading.document,))


def _print_tables(inputs: Inputs, *, is_full: bool, is_checked: bool) -> None:
    from sayso.display import show_reading

    console = open_console()
    for position, reading in enumerate(inputs):
        checked = check_reading(reading, inputs.measures, is_checked=is_checked)
        with inputs.bar.hidden():
            if position:
                console.file.write("\n\n")
            show_reading(reading, checked, console=console, is_full=is_full)
            console.file.flush()


def _print_lines(inputs: Inputs, format: str, *, has_relations: bool) -> None:
    from sayso.display import write_csv, write_json_lines

    has_header = True
    for reading in inputs:
        with inputs.bar.hidden():
            if format == Format.CSV:
                write_csv(reading.statements, sys.stdout, has_header=has_header)
            else:
                write_json_lines(reading.statements, reading.relations if has_relations else (), sys.stdout)
            sys.stdout.flush()
        has_header = False


def _print_page(inputs: Inputs, *, is_checked: bool) -> None:
    from sayso.display import render_page

    if reading := _take_only(inputs, "to write several: sayso report FILE... -o pages/"):
        sys.stdout.write(render_page(reading, check_reading(reading, inputs.measures, is_checked=is_checked)))


def _take_only(inputs: Inputs, hint: str) -> Reading | None:
    readings = list(itertools.islice(inputs, 2))
    if len(readings) > 1:
        raise typer.BadParameter(f"a page shows one report, found more; {hint}")
    return readings[0] if readings else None


def _write_folder(inputs: Inputs, folder: Path, *, is_checked: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, reading in enumerate(inputs, start=1):
        with inputs.bar.hidden():
            _write_page(
                reading,
                folder / _name_page(number, reading),
                check_reading(reading, inputs.measures, is_checked=is_checked),
            )


def _name_page(number: int, reading: Reading) -> str:
    words = reading.document.title or reading.document.id
    slug = "-".join(re.findall(r"[a-z0-9]+", words.lower()))[:60].strip("-")
    return f"{number:04}-{slug or 'report'}.html"


def _write_page(reading: Reading, path: Path, checked: "CheckReport | None") -> None:
    from sayso.display import render_page
    from sayso.display.wording import summarize

    page = render_page(reading, checked)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_text(page, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError as err:
        unfinished.unlink(missing_ok=True)
        warn(f"cannot write {path}: {err.strerror or err}")
        raise typer.Exit(Exit.OUTPUT) from err
    typer.echo(f"{path}: {summarize(reading, checked)}", err=True)
