"""What a report calls a person: the words before a name in, "rescue chief" out."""

import re

from sayso.attribution import names

_EDGES = frozenset(
    "a an the this that his her its their our another one some and with by named called identified".split()
)
_HONORIFICS = frozenset("mr mrs ms miss sir madam lord lady dr".split())
_PEOPLE = names.SPOKES_ROLES | names.TITLES | names.UNNAMED_HEADS
_DOES = re.compile(r"[a-z]+(?:[eo]r|ist|ian|eer|man|woman|person|ant)$")
"""How nouns for people end that no list holds: "controller", "geologist", "technician"."""
_BELONGS = re.compile(r" (?:of|for|at|in|from) ", re.IGNORECASE)
_APPOSED = re.compile(r", (?:\d+, )?((?:an?|the|its|his|her|their|one of the) [^,;()]+)")
_LONGEST = 80


def find_title(words: str) -> str | None:
    """What the words before a person's name say the person is.

    Args:
        words: The words between the start of a source phrase and the name.

    Returns:
        The title without articles; None when the words are no title: nothing, "Mr", another voice.

    Examples:
        >>> find_title("The town’s rescue chief"), find_title("Mr.")
        ('town’s rescue chief', None)
    """
    kept = [word for word in words.strip(" ,").rpartition(", ")[2].split() if any(char.isalnum() for char in word)]
    while kept and _plain(kept[0]) in _EDGES:
        kept.pop(0)
    while kept and _plain(kept[-1]) in _EDGES:
        kept.pop()
    title = " ".join(kept).strip(" ,;:\"“”‘’'")
    if not kept or len(title) > _LONGEST or all(_plain(word) in _HONORIFICS for word in kept):
        return None
    head = _plain(_BELONGS.split(title)[0].rpartition(" ")[2])
    return title if head in _PEOPLE or _DOES.fullmatch(head) else None


def find_title_behind(words: str) -> str | None:
    """What an apposition behind a person's name says the person is.

    Args:
        words: The words between the name and the end of the source phrase.

    Examples:
        >>> find_title_behind(", a farmer in the valley, who fled"), find_title_behind(", 43")
        ('farmer in the valley', None)
    """
    apposed = _APPOSED.match(words)
    return find_title(apposed.group(1)) if apposed else None


def _plain(word: str) -> str:
    return word.lower().strip(".,’'\"“”")
