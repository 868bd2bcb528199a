"""Training of the tagger of attributions; see ``__main__``."""
