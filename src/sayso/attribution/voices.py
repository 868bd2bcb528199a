"""Who a source phrase names: the words of a source in, an agent with full name, kind and role out."""

import re
from bisect import bisect_left
from typing import NamedTuple

from sayso.attribution import names
from sayso.attribution.mentions import Mention, Registry
from sayso.model import AgentType, Span, make_span

_HE_SHE = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_PLURAL = frozenset("they them their".split())
_RELATIVE = frozenset("who which that".split())
_OWN_VOICE = frozenset("i we you us me our my your one".split())
_OUTLET_PRONOUNS = frozenset("it its".split())
_LEADING = re.compile(r"^(?:(?:by|from|but|and|to|for|with|of|in) )+", re.IGNORECASE)
_CARRIER = re.compile(
    r"^(?:[\w’'-]+ ){0,5}?(?P<noun>[\w-]+)(?:,? (?:released|compiled|published|"
    r"collected|provided|issued|gathered|cited|obtained|made|"
    r"carried|conducted))?(?: out)? (?:from|by|of|at|in) (?:the )?",
    re.IGNORECASE,
)
_QUALIFIES = re.compile(r"(?:[’']s)? (?:[a-z][\w-]*,? )+")
_PREFIX = re.compile(r"^(?:the|a|an|this|that|these|those|its|his|her|their|some|several|many)\s+", re.IGNORECASE)


_SENTENCE_OPENERS = frozenset(
    "the a an some many several local state government most senior one two other such his her "
    "their both all no every each"
    " another rescue health military security weather aid medical".split()
)


class Voice(NamedTuple):
    """An agent as a source phrase names it.

    ``noun`` is what carries the words ("data", "reports") when the phrase names such a thing before the agent.
    """

    name: str
    type: AgentType
    span: Span
    title: str | None = None
    on_behalf_of: str | None = None
    noun: str | None = None
    gender: str = ""

    @property
    def is_data(self) -> bool:
        """Whether the phrase speaks of data rather than of speech."""
        return self.noun is not None and self.noun.lower() in names.DATA_NOUNS


def name_voice(text: str, span: Span, registry: Registry, *, earlier: list[Voice]) -> Voice | None:
    """The agent of a source phrase.

    Args:
        text: The document's text.
        span: The source phrase.
        registry: The document's names.
        earlier: The voices heard before, in text order; pronouns and "the ministry" go back to them first.

    Returns:
        None for the outlet's own "we" and for a pronoun that nothing before it fits.
    """
    lead = _LEADING.match(span.exact)
    start = span.start + (lead.end() if lead else 0)
    span = make_span(text, start, span.end) if start < span.end else span
    lower = span.exact.lower().replace("’", "'").split("'")[0].strip(" ,.")
    if lower in _OWN_VOICE:
        return None
    if lower in _HE_SHE or lower in _PLURAL or lower in _OUTLET_PRONOUNS or lower in _RELATIVE:
        return _resolve_pronoun(lower, span, registry, earlier)
    inside = _mentions_in(registry, span)
    carrier = _carrier(text, span, inside)
    if carrier is not None:
        return carrier
    if inside and not _is_modifier(text, span, inside[0]):
        return _named(text, span, inside)
    return _described(text, span, registry, earlier)


def _mentions_in(registry: Registry, span: Span) -> list[Mention]:
    first = bisect_left(registry.mentions, span.start, key=lambda mention: mention.start)
    inside = []
    for mention in registry.mentions[first:]:
        if mention.start >= span.end:
            break
        inside.append(mention)
    return inside


_LOOK_BACK = 200
"""Names before a pronoun or "the ministry" that it may go back to: beyond a few pages nothing is meant."""


def _mentions_before(registry: Registry, span: Span) -> tuple[Mention, ...]:
    stop = bisect_left(registry.mentions, span.start, key=lambda mention: mention.start)
    return tuple(
        mention for mention in registry.mentions[max(0, stop - _LOOK_BACK) : stop] if mention.end <= span.start
    )


def _carrier(text: str, span: Span, inside: list[Mention]) -> Voice | None:
    """Of "reports from Die Welt" and "the UN's figures": the agent and the noun."""
    match = _CARRIER.match(span.exact)
    if match is not None and match.group("noun").lower() in names.CARRIER_NOUNS:
        at = span.start + match.end()
        rest = make_span(text, at, span.end) if at < span.end else span
        within = [mention for mention in inside if mention.start >= at]
        if within and within[0].start - at < 40 and not _is_modifier(text, rest, within[0]):
            return _named(text, rest, within)._replace(noun=match.group("noun").lower())
        return Voice(_plain(rest.exact), "unnamed", rest, noun=match.group("noun").lower())
    for mention in inside:
        tail = text[mention.end : span.end]
        owned = re.match(r"[’']s? (?:[\w-]+ ){0,3}?([\w-]+)$", tail)
        if owned is not None and owned.group(1).lower() in names.CARRIER_NOUNS:
            return _voice_of(text, mention)._replace(noun=owned.group(1).lower())
    return None


def _is_modifier(text: str, span: Span, mention: Mention) -> bool:
    """Whether the name only qualifies a common noun: "Bihar officials"; not so in "Ann Lee, an aide"."""
    tail = text[mention.end : span.end]
    head = re.match(r"(?:[’']s)?(?: [a-z][\w-]*)*? ([a-z][\w-]*)(?=$|,| (?:in|of|from|at|who|with|for|on)\b)", tail)
    if head is None:
        before = text[span.start : mention.start]
        return bool(
            re.match(
                r"^(?:the |some |many |several |local |other )?[a-z][\w-]*s (?:in|from|at|of|with|for) ",
                before,
                re.IGNORECASE,
            )
        )
    return (
        head.group(1) in names.UNNAMED_HEADS
        or head.group(1) in names.DEFINITE_ORGANIZATIONS
        or head.group(1).endswith("s")
    )


def _named(text: str, span: Span, inside: list[Mention]) -> Voice:
    everybody = inside
    while len(inside) > 1 and _QUALIFIES.fullmatch(text[inside[0].end : inside[1].start]):
        inside = inside[1:]  # "Angola news agency ANGOP"
    people = [mention for mention in inside if mention.type == "person"]
    chosen = inside[0]
    if (people and not text[inside[0].end : people[0].start].lstrip().startswith(",")) or (
        people and inside[0].type != "person" and chosen.start > span.start + 4
    ):
        chosen = people[0]
    outlets = [mention for mention in inside if mention.type == "outlet"]
    if outlets and chosen.type != "person":
        chosen = outlets[0]
    voice = _voice_of(text, chosen)
    before = text[span.start : chosen.start].strip()
    title = voice.title
    if chosen.type == "person" and before and len(before) < 80:
        title = _PREFIX.sub("", before).strip(" ,") or title
    behalf = voice.on_behalf_of
    if chosen.type == "person" and behalf is None:
        behalf = next((m.name for m in everybody if m.type == "organization" and m.start != chosen.start), None)
    return voice._replace(title=title, on_behalf_of=behalf)


def _voice_of(text: str, mention: Mention) -> Voice:
    return Voice(
        mention.name,
        mention.type,
        make_span(text, mention.start, mention.end),
        mention.role,
        mention.on_behalf_of,
        None,
        mention.gender,
    )


def _described(text: str, span: Span, registry: Registry, earlier: list[Voice]) -> Voice:
    """An agent without a name: "the ministry" goes back to a named one, "officials" stays unnamed."""
    words = span.exact.lower().split()
    head = words[-1].strip(".,’'") if len(words) < 4 else ""
    if words[0] in ("the", "that", "this") and head in names.DEFINITE_ORGANIZATIONS:
        for mention in reversed(_mentions_before(registry, span)):
            if mention.type != "person" and head in mention.name.lower().split():
                return _voice_of(text, mention)._replace(span=span)
        for voice in reversed(earlier):
            if voice.type in ("organization", "outlet"):
                return voice._replace(span=span, noun=None)
    noun = next((word for word in words if word in names.DATA_NOUNS), None)
    return Voice(_plain(span.exact), "unnamed", span, noun=noun if len(words) < 4 else None)


def _plain(words: str) -> str:
    """The words without white space runs; a leading capital that only opens a sentence is lowered."""
    plain = " ".join(words.split()).strip(" ,.;:")
    first, _, rest = plain.partition(" ")
    if first[:1].isupper() and first[1:].islower():
        lowered = first.lower()
        if lowered in names.UNNAMED_HEADS or lowered in _SENTENCE_OPENERS:
            return f"{lowered} {rest}".strip()
    return plain


def _resolve_pronoun(lower: str, span: Span, registry: Registry, earlier: list[Voice]) -> Voice | None:
    if lower in _HE_SHE:
        return _resolve_person(_HE_SHE[lower], span, registry, earlier)
    if lower in _RELATIVE:
        before = [mention for mention in _mentions_before(registry, span)[-2:] if span.start - 3 <= mention.end]
        return (
            None
            if not before
            else Voice(before[-1].name, before[-1].type, span, before[-1].role, before[-1].on_behalf_of)
        )
    wanted = ("unnamed", "organization") if lower in _PLURAL else ("organization", "outlet")
    for voice in reversed(earlier[-6:]):
        if voice.type in wanted:
            return voice._replace(span=span, noun=None)
    if lower in _OUTLET_PRONOUNS:
        for mention in reversed(_mentions_before(registry, span)[-8:]):
            if mention.type in wanted:
                return Voice(mention.name, mention.type, span, mention.role, mention.on_behalf_of)
    return None


def _resolve_person(gender: str, span: Span, registry: Registry, earlier: list[Voice]) -> Voice | None:
    """He and she: the last speaker of that gender, then the last person named, subjects of sentences first."""
    people = [m for m in _mentions_before(registry, span) if m.type == "person" and m.gender in (gender, "")]
    last = people[-1].start if people else -1
    for voice in reversed(earlier[-8:]):
        if voice.type == "person" and voice.gender in (gender, ""):
            sure = voice.gender == gender or last <= voice.span.start
            if sure:
                return voice._replace(span=span, noun=None)
            break
    known = [m for m in people[-12:] if m.gender == gender and (" " in m.name or m.role)]
    chosen = known[-1] if known else next((m for m in reversed(people[-12:]) if " " in m.name or m.role), None)
    if chosen is None:
        return None
    return Voice(chosen.name, "person", span, chosen.role, chosen.on_behalf_of, None, chosen.gender or gender)
