"""The format of a source: from its file name, else from its first bytes."""

import re
from difflib import get_close_matches
from pathlib import PurePath
from typing import Literal

from sayso.model import UnknownNameError

Format = Literal["text", "html", "jsonl"]

FORMATS = ("auto", "text", "html", "jsonl")
"""Every name that ``format=`` takes."""

HEAD_LENGTH = 4096
"""Bytes looked at when the file name does not say: doctype, charset and a first JSON object stand within them."""

_SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jl": "jsonl",
}
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
_MARKS = ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def check_format(name: str) -> None:
    """Make sure that somebody knows the format.

    Raises:
        UnknownNameError: Nobody does; the message lists those that exist.
    """
    if name not in FORMATS:
        near = get_close_matches(name, FORMATS, n=1)
        meant = f"did you mean {near[0]!r}? " if near else ""
        raise UnknownNameError(f"expected a format, one of {', '.join(FORMATS)}, found {name!r}", hint=meant.strip())


def detect_format(name: str, head: bytes) -> Format:
    """The format of a source.

    Args:
        name: File name or path; only its ending counts.
        head: The first bytes, looked at when the ending says nothing.

    Returns:
        ``"text"`` when nothing speaks for another format.

    Examples:
        >>> detect_format("reports.jsonl", b""), detect_format("-", b"<!doctype html><p>x"), detect_format("-", b"Hi")
        ('jsonl', 'html', 'text')
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    opening = _open_words(head)
    if _HTML.match(opening):
        return "html"
    return "jsonl" if suffix == ".json" or _looks_like_lines_of_json(opening) else "text"


def _open_words(head: bytes) -> str:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head.decode(encoding, errors="ignore")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _looks_like_lines_of_json(opening: str) -> bool:
    # Several lines are looked at, so that one bad first line does not turn a file of reports into one text.
    lines = [line for line in opening.split("\n")[:10] if line.strip()]
    matching = sum(_JSON.match(line) is not None for line in lines)
    return _JSON.match(opening) is not None or (bool(lines) and 2 * matching >= len(lines))
