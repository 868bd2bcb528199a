"""The fuzz run: articles changed at random in, crashes, spans that are not verbatim and differing bytes out."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import count, islice
from multiprocessing import get_context
from typing import NamedTuple

from bench.articles import CORPORA, iter_articles
from bench.library import make_report
from bench.mutations import change_text
from bench.sweep import Outcome, compare, read_all, read_one
from sayso.model import Document

FUZZED = (
    *(corpus for corpus in CORPORA if corpus[1] == "dev.jsonl"),
    ("gold", "unlabelled.jsonl"),
    ("tempeval3", "dev.jsonl"),
)
"""Development articles of every kind; they come round again with other changes until there are enough."""

TWICE = 20
"""Every how-manieth article is read a second time, in a process whose string hashes are seeded differently."""


class Fuzzed(NamedTuple):
    """What became of the changed articles.

    Attributes:
        articles: Articles read.
        originals: Different articles that they were made of.
        words: Words of all of them, by white space.
        statements: Statements found.
        spans: Spans compared.
        twice: Articles read a second time.
        changes: How often each kind of change was made, by its name.
        cpu_s: CPU seconds of reading.
        slowest: CPU seconds and name of the article that took longest.
        faults: A line for each crash, bad span and article that reads differently the second time.
    """

    articles: int
    originals: int
    words: int
    statements: int
    spans: int
    twice: int
    changes: dict[str, int]
    cpu_s: float
    slowest: tuple[float, str]
    faults: tuple[str, ...]


class _Timed(NamedTuple):
    outcome: Outcome
    cpu_s: float


def fuzz(*, articles: int = 10_000, seed: int = 1, jobs: int = 2) -> Fuzzed:
    """Change articles at random and read them.

    Args:
        articles: How many.
        seed: Another one makes other changes.
        jobs: Processes.

    Raises:
        MissingDataError: The articles are not on this machine.
    """
    originals = [document for corpus in FUZZED for document in iter_articles(*corpus)]
    changed = list(islice(iter_changed(originals, seed=seed), articles))
    documents = [document for document, _ in changed]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        timed = list(pool.map(_read_timed, documents, chunksize=16))
    first = [one.outcome for one in timed]
    again = read_all(documents[::TWICE], jobs=jobs, hash_seed="2")
    rest = compare(first, first)
    differing = compare(first[::TWICE], again).faults
    slowest = max(timed, key=lambda one: one.cpu_s)
    return Fuzzed(
        articles=len(documents),
        originals=min(len(originals), articles),
        words=sum(len(document.text.split()) for document in documents),
        statements=rest.statements,
        spans=rest.spans,
        twice=len(again),
        changes=dict(sorted(Counter(name for _, names in changed for name in names).items())),
        cpu_s=round(sum(one.cpu_s for one in timed), 1),
        slowest=(round(slowest.cpu_s, 2), slowest.outcome.id),
        faults=tuple(dict.fromkeys((*rest.faults, *differing))),
    )


def iter_changed(originals: Sequence[Document], *, seed: int) -> Iterator[tuple[Document, tuple[str, ...]]]:
    """Every article changed, then every one again changed otherwise, without end; with the names of the changes."""
    for turn in count():
        for document in originals:
            name = f"{seed}/{turn}/{document.id}"
            changed = change_text(document.text, seed=name)
            title = change_text(document.title, seed=name).text if document.title else None
            report = make_report(changed.text, id=name, title=title, date=document.date, publisher=document.publisher)
            yield report, changed.changes


def _read_timed(document: Document) -> _Timed:
    started = time.process_time()
    outcome = read_one(document)
    return _Timed(outcome, time.process_time() - started)
