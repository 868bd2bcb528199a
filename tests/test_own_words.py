"""Nothing that we ship was copied: no run of nine words stands in the development texts too."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

RUN = 9
"""Words in a row that two writers hardly choose alike; shorter runs are often a formula or a name."""
SUFFIXES = (".py", ".md", ".txt", ".jsonl", ".yaml", ".toml")
GENERIC = ("training/", "bench/floors.json")
_WORD = re.compile(r"[a-z]+|\d+")


def runs_of(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    for start in range(len(words) - RUN + 1):
        run = tuple(words[start : start + RUN])
        if len(set(run)) >= RUN - 2:  # "one two one two" is a list, not a sentence
            yield run


def shipped_texts() -> Iterator[tuple[str, str]]:
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no git checkout, so it is not known which files are ours")
    for name in listed.stdout.splitlines():
        if name.endswith(SUFFIXES) and not name.startswith(GENERIC):
            yield name, (ROOT / name).read_text(encoding="utf-8")


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings_in(item)


def other_texts() -> Iterator[str]:
    data = Path(os.environ.get("SAYSO_BENCH_DATA", ROOT.parent / "shared" / "data"))
    seed = ROOT.parent / "shared" / "seed"
    names = (
        "gold/reports",
        "gold/unlabelled",
        "fakes/dev",
        "gva/dev",
        "polnear/dev",
        "idmc_kili/dev",
        "idmc_idetect/dev",
        "newsquant/dev",
        "tempeval3/dev",
    )
    files = [path for name in names if (path := data / f"{name}.jsonl").exists()]
    if not files:
        pytest.skip(f"no development data at {data}")
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from strings_in(json.loads(line) | {"id": ""})  # an id may be named
    for path in seed.glob("*.txt"):
        yield path.read_text(encoding="utf-8")


def test_no_sentence_of_the_development_texts_is_shipped() -> None:
    ours: dict[tuple[str, ...], str] = {}
    for name, text in shipped_texts():
        for run in runs_of(text):
            ours.setdefault(run, name)
    copied = sorted({(ours[run], " ".join(run)) for text in other_texts() for run in runs_of(text) if run in ours})
    assert not copied
