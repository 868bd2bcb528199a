"""Pieces in, expressions out: the longest rule at each place, then neighbours joined into larger expressions."""

import re

from sayso.reading.periods import rules_dates, rules_lengths
from sayso.reading.periods.expressions import Expression, classes
from sayso.reading.periods.joins import join
from sayso.reading.periods.pieces import Pieces

_RULES = (*rules_dates.RULES, *rules_lengths.RULES)
_ALL = re.compile(
    "".join(
        f"(?:(?=({_unnamed})))?" for _unnamed in (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in _RULES)
    )
)
"""Every rule tried at one place in one call; group n holds what rule n matched."""
_STRONG = (
    "units|set|weekday|weekdays|month|season|day_word|tonight|ref|decadew|noon|maymonth|fall|wabbr|year|frac|ordn|compact|"
    "clock|decade|yearpair|christmas|new|thanksgiving|easter|then"
)
_WEAK = (
    "the|a|this|current|that|same|last|past|previous|next|following|latest|every|per|early|mid|late|earlier|later|aged|"
    "beginning|middle|end|recent|vague|another|fiscal|unit|century|yearw|quarterw|future_ref|num|ord|quarter_letter|"
    "half_letter|day|digit|half"
)
"""Pieces that begin an expression only with something of time behind them: most of "the", "a" and numbers do not."""
_STARTS = re.compile(
    classes(
        f"<{_STRONG}>|<current|recent>|<{_WEAK}>(?=.)(?!<word|ed|pastverb|speech|future|comma|stop|break|close|open|colon|money|on|at|by>)"
        "|<to>(?=<date_word>)"
    )
)


def find_expressions(pieces: Pieces) -> list[Expression]:
    """The time expressions, in text order, without overlaps."""
    found: list[Expression] = []
    letters, place = pieces.classes, 0
    while start := _STARTS.search(letters, place):
        place = start.start()
        expression = _longest_at(pieces, place)
        if expression is None:
            place += 1
        else:
            found.append(expression)
            place = expression.last
    return join(pieces, found)


def _longest_at(pieces: Pieces, place: int) -> Expression | None:
    match = _ALL.match(pieces.classes, place)
    if match is None or match.lastindex is None:
        return None
    ends = [(-end, number) for number, (_, end) in enumerate(match.regs) if number and end > place]
    for _, number in sorted(ends):
        rule = _RULES[number - 1]
        matched = rule.pattern.match(pieces.classes, place)
        if matched is not None and (expression := rule.build(pieces, matched)) is not None:
            return expression
    return None
