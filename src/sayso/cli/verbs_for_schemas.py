"""The verbs about sayso itself: schema and version."""

import enum
import json
from typing import Annotated

import typer

from sayso import __version__
from sayso.cli.outputs import Format, choose_format
from sayso.model import NOUNS
from sayso.model import schema as make_schema

Noun = enum.StrEnum("Noun", {name.upper(): name for name in NOUNS})  # type: ignore[misc]  # the nouns are data


_STATEMENT = Noun("statement")


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs to the program."""
    app.command("schema", short_help="Print the JSON Schema of a noun.", help=_SCHEMA_HELP)(schema)
    app.command("version", help="Print the version.")(version)


_SCHEMA_HELP = "Print the JSON Schema (2020-12) of a noun: of a statement, as the JSON lines hold it, or another."


def schema(noun: Annotated[Noun, typer.Argument(help="Which noun.")] = _STATEMENT) -> None:
    """Print the JSON Schema of a noun."""
    choose_format(Format.JSONL)
    typer.echo(json.dumps(make_schema(noun.value), indent=2, ensure_ascii=False))


def version() -> None:
    """Print the version."""
    typer.echo(f"sayso {__version__}")
