"""Attributions of one document with their agents: spans found and names in, who is heard where out."""

import re
from typing import NamedTuple

from sayso.attribution import names
from sayso.attribution.found import Found
from sayso.attribution.mentions import Registry
from sayso.attribution.voices import Voice, name_voice
from sayso.model import Document, Hop, HopMode, HopRole, Sentence, Span, make_span
from sayso.model import Cue as HopCue

_CITING = re.compile(
    r"\b(?P<cue>citing|quoting|cites|cited|quotes|quoted|based on|drawing on|relying on)\s+(?P<what>(?:[^,.;:()\n]|\.(?=\w))+)", re.IGNORECASE
)
_NOT_SPEECH = frozenset(
    "see feel need have make get take give want like love hate keep help hold leave let lead try face fear enjoy win lose meet fight hit kill"
    " displace affect damage cause record experience suffer draw run call ask push drive build spend raise cut show witness watch look find hear".split()
)
_PHRASE_FRAMES = ("NP", "p:", "LNP", "J", "ING", "PBY", "PNONE", "EBY", "ADV", "S", "H", "F", "LNP", "L")
_SPEECH_NOUNS = frozenset("n:report n:claim n:estimate n:statement n:announcement n:forecast n:prediction n:warning n:projection".split())
_SPEECH = frozenset(
    "say report announce estimate confirm claim state put forecast predict project cite quote allege deny document count tally calculate declare"
    " acknowledge admit disclose reveal reject dispute question doubt publish release list mention note register tell order recommend promise pledge"
    " propose request demand ask approve offer call expect anticipate record verify expect accuse blame identify".split()
)


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
        if voice is not None:
            voices.append(voice)
        heard.append(Heard(one, voice, None if voice is None else _cited(text, one, registry, voices, sentences)))
    return heard


def _anchor(one: Found) -> int:
    return one.sources[0].start if one.sources else one.cues[0].start


def _cited(
    text: str, one: Found, registry: Registry, voices: list[Voice], sentences: list[Sentence]
) -> tuple[Voice, Span] | None:
    """Of "X said, citing data from Y" and "X, citing Y, said": Y and the words that cite it."""
    at = one.cues[0].start
    sentence = next((s for s in sentences if s.start <= at < s.end), None)
    if sentence is None:
        return None
    for match in _CITING.finditer(text, sentence.start, sentence.end):
        first, last = match.start("what"), match.end("what")
        if any(span.start <= match.start() < span.end for span in one.content) and match.start("cue") != at:
            continue
        phrase = make_span(text, first, last)
        voice = name_voice(text, phrase, registry, earlier=voices)
        if voice is not None:
            return voice, make_span(text, match.start(), last)
    return None


def is_speech(one: Found) -> bool:
    """Whether an attribution tells of words that can hold a figure, rather than of a wish or a perception of a thing."""
    lemma, _, frame = one.pattern.partition(" ") if not one.pattern.startswith("as ") else one.pattern[3:].partition(" ")
    frame = frame.split(" ")[-1]
    if lemma in ("be", "have", "make", "feel", "seem", "appear"):
        return False
    if frame.startswith("P") and not frame.startswith("PRE"):
        return bool(one.sources) and lemma in _SPEECH
    if lemma.startswith("n:"):
        return lemma in _SPEECH_NOUNS
    if frame.startswith(_PHRASE_FRAMES) and not frame.startswith("LEAD"):
        return lemma in _SPEECH
    return not (lemma in _NOT_SPEECH and frame.startswith(("TO", "WH"))) and bool(one.sources)


def make_hop(voice: Voice, *, role: HopRole | None = None, mode: HopMode, cue: Span | None) -> Hop:
    """The hop of a voice that a cue states."""
    return Hop(
        agent=voice.name,
        role=role or role_of(voice),
        link="stated",
        mode=mode,
        basis="unknown" if (role or role_of(voice)) == "data producer" else "told",
        type=voice.type,
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
    """Direct where the content is a quotation, mixed where only a part is, cited for "citing" and "according to data"."""
    if one.pattern.startswith(("cite ", "quote ")):
        return "cited"
    holding = next((span for span in one.content if span.start <= start < span.end), one.content[0])
    if holding.exact[0] in "“\"‘«" or holding.exact.startswith("''"):
        return "direct"
    return "mixed" if re.search(r"[“\"«]|''", holding.exact) else "indirect"
