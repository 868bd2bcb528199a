"""People named one by one beside a number: "five women and a child were killed" tells of six."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from sayso.estimation.counts import COMBATANTS, Toll
from sayso.model import Statement

PERSON = (
    r"(?:an?|another|one|his|her)\s+(?:[\w’'-]+,?\s+){0,4}?(?:man|woman|boy|girl|child|teen|teenager|baby|infant|toddler|mother|father|son|daughter|wife|husband|girlfriend"
    r"|boyfriend|civilian|person|student|officer|driver|brother|sister|grandmother|grandfather|neighbou?r|friend|youth|victim|male|female|employee|clerk|deputy|guard"
    r"|resident|passenger|bystander|soldier|uncle|aunt|nephew|niece|cousin|ex-wife|ex-husband|ex-girlfriend|suspect|journalist|worker|paramedic|medic)\b"
)
"""One person without a number."""
_BEHIND = re.compile(
    rf"(?:\s*,)?\s+and\s+(?P<person>{PERSON})(?!\s+(?:(?:was|were|is|are|has|have|had|been|also|critically|seriously|who)\s+){{0,3}}"
    rf"(?:injured|wounded|hurt|hospitali[sz]ed|suffer(?:s|ed|ing)|missing|arrested|captured|detained|said|told|survived))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:^\W*|\b(?:kill(?:s|ed|ing)?|injur(?:es?|ed|ing)|wound(?:s|ed|ing)?|left|leaving|hurt)\s+)(?P<person>{PERSON})\s*,?\s+and\s+(?:at\s+least\s+|about\s+)?$",
    re.IGNORECASE,
)


def add_named(toll: Toll | None, chosen: Sequence[Statement], outcome: str, group: str | None) -> Toll | None:
    """A toll with the people who stand beside its numbers without one.

    Args:
        toll: The toll so far; None where the side has no number.
        chosen: The statements that the toll of all is the sum of.
        outcome: ``killed`` or ``injured``.
        group: ``civilian``, ``combatant`` or None for everybody.
    """
    people = [person for person in _named(chosen) if group is None or is_fighter(person) == (group == "combatant")]
    if not people:
        return toll
    rule = "with people named one by one"
    if toll is None:
        return Toll(value=len(people), outcome=outcome, group=group, statements=(), rule=rule)
    return msgspec.structs.replace(toll, value=toll.value + len(people), rule=f"{toll.rule}, {rule}")


def _named(chosen: Iterable[Statement]) -> list[str]:
    """The people named right behind or right before what the statements count."""
    people = []
    for statement in chosen:
        words, start = statement.passage.exact, statement.passage.start
        figure, counted = statement.figure, statement.counted
        if counted is None or counted.start < figure.end:
            continue
        for match in (_BEHIND.match(words, counted.end - start), _BEFORE.search(words[: figure.start - start])):
            people.extend([match.group("person")] if match else [])
    return people


def is_fighter(person: str) -> bool:
    """Whether words for one person name somebody who bears arms."""
    return person.rsplit(maxsplit=1)[-1].lower() in COMBATANTS
