"""Linkers: the nearest spans are taken, whosever they are."""

from bench.library import Said
from bench.linkers import link_nearest
from bench.matching import Offsets


def span(text: str, words: str) -> Offsets:
    return Offsets(text.index(words), text.index(words) + len(words))


def test_link_nearest_takes_a_source_that_belongs_to_another_cue() -> None:
    text = "The mayor, police believe, said 12 died"
    mayor, police, content = (span(text, words) for words in ("The mayor", "police", "12 died"))
    believe, said = (
        Said((source,), (span(text, cue),), (content,)) for source, cue in ((police, "believe"), (mayor, "said"))
    )
    linked = link_nearest(text, [believe, said])
    assert [one.sources for one in linked] == [(police,), (police,)]


def test_link_nearest_looks_no_farther_than_the_line() -> None:
    text = "Police said 12 died\nLee said so"
    first = Said((span(text, "Police"),), (span(text, "said"),), (span(text, "12 died"),))
    second = Said((), (Offsets(text.rindex("said"), text.rindex("said") + 4),), (span(text, "so"),))
    assert [one.sources for one in link_nearest(text, [first, second])] == [first.sources, ()]


def test_link_nearest_keeps_all_stretches_of_a_content_that_is_the_cues_own() -> None:
    text = "The dam, Lee said, broke"
    said = Said((span(text, "Lee"),), (span(text, "said"),), (span(text, "The dam"), span(text, "broke")))
    (linked,) = link_nearest(text, [said])
    assert set(linked.content) == set(said.content)
