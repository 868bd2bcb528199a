"""The atoms of a check: one-sided rows over stretches of days, each with the statements and assumptions it rests on."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, NamedTuple

from sayso.checking.periods import Stretch
from sayso.model import Assumption


class Row(NamedTuple):
    """What some statements, under some assumptions, say of the total over a stretch: at least or at most so much.

    Attributes:
        side: Whether ``value`` is the least or the most.
        stretch: The days summed over.
        value: The least or the most, exact.
        statements: Ids of the statements it rests on; the first is the one whose figure it is.
        assumptions: What else it rests on.
        words: How the value comes about when it is not the figure's own: ``"14,500 a month over 45.08 months"``.
    """

    side: Literal["least", "most"]
    stretch: Stretch
    value: Fraction
    statements: tuple[str, ...]
    assumptions: tuple[Assumption, ...] = ()
    words: str = ""

    @property
    def atoms(self) -> frozenset["Atom"]:
        """Everything that has to hold for the row to bind."""
        return frozenset((*self.statements, *self.assumptions))


Atom = str | Assumption
"""What can be given up: a statement, by its id, or an assumption."""


class Clash(NamedTuple):
    """Rows that cannot all hold: what some need together is more than what the others allow together.

    Attributes:
        least: The rows that need; their values sum to more than those of ``most``.
        most: The rows that allow; over every day they cover at least as often as ``least`` does.
    """

    least: tuple[Row, ...]
    most: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self.least + self.most

    @property
    def low(self) -> Fraction:
        """What is needed at least."""
        return sum((row.value for row in self.least), Fraction(0))

    @property
    def high(self) -> Fraction:
        """What is allowed at most."""
        return sum((row.value for row in self.most), Fraction(0))


def rank_atom(atom: Atom) -> tuple[int, str, str, str]:
    """A fixed order of atoms: statements before assumptions, each by its own name."""
    if isinstance(atom, str):
        return (0, atom, "", "")
    return (1, atom.key, atom.statement or "", atom.words)


def list_atoms(rows: Iterable[Row]) -> list[Atom]:
    """All atoms of rows, in their fixed order."""
    return sorted({atom for row in rows for atom in row.atoms}, key=rank_atom)


def list_conflict(clash: Clash) -> frozenset[Atom]:
    """What a clash rests on, each of which resolves it when given up."""
    return frozenset(list_atoms(clash.rows))


def is_proved(clash: Clash) -> bool:
    """Whether the arithmetic of a clash holds exactly: needed beyond allowed, and needed nowhere that is not allowed.

    A flow is never negative, so the sum over days covered more often by ``most`` than by ``least`` only adds to what
    is allowed; the clash is a proof as soon as no day is covered more often by ``least``.
    """
    edges = sorted({edge for row in clash.rows for edge in row.stretch})
    for day in edges[:-1]:
        needed = sum(row.stretch.start <= day < row.stretch.end for row in clash.least)
        allowed = sum(row.stretch.start <= day < row.stretch.end for row in clash.most)
        if needed > allowed:
            return False
    return clash.low > clash.high
