"""calibrate: weights from labelled articles."""

from sayso.attribution.calibration import Labelled, calibrate

_TEXT = "The mayor shouted that the dam broke. The crew painted that wall."


def test_calibrate_prefers_the_cue_that_is_labelled_and_repeats_itself() -> None:
    said = Labelled(_TEXT, ((((0, 9),), ((10, 17),), ((18, 36),)),))
    weights = calibrate([said] * 20)
    assert weights == calibrate([said] * 20)
    assert weights["l=shout"] > 0
    assert "l=paint" not in weights
