"""The headline against the body: a count in the headline that no figure of the report bears out."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import msgspec

from sayso.checking.bounds import LARGEST, Reach, are_apart, read_reach
from sayso.checking.details import to_number
from sayso.checking.entries import is_doer, is_further, is_partitive
from sayso.checking.explaining import tell_finding
from sayso.checking.wording import name_amount, name_claim, name_number
from sayso.model import Assumption, Finding, Side, Statement

_COUNTS = ("flow", "cumulative", "stock")
_CLOSED = ("exact", "about", "range")
"""What names how many there were; "over 60,000" and "up to 42,000" may be of different parts of the event."""
_MAX_SUM = 4
"""A headline may add up as many figures of the body."""
_MAX_SUMMED = 12
"""Figures of the body that are tried in sums."""
_KINDS = frozenset(
    """adult baby boy boyfriend bystander child cop deputy driver female fighter firefighter friend girl infant juvenile
    kid male man medic minor nurse officer passenger passerby policeman pupil rebel schoolchild schoolgirl sibling
    soldier student suspect teacher teen teenager toddler troop woman worker youngster youth""".split()
)
"""Nouns for some of the people: where the headline has no noun, they may be only a part of those it counts."""
_SMALL = 20
"""A count of people below this is exact."""
_MAX_SUMS = 60
_AHEAD = re.compile(r"\b(?:will|would|shall|to|plans to|is going to) (?:\w+ )?$", re.IGNORECASE)
"""What stands before an event that is yet to happen."""
_JOINT = re.compile(
    r"\W*(?:&|/|and|or)\s*(?:killed|dead|injured|wounded|hurt|missing|displaced|homeless)\b", re.IGNORECASE
)
"""What follows where one count is of two outcomes together: "88 killed and injured"."""


def check_headlines(
    statements: Iterable[Statement], headlines: Mapping[str, Sequence[Statement]]
) -> tuple[list[Finding], int]:
    """Counts of headlines that the one figure of the body for the same does not bear out, and how many were compared.

    A count is passed over when the body has several figures for the thing, or any number or sum that fits.

    Args:
        statements: The statements of the bodies.
        headlines: The statements of each document's headline, read on its own.
    """
    bodies: dict[str, list[Statement]] = {}
    for statement in statements:
        bodies.setdefault(statement.document_id, []).append(statement)
    findings, checked = [], 0
    for document_id, told in headlines.items():
        body = bodies.get(document_id, [])
        for head in told:
            rival = _find_rival(head, body)
            if rival is None:
                continue
            checked += 1
            own, other = _reach(head), _reach(rival)
            if own is None or other is None or not are_apart(own, other) or _is_one_more(own, other):
                continue
            if not _fits(own, head, body) and not _is_shared_out(told, head, rival):
                findings.append(_make(head, rival, own, other))
    return findings, checked


def _find_rival(head: Statement, body: Sequence[Statement]) -> Statement | None:
    """The figure of the body that counts what the headline counts; None when it has none, or several that differ."""
    if not _is_count(head) or _is_joint(head):
        return None
    rivals = [one for one in body if _is_count(one) and _count_alike(head, one) and not is_doer(one)]
    values = {(one.quantity.low, one.quantity.high) for one in rivals}
    if len(values) != 1 or is_further(rivals[0]) or is_partitive(rivals[0]) or _is_elsewhere(rivals[0], body):
        return None
    return rivals[0]


def _is_joint(head: Statement) -> bool:
    event = head.event
    return event is not None and _JOINT.match(head.passage.exact, event.end - head.passage.start) is not None


def _is_elsewhere(rival: Statement, body: Sequence[Statement]) -> bool:
    """Whether a figure is of another place than most of the report: pages carry other news too."""
    place = rival.place
    if place is None or not rival.passage.start <= place.start < rival.passage.end:
        return False  # the place that another sentence names may be the report's own
    places = Counter(one.place.name for one in body if one.place is not None)
    return places[place.name] < max(places.values())


def _is_one_more(own: Reach, other: Reach) -> bool:
    """Whether the headline counts one more, of whom the body may tell without a number: "three men and a boy"."""
    return own.low is not None and other.high is not None and own.low == other.high + 1


def _is_shared_out(told: Sequence[Statement], head: Statement, rival: Statement) -> bool:
    """Whether the headline tells the body's figure in parts, "two women, one child dead", or with another count."""
    other = _reach(rival)
    alike = [one for one in told if one.quantity.unit == head.quantity.unit and one.aspect in _COUNTS]
    sums = [some for size in range(1, len(alike) + 1) for some in combinations(alike, size) if some != (head,)]
    return any(other is not None and not are_apart(_add(some), other) for some in sums[:_MAX_SUMS])


def _add(some: Sequence[Statement]) -> Reach:
    """The least and the most that figures make together."""
    reaches = [_reach(one) or Reach(Fraction(0), None) for one in some]
    low = sum((one.low or Fraction(0) for one in reaches), Fraction(0))
    is_open = any(one.high is None for one in reaches)
    return Reach(low, None if is_open else sum((one.high or Fraction(0) for one in reaches), Fraction(0)))


def _is_count(statement: Statement) -> bool:
    is_told = statement.modality not in ("denied", "conditional")
    is_named = (statement.counted or statement.measure) is not None
    return statement.aspect in _COUNTS and is_told and is_named and statement.quantity.bound in _CLOSED


def _count_alike(head: Statement, other: Statement) -> bool:
    """Whether both count one thing: of one measure, or with one event; a noun that one leaves out is the other's."""
    if head.quantity.unit != other.quantity.unit or not _happen_alike(head, other):
        return False
    if _is_ahead(head) != _is_ahead(other):
        return False
    if not _may_lie_in_one(head, other):
        return False
    if head.counted is None or other.counted is None:
        return head.measure is not None and (other.counted is None or other.counted.lemma not in _KINDS)
    return head.counted.lemma == other.counted.lemma


def _is_ahead(statement: Statement) -> bool:
    """Whether a figure is of what is yet to happen: "to cut 90 jobs", "would cut 90 jobs"."""
    event, passage = statement.event, statement.passage
    if statement.modality == "predicted" or event is None:
        return statement.modality == "predicted"
    return _AHEAD.search(passage.exact[: event.start - passage.start]) is not None


def _may_lie_in_one(head: Statement, other: Statement) -> bool:
    """Whether both may be of one place: the headline names the other's, or one has none."""
    if head.place is None or other.place is None:
        return True
    return _share_words(head.place.name, other.place.name) or other.place.name in head.passage.exact


def _share_words(one: str, other: str) -> bool:
    """Whether two names of places may be of one: "West Houston" and "Houston"."""
    return bool(set(one.casefold().split()) & set(other.casefold().split()))


def _happen_alike(head: Statement, other: Statement) -> bool:
    if head.measure is not None or other.measure is not None:
        return head.measure == other.measure
    return head.event is not None and other.event is not None and head.event.lemma == other.event.lemma


def _fits(own: Reach, head: Statement, body: Sequence[Statement]) -> bool:
    """Whether a count of the body in the headline's unit or for its event may be its, or a sum of some may."""
    counts = [one for one in body if one.aspect in _COUNTS]
    alike = [one for one in counts if one.quantity.unit == head.quantity.unit or _happen_alike(head, one)]
    summed = [one for one in alike if _happen_alike(head, one) and one.quantity.unit == head.quantity.unit][
        :_MAX_SUMMED
    ]
    sums = [some for size in range(2, _MAX_SUM + 1) for some in combinations(summed, size)]
    singles = [(one,) for one in alike if one.quantity.high is not None or _happen_alike(head, one)]
    for some in [*singles, *sums]:
        if all(_reach(one) is not None for one in some) and not are_apart(own, _add(some)):
            return True
    return False


def _reach(statement: Statement) -> Reach | None:
    """What the words allow; nobody rounds a small count of people."""
    quantity = statement.quantity
    is_small = quantity.bound == "exact" and quantity.unit == "person" and not statement.is_estimate
    if is_small and quantity.best is not None and float(quantity.best).is_integer() and quantity.best < _SMALL:
        return Reach(Fraction(int(quantity.best)), Fraction(int(quantity.best)))
    return read_reach(statement)


def _make(head: Statement, rival: Statement, own: Reach, other: Reach) -> Finding:
    figure = f'"{name_amount(head)}" of the headline'
    assumption = Assumption(key="headline_means_same", words=f"the headline's {name_amount(head)} counts the same")
    sentence = f"{figure} and {name_claim(rival)} of the body cannot both hold if {assumption.words}."
    sides = (_make_side((), own, figure), _make_side((rival.id,), other, f'"{name_amount(rival)}" of the body'))
    lower, upper = sorted((own, other), key=lambda one: LARGEST if one.high is None else one.high)
    factor = float(upper.low / lower.high) if lower.high and upper.low else None
    finding = tell_finding("headline_and_body", rival, assumptions=(assumption,), sentence=sentence, sides=sides)
    return msgspec.structs.replace(finding, factor=factor)


def _make_side(ids: tuple[str, ...], reach: Reach, figure: str) -> Side:
    low, high = (None if end is None else to_number(end) for end in reach)
    ends = [
        f"at least {name_number(reach.low)}" if reach.low else "",
        f"at most {name_number(reach.high)}" if reach.high is not None else "",
    ]
    return Side(statements=ids, low=low, high=high, words=f"{figure} allows {' and '.join(end for end in ends if end)}")
