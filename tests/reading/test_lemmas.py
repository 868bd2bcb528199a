"""Base forms of nouns and verbs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.lemmas import noun_lemma, verb_lemma


@pytest.mark.parametrize(
    ("noun", "lemma"),
    [
        ("people", "person"), ("children", "child"), ("men", "man"), ("women", "woman"), ("policemen", "policeman"), ("families", "family"),
        ("Families", "family"), ("houses", "house"), ("churches", "church"), ("boxes", "box"), ("classes", "class"), ("bus", "bus"),
        ("buses", "bus"), ("crises", "crisis"), ("cases", "case"), ("criminal cases", "criminal case"), ("troops", "troop"), ("police", "police"),
        ("deaths", "death"), ("soldiers", "soldier"), ("soldier", "soldier"), ("aircraft", "aircraft"), ("virus", "virus"), ("heroes", "hero"),
        ("sol\u00addiers", "soldier"), ("specimen", "specimen"), ("", ""), ("casualties", "casualty"), ("injuries", "injury"), ("lives", "life"),
        ("displaced people", "displaced person"), ("wolves", "wolf"), ("passers-by", "passer-by"),
        ("countries", "country"), ("bodies", "body"), ("villages", "village"), ("bridges", "bridge"), ("glass", "glass"),
    ],
)  # fmt: skip
def test_noun_becomes_its_singular(noun: str, lemma: str) -> None:
    assert noun_lemma(noun) == lemma


@pytest.mark.parametrize("noun", ["gas", "lens", "atlas", "canvas"])
def test_singular_in_s_stays_as_it_is(noun: str) -> None:
    assert noun_lemma(noun) == noun


@pytest.mark.parametrize(("noun", "lemma"), [("sorties", "sortie"), ("zombies", "zombie"), ("prairies", "prairie")])
def test_noun_in_ie_keeps_its_e(noun: str, lemma: str) -> None:
    assert noun_lemma(noun) == lemma


@pytest.mark.parametrize(
    ("verb", "lemma"),
    [
        ("killed", "kill"), ("killing", "kill"), ("kills", "kill"), ("died", "die"), ("dying", "die"), ("dies", "die"), ("fled", "flee"), ("fleeing", "flee"),
        ("displaced", "displace"), ("destroyed", "destroy"), ("damaged", "damage"), ("injured", "injure"), ("wounded", "wound"), ("evacuated", "evacuate"),
        ("abandoning", "abandon"), ("deserted", "desert"), ("arrested", "arrest"), ("trapped", "trap"), ("stranded", "strand"), ("stopped", "stop"),
        ("missing", "miss"), ("carried", "carry"), ("buried", "bury"), ("swept", "sweep"), ("struck", "strike"), ("shot", "shoot"), ("lost", "lose"),
        ("left", "leave"), ("was", "be"), ("been", "be"), ("has", "have"), ("rose", "rise"), ("fell", "fall"), ("said", "say"), ("raped", "rape"),
        ("collapsed", "collapse"), ("flooded", "flood"), ("drowned", "drown"), ("infected", "infect"), ("hospitalised", "hospitalise"), ("kidnapped", "kidnap"),
        ("released", "release"), ("rescued", "rescue"), ("returned", "return"), ("relocated", "relocate"), ("beaten", "beat"), ("hanged", "hang"),
        ("crossed", "cross"), ("passes", "pass"), ("Killed", "kill"), ("kill", "kill"), ("vaccinated", "vaccinate"), ("reached", "reach"), ("estimated", "estimate"),
    ],
)  # fmt: skip
def test_verb_becomes_its_base_form(verb: str, lemma: str) -> None:
    assert verb_lemma(verb) == lemma


def test_verb_that_the_list_lacks_keeps_its_e() -> None:
    assert verb_lemma("collided") == "collide"


@given(st.text(max_size=20))
def test_any_word_has_one_lemma(word: str) -> None:
    assert noun_lemma(word) == noun_lemma(word)
    assert verb_lemma(word) == verb_lemma(word)


@given(st.sampled_from("kill displace destroy flee trap rescue abandon carry miss".split()))
def test_base_form_stays_as_it_is(verb: str) -> None:
    assert verb_lemma(verb) == verb
