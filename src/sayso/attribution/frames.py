"""What follows or precedes a cue: which construction it is, and how far the words that it introduces reach."""

from typing import NamedTuple

from sayso.attribution.clauses import Range
from sayso.attribution.tagging import FINITE, NOMINAL
from sayso.attribution.tokens import Items

TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight week weekend month year morning"
    " afternoon evening night last this earlier recently january february march "
    "april june july august september october"
    " november december jan feb aug sept oct nov dec spring summer fall winter".split()
)
MEDIA_NOUNS = frozenset(
    "statement interview speech tweet memo post letter email e-mail report interviews "
    "appearance rally briefing conference"
    " remarks message testimony column editorial article blog twitter facebook "
    "essay op-ed op ed book debate address call"
    " hearing filing release text story release television tv radio program "
    "show video audio press-conference comments".split()
)
_TIME_LINKS = frozenset("on in at during late early before after since over".split())
_MONTHS = frozenset(
    "january february march april june july august september october november december jan feb aug sept oct nov"
    " dec may".split()
)
_BOUNDS = frozenset(
    "at least most over under above below more less fewer than up to no not between around about nearly almost"
    " roughly approximately as many much few close well just some an estimated from only still further another a"
    " total of".split()
)
"""Words that say how a number is meant; before a numeral they begin a quantity, not a prepositional phrase."""
_ONE_BOUND = frozenset("an estimated a further another only still total of just well no not".split())
"""Those that make no bound by themselves: "a", "of", "no"."""
_LONGEST_BOUND = 5
_MONEY = frozenset("$€£¥")
_CLOSING = frozenset(".?!;")
_BREAKERS = frozenset("but while although though whereas".split())


class Follow(NamedTuple):
    """A construction: its name, the items introduced, and one past the last item that belongs to the cue."""

    frame: str
    content: Range | None
    cue_end: int


def number_after(items: Items, at: int, end: int) -> int:
    """Where the numeral of "at least 12", "no more than $12" or "12" stands; ``at - 1`` where none follows."""
    position = at
    while position < min(end, at + _LONGEST_BOUND) and items.lowers[position] in _BOUNDS:
        position += 1
    bounds = items.lowers[at:position]
    if position < end and items.words[position] in _MONEY:
        position += 1
    if position >= end or items.tags[position] != "#" or (bounds and set(bounds) <= _ONE_BOUND):
        return at - 1
    return position


def skip_adjuncts(items: Items, at: int, end: int) -> int:
    """Past "on Tuesday", "in a statement", "late last week" and adverbs."""
    while at < end:
        moved = at if number_after(items, at, end) > at else _skip_one(items, at, end)
        if moved == at:
            return at
        at = moved
    return at


def _skip_one(items: Items, at: int, end: int) -> int:
    tags, lowers = items.tags, items.lowers
    lower = lowers[at]
    if tags[at] == "(":
        stop = next((position for position in range(at + 1, min(end, at + 8)) if tags[position] == ")"), at - 1)
        return stop + 1
    if (lower in TIME_WORDS or items.words[at] == "May") and not (
        lower in ("this", "last") and (at + 1 >= end or lowers[at + 1] not in TIME_WORDS)
    ):
        at += 1
        while at < end and (lowers[at] in TIME_WORDS or (tags[at] == "#" and lowers[at - 1] in _MONTHS)):
            at += 1
        return at
    if tags[at] == "R" and lower not in ("not", "also", "only"):
        return at + 1
    if tags[at] != "I" and tags[at] != "S":
        return at
    after = at + 1
    is_time = after < end and (lowers[after] in TIME_WORDS or items.words[after] == "May") and lowers[after] != "this"
    if lower in _TIME_LINKS and is_time:
        return _skip_one(items, after, end)
    if lower in ("in", "on", "during", "at", "via", "through", "to"):
        return _skip_medium(items, at, end)
    return at


def _skip_medium(items: Items, at: int, end: int) -> int:
    """Past "in an interview with the paper": a preposition, a phrase with a medium's noun, one more such phrase."""
    tags, lowers = items.tags, items.lowers
    after, seen = at + 1, False
    while after < end and tags[after] in "DJNA#GE" and after - at < 8:
        seen = seen or lowers[after] in MEDIA_NOUNS
        after += 1
    if not seen:
        return at
    while (
        after < end - 1 and lowers[after] in ("with", "to", "on", "in", "from", "at", "by") and tags[after + 1] in "DAN"
    ):
        after += 1
        while after < end and tags[after] in "DJNA#":
            after += 1
    return after


def follow(items: Items, at: int, end: int) -> Follow:
    """The construction that starts at an item after a cue."""
    tags, lowers = items.tags, items.lowers
    if at >= end:
        return Follow("NONE", None, at)
    tag = tags[at]
    spoken = at + 1 if tag in ",:" and at + 1 < end else at
    if tags[spoken] == "Q":
        return Follow("Q", (spoken, spoken + 1), at)
    if tag == ":" and at + 1 >= end:
        return Follow("NEXT", (at, at + 1), at)
    if tag == ":":
        return Follow("COLON", (at + 1, end), at)
    if tag == "K":
        after = tags[at + 1] if at + 1 < end else "."
        if after in "VZMX":
            return Follow("ZERO", (at, clause_end(items, at + 1, end)), at)
        if after in "TB.?!" or (after == "," and at + 2 < end and tags[at + 2] in "CSW"):
            return Follow("NONE", None, at)
        return Follow("THAT", (at, clause_end(items, at + 1, end)), at)
    if tag == "W" or (lowers[at] in ("whether", "if") and tag == "S"):
        return Follow("WH", (at, clause_end(items, at + 1, end)), at)
    if tag == "T":
        frame = "TO" if at + 1 < end and tags[at + 1] in "BXR" else "p:to"
        if frame == "TO":
            return Follow("TO", (at, clause_end(items, at + 1, end)), at)
    is_bound = number_after(items, at, end) > at
    if not is_bound and (tag in "IT" or lowers[at] in ("as", "than")):
        return _follow_preposition(items, at, end)
    if tag in "“\"'‘" and at + 1 < end and tags[at + 1] not in ".,":
        inside = follow(items, at + 1, end)
        return inside._replace(content=None if inside.content is None else (at, inside.content[1]))
    return _follow_phrase(items, at, end, is_bound=is_bound)


def _follow_preposition(items: Items, at: int, end: int) -> Follow:
    tags = items.tags
    first = at + 1
    if first < end and (tags[first] in NOMINAL or tags[first] in 'GEWQ“"$QRIS'):
        stop = clause_end(items, first, end) if tags[first] in "GW" else phrase_end(items, first, end)
        if stop > first:
            return Follow("p:" + items.lowers[at], (first, stop), first)
    return Follow("NONE", None, at)


def _follow_phrase(items: Items, at: int, end: int, *, is_bound: bool) -> Follow:
    tags = items.tags
    tag = tags[at]
    if tag == "G":
        return Follow("ING", (at, clause_end(items, at + 1, end)), at)
    if not is_bound and tag not in NOMINAL and tag not in "E$R":
        return Follow("NONE", None, at)
    if tag == "p" or starts_clause(items, at, end):
        return Follow("ZERO", (at, clause_end(items, at, end)), at)
    stop = phrase_end(items, at, end)
    if stop <= at:
        return Follow("NONE", None, at)
    return Follow("J" if tag == "J" and stop == at + 1 else "NP", (at, stop), at)


def starts_clause(items: Items, at: int, end: int) -> bool:
    """Whether a subject and its finite verb start here: "the law would fail"."""
    tags, lowers = items.tags, items.lowers
    start = at
    seen = False
    while at < end:
        number = number_after(items, at, end)
        at = max(at, number)
        tag = tags[at]
        if tag in FINITE or (tag == "E" and tags[at - 1] == "#" and at > start):
            return seen and lowers[at] != "'s"  # "12 died" is tagged as "12 injured" is
        if tag == "T" and tags[at - 1] == "#" and tags[at + 1 : at + 2] == ["#"]:
            at += 1  # "12 to 15 people"
            continue
        if tag == ",":
            return seen and _insert_then_verb(items, at, end)
        if tag in "KWST" or tag in ";:.Q—–":
            return tag == "W" and seen and _relative_then_verb(items, at, end)
        if tag == "C" and at + 1 < end and tags[at + 1] in "VZMX":
            return False
        if tag in "NAPJ#DQ":
            seen = True
        at += 1
        if at - start > 25:
            return False
    return False


def _relative_then_verb(items: Items, at: int, end: int) -> bool:
    finite = 0
    for position in range(at + 1, min(end, at + 15)):
        tag = items.tags[position]
        if tag in FINITE and items.tags[position - 1] not in "MX":
            finite += 1
        elif tag in ",;:":
            break
    return finite > 1


def _insert_then_verb(items: Items, comma: int, end: int) -> bool:
    """Of "Smith, a senator, would": whether a finite verb follows the second comma."""
    tags = items.tags
    if comma + 1 >= end or (
        tags[comma + 1] not in "DAWNJI" and not (tags[comma + 1] == "C" and number_after(items, comma + 2, end) > comma)
    ):
        return False
    for at in range(comma + 1, min(end, comma + 15)):
        if tags[at] == ",":
            after = at + 1
            while after < end and tags[after] == "R":
                after += 1
            return after < end and tags[after] in FINITE
    return False


def clause_end(items: Items, at: int, end: int) -> int:
    """Where a clause introduced by a cue stops: one past its last item."""
    tags, _lowers = items.tags, items.lowers
    position = at
    while position < end:
        tag = tags[position]
        if tag in _CLOSING and (position == end - 1 or tag == ";"):
            break
        if tag == "," and position > at and _breaks_clause(items, position, end):
            break
        if tag == "C" and position > at + 1 and _breaks_conjunct(items, at, position, end):
            break
        position += 1
    while position > at and tags[position - 1] in ".,;:—–-?!":
        position -= 1
    return position


def _breaks_clause(items: Items, comma: int, end: int) -> bool:
    tags, lowers = items.tags, items.lowers
    after = comma + 1
    if after >= end:
        return False
    if tags[after] == "Q" and after == end - 1:
        return False
    if lowers[after] == "according" or (lowers[after] in _BREAKERS and after + 1 < end and tags[after + 1] != "K"):
        return True
    if tags[after] == "G":
        return True
    if tags[after] == "R" and after + 1 < end and tags[after + 1] == "G":
        return True
    return is_tail_attribution(items, after, end)


def is_tail_attribution(items: Items, at: int, end: int) -> bool:
    """Whether ", officials said." or ", said Smith." and nothing more follows."""
    tags = items.tags
    position = at
    if end - at > 14:
        return False
    while position < end and tags[position] in "ANDPJ#RI":
        position += 1
    if position >= end or tags[position] not in "VZX":
        return False
    while position < end and tags[position] in "XEVZR":
        position += 1
    position = skip_adjuncts(items, position, end)
    return position >= end or tags[position] in ".?!"


def _breaks_conjunct(items: Items, start: int, joint: int, end: int) -> bool:
    """Whether "and urged ..." goes on with the speaker's own verb."""
    tags, lowers = items.tags, items.lowers
    after = joint + 1
    while after < end and tags[after] == "R":
        after += 1
    if after >= end or lowers[joint] not in ("and", "but"):
        return False
    if tags[joint - 1] == "," and tags[after] == "P" and after + 1 < end and tags[after + 1] in FINITE:
        return True
    if tags[after] not in "VZ":
        return False
    return not any(tags[at] == tags[after] for at in range(start, joint))


def phrase_end(items: Items, at: int, end: int) -> int:
    """Where a noun phrase with its prepositional phrases stops: one past its last item."""
    tags = items.tags
    position = at
    while position < end:
        position = max(position, number_after(items, position, end))  # "no more than 12 deaths"
        tag = tags[position]
        if tag in ".,;:—–?!S" or (tag in "KQ" and position > at):
            break
        if tag in FINITE and position > at and not _in_relative(items, at, position):
            break
        if tag == "C" and position > at and (position + 1 >= end or tags[position + 1] in "VZMXBSRK"):
            break
        position += 1
    while position > at and tags[position - 1] in "IC,-“":
        position -= 1
    return position


def _in_relative(items: Items, start: int, at: int) -> bool:
    return any(items.tags[position] in "WK" for position in range(start, at))
