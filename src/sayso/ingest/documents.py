"""The two ways in: one document from a source, or all of its documents one by one."""

from collections.abc import Callable, Iterator

from sayso.ingest.encodings import check_encoding, decode_text, refuse_signature
from sayso.ingest.formats import Format, check_format, detect_format
from sayso.ingest.html import document_from_html
from sayso.ingest.jsonl import iter_jsonl
from sayso.ingest.sources import Opened, Source, name_source, open_source
from sayso.ingest.text import document_from_text
from sayso.model import Document, DocumentError, FormatError


def read_document(source: Source, *, format: str = "auto", encoding: str | None = None) -> Document:
    r"""The one document of a source.

    The text of a plain text is kept unchanged but for a byte order mark; the text of a page is its main text.
    An empty file is a document with an empty text. Nothing is fetched: a URL is a path that leads nowhere.

    Args:
        source: A path (a string is a path, too), the bytes, or a stream: of a text stream that has bytes below
            it, such as standard input, the bytes are read, so that line ends stay as they are.
        format: ``"text"``, ``"html"``, ``"jsonl"``, or ``"auto"``: by the ending of the file name, else by the
            first bytes.
        encoding: The encoding; None finds it (byte order mark, UTF-8, what a page declares, code page).

    Returns:
        The document, with title, publisher, author, date and tags where the source plainly says them, else None.

    Raises:
        MissingDocumentError: No file lies at the path.
        EncodingError: The bytes are no text, or not in that encoding.
        FormatError: A page without main text; JSON lines that are broken or hold no or several documents.
        DocumentError: The file cannot be read.
        UnknownNameError: Nobody knows the format or the encoding.

    Examples:
        >>> read_document(b"Flood hits the valley\n\n3 March 2025\n\nTwelve people died.").date
        '2025-03-03'
    """
    documents = iter_documents(source, format=format, encoding=encoding)
    document = next(documents, None)
    hint = "use iter_documents for any number of them"
    if document is None:
        raise FormatError("expected one document, found none", where=name_source(source), hint=hint)
    if next(documents, None) is not None:
        raise FormatError("expected one document, found more", where=name_source(source), hint=hint)
    return document


def iter_documents(
    source: Source,
    *,
    format: str = "auto",
    encoding: str | None = None,
    on_error: Callable[[DocumentError], None] | None = None,
) -> Iterator[Document]:
    """The documents of a source, one by one: one of a text or a page, one a line of JSON lines.

    JSON lines are read line by line in constant memory. A line holds ``{"id", "text", "title"?, "date"?,
    "publisher"?, "url"?, "author"?, "language"?, "tags"?}``; other keys are ignored, null and ``""`` mean not known,
    ``date`` is an ISO 8601 day or timestamp, and a line without ``id`` gets a digest of its content. What a line
    gives wins over what its text says. Ids are not compared, because that would take memory for each of them: the
    ledger refuses a known id with another text.

    Args:
        source: A path, bytes or a stream, as for ``read_document``.
        format: ``"auto"``, ``"text"``, ``"html"`` or ``"jsonl"``.
        encoding: The encoding; None finds it.
        on_error: Called with the error of each document that cannot be taken in (``where`` holds file and line),
            and the rest goes on; None raises the first. A source that cannot be opened always raises.

    Returns:
        An iterator; format, encoding and path are checked before it is returned.

    Raises:
        MissingDocumentError: No file lies at the path.
        UnknownNameError: Nobody knows the format or the encoding.
        DocumentError: While iterating: a document cannot be taken in, and ``on_error`` is None.

    Examples:
        >>> [document.id for document in iter_documents(b'{"id": "a", "text": "Two died."}')]
        ['a']
    """
    check_format(format)
    check_encoding(encoding)
    name_source(source)
    return _iter_opened(source, format, encoding, on_error)


def _iter_opened(
    source: Source, format: str, encoding: str | None, on_error: Callable[[DocumentError], None] | None
) -> Iterator[Document]:
    opened = open_source(source, needs_head=format == "auto")
    kind = detect_format(opened.name, opened.head) if format == "auto" else format
    encoding = opened.encoding or encoding
    if kind == "jsonl":
        yield from iter_jsonl(opened, encoding=encoding, on_error=on_error)
        return
    try:
        document = _read_whole(opened, "html" if kind == "html" else "text", encoding)
    except DocumentError as err:
        if on_error is None:
            raise
        on_error(err)
    else:
        yield document


def _read_whole(opened: Opened, kind: Format, encoding: str | None) -> Document:
    refuse_signature(opened.head[:64], opened.name)  # before a film of some gigabytes is read
    # The bytes live only inside this call, so that they are gone before the text is looked at.
    text = decode_text(b"".join(opened.chunks), encoding=encoding, where=opened.name, is_markup=kind == "html")
    return document_from_html(text, where=opened.name) if kind == "html" else document_from_text(text)
