"""Units: measures, currencies and the nouns that stand for people, each under one name."""

import re
from typing import Literal, NamedTuple

from sayso.reading.currencies import NAMES, lost_pound_before, sign_before
from sayso.reading.unit_names import ATTACHED, MONEY, PHYSICAL, TIME

UnitKind = Literal["physical", "money", "time", "countable"]


class Unit(NamedTuple):
    """A unit found beside a number.

    Attributes:
        name: Its one name: ``"kilometre"``, ``"USD"``, ``"year"``.
        kind: Physical, money, time or countable.
        start: First character of the words or the sign.
        end: One past the last.
    """

    name: str
    kind: UnitKind
    start: int
    end: int


PERSONS = frozenset(
    """person people man woman child boy girl kid baby infant newborn toddler teenager teen youth adolescent adult elder pensioner male female
    civilian soldier troop serviceman servicewoman servicemember officer policeman policewoman cop trooper deputy guard fighter militant rebel insurgent terrorist gunman
    jihadist extremist combatant mercenary conscript recruit reservist veteran marine sailor pilot airman paratrooper commando deserter absentee defector personnel
    refugee migrant idp returnee evacuee asylum-seeker resident inhabitant villager citizen national foreigner tourist visitor traveller traveler passenger commuter
    pedestrian motorist driver cyclist passerby passer-by bystander onlooker witness survivor victim casualty fatality injured wounded dead body corpse hostage captive
    prisoner detainee inmate convict suspect patient case-patient case doctor nurse medic paramedic physician worker employee staff staffer labourer laborer miner
    farmer fisherman firefighter fireman rescuer volunteer engineer technician teacher student pupil professor journalist reporter photographer
    activist protester protestor demonstrator marcher rioter supporter voter member leader official politician lawmaker minister senator delegate diplomat
    worshipper pilgrim mourner shopper spectator fan guest customer player athlete crew crewman crewmember seaman servant individual human other somebody someone
    mother father parent son daughter brother sister sibling grandparent relative wife husband orphan widow friend neighbor neighbour colleague customer consumer user
    syrian iraqi afghan ukrainian russian palestinian israeli lebanese yemeni somali nigerian kenyan rohingya turk kurd iranian american briton german
    african asian european muslim christian jew woman-and-child homeless life soul respondent participant
    martyr commander comrade attacker assailant schoolchild schoolboy schoolgirl bodyguard operative guerrilla sniper prosecutor judge lawyer priest monk nun imam cleric""".split()
)  # fmt: skip
NOT_PERSONS = frozenset(["case", "national", "body", "corpse", "crew"])
"""Words of the list above that count as persons only in some company; their own lemma is kept as unit."""


def _compile(table: dict[str, str]) -> re.Pattern[str]:
    """One pattern for a table; units of several words are tried before their first word alone."""
    order = sorted(enumerate(table.values()), key=lambda item: (r"\s" not in item[1] and "/" not in item[1], item[0]))
    return re.compile("|".join(rf"(?P<u{position}>(?:{words})(?![\w²³]))" for position, words in order), re.IGNORECASE)


_TABLES: tuple[tuple[UnitKind, tuple[str, ...], re.Pattern[str]], ...] = (
    ("physical", tuple(PHYSICAL), _compile(PHYSICAL)),
    ("money", tuple(MONEY), _compile(MONEY)),
    ("time", tuple(TIME), _compile(TIME)),
)
_GAP = re.compile(r"[\s\u00a0-]*")
_SCREEN_LINES = re.compile(r"(?<!\d)(?:480|720|1080|1440|2160)$")


def find_unit_after(text: str, end: int) -> Unit | None:
    """The unit whose words follow a number directly.

    Examples:
        >>> find_unit_after("350.7 mm of rain", 5).name
        'millimetre'
    """
    gap = _GAP.match(text, end)
    start = gap.end() if gap else end
    for kind, names, pattern in _TABLES:
        match = pattern.match(text, start)
        if match is None:
            continue
        word = match.group().lower()
        if word in ATTACHED and (start > end or (word == "p" and _SCREEN_LINES.search(text, max(0, end - 5), end))):
            continue
        name = names[int(str(match.lastgroup)[1:])]
        if name == "GBP" and word in ("pound", "pounds") and _is_weight(text, end, match):
            return Unit("pound (mass)", "physical", start, match.end())
        return Unit(name, kind, start, match.end())
    return None


_WEIGHS = re.compile(
    r"\b(?:weigh\w*|weights?\s+of|lifts?|lifted|lifting|load\w*|thrust|bench-?press\w*|(?:lost|lose|losing|gained|gain|gaining|shed|dropped|put\s+on))\s+(?:[a-z]+\s+){0,3}[\d.,]*$",
    re.IGNORECASE,
)
_OF_STUFF = re.compile(
    r"\s+(?:of\s+(?!(?:public|government|taxpayer|funding|investment|debt|damage|aid|savings?|revenue|income|profit|support|money|cash|their|his|her|its|our|the|extra|new|state)\b)[a-z]"
    r"|overweight|heavier|lighter|\(\d[\d.,]*\s?(?:kg|kilo|tonne|gram))",
    re.IGNORECASE,
)


def _is_weight(text: str, end: int, match: re.Match[str]) -> bool:
    """Whether pounds are a weight: "weighs 2.7 pounds", "a 500-pound bomb", "12 pounds of heroin"; magnitudes are money."""
    if text[end - 1 : end].isalpha():
        return False
    if text[end : end + 1] in ("-", "\u2011") and match.group().lower() == "pound":
        return True
    return _WEIGHS.search(text, max(0, end - 48), end) is not None or _OF_STUFF.match(text, match.end()) is not None


def find_sign_before(text: str, start: int) -> Unit | None:
    """The currency sign in front of a number.

    Examples:
        >>> find_sign_before("HK$28 billion", 3).name
        'HKD'
    """
    match = sign_before(text, start)
    if match is not None:
        sign = match["sign"]
        return Unit(NAMES[sign.rstrip(".")], "money", match.start("sign"), match.end("sign"))
    lost = lost_pound_before(text, start)
    return None if lost is None else Unit("GBP", "money", lost, start)


_ONE_PERSON_EACH = frozenset(["death", "fatality", "casualty", "arrest"])
"""Events that befall one person each: a number of them is a number of people."""


def is_person(lemma: str) -> bool:
    """Whether a noun's lemma, or its last word, stands for people."""
    head = lemma.rsplit(" ", maxsplit=1)[-1]
    if head in _ONE_PERSON_EACH:
        return True
    return (head in PERSONS and head not in NOT_PERSONS) or head.endswith(
        ("-olds", "-old", "goer", "woman", "man", "worker", "seeker")
    )
