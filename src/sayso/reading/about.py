"""What a figure is about beyond the noun it counts: the rate that rose, the fine of $500, the wheat of 4 million tonnes."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.model import About, AboutRole
from sayso.reading.counted import CountedPhrase
from sayso.reading.lemmas import is_verb, noun_lemma, verb_lemma
from sayso.reading.pieces import SPELLS, Stretch, split_pieces
from sayso.reading.subjects import OF, Clause, Role
from sayso.reading.tag_slips import mend_slips
from sayso.reading.tagged import TaggedSentence

_DIRECTIONS = frozenset(
    """north south east west northeast northwest southeast southwest north-east north-west south-east south-west northern
    southern eastern western away long wide tall high deep apiece each inland offshore upstream downstream southwards
    northwards eastwards westwards worldwide nationwide globally overall total""".split()
)
"""What a length behind a place is counted in; never a noun that it describes."""
_SET_PHRASES = frozenset(
    "exchange return addition total all part fact turn advance full question trading trade dealings action".split()
)
"""Nouns that make an adverb with "in": "$3,000 in exchange for"."""
_CAUSES = frozenset(["amid", "amidst", "despite", "after", "before", "following", "during", "without"])
"""Prepositions that open what goes with the event rather than what it is done to, with "due to" and "because of"."""
_COUNT_ONLY = frozenset(
    """further additional extra total combined whole full mere whopping estimated reported more other few same first last next
    another""".split()
)
"""Adjectives that say something of a number, and nothing of the noun behind it."""
_JOINING = frozenset(
    "according compared based including following depending excluding regarding concerning given".split()
)
"""Participles that open words of their own, and describe no noun."""
_AGE = ("age", "ages", "aged")
_BEHIND_NOUN = ("of", "in", "among", "for")
"""What may tie a noun to one that a figure describes: "a 5 % rise in prices for bread"."""


class Placed(NamedTuple):
    """A figure of a sentence.

    Attributes:
        stretch: Its words: number with sign, bound words and unit or counted noun.
        phrase: What it counts.
        is_share: Whether it is a share.
        is_age: Whether it is somebody's age.
    """

    stretch: Stretch
    phrase: CountedPhrase
    is_share: bool
    is_age: bool = False


def find_about(
    text: str, sentence: TaggedSentence, figures: Sequence[Placed], times: Sequence[Stretch]
) -> list[tuple[About, ...]]:
    """What each figure of a sentence is about, in text order of the words; empty where the sentence does not say.

    What its measure is of, or what noun it describes; else, and besides, what the verb that governs it is said of and
    done to. A figure that is itself the subject ("12 people were killed") is about nothing more.

    Args:
        text: The document's text.
        sentence: The sentence.
        figures: Its figures, in text order.
        times: Where its time expressions stand.
    """
    sentence = mend_slips(sentence)
    pieces = split_pieces(sentence, [figure.stretch for figure in figures], times)
    clause = Clause(sentence, pieces, [figure.phrase.kind == "noun" for figure in figures])
    found: list[list[Role]] = [[] for _ in figures]
    for index, piece in enumerate(pieces):
        if piece.figure < 0:
            continue
        placed = figures[piece.figure]
        if piece.figure and _restates(clause, index):
            found[piece.figure] = found[piece.figure - 1]
        else:
            roles = _people_of(clause, index, placed, figures) or _roles(clause, index, placed)
            found[piece.figure] = [role for role in roles if not _is_left_out(role, placed, figures)]
    return [_spans(text, sentence, roles) for roles in found]


def _spans(text: str, sentence: TaggedSentence, roles: Sequence[Role]) -> tuple[About, ...]:
    found: dict[tuple[int, int], About] = {}
    for role in roles:
        first = role.first
        while first < role.head - 1 and sentence.tag(first) in ("DT", "PRP$"):
            first += 1
        start, end = sentence.words[first].start, sentence.words[role.last - 1].end
        lemma = noun_lemma(text[start : sentence.words[role.head - 1].end])
        found.setdefault((start, end), About(start=start, end=end, exact=text[start:end], lemma=lemma, role=role.role))
    return tuple(found[key] for key in sorted(found))


def _restates(clause: Clause, index: int) -> bool:
    """Whether a figure says the one before again: "$3 million, or 29 cents a share", "70 km (43 miles)"."""
    link = index - 1
    if clause.kind(link) == "break":
        return clause.word(link) == "(" and clause.kind(link - 1) == "figure"
    if clause.kind(link) != "and" or clause.word(link) != "or":
        return False
    return clause.kind(link - 1 - (clause.kind(link - 1) == "comma")) == "figure"


def _roles(clause: Clause, index: int, placed: Placed) -> list[Role]:
    """What a figure is about; the whole of a share says enough ("13 % of the fleet")."""
    own = _own(clause, index, placed)
    found = [*_modifiers(clause, index, own), own] if own is not None else []
    if own is not None and own.role == "noun" and _is_cause(clause, index - 1):
        return found
    if (own is not None and own.role == "of" and placed.is_share) or _is_subject(clause, index, own):
        return found
    if (place := _far_from(clause, index, placed)) is not None:
        return [place]
    return found + (_value_of(clause, index) or _before(clause, index, is_count=_is_count(placed)))


def _is_count(placed: Placed) -> bool:
    """Whether a figure counts things, so that who tells of it is no part of it; a change is a share of something."""
    return placed.phrase.kind == "elided" or (placed.phrase.kind == "noun" and not placed.is_share)


def _people_of(clause: Clause, index: int, placed: Placed, figures: Sequence[Placed]) -> list[Role]:
    """Whom an age right behind a noun is said of: "9,000 children under the age of five", "girls over 12"."""
    before = clause.pieces[index - 1] if index else None
    if not placed.is_age or before is None or before.last != clause.pieces[index].first:
        return []
    if before.kind == "figure":
        counted = figures[before.figure].phrase
        is_noun = counted.kind == "noun" and counted.first < counted.following
        return [Role(counted.first, counted.following, counted.following, "subject")] if is_noun else []
    return [_without_age(clause, index - 1)] if before.kind == "noun" else []


def _without_age(clause: Clause, noun: int) -> Role:
    """The people of "voters ages 18 to 39" and "voters under age 45"."""
    is_age = clause.word(noun) in _AGE
    if is_age and clause.kind(noun - 1) == "preposition" and clause.kind(noun - 2) == "noun":
        noun, is_age = noun - 2, False
    found = clause.role(clause.tied(noun, OF), noun, "subject")
    ends_in_age = not is_age and clause.sentence.word(found.last - 1) in _AGE and found.last - 1 > found.first
    return found._replace(last=found.last - 1, head=found.head - 1) if ends_in_age else found


def _is_left_out(role: Role, placed: Placed, figures: Sequence[Placed]) -> bool:
    """Whether words are the noun that a figure leaves out, so what it counts: "300 men came, 40 of them wounded"."""
    if placed.phrase.kind != "elided" or placed.is_share:
        return False
    same = (figure for figure in figures if figure.stretch.first == role.first)
    return any(placed.phrase.unit in (None, figure.phrase.unit) for figure in same)


# what stands behind the figure


def _own(clause: Clause, index: int, placed: Placed) -> Role | None:
    """The noun that the figure's measure is of ("tonnes of wheat") or that it describes ("$500 bail")."""
    if clause.kind(index + 1) == "break" and clause.word(index + 1) == "(" and clause.word(index + 3) == ")":
        index += 3  # what is said again in brackets
    if clause.word(index + 1) == "of" and clause.kind(index + 2) == "figure" and clause.kind(index + 3) == "noun":
        is_beside = clause.pieces[index + 3].first == clause.pieces[index + 2].last
        return _forward(clause, index + 3, "of", ("of",)) if is_beside and placed.phrase.kind == "unit" else None
    if clause.kind(index + 1) == "preposition" and clause.kind(index + 2) == "noun":
        return _forward(clause, index + 2, "of", ("of",)) if _is_measured(clause, index, placed) else None
    if clause.kind(index + 1) != "noun" or not (placed.is_share or placed.phrase.kind in ("unit", "money", "time")):
        return None
    is_beside = clause.pieces[index + 1].first == clause.pieces[index].last
    return _forward(clause, index + 1, "noun", _BEHIND_NOUN) if is_beside and _is_described(clause, index) else None


def _modifiers(clause: Clause, index: int, own: Role) -> list[Role]:
    """The adjectives that a figure parts from their noun: "a sharp 3% drop", "the firm's new 5-litre engine"."""
    sentence, end = clause.sentence, clause.pieces[index].first
    first = end
    while sentence.tag(first - 1) in ("JJ", "VBN", "VBG") and sentence.word(first - 1) not in _COUNT_ONLY:
        first -= 1
    if own.role != "noun" or first == end:
        return []
    if sentence.tag(first - 1) == "POS" or sentence.word(first - 1).endswith(("'s", "’s", "s'", "s’")):
        first -= 1 + (sentence.tag(first - 1) == "POS")
        while sentence.tag(first - 1) == "NNP":
            first -= 1
    elif sentence.tag(first - 1) not in ("DT", "PRP$"):
        return []
    return [Role(first, end, end, "noun")]


def _is_cause(clause: Clause, link: int) -> bool:
    """Whether the preposition in front of a figure only says why or when: "delayed due to 50 mph winds"."""
    if clause.kind(link) != "preposition":
        return False
    position = clause.pieces[link].first
    return clause.word(link) in _CAUSES or clause.sentence.word(position - 1) in ("due", "because", "thanks", "owing")


def _is_measured(clause: Clause, index: int, placed: Placed) -> bool:
    """Whether a preposition behind a figure leads to what it measures: "tonnes of wheat", "$8 billion in debt"."""
    link, noun = clause.word(index + 1), clause.pieces[index + 2]
    if link == "of":
        return True
    if link == "to":
        return placed.phrase.kind == "money" and verb_lemma(clause.word(index - 1)) == "add"
    if (
        {clause.word(index + 2), clause.sentence.word(noun.last - 1)} & _SET_PHRASES
        or placed.phrase.kind != "money"
        or clause.sentence.word(noun.last - 1) in SPELLS
    ):
        return False
    return link == "for" or (link == "in" and clause.tag(index + 2) in ("NN", "NNS", "JJ"))


def _is_described(clause: Clause, index: int) -> bool:
    """Whether a noun behind a figure is described by it: never behind a plural unit, nor with an article of its own."""
    piece, noun = clause.pieces[index], clause.pieces[index + 1]
    word = clause.word(index + 1)
    if clause.tag(index + 1) in ("DT", "PRP$", "CD", "NNP", "VBN", "VBD") or word in SPELLS or word in _DIRECTIONS:
        return False
    has_article = clause.sentence.tag(piece.first - 1) in ("DT", "PRP$", "JJ")
    if is_verb(word) and clause.kind(index - 1) not in ("verb", "preposition") and not has_article:
        return False
    if clause.kind(index + 2) == "figure" and clause.pieces[index + 2].first == noun.last:
        return False
    return not (clause.sentence.tag(piece.last - 1) == "NNS" and clause.sentence.word(piece.last - 1).endswith("s"))


def _forward(clause: Clause, index: int, role: AboutRole, links: Sequence[str]) -> Role:
    """A noun phrase with what hangs on it."""
    head, figure = clause.pieces[index], index - 2
    while (
        clause.kind(index + 1) == "preposition" and clause.word(index + 1) in links and clause.kind(index + 2) == "noun"
    ):
        index += 2
    if (described := _past_participle(clause, index)) > index:
        return Role(head.first, clause.pieces[described].last, head.last, role)
    if clause.kind(index + 1) == "and" and clause.kind(index + 2) == "noun":
        opens = role == "of" and not clause.has_verb(figure)
        index += 2 if opens or clause.kind(index + 3) != "verb" else 0
    return Role(head.first, clause.pieces[index].last, head.last, role)


def _past_participle(clause: Clause, noun: int) -> int:
    """Where a noun phrase ends with the participle that describes it: "a skull found in a cave", "men aged 18 to 34"."""
    verb = noun + 1
    if clause.kind(verb) != "verb" or clause.tag(verb) not in ("VBN", "VBG") or clause.word(verb) in _JOINING:
        return noun
    if clause.word(verb) == "aged" and clause.kind(verb + 1) == "figure":
        return verb + 1
    if clause.is_speech(verb):
        return noun
    last = verb + 2 if clause.kind(verb + 1) == "preposition" else verb + 1
    if clause.kind(last) != "noun" or (clause.tag(verb) == "VBN" and last == verb + 1):
        return noun
    while clause.kind(last + 1) == "preposition" and clause.kind(last + 2) == "noun":
        last += 2
    return noun if clause.kind(last + 1) == "verb" else last


def _is_subject(clause: Clause, index: int, own: Role | None) -> bool:
    """Whether the figure itself is what the clause is said of: "12 people were killed", "5 % of voters stayed away"."""
    after = index + 1
    while own is not None and after < len(clause.pieces) and clause.pieces[after].first < own.last:
        after += 1
    while clause.kind(after) == "preposition" and clause.kind(after + 1) in ("noun", "time", "pronoun"):
        after += 2
    after += clause.kind(after) == "which"
    before = clause.kind(index - 1)
    if clause.kind(after) != "verb":
        return False
    if not clause.is_finite(after):
        return before in ("and", "comma")
    if before == "verb" and clause.kind(index - 2) != "figure":
        return clause.is_speech(index - 1)
    return before not in ("preposition", "figure", "to")


# what stands before the figure


def _far_from(clause: Clause, index: int, placed: Placed) -> Role | None:
    """The place that a distance is said of: "the village of Dorn, 4 km east of the town"."""
    said_again = clause.kind(index + 2) == "figure" and clause.word(index + 3) == ")"
    behind = clause.sentence.word(clause.pieces[index + 3 if said_again else index].last)
    if behind not in _DIRECTIONS and not (behind == "from" and placed.phrase.kind == "unit"):
        return None
    at = index - 1 - (clause.kind(index - 1) == "comma")
    return clause.named(at, OF) if clause.kind(at) == "noun" else None


def _value_of(clause: Clause, index: int) -> list[Role]:
    """The noun whose value the figure is, and who has it: "the firm posted a profit of $5 million"."""
    noun = index - 2
    if clause.kind(index - 1) != "preposition" or clause.word(index - 1) != "of" or clause.kind(noun) != "noun":
        return []
    first = noun if clause.word(noun) in ("a", "an") else clause.tied(noun, OF)
    verb = first - 1
    if clause.kind(verb) == "and" and clause.kind(verb - 1) != "comma" and clause.has_verb(verb):
        while clause.kind(verb) not in ("verb", "that", "which", "break"):
            verb -= 1
    if clause.kind(verb) == "preposition" and clause.kind(verb - 1) == "verb" and _is_pace(clause, noun):
        verb -= 1
    subject = clause.subject(verb) if clause.kind(verb) == "verb" else None
    return [clause.role(first, noun, "object"), *([subject] if subject else [])]


def _before(clause: Clause, index: int, *, is_count: bool) -> list[Role]:
    """The subject of the verb that governs the figure, and the object between the two.

    Who only tells of a count is no part of it: "the ministry reported 12 deaths".
    """
    objects: list[Role] = []
    at = index - 2 if _is_epithet(clause, index) else index - 1
    while at >= 0 and clause.kind(at) not in ("that", "which"):
        if clause.kind(at) == "verb":
            subject = None if is_count and clause.is_speech(at) else clause.subject(at)
            return objects + ([subject] if subject else [])
        first = clause.pieces[at].first
        if clause.kind(at) != "noun":
            at -= 1
            continue
        if clause.kind(at - 1) == "figure" and clause.pieces[at - 1].last == first and clause.has_verb(at - 1):
            at -= 1  # what another figure describes: "a $500 bond and two boats"
            continue
        opening = clause.chain(at, joins=True)
        link = clause.kind(opening - 1)
        if (
            link == "preposition"
            and clause.word(opening - 1) == "with"
            and clause.word(at + 1) == "at"
            and not _is_name(clause, at)
        ):
            return [clause.role(opening, at, "subject")]  # "with carbon levels at 400"
        if link == "verb" or (link == "preposition" and clause.word(opening - 1) == "with" and not objects):
            objects += _object(clause, opening, at, index)
        elif not (link == "preposition" and (clause.kind(opening - 2) == "figure" or clause.has_verb(opening - 1))):
            return [*objects, clause.role(opening, at, "subject")]
        at = opening - 1
    return objects


def _is_pace(clause: Clause, index: int) -> bool:
    """Whether a noun only says how fast a change is: "grew at an annual rate of 3%"."""
    return clause.sentence.word(clause.pieces[index].last - 1) in ("rate", "pace", "clip")


def _is_name(clause: Clause, index: int) -> bool:
    return clause.sentence.tag(clause.pieces[index].last - 1) == "NNP"


def _object(clause: Clause, first: int, last: int, index: int) -> list[Role]:
    """An object in front of a figure; one before a comma belongs to the figures before the comma.

    Unless the figure alone stands between two commas: "has a bigger tank, 60 litres, than".
    """
    between = [piece.kind for piece in clause.pieces[last + 1 : index]]
    is_measure = not clause.counts[clause.pieces[index].figure]
    is_inserted = is_measure and between == ["comma"] and clause.kind(index + 1) in ("comma", "")
    is_apart = not is_inserted and any(kind in ("comma", "and", "break") for kind in between)
    return [] if is_apart else [clause.role(first, last, "object")]


def _is_epithet(clause: Clause, index: int) -> bool:
    """Whether a noun only describes the figure behind it: "for a record $44 million"."""
    is_beside = clause.kind(index - 1) == "noun" and clause.pieces[index - 1].last == clause.pieces[index].first
    return is_beside and clause.kind(index - 2) == "preposition"
