"""Comparing units: two names of a unit in, whether they mean the same unit out.

The table lists names of one and the same unit (symbols, spellings, plural forms are handled by rule), never
conversions, and holds for every set and every system that is measured.

Source:
    BIPM, The International System of Units, 9th edition (names and symbols); ISO 4217 (currency codes);
    NIST Handbook 44, Appendix C (customary units).
"""

import re

from bench.words import fold, singular

_SAME = """
    percentage: % | percent | per cent | pct | pc
    percentage point: pp | point of percentage | percent point
    basis point: bp | bps
    dollar: $ | us$ | usd | us dollar | united states dollar | u.s. dollar | american dollar | buck
    euro: € | eur
    pound sterling: £ | gbp | british pound | sterling
    australian dollar: a$ | au$ | aud
    canadian dollar: c$ | ca$ | cad
    new zealand dollar: nz$ | nzd
    hong kong dollar: hk$ | hkd
    singapore dollar: s$ | sgd
    taiwan dollar: nt$ | twd | new taiwan dollar
    yen: ¥ | jpy | japanese yen
    chinese yuan: cny | rmb | yuan | renminbi | yuan renminbi
    indian rupee: ₹ | inr | rupee
    pakistani rupee: pkr
    shekel: ₪ | ils | nis | israeli shekel | new israeli shekel
    swiss franc: chf | franc
    russian ruble: rub | ruble | rouble | russian rouble
    ukrainian hryvnia: uah | hryvnia
    south korean won: ₩ | krw | won | korean won
    brazilian real: brl | r$
    mexican peso: mxn
    philippine peso: php
    turkish lira: try | lira
    swedish krona: sek
    norwegian krone: nok
    danish krone: dkk
    polish zloty: pln | zloty
    south african rand: zar | rand
    nigerian naira: ngn | naira
    saudi riyal: sar
    uae dirham: aed
    egyptian pound: egp
    syrian pound: syp
    iraqi dinar: iqd
    thai baht: thb | baht
    cent: ¢
    penny: pence
    bitcoin: btc
    metre: m | meter
    kilometre: km | kilometer
    centimetre: cm | centimeter
    millimetre: mm | millimeter
    micrometre: µm | μm | um | micrometer | micron
    nanometre: nm | nanometer
    mile: mi
    foot: ft
    inch: in
    yard: yd
    nautical mile: nmi
    square metre: sqm | sq m | m2 | m² | square meter
    square kilometre: sq km | km2 | km² | square kilometer
    square mile: sq mi | sq mile
    square foot: sq ft | sqft | ft2
    hectare: ha
    litre: l | liter
    millilitre: ml | milliliter
    cubic metre: m3 | m³ | cubic meter
    gallon: gal
    barrel: bbl
    gram: g | gramme
    kilogram: kg | kilo | kilogramme
    milligram: mg
    tonne: t | metric ton | metric tonne
    gigaton: gt | gigatonne
    megaton: mt | megatonne
    ton: short ton
    pound: lb | lbs | pound mass | pound-mass | pound (mass)
    ounce: oz
    second: s | sec
    millisecond: ms
    minute: min
    hour: h | hr
    year of age: year old | year-old
    degree: ° | deg | degree angle
    celsius: °c | ° c | degree celsius | centigrade | degree centigrade
    fahrenheit: °f | ° f | degree fahrenheit
    kelvin: k
    mile per hour: mph
    kilometre per hour: km/h | kmh | kph | kmph
    metre per second: m/s | mps
    knot: kn | kt
    mile per gallon: mpg
    revolution per minute: rpm
    part per million: ppm
    watt: w
    kilowatt: kw
    megawatt: mw
    gigawatt: gw
    kilowatt hour: kwh | kilowatt-hour
    megawatt hour: mwh | megawatt-hour
    horsepower: hp | ps | bhp | brake horsepower | metric horsepower
    newton metre: nm torque | newton meter | newton-metre | newton-meter
    pound foot: lb-ft | lb ft | pound-foot | foot pound-force | foot-pound force | foot pound | pound-feet of torque
    hertz: hz
    megahertz: mhz
    gigahertz: ghz
    volt: v
    ampere: a | amp
    milliampere hour: mah | milliampere-hour | milliamp hour
    byte: b
    kilobyte: kb
    megabyte: mb
    gigabyte: gb
    terabyte: tb
    megapixel: mp
    pascal: pa
    kilopound per square inch: ksi
    pound per square inch: psi
    person: people | human
"""
_PER = re.compile(r"\s+(?:per|an?|each|every)\s+|\s*/\s*")


def unit_name(unit: str) -> str:
    """A unit in normal form; an empty string for none.

    Args:
        unit: A name, a symbol, a currency code or a counted noun, in any number; "X per Y", "X a Y" and "X/Y" are
            taken apart.

    Examples:
        >>> unit_name("USD"), unit_name("kilometers/hour"), unit_name("criminal cases"), unit_name("-")
        ('dollar', 'kilometre per hour', 'criminal case', '')
    """
    plain = " ".join(fold(unit).split())
    if plain in ("", "-", "dimensionless", "count", "scalar"):
        return ""
    whole = _one_name(plain)
    if whole != _spelled(plain) or not _PER.search(plain):
        return whole
    return " per ".join(_one_name(part) for part in _PER.split(plain) if part)


def same_unit(one: str, other: str) -> bool:
    """Whether two names mean the same unit, or both mean none.

    Examples:
        >>> same_unit("GBP", "pounds sterling"), same_unit("person", "people"), same_unit("person", "")
        (True, True, False)
    """
    return unit_name(one) == unit_name(other)


def _spelled(plain: str) -> str:
    return " ".join(singular(word) for word in plain.replace("-", " ").split())


def _one_name(plain: str) -> str:
    spelled = _spelled(plain)
    return _NAMES.get(plain) or _NAMES.get(spelled) or spelled


def _read_table(table: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for line in table.strip().splitlines():
        name, _, others = line.strip().partition(":")
        for other in (name, *others.split("|")):
            plain = fold(other.strip())
            for form in (plain, _spelled(plain)):
                if names.setdefault(form, name) != name:
                    raise ValueError(f"{form!r} names both {names[form]!r} and {name!r}")
    return names


_NAMES = _read_table(_SAME)
