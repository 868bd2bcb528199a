import pytest

from bench.data import Item
from bench.sets.vitaminc_numeric import count, count_pair, hold_nearest, is_seen
from bench.tallies import Counts
from sayso.model import Bound, Quantity

PAIR: Item = {
    "page": "Osk",
    "claim": "Osk has over 40 wells.",
    "evidence": "It has 43 wells.",
    "label": "SUPPORTS",
    "bounded": True,
}


def say(bound: Bound, value: int) -> Quantity:
    return Quantity(as_written="", bound=bound, low=value, best=None, high=None, granularity=1)


def test_count_pair_counts_a_bounded_pair_in_its_half() -> None:
    tally = count_pair(PAIR, "refutes", "supports")
    assert tally["bounded_accuracy"] == Counts(0, 1, 1)
    assert ("seen_bounded_accuracy" in tally) == is_seen("Osk")
    assert tally["refutes_precision"] == Counts(0, 1, 1)
    assert tally["nearest_bounded_accuracy"] == Counts(1, 1, 1)
    assert tally["supports_f1"] == Counts(0, 0, 1)
    assert tally["refutes_f1"] == Counts(0, 1, 0)


def test_count_pair_takes_undecided_for_not_enough_information() -> None:
    tally = count_pair(PAIR | {"label": "NOT ENOUGH INFO", "bounded": False}, "undecided", "supports")
    assert tally["accuracy"] == tally["undecided_f1"] == Counts(1, 1, 1)
    assert "bounded_accuracy" not in tally
    assert "refutes_precision" not in tally


@pytest.mark.parametrize(
    ("bound", "values", "verdict"),
    [
        ("more_than", [3, 41], "supports"), ("more_than", [3, 40], "refutes"), ("at_least", [40], "supports"),
        ("less_than", [39, 90], "supports"), ("exact", [40], "undecided"), ("more_than", [], "undecided"),
    ],
)  # fmt: skip
def test_hold_nearest_takes_the_nearest_number(bound: Bound, values: list[int], verdict: str) -> None:
    assert hold_nearest([say(bound, 40)], [say("exact", value) for value in values]) == verdict


def test_page_counts_all_its_pairs() -> None:
    page = {"id": "Osk", "pairs": [PAIR, PAIR | {"evidence": "It has 12 wells."}]}
    assert count(page)["accuracy"] == Counts(1, 2, 2)
