"""The hand-built reading and its check, as fixtures."""

import pytest

from sayso.model import CheckReport, Reading
from tests.display.samples import make_reading, make_report


@pytest.fixture
def reading() -> Reading:
    """The reading built by hand."""
    return make_reading()


@pytest.fixture
def report(reading: Reading) -> CheckReport:
    """Its check."""
    return make_report(reading)
