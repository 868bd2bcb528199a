"""What goes in: whole documents, once each, nothing that breaks the contract."""

import hashlib
import math
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger import open_ledger
from sayso.model import (
    ContractError,
    LedgerConflictError,
    LedgerUnwritableError,
    OffsetError,
    Reading,
    make_relation,
    statement_id,
)
from tests.ledger.samples import dump, make_flood, make_flood_reading, make_long_reading, make_sample
from tests.strategies import extractions, readings

LEDGER = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
"""Each example makes a file; the tests below bring a fresh name to each."""


def _fresh(folder: Path) -> Path:
    return folder / f"{len(list(folder.iterdir()))}.db"


@LEDGER
@given(st.lists(readings(), max_size=3, unique_by=lambda reading: reading.document.id))
def test_a_ledger_gives_back_what_was_added(tmp_path: Path, found: list[Reading]) -> None:
    with open_ledger(_fresh(tmp_path)) as ledger:
        added = list(ledger.add_all(found))
        assert [one.document_id for one in added] == [reading.document.id for reading in found]
        assert list(ledger.iter_documents()) == [reading.document for reading in found]
        assert list(ledger.iter_statements()) == [one for reading in found for one in reading.statements]
        assert list(ledger.iter_relations()) == [one for reading in found for one in reading.relations]
        for reading in found:
            for statement in reading.statements:
                assert ledger.get(statement.id) == statement


@LEDGER
@given(readings(max_statements=2), st.data())
def test_the_latest_reading_of_a_document_is_shown(tmp_path: Path, old: Reading, data: st.DataObject) -> None:
    new = data.draw(readings(old.document, max_statements=2))
    kept = [msgspec.structs.replace(one, extraction=data.draw(extractions())) for one in old.statements[:1]]
    among = sorted({one.id: one for one in (*new.statements, *kept)}.values(), key=lambda one: one.figure.start)
    new = msgspec.structs.replace(new, statements=tuple(among))
    with open_ledger(_fresh(tmp_path)) as ledger:
        ledger.add(old)
        ledger.add(new)
        assert list(ledger.iter_statements()) == list(new.statements)
        everything = {one.id: one for one in (*old.statements, *new.statements)}
        assert {one.id: one for one in ledger.iter_statements(all_versions=True)} == everything
        assert list(ledger.iter_relations()) == list(new.relations)


def test_adding_a_report_twice_changes_no_byte(tmp_path: Path) -> None:
    path, reading = tmp_path / "figures.db", make_flood_reading()
    with open_ledger(path) as ledger:
        first = ledger.add(reading)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with open_ledger(path) as ledger:
        second = ledger.add(reading)
        why = ledger.why(reading.statements[0].id)
    assert (first.documents, first.statements, first.relations, first.runs) == (1, 3, 1, 1)
    assert (first.known_documents, first.known_statements, first.known_relations) == (0, 0, 0)
    assert (second.documents, second.statements, second.relations, second.runs) == (0, 0, 0, 0)
    assert (second.known_documents, second.known_statements, second.known_relations) == (1, 3, 1)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert why.first_seen == why.last_seen


def test_a_statement_read_alike_by_a_newer_stage_is_one_row_with_both_stages(tmp_path: Path) -> None:
    old, new = make_flood_reading("sayso.reading.en.v1"), make_flood_reading("sayso.reading.en.v2")
    with open_ledger(tmp_path / "figures.db") as ledger:
        ledger.add(old)
        added = ledger.add(new)
        assert (added.statements, added.known_statements, added.relations, added.runs) == (0, 3, 0, 1)
        assert list(ledger.iter_statements(all_versions=True)) == list(new.statements)
        assert ledger.why(old.statements[0].id).stages == ("sayso.reading.en.v1", "sayso.reading.en.v2")


def test_a_statement_that_a_newer_reading_lacks_stays_but_is_not_shown(tmp_path: Path) -> None:
    old = make_flood_reading()
    new = Reading(document=old.document, statements=old.statements[:2], relations=())
    gone = old.statements[2]
    with open_ledger(tmp_path / "figures.db") as ledger:
        ledger.add(old)
        ledger.add(new)
        assert list(ledger.iter_statements()) == list(new.statements)
        assert list(ledger.iter_statements(all_versions=True)) == list(old.statements)
        assert list(ledger.iter_relations()) == []
        assert ledger.get(gone.id) == gone
        why = ledger.why(gone.id)
        assert (why.is_current, why.relations) == (False, old.relations)
        assert ledger.why(old.statements[0].id).is_current
        assert ledger.why(old.statements[1].id).relations == ()  # the newer reading does not hold the relation
        ledger.add(old)  # it is in already: the newer reading stays the latest
        assert list(ledger.iter_statements()) == list(new.statements)


def test_a_document_described_otherwise_keeps_its_id_and_shows_the_newer_description(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "figures.db") as ledger:
        ledger.add(make_flood_reading())
        added = ledger.add(make_flood_reading(author="N. Reporter", tags=("flood",)))
        assert (added.documents, added.runs) == (0, 0)
        assert [document.author for document in ledger.iter_documents()] == ["N. Reporter"]


def test_another_text_under_a_kept_id_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    with open_ledger(path) as ledger:
        ledger.add(make_flood_reading(id="7"))
        before = ledger.stats()
        with pytest.raises(LedgerConflictError, match=r"'7'.*another id") as caught:
            ledger.add(make_flood_reading(id="7", title="Flood, updated"))
        assert caught.value.where == str(path)
        assert ledger.stats() == before


def test_a_reading_without_figures_is_kept_as_a_document(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "figures.db") as ledger:
        added = ledger.add(Reading(document=make_flood(), statements=(), relations=()))
        assert (added.documents, added.statements, added.runs) == (1, 0, 1)
        assert (ledger.stats().documents, ledger.stats().runs) == (1, 1)


def test_a_statement_given_twice_in_a_reading_is_one(tmp_path: Path) -> None:
    reading = make_flood_reading()
    doubled = msgspec.structs.replace(reading, statements=reading.statements * 2, relations=reading.relations * 2)
    with open_ledger(tmp_path / "figures.db") as ledger:
        assert ledger.add(doubled).statements == 3
        assert list(ledger.iter_statements()) == list(reading.statements)


def test_a_relation_to_a_statement_of_an_earlier_document_is_kept(tmp_path: Path) -> None:
    first = make_flood_reading()
    second = make_long_reading(1, statements=1)
    tie = make_relation(
        second.document.id, "repeats", targets=(first.statements[1].id,), source=second.statements[0].id, by=None
    )
    second = msgspec.structs.replace(second, relations=(tie,))
    with open_ledger(tmp_path / "figures.db") as ledger:
        with pytest.raises(ContractError, match="statements of the reading or the ledger"):
            ledger.add(second)
        assert ledger.stats().documents == 0
        ledger.add(first)
        ledger.add(second)
        assert list(ledger.iter_relations(statement_id=first.statements[1].id)) == [*first.relations, tie]


def _broken(change: str) -> Reading:
    """The flood reading with one thing wrong in its second statement."""
    reading = make_flood_reading()
    one = reading.statements[1]
    if change == "id":
        one = msgspec.structs.replace(one, modality="denied")
    elif change == "document":
        one = make_sample(make_flood(title="Another"), "40")
    elif change == "nan":
        one = msgspec.structs.replace(one, quantity=msgspec.structs.replace(one.quantity, low=math.nan))
    elif change == "type":
        one = msgspec.structs.replace(one, aspect="flwo")
    elif change == "span":
        one = msgspec.structs.replace(one, figure=msgspec.structs.replace(one.figure, exact="41"))
        one = msgspec.structs.replace(one, id=statement_id(one))
    return msgspec.structs.replace(reading, statements=(reading.statements[0], one), relations=())


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ("id", ContractError, "digest of its content"),
        ("document", ContractError, "expected document_id"),
        ("nan", ContractError, "NaN"),
        ("type", ContractError, "aspect"),
        ("span", OffsetError, "expected '41' at character"),
    ],
)
def test_a_statement_that_breaks_the_contract_is_refused_with_its_whole_document(
    tmp_path: Path, change: str, error: type[Exception], words: str
) -> None:
    with open_ledger(tmp_path / "figures.db") as ledger:
        with pytest.raises(error, match=words):
            ledger.add(_broken(change))
        assert ledger.stats().documents == 0


def test_a_number_larger_than_any_float_comes_back_exactly(tmp_path: Path) -> None:
    reading = make_flood_reading()
    one = reading.statements[0]
    one = msgspec.structs.replace(one, quantity=msgspec.structs.replace(one.quantity, high=10**400))
    one = msgspec.structs.replace(one, id=statement_id(one))
    with open_ledger(tmp_path / "figures.db") as ledger:
        ledger.add(msgspec.structs.replace(reading, statements=(one,), relations=()))
        assert list(ledger.iter_statements()) == [one]


def test_a_ledger_opened_to_read_refuses_to_add(tmp_path: Path) -> None:
    path = tmp_path / "figures.db"
    with open_ledger(path) as ledger:
        ledger.add(make_flood_reading())
    with open_ledger(path, read_only=True) as ledger, pytest.raises(LedgerUnwritableError, match="without read_only"):
        ledger.add(make_long_reading(1))
    assert len(dump(path)[0]) == 1


def test_add_all_writes_as_it_is_iterated(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "figures.db") as ledger:
        adding = ledger.add_all(make_long_reading(number, statements=2) for number in range(3))
        assert ledger.stats().documents == 0
        assert next(adding).documents == 1
        assert ledger.stats().documents == 1
        assert len(list(adding)) == 2


def test_statements_can_be_listed_while_others_are_added(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "figures.db") as ledger:
        ledger.add(make_long_reading(1, statements=5))
        listing = ledger.iter_statements()
        next(listing)
        ledger.add(make_long_reading(2, statements=5))
        assert len(list(listing)) == 4
        assert len(list(ledger.iter_statements())) == 10
