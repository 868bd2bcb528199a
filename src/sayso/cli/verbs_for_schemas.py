"""The verbs about sayso itself: schema, measures and version."""

import enum
import json
import sys
from typing import Annotated

import typer

from sayso import __version__
from sayso.cli.codebooks import CodebookOption, choose_measures
from sayso.cli.outputs import Format, LineFormatOption, choose_format, open_console
from sayso.model import NOUNS, to_json
from sayso.model import schema as make_schema

Noun = enum.StrEnum("Noun", {name.upper(): name for name in NOUNS})  # type: ignore[misc]  # the nouns are data


_STATEMENT = Noun("statement")


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs to the program."""
    app.command("schema", short_help="Print the JSON Schema of a noun.", help=_SCHEMA_HELP)(schema)
    app.command("measures", short_help="List the measures.", help=_MEASURES_HELP)(measures)
    app.command("version", help="Print the version.")(version)


_SCHEMA_HELP = "Print the JSON Schema (2020-12) of a noun: of a statement, as the JSON lines hold it, or another."


def schema(noun: Annotated[Noun, typer.Argument(help="Which noun.")] = _STATEMENT) -> None:
    """Print the JSON Schema of a noun."""
    choose_format(Format.JSONL)
    typer.echo(json.dumps(make_schema(noun.value), indent=2, ensure_ascii=False))


_MEASURES_HELP = """List the measures that figures are sorted into: those of your codebooks first, then ours.

Checks your codebooks on the way: every broken entry is named."""


def measures(codebook: CodebookOption = None, format: LineFormatOption = None) -> None:
    """List the measures."""
    chosen = choose_format(format)
    found = choose_measures(codebook)
    if chosen == Format.TABLE:
        from sayso.display import show_measures

        show_measures(found, console=open_console())
    else:
        sys.stdout.writelines(to_json(measure) + "\n" for measure in found)


def version() -> None:
    """Print the version."""
    typer.echo(f"sayso {__version__}")
