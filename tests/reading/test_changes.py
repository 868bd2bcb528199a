"""Which way something moved, and by how much."""

import pytest

from sayso.reading import find_quantities
from tests.reading.reports import figure_of


@pytest.mark.parametrize(
    ("text", "number", "direction"),
    [
        ("The firm expects to grow its sales in Asia by 35 per cent.", "35 per cent", "up"),
        ("It cut its forecast by a fifth.", "a fifth", "down"),
        ("Shares of Acme were down 2%, Bolt by 3% and Crane was up 1%.", "3%", "down"),
        ("In London: Acme -1.3%, Bolt +0.4%.", "-1.3%", "down"),
        ("In London: Acme -1.3%, Bolt +0.4%.", "0.4%", "up"),
        ("Crude slipped 46 cents, or 0.6%, to $78.", "0.6%", "down"),
        ("The index added 12 points.", "12", "up"),
        ("The index rose 0.8 per cent, or 142 points.", "142", "up"),
        ("Acme rallied 7 percent to 47 yuan.", "7 percent", "up"),
        ("The economy shrank at an annual rate of 1.5%.", "1.5%", "down"),
        ("The economy grew at a 3% pace.", "3%", "up"),
        ("The bank raised its key rate by 50 basis points.", "50", "up"),
        ("Seas could rise 11 feet per century.", "11", "up"),
    ],
)
def test_words_tell_which_way(text: str, number: str, direction: str) -> None:
    (figure,) = [one for one in find_quantities(text) if one.span.exact == number]
    assert figure.quantity.direction == direction


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The firm posted a loss of $1.2 billion.", "1.2 billion"),
        ("The deposit rate is at -0.5%.", "-0.5%"),
        ("Output fell in a region struck by 3 storms.", "3"),
        ("The price of oil beat forecasts by 3%.", "3%"),
        ("Police cut 12 cables.", "12"),
        ("The price fell to $30.", "30"),
        ("The rate rose from 3% to 5%.", "5%"),
        ("It accelerates from 0 to 60 mph.", "0 to 60"),
    ],
)
def test_level_has_no_way(text: str, number: str) -> None:
    (figure,) = [one for one in find_quantities(text) if one.span.exact == number]
    assert figure.quantity.direction is None


def test_fall_written_with_a_minus_is_that_much_down() -> None:
    quantity = figure_of("In London: Acme -1.3%.", "-1.3%").quantity
    assert (quantity.best, quantity.direction, quantity.as_written) == (0.013, "down", "-1.3%")
