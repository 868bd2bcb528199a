"""Corrections: the cheapest clauses to give up so that all others can hold.

Source:
    Davies, Bacchus 2011, Solving MAXSAT by solving a sequence of simpler SAT instances (implicit hitting sets);
    Chinneck 2008, Feasibility and Infeasibility in Optimization (elastic filter).
"""

from typing import NamedTuple

from sayso.checking.clauses import Engine, Ids, System
from sayso.checking.conflicts import Counted, OutOfSteps, shrink
from sayso.checking.programs import find_slack


class Correction(NamedTuple):
    """Clauses to give up.

    Attributes:
        clauses: Which; giving up any fewer of them is not enough.
        exact: Whether no other set costs less.
    """

    clauses: Ids
    exact: bool

    def find_cost(self, system: System) -> int:
        """What giving them up costs."""
        return sum(system.clauses[clause].weight for clause in self.clauses)


def find_correction(system: System, engine: Engine, *, max_steps: int) -> Correction:
    """The cheapest correction where the search for it ends in time, else a cheap one.

    Args:
        system: The system.
        engine: Its engine.
        max_steps: How many questions the exact search may ask.
    """
    try:
        return Correction(find_least_correction(system, Counted(engine, max_steps=max_steps)), exact=True)
    except OutOfSteps:
        return Correction(find_cheap_correction(system, engine), exact=False)


def find_least_correction(system: System, engine: Engine) -> Ids:
    """The cheapest correction: the cheapest clauses that hit every conflict, of which only those needed are sought.

    Time can grow exponentially with the conflicts; past a hundred statements that exclude each other,
    ``find_cheap_correction`` is the right choice.
    """
    if (first := shrink(engine, system.all)) is None:
        return frozenset()
    conflicts = [sorted(first), *_list_disjoint(engine, system.all - first)]
    while True:
        given_up = _hit(system, conflicts)
        more = _list_disjoint(engine, system.all - given_up)
        if not more:
            return given_up
        conflicts += more


def _hit(system: System, conflicts: list[list[int]]) -> Ids:
    """The cheapest clauses that hit every conflict; asked anew each time, since new weights do not stick later."""
    from pysat.examples.hitman import Hitman

    weights = {place: system.clauses[place].weight for conflict in conflicts for place in conflict}
    with Hitman(bootstrap_with=conflicts, weights=weights, htype="sorted", solver="g3") as hitter:
        return frozenset(hitter.get())


def find_cheap_correction(system: System, engine: Engine) -> Ids:
    """A correction that is close to the cheapest: what an elastic program widens, less what can be given back."""
    if engine.find_core(system.all) is None:
        return frozenset()
    slack = find_slack(system)
    given_up = frozenset(place for place, value in enumerate(slack) if value > 0)
    while (core := engine.find_core(system.all - given_up)) is not None:
        if not core:
            raise ValueError("expected rows of no clause that can hold, found ones that exclude each other")
        given_up |= {min(core)}  # what the program held to be widened enough, and exact arithmetic does not
    for place in sorted(given_up, reverse=True):
        if engine.find_core(system.all - given_up | {place}) is None:
            given_up -= {place}
    return given_up


def _list_disjoint(engine: Engine, rest: Ids) -> list[list[int]]:
    """Minimal conflicts that share no clause, until none is left among these clauses."""
    conflicts = []
    while (conflict := shrink(engine, rest)) is not None:
        if not conflict:
            raise ValueError("expected rows of no clause that can hold, found ones that exclude each other")
        conflicts.append(sorted(conflict))
        rest -= conflict
    return conflicts
