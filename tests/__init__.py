"""Tests mirror src: tests/<room>/test_<file>.py; this folder is a package so that tests can share strategies."""
