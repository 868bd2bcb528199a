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
        multiple: How often the figure itself goes into ``value``: the number of periods of a rate.
        series: The measure that is summed; empty for that of the topic.
        times: How often the row enters the sum of a clash.
    """

    side: Literal["least", "most"]
    stretch: Stretch
    value: Fraction
    statements: tuple[str, ...]
    assumptions: tuple[Assumption, ...] = ()
    words: str = ""
    multiple: Fraction = Fraction(1)
    series: str = ""
    times: Fraction = Fraction(1)

    @property
    def atoms(self) -> frozenset["Atom"]:
        """Everything that has to hold for the row to bind."""
        return frozenset((*self.statements, *self.assumptions))


Atom = str | Assumption
"""What can be given up: a statement, by its id, or an assumption."""


class Tie(NamedTuple):
    """How another measure stands to that of the topic, day by day: at least or at most so many for each of it.

    Attributes:
        series: The other measure.
        low: The least ratio; None for no limit.
        high: The greatest ratio; None for no limit.
        assumptions: What it rests on; none where it holds by definition.
    """

    series: str
    low: Fraction | None
    high: Fraction | None
    assumptions: tuple[Assumption, ...] = ()


class Bridge(NamedTuple):
    """One side of a tie over a stretch, as a clash uses it: other measure less ratio times the topic's, and zero."""

    tie: Tie
    side: Literal["least", "most"]
    stretch: Stretch
    times: Fraction

    @property
    def ratio(self) -> Fraction:
        """How many of the other measure there are for each of the topic's, at least or at most."""
        ratio = self.tie.low if self.side == "least" else self.tie.high
        return ratio if ratio is not None else Fraction(0)


class Clash(NamedTuple):
    """Rows that cannot all hold: what some need together is more than what the others allow together.

    Attributes:
        least: The rows that need; their values sum to more than those of ``most``.
        most: The rows that allow; over every day they cover at least as often as ``least`` does.
        bridges: What leads from one measure to another.
    """

    least: tuple[Row, ...]
    most: tuple[Row, ...]
    bridges: tuple[Bridge, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self.least + self.most

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """All that is assumed, in a fixed order."""
        found = {assumption for row in self.rows for assumption in row.assumptions}
        found |= {assumption for bridge in self.bridges for assumption in bridge.tie.assumptions}
        return tuple(sorted(found, key=rank_atom))

    @property
    def low(self) -> Fraction:
        """What is needed at least."""
        return sum((row.times * row.value for row in self.least), Fraction(0))

    @property
    def high(self) -> Fraction:
        """What is allowed at most."""
        return sum((row.times * row.value for row in self.most), Fraction(0))

    def assume(self, *assumptions: Assumption) -> "Clash":
        """The clash with assumptions that what it needs rests on as well."""
        least = tuple(row._replace(assumptions=(*row.assumptions, *assumptions)) for row in self.least)
        return self._replace(least=least)


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
    return frozenset((*list_atoms(clash.rows), *clash.assumptions))


def is_proved(clash: Clash) -> bool:
    """Whether the arithmetic of a clash holds exactly: needed beyond allowed, and needed nowhere that is not allowed.

    A flow is never negative, so the sum over days covered more often by ``most`` than by ``least`` only adds to what
    is allowed; the clash is a proof as soon as no day is covered more often by ``least``.
    """
    stretches = [*(row.stretch for row in clash.rows), *(bridge.stretch for bridge in clash.bridges)]
    edges = sorted({edge for stretch in stretches for edge in stretch})
    covered: dict[tuple[str, int], Fraction] = {}

    def cover(series: str, stretch: Stretch, times: Fraction) -> None:
        for day in edges[:-1]:
            if stretch.start <= day < stretch.end:
                covered[series, day] = covered.get((series, day), Fraction(0)) + times

    for row in clash.rows:
        cover(row.series, row.stretch, row.times if row.side == "least" else -row.times)
    for bridge in clash.bridges:
        times = bridge.times if bridge.side == "least" else -bridge.times
        cover(bridge.tie.series, bridge.stretch, times)
        cover("", bridge.stretch, -times * bridge.ratio)
    return all(value <= 0 for value in covered.values()) and clash.low > clash.high
