"""Runs every block of code in the documentation, and writes the output of its commands anew.

    python -m docs.blocks            # say which blocks do not do what the page shows
    python -m docs.blocks --write    # put the real output of those into the pages

What a block of each language means:

- ``python`` runs; the blocks of one page share their names, as a reader who follows along does.
- ``pycon`` runs as a doctest; ``...`` stands for any text.
- ``bash`` runs and has to succeed; its output is not shown.
- ``console`` runs each line after ``$ ``; what follows is its output, where ``...`` stands for any text.
- ``json``, ``jsonl``, ``toml`` and ``yaml`` are read, and have to be what they say.

All of a page runs in a folder of its own with the project's ``examples`` in it. A block under the comment
``<!-- not run: REASON -->`` is only shown.
"""

import contextlib
import doctest
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
TIMEOUT_S = 120
_FENCE = re.compile(
    r"(?:<!-- not run: (?P<reason>[^\n]+) -->\n+)?^```(?P<language>\w+)?[^\n]*\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
_SHOWN_ONLY = ("text", "svg", "html", "csv")


class Block(NamedTuple):
    """One block of code: where it starts, what it holds, and why it does not run, if it does not."""

    page: Path
    line: int
    language: str
    code: str
    reason: str | None


class Mismatch(NamedTuple):
    """A block that does not do what its page shows, and the code with its real output where that is known."""

    block: Block
    problem: str
    correction: str | None = None


def pages() -> list[Path]:
    """Every page whose blocks run, in a fixed order."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs" / "pages").rglob("*.md"))]


def iter_blocks(page: Path) -> Iterator[Block]:
    """The blocks of code of a page, in its order."""
    words = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(words):
        line = words.count("\n", 0, match.start("code"))
        yield Block(page, line, match["language"] or "", match["code"], match["reason"])


def run_page(page: Path, folder: Path) -> list[Mismatch]:
    """Run every block of a page in a folder, and say which do not do what the page shows."""
    with contextlib.suppress(FileExistsError):
        (folder / "examples").symlink_to(ROOT / "examples")
    names: dict[str, Any] = {"__name__": "__main__"}
    runners = {"python": _run_python, "pycon": _run_doctest}
    mismatches: list[Mismatch | None] = []
    with contextlib.chdir(folder):
        for block in iter_blocks(page):
            if block.reason is not None or block.language in _SHOWN_ONLY:
                continue
            run = runners.get(block.language)
            mismatches.append(run(block, names) if run else _run_other(block, folder))
    return [mismatch for mismatch in mismatches if mismatch is not None]


def run_command(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a shell command as a reader would, with this environment's ``sayso`` and a window of 100 columns."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAYSO_")}
    env = kept | {"PATH": path, "COLUMNS": "100", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "HOME": str(folder)}
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=env, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
    )


def _run_python(block: Block, names: dict[str, Any]) -> Mismatch | None:
    source = compile("\n" * block.line + block.code, str(block.page), "exec")
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            exec(source, names)  # noqa: S102 - running the documentation is the point
        except Exception:  # noqa: BLE001 - whatever the code of a page raises is what is wrong with the page
            return Mismatch(block, traceback.format_exc())
    return None


def _run_doctest(block: Block, names: dict[str, Any]) -> Mismatch | None:
    parsed = doctest.DocTestParser().get_doctest(block.code, names, block.page.name, str(block.page), block.line)
    told = io.StringIO()
    runner = doctest.DocTestRunner(optionflags=_FLAGS, verbose=False)
    runner.run(parsed, out=told.write, clear_globs=False)
    names.update(parsed.globs)
    return Mismatch(block, told.getvalue()) if runner.failures else None


def _run_other(block: Block, folder: Path) -> Mismatch | None:
    if block.language == "console":
        return _run_console(block, folder)
    if block.language == "bash":
        done = run_command(f"set -euo pipefail\n{block.code}", folder)
        return Mismatch(block, f"exit code {done.returncode}: {done.stderr}") if done.returncode else None
    return _read_data(block)


def _run_console(block: Block, folder: Path) -> Mismatch | None:
    problems, written, failed = [], [], False
    for command, shown in _iter_commands(block):
        done = run_command(command, folder)
        real = "".join(f"{line.rstrip()}\n" for line in (done.stdout + done.stderr).splitlines())
        agrees = doctest.OutputChecker().check_output(shown, real, doctest.ELLIPSIS)
        written.append(f"$ {command}\n{shown if agrees else real}")
        failed |= bool(done.returncode) and not agrees
        if not agrees:
            problems.append(f"$ {command}\nshown:\n{shown}\nreal (exit code {done.returncode}):\n{real}")
    # A command that fails is corrected by hand, so that no traceback is ever written into a page.
    return Mismatch(block, "\n".join(problems), None if failed else "".join(written)) if problems else None


def _iter_commands(block: Block) -> Iterator[tuple[str, str]]:
    parts = re.split(r"^\$ ", block.code, flags=re.MULTILINE)
    if parts[0].strip() or len(parts) == 1:
        raise ValueError(f"{block.page}:{block.line}: expected a console block to start with '$ ', found {parts[0]!r}")
    for part in parts[1:]:
        match = re.match(r"(?P<command>(?:[^\n]*\\\n)*[^\n]*)\n(?P<shown>.*)", part, re.DOTALL)
        assert match is not None, part
        yield match["command"], match["shown"]


def _read_data(block: Block) -> Mismatch | None:
    readers: dict[str, Callable[[str], object]] = {"json": json.loads, "toml": tomllib.loads, "yaml": yaml.safe_load}
    if block.language == "jsonl":
        rows = block.code.splitlines()
    elif block.language in readers:
        rows = [block.code]
    else:
        return Mismatch(block, f"nobody knows how to run a block of {block.language or 'no language'!r}")
    read = readers["json" if block.language == "jsonl" else block.language]
    try:
        for row in rows:
            read(row)
    except (ValueError, yaml.YAMLError) as err:
        return Mismatch(block, str(err))
    return None


def _write(mismatches: list[Mismatch]) -> None:
    for block, _, correction in mismatches:
        if correction is not None:
            words = block.page.read_text(encoding="utf-8")
            block.page.write_text(words.replace(block.code, correction, 1), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Run every page; with ``--write``, correct the output that it shows."""
    failed = 0
    for page in pages():
        with tempfile.TemporaryDirectory() as folder:
            mismatches = run_page(page, Path(folder))
        if "--write" in arguments:
            _write(mismatches)
        for block, problem, correction in mismatches:
            failed += not ("--write" in arguments and correction is not None)
            print(f"{block.page.relative_to(ROOT)}:{block.line}: {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
