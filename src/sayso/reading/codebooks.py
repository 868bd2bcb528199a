"""Codebooks: YAML files in, measures that hang together out; what is broken is said entry by entry."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import Any

import yaml

from sayso.model import CodebookError, ContractError, Measure, MeasureLink, convert

_SHIPPED = ("conflict", "displacement", "disaster", "health", "crowds")
_KEYS = ("codebook", "version", "measures")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C, where PyYAML was built with it, is ten times as fast: 0.1 s of every start."""
_HINT = "docs/pages/reference/codebooks.md lists the fields"


def load_measures(*codebooks: str | PathLike[str], with_shipped: bool = True) -> tuple[Measure, ...]:
    """The measures to read and check with: your own codebooks, and the ones that sayso ships.

    Args:
        codebooks: YAML files. A measure of yours replaces a shipped one of the same id.
        with_shipped: Whether the shipped measures come along, behind yours.

    Returns:
        The measures in the order in which they are tried.

    Raises:
        CodebookError: A file cannot be read or breaks the rules, two files define one measure, or a link leads to a
            measure that none of them defines; every broken entry is named.

    Examples:
        >>> "killed" in {measure.id for measure in load_measures()}
        True
    """
    own = [(str(path), measure) for path in codebooks for measure in load_codebook(Path(path))]
    _refuse([f"{where}: {id} is defined in another codebook too" for where, id in _twice(own)])
    replaced = {measure.id for _, measure in own}
    shipped = [measure for measure in shipped_measures() if with_shipped and measure.id not in replaced]
    known = [*replaced, *(measure.id for measure in shipped)]
    _refuse([f"{where}: {problem}" for where, measure in own for problem in _find_loose_links(measure, known)])
    return (*(measure for _, measure in own), *shipped)


@cache
def shipped_measures() -> tuple[Measure, ...]:
    """The measures of the codebooks that sayso ships, in the order in which they are tried."""
    folder = files("sayso.codebooks")
    return tuple(
        measure
        for name in _SHIPPED
        for measure in parse_codebook(folder.joinpath(f"{name}.yaml").read_text(encoding="utf-8"), where=f"{name}.yaml")
    )


def load_codebook(path: Path) -> tuple[Measure, ...]:
    """The measures of a codebook file.

    Raises:
        CodebookError: The file cannot be read, is no YAML, or breaks the rules; every broken entry is named.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as err:
        raise CodebookError(
            f"expected a codebook in UTF-8, found a file that cannot be read ({err})", where=str(path)
        ) from err
    return parse_codebook(text, where=str(path))


def parse_codebook(text: str, *, where: str = "codebook") -> tuple[Measure, ...]:
    r"""The measures of a codebook.

    Args:
        text: YAML with the keys ``codebook``, ``version`` and ``measures``.
        where: The name to show in errors.

    Raises:
        CodebookError: The text is no YAML, or breaks the rules; every broken entry is named.

    Examples:
        >>> parse_codebook('''
        ... codebook: farms
        ... version: 1
        ... measures:
        ...   - id: sheep_lost
        ...     label: Sheep lost
        ...     definition: Sheep that died or went astray.
        ...     unit: sheep
        ...     wordings: [{counts: [sheep], events: [lose, die]}]
        ... ''')[0].id
        'sheep_lost'
    """
    try:
        fields = yaml.load(text, Loader=_LOADER)  # noqa: S506 - either loader makes plain values only
    except yaml.YAMLError as err:
        raise CodebookError(f"expected YAML, found something else ({' '.join(str(err).split())})", where=where) from err
    if not isinstance(fields, dict) or set(fields) != set(_KEYS) or not isinstance(fields["measures"], list):
        found = ", ".join(map(str, fields)) if isinstance(fields, dict) else type(fields).__name__
        raise CodebookError(
            f"expected the keys codebook, version and a list of measures, found {found}", where=where, hint=_HINT
        )
    measures: list[Measure] = []
    problems: list[str] = []
    for position, entry in enumerate(fields["measures"]):
        try:
            measures.append(_parse_measure(entry))
        except ContractError as err:
            problems.append(f"measures[{position}]: {err.message} ({err.where})")
    problems += [f"{id}: defined more than once; give it several wordings instead" for id in _repeated(measures)]
    _refuse(problems, where=where)
    return tuple(measures)


def _parse_measure(entry: Any) -> Measure:
    known = Measure.__struct_fields__
    unknown = [str(key) for key in entry if key not in known] if isinstance(entry, dict) else []
    if unknown:
        near = difflib.get_close_matches(unknown[0], known, n=1)
        meant = f", perhaps {near[0]}" if near else ""
        raise ContractError(
            f"unknown field {', '.join(unknown)}{meant}; known are {', '.join(known)}", where="Measure at $"
        )
    measure = convert(entry, Measure)
    problems = list(_find_problems(measure))
    if problems:
        raise ContractError("; ".join(problems), where=f"Measure {measure.id}")
    return measure


def _find_problems(measure: Measure) -> Iterator[str]:
    """What the types cannot say about a measure."""
    for name in ("id", "label", "definition", "unit"):
        if not getattr(measure, name).strip():
            yield f"expected words in {name}, found none"
    if not measure.wordings:
        yield "expected at least one entry in wordings, found none"
    for position, wording in enumerate(measure.wordings):
        if not wording.counts:
            yield f"expected at least one lemma in wordings[{position}].counts, found none"
        strange = [word for word in (*wording.counts, *wording.events) if word != word.strip().lower() or not word]
        if strange:
            yield f"expected lemmas in lower case in wordings[{position}], found {', '.join(map(repr, strange))}"
    for position, link in enumerate(measure.links):
        yield from (f"links[{position}]: {problem}" for problem in _find_link_problems(measure, link))


def _find_link_problems(measure: Measure, link: MeasureLink) -> Iterator[str]:
    if link.measure == measure.id:
        yield "expected another measure, found the measure itself"
    factors = [factor for factor in (link.low, link.best, link.high) if factor is not None]
    if link.kind != "converts":
        if factors:
            yield f"expected no low, best or high for {link.kind}, found {len(factors)}; only converts has them"
    elif link.low is None and link.high is None:
        yield "expected low or high for converts, found neither"
    elif factors != sorted(factors) or factors[0] <= 0:
        yield f"expected 0 < low <= best <= high, found {', '.join(f'{factor:g}' for factor in factors)}"


def _find_loose_links(measure: Measure, known: Sequence[str]) -> Iterator[str]:
    for link in measure.links:
        if link.measure not in known:
            near = difflib.get_close_matches(link.measure, known, n=1)
            meant = f"; perhaps {near[0]}" if near else ""
            yield f"{measure.id} is linked to {link.measure}, which no codebook defines{meant}"


def _repeated(measures: Iterable[Measure]) -> list[str]:
    return [id for id, number in Counter(measure.id for measure in measures).items() if number > 1]


def _twice(own: Sequence[tuple[str, Measure]]) -> list[tuple[str, str]]:
    repeated = _repeated(measure for _, measure in own)
    return [(where, measure.id) for where, measure in own if measure.id in repeated]


def _refuse(problems: Sequence[str], *, where: str = "") -> None:
    if problems:
        raise CodebookError("; ".join(problems), where=where, hint=_HINT)
