"""Rules for lengths of time, recurring times, ages, clock times and references such as "now"."""

import re

from sayso.reading.periods.expressions import AMOUNT, NUMBER, UNIT, Expression, Rule, classes, iso_duration, read_amount
from sayso.reading.periods.pieces import LETTER, Pieces
from sayso.reading.periods.vocabulary import DAYPARTS, MONTHS, NUMBERS, REFERENCES, SETS, UNITS, WEEKDAYS

Match = re.Match[str]

_ADVERBS_OF_LENGTH = frozenset(
    "for within in after over than least most nearly almost about around lasted lasting last takes take took "
    "spent every roughly approximately under during by until exactly just another extra only up of to through "
    "throughout an a the these those many more additional and or".split()
)
_MANY_BEFORE = 5
"""How many pieces before "a month" a number may stand: "15,000 to 18,000 soldiers a month"."""


def _length(pieces: Pieces, match: Match) -> Expression | None:
    unit = UNITS[pieces.word(match.start("u"))]
    start, end = match.span("n")
    is_fraction = unit == "Q" and pieces.word(match.end()) == "of"  # "three quarters of its food"
    is_year = pieces.classes[start] == LETTER["year"] and pieces.classes[match.start("u")] != LETTER["units"]
    if is_fraction or is_year:
        return None
    amount = read_amount(pieces, start, end)
    first, last = match.span()
    is_single = pieces.word(start) in ("a", "an") and end - start == 1
    if is_single and pieces.word(end) != "full" and _is_rate(pieces, start):
        return Expression(form="set", first=first, last=last, unit=unit, amount=1, text=iso_duration(1, unit))
    if match.group("half"):
        amount = (amount or 0) + 0.5
    is_adjective = pieces.classes[match.start("u")] != LETTER["units"] and pieces.classes[end] == LETTER["hyphen"]
    if is_adjective and not is_single and pieces.word(first) in ("a", "an", "the"):
        first += 1  # "a two-week siege" is marked without its article
    return Expression(form="length", first=first, last=last, unit=unit, amount=amount)


def _is_rate(pieces: Pieces, position: int) -> bool:
    """Whether "a month" at a position is said of a number before it: "15,000 soldiers a month", "twice a week"."""
    before = pieces.word(position - 1)
    if before in ("times", "once", "twice"):
        return True
    if before in _ADVERBS_OF_LENGTH or not before or not before[0].isalnum():
        return False
    for place in range(position - 1, max(-1, position - 1 - _MANY_BEFORE), -1):
        letter = pieces.classes[place]
        if letter in _NUMERIC:
            return True
        if letter in _CLAUSE_ENDS:
            return False
    return False


_NUMERIC = frozenset(LETTER[name] for name in ("day", "digit", "year", "num", "frac"))
_CLAUSE_ENDS = frozenset(
    LETTER[name] for name in ("comma", "dot", "stop", "break", "colon", "open", "close", "pastverb", "after", "within")
)


def _length_range(pieces: Pieces, match: Match) -> Expression | None:
    unit = UNITS[pieces.word(match.start("u"))]
    spans = (match.span("n"), match.span("m"))
    if pieces.classes[spans[0][0]] == LETTER["year"]:
        return None
    children = tuple(
        Expression(form="length", first=start, last=end, unit=unit, amount=read_amount(pieces, start, end))
        for start, end in (spans[0], (spans[1][0], match.end()))
    )
    return Expression(form="range", first=match.start(), last=match.end(), unit=unit, children=children)


def _vague_length(pieces: Pieces, match: Match) -> Expression | None:
    """As in "For years", "days before the vote", "a day-long meeting"."""
    first, last = match.span()
    unit = UNITS[pieces.word(match.start("u"))]
    is_plural = pieces.classes[match.start("u")] == LETTER["units"]
    before, after = pieces.word(first - 1), pieces.word(last)
    if (
        last - first == 1
        and before not in _BEFORE_VAGUE
        and after not in ("before", "after", "ago", "earlier", "later")
    ):
        return None
    return Expression(form="length", first=first, last=last, unit=unit, amount=None if is_plural else 1)


_BEFORE_VAGUE = frozenset(
    "for within in over after during take takes took last lasted lasting through or and by until".split()
)


def _age(pieces: Pieces, match: Match) -> Expression | None:
    if match.group("d"):
        digits = pieces.word(match.start("d")).strip("'’‘s")
        if len(digits) != 2 or pieces.word(match.start("d") - 1) not in (
            "his",
            "her",
            "their",
            "my",
            "early",
            "mid",
            "late",
        ):
            return None
    first = match.start() + (1 if pieces.word(match.start()) in ("a", "the") else 0)
    return Expression(form="age", first=first, last=match.end())


def _every(pieces: Pieces, match: Match) -> Expression:
    first, last = match.span()
    if match.group("u"):
        unit = UNITS[pieces.word(match.start("u"))]
        amount = read_amount(pieces, *match.span("n")) if match.group("n") else 2 if match.group("o") else 1
        return Expression(form="set", first=first, last=last, unit=unit, amount=amount, text=iso_duration(amount, unit))
    if match.group("w"):
        weekday = WEEKDAYS[pieces.word(match.start("w"))]
        daypart = DAYPARTS[pieces.word(match.start("p"))] if match.group("p") else ""
        return Expression(form="set", first=first, last=last, weekday=weekday, unit="W", amount=1, daypart=daypart)
    if match.group("m"):
        month = MONTHS[pieces.word(match.start("m"))]
        return Expression(form="set", first=first, last=last, month=month, unit="Y", amount=1)
    daypart = DAYPARTS[pieces.word(match.start("p"))]
    return Expression(form="set", first=first, last=last, unit="D", amount=1, daypart=daypart)


def _set_word(pieces: Pieces, match: Match) -> Expression | None:
    word = pieces.word(match.start())
    return Expression(form="set", first=match.start(), last=match.end(), text=SETS[word], unit=word)


def _plural_weekday(pieces: Pieces, match: Match) -> Expression | None:
    word = pieces.word(match.start())
    if pieces.classes[match.start() - 1 : match.start()] in _NUMERIC:  # "two Fridays ago"
        return None
    if word == "weekdays":
        return Expression(form="set", first=match.start(), last=match.end(), unit="D", amount=1, text="P1D")
    return Expression(form="set", first=match.start(), last=match.end(), weekday=WEEKDAYS[word], unit="W", amount=1)


def _clock(pieces: Pieces, match: Match) -> Expression | None:
    minutes = _read_clock(pieces, match)
    if minutes is None:
        return None
    zone = f"{minutes // 60:02d}:{minutes % 60:02d}"
    return Expression(form="clock", first=match.start(), last=match.end(), text=zone)


def _read_clock(pieces: Pieces, match: Match) -> int | None:
    word = pieces.word(match.start("c"))
    if word in ("noon", "midday", "noontime"):
        return 720
    if word == "midnight":
        return 1440
    if word in NUMBERS:
        word = str(NUMBERS[word])
    digits = word.replace(".", ":").split(":")
    if len(digits) == 1 and len(word) == 4:
        digits = [word[:2], word[2:]]
    if not all(part.isascii() and part.isdigit() for part in digits):
        return None
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if match.group("half"):
        half = pieces.word(match.start("half")).replace(".", "").replace(" ", "")
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif match.group("p") and DAYPARTS[pieces.word(match.start("p"))] in ("AF", "EV") and hour < 12:
        hour += 12
    return hour * 60 + minute if hour <= 24 and minute < 60 else None


def _reference(pieces: Pieces, match: Match) -> Expression | None:
    words = [pieces.word(position) for position in range(*match.span())]
    value = next((REFERENCES[word] for word in reversed(words) if word in REFERENCES), "PRESENT_REF")
    if "coming" in words or "upcoming" in words:
        value = "FUTURE_REF"
    return Expression(form="reference", first=match.start(), last=match.end(), text=value)


def _current(pieces: Pieces, match: Match) -> Expression | None:
    """As in "The current commander", "recent fighting"; "the current is strong" is a river's."""
    first, last = match.span()
    if pieces.word(last) in _NO_NOUN or pieces.word(first - 1) in ("most", "more", "then"):
        return None
    text = "PRESENT_REF" if pieces.word(first) == "current" else "PAST_REF"
    return Expression(form="reference", first=first, last=last, text=text)


_NO_NOUN = frozenset("is are as enough than or flows flowed".split())


def _unit_before(pieces: Pieces, match: Match) -> Expression:
    """As in "More than the day before."; "the day before the vote" counts from the vote."""
    unit = UNITS[pieces.word(match.start("u"))]
    return Expression(form="shift", first=match.start(), last=match.end(), unit=unit, amount=1, relation="earlier")


def _to_date(pieces: Pieces, match: Match) -> Expression | None:
    if pieces.word(match.end()) in ("back", "from") or pieces.word(match.end())[:1].isdigit():
        return None
    return Expression(form="reference", first=match.start(), last=match.end(), text="PRESENT_REF", relation="to date")


def _then(pieces: Pieces, match: Match) -> Expression | None:
    if pieces.word(match.start() - 1) not in ("since", "until", "by"):
        return None
    return Expression(form="reference", first=match.start(), last=match.end(), text="PAST_REF", relation="then")


def _recent_units(pieces: Pieces, match: Match) -> Expression:
    unit = UNITS[pieces.word(match.end() - 1)]
    relation = "next" if pieces.word(match.start("r")) in ("coming", "upcoming", "future") else "recent"
    first, last = match.span()
    return Expression(form="span", first=first, last=last, unit=unit, amount=None, relation=relation)


def _rule(pattern: str, build: object) -> Rule:
    return Rule(re.compile(classes(pattern)), build)  # type: ignore[arg-type]


_AGE_NUMBER = f"(?:{NUMBER})(?:<hyphen|to|and>{NUMBER})?"
RULES: tuple[Rule, ...] = (
    _rule(
        f"<the>?<=n:{AMOUNT})<more|full|of>{{0,3}}"
        f"<hyphen>?<=u:<units>|{UNIT})(?:<hyphen>?<long>)?<=half:<and><a><half>)?",
        _length,
    ),
    _rule(
        f"<=n:{NUMBER})<unit|units|yearw>?<hyphen>?(?:<to|or|and>|<hyphen>)<=m:{NUMBER})"
        f"<hyphen>?<more|full>{{0,3}}<=u:<units|yearw|unit>)",
        _length_range,
    ),
    _rule("<=u:<units>)(?:<hyphen><long>)?", _vague_length),
    _rule("<=u:<unit|yearw|units>)<hyphen><long>", _vague_length),
    _rule(f"<a|the>?{_AGE_NUMBER}<hyphen>?<=u:<units|unit|yearw>)<hyphen>?<old><=d:(?!))?", _age),
    _rule(
        f"<aged>(?:<between|from>)?{_AGE_NUMBER}(?:<units|yearw>)?(?:<and|or>(?:<over|more|later>))?<=d:(?!))?", _age
    ),
    _rule("(?:<early|mid|late>)?<hyphen>?<=d:<decade>)", _age),
    _rule(
        f"(?:<every>|<per>)(?:<=o:<other>)|<=n:{NUMBER}|<a>?<vague>))?(?:<=u:<unit|units|yearw|quarterw|century|weekend>)"
        f"|<=w:<weekday>)<=p:<daypart>)?|<=m:<month>)|<=q:<daypart>))".replace("<=q:", "<=z:"),
        lambda pieces, match: _every(pieces, match) if not match.group("z") else _every_daypart(pieces, match),
    ),
    _rule("<set>", _set_word),
    _rule("<weekdays>", _plural_weekday),
    _rule("<=c:<clock>)<=half:<ampm>)?(?:<zone>|<local><time>)?(?:<in><the><=p:<daypart>))?", _clock),
    _rule("<=c:<day|digit>)<=half:<ampm>)(?:<zone>|<local><time>)?<=p:(?!))?", _clock),
    _rule("<=c:<year|digit>)<=half:<ampm>)?(?:<zone>|<local><time>)<=p:(?!))?", _clock),
    _rule("<=c:<day|num>)<oclock>(?:<in><the><=p:<daypart>))?<=half:(?!))?", _clock),
    _rule("<=c:<noon>)(?:<zone>|<local><time>)?<=half:(?!))?<=p:(?!))?", _clock),
    _rule("<=c:<day>)(?:<in><the><=p:<daypart>))<=half:(?!))?", _clock),
    _rule("<ref>|<the><near>?<future_ref>|<the><past>", _reference),
    _rule("<current|recent>(?=<word|ed>)", _current),
    _rule("<the><=u:<unit|yearw>)<before>(?=<comma|dot|stop|break|close|and>)", _unit_before),
    _rule("<to><date_word>", _to_date),
    _rule("<then>", _then),
    _rule("<the>?<=r:<recent|following|future_ref>)<vague>?<units>", _recent_units),
)
"""Every rule for lengths, sets, ages, clock times and references; the longest match at a place wins."""


def _every_daypart(pieces: Pieces, match: Match) -> Expression:
    daypart = DAYPARTS[pieces.word(match.end() - 1)]
    return Expression(form="set", first=match.start(), last=match.end(), unit="D", amount=1, daypart=daypart)
