"""From scores to attributions: what the tagger says of the words of a block in, cues with their parts out.

Cues are read first, each a run of words; then for every cue each word is outside, in its source or in its content, so
that what belongs together is found together and a source inside another's content stays a source. Both are the best
sequences of tags in which nothing goes on that has not begun (Viterbi).
"""

from __future__ import annotations  # numpy loads where it is used: sayso starts without it

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]
Run = tuple[int, int]
"""First word and one past the last."""

CUE_LEAN = 0.0
"""Added to the score of every word that begins a cue. On held-out articles of PolNeAR's training part -0.5, 0 and 0.5
give the same F1 of sources within .004; 1 gives less."""
HINT = 0.03
"""Least probability of a word to be in a cue for which a content is read again on its own."""
_APART = 2
"""Words between two runs of one source: "the Ministry of Water | , | Energy and Irrigation"."""
FARTHEST = 40
"""Words apart beyond which distance says no more."""


class Scored(NamedTuple):
    """What the tagger says of the words of a block.

    Attributes:
        cues: Scores of outside, first and inside of a cue, shape (words, 3).
        asks: What a word asks of its source and content when it is a cue, shape (words, roles, asked).
        answers: What each word answers, shape (words, asked).
        leanings: Scores of each role for each word, whatever the cue, shape (words, roles).
        apart: Scores of each role by distance, shape (distances, roles).
        certainties: How certainly what each word tells of happened, from -3 to 3, shape (words,).
    """

    cues: Scores
    asks: Scores
    answers: Scores
    leanings: Scores
    apart: Scores
    certainties: Scores


class Linked(NamedTuple):
    """An attribution by numbers of words: its cue, its sources, the likeliest first, and the runs of its content."""

    cue: Run
    sources: tuple[Run, ...]
    content: tuple[Run, ...]


def decode(scored: Scored, *, lean: float = CUE_LEAN) -> list[Linked]:
    """The attributions of a block in the order of their cues.

    Args:
        scored: What the tagger says of its words.
        lean: How far to lean towards taking a word for a cue.
    """
    import numpy as np

    leaning = scored.cues + np.array([0.0, lean, 0.0], dtype=np.float32)
    cues = [(first, stop) for _, first, stop in list_runs(best_tags(leaning.tolist()))]
    return [_link(scored, cue) for cue in cues]


def has_hint(scored: Scored, run: Run) -> bool:
    """Whether some word of a run might be a cue, however unlikely."""
    import numpy as np

    cues = np.exp(scored.cues[slice(*run)])
    return bool((cues[:, 1:].sum(axis=1) >= HINT * cues.sum(axis=1)).any())


def _link(scored: Scored, cue: Run) -> Linked:
    import numpy as np

    first, stop = cue
    words = len(scored.cues)
    asked = scored.asks[first:stop].mean(axis=0)
    distances = np.clip(np.arange(words) - first, -FARTHEST, FARTHEST) + FARTHEST
    roles = scored.answers @ asked.T + scored.leanings + scored.apart[distances]
    roles[first:stop, 1:] -= 100.0  # a cue is no part of what it says
    runs = list_runs(best_tags(roles.tolist()))
    sources = [(start, end) for role, start, end in runs if role == 0]
    content = [(start, end) for role, start, end in runs if role == 1]
    clearly = roles[:, 1:3].max(axis=1) - roles[:, 0]
    likely = sorted(_merge(sources, _APART), key=lambda run: -float(clearly[slice(*run)].sum()))
    return Linked(cue, tuple(likely), tuple(_merge(content, 0)))


def _merge(runs: Sequence[Run], apart: int) -> list[Run]:
    """Runs with at most so many words between them as one."""
    merged: list[Run] = []
    for first, stop in runs:
        if merged and first - merged[-1][1] <= apart:
            merged[-1] = (merged[-1][0], stop)
        else:
            merged.append((first, stop))
    return merged


def best_tags(scores: Sequence[Sequence[float]]) -> list[int]:
    """The best tags of a row of words: 0 outside, then a first and an inside tag for each kind of run.

    An inside tag stands only behind a first or inside tag of its kind.

    Args:
        scores: For each word the score of each tag, an odd number of them.
    """
    if not scores:
        return []
    kinds = range(1, len(scores[0]), 2)
    best = [row if kind % 2 or not kind else float("-inf") for kind, row in enumerate(scores[0])]
    came: list[list[int]] = []
    for row in scores[1:]:
        top = max(range(len(best)), key=best.__getitem__)
        here, origin = [best[top] + row[0]], [top]
        for kind in kinds:
            goes_on = kind if best[kind] >= best[kind + 1] else kind + 1
            here += [best[top] + row[kind], best[goes_on] + row[kind + 1]]
            origin += [top, goes_on]
        best = here
        came.append(origin)
    tag = max(range(len(best)), key=best.__getitem__)
    tags = [tag]
    for origin in reversed(came):
        tag = origin[tag]
        tags.append(tag)
    return tags[::-1]


def list_runs(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """The runs of a row of tags: kind from 0, first word, one past the last."""
    runs: list[tuple[int, int, int]] = []
    for at, tag in enumerate(tags):
        if tag % 2:
            runs.append((tag // 2, at, at + 1))
        elif tag:
            kind, first, _ = runs[-1]
            runs[-1] = (kind, first, at + 1)
    return runs
