"""The atom: a statement is one figure, as said, in one passage; relations tie statements together."""

from typing import Literal

import msgspec

from sayso.model.attributions import Attribution
from sayso.model.digests import digest
from sayso.model.documents import Document
from sayso.model.figures import About, Aspect, Counted, Event, Figure, Interval, Place, Quantity
from sayso.model.json import convert
from sayso.model.read_back import read_back
from sayso.model.spans import Passage, Span

Modality = Literal["asserted", "estimated", "conditional", "predicted", "denied", "doubted"]
HedgeKind = Literal["estimate", "approximator", "evidential", "conditional", "plausibility"]
RelationKind = Literal[
    "repeats", "copies", "revises", "supersedes", "implies", "doubts", "denies", "disputes_motive",
    "withholds_assent", "ranks", "part_of", "adds_to", "restates",
]  # fmt: skip
Direction = Literal["understated", "overstated", "open"]


class Hedge(msgspec.Struct, frozen=True, kw_only=True):
    """Words that weaken a statement.

    Attributes:
        kind: estimate, approximator, evidential, conditional or plausibility.
        start: First character of the words.
        end: One past the last.
        exact: The words: "an estimated", "if accurate", "reportedly".
        by: Who hedges: an agent's name; None when it cannot be told.
    """

    kind: HedgeKind
    start: int
    end: int
    exact: str
    by: str | None = None


class Extraction(msgspec.Struct, frozen=True, kw_only=True):
    """How the machine came to a statement.

    Attributes:
        confidence: Between 0 and 1.
        stage: The versioned stage that made it: ``"sayso.reading.en.v1"``.
        rules: The rule that gave each field.
    """

    confidence: float
    stage: str
    rules: dict[str, str] = msgspec.field(default_factory=dict)


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One figure, as said, in one passage, with everything read from it.

    Attributes:
        id: Digest of all the other fields but ``extraction``.
        document_id: The document it stands in.
        figure: The numeral expression.
        quantity: How much.
        counted: What is counted; None when the text does not say.
        event: What happened to it; None when nothing did.
        measure: The codebook's name for it; None when no codebook knows it.
        aspect: Flow, cumulative, stock, rate, share, change, measurement or other.
        per: For a rate, its period as an ISO 8601 duration; else None.
        interval: When; None when the text does not say and nothing could be inferred.
        place: Where; None when the text does not say.
        modality: How firmly: asserted, estimated, conditional, predicted, denied or doubted.
        hedges: The words that weaken it, in text order.
        attribution: Who says so, as ranked chains.
        passage: The sentence or line it stands in.
        about: What the figure is about beyond the noun it counts, in text order: for money, shares, changes and
            measurements above all; empty when the text does not say.
        extraction: How the machine came to it.
    """

    id: str
    document_id: str
    figure: Span
    quantity: Quantity
    counted: Counted | None
    event: Event | None
    measure: str | None
    aspect: Aspect
    per: str | None
    interval: Interval | None
    place: Place | None
    modality: Modality
    hedges: tuple[Hedge, ...]
    attribution: Attribution
    passage: Passage
    about: tuple[About, ...] = ()
    extraction: Extraction

    @property
    def is_estimate(self) -> bool:
        """Whether the words call the figure an estimate or an approximation."""
        return self.modality == "estimated" or any(hedge.kind in ("estimate", "approximator") for hedge in self.hedges)

    def read_back(self) -> str:
        """The statement as one plain sentence, to be compared with the text."""
        return read_back(self)


def make_statement(  # noqa: PLR0913 - the five parts of a statement that READ does not know, and where it stands
    document: Document,
    figure: Figure,
    *,
    modality: Modality,
    hedges: tuple[Hedge, ...],
    attribution: Attribution,
    stage: str,
    rules: dict[str, str] | None = None,
) -> Statement:
    """The statement that a figure becomes once it is known who says it.

    Args:
        document: The document of the figure.
        figure: What READ made of the number.
        modality: How firmly it is said.
        hedges: The words that weaken it, in text order.
        attribution: Who says so.
        stage: The versioned stage that read the figure.
        rules: The rules behind modality, hedges and attribution, added to the figure's own.

    Returns:
        The statement with its id.
    """
    statement = Statement(
        id="",
        document_id=document.id,
        figure=figure.span,
        quantity=figure.quantity,
        counted=figure.counted,
        event=figure.event,
        measure=figure.measure,
        aspect=figure.aspect,
        per=figure.per,
        interval=figure.interval,
        place=figure.place,
        modality=modality,
        hedges=hedges,
        attribution=attribution,
        passage=figure.passage,
        about=figure.about,
        extraction=Extraction(confidence=figure.confidence, stage=stage, rules={**figure.rules, **(rules or {})}),
    )
    return msgspec.structs.replace(statement, id=statement_id(statement))


def statement_id(statement: Statement) -> str:
    """The id that a statement's content gives: all fields but ``id`` and ``extraction``.

    An empty ``about`` is left out, so that statements stored before there was such a field keep their ids.
    """
    fields = msgspec.structs.asdict(statement)
    left_out = ("id", "extraction") if statement.about else ("id", "extraction", "about")
    return digest("statement", {name: fields[name] for name in fields if name not in left_out})


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """How statements hang together, or what a voice makes of them.

    Attributes:
        id: Digest of the other fields but ``stage``.
        document_id: The document whose words say so.
        kind: repeats, copies, revises, supersedes, implies, doubts, denies, disputes_motive, withholds_assent,
            ranks, part_of, adds_to, restates.
        by: The voice that relates them, an agent's name; None for the outlet or for plain arithmetic.
        source: The statement that the relation starts from; None when a voice speaks about the targets.
        targets: The statements it is about.
        direction: For ``doubts``: understated, overstated or open; else None.
        cue: The words that say so; None when the order alone does.
        stage: The versioned stage that made it.
    """

    id: str
    document_id: str
    kind: RelationKind
    by: str | None
    source: str | None
    targets: tuple[str, ...]
    direction: Direction | None = None
    cue: Span | None = None
    stage: str = ""


def make_relation(
    document_id: str,
    kind: RelationKind,
    *,
    targets: tuple[str, ...],
    source: str | None = None,
    cue: Span | None = None,
    **known: object,
) -> Relation:
    """A relation with its id.

    Args:
        document_id: The document whose words say so.
        kind: What kind of relation.
        targets: Ids of the statements it is about.
        source: Id of the statement it starts from, if any.
        cue: The words that say so, if any.
        **known: Any other field of Relation.

    Raises:
        ContractError: A field has a value of the wrong type.
    """
    fields: dict[str, object] = {"document_id": document_id, "kind": kind, "targets": targets, "source": source}
    relation = convert({"id": "", **fields, "cue": cue, "by": None, **known}, Relation)
    identity = msgspec.structs.asdict(relation)
    del identity["id"], identity["stage"]
    return msgspec.structs.replace(relation, id=digest("relation", identity))


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What ``sayso.read`` returns: a document and all that was read from it.

    Attributes:
        document: The document.
        statements: Its statements in text order; empty when it holds no figures.
        relations: How they hang together.
    """

    document: Document
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
