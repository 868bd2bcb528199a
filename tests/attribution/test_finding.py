"""find_attributions: one sentence of our own for every construction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution import Found, find_attributions
from sayso.attribution.finding import name_cue
from sayso.model import check_span


def parts(found: Found) -> tuple[str, str, str]:
    return tuple(" | ".join(span.exact for span in spans) for spans in found[:3])  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said that the bridge was closed.", "The mayor", "said", "that the bridge was closed"),
        ("The mayor said the bridge was closed.", "The mayor", "said", "the bridge was closed"),
        ("The bridge was closed, the mayor said.", "the mayor", "said", "The bridge was closed"),
        ("The bridge was closed, said Mayor Ann Lee.", "Mayor Ann Lee", "said", "The bridge was closed"),
        ("According to the ministry, the bridge was closed.", "the ministry", "According to", "the bridge was closed"),
        ("The bridge was closed, according to the ministry.", "the ministry", "according to", "The bridge was closed"),
        ("“The bridge is closed,” the mayor said.", "the mayor", "said", "“The bridge is closed,”"),
        ("'We have closed the bridge,' the mayor said.", "the mayor", "said", "'We have closed the bridge,'"),
        ('The mayor said: "The bridge is closed."', "The mayor", "said", '"The bridge is closed."'),
        ("Lee told reporters that the bridge was closed.", "Lee", "told", "that the bridge was closed"),
        ("The police claimed that the bridge was closed.", "The police", "claimed", "that the bridge was closed"),
        ("The agency estimates that 40 houses burned.", "The agency", "estimates", "that 40 houses burned"),
        ("The mayor believes that the bridge will hold.", "The mayor", "believes", "that the bridge will hold"),
        ("The bridge, the mayor said, would stay closed.", "the mayor", "said", "The bridge | would stay closed"),
    ],
)  # fmt: skip
def test_find_attributions_reads_construction(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in [parts(found) for found in find_attributions(text)]


def test_find_attributions_nests_a_voice_in_a_voice() -> None:
    found = find_attributions("Smith said that the ministry had claimed that the dam would hold for 40 years.")
    sources = [one.sources[0].exact for one in found]
    assert "Smith" in sources
    assert "the ministry" in sources
    outer = next(one for one in found if one.sources[0].exact == "Smith")
    assert "the dam would hold" in outer.content[0].exact


def test_find_attributions_joins_quotation_split_by_its_cue() -> None:
    (found,) = [
        one for one in find_attributions("“It is gone,” Lee said. “We lost it all.”") if one.cues[0].exact == "said"
    ]
    assert [span.exact for span in found.content] == ["“It is gone,”", "“We lost it all.”"]


def test_find_attributions_follows_quotation_over_paragraphs() -> None:
    text = "Lee said, “The first dam broke at noon.\n\n“The second broke at one.”\n\nThe valley was empty."
    found = next(one for one in find_attributions(text) if one.cues[0].exact == "said")
    assert [span.exact for span in found.content] == ["“The first dam broke at noon.", "“The second broke at one.”"]


def test_find_attributions_goes_on_after_unbalanced_quotation_mark() -> None:
    text = 'The screen is 5" wide and " lost.\n\nThe mayor said that the bridge was closed.'
    assert "that the bridge was closed" in [one.content[0].exact for one in find_attributions(text)]


def test_find_attributions_shares_subject_of_joined_verbs() -> None:
    found = find_attributions("The mayor praised the crews and said that the bridge was closed.")
    assert any(one.cues[0].exact == "said" and one.sources[0].exact == "The mayor" for one in found)


def test_find_attributions_is_empty_where_nobody_speaks() -> None:
    assert find_attributions("The river rose by two metres overnight.") == []
    assert find_attributions("") == []


_PIECES = st.sampled_from(
    ["The mayor", " said", " that", " the dam broke", ", ", ". ", "“", "”", '"', "'", "''", "‘", "’", "\n", "\n\n",
     " according to", " Lee",
     " told", " reporters", ":", " to", " who", " and", "(", ")", " 12", " it was reported",
     "—", "\u2028", "\x1c", "é", "😀", "\u00ad"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map("".join)))
def test_find_attributions_gives_verbatim_spans_of_any_text(text: str) -> None:
    found = find_attributions(text)
    assert len({one.cues[0].start for one in found}) == len(found)
    for one in found:
        assert one.cues
        assert one.content
        for span in (*one.sources, *one.cues, *one.content):
            check_span(text, span)
    assert found == find_attributions(text)


@pytest.mark.parametrize(
    ("cue", "lemma"),
    [
        ("said", "say"),
        ("has told", "tell"),
        ("According to", "according"),
        ("was quoted as saying", "say"),
        ("their claims", "n:claim"),
        ("estimate of", "n:estimate"),
        ("report", "report"),
        ("(", "according"),
        ("Source:", "according"),
    ],
)
def test_name_cue_gives_the_base_form(cue: str, lemma: str) -> None:
    assert name_cue(cue) == lemma


def test_find_attributions_finds_many_voices_within_voices() -> None:
    unit = "Lee said that the UN said that police said that 12 men died "
    assert len(find_attributions(unit * 60)) > 20


def test_what_a_block_says_never_depends_on_the_blocks_beside_it() -> None:
    """Each block is read alone, so a document comes out the same whatever is read with it, before it or after it."""
    texts = [
        "The mayor said that 12 houses burned.",
        "According to the ministry, 40 people were killed.",
        "Nobody spoke.",
        "“We have buried 12,” Ann Lee said. “More are missing.”",
    ]
    alone = [[parts(one) for one in find_attributions(text)] for text in texts]
    together = [parts(one) for one in find_attributions("\n\n".join(texts))]
    backwards = [parts(one) for one in find_attributions("\n\n".join(reversed(texts)))]
    assert together == [one for found in alone for one in found]
    assert sorted(backwards) == sorted(together)


def test_heading_that_a_flattened_page_puts_before_a_source_is_no_part_of_it() -> None:
    found = find_attributions("Waters Receding but More Rain Forecast  Police said that 12 houses burned.")
    assert [one.sources[0].exact for one in found if one.cues[0].exact == "said"] == ["Police"]
