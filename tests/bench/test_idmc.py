from typing import Any

import pytest

from bench.matching import Offsets
from bench.nouns import counted_kind
from bench.sets.idmc_idetect import Fact, count_facts, from_statement, parse_gold
from bench.sets.idmc_kili import count_spans, found_spans, gold_spans, known_passages
from tests.bench.values import make_counted, make_event, make_quantity, make_statement


def quantity(start: int, text: str) -> dict[str, Any]:
    return {"start": start, "end": start + len(text), "text": text, "type": "PERSON"}


def fact(start: int, text: str) -> dict[str, Any]:
    return {"start": start, "end": start + len(text), "text": text, "type": "EVACUATED"}


def test_gold_spans_keep_the_shortest_of_several_annotators_and_need_a_number() -> None:
    item = {
        "annotations": [
            {"quantities": [quantity(10, "some 660 people"), quantity(40, "residents"), quantity(60, "Hundreds")]},
            {"quantities": [quantity(15, "660 people")]},
        ]
    }
    assert gold_spans(item) == [Offsets(15, 25), Offsets(60, 68)]


def test_known_passages_are_put_together_where_facts_overlap() -> None:
    annotations = [
        {"facts": [fact(100, "53 people were"), fact(103, "people were moved")]},
        {"facts": [fact(300, "9 more")]},
    ]
    assert known_passages({"id": "a", "text": None, "annotations": annotations}) == [
        (100, "53 people were moved"),
        (300, "9 more"),
    ]


def test_known_passages_of_an_article_with_text_are_the_text() -> None:
    assert known_passages({"id": "a", "text": "whole", "annotations": []}) == [(0, "whole")]


def test_known_passages_refuse_facts_that_disagree() -> None:
    annotations = [{"facts": [fact(0, "53"), fact(1, "4")]}]
    with pytest.raises(ValueError, match="disagree"):
        known_passages({"id": "a", "text": None, "annotations": annotations})


def test_found_spans_are_people_households_and_buildings_with_their_noun() -> None:
    statements = [
        make_statement(
            make_quantity(53, unit="person"), at=(10, 12), counted=make_counted("resident", "residents", 13)
        ),
        make_statement(make_quantity(9, unit="millimetre"), at=(40, 41)),
        make_statement(make_quantity(4, unit="house"), at=(50, 51)),
    ]
    assert found_spans(statements, 100) == [Offsets(110, 122), Offsets(150, 151)]


def test_kili_counts_overlaps_one_to_one() -> None:
    tally = count_spans([Offsets(0, 10), Offsets(20, 30)], [Offsets(8, 12), Offsets(0, 3), Offsets(40, 50)])
    assert tally["quantity_f1"] == (1, 3, 2)


@pytest.mark.parametrize(
    ("unit", "lemma", "kind"),
    [
        ("person", "villager", "person"), ("person", "family", "household"), ("house", "house", "building"),
        ("millimetre", None, None), (None, "people", "person"), ("person", "primary school", "building"),
    ],
)  # fmt: skip
def test_counted_kind_looks_at_the_noun_first(unit: str | None, lemma: str | None, kind: str | None) -> None:
    counted = make_counted(lemma) if lemma else None
    assert counted_kind(make_statement(make_quantity(1, unit=unit), counted=counted)) == kind


def test_idetect_record_needs_quantity_unit_and_term_of_one_statement() -> None:
    wanted = [parse_gold({"quantity": 310, "term": "Displaced", "unit": "Households"})]
    people = make_statement(make_quantity(1600, unit="person"), event=make_event("displace"))
    families = make_statement(make_quantity(310, "about", unit="household"), event=make_event("displace"))
    fled = make_statement(make_quantity(310, unit="household"), event=make_event("flee"))
    assert [from_statement(one)[1:] for one in (people, families, fled)] == [
        ("People", "Displaced"), ("Households", "Displaced"), ("Households", "Forced to Flee"),
    ]  # fmt: skip
    whole = count_facts(wanted, [from_statement(people), from_statement(families)])
    assert (whole["quantity_exact"].right, whole["record_right"].right) == (1, 1)
    other = count_facts(wanted, [from_statement(people), from_statement(fled)])
    assert (other["quantity_exact"].right, other["record_right"].right) == (1, 0)


def test_idetect_takes_either_end_of_a_range() -> None:
    statement = make_statement(
        make_quantity(90, "range", high=230, best=160, unit="person"), counted=make_counted("idp")
    )
    assert from_statement(statement) == Fact((90, 230), "People", "Displaced")
