import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sayso.display.marks import LONG_TEXT, find_paragraphs, make_blocks
from sayso.model import Hedge, Reading, Span, Statement, make_document
from sayso.model.spans import make_passage
from tests.display.samples import make_reading


def _move(statement: Statement, text: str, figure: tuple[int, int], hedge: tuple[int, int]) -> Statement:
    start, end = figure
    opened, closed = hedge
    return msgspec.structs.replace(
        statement,
        figure=Span(start=start, end=end, exact=text[start:end]),
        hedges=(Hedge(kind="estimate", start=opened, end=closed, exact=text[opened:closed]),),
        passage=make_passage(text, start, end),
    )


def test_make_blocks_joins_segments_to_the_text(reading: Reading) -> None:
    for block in make_blocks(reading.document, reading.statements, is_full=True):
        assert "".join(part.text for part in block.segments) == reading.document.text[block.start : block.end]


def test_make_blocks_opens_and_closes_every_figure_once(reading: Reading) -> None:
    segments = [
        part for block in make_blocks(reading.document, reading.statements, is_full=True) for part in block.segments
    ]
    assert [number for part in segments for number in part.opens] == [1, 2, 3, 4, 5, 6]
    assert [number for part in segments for number in part.closes] == [1, 2, 3, 4, 5, 6]


def test_make_blocks_cuts_a_hedge_around_a_figure(reading: Reading) -> None:
    segments = [
        part for block in make_blocks(reading.document, reading.statements, is_full=True) for part in block.segments
    ]
    hedged = [part.text for part in segments if 5 in part.hedges]
    assert "".join(hedged) == "if that is right, over 230,000"
    assert any(part.figures == (5,) and part.hedges == (5,) for part in segments)


@given(st.text(alphabet="ab1 \n\r\u2028é", max_size=60), st.lists(st.integers(0, 60), min_size=8, max_size=8))
def test_make_blocks_loses_no_character_whatever_overlaps(text: str, places: list[int]) -> None:
    text = "12" + text
    first, second = make_reading().statements[:2]
    limits = [min(place, len(text) - 1) for place in places]
    spans = [(min(a, b), max(a, b) + 1) for a, b in zip(limits[::2], limits[1::2], strict=True)]
    statements = (_move(first, text, spans[0], spans[1]), _move(second, text, spans[2], spans[3]))
    blocks = make_blocks(make_document(text), statements, is_full=True)
    assert ["".join(part.text for part in block.segments) for block in blocks] == [
        text[block.start : block.end] for block in blocks
    ]
    kept = "".join("".join(part.text for part in block.segments) for block in blocks)
    assert "".join(kept.split()) == "".join(text.split())


def test_find_paragraphs_joins_lines_that_were_broken_by_hand() -> None:
    text = "Twelve people died when\nthe river rose.\n\nThe mayor said so.\n"
    assert [text[start:end] for start, end in find_paragraphs(text)] == [
        "Twelve people died when\nthe river rose.",
        "The mayor said so.",
    ]


def test_find_paragraphs_keeps_long_lines_apart() -> None:
    text = "a" * 200 + "\n" + "b" * 200
    assert find_paragraphs(text) == [(0, 200), (201, 401)]


def test_make_blocks_of_a_long_text_keeps_only_what_holds_figures() -> None:
    filler = "Nothing is counted in this sentence at all. " * (LONG_TEXT // 40)
    reading = make_reading()
    text = f"{reading.document.text}\n{filler}\n"
    document = msgspec.structs.replace(reading.document, text=text)
    short = make_blocks(document, reading.statements, is_full=False)
    assert all(any(part.figures for part in block.segments) for block in short)
    assert len(short) == 5
    assert short[0].is_cut_before
    whole = make_blocks(document, reading.statements, is_full=True)
    assert whole[-1].end == len(text.rstrip())


def test_make_blocks_of_one_huge_paragraph_keeps_only_the_sentences_of_statements() -> None:
    filler = "Nothing is counted in this sentence at all. " * (LONG_TEXT // 40)
    text = f"{filler}Then 12 died. {filler}"
    start = text.index("12")
    sentence = text.index("Then")
    statement = _move(make_reading().statements[0], text, (start, start + 2), (start, start + 2))
    statement = msgspec.structs.replace(statement, passage=make_passage(text, sentence, sentence + 13))
    (block,) = make_blocks(make_document(text), (statement,), is_full=False)
    assert text[block.start : block.end] == "Then 12 died."
    assert block.is_cut_before


def test_make_blocks_of_an_empty_text_is_empty() -> None:
    assert make_blocks(make_document(""), (), is_full=False) == []
