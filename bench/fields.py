"""Full records: one annotator's reading of a figure and ours in, whether each field agrees out.

Every comparison is a pure function of the reading as annotated (a JSON object of ``gold/reports.jsonl``) and a
Statement. How each field is defined stands with its function; the guide beside the data says what annotators did.
"""

import datetime as dt
import re
from collections.abc import Callable

from bench.data import Item
from bench.units import unit_name
from bench.words import STOP_WORDS, content_words, noun_phrase, words
from sayso.model import Hop, Quantity, Statement

_PARTICLES = frozenset(["away", "out", "up", "down", "off", "over", "back"])
_KINDS = """
    province provincial district region regional state county city town village municipality department governorate
    prefecture division commune area republic island river capital
"""
_KINDS_OF_PLACE = frozenset(_KINDS.split())
_OR = re.compile(r"\s+(?:or|and)\s+|\s*,\s*|\s*/\s*")


def same_value(reading: Item, statement: Statement) -> bool:
    """Both ends of what the words allow are equal; null is open.

    "About 200" is annotated as 200 to 200, so our ``best`` stands for both ends; at least and more than are open
    above, at most and less than below, vague words above. Ends are equal to a millionth; shares to a hundredth part,
    since a third may be written 0.33.
    """
    tolerance = 0.01 if reading["aspect"] == "share" else 1e-6
    low, high = claimed_ends(statement.quantity)
    return _close(reading["low"], low, tolerance) and _close(reading["high"], high, tolerance)


def claimed_ends(quantity: Quantity) -> tuple[float | None, float | None]:
    """Low and high as the annotation guide writes them."""
    if quantity.bound == "about":
        return quantity.best, quantity.best
    if quantity.bound in ("at_least", "more_than", "vague"):
        return quantity.low, None
    if quantity.bound in ("at_most", "less_than"):
        return None, quantity.high
    return quantity.low, quantity.high


def same_bound(reading: Item, statement: Statement) -> bool:
    """The same one of the eight bounds."""
    return bool(reading["bound"] == statement.quantity.bound)


def same_counted(reading: Item, statement: Statement) -> bool:
    """The annotated noun is our counted lemma or our unit, in normal form.

    Singular and plural, spelling (metre, meter), currency codes and names are one; "home" and "house", or "person" and
    "resident", are two. Of "homes and shops" either noun will do. Either of ours will do, because an elided noun has
    only a unit.
    """
    names = {unit_name(statement.quantity.unit or "")}
    if statement.counted is not None:
        names |= _forms(statement.counted.lemma, unit_name)
    return bool(_forms(reading["counted_norm"] or "", unit_name) & names)


def same_event(reading: Item, statement: Statement) -> bool:
    """The annotated lemma is ours, in normal form; no event is right only where none is annotated.

    A particle at the end ("wash away") is left out; of "damage or destroy" either verb will do.
    """
    return same_event_lemma(reading["event_norm"], statement.event.lemma if statement.event is not None else None)


def same_event_lemma(wanted: str | None, given: str | None) -> bool:
    """The same event by its base form, None for no event; see ``same_event``."""
    if wanted is None or given is None:
        return wanted is None and given is None
    return bool(_forms(wanted, _verb) & _forms(given, _verb))


def same_aspect(reading: Item, statement: Statement) -> bool:
    """The same one of the eight aspects."""
    return bool(reading["aspect"] == statement.aspect)


def same_interval(reading: Item, statement: Statement) -> bool:
    """Both ends are equal, each to the precision that the annotator wrote; null is open.

    Annotated ends are inclusive days or months, ours are half-open, so a day is taken off our end. An annotated
    interval that has only its words counts as no dates, like one that is null, and so does ours without dates.
    What runs up to the report (our kind ``since``) is annotated to the report's day, which is our end itself.
    """
    wanted = reading["interval"] or {"start": None, "end": None}
    ours = statement.interval
    start = ours.start if ours is not None else None
    end = ours.end if ours is not None else None
    lasts = [(dt.date.fromisoformat(end) - dt.timedelta(days=1)).isoformat() if end else None]
    if ours is not None and ours.kind == "since":
        lasts.append(end)
    return _same_date(wanted["start"], start) and any(_same_date(wanted["end"], last) for last in lasts)


def same_place(reading: Item, statement: Statement) -> bool:
    """The annotated name is our place, as written or by name; no place is right only where none is annotated.

    Compared as sets of words, accents and kinds of place ("province", "the city of") left out; what follows a comma
    ("Baracoa, Cuba") may be missing.
    """
    wanted = reading["place"]
    ours = statement.place
    if wanted is None or ours is None:
        return wanted is None and ours is None
    return same_place_name(wanted, ours.exact, ours.name)


def same_place_name(wanted: str, *names: str) -> bool:
    """Whether a place's name as annotated is one of the names given; see ``same_place``."""
    return any(_place_forms(wanted) & _place_forms(name) for name in names)


def same_first_hop(reading: Item, statement: Statement) -> bool:
    """The speaker nearest to the outlet is right; the outlet's own voice is right only where it is annotated.

    Judged on the preferred chain, the publisher's own hop left out. See ``same_speaker``.
    """
    wanted, ours = reading["sources"], speakers(statement)
    if not wanted or not ours:
        return not wanted and not ours
    return same_speaker(wanted[0], ours[0])


def same_chain(reading: Item, statement: Statement) -> bool:
    """Every speaker is right, in order, none missing and none added."""
    wanted, ours = reading["sources"], speakers(statement)
    return len(wanted) == len(ours) and all(same_speaker(one, hop) for one, hop in zip(wanted, ours, strict=True))


def same_modality(reading: Item, statement: Statement) -> bool:
    """The same one of the six modalities."""
    return bool(reading["modality"] == statement.modality)


def speakers(statement: Statement) -> tuple[Hop, ...]:
    """The hops of the preferred chain from the outlet inwards, the outlet left out."""
    return tuple(hop for hop in statement.attribution.chains[0].hops if hop.role != "publisher")


def same_speaker(source: Item, hop: Hop) -> bool:
    """Whether an annotated source and a hop of ours are the same speaker.

    Either the annotated mention or its resolved name shares more than half of the content words of the shorter one
    with our mention or our agent's name. "Officials" is then "local officials"; "state officials" and "government
    officials" are two. Mentions without content words ("he", "it") are compared by their names alone.
    """
    wanted = [content_words(name) for name in (source["exact"], source["norm"])]
    given = [content_words(name) for name in (hop.exact, hop.agent) if name]
    return any(2 * len(one & other) > min(len(one), len(other)) for one in wanted for other in given if one and other)


def _forms(phrase: str, normal: Callable[[str], str]) -> set[str]:
    return {form for form in (normal(part) for part in (phrase, *_OR.split(phrase))) if form}


def _verb(phrase: str) -> str:
    every = noun_phrase(phrase).split()
    while len(every) > 1 and every[-1] in _PARTICLES:
        every.pop()
    return " ".join(every)


def _place_forms(name: str) -> set[frozenset[str]]:
    forms = set()
    for part in (name, name.partition(",")[0]):
        every = frozenset(words(part)) - STOP_WORDS
        forms.add(every - _KINDS_OF_PLACE or every)
    return forms - {frozenset()}


def _same_date(wanted: str | None, given: str | None) -> bool:
    if wanted is None or given is None:
        return wanted is None and given is None
    return given[: len(wanted)] == wanted


def _close(wanted: float | None, given: float | None, tolerance: float) -> bool:
    if wanted is None or given is None:
        return wanted is None and given is None
    return abs(wanted - given) <= tolerance * max(abs(wanted), abs(given))
