"""A country and the places in it: what is counted in one place of a country is counted in the country too."""

from collections.abc import Iterator, Sequence

from sayso.checking.entries import Entry
from sayso.checking.explaining import make_finding
from sayso.checking.rows import Clash, Row
from sayso.model import Assumption, Finding, Place

_WITHIN = ("region", "city", "area")
_OVER_TIME = ("flow", "cumulative")


def check_regions(entries: Sequence[Entry]) -> tuple[list[Finding], int]:
    """Figures of a place that exceed the figure of its whole country, and how many pairs were compared.

    Only figures of one report are compared, for one measure, and only where all the days of the place's figure are
    days of the country's. That both count the same is the assumption: the deaths of a fire are not those of a flood.

    Args:
        entries: The entries of one or many documents, in a fixed order.
    """
    findings: list[Finding] = []
    checked = 0
    for part, whole in _iter_pairs(entries):
        checked += 1
        low, high = part.reach.low, whole.reach.high
        if low is None or high is None or low <= high or part.when is None or whole.when is None:
            continue
        words = f"what is counted in {_name(whole)} takes in what is counted in {_name(part)}"
        assumption = Assumption(key="place_in_country", words=words)
        least = Row("least", part.when.inner, low, (part.statement.id,), (assumption,))
        most = Row("most", whole.when.outer, high, (whole.statement.id,))
        statements = {entry.statement.id: entry.statement for entry in (part, whole)}
        findings.append(
            make_finding("parts_and_whole", Clash((least,), (most,)), statements=statements, scope="in all")
        )
    return findings, checked


def _iter_pairs(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        place, statement = entry.statement.place, entry.statement
        if place is not None and place.country and statement.measure and statement.aspect in _OVER_TIME:
            key = (statement.document_id, entry.series.thing, entry.series.population, entry.series.unit, place.country)
            groups.setdefault(key, []).append(entry)
    for group in groups.values():
        wholes = [entry for entry in group if _place(entry).precision == "country" and entry.is_total]
        parts = [entry for entry in group if _place(entry).precision in _WITHIN]
        yield from ((part, whole) for whole in wholes for part in parts if _is_within(part, whole))


def _is_within(part: Entry, whole: Entry) -> bool:
    if part.when is None or whole.when is None:
        return False
    inner, outer = part.when.outer, whole.when.inner
    return outer.start <= inner.start and inner.end <= outer.end and inner.days > 0


def _place(entry: Entry) -> Place:
    assert entry.statement.place is not None, "only figures with a place are grouped"
    return entry.statement.place


def _name(entry: Entry) -> str:
    return _place(entry).name
