"""Reports that we annotated ourselves: how well figures are read in reports that no rule was first made for.

The definitions are those of ``bench.sets.gold``; each figure has the one reading of its annotator, so a field that the
guide leaves open counts as wrong more often than there. The annotations lie beside this package and hold offsets,
dates and lemmas only; the texts are those of ``gold/unlabelled.jsonl`` and stay there.

The choice of event and place is trained on the set ``reports``, so ``event``, ``place`` and ``record_right`` flatter
there. The set ``held_reports`` trains nothing: it says what to expect of reports that nobody has seen.
"""

import hashlib
import json
from pathlib import Path

from bench.data import BrokenDataError, Item, load_items
from bench.sets import gold
from bench.tallies import BenchSet

_FOLDER = Path(__file__).resolve().parents[1] / "annotations"
ANNOTATIONS = _FOLDER / "reports.jsonl"
"""Annotated by gold/GUIDE.md before anything of sayso's was run on the reports; rules were then mended on 28 of the 98,
and the weights for events, places and confidence are trained on all of them."""
HELD = _FOLDER / "held.jsonl"
"""Annotated alike, and used for nothing but measuring: what to expect on reports that nobody has seen."""


def load_annotated(path: Path = ANNOTATIONS, *, limit: int | None = None) -> list[Item]:
    """Annotated reports in the form of the gold set, in file order.

    Args:
        path: The annotations.
        limit: At most so many; None takes all.

    Raises:
        MissingDataError: The texts are not on this machine.
        BrokenDataError: A report is missing, or its text is not the one that was annotated.
    """
    texts = {item["id"]: item for item in load_items("reports")}
    lines = path.read_text(encoding="utf-8").splitlines()[:limit]
    return [_join(json.loads(line), texts, path) for line in lines]


def _join(annotated: Item, texts: dict[str, Item], path: Path) -> Item:
    report = texts.get(annotated["id"])
    if report is None or hashlib.sha256(report["text"].encode()).hexdigest() != annotated["text_sha256"]:
        raise BrokenDataError(f"{path}: expected report {annotated['id']} as annotated, found another text or none")
    figures = [{"required": True, "readings": [_make_reading(figure, report)]} for figure in annotated["figures"]]
    return report | {"figures": figures}


def _make_reading(figure: Item, report: Item) -> Item:
    """A figure with its words put back in from the report."""
    text, interval = report["text"], figure["interval"]
    return figure | {
        "number": _quote(figure["number"], text),
        "counted": _quote(figure["counted"], text),
        "event": _quote(figure["event"], text),
        "interval": None if interval is None else {"start": interval[0], "end": interval[1], "as_written": None},
        "place": _name_place(figure["place"], report),
        "sources": [
            {"start": first, "end": last, "exact": text[first:last], "norm": norm or text[first:last], "link": link}
            for first, last, norm, link in figure["sources"]
        ],
    }


def _quote(span: list[int] | None, text: str) -> Item | None:
    return None if span is None else {"start": span[0], "end": span[1], "exact": text[span[0] : span[1]]}


def _name_place(place: list[int] | Item | None, report: Item) -> str | None:
    """The place as written, in the text or else in the title."""
    if place is None:
        return None
    words: str = report["title"] if isinstance(place, dict) else report["text"]
    start, end = place["title"] if isinstance(place, dict) else place
    return words[start:end]


SET = BenchSet("reports", gold.METRICS, lambda limit: load_annotated(limit=limit), gold.count)
HELD_SET = BenchSet("held_reports", gold.METRICS, lambda limit: load_annotated(HELD, limit=limit), gold.count)
