"""Which candidate is the event of a figure: a log-linear choice over what the rules say and how each word stands to the number.

The rules of ``events`` propose; this weighs their proposals against every other word that could be meant, and against
no event at all. The weights are an averaged perceptron's, trained on annotated reports by ``python -m training.events``.
"""

import gzip
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from sayso.reading.behind_noun import AUXILIARIES
from sayso.reading.counted import CountedPhrase
from sayso.reading.event_candidates import Candidate, find_candidates
from sayso.reading.event_tenses import is_perfect
from sayso.reading.event_words import FoundEvent, event_at
from sayso.reading.events import propose_events
from sayso.reading.tagged import TaggedSentence


class Listed(NamedTuple):
    """The figure right before: the position of its event, and of the first word behind its noun."""

    event: int
    following: int


class Asked(NamedTuple):
    """A figure whose event is asked for.

    Attributes:
        sentence: Its sentence.
        phrase: What it counts.
        opening: Position of the first word of number and bound words together.
        numeral_kind: Kind of its number.
        answer: What the rules answer, with all that they fill in from the figures around; None for no event.
        taken: Positions of the events of earlier figures in the sentence.
        listed: The figure right before, where it has an event; its list may go on.
    """

    sentence: TaggedSentence
    phrase: CountedPhrase
    opening: int
    numeral_kind: str
    answer: FoundEvent | None
    taken: frozenset[int]
    listed: Listed | None = None


class Option(NamedTuple):
    """A candidate, None for no event, with the features it is weighed by."""

    candidate: Candidate | None
    features: Sequence[str]


def choose_event(asked: Asked) -> FoundEvent | None:
    """The event of a figure; None when nothing is said to have happened.

    A number without a noun keeps an event that the rules found: it would count nothing otherwise.
    """
    proposals = propose_events(asked.sentence, asked.phrase, asked.opening)
    options = list_options(asked, proposals)
    is_bare = asked.phrase.kind == "elided" and asked.numeral_kind not in ("share", "vague")
    if is_bare and len(options) == 1:
        return asked.answer  # "12 killed 12": the verb goes with the next number, and nothing else stands to choice
    chosen = best_option(_load_weights(), options[1:] if is_bare and asked.answer is not None else options).candidate
    if chosen is None:
        return None
    ruled = [asked.answer] if asked.answer is not None else []
    same = next((found for found in [*ruled, *proposals.values()] if found.position == chosen.position), None)
    if same is not None and same.event.lemma == chosen.lemma:
        return same
    return event_at(
        asked.sentence,
        chosen.position,
        same.rule if same is not None else "likeliest word around",
        lemma=chosen.lemma,
        is_perfect=is_perfect(asked.sentence, chosen.position),
    )


def best_option(weights: Mapping[str, float], options: Sequence[Option]) -> Option:
    """The option whose features weigh most; of equals the first."""
    weigh = weights.get
    sums = [sum([weigh(feature, 0.0) for feature in option.features]) for option in options]
    return options[sums.index(max(sums))]


def list_options(asked: Asked, proposals: Mapping[str, FoundEvent]) -> list[Option]:
    """No event first, then every candidate in text order."""
    rules: dict[int, list[str]] = {}
    ruled: dict[int, FoundEvent] = {}
    answer = {"answer": asked.answer} if asked.answer is not None else {}
    for name, found in (answer | dict(proposals)).items():
        rules.setdefault(found.position, []).append(name)
        ruled.setdefault(found.position, found)
    candidates = {candidate.position: candidate for candidate in find_candidates(asked.sentence, asked.opening)}
    for position, found in ruled.items():
        known = candidates.get(position)
        if known is None:
            candidates[position] = Candidate(position, found.event.lemma, "other")
        elif not known.is_settled:
            candidates[position] = known._replace(lemma=found.event.lemma)
    if asked.phrase.kind == "elided" and asked.sentence.tag(asked.phrase.following + 1) == "CD":
        candidates.pop(asked.phrase.following, None)  # the verb of the next number: "kill 83, injure 40"
    context = _contexts(asked)
    first = next(iter(proposals.values()), None)
    options = [Option(None, _of_nothing(asked, context, proposals, first))]
    for position in sorted(candidates):
        features = _of_candidate(asked, context, candidates[position], rules.get(position, ()))
        if first is not None and position == first.position:
            features.append("first rule")
        elif position in rules:
            features.append("later rule")
        options.append(Option(candidates[position], features))
    return options


def _contexts(asked: Asked) -> tuple[str, str, str]:
    """What stands before the number, what it counts, and what stands behind the noun."""
    sentence, phrase = asked.sentence, asked.phrase
    before, tag = sentence.word(asked.opening - 1), sentence.tag(asked.opening - 1)
    left = f"after {before}" if tag in ("IN", "TO", "SIGN", "CC") else f"after {tag}"
    counted = f"counts {phrase.kind} {'people' if phrase.unit == 'person' else 'things'}"
    behind, tag = sentence.word(phrase.following), sentence.tag(phrase.following)
    if phrase.kind == "unit" and behind in _DIRECTIONS:
        return left, counted, "before direction"
    is_telling = tag in ("IN", "SIGN", "WH", "CC") or (phrase.kind == "unit" and tag in ("RB", "JJ", "RP"))
    return left, counted, f"before {behind if is_telling else tag}"


def _of_nothing(
    asked: Asked, context: tuple[str, str, str], proposals: Mapping[str, FoundEvent], first: FoundEvent | None
) -> list[str]:
    left, counted, right = context
    features = ["0", f"0 {left}", f"0 {counted}", f"0 {right}", f"0 {left} {counted}", f"0 {counted} {right}"]
    features.append(f"0 number {asked.numeral_kind}")
    features += [f"0 rule {name}" for name in proposals]
    if first is None:
        features.append("0 no rule")
    elif first.position in asked.taken:
        features.append(f"0 taken {left}")
    if asked.answer is None:
        features.append("0 no answer")
    if asked.taken:
        features.append("0 later figure")
    return features


def _of_candidate(asked: Asked, context: tuple[str, str, str], candidate: Candidate, rules: Sequence[str]) -> list[str]:
    left, counted, right = context
    position, kind = candidate.position, candidate.kind
    side, low, high = _stretch(asked, position)
    own = f"{side} {kind}"
    features = [
        own,
        f"{own} {left}",
        f"{own} {counted}",
        f"{own} {asked.sentence.tag(position)}",
        f"{own} {right}" if side != "B" else f"{own} unit {right}" if asked.phrase.kind == "unit" else own + " -",
        f"{side} far {_bucket(high - low)}",
        f"{side} {candidate.lemma}",
        f"{side} aux {_auxiliary(asked.sentence, position)} {right}",
    ]
    features += _of_stretch(asked.sentence, low, high, side=side, kind=kind)
    if side != "P" and not {"NN", "NNS", "NNP", *_VERBAL} & set(asked.sentence.tags[low:high]):
        features += (f"{side} {kind} adjacent {counted}", f"{side} adjacent {left} {counted}")
    for name in rules:
        features += (f"rule {name}", f"rule {name} {left}", f"rule {name} {kind}", f"rule {name} {counted}")
    if asked.listed is not None and position == asked.listed.event:
        features.append(_continued(asked, asked.listed))
    if position in asked.taken:
        features += ("taken", f"taken {left}", f"taken {side} {counted}")
    return features


def _continued(asked: Asked, listed: Listed) -> str:
    """How a figure goes on from the one before: by which word, past verbs or not."""
    tags = asked.sentence.tags[listed.following : asked.opening]
    past = "verb" if any(tag in _VERBAL or tag == "MD" for tag in tags) else "noun" if "NNS" in tags else "nothing"
    last = asked.sentence.word(asked.opening - 1)
    return f"list {last if last in _TELLING else '-'} past {past}"


def _stretch(asked: Asked, position: int) -> tuple[str, int, int]:
    """On which side of the figure a word stands: before, within its phrase or behind it; and what lies between."""
    if position < asked.opening:
        return "B", position + 1, asked.opening
    side = "P" if position < asked.phrase.following else "A"
    return side, min(asked.phrase.following, position), position


_DIRECTIONS = frozenset(
    """north south east west northeast northwest southeast southwest north-east north-west south-east south-west away apart deep wide
    thick high long tall off outside""".split()
)
"""Words behind a length that make it a distance or a size."""
_VERBAL = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
_TELLING = frozenset(
    """who that which whom after when as while because before and or but , ; : ( ) to by in of from with since until including where for
    at into on""".split()
)
"""Words between figure and candidate that part clauses and phrases."""
_CLAUSES = (
    ("relative", frozenset(["who", "that", "which", "whom", "where"])),
    ("and", frozenset(["and", "or", "but"])),
    ("clause", frozenset(["after", "when", "as", "while", "because", "before", "since", "until"])),
    ("stop", frozenset([";", ":", "."])),
    ("comma", frozenset([","])),
    ("bracket", frozenset(["(", ")"])),
    ("by", frozenset(["by"])),
    ("to", frozenset(["to"])),
)


def _of_stretch(sentence: TaggedSentence, low: int, high: int, *, side: str, kind: str) -> list[str]:
    """Features of what lies between figure and candidate."""
    words, tags = sentence.lowered[low:high], sentence.tags[low:high]
    between = set(words)
    features = [f"{side} past {name}" for name, signs in _CLAUSES if between & signs]
    verbs = sum(tag in _VERBAL and word not in AUXILIARIES for word, tag in zip(words, tags, strict=True))
    features.append(f"{side} {kind} past verbs {min(verbs, 2)}")
    features.append(f"{side} past numbers {min(tags.count('CD'), 2)}")
    if high - low <= 4:
        shape = " ".join(
            word if word in _TELLING or word in AUXILIARIES else tag for word, tag in zip(words, tags, strict=True)
        )
        features.append(f"{side} {kind} past [{shape}]")
    return features


def _bucket(distance: int) -> int:
    """A distance in words, the coarser the farther."""
    return next((edge for edge in (0, 1, 2, 3, 5, 8, 13) if distance <= edge), 21)


def _auxiliary(sentence: TaggedSentence, position: int) -> str:
    before = sentence.word(position - 1)
    return before if before in AUXILIARIES or before == "to" else "-"


@cache
def _load_weights() -> dict[str, float]:
    packed = files("sayso.reading").joinpath("data/events.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(packed), type=dict[str, float])
