"""How far a candidate can be trusted: verbs of counting need a figure and somebody who can count."""

import pytest

from tests.attribution.reports import attribute, hops


def agents(text: str, figure: str) -> list[str | None]:
    return [hop.agent for hop in hops(attribute(text, figure).statements[0])]


@pytest.mark.parametrize(
    ("text", "figure", "agent"),
    [
        ("The ministry confirmed 12 deaths.", "12", "the ministry"),
        ("Police put the death toll at 12.", "12", "police"),
        ("Police put the crowd at more than 28,000.", "28,000", "police"),
        ("Open Bench counted 91 arrests.", "91", "Open Bench"),
        ("The UN estimates 12 million people need aid.", "12", "UN"),
        ("Officials estimate 12 million people need aid.", "12", "officials"),
        ("The health ministry reported 1,340 cases.", "1,340", "the health ministry"),
        ("The agency recorded no fewer than 12 deaths.", "12", "the agency"),
        ("Port Alma Fire Service registered 12 calls.", "12", "Port Alma Fire Service"),
        ("The observatory documented 12 strikes.", "12", "the observatory"),
        ("The Red Cross tallied 12 graves.", "12", "Red Cross"),
    ],
)
def test_attribute_hears_who_counts_a_figure(text: str, figure: str, agent: str) -> None:
    assert agents(text, figure) == [agent]


@pytest.mark.parametrize(
    "text",
    [
        "The storm recorded 12 gusts.",
        "Hospitals recorded 12 deaths.",
        "Chile recorded 12 deaths.",
        "Typhoon Karla reported 12 gusts.",
        "Police put 12 men in jail.",
        "The river station registered 12 metres.",
    ],
)
def test_attribute_hears_nobody_where_nobody_counts(text: str) -> None:
    assert agents(text, "12") == []
