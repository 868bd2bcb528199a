"""Words of a report on a shooting: numbers, ages, people, and the few kinds of words that tell who was hit and who died."""

import re
from typing import NamedTuple

_AGE = r"\b\d{1,2}[- ](?:year|month|week|day)s?[- ]old\b|,\s+(?:ages?\s+)?\d{1,2}(?=[,.;)])|\bage[ds]?\s+\d{1,2}\b|\(\d{1,2}\)"
_TOKEN = re.compile(rf"(?P<age>{_AGE})|[^\W\d_]+(?:['’][a-z]+)?|\d+(?:[,:.]\d+)*%?|[.!?,]", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_TOGETHER = {"double": 2, "triple": 3, "quadruple": 4, "both": 2, "couple": 2, "pair": 2, "twins": 2, "trio": 3}
MAX_NUMBER = 60
"""Greater digits in these reports are house numbers, years and calibres far more often than people."""
_PERSON = frozenset(
    """man woman boy girl child teen teenager baby infant toddler mother father son daughter wife husband girlfriend boyfriend person student officer driver
    brother sister grandmother grandfather neighbor neighbour friend youth victim male female employee clerk deputy guard resident passenger bystander uncle aunt
    nephew niece cousin worker adult kid robber intruder homeowner owner juvenile""".split()
)
_PEOPLE = frozenset(
    """men women boys girls children teens teenagers people victims persons others officers deputies students brothers sisters males females adults kids juveniles
    friends youths residents employees neighbors neighbours couple""".split()
)
_DIED = frozenset(
    "killed kills killing dead died dies slain pronounced succumbed bodies body deceased lifeless".split()
)
_DEATH = frozenset("fatal death homicide murder murdered slaying slayings deadly murders homicides deaths".split())
_HURT = frozenset(
    """injured wounded hurt hospitalized hospitalised hospital injuries wounds wound injury injuring wounding stable recovering survived surgery condition critical
    serious graze grazed""".split()
)
_SHOT = frozenset(
    "shot shoots shooting shootings gunshot gunfire gunned struck hit opened fired bullet bullets".split()
)
_CHARGED = frozenset(
    "arrested charged custody accused sentenced guilty pleaded convicted indicted trial jail prison jailed".split()
)
_SUSPECT = frozenset("suspect suspects gunman gunmen shooter shooters".split())
_SELF = frozenset(["himself", "herself", "themselves", "self"])
_NOT = frozenset("no not none nobody neither without never didn't wasn't weren't non".split())
_THEMSELVES = frozenset(["another", "other", "also", "second", "third", "life", "threatening", "and", ".", "suicide"])
KINDS = {
    word: kind
    for kind, words in (
        ("person", _PERSON), ("people", _PEOPLE), ("died", _DIED), ("death", _DEATH), ("hurt", _HURT), ("shot", _SHOT), ("charged", _CHARGED), ("not", _NOT), ("suspect", _SUSPECT), ("self", _SELF),
    )
    for word in words
} | {"fatally": "fatally"} | {word: word for word in _THEMSELVES}  # fmt: skip
"""A word to its kind; other words have none."""


class Token(NamedTuple):
    """A word.

    Attributes:
        word: In lower case; ``N`` for a number of up to 60, ``#`` for another, ``AGE`` for an age.
        kind: What kind of word it is, numbers by size; "" for all other words.
        number: Its number, for an age the age; None where it is none.
        is_name: Whether it has a capital and does not open its sentence.
    """

    word: str
    kind: str
    number: int | None
    is_name: bool


def find_tokens(text: str) -> list[Token]:
    """The words of a text, ages of people told from the numbers."""
    tokens: list[Token] = []
    opens = True
    for match in _TOKEN.finditer(text):
        written = match.group()
        if match.lastgroup == "age":
            tokens.append(Token("AGE", "age", int(_DIGITS.findall(written)[0]), False))
        else:
            tokens.append(_read_token(written, opens))
        opens = written in ".!?"
    return tokens


def _read_token(written: str, opens: bool) -> Token:
    word = written.lower().replace("’", "'")
    if word[0].isdigit():
        number = int(word) if word.isdecimal() and len(word) < 4 else 0
        return _numbered("N", number) if 0 < number <= MAX_NUMBER else Token("#", "", None, False)
    if word in _ONES:
        return _numbered("one" if word == "one" else "N", _ONES[word])
    if word in _TOGETHER:
        return _numbered(word, _TOGETHER[word])
    return Token(word, KINDS.get(word, ""), None, written[0].isupper() and not opens)


def _numbered(word: str, number: int) -> Token:
    return Token(word, f"n{min(number, 4)}", number, False)


_GUNS = re.compile(
    r"\b(?:shot|shots|shoots?|shootings?|shooters?|gunshots?|gunfire|gunm[ae]n|gunned|guns?|bullets?|handguns?|homicides?|slayings?|murder-suicide)\b",
    re.IGNORECASE,
)
_WAR = re.compile(
    r"\b(?:air\s?strikes?|shell(?:ing|ed)|rebels?|militants?|insurgents?|regime|jihadists?|warplanes?|militias?|ceasefire|truce|artillery|mortars?|troops|frontlines?"
    r"|caliphate|civilians|activists|protesters|opposition|drones?|army\s+units?|fighters|islamic\s+state|suicide\s+bomb\w*|car\s+bombs?|earthquake|cyclone|flood(?:s|ing)|war\s+monitor)\b",
    re.IGNORECASE,
)


def tells_of_shooting(text: str) -> bool:
    """Whether a headline and lead are about a shooting in peace: a crime, an accident, a suicide; not war or unrest."""
    return _GUNS.search(text) is not None and _WAR.search(text) is None
