import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.tags import find_footer, split_run

_TEXT = "The flood hit the market town. Refugees left Vale; the Valian army brought tents."


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("floodmarkettown", ("flood", "market", "town")),
        ("armyfloodvale", ("army", "flood", "vale")),
        ("refugeevaletent", ("refugee", "vale", "tent")),
        ("floodqzxjkwvbnmpoiuytrewq", ("floodqzxjkwvbnmpoiuytrewq",)),
        ("Tags: flood, market town", ("flood", "market town")),
        ("Filed under: flood | army", ("flood", "army")),
        ("#flood #army", ("flood", "army")),
    ],
)
def test_a_last_line_of_tags_is_footer(line: str, tags: tuple[str, ...]) -> None:
    footer = find_footer(f"{_TEXT}\n\n{line}\n")
    assert footer is not None
    assert footer.tags == tags
    assert footer.body_end == len(_TEXT)


@pytest.mark.parametrize(
    "line",
    ["More are missing.", "flood", "internationalization", "www.vale.example", "flood army town", "Flood", "END"],
)
def test_other_last_lines_are_body(line: str) -> None:
    assert find_footer(f"{_TEXT}\n\n{line}") is None


def test_a_text_of_tags_alone_is_all_body() -> None:
    assert find_footer("floodmarkettownarmyvale") is None
    assert find_footer("Vale Report\n\nfloodmarkettownarmyvale", start=13) is None


def test_split_run_prefers_few_long_words() -> None:
    assert split_run("desertionwar", "desert ion desertion war") == ("desertion", "war")


def test_split_run_keeps_whole_what_splits_in_two_ways() -> None:
    assert split_run("valetown", "val etown vale town") == ("valetown",)


@given(st.lists(st.text("abcdefgh", min_size=3, max_size=8), max_size=6), st.text("abcdefgh ", max_size=60))
def test_split_run_loses_no_letter(words: list[str], text: str) -> None:
    run = "".join(words)
    assert "".join(split_run(run, text + " " + " ".join(words))) == run
