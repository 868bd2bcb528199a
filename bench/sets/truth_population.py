"""Populations of towns by year, as authors of an encyclopedia gave them: which of their figures is true.

Definitions, per town and year whose true figure is known; sources are learned from all claims, without any truth:

- ``exact``: the value of ``sayso.combine`` by ``lookup`` is the true one.
- ``within_1pct``: it is within one percent of it.
- ``mae``: its mean distance from it, in persons.

``python -m bench combiners`` prints every method beside it. An object without a value counts as 0. Every true figure is
claimed by somebody, but for 48 of 135 objects by no more sources than some false one; and one busy source, a
program, repeats what stands there and is right in 73 of 98 objects while it agrees with nearly all that is chosen.
Claims alone do not tell a copy from a confirmation.

Source:
    Pasternack & Roth, Knowing What to Believe (when you already know something), COLING 2010.
"""

from bench.data import Item
from bench.panels import combine_set, judge, load_truths
from bench.tallies import AnyTally, BenchSet, Metric

METRICS = (Metric("exact", "share"), Metric("within_1pct", "share"), Metric("mae", "mae"))


def count(item: Item) -> AnyTally:
    """One town in one year."""
    tally = judge("truth_population", item, combine_set("truth_population", "lookup"))
    return {metric.name: tally[metric.name] for metric in METRICS}


SET = BenchSet("truth_population", METRICS, lambda limit: load_truths("truth_population", limit), count)
