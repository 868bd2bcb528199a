"""How figures hang together: parts, additions, restatements."""

import pytest

from tests.reading.reports import find_figures
from tests.reading.test_numbers import case


def links_of(text: str) -> list[tuple[object, ...]]:
    """Kind, source, target and cue of each link."""
    figures, links = find_figures(text)
    return [
        (link.kind, figures[link.source].span.exact, figures[link.target].span.exact, link.cue and link.cue.exact)
        for link in links
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("The attack killed 14 people, including three children.", ("part_of", "three", "14", "including")),
        case("At least 120 people died, of whom 40 were children.", ("part_of", "40", "120", "of whom")),
        case("Twelve others were wounded, two of them critically.", ("part_of", "two", "Twelve", "of them")),
        case("Nearly 1,000 of the 12,000 refugees returned.", ("part_of", "1,000", "12,000", "of")),
        case("Police said 11 of 14 hostages were freed.", ("part_of", "11", "14", "of")),
        case("Of the 120 dead, 40 were children.", ("part_of", "40", "120", "Of the")),
        case("Of 120 dead, 40 were children.", ("part_of", "40", "120", "Of")),
        case("The flood killed 27 people. Of these, 11 died in Homs.", ("part_of", "11", "27", "Of these")),
        case(
            "The flood killed 27 people. Of these, 11 were children.", ("part_of", "11", "27", "Of these"),
        ),
        case("Police arrested 30 people, 12 of whom were later released.", ("part_of", "12", "30", "of whom")),
        case("Two people died on Monday and another three people died on Tuesday.", ("adds_to", "three", "Two", "another")),
        case("The flood destroyed 300 houses and a further 500 houses.", ("adds_to", "500", "300", "a further")),
        case("The raid left 10 people dead. They were among 19 people killed in the province.", ("part_of", "10", "19", "among")),
        case("The shelling killed 18 people including pupils and two nurses.", ("part_of", "two", "18", "including")),
        case("Some 1,200 people, or 300 families, returned.", ("restates", "300", "1,200", ", or")),
        case("Winds reached 120 km/h (75 mph).", ("restates", "75", "120", "(")),
        case("Winds reached 120 kilometres per hour (75 mph).", ("restates", "75", "120", "(")),
    ],
)  # fmt: skip
def test_words_between_two_figures_link_them(text: str, expected: tuple[str, str, str, str]) -> None:
    assert links_of(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("Six people, two men and four women, were shot.", [("part_of", "two", "Six"), ("part_of", "four", "Six")]),
        case("Four tourists - three men and a woman - were wounded.", [("part_of", "three", "Four")]),
        case("Six people, two men and three women, were shot.", []),
        case("Six people died, two men were hurt.", []),
    ],
)
def test_numbers_that_add_up_to_the_one_before_are_its_parts(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [link[:3] for link in links_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "In all 30 people were killed, including 12 women and 25 men.",
        "In all 30 people were killed: 12 women and 25 men.",
        "In all 30 people were killed, 12 women and 25 men among them.",
    ],
)
def test_every_part_of_a_list_is_linked(text: str) -> None:
    assert [link[:3] for link in links_of(text)] == [("part_of", "12", "30"), ("part_of", "25", "30")]


@pytest.mark.parametrize(
    "text",
    [
        "The attack killed 14 people and wounded 27.",
        "The storm destroyed 120 houses. Police arrested 30 people.",
        "Some 40 per cent of the 30 children were ill.",
        "Clashes killed 5 soldiers, including 300 metres from the border.",
    ],
)
def test_figures_without_such_words_stay_unlinked(text: str) -> None:
    assert links_of(text) == []


def test_part_that_is_greater_than_its_whole_is_linked_so_that_check_can_say_so() -> None:
    assert links_of("The attack killed 14 people, including 300 children.") == [("part_of", "300", "14", "including")]
