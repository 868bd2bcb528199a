"""Codebooks: those that ship load; broken ones say what is wrong where; your own come first."""

from pathlib import Path

import pytest

from sayso.model import CodebookError, SaysoError
from sayso.reading import by_id, find_measure, load_codebook, load_measures, parse_codebook, shipped_measures

GOOD = """codebook: test
version: 1
measures:
  - id: sheep_lost
    label: Sheep lost
    definition: Sheep that died or went astray.
    unit: sheep
    wordings:
      - counts: [sheep]
        events: [lose, die]
"""
LINK = "    links: [{kind: converts, measure: killed, low: 2, best: 3, high: 4}]\n"


def test_shipped_codebooks_load_and_hang_together() -> None:
    measures = shipped_measures()
    known = by_id(measures)
    assert len(known) == len(measures)
    assert {
        "killed", "injured", "missing", "desertion", "awol_case", "displaced", "evacuated", "returned", "captured",
        "mobilised", "houses_destroyed", "houses_damaged", "disease_cases", "infected", "hospitalised", "protesters",
        "arrested",
    } <= set(known)  # fmt: skip
    assert all(link.measure in known for measure in measures for link in measure.links)
    for measure in measures:
        assert measure.definition.endswith(".")


def test_shipped_factors_name_their_source() -> None:
    links = [link for measure in shipped_measures() for link in measure.links if link.kind == "converts"]
    assert links
    assert all(link.source and link.words and link.low and link.best and link.high for link in links)


def test_codebook_of_ones_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(GOOD, encoding="utf-8")
    (measure,) = load_codebook(path)
    assert (measure.id, measure.unit, measure.aspect) == ("sheep_lost", "sheep", None)
    assert find_measure([measure], lemma="sheep", unit="sheep", event="lose", sentence="") == measure
    assert find_measure([measure], lemma="sheep", unit="sheep", event="buy", sentence="") is None
    assert find_measure([measure], lemma="goat", unit="goat", event="lose", sentence="") is None


def test_codebook_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(GOOD, encoding="utf-8-sig")
    assert load_codebook(path) == parse_codebook(GOOD)


def test_own_measures_come_before_the_shipped_ones(tmp_path: Path) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(GOOD + LINK, encoding="utf-8")
    measures = load_measures(path)
    assert [measure.id for measure in measures][:2] == ["sheep_lost", shipped_measures()[0].id]
    assert measures[0].links[0].best == 3


def test_own_measure_replaces_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(GOOD.replace("sheep_lost", "killed"), encoding="utf-8")
    found = [measure for measure in load_measures(path) if measure.id == "killed"]
    assert [measure.label for measure in found] == ["Sheep lost"]


def test_shipped_measures_can_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert [measure.id for measure in load_measures(path, with_shipped=False)] == ["sheep_lost"]


def test_measure_that_two_codebooks_define_is_refused(tmp_path: Path) -> None:
    paths = tmp_path / "one.yaml", tmp_path / "two.yaml"
    for path in paths:
        path.write_text(GOOD, encoding="utf-8")
    with pytest.raises(CodebookError, match="sheep_lost is defined in another codebook too") as caught:
        load_measures(*paths)
    assert all(str(path) in str(caught.value) for path in paths)


def test_link_to_an_unknown_measure_names_the_likely_one(tmp_path: Path) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(GOOD + LINK.replace("killed", "kiled"), encoding="utf-8")
    with pytest.raises(CodebookError, match="linked to kiled, which no codebook defines; perhaps killed"):
        load_measures(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "expected the keys"),
        ("- a\n- b\n", "expected the keys"),
        ("codebook: x\nversion: 1\n", "expected the keys"),
        ("codebook: x\nversion: 1\nmeasures: []\nmore: 1\n", "expected the keys"),
        ("1: x\nversion: 1\nmeasures: []\n", "expected the keys"),
        ("codebook: x\nversion: 1\nmeasures: three\n", "expected the keys"),
        ("codebook: [x\n", "expected YAML"),
        ("codebook: x\nversion: 1\nmeasures: [sheep]\n", "measures[0]"),
        (GOOD.replace("    unit: sheep\n", ""), "measures[0]"),
        (GOOD.replace("    label: Sheep lost\n", ""), "measures[0]"),
        (GOOD.replace("unit: sheep", "unit: ' '"), "expected words in unit"),
        (GOOD.replace("id: sheep_lost", "id: 7"), "measures[0]"),
        (GOOD.replace("counts: [sheep]", "counts: sheep"), "counts"),
        (GOOD.replace("counts: [sheep]", "counts: []"), "wordings[0].counts"),
        (GOOD.replace("counts: [sheep]", "counts: [Sheep]"), "lower case in wordings[0], found 'Sheep'"),
        (GOOD.replace("counts: [sheep]", "count: [sheep]"), "count"),
        (GOOD.replace("events: [lose, die]", "events: [1, 2]"), "events"),
        (GOOD.partition("    wordings")[0], "wordings"),
        (GOOD.partition("    wordings")[0] + "    wordings: []\n", "at least one entry in wordings"),
        (GOOD + "    colour: white\n", "unknown field colour"),
        (GOOD + "    lable: white\n", "unknown field lable, perhaps label"),
        (GOOD + "    aspect: level\n", "aspect"),
        (GOOD + "    links: [{kind: cousin_of, measure: goats}]\n", "links"),
        (GOOD + "    links: [{kind: converts, measure: goats}]\n", "expected low or high"),
        (GOOD + LINK.replace("low: 2", "low: 5"), "expected 0 < low <= best <= high, found 5, 3, 4"),
        (GOOD + LINK.replace("low: 2", "low: 0"), "expected 0 < low"),
        (GOOD + LINK.replace("converts", "equals"), "only converts has them"),
        (GOOD + LINK.replace("killed", "sheep_lost"), "the measure itself"),
        (GOOD + GOOD.partition("measures:\n")[2], "sheep_lost: defined more than once"),
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
    with pytest.raises(SaysoError) as caught:
        load_codebook(path)
    assert str(path) in caught.value.where
