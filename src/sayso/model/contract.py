"""The contract: every noun that has a published JSON Schema."""

from typing import Any

import msgspec

from sayso.model.attributions import Agent
from sayso.model.comparisons import Comparison
from sayso.model.documents import Document
from sayso.model.errors import UnknownNameError
from sayso.model.estimates import Estimate
from sayso.model.findings import CheckReport, Finding
from sayso.model.measures import Measure
from sayso.model.reviews import Review
from sayso.model.statements import Reading, Relation, Statement

NOUNS: dict[str, type[Any]] = {
    "statement": Statement,
    "relation": Relation,
    "document": Document,
    "reading": Reading,
    "agent": Agent,
    "measure": Measure,
    "finding": Finding,
    "check": CheckReport,
    "comparison": Comparison,
    "estimate": Estimate,
    "review": Review,
}
"""Every noun that has a schema of its own, by the name that ``sayso schema NAME`` takes."""


def schema(noun: str = "statement") -> dict[str, Any]:
    """The JSON Schema (2020-12) of a noun.

    Args:
        noun: One of ``NOUNS``.

    Raises:
        UnknownNameError: No noun has that name.
    """
    if noun not in NOUNS:
        raise UnknownNameError(f"expected one of {', '.join(NOUNS)}, found {noun!r}")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(NOUNS[noun])}
