"""Speed of the checking engine: systems made at random with a fixed seed in, seconds a question out."""

import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from typing import NamedTuple

from sayso.checking.clauses import Clause, Inequality, System, make_system, sum_run
from sayso.checking.conflicts import list_conflicts, make_engine, shrink
from sayso.checking.corrections import find_cheap_correction
from sayso.checking.networks import close_tables
from sayso.checking.programs import ProgramEngine

_CHUNK = 512


class CheckSpeed(NamedTuple):
    """How long one kind of question took.

    Attributes:
        case: What was asked of what.
        systems: Of how many systems.
        seconds: On the clock, in all.
        level: What it should stay under on two free cores.
    """

    case: str
    systems: int
    seconds: float
    level: float


def measure_checks(*, topics: int = 100_000, jobs: int = 2) -> Iterator[CheckSpeed]:
    """Ask the engine what its levels are set for.

    Args:
        topics: How many small topics; the levels for them are for 100,000.
        jobs: Processes for the small topics.
    """
    share = topics / 100_000
    ProgramEngine(make_large(statements=8, series=2, periods=12))  # so that the first question does not pay for imports
    system = make_large(statements=300, series=3, periods=46)
    started = time.perf_counter()
    engine = make_engine(system)
    yield CheckSpeed("300 statements, 3 x 46: make the program", 1, _since(started), 0.05)
    questions: list[tuple[str, float, Callable[[], object]]] = [
        ("verdict", 0.05, lambda: engine.find_core(system.all)),
        ("first conflict", 0.1, lambda: shrink(engine, system.all)),
        ("20 conflicts", 2.0, lambda: list_conflicts(system, engine, max_conflicts=20, max_steps=20_000)),
        ("cheap correction", 2.0, lambda: find_cheap_correction(system, engine)),
    ]
    for name, level, ask in questions:
        started = time.perf_counter()
        ask()
        yield CheckSpeed(f"300 statements, 3 x 46: {name}", 1, _since(started), level)
    for name, level, work in (
        ("16 dates, 12 statements: closures", 10.0 * share, close_many),
        ("8 statements, 2 x 12: programs, one conflict", 180.0 * share, solve_many),
    ):
        shares = [(seed, topics // jobs) for seed in range(jobs)]
        started = time.perf_counter()
        with ProcessPoolExecutor(jobs) as pool:
            list(pool.map(work, shares))
        yield CheckSpeed(name, topics // jobs * jobs, _since(started), level)


def make_large(*, statements: int, series: int, periods: int, seed: int = 1) -> System:
    """Figures about runs of periods of a few series tied to the first, with a tenth of them wrong."""
    chance = random.Random(seed)
    truth = [[chance.randint(50, 150) for _ in range(periods)] for _ in range(series)]
    clauses = []
    for number in range(statements):
        block, start = chance.randrange(series), chance.randrange(periods)
        end = chance.randint(start + 1, periods)
        total = Fraction(sum(truth[block][start:end]))
        if chance.random() < 0.1:
            total *= Fraction(chance.choice([7, 15]), 10)
        run = sum_run(block * periods + start, block * periods + end)
        clauses.append(Clause(f"s{number:04}", (Inequality(run, total * 19 / 20, total * 21 / 20),), 10))
    for block in range(1, series):
        rows = tuple(
            Inequality(((place, Fraction(-1, 4)), (block * periods + place, Fraction(1))), Fraction(0), None)
            for place in range(periods)
        )
        clauses.append(Clause(f"a{block}", rows, 1, "assumption"))
    return make_system(series * periods, clauses)


def close_many(share: tuple[int, int]) -> int:
    """Close so many topics of 16 dates and 12 statements; how many are feasible."""
    import numpy as np

    seed, count = share
    chance = np.random.default_rng(seed)
    feasible = 0
    for first in range(0, count, _CHUNK):
        size = min(_CHUNK, count - first)
        tables = np.full((size, 16, 16), np.inf)
        tables[:, range(16), range(16)] = 0
        tables[:, range(1, 16), range(15)] = 0  # totals never fall
        topics = np.arange(size)
        for _ in range(12):
            start = chance.integers(0, 15, size)
            end = start + 1 + (chance.random(size) * (15 - start)).astype(int)
            low = 100 * (end - start) + chance.integers(-20, 20, size)
            tables[topics, start, end] = np.minimum(tables[topics, start, end], low + chance.integers(10, 60, size))
            tables[topics, end, start] = np.minimum(tables[topics, end, start], -low)
        feasible += int(close_tables(tables).sum())
    return feasible


def solve_many(share: tuple[int, int]) -> int:
    """Make and check so many topics of 8 statements on two series, with one conflict each where there is one."""
    seed, count = share
    conflicts = 0
    for number in range(count):
        system = make_large(statements=8, series=2, periods=12, seed=seed * count + number)
        conflicts += shrink(ProgramEngine(system), system.all) is not None
    return conflicts


def _since(started: float) -> float:
    return round(time.perf_counter() - started, 4)
