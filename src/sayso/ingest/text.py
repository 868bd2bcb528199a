"""Decoded text in, a document out, with what the top and the foot of the text say about its publication."""

import re

from sayso.ingest.headers import find_header
from sayso.ingest.tags import find_footer
from sayso.model import Document, make_document

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-]+)*")


def document_from_text(
    text: str, *, id: str | None = None, title: str | None = None, tags: tuple[str, ...] = (), **given: str | None
) -> Document:
    r"""The document of a text; what is given wins over what the text says about itself.

    Args:
        text: The text; it is kept as it is.
        id: The id to keep; None makes one from the content.
        title: The headline, when known.
        tags: Keywords, when known.
        **given: Publisher, author, date, url and language, when known.

    Examples:
        >>> document = document_from_text("Dam breaks near coast\n\nBy Ana Roe\n3 March 2025\n\nFive died.")
        >>> document.title, document.author, document.date, document.text[document.body_start :]
        ('Dam breaks near coast', 'Ana Roe', '2025-03-03', 'Five died.')
    """
    header = find_header(text, title)
    footer = find_footer(text, header.body_start)
    found = {name: getattr(header, name) for name in ("publisher", "author", "date", "url")}
    return make_document(
        text,
        id=id,
        title=title or header.title,
        tags=tags or header.tags or (footer.tags if footer else ()),
        body_start=header.body_start,
        body_end=footer.body_end if footer else None,
        **{name: given.get(name) or value for name, value in found.items()},
        language=given.get("language"),
    )


def parse_language(code: str) -> str | None:
    """The language of a tag such as ``en-GB``; None when it is no language tag.

    Examples:
        >>> parse_language("en-GB"), parse_language("English")
        ('en', None)
    """
    match = _LANGUAGE.fullmatch(code.strip())
    return match[1].lower() if match else None
