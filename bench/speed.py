"""Speed: real articles in, words per CPU-second by stage, start-up time and memory out."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from bench.articles import iter_articles
from bench.library import read_report
from bench.measured_command import peak_mb
from bench.sets.polnear import find_tokens
from sayso.attribution import EnglishAttributor
from sayso.model import Document, make_outline
from sayso.reading import EnglishReader

CORPORA = (("polnear", "dev.jsonl"), ("fakes", "dev.jsonl"), ("gva", "dev.jsonl"))
"""Political news with few figures, war news with many, and local news of crime."""

STARTS = 5
"""Runs of the command line; the median of them is not moved by one that the machine disturbed."""

REPORT = "Flooding killed 12 people in the valley and left 3,400 homeless, the interior ministry said on Monday.\n"
COMMAND = Path(__file__).with_name("measured_command.py")

T = TypeVar("T")


class SpeedRow(NamedTuple):
    """A measurement.

    Attributes:
        measure: What was measured.
        value: How much.
        unit: Of what.
        n: Words, or runs.
    """

    measure: str
    value: float
    unit: str
    n: int


def measure_speed(*, limit: int | None = None) -> list[SpeedRow]:
    """Time each stage on warm articles, then a cold start of ``sayso read`` on one sentence.

    Times are CPU time of one process, so that a busy machine changes them little; start-up is wall time, because that
    is what a user waits for. The stages run one after the other over all articles; the first article warms them up.

    Args:
        limit: At most so many articles of each file; None takes all.

    Raises:
        MissingDataError: The articles are not on this machine.
    """
    documents = [document for corpus in CORPORA for document in islice(iter_articles(*corpus), limit)]
    read_report(documents[0])
    words = sum(len(find_tokens(document.text)) for document in documents)
    seconds = time_stages(documents)
    rows = [SpeedRow(stage, round(words / spent, 1), "words/CPU-s", words) for stage, spent in seconds.items()]
    rows.append(SpeedRow("peak memory", round(peak_mb(), 1), "MB", words))
    return rows + measure_start()


def time_stages(documents: Sequence[Document]) -> dict[str, float]:
    """CPU seconds of each stage over all documents; the last is the whole ``sayso.read``."""
    reader, attributor = EnglishReader(), EnglishAttributor()
    outlines, outline_s = _timed(make_outline, ((document,) for document in documents))
    found, reading_s = _timed(reader.find_figures, zip(documents, outlines, strict=True))

    def attribute(position: int) -> object:
        figures = found[position].figures
        return attributor.attribute(documents[position], outlines[position], figures, read_by=reader.stage)

    _, attribution_s = _timed(attribute, ((position,) for position in range(len(documents))))
    _, whole_s = _timed(read_report, ((document,) for document in documents))
    return {"outline": outline_s, "reading": reading_s, "attribution": attribution_s, "whole read": whole_s}


def measure_start() -> list[SpeedRow]:
    """Wall time, CPU time and memory of ``sayso read`` on a file of one sentence, each run a new process."""
    waited, spent, peaks = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(REPORT, encoding="utf-8")
        for _ in range(STARTS):
            started = time.perf_counter()
            command = [sys.executable, str(COMMAND), "read", str(path)]
            answer = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
            waited.append(time.perf_counter() - started)
            used = json.loads(answer.stderr.splitlines()[-1])
            spent.append(used["cpu_s"])
            peaks.append(used["peak_mb"])
    return [
        SpeedRow("start-up of sayso read", round(statistics.median(waited), 3), "s wall", STARTS),
        SpeedRow("CPU of sayso read", round(statistics.median(spent), 3), "CPU-s", STARTS),
        SpeedRow("peak memory of sayso read", round(max(peaks), 1), "MB", STARTS),
    ]


def _timed(work: Callable[..., T], arguments: Iterable[tuple[object, ...]]) -> tuple[list[T], float]:
    started = time.process_time()
    results = [work(*one) for one in arguments]
    return results, time.process_time() - started
