"""Linkers: the spans that the tagger finds in PolNeAR in, how well each way puts them together out.

Ways, each given the same cues: ``asked``, as sayso does it: each cue asks every word whether it is in its source or its
content; ``nearest``, as taggers with one layer a role do it: the spans of all cues are pooled without saying whose they
are, and each cue takes the source and the content nearest to it, that content with all its stretches where it is right.

Metrics are those of ``bench.sets.polnear``.
"""

from collections.abc import Sequence
from typing import NamedTuple

from bench.data import load_items
from bench.library import Said, find_said
from bench.matching import Offsets
from bench.sets.polnear import count_said, first_annotator
from bench.tallies import Counts, add_counts, rate

WAYS = ("asked", "nearest")
METRICS = ("detect_source_f1", "exact_f1", "figure_source_f1")


class Row(NamedTuple):
    """A way's F1 for attributions with the right content and source, all words right, and figures."""

    way: str
    detect_source_f1: float | None
    exact_f1: float | None
    figure_source_f1: float | None
    n: int


def compare_linkers(*, limit: int | None = None) -> list[Row]:
    """Each way on the same articles.

    Args:
        limit: At most so many articles.

    Raises:
        MissingDataError: PolNeAR is not on this machine.
    """
    counts: dict[str, dict[str, list[Counts]]] = {way: {metric: [] for metric in METRICS} for way in WAYS}
    for item in load_items("polnear", limit=limit):
        found, gold = find_said(item["text"]), first_annotator(item)
        for way, linked in (("asked", found), ("nearest", link_nearest(item["text"], found))):
            tally = count_said(item["text"], gold, linked)
            for metric in METRICS:
                counts[way][metric].append(tally[metric])
    rows = []
    for way in WAYS:
        detected, exact, figures = (add_counts(counts[way][metric]) for metric in METRICS)
        rows.append(Row(way, rate("f1", detected), rate("f1", exact), rate("f1", figures), exact.gold))
    return rows


def link_nearest(text: str, found: Sequence[Said]) -> list[Said]:
    """The cues of a text, each with the nearest of all sources and the nearest of all contents of its line."""
    made = []
    for said in found:
        cue = said.cues[0]
        line = Offsets(text.rfind("\n", 0, cue.start) + 1, text.find("\n", cue.end) % (len(text) + 1))
        beside = [other for other in found if line.start <= other.cues[0].start < line.end]
        sources = sorted({source for other in beside for source in other.sources})
        contents = sorted({content for other in beside for content in other.content})
        source = min(sources, key=lambda one: _apart(one, cue), default=None)
        content = min(contents, key=lambda one: _apart(one, cue))
        split = [one for one in said.content if one != content and content in said.content]
        made.append(Said((source,) if source else (), (cue,), (content, *split)))
    return made


def _apart(one: Offsets, other: Offsets) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
