import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Amount
from sayso.reading import find_amounts


def kinds(text: str) -> list[tuple[str, str]]:
    """Each amount as written with its kind."""
    return [(one.span.exact, one.kind) for one in find_amounts(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The channel is the 42nd largest , with over 26 million readers .", [("42nd", "rank"), ("over 26 million", "count")]),
        ("It holds a rating of 6.9/10 from more than 40 critics", [("6.9/10", "rating"), ("more than 40", "count")]),
        ("It scored 71 out of 100 and fell 3 %", [("71 out of 100", "share"), ("3 %", "share")]),
        ("Dorn beat Vell 3–1 in the final", [("3–1", "score")]),
        ("She won more than once", [("more than once", "count")]),
        ("The mill cost less than $ 54.5 million", [("less than $ 54.5 million", "money")]),
        ("He was under 24 years of age", [("under 24", "age")]),
        ("The dam is over 6 feet high and took 90 minutes to inspect", [("over 6", "measure"), ("90", "length")]),
        ("In the 2019–20 season her PlayStation 4 sold for one of us", []),
    ],
)  # fmt: skip
def test_find_amounts_tells_kinds_apart(text: str, found: list[tuple[str, str]]) -> None:
    assert [pair for pair in kinds(text) if pair[1] != "year"] == found


def test_words_end_at_the_next_number_and_at_a_comma() -> None:
    killed, freed = find_amounts("The raid left 12 guards dead, and the rescuers freed 30 prisoners in Osk.")
    assert killed.behind == ("guard", "die")
    assert freed.before == ("rescuer", "free")
    assert freed.behind == ("prisoner", "osk")
    assert freed.place == ("osk",)


def test_amount_has_the_day_of_its_sentence() -> None:
    (early,) = find_amounts("By 7 April there were 78 cases", anchor=dt.date(2020, 12, 31))
    assert early.when is not None
    assert early.when.end == "2020-04-08"
    (late,) = find_amounts("By 7 April there were 78 cases")
    assert late.when is None


@given(st.text(alphabet="0123456789 .,-/%$abcdefonsth", max_size=60))
def test_spans_of_amounts_are_verbatim_and_apart(text: str) -> None:
    amounts: tuple[Amount, ...] = find_amounts(text)
    assert all(text[one.span.start : one.span.end] == one.span.exact for one in amounts)
    assert all(one.span.end <= other.span.start for one, other in pairwise(amounts))
