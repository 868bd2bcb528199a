"""Who says a figure: attributions with agents in, ranked chains of hops from the publisher inwards out."""

import re
from bisect import bisect_right
from typing import NamedTuple

import msgspec

from sayso.attribution import names
from sayso.attribution.blocks import BREAK
from sayso.attribution.hearing import Citation, Coverage, Heard, is_speech, make_hop, mode_of
from sayso.attribution.voices import Voice
from sayso.model import Attribution, Chain, Document, Figure, Hop, Outline, Sentence
from sayso.model import Cue as HopCue

_DATELINE = re.compile(r"[A-Z][\w .,’'/-]{1,60}?\((?P<outlet>[A-Z][\w .]{1,30})\)\s*[-–—]")
_SUMMARY = re.compile(
    r",\s+(?:a|the|an)\s+(?:[\w-]+\s+)?(?:figure|number|total|toll|tally|count|rate)\s+(?:that|which)\b"
)
_ON = (
    r"(?:since|so far|in total|overall|altogether|of those|of these|of them|among "
    r"(?:them|those|these)|another|an additional|a further"
    r"|a total|the total|the (?:death )?toll|the number|the (?:worst|hardest)|"
    r"at least|at most|more than|fewer than|less than|over|around|about"
    r"|some|nearly|almost|up to|as many as|no (?:one|deaths|casualties|injuries|"
    r"fatalities)|none|most of|half of|they|these|those|he|she"
    r"|[\d.,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|"
    r"hundreds|thousands|tens of thousands|both)"
)
_LISTENER = re.compile(
    r"\s+(?:(?:the )?(?:state |news |wire |broadcaster |newspaper |agency )*)(?P<outlet>[A-Z][\w-]*(?: [A-Z][\w-]*)*)"
)
_ADDS_UP = re.compile(
    r"(?:of (?:those|these|them)|among (?:them|those|these)|in total|overall|altogether|so far|a (?:further|total)"
    r"|an additional|another|the total|the (?:death )?toll)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(rf"(?:however|meanwhile|also|in addition|separately|he|she)?,?\s*{_ON}\b", re.IGNORECASE)
_BREAKS = re.compile(
    r"\b(?:in (?:19|20)\d\d\b|last year|the previous year|years? ago|is (?:home "
    r"to|one of|among)|are (?:home to|among)|has a population|"
    r"capital of|is located|known as|decades?|historically|annually|every year|"
    r"each year|normally|usually|typically|category)",
    re.IGNORECASE,
)

_QUOTES = "“\"«„'‘"

_LINE_BREAKS = re.compile(r"\n+")
_LINES_BEFORE_DATELINE = 2
_NEAR = 2  # sentences
_FARTHEST = 5  # sentences; one paragraph without figures may stand between a source and what it goes on to count


class Carried(NamedTuple):
    """Hops that a sentence without a cue of its own may take over, and the rule that says so."""

    hops: tuple[Hop, ...]
    rule: str
    upstream: str


class ChainMaker:
    """Builds the attribution of each figure of one document, in text order."""

    def __init__(self, document: Document, outline: Outline, heard: list[Heard], citations: list[Citation]) -> None:
        self._document = document
        self._heard = [one for one in heard if is_speech(one.found)]
        self._coverage = Coverage(heard)
        self._citations = citations
        self._sentences = [sentence for paragraph in outline.sentences for sentence in paragraph]
        self._last: tuple[int, Carried] | None = None
        self._starts = [sentence.start for sentence in self._sentences]
        self._speaking = {
            self._sentences[self._sentence_of(one.found.cues[0].start)].start
            for one in self._heard
            if one.voice is not None and self._sentences
        }
        self._figured: set[int] = set()
        self._taken = -1  # the sentence that took hops over last
        self._publisher = _publisher_hops(document)

    def attribution(self, figure: Figure) -> tuple[Attribution, str]:
        """The ranked chains of a figure, and the rule that gave them. Figures come in text order."""
        start, end = figure.span.start, figure.span.end
        number = self._sentence_of(start)
        if self._sentences:
            self._figured.add(self._sentences[number].start)
        cover = [one for one in self._coverage.of(start, end) if one.voice is not None]
        summary = self._summary(start, number)
        if summary is not None:
            return self._two(summary), summary.rule
        if cover:
            return self._stated(cover, start, number)
        carried = self._carried(start, number)
        if carried is not None:
            return self._two(carried), carried.rule
        own = Chain(rank="preferred", upstream="none", hops=self._publisher)
        return Attribution(chains=(own, *self._possible(number))), "own voice"

    def _stated(self, cover: list[Heard], start: int, number: int) -> tuple[Attribution, str]:
        hops: list[Hop] = []
        upstream = "not stated"
        for one in self._without_strangers(cover, number):
            assert one.voice is not None
            mode = mode_of(self._document.text, one.found, start)
            cue = one.found.cues[0]
            hop = make_hop(one.voice, mode="cited" if one.voice.is_data else mode, cue=cue)
            if any(hop.agent == known.agent for known in hops):
                continue
            told = None if hops else self._told(one)
            if told is not None:
                hops.append(told)
            hops.append(hop)
            if one.voice.is_data:
                upstream = _not_seen(one.voice)
            if one.cited is not None and one.cited[0].name != one.voice.name:
                hops.append(make_hop(one.cited[0], role="data producer", mode="cited", cue=one.cited[1]))
                upstream = _not_seen(one.cited[0])
        hops, upstream = self._with_data_cited_before(hops, upstream, number)
        carried = Carried(tuple(hops), "same-subject next sentence", upstream)
        self._last = (number, carried)
        chain = Chain(rank="preferred", upstream=upstream, hops=(*self._publisher, *hops))
        return Attribution(chains=(chain,)), "stated in the sentence"

    def _without_strangers(self, cover: list[Heard], number: int) -> list[Heard]:
        """The voices over a figure; where its sentence names one, no other lends its plain words from another sentence.

        "The mayor said 13 people were hurt. The rescue chief said 15 houses burned": the mayor says nothing of houses.
        """
        here = [one for one in cover if self._sentence_of(one.found.cues[0].start) == number]
        return [one for one in cover if one in here or _is_quoted(one)] if here else cover

    def _told(self, one: Heard) -> Hop | None:
        """Of "Ann Lee told Reuters": Reuters, which passed her words on; None where it is the publisher itself."""
        text, cue = self._document.text, one.found.cues[0]
        match = _LISTENER.match(text, cue.end) if one.found.lemma == "tell" else None
        if match is None or match.group("outlet").lower() not in names.OUTLETS:
            return None
        outlet = match.group("outlet")
        if outlet.lower() in (self._document.publisher or "").lower():
            return None
        at = match.start("outlet")
        return Hop(
            agent=outlet, role="reporter", link="stated", mode="indirect", basis="told", type="outlet", start=at,
            end=at + len(outlet), exact=outlet, cue=HopCue(start=cue.start, end=cue.end, exact=cue.exact),
        )  # fmt: skip

    def _with_data_cited_before(self, hops: list[Hop], upstream: str, number: int) -> tuple[list[Hop], str]:
        """The data that the same speaker cited one sentence before stand behind what follows."""
        if upstream != "not stated" or number == 0:
            return hops, upstream
        before = self._sentences[number - 1]
        for citation in self._citations:
            if before.start <= citation.start < before.end and citation.speaker == hops[-1].agent:
                hop = make_hop(citation.voice, role="data producer", mode="cited", cue=citation.cue)
                inherited = msgspec.structs.replace(hop, link="inherited", rule="data cited one sentence before")
                return [*hops, inherited], _not_seen(citation.voice)
        return hops, upstream

    def _summary(self, start: int, number: int) -> Carried | None:
        """Of "X claimed that N1, which could mean N2": N2 hangs on X's claim, in X's words or the outlet's."""
        sentence = self._sentences[number]
        match = _SUMMARY.search(self._document.text, sentence.start, start)
        if match is None or self._last is None or self._last[0] != number:
            return None
        if not re.search(
            r"\b(?:would|could|may|might|means?|implie[sd]|suggests?)\b", self._document.text[match.end() : start]
        ):
            return None
        return Carried(self._last[1].hops, "an apposition draws on the claim before it", self._last[1].upstream)

    def _carried(self, start: int, number: int) -> Carried | None:
        """What the sentences right before lend to this one."""
        if self._last is None:
            return None
        source, carried = self._last
        if number == source == self._taken:
            return carried
        sentence = self._sentences[number]
        words = self._document.text[sentence.start : sentence.end]
        if number == source or number - source > _FARTHEST or self._speaks(sentence) or _BREAKS.search(words):
            return None
        if self._is_apart(self._sentences[source], sentence) and not _is_institution(carried.hops[0]):
            return None
        between = self._sentences[source + 1 : number]
        if any(self._speaks(other) for other in between):
            return None
        if between and not self._reaches_over(between, sentence, words):
            return None
        if not self._continues(words, self._sentences[source], sentence):
            return None
        rule = (
            "totals continue the report cited before"
            if re.search(r"\btotal|toll|number of", words)
            else "same-subject next sentence"
        )
        taken = Carried(carried.hops, rule, carried.upstream)
        self._last, self._taken = (number, taken), number
        return taken

    def _is_apart(self, source: Sentence, sentence: Sentence) -> bool:
        """Whether a line break, or the two blanks that a flattened one leaves, stands between two sentences."""
        return BREAK.search(self._document.text, source.end, sentence.start) is not None

    def _reaches_over(self, between: list[Sentence], sentence: Sentence, words: str) -> bool:
        """Whether a source carries over sentences: one of the same paragraph, or a paragraph that counts nothing."""
        if len(between) == 1 and between[0].paragraph == sentence.paragraph:
            return True
        if len({other.paragraph for other in between}) > 1 or any(other.start in self._figured for other in between):
            return False
        return between[0].paragraph != sentence.paragraph and _ADDS_UP.match(words.lstrip('“"‘( -•')) is not None

    def _continues(self, words: str, source: Sentence, sentence: Sentence) -> bool:
        """Whether a sentence goes on counting: it opens with a quantity, "of those", or a time and then a total."""
        opening = words.lstrip("“\"'‘( -•")
        if _GOES_ON.match(opening):
            return True
        if re.match(
            r"(?:since|so far|by|until|as of|in)\b[^,]{0,60},\s*(?:the total|the number|"
            r"a total|the (?:death )?toll|at least|more than)",
            opening,
            re.I,
        ):
            return True
        return source.paragraph == sentence.paragraph and bool(
            re.match(r"The (?:storm|flood|quake|fire|attack|rain|toll|worst)s?\b", opening)
        )

    def _possible(self, number: int) -> tuple[Chain, ...]:
        """The source that a figure in the outlet's own voice may still go back to: one just before it in its paragraph.

        Of 22 such figures of annotated reports 10 were that source's.
        """
        if self._last is None:
            return ()
        source, carried = self._last
        before, here = self._sentences[source], self._sentences[number]
        is_near = 0 < number - source <= _NEAR and before.paragraph == here.paragraph
        silent = not any(self._speaks(sentence) for sentence in self._sentences[source + 1 : number + 1])
        if not is_near or not silent or self._is_apart(before, here):
            return ()
        hops = _inherit(carried.hops, "may go on with the source before")
        return (Chain(rank="normal", upstream=carried.upstream, hops=(*self._publisher, *hops)),)

    def _speaks(self, sentence: Sentence) -> bool:
        return sentence.start in self._speaking

    def _two(self, carried: Carried) -> Attribution:
        """The inherited chain first, the outlet's own voice second."""
        hops = _inherit(carried.hops, carried.rule)
        return Attribution(
            chains=(
                Chain(rank="preferred", upstream=carried.upstream, hops=(*self._publisher, *hops)),
                Chain(rank="normal", upstream="none", hops=self._publisher),
            )
        )

    def _sentence_of(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)


def _inherit(hops: tuple[Hop, ...], rule: str) -> tuple[Hop, ...]:
    return tuple(msgspec.structs.replace(hop, link="inherited", rule=rule) for hop in hops)


def _is_quoted(one: Heard) -> bool:
    """Whether what is said opens as a quotation: it may run over sentences that tell what others say."""
    return one.found.content[0].exact[0] in _QUOTES


def _is_institution(hop: Hop) -> bool:
    """Whether a source is more than a person: only an institution's word carries into the next paragraph.

    Of 36 figures of annotated reports to which a person or unnamed voice would have lent its name there, it had 3.
    """
    if hop.type in ("organization", "outlet"):
        return True
    return hop.type == "unnamed" and (hop.agent or "").lower().rpartition(" ")[2] in names.DEFINITE_ORGANIZATIONS


def _publisher_hops(document: Document) -> tuple[Hop, ...]:
    publisher = Hop(
        agent=document.publisher,
        role="publisher",
        link="stated",
        mode="narrated",
        type="outlet" if document.publisher else None,
    )
    match = _find_dateline(document)
    if match is None or document.publisher is None:
        return (publisher,)
    outlet = match.group("outlet").strip()
    known = outlet.lower() in names.OUTLETS
    if not known or outlet.lower() in document.publisher.lower():
        return (publisher,)
    at = match.start("outlet")
    wire = Hop(
        agent=outlet, role="reporter", link="inferred", rule="dateline names the agency", type="outlet",
        mode="narrated",
        start=at, end=at + len(outlet), exact=outlet,
    )  # fmt: skip
    return (publisher, wire)


def _find_dateline(document: Document) -> re.Match[str] | None:
    """The dateline that opens the text, or one of the next lines where it begins with its headline."""
    start, end = document.body
    for _ in range(_LINES_BEFORE_DATELINE + 1):
        match = _DATELINE.match(document.text, start, end)
        following = _LINE_BREAKS.search(document.text, start, end)
        if match is not None or following is None:
            return match
        start = following.end()
    return None


def _not_seen(voice: Voice) -> str:
    if voice.type == "unnamed" and voice.noun in voice.name.split():
        return f"{voice.name}, document not seen"
    return f"{voice.noun or 'data'} from {voice.name}, document not seen"
