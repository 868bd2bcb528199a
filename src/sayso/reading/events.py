"""What happened to the counted thing: the predicate, participle, verb or noun that says so."""

from collections.abc import Callable

from sayso.reading.before_number import find_home_to, find_noun_before, find_toll_before, find_verb_before
from sayso.reading.behind_noun import find_participle_behind, find_predicate_behind, find_state_behind
from sayso.reading.counted import CountedPhrase
from sayso.reading.event_words import GROUPS, NOUN_EVENTS, STATES, STRONG, FoundEvent, event_at
from sayso.reading.lemmas import noun_lemma, verb_lemma
from sayso.reading.tagged import TaggedSentence


def find_event(sentence: TaggedSentence, phrase: CountedPhrase, opening: int) -> FoundEvent | None:
    """The event of a figure.

    Args:
        sentence: The figure's sentence.
        phrase: What it counts.
        opening: Position of the first word of number and bound words together.

    Returns:
        The event; None when nothing is said to have happened.
    """
    found = _find_event(sentence, phrase, opening)
    if found is not None and found.rule == "verb before the number" and found.event.lemma in _URGING:
        return _urged_to(sentence, phrase, found)
    return found


_URGING = frozenset(["force", "drive", "compel", "prompt", "order", "urge", "ask", "tell", "allow", "help"])


def _urged_to(sentence: TaggedSentence, phrase: CountedPhrase, found: FoundEvent) -> FoundEvent:
    """What the counted people are made to do: "forcing 35 people to evacuate"."""
    ahead = phrase.following
    if sentence.word(ahead) != "to" or sentence.tag(ahead + 1) != "VB":
        return found
    if sentence.word(ahead + 1) == "be" and sentence.tag(ahead + 2) == "VBN":
        return event_at(sentence, ahead + 2, "what the counted are made to do")
    if verb_lemma(sentence.word(ahead + 1)) in ("leave", "be", "quit", "vacate", "abandon"):
        return found
    return event_at(sentence, ahead + 1, "what the counted are made to do")


def _find_event(sentence: TaggedSentence, phrase: CountedPhrase, opening: int) -> FoundEvent | None:
    return next((found for _, find in _RULES if (found := find(sentence, phrase, opening)) is not None), None)


def propose_events(sentence: TaggedSentence, phrase: CountedPhrase, opening: int) -> dict[str, FoundEvent]:
    """What each rule would answer on its own, by the rule's name; rules without an answer are left out."""
    found = {name: find(sentence, phrase, opening) for name, find in _RULES}
    return {name: event for name, event in found.items() if event is not None}


def _of_the_dead(sentence: TaggedSentence, opening: int) -> FoundEvent | None:
    """What happened to all of whom a sentence counts parts: "Of the dead, 12 were women and nine were children"."""
    if sentence.word(0) not in ("of", "among") or sentence.word(1) not in ("the", "those") or opening <= 2:
        return None
    is_group = sentence.word(2) in GROUPS and sentence.tag(3) not in ("NN", "NNS")
    return event_at(sentence, 2, "of those to whom it happened") if is_group else None


def _counted_noun(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    if phrase.kind != "noun" or phrase.lemma is None:
        return None
    lemma = NOUN_EVENTS.get(phrase.lemma.split(" ")[-1])
    behind = find_state_behind(sentence, phrase)
    return behind or (
        event_at(sentence, phrase.following - 1, "the counted noun is the event", lemma=lemma) if lemma else None
    )


_WEATHER = {"rain": "rain", "rainfall": "rain", "snow": "snow", "snowfall": "snow", "hail": "hail"}


def _worth_of(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    """What an amount is of, where that is an event: "23 billion yuan in losses"."""
    position = phrase.following
    if sentence.word(position) == "(" and ")" in sentence.lowered[position : position + 8]:
        position = sentence.lowered.index(")", position) + 1
    if phrase.kind not in ("money", "unit") or sentence.word(position) not in ("in", "of", "for"):
        return None
    noun = noun_lemma(sentence.word(position + 1))
    lemma = NOUN_EVENTS.get(noun) or _WEATHER.get(noun)
    return event_at(sentence, position + 1, "what the amount is of", lemma=lemma) if lemma else None


def find_modifier(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    """The state that stands before the noun: "700,000 displaced people"; None without one."""
    if phrase.kind != "noun":
        return None
    for position in range(phrase.first, phrase.following - 1):
        word = sentence.word(position)
        if word in STATES or (sentence.tag(position) == "VBN" and verb_lemma(word) in STRONG):
            return event_at(sentence, position, "modifier of the noun")
    return None


_RULES: tuple[tuple[str, Callable[[TaggedSentence, CountedPhrase, int], FoundEvent | None]], ...] = (
    ("counted", lambda sentence, phrase, _: _counted_noun(sentence, phrase)),
    ("worth", lambda sentence, phrase, _: _worth_of(sentence, phrase)),
    ("state", lambda sentence, phrase, _: find_state_behind(sentence, phrase)),
    ("strong verb", lambda sentence, _, opening: find_verb_before(sentence, opening, is_strong=True)),
    ("participle", lambda sentence, phrase, _: find_participle_behind(sentence, phrase)),
    ("modifier", lambda sentence, phrase, _: find_modifier(sentence, phrase)),
    ("noun", lambda sentence, _, opening: find_noun_before(sentence, opening)),
    ("predicate", lambda sentence, phrase, _: find_predicate_behind(sentence, phrase)),
    ("toll", lambda sentence, _, opening: find_toll_before(sentence, opening)),
    ("home", lambda sentence, _, opening: find_home_to(sentence, opening)),
    (
        "verb",
        lambda sentence, phrase, opening: find_verb_before(sentence, opening, is_strong=False, kind=phrase.kind),
    ),
    ("of the dead", lambda sentence, _, opening: _of_the_dead(sentence, opening)),
)
"""The rules in the order in which the first that answers wins."""
