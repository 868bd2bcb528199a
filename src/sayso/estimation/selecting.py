"""Which statements an estimate rests on: all in, each out with the reason, copies behind the one that stands for them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.estimation.sources import name_origin
from sayso.model import Measure, MeasureLink, Relation, Statement, UnknownNameError

_ACCURACY = ("accurate", "true", "correct", "confirmed", "verified")
_FURTHER = re.compile(r"\b(?:more|others?|another|additional|further|extra|fewer|less)\b", re.IGNORECASE)
_BOUND_ORDER = ("exact", "about", "range")


class Choice(NamedTuple):
    """What became of a statement.

    Attributes:
        statement: The statement.
        is_used: Whether the estimate rests on it.
        reason: Why.
        link: How its measure stands to the one asked for; None for the same measure.
        copy_of: The statement that stands for it.
    """

    statement: Statement
    is_used: bool
    reason: str
    link: MeasureLink | None = None
    copy_of: str | None = None


def select(
    statements: Iterable[Statement], relations: Sequence[Relation], measures: Mapping[str, Measure], *,
    measure: str, place: str | None,
) -> list[Choice]:  # fmt: skip
    """Choose among statements.

    Args:
        statements: All there are.
        relations: How they hang together.
        measures: Measures by id.
        measure: The one asked for.
        place: Its place; None where the figures about it name only one.

    Returns:
        A choice for each statement about the measure or one that converts to it, in the order of their ids.

    Raises:
        UnknownNameError: ``place`` is None and the figures are about several places.
    """
    ordered = sorted(statements, key=lambda statement: statement.id)
    links = find_links(measures, measure)
    about = [one for one in ordered if one.measure == measure or one.measure in links]
    wanted = place if place is not None else _find_only_place(about)
    chosen = []
    for statement in about:
        reason = _refuse(statement, relations, about, wanted)
        link = None if statement.measure == measure else links[statement.measure or ""]
        words = "It is about the measure." if link is None else f"It is about {statement.measure}, which converts."
        chosen.append(Choice(statement, reason is None, reason or words, link))
    return _collapse(chosen, relations)


def find_links(measures: Mapping[str, Measure], measure: str) -> dict[str, MeasureLink]:
    """Measures that convert to one, with how many of them there are for one of it."""
    found = {}
    for other in measures.values():
        for link in other.links:
            if link.kind == "converts" and link.measure == measure:
                found[other.id] = link
    return found


def _find_only_place(statements: Sequence[Statement]) -> str | None:
    names = sorted({one.place.country or one.place.name for one in statements if one.place is not None})
    if len(names) > 1:
        raise UnknownNameError(
            f"expected a place, found none, and the figures are about {', '.join(names)}", hint="name one of them"
        )
    return names[0] if names else None


def _refuse(
    statement: Statement, relations: Sequence[Relation], about: Sequence[Statement], place: str | None
) -> str | None:
    if not is_there(statement, place, about):
        return "It is about another place, or does not say where."
    return _refuse_by_relations(statement, relations) or _refuse_by_words(statement) or _refuse_by_time(statement)


def is_there(statement: Statement, place: str | None, about: Sequence[Statement]) -> bool:
    """Whether a statement is about a place; one that does not say is, where all others of its report are."""
    if place is None:
        return True
    if statement.place is not None:
        names = (statement.place.country or "", statement.place.name, str(statement.place.geonames_id or ""))
        return place.casefold() in [name.casefold() for name in names]
    others = [one for one in about if one.document_id == statement.document_id and one.place is not None]
    return bool(others) and all(is_there(one, place, ()) for one in others)


def _refuse_by_relations(statement: Statement, relations: Sequence[Relation]) -> str | None:
    for relation in relations:
        if statement.id in relation.targets and relation.kind in ("revises", "supersedes"):
            return "A newer figure replaces it."
        if statement.id == relation.source and relation.kind in ("part_of", "adds_to"):
            return "It counts only a part, or what comes on top of another figure."
    return None


def _refuse_by_words(statement: Statement) -> str | None:
    if statement.modality in ("denied", "predicted"):
        return "It is denied." if statement.modality == "denied" else "It is a prediction."
    hedges = [hedge.exact.casefold() for hedge in statement.hedges]
    if statement.modality == "conditional" and not any(word in hedge for hedge in hedges for word in _ACCURACY):
        return "It hangs on a condition."
    if statement.quantity.bound == "vague" or statement.quantity.named is None:
        return "The number is vague."
    end = statement.figure.end - statement.passage.start
    noun_end = statement.counted.end - statement.passage.start if statement.counted else end
    if _FURTHER.search(statement.passage.exact[end : max(end, noun_end)]):
        return "It counts what comes on top of another figure."
    return None


def _refuse_by_time(statement: Statement) -> str | None:
    interval = statement.interval
    if statement.aspect not in ("flow", "cumulative", "rate"):
        return f"A figure of this kind ({statement.aspect}) is not used yet."
    if interval is None or interval.end is None:
        return "It does not say when."
    if interval.start is None and statement.aspect != "rate":
        return "It does not say since when."
    if interval.start is not None and interval.start >= interval.end:
        return "Its time ends before it begins."
    if statement.aspect != "rate" and interval.kind == "as_of":
        return "It does not say since when."
    if statement.aspect == "rate" and statement.per is None:
        return "It does not say per what."
    return None


def _collapse(chosen: list[Choice], relations: Sequence[Relation]) -> list[Choice]:
    """Put copies behind the most precise of them."""
    used = {choice.statement.id: choice.statement for choice in chosen if choice.is_used}
    group = {name: name for name in used}

    def root(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    def join(names: Sequence[str]) -> None:
        known = sorted({root(name) for name in names if name in group})
        for name in known[1:]:
            group[name] = known[0]

    for relation in relations:
        if relation.kind in ("copies", "repeats", "restates") and relation.source is not None:
            join([relation.source, *relation.targets])
    by_claim: dict[tuple[object, ...], list[str]] = {}
    for name, statement in used.items():
        by_claim.setdefault(_claim_of(statement), []).append(name)
    for names in by_claim.values():
        join(names)
    best: dict[str, str] = {}
    for name in sorted(used, key=lambda name: (_rank(used[name]), name)):
        best.setdefault(root(name), name)
    return [_stand_behind(choice, best[root(choice.statement.id)] if choice.is_used else None) for choice in chosen]


def _stand_behind(choice: Choice, first: str | None) -> Choice:
    if first is None or first == choice.statement.id:
        return choice
    return choice._replace(
        is_used=False, reason="It says again what another figure of the same origin says.", copy_of=first
    )


def _claim_of(statement: Statement) -> tuple[object, ...]:
    quantity, interval = statement.quantity, statement.interval
    when = (interval.start, interval.end) if interval is not None else None
    what = (quantity.bound, quantity.low, quantity.best, quantity.high, statement.aspect, statement.per)
    return (name_origin(statement), statement.measure, when, *what)


def _rank(statement: Statement) -> tuple[int, float]:
    bound = statement.quantity.bound
    order = _BOUND_ORDER.index(bound) if bound in _BOUND_ORDER else len(_BOUND_ORDER)
    return order, float(statement.quantity.granularity or 0)
