"""Measures sayso and writes the benchmark section of the README; takes minutes, and needs the labelled sets.

python -m docs.benchmarks           # quality, speed, and the other systems that are installed
python -m docs.benchmarks quality   # that part alone; the others stay as they are
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from docs.blocks import ROOT

README = ROOT / "README.md"
_START = "<!-- benchmarks: written by `python -m docs.benchmarks` -->\n"
_END = "<!-- end of benchmarks -->"


class Part(NamedTuple):
    """One table of the section: the command that measures it, and the sentences above it."""

    command: str
    words: str


PARTS: dict[str, Part] = {
    "quality": Part(
        "python -m bench quality all",
        "Quality on labelled development sets; low and high are the bootstrap 90% limits, n the answers judged.",
    ),
    "speed": Part("python -m bench speed", "Speed and memory on one core."),
    "peers": Part("python -m bench peers", "Other finders of quantities in the same run, on the same sentences."),
}


def measure(part: Part) -> list[Mapping[str, Any]]:
    """The rows that a command prints."""
    command = [sys.executable, *part.command.split()[1:], "--format", "jsonl"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def make_table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows with the same keys as a Markdown table."""
    names = list(rows[0])
    lines = [f"| {' | '.join(names)} |", f"| {' | '.join('---' for _ in names)} |"]
    lines += [f"| {' | '.join(_cell(row[name]) for name in names)} |" for row in rows]
    return "\n".join(lines) + "\n"


def make_part(rows: Sequence[Mapping[str, Any]]) -> str:
    """The table of what was measured, and a sentence for each system that could not be, with the reason."""
    measured = [row for row in rows if "reason" not in row]
    refused = [f"{row['system']} {row['reason']}.\n" for row in rows if "reason" in row]
    return "\n".join(filter(None, [make_table(measured) if measured else "", "".join(refused)]))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) < 10 else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def write_parts(readme: str, tables: Mapping[str, str]) -> str:
    """The README with these tables in its benchmark section; the other tables stay."""
    before, _, rest = readme.partition(_START)
    section, _, after = rest.partition(_END)
    if not rest or _END not in rest:
        raise ValueError(f"expected {_START.strip()!r} and {_END!r} in the README, found no such section")
    kept = dict(re.findall(r"<!-- (\w+) -->\n(.*?)(?=<!-- \w+ -->\n|\Z)", section, re.DOTALL))
    known = {
        **kept,
        **{name: f"\n{PARTS[name].words}\n`{PARTS[name].command}`\n\n{table}\n" for name, table in tables.items()},
    }
    written = "".join(f"<!-- {name} -->\n{known[name]}" for name in PARTS if name in known)
    return f"{before}{_START}{written}{_END}{after}"


def main(arguments: list[str]) -> int:
    """Measure the parts named, or all, and write them."""
    tables = {name: make_part(measure(PARTS[name])) for name in (arguments or PARTS)}
    README.write_text(write_parts(README.read_text(encoding="utf-8"), tables), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
