"""The trained tagger: the pieces of a block in, what it says of each word out.

A small transformer, run by onnxruntime on one thread, one block at a time: what comes out for a block depends on that
block alone, and is the same on every run. ``weights/CARD.md`` says what it was trained on and how good it is.
"""

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from sayso.attribution.decoding import Scored
from sayso.attribution.pieces import Pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_SLOW_FUSION = "SkipLayerNormFusion"
"""Of onnxruntime 1.32: a block of 64 pieces takes 4.7 ms with it and 3.7 ms without."""


@cache
def load_session() -> "InferenceSession":
    """The tagger, read once; one thread, because a report is short and a corpus has many."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    with as_file(files("sayso.attribution").joinpath("weights", "tagger.onnx")) as path:
        return InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOW_FUSION]
        )


def score_words(pieces: Pieces) -> Scored:
    """What the tagger says of the words of a block."""
    import numpy as np

    block = {"pieces": np.array(pieces.pieces), "first": np.array(pieces.first)}
    cues, asks, answers, leanings, certainties, apart = load_session().run(None, block)
    return Scored(cues, asks, answers, leanings, apart, certainties[:, 0])
