"""Coarse word classes for English news: words in, one letter a word out, from a word list and the neighbours."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

# One letter a class:
#   A name or other capitalised word   N noun   P pronoun (subject form or both)   p pronoun with its auxiliary ("he's")
#   D determiner or possessive   J adjective   # numeral   R adverb   I preposition   C coordinator   S subordinator
#   K "that"   W wh-word   T "to"   M modal   X be, have, do   V past   Z present   B base   G -ing   E past participle
#   Q a quotation taken as one   and every sign as itself.

NOMINAL = frozenset("ANPJD#p")
FINITE = frozenset("VZMX")

BE = frozenset(
    "is are was were be been being am isn't aren't wasn't weren't he's she's "
    "it's that's there's i'm we're they're you're"
    " who's what's".split()
)
HAVE = frozenset(
    "has have had having hasn't haven't hadn't i've we've they've you've who've he'd she'd i'd we'd they'd".split()
)
DO = frozenset("do does did don't doesn't didn't".split())
NEGATIONS = frozenset(
    "not never n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot"
    " couldn't shouldn't".split()
)

_CLOSED: dict[str, str] = {}
for _tag, _words in (
    ("X", BE | HAVE | DO | {"'s", "'re", "'ve"}),
    ("M", set(
        "will would can could may might shall should must won't wouldn't can't cannot "
        "couldn't shouldn't".split())),
    ("P", set(
        "he she they it i we you who himself herself themselves itself him them "
        "me us everyone someone anyone nobody "
              "everybody somebody nothing something anything everything none".split())),
    ("p", set(
        "he's she's it's there's i'm we're they're you're i've we've they've you've "
        "he'd she'd i'd we'd they'd he'll "
              "she'll i'll we'll they'll you'll it'll that's".split())),
    ("D", set("the a an this these those his her their its my our your some any no every each another all both either "
              "neither many several few much most such".split())),
    ("I", set("of in on at by for with from about against over under between among during within without into onto "
              "through throughout across behind beyond near toward towards upon via amid despite per off out up down "
              "around above below outside inside alongside regarding concerning versus like plus minus".split())),
    ("C", {"and", "or", "but", "nor", "&", "yet"}),
    ("S", set("because if while although though since as when after before until unless whereas than whether once so "
              "lest except".split())),
    ("K", {"that"}),
    ("W", set("what which who whom whose why how where whoever whatever".split())),
    ("T", {"to"}),
    ("R", set(
        "not never n't also just only even still already again too very now then "
        "there here however later earlier "
              "soon often once ever always sometimes repeatedly instead rather quite almost "
              "ago meanwhile perhaps maybe "
              "together away back yesterday today tomorrow tonight first further".split())),
    ("#", set("one two three four five six seven eight nine ten eleven twelve dozens dozen hundred hundreds thousand "
              "thousands million millions billion half".split())),
    ("N", set("monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr".split())),
):  # fmt: skip
    for _word in sorted(_words):
        _CLOSED.setdefault(_word, _tag)
for _word in ("who",):
    _CLOSED[_word] = "W"
for _word in ("he's", "she's", "it's", "there's", "i'm", "we're", "they're", "you're", "i've", "we've", "they've",
              "you've", "he'd", "she'd", "i'd", "we'd", "they'd", "that's"):  # fmt: skip
    _CLOSED[_word] = "p"


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


def tag_words(words: list[str], lowers: list[str], *, is_headline: bool = False) -> list[str]:
    r"""One class letter a word.

    Args:
        words: The words of one paragraph as written; ``"\\x00"`` stands for a quotation taken as one.
        lowers: The same through ``normalise``.
        is_headline: Capitals carry no information.
    """
    forms = load_forms()
    tags: list[str] = []
    previous = "."
    for position, word in enumerate(words):
        lower = lowers[position]
        tag = _CLOSED.get(lower)
        if tag is None:
            tag = _open_tag(word, lower, previous, forms, is_headline)
            if len(tag) > 1:
                after = lowers[position + 1] if position + 1 < len(lowers) else "."
                tag = _choose(tag, previous, lowers[position - 1] if position else ".", after)
        elif word == "May" and previous == "I":
            tag = "A"
        elif word[0].isupper() and len(word) > 1 and tag in "RN" and previous not in ".":
            tag = "A" if tag == "N" else tag
        tags.append(tag)
        previous = tag
    return tags


def _open_tag(word: str, lower: str, previous: str, forms: dict[str, Form], is_headline: bool) -> str:
    first = word[0]
    if not first.isalnum():
        return "Q" if first == "\x00" else first
    if first.isdigit():
        return "#"
    form = forms.get(lower)
    if first.isupper() and not is_headline and (previous not in ".:;?!(" or form is None or len(word) == 1):
        return "A"
    if form is not None:
        return form.classes
    return _guess(lower, previous)


def _guess(lower: str, previous: str) -> str:
    if previous == "T" and not lower.endswith(("s", "ing")):
        return "B"
    if lower.endswith("ly"):
        return "R"
    if lower.endswith("ing") and len(lower) > 5:
        return "G"
    if lower.endswith("ed") and len(lower) > 4:
        return "VE"
    return "N"


def _choose(classes: str, previous: str, before: str, after: str) -> str:
    """The one class among several that the neighbours allow."""
    if previous in "TM" or before in DO:
        wanted = "B" if previous in "TM" else "BNJ"
    elif previous in "X":
        wanted = "EGJNRVB" if before in BE else "EVNJ"
    elif previous in "Pp":
        wanted = "VZBEG" if before not in BE and before not in HAVE else "EGJN"
    elif previous in "DJ#I" or before.endswith("'s") or before.endswith("s'"):
        if previous == "#" and "V" in classes and (_CLOSED.get(after) or "N") in "DKPWT":
            return "V"
        wanted = "NJEG" if previous != "I" else "GNJE"
        if previous == "I" and "N" in classes:
            wanted = "N"
    elif previous in "NA":
        return _after_noun(classes, before, after)
    elif previous in "W":
        wanted = "VZBEN"
    elif previous in ",)" and after == "that" and "N" in classes and ("Z" in classes or "B" in classes):
        return "Z"  # "NORP, the news agency, report that"
    elif previous in ",C" and "V" in classes and "E" in classes:
        return "E" if _CLOSED.get(after) in ("I", "S", "T") else "V"
    else:
        wanted = ""
    return next((letter for letter in wanted if letter in classes), classes[0])


_STARTS_OBJECT = frozenset(
    "the a an that this there his her their its to he she they it we i in on at for he's how why what whether".split()
)


def _after_noun(classes: str, before: str, after: str) -> str:
    if "V" in classes:
        return "E" if "E" in classes and after in ("by", "at") else "V"
    if "Z" in classes and (
        "N" not in classes
        or after == "that"
        or after in _STARTS_OBJECT
        or (after in _CLOSED and _CLOSED[after] in "DPKW")
    ):
        return "Z"
    if after[:1].isdigit() and "N" in classes and ("Z" in classes or ("B" in classes and before.endswith("s"))):
        return "Z"  # "the ministry estimates 12 million"
    if "B" in classes and (before.endswith("s") or after == "that") and ("N" not in classes or after in _STARTS_OBJECT):
        return "Z"
    if "J" in classes and "N" in classes:
        return "N"
    return classes[0]
