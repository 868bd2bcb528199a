"""A document: the text that was published, never changed, and what is known about its publication."""

import datetime as dt

import msgspec

from sayso.model.digests import digest
from sayso.model.errors import ContractError
from sayso.model.json import convert
from sayso.model.spans import Span, make_span


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A report as taken in.

    Attributes:
        id: Digest of text, headline, publisher, date and url; or the id that the input gave.
        text: The whole text, verbatim; every offset in sayso counts its Unicode characters.
        title: The headline, when known. It need not stand in the text.
        publisher: The outlet, when known.
        author: Who wrote it, when known.
        date: Day of publication as ``YYYY-MM-DD``, when known; anchors "last week" and the like.
        url: Where it was published, when known.
        language: ISO 639-1 code, when known.
        tags: Keywords that the publisher gave.
        body_start: First character of the body in ``text``; what stands before it is masthead and headline.
        body_end: One past the last character of the body; what stands after it is tags and footer.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    body_start: int = 0
    body_end: int | None = None

    def __post_init__(self) -> None:
        if self.date is not None and not _is_day(self.date):
            raise ContractError(f"expected date as a day YYYY-MM-DD, found {self.date!r}")
        start, end = self.body
        if not 0 <= start <= end <= len(self.text):
            raise ContractError(f"expected 0 <= body_start <= body_end <= {len(self.text)}, found {start} and {end}")

    @property
    def body(self) -> tuple[int, int]:
        """Start and end of the body in the text."""
        return self.body_start, len(self.text) if self.body_end is None else self.body_end

    @property
    def published(self) -> dt.date | None:
        """The day of publication as a date, None when unknown."""
        return None if self.date is None else dt.date.fromisoformat(self.date)

    def span(self, start: int, end: int) -> Span:
        """The span of ``text[start:end]``; raises OffsetError when it does not lie in the text."""
        return make_span(self.text, start, end)


def _is_day(words: str) -> bool:
    try:
        return dt.date.fromisoformat(words).isoformat() == words  # fromisoformat alone also takes 20251128
    except ValueError:
        return False


def make_document(text: str, *, id: str | None = None, **known: object) -> Document:
    """A document with its id.

    Args:
        text: The whole text, verbatim.
        id: The id to keep; None makes one from the content.
        **known: Any other field of Document.

    Returns:
        The document. The same text, headline, publisher, date and url always give the same id.

    Raises:
        ContractError: A field has a value of the wrong type, ``date`` is no ``YYYY-MM-DD``, or the body does not lie
            in the text.

    Examples:
        >>> make_document("12 people died.", publisher="Gazette", date="2025-03-01").published
        datetime.date(2025, 3, 1)
    """
    identity = {"text": text} | {name: known.get(name) for name in ("title", "publisher", "date", "url")}
    return convert({"id": id or digest("document", identity), "text": text, **known}, Document)
