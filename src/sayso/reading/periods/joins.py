"""Neighbouring expressions joined into one: "October last year", "the end of March", "from 2005 to 2014"."""

from collections.abc import Callable

import msgspec

from sayso.reading.periods.expressions import Expression, Form
from sayso.reading.periods.pieces import LETTER, Pieces

_replace = msgspec.structs.replace
_DATES: frozenset[Form] = frozenset(
    ("numeric", "day", "month", "year", "weekday", "decade", "season", "quarter", "deictic", "holiday", "century")
)
_EDGED: frozenset[Form] = frozenset(
    ("month", "year", "decade", "century", "season", "quarter", "unit", "unit_alone", "day", "years", "half")
)
_YEARS: frozenset[Form] = frozenset(("year", "unit", "unit_alone", "years"))
_ALONE_AFTER = frozenset("for in of during through throughout by over until within since all so".split())
_UNIT_OF: dict[str, frozenset[Form]] = {
    "D": frozenset(("day",)), "W": frozenset(("day",)), "WE": frozenset(("day",)), "M": frozenset(("month",)),
    "Y": frozenset(("year",)),
}  # fmt: skip

Join = Callable[[Pieces, Expression, Expression, str], Expression | None]


def join(pieces: Pieces, found: list[Expression]) -> list[Expression]:
    """Join neighbours where the words between them allow it, and drop what says nothing alone."""
    joined: list[Expression] = []
    for expression in found:
        joined.append(expression)
        while len(joined) > 1 and (larger := _join_two(pieces, joined[-2], joined[-1])) is not None:
            joined[-2:] = [larger]
    return [expression for expression in joined if _stands_alone(pieces, expression)]


def _join_two(pieces: Pieces, left: Expression, right: Expression) -> Expression | None:
    if right.first - left.last > 3:
        return None
    gap = pieces.classes[left.last : right.first]
    for attempt in _JOINS:
        if (larger := attempt(pieces, left, right, gap)) is not None:
            return larger
    return None


def _is(gap: str, *names: str) -> bool:
    return any(gap == (LETTER[name] if name else "") for name in names)


def _part_of_year(pieces: Pieces, left: Expression, right: Expression, gap: str) -> Expression | None:
    """As in "January this year", "Dec. 2 last year", "the third quarter of the year", "Monday last week"."""
    if not _is(gap, "", "comma", "of", "in"):
        return None
    is_year = right.form in _YEARS and (right.unit in ("", "Y")) and not right.edge and right.amount != 2
    if (
        is_year
        and left.form in ("month", "day", "quarter", "season", "half")
        and left.year is None
        and not left.relation
    ):
        if (_is(gap, "in") and left.form != "quarter") or (right.form == "unit_alone" and not _is(gap, "of")):
            return None
        relation = "this" if right.form == "unit_alone" else right.relation
        return _replace(left, last=right.last, year=right.year, relation=relation, unit="Y")
    if left.form == "weekday" and right.form == "unit" and right.unit == "W" and not left.relation and not right.edge:
        return _replace(left, last=right.last, relation=right.relation, unit="W") if _is(gap, "", "of") else None
    return None


def _year_before_part(pieces: Pieces, left: Expression, right: Expression, gap: str) -> Expression | None:
    """As in "This year's third quarter"."""
    if (
        not _is(gap, "poss")
        or right.form not in ("quarter", "half", "season")
        or right.year is not None
        or right.relation
    ):
        return None
    if left.form not in ("year", "unit") or left.unit not in ("", "Y"):
        return None
    return _replace(right, first=left.first, year=left.year, relation=left.relation, unit="Y")


def _edge_of(pieces: Pieces, left: Expression, right: Expression, gap: str) -> Expression | None:
    if left.form != "edge" or gap or right.form not in _EDGED:
        return None
    if right.form == "unit_alone":
        right = _replace(right, form="unit", relation="this", amount=1)
    return _replace(right, first=left.first, edge=left.edge)


def _share(pieces: Pieces, left: Expression, right: Expression, gap: str) -> Expression | None:
    """As in "The first nine months of 1997", "the last two weeks of October"."""
    is_share = left.form == "first" or (left.form == "span" and left.relation == "last" and left.amount is not None)
    if not is_share or not _is(gap, "of") or right.form not in (*_YEARS, "month", "day", "season", "decade"):
        return None
    return Expression(
        form="share", first=left.first, last=right.last, unit=left.unit, amount=left.amount, relation=left.relation,
        children=(left, right),
    )  # fmt: skip


def _ended(pieces: Pieces, left: Expression, right: Expression, gap: str) -> Expression | None:
    """As in "The nine months ended Sept. 30", "the 24-hour period to 9 October"."""
    if left.form == "length" and left.unit in ("H", "D") and left.amount is not None and gap in _UP_TO_GAPS:
        if right.form not in ("day", "weekday", "deictic", "numeric") or pieces.word(left.first - 1) == "from":
            return None
        return Expression(
            form="share", first=left.first, last=right.last, unit=left.unit, amount=left.amount, relation="ended",
            children=(left, right),
        )  # fmt: skip
    is_length = left.form in ("length", "span", "first", "unit_alone", "quarter", "unit") and left.unit not in tuple(
        "SIH"
    )
    if not is_length or right.form not in ("day", "month", "deictic", "year"):
        return None
    is_up_to = _is(gap, "to") and left.unit in ("W", "M", "Q", "Y") and left.form in ("length", "unit_alone", "span")
    if not (is_up_to or _is(gap, "ended") or gap in _ENDED_GAPS):
        return None
    unit, amount = ("Q", 1) if left.form == "quarter" else (left.unit, left.amount if left.form != "unit_alone" else 1)
    if left.form == "unit_alone" and unit != "Q":
        left = _replace(left, form="length", amount=1)
    return Expression(
        form="share",
        first=left.first,
        last=right.last,
        unit=unit,
        amount=amount,
        relation="ended",
        children=(left, right),
    )


_UP_TO = (LETTER["to"], LETTER["up"] + LETTER["to"], LETTER["until"])
_UP_TO_GAPS = frozenset(period + ending for period in ("", LETTER["period"]) for ending in _UP_TO)
_ENDED_GAPS = frozenset((LETTER["ended"] + LETTER["on"], LETTER["ended"] + LETTER["in"]))


def _range(pieces: Pieces, left: Expression, right: Expression, gap: str) -> Expression | None:
    """As in "Between 1994 and 1997", "from January to October 2025", "2005-2014"."""
    is_range = _is(gap, "to", "hyphen", "through", "until") or gap in _LONG_GAPS
    before = pieces.word(left.first - 1)
    is_between = (_is(gap, "and") and before == "between") or (gap in _BETWEEN_GAPS and before == "between")
    is_pair = _is(gap, "and") and _are_consecutive(left, right)
    if not (is_range or is_between or is_pair):
        return None
    if left.form == right.form == "length" and left.unit == right.unit:
        return Expression(form="range", first=left.first, last=right.last, unit=left.unit, children=(left, right))
    if left.form not in _DATES or right.form not in _DATES or not _in_order(pieces, left, right, before):
        return None
    if left.year is None and right.year is not None and left.form in ("day", "month", "quarter") and not left.relation:
        left = _replace(left, year=right.year, text="borrowed")
    return Expression(form="range", first=left.first, last=right.last, children=(left, right))


_BETWEEN_GAPS = frozenset((LETTER["and"] + LETTER["the"],))
_LONG_GAPS = frozenset((LETTER["to"] + LETTER["the"], LETTER["until"] + LETTER["the"], LETTER["up"] + LETTER["to"]))


_LAST_DAYS = 28
"""From here on a day may be the last of its month."""


def _are_consecutive(left: Expression, right: Expression) -> bool:
    """As in "January and February", "2013 and 2014", "Monday 6 July and Tuesday 7 July", "Monday and Tuesday"."""
    if left.relation or right.relation or left.edge or right.edge or left.form != right.form:
        return False
    if left.form == "weekday" and left.weekday is not None:
        return right.weekday == (left.weekday + 1) % 7 and not left.daypart and not right.daypart
    if left.form == "day" and left.day and right.day and left.month and right.month:
        is_next = right.month == left.month and right.day == left.day + 1
        is_turn = right.month == left.month % 12 + 1 and right.day == 1 and left.day >= _LAST_DAYS
        return left.year in (None, right.year) and (is_next or is_turn)
    if left.form == "month" and left.month and right.month:
        return left.year is None and right.month == left.month % 12 + 1
    return left.form == "year" and left.year is not None and right.year == left.year + 1


def _in_order(pieces: Pieces, left: Expression, right: Expression, before: str) -> bool:
    if before in ("from", "between"):
        return True
    if left.form == right.form:
        return left.form in ("day", "month", "weekday", "decade", "numeric", "year")
    return {left.form, right.form} <= {"day", "month", "numeric"}


def _clock_and_day(pieces: Pieces, left: Expression, right: Expression, gap: str) -> Expression | None:
    """As in "10 p.m. Wednesday", "5 p.m. EST, Nov. 9"."""
    if left.form != "clock" or left.children or right.form not in ("day", "weekday", "deictic", "numeric"):
        return None
    if not _is(gap, "", "comma", "on", "of"):
        return None
    return _replace(left, last=right.last, children=(right,))


def _weekday_and_day(pieces: Pieces, left: Expression, right: Expression, gap: str) -> Expression | None:
    """As in "This coming Sunday, March 8"."""
    if left.form != "weekday" or right.form != "day" or right.weekday is not None or not _is(gap, "", "comma"):
        return None
    return _replace(right, first=left.first, weekday=left.weekday) if right.first - left.first < 6 else None


def _overnight(pieces: Pieces, left: Expression, right: Expression, gap: str) -> Expression | None:
    """As in "Overnight 14 to 15 December": the night is that of the days named."""
    if left.form != "deictic" or left.text != "overnight" or left.edge or not _is(gap, "", "on", "from", "between"):
        return None
    day = right.children[0] if right.form == "range" else right
    return _replace(right, first=left.first) if day.form in ("day", "weekday") else None


def _unit_of(pieces: Pieces, left: Expression, right: Expression, gap: str) -> Expression | None:
    """As in "The week of March 6", "the month of May"."""
    if left.form != "unit_alone" or not _is(gap, "of") or right.form not in _UNIT_OF.get(left.unit, ()):
        return None
    if left.unit in ("W", "WE"):
        return _replace(right, first=left.first, unit=left.unit)
    return _replace(right, first=left.first)


_JOINS: tuple[Join, ...] = (
    _part_of_year, _year_before_part, _edge_of, _share, _ended, _range, _clock_and_day, _weekday_and_day, _unit_of,
    _overnight,
)  # fmt: skip


def _stands_alone(pieces: Pieces, expression: Expression) -> bool:
    if expression.form in ("edge", "half"):
        return expression.form == "half" and (expression.year is not None or bool(expression.relation))
    if expression.form == "unit_alone":
        before = pieces.word(expression.first - 1)
        return expression.unit not in ("S", "I", "H", "D", "L", "C") and before in _ALONE_AFTER
    return True
