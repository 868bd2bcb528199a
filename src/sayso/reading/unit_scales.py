"""How units of one kind convert, so that "30 centimetres to one metre" is one range."""

from fractions import Fraction

_SCALES: dict[str, dict[str, str]] = {
    "length": {
        "millimetre": "1/1000", "centimetre": "1/100", "metre": "1", "kilometre": "1000", "inch": "0.0254", "foot": "0.3048", "yard": "0.9144",
        "mile": "1609.344", "nautical mile": "1852",
    },
    "area": {
        "square metre": "1", "square kilometre": "1000000", "hectare": "10000", "acre": "4046.8564224", "square foot": "0.09290304",
        "square mile": "2589988.110336",
    },
    "mass": {"milligram": "1/1000000", "gram": "1/1000", "kilogram": "1", "tonne": "1000", "ounce": "0.028349523125", "pound (mass)": "0.45359237"},
    "volume": {"millilitre": "1/1000", "litre": "1", "cubic metre": "1000"},
    "time": {"second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800"},
    "power": {"watt": "1", "kilowatt": "1000", "megawatt": "1000000", "gigawatt": "1000000000"},
    "data": {"megabyte": "1", "gigabyte": "1000", "terabyte": "1000000"},
    "months": {"month": "1", "quarter": "3", "year": "12", "decade": "120", "century": "1200"},
}  # fmt: skip
"""Factors to one unit of each kind.

Source:
    BIPM, The International System of Units, 9th edition, table 8; NIST Handbook 44, Appendix C (international foot, mile, acre, pound).
"""
_FACTORS = {name: (kind, Fraction(factor)) for kind, factors in _SCALES.items() for name, factor in factors.items()}


def ratio_of(one: str, other: str) -> Fraction | None:
    """How many of the other unit one of a unit is; None when they measure different things.

    Examples:
        >>> ratio_of("centimetre", "metre")
        Fraction(1, 100)
        >>> ratio_of("centimetre", "hour") is None
        True
    """
    if one == other:
        return Fraction(1)
    kind, factor = _FACTORS.get(one, ("", Fraction(1)))
    other_kind, other_factor = _FACTORS.get(other, ("none", Fraction(1)))
    return factor / other_factor if kind == other_kind else None
