"""Systems of several series by linear programs: HiGHS finds, exact fractions prove.

One model a system; clauses are switched by the ends of their rows, so that each question starts from the last answer.
Figures are divided by the largest, because HiGHS works to an absolute tolerance.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sayso.checking.clauses import End, Ids, Part, System, Terms, list_guards, weigh

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TOLERANCE = 1e-9
_MAX_DENOMINATOR = 5000
"""Multipliers of proofs are simple: ratios of measures and numbers of periods."""
_NOISE = 1e-8
"""A multiplier below this is none."""
_REWEIGHTINGS = 3


class ProgramEngine:
    """Answers questions about any system by linear programs; what it calls impossible is proved where it can be."""

    def __init__(self, system: System) -> None:
        import numpy as np

        self._system = system
        self._scale = _find_largest(system)
        self._matrix = _make_matrix(system)
        self._ends = _make_ends(system, self._scale)
        self._is_on = np.ones(len(system.rows), dtype=bool)
        self._model = _make_model(system.size, self._matrix, self._ends)
        self._point: NDArray[np.float64] = np.zeros(system.size)

    def find_core(self, on: Ids) -> Ids | None:
        """The clauses of a proof that these cannot all hold; all of them where none could be verified."""
        self._switch(on)
        if self._run() == "feasible":
            return None
        parts = self._prove_last()
        return list_guards(self._system, parts) if parts is not None else on

    def find_refutation(self, on: Ids) -> tuple[Part, ...] | None:
        """Rows that prove that these clauses cannot all hold; None when they can, or when nothing could be proved."""
        self._switch(on)
        return None if self._run() == "feasible" else self._prove_last()

    def find_met(self) -> Ids:
        """The clauses that the last solution meets, to the solver's tolerance."""
        sums = _multiply(self._matrix, self._point, len(self._system.rows))
        low, high = self._ends
        broken = (sums < low - _TOLERANCE) | (sums > high + _TOLERANCE)
        gone = frozenset().union(*(self._system.guards[int(index)] for index in broken.nonzero()[0]))
        return self._system.all - gone

    def find_end(self, terms: Terms, side: Literal["low", "high"], on: Ids) -> End:
        """The least or the most that a sum can be, with multipliers that prove it exactly."""
        import numpy as np

        self._switch(on)
        target = terms if side == "low" else tuple((variable, -factor) for variable, factor in terms)
        columns = np.array([variable for variable, _ in target], dtype=np.int32)
        costs = np.array([float(factor) for _, factor in target])
        self._model.changeColsCost(len(columns), columns, costs)
        found = self._run()
        multipliers = np.array(self._model.getSolution().row_dual) if found == "feasible" else None
        self._model.changeColsCost(len(columns), columns, np.zeros(len(columns)))
        if multipliers is None:
            return End(None)
        parts = _prove(self._system, multipliers, target)
        value = None if parts is None else weigh(self._system, parts, target)
        if parts is None or value is None:
            return End(None, (), is_proved=False)
        return End(value if side == "low" else -value, parts)

    def _prove_last(self) -> tuple[Part, ...] | None:
        import numpy as np

        _, is_there, ray = self._model.getDualRay()
        if not is_there:
            return None
        multipliers = np.array(ray)
        for signed in (multipliers, -multipliers):
            parts = _prove(self._system, signed / np.abs(signed).max(), ())
            if parts is not None and (weigh(self._system, parts) or 0) > 0:
                return parts
        return None

    def _switch(self, on: Ids) -> None:
        import numpy as np

        is_on = np.fromiter((guard <= on for guard in self._system.guards), dtype=bool, count=len(self._is_on))
        changed = np.nonzero(is_on != self._is_on)[0].astype(np.int32)
        if not len(changed):
            return
        low, high = self._ends
        lows = np.where(is_on[changed], low[changed], -np.inf)
        highs = np.where(is_on[changed], high[changed], np.inf)
        self._model.changeRowsBounds(len(changed), changed, lows, highs)
        self._is_on = is_on

    def _run(self) -> Literal["feasible", "infeasible", "unbounded"]:
        import numpy as np

        status = _solve(self._model)
        if status == "feasible":
            self._point = np.array(self._model.getSolution().col_value)
        return status


def find_slack(system: System) -> list[float]:
    """By how much each clause has to be widened, as a share of its ends, so that all can hold at the least cost.

    An elastic program, solved a few times with weights that favour few clauses widened much over many widened a little.

    Source:
        Chinneck 2008, Feasibility and Infeasibility in Optimization (elastic filter); Candes, Wakin, Boyd 2008
        (reweighting).
    """
    import numpy as np

    scale = _find_largest(system)
    low, high = _make_ends(system, scale)
    matrix, ends = _widen(system, scale, (low, high))
    count = system.size + len(system.clauses)
    model = _make_model(count, matrix, ends)
    columns = np.arange(system.size, count, dtype=np.int32)
    weights = np.array([float(clause.weight) for clause in system.clauses])
    slack = np.zeros(len(weights))
    for turn in range(_REWEIGHTINGS + 1):
        costs = weights if not turn else weights / (slack + 1e-3)
        model.changeColsCost(len(columns), columns, costs)
        if _solve(model) != "feasible":
            break
        slack = np.array(model.getSolution().col_value)[system.size :]
    return [float(value) if value > _TOLERANCE else 0.0 for value in slack]


class _Matrix(NamedTuple):
    starts: "NDArray[np.int32]"
    columns: "NDArray[np.int32]"
    values: "NDArray[np.float64]"


_Ends = tuple["NDArray[np.float64]", "NDArray[np.float64]"]


def _find_largest(system: System) -> float:
    ends = [abs(float(end)) for row in system.rows for end in (row.low, row.high) if end is not None]
    return max(ends, default=1.0) or 1.0


def _make_matrix(system: System) -> _Matrix:
    return _pack([[(variable, float(factor)) for variable, factor in row.terms] for row in system.rows])


def _pack(rows: Sequence[Sequence[tuple[int, float]]]) -> _Matrix:
    import numpy as np

    starts = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int32)
    columns = np.array([variable for row in rows for variable, _ in row], dtype=np.int32)
    return _Matrix(starts, columns, np.array([factor for row in rows for _, factor in row], dtype=np.float64))


def _multiply(matrix: _Matrix, point: "NDArray[np.float64]", count: int) -> "NDArray[np.float64]":
    import numpy as np

    rows = np.repeat(np.arange(count), np.diff(matrix.starts))
    sums: NDArray[np.float64] = np.zeros(count)
    np.add.at(sums, rows, matrix.values * point[matrix.columns])
    return sums


def _make_ends(system: System, scale: float) -> _Ends:
    import numpy as np

    low = np.array([-np.inf if row.low is None else float(row.low) / scale for row in system.rows])
    high = np.array([np.inf if row.high is None else float(row.high) / scale for row in system.rows])
    return low, high


def _widen(system: System, scale: float, ends: _Ends) -> tuple[_Matrix, _Ends]:
    """Two rows for one, each with the slack of its clauses times its end."""
    import numpy as np

    rows: list[list[tuple[int, float]]] = []
    lows, highs = [], []
    for row, guard, low, high in zip(system.rows, system.guards, *ends, strict=True):
        terms = [(variable, float(factor)) for variable, factor in row.terms]
        for end, sign in ((low, 1.0), (high, -1.0)):
            if np.isfinite(end):
                room = sign * max(abs(end), 1 / scale)  # an end of zero gives way by one
                rows.append(terms + [(system.size + place, room) for place in sorted(guard)])
                lows.append(end if sign > 0 else -np.inf)
                highs.append(np.inf if sign > 0 else end)
    return _pack(rows), (np.array(lows), np.array(highs))


def _make_model(size: int, matrix: _Matrix, ends: _Ends) -> Any:
    import numpy as np
    from highspy import _core

    model: Any = _core._Highs()  # what Highs wraps: the wrapper prints a banner, whatever it is told
    for name, value in (
        ("output_flag", False), ("presolve", "off"), ("solver", "simplex"), ("threads", 1),
        ("primal_feasibility_tolerance", _TOLERANCE), ("dual_feasibility_tolerance", _TOLERANCE),
    ):  # fmt: skip
        model.setOptionValue(name, value)
    program: Any = _core.HighsLp()
    program.num_col_, program.num_row_ = size, len(matrix.starts) - 1
    program.col_cost_ = np.zeros(size)
    program.col_lower_, program.col_upper_ = np.zeros(size), np.full(size, np.inf)
    program.row_lower_, program.row_upper_ = ends
    program.a_matrix_.format_ = _core.MatrixFormat.kRowwise
    program.a_matrix_.start_, program.a_matrix_.index_ = matrix.starts, matrix.columns
    program.a_matrix_.value_ = matrix.values
    model.passModel(program)
    return model


def _solve(model: Any) -> Literal["feasible", "infeasible", "unbounded"]:
    import highspy

    known: dict[Any, Literal["feasible", "infeasible", "unbounded"]] = {
        highspy.HighsModelStatus.kOptimal: "feasible",
        highspy.HighsModelStatus.kInfeasible: "infeasible",
        highspy.HighsModelStatus.kUnbounded: "unbounded",
    }
    model.run()
    if model.getModelStatus() not in known:
        model.clearSolver()  # a warm start that led nowhere: once more from nothing
        model.run()
    status = known.get(model.getModelStatus())
    if status is None:
        raise ArithmeticError(f"HiGHS came to no verdict: {model.getModelStatus()}")
    return status


def _prove(system: System, multipliers: "NDArray[np.float64]", target: Terms) -> tuple[Part, ...] | None:
    """Exact multipliers near these that prove something; None when none were found."""
    support = [int(index) for index in (abs(multipliers) > _NOISE).nonzero()[0]]
    rounded = {index: Fraction(float(multipliers[index])).limit_denominator(_MAX_DENOMINATOR) for index in support}
    parts = _make_parts(rounded)
    if weigh(system, parts, target) is not None:
        return parts
    exact = _solve_exactly(system, rounded, target)
    if exact is None:
        return None
    parts = _make_parts(exact)
    return parts if weigh(system, parts, target) is not None else None


def _make_parts(multipliers: dict[int, Fraction]) -> tuple[Part, ...]:
    return tuple(
        Part(index, "least" if times > 0 else "most", abs(times)) for index, times in multipliers.items() if times
    )


def _solve_exactly(system: System, near: dict[int, Fraction], target: Terms) -> dict[int, Fraction] | None:
    """Multipliers of the same rows that meet the target exactly wherever these nearly do (Gaussian elimination)."""
    aim = dict(target)
    sums: dict[int, dict[int, Fraction | int]] = {}
    for index in near:
        for variable, factor in system.rows[index].terms:
            sums.setdefault(variable, {})[index] = factor
    equations: list[tuple[dict[int, Fraction | int], Fraction | int]] = []
    for variable, factors in sorted(sums.items()):
        reached = sum(float(near[index] * factor) for index, factor in factors.items())
        if abs(reached - float(aim.get(variable, 0))) < 1e-3:
            equations.append((factors, aim.get(variable, 0)))
    pivots: dict[int, tuple[dict[int, Fraction], Fraction]] = {}
    for factors, wanted in equations:
        row, right = {index: Fraction(factor) for index, factor in factors.items()}, Fraction(wanted)
        for index, (other, value) in pivots.items():
            if times := row.get(index):
                row = {i: row.get(i, Fraction(0)) - times * other.get(i, Fraction(0)) for i in {*row, *other}}
                right -= times * value
        lead = min((index for index, factor in row.items() if factor), default=None)
        if lead is not None:
            by = row[lead]
            pivots[lead] = ({i: factor / by for i, factor in row.items() if factor}, right / by)
    solved = {index: times for index, times in near.items() if index not in pivots}
    for lead, (row, right) in reversed(pivots.items()):
        solved[lead] = right - sum((f * solved[i] for i, f in row.items() if i != lead), Fraction(0))
    return solved
