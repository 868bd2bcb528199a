"""Lenses: how much beyond the words a check may assume, from the weakest reading to the strongest."""

from collections.abc import Iterable

from sayso.model import Assumption, Lens, UnknownNameError

LENSES: dict[Lens, str] = {
    "literal": "what the words say logically, and nothing beyond",
    "conveyed": "also what words convey: bounds, figures meant as written, one place, one thing counted",
    "linked": "also how measures stand to each other",
    "average": "also rates, as averages over the time of a total",
    "each_period": "also rates, as binding each single period",
}
"""Each lens takes in what those before it do."""
_RANKS: dict[str, int] = {name: rank for rank, name in enumerate(LENSES)}
_READINGS: dict[str, Lens] = {"average": "average", "rate_reaches_back": "average", "each_period": "each_period"}


def find_lens(assumptions: Iterable[Assumption]) -> Lens:
    """The weakest lens under which all of these are assumed.

    Examples:
        >>> find_lens([]), find_lens([Assumption(key="each_period", words="")])
        ('literal', 'each_period')
    """
    return max(map(_find_one, assumptions), key=_RANKS.__getitem__, default="literal")


def is_within(assumptions: Iterable[Assumption], lens: str | None) -> bool:
    """Whether a lens assumes all of these; None is the strongest lens.

    Raises:
        UnknownNameError: There is no such lens.
    """
    if lens is None:
        return True
    check_lens(lens)
    return _RANKS[find_lens(assumptions)] <= _RANKS[lens]


def check_lens(lens: str | None) -> None:
    """Make sure that a lens is known.

    Raises:
        UnknownNameError: There is no such lens.
    """
    if lens is not None and lens not in LENSES:
        raise UnknownNameError(f"expected a lens, found {lens!r}", hint=f"lenses are {', '.join(LENSES)}")


def _find_one(assumption: Assumption) -> Lens:
    if assumption.key in _READINGS:
        return _READINGS[assumption.key]
    return "linked" if "_per_" in assumption.key and assumption.statement is None else "conveyed"
