"""What a stage must offer, so that a better one can take its place without inheriting anything."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from sayso.model.documents import Document
from sayso.model.figures import Figure, FigureLink
from sayso.model.outline import Outline
from sayso.model.statements import Relation, Statement


class Figures(NamedTuple):
    """What READ hands on: the figures of a document in text order, and how they hang together."""

    figures: tuple[Figure, ...]
    links: tuple[FigureLink, ...]


class Attributed(NamedTuple):
    """What ATTRIBUTE hands on: a statement a figure, in the same order, and relations between them."""

    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]


class Reader(Protocol):
    """READ: finds the figures of a document."""

    stage: str
    """The versioned name, such as ``"sayso.reading.en.v1"``."""

    def find_figures(self, document: Document, outline: Outline) -> Figures:
        """Every figure of the document's body."""
        ...


class Attributor(Protocol):
    """ATTRIBUTE: finds out who says each figure, and how firmly."""

    stage: str
    """The versioned name, such as ``"sayso.attribution.en.v2"``."""

    def attribute(self, document: Document, outline: Outline, figures: Sequence[Figure], *, read_by: str) -> Attributed:
        """A statement for every figure, and the relations that the words state."""
        ...
