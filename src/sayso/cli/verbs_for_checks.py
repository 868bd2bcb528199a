"""The verbs that hold figures against each other: check, why, and range."""

import sys
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from sayso.cli.codebooks import CodebookOption
from sayso.cli.exits import Exit
from sayso.cli.gathering import Gathered, check_gathered, gather
from sayso.cli.inputs import EncodingOption, InputFormat, InputOption, Inputs
from sayso.cli.outputs import Format, LineFormatOption, choose_format, open_console, warn
from sayso.cli.verbs_for_ledgers import LedgerOption
from sayso.model import CheckReport, Finding, Statement, UnknownNameError, find_setting, to_json

if TYPE_CHECKING:  # the ledger loads sqlalchemy, 180 ms
    from sayso.ledger import Why

_SURE_PREFIX = 8
"""Characters, as `ls` and `check` print them, from which two ids never agree by chance in a ledger of this world."""

LensOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="What may be assumed at most: literal, conveyed, linked, average, each_period. "
        "[default: the last for check, the first for range]",
    ),
]
OptionalFiles = Annotated[list[str] | None, typer.Argument(metavar="FILE", help="Reports; - is standard input.")]


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs to the program."""
    app.command("why", short_help="Tell where a statement or a finding comes from.", help=_WHY_HELP)(why)
    app.command("check", short_help="Check whether figures add up.", help=_CHECK_HELP)(check)
    app.command("range", short_help="Tell what figures imply for a measure.", help=_RANGE_HELP)(imply_range)


_WHY_HELP = """Tell where a statement or a finding comes from.

Of a statement: the sentence, the chains, the rule behind every field. Of a finding: what each side makes of it, the
arithmetic, the assumptions, the passages, and every single step that resolves it.

The id may be cut short, as `sayso ls` and `sayso check` show it; four characters at least. It is looked for in the
ledger, or in the files given."""


def why(
    id: Annotated[str, typer.Argument(help="Id of the statement or finding, or its first characters.")],
    files: OptionalFiles = None,
    ledger: LedgerOption = None,
    codebook: CodebookOption = None,
    format: LineFormatOption = None,
) -> None:
    """Tell where a statement or a finding comes from."""
    chosen = choose_format(format)
    inputs = Inputs(files or (), InputFormat.AUTO, None, codebook)
    known = None if files else _ask_ledger(id, ledger)
    if known is not None:
        _tell_statement(known, chosen)
        return
    gathered = gather(inputs, has_files=bool(files), ledger=ledger)
    found = _find_in(id, gathered, check_gathered(gathered, inputs))
    if isinstance(found, Finding):
        _tell_finding(found, gathered, chosen)
    elif files:
        _tell_read(found, gathered, chosen)
    else:
        _tell_statement(_ask_whole(found.id, ledger), chosen)
    inputs.end()


_CHECK_HELP = """Check whether figures add up: of the files given, else of the ledger; of both when both are named.

Prints each finding with its passages, what each side makes of them and what must be assumed, then what was not
checked. --measure, --place, --from and --to keep the findings with at least one figure about all of these; everything
is checked all the same, because what such a figure clashes with may name none of them.

As JSON lines, a line with the key "sentence" is a finding, one with the key "reason" a check that did not run. The
exit code is 0 whether or not there are findings, unless --strict is given."""


def check(  # noqa: PLR0913 - typer makes each option a parameter
    files: OptionalFiles = None,
    *,
    ledger: LedgerOption = None,
    measure: Annotated[str | None, typer.Option(help="The codebook's name of the measure: desertion.")] = None,
    place: Annotated[str | None, typer.Option(help="Country, by code or name, or name of the place.")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DAY", help="This day or later, YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Days before this one.")] = None,
    lens: LensOption = None,
    is_strict: Annotated[bool, typer.Option("--strict", help="End with exit code 1 when there are findings.")] = False,
    input: InputOption = InputFormat.AUTO,
    encoding: EncodingOption = None,
    codebook: CodebookOption = None,
    format: LineFormatOption = None,
) -> None:
    """Check whether figures add up."""
    from sayso.cli.topics import make_topic, narrow

    chosen = choose_format(format)
    inputs = Inputs(files or (), input, encoding, codebook)
    gathered = gather(inputs, has_files=bool(files), ledger=ledger)
    statements = gathered.statements
    topic = make_topic(measure, place, since, until, statements=statements.values(), measures=inputs.measures)
    found = check_gathered(gathered, inputs, lens=lens)
    if not topic.is_everything:
        found = narrow(found, topic, statements)
        if not any(topic.holds(statement) for statement in statements.values()):
            warn("no statements match")
    _print_check(found, gathered, chosen)
    inputs.end()
    if found.findings and is_strict:
        raise typer.Exit(Exit.FINDINGS)


_RANGE_HELP = """Tell what figures imply for a measure over some days, though none of them may say it.

Takes the figures of the files given, else of the ledger. The answer is the least and the most that can have been, the
figures that set them, and what is assumed; where not all figures can hold, the fewest that are in the way are left
out, and named."""


def imply_range(  # noqa: PLR0913 - typer makes each option a parameter
    measure: Annotated[str, typer.Argument(help="The codebook's name of the measure: desertion.")],
    files: OptionalFiles = None,
    *,
    since: Annotated[str, typer.Option("--from", metavar="DAY", help="First day, YYYY-MM-DD.")],
    until: Annotated[str, typer.Option("--to", metavar="DAY", help="First day after.")],
    place: Annotated[str | None, typer.Option(help="Country, by code or name, or name of the place.")] = None,
    lens: LensOption = None,
    ledger: LedgerOption = None,
    input: InputOption = InputFormat.AUTO,
    encoding: EncodingOption = None,
    codebook: CodebookOption = None,
    format: LineFormatOption = None,
) -> None:
    """Tell what figures imply for a measure."""
    import sayso
    from sayso.cli.topics import make_topic

    chosen = choose_format(format)
    inputs = Inputs(files or (), input, encoding, codebook)
    gathered = gather(inputs, has_files=bool(files), ledger=ledger)
    statements, relations = gathered.statements, tuple(gathered.relations.values())
    topic = make_topic(measure, place, since, until, statements=statements.values(), measures=inputs.measures)
    implied = sayso.find_range(
        statements.values(), relations, measure=topic.measure or measure, start=since, end=until, place=topic.place,
        measures=inputs.measures, **({"lens": lens} if lens else {}),
    )  # fmt: skip
    if chosen == Format.JSONL:
        sys.stdout.write(to_json(implied) + "\n")
    else:
        from sayso.display import show_range

        show_range(implied, statements, console=open_console())
    inputs.end()


def _print_check(found: CheckReport, gathered: Gathered, chosen: str) -> None:
    if chosen == Format.TABLE:
        from sayso.display import show_check_summary

        documents = gathered.name_documents(name for finding in found.findings for name in finding.statements)
        show_check_summary(found, gathered.statements, console=open_console(), documents=documents)
        return
    for value in (*found.findings, *found.not_checked):
        sys.stdout.write(to_json(value) + "\n")


def _ask_ledger(id_prefix: str, ledger: str | None) -> "Why | None":
    """What the ledger says when the id is surely that of one of its statements; None when a finding may be meant."""
    import sayso

    with sayso.open_ledger(find_setting("ledger", ledger), create=False, read_only=True) as opened:
        named = opened.find(id_prefix)
        if not named or len(id_prefix) < _SURE_PREFIX:
            return None
        return opened.why(id_prefix)


def _ask_whole(id: str, ledger: str | None) -> "Why":
    import sayso

    with sayso.open_ledger(find_setting("ledger", ledger), create=False, read_only=True) as opened:
        return opened.why(id)


def _find_in(id_prefix: str, gathered: Gathered, report: CheckReport) -> Statement | Finding:
    """The one statement or finding that an id, or the start of one, names.

    Raises:
        UnknownNameError: None or several do, or fewer than four characters are given; the message lists candidates.
    """
    from sayso.display.findings import find_findings
    from sayso.ledger.finding import MIN_PREFIX

    if len(id_prefix) < MIN_PREFIX:
        raise UnknownNameError(f"expected an id or at least its first {MIN_PREFIX} characters, found {id_prefix!r}")
    findings = find_findings(report, id_prefix)
    known: list[Statement | Finding] = [*findings]
    statements = [one for name, one in gathered.statements.items() if name.startswith(id_prefix)]
    known += statements
    if len(known) == 1:
        return known[0]
    if not findings and not statements:
        raise UnknownNameError(
            f"expected the id of a statement or finding, found {id_prefix!r}",
            hint="`sayso ls` lists statements with their ids, `sayso check` findings",
        )
    named = [f"finding {one.id}" for one in findings] + [f"statement {one.id}" for one in statements]
    raise UnknownNameError(
        f"expected the start of one id, found {id_prefix!r}, which fits {', '.join(named)}", hint="give more characters"
    )


def _tell_finding(finding: Finding, gathered: Gathered, chosen: str) -> None:
    concerned = {name: gathered.statements[name] for name in finding.statements}
    if chosen == Format.JSONL:
        value = {"finding": finding, "statements": list(concerned.values())}
        sys.stdout.write(msgspec.json.encode(value).decode() + "\n")
        return
    from sayso.display import show_finding

    documents = gathered.name_documents(concerned)
    show_finding(finding, concerned, console=open_console(), documents=documents)


def _tell_statement(known: "Why", chosen: str) -> None:
    if chosen == Format.JSONL:
        sys.stdout.write(to_json(known) + "\n")
        return
    from sayso.display import show_why
    from sayso.display.wording import describe_relation

    labels = {known.statement.id: "this statement"}
    facts = [("relation", describe_relation(relation, labels)) for relation in known.relations]
    facts.append(("first seen", known.first_seen))
    note = "" if known.is_current else ", not in the latest reading of its report"
    facts.append(("last seen", known.last_seen + note))
    show_why(known.statement, known.document, console=open_console(), facts=facts)


def _tell_read(statement: Statement, gathered: Gathered, chosen: str) -> None:
    """A statement of a file, which no ledger has seen."""
    if chosen == Format.JSONL:
        sys.stdout.write(to_json(statement) + "\n")
        return
    from sayso.display import show_why
    from sayso.display.findings import name_document
    from sayso.display.wording import describe_relation

    labels = {statement.id: "this statement"}
    relations = [one for one in gathered.relations.values() if statement.id in (one.source, *one.targets)]
    facts = [("relation", describe_relation(relation, labels)) for relation in relations]
    facts.append(("document", name_document(gathered.documents[statement.document_id])))
    show_why(statement, None, console=open_console(), facts=facts)
