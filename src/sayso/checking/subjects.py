"""What a figure's sentence is about, in words: whether two sentences count one thing, whatever verb each has for it."""

import re
from collections.abc import Iterable
from fractions import Fraction

from sayso.model import Statement

_ALIKE = Fraction(4, 5)
"""Share of the words of both in the words that both have, when one sentence says no other thing than the other."""
_SHARED = Fraction(3, 5)
"""Share of the shorter sentence's words that the other has, when both may tell of one event."""
_LEAST = 2
"""Words in common; one alone is the noun that is counted."""
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")
_STEM = 3
"""Letters that a word keeps when its ending goes."""
_COUNTING = frozenset(
    """a an the of in on at by to as and or for from with into since until up over under about some that this there was
    were is are be been being had has have it its their they said says say saying according told reported reports report
    who which number numbers total totals totalled totaled tally tallies count counted counts figure figures data toll
    sum stood stands stand reached reaches reach came comes come amounted recorded records record all altogether whole
    overall so far only just another further additional more than least most lowest highest low high ever fewest monthly
    weekly daily yearly annual average no never before time during throughout course one been still now""".split()
)
"""Words that say how much, when and by whom, but not of what."""
_TIMES = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday day days week weeks month months year
    years today yesterday""".split()
)


def blank_out(statement: Statement) -> str:
    """The sentence of a figure without its words of time and of telling."""
    said, offset = list(statement.passage.exact), statement.passage.start
    for start, end in _list_told(statement):
        if offset <= start and end <= statement.passage.end:
            said[start - offset : end - offset] = " " * (end - start)
    return "".join(said)


def list_subject(statement: Statement) -> frozenset[str]:
    """The stems of the words that say what is counted: not how much, when, where, nor by whom it is told."""
    words = {word.casefold() for word in _WORD.findall(blank_out(statement))}
    place = set() if statement.place is None else {word.casefold() for word in _WORD.findall(statement.place.name)}
    own = {word.casefold() for word in _WORD.findall(statement.quantity.as_written)}
    return cut_endings(words - place - own - _COUNTING - _TIMES)


def cut_endings(words: Iterable[str]) -> frozenset[str]:
    """The stems of words in lower case."""
    return frozenset(map(_cut_ending, words))


def are_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one of two subjects has all that the other has and little else: a swapped word may be another thing.

    Examples:
        >>> are_same(frozenset({"well", "run", "dry"}), frozenset({"well", "run", "dry"}))
        True
        >>> are_same(frozenset({"people", "kill", "flood"}), frozenset({"people", "injur", "flood"}))
        False
    """
    shared = len(one & other)
    return shared >= _LEAST and shared == min(len(one), len(other)) and shared >= _ALIKE * max(len(one), len(other))


def may_be_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two subjects have so much in common that both may be of one event."""
    shared = len(one & other)
    return shared >= _LEAST and shared >= _SHARED * min(len(one), len(other))


def _list_told(statement: Statement) -> Iterable[tuple[int, int]]:
    for hop in statement.attribution.chains[0].hops:
        if hop.start is not None and hop.end is not None:
            yield hop.start, hop.end
        if hop.cue is not None:
            yield hop.cue.start, hop.cue.end
    span = None if statement.interval is None else statement.interval.span
    if span is not None:
        yield span.start, span.end


def _cut_ending(word: str) -> str:
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= _STEM), "")
    return word.removesuffix(ending)
