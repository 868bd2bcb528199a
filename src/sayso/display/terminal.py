"""Readings, statements and checks in; annotated text and tables on a terminal out, in colour only where that helps."""

import os
import re
from collections.abc import Mapping, Sequence
from typing import IO, Literal

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.display.findings import (
    Gap,
    Quote,
    describe_factor,
    group_gaps,
    list_concerned,
    name_assumptions,
    name_statements,
    name_steps,
    quote_passages,
)
from sayso.display.marks import Block, Segment, is_text_between, make_blocks
from sayso.display.wording import (
    BOUND_SIGNS,
    count,
    describe_amounts,
    describe_aspect,
    describe_bound,
    describe_chain,
    describe_figure,
    describe_hop,
    describe_interval,
    describe_kind,
    describe_relation,
    join_names,
    make_safe,
    number_statements,
    shorten_id,
    squeeze,
    summarize,
    summarize_check,
)
from sayso.model import Bound, CheckReport, Document, Finding, Measure, Reading, Relation, Statement

Colour = Literal["auto", "always", "never"]

BOUND_STYLES: dict[Bound, str] = {
    "exact": "bold blue",
    "about": "bold cyan",
    "at_least": "bold magenta",
    "more_than": "bold magenta",
    "at_most": "bold yellow",
    "less_than": "bold yellow",
    "range": "bold green",
    "vague": "bold italic",
}
_WIDE = 120
"""Columns from which every field gets a column of its own."""

_TEXT_WIDTH = 100
"""Columns after which running text is broken, because longer lines are hard to read."""

_LEAST_WIDTH = 40
_MOST_LABEL = 24
"""Columns of a label at most; the names of rules come from files too, and must leave room for the words."""

_MOST_NAMES = 8
"""Figures named one by one where they were not checked; more are counted."""

_BOTH = 2
_QUOTE_INDENT = 6
_TRAILING = re.compile(r" +$", re.MULTILINE)  # rich pads lines to the width, which clutters a file


def make_console(file: IO[str] | None = None, *, width: int | None = None, colour: Colour = "auto") -> Console:
    """A console that writes to a file.

    Args:
        file: Where to write; None is standard output.
        width: Columns; None takes the terminal's, or 80 where there is none.
        colour: ``auto`` colours on a terminal unless ``NO_COLOR`` is set; ``always`` and ``never`` do as they say.
    """
    is_plain = colour == "never" or (colour == "auto" and bool(os.environ.get("NO_COLOR")))
    return Console(
        file=file,
        width=None if width is None else max(width, _LEAST_WIDTH),
        force_terminal=True if colour == "always" else None,
        color_system=None if is_plain else "auto",
        no_color=is_plain,
        highlight=False,
        markup=False,
        emoji=False,
    )


def show_reading(
    reading: Reading, report: CheckReport | None = None, *, console: Console, is_full: bool = False
) -> None:
    """Print a reading: its text with numbered figures, the table of figures, the findings, one line of summary.

    Args:
        reading: What to show.
        report: The check of its statements; None when none was made.
        console: Where to print.
        is_full: Show a long text whole, not only the paragraphs with figures.
    """
    labels = number_statements(reading.statements)
    _print(console, _make_head(reading.document, console.width))
    _print(console, _make_text(reading, is_full=is_full), width=min(console.width, _TEXT_WIDTH))
    if reading.statements:
        _print(console, Text(""))
        _print(console, make_table(reading.statements, labels, width=console.width))
        _print(console, _make_remarks(reading.relations, labels))
    if report is not None:
        show_check(report, console=console, labels=labels)
    _print(console, Text(""))
    _print(console, Text(summarize(reading, report), style="bold"))


def show_statements(statements: Sequence[Statement], *, console: Console) -> None:
    """Print a table of statements, each named by the first characters of its id."""
    labels = {statement.id: shorten_id(statement.id) for statement in statements}
    _print(console, make_table(statements, labels, width=console.width))
    _print(console, Text(count(len(statements), "statement"), style="bold"))


def show_measures(measures: Sequence[Measure], *, console: Console) -> None:
    """Print a table of measures: what each counts, in which unit, and how it is worded."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for heading in ("measure", "definition", "unit", "counts", "events"):
        table.add_column(heading, overflow="fold")
    for measure in measures:
        counts = dict.fromkeys(word for wording in measure.wordings for word in wording.counts)
        events = dict.fromkeys(word for wording in measure.wordings for word in wording.events)
        cells = (measure.id, measure.definition, measure.unit, ", ".join(counts), ", ".join(events))
        table.add_row(*(make_safe(cell) for cell in cells))
    _print(console, table)
    _print(console, Text(count(len(measures), "measure"), style="bold"))


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
    width = min(console.width, _TEXT_WIDTH)
    for number, finding in enumerate(report.findings, start=1):
        _print(console, Text(""))
        head = f"Finding {number}"
        _print(console, make_finding(head, finding, labels, statements or {}, documents or {}), width=width)
    if report.not_checked:
        _print(console, Text(""))
        _print(console, Text("Not checked", style="bold"))
        for gap in group_gaps(report.not_checked):
            _print(console, _indent(Text(_word_gap(gap, {} if statements else labels)), 2), width=width)


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
    labels = number_statements([statements[name] for name in list_concerned(report.findings) if name in statements])
    show_check(report, console=console, labels=labels, statements=statements, documents=documents)
    _print(console, Text(""))
    parts = (count(len(statements), "statement"), count(report.checked, "comparison"), summarize_check(report))
    _print(console, Text(" · ".join(parts), style="bold"))


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
    width = min(console.width, _TEXT_WIDTH)
    labels = number_statements([statements[name] for name in finding.statements if name in statements])
    _print(console, make_finding("Finding", finding, labels, statements, documents or {}), width=width)
    lines: list[RenderableType] = [Text(""), Text("what each step means", style="bold")]
    lines += [_make_item(step.name, Text(step.words)) for step in name_steps(finding, labels)]
    lines += [Text(""), Text("in one sentence", style="bold"), _indent(Text(squeeze(finding.sentence)), 2)]
    lines += [Text(""), Text(f"finding {finding.id} by {finding.stage}", style="dim")]
    _print(console, Group(*lines), width=width)


def show_why(
    statement: Statement, document: Document | None, *, console: Console, facts: Sequence[tuple[str, str]] = ()
) -> None:
    """Print where a statement comes from: the sentence, the chains, and the rule behind every field.

    Args:
        statement: The statement.
        document: The document it stands in; None when that is not at hand.
        console: Where to print.
        facts: More to say, as label and words.
    """
    rows = [(squeeze(label), words) for label, words in (*_explain(statement, document), *facts)]
    # as wide as the widest label, because one that breaks ends beneath the first line of its words
    width = min(max(len(label) for label, _ in rows), _MOST_LABEL)
    for label, words in rows:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(width=width, style="bold")
        grid.add_column()
        grid.add_row(Text(label), Text(words))
        _print(console, grid)


def make_table(statements: Sequence[Statement], labels: Mapping[str, str], *, width: int) -> RenderableType:
    """The table of figures.

    From 120 columns on every field has a column; below that the numbers keep theirs and the rest stands under them.
    """
    return _make_wide_table(statements, labels) if width >= _WIDE else _make_narrow_table(statements, labels)


def _make_wide_table(statements: Sequence[Statement], labels: Mapping[str, str]) -> Table:
    table = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 1), header_style="bold", expand=False)
    table.add_column("#", no_wrap=True)
    table.add_column("figure as read", min_width=14)
    for name in ("low", "best", "high"):
        table.add_column(name, justify="right", no_wrap=True)
    for name in ("aspect", "interval, place", "who says so", "hedges"):
        table.add_column(name, min_width=11)
    for statement in statements:
        aspect = Text(describe_aspect(statement))
        if statement.measure:
            aspect.append(f"\n{squeeze(statement.measure)}", style="dim")
        when = Text(describe_interval(statement.interval) or "-")
        if statement.place:
            when.append(f"\n{squeeze(statement.place.name)}", style="dim")
        figure = _make_figure(statement)
        figure.append(f"\n{_sign(statement)}", style="dim")
        hedges = Text("\n".join(filter(None, [_modality(statement), *_list_hedges(statement)])))
        label = Text(labels[statement.id])
        table.add_row(label, figure, *_make_amounts(statement), aspect, when, _make_chains(statement), hedges)
    return table


def _make_narrow_table(statements: Sequence[Statement], labels: Mapping[str, str]) -> RenderableType:
    rows = [[labels[statement.id], *describe_amounts(statement)[:3]] for statement in statements]
    widths = [max(map(len, column)) for column in zip(("#", "low", "best", "high"), *rows, strict=True)]
    parts: list[RenderableType] = [_make_grid(widths, Text("figure as read"), ["#", "low", "best", "high"], "bold")]
    for statement, row in zip(statements, rows, strict=True):
        parts.append(_make_grid(widths, _make_figure(statement), row, ""))
        conveyed = describe_amounts(statement).conveyed
        facts = [_sign(statement), _modality(statement), describe_aspect(statement), statement.measure]
        facts += [describe_interval(statement.interval), statement.place.name if statement.place else None]
        facts.append(f"conveys {conveyed}" if conveyed else None)
        about = Text(" · ".join(squeeze(fact) for fact in facts if fact), style="dim")
        lines = [about, _make_chains(statement), *map(Text, _list_hedges(statement))]
        parts.extend(_indent(line, widths[0] + 2) for line in lines)
    return Group(*parts)


def _make_grid(widths: Sequence[int], figure: Text, row: Sequence[str], style: str) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=widths[0], no_wrap=True)
    grid.add_column(ratio=1)
    for width in widths[1:]:
        grid.add_column(width=width, justify="right", no_wrap=True)
    label, low, best, high = row
    grid.add_row(Text(label), figure, Text(low), Text(best, style="bold"), Text(high), style=style)
    return grid


def _make_figure(statement: Statement) -> Text:
    return Text(describe_figure(statement), style=BOUND_STYLES[statement.quantity.bound])


def _make_amounts(statement: Statement) -> list[Text]:
    amounts = describe_amounts(statement)
    high = Text(amounts.high)
    if amounts.conveyed:
        high.append(f"\n{amounts.conveyed}", style="dim")
    return [Text(amounts.low), Text(amounts.best, style="bold"), high]


def _sign(statement: Statement) -> str:
    return f"{BOUND_SIGNS[statement.quantity.bound]} {describe_bound(statement.quantity.bound)}"


def _modality(statement: Statement) -> str:
    return "" if statement.modality == "asserted" else statement.modality


def _list_hedges(statement: Statement) -> list[str]:
    return [f"~{squeeze(hedge.exact)}~ {hedge.kind}" for hedge in statement.hedges]


def _make_chains(statement: Statement) -> Text:
    preferred, *others = statement.attribution.chains
    text = Text(describe_chain(preferred))
    for chain in others:
        text.append(f"\nor {describe_chain(chain)}", style="dim")
    return text


def _make_head(document: Document, width: int) -> RenderableType:
    known = [squeeze(part) for part in (document.publisher, document.author, document.date) if part]
    title = Text(squeeze(document.title or document.url or f"document {document.id}"), style="bold")
    parts: list[RenderableType] = [title]
    if known:
        parts.append(Text(" · ".join(known), style="dim"))
    return Group(*parts, Rule(characters="─", style="dim"))


def _make_text(reading: Reading, *, is_full: bool) -> RenderableType:
    blocks = make_blocks(reading.document, reading.statements, is_full=is_full)
    bounds = {number: statement.quantity.bound for number, statement in enumerate(reading.statements, start=1)}
    parts: list[RenderableType] = []
    for block in blocks:
        if block.is_cut_before:
            parts.append(Text("…", style="dim"))
        parts.append(Padding(_make_paragraph(block, bounds), (0, 0, 1, 0)))
    if is_text_between(reading.document, blocks[-1].end if blocks else 0, len(reading.document.text)):
        parts.append(Text("… (--full shows the whole text)", style="dim"))
    return Group(*parts)


def _make_paragraph(block: Block, bounds: Mapping[int, Bound]) -> Text:
    text = Text(style="" if block.is_body else "dim")
    for segment in block.segments:
        _append_segment(text, segment, bounds)
    return text


def _append_segment(text: Text, segment: Segment, bounds: Mapping[int, Bound]) -> None:
    if segment.opens_hedge:
        text.append("~", style="dim")
    style = BOUND_STYLES[bounds[segment.figures[0]]] if segment.figures else ""
    text.append(make_safe(segment.text), style=f"{style} underline".strip() if segment.hedges else style)
    if segment.closes_hedge:
        text.append("~", style="dim")
    for number in segment.closes:
        text.append(f"[{number}]", style="dim")


def _make_remarks(relations: Sequence[Relation], labels: Mapping[str, str]) -> RenderableType:
    lines = [Text(describe_relation(relation, labels)) for relation in relations]
    return Group(Text(""), *lines) if lines else Group()


def make_finding(
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
        lines.append(_indent(_make_quote(quote, statements, names), _QUOTE_INDENT))
        if quote.document_id in documents:
            lines.append(_indent(Text(f"in {documents[quote.document_id]}", style="dim"), _QUOTE_INDENT))
    lines += _make_arithmetic(finding, names)
    for position, (letter, assumption) in enumerate(name_assumptions(finding.assumptions)):
        lines.append(_make_item(("IF " if position == 0 else "   ") + letter, Text(squeeze(assumption.words))))
    if finding.repairs:
        steps = [step.name for step in name_steps(finding, labels)]
        words = f"Giving up {'it' if len(steps) == 1 else 'any one of'} {join_names(steps)} resolves it."
        lines.append(_indent(Text(words), 2))
    return Group(*lines)


def _make_arithmetic(finding: Finding, names: Mapping[str, str]) -> list[RenderableType]:
    if not finding.sides:
        return [_indent(Text(squeeze(finding.sentence)), 2)]
    both = "both" if len(finding.statements) == _BOTH else "all"
    lines: list[RenderableType] = [_indent(Text(f"cannot {both} hold:", style="bold"), 2)]
    for side in finding.sides:
        sources = " ".join(names[statement] for statement in side.statements)
        lines.append(_make_item(sources, Text(squeeze(side.words))))
    return lines


def _make_claim(statement: Statement) -> Text:
    claim = _make_figure(statement)
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
    return _indent(grid, 2)


def _word_gap(gap: Gap, labels: Mapping[str, str]) -> str:
    """``[2] [5]: The number is vague (flow and total)``, or how many figures where they have no labels."""
    names = [labels[name] for name in gap.statements if name in labels]
    shown = " ".join(names) if names and len(names) <= _MOST_NAMES else count(len(gap.statements), "figure")
    return f"{shown}: {gap.reason} ({', '.join(gap.kinds)})"


def _explain(statement: Statement, document: Document | None) -> list[tuple[str, str]]:
    amounts = describe_amounts(statement)
    rows = [("statement", statement.id), ("read back", squeeze(statement.read_back()))]
    if document is not None:
        known = (document.publisher, document.title, document.date, document.url)
        rows.append(("document", " · ".join(squeeze(part) for part in known if part) or document.id))
    rows.append(("sentence", f"{squeeze(statement.passage.exact)} [{statement.passage.start}:{statement.passage.end}]"))
    rows.append(("low best high", f"{amounts.low} / {amounts.best} / {amounts.high} {amounts.conveyed}".rstrip()))
    for chain in statement.attribution.chains:
        rows.append((f"chain ({chain.rank})", describe_chain(chain)))
        for hop in chain.hops:
            words = [hop.role, hop.link, hop.mode, hop.rule, hop.exact and f'as "{hop.exact}"']
            if hop.cue is not None:
                words.append(f'cue "{squeeze(hop.cue.exact)}" [{hop.cue.start}:{hop.cue.end}]')
            rows.append(("", f"{squeeze(hop.agent or 'unknown')}: {', '.join(squeeze(w) for w in words if w)}"))
    for hedge in statement.hedges:
        rows.append(("hedge", f'{hedge.kind}: "{squeeze(hedge.exact)}" [{hedge.start}:{hedge.end}]'))
    rules = dict(sorted(statement.extraction.rules.items()))
    stage = rules.pop("attributed_by", None)  # the stage that tied the figure to its speaker: no rule of a field
    rows.extend((f"rule {field}", squeeze(rule)) for field, rule in rules.items())
    if stage is not None:
        rows.append(("attributed by", squeeze(stage)))
    rows.append(("confidence", f"{statement.extraction.confidence:.2f} by {statement.extraction.stage}"))
    return rows


def _indent(renderable: RenderableType, columns: int) -> Padding:
    return Padding(renderable, (0, 0, 0, columns))


def _print(console: Console, renderable: RenderableType, *, width: int | None = None) -> None:
    with console.capture() as capture:
        console.print(renderable, width=width)
    console.file.write(_TRAILING.sub("", capture.get()))
