"""ESTIMATE: statements come in, what they support comes out; so far the toll that one report gives."""

from sayso.estimation.counts import Toll
from sayso.estimation.toll import choose_toll

__all__ = ["Toll", "choose_toll"]
