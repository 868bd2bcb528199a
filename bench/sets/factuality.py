"""UW factuality: sentences with marked events in, how near our factuality of each comes to what people say out.

Definitions. Gold is the mean of several people's judgements, from -3 (certainly did not happen) over 0 (open) to 3
(certainly did). Each marked event is a word of the sentence; all events of all sentences count alike.

- ``mae``: the mean distance of our number from the gold one; lower is better.
- ``r``: the correlation of our numbers with the gold ones, by Pearson; none where either are all the same.

Source:
    Lee, Artzi, Choi & Zettlemoyer (2015), Event Detection and Factuality Assessment with Non-Expert Supervision,
    EMNLP 2015 (the data); Stanovsky et al. (2017), Integrating Deep Linguistic Features in Factuality Prediction over
    Unified Datasets, ACL 2017 (the metrics).
"""

from collections.abc import Sequence
from itertools import accumulate

from bench.data import BrokenDataError, Item, load_items
from bench.library import rate_events
from bench.matching import Offsets
from bench.tallies import AnyTally, BenchSet, Metric, pair_up

METRICS = (Metric("mae", "mae"), Metric("r", "r"))


def find_events(item: Item) -> list[Offsets]:
    """Where the events of a sentence stand; its tokens are set apart by single spaces.

    Raises:
        BrokenDataError: The tokens of an event are not its words.
    """
    text: str = item["text"]
    tokens = text.split(" ")
    starts = [0, *accumulate(len(token) + 1 for token in tokens)]
    events = []
    for target in item["targets"]:
        event = Offsets(starts[target["token_start"]], starts[target["token_end"]] - 1)
        if text[event.start : event.end] != target["text"]:
            raise BrokenDataError(
                f"{item['id']}: expected {target['text']!r} at tokens {target['token_start']} to "
                f"{target['token_end']}, found {text[event.start : event.end]!r}"
            )
        events.append(event)
    return events


def count_events(item: Item, given: Sequence[float]) -> AnyTally:
    """What one sentence adds, from our factuality of its events in their order."""
    sums = pair_up([target["factuality"] for target in item["targets"]], given)
    return {metric.name: sums for metric in METRICS}


def count(item: Item) -> AnyTally:
    """One sentence."""
    return count_events(item, rate_events(item["text"], find_events(item)))


SET = BenchSet("factuality", METRICS, lambda limit: load_items("factuality", limit=limit), count)
