"""A tagged sentence as a row of pieces: noun phrases, verbs, prepositions, figures, times; a parse no deeper than that."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from sayso.reading.lemmas import is_verb, verb_lemma
from sayso.reading.tagged import TaggedSentence

PieceKind = Literal[
    "noun", "figure", "time", "verb", "preposition", "to", "that", "and", "comma", "break", "pronoun", "which", "there"
]


class Piece(NamedTuple):
    """A piece of a sentence.

    Attributes:
        kind: What it is; adverbs, particles and lone adjectives are no piece.
        first: Position of its first word.
        last: One past the position of its last word.
        figure: Which figure of the sentence it is; -1 for none.
    """

    kind: PieceKind
    first: int
    last: int
    figure: int = -1


class Stretch(NamedTuple):
    """Positions of words, half-open."""

    first: int
    last: int


_NOUN = ("NN", "NNS", "NNP")
_INSIDE = ("NN", "NNS", "NNP", "JJ", "POS", "X")
_SUBORDINATORS = frozenset(
    """that while whereas because if although though since unless as when where after before until whether whilst once how why""".split()
)
"""Words that open a clause of their own; "after" and "as" open one only in front of a subject and its verb."""
_GLUE = frozenset("& / - – . ' ’ + @".split())
SPEECH = frozenset(
    """say report show find estimate believe think add claim state announce note suggest indicate tell mean reckon expect warn confirm forecast predict
    reveal argue insist admit allege acknowledge conclude see know hope fear""".split()
)
"""Verbs that open a clause of their own without "that"."""
_UNCHANGED = frozenset("cost cut hit shed set put bought sold spread".split())
_DEGREES = frozenset(
    "up down about around nearly almost over some just more less than only roughly approximately".split()
)
"""Words beside a number that the tagger takes for prepositions or adjectives."""
SPELLS = frozenset(
    "season year month week day night morning afternoon evening quarter half decade century weekend time".split()
)
_DESCRIBING = frozenset(
    """operating manufacturing housing mining trading shipping banking living working starting opening closing remaining existing rising falling growing
    leading naming driving net outstanding spending lending borrowing""".split()
)
"""Words in -ing that describe the noun behind them far more often than they govern it."""
_BEING = frozenset("is was has does goes".split())
_EACH_TIME = frozenset(["annual", "daily", "weekly", "monthly", "quarterly", "yearly"])
_TAKEN_OFF = frozenset(["tax", "taxes", "interest", "items", "deductions", "expenses", "costs"])
"""What a profit is told before or after."""
_TITLES = frozenset("mr mrs ms dr gen lt col sgt capt maj rep sen gov prof st".split())
_SUPERLATIVES = frozenset("best worst most least once newly".split())
_BREAKS = frozenset('; : ( ) [ ] – — " “ ” ? !'.split())

_HIDES_VERB = frozenset(["NNS", "NN", "JJ", "RB"])
_BEFORE_VERB = frozenset([*_NOUN, "CD"])


def split_pieces(sentence: TaggedSentence, figures: Sequence[Stretch], times: Sequence[Stretch]) -> list[Piece]:
    """The pieces of a sentence, in text order.

    Args:
        sentence: The sentence.
        figures: Where its figures stand: the number with sign, bound words and unit or counted noun.
        times: Where its time expressions stand.
    """
    opens_figure = {stretch.first: (index, stretch.last) for index, stretch in enumerate(figures)}
    is_figure = _marks(sentence, figures)
    is_time = _marks(sentence, times)
    pieces: list[Piece] = []
    position = 0
    while position < len(sentence.words):
        if position in opens_figure:
            index, last = opens_figure[position]
            piece: Piece | None = Piece("figure", position, max(last, position + 1), index)
        elif is_time[position] and not _is_in_name(sentence, position, is_figure, is_time):
            piece = Piece("time", position, position + 1)
        elif sentence.tags[position] in _HIDES_VERB and _is_hidden_verb(sentence, position, is_figure):
            piece = Piece("verb", position, position + 1)
        else:
            piece = _noun_phrase(sentence, position, is_figure, is_time) or _one_word(sentence, position)
        if piece is not None and not (piece.kind == "time" and pieces and pieces[-1].kind == "time"):
            pieces.append(piece)
        position = piece.last if piece is not None else position + 1
    return pieces


def _marks(sentence: TaggedSentence, stretches: Sequence[Stretch]) -> list[bool]:
    marks = [False] * len(sentence.words)
    for first, last in stretches:
        for position in range(first, min(last, len(marks))):
            marks[position] = True
    return marks


def _is_in_name(sentence: TaggedSentence, position: int, is_figure: list[bool], is_time: list[bool]) -> bool:
    """Whether a time word only describes the noun behind it: "its 2018 sales", never "in 2018 sales rose"."""
    if sentence.tag(position + 1) not in ("NN", "NNS") or is_figure[position + 1]:
        return False
    if position == 0 or is_time[position - 1]:
        return False
    if sentence.tag(position - 1) == "NNS" and sentence.word(position) in _EACH_TIME:
        return True
    return sentence.tag(position - 1) in ("NNP", "PRP$", "DT", "POS", "NN", "JJ", "X")


def _noun_phrase(sentence: TaggedSentence, first: int, is_figure: list[bool], is_time: list[bool]) -> Piece | None:
    """The noun phrase that starts here; None when none does."""
    head = -1
    position, end = first, len(sentence.words)
    while position < end and not is_figure[position]:
        if is_time[position] and not _is_in_name(sentence, position, is_figure, is_time):
            break
        tag, word = sentence.tags[position], sentence.lowered[position]
        if head >= 0 and tag in _HIDES_VERB and _is_hidden_verb(sentence, position, is_figure):
            break
        if (tag in _NOUN and word != "per") or (tag == "VBZ" and _is_hidden_noun(sentence, first, position)):
            if head >= 0 and tag == "NNP" and head == position - 1 and _ends_before_name(sentence, head):
                break
            head = position
        elif not _goes_on(sentence, first, position, head):
            break
        position += 1
    if head < 0:
        return None
    return Piece("noun", first, _with_number(sentence, head + 1, is_figure, is_time))


def _is_hidden_verb(sentence: TaggedSentence, position: int, is_figure: list[bool]) -> bool:
    """Whether a word that the tagger takes for a noun or adjective is the verb of a figure: "the line loses 286"."""
    word, tag = sentence.lowered[position], sentence.tags[position]
    if tag not in _HIDES_VERB or sentence.tag(position - 1) not in _BEFORE_VERB:
        return False
    lemma = verb_lemma(word)
    if not is_verb(lemma) or (lemma == word and word not in _UNCHANGED):
        return False
    behind = position + 1
    while behind < len(is_figure) and not is_figure[behind] and _may_lead(sentence, behind, tag):
        behind += 1
    return behind < len(is_figure) and is_figure[behind] and not _has_verb_before(sentence, position)


def _is_hidden_noun(sentence: TaggedSentence, first: int, position: int) -> bool:
    """Whether a word that the tagger takes for a verb is a noun, since the verb comes next: "its shares rose"."""
    if sentence.tag(position) != "VBZ" or position == first or not sentence.word(position).endswith("s"):
        return False
    return sentence.tag(position + 1) in ("VBD", "MD", "VBZ", "VBP") and sentence.word(position) not in _BEING


def _may_lead(sentence: TaggedSentence, position: int, tag: str) -> bool:
    """Whether a word may stand between a verb and its figure; fewer where the verb looks like a plural noun."""
    if sentence.tag(position) == "RB" or sentence.word(position) in ("to", "by"):
        return True
    return tag == "JJ" and (sentence.tag(position) in ("DT", "JJ", "NN") or sentence.word(position) in ("at", "for"))


def _has_verb_before(sentence: TaggedSentence, position: int) -> bool:
    """Whether the clause has a verb already; "said" opens a clause of its own."""
    for earlier in range(position - 1, -1, -1):
        word, tag = sentence.word(earlier), sentence.tag(earlier)
        if word in _SUBORDINATORS or word in _BREAKS or word == ",":
            return False
        if tag in ("VBD", "VBZ", "VBP", "MD", "VB"):
            return verb_lemma(word) not in SPEECH
    return False


def _with_number(sentence: TaggedSentence, last: int, is_figure: list[bool], is_time: list[bool]) -> int:
    """Past the number or the short name in brackets that ends a name: "Stoxx 50", "XB-70", "Ford (F)"."""
    if last >= len(sentence.words) or is_figure[last] or is_time[last]:
        return last
    if sentence.tag(last) == "CD" and sentence.words[last - 1].text.isascii():
        is_lower = sentence.words[last - 1].text.islower()
        return last if is_lower and sentence.tag(last + 1) not in ("VBD", "VBZ", "MD") else last + 1
    is_coded = (
        sentence.tag(last) == "SIGN" and sentence.tag(last + 1) == "CD" and sentence.word(last) in ("-", "\u2011")
    )
    if is_coded and not is_figure[last + 1] and _is_glued(sentence, last):
        return last + 2
    if sentence.tag(last - 1) != "NNP":
        return last
    if sentence.word(last) == "(" and sentence.word(last + 2) == ")" and sentence.words[last + 1].text.isupper():
        return last + 3
    return last


def _ends_before_name(sentence: TaggedSentence, head: int) -> bool:
    """Whether a noun ends its phrase although a name follows: "since the start of the season Ruiz has", "units Volvo"."""
    return sentence.tag(head) == "NNS" or sentence.word(head) in SPELLS


def _goes_on(sentence: TaggedSentence, first: int, position: int, head: int) -> bool:
    """Whether a word that is no noun may stand in a noun phrase."""
    tag, word, ahead = sentence.tags[position], sentence.lowered[position], sentence.tag(position + 1)
    if tag in ("DT", "PRP$"):
        return position == first or (position == first + 1 and sentence.word(first) in ("all", "half", "both"))
    if tag == "CD" or word == "percent":
        return True
    if word in ("'", "’") and sentence.word(position - 1).endswith("s"):
        return sentence.words[position - 1].end == sentence.words[position].start and ahead in (*_NOUN, "JJ")
    if word == "." and sentence.word(position - 1) in _TITLES:
        return ahead == "NNP"
    if word in _GLUE and first < position:
        return _is_glued(sentence, position)
    if tag in _INSIDE and word not in _DEGREES:
        return True
    if word in _DESCRIBING:
        return ahead in (*_NOUN, "JJ")
    if tag in ("VBG", "VBN"):
        return ahead in (*_NOUN, "JJ") and _may_describe(sentence, first, position)
    if tag == "CC" and head < 0 and sentence.tag(position - 1) == ahead == "JJ":
        return position > first and sentence.tag(position + 2) in ("NN", "NNS", "JJ", "NNP")
    if tag == "RB" and head < 0 and ahead in ("JJ", "VBN", "VBG"):
        return position > first or (word in _SUPERLATIVES and sentence.tag(position + 2) in _NOUN)
    return False


def _may_describe(sentence: TaggedSentence, first: int, position: int) -> bool:
    """Whether a participle describes the noun behind it rather than being the verb of the clause."""
    if position > first:
        return sentence.tag(position - 1) in ("DT", "PRP$", "JJ", "POS", "X", "RB")
    return sentence.tag(position - 1) == "IN" and sentence.tag(position) == "VBN"


def _is_glued(sentence: TaggedSentence, position: int) -> bool:
    """Whether a sign stands between two words without a blank: "S&P", "TA-35"."""
    words = sentence.words
    if position + 1 >= len(words):
        return False
    return words[position - 1].end == words[position].start and words[position].end == words[position + 1].start


_OF_ONE_WORD: dict[str, PieceKind] = {
    "TO": "to", "CC": "and", "PRP": "pronoun", "WH": "which", "EX": "there", "MD": "verb",
}  # fmt: skip


def _one_word(sentence: TaggedSentence, position: int) -> Piece | None:
    tag, word = sentence.tags[position], sentence.lowered[position]
    kind: PieceKind | None = _OF_ONE_WORD.get(tag)
    around = (sentence.tag(position - 1), sentence.tag(position + 1))
    if tag.startswith("VB"):
        kind = "verb"
    elif word == "to":
        kind = "to" if sentence.tag(position + 1) == "VB" else "preposition"
    elif (word == "as" and ("RB" in around or "JJ" in around or "SIGN" in around)) or (
        word == "that" and tag == "DT" and sentence.tag(position - 1) == "IN"
    ):
        return None
    elif word in ("before", "after") and sentence.word(position + 1) in _TAKEN_OFF:
        kind = "preposition"
    elif word in _SUBORDINATORS and tag in ("IN", "WH", "DT", "RB"):
        kind = "which" if tag == "WH" and word in ("which", "who", "that") else "that"
    elif tag == "IN" and word not in ("up", "down", "than"):
        kind = "preposition"
    elif word == "-" and not _is_glued(sentence, position):
        kind = "break"
    elif word == ",":
        kind = "comma"
    elif word in _BREAKS:
        kind = "break"
    return None if kind is None else Piece(kind, position, position + 1)
