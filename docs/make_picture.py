"""Draws the picture of the README from what `sayso read` really prints on a terminal.

python docs/make_picture.py              # docs/pages/picture.svg
python docs/make_picture.py --check      # exit code 1 when the picture shows something else
"""

import io
import os
import re
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
COMMAND = ("sayso", "read", "examples/desertion.txt")
PICTURE = ROOT / "docs" / "pages" / "picture.svg"
COLUMNS = 118
ROWS = 60
_FONT_FROM_ELSEWHERE = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)


def capture(command: tuple[str, ...], *, columns: int, rows: int) -> str:
    """What a command prints on a terminal of this size, with its colours."""
    reader, writer = os.openpty()
    termios.tcsetwinsize(writer, (rows, columns))
    dropped = ("NO_COLOR", "COLUMNS", "LINES", "CI")
    env = {name: value for name, value in os.environ.items() if name not in dropped and not name.startswith("SAYSO_")}
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    env["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), env["PATH"]])
    with tempfile.TemporaryFile() as told:  # no progress bar: standard error is no terminal
        running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=writer, stderr=told, cwd=ROOT, env=env)
        os.close(writer)
        printed = _read_all(reader)
        os.close(reader)
        if running.wait():
            told.seek(0)
            raise SystemExit(f"{' '.join(command)}: exit code {running.returncode}\n{told.read().decode()}")
    return printed.replace("\r\n", "\n")


def _read_all(reader: int) -> str:
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(reader, 65536)
        except OSError:  # how Linux says that nobody writes to a terminal any more
            part = b""
        if not part:
            return b"".join(parts).decode("utf-8")
        parts.append(part)


def draw(printed: str, *, columns: int, title: str) -> str:
    """What was printed as an SVG that loads nothing from elsewhere; the same bytes for the same text."""
    console = Console(record=True, width=columns, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(printed), soft_wrap=False)
    local = _FONT_FROM_ELSEWHERE.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code", "DejaVu Sans Mono")
    return console.export_svg(title=title, theme=MONOKAI, code_format=local, unique_id="sayso")


def main(arguments: list[str]) -> int:
    """Draw the picture, or check the one that is there."""
    drawn = draw(capture(COMMAND, columns=COLUMNS, rows=ROWS), columns=COLUMNS, title=" ".join(COMMAND))
    if "--check" in arguments:
        return 0 if PICTURE.exists() and PICTURE.read_text(encoding="utf-8") == drawn else 1
    PICTURE.write_text(drawn, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
