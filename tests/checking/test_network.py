"""The exact engine against an independent linear-programming solver."""

from fractions import Fraction
from typing import Any

import highspy
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.checking.network import find_conflicts, is_feasible
from sayso.checking.periods import Stretch
from sayso.checking.rows import Row, is_proved
from sayso.model import Assumption

LAST_DAY = 6


@st.composite
def rows(draw: Any) -> Any:
    """One row over a few days, of one of a few statements, sometimes under an assumption."""
    start = draw(st.integers(1, LAST_DAY - 1))
    end = draw(st.integers(start + 1, LAST_DAY))
    value = Fraction(draw(st.integers(0, 12)), draw(st.sampled_from([1, 2, 3])))
    statement = draw(st.sampled_from(["a", "b", "c", "d"]))
    assumed = draw(st.sampled_from([(), (Assumption(key="k", words="w"),), (Assumption(key="m", words="w"),)]))
    return Row(draw(st.sampled_from(["least", "most"])), Stretch(start, end), value, (statement,), assumed)


def is_feasible_by_lp(rows: list[Row]) -> bool:
    """The same question put to HiGHS, one variable a day."""
    lp: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    lp.setOptionValue("output_flag", False)
    infinity = highspy.kHighsInf
    for _ in range(1, LAST_DAY):
        lp.addVar(0, infinity)
    for row in rows:
        columns = [day - 1 for day in range(row.stretch.start, row.stretch.end)]
        low, high = (float(row.value), infinity) if row.side == "least" else (-infinity, float(row.value))
        lp.addRow(low, high, len(columns), columns, [1.0] * len(columns))
    lp.run()
    return bool(lp.getModelStatus() == highspy.HighsModelStatus.kOptimal)


@settings(max_examples=150)
@given(st.lists(rows(), max_size=9))
def test_shortest_paths_agree_with_linear_programming(rows: Any) -> None:
    assert is_feasible(rows) == is_feasible_by_lp(rows)


@settings(max_examples=100)
@given(st.lists(rows(), max_size=9))
def test_conflicts_are_minimal_proved_and_all_there(rows: Any) -> None:
    conflicts = find_conflicts(rows, max_conflicts=1000, max_steps=100_000)
    assert conflicts.complete
    found = []
    for clash in conflicts.clashes:
        assert is_proved(clash)
        atoms = frozenset().union(*(row.atoms for row in clash.rows))
        found.append(atoms)
        assert not is_feasible_by_lp([row for row in rows if row.atoms <= atoms])
        for atom in atoms:
            assert is_feasible_by_lp([row for row in rows if row.atoms <= atoms - {atom}])
    everything = sorted({atom for row in rows for atom in row.atoms}, key=str)
    for mask in range(2 ** len(everything)):
        kept = {atom for bit, atom in enumerate(everything) if mask >> bit & 1}
        clashes = not is_feasible_by_lp([row for row in rows if row.atoms <= kept])
        assert clashes == any(atoms <= kept for atoms in found)


def test_limit_is_told() -> None:
    many = [Row("least", Stretch(1, 2), Fraction(5), (f"a{i}",)) for i in range(5)]
    many += [Row("most", Stretch(1, 2), Fraction(3), (f"b{i}",)) for i in range(5)]
    assert len(find_conflicts(many, max_conflicts=100, max_steps=1000).clashes) == 25
    limited = find_conflicts(many, max_conflicts=3, max_steps=1000)
    assert len(limited.clashes) == 3
    assert not limited.complete


def test_no_proof_where_the_days_needed_are_not_all_allowed() -> None:
    least = Row("least", Stretch(1, 4), Fraction(5), ("a",))
    most = Row("most", Stretch(2, 4), Fraction(3), ("b",))
    assert is_feasible([least, most])
    assert not is_feasible([least._replace(stretch=Stretch(2, 3)), most])
