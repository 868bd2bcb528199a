import datetime as dt
import random
from collections import Counter

import pytest

from bench.contradictions import DEVELOPED, EXPECTED, HELD_OUT, Template, parse_templates
from bench.injecting import Setting, fill_in, insert
from bench.sets.injected import EACH, choose, count
from bench.tallies import Counts, Pairs
from sayso.model import make_document

TEMPLATES = [one for templates in parse_templates().values() for one in templates]
SETTING = Setting("Dorn", "the Red Cross", dt.date(2025, 11, 28))
REPORT = "Rain fell on Dorn on Monday.\n\nThe river rose.\n\nSchools stayed open, the Red Cross said."


def test_each_kind_has_wordings_in_both_halves() -> None:
    assert set(EXPECTED) == set(DEVELOPED) == set(HELD_OUT)
    for templates in parse_templates().values():
        assert Counter(one.half for one in templates)["developed"] >= 5
        assert Counter(one.half for one in templates)["held_out"] >= 4
    assert len({one.paragraphs for one in TEMPLATES}) == len(TEMPLATES)


def test_halves_get_as_many_insertions_of_different_things() -> None:
    used: Counter[Template] = Counter()
    rng = random.Random(1)
    for _ in range(200):
        chosen = choose(parse_templates(), used, rng)
        assert len({one.kind for one in chosen}) == len({one.domain for one in chosen}) == EACH
    for templates in parse_templates().values():
        held_out, developed = (
            sum(used[one] for one in templates if one.half == half) for half in ("held_out", "developed")
        )
        assert abs(held_out - developed) <= 2
        assert all(used[one] for one in templates)


@pytest.mark.parametrize("seed", range(20))
def test_figures_of_new_forms_contradict_and_agree(seed: int) -> None:
    false, true = _fill("fires", "quadruple", seed)
    assert 4 * false["a"] > 1.3 * false["b"]
    assert 4 * true["a"] == true["b"]
    false, true = _fill("boats", "quarter", seed)
    assert false["b"] / false["a"] > 0.4
    assert abs(true["a"] - 4 * true["b"]) <= 2
    false, true = _fill("births", "low", seed)
    assert false["a"] < false["b"]
    assert true["a"] > true["b"]


def _fill(domain: str, form: str, seed: int) -> list[dict[str, int]]:
    """The figures of the contradiction and of the twin, by blank."""
    template = next(one for one in TEMPLATES if (one.domain, one.form) == (domain, form))
    told = template._replace(paragraphs=("{a} {b}",))
    filled = fill_in(told, SETTING, random.Random(seed))
    texts = (filled.contradiction[0], filled.twin[0])
    return [dict(zip("ab", (int(word.replace(",", "")) for word in text.split()), strict=True)) for text in texts]


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
