"""IDMC's IDETECT excerpts: a passage in, whether the displacement fact that its monitors took from it is read out.

Definitions, per gold fact (the facts of an excerpt are paired one to one with its statements):

- ``quantity_exact``: a statement names the gold quantity (the number the words name; for a range either end, because
  the monitors write down one).
- ``record_right``: one statement has the quantity, the unit and the term.

These are shares of the gold facts: the gold holds the one fact that a monitor wanted, an excerpt may hold more, so
what is found beyond it is not held against the library.

Unit: ``Households`` is a household, a family or a building, ``People`` is a person (``bench.nouns``): the monitors
count evacuated or destroyed homes as households. Term: the first that ``TERM_OF_WORD`` gives for the event's lemma,
else for the measure's id, else for the counted noun ("IDPs", "evacuees").
"""

from collections.abc import Sequence
from typing import NamedTuple

from bench.data import Item, load_items
from bench.library import make_report, read_statements
from bench.matching import match
from bench.nouns import counted_kind
from bench.sets.newsquant import stated_ends
from bench.tallies import BenchSet, Counts, Metric, Tally
from bench.words import words
from sayso.model import Statement

METRICS = (Metric("quantity_exact", "share"), Metric("record_right", "share"))

_WORDS_OF_TERM = {
    "Displaced": "displace displaced displacement idp uproot",
    "Forced to Flee": "flee fled escape leave force",
    "Evacuated": "evacuate evacuated evacuation evacuee",
    "Homeless": "homeless",
    "In Relief Camp": "camp",
    "Sheltered": "shelter sheltered stay accommodate house host",
    "Relocated": "relocate relocated relocation resettle transfer move",
    "Destroyed Housing": "destroy destroyed collapse burn flatten raze demolish",
    "Partially Destroyed Housing": "damage damaged",
    "Uninhabitable Housing": "uninhabitable",
}
TERM_OF_WORD: dict[str, str] = {word: term for term, every in _WORDS_OF_TERM.items() for word in every.split()}
"""The monitors' term for each word of an event, a measure's id or a counted noun."""


class Fact(NamedTuple):
    """A displacement fact: how many, of what, and what happened to them.

    Attributes:
        quantities: The numbers that it may be written down as; one in the gold.
        unit: People or Households; None when it is neither.
        term: One of IDMC's terms; None when no word says one.
    """

    quantities: tuple[float, ...]
    unit: str | None
    term: str | None


def parse_gold(fact: Item) -> Fact:
    """A fact as annotated."""
    return Fact((float(fact["quantity"]),), fact["unit"], fact["term"])


def from_statement(statement: Statement) -> Fact:
    """A statement of sayso as this set sees it."""
    ends = stated_ends(statement.quantity)
    kind = counted_kind(statement)
    unit = {"person": "People", "household": "Households", "building": "Households"}[kind] if kind else None
    said = [statement.event.lemma] if statement.event is not None else []
    said += [statement.measure] if statement.measure is not None else []
    said += [statement.counted.lemma, statement.counted.exact] if statement.counted is not None else []
    return Fact(tuple(sorted(set(ends))) if ends else (), unit, find_term(said))


def find_term(said: Sequence[str]) -> str | None:
    """The first term that a word of these phrases gives.

    Examples:
        >>> find_term(["flee", "idp"])
        'Forced to Flee'
    """
    terms = (TERM_OF_WORD.get(word) for phrase in said for word in words(phrase))
    return next((term for term in terms if term is not None), None)


def count_facts(gold: Sequence[Fact], found: Sequence[Fact]) -> Tally:
    """The counts of one excerpt."""
    exact = match(gold, found, lambda one, other: float(one.quantities[0] in other.quantities))
    whole = match(gold, found, lambda one, other: float(one.quantities[0] in other.quantities and one[1:] == other[1:]))
    return {
        "quantity_exact": Counts(right=len(exact), found=len(found), gold=len(gold)),
        "record_right": Counts(right=len(whole), found=len(found), gold=len(gold)),
    }


def count(item: Item) -> Tally:
    """One excerpt."""
    document = make_report(item["text"], id=item["id"], title=None, date=None, publisher=None)
    found = [from_statement(statement) for statement in read_statements(document)]
    return count_facts([parse_gold(fact) for fact in item["facts"]], found)


SET = BenchSet("idmc_idetect", METRICS, lambda limit: load_items("idmc_idetect", limit=limit), count)
