import inspect
import re

import pytest

from sayso.model import SaysoError, errors

TREE = re.compile(r"^    (?P<bars>[│├└─ ]*)(?P<name>\w+Error)(?: \((?P<builtin>\w+)\))?", re.MULTILINE)


def drawn_tree() -> dict[str, tuple[str, ...]]:
    """The bases of every error as the docstring draws them."""
    path: list[str] = []
    bases: dict[str, tuple[str, ...]] = {}
    for line in TREE.finditer(errors.__doc__ or ""):
        depth = len(line["bars"]) // 4
        path[depth:] = [line["name"]]
        parent = path[depth - 1] if depth else "Exception"
        bases[line["name"]] = (parent, *filter(None, [line["builtin"]]))
    return bases


def real_tree() -> dict[str, tuple[str, ...]]:
    """The bases of every error that the module defines."""
    classes = inspect.getmembers(errors, inspect.isclass)
    return {name: tuple(base.__name__ for base in kind.__bases__) for name, kind in classes}


def test_drawn_tree_is_the_real_tree() -> None:
    assert drawn_tree() == real_tree()


@pytest.mark.parametrize("name", real_tree())
def test_every_error_can_be_raised_with_its_facts(name: str) -> None:
    kind: type[SaysoError] = getattr(errors, name)
    with pytest.raises(SaysoError) as caught:
        raise kind("expected a, found b", where="line 3", hint="say a")
    assert str(caught.value) == "line 3: expected a, found b; say a"
    assert (caught.value.message, caught.value.where, caught.value.hint) == ("expected a, found b", "line 3", "say a")


def test_an_error_without_place_and_hint_is_its_message() -> None:
    assert str(SaysoError("expected a, found b")) == "expected a, found b"
