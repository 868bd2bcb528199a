"""CHECK: statements and relations in; findings with their assumptions, and what could not be compared, out."""

from sayso.checking.check import CheckLimits, check_statements
from sayso.checking.comparing import compare_amounts

__all__ = ["CheckLimits", "check_statements", "compare_amounts"]
