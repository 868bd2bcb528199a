import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import (
    ID_LENGTH,
    Extraction,
    Statement,
    digest,
    make_agent,
    make_document,
    make_relation,
    make_review,
    statement_id,
)
from tests.conftest import ROOT
from tests.model.nouns import any_of
from tests.model.samples import make_sample_document, make_sample_statement

# Ids lie in people's ledgers: when one of these changes, every ledger needs a migration.
PINNED = {
    "document": "97300091512a5a834ba72e83",
    "statement": "ae182e46f91480a2b202f546",
    "relation": "7f99d7007963b37f393911a3",
    "review": "36b2a96d898fd60bb3813d1b",
    "agent": "991cc5c15cae55244c9ecee1",
}


def make_ids() -> dict[str, str]:
    """One id of every noun that has one."""
    statement = make_sample_statement()
    relation = make_relation("d1", "doubts", targets=(statement.id,), direction="understated", by="Gazette")
    review = make_review(actor="ada", time="2025-06-04T10:00:00Z", target=statement.id, action="accept")
    agent = make_agent("the Red Crane", type="organization")
    return {
        "document": make_sample_document().id,
        "statement": statement.id,
        "relation": relation.id,
        "review": review.id,
        "agent": agent.id,
    }


def test_ids_are_the_same_for_ever() -> None:
    assert make_ids() == PINNED


@pytest.mark.parametrize("seed", ["1", "2"])
def test_ids_are_the_same_in_every_process(seed: str) -> None:
    code = "from tests.model.test_digests import make_ids; print(*make_ids().values())"
    env = {"PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env, cwd=ROOT)
    assert done.stdout.split() == list(PINNED.values())


def test_digest_is_lower_case_hex_of_fixed_length() -> None:
    assert len(digest("agent", "x")) == ID_LENGTH
    assert set(digest("agent", "x")) <= set("0123456789abcdef")


def test_digest_differs_between_nouns() -> None:
    assert digest("agent", "x") != digest("document", "x")


def test_digest_does_not_depend_on_the_order_of_keys() -> None:
    assert digest("agent", {"a": 1, "b": 2}) == digest("agent", {"b": 2, "a": 1})


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4, unique=True))
def test_digest_tells_joined_strings_apart(words: list[str]) -> None:
    joined = "".join(words)
    assert (digest("agent", words) == digest("agent", [joined])) == (words == [joined])


@given(any_of(Statement), any_of(Extraction))
def test_statement_id_does_not_depend_on_how_it_was_extracted(statement: Statement, other: Extraction) -> None:
    assert statement_id(statement) == statement_id(msgspec.structs.replace(statement, extraction=other, id="other"))


@given(any_of(Statement), any_of(Statement), st.data())
def test_statement_id_depends_on_every_other_field(one: Statement, two: Statement, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from([name for name in one.__struct_fields__ if name not in ("id", "extraction")]))
    value = getattr(two, field)
    changed = msgspec.structs.replace(one, **{field: value})
    assert (statement_id(changed) == statement_id(one)) == (changed == one)


def test_relation_id_is_the_same_when_a_default_is_spelled_out() -> None:
    brief = make_relation("d1", "doubts", targets=("s1",))
    spelled = make_relation("d1", "doubts", targets=("s1",), direction=None, by=None, source=None, cue=None)
    assert brief == spelled


def test_relation_id_does_not_depend_on_the_stage() -> None:
    one = make_relation("d1", "repeats", targets=("s1",), source="s2", stage="a.v1")
    two = make_relation("d1", "repeats", targets=("s1",), source="s2", stage="a.v2")
    assert one.id == two.id
    assert one.stage != two.stage


def test_review_id_is_the_same_when_a_default_is_spelled_out() -> None:
    known = {"actor": "ada", "time": "2025-06-04T10:00:00Z", "target": "s1"}
    brief = make_review(**known, action="reject")
    assert brief == make_review(**known, action="reject", before=None, after=None, reason="", light=None)
    assert brief.id != make_review(**known, action="reject", reason="no such figure").id


def test_document_id_depends_on_what_identifies_it_alone() -> None:
    plain = make_document("12 died.", publisher="Gazette")
    assert plain.id == make_document("12 died.", publisher="Gazette", author="A. Writer").id
    assert plain.id != make_document("12 died.", publisher="Courier").id
    assert plain.id != make_document("13 died.", publisher="Gazette").id
    assert plain.id != make_document("12 died.", publisher="Gazette", date="2025-06-03").id
