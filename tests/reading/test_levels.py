"""Changes, levels and limits in the words of markets and tolls: which way, how far, or only where it stands."""

import pytest

from sayso.model import Figure
from sayso.reading import find_quantities


def only(text: str) -> Figure:
    """The one quantity of a text."""
    found = find_quantities(text)
    assert len(found) == 1, [one.span.exact for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Shares of Volta tacked on 2%.", "up"),
        ("Shares of Volta put on 2 percent.", "up"),
        ("Shares of Volta gave up 0.3%.", "down"),
        ("Shares of Volta slid 2 percent.", "down"),
        ("Shares of Volta inched higher by 0.2 percent.", "up"),
        ("Shares of Volta skidded 4%.", "down"),
        ("Shares of Volta firmed 0.1%.", "up"),
        ("Volta stock is off 3%.", "down"),
        ("Oil settled up 35 cents.", "up"),
        ("Prices rose by between 5 and 7 percent.", "up"),
        ("Rents rose by more than 5%.", "up"),
        ("The line gave up 517 yards.", None),
        ("The death toll has climbed past 200.", None),
        ("The death toll has climbed above 200 people.", None),
        ("Joblessness rose above 5%.", None),
        ("The price fell below $50 a barrel.", None),
        ("They drove past 20 houses.", None),
    ],
)
def test_direction_is_of_changes_and_never_of_levels(text: str, direction: str | None) -> None:
    assert only(text).quantity.direction == direction


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The death toll has climbed past 200 people.", "more_than"),
        ("They drove past 20 houses.", "exact"),
        ("A loaf costs $5 tops.", "at_most"),
        ("A loaf costs $5 max.", "at_most"),
        ("A loaf costs $5ish.", "about"),
    ],
)
def test_bound_words_of_plain_speech(text: str, bound: str) -> None:
    assert only(text).quantity.bound == bound


def test_count_behind_a_change_is_a_level() -> None:
    values = [(one.quantity.low, one.quantity.direction) for one in find_quantities("The toll rose by three to 41.")]
    assert values == [(3, "up"), (41, None)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Temperatures rose 1 to 5 degrees.", (1, 5)),
        ("Sales rose by 3 to 40 million units.", (3_000_000, 40_000_000)),
        ("Losses of 20 to 30 sheep are usual.", (20, 30)),
    ],
)
def test_range_behind_a_change_stays_a_range(text: str, ends: tuple[float, float]) -> None:
    quantity = only(text).quantity
    assert (quantity.low, quantity.high) == ends
