"""What tells the place of a figure: features of a figure and a place named somewhere in its report."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.reading.place_names import may_end_in
from sayso.reading.places import FoundPlace


class Mention(NamedTuple):
    """A place as named, with what its surroundings tell about it whatever the figure.

    Attributes:
        found: The place.
        sentence: The position of its sentence.
        kind: country, province, district, city, village, nature or "".
        preposition: The preposition before it: in, from, to, of, ...; "" without one.
        is_opening: Whether it opens its sentence, a preposition aside.
        is_alone: Whether it is a whole line, such as a heading.
        chain: "head" before ", Y" or " in Y"; "tail" behind; "" alone.
        share: How often it is named, against the name that is named most.
        is_in_title: Whether the headline names it.
        is_main: Whether it is the main place of the report.
    """

    found: FoundPlace
    sentence: int
    kind: str
    preposition: str
    is_opening: bool
    is_alone: bool
    chain: str
    share: float
    is_in_title: bool
    is_main: bool


class Spot(NamedTuple):
    """A figure, as far as its place depends on it.

    Attributes:
        start: First character of the numeral.
        end: One past its last.
        sentence_start: First character of its sentence.
        sentence_end: One past its last.
        counted_end: One past the last character of what is counted; the numeral's end without it.
        event_end: One past the last character of the event; None without one.
        aspect: Flow, stock, share, ...
        anaphor: The kind of place that its sentence points back to: "the district", "provincial officials".
        near_anaphor: The same of the sentence before, where its own names none.
        parts: The kind of places that its sentence counts: "in nine cities"; what it is about holds them.
        is_total: Whether its sentence sums up: "in all", "nationwide".
    """

    start: int
    end: int
    sentence_start: int
    sentence_end: int
    counted_end: int
    event_end: int | None
    aspect: str
    anaphor: str
    near_anaphor: str
    parts: str
    is_total: bool


class Scene(NamedTuple):
    """What goes for all places that stand to choice for a figure.

    Attributes:
        sentence: The position of the figure's sentence.
        last: The name of the place of the figure before; None without one.
        back: How many sentences back that figure stands.
        last_end: One past the last character of the figure before.
        rivals: The places of the figure's sentence that are no sources.
        starts: Where they start, in order.
        owner: The place right behind the figure: "12 people in Aleppo".
    """

    sentence: int
    last: str | None
    back: int
    last_end: int
    rivals: Sequence[Mention]
    starts: Sequence[int]
    owner: Mention | None


_KINDS = {
    "country": "country countries nation",
    "province": "province provinces state states region regions governorate governorates oblast canton prefecture department departments territory emirate provincial",
    "district": "district districts county counties municipality municipalities commune communes block blocks tehsil agency agencies regency township townships ward division",
    "city": "city cities town towns capital port",
    "village": "village villages community communities hamlet settlement camp camps neighbourhood neighbourhoods neighborhood neighborhoods suburb area",
    "nature": "mountain mountains mount mt volcano river creek island islands lake forest valley delta bay coast reservation basin peninsula",
}
_KIND_OF_WORD = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_ANAPHOR = re.compile(
    r"\b(?:the|this|that)\s+(?:(?:entire|whole|affected|same|small|tiny|mountainous|north|south|east|west|northern|southern|eastern|western|central|worst-hit|coastal|remote)\s+)?"
    r"(country|nation|province|state|region|governorate|canton|prefecture|department|territory|district|county|municipality|commune|block|township"
    r"|city|town|capital|village|community|settlement|camp|neighbou?rhood|suburb|island|volcano|mountain|river|lake|forest|valley)\b(?![’']s)",
    re.IGNORECASE,
)
_KIND_OF_OFFICE = {
    "state": "province", "provincial": "province", "regional": "province", "district": "district", "county": "district", "municipal": "city",
    "city": "city", "national": "country", "federal": "country", "central": "country",
}  # fmt: skip
_OFFICE = re.compile(
    r"\b(state|provincial|regional|district|county|municipal|city|national|federal|central)\s+(?:[a-z]+\s+){0,2}(?:government|governor|authorit\w+|officials?|administration|assembly|council"
    r"|headquarters|bureau|department|office|disaster)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"(?:\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|most|some|all|various|dozens\s+of)\s+(?:of\s+the\s+)?"
    r"(?:other\s+|more\s+|affected\s+|different\s+|neighbou?ring\s+|[a-z]+ern\s+)?)(countries|provinces|states|regions|governorates|districts|counties|municipalities|communes|townships|blocks|cities|towns"
    r"|villages|communities|camps|neighbou?rhoods)\b",
    re.IGNORECASE,
)
_LEVELS = {"country": 0, "province": 1, "district": 2, "city": 3, "village": 4, "nature": 4}
"""From coarse to fine: what is counted in a place is finer than the place."""
_TOTAL = re.compile(
    r"\b(?:nationwide|nationally|in\s+all|in\s+total|overall|altogether|across\s+the\s+country|throughout\s+the\s+country|countrywide|statewide|total\s+(?:number|of)|death\s+toll)\b",
    re.IGNORECASE,
)
_PREPOSITIONS = """in at near from across around throughout outside inside within into toward towards between off along over to on of for by with and hit hitting
struck jolted leave left""".split()
_BEFORE_NAME = """the its their nearby neighbouring neighboring worst hardest hit affected most severely remote rural upper lower mainland downtown besieged
coastal greater far north south east west northern southern eastern western central northeastern north-eastern northwestern north-western southeastern
south-eastern southwestern south-western northeast northwest southeast southwest city town village province state region district county capital island
area areas districts provinces villages towns of""".split()
_PREPOSITION = re.compile(
    rf"\b({'|'.join(_PREPOSITIONS)})\s+(?:(?:{'|'.join(_BEFORE_NAME)})\s+){{0,5}}$", re.IGNORECASE
)
_PREPOSITION_ENDS = frozenset([*_PREPOSITIONS, *_BEFORE_NAME])
"""The last words that such a stretch may have."""
_DISTANCE = re.compile(
    r"\b(?:km|kms|kilomet\w+|miles?|mi|meters?|metres?|m)\)?\s+(?:[a-z-]+\s+)?(?:of|from|off|outside|away\s+from)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r",\s*|\s+(?:[a-z]+\s+){0,2}in\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}|,\s+in\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}|\s+(?:district|county|province|town|city|village)?\s*of\s+(?:the\s+)?(?:[a-z]+\s+){0,2}|\s+\("
)
_LIST = re.compile(r",\s+|,?\s+and\s+")
_OWNER = re.compile(r"[’']s?\s+(?:[a-z-]+\s+){0,3}")
_LINE_END = re.compile(r"\s*:?[ \t]*(?:$|[\r\n]|[ \u00a0]{2,})|\s*[:–—-]\s")
_LINE_START = re.compile(r"(?:^|[\r\n]|[ \u00a0]{2,})[ \t]*(?:[-–•*]\s*)?$")
_BREAK = re.compile(r";|,\s+(?:while|whereas|but|and|where)\b|\b(?:while|whereas|but|which|where)\b|[–—]|\s-\s")
_WORDS = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"(\w+)(?:\s+of)?\s+$")
_WORD_AFTER = re.compile(r"\s+([A-Za-z]+)")


def read_spot(
    text: str,
    *,
    numeral: tuple[int, int],
    sentence: tuple[int, int],
    before: int,
    ends: tuple[int | None, int | None],
    aspect: str,
) -> Spot:
    """A figure with the words of its sentence, and of the one that starts at ``before``, that point to a place."""
    anaphor, parts, is_total = _read_words(text, *sentence)
    return Spot(
        start=numeral[0], end=numeral[1], sentence_start=sentence[0], sentence_end=sentence[1],
        counted_end=max(ends[0] or 0, numeral[1]), event_end=ends[1], aspect=aspect,
        anaphor=anaphor, near_anaphor="" if anaphor else _find_anaphor(text, before, sentence[0]), parts=parts, is_total=is_total,
    )  # fmt: skip


@lru_cache(maxsize=16)
def _read_words(text: str, start: int, end: int) -> tuple[str, str, bool]:
    """What a sentence points back to, the parts it counts, and whether it sums up: the same for each of its figures."""
    parts = _PARTS.search(text, start, end)
    kind = _KIND_OF_WORD.get(parts[1].lower(), "") if parts else ""
    return _find_anaphor(text, start, end), kind, _TOTAL.search(text, start, end) is not None


@lru_cache(maxsize=16)
def _find_anaphor(text: str, start: int, end: int) -> str:
    points = _ANAPHOR.search(text, start, end)
    if points is not None:
        return _KIND_OF_WORD.get(points[1].lower(), "village")
    office = _OFFICE.search(text, start, end)
    return _KIND_OF_OFFICE[office[1].lower()] if office else ""


def make_mention(
    text: str,
    found: FoundPlace,
    *,
    neighbours: tuple[FoundPlace | None, FoundPlace | None],
    sentence: int,
    share: float,
    in_report: tuple[bool, bool],
) -> Mention:
    """A place with what its surroundings tell.

    Args:
        text: The document's text.
        found: The place.
        neighbours: The places named just before it and just behind it.
        sentence: The position of its sentence.
        share: How often it is named, against the name that is named most.
        in_report: Whether the headline names it, and whether it is the main place of the report.
    """
    place = found.place
    lead = text[max(0, place.start - 60) : place.start]
    has_preposition = lead[-1:].isspace() and may_end_in(_PREPOSITION_ENDS, lead)
    preposition = _PREPOSITION.search(text, max(0, place.start - 60), place.start) if has_preposition else None
    opening = text[max(0, place.start - 30) : place.start]
    is_first = _LINE_START.search(opening) is not None
    lead = opening.rpartition(". ")[2]
    return Mention(
        found=found,
        sentence=sentence,
        kind=_kind(text, found),
        preposition=preposition[1].lower() if preposition else "",
        is_opening=is_first or len(_WORDS.findall(lead)) <= 2,
        is_alone=is_first and _LINE_END.match(text, place.end) is not None,
        chain=_chain(text, found, neighbours),
        share=share,
        is_in_title=in_report[0],
        is_main=in_report[1],
    )


def _chain(text: str, found: FoundPlace, neighbours: tuple[FoundPlace | None, FoundPlace | None]) -> str:
    before, behind = neighbours
    place = found.place
    if before is not None and behind is not None and not before.is_adjective and not behind.is_adjective:
        gaps = text[before.place.end : place.start], text[place.end : behind.place.start]
        if all(len(gap) < 40 and _LIST.fullmatch(gap) for gap in gaps):
            return "list"
    if behind is not None and not behind.is_adjective:
        gap = text[place.end : behind.place.start]
        if len(gap) < 40 and _CHAIN.fullmatch(gap):
            return "head"
    if before is not None:
        gap = text[before.place.end : place.start]
        if len(gap) < 40 and _OWNER.fullmatch(gap):
            return "owned"
        if len(gap) < 40 and not before.is_adjective and _CHAIN.fullmatch(gap):
            return "tail"
    if behind is not None and _OWNER.fullmatch(text[place.end : behind.place.start]):
        return "owner"
    return ""


def _kind(text: str, found: FoundPlace) -> str:
    place = found.place
    if place.precision == "country":
        return "country"
    words = [place.exact.rpartition(" ")[2], place.exact.partition(" ")[0].rstrip(".")]
    after = _WORD_AFTER.match(text, place.end)
    before = _WORD_BEFORE.search(text, max(0, place.start - 30), place.start)
    words += [after[1] if after else "", before[1] if before else ""]
    for word in words:
        kind = _KIND_OF_WORD.get(word.lower())
        if kind:
            return kind
    return {"region": "province", "city": "city"}.get(place.precision, "")


def find_owner(text: str, spot: Spot, rivals: Sequence[Mention]) -> Mention | None:
    """The place right behind a figure, with only its noun and a preposition between."""
    for rival in rivals:
        start = rival.found.place.start
        if start >= spot.counted_end and rival.preposition:
            gap = text[spot.counted_end : start]
            is_near = len(_WORDS.findall(gap)) <= 4 and not _STOPS.search(gap)
            return rival if is_near and _class_of(rival.preposition) in _PLACING else None
    return None


_STOPS = re.compile(r"[\d;,.:–—]|\band\b")
_PLACING = frozenset(["in", "across", "near", "from", "hit"])


def features_of(text: str, mention: Mention, *, spot: Spot, scene: Scene, order: int) -> tuple[str, ...]:
    """The names of the features that hold for a figure and a place.

    Args:
        text: The document's text.
        mention: The place.
        spot: The figure.
        scene: What goes for all places that stand to choice for it.
        order: The place's position among those that stand to choice.
    """
    if mention.sentence == scene.sentence:
        own = _own_features(text, spot, mention, scene)
    else:
        own = _other_features(mention, scene.sentence, order, bool(scene.rivals))
    return (*own, *_common_features(spot, mention, scene))


def _own_features(text: str, spot: Spot, mention: Mention, scene: Scene) -> Iterator[str]:
    """Features of a place in the figure's own sentence."""
    place = mention.found.place
    is_behind = place.start >= spot.end
    side = "behind" if is_behind else "front"
    gap = text[spot.counted_end : place.start] if is_behind else text[place.end : spot.start]
    words = len(_WORDS.findall(gap))
    between = _count_between(scene.starts, place.start, spot.start)
    yield "S " + side
    yield f"S {side} words {'0-3' if words <= 3 else '4-8' if words <= 8 else '9+'}"
    yield f"S {side} places between {min(between, 2)}"
    yield "S preposition " + _class_of(mention.preposition)
    has_number = any(map(str.isdigit, gap))
    if has_number:
        yield f"S {side} number between"
    if not is_behind and spot.sentence_start < scene.last_end:
        yield "S front of both" if place.end < scene.last_end else "S behind the last"
    if _BREAK.search(gap):
        yield "S break between"
    if mention.is_opening:
        yield "S opening"
    if mention.is_alone:
        yield "S heads a line"
    is_near_event = spot.event_end is not None and 0 <= place.start - spot.event_end < 30
    if is_behind and not has_number and (words <= 3 or is_near_event):
        yield "S own phrase"
    if mention.found.is_source:
        yield "S source"
    if mention.found.is_adjective:
        yield "S adjective"
    if mention.chain:
        yield "chain " + mention.chain
    if _DISTANCE.search(text, max(0, place.start - 50), place.start):
        yield "S distance"
    if scene.owner is not None:
        yield "S owner" if scene.owner is mention else f"S {side} of another owner"
    if len(scene.rivals) == 1 and scene.rivals[0] is mention:
        yield "S only one"


def _other_features(mention: Mention, sentence: int, order: int, has_rivals: bool) -> Iterator[str]:
    """Features of a place in another sentence."""
    back = sentence - mention.sentence
    yield "E"
    yield "E " + ("later" if back < 0 else f"back {'1' if back == 1 else '2-4' if back <= 4 else '5+'}")
    yield "E with rivals" if has_rivals else f"E order {min(order, 2)}"
    if _class_of(mention.preposition) in ("in", "across", "near", "hit"):
        yield "E located"
    if mention.is_opening:
        yield "E opening"
    if mention.is_alone:
        yield "E heads a line"
    if mention.found.is_adjective:
        yield "E adjective"
    if mention.chain:
        yield "chain " + mention.chain


def _common_features(spot: Spot, mention: Mention, scene: Scene) -> Iterator[str]:
    place = mention.found.place
    where = "S" if mention.sentence == scene.sentence else "E"
    yield f"{where} {mention.kind if mention.kind in ('country', 'nature') else 'finer'}"
    if scene.last == place.name:
        yield f"{where} previous {min(scene.back, 2)}"
    if mention.is_in_title:
        yield where + " title"
    if mention.is_main:
        yield where + " main"
    if mention.share > 0.99:
        yield where + " most named"
    if spot.anaphor and mention.kind:
        yield f"{where} anaphor {'right' if spot.anaphor == mention.kind else 'wrong'}"
    elif spot.near_anaphor and mention.kind and where == "E":
        yield f"E near anaphor {'right' if spot.near_anaphor == mention.kind else 'wrong'}"
    if spot.parts and mention.kind:
        yield "parts inside" if _LEVELS[mention.kind] < _LEVELS[spot.parts] else "parts outside"
    if spot.is_total:
        yield f"total {'country' if mention.kind == 'country' else 'other'}"
    if place.precision == "area":
        yield "joined"


def _count_between(starts: Sequence[int], start: int, figure: int) -> int:
    """How many places start between a place and a figure."""
    first, last = (start, figure) if start < figure else (figure, start)
    return max(0, bisect_left(starts, last) - bisect_right(starts, first))


def _class_of(preposition: str) -> str:
    return _CLASSES.get(preposition, preposition or "none")


_CLASSES = {
    "at": "in", "within": "in", "inside": "in", "throughout": "across", "around": "across", "outside": "near", "towards": "to", "toward": "to",
    "into": "to", "hitting": "hit", "struck": "hit", "jolted": "hit", "leave": "from", "left": "from", "along": "near", "off": "near",
    "over": "across", "for": "other", "by": "other", "with": "other", "and": "other", "on": "other", "between": "other",
}  # fmt: skip
