"""An expression put on the calendar: its TIMEX3 value and its slot, counted from an anchor where it is relative."""

from sayso.reading.periods import resolve_dates, resolve_relative
from sayso.reading.periods.calendar import day_slot, edge_slot
from sayso.reading.periods.expressions import Expression, iso_duration
from sayso.reading.periods.meaning import Anchors, Resolved, dated


def resolve(expression: Expression, anchors: Anchors) -> Resolved:
    """The meaning of an expression that is not a range or a share of a longer period."""
    resolved = _RESOLVERS[expression.form](expression, anchors)
    if expression.edge and resolved.slot is not None and resolved.slot.start is not None:
        slot = edge_slot(resolved.slot, expression.edge)
        value = slot.edtf if expression.text == "day" else resolved.value
        return resolved._replace(slot=slot, value=value, others=())
    return resolved


def _clock(expression: Expression, anchors: Anchors) -> Resolved:
    if expression.children:
        day = resolve(expression.children[0], anchors)
        value = day.value.partition("T")[0]
        return Resolved("TIME", f"{value}T{expression.text}", day.slot, day.anchor, day.others)
    if anchors.day is not None:
        return Resolved("TIME", f"{anchors.day.value}T{expression.text}", anchors.day, "told")
    day_text = anchors.published.isoformat() if anchors.published else "XXXX-XX-XX"
    return Resolved("TIME", f"{day_text}T{expression.text}")


def _length(expression: Expression, anchors: Anchors) -> Resolved:
    return Resolved("DURATION", iso_duration(expression.amount, expression.unit))


def _set(expression: Expression, anchors: Anchors) -> Resolved:
    if expression.weekday is not None:
        part = f"T{expression.daypart}" if expression.daypart else ""
        return Resolved("SET", f"XXXX-WXX-{expression.weekday + 1}{part}")
    if expression.month is not None:
        return Resolved("SET", f"XXXX-{expression.month:02d}")
    if expression.daypart:
        return Resolved("SET", f"XXXX-XX-XXT{expression.daypart}")
    return Resolved("SET", expression.text)


def _reference(expression: Expression, anchors: Anchors) -> Resolved:
    if expression.relation == "then" and anchors.told is not None:
        return dated(anchors.told, "told", "")
    if expression.relation == "to date" and anchors.published is not None:
        return Resolved("DATE", expression.text, day_slot(anchors.published), "published")
    return Resolved("DATE", expression.text)


_RESOLVERS = {
    **resolve_dates.RESOLVERS, **resolve_relative.RESOLVERS,
    "clock": _clock, "length": _length, "set": _set, "reference": _reference,
}  # fmt: skip
