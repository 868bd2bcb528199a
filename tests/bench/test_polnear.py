from bench.library import Said
from bench.matching import Offsets
from bench.sets.polnear import count_said, find_tokens, first_annotator, jaccard

TEXT = "Police chief Ada Byron said on Monday that 12 people and 1,400 dogs left in 2015. Others stayed."


def at(*words: str) -> tuple[Offsets, ...]:
    return tuple(Offsets(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


GOLD = Said(at("Police chief Ada Byron"), at("said"), at("that 12 people and 1,400 dogs left in 2015"))


def test_find_tokens_keeps_numbers_whole_and_leaves_signs_out() -> None:
    text = "1,400 well-known dogs’ owners, U.S. $3.5"
    assert [text[token.start : token.end] for token in find_tokens(text)] == [
        "1,400", "well-known", "dogs", "owners", "U", "S", "3.5",
    ]  # fmt: skip


def test_same_attribution_is_right_in_everything() -> None:
    tally = count_said(TEXT, [GOLD], [GOLD])
    assert tally["exact_f1"] == tally["detect_source_f1"] == (1, 1, 1)
    assert tally["figure_source_f1"] == (2, 2, 2)  # the year is no figure
    assert tally["token_content_f1"] == (9, 9, 9)


def test_part_of_the_source_detects_but_is_not_exact() -> None:
    tally = count_said(TEXT, [GOLD], [GOLD._replace(sources=at("Ada Byron"))])
    assert tally["exact_f1"].right == 0
    assert tally["detect_source_f1"].right == 1  # two of four words
    assert tally["token_source_f1"] == (2, 2, 4)
    assert tally["figure_source_f1"].right == 2


def test_less_than_half_of_the_source_does_not_detect() -> None:
    tally = count_said(TEXT, [GOLD], [GOLD._replace(sources=at("Byron"))])
    assert tally["detect_source_f1"].right == 0


def test_wrong_source_gives_no_figure() -> None:
    tally = count_said(TEXT, [GOLD], [GOLD._replace(sources=at("Others"))])
    assert tally["figure_source_f1"] == (0, 2, 2)


def test_attribution_without_source_matches_one_without_source() -> None:
    nobody = GOLD._replace(sources=())
    tally = count_said(TEXT, [nobody], [nobody])
    assert tally["detect_source_f1"].right == 1
    assert tally["figure_source_f1"] == (0, 0, 0)


def test_punctuation_is_not_judged() -> None:
    wider = GOLD._replace(content=at("that 12 people and 1,400 dogs left in 2015."))
    assert count_said(TEXT, [GOLD], [wider])["exact_f1"].right == 1


def test_first_annotator_is_the_first_by_id_with_content() -> None:
    span = {"start": 0, "end": 6}
    full = {"source": [span], "cue": [], "content": [span]}
    item = {
        "annotations": [
            {"annotator": "b", "attributions": [full, full]},
            {"annotator": "a", "attributions": [full, {"source": [], "cue": [span], "content": []}]},
        ]
    }
    assert first_annotator(item) == [Said((Offsets(0, 6),), (), (Offsets(0, 6),))]


def test_jaccard_of_two_empty_sets_is_one() -> None:
    assert jaccard(frozenset(), frozenset()) == 1.0
    assert jaccard(frozenset([1]), frozenset()) == 0.0
