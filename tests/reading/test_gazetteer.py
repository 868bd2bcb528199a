import pytest

from sayso.reading.gazetteer import find_country_code


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
