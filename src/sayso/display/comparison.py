"""A claim held against evidence in; the verdict and each pair of numbers on a terminal out."""

from rich.console import Console
from rich.text import Text

from sayso.display.wording import squeeze
from sayso.model import Comparison, Verdict

_STYLES: dict[Verdict, str] = {"supports": "bold green", "refutes": "bold red", "undecided": "bold yellow"}


def show_comparison(comparison: Comparison, *, console: Console) -> None:
    """Print the verdict, a line for each number of the claim, and what was assumed.

    Args:
        comparison: What to show.
        console: Where to print.
    """
    _print(console, Text(comparison.verdict, style=_STYLES[comparison.verdict]))
    for pair in comparison.pairs:
        _print(console, Text.assemble("  ", (f"{pair.verdict}  ", _STYLES[pair.verdict]), squeeze(pair.words)))
    if not comparison.pairs and comparison.reason:
        _print(console, Text(f"  {comparison.reason}"))
    for assumption in comparison.assumptions:
        _print(console, Text(f"  assuming: {squeeze(assumption.words)}", style="dim"))


def _print(console: Console, line: Text) -> None:
    console.print(line, soft_wrap=True)
