"""What happened to the counted thing: the predicate, participle, verb or noun that says so."""

from typing import NamedTuple

from sayso.reading.counted import CountedPhrase
from sayso.reading.event_words import NOUN_EVENTS, STATES, STRONG, FoundEvent, event_at
from sayso.reading.lemmas import noun_lemma, verb_lemma
from sayso.reading.tagged import TaggedSentence
from sayso.reading.units import is_person

_LIGHT = frozenset(
    """be have do say tell report include find leave see bring give make take reach total number hold confirm estimate put show know believe record register
    count note add announce state claim according involve mean represent describe cover cite quote contain comprise form see list get let go come seem become
    remain keep face follow carry raise rise fall drop climb jump surge increase decrease grow swell double triple exceed top stand reach peak""".split()
)
_AUXILIARIES = frozenset(
    """have has had having be been being is are was were am will would could may might must can should shall do does did 's 've 're get got getting not n't n’t
    able also still now already reportedly since all both again currently only just even never ever""".split()
)
_REPORTING = frozenset(
    "register count record report believe fear confirm presume say think expect estimate find leave list declare pronounce know suspect describe feel remain lie understand consider".split()
)
_LISTING = frozenset(["including", "among", "mostly", "most", "many", "some", "mainly", "included"])
_RELATIVES = frozenset(["who", "that", "which", "whom", "whose"])
_SKIP_PREPOSITIONS = frozenset(
    "of in from at on near across around within inside throughout between among with under outside for along".split()
)
_TOLL_WORDS = {"toll": "die", "death": "die", "deaths": "die", "dead": "die", "killed": "kill", "casualties": "casualty", "injured": "injure", "wounded": "wound",
               "missing": "miss", "displaced": "displace", "fatalities": "die", "deserters": "desert", "refugees": None, "homeless": "homeless", "injuries": "injure",
               "arrests": "arrest", "infections": "infect", "cases": None, "turnout": "attend", "crowd": "gather", "attendance": "attend", "crowds": "gather",
               "population": "live", "victims": "die", "evacuated": "evacuate", "evacuees": "evacuate"}  # fmt: skip
_RIGHT_WINDOW = 18
_LEFT_WINDOW = 14


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
        or _state_behind(sentence, phrase)
        or _verb_before(sentence, opening, is_strong=True)
        or _participle_behind(sentence, phrase)
        or find_modifier(sentence, phrase)
        or _noun_before(sentence, opening)
        or _predicate_behind(sentence, phrase)
        or _toll_before(sentence, opening)
        or _home_to(sentence, opening)
        or _verb_before(sentence, opening, is_strong=False, kind=phrase.kind)
    )


def _counted_noun(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    if phrase.kind != "noun" or phrase.lemma is None:
        return None
    lemma = NOUN_EVENTS.get(phrase.lemma.split(" ")[-1])
    behind = _state_behind(sentence, phrase)
    return behind or (
        event_at(sentence, phrase.following - 1, "the counted noun is the event", lemma=lemma) if lemma else None
    )


def _worth_of(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    """What an amount is of, where that is an event: "23 billion yuan in losses"."""
    if phrase.kind not in ("money", "unit") or sentence.word(phrase.following) not in ("in", "of", "for"):
        return None
    lemma = NOUN_EVENTS.get(noun_lemma(sentence.word(phrase.following + 1)))
    return event_at(sentence, phrase.following + 1, "what the amount is of", lemma=lemma) if lemma else None


def _state_behind(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    position = phrase.following
    while sentence.tag(position) == "RB" or sentence.word(position) in (
        "others",
        "more",
        "left",
        "reported",
        "feared",
        "confirmed",
        "found",
        "still",
        "are",
        "were",
        "presumed",
        "of",
        "them",
    ):
        if position > phrase.following + 3:
            return None
        position += 1
    word = sentence.word(position)
    if word in STATES and not (sentence.tag(position + 1) in ("NN", "NNS") and position == phrase.following):
        return event_at(sentence, position, "state behind the noun")
    return None


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


def _verb_before(sentence: TaggedSentence, opening: int, *, is_strong: bool, kind: str = "noun") -> FoundEvent | None:
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
    if lemma in _LIGHT and not (not is_strong and (lemma == "leave" or (kind == "unit" and lemma in _MOVES))):
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


def _home_to(sentence: TaggedSentence, opening: int) -> FoundEvent | None:
    position = opening - 1
    while position > 0 and (
        sentence.tag(position) in ("RB", "JJ", "DT")
        or sentence.word(position) in ("some", "about", "than", "more", "over", "estimated")
    ):
        position -= 1
    if sentence.word(position) == "to" and sentence.word(position - 1) == "home":
        return event_at(sentence, position - 1, "home to", lemma="live")
    return None


def _participle_behind(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    position = phrase.following
    while sentence.tag(position) == "RB" and position < phrase.following + 2:
        position += 1
    tag, word = sentence.tag(position), sentence.word(position)
    if (
        tag not in ("VBN", "VBD", "VBG")
        or word in _AUXILIARIES
        or word in ("including", "according", "based", "compared", "following", "depending", "aged", "excluding")
    ):
        return None
    lemma = verb_lemma(word)
    if lemma in _REPORTING or lemma in ("call", "name", "use", "make", "base"):
        return None
    if phrase.kind == "elided" and tag == "VBG":
        return None
    special = _forced(sentence, position) or _suffered(sentence, position) or _took_part(sentence, position)
    return special or event_at(sentence, position, "participle or verb behind the noun")


def find_modifier(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    """The state that stands before the noun: "700,000 displaced people"; None without one."""
    if phrase.kind != "noun":
        return None
    for position in range(phrase.first, phrase.following - 1):
        word = sentence.word(position)
        if word in STATES or (sentence.tag(position) == "VBN" and verb_lemma(word) in STRONG):
            return event_at(sentence, position, "modifier of the noun")
    return None


def _predicate_behind(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    position, limit = phrase.following, phrase.following + _RIGHT_WINDOW
    in_predicate = is_perfect = False
    while position < min(limit, len(sentence.words)):
        word, tag = sentence.word(position), sentence.tag(position)
        if word in _RELATIVES or (in_predicate and (tag == "RB" or word == "to")):
            position += 1
        elif word in _AUXILIARIES or tag == "MD":
            in_predicate = in_predicate or tag != "RB"
            is_perfect = is_perfect or word in ("have", "has", "had", "'ve")
            position += 1
        elif word in _LISTING:
            position = _behind_list(sentence, position + 1)
        elif tag.startswith("VB") or word in STATES:
            return _predicate(sentence, position, is_perfect)
        elif in_predicate or (ahead := _behind_modifier(sentence, position)) is None:
            return None
        else:
            position = ahead
    return None


def _behind_modifier(sentence: TaggedSentence, position: int) -> int | None:
    """Past what may stand between a noun and its verb: brackets, places, lists, "a day", insertions; None at anything else."""
    word, following = sentence.word(position), sentence.word(position + 1)
    if word == "(":
        return _behind_bracket(sentence, position)
    if word in _SKIP_PREPOSITIONS:
        return _behind_noun(sentence, position + 1)
    if word in _DASHES and following in _LISTING:
        return _behind_list(sentence, position + 2)
    if sentence.tag(position) == "RB" or (word == "," and following in _RELATIVES):
        return position + 1
    if word in ("a", "an", "per", "every", "each") and following in _TIMES:
        return position + 2
    return _behind_insertion(sentence, position)


def _behind_insertion(sentence: TaggedSentence, position: int) -> int | None:
    """Past "and family members" and ", the whole population of the town," to the verb; None where no verb follows."""
    if sentence.word(position) in ("and", "or"):
        ahead = _behind_noun(sentence, position + 1)
        return ahead if ahead > position + 1 and _opens_predicate(sentence, ahead) else None
    if sentence.word(position) not in _DASHES:
        return None
    for ahead in range(position + 1, min(position + 22, len(sentence.words) - 1)):
        if sentence.word(ahead) in _DASHES and _opens_predicate(sentence, ahead + 1):
            return ahead + 1
        if sentence.word(ahead) in (";", ".") or (sentence.tag(ahead) == "CD" and not _is_aside(sentence, ahead)):
            return None
    return None


_TIMES = frozenset(["hour", "day", "night", "week", "month", "quarter", "year"])
_DASHES = (",", "—", "–", "-")


def _is_aside(sentence: TaggedSentence, position: int) -> bool:
    """Whether a number inside an insertion only parts or restates: "three of them", "or 300 families"."""
    return sentence.word(position + 1) == "of" or sentence.word(position - 1) in ("or", "about", "some", "roughly")


def _opens_predicate(sentence: TaggedSentence, position: int) -> bool:
    return sentence.word(position) in ("was", "were", "is", "are", "has", "have", "had", "will", "died", "fled")


def _predicate(sentence: TaggedSentence, position: int, is_perfect: bool) -> FoundEvent | None:
    """The verb itself, or what follows "feared", "found", "left", "forced to"."""
    word = sentence.word(position)
    if word == "aged":
        return None
    lemma = STATES.get(word) or verb_lemma(word)
    if lemma in ("make", "render", "take", "seek") and (brought := _brought_about(sentence, position)):
        return brought._replace(is_perfect=is_perfect)
    if lemma in _REPORTING:
        ahead = position + 1
        while sentence.word(ahead) in ("to", "have", "be", "been", "as", "being", "now") or sentence.tag(ahead) == "RB":
            ahead += 1
        if sentence.word(ahead) in STATES or (
            ahead < len(sentence.words) and sentence.tag(ahead) in ("VBN", "VB", "VBG") and ahead <= position + 5
        ):
            return _forced(sentence, ahead) or event_at(
                sentence, ahead, "predicate behind the noun", is_perfect=is_perfect
            )
        if lemma == "say":
            return None
    forced = _forced(sentence, position) or _suffered(sentence, position)
    return forced or event_at(sentence, position, "predicate behind the noun", is_perfect=is_perfect)


def _took_part(sentence: TaggedSentence, position: int) -> FoundEvent | None:
    if sentence.word(position + 1) != "part" or verb_lemma(sentence.word(position)) != "take":
        return None
    return event_at(sentence, position, "took part", lemma="participate")


def _brought_about(sentence: TaggedSentence, position: int) -> FoundEvent | None:
    """The state or shelter behind a light verb: "made homeless", "took shelter"."""
    ahead = position + 1
    while sentence.tag(ahead) == "RB":
        ahead += 1
    if sentence.word(ahead) in STATES:
        return event_at(sentence, ahead, "state behind a light verb")
    if took_part := _took_part(sentence, position):
        return took_part
    if sentence.word(ahead) in ("shelter", "refuge"):
        return event_at(sentence, ahead, "shelter behind a light verb", lemma="shelter")
    return None


def _suffered(sentence: TaggedSentence, position: int) -> FoundEvent | None:
    """To be injured, as in "suffered gunshot wounds" and "sustained injuries"."""
    if verb_lemma(sentence.word(position)) not in ("suffer", "sustain", "receive"):
        return None
    harmed = any(
        noun_lemma(word) in ("wound", "injury", "burn", "laceration")
        for word in sentence.lowered[position + 1 : position + 7]
    )
    return event_at(sentence, position, "suffered injuries", lemma="injure") if harmed else None


def _forced(sentence: TaggedSentence, position: int) -> FoundEvent | None:
    """What somebody is forced to: "forced to flee" is to flee, "forced from their homes" is displaced."""
    if verb_lemma(sentence.word(position)) not in (
        "force",
        "drive",
        "compel",
        "oblige",
        "order",
        "ask",
        "tell",
        "urge",
    ):
        return None
    ahead = position + 1
    if sentence.word(ahead) == "to" and sentence.tag(ahead + 1) == "VB":
        lemma = verb_lemma(sentence.word(ahead + 1))
        if lemma in ("leave", "quit", "vacate") and any(
            word in ("home", "homes", "houses", "villages") for word in sentence.lowered[ahead : ahead + 5]
        ):
            return event_at(sentence, position, "forced from home", lemma="displace")
        return event_at(sentence, ahead + 1, "forced to")
    if sentence.word(ahead) in ("from", "out", "off"):
        return event_at(sentence, position, "forced from home", lemma="displace")
    return None


def _behind_bracket(sentence: TaggedSentence, position: int) -> int:
    closing = position + 1
    while closing < min(len(sentence.words), position + 30) and sentence.word(closing) != ")":
        closing += 1
    return closing + 1


def _behind_noun(sentence: TaggedSentence, position: int) -> int:
    while sentence.tag(position) in ("DT", "JJ", "NN", "NNS", "NNP", "POS", "CD", "PRP$", "PRP") or (
        sentence.word(position) in ("and", ",") and sentence.tag(position + 1) in ("NNP", "NNS")
    ):
        position += 1
    return position


def _behind_list(sentence: TaggedSentence, position: int) -> int:
    """Past "including two women and a child", to the verb of the whole."""
    while position < len(sentence.words):
        tag, word = sentence.tag(position), sentence.word(position)
        if tag in ("VBD", "VBP", "VBZ", "MD") or word in _AUXILIARIES or word in (";", "."):
            break
        if tag == "VBN" and sentence.tag(position + 1) in ("IN", "RB", "SIGN", "WH", ""):
            break
        if word in STATES and sentence.word(position - 1) == ",":
            break
        if tag == "VBG" and sentence.tag(position - 1) in ("CC", "SIGN"):
            return len(sentence.words)
        position += 1
    return position


def _noun_before(sentence: TaggedSentence, opening: int) -> FoundEvent | None:
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
    for position in range(opening - 3, max(-1, opening - _LEFT_WINDOW), -1):
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


_LEVELS = frozenset(["rise", "climb", "fall", "drop", "jump", "stand", "reach", "surge", "soar", "swell", "hit"])
"""Verbs of a level, counted whatever class the tagger gives them: "rose" is a flower to it at times."""


def _toll_before(sentence: TaggedSentence, opening: int) -> FoundEvent | None:
    """The noun of a running count: "the death toll has risen to 19"."""
    verbs = 0
    for position in range(opening - 1, max(-1, opening - _LEFT_WINDOW), -1):
        word = sentence.word(position)
        if word in (";", ".") or (sentence.tag(position) == "CD" and sentence.word(position - 1) != "from"):
            return None
        verbs += verb_lemma(word) in (_LIGHT if sentence.tag(position).startswith("VB") else _LEVELS)
        lemma = _TOLL_WORDS.get(word)
        if lemma and (verbs or sentence.word(position + 1) in ("of", ":", "at")):
            return event_at(sentence, position, "toll before the number", lemma=lemma)
    return None
