import pytest

from bench import sweep
from bench.sweep import Outcome, compare, iter_spans, read_one
from sayso.model import Document, Reading, make_document
from tests.bench.values import make_quantity, make_statement

FINE = Outcome("a", 2, 3, (), "d1", "")


def test_iter_spans_finds_every_span_however_deep() -> None:
    value = {
        "figure": {"start": 0, "end": 2, "exact": "12"},
        "chains": [{"hops": [{"start": 3, "end": 5, "exact": "he"}]}],
    }
    assert [(path, start) for path, start, _, _ in iter_spans(value)] == [("$.figure", 0), ("$.chains[0].hops[0]", 3)]


def test_iter_spans_leaves_dates_and_mentions_without_offsets_alone() -> None:
    dates = {"start": "2025-01-01", "end": None, "as_written": "then"}
    unseen = {"start": None, "end": None, "exact": None}
    assert list(iter_spans([dates, unseen])) == []


def test_read_one_reports_a_span_that_reads_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    document = make_document("xy", id="a")
    statement = make_statement(make_quantity(1), at=(1, 2))  # the passage says "x" at 0, the figure "x" at 1

    def read(_: Document) -> Reading:
        return Reading(document=document, statements=(statement,), relations=())

    monkeypatch.setattr(sweep, "read_report", read)
    outcome = read_one(document)
    assert (outcome.statements, outcome.spans, outcome.crash) == (1, 2, "")
    assert outcome.bad_spans == ("$[0][0].figure: expected 'x' at 1:2, found 'y'",)


def test_read_one_turns_a_crash_into_an_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(_: Document) -> Reading:
        raise ValueError("fell over")

    monkeypatch.setattr(sweep, "read_report", fall)
    assert "fell over" in read_one(make_document("x", id="a")).crash


def test_compare_lists_crashes_bad_spans_and_differing_bytes() -> None:
    crashed, other = FINE._replace(crash="Traceback"), FINE._replace(digest="d2")
    assert compare([FINE], [FINE]).faults == ()
    assert "crashed" in compare([crashed], [FINE]).faults[0]
    assert "second time" in compare([FINE], [other]).faults[0]
    assert len(compare([FINE._replace(bad_spans=("x", "y"))], [FINE]).faults) == 2
    assert compare([FINE, FINE], [FINE, FINE])[:3] == (2, 4, 6)
