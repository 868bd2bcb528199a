"""Base forms: "children" to "child", "displaced" to "displace", by rules, a verb list and the irregular forms."""

import re
from functools import cache, lru_cache
from importlib.resources import files

_NOUNS = {
    "people": "person", "persons": "person", "children": "child", "men": "man", "women": "woman", "lives": "life",
    "wives": "wife", "knives": "knife", "wolves": "wolf", "thieves": "thief", "leaves": "leaf", "shelves": "shelf",
    "halves": "half", "calves": "calf", "feet": "foot", "teeth": "tooth", "geese": "goose", "mice": "mouse",
    "oxen": "ox", "crises": "crisis", "bases": "base", "analyses": "analysis", "theses": "thesis", "buses": "bus",
    "gases": "gas", "viruses": "virus", "campuses": "campus", "cases": "case", "houses": "house", "purchases": "purchase",
    "nurses": "nurse", "horses": "horse", "courses": "course", "warehouses": "warehouse", "hospitals": "hospital",
    "abuses": "abuse", "causes": "cause", "clauses": "clause", "responses": "response", "expenses": "expense",
    "defenses": "defense", "licenses": "license", "losses": "loss", "illnesses": "illness", "witnesses": "witness",
    "axes": "axe", "movies": "movie", "ties": "tie", "lies": "lie", "cookies": "cookie", "calories": "calorie",
    "series": "series", "species": "species", "police": "police", "news": "news", "aircraft": "aircraft",
    "livestock": "livestock", "cattle": "cattle", "sheep": "sheep", "fish": "fish", "troops": "troop", "means": "means",
    "data": "datum", "media": "medium", "personnel": "personnel", "deaths": "death", "others": "other", "headquarters":
    "headquarters", "barracks": "barracks", "homeless": "homeless", "premises": "premise", "shoes": "shoe", "toes": "toe",
    "canoes": "canoe", "cliches": "cliche", "caches": "cache", "aches": "ache", "businesses": "business",
    "passers-by": "passer-by", "passersby": "passerby", "mothers-in-law": "mother-in-law", "staves": "staff",
}  # fmt: skip
_VERBS = {
    "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "has": "have", "had": "have",
    "having": "have", "did": "do", "done": "do", "does": "do", "said": "say", "fled": "flee", "fleeing": "flee", "left": "leave",
    "leaving": "leave", "lost": "lose", "losing": "lose", "found": "find", "fell": "fall", "fallen": "fall", "rose": "rise",
    "risen": "rise", "struck": "strike", "stricken": "strike", "shot": "shoot", "hit": "hit", "cut": "cut", "burnt": "burn",
    "burned": "burn", "blown": "blow", "blew": "blow", "torn": "tear", "tore": "tear", "sank": "sink", "sunk": "sink", "slid": "slide", "crept": "creep",
    "swept": "sweep", "went": "go", "gone": "go", "came": "come", "took": "take", "taken": "take", "made": "make",
    "gave": "give", "given": "give", "got": "get", "gotten": "get", "held": "hold", "kept": "keep", "told": "tell",
    "brought": "bring", "bought": "buy", "built": "build", "sent": "send", "spent": "spend", "saw": "see", "seen": "see",
    "felt": "feel", "met": "meet", "paid": "pay", "sold": "sell", "stood": "stand", "grew": "grow", "grown": "grow",
    "drove": "drive", "driven": "drive", "broke": "break", "broken": "break", "drew": "draw", "drawn": "draw", "ran": "run",
    "running": "run", "won": "win", "began": "begin", "begun": "begin", "wrote": "write", "written": "write", "knew": "know",
    "known": "know", "lay": "lie", "lain": "lie", "laid": "lay", "lying": "lie", "died": "die", "dying": "die", "dies": "die",
    "dead": "die", "hid": "hide", "hidden": "hide", "froze": "freeze", "frozen": "freeze", "stole": "steal",
    "stolen": "steal", "slept": "sleep", "shook": "shake", "shaken": "shake", "threw": "throw", "thrown": "throw",
    "wounded": "wound", "bound": "bind", "dealt": "deal", "led": "lead", "burst": "burst", "spread": "spread",
    "overran": "overrun", "shrank": "shrink", "shrunk": "shrink", "overcame": "overcome", "beaten": "beat", "bitten": "bite", "fought": "fight", "caught": "catch",
    "taught": "teach", "sought": "seek", "thought": "think", "understood": "understand", "withdrew": "withdraw",
    "withdrawn": "withdraw", "underwent": "undergo", "undergone": "undergo", "shut": "shut", "put": "put", "set": "set",
    "quit": "quit", "hanged": "hang", "hung": "hang", "missing": "miss", "hospitalized": "hospitalize", "swollen": "swell",
    "stabbed": "stab", "slain": "slay", "slew": "slay", "razed": "raze", "gassed": "gas", "trod": "tread", "strewn": "strew",
    "flooded": "flood", "led to": "lead", "dug": "dig", "used": "use", "using": "use", "going": "go", "doing": "do", "heard": "hear", "became": "become", "chose": "choose", "chosen": "choose",
    "fed": "feed", "bred": "breed", "ate": "eat", "eaten": "eat", "flew": "fly", "flown": "fly", "rode": "ride", "sworn": "swear", "wore": "wear",
}  # fmt: skip


_ENDS_IN_S = frozenset(
    """gas lens atlas canvas bias alias pancreas texas kansas arkansas christmas pyjamas pajamas trousers scissors thanks congratulations earnings proceeds
    outskirts surroundings clothes binoculars rabies scabies diabetes measles herpes tuberculosis hives mumps rickets chaos cosmos ethos pathos asbestos
    rhinoceros thermos kudos logos athletics politics economics mathematics physics statistics olympics gymnastics pharmaceuticals cyclops biceps triceps forceps
    corps congress swiss iris pelvis tennis""".split()
)
"""Nouns whose s belongs to the word, or that have no singular."""
_IN_IE = frozenset(
    """sortie zombie prairie rookie selfie hoodie brownie birdie bogie bookie genie junkie goalie walkie veggie smoothie boogie eerie lassie collie pixie townie
    foodie indie newbie quickie freebie groupie hippie yuppie laddie menagerie lingerie reverie coterie camaraderie patisserie rotisserie eyrie magpie necktie
    potpie""".split()
)
"""Nouns that end in -ie in the singular."""


_KEPT = 1 << 15
"""How many base forms are kept: reports use the same few thousand words again and again."""


@lru_cache(maxsize=_KEPT)
def noun_lemma(noun: str) -> str:
    """The singular of a noun, lower case.

    Examples:
        >>> noun_lemma("Families"), noun_lemma("criminal cases"), noun_lemma("fishermen")
        ('family', 'criminal case', 'fisherman')
    """
    words = noun.lower().replace("\u00ad", "").split()
    if not words:
        return ""
    return " ".join([*words[:-1], _singular(words[-1])])


@lru_cache(maxsize=_KEPT)
def verb_lemma(verb: str) -> str:
    """The base form of a verb, lower case.

    Examples:
        >>> verb_lemma("abandoning"), verb_lemma("displaced"), verb_lemma("stranded"), verb_lemma("fled")
        ('abandon', 'displace', 'strand', 'flee')
    """
    verb = verb.lower().replace("\u00ad", "")
    if verb in _VERBS:
        return _VERBS[verb]
    bases = _verbs()
    if verb in bases:
        return verb
    candidates = _candidates(verb)
    return next((base for base in candidates if base in bases), candidates[0] if candidates else verb)


def is_verb(lemma: str) -> bool:
    """Whether a base form is that of a verb we know."""
    return lemma in _verbs()


def _singular(noun: str) -> str:
    if noun in _NOUNS:
        return _NOUNS[noun]
    if noun.endswith("'s") or noun.endswith("’s"):
        noun = noun[:-2]
    if noun in _ENDS_IN_S:
        return noun
    if noun.endswith("men") and len(noun) > 4 and noun not in ("specimen", "regimen", "abdomen", "acumen", "yemen"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-1] if noun[:-1] in _IN_IE else noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    if noun.endswith("oes") and len(noun) > 4:
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 2:
        return noun[:-1]
    return noun


def _candidates(verb: str) -> list[str]:
    """Base forms that an inflected verb may have, the likeliest first."""
    if verb.endswith("ied") and len(verb) > 4:
        return [verb[:-3] + "y", verb[:-1]]
    if verb.endswith("ies") and len(verb) > 4:
        return [verb[:-3] + "y", verb[:-1]]
    for ending in ("ed", "ing"):
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            stem = verb[: -len(ending)]
            doubled = [stem[:-1]] if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "sl" else []
            return [*doubled, *_by_ending(stem), *([stem[:-1]] if stem[-1] == stem[-2] else [])]
    if verb.endswith(("sses", "shes", "ches", "xes", "zes")):
        return [verb[:-2], verb[:-1]]
    return [verb[:-1]] if verb.endswith("s") and not verb.endswith("ss") else []


_SHORT_STEM = re.compile(r"[^aeiou]{0,3}[aiou][^aeiouwxy]")
"""Stems of one syllable whose last consonant would be doubled if no e followed: "piped", "hoped", not "fitted"."""


def _by_ending(stem: str) -> list[str]:
    """A stem with and without its e: "destroy-", "displac-e", "pip-e"."""
    takes_e = stem.endswith(
        ("at", "ac", "c", "v", "s", "z", "u", "g", "dl", "bl", "tl", "pl", "gl", "kl", "ir", "iz", "is", "sum")
    )
    takes_e = takes_e or (
        stem.endswith(("id", "ud", "od", "vad")) and len(stem) > 4 and not stem.endswith(("oid", "aid", "oud", "ood"))
    )
    takes_e = takes_e and not stem.endswith(("ss", "eat", "oat", "ng"))
    takes_e = takes_e or _SHORT_STEM.fullmatch(stem) is not None
    return [stem + "e", stem] if takes_e else [stem, stem + "e"]


@cache
def _verbs() -> frozenset[str]:
    return frozenset(files("sayso.reading").joinpath("data/verbs.txt").read_text(encoding="utf-8").split())
