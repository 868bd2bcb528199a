"""Names in a document: text in, mentions of people, organisations and outlets with full name, gender and role out."""

import re
from typing import NamedTuple

from sayso.attribution import names
from sayso.attribution.tagging import load_forms
from sayso.model import AgentType

_CAPITAL = r"(?:[A-ZÀ-ÖØ-ÞŠŽČŁ][\w’'\-]*|[a-z]{1,2}[’'\-][A-Z][\w’'\-]*)"
_URGES = r"(?:(?<=Save )|(?<=Free )|(?<=Feed )|(?<=Stop )|(?<=Protect )|(?<=Defend ))the"  # "Save the Children"
_LINK = rf"(?:{_URGES}|of the|for the|of|for|de la|de los|do|da|dos|del|de|al|el|bin|ibn|von|van der|van|&|du|la|le)"
_SHORT = (
    r"(?:(?:(?<=\b[A-Z])|(?<=Mr)|(?<=Ms)|(?<=Mrs)|(?<=Dr)|(?<=Sen)|(?<=Rep)|(?<=Gov)|"
    r"(?<=Gen)|(?<=Col)|(?<=Lt)|(?<=St)|(?<=Prof)|(?<=Rev)|(?<=Sgt)|(?<=Capt)|(?<=Maj)|(?<=Hon))\.)?"
)
_NAME = re.compile(rf"\b{_CAPITAL}{_SHORT}(?:[ \u00a0](?:{_LINK}[ \u00a0])?{_CAPITAL}{_SHORT})*")
_BRACKET = re.compile(r"\s?\(([A-Z][A-Za-z\-]{1,9})\)")
_ROLE_BEFORE = re.compile(r"(?:[\w’'\-]+[ \u00a0]){0,4}$")
_JOINED = re.compile(rf" and {_CAPITAL}(?:[ \u00a0]{_CAPITAL})*")
_DATES = re.compile(
    r"(?: (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September"
    r"|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec))+$"
)
_PARTICIPLE = re.compile(r"[\w’']+-(?:based|led|backed|affiliated|run|linked|born|held|controlled|funded|owned)\b ?")
OPENS_SENTENCE = re.compile(r"(?:^|[.!?:\n“”\"‘(•–—]\s*|- )$")
_LOWER = re.compile(r"(?<=[\w,] )[a-z]{2,}\b")
_WORD = re.compile(r"[\w’'\-]+")
_POSSESSIVE = re.compile(r"[’']s?$")
_OF_PERSON = re.compile(r"(.+?) (?:of|for|&)(?: the)? ")
_SPEAKS_FOR = re.compile(
    r",? (?:(?:an?|the) )?((?:[\w’'-]+ ){0,3}?(?:spokes(?:man|woman|person)|representative|"
    r"director|head|chief|member|minister|official|"
    r"president|chairman|governor|mayor|leader|coordinator|manager|officer|analyst|"
    r"ambassador|secretary)(?: [a-z]+)?) (?:for|of|at|with|from|in) "
    r"(?:the |a )?([A-Z][^,.;:()\n]{2,80}?)(?=,|\.|;|\)|\n|$| (?:said|says|told|in|on|citing)\b)"
)
_HONORIFICS = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}
_STANDS_IN = re.compile(r"\b(?:in|at|to|from|near|outside|around) $", re.IGNORECASE)
_STORMS = frozenset("typhoon hurricane cyclone storm tropical operation winds rains highway".split())
_NOT_NAMES = frozenset(
    "The A An In On At But And It He She They We I This That These Those There "
    "If When While As For Of To From With After Before Since"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February "
    "March April May June July August September October November"
    " December Some Many Most More Over Nearly About Around According Meanwhile "
    "However Yet Also Its His Her Their Our Officials Police Critics"
    " Authorities Experts Witnesses Residents Only Several Another At Least "
    "Local State Government Although Though Because During Under Last"
    " Next Earlier Later Now Then So Or No Not What Who Which How Why Where Since".split()
)
_BREAKS_NAME = re.compile(
    r"(?<=[ \u00a0])(?:Almost|Nearly|About|Around|At|However|Meanwhile|According|Although|Though|Because|While|If|When"
    r"|Despite|Unlike)\b"
)
_OPENERS = frozenset(
    "Like Unlike Should Could Would Can Did Do Does Is Are Was Were Has Have Had Almost Nearly Despite One Both Few "
    "Other Instead Even Still Just Once Perhaps Maybe Whether Until Unless Upon Among Amid Against Behind Besides "
    "Between Beyond Near Along Across Through Throughout Within Without Following".split()
)
"""What a sentence may open with right before a name: "Should Ann Lee win"."""
_STRIP_LEFT = frozenset(word for word in _NOT_NAMES if word not in ("May", "State", "Local", "Government"))


class Mention(NamedTuple):
    """A name where it stands: full name, kind, gender (``m``, ``f`` or empty), role and whom it speaks for."""

    start: int
    end: int
    name: str
    type: AgentType
    gender: str
    role: str | None
    on_behalf_of: str | None


class Registry(NamedTuple):
    """All mentions of a document in text order, and short names and abbreviations to their full names."""

    mentions: tuple[Mention, ...]
    aliases: dict[str, str]


def find_mentions(text: str) -> Registry:
    """Every name of a document.

    Returns:
        The mentions; a later short name ("Malkin") carries the full name of the last mention that it fits.
    """
    mentions: list[Mention] = []
    aliases: dict[str, str] = {}
    people = _People({})
    heads: dict[str, str] = {}
    lowers = set(_LOWER.findall(text))
    at = 0
    while (match := _NAME.search(text, at)) is not None:
        start, end = _trim(text, match.start(), _cut(text, match.start(), match.end()))
        at = max(end, match.start() + 1)
        if start >= end:
            continue
        mention = None if _is_ordinary(text, (start, end), people, lowers) else _make_mention(text, start, end, people)
        if mention is None:
            continue
        bracket = _BRACKET.match(text, end)
        if bracket is not None and mention.type != "person":
            aliases[bracket.group(1)] = mention.name
        mention = _with_full_name(mention, heads)
        if mention.name in aliases:
            mention = mention._replace(name=aliases[mention.name], type="organization")
        mentions.append(mention)
    return Registry(tuple(mentions), aliases)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without leading words that only look like names at the start of a sentence, and without a closing full stop."""
    broken = _BREAKS_NAME.search(text, start, end)
    if broken is not None:
        end = broken.start() - 1
    words = text[start:end]
    dated = _DATES.search(words)
    if dated is not None:
        end = start + dated.start()
        words = text[start:end]
    if words.endswith(".") and not re.search(r"\b(?:[A-Z]|Jr|Sr|Inc|Corp|Ltd|Co)\.$", words):
        end -= 1
    while start < end:
        led = _PARTICIPLE.match(text, start, end)
        if led is not None:
            start = led.end()
            continue
        word = re.match(r"[\w’'\-]+", text[start:end])
        if word is None or not (word.group() in _STRIP_LEFT or _opens(text, word.group(), start, end)):
            return start, end
        start += word.end()
        while start < end and text[start] in " \u00a0.":
            start += 1
    return start, end


def _opens(text: str, word: str, start: int, end: int) -> bool:
    """Whether a word only opens the sentence before a name."""
    is_followed = start + len(word) < end
    return word in _OPENERS and is_followed and OPENS_SENTENCE.search(text, max(0, start - 3), start) is not None


def _cut(text: str, start: int, end: int) -> int:
    """Where a run of capitalised words stops being one name: "Chief Ann Lee | of the Port Alma Fire Service"."""
    words = text[start:end]
    owner = re.match(r".+?[’']s (?=\S+ \S+$)", words)
    if owner is not None and _is_first_name(words[owner.end() :].split()[0]):
        return start + owner.end() - 1  # "Radio Dorn’s | John Marsh"
    of_person = _OF_PERSON.match(words)
    if of_person is not None:
        first = of_person.group(1).split()
        lowers = [word.lower().strip(".") for word in first]
        if (
            len(first) > 1
            and not set(lowers) & names.ORGANIZATION_WORDS
            and (lowers[0] in names.TITLES | names.MALE_NAMES | names.FEMALE_NAMES)
        ):
            return start + of_person.end(1)
    joined = _JOINED.match(text, end)
    if joined is None:
        return end
    added = joined.group().removeprefix(" and ")
    if classify(added) == "outlet" or _is_first_name(added.split()[0]):
        return end
    if of_person is not None and set(lowers) & names.ORGANIZATION_WORDS:
        return joined.end()
    if words.rsplit(maxsplit=1)[-1].lower() in names.ORGANIZATION_WORDS:
        return end
    offices = [word for word in _WORD.finditer(added) if word.group().lower() in names.ORGANIZATION_WORDS]
    return end + len(" and ") + offices[-1].end() if offices else end


def _is_ordinary(text: str, stretch: tuple[int, int], people: "_People", lowers: set[str]) -> bool:
    """Whether a word has its capital only because it opens a sentence: "Investigators said", "Winds are"."""
    start, end = stretch
    word = text[start:end]
    if " " in word or word[1:] != word[1:].lower() or OPENS_SENTENCE.search(text, max(0, start - 3), start) is None:
        return False
    lower = _POSSESSIVE.sub("", word.lower())
    if people.find(_surname(word), "") is not None or lower in names.OUTLETS or lower in names.GOVERNMENT_SEATS:
        return False
    known = names.UNNAMED_HEADS | names.CARRIER_NOUNS | names.ORGANIZATION_WORDS | names.SPOKES_ROLES
    if lower in known or lower in load_forms():
        return True
    return lower in lowers


def _with_full_name(mention: Mention, heads: dict[str, str]) -> Mention:
    """An organisation called by its last word or its kind ("the Observatory") with the name that it was given first."""
    if mention.type != "organization":
        return mention
    parts = mention.name.split()
    if len(parts) == 1:
        return mention._replace(name=heads.get(parts[0], mention.name))
    for part in parts:
        if part.lower() in names.DEFINITE_ORGANIZATIONS | {"observatory", "ministry"}:
            heads[part] = mention.name
    return mention


def _surname(name: str) -> str:
    """What a person is called by later on: the last word, Arabic articles left out."""
    return re.sub(r"^(?:al|el)-(?=\w)", "", name.rsplit(maxsplit=1)[-1], flags=re.IGNORECASE)


class _People(NamedTuple):
    """The last person of each surname, and of each surname and gender."""

    last: dict[tuple[str, str], Mention]

    def find(self, surname: str, gender: str) -> Mention | None:
        """Who is meant by a surname: "Mrs. Malkin" is no man's."""
        known = self.last.get((surname, ""))
        if known is not None and gender and known.gender and known.gender != gender:
            return self.last.get((surname, gender))
        return known

    def keep(self, surname: str, person: Mention) -> None:
        """Remember a person as the last of the surname."""
        self.last[surname, ""] = self.last[surname, person.gender] = person


def _make_mention(text: str, start: int, end: int, people: _People) -> Mention | None:
    words = re.sub(r"[’']s?$", "", text[start:end])
    end = start + len(words)
    if words in _NOT_NAMES or len(words) < 2 or words.split()[0].lower() in _STORMS:
        return None
    kind = classify(words)
    if words.lower() in names.GOVERNMENT_SEATS and _STANDS_IN.search(text, max(0, start - 9), start):
        return None  # "in Moscow" is a place, "Moscow said" a government
    if kind != "person":
        return Mention(start, end, words, kind, "", None, None)
    title, name = split_title(words)
    sex = _HONORIFICS.get((title or "").lower().strip("."), "")
    role = " ".join(filter(None, (_role_before(text, start), None if sex else title))) or None
    known = people.find(_surname(name), sex)
    if known is not None and _is_same(name, known.name):
        longer = name if len(name) > len(known.name) else known.name
        gender = known.gender or sex or _gender(name, role)
        person = Mention(start, end, longer, "person", gender, known.role or role, known.on_behalf_of)
    elif " " not in name and title is None and role is None:
        return Mention(start, end, name, "organization" if name.isupper() else "person", "", None, None)
    else:
        person = Mention(start, end, name, "person", sex or _gender(name, role), role, None)
    spoken = _SPEAKS_FOR.match(text, end)
    if spoken is not None:
        person = person._replace(
            role=person.role or spoken.group(1),
            on_behalf_of=person.on_behalf_of or spoken.group(2).strip(),
            gender=person.gender or _gender("", spoken.group(1)),
        )
    people.keep(_surname(name), person)
    return person


def _is_same(name: str, known: str) -> bool:
    """Whether two names with one surname are one person's: one is the surname alone, or the first names agree."""
    if " " not in name or " " not in known:
        return True
    if name.endswith(" " + known) or known.endswith(" " + name):
        return True  # "Abdel Karim", the director Sami Abdel Karim
    one, other = name.split(maxsplit=1)[0].strip("."), known.split(maxsplit=1)[0].strip(".")
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def classify(words: str) -> AgentType:
    """Whether a name is a person's, an organisation's or an outlet's."""
    lower = words.lower()
    if lower in names.OUTLETS or lower.removeprefix("the ") in names.OUTLETS:
        return "outlet"
    parts = [part.strip(".,") for part in lower.split()]
    tail = words.rsplit(maxsplit=1)[-1]
    is_office = len(parts) > 2 and tail.lower() in names.ORGANIZATION_WORDS
    if parts[0] in names.MALE_NAMES | names.FEMALE_NAMES and not is_office:
        return "person"
    if len(parts) > 1 and parts[-1] in names.OUTLET_WORDS and parts[0] not in names.TITLES:
        return "outlet"
    if parts[0] in names.ORGANIZATION_WORDS and parts[1:2] in (["of"], ["for"]) and not set(parts) & names.SPOKES_ROLES:
        return "organization"
    title = max((at for at, part in enumerate(parts[:-1]) if part in names.TITLES), default=-1)
    if title > 0 and not set(parts[title + 1 :]) & names.ORGANIZATION_WORDS and len(parts) - title < 5:
        return "person"
    if parts[0] in names.TITLES and len(parts) > 1 and not set(parts[1:]) & names.ORGANIZATION_WORDS:
        return "person"
    if set(parts) & names.ORGANIZATION_WORDS and not (
        parts[0] in names.TITLES and len(parts) > 2 and tail.lower() not in names.ORGANIZATION_WORDS
    ):
        return "organization"
    if len(parts) == 1:
        return "organization" if words.isupper() or lower in names.GOVERNMENT_SEATS else "person"
    if re.search(r"\b(?:of|for|and|the|&)\b", lower) or len(parts) > 4 or words.isupper():
        return "organization"
    return "person"


def split_title(words: str) -> tuple[str | None, str]:
    """The title that a name begins with, and the name: "Governor Irene Malkin"."""
    parts = words.split()
    at = 0
    while at < len(parts) - 1 and parts[at].lower().strip(".,") in names.TITLES:
        at += 1
    while at < len(parts) - 2 and any(part.lower().strip(".,") in names.TITLES for part in parts[at : len(parts) - 1]):
        at += 1
    if at and parts[at].lower() in ("of", "for") and len(parts) - at > 3:
        at = len(parts) - 2  # "Governor of Dorn Irene Malkin"
    first = at
    while first < len(parts) - 2 and parts[first].lower() in load_forms() and not _is_first_name(parts[first]):
        first += 1
    if first > at and _is_first_name(parts[first]):
        at = first  # "Housing Ted Marlow", of a minister of affairs and housing
    return (" ".join(parts[:at]) or None), " ".join(parts[at:])


def _is_first_name(word: str) -> bool:
    return word.lower() in names.MALE_NAMES or word.lower() in names.FEMALE_NAMES


def _role_before(text: str, start: int) -> str | None:
    """Lower-case words right before a name that say what the person is: "spokesperson", "provincial spokesman"."""
    match = _ROLE_BEFORE.search(text[max(0, start - 60) : start])
    words = match.group().split() if match else []
    kept: list[str] = []
    for word in reversed(words):
        if not word[0].islower() or word in (
            "the",
            "a",
            "an",
            "and",
            "with",
            "by",
            "to",
            "of",
            "for",
            "that",
            "said",
            "as",
            "in",
        ):
            break
        kept.insert(0, word)
    return " ".join(kept) if kept and kept[-1] in names.SPOKES_ROLES | names.TITLES else None


def _gender(name: str, role: str | None) -> str:
    words = {part.lower().strip(".,") for part in (role or "").split()}
    if words & names.FEMALE_WORDS:
        return "f"
    if words & names.MALE_WORDS:
        return "m"
    first = name.split(maxsplit=1)[0].lower() if name else ""
    return "f" if first in names.FEMALE_NAMES else "m" if first in names.MALE_NAMES else ""
