"""Counts of what happens, where no verb says so: "300 cases in May" came in May, "300 cases since May" add up."""

import datetime as dt
import re

from sayso.model import Interval
from sayso.reading.aspects import FoundAspect
from sayso.reading.draft import Draft

_HAPPENINGS = frozenset(
    """case incident accident crash collision attack raid airstrike blast explosion ambush clash robbery theft burglary crime offence offense violation
    breach complaint birth wedding marriage divorce outbreak quake earthquake fire wildfire stabbing assault""".split()
)
"""What comes and is counted when it comes; a case is one falling ill, or one matter taken up."""
_STILL = re.compile(
    r"\b(?:active|current|currently|existing|open|ongoing|pending|remaining|unsolved|unresolved|still|remain(?:s|ed)?|backlog|capacity|burning)\b",
    re.IGNORECASE,
)
"""What makes a number of them one that there is at a time."""
_LEAST_DAYS = 7
"""Over a week or more they came one by one; on one day there may be as many as came before."""
_HAD_COUNTED = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+ly\s+|also\s+|so\s+far\s+)?(?:been\s+)?(?:report|record|register|confirm|count|document|log|list|verifi|tall(?:y|i))(?:t?ed)\b",
    re.IGNORECASE,
)


def settle_happening(text: str, draft: Draft, found: FoundAspect, interval: Interval | None) -> FoundAspect:
    """The aspect of a count without an event that was taken for a state, once its time is known.

    Args:
        text: The document's text.
        draft: The figure.
        found: Its aspect by its words alone.
        interval: Its time.

    Returns:
        A flow for what came in a stretch of time, a running total for what came since a day or had been counted by one;
        otherwise the aspect as it was.
    """
    if found.aspect != "stock" or found.rule != "no event" or interval is None:
        return found
    if draft.phrase.kind != "noun" or (draft.phrase.lemma or "").rpartition(" ")[-1] not in _HAPPENINGS:
        return found  # the last word of "cholera case" says what is counted
    if _STILL.search(text, draft.sentence.start, draft.sentence.end):
        return found
    if interval.kind == "since":
        return found._replace(aspect="cumulative", rule="what happens, since a start up to the report")
    if interval.kind == "as_of":
        if _HAD_COUNTED.search(text, draft.sentence.start, draft.sentence.end):
            return found._replace(aspect="cumulative", rule="what happens, as had been counted by a day")
        return found
    if interval.kind == "interval" and _count_days(interval) >= _LEAST_DAYS:
        return found._replace(aspect="flow", rule="what happens, in a stretch of time")
    return found


def _count_days(interval: Interval) -> int:
    if interval.start is None or interval.end is None:
        return 0
    return (dt.date.fromisoformat(interval.end) - dt.date.fromisoformat(interval.start)).days
