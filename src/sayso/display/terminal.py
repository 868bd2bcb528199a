"""Readings, statements and checks in; annotated text and tables on a terminal out, in colour only where that helps."""

from collections.abc import Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.display.console import BOUND_STYLES, TEXT_WIDTH, indent, make_figure, print_trimmed
from sayso.display.marks import Block, Segment, is_text_between, make_blocks
from sayso.display.terminal_findings import show_check
from sayso.display.wording import (
    BOUND_SIGNS,
    count,
    describe_amounts,
    describe_aspect,
    describe_bound,
    describe_chain,
    describe_interval,
    describe_relation,
    make_safe,
    number_statements,
    shorten_id,
    squeeze,
    summarize,
)
from sayso.model import Bound, CheckReport, Document, Measure, Reading, Relation, Statement

_WIDE = 120
"""Columns from which every field gets a column of its own."""

_MOST_LABEL = 24
"""Columns of a label at most; the names of rules come from files too, and must leave room for the words."""


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
    print_trimmed(console, _make_head(reading.document, console.width))
    print_trimmed(console, _make_text(reading, is_full=is_full), width=min(console.width, TEXT_WIDTH))
    if reading.statements:
        print_trimmed(console, Text(""))
        print_trimmed(console, make_table(reading.statements, labels, width=console.width))
        print_trimmed(console, _make_remarks(reading.relations, labels))
    if report is not None:
        show_check(report, console=console, labels=labels)
    print_trimmed(console, Text(""))
    print_trimmed(console, Text(summarize(reading, report), style="bold"))


def show_statements(statements: Sequence[Statement], *, console: Console) -> None:
    """Print a table of statements, each named by the first characters of its id."""
    labels = {statement.id: shorten_id(statement.id) for statement in statements}
    print_trimmed(console, make_table(statements, labels, width=console.width))
    print_trimmed(console, Text(count(len(statements), "statement"), style="bold"))


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
    print_trimmed(console, table)
    print_trimmed(console, Text(count(len(measures), "measure"), style="bold"))


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
        print_trimmed(console, grid)


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
        figure = make_figure(statement)
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
        parts.append(_make_grid(widths, make_figure(statement), row, ""))
        conveyed = describe_amounts(statement).conveyed
        facts = [_sign(statement), _modality(statement), describe_aspect(statement), statement.measure]
        facts += [describe_interval(statement.interval), statement.place.name if statement.place else None]
        facts.append(f"conveys {conveyed}" if conveyed else None)
        about = Text(" · ".join(squeeze(fact) for fact in facts if fact), style="dim")
        lines = [about, _make_chains(statement), *map(Text, _list_hedges(statement))]
        parts.extend(indent(line, widths[0] + 2) for line in lines)
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
