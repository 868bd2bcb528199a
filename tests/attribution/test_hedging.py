"""Modality and hedges of a figure."""

import pytest

from tests.attribution.reports import attribute


@pytest.mark.parametrize(
    ("text", "figure", "modality", "hedge"),
    [
        ("The flood displaced 300 people.", "300", "asserted", None),
        ("The flood displaced about 300 people.", "300", "asserted", ("approximator", "about")),
        ("The flood displaced an estimated 300 people.", "300", "estimated", ("estimate", "an estimated")),
        ("Damage is estimated at $300 million.", "300 million", "estimated", ("estimate", "is estimated")),
        ("Some 300 people are thought to be trapped.", "300", "asserted", ("approximator", "Some")),
        ("Rescuers fear that they may have lost 300 houses.", "300", "estimated", ("plausibility", "may have")),
        ("The flood reportedly displaced 300 people.", "300", "asserted", ("evidential", "reportedly")),
        ("Crews are expected to clear 300 roads.", "300", "predicted", ("plausibility", "are expected to")),
        ("If the dam broke, the flood would displace 300 people.", "300", "conditional", ("conditional", "If")),
        ("The agency estimates the flood displaced 300 people.", "300", "estimated", None),
        ("The mayor denied that 300 people had left.", "300", "denied", None),
        ("There is no evidence that 300 people left.", "300", "denied", None),
    ],
)
def test_weigh_reads_words(text: str, figure: str, modality: str, hedge: tuple[str, str] | None) -> None:
    (statement,) = attribute(text, figure).statements
    assert statement.modality == modality
    assert hedge is None or hedge in [(one.kind, one.exact) for one in statement.hedges]


def test_weigh_leaves_figure_outside_the_hedged_clause_alone() -> None:
    first, second = attribute("The quake killed 12 people, and up to 300 may have left.", "12", "300").statements
    assert first.modality == "asserted"
    assert first.hedges == ()
    assert second.figure.exact == "300"


def test_weigh_names_the_voice_that_hedges() -> None:
    (statement,) = attribute("Ann Lee said an estimated 300 people left.", "300").statements
    assert [hedge.by for hedge in statement.hedges] == ["Ann Lee"]


def test_weigh_reads_bullets_under_an_estimate() -> None:
    first, second = attribute("The estimate includes:\n- 300 people in Leeds\n- 200 in York", "300", "200").statements
    assert (first.modality, second.modality) == ("estimated", "estimated")


def test_weigh_keeps_the_longest_of_hedges_that_share_words() -> None:
    (statement,) = attribute("The crowd was estimated at 300 people.", "300").statements
    assert [(hedge.kind, hedge.exact) for hedge in statement.hedges] == [("estimate", "was estimated")]
