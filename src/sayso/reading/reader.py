"""READ: the figures of a document, from numerals to full records."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.model import (
    Counted,
    Document,
    Event,
    Figure,
    Figures,
    Interval,
    Measure,
    Outline,
    Place,
    Sentence,
    make_outline,
    make_passage,
    make_span,
)
from sayso.reading.aspects import FoundAspect, find_aspect
from sayso.reading.bounds import BoundWords, find_bound
from sayso.reading.counted import CountedPhrase, find_counted
from sayso.reading.events import FoundEvent, find_event
from sayso.reading.exclusions import find_masked, is_age, is_idle_one, is_name, is_score, merge, overlaps
from sayso.reading.links import find_links
from sayso.reading.measures import find_measure, shipped_measures
from sayso.reading.numbers import Numeral, find_numerals, may_hold_numbers
from sayso.reading.periods import Period, find_periods
from sayso.reading.places import FoundPlace, choose_place, find_places, main_place, mask_periods
from sayso.reading.quantities import make_quantity
from sayso.reading.tagged import TaggedSentence, tag_sentence
from sayso.reading.timing import choose_interval, habitual_interval, inherit_interval

REACH = 1
"""Sentences back that a time still holds for a figure whose own sentence names none; 2 and more were worse on the gold reports."""
STAGE = "sayso.reading.en.v1"


class EnglishReader:
    """Reads the figures of English reports by rules.

    Attributes:
        stage: Its versioned name.
        measures: The measures it maps counted things and events to.
    """

    stage = STAGE

    def __init__(self, measures: Sequence[Measure] | None = None) -> None:
        self.measures = tuple(shipped_measures() if measures is None else measures)

    def find_figures(self, document: Document, outline: Outline) -> Figures:
        """Every figure of the document's body, in text order, and how they hang together.

        Dates, ages, durations, clock times, ordinals and names such as "Highway 7" are no figures.
        """
        page = _Page(document, outline)
        figures, sentences = [], []
        for drafts in _iter_drafts(page):
            for draft in drafts:
                if draft.phrase.kind != "time":
                    figures.append(_settle(page, draft, self.measures))
                    sentences.append(draft.place_in_outline)
        links = find_links(document.text, figures, sentences)
        return Figures(tuple(figures), links)


def find_quantities(text: str) -> tuple[Figure, ...]:
    """Every quantity of a text on its own: figures, and lengths of time and ages besides.

    Args:
        text: A text without headline or dateline.

    Returns:
        Figures in text order; a length of time has aspect ``measurement`` and a unit such as ``"year"``, an age the unit
        ``"year of age"``. No places and no dates are resolved against a day of publication.

    Examples:
        >>> [figure.quantity.low for figure in find_quantities("Over 230,000 cases in 15 years")]
        [230000, 15]
    """
    document = Document(id="text", text=text)
    page = _Page(document, make_outline(document), takes_lengths=True)
    measures = shipped_measures()
    return tuple(_settle(page, draft, measures) for drafts in _iter_drafts(page) for draft in drafts)


class _Draft(NamedTuple):
    """A figure on its way: the numeral with everything found around it."""

    numeral: Numeral
    bound: BoundWords
    sentence: TaggedSentence
    place_in_outline: Sentence
    phrase: CountedPhrase
    event: FoundEvent | None
    aspect: FoundAspect
    is_age: bool = False


class _Page:
    """A document with its time expressions and places, found once and looked up by figure."""

    def __init__(self, document: Document, outline: Outline, *, takes_lengths: bool = False) -> None:
        self.document = document
        self.text = document.text
        self.outline = outline
        self.anchor: dt.date | None = document.published
        self.takes_lengths = takes_lengths
        self.openings = [sentence.start for group in outline.sentences for sentence in group]
        start, end = document.body
        self.periods: list[Period] = find_periods(document.text, anchor=self.anchor, start=start, end=end)
        found = mask_periods(find_places(document.text, start, end), self.periods)
        self.places: list[FoundPlace] = found
        self.main_place: Place | None = main_place(found, document.title)

    def reach(self, start: int, sentences: int = 1) -> int:
        """Where so many sentences before a sentence begin: how far back a place or a time still holds."""
        position = bisect_left(self.openings, start)
        return self.openings[max(0, position - sentences)] if self.openings else 0

    def time_ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """What of a sentence is time: dates and clocks always, lengths and ages unless they are wanted."""
        ranges = []
        for period in self.periods:
            if period.phrase_end <= start or period.start >= end:
                continue
            if self.takes_lengths and period.kind in ("duration", "age"):
                continue
            ranges.append((period.start, period.end))
        return ranges


def _iter_drafts(page: _Page) -> Iterator[list[_Draft]]:
    """The drafts of each sentence that holds a number; paragraphs without any are not looked at."""
    last: _Draft | None = None
    for position, paragraph in enumerate(page.outline.paragraphs):
        if not may_hold_numbers(page.text, paragraph.start, paragraph.end):
            continue
        for sentence in page.outline.sentences[position]:
            if may_hold_numbers(page.text, sentence.start, sentence.end):
                drafts = _draft_sentence(page, sentence, last)
                last = drafts[-1] if drafts else last
                yield drafts


def _draft_sentence(page: _Page, place: Sentence, last: _Draft | None) -> list[_Draft]:
    """The drafts of a sentence, given the last one of the sentences before, from which an elided noun may be taken."""
    text = page.text
    numerals = find_numerals(text, place.start, place.end)
    masked = merge([*page.time_ranges(place.start, place.end), *find_masked(text, place.start, place.end)])
    kept = [numeral for numeral in numerals if not overlaps(numeral, masked)]
    if not kept:
        return []
    sentence = tag_sentence(text, place)
    drafts: list[_Draft] = []
    for numeral in kept:
        draft = _draft(page, sentence, place, numeral, drafts[-1] if drafts else None)
        if draft is not None and not drafts:
            draft = _take_noun(draft, last, place)
        if draft is not None and not _says_nothing(
            sentence, numeral, draft.phrase, draft.event, takes_lengths=page.takes_lengths
        ):
            if drafts and _shares_event(text, drafts[-1], draft):
                drafts[-1] = drafts[-1]._replace(
                    event=draft.event, aspect=draft.aspect if draft.aspect.aspect == "flow" else _FLOW
                )
            drafts.append(draft)
    return drafts


def _take_noun(draft: _Draft, last: _Draft | None, place: Sentence) -> _Draft:
    """The noun of the sentence before, where an event is said of a number alone: "an estimated 180,000 have left"."""
    if draft.phrase.unit is not None or draft.phrase.kind != "elided" or draft.event is None or last is None:
        return draft
    if last.phrase.kind not in ("noun", "elided") or place.paragraph > last.place_in_outline.paragraph + 1:
        return draft
    source = last.phrase
    phrase = draft.phrase._replace(
        start=source.start, end=source.end, lemma=source.lemma, unit=source.unit, rule="elided: the sentence before"
    )
    return draft._replace(phrase=phrase)


_FLOW = FoundAspect("flow", None, None, "coordinated with the figure behind")
_AND = re.compile(r"[^\d.;,]{0,60}?(?:,\s+|\s+and\s+)(?:[a-z]+\s+){0,3}")


def _shares_event(text: str, earlier: _Draft, later: _Draft) -> bool:
    """Whether a figure without an event is coordinated with the next: "six bridges and 15 km of road have been damaged"."""
    if (
        earlier.event is not None
        or later.event is None
        or not later.event.rule.startswith(("predicate", "participle", "state"))
    ):
        return False
    return (
        earlier.phrase.kind in ("noun", "unit")
        and _AND.fullmatch(text, earlier.numeral.end, later.bound.start) is not None
    )


def _draft(
    page: _Page, sentence: TaggedSentence, place: Sentence, numeral: Numeral, previous: _Draft | None
) -> _Draft | None:
    text = page.text
    age = is_age(text, numeral)
    if age and not page.takes_lengths:
        return None
    if is_name(text, sentence, numeral) or is_score(text, numeral) or is_idle_one(sentence, numeral):
        return None
    bound = find_bound(text, numeral, sentence.start)
    phrase = find_counted(text, sentence, numeral)
    if phrase.kind not in ("unit", "money", "time") and text[numeral.end : numeral.end + 1].isalpha():
        return None
    opening = sentence.at(bound.start if phrase.sign_start is None else min(bound.start, phrase.sign_start))
    if previous is not None and _holds(text, previous, numeral):
        return _Draft(numeral, bound, sentence, place, phrase, None, _WHOLE)
    if previous is not None and _restates(text, previous, numeral, phrase):
        bound = (
            bound._replace(bound=previous.bound.bound, rule="restates the figure before")
            if bound.bound == "exact"
            else bound
        )
        return _Draft(numeral, bound, sentence, place, phrase, previous.event, previous.aspect)
    event = find_event(sentence, phrase, opening)
    if _is_part(text, previous, numeral, phrase) and not (event and event.rule.startswith(("state", "participle"))):
        event = previous.event._replace(rule="part of the figure before") if previous and previous.event else event
    phrase, event = _inherit(sentence, numeral, phrase=phrase, event=event, previous=previous)
    numeral = _settle_point(numeral, phrase)
    aspect = find_aspect(text, sentence, numeral, phrase=phrase, event=event, opening=opening)
    return _Draft(numeral, bound, sentence, place, phrase, event, aspect, age)


_PART_CUE = re.compile(
    r"\b(?:including|of\s+(?:whom|them|which|these|those)|among\s+(?:them|whom|those))\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_WHOLE = FoundAspect("stock", None, None, "the whole of the part before")
_OF_WHOLE = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}(?:of|out\s+of)\s+(?:(?:the|its|their|all|[A-Z][\w-]*[’']s?|[a-z]+[’']s?)\s+)+(?:\w+\s+)?"
)
_BRACKET = re.compile(
    r"[^\d()]{0,40}\((?:or\s+|about\s+|around\s+|some\s+|nearly\s+|more\s+than\s+|approximately\s+|roughly\s+|over\s+|[$€£¥]|US\$|HK\$|A\$)*"
)


def _holds(text: str, previous: _Draft, numeral: Numeral) -> bool:
    """Whether a number is the whole of which the one before is a part: "12 of Bihar's 38 districts"."""
    return _OF_WHOLE.fullmatch(text, previous.numeral.end, numeral.start) is not None


def _restates(text: str, previous: _Draft, numeral: Numeral, phrase: CountedPhrase) -> bool:
    """Whether a number in brackets says the one before in another unit: "70 km per hour (43 mph)"."""
    kinds = (previous.phrase.kind, phrase.kind)
    return (
        kinds in (("unit", "unit"), ("money", "money"))
        and _BRACKET.fullmatch(text, previous.numeral.end, numeral.start) is not None
    )


def _is_part(text: str, previous: _Draft | None, numeral: Numeral, phrase: CountedPhrase) -> bool:
    """Whether a number without a noun is a part of the one before: "12 people died, including 3 in Dorn"."""
    if previous is None or phrase.kind != "elided":
        return False
    return _PART_CUE.search(text, previous.numeral.end, numeral.start) is not None


def _settle_point(numeral: Numeral, phrase: CountedPhrase) -> Numeral:
    """Fifteen hundred for "1.500 people": nobody counts thousandths of a person."""
    if not numeral.is_point_ambiguous or phrase.unit not in (
        "person",
        "house",
        "family",
        "household",
        "building",
        "home",
    ):
        return numeral
    value = numeral.low * 1000
    return numeral._replace(low=value, high=value, is_point_ambiguous=False)


_ABSTRACT = frozenset(
    """reason way thing time type kind option step question side point factor aspect example idea issue topic matter priority goal lesson theory scenario
    possibility difference feature element fold part word sentence sense minute seconds half""".split()
)


def _says_nothing(
    sentence: TaggedSentence, numeral: Numeral, phrase: CountedPhrase, event: FoundEvent | None, *, takes_lengths: bool
) -> bool:
    """A bare number with no noun and no event counts nothing that we could name; nor do "three reasons", "four times"."""
    if takes_lengths:
        return False
    if phrase.kind == "noun" and phrase.lemma in _ABSTRACT and numeral.kind == "number":
        return True
    if numeral.kind == "none":
        return event is None or event.event.lemma not in _PERSON_EVENTS
    if phrase.kind != "elided" or numeral.kind in ("share", "vague", "none"):
        return False
    if event is not None:
        return numeral.is_spelled and numeral.low == 1 and event.rule.startswith("toll")
    return True


_PERSON_EVENTS = frozenset(
    """die miss injure wound hurt kill displace homeless strand trap arrest detain evacuate hospitalise infect rescue shelter flee live drown execute kidnap abduct
    shoot burn bury survive sicken behead massacre capture desert casualty absent live stay treat charge""".split()
)


def _inherit(
    sentence: TaggedSentence,
    numeral: Numeral,
    *,
    phrase: CountedPhrase,
    event: FoundEvent | None,
    previous: _Draft | None,
) -> tuple[CountedPhrase, FoundEvent | None]:
    """Fill what the figure leaves out from its event or from the figure before it in the sentence."""
    before = sentence.word(sentence.at(numeral.start) - 1)
    follows = previous is not None and before in (
        "and",
        ",",
        "or",
        "to",
        "another",
        "than",
        "least",
        "whom",
        "them",
        "including",
        "some",
        "about",
        "further",
        "more",
    )
    if phrase.kind == "elided" and phrase.unit is None:
        if event is not None and event.event.lemma in _PERSON_EVENTS and not (previous and _counts_things(previous)):
            phrase = phrase._replace(unit="person", lemma="person", rule="elided: an event of people")
        elif previous is not None and previous.phrase.unit is not None and previous.phrase.kind in ("noun", "elided"):
            phrase = phrase._replace(
                unit=previous.phrase.unit, lemma=previous.phrase.lemma, start=previous.phrase.start, end=previous.phrase.end,
                rule="elided: the figure before",
            )  # fmt: skip
    if (
        event is None
        and follows
        and previous is not None
        and previous.event is not None
        and previous.phrase.unit == phrase.unit
    ):
        event = previous.event._replace(rule="coordinated with the figure before")
    return phrase, event


def _counts_things(previous: _Draft) -> bool:
    return previous.phrase.kind == "noun" and previous.phrase.unit != "person"


def _settle(page: _Page, draft: _Draft, measures: Sequence[Measure]) -> Figure:
    text, numeral, phrase = page.text, draft.numeral, draft.phrase
    span = make_span(text, numeral.start, numeral.end)
    unit = "year of age" if draft.is_age else phrase.unit
    quantity = make_quantity(text, numeral, draft.bound, unit=unit, direction=draft.aspect.direction)
    sentence = (draft.sentence.start, draft.sentence.end)
    figure = (numeral.start, numeral.end)
    interval, when_rule = choose_interval(
        text, page.periods, figure=figure, sentence=sentence, aspect=draft.aspect.aspect, anchor=page.anchor
    )
    if interval is None and draft.aspect.aspect in ("flow", "cumulative", "measurement") and draft.event is not None:
        interval, when_rule = inherit_interval(
            text, page.periods, sentence=sentence, reach=page.reach(sentence[0], REACH)
        )
    if draft.aspect.aspect == "rate" and (interval is None or interval.kind != "since"):
        interval = habitual_interval(interval if interval and interval.kind == "habitual" else None, page.anchor)
    known = [found for found in page.places if found.place.start < draft.sentence.end]
    place, where_rule = choose_place(
        text, known, figure=figure, sentence=sentence, reach=page.reach(sentence[0]), main=page.main_place
    )
    event = draft.event.event if draft.event else None
    measure = find_measure(
        measures, lemma=phrase.lemma, unit=unit, event=event.lemma if event else None, sentence=text[slice(*sentence)]
    )
    aspect = _with_interval(draft.aspect, interval)
    rules = {
        "quantity": f"{numeral.kind}, {draft.bound.rule}",
        "counted": phrase.rule,
        "event": draft.event.rule if draft.event else "no event found",
        "measure": f"codebook measure {measure.id}" if measure else "no codebook measure fits",
        "aspect": aspect.rule,
        "interval": when_rule,
        "place": where_rule,
    }
    return Figure(
        span=span,
        quantity=quantity,
        counted=_counted(text, phrase),
        event=event,
        measure=measure.id if measure else None,
        aspect=aspect.aspect,
        per=aspect.per,
        interval=interval,
        place=place,
        passage=make_passage(text, *sentence),
        confidence=_confidence(draft, event),
        rules=rules,
    )


def _with_interval(found: FoundAspect, interval: Interval | None) -> FoundAspect:
    if found.aspect == "flow" and interval is not None and interval.kind == "since":
        return found._replace(aspect="cumulative", rule="since a start up to the report")
    return found


def _counted(text: str, phrase: CountedPhrase) -> Counted | None:
    if phrase.start is None or phrase.end is None or phrase.lemma is None:
        return None
    return Counted(start=phrase.start, end=phrase.end, exact=text[phrase.start : phrase.end], lemma=phrase.lemma)


def _confidence(draft: _Draft, event: Event | None) -> float:
    """How sure the reading is: less for elided nouns, missing events, spelled ones and points that may be commas.

    The numbers order readings; they are not yet calibrated.
    """
    confidence = 0.95
    confidence -= 0.15 if draft.phrase.kind == "elided" else 0.0
    confidence -= 0.1 if event is None else 0.0
    confidence -= 0.15 if draft.numeral.is_spelled and draft.numeral.low == 1 else 0.0
    confidence -= 0.2 if draft.numeral.is_point_ambiguous else 0.0
    return round(confidence, 2)
