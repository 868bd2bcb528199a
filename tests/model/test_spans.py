import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import CONTEXT_LENGTH, OffsetError, Span, check_span, make_passage, make_span

TEXTS = st.text(min_size=1, max_size=80)


@given(TEXTS, st.data())
def test_make_span_is_verbatim(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = make_span(text, start, end)
    assert text[span.start : span.end] == span.exact
    check_span(text, span)


@given(TEXTS, st.data())
def test_make_passage_can_be_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = make_passage(text, start, end)
    assert passage.prefix + passage.exact + passage.suffix in text
    assert len(passage.prefix) == min(start, CONTEXT_LENGTH)
    assert len(passage.suffix) == min(len(text) - end, CONTEXT_LENGTH)
    check_span(text, passage)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 9), (8, 9)])
def test_make_span_refuses_offsets_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(OffsetError, match=f"start {start} and end {end}"):
        make_span("12 died.", start, end)


def test_check_span_says_what_stands_there() -> None:
    with pytest.raises(OffsetError, match="expected '21,600' at character 5, found '12 die'"):
        check_span("Some 12 died.", Span(start=5, end=11, exact="21,600"))


def test_check_span_refuses_to_count_from_the_end() -> None:
    with pytest.raises(OffsetError):
        check_span("12 died.", Span(start=-5, end=-1, exact="died"))
