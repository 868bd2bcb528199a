"""Units that a number leaves to the figure beside it, and ages that stand without their unit."""

import pytest

from sayso.reading import find_quantities


def units(text: str) -> list[tuple[str, str | None]]:
    """Each quantity of a text with its unit."""
    return [(figure.span.exact, figure.quantity.unit) for figure in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It costs about 8 or $9.", [("8", "USD"), ("9", "USD")]),
        ("Mileage crept from 14 mpg to 24.", [("14", "mile per gallon"), ("24", "mile per gallon")]),
        ("Output went from 30 tonnes to about 45 last year.", [("30", "tonne"), ("45", "tonne")]),
        ("Fares fell to €25 from 30.", [("25", "EUR"), ("30", "EUR")]),
        ("The toll rose from 30 to 45 people.", [("30", "person"), ("45", "person")]),
        ("They sold 30 tonnes to 45 bakers.", [("30", "tonne"), ("45", "baker")]),
        ("Life expectancy for men in Dorn is around 73.", [("73", "year of age")]),
        ("The minimum age rose to 21 from 18.", [("21", "year of age"), ("18", "year of age")]),
        ("They played in eight World Cups and own two boats.", [("eight", "world cup"), ("two", "boat")]),
    ],
)  # fmt: skip
def test_unit_is_taken_from_the_figure_beside(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert units(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She works 40 hours a week.", ("40", "P1W")),
        ("He sleeps six hours a night.", ("six", "P1D")),
        ("It took 40 hours a week ago.", ("40", None)),
    ],
)
def test_length_of_time_has_its_period(text: str, wanted: tuple[str, str | None]) -> None:
    assert [(figure.span.exact, figure.per) for figure in find_quantities(text)] == [wanted]


def test_measure_behind_a_slash_says_the_one_before_again() -> None:
    first, second = find_quantities("The pump makes just under 224 kW / 300 hp.")
    assert first.quantity.bound == second.quantity.bound == "less_than"


@pytest.mark.parametrize(
    "text",
    [
        "The coast will be under water by 2120, they say.",
        "The quarter ended Sept. 30.",
        "Homes in the 90049 ZIP Code are dear.",
    ],
)
def test_years_days_and_codes_are_no_figures(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Shares fell $1.20 to $13.60.", [(1.2, 1.2), (13.6, 13.6)]),
        ("Fares rose by $3 to $5.", [(3, 5)]),
        ("Fares of $3 to $5 are usual.", [(3, 5)]),
        ("In the year to June sales rose by 2120 tonnes.", [(2120, 2120)]),
        ("One of Volta's oldest mills burnt.", [(1, 1)]),
    ],
)
def test_levels_and_ranges_are_told_apart(text: str, values: list[tuple[float, float]]) -> None:
    found = [(float(one.quantity.low or 0), float(one.quantity.high or 0)) for one in find_quantities(text)]
    assert found == values
