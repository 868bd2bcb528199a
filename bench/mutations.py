"""Random changes: a text and a source of randomness in, the text as bad copying, typing and conversion leave it out."""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

_EMOJI = "😀🔥🇺🇦👨‍👩‍👧‍👦❗✅🕯️"
_COMBINING = "\u0301\u0308\u0327\u20d2\ufe0f\u200d"
_BLANKS = "\u00a0\u2009\u202f\u2007\u3000\u200b\ufeff"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_QUOTES = "\"'“”‘’«»„‚`´″"
_BRACKETS = "()[]{}<>“”\"'"
_CONTROLS = "\x00\x07\x08\x0b\x0c\x1b\x1c\x7f\x85\u200e\u200f\u202a\u202e\u2066\u2069\u2028\u2029"
_LETTERS = "\u0130\u00df\u017f\u212a\ufb01\u1e9e\u0149"
"""Letters that become longer, shorter or others when their case changes."""
_OTHER_DIGITS = "٣७５²½Ⅷ①"
_LONGEST_RUN = 5_000
_SITES = 12
"""At most so many places of a text are changed by one kind of change."""


def _cut_out(text: str, dice: random.Random) -> str:
    start = dice.randrange(len(text))
    return text[:start] + text[start + dice.randrange(1, 200) :]


def _cut_short(text: str, dice: random.Random) -> str:
    return text[: dice.randrange(len(text))] if dice.random() < 0.5 else text[dice.randrange(len(text)) :]


def _insert_any(signs: str) -> Callable[[str, random.Random], str]:
    def insert(text: str, dice: random.Random) -> str:
        for _ in range(dice.randrange(1, _SITES)):
            position = _near_digit(text, dice)
            text = text[:position] + dice.choice(signs) * dice.choice((1, 1, 1, 3)) + text[position:]
        return text

    return insert


def _replace_any(old: str, signs: str) -> Callable[[str, random.Random], str]:
    pattern = re.compile(old)

    def replace(text: str, dice: random.Random) -> str:
        share = dice.choice((0.1, 0.5, 1.0))
        return pattern.sub(lambda match: dice.choice(signs) if dice.random() < share else match.group(), text)

    return replace


def _double_blanks(text: str, dice: random.Random) -> str:
    share = dice.choice((0.05, 0.5, 1.0))
    return re.sub(" ", lambda _: " " * dice.choice((2, 3, 9)) if dice.random() < share else " ", text)


def _break_lines(text: str, dice: random.Random) -> str:
    share = dice.choice((0.02, 0.2, 1.0))
    return re.sub(" ", lambda _: dice.choice(("\n", "\t", "\r\n", "\n\n")) if dice.random() < share else " ", text)


def _join_lines(text: str, dice: random.Random) -> str:
    return re.sub(r"[.\n]", lambda match: "" if dice.random() < 0.9 else match.group(), text)


def _repeat_digits(text: str, dice: random.Random) -> str:
    share = dice.choice((0.05, 0.5))
    return re.sub(
        r"\d", lambda match: match.group() * dice.choice((2, 3, 40)) if dice.random() < share else match.group(), text
    )


def _insert_run(text: str, dice: random.Random) -> str:
    position = _near_digit(text, dice)
    run = dice.choice(("9", "1,", "1,234", "0.", "1-", "12 ", "/3", "3.1.", "(1", "½", "$1 ")) * dice.randrange(
        2, _LONGEST_RUN // 4
    )
    return text[:position] + run[:_LONGEST_RUN] + text[position:]


def _insert_words(text: str, dice: random.Random) -> str:
    position = _near_digit(text, dice)
    words = (
        "and ",
        "of ",
        "to ",
        "including ",
        "May ",
        "one ",
        "million ",
        "Monday, ",
        "in Paris, ",
        "up to ",
        "said ",
    )
    return text[:position] + " " + dice.choice(words) * dice.randrange(2, 400) + text[position:]


def _raise_case(text: str, dice: random.Random) -> str:
    if dice.random() < 0.3:
        return text.upper()
    start = dice.randrange(len(text))
    end = start + dice.randrange(1, 400)
    return text[:start] + dice.choice((str.upper, str.lower, str.title))(text[start:end]) + text[end:]


def _near_digit(text: str, dice: random.Random) -> int:
    """A place to change: beside a number every other time, for there the rules meet."""
    digits = [match.start() for match in re.finditer(r"\d+", text)] if dice.random() < 0.5 else []
    return dice.choice(digits) + dice.randrange(-1, 3) if digits else dice.randrange(len(text) + 1)


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "part cut out": _cut_out,
    "end or opening lost": _cut_short,
    "emoji": _insert_any(_EMOJI),
    "combining characters": _insert_any(_COMBINING),
    "letters with odd cases": _insert_any(_LETTERS),
    "doubled blanks": _double_blanks,
    "other blanks": _replace_any(" ", _BLANKS),
    "other dashes": _replace_any(r"[-–—]", _DASHES),
    "other dashes inserted": _insert_any(_DASHES),
    "other quotes": _replace_any(r"[\"'“”‘’]", _QUOTES),
    "unbalanced quotes and brackets": _insert_any(_BRACKETS),
    "soft hyphens": _insert_any("\u00ad"),
    "tabs and line breaks": _break_lines,
    "no full stops": _join_lines,
    "repeated digits": _repeat_digits,
    "digits of other scripts": _replace_any(r"\d", _OTHER_DIGITS),
    "long runs of digits": _insert_run,
    "repeated words": _insert_words,
    "control and direction characters": _insert_any(_CONTROLS),
    "other case": _raise_case,
}
"""Every kind of change by its name."""


class Changed(NamedTuple):
    """A changed text and the names of the changes, in the order in which they were made."""

    text: str
    changes: tuple[str, ...]


def change_text(text: str, *, seed: str) -> Changed:
    """Change a text in one to four random ways; the same text and seed give the same changes everywhere."""
    dice = random.Random(seed)
    names = dice.sample(sorted(CHANGES), dice.randrange(1, 5))
    for name in names:
        if text:
            text = CHANGES[name](text, dice)
    return Changed(text, tuple(names))
