"""ESTIMATE: what statements support: low, best, high by month, the toll of a report, one value from many claims."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.estimation.counts import Toll
    from sayso.estimation.estimating import estimate_series, make_basis
    from sayso.estimation.policies import load_policy, parse_policy, shipped_policy
    from sayso.estimation.toll import choose_toll

__all__ = [
    "Toll",
    "choose_toll",
    "estimate_series",
    "load_policy",
    "make_basis",
    "parse_policy",
    "shipped_policy",
]

_HOMES = {
    "Toll": "counts",
    "choose_toll": "toll",
    "estimate_series": "estimating",
    "load_policy": "policies",
    "make_basis": "estimating",
    "parse_policy": "policies",
    "shipped_policy": "policies",
}


def __getattr__(name: str) -> object:
    # numpy takes 100 ms to load; the toll of a report needs none of it
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
