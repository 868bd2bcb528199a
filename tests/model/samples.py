"""One statement with every block filled in, worked out by hand."""

import msgspec

from sayso.model import (
    Attribution,
    Chain,
    Counted,
    Cue,
    Document,
    Event,
    Extraction,
    Hedge,
    Hop,
    Interval,
    Place,
    Quantity,
    Span,
    Statement,
    make_document,
    make_passage,
    make_span,
    statement_id,
)

TEXT = "Flooding. In May alone, at least 1,200 houses were destroyed in Ruritania, the Red Crane said, by one estimate."


def make_sample_document() -> Document:
    """The report that the sample statement stands in."""
    return make_document(TEXT, publisher="Gazette", date="2025-06-03", body_start=10)


def find(words: str) -> Span:
    """The span of words that stand once in the sample report."""
    assert TEXT.count(words) == 1
    start = TEXT.index(words)
    return make_span(TEXT, start, start + len(words))


def make_sample_statement() -> Statement:
    """The one statement of the sample report."""
    figure, houses, event, when = find("1,200"), find("houses"), find("destroyed"), find("In May alone")
    place, source, said, hedge = find("Ruritania"), find("the Red Crane"), find("said"), find("by one estimate")
    hops = (
        Hop(agent="Gazette", role="publisher", link="stated"),
        Hop(
            agent="the Red Crane", role="speaker", link="stated", mode="indirect", type="organization",
            start=source.start, end=source.end, exact=source.exact,
            cue=Cue(start=said.start, end=said.end, exact=said.exact),
        ),
    )  # fmt: skip
    statement = Statement(
        id="",
        document_id=make_sample_document().id,
        figure=figure,
        quantity=Quantity(
            as_written="at least 1,200", bound="at_least", low=1200, best=1200, high=None, granularity=100,
            conveyed_high=1300, unit="house",
        ),
        counted=Counted(start=houses.start, end=houses.end, exact=houses.exact, lemma="house"),
        event=Event(start=event.start, end=event.end, exact=event.exact, lemma="destroy"),
        measure="housing-destroyed",
        aspect="flow",
        per=None,
        interval=Interval(
            as_written=when.exact, start="2025-05-01", end="2025-06-01", edtf="2025-05", kind="interval",
            start_precision="month", end_precision="month", anchor="publication date 2025-06-03", span=when,
        ),
        place=Place(start=place.start, end=place.end, exact=place.exact, name="Ruritania", country=None),
        modality="asserted",
        hedges=(Hedge(kind="estimate", start=hedge.start, end=hedge.end, exact=hedge.exact),),
        attribution=Attribution(chains=(Chain(rank="preferred", upstream="not stated", hops=hops),)),
        passage=make_passage(TEXT, 10, len(TEXT)),
        extraction=Extraction(confidence=0.9, stage="test.v1", rules={"bound": "at_least"}),
    )  # fmt: skip
    return msgspec.structs.replace(statement, id=statement_id(statement))
