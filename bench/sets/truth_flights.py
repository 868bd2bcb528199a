"""Times of flights on 38 web sites, in minutes of the day: which of the times given is the airline's.

Definitions, per time that the airline's own site gives; sources are learned from all claims, without any truth:

- ``exact``: the value of ``sayso.combine`` by ``lookup`` is the true minute.
- ``within_2min``: it is at most two minutes off.
- ``within_1pct``: it is within one percent of the true number of minutes, as in the other set.
- ``mae``: its mean distance, in minutes.

``python -m bench combiners`` prints every method beside it. An object without a value counts as 0. Some of the true
times are claimed by nobody, so that exact cannot exceed 0.966.

Source:
    Li X. et al., Truth Finding on the Deep Web: Is the Problem Solved?, VLDB 2012.
"""

from bench.data import Item
from bench.panels import combine_set, judge, load_truths
from bench.tallies import AnyTally, BenchSet, Metric

METRICS = (
    Metric("exact", "share"),
    Metric("within_2min", "share"),
    Metric("within_1pct", "share"),
    Metric("mae", "mae"),
)


def count(item: Item) -> AnyTally:
    """One time of one flight."""
    tally = judge("truth_flights", item, combine_set("truth_flights", "lookup"))
    return {metric.name: tally["near" if metric.name == "within_2min" else metric.name] for metric in METRICS}


SET = BenchSet("truth_flights", METRICS, lambda limit: load_truths("truth_flights", limit), count)
