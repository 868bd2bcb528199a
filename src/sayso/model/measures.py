"""A measure: what exactly is counted, under a name that reports can share."""

from typing import Literal

import msgspec

from sayso.model.figures import Aspect


class MeasureLink(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one measure stands to another.

    Attributes:
        kind: ``subset_of``, ``equals``, ``part_of``, ``converts`` (so many of this for one of that), ``adds_to`` or
            ``takes_from`` (a flow of this changes a stock of that).
        measure: The other measure's id.
        low: For ``converts``, the least factor; else None.
        best: For ``converts``, the factor to use where one must be used; None when nobody can say.
        high: For ``converts``, the greatest factor; else None.
        source: Where the factor comes from.
        words: The assumption as a sentence, for findings that rest on it.
    """

    kind: Literal["subset_of", "equals", "part_of", "converts", "adds_to", "takes_from"]
    measure: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    source: str = ""
    words: str = ""


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way in which reports word a measure.

    Attributes:
        counts: Lemmas of the counted things; ``"person"`` stands for every kind of person, ``"money"`` for every
            currency.
        events: Lemmas of the events; empty when the counted thing alone decides.
        context: Words one of which must stand in the sentence, as beginnings of words; empty when none need.
    """

    counts: tuple[str, ...]
    events: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What exactly is counted.

    Attributes:
        id: Short name: ``"killed"``, ``"desertion"``.
        label: The name for people.
        definition: What counts and what does not.
        unit: What one of it is, singular.
        wordings: How reports word it; one that fits is enough.
        aspect: The aspect to take when the words do not tell; None leaves it to the event.
        links: How it stands to other measures.
    """

    id: str
    label: str
    definition: str
    unit: str
    wordings: tuple[Wording, ...]
    aspect: Aspect | None = None
    links: tuple[MeasureLink, ...] = ()
