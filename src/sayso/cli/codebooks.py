"""The measures to read and check with: the codebooks named on the command line or in the settings, and the shipped."""

from collections.abc import Sequence
from typing import Annotated

import typer

from sayso.model import Measure, find_setting

CodebookOption = Annotated[
    list[str] | None,
    typer.Option(
        "--codebook", "-c", metavar="FILE", help="A codebook of your own. [default: SAYSO_CODEBOOKS, sayso.toml]"
    ),
]


def choose_measures(given: Sequence[str] | None) -> tuple[Measure, ...]:
    """The measures of the codebooks given, else of those in the settings, and the shipped ones behind them."""
    import sayso

    named = [name.strip() for name in find_setting("codebooks").split(",") if name.strip()]
    return sayso.load_measures(*(given or named))
