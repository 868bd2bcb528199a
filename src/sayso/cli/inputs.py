"""Files and standard input in; readings out, one by one; what cannot be read is told on stderr and counted."""

import enum
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.codebooks import choose_measures
from sayso.cli.exits import Exit, find_exit
from sayso.cli.outputs import warn
from sayso.cli.progress import Bar
from sayso.model import DocumentError, Measure, Reading, SaysoError


class InputFormat(enum.StrEnum):
    """What the input is."""

    AUTO = "auto"
    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"


FilesArgument = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Reports: text, HTML, JSON lines; - is standard input.")
]
InputOption = Annotated[InputFormat, typer.Option("--input", "-i", help="What the input is.")]
EncodingOption = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Its encoding. [default: found out]")
]


class Inputs:
    """The reports named on the command line.

    Attributes:
        measures: The measures that they are read with.
        problems: How many could not be taken in so far.
        without_figures: The names of those that were read and hold no figure, so far.
        bar: The progress bar that counts them.
    """

    def __init__(
        self, names: Iterable[str], format: InputFormat, encoding: str | None, codebooks: Sequence[str] | None = None
    ) -> None:
        self._names = tuple(names)
        self._format = format
        self._encoding = encoding
        self.measures: tuple[Measure, ...] = choose_measures(codebooks)
        self.problems = 0
        self.without_figures: list[str] = []
        self.bar = Bar(self.count_documents)
        for name in self._names:
            if re.match(r"https?://", name):
                raise typer.BadParameter(f"{name} is a URL, and sayso fetches nothing: save the page and name the file")
        if self._names.count("-") > 1:
            raise typer.BadParameter("standard input can be read only once")

    def __iter__(self) -> Iterator[Reading]:
        with self.bar:
            yield from self.bar.over(self._iter_readings())

    def try_each(self, readings: Iterable[Reading], act: Callable[[Reading], None]) -> None:
        """Act on every reading; an error about one of them is told and counted, and the rest goes on."""
        for reading in readings:
            try:
                act(reading)
            except SaysoError as err:
                if find_exit(err) is not Exit.INPUT:
                    raise
                self._report(err)

    def end(self) -> None:
        """End the verb with exit code 3 when there were problems."""
        if self.problems:
            raise typer.Exit(Exit.INPUT)

    def tell_without_figures(self) -> None:
        """Say on stderr which inputs hold no figure: empty output alone looks like a failure."""
        for name in self.without_figures:
            warn(f"{name}: no figures found")

    def _iter_readings(self) -> Iterator[Reading]:
        import sayso

        for name in self._names:
            documents = statements = 0
            source = sys.stdin.buffer if name == "-" else Path(name)
            try:
                for reading in sayso.iter_readings(
                    source,
                    format=self._format.value,
                    encoding=self._encoding,
                    measures=self.measures,
                    on_error=self._report,
                ):
                    documents += 1
                    statements += len(reading.statements)
                    yield reading
            except DocumentError as err:
                self._report(err)
            if documents and not statements:
                self.without_figures.append("standard input" if name == "-" else name)

    def _report(self, err: SaysoError) -> None:
        self.problems += 1
        with self.bar.hidden():
            warn(str(err))

    def count_documents(self) -> int | None:
        """How many documents there are to read; None when that cannot be told without reading them."""
        counts = [_count_in(name, self._format) for name in self._names]
        return None if None in counts else sum(count for count in counts if count)


def _count_in(name: str, format: InputFormat) -> int | None:
    path = Path(name)
    if name == "-" or not path.is_file():  # a pipe must not be read twice
        return None
    is_lines = format is InputFormat.JSONL or (format is InputFormat.AUTO and path.suffix in (".jsonl", ".ndjson"))
    if not is_lines:
        return 1
    try:
        with path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return None
