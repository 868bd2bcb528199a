"""``python -m bench``: quality, speed, growth, check_speed, peers, calibration, combiners, floors and more.

Exit codes: 0 all well; 1 a floor, the calibration, the sweep or the fuzz run failed; 2 wrong use, or a
set without a scorer; 3 the data is absent.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence

from bench.data import MissingDataError
from bench.floors import corpus_digest, judge, load_floors, save_floors
from bench.quality import UnknownSetError, choose_sets, measure
from bench.sets import SETS
from bench.show import print_rows
from bench.tallies import LOWER_IS_BETTER

FAILED = 1
WRONG_USE = 2
NO_DATA = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    options = _parser().parse_args(arguments)
    commands = {
        "quality": _quality, "speed": _speed, "growth": _growth, "check_speed": _check_speed, "peers": _peers,
        "pronouns": _pronouns, "linkers": _linkers, "combiners": _combiners, "calibration": _calibration,
        "sweep": _sweep, "fuzz": _fuzz, "floors": _floors,
    }  # fmt: skip
    try:
        return commands[options.command](options)
    except MissingDataError as err:
        print(f"bench: {err}", file=sys.stderr)
        return NO_DATA
    except UnknownSetError as err:
        print(f"bench: {err}", file=sys.stderr)
        return WRONG_USE


def _quality(options: argparse.Namespace) -> int:
    chosen = choose_sets(options.sets)

    def rows() -> Iterator[Mapping[str, object]]:
        for bench_set in chosen:
            for row in measure(bench_set, limit=options.limit, jobs=options.jobs):
                yield row._asdict()

    print_rows(rows(), as_json=options.format == "jsonl")
    return 0


def _speed(options: argparse.Namespace) -> int:
    from bench.speed import measure_speed

    rows = measure_speed(limit=options.limit)
    print_rows((row._asdict() for row in rows), as_json=options.format == "jsonl")
    return 0


def _growth(options: argparse.Namespace) -> int:
    from bench.growth import measure_growth

    print_rows((row._asdict() for row in measure_growth(n=options.n)), as_json=options.format == "jsonl")
    return 0


def _check_speed(options: argparse.Namespace) -> int:
    from bench.checks import measure_checks

    rows = measure_checks(topics=options.topics, jobs=options.jobs)
    print_rows((row._asdict() for row in rows), as_json=options.format == "jsonl")
    return 0


def _peers(options: argparse.Namespace) -> int:
    from bench.peers import NotInstalled, compare_peers

    refused = []

    def rows() -> Iterator[Mapping[str, object]]:
        for answer in compare_peers(limit=options.limit):
            if isinstance(answer, NotInstalled):
                refused.append(answer)
            else:
                yield {"system": answer.set, **dict(list(answer._asdict().items())[1:])}

    as_json = options.format == "jsonl"
    print_rows(rows(), as_json=as_json)
    for one in refused:  # a program that reads the rows learns of it there, a person beside the table
        if as_json:
            print_rows([{"system": one.name, "reason": one.reason}], as_json=True)
        else:
            print(f"{one.name}: {one.reason}", file=sys.stderr)
    return 0


def _pronouns(options: argparse.Namespace) -> int:
    from bench.pronouns import compare_ways

    print_rows((row._asdict() for row in compare_ways(limit=options.limit)), as_json=options.format == "jsonl")
    return 0


def _linkers(options: argparse.Namespace) -> int:
    from bench.linkers import compare_linkers

    print_rows((row._asdict() for row in compare_linkers(limit=options.limit)), as_json=options.format == "jsonl")
    return 0


def _combiners(options: argparse.Namespace) -> int:
    from bench.panels import compare_methods

    print_rows((row._asdict() for row in compare_methods(limit=options.limit)), as_json=options.format == "jsonl")
    return 0


def _sweep(options: argparse.Namespace) -> int:
    from bench.sweep import sweep

    swept = sweep(limit=options.limit, jobs=options.jobs)
    for fault in swept.faults:
        print(fault, file=sys.stderr)
    print(
        f"{swept.articles:,} articles twice, {swept.statements:,} statements, {swept.spans:,} spans compared: "
        f"{len(swept.faults)} faults"
    )
    return FAILED if swept.faults else 0


def _fuzz(options: argparse.Namespace) -> int:
    from bench.fuzz import fuzz

    fuzzed = fuzz(articles=options.articles, seed=options.seed, jobs=options.jobs)
    for fault in fuzzed.faults:
        print(fault, file=sys.stderr)
    made = ", ".join(f"{name} {often:,}" for name, often in fuzzed.changes.items())
    print(f"changes: {made}")
    print(
        f"{fuzzed.articles:,} changed articles ({fuzzed.originals:,} originals, {fuzzed.words:,} words), "
        f"{fuzzed.twice:,} of them twice, {fuzzed.statements:,} statements, {fuzzed.spans:,} spans compared, "
        f"{fuzzed.cpu_s:,} CPU-s, longest {fuzzed.slowest[0]} s ({fuzzed.slowest[1]}): {len(fuzzed.faults)} faults"
    )
    return FAILED if fuzzed.faults else 0


def _calibration(options: argparse.Namespace) -> int:
    from bench.calibration import measure_calibration

    grids = ("full", "plugin") if options.grid == "both" else (options.grid,)
    rows = [
        row for grid in grids for row in measure_calibration(data_sets=options.data_sets, kind=grid, seed=options.seed)
    ]
    print_rows((row._asdict() for row in rows), as_json=options.format == "jsonl")
    held = {grid: all(row.holds for row in rows if row.grid == grid) for grid in {row.grid for row in rows}}
    return 0 if all(holds == (grid != "plugin") for grid, holds in held.items()) else FAILED


def _floors(options: argparse.Namespace) -> int:
    pinned, passed = load_floors(), True
    for bench_set in choose_sets(options.sets or ["all"]):
        try:
            corpus = corpus_digest(bench_set.name)
        except MissingDataError:
            print(f"{bench_set.name}: skipped: no data")
            continue
        rows = measure(bench_set, jobs=options.jobs)
        errors = [metric.name for metric in bench_set.metrics if metric.kind in LOWER_IS_BETTER]
        verdict = judge(pinned.get(bench_set.name, {}), rows, corpus=corpus, lower=options.lower, errors=errors)
        for line in verdict.lines:
            print(f"{bench_set.name}: {line}")
        print(f"{bench_set.name}: {'held' if verdict.passed else 'lowered' if options.lower else 'FAILED'}")
        passed = passed and (verdict.passed or options.lower)
        if (options.update and verdict.passed) or options.lower:
            pinned[bench_set.name] = verdict.floors
    if options.update or options.lower:
        save_floors({name: pinned[name] for name in SETS if name in pinned})
    return 0 if passed else FAILED


def _parser() -> argparse.ArgumentParser:
    as_written = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__, formatter_class=as_written)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    quality = commands.add_parser("quality", help="a row for each metric of one or more sets")
    quality.add_argument("sets", nargs="+", metavar="SET", help=f"{', '.join(SETS)} or all")
    speed = commands.add_parser("speed", help="words per CPU-second by stage, start-up, memory")
    growth = commands.add_parser("growth", help="hard texts at one length and at twice that: 2 is linear time")
    growth.add_argument("--n", type=_count, default=500, metavar="N", help="length in 40 characters (default 500)")
    checks = commands.add_parser("check_speed", help="how long the checking engine takes, beside its levels")
    checks.add_argument("--topics", type=_count, default=100_000, metavar="N", help="small topics (default 100000)")
    peers = commands.add_parser("peers", help="other quantity finders beside sayso on newsquant")
    pronouns = commands.add_parser("pronouns", help='who "he" and "the ministry" is: sayso beside two plain ways')
    linkers = commands.add_parser("linkers", help="which source and content are a cue's: sayso beside the nearest")
    combiners = commands.add_parser("combiners", help="claims with known truths: lookup beside the known methods")
    calibration = commands.add_parser("calibration", help="how often the bands of estimates hold what they should")
    calibration.add_argument("--data-sets", type=_count, default=1000, metavar="N", help="worlds drawn (default 1000)")
    calibration.add_argument(
        "--grid",
        choices=("full", "star", "plugin", "both"),
        default="both",
        help="shared parameters; both is full, which has to hold, and plugin, which must not",
    )
    calibration.add_argument("--seed", type=int, default=1, metavar="N", help="another one draws other worlds")
    swept = commands.add_parser("sweep", help="every article twice: no crash, spans verbatim, same bytes")
    fuzzed = commands.add_parser("fuzz", help="articles changed at random: no crash, spans verbatim, same bytes")
    fuzzed.add_argument("--articles", type=_count, default=10_000, metavar="N", help="how many (default 10000)")
    fuzzed.add_argument("--seed", type=int, default=1, metavar="N", help="another one makes other changes")
    floors = commands.add_parser("floors", help="the quality gate: fail when a metric is below its pinned floor")
    floors.add_argument("sets", nargs="*", metavar="SET", help="the default is all")
    floors.add_argument("--update", action="store_true", help="raise floors to what is measured, never lower one")
    floors.add_argument("--lower", action="store_true", help="set floors to what is measured, lower ones too")
    for command in (quality, speed, growth, checks, peers, pronouns, linkers, combiners, calibration):
        command.add_argument("--format", choices=("table", "jsonl"), default="table")
    for command in (quality, speed, peers, pronouns, linkers, combiners, swept):
        command.add_argument("--limit", type=_count, metavar="N", help="at most so many items (of each file)")
    for command, jobs in ((quality, 1), (checks, 2), (swept, 2), (fuzzed, 2), (floors, 2)):
        text = f"processes (default {jobs}); the rows do not depend on it"
        command.add_argument("--jobs", type=_count, default=jobs, metavar="N", help=text)
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number of at least 1, found {text}")
    return number


if __name__ == "__main__":
    raise SystemExit(main())
