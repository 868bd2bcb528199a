"""A document as READ sees it: time expressions and places found once, when first asked for, looked up by figure."""

import datetime as dt
from bisect import bisect_left
from functools import cached_property

from sayso.model import Document, Outline, Place
from sayso.reading.periods import Period, find_periods
from sayso.reading.place_choice import PlaceChooser
from sayso.reading.places import FoundPlace, find_places, main_place, mask_periods
from sayso.reading.threads import DatedEvent, find_dated_events
from sayso.reading.timing import tells_when


class Page:
    """A document with its time expressions and places.

    Both are found when first asked for, so that a report without figures costs neither.
    """

    def __init__(self, document: Document, outline: Outline, *, takes_lengths: bool = False) -> None:
        self.document = document
        self.text = document.text
        self.outline = outline
        self.anchor: dt.date | None = document.published
        self.takes_lengths = takes_lengths
        self.openings = [sentence.start for group in outline.sentences for sentence in group]

    @cached_property
    def periods(self) -> list[Period]:
        """Every time expression of the body, in text order."""
        start, end = self.document.body
        return find_periods(self.text, anchor=self.anchor, start=start, end=end)

    @cached_property
    def places(self) -> list[FoundPlace]:
        """Every place of the body that is no part of a time expression, in text order."""
        return mask_periods(find_places(self.text, *self.document.body), self.periods)

    @cached_property
    def main_place(self) -> Place | None:
        """The place that the report is about."""
        return main_place(self.places, self.title_places)

    @cached_property
    def title_places(self) -> frozenset[str]:
        """The names of the places in the headline."""
        headline = self.document.title or ""
        return frozenset(found.place.name for found in find_places(headline, 0, len(headline)))

    @cached_property
    def _period_starts(self) -> list[int]:
        return [period.start for period in self.periods]

    @cached_property
    def events(self) -> tuple[DatedEvent, ...]:
        """The events that the report dates."""
        found = find_dated_events(self.text, self.periods, self.anchor)
        return tuple(event for event in found if tells_when(self.text, event.period))

    @cached_property
    def chooser(self) -> PlaceChooser:
        """The one that gives places to the figures of the page, in text order."""
        return self.make_chooser()

    def make_chooser(self) -> PlaceChooser:
        """A chooser that has not seen any figure yet."""
        return PlaceChooser(
            self.text, self.places, openings=self.openings, title=self.title_places, main=self.main_place
        )

    def reach(self, start: int, sentences: int = 1) -> int:
        """Where so many sentences before a sentence begin: how far back a place or a time still holds."""
        position = bisect_left(self.openings, start)
        return self.openings[max(0, position - sentences)] if self.openings else 0

    def periods_between(self, start: int, end: int) -> list[Period]:
        """The time expressions that start between two offsets, and the one before, which may reach in."""
        first = max(0, bisect_left(self._period_starts, start) - 1)
        return self.periods[first : bisect_left(self._period_starts, end)]

    def time_ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """What of a sentence is time: dates and clocks always, lengths and ages unless they are wanted."""
        ranges = []
        for period in self.periods_between(start, end):
            if period.phrase_end <= start or period.start >= end:
                continue
            if self.takes_lengths and (period.kind in ("duration", "age") or period.type == "DURATION"):
                continue
            ranges.append((period.start, period.end))
        return ranges
