import pytest

from bench.units import same_unit, unit_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("USD", "dollar"), ("US$", "dollars"), ("GBP", "pound sterling"), ("%", "percentage"), ("per cent", "percent"),
        ("km/h", "kilometres per hour"), ("mph", "mile per hour"), ("miles an hour", "mph"),
        ("$ a month", "dollar per month"),
        ("people", "person"), ("criminal cases", "criminal case"), ("square meters", "sqm"), ("-", ""),
        ("milliampere-hour", "mAh"), ("°C", "degrees Celsius"), ("families", "family"),
        ("pound-feet of torque", "pound-foot"),
    ],
)  # fmt: skip
def test_same_unit_knows_names_of_one_unit(one: str, other: str) -> None:
    assert same_unit(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dollar", "australian dollar"), ("mile", "mile per hour"), ("dollar", "dollar per month"), ("house", "home"),
        ("person", ""), ("percentage", "percentage point"), ("ton", "tonne"), ("heart transplant", "transplant"),
    ],
)  # fmt: skip
def test_same_unit_keeps_different_units_apart(one: str, other: str) -> None:
    assert not same_unit(one, other)


def test_unit_name_of_a_counted_noun_is_its_singular() -> None:
    assert unit_name("Debris Basins") == "debris basin"
