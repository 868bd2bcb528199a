"""Labels in front of numbers, as situation reports have them: "Houses destroyed: 1,200"."""

import pytest

from tests.reading.reports import find_figures


def records(text: str) -> list[tuple[str, str | None, str | None]]:
    """Number, unit and event of each figure."""
    return [
        (figure.span.exact, figure.quantity.unit, figure.event.lemma if figure.event else None)
        for figure in find_figures(text).figures
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Houses destroyed: 1,200", [("1,200", "house", "destroy")]),
        ("- Schools damaged: 12", [("12", "school", "damage")]),
        ("Families displaced: 340; schools damaged: 12", [("340", "family", "displace"), ("12", "school", "damage")]),
        ("Killed - 41; injured - 120; missing - 7.", [("41", "person", "kill"), ("120", "person", "injure"), ("7", "person", "miss")]),
        ("People in shelters: 3,400", [("3,400", "person", "shelter")]),
        ("Number of deaths: 12", [("12", "person", "die")]),
        ("Deaths: 41", [("41", "person", "die")]),
        ("Police said this: 12", []),
        ("The mayors of Dorn - 12 in all - agreed.", []),
        ("Dorn lacks: 12", []),
    ],
)  # fmt: skip
def test_number_takes_noun_and_event_of_its_label(text: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    assert records(text) == wanted


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Some 9,000 families or 54,000 people fled.", True),
        ("In all 54,000 people / 9,000 families fled.", True),
        ("Some 40 men or 12 women may come.", False),
        ("Some 9,000 families and 54,000 people fled.", False),
    ],
)
def test_families_and_people_say_the_same_again(text: str, linked: bool) -> None:
    assert [link.kind for link in find_figures(text).links] == (["restates"] if linked else [])


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Only 3 of 12 wells work.", "3", "well"),
        ("Dorn won two of its last 10 races.", "two", "race"),
        ("The quake had a magnitude of 6.4.", "6.4", "magnitude"),
        ("They found 12 police officers in Dorn.", "12", "person"),
    ],
)
def test_noun_of_a_part_is_found(text: str, number: str, unit: str) -> None:
    assert {one: name for one, name, _ in records(text)}[number] == unit
