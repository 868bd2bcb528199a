"""Sentences that tell the same again with another figure, and findings that no editor would want."""

from typing import Any

import msgspec
import pytest

import sayso
from sayso.checking import Frame, check_statements
from sayso.model import CheckReport, Place
from tests.checking.making import make_quantity, say, tie


def check(text: str, *, title: str | None = None, date: str | None = None) -> CheckReport:
    document = sayso.Document(id="doc", text=text, title=title, date=date)
    reading = sayso.read(document)
    return sayso.check(reading.statements, reading.relations, documents=[document])


def kinds(report: CheckReport) -> list[str]:
    return [finding.kind for finding in report]


def test_sentence_told_again_with_another_figure_is_found() -> None:
    text = (
        "Rangers who reached the mill near Dornbridge detained four poachers and two guides.\n\n"
        "The mill has stood empty for years.\n\n"
        "Rangers who reached the mill near Dornbridge detained four poachers and three guides."
    )
    (finding,) = check(text)
    assert finding.kind == "two_values"
    assert [assumption.key for assumption in finding.assumptions] == ["same_thing"]
    assert {side.low for side in finding.sides} | {side.high for side in finding.sides} == {2, 3, None}


@pytest.mark.parametrize(
    "again",
    [
        "Rangers who reached the mill near Dornbridge detained four poachers and two guides.",
        "Rangers who reached the farm near Lower Velm detained four poachers and three guides.",
        "Rangers who also reached the mill near Dornbridge detained four poachers and three guides.",
        "Earlier, rangers who reached the mill near Dornbridge detained four poachers and three guides.",
        "The court sent three guides home.",
    ],
)
def test_sentence_about_the_same_or_something_else_is_let_be(again: str) -> None:
    first = "Rangers who reached the mill near Dornbridge detained four poachers and two guides."
    assert kinds(check(f"{first}\n\nThe mill has stood empty for years.\n\n{again}")) == []


def test_numbered_pictures_are_no_figures() -> None:
    captions = [f"Image {n} of 9 Villagers wounded by the storm wait at the Dornbridge clinic." for n in (4, 5)]
    assert kinds(check("\n\n".join(captions))) == []


def head(*counts: Any, body: list[Any]) -> list[str]:
    return kinds(check_statements(body, frames={"doc": Frame(headline=counts)}))


def test_headline_one_short_of_the_body_is_found() -> None:
    assert head(say(0, make_quantity(6)), body=[say(50, make_quantity(7))]) == ["headline_and_body"]


def test_headline_one_above_the_body_is_let_be_as_one_may_be_told_without_a_number() -> None:
    assert head(say(0, make_quantity(7)), body=[say(50, make_quantity(6))]) == []


def test_headline_that_counts_in_parts_is_let_be() -> None:
    parts = [say(0, make_quantity(2), lemma="adult"), say(20, make_quantity(1), lemma="child")]
    body = [say(60, make_quantity(3), counted="people", lemma="child")]
    assert head(parts[1], body=body) == ["headline_and_body"]
    assert head(*parts, body=body) == []


def test_headline_is_held_against_figures_of_its_own_place_only() -> None:
    there = say(50, make_quantity(38), place="Velm")
    assert head(say(0, make_quantity(63), place="Velm"), body=[there]) == ["headline_and_body"]
    assert head(say(0, make_quantity(63), place="Dorn"), body=[there]) == []
    assert head(say(0, make_quantity(63), place="Upper Velm"), body=[there]) == ["headline_and_body"]


def test_figure_of_another_place_than_the_report_is_no_rival() -> None:
    others = [say(at, make_quantity(4), measure="injured", place="Dorn") for at in (100, 150)]
    count = say(50, make_quantity(38), place=None, tail="killed in Velm")
    inside, outside = (Place(start=at, end=at + 4, exact="Velm", name="Velm", country=None) for at in (72, 10))
    head_count = say(0, make_quantity(63), place=None)
    assert head(head_count, body=[msgspec.structs.replace(count, place=inside), *others]) == []
    carried = msgspec.structs.replace(count, place=outside)
    assert head(head_count, body=[carried, *others]) == ["headline_and_body"]


def test_who_did_it_is_not_held_against_how_many_it_befell() -> None:
    assert (
        kinds(check("The four riders were shot by nine men near Dornbridge.", title="Four killed in Dornbridge")) == []
    )


def test_part_told_again_is_counted_once() -> None:
    whole, one, again = say(0, make_quantity(4)), say(50, make_quantity(3)), say(200, make_quantity(3))
    other = say(300, make_quantity(3), counted="women", lemma="woman")
    ties = [tie("part_of", part, whole) for part in (one, again, other)]
    assert kinds(check_statements([whole, one, again], ties[:2])) == []
    assert kinds(check_statements([whole, one, other], [ties[0], ties[2]])) == ["parts_and_whole"]


def test_part_of_a_list_is_not_held_against_its_last_item() -> None:
    text = "The ferry carried 56 guests and 10 sailors, among them 30 citizens of Velmland."
    assert kinds(check(text)) == []
    assert kinds(check("The ferry carried 10 sailors, among them 30 citizens of Velmland.")) == ["parts_and_whole"]


def test_day_of_publication_that_several_sentences_overtake_is_taken_for_wrong() -> None:
    late = "On 12 June 2016, 15 people were killed in Dornbridge."
    words = "The hall of the town had been closed for repairs since the winter, and nobody was in it. "
    text = f"{words}{words}\n\n{late}"
    assert kinds(check(text, date="2016-06-04")) == ["dates"]
    more = f"{text}\n\nOn 13 June 2016, 8 people were wounded in Velm."
    assert kinds(check(more, date="2016-06-04")) == []


def test_list_of_small_counts_that_is_off_by_one_is_found() -> None:
    assert kinds(check("Police arrested seven people: four men and two women.")) == ["parts_and_whole"]
    assert kinds(check("Police arrested six people: four men and two women.")) == []


def test_total_of_another_clause_is_not_the_figure_s_own() -> None:
    other = "On 6 August 2016, at least 49 civilians were killed in Dornbridge, the Harbour Board said."

    def say_of(words: str) -> str:
        return f"On 6 August 2016, shelling killed {words} in Dornbridge, the Ministry said.\n\n{other}"

    clause = say_of("40 civilians").replace("said.", "said, while the Red Cross put the toll at 45.", 1)
    assert [finding.kind for finding in check(clause) if not finding.assumptions] == []
    assert [finding.kind for finding in check(say_of("a total of 40 civilians")) if not finding.assumptions] == [
        "two_values"
    ]
