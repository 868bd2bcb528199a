import tracemalloc
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest import iter_documents, read_document
from sayso.model import DocumentError, EncodingError, FormatError, make_document


def test_a_line_is_a_document_with_what_it_gives() -> None:
    line = (
        b'{"id":"a-1","text":"Two died.","title":"Flood","date":"2025-03-03T10:00:00Z","publisher":"The Vale Gazette",'
        b'"url":"https://vale.example/1","author":"Ana Roe","language":"en-GB","tags":["flood"],"reads":[1,{"x":null}]}'
    )
    assert list(iter_documents(line, format="jsonl")) == [
        make_document(
            "Two died.", id="a-1", title="Flood", date="2025-03-03", publisher="The Vale Gazette", author="Ana Roe",
            url="https://vale.example/1", language="en", tags=("flood",),
        )
    ]  # fmt: skip


def test_a_line_without_an_id_gets_a_digest_of_its_content() -> None:
    (document,) = iter_documents(b'{"text":"Two died.","title":null,"publisher":"","id":null}', format="jsonl")
    assert document == make_document("Two died.")


def test_a_number_is_an_id() -> None:
    assert [document.id for document in iter_documents(b'{"id":7,"text":""}')] == ["7"]


def test_only_line_feeds_end_a_line() -> None:
    data = '{"text":"a\u2028b\x85c"}\r\n\n{"text":"d\\r\\ne"}'.encode()
    assert [document.text for document in iter_documents(data)] == ["a\u2028b\x85c", "d\r\ne"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding(encoding: str) -> None:
    data = '{"text":"café"}\n{"text":"b"}'.encode(encoding)
    assert [document.text for document in iter_documents(data, format="jsonl")] == ["café", "b"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-8"])
def test_a_named_encoding_is_taken(encoding: str) -> None:
    data = '{"text":"café"}\n{"text":"b"}'.encode(encoding)
    assert [document.text for document in iter_documents(data, format="jsonl", encoding=encoding)] == ["café", "b"]


_BAD = [
    ("not json", FormatError, "expected one JSON object, found 'not json'"),
    ('{"text":"cut', FormatError, "expected one JSON object"),
    ("[1]", FormatError, r"\$: expected an object, found a list"),
    ('{"id":"x"}', FormatError, r"\$\.text: expected a string, found no such field"),
    ('{"text":null}', FormatError, r"\$\.text: expected a string, found null"),
    ('{"text":"x","id":true}', FormatError, r"\$\.id: expected a string or a whole number, found true or false"),
    ('{"text":"x","date":"11/28/2025"}', FormatError, r"\$\.date: expected YYYY-MM-DD.*found '11/28/2025'"),
    ('{"text":"x","date":"2025-02-30"}', FormatError, r"\$\.date: expected YYYY-MM-DD"),
    ('{"text":"x","date":1740000000}', FormatError, r"\$\.date: expected YYYY-MM-DD.*found the number 1740000000"),
    ('{"text":"x","language":"English"}', FormatError, r"\$\.language: expected an ISO 639-1 code"),
    ('{"text":"\\ud800"}', FormatError, "half a surrogate pair"),
    ('{"text":"a\\u0000b"}', EncodingError, r"\$\.text: expected text, found a NUL character at character 1"),
    ('{"text":"x","more":' + "[" * 100_000, FormatError, "recursion"),
]


@pytest.mark.parametrize(("line", "kind", "message"), _BAD)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: str, kind: type[DocumentError], message: str) -> None:
    errors: list[DocumentError] = []
    data = f'{{"id":"a","text":"x"}}\n{line}\n{{"id":"b","text":"y"}}'.encode()
    documents = list(iter_documents(data, format="jsonl", on_error=errors.append))
    assert [document.id for document in documents] == ["a", "b"]
    (error,) = errors
    assert isinstance(error, kind)
    assert error.where.startswith("<bytes>:2")
    with pytest.raises(kind, match=message):
        list(iter_documents(data, format="jsonl"))


def test_every_bad_field_is_named() -> None:
    with pytest.raises(FormatError) as caught:
        list(iter_documents(b'{"text":5,"id":[],"title":1,"tags":["a",2],"date":"3/4/25"}', format="jsonl"))
    for path in ("$.text:", "$.id:", "$.title:", "$.tags[1]:", "$.date:"):
        assert path in str(caught.value)


def test_a_line_in_another_encoding_is_an_encoding_error() -> None:
    errors: list[DocumentError] = []
    data = b'{"text":"caf\xe9"}\n{"text":"ok"}'
    assert [document.text for document in iter_documents(data, format="jsonl", on_error=errors.append)] == ["ok"]
    assert isinstance(errors[0], EncodingError)
    assert "encoding='cp1252'" in errors[0].hint


def test_an_archive_is_no_json_lines() -> None:
    with pytest.raises(EncodingError, match="a zip archive"):
        list(iter_documents(b"PK\x03\x04", format="jsonl", on_error=lambda _: None))


def test_read_document_wants_one_line() -> None:
    assert read_document(b'{"text":"a"}\n').text == "a"
    with pytest.raises(FormatError, match="expected one document, found more"):
        read_document(b'{"text":"a"}\n{"text":"b"}')
    with pytest.raises(FormatError, match="expected one document, found none"):
        read_document(b"\n\n", format="jsonl")


class _Endless:
    """A stream of lines that remembers how far it was read."""

    def __init__(self) -> None:
        self.lines = 0

    def read(self, length: int) -> bytes:
        self.lines += 1
        return b'{"text":"Two died."}\n'


def test_lines_are_read_as_they_are_asked_for() -> None:
    stream = _Endless()
    documents: Iterator[object] = iter_documents(stream, format="jsonl")  # type: ignore[arg-type]
    for _ in range(5):
        next(documents)
    assert stream.lines <= 7


def test_many_lines_take_no_more_memory_than_few() -> None:
    stream = _Endless()
    documents = iter_documents(stream, format="jsonl")  # type: ignore[arg-type]
    next(documents)
    tracemalloc.start()
    for _ in range(3000):
        next(documents)
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown < 200_000


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_comes_back_from_its_line(text: str) -> None:
    (document,) = iter_documents(msgspec.json.encode({"text": text}), format="jsonl")
    assert document.text == text


@given(st.binary(max_size=200))
def test_random_lines_are_documents_or_document_errors(data: bytes) -> None:
    errors: list[DocumentError] = []
    try:
        list(iter_documents(data, format="jsonl", on_error=errors.append))
    except DocumentError as err:
        errors.append(err)
    assert all(isinstance(error, DocumentError) and error.where for error in errors)
