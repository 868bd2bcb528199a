import pytest

from bench.bootstrap import bootstrap_range, draw_weights
from bench.tallies import Counts


def test_draw_weights_draws_as_many_as_there_are() -> None:
    assert all(sum(weights) == 7 for weights in draw_weights(7, draws=20))


def test_draw_weights_is_the_same_every_time() -> None:
    assert draw_weights(5, draws=3) == draw_weights(5, draws=3)


def test_bootstrap_range_of_items_that_agree_is_a_point() -> None:
    assert bootstrap_range("share", [Counts(1, 1, 2)] * 6, draw_weights(6)) == (0.5, 0.5)


def test_bootstrap_range_holds_the_value_and_widens_with_fewer_items() -> None:
    few = bootstrap_range("share", [Counts(1, 1, 1), Counts(0, 1, 1)] * 5, draw_weights(10))
    many = bootstrap_range("share", [Counts(1, 1, 1), Counts(0, 1, 1)] * 50, draw_weights(100))
    ends = [end or 0.0 for end in (few.low, many.low, many.high, few.high)]
    assert ends == sorted(set(ends))
    assert ends[1] == pytest.approx(0.5 - 1.645 * (0.25 / 100) ** 0.5, abs=0.01)


def test_bootstrap_range_is_none_where_nothing_is_judged() -> None:
    assert bootstrap_range("f1", [Counts(), Counts()], draw_weights(2)) == (None, None)
