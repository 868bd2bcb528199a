import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Outline, find_words, make_document, make_outline

LETTERS = st.characters(exclude_categories=["Cs"])
NEWSY = st.lists(
    st.sampled_from(
        ["Dr. ", "U.S. ", "No. 5 ", "died. ", "12 ", "3.5% ", "said", " ", "\n", "\r\n", "\u2028", "“Yes.” ", "…"]
    )
).map("".join)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, as words."""
    return [
        text[sentence.start : sentence.end] for row in make_outline(make_document(text)).sentences for sentence in row
    ]


@given(st.text(LETTERS, max_size=200) | NEWSY)
def test_outline_covers_every_character_that_is_no_space(text: str) -> None:
    outline = make_outline(make_document(text))
    covered = {i for row in outline.sentences for sentence in row for i in range(sentence.start, sentence.end)}
    assert covered >= {i for i, sign in enumerate(text) if not sign.isspace()}


@given(st.text(LETTERS, max_size=200) | NEWSY)
def test_outline_runs_forward_and_stays_within_paragraphs(text: str) -> None:
    outline = make_outline(make_document(text))
    assert len(outline.paragraphs) == len(outline.sentences)
    reached = 0
    for position, (paragraph, row) in enumerate(zip(outline.paragraphs, outline.sentences, strict=True)):
        assert row
        for sentence in row:
            assert reached <= sentence.start < sentence.end
            assert paragraph.start <= sentence.start
            assert sentence.end <= paragraph.end
            assert sentence.paragraph == position
            assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
            reached = sentence.end


@given(st.text(LETTERS, max_size=200) | NEWSY)
def test_find_words_are_verbatim_and_leave_out_only_spaces(text: str) -> None:
    words = find_words(text, 0, len(text))
    assert all(text[word.start : word.end] == word.text for word in words)
    assert "".join(word.text for word in words) == "".join(sign for sign in text if not sign.isspace())


def test_find_words_stays_between_its_offsets() -> None:
    assert [word.text for word in find_words("at least 1,200 houses", 3, 14)] == ["least", "1,200"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ministry’s 1.2 million", ["The", "ministry’s", "1.2", "million"]),
        ("twenty-one U.S. soldiers.", ["twenty-one", "U.S.", "soldiers", "."]),
        ("€3,500 (about 40%)", ["€", "3,500", "(", "about", "40", "%", ")"]),
    ],
)
def test_find_words_keeps_together_what_is_one_word(text: str, words: list[str]) -> None:
    assert [word.text for word in find_words(text, 0, len(text))] == words


@pytest.mark.parametrize(
    "text",
    [
        "About 12 people died in approx. 3 hours.",
        "A U.S. and U.N. count put it at 12.",
        "Gen. Ada Roe and Lt. Col. B. Poe counted 12.",
        "They walked 3.5 km along No. 7 road.",
        "It struck at 9 a.m. on Monday.",
    ],
)
def test_outline_does_not_end_a_sentence_at_an_abbreviation(text: str) -> None:
    assert sentences_of(text) == [text]


def test_outline_ends_sentences_where_they_end() -> None:
    assert sentences_of("Twelve died. Nine are missing! Who counted? Nobody.") == [
        "Twelve died.", "Nine are missing!", "Who counted?", "Nobody.",
    ]  # fmt: skip


def test_outline_takes_a_line_for_a_paragraph() -> None:
    text = "  First line\r\n\r\nSecond.\n\tThird "
    outline = make_outline(make_document(text))
    assert [text[start:end] for start, end in outline.paragraphs] == ["First line", "Second.", "Third"]


def test_outline_looks_at_the_body_only() -> None:
    text = "Gazette 2025\nTwelve died.\ntags99"
    assert [
        text[start:end] for start, end in make_outline(make_document(text, body_start=13, body_end=25)).paragraphs
    ] == ["Twelve died."]


@pytest.mark.parametrize("text", ["", " \n\t\r\n ", "\u2028"])
def test_outline_of_nothing_is_empty(text: str) -> None:
    assert make_outline(make_document(text)) == Outline((), ())


@pytest.mark.parametrize("piece", ["Twelve died at No. 5 road on Monday. ", "Dr. ", "word ", "\n", " ", "x", "9", "."])
def test_outline_of_a_huge_line_reaches_its_end(piece: str) -> None:
    document = make_document(piece * (640_000 // len(piece)) + "End.")
    assert make_outline(document).sentences[-1][-1].end == len(document.text)
