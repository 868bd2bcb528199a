import msgspec
import pytest

from sayso.display.findings import (
    describe_common_factor,
    describe_factor,
    describe_lenses,
    describe_proof_row,
    describe_would_hold,
    find_findings,
    format_factor,
    group_gaps,
    list_would_hold,
    name_assumptions,
    name_document,
    name_steps,
    quote_passages,
)
from sayso.model import (
    Assumption,
    CheckReport,
    Finding,
    ProofRow,
    ProofTerm,
    Reading,
    Repair,
    Statement,
    WouldHold,
    make_document,
    make_passage,
)


def _by_id(reading: Reading) -> dict[str, Statement]:
    return {statement.id: statement for statement in reading.statements}


def test_quote_passages_marks_the_figure_and_keeps_the_words(reading: Reading, report: CheckReport) -> None:
    quotes = quote_passages(report.findings[0], _by_id(reading))
    assert [quote.statements for quote in quotes] == [(name,) for name in report.findings[0].statements]
    for quote in quotes:
        statement = _by_id(reading)[quote.statements[0]]
        assert "".join(piece.text for piece in quote.pieces) == " ".join(statement.passage.exact.split())
        assert [piece.text for piece in quote.pieces if piece.statement] == [statement.figure.exact]


def test_quote_passages_quotes_a_sentence_with_two_figures_once(reading: Reading, report: CheckReport) -> None:
    rate, cases = reading.statements[3], reading.statements[4]
    finding = msgspec.structs.replace(report.findings[0], statements=(cases.id, rate.id))
    (quote,) = quote_passages(finding, _by_id(reading))
    assert quote.statements == (rate.id, cases.id)
    assert [piece.text for piece in quote.pieces if piece.statement] == ["15,000 to 18,000", "230,000"]


def test_quote_passages_cuts_a_long_sentence_at_words_around_the_figure(reading: Reading, report: CheckReport) -> None:
    first = reading.statements[0]
    text = "before " * 90 + "21,600 soldiers " + "after " * 90
    start = text.index("21,600")
    long = msgspec.structs.replace(
        first,
        figure=msgspec.structs.replace(first.figure, start=start, end=start + 6),
        passage=make_passage(text, 0, len(text)),
    )
    finding = msgspec.structs.replace(report.findings[0], statements=(first.id,))
    (quote,) = quote_passages(finding, {first.id: long})
    words = "".join(piece.text for piece in quote.pieces)
    assert words.startswith("… before before")
    assert words.endswith("after after …")
    assert "before 21,600 soldiers after" in words
    assert len(words) < 280


def test_name_steps_gives_each_of_two_like_assumptions_its_own_letter(report: CheckReport) -> None:
    twice = (
        Assumption(key="same", words="One is the other.", statement="a"),
        Assumption(key="same", words="Two is the other.", statement="b"),
    )
    repairs = tuple(Repair(drop="same", words=assumption.words) for assumption in twice)
    finding = msgspec.structs.replace(report.findings[0], assumptions=twice, repairs=repairs)
    assert [letter for letter, _ in name_assumptions(twice)] == ["(a)", "(b)"]
    assert name_steps(finding, {}) == [("(a)", "One is the other."), ("(b)", "Two is the other.")]


@pytest.mark.parametrize(
    ("factor", "words"), [(1.16473, "1.16"), (1.0004, "1.0004"), (12.345, "12.3"), (1000.0, "1,000"), (999.6, "1,000")]
)
def test_format_factor_keeps_it_apart_from_one(factor: float, words: str) -> None:
    assert format_factor(factor) == words


def test_describe_factor_is_silent_where_nothing_can_be_divided(report: CheckReport) -> None:
    assert describe_factor(report.findings[0]) == "apart by a factor of 1.2"
    assert describe_factor(msgspec.structs.replace(report.findings[0], factor=None)) == ""


def test_group_gaps_joins_equal_reasons_and_counts_figures_once(report: CheckReport) -> None:
    other = msgspec.structs.replace(report.not_checked[0], kind="two_values")
    gaps = group_gaps((*report.not_checked, other))
    assert [(gap.kinds, len(gap.statements)) for gap in gaps] == [
        (("rate and total",), 2),
        (("flow and total", "two values"), 2),
    ]


def test_find_findings_takes_the_start_of_an_id(report: CheckReport) -> None:
    whole = report.findings[0].id
    assert find_findings(report, whole[:6]) == find_findings(report, whole) == [report.findings[0]]
    assert find_findings(report, "zz") == []


def test_name_document_falls_back_to_address_and_id() -> None:
    assert name_document(make_document("x", title="A", publisher="B", date="2025-01-01")) == "A · B · 2025-01-01"
    assert name_document(make_document("x", url="https://a.example/1")) == "https://a.example/1"
    assert name_document(make_document("x")).startswith("document ")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 18499.6, "at most 18,499"), (21550.2, None, "at least 21,551"), (0, None, ""), (5, 5, "5"),
        (14.04, 18.96, "14.1 to 18.9"), (0.12344, None, "at least 0.1235"), (0, 0.1 + 0.2, "at most 0.3"),
    ],
)  # fmt: skip
def test_describe_would_hold_rounds_to_what_resolves_it(low: float, high: float | None, words: str) -> None:
    assert describe_would_hold(WouldHold(statement="a", low=low, high=high, factor=None)) == words


def _explain(finding: Finding) -> Finding:
    first, rate = finding.statements
    term = ProofTerm(of="topic", start="2025-10-01", end="2025-11-01", factor="1")
    return msgspec.structs.replace(
        finding,
        common_factor=1.1,
        would_hold=(
            WouldHold(statement=first, low=0, high=18000, factor=1.2),
            WouldHold(statement=rate, low=0, high=None, factor=None),
        ),
        proof=(
            ProofRow(side="least", terms=(term,), bound="21600", multiplier="1", statements=(first,)),
            ProofRow(
                side="most",
                terms=(term, ProofTerm(of="part 1", start=None, end=None, factor="-1/2")),
                bound="18000",
                multiplier="2",
                statements=(rate,),
                assumptions=("each_period",),
            ),
        ),
    )


def test_list_would_hold_leaves_out_what_sets_no_limit(report: CheckReport) -> None:
    finding = _explain(report.findings[0])
    labels = {name: f"[{number}]" for number, name in enumerate(finding.statements, start=1)}
    assert list_would_hold(finding, labels) == [("[1]", "would have to be at most 18,000, off by a factor of 1.2")]
    assert describe_common_factor(finding) == "Both together off by a factor of 1.1 would do as well."
    assert describe_common_factor(report.findings[0]) == ""


def test_describe_proof_row_tells_sum_bound_and_what_it_rests_on(report: CheckReport) -> None:
    finding = _explain(report.findings[0])
    labels = {name: f"[{number}]" for number, name in enumerate(finding.statements, start=1)}
    assert [describe_proof_row(row, finding, labels) for row in finding.proof] == [
        "topic from 2025-10-01 to before 2025-11-01 ≥ 21600, by [1]",
        "topic from 2025-10-01 to before 2025-11-01 + -1/2 × part 1 ≤ 18000, taken 2 times, by [2] (a)",
    ]


def test_proof_row_names_the_letter_of_its_own_figure(report: CheckReport) -> None:
    finding = _explain(report.findings[0])
    first, rate = finding.statements
    twice = tuple(Assumption(key="each_period", words="", statement=name) for name in (first, rate))
    finding = msgspec.structs.replace(finding, assumptions=twice)
    assert describe_proof_row(finding.proof[1], finding, {rate: "[2]"}).endswith("by [2] (b)")


def test_letters_of_assumptions_never_repeat() -> None:
    letters = [letter for letter, _ in name_assumptions([Assumption(key="k", words="")] * 60)]
    assert letters[25:28] == ["(z)", "(a2)", "(b2)"]
    assert len(set(letters)) == 60


def test_describe_lenses_says_what_holds_until_which_reading(report: CheckReport) -> None:
    first = report.findings[0]
    stronger = msgspec.structs.replace(report, findings=(msgspec.structs.replace(first, lens="each_period"),))
    assert describe_lenses(stronger) == "read literally: all holds · with rates in each period: 1 finding"
    literal = msgspec.structs.replace(report, findings=(msgspec.structs.replace(first, lens="literal"),))
    assert describe_lenses(literal) == ""
