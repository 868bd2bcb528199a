"""Word forms of English news: the classes and base forms that the word list knows, and the auxiliaries."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

# One letter a class:
#   N noun   J adjective   V past   Z present   B base   G -ing   E past participle

BE = frozenset(
    "is are was were be been being am isn't aren't wasn't weren't he's she's "
    "it's that's there's i'm we're they're you're"
    " who's what's".split()
)
HAVE = frozenset(
    "has have had having hasn't haven't hadn't i've we've they've you've who've he'd she'd i'd we'd they'd".split()
)
DO = frozenset("do does did don't doesn't didn't".split())


class Form(NamedTuple):
    """What the word list knows of a word form: its classes, most frequent first, and the base form of its verb."""

    classes: str
    lemma: str


_ALSO_VERBS = (
    "report claim estimate forecast state note document project record warn announce confirm add list count quote cite"
).split()
"""Reporting verbs that a list made of US news knows as nouns only: abroad, "NORP report that" is common."""


@cache
def load_forms() -> dict[str, Form]:
    """The word list: lower-case form to classes and lemma, read once."""
    lines = files("sayso.attribution").joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    forms = {}
    for line in lines:
        word, classes, *lemma = line.split(" ")
        both = "EV" if classes == "E" and word.endswith("ed") else classes  # "tallied", rare, is a past as well
        forms[word] = Form(both, lemma[0] if lemma else word)
    for verb in _ALSO_VERBS:
        for form, letter in ((verb, "B"), (verb + "s", "Z")):
            known = forms.get(form, Form("N", verb)).classes
            forms[form] = Form(known if letter in known else known + letter, verb)
    return forms


def normalise(word: str) -> str:
    """The form under which a word is looked up: lower case, straight apostrophe."""
    return word.lower().replace("’", "'")
