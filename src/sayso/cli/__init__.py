"""The command line: one verb a public function; tables on a terminal, JSON lines in a pipe."""

from sayso.cli.app import app, main
from sayso.cli.exits import Exit

__all__ = ["Exit", "app", "main"]
