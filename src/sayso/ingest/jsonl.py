"""JSON lines in, a document a line out; a bad line is an error that names the line and every bad field."""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from sayso.ingest.dates import parse_iso_date
from sayso.ingest.encodings import check_text, decode_text, find_mark, refuse_signature
from sayso.ingest.sources import Opened, iter_lines
from sayso.ingest.text import document_from_text, parse_language
from sayso.model import Document, DocumentError, EncodingError, FormatError

OnError = Callable[[DocumentError], None]
"""Called with each error; the reading goes on."""

_TEXT_FIELDS = ("title", "publisher", "url", "author")
_EXPECTED = (
    'a line is an object: {"id", "text", "title"?, "date"?, "publisher"?, "url"?, "author"?, "language"?, "tags"?}'
)
_VIEW_LENGTH = 60
_ESCAPED_SURROGATE = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


class _Row(msgspec.Struct):
    text: str
    id: str | int | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    tags: tuple[str, ...] | None = None


def iter_jsonl(opened: Opened, *, encoding: str | None, on_error: OnError | None) -> Iterator[Document]:
    """The documents of a source of JSON lines, one at a time, in constant memory.

    Args:
        opened: The source.
        encoding: Its encoding; None for UTF-8, or what a byte order mark says.
        on_error: Called with the error of each bad line; None raises the first one.

    Raises:
        DocumentError: A line is bad and nobody takes its error, or the source is no text at all.
    """
    for number, line in enumerate(_iter_decoded(opened, encoding), start=1):
        where = f"{opened.name}:{number}"
        try:
            document = _parse_line(line, where, None if _is_wide(encoding) else encoding)
        except DocumentError as err:
            if on_error is None:
                raise
            on_error(err)
            continue
        if document is not None:
            yield document


def _iter_decoded(opened: Opened, encoding: str | None) -> Iterator[bytes]:
    """Lines as bytes; encodings in which a line feed is no single byte are turned into UTF-8 on the way."""
    chunks = opened.chunks
    first = next(chunks, b"")
    refuse_signature(first[:64], opened.name)
    mark = find_mark(first) if encoding is None else None
    wide = encoding if _is_wide(encoding) else (mark if mark and _is_wide(mark) else None)

    def joined() -> Iterator[bytes]:
        yield first if wide else first.removeprefix(codecs.BOM_UTF8)
        yield from chunks

    yield from iter_lines(_transcode(joined(), wide, opened.name) if wide else joined())


def _is_wide(encoding: str | None) -> bool:
    return encoding is not None and "\n{".encode(encoding) != b"\n{" and encoding != "utf-8-sig"


def _transcode(chunks: Iterator[bytes], encoding: str, name: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)()
    is_first = True
    for chunk, is_last in _with_last(chunks):
        try:
            text = decoder.decode(chunk, is_last)
        except UnicodeError as err:
            raise EncodingError(f"expected text in {encoding}, found bytes that are not", where=name) from err
        yield (text.removeprefix("\ufeff") if is_first else text).encode("utf-8", "surrogatepass")
        is_first = is_first and not text


def _with_last(chunks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    for chunk in chunks:
        yield chunk, False
    yield b"", True


def _parse_line(line: bytes, where: str, encoding: str | None) -> Document | None:
    if not line.strip():
        return None
    if encoding is not None:
        line = decode_text(line, encoding=encoding, where=where).encode("utf-8")
    try:
        row = msgspec.json.decode(line, type=_Row)
    except msgspec.ValidationError:
        row = _explain(line, where)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as err:
        raise _broken(line, where, err) from err
    return _make_document(row, where)


def _broken(line: bytes, where: str, err: Exception) -> DocumentError:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as bad:
        message = f"expected UTF-8, found byte 0x{line[bad.start]:02x} at byte {bad.start} of the line"
        return EncodingError(message, where=where, hint="name the encoding (encoding='cp1252', `--encoding cp1252`)")
    view = line[:_VIEW_LENGTH].decode("utf-8", "ignore")
    why = "half a surrogate pair" if _ESCAPED_SURROGATE.search(line) else str(err)
    return FormatError(f"expected one JSON object, found {view!r} ({why})", where=where, hint=_EXPECTED)


def _explain(line: bytes, where: str) -> _Row:
    """Read a line that breaks the types once more, to name every bad field and not only the first."""
    try:
        fields = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError) as err:
        raise _broken(line, where, err) from err
    if not isinstance(fields, dict):
        raise FormatError(f"$: expected an object, found {_kind(fields)}", where=where, hint=_EXPECTED)
    problems = list(_iter_wrong_types(fields))
    if isinstance(fields.get("date"), str) and (problem := _date_problem(fields["date"])):
        problems.append(problem)
    raise FormatError("; ".join(problems), where=where, hint=_EXPECTED)


def _iter_wrong_types(fields: dict[str, Any]) -> Iterator[str]:
    if "text" not in fields:
        yield "$.text: expected a string, found no such field"
    elif not isinstance(fields["text"], str):
        yield f"$.text: expected a string, found {_kind(fields['text'])}"
    identity = fields.get("id")
    if not isinstance(identity, str | int | None) or isinstance(identity, bool):
        yield f"$.id: expected a string or a whole number, found {_kind(identity)}"
    for name in (*_TEXT_FIELDS, "language"):
        if not isinstance(fields.get(name), str | None):
            yield f"$.{name}: expected a string, found {_kind(fields[name])}"
    if not isinstance(fields.get("date"), str | None):
        yield f"$.date: expected YYYY-MM-DD or an ISO 8601 timestamp, found {_kind(fields['date'])}"
    tags = fields.get("tags")
    if not isinstance(tags, list | None):
        yield f"$.tags: expected a list of strings, found {_kind(tags)}"
    for position, tag in enumerate(tags if isinstance(tags, list) else ()):
        if not isinstance(tag, str):
            yield f"$.tags[{position}]: expected a string, found {_kind(tag)}"


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), f"the number {value}")


def _make_document(row: _Row, where: str) -> Document:
    date = parse_iso_date(row.date) if row.date else None
    language = parse_language(row.language) if row.language else None
    problems = [_date_problem(row.date)] if row.date and date is None else []
    if row.language and language is None:
        problems.append(f"$.language: expected an ISO 639-1 code such as 'en', found {row.language!r}")
    if problems:
        raise FormatError("; ".join(problem for problem in problems if problem), where=where)
    given = {name: value for name in _TEXT_FIELDS if (value := getattr(row, name))}
    for name, value in {"text": row.text, **given}.items():
        check_text(value, f"{where} at $.{name}")
    return document_from_text(
        row.text,
        id=None if row.id is None else str(row.id),
        **given,
        date=date,
        language=language,
        tags=row.tags or (),
    )


def _date_problem(date: str) -> str | None:
    if not date or parse_iso_date(date) is not None:
        return None
    why = " (03/04/2025 is March in one country and April in another)" if "/" in date else ""
    return f"$.date: expected YYYY-MM-DD or an ISO 8601 timestamp, found {date!r}{why}"
