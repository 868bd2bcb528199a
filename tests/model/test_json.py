import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import (
    NOUNS,
    ContractError,
    Figure,
    FigureLink,
    Measure,
    Quantity,
    Relation,
    Span,
    Statement,
    convert,
    from_json,
    to_json,
)
from tests.model.nouns import any_of
from tests.model.samples import make_sample_statement

KINDS: list[type[msgspec.Struct]] = [*NOUNS.values(), Figure, FigureLink]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_json_round_trips(kind: type[msgspec.Struct], data: st.DataObject) -> None:
    value = data.draw(any_of(kind))
    line = to_json(value)
    assert "\n" not in line
    assert from_json(line, kind) == value
    assert to_json(from_json(line.encode(), kind)) == line


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_any_json_reader_reads_the_same(kind: type[msgspec.Struct], data: st.DataObject) -> None:
    value = data.draw(any_of(kind))
    assert convert(json.loads(to_json(value)), kind) == value


def test_statement_has_its_fields_in_the_order_of_the_contract() -> None:
    fields = json.loads(to_json(make_sample_statement()))
    assert list(fields) == [
        "id", "document_id", "figure", "quantity", "counted", "event", "measure", "aspect", "per", "interval", "place",
        "modality", "hedges", "attribution", "passage", "about", "extraction",
    ]  # fmt: skip
    assert list(fields["quantity"]) == [
        "as_written", "bound", "low", "best", "high", "granularity", "conveyed_low", "conveyed_high", "unit",
        "direction",
    ]  # fmt: skip
    assert list(fields["attribution"]["chains"][0]["hops"][0]) == ["agent", "role", "link"]


def test_to_json_keeps_letters_as_they_are() -> None:
    assert to_json(Span(start=0, end=5, exact="Kyjів…")) == '{"start":0,"end":5,"exact":"Kyjів…"}'


@pytest.mark.parametrize(
    ("line", "kind", "said"),
    [
        ('{"start":0,"end":"2","exact":"12"}', Span, r"Span at \$\.end: expected `int`, got `str`"),
        ('{"start":0,"end":2}', Span, r"Span at \$: object missing required field `exact`"),
        ("{", Span, "expected one line of JSON"),
        (b"\xff", Span, "expected one line of JSON"),
        ("[]", Statement, "Statement at"),
    ],
)
def test_from_json_names_the_field(line: str | bytes, kind: type[Any], said: str) -> None:
    with pytest.raises(ContractError, match=said):
        from_json(line, kind)


def test_from_json_names_the_path_of_a_deep_field() -> None:
    fields = json.loads(to_json(make_sample_statement()))
    fields["attribution"]["chains"][0]["hops"][1]["link"] = "guessed"
    with pytest.raises(ContractError) as caught:
        from_json(json.dumps(fields), Statement)
    assert caught.value.where == "Statement at $.attribution.chains[0].hops[1].link"
    assert "guessed" in caught.value.message
    assert "sayso schema statement" in caught.value.hint


def test_from_json_refuses_an_attribution_without_chains() -> None:
    fields = json.loads(to_json(make_sample_statement()))
    fields["attribution"]["chains"] = []
    with pytest.raises(ContractError, match=r"\$\.attribution\.chains"):
        from_json(json.dumps(fields), Statement)


def test_convert_refuses_an_unknown_word() -> None:
    with pytest.raises(ContractError, match=r"Relation at \$\.kind"):
        convert({"id": "r", "document_id": "d", "kind": "likes", "by": None, "source": None, "targets": []}, Relation)


def test_convert_fills_in_defaults() -> None:
    fields = {"id": "killed", "label": "Killed", "definition": "Died by violence.", "unit": "person"}
    measure = convert(fields | {"wordings": [{"counts": ["person"]}]}, Measure)
    assert measure.aspect is None
    assert measure.wordings[0].events == ()
    assert measure.links == ()


def test_values_are_frozen() -> None:
    quantity = Quantity(as_written="12", bound="exact", low=12, best=12, high=12, granularity=1)
    with pytest.raises(AttributeError):
        quantity.low = 13  # type: ignore[misc]
