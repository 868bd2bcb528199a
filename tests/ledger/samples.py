"""Readings made by hand: an outlet, an agency behind it, a few figures."""

import itertools
from pathlib import Path

from sayso.ledger import Ledger, open_ledger
from sayso.model import (
    Attribution,
    Chain,
    Document,
    Figure,
    Hop,
    Interval,
    Place,
    Quantity,
    Reading,
    Relation,
    Statement,
    make_document,
    make_passage,
    make_relation,
    make_span,
    make_statement,
)

READER = "sayso.reading.en.v1"
FLOOD = "The Red Crane said 1,200 people fled.\nPolice spoke of 40 dead in Upper Vale, among them 3 children."


def make_flood(*, id: str | None = None, **known: object) -> Document:
    """A short report about a flood."""
    return make_document(FLOOD, id=id, publisher="Gazette", date="2025-06-03", **known)


def make_sample(
    document: Document,
    words: str,
    *,
    measure: str | None = "killed",
    source: str | None = None,
    when: tuple[str | None, str | None] | None = None,
    place: tuple[str, str | None] | None = None,
    stage: str = READER,
    confidence: float = 0.9,
) -> Statement:
    """The statement that these words of a document make."""
    text = document.text
    start = text.index(words)
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    number = int(words.replace(",", ""))
    hops = [Hop(agent=document.publisher, role="publisher", link="stated", type="outlet")]
    if source is not None:
        hops.append(Hop(agent=source, role="speaker", link="stated", type="organization"))
    figure = Figure(
        span=make_span(text, start, start + len(words)),
        quantity=Quantity(as_written=words, bound="exact", low=number, best=number, high=number, granularity=1),
        counted=None,
        event=None,
        measure=measure,
        aspect="flow",
        per=None,
        interval=None
        if when is None
        else Interval(as_written=None, start=when[0], end=when[1], edtf=None, kind="since"),
        place=None if place is None else Place(start=0, end=3, exact=text[:3], name=place[0], country=place[1]),
        passage=make_passage(text, line, len(text) if line_end < 0 else line_end),
        confidence=confidence,
        rules={"quantity": "digits"},
    )
    chain = Chain(rank="preferred", upstream="not stated", hops=tuple(hops))
    return make_statement(
        document, figure, modality="asserted", hedges=(), attribution=Attribution(chains=(chain,)), stage=stage
    )


def make_flood_reading(stage: str = READER, *, id: str | None = None, **known: object) -> Reading:
    """The flood report with its three figures; the children are part of the dead."""
    document = make_flood(id=id, **known)
    fled = make_sample(
        document, "1,200", measure="displaced", source="The Red Crane", when=("2025-05-01", "2025-06-01"), stage=stage
    )
    dead = make_sample(
        document, "40", source="Police", place=("Upper Vale", "DEU"), when=("2025-06-01", None), stage=stage
    )
    children = make_sample(document, "3", measure=None, source="Police", stage=stage)
    part = make_relation(document.id, "part_of", targets=(dead.id,), source=children.id, by=None, stage=stage)
    return Reading(document=document, statements=(fled, dead, children), relations=(part,))


def make_long_reading(number: int, *, statements: int = 40) -> Reading:
    """A report of its own with as many figures as wanted, each on a line, each doubted by the next one's speaker."""
    text = "\n".join(f"Station {line} of {number} counted {1000 + line} birds." for line in range(statements))
    document = make_document(text, publisher=f"Bird Post {number}")
    found = tuple(make_sample(document, str(1000 + line), source=f"Station {line}") for line in range(statements))
    relations: list[Relation] = [
        make_relation(document.id, "adds_to", targets=(first.id,), source=second.id, by=None, stage=READER)
        for first, second in itertools.pairwise(found)
    ]
    return Reading(document=document, statements=found, relations=tuple(relations))


def dump(path: Path) -> tuple[list[Document], list[Statement], list[Relation]]:
    """Everything that the ledger at a path holds."""
    with open_ledger(path, read_only=True) as ledger:
        return _dump(ledger)


def _dump(ledger: Ledger) -> tuple[list[Document], list[Statement], list[Relation]]:
    return (
        list(ledger.iter_documents()),
        list(ledger.iter_statements(all_versions=True)),
        list(ledger.iter_relations(all_versions=True)),
    )
