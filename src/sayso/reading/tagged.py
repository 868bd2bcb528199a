"""A sentence with its words and their classes, shared by everything that looks around a number."""

from bisect import bisect_right
from typing import NamedTuple

from sayso.model import Sentence, Word, find_words
from sayso.reading.tags import tag_words


class TaggedSentence(NamedTuple):
    """A sentence.

    Attributes:
        start: First character in the document's text.
        end: One past the last.
        words: Its words and signs.
        lowered: The same, lower case.
        tags: The class of each.
        ends: Where each ends.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    lowered: tuple[str, ...]
    tags: tuple[str, ...]
    ends: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The position of the first word that ends behind an offset; the number of words when none does."""
        return bisect_right(self.ends, offset)

    def tag(self, position: int) -> str:
        """The class of a word, "" outside the sentence."""
        return self.tags[position] if 0 <= position < len(self.tags) else ""

    def word(self, position: int) -> str:
        """A word in lower case, "" outside the sentence."""
        return self.lowered[position] if 0 <= position < len(self.lowered) else ""


def tag_sentence(text: str, sentence: Sentence) -> TaggedSentence:
    """Split a sentence into words and find their classes."""
    words = tuple(find_words(text, sentence.start, sentence.end))
    plain = [word.text for word in words]
    lowered = tuple(word.lower().replace("\u00ad", "") for word in plain)
    readable = list(lowered) if _is_headline(plain) else plain
    return TaggedSentence(
        sentence.start, sentence.end, words, lowered, tuple(tag_words(readable)), tuple(word.end for word in words)
    )


def _is_headline(words: list[str]) -> bool:
    """Whether nearly every longer word is capitalised, as in "Army Units Kill 30 Fighters": capitals then tell nothing."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)
