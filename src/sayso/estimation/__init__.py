"""ESTIMATE: what statements support: the toll of a report, one value from many claims, counts still being reported."""

from sayso.estimation.counts import Toll
from sayso.estimation.toll import choose_toll

__all__ = ["Toll", "choose_toll"]
