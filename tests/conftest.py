"""Settings and fixtures that tests of every room share."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# Examples a property: 50 while writing; 200 in CI, always the same ones, because the whole of .ci/run has 25 minutes
# on two cores; 1,000 new ones where somebody has the time: `HYPOTHESIS_PROFILE=thorough`.
# No deadline: a busy machine is no failure, and speed is measured by `python -m bench speed`.
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("thorough", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files from what sayso reads now")


@pytest.fixture(scope="session")
def updates_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are written, not compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the project with reports that may not be copied into it; skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is absent: it holds real reports that are not ours to ship")
    return folder


@pytest.fixture(scope="session")
def bench_data() -> Path:
    """The folder of labelled sets, ``$SAYSO_BENCH_DATA`` or ``../shared/data``; skips where it is absent."""
    folder = Path(os.environ.get("SAYSO_BENCH_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no labelled sets at {folder}: set SAYSO_BENCH_DATA to their folder")
    return folder
