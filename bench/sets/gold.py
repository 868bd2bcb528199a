"""Full-record gold: disaster and conflict reports in, how well their figures are read and attributed out.

Definitions.

- A figure is found when a statement's figure overlaps the number of one of its readings; pairs are made one to one, as
  many as possible, required figures first, each preferring the greatest overlap.
- ``figure_f1``: right are the required figures found; a required figure missed costs recall; a statement that matches
  no figure costs precision; an optional figure (marked by one annotator only) costs nothing, found or missed.
- ``value``, ``bound``, ``counted``, ``event``, ``aspect``, ``interval``, ``place``, ``first_hop``, ``chain``,
  ``modality``: the share of the required figures *found* for which the field is right. A field is right when it equals
  either annotator's reading (``bench.fields`` says what equal means).
- ``record_right``: the share of *all* required figures that are found with value, bound, counted, event and aspect all
  right, each by either reading. A figure that is missed is a record that is wrong.
- ``inherited``: of all required figures whose first source an annotator marks as carried over from an earlier sentence
  (``link`` is ``inherited``), the share that are found with that source as first hop.
"""

from collections.abc import Sequence
from typing import NamedTuple

from bench import fields
from bench.data import Item, load_items
from bench.library import make_report, read_statements
from bench.matching import Offsets, match, overlap
from bench.tallies import BenchSet, Counts, Metric, Tally, one_if
from sayso.model import Statement

FIELDS = {
    "value": fields.same_value,
    "bound": fields.same_bound,
    "counted": fields.same_counted,
    "event": fields.same_event,
    "aspect": fields.same_aspect,
    "interval": fields.same_interval,
    "place": fields.same_place,
    "first_hop": fields.same_first_hop,
    "chain": fields.same_chain,
    "modality": fields.same_modality,
}
"""How each field is judged."""

RECORD = ("value", "bound", "counted", "event", "aspect")
"""The fields of ``record_right``."""

METRICS = (
    Metric("figure_f1", "f1"),
    Metric("record_right", "share"),
    *(Metric(name, "share") for name in FIELDS),
    Metric("inherited", "share"),
)


class GoldFigure(NamedTuple):
    """An annotated figure: whether it must be found, and its readings."""

    required: bool
    readings: tuple[Item, ...]


class Matched(NamedTuple):
    """The statement of each figure, None where it was missed; and how many statements match no figure."""

    statements: tuple[Statement | None, ...]
    spurious: int


def parse_gold(item: Item) -> list[GoldFigure]:
    """The figures of a report, required ones first."""
    figures = [GoldFigure(one["required"], tuple(one["readings"])) for one in item["figures"]]
    return sorted(figures, key=lambda figure: not figure.required)


def match_figures(gold: Sequence[GoldFigure], statements: Sequence[Statement]) -> Matched:
    """Pair figures with statements, as the head of this file says."""
    pairs = match(gold, statements, _weigh)
    kept = tuple(statements[pairs[at]] if at in pairs else None for at in range(len(gold)))
    return Matched(kept, len(statements) - len(pairs))


def right_fields(figure: GoldFigure, statement: Statement) -> dict[str, bool]:
    """Which fields equal either reading."""
    return {name: any(is_same(reading, statement) for reading in figure.readings) for name, is_same in FIELDS.items()}


def count_records(gold: Sequence[GoldFigure], statements: Sequence[Statement]) -> Tally:
    """The counts of one report."""
    matched = match_figures(gold, statements)
    required = sum(figure.required for figure in gold)
    tally = dict.fromkeys((metric.name for metric in METRICS), Counts())
    hits = records = 0
    for figure, statement in zip(gold, matched.statements, strict=True):
        if figure.required and statement is not None:
            right = right_fields(figure, statement)
            hits, records = hits + 1, records + all(right[name] for name in RECORD)
            for name, is_right in right.items():
                tally[name] = Counts(*(a + b for a, b in zip(tally[name], one_if(is_right), strict=True)))
    tally["figure_f1"] = Counts(right=hits, found=hits + matched.spurious, gold=required)
    tally["record_right"] = Counts(right=records, found=hits, gold=required)
    tally["inherited"] = count_inherited(gold, matched)
    return tally


def count_inherited(gold: Sequence[GoldFigure], matched: Matched) -> Counts:
    """The required figures whose source is carried over, and how many of them have it right."""
    right = found = wanted = 0
    for figure, statement in zip(gold, matched.statements, strict=True):
        carried = [one for one in figure.readings if one["sources"] and one["sources"][0]["link"] == "inherited"]
        if figure.required and carried:
            wanted, found = wanted + 1, found + (statement is not None)
            right += statement is not None and any(fields.same_first_hop(one, statement) for one in carried)
    return Counts(right, found, wanted)


def count(item: Item) -> Tally:
    """One report."""
    document = make_report(
        item["text"], id=item["id"], title=item["title"], date=item["date"], publisher=item["publisher"]
    )
    return count_records(parse_gold(item), read_statements(document))


def _weigh(figure: GoldFigure, statement: Statement) -> float:
    numbers = [Offsets(reading["number"]["start"], reading["number"]["end"]) for reading in figure.readings]
    return max(overlap(number, statement.figure) for number in numbers)


SET = BenchSet("gold", METRICS, lambda limit: load_items("gold", limit=limit), count)
