"""What happened to the counted thing: the predicate, participle, verb or noun that says so."""

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
    if verb_lemma(sentence.word(ahead + 1)) in ("leave", "be", "quit", "vacate", "abandon"):
        return found
    return event_at(sentence, ahead + 1, "what the counted are made to do")


def _find_event(sentence: TaggedSentence, phrase: CountedPhrase, opening: int) -> FoundEvent | None:
    return (
        _counted_noun(sentence, phrase)
        or _worth_of(sentence, phrase)
        or find_state_behind(sentence, phrase)
        or find_verb_before(sentence, opening, is_strong=True)
        or find_participle_behind(sentence, phrase)
        or find_modifier(sentence, phrase)
        or find_noun_before(sentence, opening)
        or find_predicate_behind(sentence, phrase)
        or find_toll_before(sentence, opening)
        or find_home_to(sentence, opening)
        or find_verb_before(sentence, opening, is_strong=False, kind=phrase.kind)
        or _of_the_dead(sentence, opening)
    )


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


def _worth_of(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    """What an amount is of, where that is an event: "23 billion yuan in losses"."""
    if phrase.kind not in ("money", "unit") or sentence.word(phrase.following) not in ("in", "of", "for"):
        return None
    lemma = NOUN_EVENTS.get(noun_lemma(sentence.word(phrase.following + 1)))
    return event_at(sentence, phrase.following + 1, "what the amount is of", lemma=lemma) if lemma else None


def find_modifier(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    """The state that stands before the noun: "700,000 displaced people"; None without one."""
    if phrase.kind != "noun":
        return None
    for position in range(phrase.first, phrase.following - 1):
        word = sentence.word(position)
        if word in STATES or (sentence.tag(position) == "VBN" and verb_lemma(word) in STRONG):
            return event_at(sentence, position, "modifier of the noun")
    return None
