"""Decoding: scores in, cues with their sources and contents out; nothing goes on that has not begun."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.decoding import FARTHEST, Scored, best_tags, decode, list_runs

LIKELY, UNLIKELY = 4.0, -4.0


def make_scored(cues: list[int], roles: dict[int, list[int]]) -> Scored:
    """Scores of words by their cue tags and, for the cue at each position, by the roles of all words."""
    words = len(cues)
    tags = np.full((words, 3), UNLIKELY, dtype=np.float32)
    tags[range(words), cues] = LIKELY
    asks = np.zeros((words, 5, words), dtype=np.float32)
    for cue, given_roles in roles.items():
        for word, role in enumerate(given_roles):
            asks[cue, role, word] = LIKELY
    answers = np.eye(words, dtype=np.float32)
    leanings, apart = np.zeros((words, 5), np.float32), np.zeros((2 * FARTHEST + 1, 5), np.float32)
    return Scored(tags, asks, answers, leanings, apart, np.zeros(words, np.float32))


def test_decode_gives_each_cue_its_own_source_and_content() -> None:
    # Smith said police claimed 12 died
    outer, inner = [1, 0, 3, 4, 4, 4], [0, 0, 1, 0, 3, 4]
    first, second = decode(make_scored([0, 1, 0, 1, 0, 0], {1: outer, 3: inner}), lean=0.0)
    assert (first.cue, first.sources, first.content) == ((1, 2), ((0, 1),), ((2, 6),))
    assert (second.cue, second.sources, second.content) == ((3, 4), ((2, 3),), ((4, 6),))


def test_decode_never_takes_a_cue_for_a_part_of_what_it_says() -> None:
    (one,) = decode(make_scored([0, 1, 0], {1: [3, 4, 3]}), lean=0.0)
    assert one.content == ((0, 1), (2, 3))


def test_decode_bridges_a_comma_within_a_source_and_joins_runs_without_a_gap() -> None:
    # the ministry of water , energy and food said 12 died
    (one,) = decode(make_scored([0] * 8 + [1, 0, 0], {8: [1, 2, 2, 2, 0, 1, 2, 2, 0, 3, 3]}), lean=0.0)
    assert one.sources == ((0, 8),)
    assert one.content == ((9, 11),)


def test_decode_leans_towards_or_away_from_cues() -> None:
    scored = make_scored([0, 0], {0: [0, 3]})
    assert decode(scored, lean=0.0) == []
    assert [one.cue for one in decode(scored, lean=20.0)] == [(0, 1), (1, 2)]


@given(st.lists(st.lists(st.floats(-9, 9), min_size=5, max_size=5), max_size=12))
def test_best_tags_let_nothing_go_on_that_has_not_begun(scores: list[list[float]]) -> None:
    tags = best_tags(scores)
    assert len(tags) == len(scores)
    for before, tag in zip([0, *tags], tags, strict=False):
        assert tag % 2 or not tag or before in (tag, tag - 1)


@given(st.lists(st.lists(st.floats(-9, 9), min_size=3, max_size=3), min_size=1, max_size=6))
def test_best_tags_are_the_best_of_all_allowed_rows(scores: list[list[float]]) -> None:
    def rows(at: int, before: int) -> list[list[int]]:
        if at == len(scores):
            return [[]]
        allowed = [0, 1, *([2] if before else [])]
        return [[tag, *rest] for tag in allowed for rest in rows(at + 1, tag)]

    def total(tags: list[int]) -> float:
        return sum(scores[at][tag] for at, tag in enumerate(tags))

    assert total(best_tags(scores)) == pytest.approx(max(map(total, rows(0, 0))))


def test_list_runs_tells_runs_side_by_side_apart() -> None:
    assert list_runs([0, 1, 2, 1, 0, 3, 4]) == [(0, 1, 3), (0, 3, 4), (1, 5, 7)]
