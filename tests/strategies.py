"""Documents, statements and readings whose spans fit their text, for properties of any room.

``tests.model.nouns`` makes any value that a type allows; here everything hangs together as the contract asks: spans
read as they say, statements belong to their document, relations tie statements of the reading, ids are digests.
"""

from typing import Any, get_args

from hypothesis import strategies as st

from sayso.model import (
    Agent,
    AgentType,
    Aspect,
    Attribution,
    Bound,
    Chain,
    Counted,
    Cue,
    DatePrecision,
    Direction,
    Document,
    Event,
    Extraction,
    Figure,
    Hedge,
    HedgeKind,
    Hop,
    HopLink,
    HopMode,
    Interval,
    IntervalKind,
    Modality,
    Place,
    Quantity,
    Reading,
    Relation,
    RelationKind,
    Span,
    Statement,
    make_agent,
    make_document,
    make_passage,
    make_relation,
    make_span,
    make_statement,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
"""Any words: lone surrogates are no text, everything else is, NUL included."""

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120) | st.lists(
    st.sampled_from(
        [
            "Officials said",
            "over",
            "1,200",
            "people",
            "killed",
            "in Ruritania",
            ",",
            "dozens",
            "fled",
            ".",
            "ü",
            "😀",
            "\n",
        ]
    ),
    min_size=1,
    max_size=25,
).map(" ".join)
"""Texts of documents: anything at all, and lines that look like news."""

DAYS = st.dates().map(lambda day: day.isoformat())
NUMBERS = st.none() | st.integers(-(10**24), 10**24) | st.floats(allow_nan=False, allow_infinity=False)
STAGES = st.sampled_from(["sayso.reading.en.v1", "sayso.reading.en.v2", "sayso.attribution.en.v2"])


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with any text and any of the other fields; some keep an id that the input gave."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return make_document(
        text,
        id=draw(_maybe(WORDS)),
        title=draw(_maybe(WORDS)),
        publisher=draw(_maybe(WORDS)),
        author=draw(_maybe(WORDS)),
        date=draw(_maybe(DAYS)),
        url=draw(_maybe(WORDS)),
        language=draw(_maybe(st.sampled_from(["en", "de"]))),
        tags=tuple(draw(st.lists(WORDS, max_size=2))),
        body_start=start,
        body_end=draw(_maybe(st.integers(start, len(text)))),
    )


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Any span of a text that is not empty."""
    start = draw(st.integers(0, len(text) - 1))
    return make_span(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Any quantity; its numbers need not be in order."""
    return Quantity(
        as_written=draw(WORDS),
        bound=draw(st.sampled_from(get_args(Bound))),
        low=draw(NUMBERS),
        best=draw(NUMBERS),
        high=draw(NUMBERS),
        granularity=draw(NUMBERS),
        conveyed_high=draw(NUMBERS),
        unit=draw(_maybe(st.sampled_from(["person", "house", "USD"]))),
    )


@st.composite
def intervals(draw: st.DrawFn, text: str) -> Interval:
    """Any interval, its days in order, either end open or not."""
    first, last = sorted([draw(DAYS), draw(DAYS)])
    return Interval(
        as_written=draw(_maybe(WORDS)),
        start=draw(st.sampled_from([first, None])),
        end=draw(st.sampled_from([last, None])),
        edtf=draw(_maybe(WORDS)),
        kind=draw(st.sampled_from(get_args(IntervalKind))),
        start_precision=draw(st.sampled_from(get_args(DatePrecision))),
        span=draw(_maybe(spans(text))),
    )


@st.composite
def places(draw: st.DrawFn, text: str) -> Place:
    """Any place."""
    span = draw(spans(text))
    return Place(
        start=span.start,
        end=span.end,
        exact=span.exact,
        name=draw(WORDS),
        country=draw(_maybe(st.sampled_from(["UKR", "SDN", "DEU"]))),
        geonames_id=draw(_maybe(st.integers(1, 10**7))),
    )


def agents() -> st.SearchStrategy[Agent]:
    """Any agent."""
    return st.builds(make_agent, WORDS, type=st.sampled_from(get_args(AgentType)))


@st.composite
def hops(draw: st.DrawFn, text: str) -> Hop:
    """Any hop but the first of a chain."""
    mention, cue = draw(_maybe(spans(text))), draw(_maybe(spans(text)))
    agent = draw(agents())
    return Hop(
        agent=agent.name,
        role=draw(st.sampled_from(["reporter", "speaker", "data producer"])),
        link=draw(st.sampled_from(get_args(HopLink))),
        mode=draw(_maybe(st.sampled_from(get_args(HopMode)))),
        type=draw(st.sampled_from([agent.type, None])),
        start=mention and mention.start,
        end=mention and mention.end,
        exact=mention and mention.exact,
        cue=cue and Cue(start=cue.start, end=cue.end, exact=cue.exact),
    )


@st.composite
def attributions(draw: st.DrawFn, document: Document) -> Attribution:
    """One to three chains, each from the publisher inwards, the first one preferred."""
    publisher = Hop(agent=document.publisher, role="publisher", link="stated")
    count = draw(st.integers(1, 3))
    return Attribution(
        chains=tuple(
            Chain(
                rank="preferred" if number == 0 else "normal",
                upstream=draw(WORDS),
                hops=(publisher, *draw(st.lists(hops(document.text), max_size=2))),
            )
            for number in range(count)
        )
    )


@st.composite
def figures(draw: st.DrawFn, document: Document) -> Figure:
    """Any figure of a document, its passage around it."""
    text = document.text
    span = draw(spans(text))
    start, end = draw(st.integers(0, span.start)), draw(st.integers(span.end, len(text)))
    counted, event = draw(_maybe(spans(text))), draw(_maybe(spans(text)))
    aspect = draw(st.sampled_from(get_args(Aspect)))
    return Figure(
        span=span,
        quantity=draw(quantities()),
        counted=counted and Counted(start=counted.start, end=counted.end, exact=counted.exact, lemma=draw(WORDS)),
        event=event and Event(start=event.start, end=event.end, exact=event.exact, lemma=draw(WORDS)),
        measure=draw(_maybe(st.sampled_from(["killed", "displaced", "desertion"]))),
        aspect=aspect,
        per="P1M" if aspect == "rate" else None,
        interval=draw(_maybe(intervals(text))),
        place=draw(_maybe(places(text))),
        passage=make_passage(text, start, end),
        confidence=draw(st.floats(0, 1)),
        rules=draw(st.dictionaries(WORDS, WORDS, max_size=2)),
    )


@st.composite
def statements(draw: st.DrawFn, document: Document) -> Statement:
    """Any statement of a document, with its id."""
    hedges = [
        Hedge(
            kind=draw(st.sampled_from(get_args(HedgeKind))),
            start=span.start,
            end=span.end,
            exact=span.exact,
            by=draw(_maybe(WORDS)),
        )
        for span in draw(st.lists(spans(document.text), max_size=2))
    ]
    return make_statement(
        document,
        draw(figures(document)),
        modality=draw(st.sampled_from(get_args(Modality))),
        hedges=tuple(sorted(hedges, key=lambda hedge: hedge.start)),
        attribution=draw(attributions(document)),
        stage=draw(STAGES),
    )


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """Any way to have come to a statement."""
    return Extraction(
        confidence=draw(st.floats(0, 1)), stage=draw(STAGES), rules=draw(st.dictionaries(WORDS, WORDS, max_size=2))
    )


@st.composite
def relations(draw: st.DrawFn, document: Document, among: tuple[Statement, ...]) -> Relation:
    """Any relation between some statements of a document."""
    ids = [statement.id for statement in among]
    kind = draw(st.sampled_from(get_args(RelationKind)))
    return make_relation(
        document.id,
        kind,
        targets=tuple(draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))),
        source=draw(_maybe(st.sampled_from(ids))),
        cue=draw(_maybe(spans(document.text))),
        by=draw(_maybe(WORDS)),
        direction=draw(st.sampled_from(get_args(Direction))) if kind == "doubts" else None,
        stage=draw(STAGES),
    )


@st.composite
def readings(draw: st.DrawFn, document: Document | None = None, max_statements: int = 4) -> Reading:
    """Any reading of a document, or of any document; statements in text order, none twice."""
    document = document or draw(documents())
    found = draw(st.lists(statements(document), max_size=max_statements, unique_by=lambda statement: statement.id))
    found.sort(key=lambda statement: (statement.figure.start, statement.figure.end, statement.id))
    among = tuple(found)
    ties = draw(st.lists(relations(document, among), max_size=2, unique_by=lambda tie: tie.id)) if among else []
    return Reading(document=document, statements=among, relations=tuple(ties))
