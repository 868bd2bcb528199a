"""Shallow clauses: the verb groups of a sentence, and the noun phrase that is the subject of one."""

from typing import NamedTuple

from sayso.attribution.tagging import BE, FINITE, NEGATIONS, NOMINAL, load_forms
from sayso.attribution.tokens import Items

Range = tuple[int, int]
"""First item and one past the last."""

_GROUP = frozenset("VZMXBGE")
_NP_LEFT = frozenset("ANPJD#I&$%()[]/GE’'“”\"")
_NOT_BREAKING = frozenset("a an all both each".split())
"""Determiners that go on with a phrase after a noun: "Ann Lee a spokeswoman for"."""
_TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight week month year morning afternoon"
    " evening night last this next early late january february march april june july august september october november"
    " december".split()
)


class Group(NamedTuple):
    """A verb group: ``[start, end)`` in items, position of its head verb, and what form it has.

    ``form`` is ``fin``, ``ing``, ``inf`` or ``part``; ``start`` is where its auxiliaries and adverbs begin.
    """

    start: int
    end: int
    head: int
    lemma: str
    form: str
    is_passive: bool
    is_negated: bool


def find_groups(items: Items, start: int, end: int) -> list[Group]:
    """The verb groups of a sentence, in text order."""
    tags, groups = items.tags, []
    position = start
    while position < end:
        tag = tags[position]
        if tag in _GROUP or tag == "p" or (tag == "T" and _starts_infinitive(tags, position, end)):
            group = _read_group(items, position, end)
            if group is not None:
                groups.append(group)
                position = group.end
                continue
        position += 1
    return groups


def _starts_infinitive(tags: list[str], position: int, end: int) -> bool:
    after = position + 1
    while after < end and tags[after] == "R":
        after += 1
    return after < end and tags[after] in "BX"


def _read_group(items: Items, position: int, end: int) -> Group | None:
    tags, lowers = items.tags, items.lowers
    first = position
    at = position + 1
    head = position if tags[position] not in "pT" else -1
    while at < end:
        tag = tags[at]
        if (tag in "MXBGE" and (head < 0 or tags[head] in "MX" or lowers[head] in BE)) or (
            tag in "VZ" and head >= 0 and tags[head] in "MX" and lowers[at] not in ("'s",)
        ):
            head = at
        elif tag != "R" and not (lowers[at] == "since" and head >= 0 and tags[head] == "X"):
            break
        at += 1
    while at > first + 1 and tags[at - 1] == "R" and at - 1 > head:
        at -= 1
    if head < 0:
        return Group(first, at, first, "be", "fin", False, False) if tags[first] == "p" else None
    return _make_group(items, (first, at), head)


def _make_group(items: Items, stretch: Range, head: int) -> Group:
    tags, lowers = items.tags, items.lowers
    first, end = stretch
    start = first + (1 if tags[first] == "p" else 0)
    while (
        start > 0
        and tags[start - 1] == "R"
        and tags[first] != "p"
        and lowers[start - 1].endswith(("ly", "also", "first"))
    ):
        start -= 1
    auxiliaries = lowers[first:head]
    tag = tags[head]
    has_be = any(word in BE for word in auxiliaries)
    is_passive = has_be and tag in "EV"
    if tags[first] == "T":
        form = "inf"
    elif tag == "G" and not has_be and not any(tags[at] in FINITE for at in range(first, head)):
        form = "ing"
    elif tag == "E" and first == head:
        form = "part"
    elif tag == "B" and first == head:
        form = "base"
    else:
        form = "fin"
    form_of = load_forms().get(lowers[head])
    lemma = "be" if lowers[head] in BE else form_of.lemma if form_of else lowers[head]
    is_negated = any(word in NEGATIONS for word in auxiliaries)
    return Group(
        min(start, first + (tags[first] == "p")), max(end, head + 1), head, lemma, form, is_passive, is_negated
    )


def find_subject(items: Items, groups: list[Group], index: int, sentence: Range) -> Range | None:
    """The items of the subject of ``groups[index]``; None when the sentence shows none."""
    group = groups[index]
    if group.form == "inf":
        return _subject_of_infinitive(items, groups, index, sentence)
    if group.form == "ing":
        return _subject_of_participle(items, groups, index, sentence)
    for pronoun in (group.start, group.start - 1):
        if pronoun >= sentence[0] and items.tags[pronoun] == "p":
            return (pronoun, pronoun + 1)
    near = _phrase_before(items, group.start, sentence[0])
    if near is not None:
        return near
    return _shared_subject(items, groups, index, sentence)


def _shared_subject(items: Items, groups: list[Group], index: int, sentence: Range) -> Range | None:
    """Of a verb joined to an earlier one ("X praised Y and said"): the earlier one's subject."""
    before = groups[index].start - 1
    while before >= sentence[0] and items.tags[before] == "R":
        before -= 1
    if before < sentence[0] or items.tags[before] not in "C,W—-–":
        return None
    if items.tags[before] == "W":
        return _phrase_before(items, before, sentence[0])
    tag = items.tags[groups[index].head]
    earlier_ones = [at for at in range(index - 1, -1, -1) if groups[at].form == "fin"]
    for earlier in earlier_ones:
        if items.tags[groups[earlier].head] == tag:
            return find_subject(items, groups, earlier, sentence)
    return find_subject(items, groups, earlier_ones[0], sentence) if earlier_ones else None


def _subject_of_infinitive(items: Items, groups: list[Group], index: int, sentence: Range) -> Range | None:
    group = groups[index]
    if index and groups[index - 1].end >= group.start - 1:
        return find_subject(items, groups, index - 1, sentence)
    before = group.start - 1
    if before > sentence[0] and items.tags[before] in NOMINAL:
        near = _phrase_before(items, group.start, sentence[0])
        if near is not None and near[0] > sentence[0] and items.lowers[near[0] - 1] == "for":
            return near
    for earlier in range(index - 1, -1, -1):
        if groups[earlier].form == "fin":
            return find_subject(items, groups, earlier, sentence)
    return None


def _subject_of_participle(items: Items, groups: list[Group], index: int, sentence: Range) -> Range | None:
    group = groups[index]
    before = group.start - 1
    if before >= sentence[0] and items.tags[before] in "ANP":
        near = _phrase_before(items, group.start, sentence[0])
        if near is not None:
            return near
    cited = _according_before(items, group.start, sentence[0])
    if cited is not None:
        return cited
    main = _main_group(items, groups, index, sentence)
    return None if main is None else find_subject(items, groups, main, sentence)


def _according_before(items: Items, start: int, lowest: int) -> Range | None:
    """Of "..., according to the ministry, adding that": the ministry."""
    stop = start - 1
    if stop <= lowest or items.tags[stop] != ",":
        return None
    for at in range(stop - 1, max(lowest, stop - 12), -1):
        if items.lowers[at] == "to" and items.lowers[at - 1] == "according":
            return (at + 1, stop) if at + 1 < stop else None
        if items.tags[at] in FINITE or items.tags[at] in ",;:":
            return None
    return None


def _main_group(items: Items, groups: list[Group], index: int, sentence: Range) -> int | None:
    """The finite verb that shares its subject with a participle: "X did ..., saying", "After saying ..., X did"."""
    start = groups[index].start
    before = start - 1
    finite = [at for at, group in enumerate(groups) if group.form == "fin"]
    earlier = [at for at in finite if at < index]
    if before < sentence[0] or (before == sentence[0] and items.tags[before] in "SI"):
        comma = next((at for at in range(start, sentence[1]) if items.tags[at] == ","), start)
        return next((at for at in finite if groups[at].start > comma), None)
    if earlier and items.tags[before] in ",—–":
        return next((at for at in earlier if not _is_subordinate(items, groups[at], sentence)), earlier[-1])
    if earlier:
        return earlier[-1]
    return next((at for at in finite if at > index), None)


def _is_subordinate(items: Items, group: Group, sentence: Range) -> bool:
    """Whether "because", "who", "that" and the like stand between the verb and the comma or start before it."""
    for at in range(group.start - 1, sentence[0] - 1, -1):
        if items.tags[at] in "SWK":
            return True
        if items.tags[at] in ",;:":
            return False
    return False


def _phrase_before(items: Items, end: int, lowest: int) -> Range | None:
    """The noun phrase that ends right before an item, appositions and relative clauses included."""
    tags = items.tags
    last = end - 1
    while last >= lowest and tags[last] == "R":
        last -= 1
    if last < lowest:
        return None
    if tags[last] == ",":
        return _phrase_with_insert(items, last, lowest)
    if tags[last] == "W" and last > lowest:
        return None
    if tags[last] not in "ANPJD#p)”\"'’%GEQ":
        return None
    start = phrase_start(items, last, lowest)
    return (start, _trim_right(items, start, last) + 1) if start <= last else None


def _trim_right(items: Items, start: int, last: int) -> int:
    """Drop the time words that stand between a subject and its verb: "The group on Monday night said"."""
    at = last
    while at > start and items.lowers[at] in _TIME_WORDS and items.tags[at] != "D":
        at -= 1
    if at < last and at > start and items.tags[at] == "I":
        return at - 1
    return at if at < last and items.tags[at] in "NAP" and at > start - 1 and at != last else last


def _phrase_with_insert(items: Items, comma: int, lowest: int) -> Range | None:
    """The phrase before ", a spokesman for X," or ", who ...,": from its own start to the second comma."""
    tags = items.tags
    at = comma - 1
    while at > lowest and (tags[at] != "," or _is_place_comma(items, at, comma)):
        if tags[at] in ";:Q":
            return None
        at -= 1
    if tags[at] != "," or at == lowest or tags[at - 1] not in "ANP)Q":
        return None
    inside = at + 1
    if tags[inside] in "C" or comma - at < 2:
        return None
    if tags[inside] == "R" or (tags[inside] == "I" and tags[at - 1] == "P"):
        start = phrase_start(items, at - 1, lowest)
        return (start, at)
    if items.lowers[inside] in ("however", "meanwhile"):
        return (phrase_start(items, at - 1, lowest), at)
    if tags[inside] not in "DANJW#IEG":
        return None
    start = phrase_start(items, at - 1, lowest)
    return (start, comma) if start < at else None


def _is_place_comma(items: Items, at: int, comma: int) -> bool:
    """Whether the comma stands in "Cambridge, Mass.,"."""
    return (
        comma - at <= 3 and all(items.tags[word] in "A." for word in range(at + 1, comma)) and items.tags[at - 1] == "A"
    )


def phrase_start(items: Items, last: int, lowest: int) -> int:
    """Where the noun phrase that ends with item ``last`` begins, prepositional phrases included."""
    tags, lowers = items.tags, items.lowers
    at = last
    if tags[at] in "Pp":
        return (
            at
            if not (at > lowest + 1 and lowers[at - 1] == "of" and tags[at - 2] in "NJDP#")
            else _left_of(items, at, lowest)
        )
    return _left_of(items, at, lowest)


def _left_of(items: Items, last: int, lowest: int) -> int:
    tags = items.tags
    at = last
    while at > lowest:
        left = tags[at - 1]
        if left == "C":
            if at - 2 < lowest or not _joins_phrases(items, at - 1, lowest):
                break
        elif left == ",":
            if not _is_list_comma(items, at - 1, lowest, last):
                break
        elif left in FINITE and (further := _before_relative(items, at - 1, lowest)) is not None:
            at = further
            continue
        elif left == "Z" and tags[at] == "I" and _is_plural(items.lowers[at - 1]):
            pass  # "reports in the capital say", tagged as if they reported
        elif left == "V" and _is_reduced(items, at - 1, lowest):
            pass  # "a survey published last week"
        elif tags[at] == "D" and left in "AN" and items.lowers[at] not in _NOT_BREAKING and at - 1 > lowest:
            break  # "in Washington | the Pentagon"
        elif left == "T" and at - 2 >= lowest and tags[at - 2] in "NA":
            pass  # "aides to Clinton"
        elif (
            left == "K"
            or left not in _NP_LEFT
            or (left == "P" and tags[at] != "P" and items.lowers[max(at - 2, lowest)] != "of")
        ):
            break
        at -= 1
    return _trim_left(items, at, last)


def _is_plural(lower: str) -> bool:
    form = load_forms().get(lower)
    return lower.endswith("s") and form is not None and "N" in form.classes


def _is_reduced(items: Items, at: int, lowest: int) -> bool:
    """Whether a past form is a participle behind its noun: "published last week", "seen in May", with no object."""
    form = load_forms().get(items.lowers[at])
    if at <= lowest or items.tags[at - 1] not in "NA" or form is None or "E" not in form.classes:
        return False
    follows = items.lowers[at + 1]
    return follows in _TIME_WORDS or (items.tags[at + 1] == "I" and follows in ("by", "in", "on", "from", "with"))


def _before_relative(items: Items, at: int, lowest: int) -> int | None:
    """Of "officials who spoke with us": where "who" stands, seen from its verb; None for any other verb."""
    tags = items.tags
    while at > lowest and tags[at] in "VZMXERTB":
        at -= 1
    return at if at > lowest and items.lowers[at] in ("who", "that", "which") and tags[at - 1] in "ANPJ" else None


def _joins_phrases(items: Items, joint: int, lowest: int) -> bool:
    """Whether "and" joins two noun phrases of one subject rather than two clauses."""
    tags = items.tags
    if items.lowers[joint] not in ("and", "or", "&") or tags[joint - 1] not in "ANJE)#,":
        return False
    if tags[joint - 1] == "," and not any(tags[at] == "," for at in range(max(lowest, joint - 8), joint - 1)):
        return False
    at = joint - 1
    while at >= lowest and tags[at] in ",AND#J" and tags[joint - 1] == ",":
        at -= 1
    while at >= lowest and tags[at] not in ",;:QSK":
        if tags[at] in FINITE or tags[at] == "B":
            return False
        at -= 1
    return True


def _is_list_comma(items: Items, comma: int, lowest: int, last: int) -> bool:
    tags = items.tags
    if comma > lowest and tags[comma - 1] == "A" and "." in items.words[comma + 1] and len(items.words[comma + 1]) > 1:
        return True  # "Chappaqua, N.Y."
    return (
        comma > lowest
        and tags[comma - 1] in "AN"
        and tags[comma + 1] in "ANJDC"
        and any(items.lowers[at] == "and" for at in range(comma + 1, min(last, comma + 12)))
    )


def _trim_left(items: Items, start: int, last: int) -> int:
    """Drop what cannot open a subject: conjunctions, adverbs, leading "on Tuesday"."""
    tags, lowers = items.tags, items.lowers
    at = start
    while at < last and (tags[at] in "CRSK,)”’'\"–—-" or (lowers[at].endswith("ly") and tags[at + 1] == "D")):
        at += 1
    if at < last and tags[at] in "I":
        after = at + 1
        while after < last and (lowers[after] in _TIME_WORDS or tags[after] in "D#"):
            after += 1
        if after <= last and after > at + 1 and any(lowers[word] in _TIME_WORDS for word in range(at, after)):
            return after
        return _after_phrase(items, at, last)
    while at < last and lowers[at] in _TIME_WORDS and tags[at] != "D" and tags[at + 1] in "APD":
        at += 1
    return at


def _after_phrase(items: Items, at: int, last: int) -> int:
    """Of "In a statement Smith": where the phrase after the opening prepositional phrase begins."""
    tags = items.tags
    for position in range(last, at, -1):
        if tags[position] in "PD" and tags[position - 1] in "AN":
            return position
        if tags[position] == "A" and tags[position - 1] == "N":
            return position
    return at + 1 if at + 1 <= last and tags[at] == "I" and last - at <= 2 else at
