"""Word classes: one a word, the same every time, and right on plain news sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.tags import TAGS, fixed_tag, tag_words
from tests.reading.reports import tag_text


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("The storm killed 14 people .", "DT NN VBD CD NNS SIGN"),
        ("More than 200 houses were destroyed .", "JJ IN CD NNS VBD VBN SIGN"),
        ("Police arrested 30 protesters in Cairo .", "NNS VBD CD NNS IN NNP SIGN"),
        ("Soldiers fled the city .", "NNS VBD DT NN SIGN"),
        ("They have left .", "PRP VBP VBN SIGN"),
        ("Officials said that a dam collapsed .", "NNS VBD IN DT NN VBD SIGN"),
    ],
)
def test_plain_sentence_gets_its_classes(sentence: str, tags: str) -> None:
    assert " ".join(tag_words(sentence.split())) == tags


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"]), min_size=1, max_size=10), max_size=30
    )
)
def test_every_word_gets_one_class_and_always_the_same(words: list[str]) -> None:
    tags = tag_words(words)
    assert len(tags) == len(words)
    assert set(tags) <= set(TAGS)
    assert tags == tag_words(words)


@pytest.mark.parametrize(
    ("word", "tag"), [("12", "CD"), ("1,200", "CD"), (",", "SIGN"), ("“", "SIGN"), ("house", None)]
)
def test_letters_alone_settle_digits_and_signs(word: str, tag: str | None) -> None:
    assert fixed_tag(word) == tag


def test_words_of_a_sentence_are_found_by_offset() -> None:
    text = "The storm killed 14 people."
    sentence = tag_text(text)
    assert sentence.word(sentence.at(text.index("14"))) == "14"
    assert sentence.word(sentence.at(text.index("14") + 2)) == "people"
    assert sentence.at(len(text)) == len(sentence.words)
    assert sentence.word(-1) == sentence.tag(-1) == sentence.word(99) == sentence.tag(99) == ""


def test_headline_in_capitals_is_tagged_as_a_sentence() -> None:
    tagged = tag_text("Floods Displace 30 Families Near Border Town")
    assert tagged.tags == tuple(tag_words("floods displace 30 families near border town".split()))
    assert [word.text for word in tagged.words][:2] == ["Floods", "Displace"]
