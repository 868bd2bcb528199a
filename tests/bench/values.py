"""Statements and figures built by hand, with only what a scorer looks at spelled out."""

from typing import Any

from sayso.model import (
    Attribution,
    Chain,
    Counted,
    Event,
    Extraction,
    Figure,
    Hop,
    Interval,
    IntervalKind,
    Passage,
    Place,
    Quantity,
    Span,
    Statement,
)

PASSAGE = Passage(start=0, end=1, exact="x", prefix="", suffix="")
OUTLET = Hop(agent="Gazette", role="publisher", link="stated")


def make_quantity(number: float, bound: str = "exact", **known: Any) -> Quantity:
    """A quantity whose ends follow from its bound, as the library sets them."""
    low: float | None = number
    high: float | None = number
    best: float | None = number
    if bound in ("at_least", "more_than", "vague"):
        high = best = None
    if bound in ("at_most", "less_than"):
        low = best = None
    if bound == "about":
        low, high = number * 0.9, number * 1.1
    fields = {"as_written": str(number), "bound": bound, "low": low, "best": best, "high": high, "granularity": 1}
    return Quantity(**{**fields, **known})


def make_counted(lemma: str, exact: str | None = None, start: int = 0) -> Counted:
    """Counted words."""
    written = exact or lemma
    return Counted(start=start, end=start + len(written), exact=written, lemma=lemma)


def make_event(lemma: str) -> Event:
    """A word for what happened."""
    return Event(start=0, end=1, exact="x", lemma=lemma)


def make_place(exact: str, name: str) -> Place:
    """A place."""
    return Place(start=0, end=len(exact), exact=exact, name=name, country=None)


def make_interval(start: str | None, end: str | None, kind: IntervalKind = "interval") -> Interval:
    """An interval, its end half-open."""
    return Interval(as_written="then", start=start, end=end, edtf=None, kind=kind)


def make_hop(agent: str | None, exact: str | None = None) -> Hop:
    """A speaker."""
    return Hop(agent=agent, role="speaker", link="stated", exact=exact)


def make_figure(quantity: Quantity, **known: Any) -> Figure:
    """What READ makes of a number."""
    fields: dict[str, Any] = {
        "span": Span(start=0, end=1, exact="x"), "counted": None, "event": None, "measure": None, "aspect": "flow",
        "per": None, "interval": None, "place": None, "passage": PASSAGE, "confidence": 1.0,
    }  # fmt: skip
    return Figure(quantity=quantity, **{**fields, **known})


def make_statement(
    quantity: Quantity, *, at: tuple[int, int] = (0, 1), hops: tuple[Hop, ...] = (), **known: Any
) -> Statement:
    """A statement about a number at some place in a text, by the outlet or through speakers."""
    chain = Chain(rank="preferred", upstream="not stated", hops=(OUTLET, *hops))
    fields: dict[str, Any] = {
        "id": "s", "document_id": "d", "figure": Span(start=at[0], end=at[1], exact="x" * (at[1] - at[0])),
        "counted": None, "event": None, "measure": None, "aspect": "flow", "per": None, "interval": None,
        "place": None, "modality": "asserted", "hedges": (), "attribution": Attribution(chains=(chain,)),
        "passage": PASSAGE, "extraction": Extraction(confidence=1.0, stage="by hand"),
    }  # fmt: skip
    return Statement(quantity=quantity, **{**fields, **known})
