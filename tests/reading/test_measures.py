"""Codebooks: those that ship load; broken ones say what is wrong where; figures find their measure."""

from pathlib import Path

import pytest

from sayso.model import CodebookError
from sayso.reading import by_id, find_measure, load_codebook, parse_codebook, shipped_measures
from tests.reading.reports import figure_of
from tests.reading.test_numbers import case

GOOD = """codebook: test
version: 1
measures:
  - id: sheep_lost
    label: Sheep lost
    definition: Sheep that died or went astray.
    unit: sheep
    counts: [sheep]
    events: [lose, die]
"""


def test_shipped_codebooks_load_and_hang_together() -> None:
    measures = shipped_measures()
    known = by_id(measures)
    assert {
        "killed",
        "injured",
        "missing",
        "desertion",
        "awol_case",
        "displaced",
        "houses_destroyed",
        "disease_cases",
        "protesters",
    } <= set(known)
    assert all(link.measure in known for measure in measures for link in measure.links)
    for measure in measures:
        assert measure.definition.endswith(".")
        assert measure.label
        assert measure.counts


def test_entries_of_one_measure_agree_on_what_it_is() -> None:
    for measure in shipped_measures():
        first = by_id(shipped_measures())[measure.id]
        assert (measure.label, measure.definition, measure.unit) == (first.label, first.definition, first.unit)


def test_codebook_of_ones_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(GOOD, encoding="utf-8")
    (measure,) = load_codebook(path)
    assert (measure.id, measure.unit, measure.aspect) == ("sheep_lost", "sheep", "flow")
    assert find_measure([measure], lemma="sheep", unit="sheep", event="lose", sentence="") == measure
    assert find_measure([measure], lemma="sheep", unit="sheep", event="buy", sentence="") is None
    assert find_measure([measure], lemma="goat", unit="goat", event="lose", sentence="") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "expected the keys"),
        ("- a\n- b\n", "expected the keys"),
        ("codebook: x\nversion: 1\n", "expected the keys"),
        ("codebook: x\nversion: 1\nmeasures: []\nmore: 1\n", "expected the keys"),
        ("codebook: x\nversion: 1\nmeasures: three\n", "expected the keys"),
        ("codebook: [x\n", "expected YAML"),
        ("codebook: x\nversion: 1\nmeasures: [sheep]\n", "measures[0]"),
        (GOOD.replace("    unit: sheep\n", ""), "measures[0]"),
        (GOOD.replace("    label: Sheep lost\n", ""), "measures[0]"),
        (GOOD.replace("id: sheep_lost", "id: 7"), "measures[0]"),
        (GOOD.replace("counts: [sheep]", "counts: sheep"), "counts"),
        (GOOD.replace("events: [lose, die]", "events: [1, 2]"), "events"),
        (GOOD + "    colour: white\n", "unknown field colour"),
        (GOOD + "    aspect: level\n", "aspect"),
        (GOOD + "    links: [{kind: cousin_of, measure: goats}]\n", "links"),
        (GOOD + "  - id: goats\n", "measures[1]"),
    ],
)
def test_broken_codebook_names_the_entry(text: str, words: str) -> None:
    with pytest.raises(CodebookError) as caught:
        parse_codebook(text, where="sheep.yaml")
    assert words in str(caught.value)
    assert caught.value.where == "sheep.yaml"


def test_every_broken_entry_is_named() -> None:
    with pytest.raises(CodebookError) as caught:
        parse_codebook(GOOD + "  - id: goats\n  - 12\n")
    assert "measures[1]" in str(caught.value)
    assert "measures[2]" in str(caught.value)
    assert "measures[0]" not in str(caught.value)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00codebook"])
def test_codebook_file_that_cannot_be_read_says_so(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "gone.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CodebookError) as caught:
        load_codebook(path)
    assert str(path) in caught.value.where


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        case("The storm killed 14 people.", "14", "killed"),
        case("At least 14 soldiers died.", "14", "killed"),
        case("The storm injured 14 people.", "14", "injured"),
        case("Twelve people are missing.", "Twelve", "missing"),
        case("Some 300,000 people have been displaced.", "300,000", "displaced"),
        case("Some 9,000 families have been displaced.", "9,000", "households_displaced"),
        case("Police arrested 30 people.", "30", "arrested"),
        case("Police arrested 30 protesters.", "30", "arrested"),
        case("About 120 houses were destroyed.", "120", "houses_destroyed"),
        case("About 120 houses were damaged.", "120", "houses_damaged"),
        case("In October 21,600 soldiers deserted.", "21,600", "desertion"),
        case("Prosecutors opened 230,000 criminal cases for absence without leave.", "230,000", "awol_case"),
        case("The ministry reported 1,340 cases of cholera.", "1,340", "disease_cases"),
        case("The treaty has 32 members.", "32", None),
        case("The war killed 14 horses.", "14", None),
        case("In court 14 cases were heard.", "14", None),
    ],
)  # fmt: skip
def test_thing_and_event_give_the_measure(text: str, number: str, measure: str | None) -> None:
    assert figure_of(text, number).measure == measure
