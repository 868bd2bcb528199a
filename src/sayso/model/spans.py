"""Where words stand: spans and passages of a document's text, counted in Unicode characters, half-open."""

import msgspec

from sayso.model.errors import OffsetError

CONTEXT_LENGTH = 32
"""Characters of prefix and suffix kept with a passage, enough to find it again in an edited text."""


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """Verbatim words and where they stand.

    Attributes:
        start: First character of the words in the document's text.
        end: One past the last character.
        exact: The words themselves, ``text[start:end]``.
    """

    start: int
    end: int
    exact: str


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """The sentence or line that a statement rests on, with a little of what stands around it.

    Attributes:
        start: First character in the document's text.
        end: One past the last character.
        exact: The words of the passage.
        prefix: Up to 32 characters before it.
        suffix: Up to 32 characters after it.

    Source:
        W3C Web Annotation Data Model, 4.2.4 (text quote selector) and 4.2.5 (text position selector).
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


def make_span(text: str, start: int, end: int) -> Span:
    """The span of ``text[start:end]``.

    Raises:
        OffsetError: The offsets do not lie in the text, or the span is empty.

    Examples:
        >>> make_span("over 230,000 cases", 5, 12).exact
        '230,000'
    """
    if not 0 <= start < end <= len(text):
        raise OffsetError(
            f"expected 0 <= start < end <= {len(text)}, found start {start} and end {end}",
            hint="offsets count Unicode characters in Document.text, not bytes",
        )
    return Span(start=start, end=end, exact=text[start:end])


def make_passage(text: str, start: int, end: int) -> Passage:
    """The passage ``text[start:end]`` with its surroundings.

    Raises:
        OffsetError: The offsets do not lie in the text, or the passage is empty.
    """
    span = make_span(text, start, end)
    return Passage(
        start=start,
        end=end,
        exact=span.exact,
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
    )


def check_span(text: str, span: Span | Passage) -> None:
    """Make sure that a span reads as it says.

    Raises:
        OffsetError: ``text[start:end]`` is not the span's ``exact``.
    """
    found = text[span.start : span.end]
    if found != span.exact or span.start < 0:
        raise OffsetError(
            f"expected {span.exact!r} at character {span.start}, found {found!r}",
            hint="offsets count Unicode characters in Document.text, not bytes",
        )
