"""READ: a document's text comes in, its figures go out: number, bound, counted thing, event, aspect, interval, place."""

from sayso.reading.amounts import find_amounts
from sayso.reading.codebooks import load_codebook, load_measures, parse_codebook, shipped_measures
from sayso.reading.measures import by_id, find_measure
from sayso.reading.numbers import Numeral, find_numerals
from sayso.reading.periods import Period, find_periods
from sayso.reading.reader import EnglishReader, find_quantities

__all__ = [
    "EnglishReader",
    "Numeral",
    "Period",
    "by_id",
    "find_amounts",
    "find_measure",
    "find_numerals",
    "find_periods",
    "find_quantities",
    "load_codebook",
    "load_measures",
    "parse_codebook",
    "shipped_measures",
]
