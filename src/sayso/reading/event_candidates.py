"""Which words of a sentence can be the event of a figure, with the base form that each stands for in its company."""

from functools import lru_cache
from typing import NamedTuple

from sayso.reading.behind_noun import AUXILIARIES, REPORTING, find_injuries
from sayso.reading.event_words import LIGHT, NOUN_EVENTS, STATES, STRONG
from sayso.reading.lemmas import noun_lemma, verb_lemma
from sayso.reading.tagged import TaggedSentence


class Candidate(NamedTuple):
    """A word that can be an event.

    Attributes:
        position: Its position in the sentence.
        lemma: The base form it stands for.
        kind: ``state``, ``strong``, ``verb``, ``light``, ``report``, ``noun``, ``noun of`` (with "of" behind), ``compound``
            (a noun that only describes the next one), ``adjective``, ``place`` or ``other``.
        is_settled: Whether its company decided the base form, which then stands whatever a rule says.
    """

    position: int
    lemma: str
    kind: str
    is_settled: bool = False


_HAPPENINGS = NOUN_EVENTS | {
    "assessment": "assess", "closure": "close", "cost": "cost", "attack": "attack", "donation": "donate", "distribution": "distribute",
    "delivery": "deliver", "repair": "repair", "flooding": "flood", "eruption": "erupt", "exodus": "flee", "registration": "register",
    "gust": "gust", "rain": "rain", "rainfall": "rain", "snow": "snow", "snowfall": "snow", "reconstruction": "rebuild", "bombing": "bomb",
    "airstrike": "strike", "cancellation": "cancel", "contribution": "contribute", "funding": "fund", "seizure": "seize", "raid": "raid",
    "vaccination": "vaccinate", "protest": "protest", "resettlement": "resettle", "repatriation": "repatriate", "allocation": "allocate",
    "devastation": "devastate", "creation": "create", "assistance": "assist", "defection": "defect", "recruitment": "recruit", "attendance": "attend", "closing": "close", "deployment": "deploy",
}  # fmt: skip
_NOMINAL = frozenset(["NN", "NNS", "JJ", "NNP", "RB"])
_ORDERS = frozenset(["tell", "order", "urge", "ask", "advise", "instruct", "warn"])
_LEAVING = frozenset(["evacuate", "leave", "vacate", "go"])
_ORDERED = frozenset(
    ["order", "orders", "advisory", "advisories", "notice", "notices", "alert", "alerts", "warning", "warnings"]
)
_SETTLEMENTS = frozenset(
    ["city", "town", "village", "community", "settlement", "municipality", "township", "suburb", "hamlet"]
)
_HARM = frozenset(["injure", "hurt", "wound", "harm", "kill"])
_SUPPLY = frozenset(["power", "electricity"])
_HAVING = frozenset(["have", "has", "had"])
_FALLING = frozenset(["rain", "snow", "rainfall", "snowfall", "hail"])
_BEING = frozenset(
    ["is", "are", "was", "were", "be", "been", "being", "remain", "remains", "remained", "become", "became"]
)
_BETWEEN = frozenset(["still", "now", "also", "currently", "very", "again"])
_HOMES = frozenset(["home", "homes", "house", "houses", "village", "villages", "land", "lands"])


_REACH = 60
"""How many words away an event is looked for: beyond any sentence of a report, so that endless ones cost no more."""


def find_candidates(sentence: TaggedSentence, opening: int) -> list[Candidate]:
    """The candidates of a figure in text order.

    Args:
        sentence: The figure's sentence.
        opening: Position of the first word of number and bound words together.
    """
    found = []
    for position in range(max(0, opening - _REACH), min(len(sentence.tags), opening + _REACH)):
        tag = sentence.tags[position]
        if not _may_be_one(sentence.lowered[position], tag):
            continue
        candidate = _as_verb(sentence, position) if tag.startswith("VB") else _as_other(sentence, position, opening)
        if candidate is not None:
            found.append(candidate)
    return found


@lru_cache(maxsize=1 << 15)
def _may_be_one(word: str, tag: str) -> bool:
    """Whether a word can be a candidate in any company; most cannot, and cost nothing more."""
    if word in STATES or tag.startswith("VB"):
        return word in STATES or word not in AUXILIARIES
    if tag not in _NOMINAL:
        return False
    if tag == "JJ" or word in _SUPPLY or word in ("risk", "fall"):
        return True
    noun = noun_lemma(word)
    return noun in _HAPPENINGS or noun in _SETTLEMENTS or word == "home" or verb_lemma(word) in STRONG


def settle_lemma(sentence: TaggedSentence, position: int) -> str | None:
    """The base form that a verb stands for in its company, where that is not its own: "forced from their homes"."""
    lemma = verb_lemma(sentence.word(position))
    if lemma in _LEAVING and _is_ordered(sentence, position):
        return "order to evacuate"
    if lemma in ("force", "drive") and _from_home(sentence, position):
        return "displace"
    if lemma in ("claim", "cost", "take", "lose") and _is_about_lives(sentence, position):
        return "die" if lemma == "lose" else "kill"
    if lemma in ("suffer", "sustain", "receive") and find_injuries(sentence, position):
        return "injure"
    if lemma in _HARM and _is_denied(sentence, position):
        return "survive"
    if lemma in ("shoot", "stab", "beat", "find") and _to_death(sentence, position):
        return "kill" if lemma != "find" else "die"
    if lemma in ("take", "seek") and sentence.word(position + 1) in ("shelter", "refuge"):
        return "shelter"
    if lemma == "lose" and _SUPPLY & set(sentence.lowered[position + 1 : position + 3]):
        return "lose power"
    if lemma == "take" and sentence.word(position + 1) == "part":
        return "participate"
    return None


def _as_verb(sentence: TaggedSentence, position: int) -> Candidate | None:
    word = sentence.word(position)
    if word in STATES:
        lemma = "survive" if STATES[word] in _HARM and _is_denied(sentence, position) else STATES[word]
        return Candidate(position, lemma, "state", is_settled=lemma != STATES[word])
    if word in AUXILIARIES or (word == "according" and sentence.word(position + 1) == "to"):
        return None
    settled = settle_lemma(sentence, position)
    lemma = verb_lemma(word)
    for kind, words in (("strong", STRONG), ("report", REPORTING), ("light", LIGHT)):
        if lemma in words:
            return Candidate(position, settled or lemma, "strong" if settled else kind, settled is not None)
    return Candidate(position, settled or lemma, "strong" if settled else "verb", settled is not None)


def _as_other(sentence: TaggedSentence, position: int, opening: int) -> Candidate | None:
    word, tag = sentence.word(position), sentence.tag(position)
    if word in STATES:
        return Candidate(position, STATES[word], "state")
    if tag not in _NOMINAL:
        return None
    if (state := _as_state(sentence, position)) is not None:
        return state
    noun = noun_lemma(word)
    lemma = _HAPPENINGS.get(noun)
    if lemma == "evacuate" and sentence.word(position + 1) in _ORDERED:
        return Candidate(position, "order to evacuate", "noun", is_settled=True)
    if lemma is not None:
        kind = "compound" if sentence.tag(position + 1) in ("NN", "NNS") else "noun"
        return Candidate(position, lemma, "noun of" if sentence.word(position + 1) == "of" else kind)
    if word == "home" and sentence.word(position + 1) == "to":
        return Candidate(position, "live", "state", is_settled=True)
    if noun in _SETTLEMENTS and sentence.word(position + 1) == "of" and position < opening <= position + 4:
        return Candidate(position, "live", "place", is_settled=True)
    own = verb_lemma(word)
    is_participle = word.endswith("ed") or opening - 2 <= position < opening
    return Candidate(position, own, "strong") if own in STRONG and is_participle and tag != "NNP" else None


def _as_state(sentence: TaggedSentence, position: int) -> Candidate | None:
    """A state told by an adjective behind "are", by "without power" or "at risk"; and rain that is seen to fall."""
    word, before = sentence.word(position), sentence.word(position - 1)
    if word in _SUPPLY and (before == "without" or (before == "no" and sentence.word(position - 2) in _HAVING)):
        return Candidate(position, "lose power", "state", is_settled=True)
    if word == "risk" and before == "at":
        return Candidate(position, "at risk", "state", is_settled=True)
    if word == "fall" and before in _FALLING:
        return Candidate(position, "fall", "verb", is_settled=True)
    if sentence.tag(position) != "JJ":
        return None
    if before in _BETWEEN:
        before = sentence.word(position - 2)
    is_whole = sentence.tag(position + 1) not in ("NN", "NNS", "NNP", "JJ", "CD")
    return Candidate(position, word, "adjective", is_settled=True) if before in _BEING and is_whole else None


def _is_ordered(sentence: TaggedSentence, position: int) -> bool:
    """Whether people are only told to go: "were told to evacuate", "ordered 300 families to leave"."""
    if sentence.word(position - 1) != "to":
        return False
    for earlier in range(position - 2, max(-1, position - 9), -1):
        if sentence.tag(earlier).startswith("VB"):
            return verb_lemma(sentence.word(earlier)) in _ORDERS
    return False


def _is_denied(sentence: TaggedSentence, position: int) -> bool:
    """Whether harm is said not to have come: "were not injured"."""
    before = sentence.lowered[max(0, position - 3) : position]
    return bool({"not", "n't", "n’t"} & set(before))


def _to_death(sentence: TaggedSentence, position: int) -> bool:
    ahead = sentence.lowered[position + 1 : position + 3]
    return ahead[:1] == ("dead",) or ahead == ("to", "death")


def _from_home(sentence: TaggedSentence, position: int) -> bool:
    ahead = sentence.lowered[position + 1 : position + 10]
    return bool({"from", "out", "off"} & set(ahead)) and bool(_HOMES & set(ahead))


def _is_about_lives(sentence: TaggedSentence, position: int) -> bool:
    around = sentence.lowered[max(0, position - 5) : position + 8]
    return "lives" in around
