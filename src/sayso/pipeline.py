"""The stages in order: a document in, its reading out; and the verbs that users type."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from sayso.attribution import EnglishAttributor, Found
from sayso.attribution import find_attributions as _find_attributions
from sayso.ingest import iter_documents, read_document
from sayso.model import (
    Attributor,
    CheckReport,
    Claim,
    Comparison,
    Document,
    DocumentError,
    Estimate,
    ImpliedRange,
    Measure,
    Policy,
    Reader,
    Reading,
    Relation,
    ReportedCount,
    Statement,
    UnknownNameError,
    make_document,
    make_outline,
    make_relation,
)
from sayso.reading import EnglishReader, by_id, find_amounts, find_periods, shipped_measures

if TYPE_CHECKING:
    from sayso.checking import Frame
    from sayso.estimation import Toll
    from sayso.estimation.nowcast import Nowcast
    from sayso.estimation.panels import Combination

Opened = str | Path | bytes | IO[str] | IO[bytes]
Source = Opened | Document


def read(
    source: Source,
    *,
    format: str = "auto",
    encoding: str | None = None,
    measures: Sequence[Measure] | None = None,
    reader: Reader | None = None,
    attributor: Attributor | None = None,
) -> Reading:
    """Read one report: every figure with who says it, about what, when, where and how firmly.

    Args:
        source: A path, the bytes of a file, an open file, or a Document. A text in memory goes in as
            ``make_document(text, date=...)``.
        format: ``auto``, ``text`` or ``html``.
        encoding: The encoding of the bytes; None finds it out.
        measures: The measures to know, as ``load_measures`` gives them; None takes those that sayso ships.
        reader: Another READ stage, which brings its own measures; None takes the one that sayso ships.
        attributor: Another ATTRIBUTE stage; None takes the one that sayso ships.

    Returns:
        The document, its statements in text order and the relations between them. A report without figures has none.

    Raises:
        DocumentError: The source cannot be read as a document.

    Examples:
        >>> from sayso.model import make_document
        >>> report = make_document("Over 230,000 cases were opened, police said.", date="2025-11-28")
        >>> read(report).statements[0].quantity.conveyed_high
        240000
    """
    document = source if isinstance(source, Document) else read_document(source, format=format, encoding=encoding)
    return _read_document(document, reader or EnglishReader(measures), attributor or EnglishAttributor())


def iter_readings(
    source: Source | Iterable[Document],
    *,
    format: str = "auto",
    encoding: str | None = None,
    measures: Sequence[Measure] | None = None,
    on_error: Callable[[DocumentError], None] | None = None,
) -> Iterator[Reading]:
    """Read the reports of a source one by one, JSON lines among them.

    Args:
        source: As for ``read``, or documents.
        format: ``auto``, ``text``, ``html`` or ``jsonl``.
        encoding: The encoding of the bytes; None finds it out.
        measures: The measures to know, as ``load_measures`` gives them; None takes those that sayso ships.
        on_error: Called with what is wrong with a line, which is then left out; None raises instead.

    Yields:
        A reading a document, in the order of the source.

    Raises:
        DocumentError: A document cannot be read and ``on_error`` is None.
    """
    reader, attributor = EnglishReader(measures), EnglishAttributor()
    for document in _documents(source, format=format, encoding=encoding, on_error=on_error):
        yield _read_document(document, reader, attributor)


def check(
    statements: Iterable[Statement],
    relations: Iterable[Relation] = (),
    *,
    measures: Iterable[Measure] | None = None,
    lens: str | None = None,
    documents: Iterable[Document] = (),
) -> CheckReport:
    """Which figures cannot all be true, and under which assumptions.

    Args:
        statements: Statements of one report or of many.
        relations: How they hang together, as ``read`` gives them.
        measures: The measures whose links to use, as ``load_measures`` gives them; None takes those that sayso ships.
        lens: The strongest lens to take: ``literal``, ``conveyed``, ``linked``, ``average`` or ``each_period``; None
            takes all, and tells of each conflict under the weakest that shows it.
        documents: The documents that the statements stand in: for each one named, its headline is held against its
            body, and what it tells as past against its day of publication.

    Returns:
        The findings, those with the fewest assumptions first, and what was not checked. Iterating gives the findings.

    Raises:
        UnknownNameError: There is no such lens.
    """
    from sayso.checking import check_statements  # 0.05 s that reading alone does not need

    known = by_id(shipped_measures() if measures is None else measures)
    frames = {document.id: _make_frame(document) for document in documents}
    return check_statements(statements, relations, measures=known, lens=lens, frames=frames)


def _make_frame(document: Document) -> "Frame":
    from sayso.checking import Frame  # the same

    headline = read_headline(Reading(document=document, statements=(), relations=()))
    day = document.published
    return Frame(() if headline is None else headline.statements, None if day is None else day.toordinal())


def find_range(  # noqa: PLR0913 -- what is asked for, and how to read the figures, in one line as users type it
    statements: Iterable[Statement],
    relations: Iterable[Relation] = (),
    *,
    measure: str,
    start: str,
    end: str,
    place: str | None = None,
    measures: Iterable[Measure] | None = None,
    lens: str = "literal",
) -> ImpliedRange:
    """What figures imply for a measure over some days, though none may say it.

    Args:
        statements: Statements of one report or of many.
        relations: How they hang together, as ``read`` gives them.
        measure: The measure's id, as ``sayso measures`` lists them.
        start: First day, ``YYYY-MM-DD``.
        end: First day after it.
        place: Name, three-letter country code or GeoNames id of the place; None where the figures name only one.
        measures: The measures whose links to use, as ``load_measures`` gives them; None takes those that sayso ships.
        lens: How strongly to read the figures: ``literal``, ``conveyed``, ``linked``, ``average`` or ``each_period``.

    Returns:
        The range with the statements that set its ends; from 0 to no limit where no figure speaks about the measure.

    Raises:
        PeriodError: ``start`` and ``end`` are no days, or not in order.
        UnknownNameError: There is no such lens; or ``place`` is None and the figures are about several places; or
            it names several.
    """
    from sayso.checking import find_range as find  # the same

    known = by_id(shipped_measures() if measures is None else measures)
    return find(
        statements, relations, measure=measure, start=start, end=end, place=place, measures=known, lens=lens
    )  # fmt: skip


def estimate(  # noqa: PLR0913 -- what is asked for, and how to read the figures, in one line as users type it
    statements: Iterable[Statement],
    relations: Iterable[Relation] = (),
    *,
    measure: str,
    place: str | None = None,
    start: str | None = None,
    end: str | None = None,
    by: str = "month",
    policy: "str | Path | Policy | None" = None,
    seed: int = 0,
    measures: Iterable[Measure] | None = None,
) -> Estimate:
    """Low, best and high of a measure over some days and by month, with what they rest on and what they do not tell.

    Use it where several figures bear on one series; for what figures imply by logic alone, use ``find_range``.

    Args:
        statements: Statements of one report or of many; those about other measures are passed over.
        relations: How they hang together, as ``read`` gives them: copies count once, doubts move what they doubt.
        measure: The measure's id, as ``sayso measures`` lists them.
        place: Name, three-letter country code or GeoNames id of the place; None where the figures name only one.
        start: First day, ``YYYY-MM-DD``; None begins with the first figure.
        end: First day after; None ends with the last figure.
        by: The periods of the series: ``month``.
        policy: The priors: a policy, or the path of a file with one; None takes the one that sayso ships.
        seed: Of the random draws: the same statements and seed give the same estimate, in whatever order.
        measures: The measures whose links to use, as ``load_measures`` gives them; None takes those that sayso ships.

    Returns:
        The estimate with everything that it was made from. ``reported`` is what the sources jointly say, ``truth`` and
        low, best and high allow for a bias that all of them share.

    Raises:
        PeriodError: ``start`` and ``end`` are no days, not in order, or too far apart.
        PolicyError: The policy cannot be read or breaks its rules.
        UnknownNameError: ``place`` is None and the figures are about several places; or ``by`` is another period.
    """
    import sayso
    from sayso.estimation import estimate_series, load_policy, make_basis  # numpy takes 100 ms to load

    if by != "month":
        raise UnknownNameError(f"expected by='month', found {by!r}")
    chosen = load_policy(policy) if isinstance(policy, str | Path) else policy
    known = shipped_measures() if measures is None else measures
    question = {"measure": measure, "place": place, "start": start, "end": end}
    basis = make_basis(statements, relations, known, chosen, question)
    return estimate_series(basis, seed=seed, code_version=sayso.__version__)


def repeat_estimate(made: Estimate, *, seed: int | None = None) -> Estimate:
    """Make an estimate again from what is stored in it.

    Args:
        made: The estimate, as ``estimate`` or its JSON gives it.
        seed: Of the random draws; None for the same.

    Returns:
        The same estimate, if this is the same version of sayso and the same seed.
    """
    import sayso
    from sayso.estimation import estimate_series  # the same

    return estimate_series(made.basis, seed=made.seed if seed is None else seed, code_version=sayso.__version__)


def compare(claim: str, evidence: str) -> Comparison:
    """Hold the numbers of a claim against those of evidence: do they bear it out?

    Use it for a sentence beside its source; for the figures of reports that may clash, use ``check``.
    Only numbers are compared: a claim whose numbers are right and whose words are wrong is "supported" here.

    Args:
        claim: The sentence to be checked.
        evidence: What is known: a sentence or a few.

    Returns:
        The verdict, each number of the claim beside the one of the evidence that it was held against, and the reason
        where nothing is decided.

    Examples:
        >>> found = compare("The port took more than 25 million tonnes.", "It took 23.9 million tonnes in 2019.")
        >>> found.verdict, found.pairs[0].evidence.exact
        ('refutes', '23.9 million')
        >>> found.pairs[0].words
        '"23.9 million" (23,900,000) lies outside "more than 25 million" (more than 25,000,000).'
    """
    from sayso.checking import compare_amounts  # the same

    anchor = _find_year_end(claim, evidence)
    return compare_amounts(find_amounts(claim, anchor=anchor), find_amounts(evidence, anchor=anchor))


def _find_year_end(*texts: str) -> dt.date | None:
    """The end of the latest year that texts name: "12 March" beside "April 2020" is of that year."""
    intervals = [period.interval for text in texts for period in find_periods(text)]
    ends = [interval.end for interval in intervals if interval is not None and interval.end is not None]
    if not ends:
        return None
    last = max(ends)  # the first day after, so that a year ends on the next one's first
    return dt.date(max(1, int(last[:4]) - last.endswith("-01-01")), 12, 31)


def find_attributions(text: str) -> list[Found]:
    """Who says what in a text: sources, cues and contents, and the voices within them where they hold numbers.

    Args:
        text: The text.

    Returns:
        One item an attribution, in text order.
    """
    return _find_attributions(text)


def toll(reading: Reading, *, outcome: str = "killed", group: str | None = None) -> "Toll | None":
    """The one number that a report gives for the people killed or injured in its event.

    Args:
        reading: What ``read`` made of the report.
        outcome: ``killed`` or ``injured``.
        group: ``civilian`` or ``combatant`` for these alone; None for everybody.

    Returns:
        The number, the statements it rests on and the rule that chose it; None when the report speaks of none.
    """
    from sayso.estimation import choose_toll  # the same

    return choose_toll(reading, headline=read_headline(reading), outcome=outcome, group=group)


def combine(claims: Iterable[Claim], *, method: str = "lookup") -> "Combination":
    """One value for each object, from what several sources claim about many objects.

    Which sources are good is learned from the claims themselves. ``lookup`` is for values that were published and are
    looked up, copied and mistyped: the true value is one of those claimed. For quantities that each source estimates
    in its own way take ``crh`` or ``median``. No method finds out who copied from whom, so leave out copies first:
    sources that repeat each other make their value look surer than it is, and probabilities too high.

    Args:
        claims: The claims, in any order; a source that says the same of an object twice is heard once.
        method: ``lookup`` (hit or miss), ``vote``, ``latest``, ``mean``, ``median``, ``crh``, ``catd`` or ``gtm``.

    Returns:
        A value for each object by name, and a weight for each source by name; none where there are no claims.

    Raises:
        UnknownNameError: There is no such method.

    Examples:
        >>> said = {"a": (512, 77, 18), "b": (512, 77, 18), "c": (521, 77, 81)}
        >>> claims = [
        ...     Claim(object=town, source=source, value=value)
        ...     for source, values in said.items()
        ...     for town, value in zip(("Aldorf", "Birken", "Cornau"), values)
        ... ]
        >>> [(choice.object, choice.value) for choice in combine(claims).choices]
        [('Aldorf', 512.0), ('Birken', 77.0), ('Cornau', 18.0)]
    """
    from sayso.estimation.combining import combine_claims  # numpy, 0.1 s

    return combine_claims(claims, method=method)


def nowcast(
    reports: Iterable[ReportedCount],
    *,
    as_of: dt.date | None = None,
    max_delay: int | None = None,
    level: float = 0.9,
    method: str = "smooth",
) -> "tuple[Nowcast, ...]":
    """What counts that are still being reported will be once all reports are in.

    How long reports take is learned from those that came before, for each day of the week; the last dates lean on the
    course of the dates before them. Only what was known by ``as_of`` is used. Dates are days, or weeks where all of
    them lie whole weeks apart; other rhythms are not known.

    Args:
        reports: How many events of each reference date became known on each report date; dates need not be in order.
        as_of: The day to look from; None takes the last report date.
        max_delay: The longest delay that counts, in steps of the reference dates: days for daily data, weeks for
            weekly. None takes the longest seen.
        level: What share of final counts the ranges should cover.
        method: ``smooth``; or ``chain_ladder``, the textbook's method, which gives no range.

    Returns:
        Low, best and high for each reference date, in order of time; none where nothing was known.

    Raises:
        PeriodError: The dates span more than 20,000 steps, or there are too many dates and delays at once.
        SettingsError: ``level`` does not lie between 0 and 1, or ``max_delay`` is below 0.
        UnknownNameError: There is no such method.

    Examples:
        >>> days = [dt.date(2025, 3, day) for day in range(1, 29)]
        >>> reports = [
        ...     ReportedCount(reference_date=day, report_date=day + dt.timedelta(days=late), count=count)
        ...     for day in days
        ...     for late, count in ((0, 60), (1, 40))
        ... ]
        >>> last = nowcast(reports, as_of=days[-1])[-1]
        >>> last.reported, last.best
        (60, 100)
    """
    from sayso.estimation.nowcast import nowcast_counts  # the same

    return nowcast_counts(reports, as_of=as_of, max_delay=max_delay, level=level, method=method)


def read_headline(reading: Reading) -> Reading | None:
    """The headline read on its own; None when there is none, or when the text that was read holds it."""
    document = reading.document
    if not document.title or document.title in document.text[slice(*document.body)]:
        return None
    return read(make_document(document.title, date=document.date))


def _documents(
    source: Source | Iterable[Document],
    *,
    format: str,
    encoding: str | None,
    on_error: Callable[[DocumentError], None] | None,
) -> Iterator[Document]:
    if isinstance(source, Document):
        return iter((source,))
    if isinstance(source, str | Path | bytes) or hasattr(source, "read"):
        return iter_documents(cast(Opened, source), format=format, encoding=encoding, on_error=on_error)
    return iter(source)


def _read_document(document: Document, reader: Reader, attributor: Attributor) -> Reading:
    outline = make_outline(document)
    found = reader.find_figures(document, outline)
    attributed = attributor.attribute(document, outline, found.figures, read_by=reader.stage)
    statements = attributed.statements
    links = tuple(
        make_relation(
            document.id, link.kind, targets=(statements[link.target].id,), source=statements[link.source].id,
            cue=link.cue, stage=reader.stage,
        )
        for link in found.links
    )  # fmt: skip
    return Reading(document=document, statements=statements, relations=(*links, *attributed.relations))
