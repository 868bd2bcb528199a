import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso


@pytest.mark.parametrize(
    ("claim", "evidence", "verdict"),
    [
        ("The harbour handled more than 25 million tonnes.", "It handled 26.3 million tonnes.", "supports"),
        ("The harbour handled more than 25 million tonnes.", "It handled 23.9 million tonnes.", "refutes"),
        ("More than 40 miners were rescued.", "Rescuers reached 44 miners and 3 guards.", "supports"),
        ("More than 40 miners were rescued.", "Rescuers reached 38 miners and 52 engineers.", "refutes"),
        ("Under 20 guards died and over 60 were hurt.", "The blast left 18 guards dead and 71 hurt.", "supports"),
        ("Under 20 guards died and over 60 were hurt.", "The blast left 18 guards dead and 57 hurt.", "refutes"),
        ("The film has a rating of over 70 %.", "It has a rating of 72 % based on 58 reviews.", "supports"),
        ("The film is based on over 60 reviews.", "It has a rating of 72 % based on 58 reviews.", "refutes"),
        ("The walk took less than 2 hours.", "The walk took 90 minutes.", "supports"),
        ("The tower is over 100 feet tall.", "The tower is 25 metres tall.", "refutes"),
        ("The mill cost over $5 million.", "The mill cost 7 million euros.", "undecided"),
        ("Dorn won 3-1.", "Dorn beat Vell 3–1 at home.", "supports"),
        ("Dorn won 3-1.", "Dorn beat Vell 4–1 at home.", "refutes"),
        ("It was her third win.", "In Osk she took her 4th win.", "refutes"),
        ("She won more than once.", "She won for the second time.", "supports"),
        ("The bridge opened in 1987.", "The bridge opened in 1988.", "refutes"),
        ("The bridge opened before 1988.", "The bridge opened in 1987.", "supports"),
        ("The bridge opened after 1988.", "The bridge opened in 1987.", "refutes"),
        ("The bridge is wide.", "The bridge opened in 1988.", "undecided"),
        ("Over 300 camels drowned.", "The river rose by 2 metres.", "undecided"),
        ("Osk had over 500 cases.", "Nine new cases were found, bringing the total to 512.", "supports"),
    ],
)  # fmt: skip
def test_compare_settles_a_claim(claim: str, evidence: str, verdict: str) -> None:
    assert sayso.compare(claim, evidence).verdict == verdict


@pytest.mark.parametrize(
    ("claim", "evidence", "verdict"),
    [
        ("By 3 May 2021 Osk had more than 500 cases.", "As of 5 May 2021, Osk had 512 cases.", "undecided"),
        ("By 3 May 2021 Osk had fewer than 600 cases.", "As of 5 May 2021, Osk had 512 cases.", "supports"),
        ("By 3 May 2021 Osk had more than 600 cases.", "As of 5 May 2021, Osk had 512 cases.", "refutes"),
        ("By 3 May 2021 Osk had more than 600 cases.", "As of 1 May 2021, Osk had 512 cases.", "undecided"),
        ("On 3 May 2021 Osk had more than 500 cases.", "On 3 May, Osk had 512 cases.", "supports"),
    ],
)
def test_compare_minds_the_day_of_a_total(claim: str, evidence: str, verdict: str) -> None:
    assert sayso.compare(claim, evidence).verdict == verdict


def test_total_of_another_day_is_compared_under_an_assumption() -> None:
    found = sayso.compare("By 3 May 2021 Osk had fewer than 600 cases.", "As of 5 May 2021, Osk had 512 cases.")
    assert [one.key for one in found.assumptions] == ["total_never_falls"]


def test_loose_bounds_are_compared_under_an_assumption() -> None:
    found = sayso.compare("The mill has fewer than 800 looms.", "The mill has over 700 looms.")
    assert (found.verdict, [one.key for one in found.assumptions]) == ("supports", ["over_means_not_much_over"])
    found = sayso.compare("The mill has more than 900 looms.", "The mill has at least 500 looms.")
    assert (found.verdict, [one.key for one in found.assumptions]) == ("refutes", ["says_as_much_as_is_known"])


def test_undecided_claim_has_a_reason_and_decided_one_has_none() -> None:
    assert sayso.compare("Over 300 camels drowned.", "It rained.").reason
    assert sayso.compare("It rained.", "It rained.").reason
    assert sayso.compare("Over 300 camels drowned.", "In all 310 camels drowned.").reason is None


def test_words_of_a_pair_give_the_arithmetic() -> None:
    (pair,) = sayso.compare("The film has a rating of over 70 %.", "It has a rating of 72 %.").pairs
    assert pair.words == '"72 %" (72%) lies within "over 70 %" (more than 70%).'


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_more_than_and_at_most_are_never_both_supported(bound: int, value: int) -> None:
    evidence = f"The quarry employs {value:,} masons."
    over = sayso.compare(f"The quarry employs more than {bound:,} masons.", evidence).verdict
    under = sayso.compare(f"The quarry employs at most {bound:,} masons.", evidence).verdict
    assert {over, under} == {"supports", "refutes"}


@given(st.text(max_size=80), st.text(max_size=80))
def test_spans_of_pairs_are_verbatim_in_both_texts(claim: str, evidence: str) -> None:
    for pair in sayso.compare(f"{claim} over 20 tons", f"{evidence} 30 tons").pairs:
        assert f"{claim} over 20 tons"[pair.claim.start : pair.claim.end] == pair.claim.exact
        if pair.evidence is not None:
            assert f"{evidence} 30 tons"[pair.evidence.start : pair.evidence.end] == pair.evidence.exact
