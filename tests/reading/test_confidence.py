"""Confidence: the chance that a reading is right, from the rules behind it."""

from importlib.resources import files

from sayso.reading.confidence import find_confidence, iter_features
from tests.reading.reports import figure_of

RULES = {
    "quantity": "number, no bound words",
    "counted": "noun phrase",
    "event": "verb before the number",
    "aspect": "event kill",
    "interval": "no time words near",
    "place": "no place named",
}


def test_confidence_is_a_chance_with_two_digits() -> None:
    chance = find_confidence(RULES)
    assert 0 < chance < 1
    assert chance == round(chance, 2)


def test_noun_from_the_sentence_before_lowers_confidence() -> None:
    assert find_confidence(RULES | {"counted": "elided: the sentence before"}) < find_confidence(RULES)


def test_rule_that_was_never_seen_counts_as_its_kind() -> None:
    features = set(iter_features(RULES | {"aspect": "event embroider"}))
    assert {"aspect: event embroider", "aspect: event ..."} <= features
    assert find_confidence(RULES | {"aspect": "event embroider"}) > 0


def test_interval_and_place_are_no_part_of_it() -> None:
    assert find_confidence(RULES | {"interval": "x", "place": "y"}) == find_confidence(RULES)


def test_every_weight_is_named_once() -> None:
    lines = files("sayso.reading").joinpath("data/confidence.txt").read_text(encoding="utf-8").splitlines()
    names = [line.split("\t")[0] for line in lines]
    assert len(names) > 50
    assert len(set(names)) == len(names)


def test_figure_carries_the_confidence_of_its_rules() -> None:
    figure = figure_of("The storm killed 14 people.", "14")
    assert figure.confidence == find_confidence(figure.rules)
