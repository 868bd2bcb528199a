"""A document as READ sees it: time expressions and places found once, looked up by figure."""

import datetime as dt
from bisect import bisect_left

from sayso.model import Document, Outline, Place
from sayso.reading.periods import Period, find_periods
from sayso.reading.places import FoundPlace, find_places, main_place, mask_periods


class Page:
    """A document with its time expressions and places, found once and looked up by figure."""

    def __init__(self, document: Document, outline: Outline, *, takes_lengths: bool = False) -> None:
        self.document = document
        self.text = document.text
        self.outline = outline
        self.anchor: dt.date | None = document.published
        self.takes_lengths = takes_lengths
        self.openings = [sentence.start for group in outline.sentences for sentence in group]
        start, end = document.body
        self.periods: list[Period] = find_periods(document.text, anchor=self.anchor, start=start, end=end)
        self.period_starts = [period.start for period in self.periods]
        found = mask_periods(find_places(document.text, start, end), self.periods)
        self.places: list[FoundPlace] = found
        self.place_starts = [place.place.start for place in found]
        self.main_place: Place | None = main_place(found, document.title)

    def reach(self, start: int, sentences: int = 1) -> int:
        """Where so many sentences before a sentence begin: how far back a place or a time still holds."""
        position = bisect_left(self.openings, start)
        return self.openings[max(0, position - sentences)] if self.openings else 0

    def periods_between(self, start: int, end: int) -> list[Period]:
        """The time expressions that start between two offsets, and the one before, which may reach in."""
        first = max(0, bisect_left(self.period_starts, start) - 1)
        return self.periods[first : bisect_left(self.period_starts, end)]

    def places_between(self, start: int, end: int) -> list[FoundPlace]:
        """The places that start between two offsets."""
        return self.places[bisect_left(self.place_starts, start) : bisect_left(self.place_starts, end)]

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
