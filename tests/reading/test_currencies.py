"""Signs and codes before an amount."""

import pytest

from sayso.reading.currencies import lost_pound_before, sign_before
from sayso.reading.units import find_sign_before


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NT$5", "TWD"), ("CA$5", "CAD"), ("AU$5", "AUD"), ("₩5", "KRW"), ("₪5", "ILS"), ("CHF 5", "CHF"), ("PKR5", "PKR"), ("RM5", "MYR"), ("Rp 5", "IDR"),
        ("Tk 5", "BDT"), ("Ksh5", "KES"), ("worth SEK 5", "SEK"), ("PS5.7m", "GBP"), ("PS5 million", "GBP"),
    ],
)  # fmt: skip
def test_sign_or_code_names_its_currency(text: str, name: str) -> None:
    unit = find_sign_before(text, text.index("5"))
    assert unit is not None
    assert unit.name == name


@pytest.mark.parametrize("text", ["PS5", "a PS5 console", "XRs 5", "the ALL 5", "Farm 5"])
def test_other_letters_name_none(text: str) -> None:
    start = text.index("5")
    assert sign_before(text, start) is None
    assert lost_pound_before(text, start) is None
