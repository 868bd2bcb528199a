"""Who is meant: gold and found answers in, one-to-one pairs out, as many as can be made."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeVar

G = TypeVar("G")
F = TypeVar("F")


class Offsets(NamedTuple):
    """A stretch of text, half-open."""

    start: int
    end: int


class HasOffsets(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def overlap(one: HasOffsets, other: HasOffsets) -> int:
    """How many characters two stretches share.

    Examples:
        >>> overlap(Offsets(0, 5), Offsets(3, 9))
        2
        >>> overlap(Offsets(0, 5), Offsets(5, 9))
        0
    """
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def match(gold: Sequence[G], found: Sequence[F], weigh: Callable[[G, F], float]) -> dict[int, int]:
    """Pair gold with found answers one to one: no other pairing has more pairs.

    An answer is never counted twice. Among pairings of the same size, each gold answer in turn prefers the found
    answer with the greatest weight, then the earlier one; earlier gold answers choose first, and a pair is taken
    apart again only when that lets one more be made. (Augmenting paths; Kuhn 1955.)

    Args:
        gold: What was to be found.
        found: What was found.
        weigh: Above 0 when the two may be a pair, and how well they fit.

    Returns:
        Position in ``found`` by position in ``gold``, for the paired ones.

    Examples:
        >>> match([1, 2], [2, 1, 1], lambda one, other: float(one == other))
        {0: 1, 1: 0}
    """
    wanted = [_wishes(one, found, weigh) for one in gold]
    taken: dict[int, int] = {}
    for position in range(len(gold)):
        _settle(position, wanted, taken, set())
    return dict(sorted((one, other) for other, one in taken.items()))


def _wishes(one: G, found: Sequence[F], weigh: Callable[[G, F], float]) -> list[int]:
    weights = [(weigh(one, other), -position) for position, other in enumerate(found)]
    return [-back for weight, back in sorted(weights, reverse=True) if weight > 0]


def _settle(one: int, wanted: Sequence[Sequence[int]], taken: dict[int, int], seen: set[int]) -> bool:
    """Give gold answer ``one`` a partner, moving others along where that frees one."""
    for other in wanted[one]:
        if other not in taken:
            seen.add(other)
            taken[other] = one
            return True
    for other in wanted[one]:
        if other not in seen:
            seen.add(other)
            if _settle(taken[other], wanted, taken, seen):
                taken[other] = one
                return True
    return False
