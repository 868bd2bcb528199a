"""What a figure counts, in the three kinds that displacement monitors tell apart: people, households, buildings."""

from typing import Literal

from bench.words import singular, words
from sayso.model import Statement

CountedKind = Literal["person", "household", "building"]

_HOUSEHOLDS = frozenset(["household", "family"])
_STRUCTURES = """
    house home building structure dwelling residence property apartment flat hut cabin shack tent shelter room
    school hospital clinic church mosque shop store market hotel villa cottage bungalow block tower village
    town settlement housing
"""
_BUILDINGS = frozenset(_STRUCTURES.split())


def counted_kind(statement: Statement) -> CountedKind | None:
    """People, households or buildings; None for anything else (millimetres, dollars, vehicles).

    The counted noun decides first, since ``unit`` may be coarser; people are whatever the library gives the unit
    ``person``.
    """
    head = _head(statement.counted.lemma) if statement.counted is not None else ""
    unit = _head(statement.quantity.unit or "")
    for name in (head, unit):
        if name in _HOUSEHOLDS:
            return "household"
        if name in _BUILDINGS:
            return "building"
    return "person" if "person" in (head, unit) else None


def _head(phrase: str) -> str:
    every = words(phrase)
    return singular(every[-1]) if every else ""
