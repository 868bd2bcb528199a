"""What sentences say of their own figures: shares, changes, averages and breakdowns, once false and once true."""

from typing import Any

import pytest

from sayso.checking import check_statements
from sayso.checking.passages import read_sentences
from tests.checking.making import tell

SHARES = [
    ("Of the 174 houses, 72, or {} percent, lost a roof.", ["174", "72"], 41, 55),
    ("In Dorn 72 of 174 patients ({} percent) went home.", ["72", "174"], 41, 63),
    ("Some 72 schools, or {} percent of the 174 schools, shut.", ["72", "174"], 41, 20),
    ("In Dorn, {} percent of the 174 shops, or 72, shut.", ["174", "72"], 41, 70),
]
CHANGES = [
    ("Cases in Dorn rose by {} percent, from 174 to 254.", ["254"], "46", "99"),
    ("Cases in Dorn rose by {} to 254 from 174 a year earlier.", ["254"], "80", "180"),
    ("Cases in Dorn increased from 174 to 254, an increase of {}.", ["254"], "80", "180"),
    ("Deaths in Dorn fell {} percent to 92 from 174 the year before.", ["92"], "47", "23"),
    ("Arrivals in Dorn {} from 174 to 352.", ["352"], "doubled", "tripled"),
    ("Arrivals in Dorn halved from 352 to {}.", ["352"], "174", "281"),
    ("Herds in Dorn fell from 174 to {}.", ["174"], "112", "260"),
    ("Herds in Dorn grew from 174 to {}.", ["174"], "260", "112"),
]
AVERAGES = [
    ("Storms killed {} people over 7 days, an average of 59 a day.", "413", "1,187"),
    ("Storms killed {} people in two weeks and 7 days, or 59 per day.", "413", "413"),
    ("Over 4 weeks, {} people fled, which is 25 every week.", "100", "300"),
]
BREAKDOWNS = [
    ("The {} people hurt were 45 men, 106 women and 166 children.", ["45", "106", "166"], "317", "260"),
    ("A camp took in {} people, made up of 45 men and 106 women.", ["45", "106"], "151", "190"),
    ("In Dorn {} people were hurt: 45 men and 106 women.", ["45", "106"], "151", "121"),
    ("Of the {} people hurt, 45 were children.", ["45"], "51", "31"),
    ("The blast hurt {} people, including 45 women.", ["45"], "51", "31"),
    ("The blast hurt {} people, 45 of them women.", ["45"], "51", "31"),
    ("The blast hurt 45 of the {} people there.", ["45"], "51", "31"),
]


def kinds(words: str, *figures: str, **known: Any) -> list[str]:
    return [finding.kind for finding in check_statements(tell(words, *figures, **known))]


@pytest.mark.parametrize(("words", "counts", "right", "wrong"), SHARES)
def test_share_is_held_against_the_counts_beside_it(words: str, counts: list[str], right: int, wrong: int) -> None:
    for value, expected in ((right, []), (wrong, ["share_and_counts"])):
        told = words.format(value)
        figures = sorted([*counts, f"{value} percent"], key=told.index)
        assert kinds(told, *figures) == expected


@pytest.mark.parametrize(("words", "figures", "right", "wrong"), CHANGES)
def test_change_is_held_against_its_levels(words: str, figures: list[str], right: str, wrong: str) -> None:
    assert kinds(words.format(right), *figures) == []
    assert kinds(words.format(wrong), *figures) == ["change_and_levels"]


@pytest.mark.parametrize(("words", "right", "wrong"), AVERAGES)
def test_average_is_held_against_its_total(words: str, right: str, wrong: str) -> None:
    assert kinds(words.format(right), right) == []
    assert kinds(words.format(wrong), wrong) == ([] if right == wrong else ["rate_and_total"])


@pytest.mark.parametrize(("words", "parts", "right", "wrong"), BREAKDOWNS)
def test_breakdown_is_held_against_its_whole(words: str, parts: list[str], right: str, wrong: str) -> None:
    for whole, expected in ((right, []), (wrong, ["parts_and_whole"])):
        told = words.format(whole)
        assert kinds(told, *sorted([whole, *parts], key=told.index)) == expected


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("The 260 people hurt were 45 men, 106 women and others.", ["260", "45", "106"]),
        ("In Dorn 260 people were hurt: 45 men, 106 women and at least 3 children.", ["260", "45", "106", "3"]),
        ("Prices fell from 1 March to 3 March, while 260 people left.", ["260"]),
        ("It could have risen from 174 to 112, with 260 people left.", ["260"]),
        ("Cases nearly doubled from 174 to 300.", ["300"]),
        ("Cases rose 12 percent from 1.1 million to 1.2 million.", ["12 percent"]),
        ("Held in the shooting of 4 people was a student, 16, of Dorn.", ["4"]),
        ("Of the 35 patients, 24, or 70 percent, went home.", ["35", "24", "70 percent"]),
        ("Of the 174 houses, 72 lost a roof and 55 percent a wall.", ["174", "72", "55 percent"]),
    ],
)
def test_loose_words_open_lists_and_rounded_figures_are_let_be(words: str, figures: list[str]) -> None:
    assert kinds(words, *figures) == []


def test_change_whose_levels_are_not_told_is_listed_as_not_checked() -> None:
    report = check_statements(tell("Cases rose 12 percent.", "12 percent", aspect="change"))
    assert [one.kind for one in report.not_checked] == ["change_and_levels"]
    told = check_statements(tell("Cases rose 46 percent from 174 to 254.", "46 percent", aspect="change"))
    assert not told.not_checked


def test_numbers_of_a_sentence_leave_out_years_and_days() -> None:
    (sentence,) = read_sentences(tell("On 3 March 2024, 260 of 1.5 million people left (12%).", "260"))
    assert [one.words for one in sentence.numbers] == ["260", "1.5 million", "12%"]
    assert [one.id is None for one in sentence.numbers] == [False, True, True]
    assert sentence.masked == "on 3 march 2024, #0# of #1# people left (%2%)."


def test_finding_says_in_words_what_does_not_go_together() -> None:
    (finding,) = check_statements(tell("Of the 174 houses, 72, or 55 percent, went.", "174", "72", "55 percent"))
    assert finding.sentence == "72 of 174 does not go with 55 percent (Gazette)."
    assert {side.low for side in finding.sides} | {side.high for side in finding.sides} >= {None, 0.555 - 0.01}
    assert len(finding.repairs) == len(finding.statements) == 3


def test_rows_of_digits_are_no_numbers() -> None:
    words = f"The count rose from 30 people to {'9' * 5000} people."
    assert [said.words for said in read_sentences(tell(words, "30"))[0].numbers] == ["30"]
    assert kinds(words, "30") == []
