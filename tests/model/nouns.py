"""Any value of any noun, for properties: each field takes every value that its type allows."""

import datetime as dt
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from sayso.model import Document

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)  # lone surrogates are no text and no JSON
_FLOATS = st.floats(allow_nan=False, allow_infinity=False)
_SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | _FLOATS | _TEXT
_JSON = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_TEXT, inner, max_size=2), max_leaves=4
)
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: _TEXT,
    int: st.integers(),
    float: _FLOATS,
    bool: st.booleans(),
    type(None): st.none(),
    Any: _JSON,
}


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Every value that a type annotation of the model allows."""
    if kind is Document:
        return documents()
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        fields = {field.name: any_of(field.type) for field in msgspec.structs.fields(kind)}
        return st.fixed_dictionaries(fields).map(lambda values: kind(**values))
    return _any_of_generic(kind)


def _any_of_generic(kind: Any) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        shortest = max((meta.min_length or 0 for meta in arguments[1:] if isinstance(meta, msgspec.Meta)), default=0)
        return any_of(arguments[0]).filter(lambda value: len(value) >= shortest) if shortest else any_of(arguments[0])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        return st.one_of([any_of(argument) for argument in arguments])
    if origin is tuple and arguments[-1] is not Ellipsis:
        return st.tuples(*map(any_of, arguments))
    if origin is tuple:
        return st.lists(any_of(arguments[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(any_of(arguments[0]), any_of(arguments[1]), max_size=2)
    raise AssertionError(f"no strategy for {kind!r}: add one")


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any document, its body somewhere in its text."""
    text = draw(_TEXT)
    start = draw(st.integers(0, len(text)))
    fields = {name: draw(any_of(kind)) for name, kind in _document_fields()}
    return Document(
        text=text,
        date=draw(st.none() | st.dates(min_value=dt.date(1000, 1, 1)).map(dt.date.isoformat)),
        body_start=start,
        body_end=draw(st.none() | st.integers(start, len(text))),
        **fields,
    )


def _document_fields() -> list[tuple[str, Any]]:
    own = ("text", "date", "body_start", "body_end")
    return [(field.name, field.type) for field in msgspec.structs.fields(Document) if field.name not in own]
