"""Unit words and currency signs against their one name."""

import pytest

from sayso.reading.units import find_sign_before, find_unit_after, is_person


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("5 km of road", "kilometre", "physical"),
        ("5 kilometers", "kilometre", "physical"),
        ("5 km/h winds", "kilometre per hour", "physical"),
        ("5 kilometres per hour", "kilometre per hour", "physical"),
        ("5 square kilometres", "square kilometre", "physical"),
        ("5 sq km", "square kilometre", "physical"),
        ("5 km² of forest", "square kilometre", "physical"),
        ("5 hectares", "hectare", "physical"),
        ("5 mm of rain", "millimetre", "physical"),
        ("5 m high", "metre", "physical"),
        ("5 feet", "foot", "physical"),
        ("5 tonnes", "tonne", "physical"),
        ("5-tonne truck", "tonne", "physical"),
        ("5 litres", "litre", "physical"),
        ("5 barrels", "barrel", "physical"),
        ("5°C", "degree celsius", "physical"),
        ("5 degrees Celsius", "degree celsius", "physical"),
        ("5 degrees", "degree", "physical"),
        ("5 MW", "megawatt", "physical"),
        ("5 dollars", "USD", "money"),
        ("5 US dollars", "USD", "money"),
        ("5 Australian dollars", "AUD", "money"),
        ("5 euros", "EUR", "money"),
        ("5 rupees", "INR", "money"),
        ("5 Pakistani rupees", "PKR", "money"),
        ("5 yuan", "CNY", "money"),
        ("5 m.p.h. zone", "mile per hour", "physical"),
        ("5 lb-ft of torque", "pound-foot", "physical"),
        ("5 pound-feet of torque", "pound-foot", "physical"),
        ("5 lbs of rice", "pound (mass)", "physical"),
        ("5 basis points", "basis point", "physical"),
        ("5 parts per million", "part per million", "physical"),
        ("5mL of acid", "millilitre", "physical"),
        ("5W bulb", "watt", "physical"),
        ("5g of salt", "gram", "physical"),
        ("5C overnight", "degree celsius", "physical"),
        ("5 nm chip", "nanometre", "physical"),
        ("5 Nm of torque", "newton metre", "physical"),
        ("5 ppg", "point per game", "physical"),
        ("5″ screen", "inch", "physical"),
        ("5 light-years", "light-year", "physical"),
        ("5p more", "penny", "money"),
        ("5 pence", "penny", "money"),
        ("5 cents", "cent", "money"),
        ("5 shekels", "ILS", "money"),
        ("5 hours", "hour", "time"),
        ("5 years", "year", "time"),
    ],
)
def test_word_behind_a_number_is_its_unit(text: str, name: str, kind: str) -> None:
    unit = find_unit_after(text, 1)
    assert unit is not None
    assert (unit.name, unit.kind) == (name, kind)
    assert text[unit.start : unit.end].strip(" -") == text[unit.start : unit.end]


@pytest.mark.parametrize(
    "text",
    [
        "5 men",
        "5 mothers",
        "5 kilometrages",
        "5 monthlies",
        "5",
        "5 . km",
        "5 Meters-long"[:3],
        "5 MPs",
        "5 F-16s",
        "5 C-130s",
        "5 P",
        "5 TB patients",
        "5 W.H.O. aides",
        "5 Th",
    ],
)
def test_other_word_is_no_unit(text: str) -> None:
    assert find_unit_after(text, 1) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("$5", "USD"), ("US$5", "USD"), ("HK$5", "HKD"), ("A$5", "AUD"), ("€5", "EUR"), ("£5", "GBP"), ("₹5", "INR"), ("Rs 5", "INR"),
     ("Rs. 5", "INR"), ("EUR 5", "EUR"), ("€ 5", "EUR")],
)  # fmt: skip
def test_sign_before_a_number_is_its_currency(text: str, name: str) -> None:
    unit = find_sign_before(text, text.index("5"))
    assert unit is not None
    assert (unit.name, unit.kind) == (name, "money")


def test_no_sign_is_none() -> None:
    assert find_sign_before("about 5", 6) is None


@pytest.mark.parametrize("lemma", ["person", "child", "soldier", "criminal suspect", "fisherman", "policewoman", "aid worker", "festivalgoer", "12-year-old", "refugee"])  # fmt: skip
def test_nouns_for_people_count_persons(lemma: str) -> None:
    assert is_person(lemma)


@pytest.mark.parametrize(
    "lemma", ["house", "criminal case", "national", "body", "family", "horse", "vehicle", "district"]
)
def test_nouns_for_things_count_no_persons(lemma: str) -> None:
    assert not is_person(lemma)


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("It weighs 27 pounds.", "27", "pound (mass)"),
        ("Police seized 27 pounds of heroin.", "27", "pound (mass)"),
        ("A 27-pound bomb went off.", "27", "pound (mass)"),
        ("It costs 27 pounds.", "27", "GBP"),
        ("It got 27 million pounds of public money.", "27 million", "GBP"),
    ],
)
def test_pounds_are_a_weight_or_money(text: str, number: str, name: str) -> None:
    unit = find_unit_after(text, text.index(number) + len(number))
    assert unit is not None
    assert unit.name == name
