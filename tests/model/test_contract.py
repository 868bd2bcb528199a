import json

import jsonschema
import msgspec
import pytest
from hypothesis import given

from sayso.model import NOUNS, UnknownNameError, schema, to_json
from tests.model.nouns import any_of
from tests.model.samples import make_sample_document, make_sample_statement


@pytest.mark.parametrize("noun", NOUNS)
def test_schema_is_a_valid_schema(noun: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(noun))
    assert schema(noun)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("noun", NOUNS)
def test_schema_admits_every_value(noun: str) -> None:
    validator = jsonschema.Draft202012Validator(schema(noun))

    @given(any_of(NOUNS[noun]))
    def admits(value: msgspec.Struct) -> None:
        validator.validate(json.loads(to_json(value)))

    admits()


def test_schema_admits_the_samples() -> None:
    jsonschema.validate(json.loads(to_json(make_sample_statement())), schema())
    jsonschema.validate(json.loads(to_json(make_sample_document())), schema("document"))


@pytest.mark.parametrize(
    ("field", "value"),
    [("aspect", "flood"), ("figure", "1,200"), ("hedges", None), ("attribution", {"chains": []}), ("modality", 1)],
)
def test_schema_refuses_a_broken_statement(field: str, value: object) -> None:
    fields = json.loads(to_json(make_sample_statement())) | {field: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(fields, schema())


@pytest.mark.parametrize("noun", NOUNS)
def test_schema_says_what_every_noun_is(noun: str) -> None:
    published = schema(noun)
    name = published["$ref"].rpartition("/")[2]
    assert published["$defs"][name]["description"].strip()


def test_schema_of_an_unknown_noun_names_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="statement, relation, document"):
        schema("stetement")
