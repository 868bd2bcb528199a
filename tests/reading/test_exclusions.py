"""Numbers that are no figures, and their neighbours that are."""

import pytest

from sayso.reading import find_numerals
from sayso.reading.exclusions import find_masked, is_age, merge
from tests.reading.reports import numbers_of
from tests.reading.test_numbers import case


@pytest.mark.parametrize(
    "text",
    [
        # dates and clock times
        "It happened on 3 March 2024 in Aleppo.",
        "It happened on 2024-03-03 in Aleppo.",
        "It happened at 10:30 a.m. in Aleppo.",
        "It happened at 9pm in Aleppo.",
        "It happened in the 1990s in Aleppo.",
        "It was the deadliest attack in 10 years.",
        "The road was closed for 3 hours.",
        # ages
        "A 34-year-old man was killed.",
        "The driver, 29, was killed.",
        "John Smith, 29, was killed.",
        "Mary Smith (41) was killed.",
        "A girl aged 12 was killed.",
        "The victims, aged between 18 and 25, were students.",
        "The 30-year-old bridge collapsed.",
        # ordinals
        "The 3rd attack this week was the worst.",
        "It was the 21st attack.",
        "The third attack was the worst.",
        "A second bomb went off.",
        # names
        "Highway 7 was closed after the crash.",
        "Interstate 95 was closed after the crash.",
        "Flight 370 vanished.",
        "A Boeing 737 crashed.",
        "The 5G network failed.",
        "COVID-19 spread in the city.",
        "Apollo 11 landed on the Moon.",
        "UN Resolution 1325 was adopted.",
        "Platform No. 5 was closed after the crash.",
        "The G20 met in Delhi.",
        "F-16s struck the town.",
        "M23 rebels took the town.",
        "Ward 7 was flooded.",
        case("Leaders of the Group of 20 met in Delhi."),
        "The 787 Dreamliner took off.",
        "A 911 Turbo was stolen.",
        "The plane left Runway 27.",
        "A Boeing 737-800 crashed.",
        "The iPhone 14 costs a lot.",
        "They lost 17-24 on Sunday.",
        "They won 6-4, 7-6 (7-5).",
        case("World War 2 killed many."),
        case("The 9/11 attacks shook the country."),
        case("Article 5 of the treaty binds members."),
        # scores, votes, addresses, phones, codes
        "United won 3-1 on Saturday.",
        "The Senate passed the bill 52-48.",
        "Call 555-1234 for help or 1-800-555-0199.",
        "Call +49 30 1234567 for help.",
        "He lives at 1600 Pennsylvania Avenue.",
        "The book has the ISBN 978-3-16-148410-0.",
        "Rescuers worked 24/7 to reach the village.",
        "See https://example.org/2024/12/500-killed for more.",
        "Write to desk12@example.org for more.",
        case("The wreck lies at 48.8566° N, 2.3522° E."),
        # list markers and "one" as a pronoun
        "1. Who did it?",
        "2) Who did it?",
        "One of the victims was a child.",
        "No one knows why.",
        "One day they will return.",
        "He is the one who did it.",
        "One by one the miners came out.",
        "Every one of them came.",
    ],
)  # fmt: skip
def test_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert numbers_of(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        case("A 34-year-old man and 2 boys were killed.", ["2"]),
        case("On 3 March 14 people died in Homs.", ["14"]),
        case("On March 3, 14 people died in Homs.", ["14"]),
        case("In 2019 14 people died in Homs.", ["14"]),
        case("In Homs 14 people died.", ["14"]),
        case("Highway 7 was closed after 3 cars collided.", ["3"]),
        case("A Boeing 737 with 162 people on board crashed.", ["162"]),
        case("1. Two people were killed in Aleppo.", ["Two"]),
        case("One man was killed.", ["One"]),
        case("One was killed and three were wounded.", ["One", "three"]),
        case("The 2010 quake killed 200,000 people.", ["200,000"]),
        case("M23 rebels killed 131 civilians.", ["131"]),
        case("The MH17 crash killed 298 people.", ["298"]),
        case("A 7.8-magnitude earthquake killed 3,000 people.", ["7.8", "3,000"]),
        case("A magnitude 6.1 earthquake killed 30 people.", ["6.1", "30"]),
        case("Chapter 4, page 12 lists 300 names.", ["300"]),
        case("Two 500-pound bombs killed 6 people.", ["Two", "6"]),
        case("The 30 NATO soldiers left.", ["30"]),
        case("Doctors saw 97 patients per 100,000 people.", ["97"]),
        case("The 132 Taliban killed there were buried.", ["132"]),
        case("On March 3 100 people died in Homs.", ["100"]),
        case("A 10,000-strong crowd marched on parliament.", ["10,000"]),
    ],
)  # fmt: skip
def test_figure_beside_an_exclusion_is_kept(text: str, numbers: list[str]) -> None:
    assert numbers_of(text) == numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 34-year-old man", True),
        ("aged 34", True),
        ("John Smith, 34, said", True),
        ("Mary Smith (34) said", True),
        ("34 men", False),
        ("killed 34, officials said", False),
        ("in 34 villages", False),
    ],
)
def test_age_is_told_from_a_count(text: str, expected: bool) -> None:
    assert is_age(text, find_numerals(text)[0]) is expected


def test_masked_ranges_are_phones_web_addresses_and_list_markers() -> None:
    text = "1. Call 555-123-4567 or see www.example.org/300"
    assert [text[start:end] for start, end in sorted(find_masked(text, 0, len(text)))] == [
        "1. ",
        "555-123-4567",
        "www.example.org/300",
    ]


def test_touching_ranges_are_merged() -> None:
    assert merge([(5, 8), (0, 3), (3, 4), (6, 7)]) == [(0, 4), (5, 8)]
