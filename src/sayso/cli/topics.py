"""What a check is narrowed to: a measure, a place, a time; and the names that the command line takes for them."""

import difflib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from sayso.cli.codebooks import choose_measures
from sayso.ledger.base import StatementFilter, fold
from sayso.model import CheckReport, Finding, Measure, NotChecked, Statement, UnknownNameError


class Topic(NamedTuple):
    """What findings have to be about; None lets everything through.

    Attributes:
        measure: The codebook's name of the measure.
        place: ISO 3166-1 alpha-3 code of the country, or the whole name of the place.
        since: First day, ``YYYY-MM-DD``.
        until: First day after.
    """

    measure: str | None
    place: str | None
    since: str | None
    until: str | None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == (None, None, None, None)

    def holds(self, statement: Statement) -> bool:
        """Whether a statement is about the topic; one without a time is about no time."""
        if self.measure is not None and statement.measure != self.measure:
            return False
        return self._is_there(statement) and self._is_then(statement)

    def _is_there(self, statement: Statement) -> bool:
        if self.place is None:
            return True
        place = statement.place
        return place is not None and (place.country == self.place.upper() or fold(place.name) == fold(self.place))

    def _is_then(self, statement: Statement) -> bool:
        interval = statement.interval
        if self.since is None and self.until is None:
            return True
        if interval is None:
            return False
        is_late = self.since is None or interval.end is None or interval.end > self.since
        return is_late and (self.until is None or interval.start is None or interval.start < self.until)


def make_topic(
    measure: str | None,
    place: str | None,
    since: str | None,
    until: str | None,
    *,
    statements: Iterable[Statement],
    measures: Iterable[Measure],
) -> Topic:
    """The topic that the options name.

    Raises:
        UnknownNameError: Neither a codebook nor a statement knows the measure.
        PeriodError: A day is none.
    """
    StatementFilter(since=since, until=until).check()
    if measure is not None:
        known = dict.fromkeys(one.measure for one in statements if one.measure)
        measure = find_measure(measure, known, measures)
    return Topic(measure, translate_place(place), since, until)


def narrow(report: CheckReport, topic: Topic, statements: Mapping[str, Statement]) -> CheckReport:
    """The report with only what at least one figure of the topic takes part in."""

    def concerns(item: Finding | NotChecked) -> bool:
        return any(name in statements and topic.holds(statements[name]) for name in item.statements)

    return msgspec.structs.replace(
        report,
        findings=tuple(finding for finding in report.findings if concerns(finding)),
        not_checked=tuple(item for item in report.not_checked if concerns(item)),
    )


def translate_place(place: str | None) -> str | None:
    """The code of a country that the words name; other words as they are."""
    if place is None:
        return None
    from sayso.reading.gazetteer import find_country_code

    return find_country_code(place) or place.strip()


def find_measure(name: str | None, held: Iterable[str], measures: Iterable[Measure] | None = None) -> str | None:
    """The measure of this name in upper or lower case.

    Args:
        name: What was given; None names none.
        held: Measures that statements have, known to a codebook or not.
        measures: Measures of codebooks; None for those of the settings.

    Raises:
        UnknownNameError: Nobody knows it; the message lists close ones.
    """
    if name is None:
        return None
    books = choose_measures(None) if measures is None else measures
    known = {one.casefold(): one for one in (*(measure.id for measure in books), *held)}
    found = known.get(name.casefold())
    if found is None:
        near = difflib.get_close_matches(name.casefold(), sorted(known), n=3)
        names = [known[one] for one in near or sorted(known)]
        hint = f"did you mean {' or '.join(names)}?" if near else f"one of {', '.join(names)}"
        raise UnknownNameError(f"expected a measure, found {name!r}", hint=hint)
    return found
