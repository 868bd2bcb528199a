"""A report and templates in; the report with contradictions, and with clean twins in their places, out."""

import datetime as dt
import random
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bench.contradictions import Template
from sayso.model import Document, Reading, Statement

Values = dict[str, str]
"""What goes into the blanks."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_NAME = re.compile(r"(?:the )?[A-Z][\w'-]*(?: [\w'-]+){0,3}")
_PARAGRAPH_END = re.compile(r"[.!?][”\"’']?(?=\s*(?:\n|\Z))")


class Insertion(NamedTuple):
    """One template filled in twice.

    Attributes:
        template: The template.
        contradiction: Its paragraphs with figures that cannot all be true.
        twin: The same with figures that agree.
    """

    template: Template
    contradiction: tuple[str, ...]
    twin: tuple[str, ...]


class Setting(NamedTuple):
    """What a report lends to the words that are put into it: a place, a speaker and its day."""

    place: str
    speaker: str
    day: dt.date


class Altered(NamedTuple):
    """A report with insertions: the document, and where each insertion's words stand in its text."""

    document: Document
    stretches: tuple[tuple[tuple[int, int], ...], ...]


def find_setting(reading: Reading) -> Setting:
    """The place and the speaker that a report names most often, and its day.

    Raises:
        ValueError: The report has no day.
    """
    if reading.document.published is None:
        raise ValueError(f"expected a dated report, found {reading.document.id} without a day")
    places = Counter(one.place.name for one in reading.statements if one.place is not None)
    hops = [hop for one in reading.statements for hop in one.attribution.chains[0].hops[1:]]
    speakers = Counter(hop.agent for hop in hops if hop.agent and _NAME.fullmatch(hop.agent) and len(hop.agent) < 30)
    return Setting(_most(places, "Dorn Valley"), _most(speakers, "the Red Cross"), reading.document.published)


def fill_in(template: Template, setting: Setting, rng: random.Random) -> Insertion:
    """A template with figures, days, place and speaker, once false and once true."""
    shared = _name_setting(setting, rng)
    false, true = _FORMS[template.form](rng, setting.day)
    first, second = ([words.format(**shared | values) for words in template.paragraphs] for values in (false, true))
    return Insertion(template, tuple(map(_capitalize, first)), tuple(map(_capitalize, second)))


def insert(document: Document, texts: Sequence[tuple[str, ...]], rng: random.Random) -> Altered:
    """Put paragraphs of each insertion at the ends of paragraphs of the report, in order.

    Args:
        document: The report.
        texts: For each insertion its paragraphs; one that opens with ``TITLE`` becomes the headline.
        rng: Chooses the places.
    """
    start, end = document.body
    ends = [match.end() for match in _PARAGRAPH_END.finditer(document.text, start, end)] or [end]
    placed: list[tuple[int, int, int, str]] = []
    title = document.title
    for owner, paragraphs in enumerate(texts):
        told = [words for words in paragraphs if not words.startswith("TITLE")]
        title = next((words.removeprefix("TITLE") for words in paragraphs if words.startswith("TITLE")), title)
        spots = sorted(rng.choice(ends) for _ in told)
        placed += [(spot, owner, order, words) for order, (spot, words) in enumerate(zip(spots, told, strict=True))]
    stretches: list[list[tuple[int, int]]] = [[] for _ in texts]
    pieces, at, length = [], 0, 0
    for spot, owner, _, words in sorted(placed):
        pieces += [document.text[at:spot], " ", words]
        length += spot - at + 1
        stretches[owner].append((length, length + len(words)))
        length, at = length + len(words), spot
    text = "".join([*pieces, document.text[at:]])
    changed = Document(id=document.id, text=text, title=title, publisher=document.publisher, date=document.date)
    return Altered(changed, tuple(map(tuple, stretches)))


def copy_figure(reading: Reading, rng: random.Random) -> tuple[Statement, str, str] | None:
    """A sentence of the report with one of its counts a thousandfold, and as it stands; None where none will do."""
    fit = [one for one in reading.statements if _may_be_copied(one)]
    if not fit:
        return None
    statement = rng.choice(fit)
    passage, figure = statement.passage, statement.figure
    before = passage.exact[: figure.start - passage.start]
    after = passage.exact[figure.end - passage.start :]
    return statement, f"{before}{int(statement.quantity.best or 0) * 1000:,}{after}", passage.exact


def _may_be_copied(statement: Statement) -> bool:
    quantity, words = statement.quantity, statement.passage.exact
    return (
        quantity.bound == "exact"
        and statement.aspect in ("flow", "cumulative", "stock")
        and statement.counted is not None
        and (statement.event is not None or statement.measure is not None)
        and statement.figure.exact.replace(",", "").isdigit()
        and len(statement.figure.exact.rstrip("0,").replace(",", "")) > 1
        and "\n" not in words
        and words.endswith(".")
    )


def _most(counts: Counter[str], otherwise: str) -> str:
    return min(counts, key=lambda name: (-counts[name], name)) if counts else otherwise


def _capitalize(words: str) -> str:
    return words if words.startswith("TITLE") else words[:1].upper() + words[1:]


def _name_setting(setting: Setting, rng: random.Random) -> Values:
    first, second, third = sorted(rng.sample(range(12), 3))
    year = setting.day.year - 1
    who = setting.speaker
    return {
        "place": setting.place, "who": who, "Who": who[:1].upper() + who[1:], "year": str(year),
        "m1": f"{_MONTHS[first]} {year}", "m2": f"{_MONTHS[second]} {year}", "m3": f"{_MONTHS[third]} {year}",
        "d1": _name_day(setting.day - dt.timedelta(days=25)), "d2": _name_day(setting.day - dt.timedelta(days=8)),
    }  # fmt: skip


def _name_day(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _draw_count(rng: random.Random, low: int = 41, high: int = 880) -> int:
    """A count that is not round."""
    value = rng.randrange(low, high)
    return value if value % 10 else value + rng.randrange(1, 9)


def _word(**numbers: float) -> Values:
    return {name: f"{round(value):,}" for name, value in numbers.items()}


_Pair = tuple[Values, Values]


def _draw_rise(rng: random.Random, _: dt.date) -> _Pair:
    a = _draw_count(rng)
    return _word(a=a, b=a * rng.uniform(0.5, 0.85)), _word(a=a, b=a * rng.uniform(1.1, 1.6))


def _draw_part(rng: random.Random, _: dt.date) -> _Pair:
    a = _draw_count(rng)
    return _word(a=a, b=a * rng.uniform(1.15, 1.8)), _word(a=a, b=a * rng.uniform(0.2, 0.8))


def _draw_three(rng: random.Random, _: dt.date) -> _Pair:
    parts = {name: _draw_count(rng, 12, 200) for name in "bcd"}
    return _word(a=sum(parts.values()) * _draw_miss(rng), **parts), _word(a=sum(parts.values()), **parts)


def _draw_two(rng: random.Random, _: dt.date) -> _Pair:
    parts = {name: _draw_count(rng, 12, 300) for name in "bc"}
    return _word(a=sum(parts.values()) * _draw_miss(rng), **parts), _word(a=sum(parts.values()), **parts)


def _draw_miss(rng: random.Random) -> float:
    return rng.choice((rng.uniform(0.75, 0.9), rng.uniform(1.1, 1.3)))


def _draw_share(rng: random.Random, _: dt.date) -> _Pair:
    a = _draw_count(rng)
    b = round(a * rng.uniform(0.3, 0.6))
    percent = round(100 * b / a)
    off = percent + rng.choice((-1, 1)) * rng.randrange(12, 28)
    return _word(a=a, b=b, p=off), _word(a=a, b=b, p=percent)


def _draw_percent(rng: random.Random, _: dt.date) -> _Pair:
    a = _draw_count(rng)
    b = round(a * rng.uniform(1.2, 1.9))
    percent = 100 * (b - a) / a
    return _word(a=a, b=b, p=percent * rng.uniform(1.6, 2.5)), _word(a=a, b=b, p=percent)


def _draw_percent_fall(rng: random.Random, _: dt.date) -> _Pair:
    a = _draw_count(rng)
    b = round(a * rng.uniform(0.4, 0.75))
    percent = 100 * (a - b) / a
    return _word(a=a, b=b, p=percent * rng.uniform(0.3, 0.6)), _word(a=a, b=b, p=percent)


def _draw_levels(rng: random.Random, _: dt.date) -> _Pair:
    a = _draw_count(rng)
    c = _draw_count(rng, 30, 400)
    return _word(a=a, b=a + c, c=c * rng.uniform(1.4, 2.2)), _word(a=a, b=a + c, c=c)


def _draw_times(low: float, high: float, right: float) -> Callable[[random.Random, dt.date], _Pair]:
    def draw(rng: random.Random, _: dt.date) -> _Pair:
        a = 2 * _draw_count(rng)
        return _word(a=a, b=a * rng.uniform(low, high)), _word(a=a, b=a * right)

    return draw


def _draw_fall(rng: random.Random, _: dt.date) -> _Pair:
    a = _draw_count(rng)
    return _word(a=a, b=a * rng.uniform(1.2, 2)), _word(a=a, b=a * rng.uniform(0.4, 0.8))


def _draw_rate(rng: random.Random, day: dt.date) -> _Pair:
    days = rng.randrange(5, 16)
    each = _draw_count(rng, 12, 90)
    last = day - dt.timedelta(days=25 - days + 1)
    shared = {"n": str(days), "e1": _name_day(last), **_word(b=each)}
    return shared | _word(a=each * days * rng.uniform(1.5, 3)), shared | _word(a=each * days)


def _draw_record(rng: random.Random, _: dt.date) -> _Pair:
    b = _draw_count(rng, 400, 4000)
    return _word(a=b * rng.uniform(1.2, 1.9), b=b), _word(a=b * rng.uniform(0.4, 0.8), b=b)


def _draw_record_low(rng: random.Random, _: dt.date) -> _Pair:
    b = _draw_count(rng, 400, 4000)
    return _word(a=b * rng.uniform(0.4, 0.8), b=b), _word(a=b * rng.uniform(1.2, 1.9), b=b)


def _draw_same(rng: random.Random, _: dt.date) -> _Pair:
    a = _draw_count(rng)
    return _word(a=a, b=a * rng.uniform(1.25, 2.5)), _word(a=a, b=a)


def _draw_slip(rng: random.Random, _: dt.date) -> _Pair:
    tenths = _draw_count(rng, 12, 95)
    small, large = f"{tenths * 100:,}", f"{tenths / 10} million"
    return {"a": large, "b": small}, {"a": large, "b": f"{tenths * 100_000:,}"}


def _draw_order(rng: random.Random, day: dt.date) -> _Pair:
    first, last = (_name_day(day - dt.timedelta(days=days)) for days in sorted(rng.sample(range(5, 40), 2))[::-1])
    values = _word(a=_draw_count(rng))
    return values | {"d1": last, "d2": first}, values | {"d1": first, "d2": last}


def _draw_past(rng: random.Random, day: dt.date) -> _Pair:
    values = _word(a=_draw_count(rng))
    ahead, behind = (day + sign * dt.timedelta(days=rng.randrange(20, 60)) for sign in (1, -1))
    return values | {"D1": f"{_name_day(ahead)} {ahead.year}"}, values | {"D1": f"{_name_day(behind)} {behind.year}"}


def _draw_months(rng: random.Random, _: dt.date) -> _Pair:
    parts = {name: _draw_count(rng, 300, 3000) for name in "bc"}
    total = sum(parts.values())
    return _word(a=total * rng.uniform(0.6, 0.85), **parts), _word(a=total * rng.uniform(1.3, 3), **parts)


_FORMS: Mapping[str, Callable[[random.Random, dt.date], _Pair]] = {
    "rise": _draw_rise, "part": _draw_part, "three": _draw_three, "two": _draw_two, "share": _draw_share,
    "percent": _draw_percent, "percentfall": _draw_percent_fall, "levels": _draw_levels,
    "double": _draw_times(2.6, 3.5, 2), "triple": _draw_times(1.4, 2.2, 3), "halve": _draw_times(0.7, 0.9, 0.5),
    "quadruple": _draw_times(1.8, 2.8, 4), "quarter": _draw_times(0.42, 0.6, 0.25), "low": _draw_record_low,
    "fell": _draw_fall, "rate": _draw_rate, "record": _draw_record, "same": _draw_same, "slip": _draw_slip,
    "order": _draw_order, "spell": _draw_order, "past": _draw_past, "months": _draw_months,
}  # fmt: skip
"""How the figures of each form are drawn: first those that contradict each other, then those that agree."""
