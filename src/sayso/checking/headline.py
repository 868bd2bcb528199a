"""The headline against the body: a count in the headline that no figure of the report bears out."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from sayso.checking.bounds import Reach, find_reach, is_estimate
from sayso.checking.details import to_number
from sayso.checking.entries import is_further, is_partitive
from sayso.checking.explaining import STAGE
from sayso.checking.wording import name_amount, name_claim, name_number
from sayso.model import Assumption, Finding, Repair, Side, Statement, digest

_COUNTS = ("flow", "cumulative", "stock")
_CLOSED = ("exact", "about", "range")
"""What names how many there were; "over 60,000" and "up to 42,000" may be of different parts of the event."""
_MAX_SUM = 4
"""A headline may add up as many figures of the body."""
_MAX_SUMMED = 12
"""Figures of the body that are tried in sums."""


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
            if own is not None and other is not None and _are_apart(own, other) and not _fits(own, head, body):
                findings.append(_make(head, rival, own, other))
    return findings, checked


def _find_rival(head: Statement, body: Sequence[Statement]) -> Statement | None:
    """The figure of the body that counts what the headline counts; None when it has none, or several that differ."""
    if not _is_count(head):
        return None
    rivals = [one for one in body if _is_count(one) and _count_alike(head, one)]
    values = {(one.quantity.low, one.quantity.high) for one in rivals}
    return rivals[0] if len(values) == 1 and not (is_further(rivals[0]) or is_partitive(rivals[0])) else None


def _is_count(statement: Statement) -> bool:
    is_told = statement.modality not in ("denied", "predicted", "conditional")
    is_named = (statement.counted or statement.measure) is not None
    return statement.aspect in _COUNTS and is_told and is_named and statement.quantity.bound in _CLOSED


def _count_alike(head: Statement, other: Statement) -> bool:
    """Whether both count one thing: of one measure, or with one event; a noun that one leaves out is the other's."""
    if head.quantity.unit != other.quantity.unit or not _happen_alike(head, other):
        return False
    if head.counted is None or other.counted is None:
        return head.measure is not None
    return head.counted.lemma == other.counted.lemma


def _happen_alike(head: Statement, other: Statement) -> bool:
    if head.measure is not None or other.measure is not None:
        return head.measure == other.measure
    return head.event is not None and other.event is not None and head.event.lemma == other.event.lemma


def _fits(own: Reach, head: Statement, body: Sequence[Statement]) -> bool:
    """Whether any figure of the body in the headline's unit may be its, or the sum of some for the same event."""
    alike = [one for one in body if one.quantity.unit == head.quantity.unit and one.aspect in _COUNTS]
    summed = [one for one in alike if _happen_alike(head, one)][:_MAX_SUMMED]
    sums = [some for size in range(2, _MAX_SUM + 1) for some in combinations(summed, size)]
    singles = [(one,) for one in alike if one.quantity.high is not None or _happen_alike(head, one)]
    for some in [*singles, *sums]:
        reaches = [reach for one in some if (reach := _reach(one)) is not None]
        low = sum((one.low or Fraction(0) for one in reaches), Fraction(0))
        is_open = any(one.high is None for one in reaches)
        high = None if is_open else sum((one.high or Fraction(0) for one in reaches), Fraction(0))
        if len(reaches) == len(some) and not _are_apart(own, Reach(low, high)):
            return True
    return False


def _are_apart(one: Reach, other: Reach) -> bool:
    return any(
        low.low is not None and high.high is not None and low.low > high.high
        for low, high in ((one, other), (other, one))
    )


def _reach(statement: Statement) -> Reach | None:
    return find_reach(statement.quantity, is_estimate=is_estimate(statement))


def _make(head: Statement, rival: Statement, own: Reach, other: Reach) -> Finding:
    figure = f'"{name_amount(head)}" of the headline'
    assumption = Assumption(key="headline_means_same", words=f"the headline's {name_amount(head)} counts the same")
    sentence = f"{figure} and {name_claim(rival)} of the body cannot both hold if {assumption.words}."
    low = min((own, other), key=lambda one: one.high if one.high is not None else Fraction(10**30))
    sides = (_make_side((), own, figure), _make_side((rival.id,), other, f'"{name_amount(rival)}" of the body'))
    high = own if low is other else other
    return Finding(
        id=digest("finding", ["headline_and_body", [rival.id], [[assumption.key, None, assumption.words]]]),
        kind="headline_and_body",
        statements=(rival.id,),
        assumptions=(assumption,),
        sentence=sentence,
        sides=sides,
        factor=float(high.low / low.high) if low.high and high.low else None,
        repairs=(
            Repair(drop=rival.id, words=f"Drop {name_claim(rival)}."),
            Repair(drop=assumption.key, words=f"Drop the assumption that {assumption.words}."),
        ),
        stage=STAGE,
    )


def _make_side(ids: tuple[str, ...], reach: Reach, figure: str) -> Side:
    low, high = (None if end is None else to_number(end) for end in reach)
    ends = [
        f"at least {name_number(reach.low)}" if reach.low else "",
        f"at most {name_number(reach.high)}" if reach.high is not None else "",
    ]
    return Side(statements=ids, low=low, high=high, words=f"{figure} allows {' and '.join(end for end in ends if end)}")
