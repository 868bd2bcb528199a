"""A finding and its statements in; a drawing of the clash out, as SVG that needs nothing else on the page.

Above, where the figures are about different times: a lane a figure on a time axis, its bar shaped by its aspect. Below:
what each side makes of the quantity on a value axis, and the gap between them. Nothing is told by colour alone.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from sayso.display.findings import format_factor, name_statements
from sayso.display.time_axis import LEFT as _LEFT
from sayso.display.time_axis import RIGHT as _RIGHT
from sayso.display.time_axis import TimeAxis, find_stretch, make_time_axis
from sayso.display.wording import PERIODS, describe_aspect, describe_figure, describe_interval, format_number, squeeze
from sayso.model import Finding, Side, Statement

WIDTH = 360
"""Units across: about the pixels of a phone, so that letters keep their size there."""

_LANE = 42
_BAR = 13
_LETTER, _SMALL_LETTER, _SPACE = 7.3, 6.5, 8
"""Width of a letter in a wide font, of the two sizes drawn, and what is left free between two texts."""

_LEAST_BAR = 4
_LEAST_TOOTH, _TOOTH = 5, 7
"""The narrowest tooth that stands for a period of its own, and the width of teeth where periods are narrower."""

_DAYS = {"P1D": 1.0, "P1W": 7.0, "P2W": 14.0, "P1M": 30.44, "P3M": 91.3, "P1Y": 365.25, "P10Y": 3652.5}
_NEAR = 1.25
"""Sides closer than this are drawn on a cut axis: from nought on, the gap could not be seen."""

_POINTS = ("as_of",)


class Part(NamedTuple):
    """A piece of the drawing: its height, its elements with y counted from its own top, and itself in words."""

    height: float
    elements: tuple[str, ...]
    words: str


class Scale(NamedTuple):
    """A value axis: where its left end stands, how many units a value takes, whether it starts beyond nought."""

    low: float
    per_value: float
    is_cut: bool

    def at(self, value: float) -> float:
        """The x of a value."""
        return _LEFT + (value - self.low) * self.per_value


def draw_clash(
    finding: Finding, statements: Mapping[str, Statement], labels: Mapping[str, str], *, number: int
) -> str | None:
    """The drawing of a finding.

    Args:
        finding: The finding.
        statements: Its statements by id; those absent are left out.
        labels: The name to draw for each statement id.
        number: The number of the finding on its page, for ids of its own.

    Returns:
        An ``svg`` element with title and description; None when there is neither a time nor a number to draw. The same
        finding always gives the same bytes.
    """
    names = name_statements(finding, labels)
    known = [statements[name] for name in finding.statements if name in statements]
    axis = make_time_axis(known)
    parts = []
    if axis is not None:
        parts += [_draw_lanes(known, names, axis, _find_band(finding, statements, axis))]
    if finding.kind != "dates" and (sides := [side for side in finding.sides if not _is_open(side)]):
        parts.append(_draw_sides(sides, names, finding.factor))
    return _wrap(parts, number, finding) if parts else None


def _wrap(parts: Sequence[Part], number: int, finding: Finding) -> str:
    lines = []
    height = 4.0
    for part in parts:
        lines.append(f'<g transform="translate(0 {_n(height)})">{"".join(part.elements)}</g>')
        height += part.height
    title = f"Picture of finding {number}"
    words = squeeze(" ".join([*(part.words for part in parts), finding.sentence]))
    return (
        f'<svg class="clash" viewBox="0 0 {WIDTH} {_n(height + 4)}" role="img" '
        f'aria-labelledby="clash-{number}-title clash-{number}-words">'
        f'<title id="clash-{number}-title">{title}</title><desc id="clash-{number}-words">{escape(words)}</desc>'
        f"{''.join(lines)}</svg>"
    )


def _draw_lanes(
    statements: Sequence[Statement], names: Mapping[str, str], axis: TimeAxis, band: tuple[float, float] | None
) -> Part:
    bottom = _LANE * len(statements) + 2
    elements = []
    if band is not None:
        elements.append(f'<rect class="band" {_box(band[0], 0, band[1] - band[0], bottom)}/>')
    for tick in axis.ticks:
        x = axis.at(tick.day)
        anchor = "start" if x < _LEFT + 12 else "end" if x > _RIGHT - 24 else "middle"
        elements.append(f'<path class="grid" d="M{_n(x)} 0V{_n(bottom + 4)}"/>')
        elements.append(_text(x, bottom + 16, tick.words, "small", anchor))
    told = []
    for position, statement in enumerate(statements):
        elements += _draw_lane(statement, names[statement.id], axis, position * _LANE)
        when = describe_interval(statement.interval) or "no time stated"
        told.append(f"{names[statement.id]} {describe_figure(statement)}: {describe_aspect(statement)}, {when}.")
    elements.append(f'<path class="axis" d="M{_LEFT} {_n(bottom)}H{_RIGHT}"/>')
    return Part(bottom + 34, tuple(elements), " ".join(told))


def _draw_lane(statement: Statement, name: str, axis: TimeAxis, top: float) -> list[str]:
    when = _cut(_name_time(statement), 20)
    room = (_RIGHT - _LEFT - _SPACE - _SMALL_LETTER * len(when)) / _LETTER
    figure = _cut(f"{name} {describe_figure(statement)}", int(room))
    elements = [_text(_LEFT, top + 13, figure, "name"), _text(_RIGHT, top + 13, when, "small", "end")]
    stretch = find_stretch(statement)
    if stretch is None:
        return elements
    hollow = " hollow" if is_hedged(statement) else ""
    start, end = axis.limit(stretch.start), axis.limit(stretch.end)
    period = _DAYS.get(statement.per or "", 0) * (_RIGHT - _LEFT) / (axis.end - axis.start)
    tooth = period if period >= _LEAST_TOOTH else _TOOTH
    shape = _draw_point(end, top + 19) if _is_point(statement) else _draw_bar(statement, start, end, top + 19, tooth)
    elements.append(f'<path class="bar b-{statement.quantity.bound}{hollow}" d="{shape}"/>')
    return elements


def _name_time(statement: Statement) -> str:
    interval = statement.interval
    if interval is not None and interval.kind == "habitual" and interval.as_written:
        return squeeze(interval.as_written)
    return describe_interval(interval) or "no time stated"


def is_hedged(statement: Statement) -> bool:
    """Whether a bar is drawn hollow: the words weaken the figure, or somebody does."""
    return bool(statement.hedges) or statement.modality != "asserted"


def _is_point(statement: Statement) -> bool:
    return statement.interval is not None and (statement.aspect == "stock" or statement.interval.kind in _POINTS)


def _draw_point(x: float, top: float) -> str:
    half = _BAR / 2
    x = min(max(x, _LEFT + half), _RIGHT - half)
    return (
        f"M{_n(x - half)} {_n(top + half)}L{_n(x)} {_n(top)}L{_n(x + half)} {_n(top + half)}L{_n(x)} {_n(top + _BAR)}Z"
    )


def _draw_bar(statement: Statement, start: float, end: float, top: float, tooth: float) -> str:
    """The outline of a bar: a wedge for a total that grows, teeth for a rate, a block for all else."""
    if end - start < _LEAST_BAR:
        middle = min(max((start + end) / 2, _LEFT + _LEAST_BAR / 2), _RIGHT - _LEAST_BAR / 2)
        start, end = middle - _LEAST_BAR / 2, middle + _LEAST_BAR / 2
    bottom = top + _BAR
    if statement.aspect == "cumulative":
        return f"M{_n(start)} {_n(bottom)}L{_n(end)} {_n(top)}V{_n(bottom)}Z"
    if statement.aspect != "rate":
        return f"M{_n(start)} {_n(bottom)}V{_n(top)}H{_n(end)}V{_n(bottom)}Z"
    teeth = max(1, round((end - start) / tooth))
    pitch = (end - start) / teeth
    gap = min(4.0, pitch / 3)  # the outline of a tooth takes a part of it
    lefts = [start + pitch * number for number in range(teeth)]
    return "".join(f"M{_n(x)} {_n(bottom)}V{_n(top)}H{_n(x + pitch - gap)}V{_n(bottom)}Z" for x in lefts)


def _find_band(finding: Finding, statements: Mapping[str, Statement], axis: TimeAxis) -> tuple[float, float] | None:
    """The days that every side speaks about: where the clash is."""
    start, end = axis.start, axis.end
    for side in finding.sides:
        stretches = [find_stretch(statements[name]) for name in side.statements if name in statements]
        known = [stretch for stretch in stretches if stretch is not None]
        if not known:
            return None
        start = max(start, min(stretch.start for stretch in known))
        end = min(end, max(stretch.end for stretch in known))
    if start >= end or (start, end) == (axis.start, axis.end):
        return None
    left, right = axis.limit(start), axis.limit(end)
    spare = max(0.0, _LEAST_BAR + 2 - (right - left)) / 2
    return left - spare, right + spare


def _draw_sides(sides: Sequence[Side], names: Mapping[str, str], factor: float | None) -> Part:
    ends = [float(value) for side in sides for value in (side.low, side.high) if value is not None]
    scale = _make_scale(ends, has_open_end=any(side.high is None for side in sides))
    gap = _find_gap(sides)
    bottom = _LANE * len(sides) + 2
    elements: list[str] = []
    if gap is not None:
        elements += _draw_gap(scale.at(gap[0]), scale.at(gap[1]), bottom, factor)
    told = []
    for position, side in enumerate(sides):
        top = position * _LANE
        who = " ".join(names[name] for name in side.statements)
        words = f"{who} {_word_range(side)}"
        elements.append(_text(_LEFT, top + 13, _cut(words, int((_RIGHT - _LEFT) / _LETTER)), "name"))
        elements.append(_draw_range(side, scale, top + 19))
        told.append(f"{words}.")
    elements.append(f'<path class="axis" d="M{_LEFT} {_n(bottom)}H{_RIGHT}"/>')
    if scale.is_cut:  # two strokes across the axis, the sign that it does not start at nought
        elements.append(f'<path class="axis" d="M13 {_n(bottom + 4)}l4 -8M18 {_n(bottom + 4)}l4 -8"/>')
    else:
        elements.append(_text(scale.at(0), bottom + 16, "0", "small", "start" if scale.low == 0 else "middle"))
    return Part(bottom + 34, tuple(elements), " ".join(told))


def _make_scale(ends: Sequence[float], *, has_open_end: bool) -> Scale:
    least, most = min(ends), max(ends)
    is_cut = least > 0 and most < least * _NEAR and most > least
    low = least - (most - least) * 1.5 if is_cut else min(0.0, least * 1.15)
    high = most + (most - low) * (0.3 if has_open_end else 0.08)
    if high <= low:
        high = low + 1
    return Scale(low, (_RIGHT - _LEFT) / (high - low), is_cut)


def _find_gap(sides: Sequence[Side]) -> tuple[float, float] | None:
    """What no side reaches: from the most of the one that allows least to the least of the one that needs most."""
    highs = [float(side.high) for side in sides if side.high is not None]
    lows = [float(side.low) for side in sides if side.low is not None]
    return (min(highs), max(lows)) if highs and lows and min(highs) < max(lows) else None


def _draw_gap(left: float, right: float, bottom: float, factor: float | None) -> list[str]:
    right = max(right, left + 2)
    edges = f'<path class="edge" d="M{_n(left)} 0V{_n(bottom + 6)}M{_n(right)} 0V{_n(bottom + 6)}"/>'
    words = "gap" if factor is None else f"×{format_factor(factor)}"
    middle = (left + right) / 2
    anchor = "start" if middle < _LEFT + 30 else "end" if middle > _RIGHT - 30 else "middle"
    x = left if anchor == "start" else right if anchor == "end" else middle
    return [
        f'<rect class="gap" {_box(left, 0, right - left, bottom)}/>{edges}',
        f'<path class="span" d="M{_n(left)} {_n(bottom + 6)}H{_n(right)}"/>',
        _text(x, bottom + 20, f"clash {words}", "alarm", anchor),
    ]


def _draw_range(side: Side, scale: Scale, top: float) -> str:
    """A bar from the least to the most; an open end points on, and the end that is known has a stop."""
    start = _LEFT if side.low is None else scale.at(float(side.low))
    end = _RIGHT if side.high is None else scale.at(float(side.high))
    if end - start < _LEAST_BAR / 2:
        end = start + _LEAST_BAR / 2
    bottom, middle, point = top + _BAR, top + _BAR / 2, min(7.0, (end - start) / 2)
    tip_right = f"H{_n(end - point)}L{_n(end)} {_n(middle)}L{_n(end - point)} {_n(bottom)}"
    tip_left = f"H{_n(start + point)}L{_n(start)} {_n(middle)}L{_n(start + point)} {_n(top)}Z"
    is_open_left = side.low is None and scale.low < 0  # what is counted does not go below nought
    outline = f"M{_n(start + point if is_open_left else start)} {_n(top)}"
    outline += tip_right if side.high is None else f"H{_n(end)}V{_n(bottom)}"
    outline += tip_left if is_open_left else f"H{_n(start)}Z"
    stops = [_n(x) for x, value in ((start, side.low), (end, side.high)) if value is not None]
    stop = "".join(f"M{x} {_n(top - 3)}V{_n(bottom + 3)}" for x in stops)
    return f'<path class="reach" d="{outline}"/><path class="stop" d="{stop}"/>'


def _word_range(side: Side) -> str:
    if side.low is None:
        return f"at most {_number(side.high)}"
    if side.high is None:
        return f"at least {_number(side.low)}"
    return _number(side.low) if side.low == side.high else f"{_number(side.low)} to {_number(side.high)}"


def _number(value: int | float | None) -> str:
    return "" if value is None else format_number(round(value, 4) if isinstance(value, float) else value)


def _is_open(side: Side) -> bool:
    return side.low is None and side.high is None


def list_shapes(statements: Sequence[Statement]) -> list[str]:
    """What the shapes of the lanes mean, only those that are drawn; empty when there are no lanes."""
    if make_time_axis(statements) is None:
        return []
    drawn = [statement for statement in statements if find_stretch(statement) is not None]
    shapes = []
    if any(_is_point(statement) for statement in drawn):
        shapes.append("diamond: on that day")
    bars = [statement for statement in drawn if not _is_point(statement)]
    if any(statement.aspect == "cumulative" for statement in bars):
        shapes.append("wedge: a total that grows")
    for per in dict.fromkeys(statement.per for statement in bars if statement.aspect == "rate"):
        shapes.append(f"teeth: so many a {PERIODS.get(per or '', 'period')}")
    if any(statement.aspect not in ("cumulative", "rate") for statement in bars):
        shapes.append("block: within that time")
    return [*shapes, "hollow: hedged"] if any(map(is_hedged, drawn)) else shapes


def _text(x: float, y: float, words: str, kind: str, anchor: str = "start") -> str:
    return f'<text class="{kind}" x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}">{escape(squeeze(words))}</text>'


def _box(x: float, y: float, width: float, height: float) -> str:
    return f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'


def _cut(words: str, letters: int) -> str:
    return words if len(words) <= letters else f"{words[: letters - 1].rstrip()}…"


def _n(value: float) -> str:
    """A coordinate to a tenth, always written the same way."""
    text = f"{value:.1f}"
    return "0" if text == "-0.0" else text.removesuffix(".0")
