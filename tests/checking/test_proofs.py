"""Every finding carries a proof that a reader can recompute, and says how far off its figures are."""

from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.checking import LENSES, check_statements
from sayso.checking.entries import Entry, make_context, make_entry
from sayso.checking.periods import to_day
from sayso.checking.readings import make_rows
from sayso.model import Finding, ProofRow, UnknownNameError
from tests.checking.making import make_measures, make_quantity, make_time, say, tie
from tests.checking.test_properties import check, reports


def recompute(rows: tuple[ProofRow, ...]) -> Fraction:
    """What a proof comes to: above zero when its rows cannot all hold; None of the checking room's code is used."""
    terms = [term for row in rows for term in row.terms]
    edges = sorted({edge for term in terms for edge in (term.start or "", term.end or "9999")})
    spent: dict[tuple[str, str], Fraction] = {}
    total = Fraction(0)
    for row in rows:
        times = Fraction(row.multiplier) * (1 if row.side == "least" else -1)
        assert Fraction(row.multiplier) > 0
        total += times * Fraction(row.bound)
        for term in row.terms:
            for edge in edges:
                if (term.start or "") <= edge < (term.end or "9999"):
                    spent[term.of, edge] = spent.get((term.of, edge), Fraction(0)) + times * Fraction(term.factor)
    assert all(value <= 0 for value in spent.values())
    return total


@settings(max_examples=200)
@given(reports())
def test_every_finding_carries_a_proof_that_comes_out(report: Any) -> None:
    for finding in check(*report):
        assert recompute(finding.proof) > 0
        least, most = finding.sides
        assert least.low is not None
        assert most.high is not None
        assert float(recompute(finding.proof)) == pytest.approx(float(least.low) - float(most.high))
        assert {id for row in finding.proof for id in row.statements} == set(finding.statements)


@given(reports())
def test_figures_that_are_off_say_what_would_hold(report: Any) -> None:
    for finding in check(*report):
        assert finding.common_factor is None or finding.common_factor > 1
        assert {each.statement for each in finding.would_hold} <= set(finding.statements)
        for each in finding.would_hold:
            assert each.high is None or each.low <= each.high
            assert each.factor is None or each.factor > 1


@given(reports())
def test_stronger_lenses_only_add_findings(report: Any) -> None:
    said, ties = report
    before: set[str] = set()
    for lens in LENSES:
        found = check_statements(said, ties, measures=make_measures(), lens=lens)
        assert all(list(LENSES).index(finding.lens) <= list(LENSES).index(lens) for finding in found)
        claims = {"|".join(sorted(finding.statements)) for finding in found}
        assert before <= claims
        before = claims


def test_unknown_lens_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="lenses are literal"):
        check_statements([], lens="strict")


def test_tampered_proof_does_not_come_out() -> None:
    october = say(0, make_quantity(5200))
    year = say(50, make_quantity(4100), interval=make_time("2025-01-01", "2026-01-01"))
    (finding,) = check_statements([october, year])
    assert recompute(finding.proof) == 5150 - 4150
    least, most = finding.proof if finding.proof[0].side == "least" else finding.proof[::-1]
    assert recompute((msgspec.structs.replace(least, bound="4150"), most)) == 0
    with pytest.raises(AssertionError):
        recompute((msgspec.structs.replace(least, multiplier="2"), most))


def make_cases(values: list[int]) -> list[Any]:
    """Criminal cases month by month, which are opened over departures."""
    return [
        say(
            100 * n, make_quantity(value, unit="criminal case"), measure="awol_case", counted="case",
            interval=make_time(f"2025-{n:02}-01", f"2025-{n + 1:02}-01"),
        )
        for n, value in enumerate(values, 1)
    ]  # fmt: skip


def test_several_figures_of_a_linked_measure_clash_with_their_sum() -> None:
    total = say(
        900, make_quantity(2100), measure="desertion", counted="deserters",
        interval=make_time("2025-01-01", "2025-04-01"),
    )  # fmt: skip
    cases = make_cases([410, 420, 430])
    measures = make_measures(low=0.1, high=0.5)
    (finding,) = check_statements([total, *cases], measures=measures)
    assert set(finding.statements) == {total.id, *(case.id for case in cases)}
    assert finding.lens == "linked"
    assert recompute(finding.proof) > 0
    assert (finding.sides[0].low, finding.sides[1].high) == (2490, 2150)
    assert not check_statements([total, *cases], measures=make_measures(low=0.1, high=0.6))


def test_parts_and_shares_carry_proofs_too() -> None:
    whole = say(0, make_quantity(12))
    parts = [
        say(50 * n, make_quantity(value), counted=noun) for n, (value, noun) in enumerate([(7, "men"), (8, "women")], 1)
    ]
    finding: Finding
    (finding,) = check_statements([whole, *parts], [tie("part_of", part, whole) for part in parts])
    assert recompute(finding.proof) == Fraction("6.5") + Fraction("7.5") - Fraction("12.5")
    assert finding.lens == "conveyed"


@given(st.integers(100, 5000), st.lists(st.integers(0, 60), min_size=27, max_size=27), st.integers(100, 6000))
def test_two_rows_say_what_some_day_of_an_unsure_end_says(until: int, daily: list[int], said: int) -> None:
    """A total whose last day lies in November holds on some moment of it exactly when both its rows hold."""
    since = make_time("2025-01-01", "2025-11-28", "since", end_precision="month")
    entry = make_entry(say(0, make_quantity(said), aspect="cumulative", interval=since), make_context([]), {})
    assert isinstance(entry, Entry)
    low, high = entry.reach
    assert low is not None
    assert high is not None
    reached = [until + sum(daily[:day]) for day in range(28)]
    some_moment = any(reached[day] <= high and reached[day + 1] >= low for day in range(27))
    sums = {to_day("2025-11-01"): reached[0], to_day("2025-11-28"): reached[-1]}
    rows = make_rows(entry)
    assert {row.stretch.end for row in rows} == set(sums)
    holds = [
        sums[row.stretch.end] >= row.value if row.side == "least" else sums[row.stretch.end] <= row.value
        for row in rows
    ]
    assert some_moment == all(holds)
