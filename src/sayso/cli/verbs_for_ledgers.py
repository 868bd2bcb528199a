"""The verbs that use a ledger: add, ls, why and check."""

import difflib
import itertools
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from sayso.cli.codebooks import CodebookOption, choose_measures
from sayso.cli.exits import Exit
from sayso.cli.inputs import EncodingOption, FilesArgument, InputFormat, InputOption, Inputs
from sayso.cli.outputs import (
    Format,
    LineFormatOption,
    ListFormatOption,
    choose_format,
    open_console,
    warn,
)
from sayso.model import CheckReport, Document, Reading, Relation, Statement, UnknownNameError, find_setting, to_json

if TYPE_CHECKING:  # the ledger loads sqlalchemy, 180 ms
    from sayso.ledger import Added, Ledger, StatementFilter, Why

_TABLE_LIMIT = 100
"""Statements that a table shows when no limit is given: more than that is for a file."""

LedgerOption = Annotated[
    str | None,
    typer.Option("--ledger", "-l", metavar="PATH", help="The ledger. [default: SAYSO_LEDGER, sayso.toml, sayso.db]"),
]


OptionalFiles = Annotated[list[str] | None, typer.Argument(metavar="FILE", help="Reports; - is standard input.")]


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs to the program."""
    app.command("add", short_help="Add reports to a ledger.", help=_ADD_HELP)(add)
    app.command("ls", short_help="List the statements of a ledger.", help=_LS_HELP)(ls)
    app.command("why", short_help="Tell where a statement comes from.", help=_WHY_HELP)(why)
    app.command("check", short_help="Check whether figures add up.", help=_CHECK_HELP)(check)


_ADD_HELP = """Add reports to a ledger, which is made when there is none.

Adding a report twice changes nothing. Each report is added whole or not at all. In a pipe: a line of JSON a report."""


def add(
    files: FilesArgument,
    ledger: LedgerOption = None,
    input: InputOption = InputFormat.AUTO,
    encoding: EncodingOption = None,
    codebook: CodebookOption = None,
    format: LineFormatOption = None,
) -> None:
    """Add reports to a ledger."""
    import sayso

    chosen = choose_format(format)
    inputs = Inputs(files, input, encoding, codebook)
    total = [0, 0, 0]
    with sayso.open_ledger(find_setting("ledger", ledger)) as opened:

        def add_one(reading: Reading) -> None:
            added = opened.add(reading)
            for position, number in enumerate((added.documents, added.statements, added.known_documents)):
                total[position] += number
            if chosen == Format.JSONL:
                with inputs.bar.hidden():
                    _print_added(added)

        inputs.try_each(inputs, add_one)
        if chosen == Format.TABLE:
            typer.echo(f"{opened.path}: {_word_total(*total)}")
    inputs.end()


_LS_HELP = """List the statements of a ledger.

Every filter given must hold. Names are compared without regard to upper and lower case."""


def ls(  # noqa: PLR0913 - typer makes each option a parameter
    *,
    ledger: LedgerOption = None,
    measure: Annotated[str | None, typer.Option(help="The codebook's name of the measure: desertion.")] = None,
    place: Annotated[str | None, typer.Option(help="Country, by code or name, or name of the place.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Whole name of the outlet.")] = None,
    source: Annotated[str | None, typer.Option(help="Part of the name of anybody who says so.")] = None,
    document: Annotated[str | None, typer.Option(help="Id of the report.")] = None,
    aspect: Annotated[str | None, typer.Option(help="flow, cumulative, stock, rate, share, ...")] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="About this day or later, YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="About days before this one.")] = None,
    text: Annotated[str | None, typer.Option(help="Words of the sentence.")] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="How many. [default: 100 in a table, else all]")] = None,
    format: ListFormatOption = None,
) -> None:
    """List the statements of a ledger."""
    import sayso
    from sayso.ledger import StatementFilter

    chosen = choose_format(format)
    with sayso.open_ledger(find_setting("ledger", ledger), create=False, read_only=True) as opened:
        chosen_filter = StatementFilter(
            measure=_find_measure(measure, opened), place=_translate_place(place), publisher=publisher, source=source,
            document_id=document, aspect=aspect, since=since, until=until, text=text, limit=limit,
        )  # fmt: skip
        if chosen == Format.TABLE:
            number = _show_list(opened, chosen_filter)
        else:
            number = _print_list(opened.iter_statements(chosen_filter), chosen)
    if number == 0 and limit != 0:
        warn("no statements match")


_WHY_HELP = """Tell where a statement comes from: the sentence, the chains, the rule behind every field.

The id may be cut short, as `sayso ls` shows it; four characters at least."""


def why(
    id: Annotated[str, typer.Argument(help="Id of the statement, or its first characters.")],
    ledger: LedgerOption = None,
    format: LineFormatOption = None,
) -> None:
    """Tell where a statement comes from."""
    import sayso

    chosen = choose_format(format)
    with sayso.open_ledger(find_setting("ledger", ledger), create=False, read_only=True) as opened:
        known = opened.why(id)
    if chosen == Format.JSONL:
        sys.stdout.write(to_json(known) + "\n")
    else:
        _show_why(known)


_CHECK_HELP = """Check whether figures add up: of the files given, else of the ledger; of both when both are named.

Prints findings, each with what must be assumed for it, and the checks that did not run. As JSON lines, a line with
the key "sentence" is a finding, one with the key "reason" a check that did not run. The exit code is 1 when there is
a finding."""


def check(
    files: OptionalFiles = None,
    ledger: LedgerOption = None,
    input: InputOption = InputFormat.AUTO,
    encoding: EncodingOption = None,
    codebook: CodebookOption = None,
    format: LineFormatOption = None,
) -> None:
    """Check whether figures add up."""
    import sayso

    chosen = choose_format(format)
    inputs = Inputs(files or (), input, encoding, codebook)
    statements: dict[str, Statement] = {}
    relations: dict[str, Relation] = {}
    documents: dict[str, Document] = {}
    for reading in inputs:
        documents[reading.document.id] = reading.document
        statements |= {statement.id: statement for statement in reading.statements}
        relations |= {relation.id: relation for relation in reading.relations}
    if ledger is not None or not files:
        with sayso.open_ledger(find_setting("ledger", ledger), create=False, read_only=True) as opened:
            statements |= {statement.id: statement for statement in opened.iter_statements()}
            relations |= {relation.id: relation for relation in opened.iter_relations()}
    found = sayso.check(
        tuple(statements.values()),
        tuple(relations.values()),
        measures=inputs.measures,
        documents=tuple(documents.values()),
    )
    _print_check(found, tuple(statements.values()), chosen)
    inputs.end()
    if found.findings:
        raise typer.Exit(Exit.FINDINGS)


def _word_total(documents: int, statements: int, known: int) -> str:
    from sayso.display.wording import count

    words = f"{count(documents, 'new report')}, {count(statements, 'new statement')}"
    return f"{words}; {count(known, 'report')} {'was' if known == 1 else 'were'} there already" if known else words


def _print_added(added: "Added") -> None:
    sys.stdout.write(msgspec.json.encode(added._asdict()).decode() + "\n")
    sys.stdout.flush()


def _translate_place(place: str | None) -> str | None:
    if place is None:
        return None
    from sayso.reading.gazetteer import find_country_code

    return find_country_code(place) or place


def _find_measure(name: str | None, opened: "Ledger") -> str | None:
    if name is None:
        return None
    measures = choose_measures(None)
    known = {one.casefold(): one for one in (*(measure.id for measure in measures), *opened.stats().measures)}
    found = known.get(name.casefold())
    if found is None:
        near = difflib.get_close_matches(name.casefold(), sorted(known), n=3)
        names = [known[one] for one in near or sorted(known)]
        hint = f"did you mean {' or '.join(names)}?" if near else f"one of {', '.join(names)}"
        raise UnknownNameError(f"expected a measure, found {name!r}", hint=hint)
    return found


def _show_list(opened: "Ledger", chosen_filter: "StatementFilter") -> int:
    from sayso.display import show_statements

    limit = _TABLE_LIMIT if chosen_filter.limit is None else chosen_filter.limit
    found = opened.iter_statements(msgspec.structs.replace(chosen_filter, limit=limit + 1))
    statements = list(itertools.islice(found, limit + 1))
    has_more = len(statements) > limit and chosen_filter.limit is None
    show_statements(statements[:limit], console=open_console())
    if has_more:
        typer.echo(f"only the first {limit} are shown; --limit N shows more, --format csv all")
    return len(statements)


def _print_list(statements: Iterator[Statement], chosen: str) -> int:
    from sayso.display import write_csv

    if chosen == Format.CSV:
        return write_csv(statements, sys.stdout)
    number = 0
    for number, statement in enumerate(statements, start=1):  # noqa: B007 - the last one is how many there were
        sys.stdout.write(to_json(statement) + "\n")
    return number


def _show_why(known: "Why") -> None:
    from sayso.display import show_why
    from sayso.display.wording import describe_relation

    labels = {known.statement.id: "this statement"}
    facts = [("relation", describe_relation(relation, labels)) for relation in known.relations]
    facts.append(("first seen", known.first_seen))
    note = "" if known.is_current else ", not in the latest reading of its report"
    facts.append(("last seen", known.last_seen + note))
    show_why(known.statement, known.document, console=open_console(), facts=facts)


def _print_check(found: CheckReport, statements: Sequence[Statement], chosen: str) -> None:
    if chosen == Format.TABLE:
        from sayso.display import show_check_summary

        show_check_summary(found, statements, console=open_console())
        return
    for value in (*found.findings, *found.not_checked):
        sys.stdout.write(to_json(value) + "\n")
