"""The sweep: every development article in, crashes, spans that are not verbatim and differing bytes out."""

import hashlib
import os
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Any, NamedTuple

import msgspec

from bench.articles import CORPORA, iter_articles
from bench.library import read_report
from sayso.model import Document, Reading, to_json


class Outcome(NamedTuple):
    """What became of one article.

    Attributes:
        id: The article.
        statements: How many statements it gave.
        spans: How many spans were compared with its text.
        bad_spans: What is wrong with those that do not read as they say.
        digest: sha256 of the reading as JSON; empty after a crash.
        crash: The traceback; empty when there was none.
    """

    id: str
    statements: int
    spans: int
    bad_spans: tuple[str, ...]
    digest: str
    crash: str


class Swept(NamedTuple):
    """What became of all of them.

    Attributes:
        articles: Articles read.
        statements: Statements found.
        spans: Spans compared.
        faults: A line for each crash, bad span and article that reads differently the second time.
    """

    articles: int
    statements: int
    spans: int
    faults: tuple[str, ...]


def sweep(*, limit: int | None = None, jobs: int = 2) -> Swept:
    """Read every article twice, in fresh processes whose string hashes are seeded differently.

    Args:
        limit: At most so many articles of each file; None takes all.
        jobs: Processes.

    Raises:
        MissingDataError: The articles are not on this machine.
    """
    documents = [document for corpus in CORPORA for document in islice(iter_articles(*corpus), limit)]
    first = read_all(documents, jobs=jobs, hash_seed="1")
    second = read_all(documents, jobs=jobs, hash_seed="2")
    return compare(first, second)


def compare(first: Sequence[Outcome], second: Sequence[Outcome]) -> Swept:
    """The counts of the first run, and every fault of both."""
    faults = []
    for one, other in zip(first, second, strict=True):
        if one.crash or other.crash:
            faults.append(f"{one.id}: crashed\n{one.crash or other.crash}")
        elif one.digest != other.digest:
            faults.append(f"{one.id}: reads differently the second time")
        faults += [f"{one.id}: {fault}" for fault in one.bad_spans]
    return Swept(
        articles=len(first),
        statements=sum(one.statements for one in first),
        spans=sum(one.spans for one in first),
        faults=tuple(faults),
    )


def read_all(documents: Sequence[Document], *, jobs: int, hash_seed: str) -> list[Outcome]:
    """Read documents in new processes with this ``PYTHONHASHSEED``; outcomes in the order of the documents."""
    before = os.environ.get("PYTHONHASHSEED")
    os.environ["PYTHONHASHSEED"] = hash_seed
    try:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            return list(pool.map(read_one, documents, chunksize=16))
    finally:
        if before is None:
            del os.environ["PYTHONHASHSEED"]
        else:
            os.environ["PYTHONHASHSEED"] = before


def read_one(document: Document) -> Outcome:
    """Read a document and compare every span with its text; a crash is an outcome here, for all are to be seen."""
    try:
        reading = read_report(document)
    except Exception:  # noqa: BLE001 - the sweep reports every crash and goes on
        return Outcome(document.id, 0, 0, (), "", traceback.format_exc())
    spans, bad = 0, []
    for path, start, end, exact in iter_spans(msgspec.to_builtins([reading.statements, reading.relations])):
        spans += 1
        if not 0 <= start <= end or document.text[start:end] != exact:
            bad.append(f"{path}: expected {exact!r} at {start}:{end}, found {document.text[start:end]!r}")
    return Outcome(document.id, len(reading.statements), spans, tuple(bad), digest_reading(reading), "")


def digest_reading(reading: Reading) -> str:
    """sha256 of a reading as one line of JSON."""
    return hashlib.sha256(to_json(reading).encode()).hexdigest()


def iter_spans(value: Any, path: str = "$") -> Iterator[tuple[str, int, int, str]]:
    """Every object, however deep, that has a ``start`` and an ``end`` in characters and its words as ``exact``."""
    if isinstance(value, dict):
        start, end, exact = value.get("start"), value.get("end"), value.get("exact")
        if isinstance(start, int) and isinstance(end, int) and isinstance(exact, str):
            yield path, start, end, exact
        for name, inner in value.items():
            yield from iter_spans(inner, f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for position, inner in enumerate(value):
            yield from iter_spans(inner, f"{path}[{position}]")
