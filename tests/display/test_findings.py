import msgspec
import pytest

from sayso.display.findings import (
    describe_factor,
    find_findings,
    format_factor,
    group_gaps,
    name_assumptions,
    name_document,
    name_steps,
    quote_passages,
)
from sayso.model import Assumption, CheckReport, Reading, Repair, Statement, make_document, make_passage


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
