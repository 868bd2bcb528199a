"""A finding and its statements in; the names, quotes and steps that the terminal and the page show of it out."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.display.wording import count, describe_kind, format_number, make_safe, shorten_id, squeeze
from sayso.model import (
    Assumption,
    CheckReport,
    Document,
    Finding,
    Lens,
    NotChecked,
    ProofRow,
    ProofTerm,
    Repair,
    Statement,
    WouldHold,
)

_MOST_QUOTED = 260
"""Characters of a passage that are quoted around its figures; a longer sentence loses its ends."""

_DIGITS = 3
"""Digits of a factor: 1.16, 23.4, 1,000."""

_WORTH_DIGITS = 1000


_LENSES: dict[Lens, str] = {
    "literal": "read literally",
    "conveyed": "with what words convey",
    "linked": "with measures linked",
    "average": "with rates as averages",
    "each_period": "with rates in each period",
}


class Piece(NamedTuple):
    """A piece of a quote, and the statement whose figure it is; None for the words between."""

    text: str
    statement: str | None


class Quote(NamedTuple):
    """A passage as quoted, with the figures of a finding in it.

    Attributes:
        statements: Ids of the statements whose figures are marked, in text order.
        document_id: The document it stands in.
        pieces: Its words; they join to the text, white space squeezed, with an ellipsis where the sentence is cut.
    """

    statements: tuple[str, ...]
    document_id: str
    pieces: tuple[Piece, ...]


class Step(NamedTuple):
    """A single step that resolves a finding: the name of what is given up, and what that means."""

    name: str
    words: str


class Gap(NamedTuple):
    """Why figures were not compared: the reason, the checks that therefore did not run, the statements."""

    reason: str
    kinds: tuple[str, ...]
    statements: tuple[str, ...]


def name_statements(finding: Finding, labels: Mapping[str, str]) -> dict[str, str]:
    """The label of every statement of a finding; the first characters of the id where it has none."""
    concerned = [*finding.statements, *(name for side in finding.sides for name in side.statements)]
    return {name: labels.get(name, shorten_id(name)) for name in concerned}


def name_assumptions(assumptions: Sequence[Assumption]) -> list[tuple[str, Assumption]]:
    """The assumptions with their letters, ``(a)``, ``(b)``; the same key may stand there for several statements."""
    return [(f"({_letter(position)})", assumption) for position, assumption in enumerate(assumptions)]


def name_steps(finding: Finding, labels: Mapping[str, str]) -> list[Step]:
    """The repairs with the names that statements and assumptions have on the screen."""
    names = name_statements(finding, labels)
    waiting = name_assumptions(finding.assumptions)
    steps = []
    for repair in finding.repairs:
        name = names.get(repair.drop) or _take_letter(repair, waiting)
        steps.append(Step(name, squeeze(repair.words)))
    return steps


def describe_would_hold(held: WouldHold) -> str:
    """What a figure would have to be if it alone were wrong: ``at most 18,500``; empty when anything would do.

    Examples:
        >>> describe_would_hold(WouldHold(statement="a", low=0, high=18499.6, factor=1.2))
        'at most 18,499'
    """
    low = format_number(_round(held.low, is_up=True))
    if held.high is None:
        return f"at least {low}" if held.low > 0 else ""
    high = format_number(_round(held.high, is_up=False))
    if held.low <= 0:
        return f"at most {high}"
    return low if held.low == held.high else f"{low} to {high}"


def list_would_hold(finding: Finding, labels: Mapping[str, str]) -> list[tuple[str, str]]:
    """What each figure would have to be if it alone were wrong, as label and words with by how much it is off."""
    names = name_statements(finding, labels)
    rows = []
    for held in finding.would_hold:
        if words := describe_would_hold(held):
            off = f", off by a factor of {format_factor(held.factor)}" if held.factor is not None else ""
            rows.append((names.get(held.statement, shorten_id(held.statement)), f"would have to be {words}{off}"))
    return rows


def describe_common_factor(finding: Finding) -> str:
    """The factor by which all figures would have to be off together; empty when there is none, or only one figure."""
    if finding.common_factor is None or len(finding.statements) < 2:
        return ""
    both = "Both" if len(finding.statements) == 2 else "All"
    enough = math.ceil(round(finding.common_factor * 100, 6)) / 100  # rounded down it would not be enough
    return f"{both} together off by a factor of {format_number(enough)} would do as well."


def describe_proof_row(row: ProofRow, finding: Finding, labels: Mapping[str, str]) -> str:
    """One line of the exact arithmetic, with what it rests on.

    Returns:
        ``topic from 2025-10-01 to before 2025-11-01 ≥ 21550, by [1]``
    """
    terms = " + ".join(_word_term(term) for term in row.terms)
    sign = "≥" if row.side == "least" else "≤"
    names = name_statements(finding, labels)
    held = [(letter, one) for letter, one in name_assumptions(finding.assumptions) if one.key in row.assumptions]
    own = {one.key for _, one in held if one.statement in row.statements}  # the same key may stand there for others too
    letters = [letter for letter, one in held if one.key not in own or one.statement in row.statements]
    rests = [*(names.get(name, shorten_id(name)) for name in row.statements), *letters]
    times = "" if row.multiplier == "1" else f", taken {row.multiplier} times"
    return f"{terms} {sign} {row.bound}{times}{', by ' + ' '.join(rests) if rests else ''}"


def describe_factor(finding: Finding) -> str:
    """By how much the sides are apart: ``apart by a factor of 2.71``; empty when that is not known.

    Examples:
        >>> format_factor(2.71270), format_factor(1.0004), format_factor(1000)
        ('2.71', '1.0004', '1,000')
    """
    return f"apart by a factor of {format_factor(finding.factor)}" if finding.factor is not None else ""


def format_factor(factor: float) -> str:
    """A factor with no more digits than tell it from 1."""
    if factor >= _WORTH_DIGITS:
        return format_number(round(factor))
    digits = _DIGITS - len(str(int(factor)))
    while digits < 12 and round(factor, digits) == 1 != factor:
        digits += 1
    return format_number(round(factor, digits))


def quote_passages(finding: Finding, statements: Mapping[str, Statement]) -> list[Quote]:
    """The passages that the figures of a finding stand in, each once, in the order of the finding.

    Args:
        finding: The finding.
        statements: Statements by id; those of the finding that are not among them are left out.
    """
    held: dict[tuple[str, int, int], list[Statement]] = {}
    for name in finding.statements:
        if (statement := statements.get(name)) is not None:
            passage = statement.passage
            held.setdefault((statement.document_id, passage.start, passage.end), []).append(statement)
    return [_quote(sorted(group, key=lambda statement: statement.figure.start)) for group in held.values()]


def name_document(document: Document) -> str:
    """A document by its title, outlet and day, else by its address or its id."""
    known = [squeeze(part) for part in (document.title, document.publisher, document.date) if part]
    return " · ".join(known) or squeeze(document.url or f"document {shorten_id(document.id)}")


def list_concerned(findings: Iterable[Finding], statements: Mapping[str, Statement]) -> list[Statement]:
    """The statements that findings are about, each once, in the order in which they are quoted."""
    quotes = (quote for finding in findings for quote in quote_passages(finding, statements))
    return [statements[name] for name in dict.fromkeys(name for quote in quotes for name in quote.statements)]


def group_gaps(not_checked: Iterable[NotChecked]) -> list[Gap]:
    """What was not checked by reason, the reason that most figures share first."""
    groups: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for item in not_checked:
        kinds, statements = groups.setdefault(squeeze(item.reason), ({}, {}))
        kinds[describe_kind(item.kind)] = None
        statements.update(dict.fromkeys(item.statements))
    gaps = [Gap(reason, tuple(kinds), tuple(statements)) for reason, (kinds, statements) in groups.items()]
    return sorted(gaps, key=lambda gap: (-len(gap.statements), gap.reason))


def find_findings(report: CheckReport, id_prefix: str) -> list[Finding]:
    """The findings whose id is these characters, else those whose id starts with them."""
    whole = [finding for finding in report.findings if finding.id == id_prefix]
    return whole or [finding for finding in report.findings if finding.id.startswith(id_prefix)]


def _word_term(term: ProofTerm) -> str:
    days = ""
    if term.end is not None:
        days = f" from {term.start or 'the beginning'} to before {term.end}"
    factor = "" if term.factor == "1" else f"{term.factor} × "
    return f"{factor}{squeeze(term.of)}{days}"


def _round(value: float, *, is_up: bool) -> float:
    """The value with about three digits behind the first, rounded towards what is sure to resolve it."""
    digits = 0 if abs(value) >= _WORTH_DIGITS else 1 if abs(value) >= 10 else 4
    scale = 10.0**digits
    exact = round(value * scale, 6)  # so that 0.1 + 0.2 is not rounded up to 0.3001
    return (math.ceil(exact) if is_up else math.floor(exact)) / scale


def _letter(position: int) -> str:
    """The letters a to z, then a2 to z2."""
    turn, place = divmod(position, 26)
    return chr(ord("a") + place) + (str(turn + 1) if turn else "")


def _take_letter(repair: Repair, waiting: list[tuple[str, Assumption]]) -> str:
    for position, (letter, assumption) in enumerate(waiting):
        if assumption.key == repair.drop:
            del waiting[position]
            return letter
    return squeeze(repair.drop)


def _quote(statements: Sequence[Statement]) -> Quote:
    passage = statements[0].passage
    spans = []
    reached = passage.start
    for statement in statements:  # figures may lie on each other; each character is marked once
        start, end = max(statement.figure.start, reached), min(statement.figure.end, passage.end)
        if start < end:
            spans.append((start - passage.start, end - passage.start, statement.id))
            reached = end
    pieces = []
    words = passage.exact
    first, last = _find_window(words, spans)
    done = first
    for start, end, name in spans:
        pieces += [Piece(words[done:start], None), Piece(words[start:end], name)]
        done = end
    pieces.append(Piece(words[done:last], None))
    ends = ("… " if first else "", " …" if last < len(words) else "")
    return Quote(tuple(name for *_, name in spans), statements[0].document_id, tuple(_squeeze_pieces(pieces, ends)))


def _find_window(words: str, spans: Sequence[tuple[int, int, str]]) -> tuple[int, int]:
    """Where to begin and end the quote: the whole passage when it is short, else whole words around the figures."""
    if len(words) <= _MOST_QUOTED or not spans:
        return 0, len(words)
    start, end = spans[0][0], spans[-1][1]
    spare = max(_MOST_QUOTED - (end - start), _MOST_QUOTED // 3)
    before = min(start, max(spare // 2, spare - (len(words) - end)))
    first = start - before
    last = min(len(words), end + spare - before)
    if first and (space := words.find(" ", first, start)) >= 0:
        first = space + 1
    if last < len(words) and (space := words.rfind(" ", end, last)) >= 0:
        last = space
    return first, last


def _squeeze_pieces(pieces: Sequence[Piece], ends: tuple[str, str]) -> list[Piece]:
    """The pieces with safe characters and every stretch of white space one space, across their borders too."""
    squeezed: list[Piece] = []
    is_open = False
    for text, name in pieces:
        safe = make_safe(text)
        words = " ".join(safe.split())
        has_space = bool(squeezed) and (is_open or safe[:1].isspace())
        if not words:
            is_open = is_open or bool(safe)
            continue
        if has_space and name is not None:
            squeezed.append(Piece(" ", None))
        squeezed.append(Piece((" " if has_space and name is None else "") + words, name))
        is_open = safe[-1:].isspace()
    first, last = ends
    return [piece for piece in (Piece(first, None), *squeezed, Piece(last, None)) if piece.text]


def describe_lenses(report: CheckReport) -> str:
    """What holds and what does not, from the weakest reading to the strongest; empty where readings change nothing."""
    told, before = [], -1
    for lens, number in report.count_by_lens().items() if report.findings else ():
        if number != before:
            told.append(f"{_LENSES[lens]}: {count(number, 'finding') if number else 'all holds'}")
        before = number
    return " · ".join(told) if len(told) > 1 else ""
