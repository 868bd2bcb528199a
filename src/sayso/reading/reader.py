"""READ: the figures of a document, from numerals to full records."""

import re
from collections.abc import Sequence

from sayso.model import (
    Counted,
    Document,
    Figure,
    Figures,
    Interval,
    Measure,
    Outline,
    make_outline,
    make_passage,
    make_span,
)
from sayso.reading.aspects import FoundAspect
from sayso.reading.codebooks import shipped_measures
from sayso.reading.confidence import find_confidence
from sayso.reading.counted import CountedPhrase
from sayso.reading.draft import Draft
from sayso.reading.drafts import iter_drafts
from sayso.reading.happenings import settle_happening
from sayso.reading.links import find_links
from sayso.reading.measures import find_measure
from sayso.reading.page import Page
from sayso.reading.place_features import Spot, read_spot
from sayso.reading.quantities import make_quantity
from sayso.reading.threads import CONSEQUENCES
from sayso.reading.timing import choose_interval, event_interval, habitual_interval, inherit_interval, total_so_far

_PERCENT = re.compile(r"%|per\s?cent|pct", re.IGNORECASE)
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
        page = Page(document, outline)
        figures, sentences = [], []
        for drafts in iter_drafts(page):
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
    page = Page(document, make_outline(document), takes_lengths=True)
    measures = shipped_measures()
    return tuple(_settle(page, draft, measures) for drafts in iter_drafts(page) for draft in drafts)


def make_spot(page: Page, draft: Draft) -> Spot:
    """A draft as far as its place depends on it."""
    return read_spot(
        page.text,
        numeral=(draft.numeral.start, draft.numeral.end),
        sentence=(draft.sentence.start, draft.sentence.end),
        ends=(draft.phrase.end, draft.event.event.end if draft.event else None),
        aspect=draft.aspect.aspect,
        before=page.reach(draft.sentence.start),
    )


def _settle(page: Page, draft: Draft, measures: Sequence[Measure]) -> Figure:
    text, numeral, sentence = page.text, draft.numeral, draft.sentence
    figure = (numeral.start, numeral.end)
    stretch = (sentence.start, sentence.end)
    unit = _unit(text, draft)
    interval, when_rule = _find_when(page, draft)
    event = draft.event.event if draft.event else None
    happened = event.lemma if event else None
    measure = find_measure(
        measures, lemma=draft.phrase.lemma, unit=unit, event=happened, sentence=text[sentence.start : sentence.end]
    )
    aspect = _with_interval(_with_measure(draft.aspect, measure), interval, draft)
    aspect = settle_happening(text, draft, aspect, interval)
    where = page.chooser.choose(make_spot(page, draft))
    rules = _rules(draft, measure, aspect) | {"interval": when_rule, "place": where.rule}
    return Figure(
        span=make_span(text, *figure),
        quantity=make_quantity(text, numeral, draft.bound, unit=unit, direction=aspect.direction),
        counted=_counted(text, draft.phrase),
        event=event,
        measure=measure.id if measure else None,
        aspect=aspect.aspect,
        per=aspect.per,
        interval=interval,
        place=where.place,
        passage=make_passage(text, *stretch),
        confidence=find_confidence(rules),
        rules=rules,
        about=draft.about,
    )


def _unit(text: str, draft: Draft) -> str | None:
    if draft.is_age:
        return "year of age"
    numeral = draft.numeral
    if draft.phrase.unit is None and numeral.kind == "share" and _PERCENT.search(text, numeral.start, numeral.end):
        return "percentage"
    return draft.phrase.unit


def _find_when(page: Page, draft: Draft) -> tuple[Interval | None, str]:
    """The interval of the figure's own sentence, else of the one before; a rate without a start holds up to the report."""
    stretch = (draft.sentence.start, draft.sentence.end)
    figure = (draft.numeral.start, draft.numeral.end)
    aspect = draft.aspect.aspect
    if aspect == "measurement" and _DISTANCE.match(page.text, draft.numeral.end):
        return None, "how far it is, at any time"
    interval, rule = choose_interval(
        page.text, page.periods_between(*stretch), figure=figure, sentence=stretch, aspect=aspect, anchor=page.anchor
    )
    if interval is None and _goes_on(draft, page.text):
        reach = page.reach(draft.sentence.start, REACH)
        earlier = page.periods_between(reach, draft.sentence.start)
        interval, rule = inherit_interval(page.text, earlier, sentence=stretch, reach=reach)
    if interval is None and (aspect == "stock" or _is_of_event(draft)):
        events = page.events if _is_of_event(draft) else ()
        interval, rule = event_interval(page.text, events, sentence=stretch, figure=figure, anchor=page.anchor)
    if interval is None and aspect == "cumulative":
        interval = total_so_far(page.text, sentence=stretch, figure=figure, anchor=page.anchor)
        rule = "a running total up to the report" if interval else rule
    if aspect == "rate" and (interval is None or interval.kind != "since"):
        interval = habitual_interval(interval if interval and interval.kind == "habitual" else None, page.anchor)
        rule = "a rate up to the report"
    return interval, rule


def _goes_on(draft: Draft, text: str) -> bool:
    """Whether a figure may go on from the sentence before: what happened there, and how much rain fell there too."""
    event, aspect = draft.event, draft.aspect.aspect
    if aspect == "measurement":
        if event is not None:
            return event.event.lemma not in _STATIC
        return _WEATHER.search(text, draft.sentence.start, draft.sentence.end) is not None
    return event is not None and aspect in ("flow", "cumulative")


_DISTANCE = re.compile(
    r"[\s-]*(?:km|kilomet(?:re|er)s?|miles?|m|met(?:re|er)s?)\s+(?:to\s+the\s+)?(?:north|south|east|west|from|away|off|outside|inland)\w*",
    re.IGNORECASE,
)
_STATIC = frozenset("lie locate situate stand be measure live stretch".split())
_WEATHER = re.compile(r"\b(?:rain|rainfall|snow|winds?|gusts?)\b")


def _is_of_event(draft: Draft) -> bool:
    """Whether a figure says what a disaster or an act of violence did: it then has the time of that event."""
    event, aspect = draft.event, draft.aspect.aspect
    if event is None or aspect not in ("flow", "cumulative", "measurement", "stock"):
        return False
    if aspect == "stock" and (event.event.lemma == "leave" or event.rule == "modifier of the noun"):
        return event.event.lemma == "leave"  # "300 were left homeless", but not "camps of displaced people"
    return event.event.lemma in CONSEQUENCES


def _rules(draft: Draft, measure: Measure | None, aspect: FoundAspect) -> dict[str, str]:
    return {
        "quantity": f"{draft.numeral.kind}, {draft.bound.rule}",
        "counted": draft.phrase.rule,
        "event": draft.event.rule if draft.event else "no event found",
        "measure": f"codebook measure {measure.id}" if measure else "no codebook measure fits",
        "aspect": aspect.rule,
        "about": ", ".join(f"{one.role}: {one.lemma}" for one in draft.about) or "nothing beyond what is counted",
    }


def _with_measure(found: FoundAspect, measure: Measure | None) -> FoundAspect:
    """The aspect of the codebook where the words left it open."""
    if measure is None or measure.aspect is None or not found.rule.startswith(("no event", "event ")):
        return found
    return found._replace(aspect=measure.aspect, rule=f"codebook measure {measure.id}")


def _with_interval(found: FoundAspect, interval: Interval | None, draft: Draft) -> FoundAspect:
    """A count of what happened since a start, or "had died by Tuesday", is a running total."""
    if found.aspect != "flow" or interval is None:
        return found
    if interval.kind == "since":
        return found._replace(aspect="cumulative", rule="since a start up to the report")
    if interval.kind == "as_of" and draft.event is not None and (draft.event.is_perfect or _had_been(draft)):
        return found._replace(aspect="cumulative", rule="a perfect as of a day")
    return found


def _had_been(draft: Draft) -> bool:
    """Whether "has", "have" or "had" stands around a figure: "by Tuesday, 40 arrests had been made"."""
    around = draft.sentence.at(draft.numeral.start)
    return bool(_HAVING & set(draft.sentence.lowered[max(0, around - _HAVING_REACH) : around + _HAVING_REACH]))


_HAVING = frozenset(["has", "have", "had"])
_HAVING_REACH = 8
"""Words around a figure in which the verb of its clause stands."""


def _counted(text: str, phrase: CountedPhrase) -> Counted | None:
    if phrase.start is None or phrase.end is None or phrase.lemma is None:
        return None
    return Counted(start=phrase.start, end=phrase.end, exact=text[phrase.start : phrase.end], lemma=phrase.lemma)
