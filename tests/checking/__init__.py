"""Tests of the checking room."""
