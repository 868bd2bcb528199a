"""ATTRIBUTE: a document with figures comes in, who says each figure, through whom and how firmly goes out."""

from sayso.attribution.attributor import RuleAttributor
from sayso.attribution.finding import find_attributions
from sayso.attribution.found import Found, SpanFinder

__all__ = ["Found", "RuleAttributor", "SpanFinder", "find_attributions"]
