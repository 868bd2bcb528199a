"""Drafts of figures: numerals with their bound, noun, event and aspect, elided parts filled in."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.model import Sentence
from sayso.reading.about import Placed, find_about
from sayso.reading.aspects import FoundAspect, find_aspect
from sayso.reading.before_number import Numbered, find_labelled, find_levelled, find_numbered
from sayso.reading.bounds import BoundWords, find_bound
from sayso.reading.counted import CountedPhrase, find_counted
from sayso.reading.draft import PERSON_EVENTS, Draft, as_people, opening_of
from sayso.reading.event_words import FoundEvent
from sayso.reading.events import find_event, find_modifier
from sayso.reading.exclusions import (
    find_masked,
    is_age,
    is_age_level,
    is_idle_one,
    is_name,
    is_score,
    merge,
    take_unmasked,
)
from sayso.reading.lemmas import noun_lemma, verb_lemma
from sayso.reading.numbers import Numeral, find_numerals, may_hold_numbers
from sayso.reading.page import Page
from sayso.reading.pieces import Stretch
from sayso.reading.settled_events import choose_events
from sayso.reading.shared_units import take_unit_before, take_unit_behind
from sayso.reading.tagged import TaggedSentence, tag_sentence
from sayso.reading.units import is_person


def iter_drafts(page: Page, *, is_ranked: bool = True) -> Iterator[list[Draft]]:
    """The drafts of each sentence that holds a number; paragraphs without any are not looked at.

    Args:
        page: The document.
        is_ranked: Whether the event is chosen among all words that can be meant; else it is what the rules answer.
    """
    last: Draft | None = None
    for position, paragraph in enumerate(page.outline.paragraphs):
        if not may_hold_numbers(page.text, paragraph.start, paragraph.end):
            continue
        for sentence in page.outline.sentences[position]:
            if may_hold_numbers(page.text, sentence.start, sentence.end):
                drafts = _draft_sentence(page, sentence, last)
                if is_ranked:
                    drafts = choose_events(page.text, drafts)
                last = drafts[-1] if drafts else last
                yield drafts


def _draft_sentence(page: Page, place: Sentence, last: Draft | None) -> list[Draft]:
    """The drafts of a sentence, given the last one of the sentences before, from which an elided noun may be taken."""
    text = page.text
    numerals = find_numerals(text, place.start, place.end)
    if not numerals:
        return []
    masked = merge([*page.time_ranges(place.start, place.end), *find_masked(text, place.start, place.end)])
    kept = take_unmasked(text, numerals, masked)
    if not kept:
        return []
    sentence = tag_sentence(text, place)
    drafts: list[Draft] = []
    for numeral in kept:
        draft = _draft(page, sentence, place, numeral, drafts[-1] if drafts else None)
        if draft is not None and not drafts:
            draft = _take_noun(draft, last, place)
        if draft is not None and (page.takes_lengths or not _says_nothing(sentence, draft)):
            _share_event(text, drafts, draft)
            if drafts and _leaves_noun_to(sentence, drafts[-1], draft):
                drafts[-1] = drafts[-1]._replace(phrase=_noun_of(drafts[-1].phrase, draft.phrase, "the figure behind"))
            if drafts:
                phrase = take_unit_behind(text, drafts[-1], draft.numeral, draft.phrase)
                drafts[-1] = drafts[-1]._replace(phrase=phrase)
            drafts.append(draft)
    return _say_about(page, sentence, drafts)


def _say_about(page: Page, sentence: TaggedSentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts with what each is about."""
    if not drafts:
        return drafts
    times = [
        Stretch(sentence.at(start), sentence.at(end - 1) + 1)
        for start, end in page.time_ranges(sentence.start, sentence.end)
    ]
    placed = [
        Placed(_words_of(sentence, draft), draft.phrase, draft.numeral.kind == "share", draft.is_age)
        for draft in drafts
    ]
    found = find_about(page.text, sentence, placed, times)
    return [draft._replace(about=about) for draft, about in zip(drafts, found, strict=True)]


def _words_of(sentence: TaggedSentence, draft: Draft) -> Stretch:
    """The words of a figure: bound words and sign, number, unit or counted noun where it stands behind the number."""
    phrase, numeral = draft.phrase, draft.numeral
    start = draft.bound.start if phrase.sign_start is None else min(draft.bound.start, phrase.sign_start)
    end = max(numeral.end, draft.bound.end)
    if phrase.kind == "money" and sentence.word(sentence.at(end)) in ("us", "u.s.", "usd"):
        end = sentence.ends[sentence.at(end)]
    if numeral.kind != "share" and phrase.start is not None and phrase.end is not None and phrase.start >= numeral.end:
        end = max(end, phrase.end)
    return Stretch(sentence.at(start), _past_per(sentence, phrase, sentence.at(end - 1) + 1))


_PERIODS = frozenset(["hour", "day", "night", "week", "month", "year"])


def _past_per(sentence: TaggedSentence, phrase: CountedPhrase, last: int) -> int:
    """Past "a share", "per tonne", "each" behind money and measures, which say what one of it is for."""
    if phrase.kind not in ("money", "unit", "time"):
        return last
    after = last + (sentence.word(last) == "-")
    is_one = sentence.word(after) in ("a", "an", "per") and sentence.tag(after + 1) in ("NN", "NNP", "JJ")
    if is_one and (sentence.tag(after + 2) not in ("NN", "NNS", "NNP") or sentence.word(after + 1) in _PERIODS):
        return after + 2
    if is_one and after > last and sentence.word(after + 2) != "-":
        return after + 2
    return last + 1 if sentence.word(last) in ("each", "apiece") else last


def _leaves_noun_to(sentence: TaggedSentence, earlier: Draft, later: Draft) -> bool:
    """Whether the noun stands with the second figure only: "killed 28 and wounded 30 militants", "30 regime and 39 rebel fighters"."""
    start, end = sentence.at(earlier.numeral.end), sentence.at(later.bound.start)
    if later.phrase.kind != "noun" or later.phrase.unit != "person":
        return False
    if earlier.phrase.rule == "elided: an event of people" and earlier.phrase.kind == "elided":
        return (
            sentence.word(start) == "and"
            and end == start + 2
            and sentence.tag(start + 1).startswith("VB")
            and later.phrase.lemma != "other"
        )
    is_modifier = earlier.phrase.kind == "noun" and earlier.numeral.low > 1 and earlier.phrase.unit != "person"
    is_alone = end == start + 2 and sentence.tag(start) == "NN" and sentence.word(start + 1) == "and"
    return is_modifier and is_alone and later.phrase.following - later.phrase.first > 1


def _take_noun(draft: Draft, last: Draft | None, place: Sentence) -> Draft:
    """The noun of the sentence before, where an event is said of a number alone: "an estimated 180,000 have left"."""
    if draft.phrase.unit is not None or draft.phrase.kind != "elided" or draft.event is None or last is None:
        return draft
    if last.phrase.kind not in ("noun", "elided") or place.paragraph > last.place_in_outline.paragraph + 1:
        return draft
    return draft._replace(phrase=_noun_of(draft.phrase, last.phrase, "the sentence before"))


def _noun_of(phrase: CountedPhrase, source: CountedPhrase, where: str) -> CountedPhrase:
    """A phrase with the noun that another has."""
    return phrase._replace(
        start=source.start, end=source.end, lemma=source.lemma, unit=source.unit, rule=f"elided: {where}"
    )


_FLOW = FoundAspect("flow", None, None, "coordinated with the figure behind")
_AND = re.compile(r"[^\d.;,]{0,60}?(?:\s+and\s+(?:[a-z]+\s+){0,3}|,\s+)")
_OF_THEM = re.compile(r"\s+(?:[\w-]+\s+){0,2}of\s+(?:whom|which|them|these|those)\b", re.IGNORECASE)


def _share_event(text: str, drafts: list[Draft], later: Draft) -> None:
    """Give the event behind a figure to those before it of which it is said too: "left 23 civilians and 16 fighters dead"."""
    if not drafts or not _shares_event(text, drafts[-1], later):
        return
    left = drafts[-1].event
    aspect = later.aspect if later.aspect.aspect == "flow" else _FLOW
    for position in range(len(drafts) - 1, -1, -1):
        event = drafts[position].event
        if position < len(drafts) - 1 and (left is None or event is None or event.event != left.event):
            return
        drafts[position] = drafts[position]._replace(event=later.event, aspect=aspect)


def _shares_event(text: str, earlier: Draft, later: Draft) -> bool:
    """Whether a figure without an event is coordinated with the next: "six bridges and 15 km of road have been damaged"."""
    is_left = earlier.event is not None and earlier.event.event.lemma == "leave"
    if (
        (
            earlier.event is not None
            and not (is_left and later.event is not None and later.event.rule.startswith("state"))
        )
        or later.event is None
        or not later.event.rule.startswith(("predicate", "participle", "state"))
    ):
        return False
    if _OF_THEM.match(text, later.numeral.end):
        return False
    if earlier.phrase.kind not in ("noun", "unit"):
        return False
    is_next_word = earlier.phrase.end is not None and earlier.phrase.end + 1 == later.bound.start
    return is_next_word or _AND.fullmatch(text, earlier.numeral.end, later.bound.start) is not None


def _draft(
    page: Page, sentence: TaggedSentence, place: Sentence, numeral: Numeral, previous: Draft | None
) -> Draft | None:
    text = page.text
    age = is_age(text, numeral) or (page.takes_lengths and is_age_level(text, numeral))
    if age and not page.takes_lengths:
        return None
    if is_name(text, sentence, numeral) or is_score(text, numeral):
        return None
    if is_idle_one(sentence, numeral, takes_parts=page.takes_lengths):
        return None
    bound = find_bound(text, numeral, sentence.start)
    phrase = find_counted(text, sentence, numeral, end=bound.end)
    if _is_first_part_of_word(text, numeral, phrase) or _is_size(page, previous, numeral, phrase):
        return None
    if phrase.kind not in ("unit", "money", "time") and text[numeral.end : numeral.end + 1].isalpha():
        return None
    opening = opening_of(sentence, bound, phrase)
    if (previous is not None and _holds(text, previous, numeral)) or _is_partitioned(text, sentence, bound):
        return Draft(numeral, bound, sentence, place, phrase, find_modifier(sentence, phrase), _WHOLE, role="whole")
    if previous is not None and _restates(text, previous, numeral, phrase):
        if bound.bound == "exact":
            bound = bound._replace(bound=previous.bound.bound, rule="restates the figure before")
        return Draft(numeral, bound, sentence, place, phrase, previous.event, previous.aspect, role="restates")
    event = find_event(sentence, phrase, opening)
    phrase, event = _name_number(sentence, opening, phrase, event)
    is_own = event is not None and (
        (phrase.kind == "noun" and not event.rule.startswith("toll")) or event.rule.startswith(("state", "participle"))
    )
    if not is_own and _is_part(text, previous, numeral, phrase):
        event = previous.event._replace(rule="part of the figure before") if previous and previous.event else event
    phrase = take_unit_before(sentence, numeral, phrase, previous)
    phrase, event = _fill(sentence, numeral, phrase=phrase, event=event, previous=previous)
    numeral = _settle_point(numeral, phrase)
    aspect = find_aspect(text, sentence, numeral, phrase=phrase, event=event, opening=opening)
    if previous is not None and _restates_change(text, previous, numeral, phrase):
        aspect = previous.aspect
    if aspect.direction and numeral.high is not None and numeral.low < 0:
        numeral = numeral._replace(low=-numeral.high, high=-numeral.low)  # "-1.3%" is down by 1.3%
    return Draft(numeral, bound, sentence, place, phrase, event, aspect, age)


_PART_CUE = re.compile(
    r"\b(?:including|of\s+(?:whom|them|which|these|those)|among\s+(?:them|whom|those))\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_WHOLE = FoundAspect("stock", None, None, "the whole of the part before")
_OF_WHOLE = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}(?:of|out\s+of)\s+(?:(?:the|its|their|all|[A-Z][\w-]*[’']s?|[a-z]+[’']s?)\s+)*(?:(?:about|some|more\s+than|nearly|over|estimated)\s+)?"
)
_BRACKET = re.compile(
    r"[^\d()]{0,40}\((?:or\s+|about\s+|around\s+|some\s+|nearly\s+|more\s+than\s+|approximately\s+|roughly\s+|over\s+|[$€£¥]|US\s?\$|HK\$|A\$)*"
)
_SLASH = re.compile(r"\s?(?![\d/])\S{1,6}(?:\s/\s|\s?/(?=\d))")
"""As in "224 kW / 300 PS"."""
_PEOPLE = ({"person", "family"}, {"person", "household"})
_ALSO = re.compile(
    r"[^\d(),;.]{0,30}(?:\sor\s|\s?/\s?)(?:(?:about|around|some|nearly|more\s+than|approximately|roughly|over)\s+)?"
)
"""As in "9,000 families or 54,000 people" and "54,000 people / 9,000 families"."""
_OR_INSERTED = re.compile(
    r"[^\d(),;.]{0,40},\s+or\s+(?:about\s+|around\s+|some\s+|nearly\s+|more\s+than\s+|approximately\s+|roughly\s+|over\s+)*"
)


def _holds(text: str, previous: Draft, numeral: Numeral) -> bool:
    """Whether a number is the whole of which the one before is a part: "12 of Bihar's 38 districts"."""
    return _OF_WHOLE.fullmatch(text, previous.numeral.end, numeral.start) is not None


_PARTITIVE = re.compile(
    r"\b(?:one|none|neither|either|some|many|most|few|several|first|second|third|last|any|each|part|majority|half)\s+of\s+(?:the|these|those|its|their|all)?\s*"
    r"(?:(?:about|some|more\s+than|over|nearly)\s+)?$",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"[-\u2011](?P<word>[a-z]+)")
_COUNTED_BY_HYPHEN = frozenset(["strong", "member", "person", "man", "woman", "odd", "plus"])


def _is_partitioned(text: str, sentence: TaggedSentence, bound: BoundWords) -> bool:
    """Whether a number is a whole of which the words take a part: "none of the 40", "one of the two sites"."""
    return _PARTITIVE.search(text, max(sentence.start, bound.start - 40), bound.start) is not None


def _is_first_part_of_word(text: str, numeral: Numeral, phrase: CountedPhrase) -> bool:
    """Whether a number only describes the noun behind: "a 20-storey building", "a three-point plan"."""
    match = _HYPHENED.match(text, numeral.end)
    if match is None or phrase.kind in ("unit", "money", "time") or numeral.kind == "share":
        return False
    return match.group("word") not in _COUNTED_BY_HYPHEN


def _is_size(page: Page, previous: Draft | None, numeral: Numeral, phrase: CountedPhrase) -> bool:
    """Whether a number is only the size of what the number right before it counts: "two 500-pound bombs"."""
    if previous is None or page.takes_lengths:
        return False
    text = page.text
    is_next = text[previous.numeral.end : numeral.start].isspace()
    return is_next and phrase.kind == "unit" and _HYPHENED.match(text, numeral.end) is not None


def _restates(text: str, previous: Draft, numeral: Numeral, phrase: CountedPhrase) -> bool:
    """Whether a number says the one before in another unit: "70 km per hour (43 mph)", "300 people, or 60 families"."""
    if numeral.kind == "share":
        return False
    kinds = (previous.phrase.kind, phrase.kind)
    is_other = previous.phrase.unit != phrase.unit
    between = (text, previous.numeral.end, numeral.start)
    if kinds == ("unit", "unit") and is_other and _SLASH.fullmatch(*between):
        return True
    if kinds == ("noun", "noun") and {previous.phrase.unit, phrase.unit} in _PEOPLE and _ALSO.fullmatch(*between):
        return True
    if kinds in (("unit", "unit"), ("noun", "noun")) and is_other and _OR_INSERTED.fullmatch(*between):
        return True
    is_converted = kinds in (("unit", "unit"), ("money", "money")) or (kinds == ("noun", "noun") and is_other)
    return is_converted and _BRACKET.fullmatch(*between) is not None


_OR = re.compile(
    r"[^\d;.]{0,24}?(?:,?\s+or\s+|\s+\()(?:about\s+|around\s+|nearly\s+|roughly\s+|more\s+than\s+)?\W{0,3}"
)


def _restates_change(text: str, previous: Draft, numeral: Numeral, phrase: CountedPhrase) -> bool:
    """Whether a number says the change before it once more: "slipped 46 cents, or 0.6%"."""
    if previous.aspect.aspect != "change" or previous.numeral.kind == numeral.kind == "share":
        return False
    is_amount = numeral.kind == "share" or phrase.kind in ("unit", "money") or phrase.unit == "point"
    return is_amount and _OR.fullmatch(text, previous.numeral.end, numeral.start) is not None


def _is_part(text: str, previous: Draft | None, numeral: Numeral, phrase: CountedPhrase) -> bool:
    """Whether a number without a noun is a part of the one before: "12 people died, including 3 in Dorn"."""
    if previous is None or phrase.kind not in ("elided", "noun"):
        return False
    between = text[previous.numeral.end : numeral.start]
    return _PART_CUE.search(between) is not None and not between.lstrip().lower().startswith(
        ("of whom", "of them", "of which")
    )


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


def _says_nothing(sentence: TaggedSentence, draft: Draft) -> bool:
    """A bare number with no noun and no event counts nothing that we could name; nor do "three reasons", "four times"."""
    numeral, phrase, event = draft.numeral, draft.phrase, draft.event
    if phrase.kind == "noun" and phrase.lemma in _ABSTRACT and numeral.kind == "number":
        return True
    if numeral.kind == "none":
        return event is None or event.event.lemma not in PERSON_EVENTS | _MOSTLY_PERSON_EVENTS
    if phrase.kind != "elided" or numeral.kind in ("share", "vague") or draft.aspect.aspect == "change":
        return False
    if event is not None:
        return numeral.is_spelled and numeral.low == 1 and event.rule.startswith("toll")
    return not _is_level(sentence, numeral)


_MOVES = frozenset(
    "rise fall increase decrease drop grow climb jump decline surge double triple quadruple halve".split()
)
_LEVEL_REACH = 12
"""Words before a level in which the verb of its change stands, and around it the other level."""


def _is_level(sentence: TaggedSentence, numeral: Numeral) -> bool:
    """Whether a bare number is what something rose or fell from or to: "herds fell from 174 to 112"."""
    at = sentence.at(numeral.start)
    side = sentence.word(at - 1)
    if side not in ("from", "to"):
        return False
    words = sentence.lowered[max(0, at - _LEVEL_REACH) : at + _LEVEL_REACH]
    other = "to" if side == "from" else "from"
    has_other = any(one == other and after[:1].isdigit() for one, after in pairwise(words))
    before = sentence.lowered[max(0, at - _LEVEL_REACH) : at]
    return has_other and any(verb_lemma(word) in _MOVES for word in before)


_HARMS = frozenset("die injure wound hurt kill displace arrest evacuate infect drown".split())
"""What a share without a noun must be said of to be one of people: "60% died", never "shares returned 7.6%"."""
_MOSTLY_PERSON_EVENTS = frozenset(
    "miss strand trap rescue shelter burn bury survive capture stay treat charge shoot join".split()
)
"""What happens to people unless the figure before counts things."""


_FOLLOWING = frozenset("and , or to another than least whom them including some about further more from with".split())


def _fill(
    sentence: TaggedSentence,
    numeral: Numeral,
    *,
    phrase: CountedPhrase,
    event: FoundEvent | None,
    previous: Draft | None,
) -> tuple[CountedPhrase, FoundEvent | None]:
    """Fill what the figure leaves out from its event or from the figure before it in the sentence."""
    if phrase.kind == "elided" and phrase.unit is None:
        if event is not None and event.rule.startswith("toll"):
            phrase = _number_of(sentence, phrase, event.position)
        if phrase.unit is None:
            phrase = _fill_noun(sentence, numeral, phrase=phrase, event=event, previous=previous)
    if event is None and previous is not None and previous.event is not None:
        follows = sentence.word(sentence.at(numeral.start) - 1) in _FOLLOWING
        as_objects = previous.event.rule.startswith(("verb before", "coordinated", "part of")) and phrase.kind != "time"
        if follows and (as_objects or phrase.kind == "elided"):
            is_toll = previous.event.rule.startswith("toll")
            event = previous.event if is_toll else previous.event._replace(rule="coordinated with the figure before")
    return phrase, event


def _fill_noun(
    sentence: TaggedSentence,
    numeral: Numeral,
    *,
    phrase: CountedPhrase,
    event: FoundEvent | None,
    previous: Draft | None,
) -> CountedPhrase:
    stands_alone = numeral.kind == "share" and sentence.word(sentence.at(numeral.end)) != "of"
    is_of_people = _is_of_people(sentence, phrase, event, previous)
    if is_of_people and not (stands_alone and event is not None and event.event.lemma not in _HARMS):
        return as_people(phrase)
    if previous is None or previous.phrase.unit is None or previous.phrase.kind not in ("noun", "elided"):
        return phrase
    if stands_alone and previous.numeral.kind != "share":
        return phrase
    source = previous.phrase
    return _noun_of(phrase, source, "the figure before")


def _is_of_people(
    sentence: TaggedSentence, phrase: CountedPhrase, event: FoundEvent | None, previous: Draft | None
) -> bool:
    lemma = event.event.lemma if event else ""
    if lemma in PERSON_EVENTS or sentence.word(phrase.following) == "who":
        return True
    return lemma in _MOSTLY_PERSON_EVENTS and not (previous is not None and _counts_things(previous))


def _number_of(sentence: TaggedSentence, phrase: CountedPhrase, position: int) -> CountedPhrase:
    """The noun of "the number of deserters has surged to 180,000", which the number itself leaves out."""
    if sentence.tag(position) != "NNS" or sentence.word(position - 1) not in ("of", "displaced", "injured", "wounded"):
        return phrase
    word = sentence.words[position]
    lemma = noun_lemma(word.text)
    unit = "person" if is_person(lemma) else lemma
    return phrase._replace(start=word.start, end=word.end, lemma=lemma, unit=unit, rule="the number of")


def _name_number(
    sentence: TaggedSentence, opening: int, phrase: CountedPhrase, event: FoundEvent | None
) -> tuple[CountedPhrase, FoundEvent | None]:
    """The noun and the event of a number alone from what it is said to be the number of, or from its label."""
    if phrase.kind != "elided" or phrase.unit is not None:
        return phrase, event
    numbered = find_numbered(sentence, opening) or find_labelled(sentence, opening) or find_levelled(sentence, opening)
    return (phrase, event) if numbered is None else (_of_number(sentence, phrase, numbered), numbered.event or event)


def _of_number(sentence: TaggedSentence, phrase: CountedPhrase, numbered: Numbered) -> CountedPhrase:
    word = sentence.words[numbered.noun]
    lemma = noun_lemma(word.text)
    unit = "person" if is_person(lemma) else lemma
    return phrase._replace(start=word.start, end=word.end, lemma=lemma, unit=unit, kind="noun", rule="the number of")


def _counts_things(previous: Draft) -> bool:
    return previous.phrase.kind == "noun" and previous.phrase.unit != "person"
