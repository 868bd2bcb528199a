"""Who a source phrase names: the words of a source in, an agent with full name, kind and role out."""

import re
from bisect import bisect_left
from typing import NamedTuple

from sayso.attribution import names
from sayso.attribution.mentions import OPENS_SENTENCE, Mention, Registry, split_title
from sayso.attribution.titles import find_title, find_title_behind
from sayso.model import AgentType, Span, make_span

_HE_SHE = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_PLURAL = frozenset("they them their".split())
_RELATIVE = frozenset("who which that".split())
_OWN_VOICE = frozenset("i we you us me our my your one".split())
_OUTLET_PRONOUNS = frozenset("it its".split())
_LEADING = re.compile(
    r"^(?:\d{1,2} [a-z]{3,9}\.? (?:19|20)\d\d |[a-z]{3,9}\.? \d{1,2},? (?:19|20)\d\d )?"  # a stamp without a full stop
    r"(?:(?:by|from|but|and|to|for|with|of|in) )*",
    re.IGNORECASE,
)
_CARRIER = re.compile(
    r"^(?:[\w’'-]+ ){0,5}?(?P<noun>[\w-]+)(?:,? (?:released|compiled|published|"
    r"collected|provided|issued|gathered|cited|obtained|made|"
    r"carried|conducted))?(?: out)? (?P<link>from|by|of|at|in|on) ",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W_][\w’'\-]*|[’']s\b|[,;:()]")
_DETERMINERS = frozenset("a an the this that these those its his her their our".split())
_AFTER_HEAD = frozenset(
    "of in at from for with on by to near outside inside within about under over against across along who whom whose "
    "which that where while as , ; : (".split()
)
_CLAUSE = re.compile(
    r",? (?:who|whom|whose|which)\b|;|\((?![A-Z]+\))|, (?=(?:an?|the|one|citing|quoting|adding|including|in|on)\b)"
)
_WORKPLACE = re.compile(r" at (?:an?|the)(?: [a-z][\w-]*)+$")
_WRITERS = frozenset("reporter correspondent journalist reporters correspondents".split())
_OUTLET_NOUNS = frozenset("agency newspaper network channel broadcaster daily magazine paper weekly".split())
_KINDS = frozenset("monitor monitors group watchdog".split())
_ONCE_DESCRIBED = names.UNNAMED_HEADS | names.SPOKES_ROLES - names.DEFINITE_ORGANIZATIONS
_BEHIND_HEAD = re.compile(r" (?:of|in|at|from|for|with|on|close|inside|who|near)\b")
_LAST_VOICES = 6
_QUALIFIES = re.compile(r"(?:[’']s)? (?:[a-z][\w-]*,? )+|[’']s ")


_SENTENCE_OPENERS = frozenset(
    "the a an some many several local state government most senior one two other such his her "
    "their both all no every each"
    " another rescue health military security weather aid medical".split()
)


_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday last this earlier late early".split()
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
    span = _whole_name(text, span, registry)
    lower = span.exact.lower().replace("’", "'").split("'")[0].strip(" ,.")
    if lower in _OWN_VOICE:
        return None
    if lower in _HE_SHE or lower in _PLURAL or lower in _OUTLET_PRONOUNS or lower in _RELATIVE:
        return _resolve_pronoun(lower, span, registry, earlier)
    return _carrier(text, span, registry, earlier) or _by_head(text, span, registry, earlier)


def _whole_name(text: str, span: Span, registry: Registry) -> Span:
    """The phrase with the whole of a name that it starts within: "Save | the Children"."""
    first = bisect_left(registry.mentions, span.start, key=lambda mention: mention.start) - 1
    if first < 0 or not span.start < registry.mentions[first].end <= span.end:
        return span
    return make_span(text, registry.mentions[first].start, span.end)


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


def _carrier(text: str, span: Span, registry: Registry, earlier: list[Voice]) -> Voice | None:
    """Of "reports from Die Welt" and "the UN's figures": the agent and the noun."""
    match = _CARRIER.match(span.exact)
    if (
        match is not None
        and match.group("noun").lower() in names.CARRIER_NOUNS
        and span.exact[match.end() :].strip()  # "citing data from" and then nothing, in a text that is cut or garbled
    ):
        noun = match.group("noun").lower()
        rest = make_span(text, span.start + match.end(), span.end)
        agent = _by_head(text, rest, registry, earlier)
        if match.group("link").lower() in ("at", "in", "on"):
            return agent._replace(noun=noun) if agent.type == "outlet" else None
        if agent.type != "unnamed" or _is_agent(text[rest.start : _head_end(text, rest, [])]):
            return agent._replace(noun=noun)
        return _described(text, span, registry, earlier)._replace(noun=noun if noun in names.DATA_NOUNS else None)
    for mention in _mentions_in(registry, span):
        owned = re.match(r"[’']s? (?:[\w-]+ ){0,3}?([\w-]+)$", text[mention.end : span.end])
        if owned is not None and owned.group(1).lower() in names.CARRIER_NOUNS:
            return _voice_of(text, mention)._replace(noun=owned.group(1).lower())
    return None


def _is_agent(words: str) -> bool:
    """Whether a phrase without a name can speak: "officials", "the department"; not so "the shooting"."""
    head = re.sub(r"[’']s?$", "", words.lower().strip(" ,.").rsplit(maxsplit=1)[-1]) if words.strip(" ,.") else ""
    known = names.UNNAMED_HEADS | names.DEFINITE_ORGANIZATIONS | names.SPOKES_ROLES | names.ORGANIZATION_WORDS
    return head in known or (head.endswith("s") and head not in names.CARRIER_NOUNS)


def _head_end(text: str, span: Span, inside: list[Mention]) -> int:
    """Where the head of a source phrase ends: before "of ...", "who ...", an apposition or "published last week"."""
    names_at = {mention.start: mention for mention in inside}
    at, seen, was_name, at_person = span.start, False, False, False
    while (token := _TOKEN.search(text, at, span.end)) is not None:
        start, word = token.start(), token.group().lower()
        at = token.end()
        if start in names_at:
            named = names_at[start]
            at, seen, was_name = named.end, True, True
            at_person = named.type == "person" and " " in named.name
            continue
        follows = _TOKEN.match(text, at + 1, span.end)
        after = follows.group().lower() if follows else ""
        if seen and (
            word in _AFTER_HEAD
            or (was_name and word in _DETERMINERS)
            or (was_name and word in names.SPOKES_ROLES and at_person)
            or (word == "and" and (after in _DETERMINERS or (was_name and at + 1 in names_at)))
            or (word.endswith(("ed", "ing", "wn", "en")) and (after in _AFTER_HEAD | _DETERMINERS or after in _TIMES))
        ):
            return span.start + len(text[span.start : start].rstrip())
        if word not in _DETERMINERS and not word.endswith("’s") and word != "'s":
            seen, was_name = True, False
    return span.end


def _by_head(text: str, span: Span, registry: Registry, earlier: list[Voice]) -> Voice:
    """The agent that the head of a phrase names; a name that only qualifies it, or stands behind "of", does not."""
    inside = _mentions_in(registry, span)
    stop = _head_end(text, span, inside)
    heading = [mention for mention in inside if mention.end <= stop]
    tail = text[heading[-1].end : stop] if heading else ""
    if heading and not re.search(r"[^\W\d_]", re.sub(r"^[’']s?\b", "", tail)):
        return _named(text, span, heading, inside)
    offices = {m.end + 1 for m in inside if m.type != "person" and text.endswith(", ", span.start, m.start)}
    apposed = [
        mention
        for mention in inside
        if mention.type == "person" and (mention.start in offices or text.endswith(", ", span.start, mention.start))
    ]
    if apposed and not _CLAUSE.search(text, span.start, apposed[0].start - 2):
        before = [mention for mention in inside if mention.start < apposed[0].start]
        return _named(text, span, apposed[:1], before)
    closing = inside[-1] if inside else None
    if closing is not None and _closes(text, span, closing, stop):
        return _named(text, span, [closing], inside)
    last = tail.split()[-1].lower().strip(".") if tail.split() else ""
    if heading and heading[-1].type == "outlet" and last in _WRITERS:
        return _voice_of(text, heading[-1])
    if heading and last in _OUTLET_NOUNS and "’s" not in tail and "'s" not in tail:
        name = heading[-1].name
        if heading[-1].type == "outlet" or (" " not in name and name.lower() not in names.OUTLET_WORDS):
            return _voice_of(text, heading[-1])._replace(type="outlet")
    if heading and heading[-1].type == "organization" and last in _KINDS and not re.search(r"[’']s", tail):
        return _voice_of(text, heading[-1])
    return _described(text, span, registry, earlier)


def _closes(text: str, span: Span, person: Mention, stop: int) -> bool:
    """Whether a title with "of" leads up to a name: "head of rescue work Irene Malkin"."""
    if person.type != "person" or " " not in person.name or person.end != span.end:
        return False
    before = text[span.start : person.start].split()
    titles = set(text[span.start : stop].lower().split()) & (names.SPOKES_ROLES | names.TITLES)
    return bool(titles) and before[-1][0].islower() and before[-1] not in _AFTER_HEAD | _DETERMINERS


def _named(text: str, span: Span, inside: list[Mention], everybody: list[Mention]) -> Voice:
    while len(inside) > 1 and _QUALIFIES.fullmatch(text[inside[0].end : inside[1].start]):
        inside = inside[1:]  # "Norvia news agency NORP"
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
    own = split_title(text[chosen.start : chosen.end])[0] if chosen.type == "person" else None
    title = find_title(f"{text[span.start : chosen.start]} {own or ''}")
    title = title or find_title_behind(text[chosen.end : span.end]) or voice.title
    behalf = voice.on_behalf_of
    if chosen.type == "person" and behalf is None:
        behalf = next((m.name for m in everybody if m.type == "organization" and _speaks_for(m, chosen)), None)
    return voice._replace(title=title, on_behalf_of=behalf)


def _speaks_for(mention: Mention, person: Mention) -> bool:
    """Whether an organisation beside a person is one by name, not a common noun that opens the sentence."""
    return mention.start != person.start and (
        " " in mention.name or mention.name.lower() not in names.ORGANIZATION_WORDS
    )


def _voice_of(text: str, mention: Mention) -> Voice:
    return Voice(
        mention.name,
        mention.type,
        make_span(text, mention.start, mention.end),
        find_title(mention.role or ""),
        mention.on_behalf_of,
        None,
        mention.gender,
    )


def _described(text: str, span: Span, registry: Registry, earlier: list[Voice]) -> Voice:
    """An agent without a name: "the ministry" goes back to a named one, "officials" stays unnamed."""
    cut = _CLAUSE.search(span.exact, 1)
    if cut is not None:
        span = make_span(text, span.start, span.start + len(span.exact[: cut.start()].rstrip(" ,")))
    workplace = None if _mentions_in(registry, span) else _WORKPLACE.search(span.exact)
    if workplace is not None:
        span = make_span(text, span.start, span.start + workplace.start())  # "a doctor | at the regional hospital"
    meant = _meant_by(text, span, registry, earlier)
    if meant is not None:
        return meant
    heading = text[span.start : _head_end(text, span, _mentions_in(registry, span))].lower().split()
    noun = heading[-1] if heading and heading[-1] in names.DATA_NOUNS else None
    opens = OPENS_SENTENCE.search(text, max(0, span.start - 3), span.start) is not None
    is_name = any(mention.start == span.start for mention in _mentions_in(registry, span))
    name = _plain(span.exact, opens=opens and not is_name)
    return Voice(name, "unnamed", span, noun=noun)


def _meant_by(text: str, span: Span, registry: Registry, earlier: list[Voice]) -> Voice | None:
    """The named organisation that "the ministry" goes back to: one so called, or for "the group" the last that spoke.

    A union is no institute: words that fit no name before them stay as they are, since a wrong name misleads more
    than none.
    """
    words = [word.strip(".,’'") for word in span.exact.lower().split()]
    is_definite = bool(words) and words[0] in ("the", "that", "this") and 1 < len(words) < 4
    if is_definite and len(words) == 2 and words[1] in _ONCE_DESCRIBED:
        return _described_before(words[1], span, earlier)
    if not is_definite or words[-1] not in names.DEFINITE_ORGANIZATIONS:
        return None
    called = {_one_spelling(word) for word in words[1:]}
    for mention in reversed(_mentions_before(registry, span)):
        if mention.type != "person" and called <= {_one_spelling(word) for word in mention.name.lower().split()}:
            return _voice_of(text, mention)._replace(span=span)
    for voice in reversed(earlier):
        if voice.type in ("organization", "outlet") and _may_be_called(voice, words[1:]):
            return voice._replace(span=span, noun=None)
    return None


def _described_before(head: str, span: Span, earlier: list[Voice]) -> Voice | None:
    """The unnamed voice that "the activist" goes back to: "an activist in Dorn"."""
    for voice in reversed(earlier[-_LAST_VOICES:]):
        described = _BEHIND_HEAD.split(voice.name.lower())[0].split()
        if voice.type == "unnamed" and described and described[-1] == head and described[0] != "the":
            return voice._replace(span=span)
    return None


def _one_spelling(word: str) -> str:
    return word.replace("organis", "organiz").replace("centre", "center")


def _may_be_called(voice: Voice, words: list[str]) -> bool:
    """Whether an organisation may be called by a common noun that its name does not hold."""
    name, head = voice.name.lower(), words[-1]
    if head == "agency":
        is_wire = voice.type == "outlet" or words == ["agency"]
        return name in names.AGENCIES and len(words) == 1 + (words[0] == "news") and is_wire
    if len(words) > 1:
        return False  # "the militant group" may be anybody's
    if voice.type == "outlet":
        return head in _OUTLET_NOUNS and name not in names.AGENCIES
    return head in names.GENERIC_ORGANIZATIONS and not set(name.split()) & names.STATE_WORDS


def _plain(words: str, *, opens: bool) -> str:
    """The words without white space runs; a leading capital that only opens a sentence is lowered."""
    plain = " ".join(words.split()).strip(" ,.;:")
    first, _, rest = plain.partition(" ")
    if first[:1].isupper() and (first[1:].islower() or first == "A"):
        lowered = first.lower()
        if opens or lowered in names.UNNAMED_HEADS or lowered in _SENTENCE_OPENERS:
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
