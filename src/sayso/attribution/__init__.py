"""ATTRIBUTE: a document with figures comes in, who says each figure, through whom and how firmly goes out.

Two files of data lie here, both made of counts of words and holding no text: ``words.txt``, the classes and base forms
of words (``python -m training.attribution_words``), from the training part of PolNeAR and from development reports on
the war in Syria and on disasters; and ``cue_weights.txt``, how far a cue in a construction can be trusted
(``python -m sayso.attribution.calibration``), from the training part of PolNeAR. PolNeAR is a corpus of news on the US
elections of 2016 whose attributions were marked by hand; its repository states no licence.
"""

from sayso.attribution.attributor import RuleAttributor
from sayso.attribution.finding import find_attributions
from sayso.attribution.found import Found, SpanFinder

__all__ = ["Found", "RuleAttributor", "SpanFinder", "find_attributions"]
