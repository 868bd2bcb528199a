"""Statements built by hand for the tests of the checking room."""

from typing import Any

import msgspec

from sayso.model import (
    Attribution,
    Chain,
    Counted,
    Event,
    Extraction,
    Hop,
    Interval,
    Measure,
    MeasureLink,
    Passage,
    Place,
    Quantity,
    Relation,
    Span,
    Statement,
    Wording,
    make_relation,
    statement_id,
)

WORDS = {
    "exact": "",
    "more_than": "over ",
    "at_least": "at least ",
    "at_most": "up to ",
    "less_than": "under ",
    "about": "about ",
    "vague": "some of ",
}


def find_grid(value: float) -> float:
    """The largest power of ten that divides a whole number, found the slow way."""
    grid = 1
    while value and value % (grid * 10) == 0:
        grid *= 10
    return grid


def make_quantity(
    value: float, bound: str = "exact", *, to: float | None = None, unit: str | None = "person"
) -> Quantity:
    """A quantity as READ makes it."""
    grid = find_grid(value) if to is None else min(find_grid(value), find_grid(to))
    low: float | None = value
    high: float | None = value if to is None else to
    best: float | None = value if to is None else (value + to) / 2
    if bound in ("more_than", "at_least"):
        best = high = None
    elif bound in ("less_than", "at_most"):
        best = low = None
    fields: dict[str, Any] = {"low": low, "best": best, "high": high, "granularity": grid, "unit": unit}
    words = f"{value:,} to {to:,}" if to is not None else f"{WORDS[bound]}{value:,}"
    return Quantity(as_written=words, bound="range" if to is not None else bound, **fields)  # type: ignore[arg-type]


def make_time(start: str | None, end: str | None, kind: str = "interval", **known: Any) -> Interval:
    """A time that the words state."""
    fields = {"start_precision": "day", "end_precision": "day", "as_written": f"{start} to {end}", "edtf": None} | known
    return Interval(start=start, end=end, kind=kind, **fields)  # type: ignore[arg-type]


def say(at: int, quantity: Quantity, **known: Any) -> Statement:
    """A statement at an offset, with everything not named at its plainest."""
    speaker = known.pop("speaker", None)
    counted = known.pop("counted", "people")
    lemma = known.pop("lemma", {"people": "person"}.get(counted, counted.rstrip("s")))
    event = known.pop("event", "killed")
    place = known.pop("place", "Ukraine")
    between = known.pop("between", " ")
    document = known.pop("document_id", "doc")
    exact = quantity.as_written
    end = at + len(exact)
    words = f"{exact}{between}{counted} {known.pop('tail', event)}."
    noun = end + len(between)
    hops = [Hop(agent="Gazette", role="publisher", link="stated")]
    if speaker is not None:
        hops.append(Hop(agent=speaker, role="speaker", link="stated"))
    fields: dict[str, Any] = {
        "id": "",
        "document_id": document,
        "figure": Span(start=at, end=end, exact=exact),
        "quantity": quantity,
        "counted": Counted(start=noun, end=noun + len(counted), exact=counted, lemma=lemma),
        "event": Event(
            start=noun + len(counted) + 1, end=noun + len(counted) + 1 + len(event), exact=event, lemma="kill"
        ),
        "measure": "killed",
        "aspect": "flow",
        "per": None,
        "interval": make_time("2025-10-01", "2025-11-01"),
        "place": None if place is None else Place(start=0, end=1, exact=place, name=place, country="UKR"),
        "modality": "asserted",
        "hedges": (),
        "attribution": Attribution(chains=(Chain(rank="preferred", upstream="not stated", hops=tuple(hops)),)),
        "passage": Passage(start=at, end=at + len(words), exact=words, prefix="", suffix=""),
        "extraction": Extraction(confidence=1.0, stage="by hand"),
    }
    statement = Statement(**(fields | known))
    return msgspec.structs.replace(statement, id=statement_id(statement))


def tie(kind: str, source: Statement | None, *targets: Statement, **known: Any) -> Relation:
    """A relation from a statement to others."""
    return make_relation(
        "doc",
        kind,  # type: ignore[arg-type]
        targets=tuple(target.id for target in targets),
        source=None if source is None else source.id,
        **known,
    )


def make_measures(low: float = 1, high: float | None = 1) -> dict[str, Measure]:
    """Desertions, and the criminal cases opened over them."""
    link = MeasureLink(
        kind="converts", measure="desertion", low=low, high=high, words="Every departure becomes one criminal case."
    )
    desertion = Measure(
        id="desertion",
        label="Desertions",
        definition="Soldiers who left their unit without permission.",
        unit="person",
        wordings=(Wording(counts=("soldier", "deserter"), events=("desert", "abandon", "leave")),),
    )
    cases = Measure(
        id="awol_case",
        label="Criminal cases over desertion",
        definition="Criminal cases opened against soldiers who left their unit.",
        unit="criminal case",
        wordings=(Wording(counts=("case", "criminal case")),),
        links=(link,),
    )
    return {measure.id: measure for measure in (desertion, cases)}


def make_seed() -> tuple[Statement, Statement, Statement, Statement]:
    """The four main figures of the seed report: October, this year, every month, criminal cases since 2022."""
    october = say(
        385, make_quantity(21600), measure="desertion", counted="soldiers", event="abandoning", speaker="Die Welt"
    )
    this_year = say(
        533,
        make_quantity(180000),
        measure="desertion",
        counted="deserters",
        event="surged",
        aspect="cumulative",
        interval=make_time("2025-01-01", "2025-11-28", "since", end_precision="month"),
        speaker="Die Welt",
        modality="estimated",
    )
    monthly = say(
        1314,
        make_quantity(15000, to=18000),
        measure="desertion",
        counted="deserters",
        event="leaving",
        aspect="rate",
        per="P1M",
        interval=make_time(None, "2025-11-28", "habitual", as_written="every month"),
        speaker="Maria Zakharova",
    )
    cases = say(
        1433,
        make_quantity(230000, "more_than", unit="criminal case"),
        measure="awol_case",
        counted="criminal cases",
        lemma="criminal case",
        event="opened",
        aspect="cumulative",
        interval=make_time("2022-02-24", "2025-11-28", "since"),
        speaker="Maria Zakharova",
    )
    return october, this_year, monthly, cases


def tell(words: str, *figures: str, at: int = 0, **known: Any) -> list[Statement]:
    """A statement for each of the figures of a sentence, which must stand in it in this order.

    A figure with a percent sign is a share; the others count people, or what ``unit`` says.
    """
    passage = Passage(start=at, end=at + len(words), exact=words, prefix="", suffix="")
    unit = known.pop("unit", "person")
    statements, place = [], 0
    for figure in figures:
        place = words.index(figure, place)
        span = Span(start=at + place, end=at + place + len(figure), exact=figure)
        place += len(figure)
        is_share = "%" in figure or "percent" in figure
        value = float(figure.split()[0].replace(",", "").rstrip("%"))
        share = round(value / 100, 6)
        quantity = (
            Quantity(
                as_written=figure, bound="exact", low=share, best=share, high=share, granularity=0.01, unit="percentage"
            )
            if is_share
            else msgspec.structs.replace(make_quantity(int(value), unit=unit), as_written=figure)
        )
        fields = {"aspect": "share" if is_share else "flow", "counted": "people", "interval": None} | known
        spoken = say(at, quantity, **fields)
        spoken = msgspec.structs.replace(spoken, figure=span, passage=passage, counted=None)
        statements.append(msgspec.structs.replace(spoken, id=statement_id(spoken)))
    return statements
