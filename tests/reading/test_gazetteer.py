import pytest

from sayso.reading.gazetteer import find_country_code, look_up
from training.gazetteer import pack_cities


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Peru", "PER"), ("peruvian", "PER"), ("the Netherlands", "NLD"), ("DR  Congo", "COD"), ("Turkey", "TUR"),
        ("Georgian", "GEO"),
    ],
)  # fmt: skip
def test_find_country_code_takes_names_and_adjectives(name: str, code: str) -> None:
    assert find_country_code(name) == code


@pytest.mark.parametrize("name", ["Lima", "Gaza", "West Bank", "Georgia", "Texas", "Atlantis", ""])
def test_find_country_code_leaves_what_is_no_country_or_not_only_one(name: str) -> None:
    assert find_country_code(name) is None


@pytest.mark.parametrize(
    ("name", "country", "precision", "own"),
    [
        ("Aleppo", "SYR", "city", "Aleppo"), ("Halab", "SYR", "city", "Aleppo"), ("Texas", "USA", "region", "Texas"),
        ("Ukrainian", "UKR", "country", "Ukraine"), ("the Netherlands", "NLD", "country", "The Netherlands"),
        ("'s-Gravenzande", "NLD", "city", "'s-Gravenzande"), ("‘Āmūdā", "SYR", "city", "‘Āmūdā"),
    ],
)  # fmt: skip
def test_look_up_finds_countries_states_and_cities_by_any_of_their_names(
    name: str, country: str, precision: str, own: str
) -> None:
    entry = look_up(name)
    assert entry is not None
    assert (entry.country, entry.precision, entry.name) == (country, precision, own)


@pytest.mark.parametrize("name", ["", " ", "A", "Zzz", "zz", "~", "Alepp", "Aleppoo", "\t", "SYR", "\ud800", "170063"])
def test_look_up_finds_nothing_that_is_no_name(name: str) -> None:
    assert look_up(name) is None


def test_pack_cities_keeps_the_biggest_city_of_a_name() -> None:
    cities = [
        {"name": "Dorn", "alternatenames": ["Dornstadt", "dorn", "Дорн"], "countrycode": "DE", "population": 20_000, "geonameid": 7},
        {"name": "Neu-Dorn", "alternatenames": ["Dorn"], "countrycode": "AT", "population": 90_000, "geonameid": 9},
    ]  # fmt: skip
    lines = pack_cities(cities, {"DE": "DEU", "AT": "AUT"}).decode().splitlines()
    assert lines == ["", "Dorn\tAUT\t9\t90000\tNeu-Dorn", "Dornstadt\tDEU\t7\t20000\tDorn", "Neu-Dorn\tAUT\t9\t90000\t"]
