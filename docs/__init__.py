"""The documentation: its pages, and the scripts that run their examples and draw their picture."""
