import csv
import io
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.display import COLUMNS, guard_cell, to_rows, write_csv, write_json_lines
from sayso.model import Reading, Relation, Statement, from_json, make_document
from tests.display.samples import make_reading


def _read(reading: Reading) -> list[dict[str, str]]:
    file = io.StringIO()
    write_csv(reading.statements, file)
    return list(csv.DictReader(io.StringIO(file.getvalue())))


def test_write_csv_gives_a_row_a_statement(reading: Reading) -> None:
    rows = _read(reading)
    assert [row["id"] for row in rows] == [statement.id for statement in reading.statements]
    assert tuple(rows[0]) == COLUMNS
    assert rows[4] | {
        "as_written": "over 230,000", "bound": "more_than", "low": "230000", "best": "", "high": "",
        "conveyed_high": "240000", "start": "2022-02-01", "source_role": "data producer", "source_link": "inherited",
        "other_chains": "Harbour Gazette",
    } == rows[4]  # fmt: skip


def test_write_csv_counts_rows_and_can_leave_the_header_out(reading: Reading) -> None:
    file = io.StringIO()
    assert write_csv(reading.statements[:2], file, has_header=False) == 2
    assert file.getvalue().startswith(reading.statements[0].id)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_guard_cell_disarms_formulas(text: str) -> None:
    assert guard_cell(text) == f"'{text}"


@given(st.text())
def test_guard_cell_never_starts_a_formula(text: str) -> None:
    guarded = guard_cell(text)
    assert isinstance(guarded, str)
    assert guarded[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert guarded.removeprefix("'") == text.removeprefix("'")


def test_write_csv_disarms_formulas_from_the_text() -> None:
    reading = make_reading()
    first = reading.statements[0]
    hostile = msgspec.structs.replace(
        first,
        document_id='=HYPERLINK("http://x")',
        quantity=msgspec.structs.replace(first.quantity, as_written="-21,600", low=-21600),
        passage=msgspec.structs.replace(first.passage, exact='@SUM(A1), "quoted"\nline'),
    )
    (row,) = _read(msgspec.structs.replace(reading, statements=(hostile,)))
    assert row["document_id"] == '\'=HYPERLINK("http://x")'
    assert row["as_written"] == "'-21,600"
    assert row["low"] == "-21600"
    assert row["passage"] == '\'@SUM(A1), "quoted"\nline'


def test_to_rows_leaves_cells_as_they_are(reading: Reading) -> None:
    row = next(to_rows(reading.statements))
    assert row["low"] == 21600
    assert row["place"] == "Ukraine"
    assert row["hedges"] is None
    assert row["read_back"] == reading.statements[0].read_back()


def test_write_json_lines_round_trips_and_tells_kinds_apart(reading: Reading) -> None:
    file = io.StringIO()
    write_json_lines(reading.statements, reading.relations, file)
    statements, relations = [], []
    for line in file.getvalue().splitlines():
        keys = json.loads(line).keys()
        assert ("figure" in keys) != ("targets" in keys)
        if "figure" in keys:
            statements.append(from_json(line, Statement))
        else:
            relations.append(from_json(line, Relation))
    assert tuple(statements) == reading.statements
    assert tuple(relations) == reading.relations


def test_write_json_lines_keeps_separators_inside_a_line() -> None:
    reading = make_reading()
    document = make_document("12\u2028dead")
    statement = msgspec.structs.replace(reading.statements[0], figure=document.span(0, 4))
    file = io.StringIO()
    write_json_lines((statement,), (), file)
    assert file.getvalue().count("\n") == 1
    assert from_json(file.getvalue(), Statement) == statement
