"""Values to one line of JSON and back, every field checked."""

from typing import Any, TypeVar

import msgspec

from sayso.model.errors import ContractError

T = TypeVar("T")


def to_json(value: msgspec.Struct) -> str:
    """One line of JSON, fields in the order of the contract, non-ASCII characters as they are.

    Examples:
        >>> from sayso.model import Span
        >>> to_json(Span(start=0, end=2, exact="12"))
        '{"start":0,"end":2,"exact":"12"}'
    """
    return msgspec.json.encode(value).decode("utf-8")


def from_json(line: str | bytes, kind: type[T]) -> T:
    """The value that a line of JSON holds.

    Raises:
        ContractError: The line is no JSON, or breaks the schema; the message names the field path.
    """
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.ValidationError as err:
        raise _broken(err, kind) from err
    except msgspec.DecodeError as err:
        raise ContractError(f"expected one line of JSON, found something else ({err})") from err


def convert(fields: object, kind: type[T]) -> T:
    """The value that plain dicts and lists hold.

    Raises:
        ContractError: They break the schema; the message names the field path.
    """
    try:
        return msgspec.convert(fields, type=kind, from_attributes=True)
    except msgspec.ValidationError as err:
        raise _broken(err, kind) from err


def _broken(err: msgspec.ValidationError, kind: type[Any]) -> ContractError:
    message, _, path = str(err).partition(" - at `")
    name = getattr(kind, "__name__", str(kind))
    return ContractError(
        f"{message[:1].lower()}{message[1:]}",
        where=f"{name} at {path.rstrip('`') or '$'}",
        hint=f"`sayso schema {name.lower()}` prints what is allowed",
    )
