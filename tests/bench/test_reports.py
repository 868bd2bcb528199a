"""Reports annotated by ourselves: offsets and texts are put together, and only when they belong together."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from bench.data import BrokenDataError
from bench.sets.gold import count_records, parse_gold
from bench.sets.reports import ANNOTATIONS, HELD, load_annotated
from tests.bench.values import make_counted, make_event, make_quantity, make_statement

TEXT = "The storm killed 12 people on Sunday."
FIGURE = {
    "number": [17, 19], "low": 12, "high": 12, "bound": "exact", "counted": [20, 26], "counted_norm": "person",
    "event": [10, 16], "event_norm": "kill", "aspect": "flow", "interval": ["2025-06-01", None],
    "place": {"title": [0, 5]},
    "sources": [[0, 9, "the storm centre", "stated"]], "modality": "asserted",
}  # fmt: skip


@pytest.fixture
def annotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Annotations of one report, whose text lies in the data folder."""
    monkeypatch.setenv("SAYSO_BENCH_DATA", str(tmp_path))
    (tmp_path / "gold").mkdir()
    report = {"id": "r1", "title": "Storm", "date": "2025-06-03", "publisher": "Ours", "text": TEXT}
    (tmp_path / "gold" / "unlabelled.jsonl").write_text(json.dumps(report), encoding="utf-8")
    return _write(tmp_path, {"id": "r1", "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "figures": [FIGURE]})


def _write(folder: Path, line: dict[str, Any]) -> Path:
    path = folder / "annotations.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return path


def test_offsets_get_their_words_back(annotated: Path) -> None:
    (item,) = load_annotated(annotated)
    (figure,) = item["figures"]
    (reading,) = figure["readings"]
    assert [reading[name]["exact"] for name in ("number", "counted", "event")] == ["12", "people", "killed"]
    assert reading["interval"] == {"start": "2025-06-01", "end": None, "as_written": None}
    assert reading["place"] == "Storm"
    assert reading["sources"][0]["exact"] == "The storm"


def test_annotated_report_is_scored_like_gold(annotated: Path) -> None:
    (item,) = load_annotated(annotated)
    right = make_statement(
        make_quantity(12, unit="person"), at=(17, 19), counted=make_counted("person"), event=make_event("kill")
    )
    assert count_records(parse_gold(item), [right])["record_right"].right == 1
    assert count_records(parse_gold(item), [])["record_right"].right == 0


@pytest.mark.parametrize(("id", "digest"), [("r2", hashlib.sha256(TEXT.encode()).hexdigest()), ("r1", "0" * 64)])
def test_annotation_of_another_text_is_refused(annotated: Path, id: str, digest: str) -> None:
    path = _write(annotated.parent, {"id": id, "text_sha256": digest, "figures": []})
    with pytest.raises(BrokenDataError, match=f"expected report {id} as annotated"):
        load_annotated(path)


def test_annotations_hold_no_text() -> None:
    files = (ANNOTATIONS, HELD)
    lines = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({line["id"] for line in lines}) == len(lines) == 112
    assert all("text" not in line for line in lines)
    norms = {source[2] or "" for line in lines for figure in line["figures"] for source in figure["sources"]}
    assert max(len(norm.split()) for norm in norms) <= 6
