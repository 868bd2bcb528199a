import datetime as dt

import msgspec
import pytest

from sayso.model import ContractError, Document, OffsetError, from_json, make_document


def test_make_document_keeps_the_id_it_is_given() -> None:
    assert make_document("12 died.", id="article-7").id == "article-7"


def test_body_is_the_whole_text_when_nothing_else_is_said() -> None:
    assert make_document("12 died.").body == (0, 8)
    assert make_document("").body == (0, 0)


def test_body_leaves_out_masthead_and_footer() -> None:
    document = make_document("Gazette\n12 died.\ntags", body_start=8, body_end=16)
    start, end = document.body
    assert document.text[start:end] == "12 died."


def test_published_is_the_day_or_none() -> None:
    assert make_document("x", date="2024-02-29").published == dt.date(2024, 2, 29)
    assert make_document("x").published is None


@pytest.mark.parametrize(
    "day", ["yesterday", "20250603", "2025-02-29", "2025-6-3", "", "2025-W23-2", "2025-06-03T10:00"]
)
def test_make_document_refuses_what_is_no_day(day: str) -> None:
    with pytest.raises(ContractError, match="YYYY-MM-DD"):
        make_document("x", date=day)


def test_from_json_refuses_what_is_no_day() -> None:
    with pytest.raises(ContractError, match="found '2025-02-29'"):
        from_json('{"id":"d","text":"x","date":"2025-02-29"}', Document)


@pytest.mark.parametrize(("start", "end"), [(-1, None), (2, 1), (0, 5), (5, None)])
def test_make_document_refuses_a_body_outside_the_text(start: int, end: int | None) -> None:
    with pytest.raises(ContractError, match="body_start"):
        make_document("text", body_start=start, body_end=end)


def test_make_document_refuses_a_field_of_the_wrong_type() -> None:
    with pytest.raises(ContractError, match=r"\$\.publisher"):
        make_document("x", publisher=7)


def test_replacing_a_field_checks_it_too() -> None:
    with pytest.raises(ContractError):
        msgspec.structs.replace(make_document("x"), date="soon")


def test_span_counts_characters_and_not_bytes() -> None:
    document = make_document("🕊 Київ: 12 died")
    assert document.span(8, 10).exact == "12"
    with pytest.raises(OffsetError, match="characters"):
        document.span(8, 40)
