import doctest
import importlib

import pytest

MODULES = [
    "bench.tallies",
    "bench.matching",
    "bench.words",
    "bench.pronouns",
    "bench.units",
    "bench.articles",
    "bench.sets.idmc_idetect",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_run(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted > 0
    assert result.failed == 0
