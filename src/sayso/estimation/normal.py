"""The normal distribution for arrays: its function, the logarithm of it, and the chance of an interval far out."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_A = (
    3.16112374387056560e0,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3,
    1.85777706184603153e-1,
)
_B = (2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3)
_C = (
    5.64188496988670089e-1, 8.88314979438837594e0, 6.61191906371416295e1, 2.98635138197400131e2,
    8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3,
    2.15311535474403846e-8,
)  # fmt: skip
_D = (
    1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
    3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
)  # fmt: skip
_P = (
    3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2,
    6.58749161529837803e-4, 1.63153871373020978e-2,
)  # fmt: skip
_Q = (
    2.56852019228982242e0, 1.87295284992346725e0, 5.27905102951428412e-1, 6.05183413124413191e-2,
    2.33520497626869185e-3,
)  # fmt: skip
_ROOT_PI = 5.6418958354775628695e-1
_SMALL = 0.46875
_LARGE = 4.0
_NARROW = 1e-6
"""Standard deviations under which an interval's chance is its width times the density: the difference would lose digits."""
LOG_ROOT_TAU = 0.91893853320467274178


def ndtr(x: Array) -> Array:
    """The chance of a standard normal value below ``x``, to full relative precision in the lower tail.

    Source:
        W. J. Cody 1969, Rational Chebyshev approximations for the error function, Math. Comp. 23, 631-637.
    """
    flat = np.atleast_1d(np.asarray(x, dtype=np.float64))
    size = np.abs(flat) * np.sqrt(0.5)
    out = np.empty_like(size)
    small = size <= _SMALL
    out[small] = 0.5 + 0.5 * _erf_small(flat[small] * np.sqrt(0.5))
    rest = ~small
    tail = 0.5 * _scaled_erfc(size[rest]) * np.exp(-0.5 * flat[rest] ** 2)
    out[rest] = np.where(flat[rest] < 0, tail, 1.0 - tail)
    found: Array = out.reshape(np.shape(x))
    return found


def log_ndtr(x: Array) -> Array:
    """The logarithm of ``ndtr``, to full relative precision everywhere.

    Examples:
        >>> round(float(log_ndtr(np.array([-40.0]))[0]), 6)
        -804.608442
    """
    flat = np.atleast_1d(np.asarray(x, dtype=np.float64))
    out = np.empty_like(flat)
    low = flat < -_SMALL * np.sqrt(2.0)
    value = flat[low]
    with np.errstate(divide="ignore"):
        out[low] = np.log(0.5 * _scaled_erfc(-value * np.sqrt(0.5))) - 0.5 * value**2
    out[~low] = np.log1p(-ndtr(-flat[~low]))
    found: Array = out.reshape(np.shape(x))
    return found


def log_interval(low: Array, high: Array) -> Array:
    """The logarithm of the chance of a standard normal value between ``low`` and ``high``; ends may be infinite.

    Args:
        low: Lower ends.
        high: Upper ends, none below its lower end.
    """
    is_right = low > -high
    first, last = np.where(is_right, -high, low), np.where(is_right, -low, high)
    chance = ndtr(last) - ndtr(first)
    out = np.full(chance.shape, -np.inf)
    far = ~(chance > 1e-290)
    np.log(chance, out=out, where=~far)
    narrow = last - first < _NARROW
    if narrow.any():
        middle = 0.5 * (first[narrow] + last[narrow])
        out[narrow] = np.log(last[narrow] - first[narrow]) - 0.5 * middle**2 - LOG_ROOT_TAU
        far = far & ~narrow
    if far.any():
        above, below = log_ndtr(last[far]), log_ndtr(first[far])
        out[far] = above + np.log1p(-np.exp(below - above))
    return out


def _erf_small(x: Array) -> Array:
    square = x * x
    top, bottom = _A[4] * square, square
    for a, b in zip(_A[:3], _B[:3], strict=True):
        top, bottom = (top + a) * square, (bottom + b) * square
    return x * (top + _A[3]) / (bottom + _B[3])


def _scaled_erfc(x: Array) -> Array:
    """exp(x^2) erfc(x) for x above 0.46875."""
    out = np.empty_like(x)
    middle = x <= _LARGE
    out[middle] = _erfc_middle(x[middle])
    out[~middle] = _erfc_large(x[~middle])
    return out


def _erfc_middle(x: Array) -> Array:
    top, bottom = _C[8] * x, x
    for c, d in zip(_C[:7], _D[:7], strict=True):
        top, bottom = (top + c) * x, (bottom + d) * x
    return (top + _C[7]) / (bottom + _D[7])


def _erfc_large(x: Array) -> Array:
    with np.errstate(over="ignore", invalid="ignore"):
        square = 1.0 / (x * x)
        top, bottom = _P[5] * square, square
        for p, q in zip(_P[:4], _Q[:4], strict=True):
            top, bottom = (top + p) * square, (bottom + q) * square
        return (_ROOT_PI - square * (top + _P[4]) / (bottom + _Q[4])) / x
