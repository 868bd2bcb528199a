"""A progress bar on stderr, from the third second on, and only on a terminal."""

import contextlib
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:  # rich takes 80 ms to load, and most runs end before a bar is wanted
    from rich.progress import Progress, TaskID

T = TypeVar("T")

DELAY_S = 2.0
"""Seconds of work before the bar appears."""


class Bar:
    """Counts documents; shows itself when the work takes longer than ``DELAY_S``.

    Attributes:
        done: Documents so far.
    """

    def __init__(self, count_all: Callable[[], int | None], *, is_shown: bool | None = None) -> None:
        """Make a bar.

        Args:
            count_all: How many documents there are, None when that cannot be told; called only when the bar appears,
                in another thread.
            is_shown: Whether it may appear; None when stderr is a terminal.
        """
        self.done = 0
        self._count_all = count_all
        self._is_shown = sys.stderr.isatty() if is_shown is None else is_shown
        self._timer = threading.Timer(DELAY_S, self._appear)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._shown = threading.Event()
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        if self._is_shown:
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._is_shown = False
            if self._progress is not None:
                self._progress.stop()

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """The same items, each counted when the next is asked for."""
        for item in items:
            yield item
            self.done += 1
            if self._progress is not None and self._task is not None:
                self._progress.update(self._task, completed=self.done)

    @contextlib.contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the bar away while something is printed on the same terminal."""
        with self._lock:
            if self._progress is not None:
                self._progress.stop()
            try:
                yield
            finally:
                if self._progress is not None:
                    sys.stdout.flush()
                    self._progress.start()

    def wait_until_shown(self, *, timeout_s: float) -> bool:
        """Wait for the bar to appear; returns whether it did in time."""
        return self._shown.wait(timeout_s)

    def _appear(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        console = Console(file=sys.stderr)
        progress = Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
        total = self._count_all()
        with self._lock:
            if self._is_shown:
                self._task = progress.add_task("reading", total=total, completed=self.done)
                progress.start()
                self._progress = progress
                self._shown.set()
