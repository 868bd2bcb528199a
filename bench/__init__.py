"""Benchmarks: development data in, rows of measured quality and speed out; run it as ``python -m bench``.

Nothing here is shipped with sayso, and nothing in sayso may import it. Each set has one file under ``bench/sets``:
load, predict (the only place that calls the library), count, metrics. Counting is pure, so that it can be tested
with values built by hand.
"""
