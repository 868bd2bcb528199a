"""Places: names in the text that stand for places, and the one that a figure is about."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from sayso.model import Place, PlacePrecision
from sayso.reading.gazetteer import Entry, is_adjective, is_common_word, look_up
from sayso.reading.periods import Period


class FoundPlace(NamedTuple):
    """A place as written.

    Attributes:
        place: What is known about it.
        is_located: Whether a preposition of place stands in front of it.
        is_adjective: Whether it is a country's adjective or people.
        is_source: Whether it only says where a newspaper, a ministry or a speaker is from.
    """

    place: Place
    is_located: bool
    is_adjective: bool
    is_source: bool = False


_NAME = re.compile(
    r"(?<![\w.])(?:(?:[A-Z]\.){2,}(?:[ \u00a0][A-Z][\w’'\u00ad-]*)*|[A-Z][\w’'\u00ad-]*(?:(?<![’'])(?<![’']s)[ \u00a0](?:(?:of|the|al|el|de|del|da|do|dos|la|le|von|ul|ud) )?(?:U\.S\.|[A-Z][\w’'\u00ad-]*)){0,5})"
)
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|from|across|around|throughout|outside|inside|within|into|toward|towards|between|off|along|over|to|on|leave|left|hit|hitting|struck|reached)"
    r"\s+(?:(?:the|northern|southern|eastern|western|central|north|south|east|west|north-?eastern|north-?western|south-?eastern|south-?western|northeast|northwest"
    r"|southeast|southwest|nearby|neighbou?ring|rural|upper|lower|mainland|downtown|besieged|coastal|war-torn|greater|far)\s+)*"
    r"(?:(?:[a-z-]+\s+)?(?:city|town|village|province|state|region|district|county|governorate|suburbs?|neighbou?rhoods?|capital|island|area|camp|port|municipality"
    r"|countryside|outskirts|department|prefecture|community|island)\s+(?:of\s+|called\s+)?(?:the\s+)?)?$",
    re.IGNORECASE,
)
_WEAK_LOCATIVE = re.compile(r"\b(?:to|on|over|off|from|between|at|leave|left|hit)\s+(?:the\s+)?$", re.IGNORECASE)
_KIND_BEFORE = re.compile(
    r"\b(?:city|cities|towns?|villages?|provinces?|states?|regions?|districts?|county|counties|governorates?|suburbs?|capital|camp|municipality|department|island|neighbou?rhood)(?:\s+of|,)?\s+$",
    re.IGNORECASE,
)
_KIND_AFTER = re.compile(
    r"\s+(?:city|town|village|province|state|region|districts?|county|governorate|suburb|neighbou?rhood|camp|municipality|department|island|islands|prefecture|oblast|territory|area|valley|basin)\b",
    re.IGNORECASE,
)
_KIND_IN_NAME = re.compile(
    r"\b(?:City|Town|Village|Province|State|Region|District|County|Governorate|Camp|Municipality|Department|Island|Islands|Prefecture|Oblast|Territory|Valley|Coast"
    r"|Parish|Township|Division|Regency|Delta|Peninsula|River|Lake|Mountains?|Desert|Bay)$"
)
_NO_PLACE = re.compile(
    r"(?:^|\s)(?:Mr|Mrs|Ms|Dr|President|Minister|General|Gen|Col|Lt|Sgt|Capt|King|Queen|Prince|Sheikh|Pope|Senator|Sen|Rep|Governor|Gov|Mayor|Judge|Chief|Sheriff"
    r"|Police|Army|Ministry|Department|Agency|Committee|Commission|Council|Court|Party|Union|University|School|Hospital|Church|Mosque|News|Times|Post|Office|Organization"
    r"|Organisation|Association|Network|Observatory|Force|Forces|Front|Bank|Company|Corp|Inc|Group|Service|Center|Centre|Board|Cross|Crescent|Nations|Watch|Reuters|AFP|AP"
    r"|Associated|Press|TV|Television|Radio|Agence|State\s+of|Islamic\s+State|ISIS|ISIL|Congress|Parliament|Senate|House|God|Allah|Street|Avenue|Road|Ave|St|Drive|Blvd|Highway"
    r"|Hurricane|Typhoon|Cyclone|Storm|Act|Resolution|War|Day|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Facebook|Twitter|Google|English|French|Spanish|Arabic|Islam|Ramadan|Christmas"
    r"|Thanksgiving|Easter|Fire|Operation|Team|League|Cup|Olympics|World\s+War|Democrats?|Republicans?|Taliban|Boko\s+Haram|Al-Qaeda|GMT|UN|EU|NATO|WHO|UNHCR|OCHA|IDMC|IOM)(?:\s|$)"
)
_OPENERS = re.compile(
    r"^(?:In|At|Near|From|Across|The|On|Over|And|But|As|When|While|After|Before|Since|Some|About|Around|More|Meanwhile|Also|Those|These|Many|Most|Between|Both|All|One)\s+"
)


def find_places(text: str, start: int, end: int) -> list[FoundPlace]:
    """The places named between two offsets, in text order.

    Examples:
        >>> [found.place.name for found in find_places("Ukrainian troops near Pokrovsk", 0, 30)]
        ['Ukraine', 'Pokrovsk']
    """
    names = list(_iter_names(text, start, end))
    found: dict[tuple[int, int], FoundPlace] = {}
    for opening, closing in names:
        place = _read_name(text, start, opening, closing)
        if place is not None:
            found[opening, closing] = place
    known = {
        place.place.exact: place for place in found.values() if place.is_located or place.place.precision == "region"
    }
    for opening, closing in names:
        again = known.get(text[opening:closing])
        if again is not None and (opening, closing) not in found:
            moved = msgspec.structs.replace(again.place, start=opening, end=closing, exact=text[opening:closing])
            found[opening, closing] = FoundPlace(moved, False, again.is_adjective)
    return _join_pairs(text, [found[span] for span in sorted(found)])


def _iter_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, without an opening preposition and a closing possessive."""
    for match in _NAME.finditer(text, start, end):
        opened = _OPENERS.match(match.group())
        name = match.group()
        closing = match.end() - (2 if name.endswith(("'s", "’s")) else 1 if name.endswith(("'", "’", "-")) else 0)
        opening = match.start() + (opened.end() if opened else 0)
        if opening < closing and name not in _NO_NAMES:
            yield opening, closing


_AND = re.compile(r"\s+and\s+|,\s+")
_NO_NAMES = frozenset(["The", "A", "An", "In", "It", "He", "She", "They", "We", "I", "But", "And", "This", "That"])


def _join_pairs(text: str, places: Sequence[FoundPlace]) -> list[FoundPlace]:
    """Join "in Khost and Nangarhar" and "in A, B and C" into one place each; adjectives and "A, B" alone stay apart."""
    joined: list[FoundPlace] = []
    for found in places:
        last = joined[-1] if joined else None
        if last is not None and last.is_located and not found.is_adjective and not last.is_adjective:
            gap = text[last.place.end : found.place.start]
            if gap.strip() == "and" and not found.is_located:
                joined[-1] = _pair(text, last, found, joined[-2] if len(joined) > 1 else None)
                if len(joined) > 1 and joined[-1].place.start == joined[-2].place.start:
                    del joined[-2]
                continue
        if (
            last is not None
            and last.is_located
            and not found.is_located
            and text[last.place.end : found.place.start].strip() == ","
        ):
            found = found._replace(is_located=not found.is_adjective)  # noqa: PLW2901  a list of places shares its preposition
        joined.append(found)
    return joined


def _pair(text: str, first: FoundPlace, second: FoundPlace, before: FoundPlace | None) -> FoundPlace:
    """Two places as one, or three where a comma ties another in front."""
    opening = first.place
    if before is not None and before.is_located and text[before.place.end : opening.start].strip() == ",":
        opening = before.place
    country = first.place.country if first.place.country == second.place.country else None
    name = " ".join(text[opening.start : second.place.end].split())
    place = Place(
        start=opening.start, end=second.place.end, exact=text[opening.start : second.place.end], name=name, country=country,
        precision="area",
    )  # fmt: skip
    return FoundPlace(place, True, False)


def _read_name(text: str, floor: int, start: int, end: int) -> FoundPlace | None:
    name = text[start:end]
    before = text[max(floor, start - 60) : start]
    is_located = before[-1:].isspace() and (
        _LOCATIVE.search(before) is not None or _KIND_BEFORE.search(before) is not None
    )
    is_kind = _KIND_AFTER.match(text, end) is not None or _KIND_IN_NAME.search(name) is not None
    entry = look_up(" ".join(name.split()))
    if entry is not None and entry.precision == "country":
        if _MONEY_AFTER.match(text, end) or text[end : end + 1] == "$":
            return None
        return _make(text, start, end, entry, is_located)
    if _NO_PLACE.search(name):
        return None
    if entry is not None and (is_located or is_kind or entry.precision == "region" or _stands_alone(text, end, entry)):
        return _make(text, start, end, entry, is_located)
    if entry is None and (is_kind or (is_located and not _WEAK_LOCATIVE.search(before))) and _is_plausible(name):
        precision: PlacePrecision = "region" if is_kind else "unknown"
        place = Place(start=start, end=end, exact=name, name=" ".join(name.split()), country=None, precision=precision)
        return FoundPlace(place, is_located, False)
    return None


_MONEY_AFTER = re.compile(r"\s+(?:dollars?|rupees?|pesos?|francs?|pounds?|yuan|rubles?|lira)\b")
_SPEAKS = re.compile(r"\s+(?:said|says|reported|reports|news|quoted|cited|told)\b")


def _stands_alone(text: str, end: int, entry: Entry) -> bool:
    """Whether a city's name is a place without any preposition: a big city that does not speak."""
    return not is_common_word(entry.name) and entry.population > 200_000 and _SPEAKS.match(text, end) is None


def _is_plausible(name: str) -> bool:
    if re.search(
        r"-(?:ridden|based|led|held|controlled|backed|born|style|era|occupied)$|^[A-Z]-[a-z]|^(?:State|City|Town|Province|County|District|Camp|River|Lake|Island)$",
        name,
    ):
        return False
    return len(name) > 2 and not name.isupper() and not name.replace(" ", "").isdigit()


def _make(text: str, start: int, end: int, entry: Entry, is_located: bool) -> FoundPlace:
    name = text[start:end]
    part = None if is_adjective(name) else _PART_BEFORE.search(text, max(0, start - 24), start)
    precision: PlacePrecision = "region" if part else entry.precision
    opening = part.start() if part else start
    settled = entry.name if entry.precision == "country" and not part else " ".join(text[opening:end].split())
    place = Place(
        start=opening, end=end, exact=text[opening:end], name=settled, country=entry.country,
        geonames_id=None if part else entry.geonames_id, precision=precision,
    )  # fmt: skip
    if is_adjective(name):
        return FoundPlace(place, False, True, _SOURCE_AFTER.match(text, end) is not None)
    opens = _OPENS_SENTENCE.search(text, max(0, start - 6), start) is not None
    speaker = _OWNS_SPEAKER.match(text, end) or (_SPEAKER_AFTER.match(text, end) if opens else None)
    office = _OFFICE_BEFORE.search(text, max(0, start - 24), start)
    return FoundPlace(place, is_located, False, speaker is not None or office is not None)


_OFFICE_BEFORE = re.compile(
    r"\b(?:[Oo]ffice|[Mm]inistry|[Ee]mbassy|[Hh]eadquarters|[Bb]ureau|[Cc]ourt|[Aa]gency|[Uu]niversity)\s+in\s+$"
)


_OWNS_SPEAKER = re.compile(
    r"[’']s?\s+(?:[\w-]+\s+){0,5}?(?:[Mm]inistry|[Aa]gency|[Ii]nstitute|[Gg]overnment|[Mm]edia|[Oo]ffice|[Dd]epartment|[Pp]olice|[Aa]rmy|[Mm]inister|[Pp]resident|[Pp]arliament"
    r"|[Cc]ommission|[Cc]ouncil|[Aa]uthority|[Aa]uthorities|[Bb]ureau|[Cc]enter|[Cc]entre|[Ss]ervice|[Nn]ews|[Ss]pokes\w+|[Ee]mbassy|[Oo]fficials?)\b"
)


_OPENS_SENTENCE = re.compile(r"(?:^|[\n.!?”\"]\s*)(?:In|At|From)\s+$")
_SPEAKER_AFTER = re.compile(
    r",\s+(?:[\w’'.-]+\s+){0,4}?(?:spokes\w+|minist\w+|[Mm]inister|[Mm]inistry|[Pp]resident|officials?|government|authorities|[Ee]mbassy|ambassador)\b"
)


_SOURCE_AFTER = re.compile(
    r"(?:\s+[a-z-]+){0,2}\s+(?:newspaper|daily|weekly|magazine|media|broadcaster|television|TV|news|agency|radio|outlet|website|reporters?|journalists?|officials?"
    r"|government|ministry|minister|president|ambassador|spokes\w+|diplomats?|analysts?|authorities|Foreign|Defen[cs]e|President|Prime|Foreign|Interior|Embassy|embassy)\b"
)


_PART_BEFORE = re.compile(
    r"\b(?:(?:north|south)[\s-]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?|central|mainland)\s+(?:and\s+(?:north|south|east|west|central)(?:ern)?\s+)?$",
    re.IGNORECASE,
)


def choose_place(
    text: str,
    places: Sequence[FoundPlace],
    *,
    figure: tuple[int, int],
    sentence: tuple[int, int],
    reach: int,
    main: Place | None,
) -> tuple[Place | None, str]:
    """The place that a figure is about, and the rule that chose it.

    Args:
        text: The document's text.
        places: The places from ``reach`` to the end of the figure's sentence, in text order.
        figure: Start and end of the figure.
        sentence: Start and end of its sentence.
        reach: How far back places of earlier sentences still count, as an offset.
        main: The place of the headline or dateline, the last resort.

    Returns:
        The nearest place behind the figure in its sentence, else the nearest in front of it there, else the last one
        named before, else the main place; and the rule.
    """
    inside = [found for found in places if sentence[0] <= found.place.start < sentence[1]]
    behind = [found for found in inside if found.place.start >= figure[1] and _may_hold(found)]
    behind = [found for found in behind if not _clause_break(text, figure[1], found.place.start)]
    located = [found for found in behind if found.is_located and not found.is_source]
    if located:
        return _finer(text, located[0], inside).place, "nearest place behind"
    before = [found for found in inside if found.place.end <= figure[0] and _may_hold(found)]
    if behind and (not before or behind[0].place.start - figure[1] < 30):
        return behind[0].place, "country adjective behind"
    if before:
        settled = [found for found in before if found.is_located] or before
        reachable = [
            found for found in inside if found.place.start <= settled[-1].place.start and not found.is_adjective
        ]
        return _head_of_chain(text, reachable or settled).place, "nearest place in front"
    inside = [found for found in inside if not found.is_source]
    if inside and not inside[0].is_adjective and inside[0].place.end <= figure[0]:
        return _head_of_chain(
            text, [found for found in inside if found.place.end <= figure[0] and not found.is_adjective]
        ).place, "place that opens the sentence"
    if inside:
        return min(inside, key=lambda found: abs(found.place.start - figure[0])).place, "place in the sentence"
    earlier = [
        found
        for found in places
        if reach <= found.place.start < sentence[0] and not found.is_adjective and _may_hold(found)
    ]
    if earlier:
        return _head_of_chain(text, earlier).place, "last place named before"
    return (main, "main place of the report") if main else (None, "no place named")


def _finer(text: str, found: FoundPlace, inside: Sequence[FoundPlace]) -> FoundPlace:
    """The province of "China's Hunan Province"."""
    owned = [other for other in inside if text[found.place.end : other.place.start] in ("'s ", "’s ")]
    return owned[0] if owned else found


def _may_hold(found: FoundPlace) -> bool:
    return (found.is_located or found.is_adjective) and not found.is_source


def _head_of_chain(text: str, places: Sequence[FoundPlace]) -> FoundPlace:
    """The first of "Santa Cruz, Camaguey" and of "Haikou in Hainan Province", the finer one."""
    chosen = places[-1]
    for found in reversed(places[:-1]):
        if not re.fullmatch(
            r",\s*|\s+(?:[a-z]+\s+)?(?:in|of)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}|,\s+in\s+(?:the\s+)?(?:[a-z]+\s+){0,3}",
            text[found.place.end : chosen.place.start],
        ):
            break
        chosen = found
    return chosen


_CLAUSE_BREAK = re.compile(r";|,\s+(?:while|whereas|but)\b|\b(?:while|whereas)\b|\d")


def _clause_break(text: str, start: int, end: int) -> bool:
    return _CLAUSE_BREAK.search(text, start, end) is not None


def main_place(places: Sequence[FoundPlace], headline: str | None) -> Place | None:
    """The place that a report is about: the first that its headline names, else the one it names most often.

    A country counts wherever its name or its adjective stands; the mention given back is the first by name, if any.
    """
    named = [found for found in places if not found.is_source]
    counts = Counter(found.place.name for found in named)
    title = {found.place.name for found in find_places(headline, 0, len(headline))} if headline else set()
    candidates = [found for found in named if found.place.name in title] or named
    if not candidates:
        return None
    name = candidates[0].place.name if title & set(counts) else counts.most_common(1)[0][0]
    same = [found for found in candidates if found.place.name == name]
    return next((found.place for found in same if not found.is_adjective), same[0].place)


def mask_periods(places: Sequence[FoundPlace], periods: Sequence[Period]) -> list[FoundPlace]:
    """The places that are no part of a time expression: "in March" names no town."""
    starts = [period.start for period in periods]
    kept = []
    for found in places:
        first, last = bisect_left(starts, found.place.start), bisect_left(starts, found.place.end)
        near = periods[max(0, first - _PHRASES_NEAR) : last + _PHRASES_NEAR]
        if not any(period.phrase_start < found.place.end and found.place.start < period.phrase_end for period in near):
            kept.append(found)
    return kept


_PHRASES_NEAR = 3
"""So many time expressions on either side may reach into a place with their prepositions."""
