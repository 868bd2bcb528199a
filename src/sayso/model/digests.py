"""Ids: a digest of what identifies a thing, the same on every machine and in every process."""

import hashlib
from typing import Any

import msgspec

ID_LENGTH = 24
"""Hex digits kept of the sha256: 96 bits, so a billion statements collide with a chance below 1e-11."""


def digest(kind: str, content: Any) -> str:
    """The id of a thing of this kind with this content.

    Args:
        kind: The noun, such as ``"statement"``; two kinds never share an id.
        content: Structs, lists, dicts, strings and numbers that identify the thing.

    Returns:
        The first 24 hex digits of the sha256 of the canonical JSON (keys sorted, no spaces).

    Examples:
        >>> digest("agent", {"name": "Die Welt"}) == digest("agent", {"name": "Die Welt"})
        True
        >>> digest("agent", ["a", "b.c"]) == digest("agent", ["a.b", "c"])
        False
    """
    canonical = msgspec.json.encode([kind, content], order="sorted")
    return hashlib.sha256(canonical).hexdigest()[:ID_LENGTH]
