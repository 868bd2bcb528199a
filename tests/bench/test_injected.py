import datetime as dt
import random

import pytest

from bench.contradictions import EXPECTED, WORDS, parse_templates
from bench.injecting import Setting, fill_in, insert
from bench.sets.injected import count
from bench.tallies import Counts, Pairs
from sayso.model import make_document

TEMPLATES = [one for templates in parse_templates().values() for one in templates]
SETTING = Setting("Dorn", "the Red Cross", dt.date(2025, 11, 28))
REPORT = "Rain fell on Dorn on Monday.\n\nThe river rose.\n\nSchools stayed open, the Red Cross said."


def test_each_kind_has_five_wordings_and_both_halves() -> None:
    assert set(EXPECTED) == set(WORDS)
    for templates in parse_templates().values():
        assert len(templates) >= 5
        assert abs(sum(one.half == "held_out" for one in templates) * 2 - len(templates)) <= 1


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: f"{one.kind}-{one.domain}")
def test_contradiction_and_twin_differ_in_figures_alone(template: object) -> None:
    assert not isinstance(template, str)
    filled = fill_in(template, SETTING, random.Random(1))  # type: ignore[arg-type]
    assert filled.contradiction != filled.twin
    assert all("{" not in words for words in (*filled.contradiction, *filled.twin))


def test_insertions_stand_where_the_stretches_say() -> None:
    document = make_document(REPORT, date="2025-11-28", title="Rain")
    texts = [("One.", "Two."), ("TITLEMore rain", "Three.")]
    altered = insert(document, texts, random.Random(3))
    said = [[altered.document.text[start:end] for start, end in own] for own in altered.stretches]
    assert said == [["One.", "Two."], ["Three."]]
    assert altered.document.title == "More rain"
    rest = altered.document.text
    for words in ("One.", "Two.", "Three."):
        rest = rest.replace(f" {words}", "", 1)
    assert rest == REPORT


def test_found_counts_a_contradiction_and_spares_its_twin() -> None:
    template = next(one for one in TEMPLATES if one.kind == "falling_total" and one.domain == "drowned")
    item = {"id": "r", "document": make_document(REPORT, date="2025-11-28"), "templates": [template]}
    tally = count(item)
    assert tally["found_falling_total"] == Counts(1, 1, 1)
    assert tally["false_per_1000"] == Pairs(gold=1, off=0.0)
    assert tally["untouched_per_1000"] == Pairs(gold=1, off=0.0)
