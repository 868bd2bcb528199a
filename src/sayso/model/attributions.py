"""Who says so: agents, and ranked chains of hops from the publisher inwards."""

from typing import Annotated, Literal

import msgspec

from sayso.model.digests import digest
from sayso.model.json import convert

AgentType = Literal["person", "organization", "outlet", "unnamed"]
HopRole = Literal["publisher", "reporter", "speaker", "data producer"]
HopLink = Literal["stated", "inherited", "inferred"]
HopMode = Literal["direct", "indirect", "mixed", "cited", "narrated"]
HopBasis = Literal["told", "witnessed", "induced", "deduced", "unknown"]
Rank = Literal["preferred", "normal", "deprecated"]
Grade = Literal["A", "B", "C", "D", "E", "F"]


class Reliability(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's grade of a source, on the Admiralty scale.

    Attributes:
        grade: A (completely reliable) to F (cannot be judged).
        assessor: Who graded.
        date: When, ``YYYY-MM-DD``.
        reason: Why.
    """

    grade: Grade
    assessor: str
    date: str
    reason: str


class Agent(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who says things.

    Attributes:
        id: Digest of type and name.
        type: Person, organization, outlet, or unnamed ("officials", "some reports").
        name: Full name, or the description of an unnamed one.
        aliases: Other names seen.
        role: "spokesperson of the Foreign Ministry" and the like; None when unknown.
        on_behalf_of: Whom the agent speaks for; None when for itself or unknown.
        party_to_conflict: The side the agent is on in a conflict it reports about; None when none or unknown.
        reliability: Grades given to it, oldest first.
    """

    id: str
    type: AgentType
    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    on_behalf_of: str | None = None
    party_to_conflict: str | None = None
    reliability: tuple[Reliability, ...] = ()


def make_agent(name: str, *, type: AgentType, **known: object) -> Agent:
    """An agent with its id.

    Raises:
        ContractError: A field has a value of the wrong type.
    """
    return convert({"id": digest("agent", [type, name]), "type": type, "name": name, **known}, Agent)


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """The words that tie a figure to its source: "According to", "claimed that"."""

    start: int
    end: int
    exact: str


class Hop(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One step of a chain: who passed the figure on.

    Attributes:
        agent: Full name, or the description of an unnamed one; None for an unknown publisher.
        role: publisher, reporter, speaker or data producer.
        link: ``stated`` (a cue says so), ``inherited`` (carried over from an earlier sentence), ``inferred``.
        mode: direct, indirect, mixed, cited or narrated speech.
        basis: How the agent knows: told, witnessed, induced, deduced, unknown.
        type: Person, organization, outlet or unnamed.
        title: What a person is, as the report calls them: "rescue chief"; None when it does not say.
        on_behalf_of: Whom the agent speaks for.
        rule: For an inherited or inferred link, the rule that made it.
        start: First character of the mention nearest to the figure.
        end: One past its last character.
        exact: The mention as written: "She".
        cue: The words that say so.
    """

    agent: str | None
    role: HopRole
    link: HopLink
    mode: HopMode | None = None
    basis: HopBasis | None = None
    type: AgentType | None = None
    title: str | None = None
    on_behalf_of: str | None = None
    rule: str | None = None
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    cue: Cue | None = None


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """One defensible reading of who says so, from the publisher inwards.

    Attributes:
        rank: ``preferred`` for the first reading, ``normal`` for the others.
        upstream: Where the innermost hop has it from: "not stated", "none", or a description of what was not seen.
        hops: The steps, publisher first. No speaker: the publisher alone.
    """

    rank: Rank
    upstream: str
    hops: Annotated[tuple[Hop, ...], msgspec.Meta(min_length=1)]


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """The ranked chains of a statement, never empty, preferred first."""

    chains: Annotated[tuple[Chain, ...], msgspec.Meta(min_length=1)]
