"""A figure as read: what READ makes of one number before anybody asks who says it."""

from typing import Literal

import msgspec

from sayso.model.spans import Passage, Span

Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague"]
Aspect = Literal["flow", "cumulative", "stock", "rate", "share", "change", "measurement", "other"]
IntervalKind = Literal["interval", "since", "as_of", "habitual"]
DatePrecision = Literal["day", "week", "month", "quarter", "season", "year", "decade", "unknown"]
AboutRole = Literal["of", "noun", "object", "subject"]
PlacePrecision = Literal["country", "region", "city", "area", "unknown"]


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """How much was said, in words and in numbers.

    Attributes:
        as_written: The words with their bound, such as ``"over 230,000"``.
        bound: What the words claim: exact, about, at_least, more_than, at_most, less_than, range, vague.
        low: Least value the words allow; None when they set none.
        best: The one value to use where one must be used; None when the words name none.
        high: Greatest value the words allow; None when they set none.
        granularity: The rounding grid, the largest power of ten that divides the number as said.
        conveyed_low: What "under N" conveys beyond logic, as a least value; else None.
        conveyed_high: What "over N" conveys beyond logic, as a greatest value; else None.
        unit: What one of it is, singular: ``"person"``, ``"house"``, ``"USD"``, ``"kilometre"``; None when unknown.
        direction: For a change, which way: up or down; else None.

    Source:
        ``exact`` keeps the number as said in low, best and high; its rounding interval is
        ``best`` +/- ``granularity`` / 2 (Krifka 2007, on round numbers and round interpretations).
    """

    as_written: str
    bound: Bound
    low: int | float | None
    best: int | float | None
    high: int | float | None
    granularity: int | float | None
    conveyed_low: int | float | None = None
    conveyed_high: int | float | None = None
    unit: str | None = None
    direction: Literal["up", "down"] | None = None

    @property
    def named(self) -> tuple[int | float, int | float] | None:
        """The least and the greatest number named; None when none is, or they are out of order or below zero."""
        low = self.best if self.low is None else self.low
        high = self.best if self.high is None else self.high
        low, high = (high if low is None else low), (low if high is None else high)
        return (low, high) if low is not None and high is not None and 0 <= low <= high else None


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """The words for what is counted.

    Attributes:
        start: First character of the head noun (phrase); it may stand before the number when the noun is elided.
        end: One past its last character.
        exact: The words.
        lemma: Their singular, lower case.
    """

    start: int
    end: int
    exact: str
    lemma: str


class About(msgspec.Struct, frozen=True, kw_only=True):
    """Words for what a figure is about beyond the noun it counts.

    A noun phrase that the number parts comes in two: "a sharp 3% drop" is about "sharp" and about "drop".

    Attributes:
        start: First character of the noun phrase, articles left out.
        end: One past its last character.
        exact: The words: ``"exports to the north"``.
        lemma: The singular of its head, lower case: ``"export"``.
        role: How it hangs together with the figure: ``of`` ("4 tonnes of wheat"), ``noun`` ("$500 bail"), ``object``
            ("cut the rate to 5 %") or ``subject`` ("the rate rose to 5 %").
    """

    start: int
    end: int
    exact: str
    lemma: str
    role: AboutRole


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """The word for what happened to the counted thing, or what state it is in.

    Attributes:
        start: First character of the word.
        end: One past its last character.
        exact: The word.
        lemma: Its base form: ``"abandon"``, ``"kill"``, ``"miss"`` (for missing).
    """

    start: int
    end: int
    exact: str
    lemma: str


class Interval(msgspec.Struct, frozen=True, kw_only=True):
    """When: the time that a figure is about, half-open.

    Attributes:
        as_written: The time words, such as ``"in October alone"``; None when inferred from the publication date.
        start: First day, ``YYYY-MM-DD``; None when open or not stated.
        end: First day after it; None when open or not stated.
        edtf: The same in Extended Date/Time Format, with its precision.
        kind: ``interval`` (from-to), ``since`` (up to the report), ``as_of`` (a state at a day), ``habitual`` (every
            month).
        start_precision: How finely the start is known.
        end_precision: How finely the end is known.
        anchor: What a relative expression was counted from: ``"publication date 2025-11-28"``; None when it needed
            none.
        span: Where the words stand; None when inferred.

    Source:
        ISO 8601-2:2019 (EDTF).
    """

    as_written: str | None
    start: str | None
    end: str | None
    edtf: str | None
    kind: IntervalKind
    start_precision: DatePrecision = "unknown"
    end_precision: DatePrecision = "unknown"
    anchor: str | None = None
    span: Span | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where: the most specific place that the figure is about.

    Attributes:
        start: First character of the words.
        end: One past the last.
        exact: The words: ``"Ukrainian"``.
        name: The place's name: ``"Ukraine"``.
        country: ISO 3166-1 alpha-3 code; None when the place is in no gazetteer.
        geonames_id: GeoNames id; None when the place is in no gazetteer.
        precision: How fine the place is.
    """

    start: int
    end: int
    exact: str
    name: str
    country: str | None
    geonames_id: int | None = None
    precision: PlacePrecision = "unknown"


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One number of a document with all that READ knows about it.

    Attributes:
        span: The numeral expression, magnitude words included, bound words not.
        quantity: How much.
        counted: What is counted; None when the text does not say.
        event: What happened to it; None when nothing did.
        measure: The codebook's name for counted thing and event; None when no codebook knows it.
        aspect: Flow, cumulative, stock, rate, share, change, measurement or other.
        per: For a rate, its period as an ISO 8601 duration, such as ``"P1M"``; else None.
        interval: When; None when the text does not say and nothing could be inferred.
        place: Where; None when the text does not say.
        passage: The sentence or line it stands in.
        confidence: Between 0 and 1, how sure the reading is.
        rules: The rule that gave each field, for ``sayso why``.
        about: What the figure is about beyond the noun it counts, in text order: for money, shares, changes and
            measurements above all; empty when the text does not say.
    """

    span: Span
    quantity: Quantity
    counted: Counted | None
    event: Event | None
    measure: str | None
    aspect: Aspect
    per: str | None
    interval: Interval | None
    place: Place | None
    passage: Passage
    confidence: float
    rules: dict[str, str] = msgspec.field(default_factory=dict)
    about: tuple[About, ...] = ()


class FigureLink(msgspec.Struct, frozen=True, kw_only=True):
    """How two figures of one document hang together.

    Attributes:
        kind: ``part_of`` ("including 11 in Omdurman"), ``adds_to`` ("three more"), ``restates`` ("54,000 people, or
            9,000 families").
        source: Position of the part among the document's figures.
        target: Position of the whole.
        cue: The words that say so; None when the order alone does.
    """

    kind: Literal["part_of", "adds_to", "restates"]
    source: int
    target: int
    cue: Span | None = None
