"""What voices make of figures: statements and attributions in, relations such as doubts and disputed motives out."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple

from sayso.attribution.hearing import Coverage, Heard
from sayso.model import (
    Direction,
    Document,
    Outline,
    Relation,
    RelationKind,
    Sentence,
    Statement,
    make_relation,
    make_span,
)

_REACH = 2  # sentences without a figure that may stand between a remark and the figures it is about
_FAR_BACK = 50  # figures that "the scale of the ..." may sum up
_DENYING = frozenset("deny dismiss reject refute dispute".split())
_GROUP = 3  # sentences with figures in a row that "these figures" takes together

_FIGURES = (
    r"(?:these|those|the|such|both|official|reported|its|his|her|their)\s+(?:[\w-]+\s+)?(?:figures?|"
    r"numbers?|tolls?|counts?|estimates?|tally|tallies|totals?|data|statistics|"
    r"claims?|reports?)"
)


class _Remark(NamedTuple):
    pattern: re.Pattern[str]
    kind: RelationKind
    direction: Direction | None


def _remark(words: str, kind: RelationKind, direction: Direction | None = None) -> _Remark:
    return _Remark(re.compile(words, re.IGNORECASE), kind, direction)


_REMARKS = (
    _remark(
        rf"\b{_FIGURES}\b[^.;]{{0,40}}?\b(?:under(?:reported|stated|estimated|counted|"
        rf"estimates?|state)|too low|incomplete|conservative)\b", "doubts", "understated"),
    _remark(
        rf"\b{_FIGURES}\b[^.;]{{0,40}}?\b(?:exaggerated|inflated|over(?:stated|estimated|"
        rf"counted|reported)|too high)\b", "doubts", "overstated"),
    _remark(
        r"\b(?:the )?(?:true|real|actual|final) (?:[\w-]+ )?(?:toll|number|figure|"
        r"scale|count|total|extent)\b[^.;]{0,30}?\b(?:higher|greater|larger|more|"
        r"worse)\b", "doubts", "understated"),
    _remark(
        r"\b(?:the )?(?:true|real|actual) (?:[\w-]+ )?(?:toll|number|figure|scale|"
        r"count|total)\b[^.;]{0,30}?\b(?:lower|smaller|fewer|less)\b", "doubts", "overstated"),
    _remark(
        rf"\b(?:{_FIGURES}|it|they|reports?)\b[^.;]{{0,30}}?\b(?:could not|cannot|"
        rf"has not|have not|had not|can't|couldn't) (?:be|been|immediately be) (?:independently "
        rf")?(?:verified|confirmed|checked)\b", "withholds_assent"),
    _remark(
        rf"\b(?:could not|cannot|was unable to|were unable to|has not been able to|"
        rf"is unable to) (?:immediately |independently )*(?:verify|confirm) (?:{_FIGURES}|"
        rf"this|that|the account)", "withholds_assent"),
    _remark(
        rf"\b(?:using|use|uses|used|exploit(?:ing|s|ed)?|weaponi[sz]\w+|manipulat\w+|"
        rf"cit(?:ing|es?)) {_FIGURES} (?:to|for|as) [\w ]{{0,20}}(?:justif\w+|propaganda|"
        rf"discredit|undermine|distract|pressure|win|pretext)", "disputes_motive"),
    _remark(rf"\b{_FIGURES}\b[^.;]{{0,30}}?\b(?:propaganda|politically motivated)\b", "disputes_motive"),
    _remark(
        rf"\b(?:denied|denies|dismissed|dismisses|rejected|rejects|refuted|refutes|"
        rf"disputed|disputes) {_FIGURES}", "denies"),
    _remark(rf"\b{_FIGURES} (?:is|are|was|were) (?:false|untrue|fabricated|a lie|lies|fake)\b", "denies"),
)  # fmt: skip
_OPEN = re.compile(
    r"\b(?P<what>\w+)\s*,\s*(?P<cue>whether (?:or not )?(?:exaggerated|inflated|true|accurate)(?: or not)?)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\bif (?:accurate|true|correct|confirmed|verified)\b", re.IGNORECASE)
_IMPLIES = re.compile(
    r"\b(?:would|could|will) (?:mean|imply|amount to|suggest|bring|put)\b|\bwhich means\b|\bimplying\b|\bmeaning\b",
    re.IGNORECASE,
)
_RANKS = re.compile(
    r"\brecord(?:[- ](?:levels?|highs?|lows?|numbers?|breaking))\b|\b(?:the )?(?:highest|"
    r"lowest|largest|deadliest|worst|biggest|most) "
    r"(?:[\w-]+ ){0,4}?(?:since|on record|ever|in (?:\w+ )?(?:years|decades)|"
    r"so far|this year|in (?:its|their) history)\b|\ba (?:new )?record\b|\ball-time high\b"
    r"|\b(?:more|fewer|less) than (?:ever\b(?: before)?"
    r"|(?:in|on) any (?:(?:other|previous|single) )*(?:day|week|month|year|season)\b(?: before)?)"
    r"|\b(?:highest|lowest) (?:[\w-]+ ){0,3}?(?:to date|yet)\b"
    r"|\b(?:br(?:o|ea)k(?:e|es|ing|en)?|beat(?:s|ing|en)?|(?:surpass|exceed|smash|shatter|topp?)(?:e?s|ed|ing)?)"
    r" (?:all |the |every |any )?(?:previous |earlier |past |existing |old )?(?:[a-z]+ )?records?\b",
    re.IGNORECASE,
)


def find_relations(
    document: Document, outline: Outline, statements: tuple[Statement, ...], heard: list[Heard], *, stage: str
) -> tuple[Relation, ...]:
    """Every remark on figures of the document, in text order; a remark whose figures cannot be told is left out."""
    finder = _Finder(document, outline, statements, heard, stage)
    relations: list[Relation] = []
    for number, sentence in enumerate(finder.sentences):
        relations.extend(finder.remarks(number, sentence))
        relations.extend(finder.own_figures(number, sentence))
    unique = {relation.id: relation for relation in relations}
    return tuple(
        sorted(unique.values(), key=lambda relation: (relation.cue.start if relation.cue else 0, relation.kind))
    )


class _Finder:
    """Looks for remarks sentence by sentence, with the statements of each at hand."""

    def __init__(
        self, document: Document, outline: Outline, statements: tuple[Statement, ...], heard: list[Heard], stage: str
    ) -> None:
        self.sentences = [sentence for paragraph in outline.sentences for sentence in paragraph]
        self._document, self._statements, self._stage = document, statements, stage
        self._coverage = Coverage(heard)
        self._alone = Counter(one.passage.start for one in statements)
        self._deniers = sorted(
            (one.found.cues[0].start, one.voice.name)
            for one in heard
            if one.voice is not None and one.found.lemma in _DENYING
        )
        self._held: list[list[Statement]] = [[] for _ in self.sentences]
        number = 0
        for statement in sorted(statements, key=lambda one: one.figure.start):
            while number < len(self.sentences) - 1 and statement.figure.start >= self.sentences[number].end:
                number += 1
            self._held[number].append(statement)

    def remarks(self, number: int, sentence: Sentence) -> list[Relation]:
        """Remarks on figures of the sentences before: doubts, denials, motives, assent withheld."""
        text = self._document.text
        made: list[Relation] = []
        for remark in _REMARKS:
            match = remark.pattern.search(text, sentence.start, sentence.end)
            if match is None:
                continue
            targets = self._before(number, match.start())
            if targets:
                made.append(
                    self._make(
                        remark.kind, targets, match.span(), self._voice(match.start()), direction=remark.direction
                    )
                )
        match = _OPEN.search(text, sentence.start, sentence.end)
        if match is not None:
            about = self._about(match.group("what"), sentence.start)
            if about:
                made.append(
                    self._make("doubts", about, match.span("cue"), self._voice(match.start()), direction="open")
                )
        return made

    def own_figures(self, number: int, sentence: Sentence) -> list[Relation]:
        """Remarks on figures of the same sentence: "if accurate", "would mean", "record levels"."""
        held, text = self._held[number], self._document.text
        made: list[Relation] = []
        if not held:
            return made
        match = _CONDITION.search(text, sentence.start, sentence.end)
        if match is not None:
            before = [one for one in held if one.figure.end <= match.start()]
            if before:
                made.append(self._make("withholds_assent", before, match.span(), None))
        match = _IMPLIES.search(text, sentence.start, sentence.end)
        if match is not None:
            before = [one for one in held if one.figure.end <= match.start()]
            after = [one for one in held if one.figure.start >= match.end()]
            if before and after:
                made.append(
                    self._make("implies", after, match.span(), self._voice(match.start()), source=before[-1].id)
                )
        match = _RANKS.search(text, sentence.start, sentence.end)
        if match is not None:
            near = [one for one in held if one.figure.start >= match.end()] or held[-1:]
            by = self._voice(match.start()) or self._apposed_voice(near[0], match.start())
            made.append(self._make("ranks", near[:1], match.span(), by))
        return made

    def _before(self, number: int, at: int) -> list[Statement]:
        """What "these figures" takes in: those earlier in the sentence, else the nearest sentences with figures."""
        same = [one for one in self._held[number] if one.figure.end <= at]
        if same:
            return same
        last = number - 1
        while last >= 0 and not self._held[last] and number - last <= _REACH:
            last -= 1
        if last < 0 or not self._held[last]:
            return []
        targets: list[Statement] = []
        first = last
        while first >= 0 and last - first < _GROUP and self._held[first]:
            targets = [*self._held[first], *targets]
            first -= 1
        return targets

    def _about(self, noun: str, before: int) -> list[Statement]:
        """Statements of what a noun names, by the first letters it shares with measure, counted thing or event."""
        stem = noun.lower().rstrip("s")[:6]
        if len(stem) < 5:
            return []
        found = []
        for one in [one for one in self._statements if one.figure.end <= before][-_FAR_BACK:]:
            words = [one.measure or "", one.counted.lemma if one.counted else "", one.event.lemma if one.event else ""]
            if one.measure is None and self._alone[one.passage.start] == 1:
                words += re.findall(r"\w+", one.passage.exact.lower())
            if any(word.startswith(stem) for word in words):
                found.append(one)
        return found

    def _voice(self, at: int) -> str | None:
        """Whose words stand at an offset: the innermost voice whose content or cue holds it; None for the outlet."""
        holding = [one for one in self._coverage.holding(at, at + 1) if one.voice is not None]
        if holding:
            return min(holding, key=lambda one: one.size).voice.name  # type: ignore[union-attr]
        number = bisect_right(self.sentences, at, key=lambda sentence: sentence.start) - 1
        start = self.sentences[number].start if number >= 0 else at
        first = bisect_left(self._deniers, start, key=lambda one: one[0])
        for cue, name in self._deniers[first:]:
            return name if cue <= at else None
        return None

    def _apposed_voice(self, statement: Statement, at: int) -> str | None:
        """Of "according to Ann Lee 40 left, a record": Ann Lee, whose figure the apposition goes on about."""
        hop = statement.attribution.chains[0].hops[-1]
        is_apposed = statement.figure.end <= at and self._document.text[:at].endswith(", ")
        return hop.agent if is_apposed and hop.role != "publisher" and hop.link == "stated" else None

    def _make(
        self,
        kind: RelationKind,
        targets: list[Statement],
        cue: tuple[int, int],
        by: str | None,
        source: str | None = None,
        direction: Direction | None = None,
    ) -> Relation:
        return make_relation(
            self._document.id, kind, targets=tuple(one.id for one in targets), cue=make_span(self._document.text, *cue),
            by=by, source=source, direction=direction, stage=self._stage,
        )  # fmt: skip
