# The same checks as .ci/run, on the working tree. `just` alone runs them all; `just --list` names them.
# `just` comes with the dev extra (rust-just on PyPI), so `.venv/bin/just` runs without anything else.

export PATH := justfile_directory() / ".venv/bin:" + env("PATH")

# lint, types, imports, tests, docs and quality floors: what has to hold before a change lands
default: lint types imports test docs floors

# make .venv and install sayso, editable, with all that tests, lint and docs need
setup:
    python3 -m venv .venv
    .venv/bin/pip install --editable '.[dev]'

# layout and lint; `just fix` mends what can be mended
lint:
    ruff check .
    ruff format --check .

# mend lint and layout
fix:
    ruff check --fix .
    ruff format .

# strict types over src, tests, bench and docs
types:
    mypy

# imports point one way, and no room knows another
imports:
    lint-imports

# tests, docstring examples and the documentation's blocks; `just test tests/model` for some
test *arguments:
    pytest {{ arguments }}

# the same with 1,000 examples a property
thorough:
    HYPOTHESIS_PROFILE=thorough pytest -n auto

# the documentation: reference pages that match the code, links that lead somewhere
docs:
    cog --check -r -I . docs/pages/reference/*.md
    zensical build --clean --strict

# write the reference pages, the shown output and the picture anew
docs-write:
    cog -r -I . docs/pages/reference/*.md
    python -m docs.reference
    python -m docs.blocks --write
    python docs/make_picture.py

# read the documentation at http://localhost:8000
docs-serve:
    zensical serve

# quality on the labelled sets where they are ($SAYSO_BENCH_DATA or ../shared/data), held against the pinned floors
floors:
    python -m bench floors

# all that .ci/run does, in a copy of the tree and fresh environments
ci:
    bash .ci/run

# CHANGELOG.md from the fragments in changelog.d/, for a release
changelog version:
    towncrier build --version {{ version }} --yes

# wheel and sdist in dist/
build:
    python -m build
