import pytest

from sayso.checking.meeting import meet
from sayso.model import Bound, Quantity


def say(bound: Bound, value: float, *, high: float | None = None, grid: float = 1) -> Quantity:
    """A quantity as READ gives it."""
    low = None if bound in ("at_most", "less_than") else value
    top = {"range": high, "exact": value, "at_most": value, "less_than": value}.get(bound)
    best = value if bound == "exact" else None
    return Quantity(as_written="", bound=bound, low=low, best=best, high=top, granularity=grid)


@pytest.mark.parametrize(
    ("claim", "evidence", "meeting"),
    [
        (say("more_than", 25), say("exact", 26), "within"),
        (say("more_than", 25), say("exact", 25), "apart"),
        (say("at_least", 25), say("exact", 25), "within"),
        (say("less_than", 25), say("exact", 25), "apart"),
        (say("at_most", 25), say("exact", 25), "within"),
        (say("more_than", 25), say("more_than", 25), "within"),
        (say("more_than", 25), say("at_least", 25), "weaker"),
        (say("more_than", 25), say("less_than", 20), "apart"),
        (say("less_than", 30), say("range", 12, high=18), "within"),
        (say("less_than", 15), say("range", 12, high=18), "partly"),
        (say("exact", 26, grid=1), say("exact", 26.3, grid=0.1), "apart"),
        (say("exact", 2600, grid=100), say("exact", 2630, grid=10), "rounded"),
        (say("exact", 2600, grid=100), say("exact", 2660, grid=10), "apart"),
        (say("exact", 20, grid=10), say("exact", 21), "apart"),
        (say("exact", 20000, grid=10000), say("exact", 19700, grid=100), "rounded"),
        (say("exact", 20000, grid=10000), say("exact", 17400, grid=100), "apart"),
        (say("less_than", 40), say("more_than", 35), "conveyed_within"),
        (say("more_than", 18), say("more_than", 16), "conveyed_apart"),
        (say("more_than", 120), say("more_than", 100), "weaker"),
        (say("less_than", 86), say("more_than", 85), "just_beyond"),
        (say("less_than", 500), say("more_than", 85), "conveyed_within"),
    ],
)
def test_meet_tells_how_evidence_lies_to_a_claim(claim: Quantity, evidence: Quantity, meeting: str) -> None:
    assert meet(claim, evidence) == meeting


def test_meet_says_nothing_of_words_without_numbers() -> None:
    nothing = Quantity(as_written="several", bound="vague", low=None, best=None, high=None, granularity=None)
    assert meet(nothing, say("exact", 4)) is None
    assert meet(say("exact", 4), nothing) is None
