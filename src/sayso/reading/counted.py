"""What is counted: the noun behind a number, its head, its unit; elided nouns stay open here."""

import re
from typing import NamedTuple

from sayso.reading.gazetteer import is_adjective
from sayso.reading.lemmas import is_verb, noun_lemma
from sayso.reading.numbers import Numeral
from sayso.reading.tagged import TaggedSentence
from sayso.reading.units import Unit, find_sign_before, find_unit_after, is_person


class CountedPhrase(NamedTuple):
    """The noun phrase of a number.

    Attributes:
        start: First character of the head noun (phrase); None when the noun is elided or only a sign names it.
        end: One past its last character.
        lemma: Singular, lower case; None when elided.
        unit: What one of it is; None when elided.
        first: Position of the phrase's first word behind the number.
        following: Position of the first word behind the phrase.
        kind: ``noun``, ``unit``, ``money``, ``time`` or ``elided``.
        rule: How the phrase was found.
        sign_start: Where a currency sign in front of the number stands; None without one.
    """

    start: int | None
    end: int | None
    lemma: str | None
    unit: str | None
    first: int
    following: int
    kind: str
    rule: str
    sign_start: int | None = None


_NOUN = ("NN", "NNS", "NNP")
_BEFORE_NOUN = ("JJ", "NN", "NNS", "NNP", "VBN", "VBG", "POS", "RB")
_WEAK_HEADS = frozenset(["case", "site", "camp", "member", "order", "point", "facility"])
"""Heads that say little alone: "criminal cases", "relief camps"; the word before them is kept."""
_STOP_NOUNS = frozenset(
    """today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december morning afternoon evening night noon midnight week month year last thursday""".split()
)
_PREDICATES = frozenset(
    """dead missing injured wounded killed hurt homeless displaced stranded trapped hospitalised hospitalized detained arrested unaccounted alive
    destroyed damaged affected uninjured unhurt sick ill infected evacuated deceased critical severe serious""".split()
)
"""States that are said of the counted thing; at the end of a phrase they are its event, not its noun."""


def find_counted(text: str, sentence: TaggedSentence, numeral: Numeral, *, end: int | None = None) -> CountedPhrase:
    """The noun phrase that a number counts.

    Args:
        text: The document's text.
        sentence: The number's sentence.
        numeral: The number.
        end: Where number and bound words behind it end ("50 or so"); None where the number ends.

    Returns:
        The phrase; kind ``elided`` when no noun follows.
    """
    after = sentence.at(max(numeral.end, end or 0))
    if _MAGNITUDE_BEFORE.search(text, max(0, numeral.start - 16), numeral.start) or _MAGNITUDE_AFTER.match(
        text, numeral.end
    ):
        return CountedPhrase(None, None, "magnitude", "magnitude", after, after, "unit", "magnitude")
    sign = find_sign_before(text, numeral.start)
    unit = (
        None if numeral.kind in ("share", "none", "vague") else find_unit_after(text, numeral.unit_from or numeral.end)
    )
    if unit is not None and unit.end <= sentence.end:
        return _of_unit(text, _per(text, unit), after, sentence.at(max(unit.end, numeral.end)))
    if sign is not None:
        sign = _per(text, sign._replace(end=numeral.end))
        return CountedPhrase(
            None, None, sign.name.lower(), sign.name, after, after, "money", f"sign {sign.name}", sign.start
        )
    if numeral.kind == "none" and text[numeral.start : numeral.end].lower() != "no":
        return CountedPhrase(None, None, "person", "person", after, after, "elided", "no one")
    return _noun_phrase(text, sentence, after, numeral)


_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude[\s-]+(?:of\s+)?$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[\s-]magnitude\b|\s+on\s+the\s+(?:open-ended\s+)?richter\b", re.IGNORECASE)
_PER = re.compile(
    r"(?:\s+(?:per|an?|each|for\s+every|for\s+each)\s+|\s?/\s?|-an?-)(?P<thing>gallon|barrel|ounce|pound|tonne|ton|share|kilo|kilogram|kg|litre|liter|head|bushel|bottle|ticket|unit|million"
    r"|person|household|family|capita|(?:square|cubic)\s+(?:foot|metre|meter|kilometre|kilometer|mile|inch)|acre|hectare|mile|kilometre|kilometer|km|child|student|worker|inhabitant|dose|pupil"
    r"|patient|bag|box|seat|game|shot|therm|plate|cup|piece|copy|gram|passenger|vehicle|car|visit|trip|ride|carat|MWh|kWh|megawatt[\s-]hour|kilowatt[\s-]hour)\b"
    r"|\s+per\s+(?!cent\b|night\b|hour\b|day\b|week\b|month\b|quarter\b|year\b|annum\b|decade\b|century\b|minute\b|second\b|fortnight\b)(?P<other>[a-z]{3,14})\b",
    re.IGNORECASE,
)


def _per(text: str, unit: Unit) -> Unit:
    """The unit with what it is a unit per: "USD per barrel"."""
    match = _PER.match(text, unit.end)
    if match is None or unit.kind == "time":
        return unit
    thing = " ".join((match["thing"] or match["other"]).lower().split())
    return unit._replace(name=f"{unit.name} per {thing}")


def _of_unit(text: str, unit: Unit, after: int, following: int) -> CountedPhrase:
    kind = {"physical": "unit", "money": "money", "time": "time", "countable": "noun"}[unit.kind]
    lemma = unit.name.lower()
    return CountedPhrase(unit.start, unit.end, lemma, unit.name, after, following, kind, f"unit {unit.name}")


def _noun_phrase(text: str, sentence: TaggedSentence, after: int, numeral: Numeral) -> CountedPhrase:
    first = _skip_openers(sentence, after, numeral)
    if sentence.tag(first) == "CD" and first == after and sentence.word(first + 1) in ("-", "\u2011"):
        first += 3  # the size of "two 500-pound bombs"
    unit = (
        find_unit_after(text, sentence.words[first].start)
        if numeral.kind == "vague" and first < len(sentence.words)
        else None
    )
    if unit is not None and unit.end <= sentence.end and sentence.tag(first) in _NOUN:
        return _of_unit(text, unit, after, sentence.at(unit.end))
    last = _find_head(sentence, first)
    if last is None and (state := _state_of_group(sentence, after)) is not None:
        return _predicate_noun(sentence, state + 1, first=state) or _elided(sentence, state)
    if last is None:
        return _predicate_noun(sentence, after) or _elided(sentence, after)
    opening = last
    lemma = noun_lemma(sentence.words[last].text)
    if lemma in _WEAK_HEADS and last > first and sentence.tag(last - 1) in ("NN", "JJ", "NNP", "VBG"):
        opening = last - 1
    pair = _coordinated(sentence, after, last)
    start, end = sentence.words[opening].start, sentence.words[pair or last].end
    lemma = noun_lemma(text[start : sentence.words[last].end])
    if pair is not None:
        lemma = f"{lemma} and {noun_lemma(sentence.words[pair].text)}"
    unit_name = lemma
    if is_person(lemma) or _are_nationals(sentence.words[last].text):
        unit_name = "person"
    elif pair is None and opening == last:
        unit_name = _compound(sentence, first, last)
    return CountedPhrase(start, end, lemma, unit_name, first, (pair or last) + 1, "noun", "noun phrase")


def _are_nationals(noun: str) -> bool:
    """Whether a noun names people by their country: "Ugandans", "Sudanese"."""
    return is_adjective(noun)


def _compound(sentence: TaggedSentence, first: int, last: int) -> str:
    """The head with the plain nouns right before it: "heart transplant", "debris basin"; or with its name: "World Cup"."""
    opening = last
    if sentence.words[last].text[0].isupper() and sentence.word(last).isalpha() and sentence.word(last).endswith("s"):
        while opening > first and sentence.tag(opening - 1) == "NNP" and sentence.words[opening - 1].text[0].isupper():
            opening -= 1
    while opening > first and sentence.tag(opening - 1) == "NN" and sentence.word(opening - 1).isalpha():
        opening -= 1
    return noun_lemma(" ".join(word.text for word in sentence.words[opening : last + 1]))


_OF_A_SERIES = frozenset(["last", "first", "past", "next", "previous", "final", "opening", "remaining", "other"])
"""Adjectives before the whole that a number is a part of: "two of their last 10 matches"."""


def _opens_whole(sentence: TaggedSentence, position: int) -> bool:
    """Whether a word stands between "of" and the whole: "of all the 12 wells", "of its last 10 races"."""
    word = sentence.word(position)
    is_series = word in _OF_A_SERIES and sentence.tag(position + 1) == "CD"
    return sentence.tag(position) in ("DT", "PRP$", "CD") or word in ("all", "every") or is_series


def _skip_openers(sentence: TaggedSentence, position: int, numeral: Numeral) -> int:
    """Past "of the 23,000", "of Nicaragua's", "more", "other", quotes."""
    if sentence.word(position) in ("of", "out") and sentence.word(position + 1) not in (
        "them",
        "whom",
        "which",
        "these",
        "those",
        "it",
    ):
        position += 2 if sentence.word(position) == "out" else 1
        while _opens_whole(sentence, position):
            position += 1
        possessor = position
        while sentence.tag(possessor) == "NNP" and possessor < position + 4:
            if sentence.tag(possessor + 1) == "POS" or sentence.word(possessor).endswith(("'s", "’s", "s'", "s’")):
                position = possessor + (2 if sentence.tag(possessor + 1) == "POS" else 1)
                break
            possessor += 1
        while sentence.tag(position) == "CD":
            position += 1
    elif numeral.kind == "share" and sentence.tag(position) in ("DT", "PRP$"):
        position += 1
    while sentence.word(position) in (
        "more",
        "other",
        "additional",
        "further",
        "“",
        '"',
        "‘",
        "``",
        "-",
        "extra",
        "such",
    ):
        if sentence.word(position) in ("more", "other") and sentence.tag(position + 1) not in _BEFORE_NOUN:
            break
        position += 1
    return position


def _find_head(sentence: TaggedSentence, first: int) -> int | None:
    """The last noun of the run that starts here; None when no noun belongs to the number."""
    head = None
    position = first
    while position < len(sentence.words) and position < first + 8:
        word, tag = sentence.word(position), sentence.tag(position)
        if word in _STOP_NOUNS and head is not None:
            break
        if word in _PREDICATES and not _leads_to_noun(sentence, position):
            break
        if tag in _NOUN or (tag == "JJ" and _is_person_noun(sentence, position)):
            if head is not None and sentence.tag(head) == "NNS" and _is_apart(sentence, position):
                break
            head = position
        elif (
            (tag in ("VBN", "VBG", "VBD") and not (head is None and _leads_to_noun(sentence, position)))
            or (tag == "RB" and (head is not None or not _leads_to_noun(sentence, position)))
            or (tag == "JJ" and head is not None and sentence.tag(head) == "NNS")
        ):
            break
        elif head == position - 1 and _joins_kinds(sentence, position):
            pass
        elif (
            word in (",", "and", "or", "-")
            and head is None
            and position > first
            and sentence.tag(position + 1) in ("JJ", "VBN", "NN")
        ):
            if not _leads_to_noun(sentence, position):
                break
        elif tag not in _BEFORE_NOUN and tag not in ("VBN", "VBG"):
            break
        position += 1
    if head is None or sentence.word(head) in _STOP_NOUNS:
        return None
    return head


_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


def _is_apart(sentence: TaggedSentence, position: int) -> bool:
    """Whether a noun behind a plural is none of its phrase: a name, or the verb that the sentence lacks ("12 wells work")."""
    if sentence.tag(position) != "NN":
        return sentence.tag(position) == "NNP"
    behind = sentence.tag(position + 1)
    return behind in ("", "SIGN", "IN", "RB") and is_verb(sentence.word(position)) and not _FINITE & set(sentence.tags)


def _joins_kinds(sentence: TaggedSentence, position: int) -> bool:
    """Whether "and" joins two kinds of one plural of people: "regime and rebel fighters"."""
    return (
        sentence.word(position) in ("and", "or")
        and sentence.tag(position - 1) == "NN"
        and sentence.tag(position + 1) in ("NN", "JJ")
        and sentence.tag(position + 2) == "NNS"
        and is_person(noun_lemma(sentence.word(position + 2)))
    )


def _is_person_noun(sentence: TaggedSentence, position: int) -> bool:
    """Whether a word taken for an adjective is a noun for people with nothing to describe: "one civilian and"."""
    if sentence.tag(position + 1) in ("NN", "NNS", "NNP", "JJ", "VBG"):
        return False
    return is_person(noun_lemma(sentence.word(position))) and sentence.word(position) not in _PREDICATES


def _leads_to_noun(sentence: TaggedSentence, position: int) -> bool:
    """Whether adjectives and participles from here run into a noun: "internally displaced people", "dead soldiers"."""
    for ahead in range(position + 1, min(position + 5, len(sentence.words))):
        tag = sentence.tag(ahead)
        if tag in ("NNS", "NN") and sentence.word(ahead) not in _STOP_NOUNS:
            return sentence.word(ahead) != "others"
        if tag not in ("JJ", "VBN", "VBG", "RB", "CC", "NNP"):
            return False
        if tag == "CC" and sentence.tag(ahead + 1) in ("CD", "DT", "VBD", "IN"):
            return False
    return False


def _coordinated(sentence: TaggedSentence, after: int, last: int) -> int | None:
    """The second noun of "homes and shops", where both are what is counted; never the subject of the next clause."""
    is_object = any(tag.startswith("VB") for tag in sentence.tags[max(0, after - 5) : after])
    if is_object and sentence.tag(last + 3) in ("VBD", "VBP", "VBZ", "MD"):
        return None
    if sentence.tag(last) != "NNS" or sentence.word(last + 1) not in ("and", "or") or sentence.tag(last + 2) != "NNS":
        return None
    if sentence.tag(last + 3) in ("NN", "NNS", "POS") or sentence.word(last + 2) in (
        "others",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
    ):
        return None
    return last + 2


def _state_of_group(sentence: TaggedSentence, after: int) -> int | None:
    """Where the state of a group stands that a number takes a part of: "14 of the dead were rebels"."""
    is_group = sentence.word(after) == "of" and sentence.word(after + 1) in ("the", "those", "these")
    return after + 2 if is_group and sentence.word(after + 2) in _PREDICATES else None


def _predicate_noun(sentence: TaggedSentence, after: int, *, first: int | None = None) -> CountedPhrase | None:
    """The noun of "27 were schools" and "40 were children"; ``first`` is where the phrase begins, else the noun itself."""
    if sentence.word(after) not in ("were", "are", "was"):
        return None
    noun = after + 1 + (sentence.tag(after + 1) == "JJ")
    if sentence.tag(noun) != "NNS" or sentence.tag(noun + 1) in ("VBD", "VBN", "VBG"):
        return None
    word, lemma = sentence.words[noun], noun_lemma(sentence.words[noun].text)
    unit = "person" if is_person(lemma) else lemma
    opening = noun if first is None else first
    return CountedPhrase(word.start, word.end, lemma, unit, opening, noun + 1, "noun", "predicate noun")


def _elided(sentence: TaggedSentence, after: int) -> CountedPhrase:
    after += sentence.word(after) in ("more", "others")
    return CountedPhrase(None, None, None, None, after, after, "elided", "no noun")
