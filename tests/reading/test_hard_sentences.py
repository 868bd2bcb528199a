"""Sentences that mislead: every figure of each, with its value, event and aspect, none more and none fewer."""

import pytest

from tests.reading.reports import find_figures
from tests.reading.test_numbers import case


def records_of(text: str) -> list[tuple[object, object]]:
    """Number and event of each figure of a text."""
    return [(figure.span.exact, figure.event and figure.event.lemma) for figure in find_figures(text).figures]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        case("The blast left 12 killed, 30 injured and 5 missing.", [("12", "kill"), ("30", "injure"), ("5", "miss")]),
        case("Militants killed 45 soldiers and captured 12.", [("45", "kill"), ("12", "capture")]),
        case("It claimed 12 lives, 5 of them children's.", [("12", "kill"), ("5", "kill")]),
        case("Fires burned 12,000 ha (30,000 acres).", [("12,000", "burn"), ("30,000", "burn")]),
        case("Some 1,200 people - mostly women and children - have fled.", [("1,200", "flee")]),
        case("The bomb, weighing 50kg, killed 12.", [("50", "weigh"), ("12", "kill")]),
        case("The quake displaced 1.1m people.", [("1.1m", "displace")]),
        case("The 12 dead included 3 children.", [("12", "die"), ("3", "die")]),
        case("The storm, Typhoon 12, killed 3.", [("3", "kill")]),
        case("Dozens more were hurt.", [("Dozens", "hurt")]),
        case(
            "The bus carried 60 people, 14 of whom died.", [("60", "carry"), ("14", "die")],
        ),
        case(
            "The crash hurt 60 people, 14 of whom died and 20 of whom went home.", [("60", "hurt"), ("14", "die"), ("20", "go")],
        ),
        case(
            "Police arrested 3 men aged 20, 30 and 40.", [("3", "arrest")],
        ),
        case("They arrested 11 pupils aged 6 to 12.", [("11", "arrest")]),
        case(
            "The blast killed at least 14, including 11 pupils aged 6 to 12.", [("14", "kill"), ("11", "kill")],
        ),
        case(
            "More than 40,000 — about half of them children — were displaced.", [("40,000", "displace"), ("half", "displace")],
        ),
        case("Of the dead, 12 were women and nine were children.", [("12", "die"), ("nine", "die")]),
        case("Officials revised the toll down to 14 from 19.", [("14", "die"), ("19", "die")]),
        case(
            "The toll, which stood at 12 on Monday, had reached 19 by Tuesday.", [("12", "die"), ("19", "die")],
        ),
        case(
            "In October 180,000 deserted, compared with 89,000 a year earlier.", [("180,000", "desert"), ("89,000", "desert")],
            wrong="the figure compared with is dropped",
        ),
        case("The two sides agreed on a three-point plan.", []),
        case(
            "Some 1,200 people died in Homs; 300 had died there before.", [("1,200", "die"), ("300", "die")],
        ),
    ],
)  # fmt: skip
def test_figures_and_their_events_are_those_that_the_words_say(text: str, records: list[tuple[object, object]]) -> None:
    assert records_of(text) == records


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        case("Some 4-5,000 fighters were lost.", 4_000, 5_000),
        case("About 4-5 thousand fighters were lost.", 4_000, 5_000),
        case("Some 40-50% of homes were lost.", 0.4, 0.5),
        case("Between 4 and 5 million people fled.", 4_000_000, 5_000_000),
        case("Inflation hit 7.5 pc in May.", 0.075, 0.075),
        case("The state spent Rs1,200 crore.", 12_000_000_000, 12_000_000_000),
        case("About 1,2\u00ad00 people were killed.", 1_150, 1_250),
    ],
)  # fmt: skip
def test_value_is_what_the_words_say(text: str, low: float, high: float) -> None:
    assert [(figure.quantity.low, figure.quantity.high) for figure in find_figures(text).figures] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    ["5G", "24/7", "A380", "v2.0.1", "(a) 1. 2. 3.", "1-2-3", "10:30-11:45", "12.05.2024", "2024/25"],
)
def test_bare_codes_and_times_are_no_figures(text: str) -> None:
    assert records_of(text) == []


def test_table_with_bars_gives_no_wrong_figure() -> None:
    """A table's cells are not read yet: none is better than a wrong one."""
    figures = find_figures("Region | Killed | Injured\nAleppo | 12 | 30\nHoms | 5 | 9").figures
    assert all(figure.event is None for figure in figures)
