"""The word list is made from counts of tags alone, always the same way."""

import json
from pathlib import Path

import pytest

from sayso.attribution.tagging import load_forms
from training.attribution_words import find_base, list_words, read_counts, write_list

ROWS: list[tuple[str, str, int]] = [
    ("claim", "NN", 5),
    ("claim", "VBP", 3),
    ("claim", "VB", 3),
    ("claims", "NNS", 6),
    ("claimed", "VBD", 9),
    ("claimed", "JJ", 1),
    ("house", "NN", 50),
    ("rarely", "RB", 2),
    ("quickly", "RB", 9),
    ("severe", "JJ", 9),
    ("London", "NNP", 9),
]


def test_list_words_keeps_verbs_and_adjectives_and_leaves_out_what_is_guessed() -> None:
    assert list_words(read_counts(ROWS)) == ["claim NZB claim", "claimed V claim", "claims NZ claim", "severe J"]


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("said", "say"),
        ("stopped", "stop"),
        ("stating", "state"),
        ("denied", "deny"),
        ("passed", "pass"),
        ("told", "tell"),
    ],
)
def test_find_base_undoes_what_spelling_does(form: str, base: str) -> None:
    assert find_base(form, "V", {"stop", "state", "deny", "pass", "passe"}) == base


def test_write_list_gives_lines_that_the_tagger_reads(tmp_path: Path) -> None:
    counts = tmp_path / "counts.json"
    counts.write_text(json.dumps(ROWS), encoding="utf-8")
    write_list(counts, tmp_path / "words.txt")
    assert (tmp_path / "words.txt").read_text(encoding="utf-8").splitlines() == list_words(read_counts(ROWS))


def test_shipped_list_knows_reporting_verbs_in_every_form() -> None:
    forms = load_forms()
    assert {forms[form].lemma for form in ("say", "says", "said", "saying")} == {"say"}
    assert {forms[form].lemma for form in ("deny", "denies", "denied")} == {"deny"}
