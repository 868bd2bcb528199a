"""Where documents come from: a path, bytes or a stream, read whole or in chunks, with errors that name it."""

import io
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple, TypeAlias

from sayso.ingest.formats import HEAD_LENGTH
from sayso.model import DocumentError, MissingDocumentError

Source: TypeAlias = str | os.PathLike[str] | bytes | IO[str] | IO[bytes]
"""A path (a string is a path, never the text itself nor a URL), the bytes, or a stream such as standard input."""

_CHUNK_LENGTH = 1 << 20


class Opened(NamedTuple):
    """A source about to be read: its name for messages, its first bytes, and all its chunks from the start.

    ``encoding`` is set for a stream of text, whose characters come as UTF-8 whatever the caller says.
    """

    name: str
    head: bytes
    chunks: Iterator[bytes]
    encoding: str | None


def name_source(source: Source) -> str:
    """What messages call a source: its path, ``<stdin>``, ``<bytes>`` or ``<stream>``.

    Raises:
        MissingDocumentError: A path that leads to no file.
    """
    if isinstance(source, bytes):
        return "<bytes>"
    if isinstance(source, (str, os.PathLike)):
        return str(_check_path(source))
    name = getattr(source, "name", None)
    return name if isinstance(name, str) and name else "<stream>"


def open_source(source: Source, *, needs_head: bool) -> Opened:
    """Start to read a source.

    Args:
        source: A path, bytes or a stream.
        needs_head: Whether to read the first bytes at once; without it nothing is read before the first chunk
            is asked for, so that a slow pipe can be followed line by line.

    Raises:
        MissingDocumentError: No file lies at the path.
        DocumentError: It cannot be read.
    """
    name = name_source(source)
    chunks = _iter_chunks(source, name)
    is_text = isinstance(source, io.TextIOBase) and not hasattr(source, "buffer")
    encoding = "utf-8" if is_text else None
    if not needs_head:
        return Opened(name, b"", chunks, encoding)
    taken: list[bytes] = []
    while sum(map(len, taken)) < HEAD_LENGTH and (chunk := next(chunks, b"")):
        taken.append(chunk)
    head = b"".join(part[:HEAD_LENGTH] for part in taken)[:HEAD_LENGTH]
    return Opened(name, head, chain(taken, chunks), encoding)


def iter_lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of chunked bytes, split at line feeds only and without them: other separators may stand in JSON."""
    pending: list[bytes] = []
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        pending.append(first)
        if others:
            yield b"".join(pending)
            yield from others[:-1]
            pending = [others[-1]]
    if last := b"".join(pending):
        yield last


def _check_path(path: str | os.PathLike[str]) -> Path:
    where = Path(path)
    try:
        is_directory, exists = where.is_dir(), where.exists()
    except (OSError, ValueError) as err:  # too long a name, a NUL in it
        raise MissingDocumentError(f"expected the path of a file, found {str(path)[:80]!r} ({err})") from err
    if is_directory:
        raise MissingDocumentError(
            "expected a file, found a folder", where=str(where), hint="name the files in it: FOLDER/*.txt"
        )
    if not exists:
        looks_like_url = str(path).startswith(("http:/", "https:/"))
        hint = "sayso fetches nothing: download the page first" if looks_like_url else "check the path and the folder"
        raise MissingDocumentError("expected a file, found nothing there", where=str(path), hint=hint)
    return where


def _iter_chunks(source: Source, name: str) -> Iterator[bytes]:
    try:
        if isinstance(source, bytes):
            yield source
        elif isinstance(source, (str, os.PathLike)):
            with Path(source).open("rb", buffering=0) as file:
                yield from _iter_stream(file)
        else:
            # A text stream has decoded and changed line ends already; the bytes below it have not.
            yield from _iter_stream(getattr(source, "buffer", source))
    except UnicodeError:
        raise
    except OSError as err:
        hint = "allow yourself to read it (`chmod u+r FILE`)" if isinstance(err, PermissionError) else ""
        raise DocumentError(f"expected a readable file, found: {err.strerror or err}", where=name, hint=hint) from err


def _iter_stream(stream: IO[str] | IO[bytes] | object) -> Iterator[bytes]:
    read = stream.read1 if hasattr(stream, "read1") else stream.read  # type: ignore[attr-defined]
    while chunk := read(_CHUNK_LENGTH):
        # Half surrogate pairs go through here and are refused with their place where the bytes are decoded.
        yield chunk.encode("utf-8", "surrogatepass") if isinstance(chunk, str) else bytes(chunk)
