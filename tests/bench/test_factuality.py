import pytest

from bench.bootstrap import bootstrap_range, draw_weights
from bench.data import BrokenDataError, Item
from bench.sets.factuality import METRICS, count_events, find_events
from bench.tallies import Pairs, add_up, nothing, pair_up, rate


def target(first: int, text: str, factuality: float) -> Item:
    return {"token_start": first, "token_end": first + len(text.split()), "text": text, "factuality": factuality}


ITEM: Item = {
    "id": "f1",
    "text": "Osk 's mayor denied that the dam broke .",
    "targets": [target(3, "denied", 3.0), target(7, "broke", -1.0)],
}


def test_find_events_counts_tokens_between_single_spaces() -> None:
    text = str(ITEM["text"])
    assert [text[event.start : event.end] for event in find_events(ITEM)] == ["denied", "broke"]


def test_find_events_takes_several_tokens_and_the_last_one() -> None:
    item = ITEM | {"targets": [target(7, "broke .", 0.0)]}
    assert [tuple(event) for event in find_events(item)] == [(33, 40)]


def test_event_that_is_not_where_its_tokens_are_is_refused() -> None:
    with pytest.raises(BrokenDataError, match="expected 'denied' at tokens 4 to 5, found 'that'"):
        find_events(ITEM | {"targets": [target(4, "denied", 3.0)]})


def test_metrics_are_over_all_events_of_all_items() -> None:
    tallies = [count_events(ITEM, [2.5, 1.0]), count_events(ITEM | {"targets": [target(3, "denied", 0.0)]}, [0.0])]
    values = {
        metric.name: rate(metric.kind, add_up(metric.kind, [tally[metric.name] for tally in tallies]))
        for metric in METRICS
    }
    assert values["mae"] == pytest.approx((0.5 + 2.0 + 0.0) / 3)
    assert values["r"] == pytest.approx(12.5 / (26 * 9.5) ** 0.5)  # 3, -1, 0 and 2.5, 1, 0


def test_as_many_numbers_as_events_are_wanted() -> None:
    with pytest.raises(ValueError, match="zip"):
        count_events(ITEM, [3.0])


def test_correlation_of_numbers_that_are_all_the_same_is_undefined() -> None:
    assert rate("r", pair_up([3.0, -1.0, 0.4], [2.9, 2.9, 2.9])) is None
    assert rate("r", pair_up([0.3, 0.3, 0.3], [2.9, 1.0, -1.0])) is None
    assert rate("r", pair_up([1.0], [1.0])) is None
    assert rate("mae", pair_up([3.0, -1.0], [2.9, 2.9])) == pytest.approx(2.0)


def test_correlation_is_one_for_numbers_on_a_line() -> None:
    assert rate("r", pair_up([3.0, -1.0, 0.4], [1.5, -0.5, 0.2])) == pytest.approx(1.0)
    assert rate("r", pair_up([3.0, -1.0, 0.4], [-3.0, 1.0, -0.4])) == pytest.approx(-1.0)


def test_nothing_to_judge_gives_no_number_and_adds_nothing() -> None:
    assert nothing("mae") == Pairs()
    assert rate("mae", Pairs()) is None
    assert rate("r", Pairs()) is None
    assert add_up("r", [pair_up([1.0], [2.0]), nothing("r")]) == pair_up([1.0], [2.0])


def test_bootstrap_range_of_errors_that_are_all_one_size_is_a_point() -> None:
    sums = [pair_up([1.0, 2.0], [0.5, 2.5])] * 6
    assert bootstrap_range("mae", sums, draw_weights(6)) == (0.5, 0.5)
    assert bootstrap_range("r", [pair_up([1.0], [1.0])] * 3, draw_weights(3)) == (None, None)
