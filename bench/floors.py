"""The quality gate: what is measured in, and whether any metric got worse than its pinned floor out."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.data import FILES, file_digest, find_file
from bench.quality import Row

FLOORS_FILE = Path(__file__).with_name("floors.json")

MARGIN = 0.005
"""How far below the measured value a floor is set: sayso is deterministic, so a fall is a change of ours; half a
point leaves room for one that trades a few figures of a set for more of another, and catches all that matter."""


class Verdict(NamedTuple):
    """What the gate says.

    Attributes:
        lines: What to print, in order.
        passed: Whether nothing fell.
        floors: The floors as they would be after an update.
    """

    lines: tuple[str, ...]
    passed: bool
    floors: dict[str, Any]


def load_floors(path: Path = FLOORS_FILE) -> dict[str, Any]:
    """The pinned floors; empty when there are none yet."""
    if not path.is_file():
        return {}
    pinned: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return pinned


def save_floors(floors: Mapping[str, Any], path: Path = FLOORS_FILE) -> None:
    """Write the floors, sets and metrics in the order given."""
    path.write_text(json.dumps(floors, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def corpus_digest(set_name: str) -> str:
    """The sha256 of the file that a set is measured on; of the digests of its files where it is drawn from several."""
    names = FILES[set_name] if set_name == "injected" else FILES[set_name][:1]
    digests = [file_digest(find_file(set_name, name)) for name in names]
    return digests[0] if len(digests) == 1 else hashlib.sha256(" ".join(digests).encode()).hexdigest()


def judge(
    pinned: Mapping[str, Any], rows: Sequence[Row], *, corpus: str, lower: bool = False, errors: Collection[str] = ()
) -> Verdict:
    """Compare a set's rows with its floors.

    Args:
        pinned: The set's entry: ``{"corpus": sha256, "floors": {metric: floor}}``; empty for a set not pinned yet.
        rows: What was measured.
        corpus: The digest of the file that it was measured on.
        lower: Whether the updated floors may be worse than the pinned ones.
        errors: The metrics where lower is better; their floor is a ceiling.

    Returns:
        The verdict. A floor that was pinned and is not measured any more fails, and so does another corpus: its
        figures cannot be compared.
    """
    floors: dict[str, float] = dict(pinned.get("floors", {}))
    lines, passed = [], True
    if pinned and pinned["corpus"] != corpus:
        passed = False
        lines.append(f"the data changed: pinned on {pinned['corpus'][:12]}, measured on {corpus[:12]}")
    values = {row.metric: row.value for row in rows}
    measured = {metric: 0.0 if value is None else value for metric, value in values.items()}
    for metric in errors:
        if values.get(metric) is None:
            measured.pop(metric, None)  # an error that cannot be measured is no error of 0
    for metric in sorted(floors.keys() - measured.keys()):
        passed = False
        lines.append(f"{metric}: pinned, but not measured any more")
    updated = dict(floors)
    for metric, value in measured.items():
        floor, wanted = floors.get(metric), _floor_for(value, is_error=metric in errors)
        if floor is not None and (value > floor if metric in errors else value < floor):
            passed = False
            side = "above its ceiling" if metric in errors else "below its floor"
            lines.append(f"{metric}: {value:.4f} is {side} {floor:.4f}")
        best = min if metric in errors else max
        updated[metric] = wanted if floor is None or lower else best(floor, wanted)
    entry = {"corpus": corpus, "measured": values, "floors": updated}
    return Verdict(tuple(lines), passed, entry)


def _floor_for(value: float, *, is_error: bool) -> float:
    return round(value + MARGIN if is_error else max(0.0, value - MARGIN), 4)
