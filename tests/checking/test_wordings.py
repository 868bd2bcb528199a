"""The many ways of telling a part, a share or a change, also over two sentences: once false, once true, and traps."""

import msgspec
import pytest

from sayso.checking import check_statements
from sayso.checking.dates import check_dates
from sayso.checking.passages import join_neighbours, read_sentences
from sayso.model import Statement
from tests.checking.making import tell

PARTS = [
    "Of 180 teachers hired since May, {} were women.",
    "Out of the 180 tents in the camp {} were torn.",
    "From a total of 180 teachers, {} went home.",
    "Amongst the 180 guests were {} teachers.",
    "Among the 180 guests there were {} teachers.",
    "The firm let go 180 workers, among whom were {} smiths.",
    "The firm let go 180 workers — {} of them smiths.",
    "The firm let go 180 workers (including {} smiths) in May.",
    "The firm let go 180 workers, with {} of those in Arlen.",
    "The ferry took on 180 people and {} of them drowned.",
    "In all 180 homes burned down, {} in Arlen alone.",
    "Of the 180 people sent home from N.C. in May, {} were smiths.",
]
TAKEN_UP = [
    ("The flood hit 180 houses.", "Of these, {} were torn down."),
    ("The flood hit 180 houses, officials said.", "Some {} of them were torn down."),
    ("The blast hurt 180 people.", "Among the wounded were {} smiths."),
    ("The blast hurt 180 people.", "They include {} smiths."),
    ("The blast hurt 180 people.", "The figure includes {} smiths."),
]
SHARES = [
    "{} percent (72) of the 180 bridges were shut.",
    "72 ({} percent) of the 180 bridges were shut.",
    "72 of the 180 bridges were shut, representing {} percent.",
    "Of 180 pupils seen, 72 were ill, a rate of {} percent.",
    "72 of the 180 pupils were ill, meaning {} percent were kept home.",
    "Of the 180 bridges, {} percent, or 72, were shut.",
    "The 72 bridges make up {} percent of the 180 there.",
    "{} percent of pupils (72 of 180) were ill.",
    "72 pupils were ill out of 180 seen, or {} percent.",
]
CHANGES = [
    ("In Arlen 270 people fled, {} from 180 a year earlier.", "up", "down"),
    ("In Arlen 270 people fled, up {} percent from 180 last year.", "50", "90"),
    ("In Arlen 270 people fled, compared with 180 last year, a rise of {} percent.", "50", "90"),
    ("In Arlen 270 people fled, {} percent more than the 180 of last year.", "50", "90"),
    ("In Arlen 360 people fled, {} the 180 of last year.", "twice", "half"),
    ("In Arlen 540 people fled, {} times the 180 of last year.", "three", "five"),
    ("From 180 in May, arrivals rose by {} percent to 270 in June.", "50", "90"),
    ("Arrivals climbed from 180 to 270, a {} percent rise.", "50", "20"),
    ("Arrivals climbed from 180 to 270, or {} percent.", "50", "20"),
    ("There was a {} percent increase in arrivals, from 180 to 270.", "50", "20"),
    ("Arrivals increased {} from 180 to 540.", "threefold", "fivefold"),
    ("Arrivals nearly {} from 180 to 350.", "doubled", "tripled"),
    ("Arrivals more than {} from 180 to 370.", "doubled", "tripled"),
]


def tell_both(first: str, second: str, *figures: str) -> list[Statement]:
    own = [figure for figure in figures if figure in first]
    return tell(first, *own) + tell(second, *[one for one in figures if one not in own], at=len(first) + 1)


def kinds(statements: list[Statement]) -> list[str]:
    return [finding.kind for finding in check_statements(statements)]


@pytest.mark.parametrize("words", PARTS)
def test_part_is_held_against_its_whole_however_it_is_told(words: str) -> None:
    for value, expected in (("72", []), ("264", ["parts_and_whole"])):
        told = words.format(value)
        assert kinds(tell(told, "180", value)) == expected


@pytest.mark.parametrize(("first", "second"), TAKEN_UP)
def test_part_is_held_against_the_count_of_the_sentence_before(first: str, second: str) -> None:
    for value, expected in (("72", []), ("264", ["parts_and_whole"])):
        assert kinds(tell_both(first, second.format(value), "180", value)) == expected


@pytest.mark.parametrize(
    ("first", "second", "figures"),
    [
        ("A mob attacked 180 soldiers near the bridge held by rebels.", "Some 264 of them were hurt.", ("180", "264")),
        ("The flood hit 180 houses and 310 sheds.", "Of these, 264 were torn down.", ("180", "310", "264")),
        ("The blast hurt 180 people.", "In Bern 264 people fled.", ("180", "264")),
    ],
)
def test_sentence_with_two_things_to_take_up_is_let_be(first: str, second: str, figures: tuple[str, ...]) -> None:
    assert kinds(tell_both(first, second, *figures)) == []


def test_only_sentences_that_follow_each_other_are_joined() -> None:
    near, far = tell("It hit 180 huts.", "180"), tell("Of these, 264 fell.", "264", at=17)
    assert [pair.masked for pair in join_neighbours(read_sentences(near + far))] == [
        "it hit #0# huts ¶ of these, #1# fell."
    ]
    assert join_neighbours(read_sentences(near + tell("Of these, 264 fell.", "264", at=90))) == []


@pytest.mark.parametrize("words", SHARES)
def test_share_is_held_against_its_counts_however_it_is_told(words: str) -> None:
    for value, expected in ((40, []), (61, ["share_and_counts"])):
        told = words.format(value)
        figures = sorted(["72", "180", f"{value} percent"], key=told.index)
        assert kinds(tell(told, *figures)) == expected


def test_share_and_change_are_held_against_the_sentence_before() -> None:
    counts, levels = "72 of the 180 bridges were shut.", "Arrivals rose from 180 in May to 270 in June."
    for share, expected in ((40, []), (61, ["share_and_counts"])):
        assert kinds(tell_both(counts, f"That is {share} percent.", "72", "180", f"{share} percent")) == expected
    for share, expected in ((50, []), (20, ["change_and_levels"])):
        assert (
            kinds(tell_both(levels, f"That is an increase of {share} percent.", "270", f"{share} percent")) == expected
        )


def test_fraction_in_words_is_a_share_as_loosely_as_it_is_said() -> None:
    words = "0.67 of the 180 bridges, or {}, were shut."
    for part, expected in (("122", []), ("72", ["share_and_counts"])):
        third, whole, own = tell(words.format(part), "0.67", "180", part)
        quantity = msgspec.structs.replace(third.quantity, as_written="two thirds", low=2 / 3, best=2 / 3, high=2 / 3)
        assert kinds([msgspec.structs.replace(third, quantity=quantity, aspect="share"), whole, own]) == expected


@pytest.mark.parametrize(("words", "right", "wrong"), CHANGES)
def test_change_is_held_against_its_levels_however_it_is_told(words: str, right: str, wrong: str) -> None:
    level = next(one for one in ("270", "360", "540", "350", "370") if one in words)
    assert kinds(tell(words.format(right), level)) == []
    assert kinds(tell(words.format(wrong), level)) == ["change_and_levels"]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("Of the 12 wounded in a blast in which 40 people died, none was old.", ["12", "40"]),
        ("Some 12 officers faced the rioters, 40 of them armed.", ["12", "40"]),
        ("In Arlen 270 people fled in 12 boats, up from 180 last week.", ["270", "12", "180"]),
        ("In Arlen 12 in 100 people fled, up from 180 last week.", ["12", "180"]),
        ("The number of the 12 herds rose from 180 to 270.", ["12", "180", "270"]),
        ("In Arlen 40 percent of the 180 houses fell, 12 in May alone.", ["40 percent", "180", "12"]),
    ],
)
def test_numbers_of_other_things_are_let_be(words: str, figures: list[str]) -> None:
    assert kinds(tell(words, *figures)) == []


@pytest.mark.parametrize(
    "words",
    [
        "The strike began on {} and was called off on {}, and 260 shops shut.",
        "Fighting erupted on {} and ceased on {}, and 260 people died.",
        "Starting on {} and ending on {}, nurses saw 260 children.",
        "The siege started on {} and lasted until {}, and 260 people died.",
        "In the period {} to {}, 260 people left.",
        "From Monday, {}, to Thursday, {}, 260 people left.",
    ],
)
def test_stretch_is_known_by_many_words(words: str) -> None:
    for days, expected in ((("3 March", "12 March"), []), (("12 March", "3 March"), ["dates"])):
        findings, _ = check_dates(read_sentences(tell(words.format(*days), "260")), {})
        assert [finding.kind for finding in findings] == expected
