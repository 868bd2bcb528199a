"""A measure: what exactly is counted, under a name that reports can share."""

from typing import Literal

import msgspec

from sayso.model.figures import Aspect


class MeasureLink(msgspec.Struct, frozen=True, kw_only=True):
    """How one measure stands to another.

    Attributes:
        kind: ``subset_of``, ``equals``, ``part_of`` or ``per_unit`` (so many of this for one of that).
        measure: The other measure's id.
        low: For ``per_unit``, the least ratio; else None.
        high: For ``per_unit``, the greatest ratio; else None.
        words: The assumption as a sentence, for findings that rest on it.
    """

    kind: Literal["subset_of", "equals", "part_of", "per_unit"]
    measure: str
    low: float | None = None
    high: float | None = None
    words: str = ""


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """What exactly is counted.

    Attributes:
        id: Short name: ``"killed"``, ``"desertion"``.
        label: The name for people.
        definition: What counts and what does not.
        unit: What one of it is, singular.
        counts: Lemmas of the counted things that it takes; ``"person"`` stands for every kind of person.
        events: Lemmas of the events that it takes; empty when the counted thing alone decides.
        context: Words one of which must stand in the sentence, as beginnings of words; empty when none need.
        aspect: The aspect to take when the words do not tell.
        links: How it stands to other measures.
    """

    id: str
    label: str
    definition: str
    unit: str
    counts: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    aspect: Aspect = "flow"
    links: tuple[MeasureLink, ...] = ()
