"""Events in front of a number: the verb whose object it is, the noun it belongs to, the toll it brings up to date."""

from typing import NamedTuple

from sayso.reading.event_words import LIGHT, NOUN_EVENTS, STATES, STRONG, FoundEvent, event_at
from sayso.reading.lemmas import noun_lemma, verb_lemma
from sayso.reading.tagged import TaggedSentence
from sayso.reading.units import is_person

_TOLL_WORDS = {"toll": "die", "death": "die", "deaths": "die", "dead": "die", "killed": "kill", "casualties": "casualty", "injured": "injure", "wounded": "wound",
               "missing": "miss", "displaced": "displace", "fatalities": "die", "deserters": "desert", "refugees": None, "homeless": "homeless", "injuries": "injure",
               "arrests": "arrest", "infections": "infect", "cases": None, "turnout": "attend", "crowd": "gather", "attendance": "attend", "crowds": "gather",
               "population": "live", "victims": "die", "evacuated": "evacuate", "evacuees": "evacuate"}  # fmt: skip
_LEFT_WINDOW = 14
_NUMBERED_WINDOW = 20
"""Words between "the number of" and the number: what is counted may have a clause of its own."""


_HARM = frozenset(["kill", "injure", "wound", "hurt", "displace"])
"""Verbs that headlines put right before a number and that the tagger may take for nouns there: "injure 2"."""
_MOVES = frozenset(
    ["rise", "fall", "drop", "climb", "increase", "decrease", "rain", "cover", "reach", "measure", "swell"]
)
_BETWEEN_VERB_AND_NUMBER = frozenset(
    [
        "estimated",
        "total",
        "of",
        "a",
        "up",
        "down",
        "out",
        "away",
        "him",
        "some",
        "about",
        "record",
        "lives",
        "homes",
        "houses",
        "livelihoods",
    ]
)


def find_verb_before(
    sentence: TaggedSentence, opening: int, *, is_strong: bool, kind: str = "noun"
) -> FoundEvent | None:
    """The verb whose object the number is: "the storm killed 14"; None for a light verb and a verb of the other strength."""
    position = opening - 1
    while position >= 0 and (
        sentence.tag(position) in ("DT", "RB", "JJ", "PRP$", "SIGN", "RP", "PRP")
        or sentence.word(position) in _BETWEEN_VERB_AND_NUMBER
    ):
        if (
            sentence.word(position) in (",", ".", ";", ":", "(", ")", "-", "–", "—", "”", "“", '"')
            or position < opening - 6
        ):
            return None
        position -= 1
    lemma = verb_lemma(sentence.words[position].text) if position >= 0 else ""
    if not sentence.tag(position).startswith("VB") and not (position == opening - 1 and lemma in _HARM):
        return None
    if lemma in ("claim", "cost") and is_strong and _takes_lives(sentence, opening):
        return event_at(sentence, position, "verb before the number", lemma="kill")
    if lemma in LIGHT and not (not is_strong and (lemma == "leave" or (kind == "unit" and lemma in _MOVES))):
        return None
    if (lemma in STRONG) != is_strong:
        return None
    return event_at(sentence, position, "verb before the number")


def _takes_lives(sentence: TaggedSentence, opening: int) -> bool:
    """Whether what is claimed or cost is people: "claimed 80 lives", "claim 9 civilians"."""
    nouns = (
        noun_lemma(word)
        for word, tag in zip(sentence.lowered[opening : opening + 7], sentence.tags[opening : opening + 7], strict=True)
        if tag in ("NNS", "NN")
    )
    first = next((noun for noun in nouns if noun not in ("dozen", "score", "hundred", "thousand")), "")
    ahead = sentence.tags[opening : opening + 9]
    return first in ("life", "victim") or (is_person(first) and not {"VBD", "VBP", "VBZ", "MD"} & set(ahead))


def find_home_to(sentence: TaggedSentence, opening: int) -> FoundEvent | None:
    """To live, as in "home to 18 million people"."""
    position = opening - 1
    while position > 0 and (
        sentence.tag(position) in ("RB", "JJ", "DT")
        or sentence.word(position) in ("some", "about", "than", "more", "over", "estimated")
    ):
        position -= 1
    if sentence.word(position) == "to" and sentence.word(position - 1) == "home":
        return event_at(sentence, position - 1, "home to", lemma="live")
    return None


def find_noun_before(sentence: TaggedSentence, opening: int) -> FoundEvent | None:
    """The noun that the number belongs to: "the evacuation of 53 residents", "damage estimated at 3 billion"."""
    position = opening - 1
    while (
        position >= 0
        and position > opening - 5
        and (
            sentence.tag(position) in ("DT", "RB", "JJ")
            or sentence.word(position)
            in (
                "of",
                "estimated",
                "at",
                "for",
                "to",
                "$",
                "worth",
                "was",
                "is",
                "are",
                "were",
                "valued",
                "put",
                "done",
                "caused",
            )
        )
    ):
        position -= 1
    if position < 0:
        return None
    lemma = NOUN_EVENTS.get(noun_lemma(sentence.word(position)))
    return event_at(sentence, position, "noun before the number", lemma=lemma) if lemma else None


class Numbered(NamedTuple):
    """What a number is the number of: "the number of homes destroyed at 1,800".

    Attributes:
        noun: Position of the noun.
        event: What happened to it; None when nothing is said.
    """

    noun: int
    event: FoundEvent | None


def find_numbered(sentence: TaggedSentence, opening: int) -> Numbered | None:
    """The noun and the event in "the number of destroyed homes at", in front of a number; None without such words."""
    for position in range(opening - 3, max(-1, opening - _NUMBERED_WINDOW), -1):
        if sentence.tag(position) == "CD" or sentence.word(position) in (";", "."):
            return None
        if sentence.word(position) in ("number", "numbers", "count", "tally") and sentence.word(position + 1) == "of":
            run = range(position + 2, opening)
            noun = next((at for at in run if sentence.tag(at) == "NNS" and sentence.word(at) not in STATES), None)
            happened = (at for at in run if sentence.word(at) in STATES or verb_lemma(sentence.word(at)) in STRONG)
            if noun is None:
                return None
            is_toll = any(verb_lemma(sentence.word(at)) in _LEVELS for at in run)
            rule = "toll: the number of" if is_toll else "the number of"
            event = next((event_at(sentence, at, rule) for at in happened if abs(at - noun) <= 3), None)
            return Numbered(noun, event)
    return None


_COME_TO = {
    "total": "", "number": "", "reach": "", "hit": "", "come": "to", "amount": "to", "stand": "at", "climb": "to",
    "rise": "to", "grow": "to", "fall": "to", "drop": "to",
}  # fmt: skip
"""Verbs that give the number of their subject, with the word behind them."""


_OCCURRENCES = frozenset(
    """accident admission application attack birth booking call case complaint crash crime crossing delivery dismissal
    divorce donation donor fire flight incident layoff marriage offence order outbreak protest registration resignation
    robbery sighting strike stillbirth traveller tourist visit visitor volunteer wedding wildfire""".split()
)
"""Nouns of what can be counted as it comes about, beside those that stand for a verb."""


def find_levelled(sentence: TaggedSentence, opening: int) -> Numbered | None:
    """The noun of what came about and its event in "arrivals came to", in front of a number alone.

    Only nouns of what happens are counted so: "temperatures reached 40" counts no temperatures.
    """
    verb = _find_level_verb(sentence, opening)
    if verb is None:
        return None
    first = verb
    while first > 0 and sentence.word(first - 1) not in (",", ";", ":", ".", "that") and first > verb - _LEFT_WINDOW:
        first -= 1
    for position in range(first, verb):
        if sentence.tag(position) == "IN":
            return None
        if sentence.tag(position) == "NNS":
            noun = noun_lemma(sentence.word(position))
            lemma = NOUN_EVENTS.get(noun)
            event = event_at(sentence, position, "toll: the noun that came to", lemma=lemma) if lemma else None
            return Numbered(position, event) if event is not None or noun in _OCCURRENCES else None
    return None


def _find_level_verb(sentence: TaggedSentence, opening: int) -> int | None:
    """The verb that gives the number, also of the second of two: "came to 30 in May and to 40 in June"."""
    last = opening - 1
    link = sentence.word(last) if sentence.word(last) in ("to", "at") else ""
    verb = last - bool(link)
    if link and sentence.word(verb) == "and":
        run = range(verb - 1, max(0, verb - _LEFT_WINDOW), -1)
        verb = next((at for at in run if _COME_TO.get(verb_lemma(sentence.word(at))) == link), verb)
    return verb if verb > 0 and _COME_TO.get(verb_lemma(sentence.word(verb))) == link else None


_DASHES = ("-", "–", "—")
_LABEL_ENDS = frozenset([";", ",", "(", ".", ":", "•", "*", "|", "·", *_DASHES])
_IN_LABELS = frozenset(["NN", "NNS", "NNP", "JJ", "VBN", "VBD", "VBZ", "RB", "CC", "IN"])
_LONGEST_LABEL = 6


def find_labelled(sentence: TaggedSentence, opening: int) -> Numbered | None:
    """The noun and the event of a label in front of a number alone: "Houses destroyed: 1,200", "schools damaged - 12".

    Before a dash a label has at most three words, since a clause may stand there as well.
    """
    sign = sentence.word(opening - 1)
    if sign != ":" and sign not in _DASHES:
        return None
    first = opening - 1
    while first > 0 and sentence.word(first - 1) not in _LABEL_ENDS and first > opening - 2 - _LONGEST_LABEL:
        first -= 1
    label = range(first, opening - 1)
    if len(label) > (3 if sign in _DASHES else _LONGEST_LABEL) or any(
        sentence.tag(at) not in _IN_LABELS for at in label
    ):
        return None
    noun = next((at for at in label if _is_plural(sentence, at, first) and sentence.word(at) not in STATES), None)
    if noun is None:
        return None
    happened = (at for at in label if sentence.word(at) in STATES or sentence.tag(at) in ("VBN", "VBD"))
    return Numbered(
        noun, next((event_at(sentence, at, "toll: a label") for at in happened if abs(at - noun) <= 3), None)
    )


def _is_plural(sentence: TaggedSentence, position: int, first: int) -> bool:
    """Whether a word is a plural, or the capital that opens a label hides that it is one."""
    return sentence.tag(position) == "NNS" or (
        position == first and sentence.tag(position) in ("NNP", "VBZ") and sentence.word(position).endswith("s")
    )


_LEVELS = frozenset(["rise", "climb", "fall", "drop", "jump", "stand", "reach", "surge", "soar", "swell", "hit"])
"""Verbs of a level, counted whatever class the tagger gives them: "rose" is a flower to it at times."""

_REVISIONS = frozenset(["revise", "lower", "raise", "put", "update", "correct", "cut", "adjust"])
_SUBJECTS = frozenset(["toll", "tolls"])
"""Words for a count itself; further off they still go before people who are named in between: "toll among evacuees"."""
_FAR_WINDOW = 24


def find_toll_before(sentence: TaggedSentence, opening: int) -> FoundEvent | None:
    """The noun of a running count: "the death toll has risen to 19", "revised the toll down to 14 from 19"."""
    verbs, nearest = 0, None
    for position in range(opening - 1, max(-1, opening - _FAR_WINDOW), -1):
        word = sentence.word(position)
        if word in (";", ".") or (sentence.tag(position) == "CD" and not _is_other_level(sentence, position, verbs)):
            break
        verbs += verb_lemma(word) in (LIGHT if sentence.tag(position).startswith("VB") else _LEVELS)
        lemma = _TOLL_WORDS.get(word)
        if lemma and position > opening - _LEFT_WINDOW and nearest is None and _is_level(sentence, position, verbs):
            nearest = event_at(sentence, position, "toll before the number", lemma=lemma)
        if word in _SUBJECTS and _is_level(sentence, position, verbs):
            return event_at(sentence, position, "toll before the number", lemma="die")
    return nearest


def _is_other_level(sentence: TaggedSentence, position: int, verbs: int) -> bool:
    """Whether a number on the way is another level of one count: "from 14 to 19", "stood at 12, had reached 19"."""
    before = sentence.word(position - 1)
    return before in ("from", "to") or (before == "at" and verbs > 0)


def _is_level(sentence: TaggedSentence, position: int, verbs: int) -> bool:
    """Whether a word for a count is said to stand at, rise to, or be brought to the number behind it."""
    if verbs or sentence.word(position + 1) in ("of", ":", "at", *_DASHES):
        return True
    return sentence.word(position + 1) in ("to", "down", "up", "from") and any(
        verb_lemma(sentence.word(before)) in _REVISIONS for before in range(max(0, position - 4), position)
    )
