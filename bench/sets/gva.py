"""Gun Violence Archive: one report on an incident in, how often killed and injured are read exactly out.

Definitions, per report (each document of each incident on its own, empty ones too):

- ``killed_exact``: ``sayso.toll`` for the killed is the incident's ``num_killed``.
- ``injured_exact``: ``sayso.toll`` for the injured is its ``num_injured``.
- ``both_exact``: both.

A toll that the library does not give counts as 0. The gold is the archive's last word on the incident: a report
written before a victim died cannot be right, so 1 is out of reach. The bootstrap draws incidents, since their reports
go wrong together.

Source:
    Postma, Ilievski & Vossen (2018), SemEval-2018 Task 5: Counting Events and Participants in the Long Tail.
"""

from typing import NamedTuple

from bench.data import Item, load_items
from bench.library import count_toll, make_report, read_report
from bench.tallies import BenchSet, Metric, Tally, add_counts, one_if

METRICS = (Metric("killed_exact", "share"), Metric("injured_exact", "share"), Metric("both_exact", "share"))


class Victims(NamedTuple):
    """How many were killed and injured."""

    killed: float
    injured: float


def predict(document: Item) -> Victims:
    """What sayso reads in one report."""
    report = make_report(
        document["text"] or "", id=document["id"], title=document["title"], date=document["dct"], publisher=None
    )
    reading = read_report(report)
    return Victims(count_toll(reading, "killed"), count_toll(reading, "injured"))


def count_victims(gold: Victims, found: Victims) -> Tally:
    """The counts of one report."""
    return {
        "killed_exact": one_if(gold.killed == found.killed),
        "injured_exact": one_if(gold.injured == found.injured),
        "both_exact": one_if(gold == found),
    }


def count(item: Item) -> Tally:
    """One incident: the sum over its reports."""
    gold = Victims(item["num_killed"], item["num_injured"])
    tallies = [count_victims(gold, predict(document)) for document in item["documents"]]
    return {metric.name: add_counts(tally[metric.name] for tally in tallies) for metric in METRICS}


SET = BenchSet("gva", METRICS, lambda limit: load_items("gva", limit=limit), count)
