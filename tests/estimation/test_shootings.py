"""Killed and injured of a shooting, weighed: what counts as a shooting, what is looked at, how the pair is chosen."""

import pytest

import sayso
from sayso.estimation.shooting_features import Evidence, Rules, gather_evidence
from sayso.estimation.shooting_words import find_tokens, tells_of_shooting
from sayso.estimation.shootings import Victims, Weights, choose_victims, from_bytes, to_bytes
from sayso.model import Reading, make_document

NO_RULES = Rules(killed=None, injured=None)


def toll_of(text: str, outcome: str, title: str | None = None) -> int:
    """The toll of a report, 0 where none is found."""
    toll = sayso.toll(sayso.read(make_document(text, title=title)), outcome=outcome)
    return toll.value if toll else 0


def test_find_tokens_tells_ages_from_numbers() -> None:
    tokens = find_tokens("Two of them, a 9-year-old girl and Ann Poe, 31, were hit at 4400 Elm Road.")
    assert [(token.word, token.number) for token in tokens if token.number is not None] == [
        ("N", 2),
        ("AGE", 9),
        ("AGE", 31),
    ]


def test_find_tokens_marks_names_inside_a_sentence() -> None:
    names = [token.word for token in find_tokens("Deputies say Poe fired. Nobody fled.") if token.is_name]
    assert names == ["poe"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Man shot outside a bar in Dorn", True),
        ("Police look into a double homicide", True),
        ("Three hurt when a bus left the road", False),
        ("Rebels shot two soldiers near the frontline", False),
        ("Gunmen shot dead nine protesters", False),
    ],
)
def test_tells_of_shooting_keeps_out_war_and_other_events(text: str, expected: bool) -> None:
    assert tells_of_shooting(text) is expected


def test_gather_evidence_holds_runs_of_kinds_and_mentions_of_numbers() -> None:
    document = make_document("One man died and four others were hurt, police in Dorn said.")
    evidence = gather_evidence(Reading(document=document, statements=(), relations=()), NO_RULES)
    assert "run lead n1 person died and" in evidence.report
    assert "any people others happened hurt" in evidence.numbers[4]
    assert "one less people others happened hurt" in evidence.numbers[5]
    assert not any("dorn" in feature for feature in evidence.report)


def test_gather_evidence_considers_numbers_that_nobody_writes() -> None:
    document = make_document("A man was shot.")
    evidence = gather_evidence(Reading(document=document, statements=(), relations=()), NO_RULES)
    assert {0, 1, 2, 8} <= set(evidence.numbers)
    assert "pair 1 0" in evidence.pairs[1, 0]


def test_choose_victims_adds_up_report_number_and_pair() -> None:
    evidence = Evidence(("dead",), {0: (), 1: ("one",)}, {(0, 0): (), (0, 1): (), (1, 0): (), (1, 1): ("both",)})
    weights = Weights(
        report={"dead": (0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)}, numbers={"one": (0.0, -0.5)}, pairs={"both": (0.25,)}
    )
    assert choose_victims(weights, evidence) == Victims(killed=1, injured=0)
    stronger = weights._replace(pairs={"both": (0.75,)})
    assert choose_victims(stronger, evidence) == Victims(killed=1, injured=1)


def test_choose_victims_takes_the_smaller_numbers_where_nothing_speaks() -> None:
    evidence = Evidence((), {0: (), 1: ()}, {(1, 1): (), (0, 1): (), (1, 0): (), (0, 0): ()})
    assert choose_victims(Weights({}, {}, {}), evidence) == Victims(killed=0, injured=0)


def test_weights_come_back_as_they_were_packed() -> None:
    weights = Weights(report={"a b": (0.5, -0.25)}, numbers={"n": (1.0, 0.0)}, pairs={"p": (-2.0,)})
    assert from_bytes(to_bytes(weights)) == weights
    assert to_bytes(weights) == to_bytes(weights)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Shots outside a store on Elm Road hit a young cook in the leg. He was taken to a hospital, police said.", 0, 1),
        ("A woman was shot and killed in her home in Dorn on Monday, police said. Her husband was charged with murder.", 1, 0),
        ("One man is dead and three others are in the hospital after a shooting at a club in Dorn, police said.", 1, 3),
        ("Two teenagers were wounded in a drive-by shooting Friday night. Both are expected to survive, police said.", 0, 2),
    ],
)  # fmt: skip
def test_toll_of_a_shooting_needs_no_number(text: str, killed: int, injured: int) -> None:
    assert (toll_of(text, "killed"), toll_of(text, "injured")) == (killed, injured)


def test_toll_of_a_shooting_rests_on_the_statement_with_the_number() -> None:
    reading = sayso.read(make_document("Two men were killed and five women wounded when a gunman opened fire in Dorn."))
    toll = sayso.toll(reading, outcome="killed")
    assert toll is not None
    assert toll.value == 2
    assert len(toll.statements) == 1
