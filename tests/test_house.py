"""The house keeps to its own rules; import-linter and ruff hold the rest."""

import ast
import importlib
import inspect
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCES = sorted((ROOT / "src" / "sayso").rglob("*.py"))
HANDWRITTEN = [path for folder in ("src", "tests", "bench", "docs") for path in sorted((ROOT / folder).rglob("*.py"))]
MAX_FILE_LINES = 500
MAX_FUNCTION_LINES = 40  # of code: signature, docstring and comments not counted
NAMELESS = {"utils", "util", "helpers", "helper", "misc", "core", "common"}


def relative(path: Path) -> str:
    """The path as the project names it."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", HANDWRITTEN, ids=relative)
def test_file_is_short_enough_to_be_read_at_once(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_FILE_LINES


@pytest.mark.parametrize("path", [path for path in SOURCES if "migrations" not in path.parts], ids=relative)
def test_function_is_short_enough_to_be_seen_at_once(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    functions = [
        node
        for node in ast.walk(ast.parse("\n".join(lines)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = {node.name: code for node in functions if (code := count_code_lines(node, lines)) > MAX_FUNCTION_LINES}
    assert not long


def count_code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str]) -> int:
    """Lines of a function's body that hold code."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    if not body:
        return 0
    code = lines[body[0].lineno - 1 : function.end_lineno]
    return sum(1 for line in code if line.strip() and not line.strip().startswith("#"))


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_file_is_named_after_what_it_knows(path: Path) -> None:
    assert path.stem not in NAMELESS


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_nothing_rests_on_what_differs_between_processes(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    assert "hash" not in calls


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_no_error_is_swallowed(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    handlers = [node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)]
    silent = [node.lineno for node in handlers if node.type is None or isinstance(node.body[0], ast.Pass)]
    assert not silent


def packages() -> list[str]:
    """Every package of sayso, migrations left out: Alembic says what they look like."""
    folders = [path.parent for path in SOURCES if path.name == "__init__.py" and "migrations" not in path.parts]
    return [".".join(folder.relative_to(ROOT / "src").parts) for folder in folders]


@pytest.mark.parametrize("name", packages())
def test_package_says_what_it_does_and_lists_what_it_offers(name: str) -> None:
    package = importlib.import_module(name)
    assert (package.__doc__ or "").strip()
    seen = [name for name, value in vars(package).items() if name[:1] != "_" and not inspect.ismodule(value)]
    offered = getattr(package, "__all__", [])
    assert offered or not seen, "a package that offers names lists them in __all__"
    missing = [name for name in offered if not hasattr(package, name)]
    assert not missing


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=relative)
def test_every_test_is_named_after_what_does_what(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tests = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    assert tests or any(isinstance(node, ast.ClassDef) for node in tree.body)
    assert all(node.name.count("_") >= 2 for node in tests)
