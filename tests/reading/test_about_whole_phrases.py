"""What a figure is about, where its noun phrase is long or parted: participles, appositions, names with digits, adjectives."""

import pytest

from sayso.reading import find_quantities
from tests.reading.reports import tag_text


def about(text: str, number: str) -> list[str]:
    """The words that the one quantity with this number is about."""
    found = [figure for figure in find_quantities(text) if figure.span.exact == number]
    assert len(found) == 1, [figure.span.exact for figure in find_quantities(text)]
    for one in found[0].about:
        assert text[one.start : one.end] == one.exact
    return [one.exact for one in found[0].about]


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("The water stored in the tank was 30 litres.", "30", ["water stored in the tank"]),
        ("Bread baked in Dorn costs $3.", "3", ["Bread baked in Dorn"]),
        ("Sales increased in the quarter ended Sunday to $3 million.", "3 million", ["Sales"]),
        ("The bid made by the bakers' union was $2 million.", "2 million", ["bid made by the bakers' union"]),
        ("She paid $500 for a lamp made in Lys.", "500", ["lamp made in Lys"]),
        ("The flood that hit Dorn cost $4 million.", "4 million", ["flood"]),
        ("Trade, the oldest firm in town, lost 3%.", "3%", ["Trade, the oldest firm in town"]),
        ("Oil, last year's best market, fell 2%.", "2%", ["Oil, last year's best market"]),
        ("Oil, last years best market, fell 2%.", "2%", ["Oil, last years best market"]),
        ("Volta, however, lost 3%.", "3%", ["Volta"]),
        ("The bread, she said, costs $3.", "3", ["bread"]),
        ("The mill it bought last year was expected to cost $4 million.", "4 million", ["mill"]),
        ("Profit before tax rose 3%.", "3%", ["Profit before tax"]),
        ("The yield on the 10-year note fell 2 basis points.", "2", ["yield on the 10-year note"]),
        ("Sales grew at an annual rate of 3%.", "3%", ["Sales", "annual rate"]),
        ("The voltage across it was 5 volts.", "5", ["voltage"]),
    ],
)  # fmt: skip
def test_subject_takes_its_participles_and_appositions(text: str, number: str, wanted: list[str]) -> None:
    assert about(text, number) == wanted


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("The Dorn index XB-35 rose 0.4%.", "0.4%", ["Dorn index XB-35"]),
        ("The XB-125 climbed 0.1%.", "0.1%", ["XB-125"]),
        ("the stoxx 50 fell 0.2%.", "0.2%", ["stoxx 50"]),
        ("The northern and eastern mills lost $4 million.", "4 million", ["northern and eastern mills"]),
    ],
)  # fmt: skip
def test_name_takes_its_number(text: str, number: str, wanted: list[str]) -> None:
    assert about(text, number) == wanted


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("It was a sharp 3 percent drop.", "3 percent", ["sharp", "drop"]),
        ("The mill's new 5-litre engine broke.", "5", ["mill's new", "engine"]),
        ("They got a further 3 percent rise.", "3 percent", ["rise"]),
        ("They have a $900 a month mortgage.", "900", ["mortgage"]),
        ("They have a $900 bond and two boats.", "two", []),
        ("Ferries stopped due to 80 km/h winds.", "80", ["winds"]),
        ("The engine makes 450 Nm (332 lb-ft) of torque.", "450", ["engine", "torque"]),
        ("The pump has a larger tank, 60 litres, than others.", "60", ["pump", "larger tank"]),
    ],
)  # fmt: skip
def test_noun_behind_a_figure_takes_its_adjectives(text: str, number: str, wanted: list[str]) -> None:
    assert about(text, number) == wanted


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("The theft brings three years in prison and a fine of $4,000.", "4,000", ["theft", "fine"]),
        ("The storm added $2 billion to the bill for repairs.", "2 billion", ["storm", "bill"]),
        ("She gave the town $20,000 in exchange for land.", "20,000", ["town"]),
        ("It has $8 million in debt.", "8 million", ["debt"]),
        ("The effect was seen with salt levels at 400 ppm.", "400", ["salt levels"]),
        ("About 9,000 children under the age of 5 years fell ill.", "5", ["children"]),
        ("It says 60% of men aged 18 to 34 in Dorn smoke.", "60%", ["men aged 18 to 34"]),
        ("Some 20% of homes according to the mayor lack water.", "20%", ["homes"]),
    ],
)  # fmt: skip
def test_about_reaches_past_what_lies_between(text: str, number: str, wanted: list[str]) -> None:
    assert about(text, number) == wanted


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("Revenue in the quarter rose to $7 million.", "7 million", ["Revenue"]),
        ("The Japanese yen traded at 132.86 a dollar.", "132.86", ["Japanese yen"]),
        ("It's had 2 million views.", "2 million", []),
        ("Thats a rise of 3% a year.", "3%", ["rise"]),
        ("The mill doesn't pay $9.", "9", ["mill"]),
        ("A third of the population lives in towns.", "A third", ["population"]),
        ("The us food office found a 75 percent rise in fraud.", "75 percent", ["us food office", "rise in fraud"]),
    ],
)  # fmt: skip
def test_slips_of_the_tagger_are_mended(text: str, number: str, wanted: list[str]) -> None:
    assert about(text, number) == wanted


def test_a_sentence_without_slips_is_the_same_value() -> None:
    from sayso.reading.tag_slips import mend_slips

    sentence = tag_text("The storm killed 14 people.")
    assert mend_slips(sentence) is sentence
