"""The verb that weighs figures: estimate."""

import enum
import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.codebooks import CodebookOption
from sayso.cli.gathering import gather
from sayso.cli.inputs import EncodingOption, InputFormat, InputOption, Inputs
from sayso.cli.outputs import ListFormat, ListFormatOption, choose_format, open_console
from sayso.cli.verbs_for_checks import OptionalFiles
from sayso.cli.verbs_for_ledgers import LedgerOption
from sayso.model import DocumentError, Estimate, from_json, to_json


class Period(enum.StrEnum):
    """What a series is told by."""

    MONTH = "month"


def add_verbs(app: typer.Typer) -> None:
    """Add the verb to the program."""
    app.command("estimate", short_help="Estimate a measure: low, best, high, by month.", help=_HELP)(estimate)


_HELP = """Estimate a measure: low, best and high, by month.

Takes the figures of the files given, else of the ledger: totals, months, rates, bounds and records all bear on one
series. Prints what the sources jointly report and the true number, which may lie further off because all sources can be
wrong in the same direction; then who drives it, what would change it, and what these reports do not determine.

As JSON lines the estimate holds everything that it was made from; `--again FILE` makes it again from that. As csv, a
row a month and a last one for the whole time."""


def estimate(  # noqa: PLR0913 - typer makes each option a parameter
    measure: Annotated[str | None, typer.Argument(help="The codebook's name of the measure: desertion.")] = None,
    files: OptionalFiles = None,
    *,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="First day. [default: the first told]")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="First day after. [default: the last told]")
    ] = None,
    place: Annotated[str | None, typer.Option(help="Country, by code or name, or name of the place.")] = None,
    by: Annotated[Period, typer.Option(help="The periods of the series.")] = Period.MONTH,
    policy: Annotated[
        str | None, typer.Option(metavar="FILE", help="Priors of your own. [default: as shipped]")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Of the random draws.")] = 0,
    again: Annotated[str | None, typer.Option(metavar="FILE", help="Make the estimate in a JSON file again.")] = None,
    ledger: LedgerOption = None,
    input: InputOption = InputFormat.AUTO,
    encoding: EncodingOption = None,
    codebook: CodebookOption = None,
    format: ListFormatOption = None,
) -> None:
    """Estimate a measure."""
    import sayso
    from sayso.cli.topics import make_topic

    chosen = choose_format(format)
    if again is not None:
        _print(sayso.repeat_estimate(_read_estimate(again)), chosen)
        return
    if measure is None:
        raise typer.BadParameter("expected a measure, or --again FILE")
    inputs = Inputs(files or (), input, encoding, codebook)
    gathered = gather(inputs, has_files=bool(files), ledger=ledger)
    known = gathered.statements.values()
    topic = make_topic(measure, place, since, until, statements=known, measures=inputs.measures)
    made = sayso.estimate(
        known, tuple(gathered.relations.values()), measure=topic.measure or measure, place=topic.place, start=since,
        end=until, by=by.value, policy=policy, seed=seed, measures=inputs.measures,
    )  # fmt: skip
    _print(made, chosen)
    inputs.end()


def _read_estimate(path: str) -> Estimate:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as err:
        raise DocumentError(f"expected an estimate as JSON, found something else ({err})", where=path) from err
    return from_json(text.strip(), Estimate)


def _print(made: Estimate, chosen: str) -> None:
    if chosen == ListFormat.JSONL:
        sys.stdout.write(to_json(made) + "\n")
    elif chosen == ListFormat.CSV:
        from sayso.display import write_estimate_csv

        write_estimate_csv(made, sys.stdout)
    else:
        from sayso.display import show_estimate

        show_estimate(made, {one.id: one for one in made.basis.statements}, console=open_console())
