"""Checks in; findings with their passages, arithmetic and what resolves them out, on a terminal."""

from collections.abc import Mapping

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.display.console import BOUND_STYLES, TEXT_WIDTH, indent, make_figure, print_trimmed
from sayso.display.findings import (
    Gap,
    Quote,
    describe_common_factor,
    describe_factor,
    describe_lenses,
    describe_proof_row,
    group_gaps,
    list_concerned,
    list_would_hold,
    name_assumptions,
    name_statements,
    name_steps,
    quote_passages,
)
from sayso.display.wording import (
    count,
    describe_hop,
    describe_interval,
    describe_kind,
    format_number,
    join_names,
    number_statements,
    shorten_id,
    squeeze,
    summarize_check,
)
from sayso.model import CheckReport, Finding, ImpliedRange, Statement

_MOST_NAMES = 8
"""Figures named one by one where they were not checked; more are counted."""

_BOTH = 2
_QUOTE_INDENT = 6


def show_check(
    report: CheckReport,
    *,
    console: Console,
    labels: Mapping[str, str],
    statements: Mapping[str, Statement] | None = None,
    documents: Mapping[str, str] | None = None,
) -> None:
    """Print findings with their arithmetic and what they rest on, then what was not checked.

    Args:
        report: What CHECK found.
        console: Where to print.
        labels: The name to print for each statement id; an id without one is shortened.
        statements: Statements by id, to name the figures and quote their passages; None where those stand above.
        documents: Names of documents by id, printed at each quote; None where there is only one.
    """
    width = min(console.width, TEXT_WIDTH)
    for number, finding in enumerate(report.findings, start=1):
        print_trimmed(console, Text(""))
        head = f"Finding {number}"
        print_trimmed(console, _make_finding(head, finding, labels, statements or {}, documents or {}), width=width)
    if report.not_checked:
        print_trimmed(console, Text(""))
        print_trimmed(console, Text("Not checked", style="bold"))
        for gap in group_gaps(report.not_checked):
            print_trimmed(console, indent(Text(_word_gap(gap, {} if statements else labels)), 2), width=width)


def show_check_summary(
    report: CheckReport,
    statements: Mapping[str, Statement],
    *,
    console: Console,
    documents: Mapping[str, str] | None = None,
) -> None:
    """Print a check of any number of reports: the findings with their passages, then one line of summary.

    Args:
        report: What CHECK found.
        statements: All statements that were checked, by id.
        console: Where to print.
        documents: Names of documents by id, printed at each quote; None where there is only one.
    """
    labels = number_statements(list_concerned(report.findings, statements))
    show_check(report, console=console, labels=labels, statements=statements, documents=documents)
    print_trimmed(console, Text(""))
    parts = (count(len(statements), "statement"), count(report.checked, "comparison"), summarize_check(report))
    print_trimmed(console, Text(" · ".join(parts), style="bold"))
    if lenses := describe_lenses(report):
        print_trimmed(console, Text(lenses, style="dim"))


def show_finding(
    finding: Finding,
    statements: Mapping[str, Statement],
    *,
    console: Console,
    documents: Mapping[str, str] | None = None,
) -> None:
    """Print all that is known about one finding: as in a check, with its id, its sentence and every step in words.

    Args:
        finding: The finding.
        statements: Its statements by id.
        console: Where to print.
        documents: Names of documents by id, printed at each quote.
    """
    width = min(console.width, TEXT_WIDTH)
    labels = number_statements(list_concerned([finding], statements))
    print_trimmed(console, _make_finding("Finding", finding, labels, statements, documents or {}), width=width)
    lines: list[RenderableType] = [Text(""), Text("what each step means", style="bold")]
    lines += [_make_item(step.name, Text(step.words)) for step in name_steps(finding, labels)]
    lines += [Text(""), Text("in one sentence", style="bold"), indent(Text(squeeze(finding.sentence)), 2)]
    if together := describe_common_factor(finding):
        lines += [Text(""), Text(together)]
    if finding.proof:
        lines += [Text(""), Text("the arithmetic, exact", style="bold")]
        lines += [indent(Text(describe_proof_row(row, finding, labels)), 2) for row in finding.proof]
    lines += [Text(""), Text(f"lens {finding.lens} · finding {finding.id} by {finding.stage}", style="dim")]
    print_trimmed(console, Group(*lines), width=width)


def show_range(implied: ImpliedRange, statements: Mapping[str, Statement], *, console: Console) -> None:
    """Print what figures imply for a measure over some days, with the figures that set either end.

    Args:
        implied: The range.
        statements: The statements by id.
        console: Where to print.
    """
    width = min(console.width, TEXT_WIDTH)
    ends = [("at least", format_number(implied.low), implied.low_statements)]
    if implied.high is not None:
        ends.append(("at most", format_number(implied.high), implied.high_statements))
    head = f"{squeeze(implied.measure)} from {implied.start} to before {implied.end}"
    lines: list[RenderableType] = [Text(head, style="bold")]
    for side, value, names in ends:
        lines.append(indent(Text(f"{side} {value}"), 2))
        lines += [_make_item("  by " + shorten_id(name), _make_claim(statements[name])) for name in names]
    if implied.high is None:
        lines.append(indent(Text("no limit above"), 2))
    for position, assumption in enumerate(implied.assumptions):
        lines.append(_make_item("IF" if position == 0 else "  ", Text(squeeze(assumption.words))))
    for name in implied.given_up:
        claim = _make_claim(statements[name]) if name in statements else Text("")
        lines.append(_make_item("left out, as not all can hold:", Text(shorten_id(name) + " ").append(claim)))
    note = "" if implied.complete else ", stopped at a limit"
    lines.append(Text(f"lens {implied.lens}{note}", style="dim"))
    print_trimmed(console, Group(*lines), width=width)


def _make_finding(
    head: str,
    finding: Finding,
    labels: Mapping[str, str],
    statements: Mapping[str, Statement],
    documents: Mapping[str, str],
) -> RenderableType:
    """A finding as an editor wants it: figures in their sentences, the arithmetic, what it rests on and resolves it."""
    names = name_statements(finding, labels)
    title = Text.assemble((head, "bold red"), (f"  {describe_kind(finding.kind)}", "bold"))
    if apart := describe_factor(finding):
        title.append(f", {apart}", style="bold")
    title.append(f"  {shorten_id(finding.id)}", style="dim")
    lines: list[RenderableType] = [title]
    for quote in quote_passages(finding, statements):
        lines += [_make_item(names[name], _make_claim(statements[name])) for name in quote.statements]
        lines.append(indent(_make_quote(quote, statements, names), _QUOTE_INDENT))
        if quote.document_id in documents:
            lines.append(indent(Text(f"in {documents[quote.document_id]}", style="dim"), _QUOTE_INDENT))
    lines += _make_arithmetic(finding, names)
    for position, (letter, assumption) in enumerate(name_assumptions(finding.assumptions)):
        lines.append(_make_item(("IF " if position == 0 else "   ") + letter, Text(squeeze(assumption.words))))
    if finding.repairs:
        steps = [step.name for step in name_steps(finding, labels)]
        words = f"Giving up {'it' if len(steps) == 1 else 'any one of'} {join_names(steps)} resolves it."
        lines.append(indent(Text(words), 2))
    if held := list_would_hold(finding, labels):
        lines.append(indent(Text(f"If only one figure is wrong, {'; '.join(map(' '.join, held))}."), 2))
    return Group(*lines)


def _make_arithmetic(finding: Finding, names: Mapping[str, str]) -> list[RenderableType]:
    if not finding.sides:
        return [indent(Text(squeeze(finding.sentence)), 2)]
    both = "both" if len(finding.statements) == _BOTH else "all"
    lines: list[RenderableType] = [indent(Text(f"cannot {both} hold:", style="bold"), 2)]
    for side in finding.sides:
        sources = " ".join(names[statement] for statement in side.statements)
        lines.append(_make_item(sources, Text(squeeze(side.words))))
    return lines


def _make_claim(statement: Statement) -> Text:
    claim = make_figure(statement)
    hops = statement.attribution.chains[0].hops
    for fact in (describe_interval(statement.interval), " < ".join(map(describe_hop, hops))):
        if fact:
            claim.append(f" · {fact}", style="")
    return claim


def _make_quote(quote: Quote, statements: Mapping[str, Statement], names: Mapping[str, str]) -> Text:
    text = Text("“", style="")
    for piece in quote.pieces:
        if piece.statement is None:
            text.append(piece.text)
        else:
            text.append(piece.text, style=BOUND_STYLES[statements[piece.statement].quantity.bound])
            text.append(names[piece.statement], style="dim")
    return text.append("”")


def _make_item(label: str, words: Text) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text(label), words)
    return indent(grid, 2)


def _word_gap(gap: Gap, labels: Mapping[str, str]) -> str:
    """``[2] [5]: The number is vague (flow and total)``, or how many figures where they have no labels."""
    names = [labels[name] for name in gap.statements if name in labels]
    shown = " ".join(names) if names and len(names) <= _MOST_NAMES else count(len(gap.statements), "figure")
    return f"{shown}: {gap.reason} ({', '.join(gap.kinds)})"
