"""What the tagger learns from: passages of our own, and how annotations become tags of words."""

import itertools
import json

from bench.library import Said
from bench.matching import Offsets
from training.tagger.examples import CONTENT, PASSAGES, REPORTS, SOURCE, iter_examples


def test_passages_are_annotated_within_their_text_and_parts_do_not_overlap() -> None:
    for line in PASSAGES.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        for one in passage["attributions"]:
            spans = sorted([one["cue"], *one["content"], *([one["source"]] if one["source"] else [])])
            assert all(0 <= start < end <= len(passage["text"]) for start, end in spans)
            assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


def test_reports_are_named_by_digest_and_hold_no_text() -> None:
    for line in REPORTS.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        assert sorted(report) == ["attributions", "id", "text_sha256"]
        assert len(report["text_sha256"]) == 64


def test_iter_examples_tags_source_and_content_of_each_cue() -> None:
    text = "Police said 12 died."
    (example,) = iter_examples(text, [Said((Offsets(0, 6),), (Offsets(7, 11),), (Offsets(12, 19),))])
    assert example.told is not None
    (told,) = example.told
    assert told.cue == (1, 2)
    assert told.roles == (SOURCE, 0, CONTENT, CONTENT + 1, 0)


def test_iter_examples_leaves_out_what_stands_in_another_block() -> None:
    text = "Police spoke.\n\n12 died."
    said = Said((Offsets(0, 6),), (Offsets(7, 12),), (Offsets(15, 22),))
    first, second = iter_examples(text, [said])
    assert first.told is not None
    assert second.told == ()
    assert first.told[0].roles == (SOURCE, 0, 0)
