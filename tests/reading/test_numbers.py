"""Every way to write a number against its value."""

import re
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.reading.numbers import NumeralKind, find_numerals, grid_of, may_hold_numbers
from tests.reading.reports import values_of


def case(*values: object, wrong: str | None = None) -> object:
    """A row of a table; with ``wrong``, one that the grammar gets wrong so far."""
    return pytest.param(*values, marks=[pytest.mark.xfail(reason=wrong, strict=True)] if wrong else [])


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        case("21,600 soldiers", "21,600", 21_600),
        case("1,234,567 people", "1,234,567", 1_234_567),
        case("1.234.567 people", "1.234.567", 1_234_567),
        case("12 345 people", "12 345", 12_345),
        case("1 234 567 people", "1 234 567", 1_234_567),
        case("12\u00a0345 people", "12\u00a0345", 12_345),
        case("12\u202f345 people", "12\u202f345", 12_345),
        case("12\u2009345 people", "12\u2009345", 12_345),
        case("1'200 people", "1'200", 1_200),
        case("1’200 people", "1’200", 1_200),
        case("12,34,567 people", "12,34,567", 1_234_567),
        case("3.75 metres", "3.75", Fraction(15, 4)),
        case(".5 metres", ".5", Fraction(1, 2)),
        case("1,234.5 tonnes", "1,234.5", Fraction(2469, 2)),
        case("0 cases", "0", 0),
        case("007 files", "007", 7),
        case("1.2 million people", "1.2 million", 1_200_000),
        case("1.2-million people", "1.2-million", 1_200_000),
        case("3 hundred thousand people", "3 hundred thousand", 300_000),
        case("2½ million people", "2½ million", 2_500_000),
        case("2 and a half million people", "2 and a half million", 2_500_000),
        case("12.5m people", "12.5m", 12_500_000),
        case("$12.5m", "12.5m", 12_500_000),
        case("$1.2bn", "1.2bn", 1_200_000_000),
        case("€3tn", "3tn", 3 * 10**12),
        case("£40k", "40k", 40_000),
        case("US$1.5b in aid", "1.5b", 1_500_000_000),
        case("40k people", "40k", 40_000),
        case("2 lakh people", "2 lakh", 200_000),
        case("3 crore rupees", "3 crore", 30_000_000),
        case("2 dozen villages", "2 dozen", 24),
        case("half a million people", "half a million", 500_000),
        case("a quarter of a million people", "a quarter of a million", 250_000),
        case("two dozen villages", "two dozen", 24),
        case("twenty-one thousand six hundred men", "twenty-one thousand six hundred", 21_600),
        case("a hundred and fifty people", "a hundred and fifty", 150),
        case("one hundred and one people", "one hundred and one", 101),
        case("minus 40 degrees", "minus 40", -40),
        case("-12 in Oslo", "-12", -12),
        case("It was -12 in Oslo", "-12", -12),
        case("It was −12 in Oslo", "−12", -12),
        case("１２３ protesters", "１２３", 123),
        case("١٢٣ protesters", "١٢٣", 123),
        case("1,2 million euros", "1,2 million", 1_200_000),
        case("1,2\u00ad00 people", "1,2\u00ad00", 1_200),
        case("one and a half million people", "one and a half million", 1_500_000),
        case("one\u00a0million people", "one\u00a0million", 1_000_000),
        case("five and a half hours", "five and a half", Fraction(11, 2)),
        case("5 1/2 feet", "5 1/2", Fraction(11, 2)),
        case("two-and-a-half-year wait", "two-and-a-half", Fraction(5, 2)),
        case("1.5×10^8 km", "1.5×10^8", 150_000_000),
        case("1.5 x 10^-3 m", "1.5 x 10^-3", Fraction(3, 2000)),
        case("2×10⁶ cells", "2×10⁶", 2_000_000),
        case("£5.2m", "5.2m", 5_200_000),
        case("PS2.7m", "2.7m", 2_700_000),
        case("$3T", "3T", 3 * 10**12),
        case("Rs 500 cr", "500 cr", 5 * 10**9),
        case("1.4m Britons", "1.4m", 1_400_000),
        case("minus-130 degrees", "minus-130", -130),
        case("plus or minus 3 points", "3", 3),
        case("the magnitude-6.8 quake", "6.8", Fraction(34, 5)),
        case("sub-500 offices", "500", 500),
        case("1,\u200b200 people", "1,\u200b200", 1_200),
        case("12\u00a0million people", "12\u00a0million", 12_000_000),
    ],
)
def test_number_gives_its_value_and_its_words(text: str, written: str, value: int | Fraction) -> None:
    assert values_of(text) == [(written, value, value)]


@pytest.mark.parametrize(
    ("text", "written", "low", "high"),
    [
        case("3-5 people", "3-5", 3, 5),
        case("3–5 people", "3–5", 3, 5),
        case("3 – 5 people", "3 – 5", 3, 5),
        case("3 to 5 people", "3 to 5", 3, 5),
        case("three to five people", "three to five", 3, 5),
        case("three or four people", "three or four", 3, 4),
        case("between 3 and 5 people", "3 and 5", 3, 5),
        case("between an estimated 30 and 50 people", "30 and 50", 30, 50),
        case("15,000 to 18,000 deserters", "15,000 to 18,000", 15_000, 18_000),
        case("5 to 10 million people", "5 to 10 million", 5_000_000, 10_000_000),
        case("800,000 to 1.2 million people", "800,000 to 1.2 million", 800_000, 1_200_000),
        case("between $1.5bn and $2bn", "1.5bn and $2bn", 1_500_000_000, 2_000_000_000),
        case("$1.5-2 billion", "1.5-2 billion", 1_500_000_000, 2_000_000_000),
        case("ranging from 3 to 5 people", "3 to 5", 3, 5),
        case("10-15% of them", "10-15%", Fraction(1, 10), Fraction(3, 20)),
        case("45% to 50% of the crop", "45% to 50%", Fraction(9, 20), Fraction(1, 2)),
        case("45 to 50 per cent of the crop", "45 to 50 per cent", Fraction(9, 20), Fraction(1, 2)),
    ],
)
def test_range_has_two_ends(text: str, written: str, low: object, high: object) -> None:
    assert values_of(text) == [(written, low, high)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3 men and 5 women", [3, 5]),
        ("3 and 5 people", [3, 5]),
        ("rose from 12 to 19", [12, 19]),
        ("fell from 300 last week to 120", [300, 120]),
        ("5 to 3 in favour", [5, 3]),
        ("80,000 or 3 per group", [80_000, 3]),
        ("12, 14 and 16 people", [12, 14, 16]),
        ("12 people,30 houses", [12, 30]),
    ],
)
def test_two_numbers_that_are_no_range_stay_two(text: str, values: list[int]) -> None:
    assert [low for _, low, _ in values_of(text)] == values


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        case("40% of voters", "40%", Fraction(2, 5)),
        case("40 % of voters", "40 %", Fraction(2, 5)),
        case("0.5 per cent", "0.5 per cent", Fraction(1, 200)),
        case("forty percent of voters", "forty percent", Fraction(2, 5)),
        case("12 percentage points", "12 percentage points", Fraction(3, 25)),
        case("-1.3% on the year", "-1.3%", Fraction(-13, 1000)),
        case("1 in 5 children", "1 in 5", Fraction(1, 5)),
        case("one in five children", "one in five", Fraction(1, 5)),
        case("one in every five children", "one in every five", Fraction(1, 5)),
        case("3 out of 10 households", "3 out of 10", Fraction(3, 10)),
        case("three out of every ten households", "three out of every ten", Fraction(3, 10)),
        case("three-quarters of the houses", "three-quarters", Fraction(3, 4)),
        case("two-thirds of the houses", "two-thirds", Fraction(2, 3)),
        case("two thirds of the houses", "two thirds", Fraction(2, 3)),
        case("a third of the houses", "a third", Fraction(1, 3)),
        case("one tenth of the houses", "one tenth", Fraction(1, 10)),
        case("half of the houses", "half", Fraction(1, 2)),
        case("half the houses", "half", Fraction(1, 2)),
        case("2/3 of the houses", "2/3", Fraction(2, 3)),
        case("rose by a third in 5", "a third", Fraction(1, 3)),
        case("half a percent of output", "half a percent", Fraction(1, 200)),
        case("a quarter of a percentage point", "a quarter of a percentage point", Fraction(1, 400)),
        case("a 20-per-cent rise", "20-per-cent", Fraction(1, 5)),
        case("one-in-five chance", "one-in-five", Fraction(1, 5)),
    ],
)
def test_share_is_a_part_of_one(text: str, written: str, value: Fraction) -> None:
    numeral = find_numerals(text)[0]
    assert (text[numeral.start : numeral.end], numeral.kind, numeral.low) == (written, "share", value)


@pytest.mark.parametrize(
    ("text", "written", "low"),
    [
        ("dozens of people", "dozens", 24),
        ("scores of people", "scores", 40),
        ("hundreds of people", "hundreds", 200),
        ("thousands of people", "thousands", 2_000),
        ("millions of people", "millions", 2_000_000),
        ("tens of thousands of people", "tens of thousands", 20_000),
        ("hundreds of thousands of people", "hundreds of thousands", 200_000),
        ("tens of millions of people", "tens of millions", 20_000_000),
        ("dozens or hundreds of people", "dozens or hundreds", 24),
        ("a couple of hundred people", "a couple of hundred", 200),
        ("several hundred people", "several hundred", 200),
        ("a few thousand people", "a few thousand", 2_000),
        ("several dozen people", "several dozen", 24),
        ("a few hundred thousand people", "a few hundred thousand", 200_000),
        ("several billion people", "several billion", 2 * 10**9),
        ("100s of people", "100s", 200),
    ],
)
def test_vague_word_has_a_least_value_and_no_greatest(text: str, written: str, low: int) -> None:
    assert values_of(text) == [(written, low, None)]
    assert find_numerals(text)[0].kind == "vague"


@pytest.mark.parametrize("text", ["No one was hurt", "nobody was hurt", "no-one was hurt"])
def test_no_one_is_zero(text: str) -> None:
    numeral = find_numerals(text)[0]
    assert numeral.kind == "none"
    assert numeral.low == numeral.high == 0


@pytest.mark.parametrize(
    "text",
    [
        "Covid-19", "F-16", "MH17", "B52", "G20", "M23", "@user1", "#10", "file_12", "onetime", "tenant", "weighty", "often",
        "someone", "the second half", "the first third-party", "a third man", "scores a goal",
        "version 5.6.7",
    ],
)  # fmt: skip
def test_letters_around_digits_make_no_number(text: str) -> None:
    assert values_of(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "grid"),
    [
        ("21,600", "number", 100),
        ("180,000", "number", 10_000),
        ("1.2 million", "number", 100_000),
        ("15,000 to 18,000", "range", 1_000),
        ("12.5m people", "number", 100_000),
        ("7.25", "number", Fraction(1, 100)),
        ("40%", "share", Fraction(1, 10)),
        ("twenty", "number", 10),
    ],
)
def test_grid_is_the_rounding_of_what_was_said(text: str, kind: NumeralKind, grid: Fraction) -> None:
    numeral = find_numerals(text)[0]
    assert (numeral.kind, numeral.grid) == (kind, grid)


@given(st.fractions(min_value=0, max_value=10**15, max_denominator=1000))
def test_grid_divides_its_value_and_ten_of_it_do_not(value: Fraction) -> None:
    grid = grid_of(value)
    if value and grid > Fraction(1, 10**9):
        assert (value / grid).denominator == 1
        assert (value / (grid * 10)).denominator != 1


@pytest.mark.parametrize(
    ("text", "is_ambiguous"), [("1.234", True), ("12.500", True), ("1.23", False), ("0.234", False)]
)
def test_point_before_three_digits_is_ambiguous(text: str, is_ambiguous: bool) -> None:
    assert find_numerals(text)[0].is_point_ambiguous is is_ambiguous


@pytest.mark.parametrize(
    ("text", "value"), [("100m race", 100), ("350 m of road", 350), ("a 5m wave", 5), ("a 2m-high wall", 2)]
)
def test_bare_letter_is_no_magnitude_where_it_may_be_a_metre(text: str, value: int) -> None:
    assert find_numerals(text)[0].low == value


def separate(digits: str, separator: str) -> str:
    """Digits in groups of three."""
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", separator, digits)


@given(st.integers(0, 10**15), st.sampled_from(["", ",", "\u00a0", "\u202f", "\u2009", "'", "’"]))
@example(1_000, ",")
def test_digits_with_separators_read_back(number: int, separator: str) -> None:
    written = separate(str(number), separator)
    assert values_of(f"{written} people") == [(written, number, number)]


@given(st.integers(10**6, 10**15))
def test_digits_with_points_read_back(number: int) -> None:
    written = separate(str(number), ".")
    assert values_of(f"{written} people") == [(written, number, number)]


@given(st.integers(0, 10**6), st.integers(0, 99), st.sampled_from(["million", "thousand", "billion"]))
def test_magnitude_word_multiplies(whole: int, hundredths: int, word: str) -> None:
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[word]
    written = f"{whole}.{hundredths:02} {word}"
    value = (whole + Fraction(hundredths, 100)) * factor
    assert values_of(f"{written} people") == [(written, value, value)]


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from(["-", "–", " to ", " – "]))
def test_any_rising_pair_reads_as_a_range(low: int, more: int, link: str) -> None:
    written = f"{low:,}{link}{low + more:,}"
    assert values_of(f"{written} people") == [(written, low, low + more)]


PIECES = st.lists(
    st.sampled_from(
        "1 12 300 1,000 1.5 million thousand one five twenty hundred dozen dozens half a third of % percent $ € - – to and or in out nobody no no one bn m k "
        "about ½ / . , between from lakh people ' ’ \u00a0 \n \u00ad".split(" ")
    ),
    max_size=25,
)


@given(st.text(max_size=200) | PIECES.map("".join) | PIECES.map(" ".join))
@example("0")
@example(".5.5.5")
@example("1/2/3")
def test_any_text_gives_numerals_in_order_that_lie_in_it(text: str) -> None:
    numerals = find_numerals(text)
    assert numerals == find_numerals(text)
    position = 0
    for numeral in numerals:
        assert position <= numeral.start < numeral.end <= len(text)
        assert numeral.high is None or numeral.low <= numeral.high
        assert numeral.grid > 0
        position = numeral.end


@given(st.text(max_size=80) | PIECES.map(" ".join))
def test_prefilter_lets_every_number_through(text: str) -> None:
    if find_numerals(text):
        assert may_hold_numbers(text, 0, len(text))


@given(PIECES.map(" ".join), st.data())
def test_window_gives_only_numerals_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert all(start <= numeral.start < numeral.end <= end for numeral in find_numerals(text, start, end))


@pytest.mark.parametrize("text", ["9" * 10_000, "0." + "1" * 5_000, "1" + ",000" * 2_000])
def test_endless_digits_are_no_crash(text: str) -> None:
    find_numerals(text)
