"""TempEval-3: news articles in, how many time expressions are found with the right TIMEX3 value out.

Definition. ``value_f1``: expressions that overlap a gold one (the relaxed match) and have its value, letter for
letter, paired one to one, as an F1 over all articles together. The task defines the value F1 as the relaxed F1 of the
spans times the share of matched expressions with the right value; with one-to-one pairs the two are the same number:
2 m / (found + gold) * right / m = 2 right / (found + gold). Type and modifier are not judged. The anchor is the day of
the document creation time; the gold holds no expression for that time itself.

Source:
    UzZaman, Llorens, Derczynski, Allen, Verhagen & Pustejovsky (2013), SemEval-2013 Task 1: TempEval-3, section 4.
"""

from collections.abc import Sequence

from bench.data import Item, load_items
from bench.library import TimeExpression, find_time_expressions
from bench.matching import match, overlap
from bench.tallies import BenchSet, Counts, Metric, Tally

METRICS = (Metric("value_f1", "f1"),)


def count_values(gold: Sequence[TimeExpression], found: Sequence[TimeExpression]) -> Tally:
    """The counts of one article."""
    pairs = match(gold, found, lambda one, other: overlap(one, other) if one.value == other.value else 0)
    return {"value_f1": Counts(right=len(pairs), found=len(found), gold=len(gold))}


def count(item: Item) -> Tally:
    """One article."""
    gold = [TimeExpression(timex["start"], timex["end"], timex["value"]) for timex in item["timexes"]]
    return count_values(gold, find_time_expressions(item["text"], item["dct"][:10]))


SET = BenchSet("tempeval3", METRICS, lambda limit: load_items("tempeval3", limit=limit), count)
