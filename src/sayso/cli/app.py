"""The program: its verbs, and how errors, a closed pipe and Ctrl-C end it."""

import contextlib
import io
import os
import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sayso.cli import (
    verbs_for_checks,
    verbs_for_claims,
    verbs_for_estimates,
    verbs_for_ledgers,
    verbs_for_reports,
    verbs_for_schemas,
    verbs_for_tables,
)
from sayso.cli.exits import Exit, describe_exits, find_exit
from sayso.cli.outputs import warn
from sayso.model import SaysoError


class Verbs(TyperGroup):
    """Runs a verb and turns whatever stops it into one line on stderr and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the verb."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _silence_stdout()
            raise typer.Exit(Exit.PIPE) from None
        except SaysoError as err:
            warn(str(err))
            raise typer.Exit(find_exit(err)) from err
        except OSError as err:  # inputs and ledgers have errors of their own, so this is the output
            warn(f"cannot write the output: {err}")
            _silence_stdout()
            raise typer.Exit(Exit.OUTPUT) from err
        return result


app = typer.Typer(
    name="sayso",
    cls=Verbs,
    rich_markup_mode=None,  # plain help is faster, and the same in the docs
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    epilog=describe_exits(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(is_asked: bool) -> None:
    if is_asked:
        verbs_for_schemas.version()
        raise typer.Exit()


@app.callback(help="Turn news reports into a checked ledger of figures: who said what number, through whom, when.")
def _sayso(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    del version


verbs_for_reports.add_verbs(app)
verbs_for_ledgers.add_verbs(app)
verbs_for_checks.add_verbs(app)
verbs_for_estimates.add_verbs(app)
verbs_for_claims.add_verbs(app)
verbs_for_tables.add_verbs(app)
verbs_for_schemas.add_verbs(app)


def main() -> None:
    """Run ``sayso`` with the arguments of the process."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(Exit.INTERRUPTED)
    except Exception:  # noqa: BLE001 - the code of an uncaught exception, 1, would read as "findings"
        traceback.print_exc()
        sys.exit(Exit.INTERNAL)


def _silence_stdout() -> None:
    # Python flushes stdout once more when it ends, which would fail and print a traceback
    with contextlib.suppress(OSError, io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
