"""CHECK: statements and relations in; findings with their assumptions, and what could not be compared, out."""

from sayso.checking.check import CheckLimits, Frame, check_statements

__all__ = ["CheckLimits", "Frame", "check_statements"]
