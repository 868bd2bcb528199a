"""Growth: texts made to be hard, each at one length and at twice that, in; how much longer the second takes out."""

import time
from collections.abc import Callable
from typing import NamedTuple

from bench.library import read_report
from sayso.model import make_document

TEXTS: dict[str, Callable[[int], str]] = {
    "figures in one paragraph": lambda n: "Some 12 people died in Dorn on Monday and 3,400 fled. " * n,
    "figures in one sentence": lambda n: "there were " + "12 people in Dorn, " * n,
    "one figure a line": lambda n: "12 people died\n" * n,
    "a long run of digits": lambda n: "1" * 40 * n,
    "nested commas": lambda n: "1," * 20 * n,
    "groups of three digits": lambda n: "1" + ",234" * 10 * n,
    "groups of three digits apart": lambda n: "1" + " 234" * 10 * n,
    "points": lambda n: "1." * 20 * n,
    "ranges with dashes": lambda n: "3-" * 5 * n,
    "ranges with to": lambda n: "3 to " * 5 * n,
    "between": lambda n: "between 3 and " * 2 * n,
    "number words": lambda n: "one hundred and " * 2 * n,
    "and": lambda n: "12 people " + "and " * 10 * n,
    "numbers joined by and": lambda n: "12 and " * 4 * n,
    "bounds": lambda n: "up to about over 3 " * 2 * n,
    "money": lambda n: "$1 " * 6 * n,
    "shares": lambda n: "5% one in " * 3 * n,
    "including": lambda n: "12 people, " + "including " * 5 * n,
    "parts": lambda n: "12 people, " + "including 3 women, " * 2 * n,
    "of the": lambda n: "12 of the " * 4 * n,
    "brackets": lambda n: "12 (" * 8 * n,
    "months": lambda n: "May " * 10 * n + "12 people died",
    "days": lambda n: "May 3 " * 5 * n,
    "since": lambda n: "since 12 people " * 2 * n,
    "places": lambda n: "in Dorn, " * 5 * n + " 12 people died",
    "capitals": lambda n: "Dorn " * 8 * n + " 12 people died",
    "states": lambda n: "12 dead " * 4 * n,
    "tolls": lambda n: "the toll rose to 12, " * 2 * n,
    "speakers": lambda n: "he said 12 people died, " * 2 * n,
    "quotations": lambda n: "“12 people died” " * 2 * n,
    "open quotations": lambda n: "“12 people died " * 2 * n,
    "addresses": lambda n: "a.b-" * 10 * n + "12 died",
    "telephone numbers": lambda n: "+1 (2)" * 5 * n,
    "blanks": lambda n: "12" + " " * 40 * n + "people",
    "signs": lambda n: "-" * 40 * n + "12 people",
}
"""A hard text for each family of rules; n sets its length, about 40 characters each."""


class Growth(NamedTuple):
    """A hard text, read at one length and at twice that.

    Attributes:
        text: What is hard about it.
        characters: Of the longer one.
        statements: Of the longer one.
        cpu_s: CPU seconds of the longer one.
        ratio: Its CPU seconds by those of the shorter one: 2 where time grows with length, 4 where with its square.
    """

    text: str
    characters: int
    statements: int
    cpu_s: float
    ratio: float


def measure_growth(*, n: int = 500) -> list[Growth]:
    """Read every hard text at both lengths.

    Args:
        n: Length of the shorter ones, in units of about 40 characters.
    """
    for make in TEXTS.values():
        read_report(make_document(make(2)))  # so that the first text does not pay for what loads on use
    return [_measure(name, make, n) for name, make in TEXTS.items()]


def _measure(name: str, make: Callable[[int], str], n: int) -> Growth:
    spent = []
    for length in (n, 2 * n):
        document = make_document(make(length), date="2025-11-28")
        started = time.process_time()
        reading = read_report(document)
        spent.append(time.process_time() - started)
    ratio = round(spent[1] / spent[0], 2)
    return Growth(name, len(document.text), len(reading.statements), round(spent[1], 3), ratio)
