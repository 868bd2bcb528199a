"""One series for figures of one thing whose sentences tell it with other verbs, or with none."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.checking.entries import Entry, Series, find_modifiers
from sayso.checking.subjects import are_same, cut_endings, list_subject

_MOST = 60
"""Figures of one noun in one document and place; of more, which sentences tell of the same is not sought."""


def join_series(entries: Mapping[str, Entry], loose: Mapping[str, Entry]) -> dict[str, Entry]:
    """The entries, those of one thing in one series, with the loose ones that are of one thing with another.

    "Hospitals registered 300 births" and "there were 300 births in the hospitals" are of one thing: noun, place and
    all other words agree. A figure that has a measure keeps it.

    Args:
        entries: The entries by statement.
        loose: Entries of figures without event and measure, which are comparable only where they are joined.
    """
    everything = {**entries, **loose}
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in everything.values():
        counted = entry.statement.counted
        if counted is not None:
            key = (entry.statement.document_id, counted.lemma, entry.series.place)
            groups.setdefault(key, []).append(entry)
    joined = dict(entries)
    for group in groups.values():
        is_split = len({one.series.bare for one in group}) > 1 or group[0].statement.id in loose
        if 1 < len(group) <= _MOST and is_split:
            joined |= _join(group)
    return joined


def _join(group: Sequence[Entry]) -> dict[str, Entry]:
    """The figures of a group that are of one thing with another, in the series of the first of them."""
    joined: dict[str, Entry] = {}
    for circle in _find_circles(group):
        measures = {one.statement.measure for one in circle} - {None}
        if len(measures) > 1:
            continue
        head = min(circle, key=lambda one: (one.statement.measure is None, one.statement.event is None))
        joined |= {one.statement.id: one._replace(series=_take_over(one.series, head.series)) for one in circle}
    return joined


def _find_circles(group: Sequence[Entry]) -> Iterable[list[Entry]]:
    """The sets of figures each of which is of one subject with all others of its set."""
    subjects = {one.statement.id: list_subject(one.statement) for one in group}
    left = list(group)
    while left:
        first = left[0]
        circle = [first]
        for one in left[1:]:
            if all(_count_same(one, other, subjects) for other in circle):
                circle.append(one)
        if len(circle) > 1:
            yield circle
        left = [one for one in left if one not in circle]


def _count_same(one: Entry, other: Entry, subjects: Mapping[str, frozenset[str]]) -> bool:
    """Whether two sentences say the same, and each what kind of thing the other counts."""
    own, others = subjects[one.statement.id], subjects[other.statement.id]
    kinds, other_kinds = (cut_endings(find_modifiers(each.statement)) for each in (one, other))
    units = sorted(
        (one.series.unit, other.series.unit), key=len
    )  # "forest fire" where the noun stands behind, or "fire"
    if not units[1].endswith(units[0]) or not units[0]:
        return False
    return are_same(own, others) and kinds & own <= others and other_kinds & others <= own


def _take_over(own: Series, head: Series) -> Series:
    """The series of another figure; a total since an unknown day stays with its source."""
    _, bar, origin = own.population.partition("|")
    return head._replace(population=f"{head.bare.population}{bar}{origin}")
