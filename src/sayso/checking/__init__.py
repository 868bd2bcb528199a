"""CHECK: statements and relations in; findings with their assumptions, and what could not be compared, out."""

from sayso.checking.check import CheckLimits, Frame, check_statements
from sayso.checking.comparing import compare_amounts
from sayso.checking.implied_ranges import find_range
from sayso.checking.lenses import LENSES

__all__ = ["LENSES", "CheckLimits", "Frame", "check_statements", "compare_amounts", "find_range"]
