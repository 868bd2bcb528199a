"""Lines to learn from: articles of PolNeAR and sentences of the factuality sets in, word pieces with labels out."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.data import Item, load_items
from bench.library import Said
from bench.matching import Offsets
from bench.sets.factuality import find_events
from bench.sets.polnear import first_annotator
from sayso.attribution.blocks import list_blocks_of_text
from sayso.attribution.pieces import Pieces, cut_into_pieces
from sayso.model import Stretch

REPORTS = Path(__file__).with_name("reports.jsonl")
PASSAGES = Path(__file__).with_name("passages.jsonl")
SOURCE, CONTENT = 1, 3
"""The first tags of the two roles; the one after each goes on with it."""


class Told(NamedTuple):
    """One attribution of a line by numbers of words: where its cue stands, and a role for each word of the line."""

    cue: tuple[int, int]
    roles: tuple[int, ...]


class Example(NamedTuple):
    """A line: its pieces and what is annotated in it.

    Attributes:
        pieces: The words and their pieces.
        told: Its attributions in the order of their cues; None where nobody annotated any.
        certainties: Words that tell of events, each with how certainly it happened, from -3 to 3.
        has_teacher: Whether the teacher learned on lines of this kind and can say more than the annotation.
    """

    pieces: Pieces
    told: tuple[Told, ...] | None
    certainties: tuple[tuple[int, float], ...] = ()
    has_teacher: bool = True


def load_examples(file_name: str | None = None) -> list[list[Example]]:
    """The lines of each article of PolNeAR, by its first annotator."""
    items = load_items("polnear", file_name) if file_name else load_items("polnear")
    return [list(iter_examples(item["text"], first_annotator(item))) for item in items]


def load_passages() -> Iterator[Example]:
    """Blocks of disaster and conflict reports, and passages written for this, annotated by ``GUIDE.md`` beside it.

    News of US politics has few of the forms that these are full of: "(UNHCR, 31 July)", "WHO report that", "police
    counted 300". The reports are those of the set ``reports``; their annotations hold offsets only.
    """
    texts = {item["id"]: item["text"] for item in load_items("reports")}
    for path in (REPORTS, PASSAGES):
        for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            text = line["text"] if "text" in line else texts[line["id"]]
            for example in iter_examples(text, [_make_said(one) for one in line["attributions"]]):
                yield example._replace(has_teacher=False)


def _make_said(annotated: Item) -> Said:
    source = [] if annotated["source"] is None else [annotated["source"]]
    return Said(
        *(tuple(Offsets(*span) for span in part) for part in (source, [annotated["cue"]], annotated["content"]))
    )


def load_certainties(*file_names: str) -> Iterator[Example]:
    """The sentences of the factuality sets; an event of several words stands with its last."""
    for file_name in file_names:
        for item in load_items("factuality", file_name):
            line = Stretch(0, len(item["text"]))
            pieces = next(cut_into_pieces(item["text"], line))
            ends = {end: at for at, (_, end) in enumerate(pieces.words)}
            marked = zip(find_events(item), item["targets"], strict=True)
            labels = ((ends.get(event.end), target["factuality"]) for event, target in marked)
            yield Example(pieces, None, tuple((at, value) for at, value in labels if at is not None))


def iter_examples(text: str, said: Sequence[Said]) -> Iterator[Example]:
    """The blocks of a text; what an attribution has in another block than its cue is left out."""
    for block in list_blocks_of_text(text):
        for pieces in cut_into_pieces(text, block):
            told = (_make_told(pieces.words, one) for one in said)
            yield Example(pieces, tuple(sorted(one for one in told if one is not None)))


def _make_told(words: Sequence[tuple[int, int]], said: Said) -> Told | None:
    if not said.cues or not words[0][0] <= said.cues[0].start < words[-1][1]:
        return None
    cue = _words_in(words, said.cues[0])
    roles = [0] * len(words)
    for role, stretches in ((CONTENT, said.content), (SOURCE, said.sources)):
        for stretch in stretches:
            first, stop = _words_in(words, stretch)
            roles[first:stop] = [role + (at > first) for at in range(first, stop)]
    return Told(cue, tuple(roles)) if cue[0] < cue[1] else None


def _words_in(words: Sequence[tuple[int, int]], stretch: Offsets) -> tuple[int, int]:
    inside = [at for at, (start, end) in enumerate(words) if start < stretch.end and stretch.start < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
