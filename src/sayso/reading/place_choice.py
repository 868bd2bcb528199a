"""The place that a figure is about: a small log-linear model over the places named around it and before it."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from sayso.model import Place
from sayso.reading.place_features import Mention, Scene, Spot, features_of, find_owner, make_mention
from sayso.reading.places import FoundPlace

EARLIER = 8
"""Names of earlier sentences that stay in the choice, the latest first; figures rarely reach back past more."""
NEAREST = 12
"""Places of a figure's own sentence on either side that stand to choice; lists of more are not about one figure."""
FURTHEST = 60
"""Places back that are looked through for those names, so that a long report costs no more than a short one."""


class Choice(NamedTuple):
    """A place for a figure.

    Attributes:
        place: The place; None when no place is named, or none fits.
        probability: What the model gives it among all that stood to choice.
        rule: Where it stands, for ``sayso why``.
    """

    place: Place | None
    probability: float
    rule: str


class Candidate(NamedTuple):
    """One of the places that stand to choice, None for no place, and the names of its features."""

    mention: Mention | None
    features: tuple[str, ...]


class PlaceChooser:
    """Chooses a place for one figure of a document after the other, in text order.

    It keeps the last choice, because a figure is most often about the place of the figure before it.

    Args:
        text: The document's text.
        places: Its places, in text order.
        openings: Where its sentences start, in order.
        title: The names of the places in its headline.
        main: The place that the report is about.
    """

    def __init__(
        self,
        text: str,
        places: Sequence[FoundPlace],
        *,
        openings: Sequence[int],
        title: frozenset[str],
        main: Place | None,
    ) -> None:
        self.text = text
        self.openings = openings
        self.places = places
        self.counts = Counter(found.place.name for found in places)
        self.most = max(self.counts.values(), default=0)
        self.title = title
        self.main = main.name if main is not None else None
        self.first_main = next((at for at, found in enumerate(places) if found.place.name == self.main), None)
        self.kept: dict[int, Mention] = {}
        self.starts = [found.place.start for found in places]
        self.last: str | None = None
        self.last_sentence = 0
        self.last_end = 0

    def choose(self, spot: Spot) -> Choice:
        """The best place for a figure, which then counts as the place of the figure before.

        Args:
            spot: The figure and what stands around it.
        """
        candidates = self.candidates(spot)
        weights = load_weights()
        scores = [sum(weights.get(name, 0.0) for name in candidate.features) for candidate in candidates]
        best = max(range(len(scores)), key=lambda at: (scores[at], -at))
        probability = 1.0 / sum(math.exp(score - scores[best]) for score in scores)
        chosen = candidates[best].mention
        self.remember(chosen, spot)
        if chosen is None:
            return Choice(None, probability, "no place named")
        return Choice(chosen.found.place, probability, self._rule(chosen, spot))

    def remember(self, chosen: Mention | None, spot: Spot) -> None:
        """Take a place as that of the figure before; no place leaves the one before that."""
        self.last_end = spot.end
        if chosen is not None:
            self.last = chosen.found.place.name
            self.last_sentence = self._sentence(spot.start)

    def candidates(self, spot: Spot) -> list[Candidate]:
        """What stands to choice for a figure: places of its sentence, the latest names before, the report's, and none."""
        sentence = self._sentence(spot.start)
        mentions = list(self._iter_mentions(spot))
        rivals = [mention for mention in mentions if mention.sentence == sentence and not mention.found.is_source]
        scene = Scene(
            sentence=sentence,
            last=self.last,
            back=sentence - self.last_sentence,
            last_end=self.last_end,
            rivals=rivals,
            starts=sorted(rival.found.place.start for rival in rivals),
            owner=find_owner(self.text, spot, rivals),
        )
        found = [
            Candidate(mention, features_of(self.text, mention, spot=spot, scene=scene, order=order))
            for order, mention in enumerate(mentions)
        ]
        return [
            *found,
            Candidate(None, ("none", "none " + ("some" if found else "nothing"), "none aspect " + spot.aspect)),
        ]

    def _iter_mentions(self, spot: Spot) -> Iterator[Mention]:
        """The places of the sentence, the latest names before it, and the main place."""
        first, end = bisect_left(self.starts, spot.sentence_start), bisect_left(self.starts, spot.sentence_end)
        here = bisect_left(self.starts, spot.start)
        named = set()
        for position in range(max(first, here - NEAREST), min(end, here + NEAREST)):
            named.add(self.places[position].place.name)
            yield self._mention(position)
        taken = 0
        for position in range(first - 1, max(-1, first - 1 - FURTHEST), -1):
            name = self.places[position].place.name
            if name in named or self.places[position].is_source:
                continue
            if taken < EARLIER or name in (self.last, self.main):
                taken += 1
                named.add(name)
                yield self._mention(position)
        if self.first_main is not None and self.main not in named:
            yield self._mention(self.first_main)

    def _mention(self, position: int) -> Mention:
        if position not in self.kept:
            found = self.places[position]
            name = found.place.name
            self.kept[position] = make_mention(
                self.text,
                found,
                neighbours=(
                    self.places[position - 1] if position else None,
                    self.places[position + 1] if position + 1 < len(self.places) else None,
                ),
                sentence=self._sentence(found.place.start),
                share=self.counts[name] / self.most,
                in_report=(name in self.title, name == self.main),
            )
        return self.kept[position]

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.openings, offset)

    def _rule(self, chosen: Mention, spot: Spot) -> str:
        place = chosen.found.place
        if spot.sentence_start <= place.start < spot.sentence_end:
            return "place in the sentence behind" if place.start >= spot.end else "place in the sentence in front"
        if place.name == self.last:
            return "place of the figure before"
        return "main place of the report" if chosen.is_main else "place named in another sentence"


@cache
def load_weights() -> dict[str, float]:
    """The weight of each feature, as ``training/places.py`` fitted it."""
    lines = files("sayso.reading").joinpath("data/place_weights.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.rpartition("\t") for line in lines)
    return {name: float(weight) for name, _, weight in pairs}
