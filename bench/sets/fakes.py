"""FA-KES: news articles on one attack in, how often the number killed is read exactly out.

Definitions, per article:

- ``killed_exact``: ``sayso.toll`` for the killed is the number of civilians and non-civilians together,
  ``nb_civilians + nb_noncivilians``. The gold writes 0 for "none stated", so a toll that the library does not give
  counts as 0; an article without stated deaths is right when no death, or a zero, is read.
- ``killed_by_side_exact``: the toll of civilians and the toll of combatants are both exact, by the same rule.

The gold holds one number a side for the whole article, taken from crowd workers: which of the figures of an article
that is, ``sayso.toll`` decides. Children and women are not judged.

Source:
    Abu Salem, Al Feel, Elbassuoni, Jaber & Farah (2019), FA-KES: A Fake News Dataset around the Syrian War, ICWSM 2019.
"""

from typing import NamedTuple

from bench.articles import iso_date
from bench.data import Item, load_items
from bench.library import count_toll, make_report, read_report
from bench.tallies import BenchSet, Metric, Tally, one_if

METRICS = (Metric("killed_exact", "share"), Metric("killed_by_side_exact", "share"))


class Killed(NamedTuple):
    """How many were killed: in all, and by side."""

    total: float
    civilians: float
    combatants: float


def parse_gold(item: Item) -> Killed:
    """The gold numbers of an article; 0 where none are stated."""
    civilians, combatants = item["nb_civilians"], item["nb_noncivilians"]
    return Killed(civilians + combatants, civilians, combatants)


def predict(item: Item) -> Killed:
    """What sayso reads."""
    document = make_report(
        item["text"], id=item["id"], title=item["title"], date=iso_date(item["date"]), publisher=item["source"]
    )
    reading = read_report(document)
    return Killed(
        total=count_toll(reading, "killed"),
        civilians=count_toll(reading, "killed", group="civilian"),
        combatants=count_toll(reading, "killed", group="combatant"),
    )


def count_killed(gold: Killed, found: Killed) -> Tally:
    """The counts of one article."""
    sides_right = (gold.civilians, gold.combatants) == (found.civilians, found.combatants)
    return {"killed_exact": one_if(gold.total == found.total), "killed_by_side_exact": one_if(sides_right)}


def count(item: Item) -> Tally:
    """One article."""
    return count_killed(parse_gold(item), predict(item))


SET = BenchSet("fakes", METRICS, lambda limit: load_items("fakes", limit=limit), count)
