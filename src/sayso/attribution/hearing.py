"""Attributions of one document with their agents: spans found and names in, who is heard where out."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from sayso.attribution import names
from sayso.attribution.found import Found
from sayso.attribution.mentions import Registry
from sayso.attribution.voices import Voice, name_voice
from sayso.model import Cue as HopCue
from sayso.model import Document, Hop, HopMode, HopRole, Sentence, Span, make_span

_CITING = re.compile(
    r"\b(?P<cue>citing|quoting|cites|cited|quotes|quoted|based on|drawing on|"
    r"relying on)\s+(?P<what>(?:(?! (?:said|says|told|reported|as saying|that)\b)[^,.;:()\n]|\.(?=\w))+)",
    re.IGNORECASE,
)
_COUNTERS = names.ORGANIZATION_WORDS | names.DEFINITE_ORGANIZATIONS | names.UNNAMED_HEADS
"""Words for who counts: "the latest government figures" are somebody's, "the latest figures" nobody's."""
_TO_OTHERS = frozenset("blame accuse urge ask tell order advise expect remind inform brief notify warn request".split())
_PASSIVE = re.compile(
    r"(?:(?:has|have|had|will|to)\s+)?(?:be|been|being|is|are|was|were)\s+(?:\w+\s+)?\w+(?:ed|ld)\b", re.IGNORECASE
)
_BUCKET = 2000  # characters
_SPEAKS = re.compile(r"spokes(?:man|woman|person)$", re.IGNORECASE)
_SPEECH_NOUNS = frozenset(
    "n:report n:claim n:estimate n:statement n:announcement n:forecast n:prediction n:warning n:projection".split()
)
_SPEECH = frozenset(
    "say report announce estimate confirm claim state put forecast predict project "
    "cite quote allege deny document count tally calculate declare"
    " acknowledge admit disclose reveal reject dispute question doubt publish "
    "release list mention note register tell order recommend promise pledge"
    " propose request demand ask approve offer expect anticipate record verify accuse blame identify describe".split()
)
_TELLING = _SPEECH | frozenset(
    "according add argue warn write explain insist believe think suggest show "
    "find indicate assert maintain contend conclude stress emphasize"
    " emphasise underline observe remark recall respond reply answer repeat "
    "reiterate tweet post comment concede agree hint imply inform notify"
    " advise assure remind learn hear know hope fear worry suspect guess reckon "
    "assume assess determine discover establish complain lament boast"
    " vow swear testify speculate caution counter retort quip joke continue "
    "declare point proclaim brief relate read go signal fear urge want plan"
    " decide seek order detail outline specify clarify demonstrate prove illustrate "
    "summarize tell predict rule call".split()
)
_TOLL = re.compile(r"(?:[\w,.-]+ ){0,4}?(?:li[fv]es?|victims?|(?=\d)[\d,]+$)\b", re.IGNORECASE)


class Heard(NamedTuple):
    """One attribution with its agent; ``cited`` is whose data the agent names, with the words that say so."""

    found: Found
    voice: Voice | None
    cited: tuple[Voice, Span] | None

    @property
    def start(self) -> int:
        """First character of the content."""
        return self.found.content[0].start

    @property
    def size(self) -> int:
        """Characters of the content."""
        return sum(span.end - span.start for span in self.found.content)

    def covers(self, start: int, end: int) -> bool:
        """Whether the content holds these characters."""
        return any(span.start <= start and end <= span.end for span in self.found.content)


class Coverage:
    """Looks up which attributions hold a stretch of text, without going through them all."""

    def __init__(self, heard: list[Heard]) -> None:
        self._buckets: dict[int, list[Heard]] = {}
        for one in heard:
            numbers = {n for span in one.found.content for n in range(span.start // _BUCKET, span.end // _BUCKET + 1)}
            for number in sorted(numbers):
                self._buckets.setdefault(number, []).append(one)

    def of(self, start: int, end: int) -> list[Heard]:
        """The attributions of speech whose content holds these characters, outermost first."""
        speech = [one for one in self.holding(start, end) if is_speech(one.found)]
        return sorted(speech, key=lambda one: (-one.size, one.start))

    def holding(self, start: int, end: int) -> list[Heard]:
        """All attributions whose content holds these characters, of speech or not, in the order heard."""
        return [one for one in self._buckets.get(start // _BUCKET, []) if one.covers(start, end)]


def hear(document: Document, found: list[Found], registry: Registry, sentences: list[Sentence]) -> list[Heard]:
    """The attributions with their agents, in the order of their sources, so that pronouns see who spoke before."""
    text = document.text
    voices: list[Voice] = []
    heard: list[Heard] = []
    for one in sorted(found, key=lambda one: (_anchor(one), one.content[0].start)):
        if not one.sources:
            heard.append(Heard(one, None, None))
            continue
        voice = name_voice(text, one.sources[0], registry, earlier=voices)
        if voice is not None and _says_nobody(voice):
            voice = None
        if voice is not None:
            voices.append(voice)
        heard.append(Heard(one, voice, None if voice is None else _cited(text, one, registry, voices, sentences)))
    return heard


class Citation(NamedTuple):
    """Whose data a sentence cites, who cites them, and the words that do."""

    start: int
    speaker: str
    voice: Voice
    cue: Span


def find_citations(document: Document, registry: Registry) -> list[Citation]:
    """Every "Ann Lee, citing data from the ministry," of a document, with the name nearest before as the speaker."""
    text, citations = document.text, []
    for match in _CITING.finditer(text, *document.body):
        stop = bisect_left(registry.mentions, match.start(), key=lambda mention: mention.start)
        before = [
            mention for mention in registry.mentions[max(0, stop - 1) : stop] if mention.start > match.start() - 80
        ]
        if not before or re.search(r"[.!?]\s", text[before[-1].end : match.start()]):
            continue
        voice = name_voice(text, make_span(text, match.start("what"), match.end("what")), registry, earlier=[])
        if voice is not None and _is_cited(match.group("cue"), voice):
            citations.append(
                Citation(match.start(), before[-1].name, voice, make_span(text, match.start(), match.end("what")))
            )
    return citations


def _says_nobody(voice: Voice) -> bool:
    """Whether the phrase is only "the figure" or "this estimate": a thing without an agent."""
    words = voice.name.lower().split()
    return (
        voice.type == "unnamed"
        and words[-1] in names.DATA_NOUNS
        and words[0] in ("the", "this", "that", "these", "those", "such", "it")
        and not set(words[1:-1]) & _COUNTERS
    )


def with_delegation(registry: Registry, sentences: list[Sentence]) -> Registry:
    """The registry where a spokesperson named after an organisation that opens the same sentence speaks for it."""
    starts = [sentence.start for sentence in sentences]
    behalf: dict[str, str] = {}
    opening: tuple[int, str] | None = None
    for mention in registry.mentions:
        number = bisect_right(starts, mention.start) - 1
        if mention.type == "organization" and (opening is None or opening[0] != number):
            opening = (number, mention.name)
        speaks = mention.role is not None and _SPEAKS.search(mention.role) is not None
        if speaks and mention.on_behalf_of is None and opening is not None and opening[0] == number:
            behalf.setdefault(mention.name, opening[1])
    if not behalf:
        return registry
    return registry._replace(
        mentions=tuple(
            mention._replace(on_behalf_of=mention.on_behalf_of or behalf.get(mention.name))
            for mention in registry.mentions
        )
    )


def _is_cited(cue: str, voice: Voice) -> bool:
    """Whether the words name a source: data or a name; plain words ("residents") only where they are cited."""
    return voice.type != "unnamed" or voice.noun is not None or not cue.lower().endswith(" on")


def _anchor(one: Found) -> int:
    return one.sources[0].start if one.sources else one.cues[0].start


def _cited(
    text: str, one: Found, registry: Registry, voices: list[Voice], sentences: list[Sentence]
) -> tuple[Voice, Span] | None:
    """Of "X said, citing data from Y" and "X, citing Y, said": Y and the words that cite it."""
    at = one.cues[0].start
    number = bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1
    if number < 0 or at >= sentences[number].end:
        return None
    sentence = sentences[number]
    for match in _CITING.finditer(text, sentence.start, sentence.end):
        first, last = match.start("what"), match.end("what")
        if any(span.start <= match.start() < span.end for span in one.content) and match.start("cue") != at:
            continue
        phrase = make_span(text, first, last)
        voice = name_voice(text, phrase, registry, earlier=voices)
        if voice is not None and _is_cited(match.group("cue"), voice):
            return voice, make_span(text, match.start(), last)
    return None


def is_speech(one: Found) -> bool:
    """Whether an attribution tells of words that can hold a figure, rather than of a wish or a perception."""
    if not one.sources or (one.lemma == "claim" and _TOLL.match(one.content[0].exact)):
        return False  # a storm that claims lives says nothing
    if one.lemma in _TO_OTHERS and _PASSIVE.match(one.cues[0].exact) and one.sources[0].end <= one.cues[0].start:
        return False  # who was told or is blamed does not speak
    return one.lemma in _SPEECH_NOUNS if one.lemma.startswith("n:") else one.lemma in _TELLING


def make_hop(voice: Voice, *, role: HopRole | None = None, mode: HopMode, cue: Span | None) -> Hop:
    """The hop of a voice that a cue states."""
    return Hop(
        agent=voice.name,
        role=role or role_of(voice),
        link="stated",
        mode=mode,
        basis="unknown" if (role or role_of(voice)) == "data producer" else "told",
        type=voice.type,
        title=voice.title if voice.type == "person" else None,
        on_behalf_of=voice.on_behalf_of,
        start=voice.span.start,
        end=voice.span.end,
        exact=voice.span.exact,
        cue=None if cue is None else HopCue(start=cue.start, end=cue.end, exact=cue.exact),
    )


def role_of(voice: Voice) -> HopRole:
    """Outlets report, data have producers, everybody else speaks."""
    if voice.is_data:
        return "data producer"
    if voice.type == "outlet" or voice.name.lower() in names.OUTLETS:
        return "reporter"
    return "speaker"


def mode_of(text: str, one: Found, start: int) -> HopMode:
    """Direct where the content is a quotation, mixed where a part is, cited for "citing" and "according to data"."""
    if one.lemma in ("cite", "quote"):
        return "cited"
    holding = next((span for span in one.content if span.start <= start < span.end), one.content[0])
    if holding.exact[0] in '“"‘«' or holding.exact.startswith("''"):
        return "direct"
    return "mixed" if re.search(r"[“\"«]|''", holding.exact) else "indirect"
