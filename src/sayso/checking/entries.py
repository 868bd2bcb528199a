"""From statements to entries that can be compared: which series a figure belongs to, when, how far it reaches."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sayso.checking.bounds import Reach, find_conveyed, read_reach
from sayso.checking.periods import BEGINNING, Stretch, When, find_when, to_day
from sayso.checking.wording import find_origin
from sayso.model import Measure, Relation, Statement

_PERSONS = frozenset({"person", "people", "human", "individual", "human being", "life", "soul"})
_FURTHER = frozenset({"more", "other", "others", "another", "additional", "further", "extra", "fewer", "less"})
_ADDING = frozenset({"another", "additional", "further", "extra"})
"""Words before a number that set it beside another: "a further nine"."""
_CURRENCY = re.compile(r"[A-Z]{3}")
_PARTITIVES = frozenset({"them", "whom", "which", "these", "those", "the", "its", "their", "all", "that"})
_NO_EVENTS = frozenset({"compare", "total", "include", "reach", "exceed"})
"""Verbs that set figures side by side and say nothing of what happened: "126 murders, compared to 111"."""
_DOER = re.compile(
    r"\bby\s+(?:(?:the|these|those|some|about|at least|up to|as many as|an estimated)\s+)?$", re.IGNORECASE
)
_OTHER_CLAUSE = re.compile(r";|\b(?:while|whereas|but|although|bringing|raising|taking|pushing)\b", re.IGNORECASE)
"""What opens a clause whose total is not that of the clause before."""
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME_OPENER = re.compile(
    r"\b(?:in|during|for|over|throughout|of|all|by|since|between|from|to|and|early|late|mid)[\s-]+$", re.IGNORECASE
)
_FILLERS = frozenset({"of", "the", "a", "an", "all", "or", "so", "total", "his", "her", "its", "their", "our", "some"})
_TOTAL_WORDS = ("in total", "total of", "total number", "toll", "altogether", "in all", "overall", "so far", "combined")
_INCIDENT = re.compile(
    r"\b(?:a|an|the|this|that|another|one|same|twin|double)\s+(?:[\w-]+\s+){0,3}?(?:attack|bombing|bomb|blast|explosion|strike|"
    r"airstrike|raid|ambush|shooting|massacre|crash|collision|accident|incident|fire|earthquake|quake|flood|storm|"
    r"cyclone|hurricane|typhoon|tsunami|landslide|eruption|clash|stampede|derailment|shipwreck)\b",
    re.IGNORECASE,
)
"""What tells of one incident: its toll is not that of the month in which it fell."""
_BESIDE = re.compile(r"\b(?:another|also|separate|separately|elsewhere|meanwhile)\b", re.IGNORECASE)
_MOMENT_DAYS = 7
"""A running total "on Monday" or "this week" is as of then, whenever it began."""
_PERIOD_DAYS = 28
"""A flow over at least this long is taken for all of that time; over less, for one incident in it."""


class Series(NamedTuple):
    """What is counted where: figures are compared only within one series.

    Attributes:
        thing: The measure's id; without one, the counted thing and the event.
        population: Which of them: the counted lemma and the words between number and noun.
        unit: What one of it is; empty when unknown.
        place: The place's key; empty when none is stated.
    """

    thing: str
    population: str
    unit: str
    place: str

    @property
    def bare(self) -> "Series":
        """The series without the source that keeps running totals apart."""
        return self._replace(population=self.population.split("|", 1)[0])


class Entry(NamedTuple):
    """A statement ready to be compared.

    Attributes:
        statement: The statement.
        series: What it counts where.
        when: The days; None for a rate whose span is not stated.
        reach: The least and the most that the words allow.
        conveyed: What they convey beyond that.
        is_total: Whether the figure claims to be all there was, so that it bounds from above.
        says_total: Whether it claims so in words, and not only by the length of its time.
        origin: Who the figure comes from.
        doubts: The directions in which a voice doubts it.
    """

    statement: Statement
    series: Series
    when: When | None
    reach: Reach
    conveyed: Reach
    is_total: bool
    says_total: bool
    origin: str
    doubts: frozenset[str]


class Context(NamedTuple):
    """What relations say about statements.

    Attributes:
        dropped: Statements that are denied, or replaced by a newer version.
        parts: Statements that are part of another, or add to one: they are not all there was.
        consequences: Statements said to follow from another.
        doubts: Directions of doubt by statement.
    """

    dropped: frozenset[str]
    parts: frozenset[str]
    consequences: frozenset[str]
    doubts: Mapping[str, frozenset[str]]


def index_statements(*entries: Entry) -> dict[str, Statement]:
    """The statements of entries by id."""
    return {entry.statement.id: entry.statement for entry in entries}


def make_context(relations: Iterable[Relation]) -> Context:
    """Gather what relations say about statements."""
    dropped: set[str] = set()
    parts: set[str] = set()
    consequences: set[str] = set()
    doubts: dict[str, set[str]] = {}
    for relation in relations:
        ends = (*((relation.source,) if relation.source else ()), *relation.targets)
        if relation.kind in ("denies", "revises", "supersedes"):
            dropped.update(relation.targets)
        elif relation.kind == "adds_to":
            parts.update(ends)
        elif relation.kind == "part_of" and relation.source:
            parts.add(relation.source)
        elif relation.kind == "implies":
            consequences.update(ends)
        elif relation.kind == "doubts" and relation.direction:
            for target in relation.targets:
                doubts.setdefault(target, set()).add(relation.direction)
    return Context(
        frozenset(dropped), frozenset(parts), frozenset(consequences), {key: frozenset(v) for key, v in doubts.items()}
    )


def make_entry(statement: Statement, context: Context, measures: Mapping[str, Measure]) -> Entry | str:
    """The entry of a statement.

    Returns:
        The entry; or the reason, as a sentence, why the statement cannot be compared.
    """
    series = find_series(statement, measures)
    if series is None:
        return "What is counted, or what happened to it, is not stated."
    return _enter(statement, context, series)


def make_bare_entry(statement: Statement, context: Context, measures: Mapping[str, Measure]) -> Entry | None:
    """The entry of a state that has no event and no measure: "900 children were out of school".

    Its series says only what is counted, so it may be held against nothing but what is said in the same words.

    Returns:
        The entry; None for any other statement, and where even this cannot be compared.
    """
    if statement.aspect != "stock" or statement.counted is None or find_series(statement, measures) is not None:
        return None
    entry = _enter(statement, context, _place_series(statement, f"so many {statement.counted.lemma}", measures))
    return entry if isinstance(entry, Entry) else None


def make_loose_entry(statement: Statement, context: Context, measures: Mapping[str, Measure]) -> Entry | None:
    """The entry of a count that has neither event nor measure: "hospitals registered 900 births in May".

    It is comparable only with figures whose sentences say the same in other words (``joining``).

    Returns:
        The entry; None for any other statement, and where even this cannot be compared.
    """
    is_count = statement.aspect in ("flow", "cumulative")
    if not is_count or statement.counted is None or find_series(statement, measures) is not None:
        return None
    entry = _enter(statement, context, _place_series(statement, f"so many {statement.counted.lemma}", measures))
    return entry if isinstance(entry, Entry) else None


def _enter(statement: Statement, context: Context, series: Series) -> Entry | str:
    reach = read_reach(statement)
    if reach is None:
        return "The number is vague, so no arithmetic can rest on it."
    if reason := _find_refusal(statement, context):
        return reason
    when = find_when(statement.interval) if statement.aspect != "cumulative" else _find_total_when(statement)
    if when is None and statement.aspect != "rate":
        return "When it happened is not stated, or only where it began or ended."
    if statement.interval is None or (statement.interval.as_written is None and statement.aspect != "rate"):
        return "When it happened is only inferred from the day of publication."
    if not is_timed_here(statement):
        return "When it happened is only told by another sentence."
    if statement.aspect == "cumulative" and when is not None and when.outer.start == BEGINNING:
        series = series._replace(population=f"{series.population}|{find_origin(statement)}")
    return Entry(
        statement,
        series,
        when,
        reach,
        find_conveyed(statement.quantity),
        _is_total(statement, when, context),
        _is_total(statement, None, context),
        find_origin(statement),
        context.doubts.get(statement.id, frozenset()),
    )


def find_series(statement: Statement, measures: Mapping[str, Measure]) -> Series | None:
    """The series of a statement; None when it does not say what is counted."""
    if statement.measure is not None:
        thing = statement.measure
    elif statement.counted is not None and statement.event is not None and statement.event.lemma not in _NO_EVENTS:
        thing = f"{statement.event.lemma} {statement.counted.lemma}"
    else:
        return None
    return _place_series(statement, thing, measures)


def _place_series(statement: Statement, thing: str, measures: Mapping[str, Measure]) -> Series:
    place = statement.place
    key = "" if place is None else str(place.geonames_id or f"{place.name.casefold()} {place.country or ''}")
    return Series(thing, _find_population(statement, measures), statement.quantity.unit or "", key)


def is_partitive(statement: Statement) -> bool:
    """Whether the words take a figure out of another: "14 of them"."""
    after = statement.passage.exact[statement.figure.end - statement.passage.start :].casefold().split()[:2]
    return after[:1] == ["of"] and bool(_PARTITIVES & set(after[1:]))


def is_further(statement: Statement) -> bool:
    """Whether the words set a figure beside another: "three more people", "20 others"."""
    noun = "" if statement.counted is None else statement.counted.exact.casefold()
    before = statement.passage.exact[: statement.figure.start - statement.passage.start].casefold().split()
    leads = _ADDING & set(before[-2:])
    return bool({*find_modifiers(statement), *noun.split()} & _FURTHER or leads)


def stands_beside(statement: Statement) -> bool:
    """Whether a sentence sets itself beside another: it may tell of a further incident, or go on from its sum."""
    return is_further(statement) or _BESIDE.search(statement.passage.exact) is not None


def tells_of_incident(statement: Statement) -> bool:
    """Whether the sentence tells of one incident."""
    return _INCIDENT.search(statement.passage.exact) is not None


def is_doer(statement: Statement) -> bool:
    """Whether the words tell who did it, not whom it befell: "shot by four men"."""
    passage = statement.passage
    return statement.measure is not None and bool(_DOER.search(passage.exact[: statement.figure.start - passage.start]))


def find_modifiers(statement: Statement) -> tuple[str, ...]:
    """The words between the number and the noun: "12 Israeli soldiers" gives ("israeli",)."""
    if statement.counted is None or statement.counted.start < statement.figure.end:
        return ()
    offset = statement.passage.start
    between = statement.passage.exact[statement.figure.end - offset : statement.counted.start - offset]
    words = "".join(letter if letter.isalpha() else " " for letter in between.casefold()).split()
    own = {word.casefold() for word in statement.quantity.as_written.split()}
    return tuple(word for word in words if word not in _FILLERS and word not in own)


def _find_population(statement: Statement, measures: Mapping[str, Measure]) -> str:
    modifiers = " ".join(word for word in find_modifiers(statement) if word not in _FURTHER)
    if statement.counted is None:
        return modifiers
    lemma = statement.counted.lemma.casefold()
    measure = measures.get(statement.measure or "")
    if measure is not None and any(lemma in wording.counts for wording in measure.wordings):
        lemma = ""  # a word that the measure names stands for all it counts; one it takes as a kind of person does not
    elif lemma in _PERSONS:
        lemma = "" if measure is not None else "person"
    return f"{modifiers} {lemma}".strip()


def _find_refusal(statement: Statement, context: Context) -> str | None:
    if statement.id in context.dropped or statement.modality == "denied":
        return "It is denied, or replaced by a newer figure."
    if statement.modality == "predicted":
        return "It is a prediction."
    if is_doer(statement):
        return "It tells who did it, not whom it befell."
    if statement.modality == "conditional" and statement.id not in context.consequences:
        accuracy = ("accurate", "true", "correct", "confirmed", "verified")
        if not any(word in hedge.exact.casefold() for hedge in statement.hedges for word in accuracy):
            return "It hangs on a condition."
    return None


def _find_total_when(statement: Statement) -> When | None:
    """A running total whose beginning is not stated runs from the beginning, whenever that was."""
    interval = statement.interval
    if interval is None:
        return None
    when = find_when(interval)
    is_moment = interval.kind == "as_of" or (
        interval.kind == "interval" and when is not None and when.outer.days <= _MOMENT_DAYS
    )
    if interval.start is not None and not is_moment:
        return when
    day = interval.end or interval.start
    if day is None:
        return None
    last = to_day(day) + (interval.end is None)
    first = to_day(interval.start) + 1 if interval.start is not None else last
    return When(Stretch(BEGINNING, min(first, last)), Stretch(BEGINNING, last))


def is_timed_here(statement: Statement) -> bool:
    """Whether the words that say when stand in the figure's own sentence, as far as that is known."""
    span = None if statement.interval is None else statement.interval.span
    return span is None or (statement.passage.start <= span.start and span.end <= statement.passage.end)


def _is_total(statement: Statement, when: When | None, context: Context) -> bool:
    if statement.id in context.parts or is_further(statement) or is_partitive(statement):
        return False
    if statement.aspect in ("cumulative", "rate", "stock"):
        return True
    is_long = when is not None and when.inner.days >= _PERIOD_DAYS and not _is_stray_year(statement)
    is_long = is_long and not _CURRENCY.fullmatch(statement.quantity.unit or "")  # whose money it is, nobody knows
    if is_long and not tells_of_incident(statement):
        return True
    clause = _find_clause(statement).casefold()
    return any(word in clause for word in _TOTAL_WORDS)


def _find_clause(statement: Statement) -> str:
    """The figure's part of its sentence: "killed 40, while another group put the toll at 45" has two."""
    passage, at = statement.passage.exact, statement.figure.start - statement.passage.start
    breaks = [match.start() for match in _OTHER_CLAUSE.finditer(passage)]
    start = max((one for one in breaks if one <= at), default=0)
    return passage[start : min((one for one in breaks if one > at), default=len(passage))]


def _is_stray_year(statement: Statement) -> bool:
    """Whether the time is a year that nothing leads in, as in the name of a picture or of an act."""
    interval = statement.interval
    if interval is None or interval.span is None or not _BARE_YEAR.fullmatch(interval.as_written or ""):
        return False
    before = statement.passage.exact[: max(0, interval.span.start - statement.passage.start)]
    return not _TIME_OPENER.search(before)
