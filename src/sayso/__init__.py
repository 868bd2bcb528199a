"""sayso turns news reports into a checked ledger of figures: who said what number, through whom, about what, when."""

__version__ = "0.1.0"
