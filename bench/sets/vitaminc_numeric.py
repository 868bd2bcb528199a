"""VitaminC: claims with a number beside a sentence of Wikipedia in, how often sayso's verdict is the annotators' out.

Definitions. The gold label is one of supports, refutes and not enough information; the verdict of ``sayso.compare`` is
right when it is the same, ``undecided`` standing for not enough information. A claim is bounded when the set says so:
it says "more than", "less than" and the like of a number. The bootstrap draws pages, because the pairs of a page go
right or wrong together: it has a dozen on average, which differ by a number only.

- ``bounded_accuracy``: the share of bounded pairs with the right verdict, all three labels.
- ``seen_bounded_accuracy``, ``unseen_bounded_accuracy``: the same over two halves of the pages. Errors were read, and
  rules chosen, on the first only.
- ``accuracy``: the same over all pairs.
- ``supports_f1``, ``refutes_f1``, ``undecided_f1``: by verdict, over all pairs.
- ``refutes_precision``: of all pairs that sayso says are refuted, the share that are.
- ``nearest_bounded_accuracy``: what comes of no reading, for comparison: the first bounded number of the claim is
  held against the number of the evidence that is nearest to it, whatever that counts; outside refutes, within supports,
  and no number is undecided.

Source:
    Schuster, Fisch & Barzilay (2021), Get Your Vitamin C! Robust Fact Verification with Contrastive Evidence,
    NAACL 2021.
"""

import hashlib
from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from bench.data import Item, load_items
from bench.library import compare_texts, find_numbers
from bench.tallies import BenchSet, Counts, Metric, Tally, add_counts, one_if
from sayso.model import Quantity, Verdict

METRICS = (
    Metric("bounded_accuracy", "share"),
    Metric("seen_bounded_accuracy", "share"),
    Metric("unseen_bounded_accuracy", "share"),
    Metric("accuracy", "share"),
    Metric("supports_f1", "f1"),
    Metric("refutes_f1", "f1"),
    Metric("undecided_f1", "f1"),
    Metric("refutes_precision", "share"),
    Metric("nearest_bounded_accuracy", "share"),
)
_VERDICTS: dict[str, Verdict] = {"SUPPORTS": "supports", "REFUTES": "refutes", "NOT ENOUGH INFO": "undecided"}
_OPEN = ("at_least", "more_than", "at_most", "less_than")


def load_pages(limit: int | None) -> list[Item]:
    """The pages, each an item with its pairs, in file order; a limit counts pages."""
    pairs = sorted(load_items("vitaminc_numeric"), key=lambda pair: str(pair["page"]))
    pages: list[Item] = [
        {"id": page, "pairs": list(found)} for page, found in groupby(pairs, key=lambda pair: str(pair["page"]))
    ]
    return pages[:limit]


def is_seen(page: str) -> bool:
    """Whether a page is of the half whose errors were read.

    Examples:
        >>> [page for page in ("Osk", "Marn", "Tolv", "Brae") if is_seen(page)]
        ['Osk', 'Marn', 'Tolv']
    """
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % 2 == 0


def count_pair(pair: Item, verdict: Verdict, nearest: Verdict) -> Tally:
    """What one pair adds, from our verdict and that of the nearest number."""
    gold = _VERDICTS[pair["label"]]
    right = one_if(verdict == gold)
    tally = {"accuracy": right}
    if pair["bounded"]:
        half = "seen" if is_seen(str(pair["page"])) else "unseen"
        tally |= {"bounded_accuracy": right, f"{half}_bounded_accuracy": right}
        tally["nearest_bounded_accuracy"] = one_if(nearest == gold)
    for name in _VERDICTS.values():
        tally[f"{name}_f1"] = Counts(int(verdict == gold == name), int(verdict == name), int(gold == name))
    if verdict == "refutes":
        tally["refutes_precision"] = right
    return tally


def hold_nearest(claim: Sequence[Quantity], evidence: Sequence[Quantity]) -> Verdict:
    """The verdict of the number nearest to the first bounded one."""
    bounded = next((one for one in claim if one.bound in _OPEN), None)
    values = [Fraction(value) for one in evidence if (value := _value(one)) is not None]
    if bounded is None or not values:
        return "undecided"
    end = Fraction(_value(bounded) or 0)
    nearest = min(values, key=lambda value: abs(value - end))
    is_within = nearest > end if bounded.bound in ("at_least", "more_than") else nearest < end
    return "supports" if is_within or (nearest == end and bounded.bound in ("at_least", "at_most")) else "refutes"


def _value(quantity: Quantity) -> int | float | None:
    return next((value for value in (quantity.best, quantity.low, quantity.high) if value is not None), None)


def count(item: Item) -> Tally:
    """One page."""
    tallies = []
    for pair in item["pairs"]:
        claim, evidence = pair["claim"], pair["evidence"]
        nearest = hold_nearest(find_numbers(claim), find_numbers(evidence))
        tallies.append(count_pair(pair, compare_texts(claim, evidence).verdict, nearest))
    names = {name for tally in tallies for name in tally}
    return {name: add_counts(tally[name] for tally in tallies if name in tally) for name in sorted(names)}


SET = BenchSet("vitaminc_numeric", METRICS, load_pages, count)
