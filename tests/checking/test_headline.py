from typing import Any

import pytest

from sayso.checking import Frame, check_statements
from sayso.model import Statement
from tests.checking.making import make_quantity, say


def kinds(head: Statement, *body: Statement) -> Any:
    frames = {"doc": Frame(headline=(head,))}
    return [finding.kind for finding in check_statements(body, frames=frames)]


def test_count_of_the_headline_that_the_body_does_not_bear_out_is_found() -> None:
    assert kinds(say(0, make_quantity(63)), say(50, make_quantity(38))) == ["headline_and_body"]
    assert kinds(say(0, make_quantity(38)), say(50, make_quantity(38))) == []


@pytest.mark.parametrize(
    "body",
    [
        [say(50, make_quantity(38), measure="injured")],
        [say(50, make_quantity(38), counted="children", lemma="child")],
        [say(50, make_quantity(38)), say(90, make_quantity(25))],
        [say(50, make_quantity(38)), say(90, make_quantity(25), counted="women", lemma="woman")],
        [say(50, make_quantity(38)), say(90, make_quantity(63), counted="women", lemma="woman")],
        [say(50, make_quantity(38, "at_least"))],
        [say(50, make_quantity(38), modality="denied")],
        [say(50, make_quantity(38), between=" more ")],
    ],
)
def test_headline_is_let_be_where_the_body_counts_otherwise(body: list[Statement]) -> None:
    assert "headline_and_body" not in kinds(say(0, make_quantity(63)), *body)


def test_headline_finding_names_only_statements_of_the_body() -> None:
    head, other = say(0, make_quantity(63)), say(50, make_quantity(38))
    (finding,) = check_statements([other], frames={"doc": Frame(headline=(head,))})
    assert finding.statements == (other.id,)
    assert [assumption.key for assumption in finding.assumptions] == ["headline_means_same"]


def test_finding_of_a_headline_is_not_literal_and_says_how_far_apart() -> None:
    frames = {"doc": Frame(headline=(say(0, make_quantity(60)),))}
    report = check_statements([say(50, make_quantity(15))], frames=frames)
    (finding,) = report
    assert (finding.lens, finding.factor) == ("conveyed", 55 / 15)
    assert report.count_by_lens()["literal"] == 0
    assert not check_statements([say(50, make_quantity(15))], frames=frames, lens="literal")
