"""How the figures of a report hang together: parts of a whole, additions, restatements, by the words between them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Figure, FigureLink, Sentence, make_span

_PART = re.compile(r"(?:,|\(|–|—|-)?\s*(?P<cue>including|of\s+(?:whom|which|them|these|those)|among\s+(?:them|whom|which|those)|among\s+(?:the\s+)?(?:dead|injured|victims|killed))\b", re.IGNORECASE)  # fmt: skip
_PART_OF = re.compile(
    r"^\s+(?P<cue>of|out\s+of)\s+(?:the\s+|its\s+|their\s+|all\s+|[A-Z][\w]*[’']s\s+)*(?:some\s+|about\s+|estimated\s+|more\s+than\s+)?$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?P<cue>another|a\s+further|an\s+additional|additional|an\s+extra)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_RESTATES = re.compile(
    r"^(?:\s+[\w/²³.-]+){0,5}\s*(?P<cue>,\s+or|\(|,\s+equivalent\s+to|,\s+that\s+is)\s*(?:about\s+|around\s+|some\s+|roughly\s+|more\s+than\s+|nearly\s+|[$€£¥]|US\$|HK\$)*$",
    re.IGNORECASE,
)
_MAX_PART_DISTANCE = 90
_MAX_PART_WORDS = 5
_VERBS = frozenset(["was", "were", "is", "are", "had", "have", "has", "been", "killed", "died", "and"])
"""What ends the part that "including" opens: a number behind it is another figure."""
_AMONG = re.compile(
    r"[^.;]*\b(?P<cue>among)\s+(?:the\s+|at\s+least\s+|about\s+|some\s+|more\s+than\s+|nearly\s+)*", re.IGNORECASE
)


def find_links(text: str, figures: Sequence[Figure], sentences: Sequence[Sentence]) -> tuple[FigureLink, ...]:
    """The links between figures of one sentence, and of "of them" with the sentence before.

    Args:
        text: The document's text.
        figures: The figures, in text order.
        sentences: The sentence of each figure.

    Returns:
        Links in text order: ``part_of``, ``adds_to`` and ``restates``.
    """
    links: list[FigureLink] = []
    parts: dict[int, FigureLink] = {}
    for position in range(1, len(figures)):
        link = _link(text, figures, sentences, position) or _next_part(text, figures, sentences, position, parts)
        if link is not None:
            links.append(link)
            if link.kind == "part_of":
                parts[link.source] = link
    known = {link.source for link in links}
    for whole in range(len(figures) - 1):
        links += [link for link in _apposed_parts(text, figures, sentences, whole) if link.source not in known]
    return tuple(sorted(links, key=lambda link: link.source))


_APPOSED = re.compile(r"(?:\s+[\w’'-]+){1,4}\s*(?P<cue>,|--|—|–|\s-\s|\(|:)\s*")
_AND_NEXT = re.compile(r"(?:\s+[\w’'-]+){1,4}(?:,\s*|,?\s+and\s+)")
_AND_ONE = re.compile(r"(?:\s+[\w’'-]+){1,4},?\s+and\s+an?\s", re.IGNORECASE)


def _apposed_parts(
    text: str, figures: Sequence[Figure], sentences: Sequence[Sentence], whole: int
) -> Iterator[FigureLink]:
    """Numbers set right behind one that they add up to: "six people, two men and four women, were hurt"."""
    match = _APPOSED.fullmatch(text, figures[whole].span.end, figures[whole + 1].span.start)
    if match is None:
        return
    rest = figures[whole].quantity.best
    sources: list[int] = []
    for position in range(whole + 1, min(whole + 9, len(figures))):
        gap = text[figures[position - 1].span.end : figures[position].span.start]
        if sentences[position] != sentences[whole] or (sources and not _AND_NEXT.fullmatch(gap)):
            break
        part = figures[position]
        if rest is None or part.quantity.best is None or not _may_be_part(figures[whole], part):
            return
        rest -= part.quantity.best
        sources.append(position)
    if sources and _AND_ONE.match(text, figures[sources[-1]].span.end):
        rest = None if rest is None else rest - 1
    if rest == 0:
        for source in sources:
            yield _make(text, "part_of", source, whole, 0, match)


def _next_part(
    text: str, figures: Sequence[Figure], sentences: Sequence[Sentence], position: int, parts: Mapping[int, FigureLink]
) -> FigureLink | None:
    """The next of a list of parts: "including 12 women and 25 men"."""
    before = parts.get(position - 1)
    if before is None or sentences[position] != sentences[position - 1] or before.source != position - 1:
        return None
    between = text[figures[position - 1].span.end : figures[position].span.start]
    whole = figures[before.target]
    if not _LISTED.fullmatch(between) or not _may_be_part(whole, figures[position]):
        return None
    same_event = figures[position].event is None or figures[position].event == figures[position - 1].event
    return FigureLink(kind="part_of", source=position, target=before.target, cue=before.cue) if same_event else None


_LISTED = re.compile(r"(?:\s+\w[\w-]*){0,3}(?:\s+and\s+|,\s+(?:and\s+)?)", re.IGNORECASE)
_LISTED_FIRST = re.compile(r"\b(?:including|among\s+them)(?:\s+[a-z-]+){1,2}\s+and\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
"""A first part without a number before the next: "including children and two medics"."""
_WHOM = re.compile(r"\s+(?P<cue>of\s+(?:whom|which))\b", re.IGNORECASE)


def _link(text: str, figures: Sequence[Figure], sentences: Sequence[Sentence], position: int) -> FigureLink | None:
    figure, earlier = figures[position], figures[position - 1]
    start = earlier.span.end
    same_sentence = sentences[position] == sentences[position - 1]
    between = text[start : figure.span.start]
    if same_sentence and (match := _PART_OF.match(between)) and _may_be_whole(figure, earlier):
        return _make(text, "part_of", position - 1, position, start, match)
    if same_sentence and (match := _say_again(figure, earlier, between)):
        return _make(text, "restates", position, position - 1, start, match)
    if same_sentence and (match := _AMONG.fullmatch(between)) and _may_be_whole(figure, earlier):
        return _make(text, "part_of", position - 1, position, start, match)
    opening = sentences[position].start
    if same_sentence and (match := _OF_THE.match(text, opening, figure.span.start)):
        first = bisect_left(figures, opening, hi=position, key=lambda found: found.span.start)
        if figures[first].span.start <= match.end() and _may_be_whole(figures[first], figure):
            return _make(text, "part_of", position, first, 0, match)
    if same_sentence and (match := _WHOM.match(text, figure.span.end)):
        whole = _nearest_whole(figures, position)
        return None if whole is None else _make(text, "part_of", position, whole, 0, match)
    match = _PART.search(between) if len(between) < 2 * _MAX_PART_DISTANCE else None
    is_listed = figure.event == earlier.event and match is not None and _LISTED_FIRST.search(between) is not None
    if (
        match
        and _reaches(between, match, is_listed=is_listed)
        and (same_sentence or not match.group("cue").lower().startswith("including"))
    ):
        whole = position - 1 if same_sentence and _may_be_part(earlier, figure) else _nearest_whole(figures, position)
        return None if whole is None else _make(text, "part_of", position, whole, start, match)
    if same_sentence and (match := _listed_part(text, figures, sentences, position)):
        return _make(text, "part_of", position, position - 1, 0, match)
    if not same_sentence and (match := _ANAPHOR.match(text, opening, figure.span.start)):
        part = _first_of_sentence_before(figures, sentences, position)
        return None if part is None else _make(text, "part_of", part, position, 0, match)
    match = _SOME_OF.match(text, figure.span.end, sentences[position].end)
    if match and (whole := _nearest_whole(figures, position)) is not None:
        return _make(text, "part_of", position, whole, 0, match)
    match = _MORE.search(text[max(sentences[position].start, figure.span.start - 40) : figure.span.start])
    if match and _same_thing(figure, earlier):
        offset = max(sentences[position].start, figure.span.start - 40)
        return _make(text, "adds_to", position, position - 1, offset, match)
    return None


def _reaches(between: str, cue: re.Match[str], *, is_listed: bool) -> bool:
    """Whether the words "including" and the like stand near enough to the part; ``is_listed`` lets an "and" stand between."""
    tail = between[cue.end("cue") :].lower().split()
    is_near = len(between) < 2 * _MAX_PART_DISTANCE and len(tail) <= _MAX_PART_WORDS
    return is_near and not (_VERBS if not is_listed else _VERBS - {"and"}) & set(tail)


_ANAPHOR = re.compile(
    r"(?:They|These|Those)\s+(?:were|are)\s+(?P<cue>among|part\s+of)\s+(?:the\s+|at\s+least\s+|some\s+|about\s+|more\s+than\s+)*"
)
"""What makes the people of the sentence before a part of those behind: "They were among 19 people killed"."""


def _first_of_sentence_before(figures: Sequence[Figure], sentences: Sequence[Sentence], position: int) -> int | None:
    """The first figure of the sentence before that may be a part of this one; None when none may."""
    whole, before = figures[position], sentences[position - 1]
    return next(
        (
            index
            for index in range(max(0, position - _LOOK_BACK), position)
            if sentences[index] == before
            and _may_be_whole(whole, figures[index])
            and figures[index].measure == whole.measure
        ),
        None,
    )


_BEHIND_COLON = re.compile(r"(?:\s+[\w’'-]+){0,8}\s*(?P<cue>:)\s*(?:(?:at\s+least|some|about)\s+)?")
_AMONG_THEM = re.compile(r"[^.;:]{0,60}?(?P<cue>\b(?:among|amongst|between)\s+them)\b", re.IGNORECASE)


def _listed_part(
    text: str, figures: Sequence[Figure], sentences: Sequence[Sentence], position: int
) -> re.Match[str] | None:
    """The cue of a part behind a colon or with "among them" behind it; None where nothing says that it is a part."""
    figure, earlier = figures[position], figures[position - 1]
    is_smaller = _may_be_whole(earlier, figure) and _same_measure(earlier, figure)
    if not is_smaller or (figure.event is not None and earlier.event is None):
        return None
    if match := _BEHIND_COLON.fullmatch(text, earlier.span.end, figure.span.start):
        return match
    match = _AMONG_THEM.match(text, figure.span.end, sentences[position].end)
    if match is None or _VERBS - {"and"} & set(text[figure.span.end : match.start("cue")].lower().split()):
        return None
    return match if text[earlier.span.end : figure.span.start].rstrip().endswith((",", "–", "—", "-", "(")) else None


_OF_THE = re.compile(
    r"(?P<cue>(?:Of|Out\s+of|Among)(?:\s+(?:the|those|these|its|their|all|[A-Z]\w+[’']s))?)\s+(?:\w+\s+){0,2}(?=\d)"
)
_SOME_OF = re.compile(r"\s+(?P<cue>of\s+(?:the|those|these|them))\b(?!\s+(?:\w+\s+){0,3}\d)", re.IGNORECASE)
_LOOK_BACK = 4


def _may_be_part(whole: Figure, part: Figure) -> bool:
    """Whether two figures count the same kind of thing, whatever their sizes."""
    return "share" not in (whole.aspect, part.aspect) and whole.quantity.unit == part.quantity.unit


def _same_measure(whole: Figure, part: Figure) -> bool:
    """Whether nothing tells two figures' measures apart: "19 of the deaths" are no part of the displaced."""
    return whole.measure is None or part.measure is None or whole.measure == part.measure


def _nearest_whole(figures: Sequence[Figure], position: int) -> int | None:
    """The nearest earlier figure that may hold this one; None when none of the last four may."""
    for earlier in range(position - 1, max(-1, position - 1 - _LOOK_BACK), -1):
        if _may_be_whole(figures[earlier], figures[position]) and _same_measure(figures[earlier], figures[position]):
            return earlier
    return None


def _may_be_whole(whole: Figure, part: Figure) -> bool:
    """Whether one figure can hold another: same unit, or a share of it, and not smaller by its own words."""
    if part.aspect == "share" or whole.aspect == "share" or whole.quantity.unit != part.quantity.unit:
        return False
    return whole.quantity.high is None or part.quantity.low is None or part.quantity.low <= whole.quantity.high


def _may_restate(figure: Figure, earlier: Figure) -> bool:
    return figure.quantity.unit != earlier.quantity.unit and figure.aspect != "share" and earlier.aspect != "share"


_ALSO = re.compile(
    r"[^\d(),;.]{0,30}(?P<cue>\bor\b|/)\s?(?:(?:about|around|some|nearly|more\s+than|approximately|roughly|over)\s+)?"
)
"""As in "9,000 families or 54,000 people" and "54,000 people / 9,000 families"."""


def _say_again(figure: Figure, earlier: Figure, between: str) -> re.Match[str] | None:
    """The cue of a figure that says the one before in another unit; None where it does not."""
    if _may_restate(figure, earlier) and (match := _RESTATES.match(between)):
        return match
    return _ALSO.fullmatch(between) if _are_same_people(figure, earlier) else None


def _are_same_people(figure: Figure, earlier: Figure) -> bool:
    """Whether one of two figures counts people and the other their families."""
    units = {figure.quantity.unit, earlier.quantity.unit}
    return units in ({"person", "family"}, {"person", "household"}) and "share" not in (figure.aspect, earlier.aspect)


def _same_thing(figure: Figure, earlier: Figure) -> bool:
    return figure.quantity.unit == earlier.quantity.unit and figure.measure == earlier.measure


def _make(text: str, kind: str, source: int, target: int, offset: int, match: re.Match[str]) -> FigureLink:
    cue = make_span(text, offset + match.start("cue"), offset + match.end("cue"))
    return FigureLink(kind=kind, source=source, target=target, cue=cue)  # type: ignore[arg-type]
