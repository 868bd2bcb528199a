"""The console that all text goes through: its colours, its width, and lines without trailing spaces."""

import os
import re
from typing import IO, Literal

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.display.wording import describe_figure
from sayso.model import Bound, Statement

Colour = Literal["auto", "always", "never"]

BOUND_STYLES: dict[Bound, str] = {
    "exact": "bold blue",
    "about": "bold cyan",
    "at_least": "bold magenta",
    "more_than": "bold magenta",
    "at_most": "bold yellow",
    "less_than": "bold yellow",
    "range": "bold green",
    "vague": "bold italic",
}
TEXT_WIDTH = 100
"""Columns after which running text is broken, because longer lines are hard to read."""

_LEAST_WIDTH = 40
_TRAILING = re.compile(r" +$", re.MULTILINE)  # rich pads lines to the width, which clutters a file


def make_console(file: IO[str] | None = None, *, width: int | None = None, colour: Colour = "auto") -> Console:
    """A console that writes to a file.

    Args:
        file: Where to write; None is standard output.
        width: Columns; None takes the terminal's, or 80 where there is none.
        colour: ``auto`` colours on a terminal unless ``NO_COLOR`` is set; ``always`` and ``never`` do as they say.
    """
    is_plain = colour == "never" or (colour == "auto" and bool(os.environ.get("NO_COLOR")))
    return Console(
        file=file,
        width=None if width is None else max(width, _LEAST_WIDTH),
        force_terminal=True if colour == "always" else None,
        color_system=None if is_plain else "auto",
        no_color=is_plain,
        highlight=False,
        markup=False,
        emoji=False,
    )


def make_figure(statement: Statement) -> Text:
    """The figure as read, in the colour of its bound."""
    return Text(describe_figure(statement), style=BOUND_STYLES[statement.quantity.bound])


def indent(renderable: RenderableType, columns: int) -> Padding:
    """The same, so many columns to the right."""
    return Padding(renderable, (0, 0, 0, columns))


def print_trimmed(console: Console, renderable: RenderableType, *, width: int | None = None) -> None:
    """Print without the spaces that pad each line."""
    with console.capture() as capture:
        console.print(renderable, width=width)
    console.file.write(_TRAILING.sub("", capture.get()))
