"""Who a figure comes from, and how far the policy trusts them."""

import re

from sayso.estimation.problems import Bias
from sayso.model import Hop, Policy, SourceClass, Statement


def list_hops(statement: Statement) -> tuple[Hop, ...]:
    """The named steps of the preferred chain whose bias a figure carries: the publisher only where nobody else is."""
    hops = tuple(hop for hop in statement.attribution.chains[0].hops if hop.agent)
    inner = tuple(hop for hop in hops if hop.role != "publisher")
    return inner or hops[:1]


def name_source(hop: Hop) -> str:
    """Whom a step speaks for, as reports name them."""
    return hop.on_behalf_of or hop.agent or ""


def list_sources(statement: Statement) -> tuple[str, ...]:
    """The names of those whose bias a figure carries, each once."""
    named = tuple(dict.fromkeys(name_source(hop) for hop in list_hops(statement)))
    return named or (f"unnamed source of document {statement.document_id}",)


def name_origin(statement: Statement) -> str:
    """Where the figure comes from as far as its preferred chain tells: the innermost name."""
    return list_sources(statement)[-1].casefold()


def make_bias(name: str, hops: list[Hop], policy: Policy, *, is_denied: bool) -> Bias:
    """The bias of a source before any report.

    Args:
        name: The source.
        hops: Its steps in all chains.
        policy: The policy.
        is_denied: Whether a figure of theirs is denied.
    """
    own = next((one for one in policy.sources if one.name.casefold() == name.casefold()), None)
    kinds = {one.id: one for one in policy.source_classes}
    kind = kinds[own.source_class] if own is not None else classify(name, hops, policy)
    mean = own.mean if own is not None else 0.0
    denial = policy.doubts["denied"]
    if is_denied:
        return Bias(name, "source", mean + denial.mean, kind.spread * policy.denial_widens)
    return Bias(name, "source", mean, kind.spread)


def is_anchor(name: str, policy: Policy) -> bool:
    """Whether the policy takes a source for nearly the truth."""
    kinds = {one.id: one for one in policy.source_classes}
    return any(one.name.casefold() == name.casefold() and kinds[one.source_class].is_anchor for one in policy.sources)


def classify(name: str, hops: list[Hop], policy: Policy) -> SourceClass:
    """The class of a source: by the words of its name, else by its part in the chain, else the last class."""
    words = " ".join([name, *(part for hop in hops for part in (hop.agent, hop.title, hop.on_behalf_of) if part)])
    for kind in policy.source_classes:
        if any(re.search(rf"\b{re.escape(word)}\b", words, re.IGNORECASE) for word in kind.words):
            return kind
    roles = {hop.role for hop in hops}
    return next((kind for kind in policy.source_classes if roles & set(kind.roles)), policy.source_classes[-1])
