"""Comparing wordings: two ways to write the same thing in, one normal form out."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:[.][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])(?!\w)")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")

_FUNCTION_WORDS = """
    a an the this that these those its his her their our your my it he she they we you i who which what there
    of in on at to for from by with within without into onto over under about as than and or nor but not no
    among between against through during per after before above below across around along towards toward upon
    is are was were be been being has have had do does did will would can could may might shall should must
    s t
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words that carry no content of their own: articles, pronouns, prepositions, conjunctions, auxiliaries."""

_IRREGULAR = {
    "people": "person", "persons": "person", "peoples": "person", "men": "man", "women": "woman",
    "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "wives": "wife",
    "lives": "life", "knives": "knife", "halves": "half", "shelves": "shelf", "leaves": "leaf", "wolves": "wolf",
    "fishermen": "fisherman", "policemen": "policeman", "servicemen": "serviceman", "gunmen": "gunman",
    "firemen": "fireman", "countrymen": "countryman", "crises": "crisis", "axes": "axis", "houses": "house",
    "buses": "bus", "gases": "gas", "viruses": "virus", "campuses": "campus", "statuses": "status",
    "movies": "movie", "ties": "tie", "pies": "pie", "species": "species", "series": "series", "news": "news",
    "basis": "basis", "celsius": "celsius", "headquarters": "headquarters", "gas": "gas", "bus": "bus",
    "lens": "lens", "chaos": "chaos", "virus": "virus", "campus": "campus", "status": "status", "crisis": "crisis",
    "axis": "axis", "yes": "yes", "texas": "texas", "bias": "bias", "canvas": "canvas",
}  # fmt: skip


def fold(text: str) -> str:
    """Lower case, without accents, curly quotes straightened, possessive endings gone.

    Examples:
        >>> fold("São Paulo’s")
        'sao paulo'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _POSSESSIVE.sub("", plain)


def singular(word: str) -> str:
    """The singular of a lower-case English noun; a word that is no plural comes back as it is.

    Rules, not a dictionary: both sides of a comparison go through it, so a rare wrong form (``"molasse"``) still
    compares equal with itself.

    Examples:
        >>> [singular(word) for word in ("people", "families", "boxes", "houses", "buses", "gas", "glass")]
        ['person', 'family', 'box', 'house', 'bus', 'gas', 'glass']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def words(text: str) -> list[str]:
    """The words of a text, folded, each in the singular; "U.N." and "UN" are one word.

    Examples:
        >>> words("The U.N.-run shelters’ 25 families")
        ['the', 'un', 'run', 'shelter', '25', 'family']
    """
    found = (match.group() for match in _WORD.finditer(fold(text)))
    return [singular(word.replace(".", "") if _DOTTED.fullmatch(word) else word) for word in found]


def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry content.

    Examples:
        >>> sorted(content_words("the Ministry of Civil Affairs"))
        ['affair', 'civil', 'ministry']
    """
    return frozenset(words(text)) - STOP_WORDS


def noun_phrase(text: str) -> str:
    """A noun phrase in normal form: folded, each word singular, articles gone.

    Examples:
        >>> noun_phrase("the criminal cases") == noun_phrase("criminal case")
        True
    """
    return " ".join(word for word in words(text) if word not in ("the", "a", "an"))
