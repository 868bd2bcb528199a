"""The normal distribution for arrays, held against fifty digits of decimal arithmetic."""

import math
from decimal import Decimal, localcontext

import numpy as np
import pytest

from sayso.estimation.normal import log_interval, log_ndtr, ndtr

POINTS = [-37.5, -20.0, -8.3, -5.7, -3.0, -1.0, -0.67, -0.66, -0.1, 0.0, 0.3, 0.66, 0.67, 2.0, 5.0, 8.0]


def exact_ndtr(x: float) -> Decimal:
    """The chance below x: the series of Marsaglia 2004 for the body, a continued fraction for the tail."""
    with localcontext() as context:
        context.prec = 60
        value = Decimal(x)
        density = (-value * value / 2).exp() / (
            2 * Decimal("3.14159265358979323846264338327950288419716939937510582")
        ).sqrt()
        if value < -3:
            fraction = Decimal(0)
            for step in range(4000, 0, -1):
                fraction = step / (-value + fraction)
            return density / (-value + fraction)
        term = total = value
        for step in range(1, 500):
            term = term * value * value / (2 * step + 1)
            total += term
        return Decimal("0.5") + density * total


@pytest.mark.parametrize("x", POINTS)
def test_ndtr_is_right_to_twelve_digits(x: float) -> None:
    assert float(ndtr(np.array([x]))[0]) == pytest.approx(float(exact_ndtr(x)), rel=1e-12)


@pytest.mark.parametrize("x", POINTS)
def test_log_ndtr_is_right_to_twelve_digits(x: float) -> None:
    with localcontext() as context:
        context.prec = 60
        expected = float(exact_ndtr(x).ln())
    assert float(log_ndtr(np.array([x]))[0]) == pytest.approx(expected, rel=1e-12)


def test_log_interval_keeps_its_digits_far_out_and_when_narrow() -> None:
    low, high = np.array([-np.inf, 50.0, 1.0, 30.0, -2.0]), np.array([np.inf, 51.0, 1.0 + 1e-9, np.inf, -1.0])
    found = log_interval(low, high)
    narrow = math.log((1.0 + 1e-9) - 1.0) - 0.5 - 0.5 * math.log(2 * math.pi)
    body = float((exact_ndtr(-1.0) - exact_ndtr(-2.0)).ln())
    with localcontext() as context:
        context.prec = 60
        far = float((exact_ndtr(-50.0) - exact_ndtr(-51.0)).ln())
        tail = float(exact_ndtr(-30.0).ln())
    assert found == pytest.approx([0.0, far, narrow, tail, body], rel=1e-8)
