"""What comes out: filters, order, lookups by the start of an id, and why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import Ledger, StatementFilter, open_ledger
from sayso.model import ContractError, PeriodError, Reading, UnknownNameError, make_document
from tests.ledger.samples import make_flood_reading, make_long_reading, make_sample

FLOOD = make_flood_reading()
FLED, DEAD, CHILDREN = FLOOD.statements


def _make_other() -> Reading:
    document = make_document("STRASSE 5%_ 12 dead, 7 hurt.", publisher="Große Zeitung", date="2025-06-04")
    dead = make_sample(document, "12", source="Ministry of Rivers", place=("Übersee", "DEU"), when=(None, "2025-02-01"))
    hurt = make_sample(document, "7", measure="injured", when=(None, None))
    return Reading(document=document, statements=(dead, hurt), relations=())


OTHER = _make_other()
DEAD_ELSEWHERE, HURT = OTHER.statements


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "figures.db") as opened:
        opened.add(OTHER)
        opened.add(FLOOD)
        yield opened


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (StatementFilter(), [DEAD_ELSEWHERE, HURT, FLED, DEAD, CHILDREN]),
        (StatementFilter(measure="killed"), [DEAD_ELSEWHERE, DEAD]),
        (StatementFilter(measure="kill"), []),
        (StatementFilter(place="deu"), [DEAD_ELSEWHERE, DEAD]),
        (StatementFilter(place="upper  VALE"), [DEAD]),
        (StatementFilter(place="Upper"), []),
        (StatementFilter(place="übersee"), [DEAD_ELSEWHERE]),
        (StatementFilter(publisher="GROSSE zeitung"), [DEAD_ELSEWHERE, HURT]),
        (StatementFilter(source="red crane"), [FLED]),
        (StatementFilter(source="gazette"), [FLED, DEAD, CHILDREN]),
        (StatementFilter(source="%"), []),
        (StatementFilter(document_id=FLOOD.document.id), [FLED, DEAD, CHILDREN]),
        (StatementFilter(aspect="flow", limit=2), [DEAD_ELSEWHERE, HURT]),
        (StatementFilter(aspect="stock"), []),
        (StatementFilter(limit=0), []),
        (StatementFilter(text="Straße 5%_ 12"), [DEAD_ELSEWHERE, HURT]),
        (StatementFilter(text="police\nspoke"), [DEAD, CHILDREN]),
        (StatementFilter(text="x' OR 1=1 --"), []),
        (StatementFilter(since="2025-02-01"), [HURT, FLED, DEAD]),
        (StatementFilter(since="2025-01-31", until="2025-05-01"), [DEAD_ELSEWHERE, HURT]),
        (StatementFilter(since="2025-05-31", until="2025-06-01"), [HURT, FLED]),
        (StatementFilter(until="1990-01-01"), [DEAD_ELSEWHERE, HURT]),
        (StatementFilter(measure="killed", place="DEU", source="police", text="upper vale"), [DEAD]),
    ],
    ids=str,
)
def test_a_filter_shows_what_fits_by_document_then_offset(
    ledger: Ledger, asked: StatementFilter, expected: list[object]
) -> None:
    assert list(ledger.iter_statements(asked)) == expected


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        (StatementFilter(aspect="flwo"), UnknownNameError, "one of flow, cumulative"),
        (StatementFilter(since="2025-13-01"), PeriodError, "since.*2025-13-01"),
        (StatementFilter(until="20250101"), PeriodError, "YYYY-MM-DD"),
        (StatementFilter(limit=-1), ContractError, "0 or more"),
    ],
)
def test_a_filter_that_means_nothing_is_refused_at_once(
    ledger: Ledger, asked: StatementFilter, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        ledger.iter_statements(asked)


def test_a_very_long_text_filter_finds_nothing_and_breaks_nothing(ledger: Ledger) -> None:
    assert list(ledger.iter_statements(StatementFilter(text="x" * 200_000))) == []


def test_get_takes_the_start_of_any_id(ledger: Ledger) -> None:
    part = FLOOD.relations[0]
    assert ledger.get(DEAD.id[:8]) == DEAD
    assert ledger.get(FLOOD.document.id[:8]) == FLOOD.document
    assert ledger.get(part.id[:8]) == part


def test_get_takes_a_whole_id_however_short(ledger: Ledger) -> None:
    kept = make_flood_reading(id="7")
    longer = make_flood_reading(id="7.1")
    ledger.add(kept)
    ledger.add(longer)
    assert ledger.get("7") == kept.document


def test_get_names_the_candidates_of_an_ambiguous_start(ledger: Ledger) -> None:
    for number in range(12):
        ledger.add(make_flood_reading(id=f"report-{number:02}"))
    with pytest.raises(
        UnknownNameError, match=r"document report-00, document report-01.* and more; give more"
    ) as caught:
        ledger.get("report-")
    assert "report-11" not in str(caught.value)


def test_get_names_close_ids_when_none_fits(ledger: Ledger) -> None:
    typo = DEAD.id[:10] + "zz"
    with pytest.raises(UnknownNameError, match=f"found '{typo}'; close: .*{DEAD.id}"):
        ledger.get(typo)
    with pytest.raises(UnknownNameError, match="sayso ls"):
        ledger.get("zzzz")


@pytest.mark.parametrize("prefix", ["", "abc"])
def test_get_wants_four_characters(ledger: Ledger, prefix: str) -> None:
    with pytest.raises(UnknownNameError, match="at least its first 4"):
        ledger.get(prefix)


def test_why_says_everything_about_a_statement(ledger: Ledger) -> None:
    why = ledger.why(DEAD.id[:6])
    assert why.statement == DEAD
    assert why.document == FLOOD.document
    assert why.passage == "Police spoke of 40 dead in Upper Vale, among them 3 children."
    assert [hop.agent for hop in why.chain] == ["Gazette", "Police"]
    assert why.rules == {"quantity": "digits"}
    assert why.relations == FLOOD.relations
    assert why.stages == ("sayso.reading.en.v1",)
    assert why.is_current
    assert len(why.first_seen) == len("2025-06-03T00:00:00Z")


def test_why_of_a_document_says_what_it_is(ledger: Ledger) -> None:
    with pytest.raises(UnknownNameError, match=f"{FLOOD.document.id}, which is a document"):
        ledger.why(FLOOD.document.id)


def test_relations_of_a_statement_are_those_it_starts_and_those_about_it(ledger: Ledger) -> None:
    assert list(ledger.iter_relations(statement_id=CHILDREN.id)) == list(FLOOD.relations)
    assert list(ledger.iter_relations(statement_id=DEAD.id)) == list(FLOOD.relations)
    assert list(ledger.iter_relations(statement_id=FLED.id)) == []
    assert list(ledger.iter_relations(document_id=FLOOD.document.id)) == list(FLOOD.relations)
    assert list(ledger.iter_relations(document_id=OTHER.document.id)) == []


def test_stats_count_what_is_shown_and_what_is_kept(ledger: Ledger) -> None:
    ledger.add(Reading(document=OTHER.document, statements=(HURT,), relations=()))
    stats = ledger.stats()
    assert (stats.documents, stats.runs) == (2, 3)
    assert (stats.statements, stats.all_statements) == (4, 5)
    assert (stats.relations, stats.all_relations) == (1, 1)
    assert stats.measures == {"displaced": 1, "injured": 1, "killed": 1}
    assert stats.agents == 5
    assert stats.first_seen is not None


def test_a_listing_longer_than_a_page_is_whole(ledger: Ledger) -> None:
    long = make_long_reading(1, statements=1201)
    ledger.add(long)
    assert list(ledger.iter_statements(StatementFilter(document_id=long.document.id))) == list(long.statements)
    assert list(ledger.iter_relations(document_id=long.document.id)) == list(long.relations)
