"""Pieces and blocks: every word keeps its place in the text, and nothing is too long for the encoder."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.blocks import LONGEST_BLOCK, list_blocks_of_text
from sayso.attribution.pieces import LONGEST, cut_into_pieces
from sayso.model import Stretch


def test_words_keep_their_offsets_and_point_to_their_first_piece() -> None:
    text = "  Zakharova said 21,600."
    (pieces,) = cut_into_pieces(text, Stretch(2, len(text)))
    assert [text[start:end] for start, end in pieces.words] == ["Zakharova", "said", "21", ",", "600", "."]
    assert pieces.first == sorted(pieces.first)
    assert pieces.first[0] == 1  # behind the mark that opens a block
    assert pieces.first[1] > 2  # the name is cut into several


def test_words_that_have_no_pieces_share_those_before() -> None:
    text = "a \u0300\u0301 b"
    made = list(cut_into_pieces(text, Stretch(0, len(text))))
    assert all(len(one.words) == len(one.first) for one in made)


@given(st.text(max_size=300) | st.integers(500, 3000).map(lambda count: "é" * count + "x,"[: count % 3] * count))
def test_no_part_is_longer_than_the_encoder_reads_and_no_word_is_lost(text: str) -> None:
    parts = list(cut_into_pieces(text, Stretch(0, len(text))))
    assert all(len(part.pieces) <= LONGEST for part in parts)
    assert all(0 <= first < len(part.pieces) for part in parts for first in part.first)
    starts = [start for part in parts for start, _ in part.words]
    assert starts == sorted(set(starts))
    covered = "".join(text[start:end] for part in parts for start, end in part.words)
    assert covered == "".join(text.split())


def test_long_paragraph_is_cut_between_sentences() -> None:
    sentence = "The river rose again and the mayor said that 12 houses were lost. "
    blocks = list_blocks_of_text(sentence * 30 + "\n\nA short one.")
    text = sentence * 30 + "\n\nA short one."
    assert len(blocks) > 3
    assert all(end - start <= LONGEST_BLOCK for start, end in blocks)
    assert all(text[start:end].endswith(".") for start, end in blocks)
    assert text[slice(*blocks[-1])] == "A short one."


def test_sentence_longer_than_a_block_is_a_block() -> None:
    text = "he said 12 people died, " * 60
    assert [text[slice(*block)] for block in list_blocks_of_text(text)] == [text.strip()]
