"""Minimal conflicts: sets of clauses that cannot all hold, though all of them but any one can.

Every search asks clauses in their fixed order and is limited by the number of questions, never by the clock, so that
the same system gives the same conflicts on every machine.

Source:
    Liffiton, Previti, Malik, Marques-Silva 2016, Fast, flexible MUS enumeration (MARCO); Gleeson, Ryan 1990 (conflicts
    are supports of Farkas rays); Chinneck 2008, Feasibility and Infeasibility in Optimization (deletion filter).
"""

from collections.abc import Collection
from typing import Literal, NamedTuple

from sayso.checking.clauses import End, Engine, Ids, Part, System, Terms, is_network
from sayso.checking.networks import NetworkEngine
from sayso.checking.programs import ProgramEngine


class OutOfSteps(Exception):
    """A search has asked as many questions as it may."""


class Conflicts(NamedTuple):
    """Minimal conflicts of a system.

    Attributes:
        found: The conflicts, smallest first.
        complete: False when a limit stopped the search.
    """

    found: tuple[Ids, ...]
    complete: bool


class Counted:
    """An engine that answers so many questions and then no more."""

    def __init__(self, engine: Engine, *, max_steps: int) -> None:
        self._engine = engine
        self.left = max_steps

    def find_core(self, on: Ids) -> Ids | None:
        """As the engine does.

        Raises:
            OutOfSteps: No question is left.
        """
        self._count()
        return self._engine.find_core(on)

    def find_refutation(self, on: Ids) -> tuple[Part, ...] | None:
        """As the engine does.

        Raises:
            OutOfSteps: No question is left.
        """
        self._count()
        return self._engine.find_refutation(on)

    def find_met(self) -> Ids:
        """As the engine does; nothing is asked anew."""
        return self._engine.find_met()

    def find_end(self, terms: Terms, side: Literal["low", "high"], on: Ids) -> End:
        """As the engine does.

        Raises:
            OutOfSteps: No question is left.
        """
        self._count()
        return self._engine.find_end(terms, side, on)

    def _count(self) -> None:
        if self.left <= 0:
            raise OutOfSteps
        self.left -= 1


def make_engine(system: System) -> NetworkEngine | ProgramEngine:
    """The engine for a system: shortest paths where they suffice, linear programs otherwise."""
    return NetworkEngine(system) if is_network(system) else ProgramEngine(system)


def shrink(engine: Engine, on: Ids) -> Ids | None:
    """A minimal conflict among clauses; None when they can all hold.

    The cheapest clauses are left out first, so that a conflict which needs no assumption is found before one that does.
    """
    core = engine.find_core(on)
    if core is None:
        return None
    for clause in sorted(core):
        if clause in core:
            smaller = engine.find_core(core - {clause})
            core = core if smaller is None else smaller
    return core


def grow(engine: Engine, on: Ids, everything: Ids) -> Ids:
    """A largest set of clauses that can all hold and holds these, which can; the dearest are taken in first."""
    on |= engine.find_met() & everything
    for clause in sorted(everything - on, reverse=True):
        if clause not in on and engine.find_core(on | {clause}) is None:
            on |= {clause} | (engine.find_met() & everything)
    return on


def list_conflicts(
    system: System, engine: Engine, *, max_conflicts: int, max_steps: int, known: Collection[Ids] = ()
) -> Conflicts:
    """Every minimal conflict of a system.

    Args:
        system: The system.
        engine: Its engine.
        max_conflicts: How many conflicts to list.
        max_steps: How many questions to ask.
        known: Minimal conflicts already known, not to be listed again.
    """
    counted = Counted(engine, max_steps=max_steps)
    found: list[Ids] = []
    try:
        complete = _enumerate(system, counted, found, max_conflicts=max_conflicts, known=known)
    except OutOfSteps:
        complete = False
    return Conflicts(tuple(sorted(found, key=lambda ids: (len(ids), sorted(ids)))), complete)


def _enumerate(system: System, engine: Engine, found: list[Ids], *, max_conflicts: int, known: Collection[Ids]) -> bool:
    """Add conflicts to those found until there are no more; False when there may be."""
    everything = system.all
    if engine.find_core(everything) is None:
        return True  # most systems: nothing to search, and no solver to load
    from pysat.solvers import Solver

    with Solver(name="m22") as unexplored:
        unexplored.set_phases([clause + 1 for clause in sorted(everything)])
        for old in sorted(known, key=sorted):
            unexplored.add_clause([-clause - 1 for clause in sorted(old)])
        while unexplored.solve():
            off = {-literal - 1 for literal in unexplored.get_model() if literal < 0}
            seed = everything - off
            conflict = shrink(engine, seed)
            if conflict is None:  # the engine's last solution is that of the seed
                largest = grow(engine, seed, everything)
                unexplored.add_clause([clause + 1 for clause in sorted(everything - largest)])
                if largest == everything:
                    return True
                continue
            if len(found) >= max_conflicts:
                return False
            found.append(conflict)
            unexplored.add_clause([-clause - 1 for clause in sorted(conflict)])
    return True
