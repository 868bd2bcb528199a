"""Rules for calendar dates: days, months, years, decades, quarters, seasons, and words such as "last week"."""

import re

from sayso.reading.periods.expressions import (
    AMOUNT,
    NUMBER,
    UNIT,
    UNITS_,
    Expression,
    Rule,
    classes,
    read_amount,
    read_ordinal,
    read_unit,
)
from sayso.reading.periods.pieces import LETTER, Pieces
from sayso.reading.periods.vocabulary import (
    COUNT_WORDS,
    DAYPARTS,
    DECADES,
    MONTHS,
    NOT_COUNTED_BY_YEARS,
    NUMBERS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

Match = re.Match[str]

EDGES = {
    "early": "START", "mid": "MID", "middle": "MID", "late": "END", "end": "LAST", "earlier": "", "later": "",
}  # fmt: skip
_EDGE = "(?:<=edge:<early|mid|late|earlier|later>)<hyphen>?)?"
_EDGE_OR_END = "(?:<=edge:<early|mid|late|earlier|later|end>)<hyphen>?)?"
_MONTH = "(?:<month|maymonth>(?:<dot>(?=<day|ordn|year|comma>))?)"
_DAY = "(?:<day|ordn>|<num><hyphen>?<ord>|<ord>)"
_WEEKDAY = "(?:<=w:<weekday|wabbr>)<dot>?<comma>?(?:<the>)?)?"
_JOIN = "<hyphen|to|through|until|and|slash>"
_JOIN_OR_LIST = f"(?:{_JOIN}|(?:<comma><day>){{1,5}}<comma>?<and>(?=<day>(?!<word|ed|pastverb>)))"  # "May 4, 5 and 6"
_YEAR = "(?:<comma|of>?<=y:<year>))?"
_RELATION = "<this|current|that|same|last|past|previous|next|following|latest>"
_YEAR_SIGNALS = frozenset(
    LETTER[name]
    for name in "in since by until from to of during before after for between through the early mid late fiscal yearw "
    "open month maymonth season fall and or hyphen slash this that poss within over begin ended a comma".split()
)
_LOWER = re.compile(r"[a-z]")


def _edge(pieces: Pieces, match: Match) -> str:
    return EDGES[pieces.word(match.start("edge"))] if match.group("edge") else ""


def _year(pieces: Pieces, match: Match) -> int | None:
    return int(pieces.word(match.start("y"))) if match.group("y") else None


def _is_counted(pieces: Pieces, position: int) -> bool:
    """Whether the noun after a number at ``position - 1`` is something that numbers count."""
    word = pieces.word(position)
    return word in NOT_COUNTED_BY_YEARS or (word[:1].islower() and pieces.word(position + 1) in NOT_COUNTED_BY_YEARS)


def _numeric(pieces: Pieces, match: Match) -> Expression:
    return Expression(form="numeric", first=match.start(), last=match.end(), text=pieces.word(match.start()))


def _day(pieces: Pieces, match: Match) -> Expression | None:
    first, last = match.span()
    year = _year(pieces, match)
    day = _read_day(pieces, *match.span("d"))
    if day is None or not 1 <= day <= 31 or (year is None and _is_counted(pieces, last)):
        return None
    if year is not None and _is_counted(pieces, last):
        year, last = None, match.start("y")
        while pieces.word(last - 1) in (",", "of"):
            last -= 1
    weekday = WEEKDAYS[pieces.word(match.start("w"))] if match.group("w") else None
    month = MONTHS[pieces.word(match.start("m"))]
    if pieces.word(first) == "the" and match.start("m") < match.start("d"):
        first += 1  # "the Oct. 7 attack" is marked without its article
    relation = pieces.word(match.start("rel")) if match.group("rel") else ""
    return Expression(
        form="day", first=first, last=last, year=year, month=month, day=day, weekday=weekday, relation=relation
    )


def _read_day(pieces: Pieces, start: int, end: int) -> int | None:
    word = pieces.word(start)
    return int(word) if word.isdigit() else read_ordinal(pieces, start, end)


def _day_range(pieces: Pieces, match: Match) -> Expression | None:
    if _is_counted(pieces, match.end()) or pieces.word(match.end()) in UNITS:
        return None
    year, month = _year(pieces, match), MONTHS[pieces.word(match.start("m"))]
    days = [_read_day(pieces, *match.span(name)) for name in ("d", "e")]
    if any(day is None or not 1 <= day <= 31 for day in days):
        return None
    spans = [match.span("d"), match.span("e")]
    if match.start("m") < match.start("d"):
        spans = [(match.start("m"), match.end("d")), (match.start("e"), match.end())]
    else:
        spans[1] = (match.start("e"), match.end())
    children = tuple(
        Expression(form="day", first=start, last=end, year=year, month=month, day=day)
        for day, (start, end) in zip(days, spans, strict=True)
    )
    return Expression(form="range", first=match.start(), last=match.end(), year=year, children=children)


def _month(pieces: Pieces, match: Match) -> Expression | None:
    first, last = match.span()
    year = _year(pieces, match)
    position = match.start("m")
    if year is not None and year % 50 == 0 and _is_counted(pieces, last):  # "in May 2000 people fled"
        year, last = None, match.end("m")
    is_marked = year is not None or match.group("edge") or match.group("rel")
    if not is_marked and not _is_month(pieces, position):
        return None
    relation = pieces.word(match.start("rel")) if match.group("rel") else ""
    month = MONTHS[pieces.word(position)]
    edge = _edge(pieces, match)
    if pieces.word(first) == "the" and not edge and not relation:
        first += 1
    return Expression(form="month", first=first, last=last, month=month, year=year, relation=relation, edge=edge)


def _is_month(pieces: Pieces, position: int) -> bool:
    """Whether a month's name alone is a month: not a first name ("Jan Novak"), not "may" at the start of a sentence."""
    word, before, after = pieces.word(position), pieces.word(position - 1), pieces.words[position + 1 : position + 2]
    is_name = bool(after) and after[0][:1].isupper() and word in ("jan", "april", "june", "august", "may")
    if is_name and before not in ("in", "since", "by", "until", "during", "from"):
        return False
    if before in _MONTH_SIGNALS or pieces.word(position + 1) in ("and", "to", "through", "-", "–"):
        return True
    if pieces.classes[position] == LETTER["month"]:
        return True
    is_noun_next = bool(after) and after[0][:1].islower() and after[0].strip() not in ("on", "of", "for", "to", "in")
    return before == "the" and is_noun_next


_MONTH_SIGNALS = frozenset("in since by until till from to through of during before after and or between for".split())


def _bare_year(pieces: Pieces, match: Match) -> Expression | None:
    first, last = match.span()
    position = match.start("y")
    year = int(pieces.word(position))
    is_marked = match.group("edge") or match.group("mark")
    if not is_marked and not _reads_as_year(pieces, position, year):
        return None
    if not is_marked:
        first = position  # "the 2010 earthquake" is marked without its article
    is_named = not is_marked and pieces.word(position - 1) in ("the", "a") and pieces.word(last)[:1].isalpha()
    return Expression(
        form="year", first=first, last=last, year=year, edge=_edge(pieces, match), text="named" if is_named else ""
    )


def _reads_as_year(pieces: Pieces, position: int, year: int) -> bool:
    """Whether a bare number of four digits is a year: cues before it, no counted noun or unit after it."""
    before, after = pieces.word(position - 1), pieces.word(position + 1)
    if before in COUNT_WORDS and pieces.word(position - 2) not in ("in", "since", "from", "until"):
        earlier = pieces.word(position - 2)
        is_year = pieces.classes[position - 2 : position - 1] == LETTER["year"]
        return before == "to" and (is_year or earlier in ("dating", "dates", "dated", "back", "prior"))
    if before in ("$", "£", "€", "#") or after in ("%", "°") or after in UNITS or after in NUMBERS or after == "°":
        return False
    before_class = pieces.classes[position - 1] if position else LETTER["break"]
    signalled = before_class in _YEAR_SIGNALS and before not in (
        "the",
        "a",
        "an",
        "of",
        ",",
        "and",
        "or",
        "for",
        "over",
    )
    if _is_counted(pieces, position + 1):
        return signalled and before in ("in", "since", "by", "until", "from", "during", "before", "after")
    if year < 1700:
        return signalled and before in ("in", "since", "by", "until", "from", "during", "before", "after")
    if before_class in _YEAR_SIGNALS or before in ("its", "his", "her", "their", "our", "both", "due"):
        return True
    if not after or after[0] in ".,;:)]?!'’—–-/(" or pieces.classes[position + 1] == LETTER["break"]:
        return year >= 1900 and not before.endswith("ed")
    if year >= 1900 and (pieces.words[position + 1][:1].isupper() or _is_singular(after)):
        return True
    return 1990 <= year <= 2035 and year % 50 != 0 and after.endswith("s") and after not in _NO_NOUNS  # "2014 floods"


def _is_singular(word: str) -> bool:
    """Whether a word after a number can only be a singular noun, which a number above one does not count."""
    return word.isalpha() and len(word) > 3 and not word.endswith(("s", "ed", "ing", "ly")) and word not in _NO_NOUNS


_NO_NOUNS = frozenset(
    "were have been that which with from into this than then when while where what they them their there will "
    "would could should might must since until after before about over under more most some many much each "
    "every other such also just was is has does this thus always perhaps only even still again away back down "
    "left lost fell took went came found across around near next".split()
)


def _year_range(pieces: Pieces, match: Match) -> Expression | None:
    first, last = match.span()
    start = int(pieces.word(match.start("y")))
    position = match.start("z")
    word = pieces.word(position)
    if not word.isdigit():  # "1999-7.7" is no range of years
        return None
    end = int(word) if len(word) == 4 else start // 100 * 100 + int(word)
    if len(word) < 2 or not 0 < end - start <= 150 or _is_counted(pieces, last) or pieces.word(last) in UNITS:
        return None
    if pieces.word(match.start("y") - 1) in COUNT_WORDS or pieces.classes[last : last + 1] == LETTER["hyphen"]:
        return None
    children = (
        Expression(form="year", first=first, last=match.start("y") + 1, year=start),
        Expression(form="year", first=position, last=last, year=end),
    )
    return Expression(form="range", first=first, last=last, children=children, year=start)


def _year_pair(pieces: Pieces, match: Match) -> Expression | None:
    start, end = pieces.word(match.end() - 1).split("/")
    if int(end) != (int(start) + 1) % 100 or not 1500 <= int(start) <= 2098:
        return None
    return Expression(form="years", first=match.start(), last=match.end(), year=int(start), amount=2)


def _word_year(pieces: Pieces, match: Match) -> Expression | None:
    words = [pieces.word(position) for position in range(*match.span("n"))]
    values = [NUMBERS[word] for word in words if word in NUMBERS]  # the rest are hyphens of any kind
    if values[0] in (17, 18, 19, 20) and values[1] in range(10, 100):
        year = values[0] * 100 + sum(values[1:])
        is_year = len(values) == 2 or (len(values) == 3 and values[1] >= 20 and values[2] < 10)
    else:
        year = 2000 + sum(values[2:])
        is_year = values[:2] == [2, 1000] and bool(match.group("mark")) and year < 2100
    if not is_year or pieces.word(match.end()) in UNITS:
        return None
    month = MONTHS[pieces.word(match.start("m"))] if match.group("m") else None
    form = "month" if month else "year"
    return Expression(form=form, first=match.start(), last=match.end(), year=year, month=month)  # type: ignore[arg-type]


def _decade(pieces: Pieces, match: Match) -> Expression | None:
    word = pieces.word(match.end() - 1)
    if word in DECADES:
        if pieces.word(match.end() - 2) in ("his", "her", "their", "my"):
            return None
        year = 1900 + DECADES[word]
    else:
        digits = word.strip("'’‘s")
        year = int(digits) if len(digits) == 4 else (1900 if int(digits) >= 20 else 2000) + int(digits)
        if len(digits) == 2 and not (match.group("the") or word[0] in "'’‘"):
            return None
    if not 1000 <= year < 2100:
        return None
    return Expression(form="decade", first=match.start(), last=match.end(), year=year, edge=_edge(pieces, match))


def _century(pieces: Pieces, match: Match) -> Expression | None:
    count = read_ordinal(pieces, *match.span("n"))
    if count is None or not 1 <= count <= 30:
        return None
    edge = _edge(pieces, match)
    return Expression(form="century", first=match.start(), last=match.end(), year=(count - 1) * 100, edge=edge)


def _season(pieces: Pieces, match: Match) -> Expression | None:
    relation = pieces.word(match.start("rel")) if match.group("rel") else ""
    year = _year(pieces, match)
    position = match.start("s")
    before = pieces.word(position - 1)
    is_named = relation or year is not None or match.group("edge")
    is_fall = pieces.classes[position] == LETTER["fall"]
    if not is_named and (is_fall or before not in ("in", "this", "since", "the", "by", "during", "until")):
        return None
    season, edge = SEASONS[pieces.word(position)], _edge(pieces, match)
    first, last = match.span()
    return Expression(form="season", first=first, last=last, year=year, text=season, relation=relation, edge=edge)


def _quarter(pieces: Pieces, match: Match) -> Expression | None:
    count = read_ordinal(pieces, *match.span("n")) if match.group("n") else int(pieces.word(match.start("k")))
    if count is None or not 1 <= count <= 4:
        return None
    year = _year(pieces, match)
    relation = "last" if match.group("old") else ""
    unit = "Y" if relation else ""
    first, last = match.span()
    return Expression(form="quarter", first=first, last=last, amount=count, year=year, relation=relation, unit=unit)


def _half(pieces: Pieces, match: Match) -> Expression | None:
    count: int | None = None
    if match.group("n"):
        count = 2 if pieces.word(match.start("n")) == "last" else read_ordinal(pieces, *match.span("n"))
    else:
        count = int(pieces.word(match.start("k")))
    if count not in (1, 2):
        return None
    return Expression(form="half", first=match.start(), last=match.end(), amount=count, year=_year(pieces, match))


def _latest(pieces: Pieces, match: Match) -> Expression:
    """As in "The latest quarter", "the year-ago period": the quarter spoken of, this year or the year before."""
    words = [pieces.word(position) for position in range(*match.span())]
    relation = "year_before" if "ago" in words or "earlier" in words else "latest"
    unit = "Q" if words[-1] in ("quarter", "period") else ""
    year = int(pieces.word(match.start("y"))) if match.group("y") else None
    return Expression(form="quarter", first=match.start(), last=match.end(), relation=relation, unit=unit, year=year)


def _relative_unit(pieces: Pieces, match: Match) -> Expression | None:
    relation = pieces.word(match.start("rel"))
    unit = UNITS[pieces.word(match.start("u"))]
    has_the = bool(match.group("the"))
    if relation in ("same", "following") and not has_the and unit != "D":
        return None
    if unit in "SIH" and unit != "":
        return None if relation not in ("last", "past", "next") else _span(pieces, match, relation, unit)
    if (relation == "past" or (relation in ("last", "next") and has_the)) and unit not in ("WE", "Q"):
        if unit == "D" and relation == "next":
            return Expression(
                form="unit", first=match.start(), last=match.end(), unit=unit, relation=relation, amount=1
            )
        return _span(pieces, match, relation, unit)
    edge = _edge(pieces, match)
    daypart = DAYPARTS[pieces.word(match.start("p"))] if match.group("p") else ""
    first, last = match.span()
    return Expression(
        form="unit", first=first, last=last, unit=unit, relation=relation, edge=edge, daypart=daypart, amount=1
    )


def _span(pieces: Pieces, match: Match, relation: str, unit: str) -> Expression:
    return Expression(form="span", first=match.start(), last=match.end(), unit=unit, relation=relation, amount=1)


def _counted_span(pieces: Pieces, match: Match) -> Expression | None:
    relation = pieces.word(match.start("rel"))
    unit = read_unit(pieces.word(match.start("u")))
    amount = read_amount(pieces, *match.span("n")) if match.group("n") else None
    form = "first" if relation in ("first", "final", "opening") else "span"
    if relation not in ("first", "last", "past", "previous", "preceding", "prior", "next", "following", "coming",
                        "upcoming", "recent"):  # fmt: skip
        return None
    return Expression(form=form, first=match.start(), last=match.end(), unit=unit, amount=amount, relation=relation)  # type: ignore[arg-type]


def _ago(pieces: Pieces, match: Match) -> Expression:
    unit = read_unit(pieces.word(match.start("u")))
    amount = read_amount(pieces, *match.span("n")) if match.group("n") else None
    relation = "ago" if pieces.word(match.start("s")) == "ago" else pieces.word(match.start("s"))
    form = "ago" if relation == "ago" else "shift"
    return Expression(form=form, first=match.start(), last=match.end(), unit=unit, amount=amount, relation=relation)  # type: ignore[arg-type]


def _weekday(pieces: Pieces, match: Match) -> Expression | None:
    position = match.start("w")
    if pieces.classes[position] == LETTER["wabbr"] and not _is_abbreviated_day(pieces, position):
        return None
    relation = pieces.word(match.start("rel")) if match.group("rel") else ""
    if relation in ("past", "that", "same", "latest", "current"):
        relation = "last" if relation == "past" else ""
    daypart = DAYPARTS[pieces.word(match.start("p"))] if match.group("p") else ""
    weekday = WEEKDAYS[pieces.word(position)]
    edge = _edge(pieces, match)
    first, last = match.span()
    return Expression(
        form="weekday", first=first, last=last, weekday=weekday, relation=relation, daypart=daypart, edge=edge,
        day=int(pieces.word(match.start("n"))) if match.group("n") else None,
    )  # fmt: skip


def _is_abbreviated_day(pieces: Pieces, position: int) -> bool:
    """Whether "Sun" or "Mon" is a day: a full stop and more text, a clock time or a preposition beside it."""
    before, after = pieces.word(position - 1), pieces.words[position + 1 : position + 3]
    if before in ("on", "until", "since", "every", "last", "next", "-", "–"):
        return True
    return len(after) == 2 and after[0].strip() == "." and not after[1][:1].isupper()


def _deictic(pieces: Pieces, match: Match) -> Expression:
    word = pieces.word(match.start("t"))
    daypart = DAYPARTS[pieces.word(match.start("p"))] if match.group("p") else ""
    if word in ("tonight", "overnight"):
        daypart = "NI"
    edge, first, last = _edge(pieces, match), *match.span()
    return Expression(form="deictic", first=first, last=last, text=word, daypart=daypart, edge=edge)


def _daypart(pieces: Pieces, match: Match) -> Expression:
    relation = pieces.word(match.start("rel"))
    daypart = DAYPARTS[pieces.word(match.start("p"))]
    text = {"last": "yesterday", "this": "today"}.get(relation, relation)
    edge, first, last = _edge(pieces, match), *match.span()
    form = "deictic" if text in ("yesterday", "today") else "part"
    return Expression(form=form, first=first, last=last, text=text, daypart=daypart, edge=edge)  # type: ignore[arg-type]


def _around_day(pieces: Pieces, match: Match) -> Expression:
    side = "day before yesterday" if pieces.word(match.end() - 2) == "before" else "day after tomorrow"
    return Expression(form="deictic", first=match.start(), last=match.end(), text=side)


def _edge_of(pieces: Pieces, match: Match) -> Expression:
    word = pieces.word(match.start("e"))
    edge = "LAST" if word in ("end", "close") else "MID" if word == "middle" else "FIRST"
    return Expression(form="edge", first=match.start(), last=match.end(), edge=edge)


def _unit_end(pieces: Pieces, match: Match) -> Expression:
    unit = UNITS[pieces.word(match.start("u"))]
    first, last = match.span()
    return Expression(
        form="unit", first=first, last=last, unit=unit, relation="this", edge="LAST", amount=1, text="day"
    )


def _unit_alone(pieces: Pieces, match: Match) -> Expression:
    unit = UNITS[pieces.word(match.end() - 1)]
    return Expression(form="unit_alone", first=match.start(), last=match.end(), unit=unit)


def _holiday(pieces: Pieces, match: Match) -> Expression:
    words = [pieces.word(position) for position in range(match.start("h"), match.end())]
    name = words[0] if words[0] != "xmas" else "christmas"
    text = f"{name} eve" if "eve" in words else name
    year = _year(pieces, match)
    relation = pieces.word(match.start("rel")) if match.group("rel") else ""
    if year is not None:
        text = f"{name} eve" if "eve" in words else name
    return Expression(form="holiday", first=match.start(), last=match.end(), text=text, year=year, relation=relation)


def _rule(pattern: str, build: object) -> Rule:
    return Rule(re.compile(classes(pattern)), build)  # type: ignore[arg-type]


_NO_ORDINAL = "<=n:(?!))?"  # the group that the builder asks for, never matched: "Q3" has its number elsewhere
_REL = f"(?:<=rel:{_RELATION}))?"
RULES: tuple[Rule, ...] = (
    _rule("<compact>", _numeric),
    _rule(f"{_WEEKDAY}<the>?{_REL}<=m:{_MONTH})<the>?<=d:{_DAY})(?!<units|unit|hyphen>){_YEAR}", _day),
    _rule(f"{_WEEKDAY}<the>?<=rel:(?!))?<=d:{_DAY})<of>?<=m:{_MONTH}){_YEAR}", _day),
    _rule(f"<the>?<=m:{_MONTH})<=d:{_DAY}){_JOIN_OR_LIST}<=e:{_DAY})(?!<units|unit|num|ampm>){_YEAR}", _day_range),
    _rule(f"<the>?<=d:{_DAY}){_JOIN}<the>?<=e:{_DAY})<of>?<=m:{_MONTH}){_YEAR}", _day_range),
    _rule(f"<the>?{_EDGE_OR_END}{_REL}<=m:{_MONTH}){_YEAR}", _month),
    _rule(f"<the>?{_EDGE_OR_END}<=mark:<the><yearw>|<fiscal><yearw>?)?<=y:<year>)", _bare_year),
    _rule("<=y:<year>)<hyphen|slash><=z:<year|day|digit>)", _year_range),
    _rule("<yearpair>", _year_pair),
    _rule("(?:<=m:<month|maymonth>)<comma>?)?<=mark:<the><yearw>)?<=n:<num>(?:<hyphen>?<num>){1,3})", _word_year),
    _rule(f"<=the:<the>)?{_EDGE}<decade|decadew>", _decade),
    _rule(f"<the>?{_EDGE}<=n:(?:<num><hyphen>)?<ord|ordn>)<hyphen>?<century>", _century),
    _rule(f"<the>?{_EDGE}{_REL}<=s:<season|fall>)<of>?{_YEAR}", _season),
    _rule(
        "<the>?(?:<=y:<year>)<hyphen>?|<=old:<yearw><hyphen>?<ago|earlier>))?<fiscal>?<=n:<ord|ordn>)<hyphen>?<=k:<quarterw>)",
        _quarter,
    ),
    _rule(f"<quarter_letter>{_NO_ORDINAL}<=old:(?!))?<=k:<day>)(?:<comma|of>?<=y:<year>))?", _quarter),
    _rule("<the>?<=n:<ord|ordn|last>)<hyphen>?<=k:<half>)(?:<of>(?:<the><yearw>)?<=y:<year>))?", _half),
    _rule(f"<half_letter>{_NO_ORDINAL}<=k:<day>)<comma|of>?<=y:<year>)", _half),
    _rule(
        "<the>?<latest><fiscal>?<quarterw|period>|<the>?<yearw><hyphen>?<ago|earlier>(?:<quarterw|period>)?"
        "|<the>?<=y:<year>)<quarterw|period>",
        _latest,
    ),
    _rule(
        f"<=the:<the>)?{_EDGE}<=rel:{_RELATION})<full|fiscal>{{0,3}}<=u:{UNIT}|<weekend>)<=p:<daypart>)?",
        _relative_unit,
    ),
    _rule(
        "<the>?<=rel:<last|past|previous|next|following|ord|recent>)<=n:" + NUMBER + "|<a>?<vague><of>?|<full>)?"
        "<more|full>{0,3}<=u:<units>|<unit|yearw|quarterw|century>(?=<units>))",
        _counted_span,
    ),
    _rule(f"<=n:{AMOUNT})<more|full>{{0,3}}<hyphen>?<=u:{UNITS_})(?:<or><so>)?<hyphen>?<=s:<ago|earlier|later>)", _ago),
    _rule("<=n:(?!))?<=u:<units>)<=s:<ago|earlier|later>)", _ago),
    _rule(f"{_EDGE}{_REL}<following>?<=w:<weekday|wabbr>)(?:<=p:<daypart>)|<open><=n:<day>)<close>)?", _weekday),
    _rule(f"{_EDGE}<=t:<day_word|tonight>)<=p:<daypart>)?", _deictic),
    _rule(f"{_EDGE}<=rel:<this|last|that|same|next|following>)<=p:<daypart>)", _daypart),
    _rule("<the><unit>(?:<before>|<after>)<day_word>", _around_day),
    _rule("<the>?<=e:<beginning|end|middle>)<of>", _edge_of),
    _rule("<=u:<yearw|unit|quarterw>)(?:<hyphen>|<poss>)?<=e:<end>)", _unit_end),
    _rule("<the><full|fiscal>{0,3}<=u:<yearw|unit|quarterw|weekend|century>)", _unit_alone),
    _rule(
        f"{_REL}<=h:<christmas>(?:<unit>|<eve>)?|<new><yearw><poss>?(?:<unit>|<eve>)|<thanksgiving><unit>?|<easter>"
        f"(?:<weekday>)?)(?:<comma>?<=y:<year>))?",
        _holiday,
    ),
)
"""Every rule for dates; the longest match at a place wins."""
