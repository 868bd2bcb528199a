"""The drafts of a sentence with the likeliest event of each, and the noun and aspect that follow from it."""

from collections.abc import Sequence

from sayso.reading.aspects import FoundAspect, find_aspect
from sayso.reading.draft import PERSON_EVENTS, Draft, as_people, opening_of
from sayso.reading.event_ranking import Asked, Listed, choose_event
from sayso.reading.event_words import STRONG, FoundEvent

_BACK = 12
"""How many figures back an event counts as taken."""


def ask_event(draft: Draft, earlier: Sequence[Draft]) -> Asked:
    """The question which word is the event of a draft, given the settled drafts before it in its sentence."""
    taken = frozenset(one.event.position for one in earlier[-_BACK:] if one.event is not None)
    opening = opening_of(draft.sentence, draft.bound, draft.phrase)
    last = earlier[-1] if earlier else None
    listed = None
    if last is not None and last.event is not None and last.phrase.following <= opening:
        listed = Listed(last.event.position, last.phrase.following)
    return Asked(draft.sentence, draft.phrase, opening, draft.numeral.kind, draft.event, taken, listed)


def choose_events(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the likeliest event of each, and the aspect that goes with it."""
    chosen: list[Draft] = []
    for draft in drafts:
        if draft.role == "restates" and chosen:
            chosen.append(draft._replace(event=chosen[-1].event, aspect=chosen[-1].aspect))
        elif draft.role == "whole" or (draft.event is not None and draft.event.rule.startswith("toll")):
            chosen.append(draft)
        else:
            asked = ask_event(draft, chosen)
            chosen.append(_with_event(text, draft, asked.opening, choose_event(asked)))
        chosen[-1] = _as_place(chosen)
    return _place_ahead(chosen)


_INSIDE = frozenset(["in", "across", "from", "to", "at", "throughout"])
_WITHIN = frozenset(["in", "across", "throughout"])
_HAPPENED = ("flow", "cumulative")


def _as_place(drafts: Sequence[Draft]) -> Draft:
    """The last draft; where it counts the places of the event before it, with that event's aspect: "died in two towns"."""
    place = drafts[-1]
    last = drafts[-2] if len(drafts) > 1 else None
    if last is None or not _may_be_place(place) or not _is_inside(place, _INSIDE):
        return place
    before = drafts[-3] if last.role == "whole" and len(drafts) > 2 else last
    if before.aspect.aspect == "measurement" and before.event is not None and before.event.event.lemma in STRONG:
        return place._replace(aspect=FoundAspect("flow", None, None, "a place of the event before"))
    if before.aspect.aspect not in _HAPPENED:
        return place
    return place._replace(aspect=before.aspect._replace(rule="a place of the event before"))


def _place_ahead(drafts: list[Draft]) -> list[Draft]:
    """The drafts; where one counts the places of the event that a later figure has, with its aspect: "in two towns 12 died"."""
    for position in range(len(drafts) - 2, -1, -1):
        place, after = drafts[position], drafts[position + 1]
        if _may_be_place(place) and after.aspect.aspect in _HAPPENED and _is_inside(place, _WITHIN):
            drafts[position] = place._replace(aspect=after.aspect._replace(rule="a place of the event behind"))
    return drafts


def _may_be_place(place: Draft) -> bool:
    return (
        place.event is None
        and place.aspect.aspect == "stock"
        and place.phrase.kind == "noun"
        and place.phrase.unit != "person"
    )


def _is_inside(place: Draft, prepositions: frozenset[str]) -> bool:
    opening = opening_of(place.sentence, place.bound, place.phrase)
    return place.sentence.word(opening - 1) in prepositions


_BY_EVENT = ("flow", "cumulative", "stock", "other")
"""Aspects that the event decides; a rate, a share or a change stays what it is."""


def _with_event(text: str, draft: Draft, opening: int, event: FoundEvent | None) -> Draft:
    """A draft with an event that may be another than the rules', and the noun and aspect that follow from it."""
    if event == draft.event:
        return draft
    phrase = draft.phrase
    is_bare = phrase.kind == "elided" and draft.numeral.kind != "share"
    if event is not None and is_bare and event.event.lemma in PERSON_EVENTS:
        phrase = as_people(phrase)
    aspect = draft.aspect
    if draft.role == "" and aspect.aspect in _BY_EVENT:
        aspect = find_aspect(text, draft.sentence, draft.numeral, phrase=phrase, event=event, opening=opening)
    return draft._replace(event=event, phrase=phrase, aspect=aspect)
