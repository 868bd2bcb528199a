"""The gazetteer: countries, their adjectives, US states and cities of GeoNames; loads on first use."""

import gzip
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from sayso.model import PlacePrecision


class Entry(NamedTuple):
    """A place of the gazetteer.

    Attributes:
        name: Its English name.
        country: ISO 3166-1 alpha-3 code.
        geonames_id: GeoNames id; None for regions outside the United States, of which the package knows none.
        precision: country, region or city.
        population: Inhabitants; 0 when unknown. Decides between places of one name.
    """

    name: str
    country: str
    geonames_id: int | None
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
    Miranda Lara Hidalgo Guerrero Durango Quezon Laguna Isabela Magdalena Santander Uri Jura Acre Enga Hela Canterbury Midlands Perak Bong Afar
    Houston Clinton Carson Burke Taylor Bush Trump Obama Franklin Jefferson Monroe Hamilton Marion Milton Allen Carter Perry Gore Kerry Columbia
    Florence Charlotte Sandy Katrina Harvey Irma Maria Matthew Haiyan Ali Hassan Mohammad Muhammad Hussein Omar Ahmad Ibrahim Yusuf Osman Aziz""".split()
)
"""Names of cities that in news are far more often words, people or storms; they need more than the gazetteer to count as places."""


@lru_cache(maxsize=8_192)
def look_up(name: str) -> Entry | None:
    """The place of a name: a country or its adjective first, then a US state, then the biggest city of that name.

    Examples:
        >>> look_up("Ukrainian").country, look_up("Aleppo").country, look_up("Nowhere-on-Sea")
        ('UKR', 'SYR', None)
    """
    key = name.replace("’", "'").strip()
    if key.lower().startswith("the "):
        key = key[4:]
    known = _countries().get(key)
    if known is not None:
        return known
    region, city = _regions().get(key), _find_city(_cities(), key)
    return region if city is None or (region is not None and region.country != city.country) else city


def is_abbreviation(name: str) -> bool:
    """Whether a name stands for a region only before a full stop: "Calif"."""
    return name in _abbreviations()


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
    named = {_fold(name): entry.country for name, entry in _countries().items() if entry.precision == "country"}
    states = {_fold(line[4]) for line in _country_lines() if line[0] == "state"}
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
    by_code: dict[str, Entry] = {}
    states: list[Entry] = []
    for kind, code, geonames_id, population, name in _country_lines():
        if kind == "country":
            by_code[code] = Entry(name, code, int(geonames_id), "country", int(population))
        else:
            states.append(Entry(name, code, int(geonames_id), "region", 0))
    named = {name: entry for entry in by_code.values() for name in (entry.name, entry.name.removeprefix("The "))}
    named |= {name: by_code[code] for name, code in (*_OTHER_NAMES.items(), *_adjectives().items())}
    return {state.name: state for state in states} | named


@cache
def _regions() -> dict[str, Entry]:
    """First-level regions by name; a row of ``data/regions.txt`` holds a country's, one marked with a point its abbreviations."""
    lines = files("sayso.reading").joinpath("data/regions.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, Entry] = {}
    for line in lines:
        code, _, names = line.partition(" ")
        for name in names.split(";"):
            found.setdefault(name, Entry(name, code.rstrip("."), None, "region", 0))
    return found


@cache
def _abbreviations() -> frozenset[str]:
    lines = files("sayso.reading").joinpath("data/regions.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition(" ") for line in lines)
    return frozenset(name for code, _, names in rows if code.endswith(".") for name in names.split(";"))


@cache
def _country_lines() -> tuple[tuple[str, ...], ...]:
    """Kind, alpha-3 code, GeoNames id, population and name of each country and US state."""
    text = files("sayso.reading").joinpath("data/countries.txt").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines())


@cache
def _cities() -> bytes:
    """The cities as lines in the order of their names' bytes; a dictionary of them would take 20 times as long to make."""
    return gzip.decompress(files("sayso.reading").joinpath("data/cities.txt.gz").read_bytes())


def _find_city(lines: bytes, name: str) -> Entry | None:
    """The city on the line that opens with a name, found by halving."""
    wanted = name.encode("utf-8", "surrogatepass")
    low, high = (
        0,
        len(lines) - 1,
    )  # both at a line break: the one in front of the first line that may be it, and behind the last
    while low < high:
        start = lines.rfind(b"\n", low, (low + high) // 2 + 1)
        found = lines[start + 1 : lines.index(b"\t", start + 1)]
        if found > wanted:
            high = start
            continue
        low = lines.index(b"\n", start + 1)
        if found == wanted:
            code, geonames_id, population, own = lines[start + 1 : low].decode().split("\t")[1:]
            return Entry(own or name, code, int(geonames_id), "city", int(population))
    return None
