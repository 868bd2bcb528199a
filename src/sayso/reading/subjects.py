"""Who a verb is said of: the row of pieces of a sentence, with its noun phrases in full and the subjects of its verbs."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.model import AboutRole
from sayso.reading.lemmas import verb_lemma
from sayso.reading.pieces import SPEECH, Piece
from sayso.reading.tagged import TaggedSentence

OF = frozenset(["of"])
_NEAR = frozenset(["of", "per"])
_CHAINING = frozenset(
    """of in for to among per with on at from between by against across inside under into about within below above
    like before after""".split()
)
"""Prepositions that tie a noun to the one before: "exports of wheat to the north"."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_DEEPEST = 4
"""Verbs that hang on one another before we give up: "is expected to announce that it plans to"."""


class Role(NamedTuple):
    """Words that a figure is about, and how they hang together with it.

    Attributes:
        first: Position of the first word.
        last: One past the position of the last.
        head: One past the position of the head noun.
        role: Of, noun, object or subject.
    """

    first: int
    last: int
    head: int
    role: AboutRole


class Clause:
    """The pieces of one sentence and the questions that a figure asks of them.

    Attributes:
        sentence: The sentence.
        pieces: Its pieces.
        counts: For each of its figures, whether it counts a noun that stands behind it.
    """

    def __init__(self, sentence: TaggedSentence, pieces: Sequence[Piece], counts: Sequence[bool]) -> None:
        self.sentence = sentence
        self.pieces = pieces
        self.counts = counts
        self._verbs = _count_verbs(pieces)

    def kind(self, index: int) -> str:
        """The kind of a piece, "" outside the sentence."""
        return self.pieces[index].kind if 0 <= index < len(self.pieces) else ""

    def word(self, index: int) -> str:
        """The first word of a piece, lower case; "" outside the sentence."""
        return self.sentence.word(self.pieces[index].first) if 0 <= index < len(self.pieces) else ""

    def tag(self, index: int) -> str:
        """The class of the first word of a piece."""
        return self.sentence.tag(self.pieces[index].first) if 0 <= index < len(self.pieces) else ""

    def role(self, first: int, last: int, role: AboutRole) -> Role:
        """The words from one noun phrase to another."""
        return Role(self.pieces[first].first, self.pieces[last].last, self.pieces[first].last, role)

    def is_speech(self, index: int) -> bool:
        """Whether a verb opens a clause of its own: "said"."""
        return verb_lemma(self.word(index)) in SPEECH

    def is_finite(self, index: int) -> bool:
        """Whether a piece is a verb with a subject of its own."""
        return self.kind(index) == "verb" and self.tag(index) in _FINITE

    def has_verb(self, index: int) -> bool:
        """Whether a verb stands at or before a piece in its own clause."""
        return index >= 0 and self._verbs[index] > 0

    # noun phrases in full

    def chain(self, index: int, *, joins: bool = False) -> int:
        """Where a noun phrase begins that ends with this noun: "exports of wheat to the north".

        Args:
            index: The last noun.
            joins: Whether "and" ties nouns even behind a verb, as it does between two objects.
        """
        is_list = False
        while True:
            link, head = index - 1, index - 2
            if self.kind(link) == "figure" and self._is_described(link) and self.kind(index - 2) == "preposition":
                link, head = index - 2, index - 3  # "the yield on the 10-year note"
            if self.kind(head) != "noun":
                return index
            if self.kind(link) == "preposition" and self.word(link) in _CHAINING:
                index = head
            elif self.kind(link) == "and" and (joins or not self.has_verb(head)):
                index, is_list = head, True
            elif is_list and self.kind(link) == "comma" and self._is_listed(head):
                index = head
            else:
                return index

    def _is_described(self, figure: int) -> bool:
        """Whether a figure with an article only describes the noun right behind it: "the 10-year note"."""
        piece = self.pieces[figure]
        is_beside = self.pieces[figure + 1].first == piece.last and not self.counts[piece.figure]
        return is_beside and self.sentence.tag(piece.first - 1) in ("DT", "PRP$")

    def tied(self, index: int, links: frozenset[str] = _CHAINING) -> int:
        """Where a noun phrase begins that ends with this noun, by some prepositions only."""
        while (
            self.kind(index - 1) == "preposition" and self.word(index - 1) in links and self.kind(index - 2) == "noun"
        ):
            index -= 2
        return index

    def _is_listed(self, index: int) -> bool:
        """Whether a noun before a comma is part of a list: never one that opens the sentence with a preposition."""
        return self.kind(self.tied(index) - 1) not in ("preposition", "verb")

    def named(self, index: int, links: frozenset[str]) -> Role | None:
        """A noun phrase with what hangs on it, or the noun that another figure counts."""
        if self.kind(index) == "noun":
            return self.role(self.tied(index, links), index, "subject")
        if self.kind(index) == "figure" and self.counts[self.pieces[index].figure]:
            return self.role(index, index, "subject")
        return None

    # subjects

    def subject(self, verb: int, depth: int = 0) -> Role | None:
        """The subject of a verb; None where the sentence has none but a pronoun."""
        while self.kind(verb - 1) == "verb":
            verb -= 1
        before = verb - 1
        while self.kind(before) == "time" or (self.kind(before) == "preposition" and self.kind(before + 1) == "time"):
            before -= 1
        kind = self.kind(before)
        if kind == "verb" and self.kind(before + 1) == "preposition" and depth < _DEEPEST:
            return self.subject(before, depth + 1)  # "rose in the quarter ended Sunday"
        if kind == "noun":
            return self._with_modifiers(before) if self.is_finite(verb) else self._whole(before)
        if (described := self._outside_pronoun(verb, before)) is not None:
            return self._whole(described)
        if kind == "figure":
            is_bare = self.kind(before - 1) == "noun" and not self.counts[self.pieces[before].figure]
            return self._whole(before - 1) if is_bare else self.named(before, _NEAR)
        if kind == "which":
            return self.named(before - 1 - (self.kind(before - 1) == "comma"), _NEAR)
        if kind == "pronoun":
            return self._antecedent(before)
        return self._inserted(before) or self._shared(before, depth)

    def _with_modifiers(self, last: int) -> Role:
        """The subject that ends with this noun, with its participles and without its relative clauses."""
        outer = self._outside_relative(self.chain(last))
        if outer is None:
            return self._whole(last)
        whole = self._whole(outer)
        hung_on = range(outer + 1, last)
        if any(self.kind(index) in ("which", "that", "comma", "break", "figure") for index in hung_on):
            return whole
        return whole if any(self.is_finite(index) for index in hung_on) else whole._replace(last=self.pieces[last].last)

    def _outside_pronoun(self, verb: int, before: int) -> int | None:
        """The noun in front of a pronoun that only describes it: "the brand it bought was", "the price of it was"."""
        if self.kind(before) == "verb" and self.kind(before - 1) == "pronoun" and self.kind(before - 2) == "noun":
            return before - 2
        if self.kind(before) != "pronoun":
            return None
        if self.kind(before - 1) == "noun" and self.is_finite(verb) and self.is_finite(verb + 1):
            return before - 1
        is_tied = self.kind(before - 1) == "preposition" and self.kind(before - 2) == "noun"
        return before - 2 if is_tied and not self.has_verb(before - 2) else None

    def _inserted(self, before: int) -> Role | None:
        """The subject in front of words between commas, dashes or brackets."""
        if self.kind(before) == "break":
            return self._around(before, "break")
        return self._around(before, "comma") if self.kind(before) == "comma" else None

    def _around(self, closing: int, sign: str) -> Role | None:
        """The subject in front of words between two signs: "energy, last year's worst sector, fell"."""
        opening = closing - 1
        while opening > 0 and self.kind(opening) != sign:
            opening -= 1
        if opening <= 0 or self.kind(opening - 1) != "noun":
            return None
        if closing - opening < 2:  # an adverb: "the line, however, fell"
            is_apart = self.pieces[closing].first > self.pieces[opening].last
            return self._with_modifiers(opening - 1) if is_apart else None
        finite = [index for index in range(opening + 1, closing) if self.is_finite(index)]
        is_clause = bool(finite) and self.kind(opening + 1) != "which" and not self.is_speech(finite[-1])
        holds_figure = any(piece.kind == "figure" for piece in self.pieces[opening:closing])
        if sign == "comma" and (is_clause or holds_figure):
            return None
        whole = self._with_modifiers(opening - 1)
        return whole._replace(last=self.pieces[closing - 1].last) if self._is_apposition(opening, closing) else whole

    def _is_apposition(self, opening: int, closing: int) -> bool:
        """Whether a noun phrase stands between two commas: "the bank, the oldest in the country,"; never a mere name or place."""
        inside = range(opening + 1, closing)
        kinds = {self.kind(index) for index in inside}
        first = self.pieces[opening + 1]
        opens = self.kind(opening + 1) == "noun" or (self.kind(opening + 1) == "time" and "noun" in kinds)
        is_name = first.last - first.first <= 2 and self.sentence.tag(first.first) == "NNP"
        return opens and self.kind(closing) == "comma" and not is_name and kinds <= {"noun", "preposition", "time"}

    def _shared(self, before: int, depth: int) -> Role | None:
        """The subject that a verb shares with an earlier one: "rose and closed", "expects to grow", "fell, losing 5 %"."""
        kind = self.kind(before)
        if kind not in ("to", "and", "comma", "preposition", "that") or depth == _DEEPEST:
            return None
        if (
            kind == "to"
            and self.kind(before - 1) == "noun"
            and self.kind(chain := self.chain(before - 1) - 1) == "verb"
        ):
            return self.role(chain + 1, before - 1, "subject")
        earlier = self._earlier_verb(before, is_finite=kind == "and")
        return None if earlier is None else self.subject(earlier, depth + 1)

    def _earlier_verb(self, index: int, *, is_finite: bool) -> int | None:
        while index >= 0 and self.kind(index) not in ("break", "which"):
            is_participle = self.tag(index) in ("VBN", "VBG") and self.kind(index - 1) != "verb"
            if self.kind(index) == "verb" and not (is_participle and is_finite):
                return index
            index -= 1
        return None

    def _whole(self, index: int) -> Role:
        return self.role(self.chain(index), index, "subject")

    def _outside_relative(self, chain: int) -> int | None:
        """The noun that a relative clause or a participle in front of the verb hangs on; None when there is none.

        "The toll from a storm that struck the coast has risen", "the number of people killed in the strike has risen".
        """
        outer: int | None = None
        for _ in range(_DEEPEST):
            noun = self._head_of_modifier(chain)
            if noun is None or self.kind(noun) != "noun":
                return outer
            opening = self.chain(noun)
            if outer is not None and self.kind(opening - 1) in ("verb", "that"):
                return outer
            outer, chain = noun, opening
        return outer

    def _head_of_modifier(self, chain: int) -> int | None:
        """Where the noun stands that the verb in front of a noun phrase describes, if it describes one."""
        is_tied = self.kind(chain - 1) == "preposition"
        verb = chain - 1 - is_tied
        if self.kind(verb) != "verb":
            return None
        tag = self.tag(verb)
        while self.kind(verb - 1) == "verb":
            verb -= 1
        if self.kind(verb - 1) == "which":
            return verb - 2
        describes = tag == "VBG" or (is_tied and tag in ("VBN", "VBD"))
        return verb - 1 if describes and not self.is_speech(verb) else None

    def _antecedent(self, index: int) -> Role | None:
        """The name that "it" and "they" stand for: the first noun of the sentence, where that is a name and a subject."""
        if self.word(index) not in ("it", "they"):
            return None
        first = next((place for place, piece in enumerate(self.pieces[:index]) if piece.kind == "noun"), None)
        if first is None or self.kind(first - 1) == "preposition":
            return None
        is_name = self.sentence.tag(self.pieces[first].last - 1) == "NNP"
        return self.role(first, first, "subject") if is_name else None


def _count_verbs(pieces: Sequence[Piece]) -> list[int]:
    """How many verbs stand at or before each piece in its own clause."""
    counts: list[int] = []
    count = 0
    for piece in pieces:
        count = 0 if piece.kind in ("that", "break") else count + (piece.kind == "verb")
        counts.append(count)
    return counts
