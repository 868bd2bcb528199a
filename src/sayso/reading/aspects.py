"""Aspects: flow, cumulative, stock, rate, share, change, measurement or other, and the period of a rate."""

import re
from functools import lru_cache
from typing import NamedTuple

from sayso.model import Aspect
from sayso.reading.changes import Direction, find_direction
from sayso.reading.counted import CountedPhrase
from sayso.reading.event_tenses import is_done, is_going_on, is_perfect, is_planned, is_running_total
from sayso.reading.event_words import FoundEvent
from sayso.reading.numbers import Numeral
from sayso.reading.tagged import TaggedSentence


class FoundAspect(NamedTuple):
    """The aspect of a figure.

    Attributes:
        aspect: One of the eight.
        per: For a rate, its period as an ISO 8601 duration.
        direction: For a change, which way.
        rule: What decided.
    """

    aspect: Aspect
    per: str | None
    direction: Direction | None
    rule: str


_REACH = 160
"""Characters around a number in which the words of its period are looked for."""
_PERIODS = {"hour": "PT1H", "day": "P1D", "night": "P1D", "week": "P1W", "fortnight": "P2W", "month": "P1M", "quarter": "P3M", "year": "P1Y",
            "annum": "P1Y", "decade": "P10Y", "century": "P100Y", "minute": "PT1M", "second": "PT1S"}  # fmt: skip
_RATE_AFTER = re.compile(
    r"(?:\s*,)?\s*(?:(?!than\b|about\b|half\b)\w+\s+){0,6}?(?:(?:every|each|per|an?)\s+(?:single\s+)?(?P<unit>hour|day|night|week|fortnight|month|quarter|year|annum|decade|century|minute)(?![\s-]+(?:long|ago|earlier|later|before|after|old|or))\b"
    r"|(?:every|per)\s+(?P<count>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|other)\s+(?P<units>seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b"
    r"|(?P<adverb>daily|weekly|monthly|yearly|annually|nightly|hourly)\b)",
    re.IGNORECASE,
)
_COUNTS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "other": 2,
}
_OF_PERIOD = re.compile(r"\s(?:an?|per|each|every)\s(?P<unit>hour|day|night|week|month|quarter|year)(?![\w-])(?!\s(?:ago|earlier|later|before|after|old))")  # fmt: skip
"""The period of a length of time: "40 hours a week"."""
_NO_RATE = re.compile(
    r"\b(?:lasting|lasted|for|in|within|after|over|than|half|about|of|past|last|once|twice|nearly)\s+an?\s+\w+$",
    re.IGNORECASE,
)
_ONE_PERIOD = re.compile(r"\ban?\s+\w+$", re.IGNORECASE)
"""With "in" behind it, a single day or year: "on a day in May"."""
_RATE_BEFORE = re.compile(
    r"\b(?:every|each|per)\s+(?P<unit>hour|day|night|week|month|quarter|year)\b[\s,]+(?:\w+[\s,]+){0,4}$", re.IGNORECASE
)
_RATE_UNIT_BEFORE = re.compile(
    r"\b(?P<adverb>daily|weekly|monthly|yearly|annual)\s+(?:average|rate|number|total|toll|figure)s?\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "hourly": "PT1H",
}
_STOCK_EVENTS = frozenset(
    """miss live stay remain reside shelter homeless strand host house hold occupy sleep camp detain imprison employ work serve own operate lie stand exist inhabit
    survive trap accommodate dwell wait await need face lack deploy station hospitalise belong include locate have be total contain stranded quarantine""".split()
)
_OTHER_EVENTS = frozenset(
    """need require plan recommend pledge provide supply deliver distribute donate allocate offer expect want seek propose promise approve announce budget earmark
    target aim cost pay compensate fund finance invest raise spend fine owe charge award sell buy grant""".split()
)
_CUMULATIVE = re.compile(
    r"\b(?:so\s+far|thus\s+far|to\s+date|in\s+total|altogether|cumulative|as\s+(?:of|at)\s+(?=\d|(?-i:[A-Z]))|latest\s+(?:[a-z]+\s+)?(?:figures?|count|tally|data|numbers|update))\b",
    re.IGNORECASE,
)
_CAPACITY = re.compile(
    r"\b(?:capacity|capable\s+of|room\s+for|enough\s+(?:for|to)|up\s+to\s+\d+\s+people\s+at|(?:can|could|may|able\s+to|will|would)\s+accommodate|seat(?:s|ing)?)\b",
    re.IGNORECASE,
)


def find_aspect(
    text: str,
    sentence: TaggedSentence,
    numeral: Numeral,
    *,
    phrase: CountedPhrase,
    event: FoundEvent | None,
    opening: int,
) -> FoundAspect:
    """What kind of figure a number is.

    Args:
        text: The document's text.
        sentence: The figure's sentence.
        numeral: The number.
        phrase: What it counts.
        event: What happened to it.
        opening: Position of the first word of number and bound words together.
    """
    direction = find_direction(sentence, opening, numeral, phrase)
    if numeral.kind == "share":
        if direction and not _has_whole(sentence, numeral):
            return FoundAspect("change", None, direction, "percent with a change word")
        if not 0 <= numeral.low <= 1 or (numeral.high is not None and numeral.high > 1):
            return FoundAspect("measurement", None, None, "percent that is no part of a whole")
        return FoundAspect("share", None, None, "percent, fraction or one in so many")
    per = _find_period(text, sentence, numeral, phrase)
    if per is not None:
        return FoundAspect("rate", per, direction, "so many per period")
    if direction and phrase.kind != "time":
        return FoundAspect("change", None, direction, "change word before the number")
    if phrase.kind in ("unit", "time"):
        return FoundAspect("measurement", None, None, "physical unit")
    return _by_event(text, sentence, phrase=phrase, event=event, opening=opening)


def _by_event(
    text: str, sentence: TaggedSentence, *, phrase: CountedPhrase, event: FoundEvent | None, opening: int
) -> FoundAspect:
    words = text[sentence.start : sentence.end]
    if phrase.kind == "noun" and _speaks_of(_CAPACITY, words):
        return FoundAspect("other", None, None, "capacity")
    if event is None:
        aspect: Aspect = "other" if phrase.kind == "money" else "stock"
        return FoundAspect(aspect, None, None, "no event")
    lemma, position = event.event.lemma, event.position
    if is_planned(sentence, position):
        return FoundAspect("other", None, None, "planned")
    if lemma == "accommodate" and sentence.word(position - 1) == "to":
        return FoundAspect("other", None, None, "capacity")
    is_total = event.rule.startswith("toll") or _brings_total(sentence, opening) or _speaks_of(_CUMULATIVE, words)
    if lemma in _OTHER_EVENTS and not (lemma in _GIVING and is_done(sentence, position)):
        is_spent = lemma in _SPENDING and is_perfect(sentence, position) and not _is_supposed(sentence, position)
        aspect = "cumulative" if is_spent or (lemma == "cost" and is_total) else "other"
        return FoundAspect(aspect, None, None, f"event {lemma}")
    if lemma in _STOCK_EVENTS and not (lemma in _DONE_ONCE and is_done(sentence, position)):
        return FoundAspect("stock", None, None, f"state {lemma}")
    if lemma == "displace" and (
        event.rule.startswith(("modifier", "toll")) or _are_displaced(sentence, phrase, position)
    ):
        return FoundAspect("stock", None, None, "displaced people")
    if (state := _find_state(text, sentence, position, lemma=lemma, opening=opening)) is not None:
        return FoundAspect("stock", None, None, state)
    if is_total:
        return FoundAspect("cumulative", None, None, "running total")
    if is_running_total(text, sentence, position):
        return FoundAspect("cumulative", None, None, "a perfect in a story that goes on")
    return FoundAspect("flow", None, None, f"event {lemma}")


def _find_state(text: str, sentence: TaggedSentence, position: int, *, lemma: str, opening: int) -> str | None:
    """Why an event that can be done once is a state that lasts at the time of the report; None where it is not said."""
    if is_going_on(sentence, position, opening):
        return "going on"
    if lemma == "at risk" or (lemma == "lose power" and not sentence.tag(position).startswith("VB")):
        return f"state {lemma}"
    if sentence.tag(position) == "JJ" and sentence.word(position) == lemma:
        return "how things are"
    if lemma in _SHUT and sentence.word(position - 1) == "been" and is_perfect(sentence, position):
        return "closed and not said to be open again"
    if (
        lemma in _SHUT
        and sentence.word(position - 1) in ("was", "were")
        and _speaks_of(_AS_OF, text[sentence.start : sentence.end])
    ):
        return "closed as of a day"
    if lemma == "leave" and position < opening:
        return "the state that was left"
    if lemma in _MOVED and _LODGED.match(text, sentence.words[position].end, sentence.end):
        return "moved and staying there"
    return "there are so many" if _exists(sentence, opening, position) else None


@lru_cache(maxsize=16)
def _speaks_of(pattern: re.Pattern[str], words: str) -> bool:
    """Whether a sentence holds such words; kept for its next figure."""
    return pattern.search(words) is not None


_GIVING = frozenset(["provide", "supply", "deliver", "distribute", "donate", "sell", "buy", "invest", "award", "grant"])
"""Events of goods that are a flow once they are done, and a supply or plan before."""
_SPENDING = frozenset(["cost", "pay", "spend", "raise", "fund", "finance", "invest", "compensate"])
"""Events of money that add up once they are done: "has cost $60 million"."""
_MODALS = frozenset(["may", "might", "could", "would", "must", "should"])
_SHUT = frozenset(["close", "cut", "block", "shut"])
"""What is done to roads and supplies and then lasts."""
_AS_OF = re.compile(r"\bas\s+(?:of|at)\s+(?=\d|[A-Z])", re.IGNORECASE)
"""What makes "were closed" tell how many stood closed, and not how many a day closed."""
_DONE_ONCE = frozenset(["detain", "imprison", "hospitalise", "quarantine", "deploy", "station", "accommodate"])
"""Verbs of a state that tell, in a past form, of the act that brought it about."""
_MOVED = frozenset(["displace", "evacuate", "relocate", "move"])
"""What people have behind them who are said to be staying somewhere."""
_LODGED = re.compile(
    r"[^.;\d]{0,60}?\b(?:and|who|they)\s+(?:are|were)\s+(?:now\s+|currently\s+|all\s+|being\s+|still\s+){0,2}(?:stay|liv|hous|shelter|accommodat|host)(?:ing|ed)\b"
)


def _is_supposed(sentence: TaggedSentence, position: int) -> bool:
    """Whether an event is only thought to have been: "may have cost"."""
    return bool(_MODALS & set(sentence.lowered[max(0, position - 3) : position]))


def _exists(sentence: TaggedSentence, opening: int, position: int) -> bool:
    """Whether a sentence says that so many are there, with more said of them behind: "there are 40 people assigned to it"."""
    before = opening - 1
    while sentence.tag(before) == "RB":
        before -= 1
    is_there = sentence.word(before) in ("are", "is") and sentence.word(before - 1) == "there"
    return is_there and position > opening and sentence.tag(position).startswith("VB")


def _are_displaced(sentence: TaggedSentence, phrase: CountedPhrase, position: int) -> bool:
    """Whether people are counted by their being displaced: "5,000 IDPs displaced in Dorn", "12,000 internally displaced"."""
    if phrase.lemma in ("idp", "refugee"):
        return sentence.word(position - 1) not in ("been", "were", "was")
    return sentence.word(position - 1) == "internally"


def _brings_total(sentence: TaggedSentence, opening: int) -> bool:
    """Whether the number is what a total comes to: "bringing the total to 25"."""
    before = sentence.lowered[max(0, opening - 7) : opening]
    return any(word in before for word in ("total", "toll", "tally")) and any(
        word.startswith(("bring", "brought")) for word in before
    )


def _find_period(text: str, sentence: TaggedSentence, numeral: Numeral, phrase: CountedPhrase) -> str | None:
    if phrase.kind == "time":
        match = _OF_PERIOD.match(text, sentence.words[phrase.following - 1].end)
        return _PERIODS[match["unit"].lower()] if match else None
    end = sentence.words[phrase.following - 1].end if phrase.following > 0 else numeral.end
    start = max(numeral.end, end)
    after = text[start : min(sentence.end, start + _REACH)]
    before = text[max(sentence.start, numeral.start - _REACH) : numeral.start]
    stop = re.search(r"[;(]|,\s+(?:and|but|while|with|said|according)\b|(?<!every )(?<!per )(?<!\d)\d", after)
    match = _RATE_AFTER.match(after[: stop.start()] if stop else after)
    if match is None:
        match = _RATE_BEFORE.search(before) or _RATE_UNIT_BEFORE.search(before)
    if match is None:
        return None
    groups = match.groupdict()
    if match.re is _RATE_AFTER and groups["unit"]:
        is_one = _ONE_PERIOD.search(match.group()) and after[match.end() :].lstrip(" -").startswith("in ")
        if is_one or _NO_RATE.search(match.group()):
            return None
    if groups.get("units"):
        return _several(groups["count"].lower(), groups["units"].lower())
    return _PERIODS[groups["unit"].lower()] if groups.get("unit") else _ADVERBS[groups["adverb"].lower()]


def _several(count: str, units: str) -> str:
    """The period of several units: "every two weeks" is P2W."""
    amount = int(count) if count.isdigit() else _COUNTS[count]
    return _PERIODS[units.removesuffix("s")].replace("1", str(amount))


def _has_whole(sentence: TaggedSentence, numeral: Numeral) -> bool:
    after = sentence.at(numeral.end)
    return sentence.word(after) == "of"
