"""Measures: codebooks loaded and checked, and the measure of a counted thing with its event."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from sayso.model import CodebookError, ContractError, Measure, convert

_CODEBOOKS = ("conflict", "displacement", "disaster", "health", "crowds")
_KEYS = {"codebook", "version", "measures"}


@cache
def shipped_measures() -> tuple[Measure, ...]:
    """The measures of the codebooks that sayso ships, in the order in which they are tried."""
    folder = files("sayso.codebooks")
    return tuple(
        measure
        for name in _CODEBOOKS
        for measure in parse_codebook(folder.joinpath(f"{name}.yaml").read_text(encoding="utf-8"), where=f"{name}.yaml")
    )


def load_codebook(path: Path) -> tuple[Measure, ...]:
    """The measures of a codebook file.

    Raises:
        CodebookError: The file cannot be read, is no YAML, or breaks the rules; every broken entry is named.
    """
    try:
        text = path.read_text(encoding="utf-8")
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
        >>> parse_codebook("codebook: x\nversion: 1\nmeasures: [{id: a, label: A, definition: D, unit: person}]")[0].id
        'a'
    """
    try:
        fields = yaml.safe_load(text)
    except yaml.YAMLError as err:
        raise CodebookError(f"expected YAML, found something else ({' '.join(str(err).split())})", where=where) from err
    if not isinstance(fields, dict) or set(fields) != _KEYS or not isinstance(fields["measures"], list):
        found = sorted(fields) if isinstance(fields, dict) else type(fields).__name__
        raise CodebookError(f"expected the keys codebook, version and a list of measures, found {found}", where=where)
    measures, problems = [], []
    for position, entry in enumerate(fields["measures"]):
        try:
            measures.append(_parse_measure(entry))
        except ContractError as err:
            problems.append(f"measures[{position}]: {err.message} ({err.where})")
    if problems:
        raise CodebookError("; ".join(problems), where=where, hint="docs/pages/reference/codebooks.md lists the fields")
    return tuple(measures)


def _parse_measure(entry: Any) -> Measure:
    known = set(Measure.__struct_fields__)
    unknown = sorted(set(entry) - known) if isinstance(entry, dict) else []
    if unknown:
        raise ContractError(
            f"unknown field {', '.join(unknown)}; known are {', '.join(sorted(known))}", where="Measure"
        )
    return convert(entry, Measure)


def find_measure(
    measures: Sequence[Measure], *, lemma: str | None, unit: str | None, event: str | None, sentence: str
) -> Measure | None:
    """The measure of a counted thing and what happened to it.

    Args:
        measures: The measures to choose from; the first that fits best wins.
        lemma: The counted thing's lemma; None when elided.
        unit: What one of it is.
        event: The event's lemma; None when nothing happened.
        sentence: The sentence, for measures that need other words beside.

    Returns:
        The measure; None when no codebook knows it.
    """
    best: tuple[int, Measure] | None = None
    for measure in measures:
        score = _fit(measure, lemma or unit, unit, event)
        if score and (best is None or score > best[0]) and _has_context(measure, sentence):
            best = (score, measure)
    return best[1] if best else None


def _fit(measure: Measure, lemma: str | None, unit: str | None, event: str | None) -> int:
    """0 for no fit; more for the thing itself than for its unit, and more where the event is named."""
    if lemma is None:
        return 0
    names = {lemma, lemma.split(" ")[-1]}
    if names & set(measure.counts):
        thing = 2
    elif unit == "person" and "person" in measure.counts:
        thing = 1
    else:
        return 0
    if not measure.events:
        return thing + (1 if thing == 2 else 0)
    return thing + 3 if event in measure.events else 0


def _has_context(measure: Measure, sentence: str) -> bool:
    return not measure.context or _context_pattern(measure.context).search(sentence) is not None


@cache
def _context_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


def by_id(measures: Iterable[Measure]) -> dict[str, Measure]:
    """Measures by their id; of two entries of one measure the first."""
    named: dict[str, Measure] = {}
    for measure in measures:
        named.setdefault(measure.id, measure)
    return named
