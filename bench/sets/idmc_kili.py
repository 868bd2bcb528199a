"""IDMC's annotated news: articles in, how many of the quantities that its monitors mark are found out.

Definitions. Metrics are by span overlap, paired one to one, over all articles together.

- Gold: the quantity spans of all annotators of an article (each marked only what struck them). Where spans of two
  annotators overlap, the shortest counts and the others are left out. A span without a number ("residents", "some
  people") is left out too: it is no figure. Numbers are digits, number words and dozens, hundreds, thousands, millions.
- Found: the statements that count people, households or buildings (``bench.nouns``), the three kinds that are marked.
  Their stretch is the figure with the counted words beside it. What happened to them is not looked at: the monitors
  mark displacement and damaged homes only, so a count of deaths costs precision, and ``quantity_f1`` cannot reach 1.
- ``quantity_f1``: pairs over both; ``quantity_recall``: pairs over gold.
- Some of the set's articles come with their text; for the others only the passages that hold a fact do. These are put
  together where they overlap, and each is read as a document of its own with the article's date. Quantities outside
  them are left out.
"""

import re
from collections.abc import Iterable, Sequence

from bench.data import Item, load_items
from bench.library import make_report, read_statements
from bench.matching import Offsets, match, overlap
from bench.nouns import counted_kind
from bench.tallies import BenchSet, Counts, Metric, Tally
from sayso.model import Statement

METRICS = (Metric("quantity_f1", "f1"), Metric("quantity_recall", "share"))

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one|half|third|quarter"
    r"|(?:dozen|hundred|thousand|million|billion)s?)\b",
    re.IGNORECASE,
)


def gold_spans(item: Item) -> list[Offsets]:
    """The quantities of an article that hold a number, one for each place, in text order."""
    marked = [
        Offsets(quantity["start"], quantity["end"])
        for annotation in item["annotations"]
        for quantity in annotation["quantities"]
        if _NUMBER.search(quantity["text"])
    ]
    kept: list[Offsets] = []
    for span in sorted(set(marked), key=lambda one: (one.end - one.start, one.start)):
        if not any(overlap(span, other) for other in kept):
            kept.append(span)
    return sorted(kept)


def known_passages(item: Item) -> list[tuple[int, str]]:
    """The parts of an article that the set gives: where each starts, and its text.

    Raises:
        ValueError: Two facts give different text for the same place.
    """
    if item["text"] is not None:
        return [(0, item["text"])]
    signs: dict[int, str] = {}
    for fact in (fact for annotation in item["annotations"] for fact in annotation["facts"]):
        for at, sign in enumerate(fact["text"], start=fact["start"]):
            if signs.setdefault(at, sign) != sign:
                raise ValueError(f"{item['id']}: facts disagree about character {at}: {signs[at]!r} and {sign!r}")
    passages: list[tuple[int, list[str]]] = []
    for at in sorted(signs):
        if passages and at == passages[-1][0] + len(passages[-1][1]):
            passages[-1][1].append(signs[at])
        else:
            passages.append((at, [signs[at]]))
    return [(start, "".join(text)) for start, text in passages]


def found_spans(statements: Iterable[Statement], offset: int) -> list[Offsets]:
    """Where figures about people, households and buildings stand, counted words included when they touch."""
    spans = []
    for statement in statements:
        if counted_kind(statement) is not None:
            start, end = statement.figure.start, statement.figure.end
            if statement.counted is not None and 0 <= statement.counted.start - end <= 1:
                end = statement.counted.end
            spans.append(Offsets(start + offset, end + offset))
    return spans


def count_spans(gold: Sequence[Offsets], found: Sequence[Offsets]) -> Tally:
    """The counts of one article."""
    counts = Counts(right=len(match(gold, found, overlap)), found=len(found), gold=len(gold))
    return {"quantity_f1": counts, "quantity_recall": counts}


def count(item: Item) -> Tally:
    """One article."""
    gold: list[Offsets] = []
    found: list[Offsets] = []
    for number, (offset, text) in enumerate(known_passages(item)):
        here = Offsets(offset, offset + len(text))
        document = make_report(text, id=f"{item['id']}-{number}", title=None, date=item["published"], publisher=None)
        gold += [span for span in gold_spans(item) if overlap(span, here) == span.end - span.start]
        found += found_spans(read_statements(document), offset)
    return count_spans(gold, found)


SET = BenchSet("idmc_kili", METRICS, lambda limit: load_items("idmc_kili", limit=limit), count)
