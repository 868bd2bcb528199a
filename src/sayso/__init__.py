"""sayso turns news reports into a checked ledger of figures: who said what number, through whom, about what, when."""

import logging

from sayso.ledger import open_ledger
from sayso.model import (
    CheckReport,
    Claim,
    Comparison,
    Document,
    Estimate,
    Finding,
    ImpliedRange,
    Reading,
    Relation,
    ReportedCount,
    SaysoError,
    Statement,
    make_document,
)
from sayso.pipeline import (
    check,
    combine,
    compare,
    estimate,
    find_attributions,
    find_range,
    iter_readings,
    nowcast,
    read,
    repeat_estimate,
    toll,
)
from sayso.reading import find_periods, find_quantities, load_measures

__version__ = "0.1.0"

__all__ = [
    "CheckReport",
    "Claim",
    "Comparison",
    "Document",
    "Estimate",
    "Finding",
    "ImpliedRange",
    "Reading",
    "Relation",
    "ReportedCount",
    "SaysoError",
    "Statement",
    "__version__",
    "check",
    "combine",
    "compare",
    "estimate",
    "find_attributions",
    "find_periods",
    "find_quantities",
    "find_range",
    "iter_readings",
    "load_measures",
    "make_document",
    "nowcast",
    "open_ledger",
    "read",
    "repeat_estimate",
    "toll",
]

logging.getLogger("sayso").addHandler(logging.NullHandler())
