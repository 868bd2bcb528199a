"""Coreference: sources that figures have as "he", "Malkin" or "the ministry" in, how often each way names them out.

Definitions. A case is a required figure of ``gold`` (by its first annotator), ``reports`` or ``held_reports`` and a
source whose annotated mention stands for a fuller name. Its kind:

- ``he, she`` and ``it, they``: the mention opens with such a pronoun.
- ``short name``: one name of a longer one ("Malkin" for Irene Malkin), titles aside.
- ``description``: "the ministry", "the weather agency": up to three common nouns, for an agent (not "the report")
  whose annotated name is proper.

A way names a case rightly when it gives at least half of the proper words of the annotated name, one of them more than
the mention says itself, and the noun of the description where the annotated name has it ("Osk" is no name for the
governor of Osk). What stands behind a comma ("spokesman for the police") is no part of the name; a name without
proper words ("officials") is taken by all its words.

Ways: ``nearest``, the person, organisation or outlet named last before the mention; ``fitting``, the last of them that
fits: a person not known to be of the other gender for "he" and "she", an organisation or outlet for "it", an
organisation for "they", a longer name that holds the short one, a name or role that holds the noun of a description;
``sayso``, any source that it gives the figure. ``heard`` are the cases where one of these stands at the mention: there
the ways differ in nothing but whom they take it for.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from bench import fields
from bench.data import Item
from bench.library import Name, find_names, make_report, read_statements
from bench.matching import Offsets, overlap
from bench.sets import gold, reports
from bench.tallies import BenchSet
from bench.words import content_words, words
from sayso.model import Hop

Kind = Literal["he, she", "it, they", "short name", "description"]
KINDS: tuple[Kind, ...] = ("he, she", "it, they", "short name", "description")

WAYS = ("nearest", "fitting", "sayso")

SETS: tuple[BenchSet, ...] = (gold.SET, reports.SET, reports.HELD_SET)

_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_NEUTERS = frozenset(["it", "its"])
_PLURALS = frozenset(["they", "them", "their"])
_DOCUMENTS = frozenset("report statement dispatch release update bulletin survey assessment data figure".split())
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w’'-]*")
_TITLE = re.compile(r"^(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Gov|Col|Capt)\b\.? )+")
_DESCRIPTION = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat) (?:[A-Z]?[a-z-]+|[a-z-]+(?: [a-z-]+){1,2})")


class Case(NamedTuple):
    """A mention that stands for a name: where, what is annotated for it, and what may name it."""

    kind: Kind
    mention: Offsets
    source: Item
    names: Sequence[Name]
    hops: Sequence[Hop]

    @property
    def is_heard(self) -> bool:
        """Whether sayso found a source at the mention."""
        return any(
            overlap(self.mention, Offsets(hop.start, hop.end)) > 0
            for hop in self.hops
            if hop.start is not None and hop.end is not None
        )


class Row(NamedTuple):
    """How often a way names mentions of a kind rightly: of all cases, and of those where sayso hears a source."""

    mention: Kind
    way: str
    right: int
    n: int
    share: float | None
    right_heard: int
    n_heard: int
    share_heard: float | None


def compare_ways(*, limit: int | None = None) -> list[Row]:
    """Each way beside the others, on the same mentions of each kind.

    Args:
        limit: At most so many reports of each set.

    Raises:
        MissingDataError: A set is not on this machine.
    """
    cases = [case for one in SETS for item in one.load(limit) for case in find_cases(item)]
    return count_cases(cases)


def count_cases(cases: Sequence[Case]) -> list[Row]:
    """The rows that cases give."""
    rows = []
    for kind in KINDS:
        every = [case for case in cases if case.kind == kind]
        heard = [case for case in every if case.is_heard]
        for way in WAYS:
            right, right_heard = (sum(names_right(case, way) for case in some) for some in (every, heard))
            shares = _share(right, len(every)), _share(right_heard, len(heard))
            rows.append(Row(kind, way, right, len(every), shares[0], right_heard, len(heard), shares[1]))
    return rows


def find_cases(item: Item) -> Iterator[Case]:
    """The cases of a report, read by sayso."""
    document = make_report(
        item["text"], id=item["id"], title=item["title"], date=item["date"], publisher=item["publisher"]
    )
    wanted = gold.parse_gold(item)
    matched = gold.match_figures(wanted, read_statements(document))
    names = find_names(item["text"])
    for figure, statement in zip(wanted, matched.statements, strict=True):
        hops = fields.speakers(statement) if statement is not None else ()
        for source in figure.readings[0]["sources"] if figure.required else ():
            kind = kind_of(source["exact"], source["norm"])
            if kind is not None:
                yield Case(kind, Offsets(source["start"], source["end"]), source, names, hops)


def kind_of(exact: str, norm: str) -> Kind | None:
    """What sort of mention stands for the annotated name; None for one that is as full as the name.

    Examples:
        >>> kind_of("He", "Ivo Dern, mayor of Osk"), kind_of("Mr Dern", "Ivo Dern, mayor of Osk")
        ('he, she', 'short name')
        >>> kind_of("the ministry", "Ministry of Health"), kind_of("the officials", "officials")
        ('description', None)
    """
    opening = words(exact)[0]
    if opening in _GENDERS:
        return "he, she"
    if opening in _NEUTERS | _PLURALS:
        return "it, they"
    name = re.escape(_TITLE.sub("", exact))
    if re.fullmatch(_CAPITALISED, _TITLE.sub("", exact)):
        longer = re.search(rf"{_CAPITALISED.pattern} {name}\b|\b{name} {_CAPITALISED.pattern}", norm)
        return "short name" if longer is not None else None
    if words(exact)[-1] in _DOCUMENTS:
        return None
    is_proper = bool(_proper_words(norm) - content_words(exact))
    return "description" if _DESCRIPTION.fullmatch(exact) and is_proper else None


def is_named(source: Item, given: str | None) -> bool:
    """Whether a name is the annotated one, and says more than the mention."""
    name = source["norm"].partition(",")[0]
    wanted, said = _proper_words(name) or content_words(name), content_words(given or "")
    noun = words(source["exact"])[-1]
    if _DESCRIPTION.fullmatch(source["exact"]) and noun in words(name) and noun not in said:
        return False
    return bool(wanted & said - content_words(source["exact"])) and 2 * len(wanted & said) >= len(wanted)


def names_right(case: Case, way: str) -> bool:
    """Whether a way names the mention."""
    if way == "sayso":
        return any(is_named(case.source, hop.agent) for hop in case.hops)
    before = [name for name in case.names if name.end <= case.mention.start]
    fit = [name for name in before if way == "nearest" or fits(case, name)]
    return is_named(case.source, fit[-1].name if fit else None)


def fits(case: Case, name: Name) -> bool:
    """Whether a name may be meant, as far as the mention's own words tell."""
    said = words(case.source["exact"])
    if case.kind == "he, she":
        return name.type == "person" and name.gender in (_GENDERS[said[0]], "")
    if case.kind == "it, they":
        return name.type == "organization" or (name.type == "outlet" and said[0] in _NEUTERS)
    if case.kind == "short name":
        written = words(name.exact)
        return said[-1] in written and len(written) > 1
    return said[-1] in words(f"{name.name} {name.role or ''}")


def _proper_words(name: str) -> frozenset[str]:
    return frozenset(word for part in _CAPITALISED.findall(name) for word in content_words(part))


def _share(right: int, of: int) -> float | None:
    return round(right / of, 4) if of else None
