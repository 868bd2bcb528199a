"""The shipped weights are the ones whose figures the card gives."""

import hashlib
from importlib.resources import files

import pytest

WEIGHTS = files("sayso.attribution").joinpath("weights")
LINES = WEIGHTS.joinpath("SHA256SUMS").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_weights_have_the_digest_stated(line: str) -> None:
    digest, name = line.split()
    assert hashlib.sha256(WEIGHTS.joinpath(name).read_bytes()).hexdigest() == digest
    assert digest in WEIGHTS.joinpath("CARD.md").read_text(encoding="utf-8")


def test_weights_stay_small_enough_to_ship() -> None:
    assert len(WEIGHTS.joinpath("tagger.onnx").read_bytes()) < 25_000_000
