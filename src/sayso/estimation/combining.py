"""Claims of sources that disagree come in, with the name of a method; a value for each object goes out."""

from collections.abc import Callable, Iterable

from sayso.estimation.baselines import (
    combine_by_catd,
    combine_by_crh,
    combine_by_gtm,
    combine_by_latest,
    combine_by_mean,
    combine_by_median,
    combine_by_vote,
)
from sayso.estimation.lookup import combine_by_lookup
from sayso.estimation.panels import Combination, Panel, make_panel
from sayso.model import Claim, UnknownNameError

METHODS: dict[str, Callable[[Panel], Combination]] = {
    "lookup": combine_by_lookup,
    "vote": combine_by_vote,
    "latest": combine_by_latest,
    "mean": combine_by_mean,
    "median": combine_by_median,
    "crh": combine_by_crh,
    "catd": combine_by_catd,
    "gtm": combine_by_gtm,
}
"""Every method, by name."""


def combine_claims(claims: Iterable[Claim], *, method: str) -> Combination:
    """One value for each object.

    Raises:
        UnknownNameError: There is no such method.
    """
    if method not in METHODS:
        raise UnknownNameError(f"expected one of {', '.join(METHODS)}, found {method!r}")
    panel = make_panel(claims)
    if not panel.objects:
        return Combination(method=method, choices=(), sources=())
    return METHODS[method](panel)
