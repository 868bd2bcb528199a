"""Peers: other quantity finders and sayso on the same sentences in one run, judged by the same scorer.

Each peer gets a Python environment of its own, because their pins do not fit ours; it is made on the first run and
kept. A peer that does not install is reported with what pip said. A peer is judged only on what it can say: none of
them names referred concepts our way, and quantulum3 has no bounds.
"""

import json
import subprocess
import sys
import time
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.data import ROOT, load_items
from bench.quality import Row, summarize
from bench.sets.newsquant import SET, FoundQuantity, count_quantities, parse_gold, predict
from bench.tallies import BenchSet, Tally
from bench.units import unit_name

ENVIRONMENTS = ROOT / ".cache" / "peers"
"""Where the peers' environments are kept; not under version control."""


class Peer(NamedTuple):
    """A peer and what it takes to run it.

    Attributes:
        name: Its name and version.
        requirements: What pip is asked for.
        program: The file under ``bench/peer_programs`` that speaks for it; None when it has never installed here, so
            that nobody could write and try one.
        metrics: What it can be judged on.
        limit_s: How long pip may take.
        note: What is known about installing it.
    """

    name: str
    requirements: tuple[str, ...]
    program: str | None
    metrics: tuple[str, ...]
    limit_s: int
    note: str


PEERS = (
    Peer(
        "quantulum3 0.10.0",
        ("quantulum3==0.10.0", "scikit-learn==1.8.0", "stemming"),
        "quantulum.py",
        ("value_f1", "value_unit_f1"),
        600,
        "its bundled classifier only loads with scikit-learn 1.8",
    ),
    Peer(
        "CQE 2.0.3",
        ("CQE==2.0.3",),
        None,
        ("value_f1", "value_bound_f1", "value_unit_f1"),
        120,
        "it pins typing_extensions 4.4.0, emoji 1.7, protobuf 3.20.1 and inflect 5.4.0, which no torch and spaCy that "
        "run on Python 3.11 go with, so pip tries one version after the other, a gigabyte each",
    ),
)


class NotInstalled(NamedTuple):
    """A peer that cannot be measured here, and why."""

    name: str
    reason: str


def compare_peers(*, limit: int | None = None) -> Iterator[Row | NotInstalled]:
    """Rows of sayso and of every peer on NewsQuant, the peer's name as ``set``, as they are measured.

    Raises:
        MissingDataError: NewsQuant is not on this machine.
    """
    items = load_items(SET.name, limit=limit)
    gold = [[parse_gold(one) for one in item["quantities"]] for item in items]
    texts = [str(item["text"]) for item in items]
    ours = [count_quantities(wanted, predict(item)) for wanted, item in zip(gold, items, strict=True)]
    yield from _rows("sayso", [metric.name for metric in SET.metrics], ours)
    for peer in PEERS:
        python = install_peer(peer)
        if isinstance(python, NotInstalled):
            yield python
            continue
        found = ask_peer(python, peer, texts)
        tallies = [count_quantities(wanted, given) for wanted, given in zip(gold, found, strict=True)]
        yield from _rows(peer.name, peer.metrics, tallies)


def install_peer(peer: Peer) -> Path | NotInstalled:
    """The Python of a peer's environment, made if need be; or why there is none."""
    folder = ENVIRONMENTS / peer.name.replace(" ", "-")
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    done = folder / "installed"
    if not done.is_file():
        venv.create(folder, with_pip=True, clear=True)
        failure = _pip_install(python, peer)
        if failure:
            return NotInstalled(peer.name, f"{failure} ({peer.note})")
        done.touch()
    if peer.program is None:
        return NotInstalled(peer.name, "it installs now, but nobody has written bench/peer_programs for it yet")
    return python


def ask_peer(python: Path, peer: Peer, texts: Sequence[str]) -> list[list[FoundQuantity]]:
    """What a peer finds in each text.

    Raises:
        subprocess.CalledProcessError: The peer crashed; its last words are on standard error.
    """
    program = Path(__file__).parent / "peer_programs" / str(peer.program)
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    answer = subprocess.run([str(python), str(program)], input=lines, stdout=subprocess.PIPE, text=True, check=True)
    return [[_parse(one) for one in json.loads(line)] for line in answer.stdout.splitlines()]


def _parse(found: dict[str, object]) -> FoundQuantity:
    return FoundQuantity(
        low=float(str(found["low"])),
        high=float(str(found["high"])),
        change=str(found["change"]),
        units=frozenset([unit_name(str(found["unit"]))]),
    )


def _rows(name: str, metrics: Sequence[str], tallies: Sequence[Tally]) -> list[Row]:
    judged = BenchSet(name, tuple(metric for metric in SET.metrics if metric.name in metrics), SET.load, SET.judge)
    return summarize(judged, tallies)


def _pip_install(python: Path, peer: Peer) -> str:
    """What went wrong; empty when nothing did."""
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *peer.requirements]
    started = time.monotonic()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=peer.limit_s, check=False)
    except subprocess.TimeoutExpired:
        return f"did not install: pip was still looking for versions that fit after {peer.limit_s} s"
    if done.returncode == 0:
        return ""
    last = [line for line in done.stderr.splitlines() if line.strip()][-1:] or ["pip said nothing"]
    return f"did not install: {last[0].strip()} (after {time.monotonic() - started:.0f} s)"
