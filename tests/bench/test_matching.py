from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.matching import Offsets, match, overlap


def weight_table(table: list[list[int]]) -> Callable[[int, int], float]:
    return lambda one, other: float(table[one][other])


@given(
    st.integers(0, 4).flatmap(
        lambda width: st.lists(st.lists(st.integers(0, 3), min_size=width, max_size=width), max_size=4)
    )
)
def test_match_makes_as_many_pairs_as_any_pairing(table: list[list[int]]) -> None:
    width = len(table[0]) if table else 0
    pairs = match(range(len(table)), range(width), weight_table(table))
    assert len(set(pairs.values())) == len(pairs)
    assert all(table[one][other] > 0 for one, other in pairs.items())
    padded = [*range(width), *[-1] * len(table)]
    best = max(
        sum(other >= 0 and table[one][other] > 0 for one, other in enumerate(order))
        for order in permutations(padded, len(table))
    )
    assert len(pairs) == best


def test_match_counts_no_answer_twice() -> None:
    assert match(["a", "a"], ["a"], lambda one, other: float(one == other)) == {0: 0}


def test_match_takes_a_pair_apart_when_that_makes_one_more() -> None:
    assert match([0, 1], [0, 1], weight_table([[2, 1], [1, 0]])) == {0: 1, 1: 0}


def test_match_prefers_the_greatest_overlap() -> None:
    gold, found = [Offsets(0, 10)], [Offsets(0, 2), Offsets(3, 10)]
    assert match(gold, found, overlap) == {0: 1}


@pytest.mark.parametrize(("other", "shared"), [((5, 7), 0), ((4, 9), 1), ((0, 5), 5), ((2, 3), 1)])
def test_overlap_counts_shared_characters(other: tuple[int, int], shared: int) -> None:
    assert overlap(Offsets(0, 5), Offsets(*other)) == shared
