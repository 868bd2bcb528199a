"""A reading and its check in; one self-contained HTML page out, which needs no network, no script and no mouse."""

import base64
import functools
import hashlib
import importlib.metadata
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from sayso.display import wording
from sayso.display.clash_picture import draw_clash, list_shapes
from sayso.display.findings import (
    Step,
    describe_common_factor,
    describe_factor,
    describe_proof_row,
    group_gaps,
    list_would_hold,
    name_assumptions,
    name_statements,
    name_steps,
    quote_passages,
)
from sayso.display.marks import Segment, make_blocks
from sayso.model import Bound, CheckReport, Finding, Reading, Statement

if TYPE_CHECKING:  # jinja2 takes 65 ms to load
    from jinja2 import Template

_SCRIPT = (
    'addEventListener("keydown",e=>{if(e.key==="Escape")document.body.classList.add("quiet")});'
    'for(const k of["focusin","mouseout"])addEventListener(k,()=>document.body.classList.remove("quiet"))'
)
"""Lets Escape hide the chain that a hover or focus shows (WCAG 2.1, 1.4.13); all else works without it."""

_MOST_LIT = 200
"""Statements above which hovering a figure no longer lights up its speakers: each needs a rule of its own."""


class Run(NamedTuple):
    """Segments of a paragraph that lie on the same figures, or on none."""

    figures: tuple[int, ...]
    opens: tuple[int, ...]
    closes: tuple[int, ...]
    segments: tuple[Segment, ...]


class Row(NamedTuple):
    """Paragraphs beside the records of the figures in the first; the others hold none, so that no gap is left."""

    paragraphs: tuple["Paragraph", ...]
    records: tuple["Record", ...]


class Paragraph(NamedTuple):
    """A paragraph in runs; one outside the document's body is masthead or footer."""

    runs: tuple[Run, ...]
    is_body: bool


class Record(NamedTuple):
    """A statement in the words that the page shows."""

    number: int
    statement: Statement
    bound: str
    sign: str
    figure: str
    amounts: wording.Amounts
    facts: str
    chains: tuple["ChainWords", ...]
    read_back: str
    remarks: tuple[str, ...]
    findings: tuple[int, ...]


class ChainWords(NamedTuple):
    """A chain as names, the publisher first, and where the last one has it from."""

    names: tuple[str, ...]
    line: str


class SideWords(NamedTuple):
    """What one side makes of it: the numbers of its figures, the names of those that are not on the page."""

    about: tuple[int, ...]
    names: tuple[str, ...]
    words: str


class FindingWords(NamedTuple):
    """A finding with the names that the page gives to its statements and assumptions."""

    number: int
    finding: Finding
    kind: str
    factor: str
    about: tuple[int, ...]
    picture: str | None
    shapes: tuple[str, ...]
    quotes: tuple[tuple[tuple[str, int | None], ...], ...]
    sides: tuple[SideWords, ...]
    assumptions: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    would_hold: dict[str, str]
    together: str
    proof: tuple[str, ...]


def render_page(reading: Reading, report: CheckReport | None = None) -> str:
    """The page of one reading: its text beside the records of its figures, findings, and how to read it all.

    Args:
        reading: What to show.
        report: The check of its statements; None when none was made, which the page then says.

    Returns:
        A whole HTML document. It loads nothing and holds the reading and the check as JSON in the element
        ``sayso-data``. The same reading and check always give the same page.
    """
    findings = _name_findings(reading.statements, report)
    records = _make_records(reading, findings)
    document = reading.document
    return _template().render(
        document=document,
        title=wording.squeeze(document.title or document.url or f"Document {document.id}"),
        byline=[wording.squeeze(part) for part in (document.publisher, document.author, document.date) if part],
        link=document.url if document.url and re.match(r"https?://", document.url) else None,
        rows=_make_rows(reading, records),
        records={record.number: record for record in records},
        findings=findings,
        report=report,
        summary=wording.summarize(reading, report),
        gaps=_number_gaps(reading.statements, report),
        stages=sorted(_find_stages(reading, report)),
        version=importlib.metadata.version("sayso"),
        legend=[(bound, wording.BOUND_SIGNS[bound], wording.BOUND_MEANINGS[bound]) for bound in wording.BOUND_SIGNS],
        lit=range(1, len(records) + 1) if len(records) <= _MOST_LIT else (),
        data=_embed(reading, report),
        style=files("sayso.display").joinpath("report.css").read_text("utf-8"),
        script=_SCRIPT,
        script_hash=base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode(),
    )


@functools.cache
def _template() -> "Template":
    import jinja2

    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "safe_text": wording.make_safe,
        "squeeze": wording.squeeze,
        "plain": lambda words: str(words).replace("_", " "),
        "count": wording.count,
    }
    return environment.from_string(files("sayso.display").joinpath("report.html.j2").read_text("utf-8"))


def _make_rows(reading: Reading, records: Sequence[Record]) -> list[Row]:
    rows: list[Row] = []
    for block in make_blocks(reading.document, reading.statements, is_full=True):
        paragraph = Paragraph(tuple(_iter_runs(block.segments)), block.is_body)
        opened = sorted(number for run in paragraph.runs for number in run.opens)
        if opened or not rows:
            rows.append(Row((paragraph,), tuple(records[number - 1] for number in opened)))
        else:
            rows[-1] = rows[-1]._replace(paragraphs=(*rows[-1].paragraphs, paragraph))
    return rows


def _iter_runs(segments: Sequence[Segment]) -> Iterator[Run]:
    for figures, group in groupby(segments, key=lambda segment: segment.figures):
        held = tuple(group)
        opens = tuple(number for segment in held for number in segment.opens)
        closes = tuple(number for segment in held for number in segment.closes)
        yield Run(figures, opens, closes, held)


def _make_records(reading: Reading, findings: Sequence[FindingWords]) -> list[Record]:
    records = []
    remarks = _word_relations(reading)
    for number, statement in enumerate(reading.statements, start=1):
        bound: Bound = statement.quantity.bound
        facts: list[str | None] = [wording.describe_aspect(statement), statement.measure]
        facts.append(wording.describe_interval(statement.interval))
        facts.append(statement.place.name if statement.place else None)
        facts.append(None if statement.modality == "asserted" else statement.modality)
        records.append(
            Record(
                number=number,
                statement=statement,
                bound=wording.describe_bound(bound),
                sign=wording.BOUND_SIGNS[bound],
                figure=wording.describe_figure(statement),
                amounts=wording.describe_amounts(statement),
                facts=" · ".join(wording.squeeze(fact) for fact in facts if fact),
                chains=tuple(_word_chains(statement)),
                read_back=wording.squeeze(statement.read_back()),
                remarks=tuple(remarks.get(statement.id, ())),
                findings=tuple(item.number for item in findings if statement.id in item.finding.statements),
            )
        )
    return records


def _word_chains(statement: Statement) -> Iterator[ChainWords]:
    for chain in statement.attribution.chains:
        names = [wording.describe_hop(hop) for hop in chain.hops]
        if upstream := wording.describe_upstream(chain):
            names.append(upstream)
        yield ChainWords(tuple(names), wording.describe_chain(chain))


def _word_relations(reading: Reading) -> dict[str, list[str]]:
    labels = wording.number_statements(reading.statements)
    remarks: dict[str, list[str]] = {}
    for relation in reading.relations:
        for name in relation.targets if relation.source is None else (relation.source,):
            remarks.setdefault(name, []).append(wording.describe_relation(relation, labels))
    return remarks


def _name_findings(statements: Sequence[Statement], report: CheckReport | None) -> list[FindingWords]:
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    by_id = {statement.id: statement for statement in statements}
    labels = wording.number_statements(statements)
    found = enumerate(report.findings if report is not None else (), start=1)
    return [_word_finding(number, finding, by_id, labels, numbers) for number, finding in found]


def _word_finding(
    number: int,
    finding: Finding,
    statements: Mapping[str, Statement],
    labels: Mapping[str, str],
    numbers: Mapping[str, int],
) -> FindingWords:
    names = name_statements(finding, labels)
    sides = []
    for side in finding.sides:
        about = tuple(numbers[name] for name in side.statements if name in numbers)
        absent = tuple(names[name] for name in side.statements if name not in numbers)
        sides.append(SideWords(about, absent, wording.squeeze(side.words)))
    quotes = [
        tuple((piece.text, numbers.get(piece.statement or "")) for piece in quote.pieces)
        for quote in quote_passages(finding, statements)
    ]
    known = [statements[name] for name in finding.statements if name in statements]
    picture = draw_clash(finding, statements, labels, number=number)
    assumptions = [(letter, wording.squeeze(one.words)) for letter, one in name_assumptions(finding.assumptions)]
    return FindingWords(
        number=number,
        finding=finding,
        kind=wording.describe_kind(finding.kind),
        factor=describe_factor(finding),
        about=tuple(numbers[statement.id] for statement in known),
        picture=picture,
        shapes=tuple(list_shapes(known)) if picture else (),
        quotes=tuple(quotes),
        sides=tuple(sides),
        assumptions=tuple(assumptions),
        steps=tuple(name_steps(finding, labels)),
        would_hold=dict(list_would_hold(finding, labels)),
        together=describe_common_factor(finding),
        proof=tuple(describe_proof_row(row, finding, labels) for row in finding.proof),
    )


def _number_gaps(statements: Sequence[Statement], report: CheckReport | None) -> list[tuple[str, str, list[int]]]:
    """Reasons why figures were not compared, each with the checks concerned and the numbers of the figures."""
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    gaps = group_gaps(report.not_checked if report is not None else ())
    return [
        (gap.reason, ", ".join(gap.kinds), sorted(numbers[name] for name in gap.statements if name in numbers))
        for gap in gaps
    ]


def _find_stages(reading: Reading, report: CheckReport | None) -> set[str]:
    stages = {statement.extraction.stage for statement in reading.statements}
    stages |= {relation.stage for relation in reading.relations}
    stages |= {finding.stage for finding in report.findings} if report is not None else set()
    return stages - {""}


def _embed(reading: Reading, report: CheckReport | None) -> str:
    data: dict[str, Any] = {
        "document": reading.document, "statements": reading.statements, "relations": reading.relations, "check": report,
    }  # fmt: skip
    words = msgspec.json.encode(data).decode("utf-8")
    # Nothing may end the script element or start a comment in it; U+2028 and U+2029 end lines in old JavaScript.
    for sign in "<>&\u2028\u2029":
        words = words.replace(sign, f"\\u{ord(sign):04x}")
    return words
