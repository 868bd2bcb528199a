"""Every place of a sentence where somebody might say something: verb, noun and adverb cues with source and content."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from sayso.attribution.clauses import Group, Range, find_groups, find_subject, phrase_start
from sayso.attribution.frames import follow, number_after, phrase_end, skip_adjuncts, starts_clause
from sayso.attribution.tagging import FINITE, load_forms
from sayso.attribution.tokens import Items

_PARTICLES = frozenset("out up off down back forward".split())
_TELLING = frozenset(
    "tell ask inform remind warn advise assure notify urge convince persuade show teach instruct brief promise".split()
)
_LIGHT = frozenset("make be feel seem sound remain have".split())
_OPENERS = frozenset("CRS")


class Candidate(NamedTuple):
    """A possible attribution in items: lemma and construction name its kind, whose reliability was measured."""

    lemma: str
    frame: str
    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    head: int
    """The item that the cue turns on."""
    looks_back: bool = False
    """Whether the content is the quotation that ends the sentence before."""


def find_candidates(items: Items, sentence: Range, lemmas: Container[str]) -> Iterator[Candidate]:
    """Every candidate of a sentence whose cue is one of ``lemmas``, in text order of their cues."""
    start, end = sentence
    yield from _from_label(items, sentence)
    groups = find_groups(items, start, end)
    for index, group in enumerate(groups):
        lemma = group.lemma
        if lemma == "accord" and group.form == "ing":
            continue
        if lemma in lemmas or lemma in _LIGHT:
            yield from _from_group(items, groups, index, sentence)
    yield from _from_words(items, groups, sentence, lemmas)


def _from_label(items: Items, sentence: Range) -> Iterator[Candidate]:
    """Labels: "Smith: text" at the start of a line, as in headlines and transcripts."""
    start, end = sentence
    if start > 0:
        return
    tags = items.tags
    at = start
    while at < end and at - start < 6 and tags[at] in "A.N":
        at += 1
    if start < at < end - 2 and tags[at] == ":" and any(tags[word] == "A" for word in range(start, at)):
        stop = end
        while stop > at and tags[stop - 1] in ".?!":
            stop -= 1
        yield Candidate(
            ":", "LABELQ" if tags[at + 1] == "Q" else "LABEL", (start, at), (at, at + 1), ((at + 1, stop),), at
        )


def _from_group(items: Items, groups: list[Group], index: int, sentence: Range) -> Iterator[Candidate]:
    group = groups[index]
    end = sentence[1]
    source = find_subject(items, groups, index, sentence)
    lemma, after = _lemma_and_end(items, group, end)
    if group.form == "inf" and index and groups[index - 1].end >= group.start and groups[index - 1].form != "part":
        first = groups[index - 1].start
    else:
        first = group.start
    if group.is_passive:
        yield from _passive(items, group, lemma, (source, (first, after), sentence))
        return
    if group.form == "part":
        yield from _participle(items, group, lemma, sentence)
        return
    yield from _active(items, group, lemma, (source, (first, after), sentence))


def _lemma_and_end(items: Items, group: Group, end: int) -> tuple[str, int]:
    """The look-up key of a verb group ("point out", "make clear", "be confident") and one past its words."""
    tags, lowers = items.tags, items.lowers
    lemma, after = group.lemma, group.end
    is_quantity = number_after(items, after, end) > after  # "said up to 12", no "say up"
    if after < end and tags[after] == "I" and lowers[after] in _PARTICLES and not is_quantity:
        return f"{lemma} {lowers[after]}", after + 1
    if lemma in _LIGHT:
        at = after
        if at < end and lowers[at] in ("it", "himself", "themselves", "herself") and lemma == "make":
            at += 1
        while at < end and tags[at] == "R":
            at += 1
        if at < end and tags[at] in "JE":
            return f"{lemma} {lowers[at]}", at + 1
    return lemma, after


_Parts = tuple[Range | None, Range, Range]


def _active(items: Items, group: Group, lemma: str, parts: _Parts) -> Iterator[Candidate]:
    source, (first, after), sentence = parts
    end = sentence[1]
    at = after
    cue = (first, after)
    suffix = ""
    if group.lemma in _TELLING:
        listener = _listener_end(items, after, end)
        if listener > after:
            at = listener
            suffix = "+"
    elif after < end and items.lowers[after] == "to" and group.lemma in ("say", "explain", "admit", "suggest", "write"):
        listener = phrase_end(items, after + 1, end)
        if listener > after + 1 and listener < end:
            at = listener
    at = skip_adjuncts(items, at, end)
    at = _skip_insert(items, at, end)
    found = follow(items, at, end)
    form = "" if group.form == "fin" else group.form
    sign = "-" if group.is_negated else ""
    if found.content is not None and found.content[0] < found.content[1]:
        yield Candidate(
            lemma,
            f"{found.frame}{suffix}{form}{sign}",
            source,
            (first, max(after, found.cue_end)) if found.frame[:2] == "p:" and found.cue_end - after <= 1 else cue,
            (found.content,),
            group.head,
        )
        if found.frame == "TO" and lemma in ("seem", "appear", "be likely", "tend") and source is not None:
            yield Candidate(lemma, "TO0", None, cue, (source, found.content), group.head)
    yield from _before(items, group, lemma, (source, cue, sentence), at)


def _skip_insert(items: Items, at: int, end: int) -> int:
    """Past ", however," and the like between a cue and its content."""
    if at + 2 < end and items.tags[at] == "," and items.tags[at + 1] != "Q":
        for stop in range(at + 1, min(end - 1, at + 9)):
            if items.tags[stop] == ",":
                follows = items.tags[stop + 1]
                if follows in "KQ" and items.tags[at + 1] in "RISDANGW":
                    return stop + 1 if follows == "K" else stop
                return at
    return at


def _listener_end(items: Items, at: int, end: int) -> int:
    """One past the person told: "reporters", "him", "the Senate committee"."""
    tags = items.tags
    if at >= end:
        return at
    if tags[at] == "P":
        return at + 1
    if tags[at] not in "ANDJ#":
        return at
    stop = at
    while stop < end and tags[stop] in "ANDJ#R":
        stop += 1
    if stop < end and tags[stop] in "I" and items.lowers[stop] in ("of", "in", "at", "from", "for"):
        tail = phrase_end(items, stop + 1, end)
        if tail < end and (tags[tail] in "KTQ," or items.lowers[tail] in ("if", "whether", "that")):
            return tail
    if stop < end and tags[stop] in FINITE:
        return _split_listener(items, at, stop)
    return stop


def _split_listener(items: Items, at: int, stop: int) -> int:
    """Of "reporters the law would": one past "reporters"."""
    for position in range(at + 1, stop):
        if items.tags[position] in "DP" and items.tags[position - 1] in "AN":
            return position
    return at


def _before(items: Items, group: Group, lemma: str, parts: _Parts, at: int) -> Iterator[Candidate]:
    """Content that stands before its cue: "C, X said", "C, said X", and a quotation in the sentence before."""
    source, cue, (start, end) = parts
    tags = items.tags
    inverted = _inverted(items, group, (start, end), at)
    if inverted is not None:
        subject, words, looks_back = inverted
        stop = skip_adjuncts(items, subject[1], end)
        closes = stop >= end or tags[stop] in ".,?!;"
        is_quoted = looks_back or _ends_with_quote(items, words[0][1])
        frame = "INVQ" if is_quoted else "INV" if closes else "INV?"
        yield Candidate(lemma, frame, subject, cue, words, group.head, looks_back)
        return
    if source is None or group.form not in ("fin", "base") or source[1] > group.start:
        return
    edge = source[0]
    if edge - 1 > start and items.lowers[edge - 1] == "as":
        edge -= 1
    is_quoted = edge > start and (tags[edge - 1] == "Q" or tags[edge - 1] in "”\"'’")
    if (at < end and tags[at] not in ",.?!—–-;QSGIK") or (at < end and tags[at] in "KI" and not is_quoted):
        return
    while edge > start and tags[edge - 1] in "R" and edge - 1 > start:
        edge -= 1
    content = _content_before(items, start, edge)
    if content is None:
        if edge - start <= 2:
            yield Candidate(lemma, "BACK", source, cue, (), group.head, True)
        return
    rest = _content_after(items, content, (at, end))
    if edge > start and items.lowers[edge] == "as":
        lemma = "as " + lemma
    frame = "PREQ" if _ends_with_quote(items, content[1]) else ("MID" if rest else "PRE")
    yield Candidate(lemma, frame, source, cue, (content, *rest), group.head)


def _ends_with_quote(items: Items, stop: int) -> bool:
    return items.tags[stop - 1] == "Q" or items.words[stop - 1] in "”\"’'"


def _content_before(items: Items, start: int, edge: int) -> Range | None:
    """The words before ", X said": from the sentence's start to the comma."""
    tags = items.tags
    stop = edge
    if stop <= start:
        return None
    if tags[stop - 1] not in ",Q—–-”\"?!’'":
        return None
    while stop > start and tags[stop - 1] in ",—–-":
        stop -= 1
    first = start
    if stop - 1 >= start and tags[stop - 1] == "Q":
        first = stop - 1
        while first > start and tags[first - 1] not in ",.":
            first -= 1
        if items.tags[first] in "ANPDC" and stop - 1 - first > 3:
            first = stop - 1
    while first < stop and tags[first] in "C,":
        first += 1
    return (first, stop) if stop > first else None


def _content_after(items: Items, content: Range, tail: Range) -> tuple[Range, ...]:
    """Of "C1, X said, C2": the second part, where the first is not whole or the second is a quotation."""
    at, end = tail
    tags = items.tags
    if at >= end or tags[at] not in ",—–-Q.":
        return ()
    if tags[at] in ",—–-":
        at += 1
    if at >= end:
        return ()
    if tags[at] == "Q":
        return ((at, at + 1),)
    if tags[at] in "GW" or (tags[at] in "CR" and at + 1 < end and tags[at + 1] in "PGV"):
        return ()
    stop = end
    while stop > at and tags[stop - 1] in ".?!":
        stop -= 1
    return ((at, stop),) if stop - at > 1 else ()


def _inverted(items: Items, group: Group, sentence: Range, at: int) -> tuple[Range, tuple[Range, ...], bool] | None:
    """Of "C, said X": the subject, the content and whether it is the quotation of the sentence before."""
    start, end = sentence
    tags = items.tags
    edge = group.start
    if (
        group.form not in ("fin", "base")
        or group.end - group.start > 2
        or group.end >= end
        or tags[group.end] not in "ANPD#JG"
    ):
        return None
    if edge > start and tags[edge - 1] not in ",Q—–”\"?!’'-":
        return None
    if edge > start and tags[edge - 1] == "," and edge - 2 >= start and tags[edge - 2] in "P":
        return None
    stop = phrase_end(items, group.end, end)
    if stop < end and tags[stop] in FINITE:
        return None
    if stop < end - 1 and tags[stop] == ",":
        stop = _apposition_end(items, stop, end)
    subject = (group.end, stop)
    if stop <= group.end:
        return None
    if edge == start:
        return (subject, (), True)
    content = _content_before(items, start, edge)
    if content is None:
        return None
    rest: tuple[Range, ...] = ()
    if stop + 1 < end and tags[stop] in ",—–" and tags[stop + 1] == "Q":
        rest = ((stop + 1, stop + 2),)
    return subject, (content, *rest), False


def _apposition_end(items: Items, comma: int, end: int) -> int:
    """Of "said Ann Lee, a spokeswoman for the city, on Monday": where the apposition stops."""
    tags = items.tags
    if comma + 1 >= end or tags[comma + 1] not in "DNJAWR" or items.lowers[comma + 1] in ("which",):
        return comma
    stop = comma + 1
    while stop < end and tags[stop] not in ".;:Q—–?!":
        if tags[stop] == "," and not (stop + 1 < end and tags[stop + 1] in "AC"):
            break
        stop += 1
    return stop


def _passive(items: Items, group: Group, lemma: str, parts: _Parts) -> Iterator[Candidate]:
    """Passives: "X is expected to ...", "it was reported that ...", "X was criticized by Y", "X was told that ..."."""
    source, cue, (_, end) = parts
    _tags, lowers = items.tags, items.lowers
    subject = () if source is None else (source,)
    at = skip_adjuncts(items, cue[1], end)
    if at < end and lowers[at] == "by":
        stop = phrase_end(items, at + 1, end)
        rest = follow(items, skip_adjuncts(items, stop, end), end)
        if stop > at + 1 and subject:
            more = (rest.content,) if rest.content and rest.frame in ("TO", "THAT", "p:for", "p:as", "p:of") else ()
            yield Candidate(lemma, "PBY" + (rest.frame if more else ""), (at, stop), cue, subject + more, group.head)
        return
    found = follow(items, at, end)
    content = found.content
    if content is None:
        if subject:
            yield Candidate(lemma, "PNONE", None, cue, subject, group.head)
        return
    is_dummy = source is not None and lowers[source[0]] == "it" and source[1] - source[0] == 1
    told = group.lemma in _TELLING or found.frame in ("THAT", "ZERO", "WH", "Q")
    whole = (content,) if is_dummy or told else (*subject, content)
    yield Candidate(lemma, "P" + found.frame + ("0" if is_dummy else ""), None, cue, whole, group.head)


def _participle(items: Items, group: Group, lemma: str, sentence: Range) -> Iterator[Candidate]:
    """Participles: "a report published by X", "the man described as ..."."""
    at, end = group.end, sentence[1]
    if at < end and items.lowers[at] == "by":
        stop = phrase_end(items, at + 1, end)
        start = phrase_start(items, group.start - 1, sentence[0]) if group.start > sentence[0] else group.start
        if stop > at + 1 and start < group.start:
            yield Candidate(lemma, "EBY", (at, stop), (group.start, group.end), ((start, group.start),), group.head)


def _from_words(items: Items, groups: list[Group], sentence: Range, lemmas: Container[str]) -> Iterator[Candidate]:
    """Cues that are no verbs: "according to", nouns ("X's claim that"), adverbs ("reportedly")."""
    start, end = sentence
    tags, lowers = items.tags, items.lowers
    forms = load_forms()
    for at in range(start, end):
        lower = lowers[at]
        if lower == "according" and at + 1 < end and lowers[at + 1] == "to":
            yield from _according(items, at, sentence)
        elif tags[at] in "NA" and tags[at] == "N":
            form = forms.get(lower)
            lemma = "n:" + (form.lemma if form and "N" in form.classes else _singular(lower))
            if lemma in lemmas:
                yield from _from_noun(items, groups, (at, lemma), sentence)
        elif tags[at] == "R" and "r:" + lower in lemmas:
            yield from _from_adverb(items, "r:" + lower, at, sentence)


def _singular(lower: str) -> str:
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    return lower[:-1] if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else lower


def _from_adverb(items: Items, lemma: str, at: int, sentence: Range) -> Iterator[Candidate]:
    start, end = sentence
    stop = end
    while stop > start and items.tags[stop - 1] in ".?!":
        stop -= 1
    if stop > at + 1:
        before = (start, at) if at > start else None
        parts = tuple(part for part in (before, (at + 1, stop)) if part is not None)
        yield Candidate(lemma, "ADV", None, (at, at + 1), parts, at)
        yield Candidate(lemma, "ADVR", None, (at, at + 1), ((at + 1, phrase_end(items, at + 1, end)),), at)


def _according(items: Items, at: int, sentence: Range) -> Iterator[Candidate]:
    """Of "according to X, C" and "C, according to X": source and content."""
    start, end = sentence
    tags = items.tags
    leads = at == start or (at - start <= 2 and tags[at - 1] in "C,R")
    stop = _end_of_informant(items, at + 2, end, leads=leads)
    if stop <= at + 2:
        return
    source, cue = (at + 2, stop), (at, at + 2)
    if leads:
        first = stop + 1 if stop < end and tags[stop] == "," else stop
        last = _before_stop(items, end, first)
        if last > first:
            yield Candidate("according", "LEAD", source, cue, ((first, last),), at)
        return
    before = at
    while before > start and tags[before - 1] in ",—–-(":
        before -= 1
    first = start
    while first < before and tags[first] in "C,":
        first += 1
    is_part = not any(tags[p] in FINITE or tags[p] == "Q" for p in range(first, before))
    rest: tuple[Range, ...] = ()
    if stop + 1 < end and tags[stop] == "," and is_part:
        rest = ((stop + 1, _before_stop(items, end, stop + 1)),)
    if before > first:
        yield Candidate("according", "TAIL", source, cue, ((first, before), *rest), at)


def _end_of_informant(items: Items, first: int, end: int, *, leads: bool) -> int:
    """One past the phrase behind "according to", an apposition to it included."""
    tags = items.tags
    stop = phrase_end(items, first, end)
    if stop >= end or tags[stop] != ",":
        return stop
    further = _apposition_end(items, stop, end)
    is_relative = tags[stop + 1 : stop + 2] == ["W"]
    if not is_relative and any(tags[inside] in FINITE for inside in range(stop + 1, further)):
        return stop
    follows = further + 1 < end and tags[further] == ","
    if leads:
        return further if follows and starts_clause(items, further + 1, end) else stop
    return further if not follows or further - stop < 10 else stop


def _before_stop(items: Items, end: int, first: int) -> int:
    """The end of a sentence without its full stop."""
    while end > first and items.tags[end - 1] in ".?!":
        end -= 1
    return end


def _from_noun(items: Items, groups: list[Group], cue: tuple[int, str], sentence: Range) -> Iterator[Candidate]:
    """Nouns: "X's claim that ...", "a warning from X that ...", "X made a promise to ..."."""
    at, lemma = cue
    start, end = sentence
    tags, lowers = items.tags, items.lowers
    after = at + 1
    source, marker = _noun_source(items, groups, at, sentence)
    if after < end and lowers[after] in ("from", "by") and source is None:
        stop = phrase_end(items, after + 1, end)
        if stop > after + 1:
            source, marker, after = (after + 1, stop), "F", stop
    found = follow(items, after, end)
    if found.content is None or source is None:
        return
    first = at
    while first > start and tags[first - 1] in "J":
        first -= 1
    if marker == "L":
        first = next(group.start for group in reversed(groups) if group.end <= at)
    cue_end = found.cue_end if found.frame[:2] == "p:" and found.cue_end - after <= 1 and marker != "F" else at + 1
    yield Candidate(lemma, marker + found.frame, source, (first, cue_end), (found.content,), at)


def _noun_source(items: Items, groups: list[Group], at: int, sentence: Range) -> tuple[Range | None, str]:
    start = sentence[0]
    tags, lowers = items.tags, items.lowers
    left = at - 1
    while left >= start and tags[left] in "JRNG" and not lowers[left].endswith(("'s", "s'")):
        left -= 1
    if left < start:
        return None, ""
    if lowers[left].endswith(("'s", "s'")):
        return (phrase_start(items, left, start), left + 1), "S"
    if lowers[left] in ("his", "her", "their", "its", "my", "our", "your"):
        return (left, left + 1), "H"
    if tags[left] == "D":
        left -= 1
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if group.end == left + 1 and group.form in ("fin", "inf", "ing", "base"):
            subject = find_subject(items, groups, index, sentence)
            return subject, f"L{'b' if group.lemma == 'be' else ''}"
    return None, ""


__all__ = ["Candidate", "find_candidates"]
