"""Places: names in the text that stand for places, and the one that a figure is about."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import NamedTuple

import msgspec

from sayso.model import Place, PlacePrecision
from sayso.reading.gazetteer import Entry, is_abbreviation, is_adjective, is_common_word, look_up
from sayso.reading.periods import Period
from sayso.reading.place_names import is_no_place, is_plausible, iter_names, may_end_in
from sayso.reading.tags import is_in_vocabulary


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


_PREPOSITIONS = """in inside into at across around along near from to throughout toward towards on outside off over within between leave left hit hitting
struck reached""".split()
_SIDES = """the northern southern eastern western central north south east west northeastern north-eastern northwestern north-western southeastern
south-eastern southwestern south-western northeast northwest southeast southwest nearby neighbouring neighboring rural upper lower mainland downtown
besieged coastal war-torn greater far""".split()
_KINDS_LOCATED = """city town village province state region district county governorate suburb suburbs neighbourhood neighbourhoods neighborhood neighborhoods
capital island area camp port municipality countryside outskirts department prefecture community""".split()
_KINDS = """city cities town towns village villages province provinces state states region regions district districts county counties governorate
governorates suburb suburbs capital camp municipality municipalities department island neighbourhood neighborhood commune communes canton cantons
prefecture prefectures township townships volcano mount lake river""".split()
_LOCATIVE = re.compile(
    rf"\b(?:{'|'.join(_PREPOSITIONS)})\s+(?:(?:{'|'.join(_SIDES)})\s+)*"
    rf"(?:(?:[a-z-]+\s+)?(?:{'|'.join(_KINDS_LOCATED)})\s+(?:of\s+|called\s+)?(?:the\s+)?)?$",
    re.IGNORECASE,
)
_LOCATIVE_ENDS = frozenset([*_PREPOSITIONS, *_SIDES, *_KINDS_LOCATED, "of", "called"])
_KIND_BEFORE = re.compile(
    rf"\b(?:{'|'.join(_KINDS)}|residents\s+of|inhabitants\s+of|outskirts\s+of|communit(?:y|ies)\s+of)"
    r"(?:\s+of|,|\s+called|\s+named|[^.:\n]{0,30}:)?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_KIND_ENDS = frozenset([*_KINDS, "of", "called", "named", "the"])
"""The last words that a locative, or a kind of place before a name, may have: most names stand behind other words."""
_WEAK_LOCATIVE = re.compile(r"\b(?:to|on|over|off|from|between|at|leave|left|hit)\s+(?:the\s+)?$", re.IGNORECASE)
_KIND_AFTER = re.compile(
    r"\s+(?:sub-?)?(?:city|towns?|villages?|provinces?|state|states|regions?|districts?|county|counties|governorates?|suburbs?|neighbou?rhoods?|camp|municipality|municipalities"
    r"|departments?|island|islands|prefectures?|oblast|territory|area|areas|valley|basin|cantons?|blocks?|tehsils?|townships?|communes?|volcano|mountains?|river|lake|creek|peninsula"
    r"|residents?|villagers?|countryside|shrine|border\s+crossing|crossing|dam|suburbs|archipelago|delta|locality|localities|enclave)\b(?!-)",
    re.IGNORECASE,
)
_PLURAL_AFTER = re.compile(
    r"\s+(?:towns|villages|provinces|states|regions|districts|counties|governorates|suburbs|neighbou?rhoods|camps|municipalities|departments|islands|prefectures|cantons|blocks|cities"
    r"|areas|townships|communes|communities|agencies)\b"
)
_SPEAKS = re.compile(
    r"[,\s]+(?:said|says|reported|reports|news|quoted|cited|told|added|explained|warned|who|confirmed|estimates?|tweeted|wrote|noted|announced)\b"
)
_PERSON_BEFORE = re.compile(
    r"\b(?:said|says|by|told|named|called|identified\s+as|spokes\w+|head|director|chief|mr|mrs|ms|dr|president|minister|governor|mayor|secretary|coordinator|officer|with|to|typhoon"
    r"|hurricane|storm|cyclone|tropical\s+\w+)\s+$",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r",\s+|,?\s+(?:and|or)\s+(?:in\s+)?(?:the\s+)?(?:neighbou?ring\s+)?")
_PART_GAP = re.compile(r",\s+|,?\s+in\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}")
_ACRONYM = re.compile(r"\s+\(([A-Z]{2,5})\)")


def find_places(text: str, start: int, end: int) -> list[FoundPlace]:
    """The places named between two offsets, in text order.

    Examples:
        >>> [found.place.name for found in find_places("Ukrainian troops near Pokrovsk", 0, 30)]
        ['Ukraine', 'Pokrovsk']
    """
    names = list(iter_names(text, start, end))
    found: dict[tuple[int, int], FoundPlace] = {}
    for opening, closing in names:
        place = _read_name(text, start, opening, closing)
        if place is not None:
            found[opening, closing] = place
    _add_cities_of_countries(text, names, found)
    _add_parts(text, names, found)
    _add_listed(text, names, found)
    _add_repeated(text, names, found)
    return [_with_kind(text, one) for one in _join_pairs(text, [found[span] for span in sorted(found)])]


_CAMP_AFTER = re.compile(
    r"\s+(?:(?P<own>camps?|bridge|dam)|locality|constituency|regency|sub-?district|subdivision)\b(?!-)"
)


def _with_kind(text: str, found: FoundPlace) -> FoundPlace:
    """A place with its kind behind it, where that makes another place of it: a camp beside a town is not the town."""
    kind = None if found.is_adjective else _CAMP_AFTER.match(text, found.place.end)
    if kind is None:
        return found
    exact = text[found.place.start : kind.end()]
    name = " ".join(exact.split()) if kind["own"] else found.place.name
    ids = {"geonames_id": None} if kind["own"] else {}
    return found._replace(place=msgspec.structs.replace(found.place, end=kind.end(), exact=exact, name=name, **ids))


_Names = Sequence[tuple[int, int]]
_Found = dict[tuple[int, int], FoundPlace]


def _add_cities_of_countries(text: str, names: _Names, found: _Found) -> None:
    """Smaller cities without a preposition, where the report is about their country anyway."""
    countries = {place.place.country for place in found.values() if not place.is_adjective or not place.is_source}
    for opening, closing in names:
        if (opening, closing) in found:
            continue
        name = text[opening:closing]
        entry = look_up(" ".join(name.split()))
        if entry is None or entry.country not in countries or is_common_word(name) or is_no_place(name):
            continue
        if not _is_person(text, opening, closing):
            found[opening, closing] = _make(text, opening, closing, entry, False)


def _add_parts(text: str, names: _Names, found: _Found) -> None:
    """Unknown names before the place they lie in: "Bumba in Mongala District", "Puerto Padre, Las Tunas"."""
    for (opening, closing), following in reversed(list(pairwise(names))):
        whole = found.get(following)
        if (opening, closing) in found or whole is None or whole.is_adjective or whole.is_source:
            continue
        gap = text[closing : whole.place.start]
        if len(gap) < 40 and _PART_GAP.fullmatch(gap) and is_plausible(text[opening:closing]):
            before = text[max(0, opening - 40) : opening]
            if _OPENS.search(before) and _is_all_words(text[opening:closing]):
                continue  # "Floods in Texas": a capital at the start of a sentence says nothing
            is_bare = _PERSON_BEFORE.search(before) is not None or _SPEAKS.match(text, following[1]) is not None
            is_located = _LOCATIVE.search(before) is not None
            if is_located or (not is_bare and (gap.strip() != "," or _ENDS_PART.match(text, following[1]))):
                found[opening, closing] = _make_unknown(text, opening, closing, is_located)


def _is_all_words(name: str) -> bool:
    return all(is_in_vocabulary(word) or is_in_vocabulary(word.removesuffix("s")) for word in name.split())


def _add_listed(text: str, names: _Names, found: _Found) -> None:
    """Unknown names listed with a place: "in Darrang and Udalguri", "Karalung and Kanang villages"."""
    pairs = list(pairwise(names))
    for first, second in pairs:
        if first in found and second not in found and found[first].is_located and not found[first].is_adjective:
            _add_neighbour(text, second, text[first[1] : second[0]], found)
    for first, second in reversed(pairs):
        is_shared = _PLURAL_AFTER.match(text, second[1]) is not None
        if is_shared and second in found and first not in found and not found[second].is_adjective:
            _add_neighbour(text, first, text[first[1] : second[0]], found)


def _add_neighbour(text: str, name: tuple[int, int], gap: str, found: _Found) -> None:
    is_listed = len(gap) < 30 and _LIST_GAP.fullmatch(gap) is not None
    if is_listed and is_plausible(text[name[0] : name[1]]) and not _SPEAKS.match(text, name[1]):
        entry = look_up(" ".join(text[name[0] : name[1]].split()))
        found[name] = _make(text, *name, entry, True) if entry else _make_unknown(text, *name, True)


def _add_repeated(text: str, names: _Names, found: _Found) -> None:
    """Names that are places elsewhere in the text, and short forms: "Khyber Pakhtunkhwa (KP)"."""
    known: dict[str, FoundPlace] = {}
    for place in found.values():
        if place.is_located or place.place.precision == "region":
            known[place.place.exact] = place
        short = _ACRONYM.match(text, place.place.end) or _ACRONYM.match(text, _after_kind(text, place.place.end))
        if short is not None:
            known[short[1]] = place
    for opening, closing in names:
        again = known.get(text[opening:closing])
        if again is None or (opening, closing) in found or _SPEAKS.match(text, closing):
            continue
        exact = text[opening:closing]
        moved = msgspec.structs.replace(again.place, start=opening, end=closing, exact=exact)
        is_located = _LOCATIVE.search(text, max(0, opening - 60), opening) is not None
        found[opening, closing] = FoundPlace(moved, is_located, again.is_adjective)


def _after_kind(text: str, end: int) -> int:
    kind = _KIND_AFTER.match(text, end)
    return kind.end() if kind else end


_OPENS = re.compile(r"(?:^|[\n.!?:;”\"–—•-])\s*$|[ \u00a0]{2,}$")
_ENDS_PART = re.compile(
    r"\s*(?:[,.;:)]|$|[–—-]|(?:saw|is|was|were|had|has|have|received|recorded|registered|on|after|when|where|in)\b)"
)


def _is_person(text: str, start: int, end: int) -> bool:
    return _SPEAKS.match(text, end) is not None or _PERSON_BEFORE.search(text, max(0, start - 40), start) is not None


def _make_unknown(
    text: str, start: int, end: int, is_located: bool, *, precision: PlacePrecision = "unknown"
) -> FoundPlace:
    name = text[start:end]
    place = Place(start=start, end=end, exact=name, name=" ".join(name.split()), country=None, precision=precision)
    return FoundPlace(place, is_located, False)


def _join_pairs(text: str, places: Sequence[FoundPlace]) -> list[FoundPlace]:
    """Join "in Khost and Nangarhar" and "in A, B and C" into one place each; adjectives and "A, B" alone stay apart."""
    joined: list[FoundPlace] = []
    for found in places:
        last = joined[-1] if joined else None
        if last is not None and not found.is_adjective and not last.is_adjective:
            gap = text[last.place.end : found.place.start].strip()
            is_shared = _PLURAL_AFTER.match(text, found.place.end) is not None
            if gap == "and" and (is_shared or (last.is_located and not found.is_located)):
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
        (may_end_in(_LOCATIVE_ENDS, before) and _LOCATIVE.search(before) is not None)
        or (may_end_in(_KIND_ENDS, before) and _KIND_BEFORE.search(before) is not None)
    )
    is_kind = _KIND_AFTER.match(text, end) is not None or _has_kind(name)
    entry = look_up(" ".join(name.split()))
    if entry is not None and entry.precision == "country":
        if _MONEY_AFTER.match(text, end) or text[end : end + 1] == "$":
            return None
        return _make(text, start, end, entry, is_located)
    if is_no_place(name) or (is_abbreviation(name) and text[end : end + 1] != "."):
        return None
    if entry is not None and (is_located or is_kind or _stands_alone(text, end, entry)):
        return _make(text, start, end, entry, is_located)
    if entry is None and (is_kind or (is_located and not _WEAK_LOCATIVE.search(before))) and is_plausible(name):
        if not is_located and _OPENS.search(before) and _is_all_words(name):
            return None  # "Two state highways", "While residents": a capital at the start of a sentence says nothing
        return _make_unknown(text, start, end, is_located, precision="region" if is_kind else "unknown")
    return None


_OPENING_KINDS = frozenset(["Mount", "Mt", "Lake", "River", "Camp", "Fort", "Port", "Cape", "Gulf"])
_CLOSING_KINDS = frozenset(
    """City Town Village Province State Region District County Governorate Camp Municipality Department Island Islands Prefecture Oblast Territory Valley
    Coast Canton Block Ward Parish Township Division Regency Delta Peninsula River Lake Mountain Mountains Desert Bay Creek Forest Reservation Volcano
    Glacier Park Hills Sea Ocean Gulf Gorge Canyon Plateau Plain Plains Highlands Basin Reservoir Falls Beach Heights Commune Archipelago Strait Airport
    Airfield Base Dam Crossing""".split()
)
_LAST_WORD = re.compile(r"\w+$")


def _has_kind(name: str) -> bool:
    """Whether a name says of what kind the place is: "Mount Dorn", "Dorn Valley"."""
    first, *rest = name.split(None, 1)
    last = _LAST_WORD.search(name)
    return (last is not None and last[0] in _CLOSING_KINDS) or (
        bool(rest) and first.removesuffix(".") in _OPENING_KINDS
    )


_MONEY_AFTER = re.compile(r"\s+(?:dollars?|rupees?|pesos?|francs?|pounds?|yuan|rubles?|lira)\b")


def _stands_alone(text: str, end: int, entry: Entry) -> bool:
    """Whether a name is a place without any preposition: a region or a big city that does not speak."""
    if is_common_word(entry.name) or _SPEAKS.match(text, end) is not None:
        return False
    return entry.precision == "region" or entry.population > 200_000


def _make(text: str, start: int, end: int, entry: Entry, is_located: bool) -> FoundPlace:
    name = text[start:end]
    part = _PART_BEFORE.search(text, max(0, start - 24), start)
    if is_adjective(name) or (entry.precision != "country" and not _is_part_of_region(text, end, entry, part)):
        part = None
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


def _is_part_of_region(text: str, end: int, entry: Entry, part: re.Match[str] | None) -> bool:
    """Whether "northern" in front of a region is a part of it, and does not say where in its country it lies."""
    if part is None or entry.precision != "region" or _KIND_AFTER.match(text, end) is not None:
        return False
    return not text.endswith(("'s ", "’s "), 0, part.start())


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


def main_place(places: Sequence[FoundPlace], title: Set[str]) -> Place | None:
    """The place that a report is about: the first that its headline names, else the one it names most often.

    A country counts wherever its name or its adjective stands; the mention given back is the first by name, if any.

    Args:
        places: The places of the report, in text order.
        title: The names of the places in its headline.
    """
    named = [found for found in places if not found.is_source]
    counts = Counter(found.place.name for found in named)
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
