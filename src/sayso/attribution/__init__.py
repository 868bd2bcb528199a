"""ATTRIBUTE: a document with figures comes in, who says each figure, through whom and how firmly goes out.

Data that lies here: ``weights/``, the trained tagger of who says what, with a card that says what it learned from and
how good it is (``python -m training.tagger``); and ``words.txt``, the classes and base forms of words
(``python -m training.attribution_words``), made of counts of words and holding no text.
"""

from sayso.attribution.attributor import EnglishAttributor
from sayso.attribution.finding import find_attributions
from sayso.attribution.found import Found, SpanFinder

__all__ = ["EnglishAttributor", "Found", "SpanFinder", "find_attributions"]
