"""Properties of every check: order, deletion and weaker claims change nothing for the worse; all arithmetic is true."""

import random
import re
from fractions import Fraction
from typing import Any

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sayso.checking import check_statements
from sayso.checking.bounds import find_conveyed
from sayso.model import Finding, Statement, to_json
from tests.checking.making import make_measures, make_quantity, make_time, say, tie

MEASURES = make_measures()
TINY = Fraction(1, 10**6)
TIMES = [
    make_time("2025-10-01", "2025-11-01"),
    make_time("2025-09-01", "2025-10-01"),
    make_time("2025-07-01", "2025-10-01"),
    make_time("2025-01-01", "2026-01-01"),
    make_time("2025-01-01", "2025-11-28", "since", end_precision="month"),
    make_time("2024-02-24", "2025-11-28", "since"),
]
HABITUAL = make_time(None, "2025-11-28", "habitual", as_written="every month")
VALUES = st.sampled_from([90, 210, 1300, 2500, 5200, 14000, 21600, 33000, 180000])


@st.composite
def statements(draw: Any, at: int = 0) -> Statement:
    """A flow, total, rate or case count of a small world, so that figures often meet."""
    value = draw(VALUES)
    bound = draw(st.sampled_from(["exact", "exact", "about", "more_than", "at_most", "range"]))
    quantity = make_quantity(value, to=value * 2) if bound == "range" else make_quantity(value, bound)
    place = draw(st.sampled_from(["Ukraine", "Ukraine", None]))
    if draw(st.integers(0, 3)) == 0:
        return say(
            at,
            quantity,
            measure="desertion",
            counted="deserters",
            aspect="rate",
            per="P1M",
            interval=HABITUAL,
            place=place,
        )
    if draw(st.integers(0, 4)) == 0:
        cases = msgspec.structs.replace(quantity, unit="criminal case")
        return say(
            at,
            cases,
            measure="awol_case",
            counted="case",
            aspect="cumulative",
            interval=draw(st.sampled_from(TIMES[4:])),
            place=place,
        )
    aspect, time = draw(
        st.sampled_from([("flow", time) for time in TIMES[:4]] + [("cumulative", time) for time in TIMES[4:]])
    )
    return say(at, quantity, measure="desertion", counted="deserters", aspect=aspect, interval=time, place=place)


@st.composite
def reports(draw: Any) -> Any:
    """A few statements, and perhaps parts of wholes among them."""
    said = [draw(statements(at=60 * place)) for place in range(draw(st.integers(0, 6)))]
    ties = []
    for place in range(1, len(said)):
        if draw(st.integers(0, 5)) == 0:
            ties.append(
                tie(draw(st.sampled_from(["part_of", "restates", "adds_to", "ranks"])), said[place], said[place - 1])
            )
    return said, ties


def check(said: Any, ties: Any) -> Any:
    return check_statements(said, ties, measures=MEASURES)


@given(reports(), st.randoms(use_true_random=False))
def test_order_of_the_input_changes_no_byte(report: Any, chance: random.Random) -> None:
    said, ties = report
    expected = to_json(check(said, ties))
    shuffled, mixed = list(said), list(ties)
    chance.shuffle(shuffled)
    chance.shuffle(mixed)
    assert to_json(check(shuffled, mixed)) == expected
    assert to_json(check(said + said[:1], ties + ties[:1])) == expected


@given(reports(), st.integers(0, 5))
def test_deleting_a_statement_creates_no_clash(report: Any, gone: Any) -> None:
    said, ties = report
    before = check(said, ties)
    after = check([statement for place, statement in enumerate(said) if place != gone], ties)
    assume(before.complete)
    claims = {claim(finding, said) for finding in before}
    assert {claim(finding, said) for finding in after} <= claims


def claim(finding: Finding, said: list[Statement]) -> Any:
    """A finding without the choice among statements that say the same."""
    by_id = {statement.id: statement for statement in said}
    figures = sorted(
        repr((by_id[id].quantity, by_id[id].interval, by_id[id].aspect, by_id[id].place)) for id in finding.statements
    )
    return finding.kind, tuple(figures), tuple((a.key, a.words) for a in finding.assumptions if a.key != "same_place")


@given(reports(), st.integers(0, 5), st.integers(0, 50_000))
def test_widening_a_figure_creates_no_clash(report: Any, place: Any, by: Any) -> None:
    said, ties = report
    if check(said, ties) or place >= len(said):
        return
    quantity = said[place].quantity
    low = None if quantity.low is None else max(0, quantity.low - by)
    high = None if quantity.high is None else quantity.high + by
    bound = "range" if low is not None and high is not None else quantity.bound
    ends = find_conveyed(quantity)
    wider = msgspec.structs.replace(
        quantity,
        low=low,
        high=high,
        best=None,
        bound=bound,
        conveyed_low=None if ends.low is None else max(0, int(ends.low) - by),
        conveyed_high=None if ends.high is None else int(ends.high) + by,
    )
    wide = msgspec.structs.replace(said[place], quantity=wider)  # keeps its id, so that relations still hold
    assert not check([*said[:place], wide, *said[place + 1 :]], ties)


@settings(max_examples=200)
@given(reports())
def test_all_arithmetic_printed_is_true(report: Any) -> None:
    said, ties = report
    for finding in check(said, ties):
        verify(finding)


def verify(finding: Finding) -> None:
    """An independent look at what a finding prints: the sums, the gap, the factor, the repairs."""
    least, most = finding.sides
    assert least.high is None
    assert most.low is None
    assert least.low is not None
    assert most.high is not None
    low, high = Fraction(least.low), Fraction(most.high)
    assert low > high
    printed = re.search(r"at most ([\d,.]+\d|\d).*at least ([\d,.]+\d|\d)", finding.sentence.split(" hold", 1)[1])
    assert printed is not None
    allows, needs = (number(found) for found in printed.groups())
    assert allows < needs
    assert 0 <= low - needs + TINY < 1
    assert 0 <= allows - high + TINY < 1
    for side, total in ((least, low), (most, high)):
        terms = re.findall(r"([\d,.]+) a \w+ over ([\d,.]+) \w+", side.words)
        if len(terms) == 1 and len(side.statements) == 1:
            value, periods = terms[0]
            assert abs(number(value) * number(periods) - total) <= total / 1000
    if finding.factor is not None:
        assert abs(finding.factor - low / high) < TINY
        assert finding.factor > 1
    drops = {repair.drop for repair in finding.repairs}
    assert drops == set(finding.statements) | {a.key for a in finding.assumptions}


def number(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


@given(reports())
def test_dropping_any_statement_of_a_finding_resolves_it(report: Any) -> None:
    said, ties = report
    for finding in check(said, ties):
        for gone in finding.statements:
            left = [statement for statement in said if statement.id in finding.statements and statement.id != gone]
            assert finding.id not in {other.id for other in check(left, ties)}


def test_report_that_adds_up_is_silent() -> None:
    """Months, their year, a daily rate and parts taken from one series: nothing to find, whatever the rounding."""
    chance = random.Random(7)
    for _ in range(40):
        daily = [chance.randint(80, 120) for _ in range(366)]
        months = [(1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30)]
        said, day = [], 0
        for month, length in months:
            count = sum(daily[day : day + length])
            day += length
            rounded = round(count, chance.choice([0, -1, -2]))
            said.append(
                say(
                    40 * month, make_quantity(rounded), interval=make_time(f"2025-0{month}-01", f"2025-0{month + 1}-01")
                )
            )
        total = sum(daily[:day])
        since = make_time("2025-01-01", "2025-07-01", "since")
        said.append(say(400, make_quantity(round(total, -2), "about"), aspect="cumulative", interval=since))
        said.append(
            say(500, make_quantity(total - 1, "more_than"), aspect="cumulative", interval=since, speaker="Ministry")
        )
        said.append(
            say(
                600,
                make_quantity(80, to=120),
                aspect="rate",
                per="P1D",
                interval=make_time(None, "2025-07-01", "habitual", as_written="daily"),
            )
        )
        assert not check_statements(said)
