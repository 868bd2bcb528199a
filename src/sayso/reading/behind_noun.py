"""Events behind what is counted: its predicate, a participle, a state; in relative clauses, passives and behind insertions."""

from sayso.reading.counted import CountedPhrase
from sayso.reading.event_words import GROUPS, STATES, FoundEvent, event_at
from sayso.reading.lemmas import noun_lemma, verb_lemma
from sayso.reading.tagged import TaggedSentence

AUXILIARIES = frozenset(
    """have has had having be been being is are was were am will would could may might must can should shall do does did 's 've 're get got getting not n't n’t
    able also still now already reportedly since all both again currently only just even never ever""".split()
)
REPORTING = frozenset(
    "register count record report believe fear confirm presume say think expect estimate find leave list declare pronounce know suspect describe feel remain lie understand consider".split()
)
_LISTING = frozenset(["including", "among", "mostly", "most", "many", "some", "mainly", "included"])
_RELATIVES = frozenset(["who", "that", "which", "whom", "whose"])
_SKIP_PREPOSITIONS = frozenset(
    "of in from at on near across around within inside throughout between among with under outside for along".split()
)
_RIGHT_WINDOW = 18


def find_state_behind(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    """A state right behind the noun: "14 people dead", "six still missing"."""
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
    if word in _DASHES and sentence.word(position + 1) in _LISTING:
        position = _behind_list(sentence, position + 2)
        word = sentence.word(position) if sentence.word(position - 1) in _DASHES else ""
    is_next_verb = phrase.kind == "elided" and sentence.tag(position + 1) == "CD"
    if word in STATES and not (sentence.tag(position + 1) in ("NN", "NNS") and position == phrase.following):
        return None if is_next_verb else event_at(sentence, position, "state behind the noun")
    return None


def find_participle_behind(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    """A participle or verb right behind the noun: "120 homes swept away", "40 people fled"."""
    position = phrase.following
    while sentence.tag(position) == "RB" and position < phrase.following + 2:
        position += 1
    tag, word = sentence.tag(position), sentence.word(position)
    if (
        tag not in ("VBN", "VBD", "VBG")
        or word in AUXILIARIES
        or word in ("including", "according", "based", "compared", "following", "depending", "aged", "excluding")
    ):
        return None
    lemma = verb_lemma(word)
    if lemma in REPORTING or lemma in ("call", "name", "use", "make", "base"):
        return None
    if phrase.kind == "elided" and tag == "VBG":
        return None
    special = _forced(sentence, position) or find_injuries(sentence, position) or _took_part(sentence, position)
    return special or event_at(sentence, position, "participle or verb behind the noun")


def find_predicate_behind(sentence: TaggedSentence, phrase: CountedPhrase) -> FoundEvent | None:
    """The verb of the clause whose subject is counted, past places, brackets, lists and insertions."""
    position, limit = phrase.following, phrase.following + _RIGHT_WINDOW
    in_predicate = is_perfect = False
    if phrase.kind == "elided" and sentence.word(position) == "," and sentence.word(position + 1) not in _LISTING:
        return None
    while position < min(limit, len(sentence.words)):
        word, tag = sentence.word(position), sentence.tag(position)
        if word in _RELATIVES or (in_predicate and (tag == "RB" or word == "to")):
            position += 1
        elif word in AUXILIARIES or tag == "MD":
            in_predicate = in_predicate or tag != "RB"
            is_perfect = is_perfect or word in ("have", "has", "had", "'ve")
            position += 1
        elif in_predicate and word == "among" and sentence.word(position + 2) in GROUPS:
            return event_at(sentence, position + 2, "predicate behind the noun")
        elif word in _LISTING:
            position = _behind_list(sentence, position + 1)
        elif tag.startswith("VB") or word in STATES:
            return _predicate(sentence, position, is_perfect)
        elif in_predicate and word in _STANDING:
            return _where_they_are(sentence, position)
        elif in_predicate or (ahead := _behind_modifier(sentence, position)) is None:
            return None
        else:
            position = ahead
    return None


_STANDING = ("in", "at", "under", "without")
_PLACES_OF_SHELTER = frozenset(["camp", "shelter", "centre", "center", "tent"])
_ORDERED = frozenset(["order", "orders", "advisory", "advisories", "notice", "notices"])


def _where_they_are(sentence: TaggedSentence, position: int) -> FoundEvent | None:
    """The state that a place or need stands for: "are still in camps", "is under water", "are in urgent need"."""
    rule = "predicate behind the noun"
    for ahead in range(position + 1, min(position + 5, len(sentence.words))):
        word, noun = sentence.word(ahead), noun_lemma(sentence.word(ahead))
        if word in ("need", "displacement"):
            return event_at(sentence, ahead, rule, lemma="displace" if word == "displacement" else None)
        if word == "water" and sentence.word(position) == "under":
            return event_at(sentence, ahead, rule, lemma="flood")
        if noun == "evacuation" and sentence.word(ahead + 1) in _ORDERED:
            return event_at(sentence, ahead, rule, lemma="order to evacuate")
        if noun in _PLACES_OF_SHELTER and sentence.word(position) in ("in", "at"):
            return event_at(sentence, ahead, rule, lemma="shelter")
        if sentence.tag(ahead) not in ("DT", "JJ", "NN", "CD", "RB", "NNP", "VBN"):
            return None
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
    """Past "and family members" and ", the whole population of the town," to the verb; None where no verb follows.

    Behind ", or 60 families," any verb opens the predicate: such words say the subject again, and no clause goes on there.
    """
    if (listed := _behind_more_nouns(sentence, position)) is not None:
        return listed
    if sentence.word(position) not in _DASHES:
        return None
    restates = sentence.word(position + 1) == "or"
    for ahead in range(position + 1, min(position + 22, len(sentence.words) - 1)):
        if sentence.word(ahead) in _DASHES:
            is_verb = restates and sentence.tag(ahead + 1) in _MAY_BE_FINITE
            if is_verb or _opens_predicate(sentence, ahead + 1):
                return ahead + 1
        if sentence.word(ahead) in (";", ".") or (sentence.tag(ahead) == "CD" and not _is_aside(sentence, ahead)):
            return None
    return None


_IN_LISTS = frozenset(["NN", "NNS", "NNP", "JJ", "DT", "POS", "PRP$", "CC", "VBN"])


def _behind_more_nouns(sentence: TaggedSentence, position: int) -> int | None:
    """Past the other subjects of a clause: ", barns and mills in the town" before "were destroyed"; None without a verb."""
    if sentence.word(position) not in (",", "and", "or"):
        return None
    for ahead in range(position + 1, min(position + 16, len(sentence.words))):
        word, tag = sentence.word(ahead), sentence.tag(ahead)
        if _opens_predicate(sentence, ahead):
            is_list = ahead > position + 1 and sentence.tag(ahead - 1) in ("NN", "NNS", "NNP", "SIGN")
            return ahead if is_list else None
        if tag not in _IN_LISTS and word != "," and word not in _SKIP_PREPOSITIONS:
            return None
    return None


_MAY_BE_FINITE = ("VBD", "VBP", "VBZ", "MD", "VB", "VBN")
"""Classes of a verb that opens a predicate; behind a comma the tagger takes "live" for an infinitive, "resigned" for a participle."""
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
    if lemma in ("make", "render", "take", "seek", "become", "go", "leave", "get") and (
        brought := _brought_about(sentence, position)
    ):
        return brought._replace(is_perfect=is_perfect)
    if lemma in REPORTING:
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
    forced = _forced(sentence, position) or find_injuries(sentence, position)
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


def find_injuries(sentence: TaggedSentence, position: int) -> FoundEvent | None:
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
        "allow",
        "permit",
        "enable",
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
        if tag in ("VBD", "VBP", "VBZ", "MD") or word in AUXILIARIES or word in (";", "."):
            break
        if tag == "VBN" and sentence.tag(position + 1) in ("IN", "RB", "SIGN", "WH", ""):
            break
        if word in STATES and sentence.word(position - 1) in _DASHES:
            break
        if tag == "VBG" and sentence.tag(position - 1) in ("CC", "SIGN"):
            return len(sentence.words)
        position += 1
    return position
