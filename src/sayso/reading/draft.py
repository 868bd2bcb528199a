"""A figure on its way, and what every stage asks of one."""

from typing import Literal, NamedTuple

from sayso.model import About, Sentence
from sayso.reading.aspects import FoundAspect
from sayso.reading.bounds import BoundWords
from sayso.reading.counted import CountedPhrase
from sayso.reading.event_words import FoundEvent
from sayso.reading.numbers import Numeral
from sayso.reading.tagged import TaggedSentence

PERSON_EVENTS = frozenset(
    """die injure wound hurt kill displace homeless arrest detain evacuate hospitalise infect flee live drown execute kidnap abduct sicken behead massacre
    desert martyr casualty absent return settle march attend protest gather wed marry vote work participate""".split()
)
"""What happens to people only: a number that it is said of, without a noun, counts people."""


class Draft(NamedTuple):
    """A figure on its way: the numeral with everything found around it."""

    numeral: Numeral
    bound: BoundWords
    sentence: TaggedSentence
    place_in_outline: Sentence
    phrase: CountedPhrase
    event: FoundEvent | None
    aspect: FoundAspect
    is_age: bool = False
    about: tuple[About, ...] = ()
    role: Literal["", "whole", "restates"] = ""


def opening_of(sentence: TaggedSentence, bound: BoundWords, phrase: CountedPhrase) -> int:
    """Position of the first word of number, bound words and currency sign together."""
    return sentence.at(bound.start if phrase.sign_start is None else min(bound.start, phrase.sign_start))


def as_people(phrase: CountedPhrase) -> CountedPhrase:
    """A phrase without a noun, of which an event of people is told."""
    if phrase.unit == "person":
        return phrase
    return phrase._replace(start=None, end=None, unit="person", lemma="person", rule="elided: an event of people")
