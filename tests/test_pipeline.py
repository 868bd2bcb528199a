"""The verbs that users type: read, iter_readings, check, toll and the finders, from documents to their results."""

import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given

import sayso
from sayso.model import (
    Attributed,
    Document,
    DocumentError,
    Figure,
    Figures,
    FormatError,
    MissingDocumentError,
    Outline,
    Reading,
    Relation,
    make_document,
)
from tests.conftest import ROOT
from tests.reading.test_reader import NEWS

TEXT = "At least 120 people died in Aleppo in October, of whom 40 were children, police said."


def test_document_is_read_into_statements_in_text_order() -> None:
    document = make_document(TEXT, date="2025-11-28", publisher="Gazette")
    reading = sayso.read(document)
    assert reading.document is document
    assert [statement.figure.exact for statement in reading.statements] == ["120", "40"]
    assert {statement.document_id for statement in reading.statements} == {document.id}
    assert [hop.agent for hop in reading.statements[0].attribution.chains[0].hops] == ["Gazette", "police"]


def test_relations_tie_statements_of_the_reading() -> None:
    reading = sayso.read(make_document(TEXT))
    whole, part = reading.statements
    (relation,) = [relation for relation in reading.relations if relation.kind == "part_of"]
    assert (relation.source, relation.targets) == (part.id, (whole.id,))
    assert relation.cue is not None
    assert relation.cue.exact == "of whom"


def check_ids(reading: Reading) -> None:
    """Ids are there once, and relations name only them."""
    ids = [statement.id for statement in reading.statements]
    assert len(ids) == len(set(ids))
    for relation in reading.relations:
        assert set(relation.targets) <= set(ids)
        assert relation.source is None or relation.source in ids
        assert relation.source not in relation.targets
        assert relation.document_id == reading.document.id
    assert len({relation.id for relation in reading.relations}) == len(reading.relations)


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.txt")), ids=lambda path: path.stem)
def test_ids_of_an_example_hang_together(path: Path) -> None:
    check_ids(sayso.read(path))


@given(NEWS)
def test_ids_of_any_news_hang_together(text: str) -> None:
    check_ids(sayso.read(make_document(text)))


def test_same_words_twice_are_two_statements() -> None:
    reading = sayso.read(make_document("The storm killed 14 people. The storm killed 14 people."))
    assert len(reading.statements) == 2
    check_ids(reading)


@pytest.mark.parametrize("kind", ["path", "string", "bytes", "stream", "text stream"])
def test_report_is_read_from_any_source(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    sources: dict[str, Any] = {
        "path": path, "string": str(path), "bytes": TEXT.encode(),
        "stream": io.BytesIO(TEXT.encode()), "text stream": io.StringIO(TEXT),
    }  # fmt: skip
    assert [statement.figure.exact for statement in sayso.read(sources[kind]).statements] == ["120", "40"]


def test_report_without_figures_has_no_statements() -> None:
    assert sayso.read(make_document("Nothing happened.")).statements == ()
    assert sayso.read(b"").statements == ()


def test_missing_report_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MissingDocumentError):
        sayso.read(tmp_path / "gone.txt")


def lines(*items: object) -> bytes:
    """JSON lines; a string goes in as it is."""
    return b"".join((item if isinstance(item, str) else json.dumps(item)).encode() + b"\n" for item in items)


def test_json_lines_give_a_reading_a_line_and_keep_ids() -> None:
    source = lines({"id": "a", "text": "12 people died.", "date": "2025-11-28"}, {"id": "b", "text": "It rained."})
    readings = list(sayso.iter_readings(source, format="jsonl"))
    assert [(reading.document.id, len(reading.statements)) for reading in readings] == [("a", 1), ("b", 0)]
    assert readings[0].statements[0].document_id == "a"


def test_bad_line_is_told_with_its_number_and_the_rest_goes_on() -> None:
    source = lines(
        {"id": "a", "text": "12 people died."}, "{broken", {"id": "c"}, {"id": "d", "text": "5 people died."}
    )
    errors: list[DocumentError] = []
    readings = list(sayso.iter_readings(source, format="jsonl", on_error=errors.append))
    assert [reading.document.id for reading in readings] == ["a", "d"]
    assert len(errors) == 2
    assert "2" in errors[0].where
    assert "3" in errors[1].where


def test_bad_line_without_a_callback_raises_after_what_came_before() -> None:
    source = lines({"id": "a", "text": "12 people died."}, "{broken")
    readings = sayso.iter_readings(source, format="jsonl")
    assert next(readings).document.id == "a"
    with pytest.raises(FormatError):
        next(readings)


def test_documents_go_in_and_readings_come_out_one_by_one() -> None:
    taken: list[str] = []

    def documents() -> Any:
        for name in ("a", "b", "c"):
            taken.append(name)
            yield make_document("12 people died.", id=name)

    readings = sayso.iter_readings(documents())
    assert next(readings).document.id == "a"
    assert taken == ["a"]
    assert [reading.document.id for reading in readings] == ["b", "c"]


def test_one_document_gives_one_reading() -> None:
    assert [reading.document.id for reading in sayso.iter_readings(make_document("12 died.", id="x"))] == ["x"]


class NoReader:
    """A READ stage that finds nothing."""

    stage = "test.nothing.v1"

    def find_figures(self, document: Document, outline: Outline) -> Figures:
        """No figures."""
        return Figures((), ())


class LoudAttributor:
    """An ATTRIBUTE stage that notes what it was given."""

    stage = "test.loud.v1"

    def __init__(self) -> None:
        self.seen: list[tuple[str, int]] = []

    def attribute(self, document: Document, outline: Outline, figures: Any, *, read_by: str) -> Attributed:
        """Nothing."""
        given: tuple[Figure, ...] = tuple(figures)
        self.seen.append((read_by, len(given)))
        return Attributed((), ())


def test_stages_can_be_replaced() -> None:
    attributor = LoudAttributor()
    reading = sayso.read(make_document(TEXT), reader=NoReader(), attributor=attributor)
    assert reading.statements == ()
    assert attributor.seen == [("test.nothing.v1", 0)]


def test_figures_that_cannot_all_be_true_are_found() -> None:
    text = "In all 30 people were killed in Aleppo on Tuesday, including 40 women."
    reading = sayso.read(make_document(text, date="2025-11-28"))
    report = sayso.check(reading.statements, reading.relations)
    ids = {statement.id for statement in reading.statements}
    assert list(report), "30 people cannot include 40 women"
    assert all(set(finding.statements) <= ids for finding in report)


def test_figures_that_fit_give_no_finding() -> None:
    text = "In all 30 people were killed in Aleppo on Tuesday, including 12 women."
    reading = sayso.read(make_document(text, date="2025-11-28"))
    assert list(sayso.check(reading.statements, reading.relations)) == []
    assert list(sayso.check([])) == []


def test_check_takes_any_iterable_once() -> None:
    reading = sayso.read(make_document(TEXT))
    assert msgspec.json.encode(sayso.check(iter(reading.statements), iter(reading.relations))) == msgspec.json.encode(
        sayso.check(reading.statements, reading.relations)
    )


def test_toll_takes_the_headline_that_stands_above_the_body() -> None:
    headline = "Storm kills 17 in the hills of Vale"
    document = sayso.make_document(f"{headline}. Three died in Hal.", title=headline, body_start=len(headline) + 2)
    toll = sayso.toll(sayso.read(document))
    assert toll is not None
    assert (toll.value, toll.rule) == (17, "headline")


def test_toll_takes_the_headline_that_the_text_lacks() -> None:
    document = make_document("Some 14 people were killed.", title="17 killed in blast")
    toll = sayso.toll(sayso.read(document))
    assert toll is not None
    assert (toll.value, toll.rule) == (17, "headline")


def test_finders_work_on_their_own() -> None:
    assert [figure.span.exact for figure in sayso.find_quantities("Over 230,000 cases in 15 years")] == [
        "230,000",
        "15",
    ]
    assert [period.exact for period in sayso.find_periods("It was in October 2025.")] == ["October 2025"]
    (found,) = sayso.find_attributions("Police said 12 people died.")
    assert found is not None
    assert sayso.find_quantities("") == ()
    assert sayso.find_attributions("") == []


def test_relation_and_statement_lines_tell_themselves_apart() -> None:
    reading = sayso.read(make_document(TEXT))
    statement, relation = (
        json.loads(msgspec.json.encode(item)) for item in (reading.statements[0], reading.relations[0])
    )
    assert "figure" in statement
    assert "targets" not in statement
    assert isinstance(reading.relations[0], Relation)
    assert "targets" in relation
    assert "figure" not in relation
