"""Units: measures, currencies and the nouns that stand for people, each under one name."""

import re
from typing import Literal, NamedTuple

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


_PHYSICAL = {
    "millimetre": r"mm|millimet(?:re|er)s?", "centimetre": r"cm|centimet(?:re|er)s?",
    "kilometre per hour": r"km/h|kph|kmph|kmh|(?:km|kilomet(?:re|er)s?)\s+(?:per|an)\s+hour|(?:km|kilomet(?:re|er)s?)[- ]per[- ]hour",
    "mile per hour": r"mph|miles?[\s-]+(?:per|an)[\s-]+hour", "metre per second": r"m/s|met(?:re|er)s?\s+per\s+second",
    "mile per gallon": r"mpg|miles\s+per\s+gallon",
    "square kilometre": r"(?:square|sq\.?)[\s-]+(?:km|kilomet(?:re|er)s?)|km²|km2|sq\s?km", "square mile": r"(?:square|sq\.?)[\s-]+miles?",
    "square metre": r"(?:square|sq\.?)[\s-]+(?:m|met(?:re|er)s?)|m²|m2|sqm", "square foot": r"(?:square|sq\.?)[\s-]+(?:feet|foot|ft)",
    "cubic metre": r"cubic\s+met(?:re|er)s?|m³|m3", "cubic foot": r"cubic\s+(?:feet|foot)",
    "kilometre": r"kms?|kilomet(?:re|er)s?", "metre": r"m|met(?:re|er)s?", "mile": r"miles?", "yard": r"yards?", "foot": r"feet|foot|ft",
    "inch": r"inch(?:es)?", "nautical mile": r"nautical\s+miles?", "hectare": r"ha|hectares?", "acre": r"acres?", "rai": r"rai",
    "tonne": r"(?:metric\s+)?tonn?es?|metric\s+tons?|mt", "ton": r"tons?", "gigaton": r"gigatonn?e?s?", "kilogram": r"kgs?|kilos?|kilogram(?:me)?s?",
    "gram": r"grams?|grammes?", "pound (mass)": r"lbs?\.?", "ounce": r"ounces?|oz", "litre": r"lit(?:re|er)s?", "gallon": r"gallons?",
    "barrel": r"barrels?", "knot": r"knots?", "kilowatt": r"kw|kilowatts?", "megawatt": r"mw|megawatts?", "gigawatt": r"gw|gigawatts?",
    "watt": r"watts?", "kilowatt-hour": r"kwh|kilowatt[- ]hours?", "horsepower": r"horsepower|hp|bhp", "newton metre": r"nm|newton[- ]met(?:re|er)s?",
    "pound-foot": r"pound[- ]f(?:ee|oo)t|lb[- ]ft", "volt": r"volts?", "milliampere-hour": r"mah", "degree celsius": r"°\s?c|degrees?\s+(?:celsius|centigrade|c)(?![a-z])|celsius",
    "degree fahrenheit": r"°\s?f|degrees?\s+(?:fahrenheit|f)(?![a-z])|fahrenheit", "degree": r"degrees?|°", "gigabyte": r"gb|gigabytes?",
    "megabyte": r"mb|megabytes?", "terabyte": r"tb|terabytes?", "megapixel": r"mp|megapixels?", "hertz": r"hz", "megahertz": r"mhz", "gigahertz": r"ghz",
    "revolution per minute": r"rpm", "pixel": r"pixels?",
}  # fmt: skip
_TIME = {
    "second": r"seconds?|secs?", "minute": r"minutes?|mins?", "hour": r"hours?|hrs?|h", "day": r"days?", "week": r"weeks?", "fortnight": r"fortnights?",
    "month": r"months?", "quarter": r"quarters?", "year": r"years?|yrs?", "decade": r"decades?", "century": r"centur(?:y|ies)",
}  # fmt: skip
_MONEY = {
    "USD": r"(?:u\.?s\.?\s+|american\s+)?dollars?|usd|bucks", "AUD": r"australian\s+dollars?|aud", "CAD": r"canadian\s+dollars?|cad", "EUR": r"euros?|eur",
    "GBP": r"(?:pounds?\s+sterling|british\s+pounds?|pounds?|sterling|gbp)", "CNY": r"(?:chinese\s+)?(?:yuan|renminbi|rmb)|cny", "INR": r"(?:indian\s+)?rupees?|inr|rs\.?",
    "PKR": r"pakistani\s+rupees?|pkr", "JPY": r"(?:japanese\s+)?yen|jpy", "KRW": r"(?:korean\s+)?won|krw", "RUB": r"(?:russian\s+)?r(?:o)?ubles?|rub",
    "TRY": r"(?:turkish\s+)?liras?", "MXN": r"(?:mexican\s+)?pesos?|mxn", "CHF": r"(?:swiss\s+)?francs?|chf", "UAH": r"hryvnias?|uah", "NGN": r"nairas?|ngn",
    "KES": r"(?:kenyan\s+)?shillings?", "ZAR": r"rands?|zar", "BRL": r"reais|reals?|brl", "IDR": r"rupiahs?|idr", "THB": r"(?:thai\s+)?baht|thb", "ILS": r"shekels?|ils",
    "PHP": r"philippine\s+pesos?", "BDT": r"takas?", "cent": r"cents?|pence|pennies|penny",
}  # fmt: skip
_SIGNS = {
    "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY",
    "₹": "INR", "₽": "RUB", "₦": "NGN", "₱": "PHP", "Rs": "INR", "Rs.": "INR", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
}  # fmt: skip
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
    african asian european muslim christian jew woman-and-child homeless life soul respondent participant""".split()
)  # fmt: skip
NOT_PERSONS = frozenset(["case", "national", "body", "corpse", "crew"])
"""Words of the list above that count as persons only in some company; their own lemma is kept as unit."""


def _compile(table: dict[str, str]) -> re.Pattern[str]:
    """One pattern for a table; units of several words are tried before their first word alone."""
    order = sorted(enumerate(table.values()), key=lambda item: (r"\s" not in item[1] and "/" not in item[1], item[0]))
    return re.compile("|".join(rf"(?P<u{position}>(?:{words})(?![\w/²³]))" for position, words in order), re.IGNORECASE)


_TABLES: tuple[tuple[UnitKind, dict[str, str], re.Pattern[str]], ...] = (
    ("physical", _PHYSICAL, _compile(_PHYSICAL)),
    ("money", _MONEY, _compile(_MONEY)),
    ("time", _TIME, _compile(_TIME)),
)
_GAP = re.compile(r"[\s\u00a0-]*")
_SIGN_BEFORE = re.compile(r"(?P<sign>(?:US|A|C|HK|NZ|S|R)?[$€£¥₹₽₦₱]|\bRs\.?|\b(?:USD|EUR|GBP))\s?$")
_CASED = {
    "m": "m",
    "mt": "MT",
    "mp": "MP",
    "ha": "ha",
    "c": "C",
    "f": "F",
    "nm": "Nm",
    "gb": "GB",
    "mb": "MB",
    "tb": "TB",
    "mw": "MW",
    "rub": "RUB",
    "won": "won",
}
"""Short names that other words are spelled like; taken only in this case."""


def find_unit_after(text: str, end: int) -> Unit | None:
    """The unit whose words follow a number directly.

    Examples:
        >>> find_unit_after("350.7 mm of rain", 5).name
        'millimetre'
    """
    gap = _GAP.match(text, end)
    start = gap.end() if gap else end
    for kind, table, pattern in _TABLES:
        match = pattern.match(text, start)
        if match is not None and _CASED.get(match.group().lower(), match.group()) == match.group():
            name = list(table)[int(str(match.lastgroup)[1:])]
            return Unit(name, kind, start, match.end())
    return None


def find_sign_before(text: str, start: int) -> Unit | None:
    """The currency sign in front of a number.

    Examples:
        >>> find_sign_before("HK$28 billion", 3).name
        'HKD'
    """
    match = _SIGN_BEFORE.search(text, max(0, start - 5), start)
    if match is None:
        return None
    return Unit(_SIGNS[match.group("sign")], "money", match.start("sign"), match.end("sign"))


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
