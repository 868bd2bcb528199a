"""What `import sayso` offers is what `sayso.__all__` lists."""

import inspect
import types

import sayso


def test_every_listed_name_can_be_imported() -> None:
    missing = [name for name in sayso.__all__ if not hasattr(sayso, name)]
    assert not missing


def test_every_name_that_can_be_seen_is_listed() -> None:
    seen = {name for name in dir(sayso) if not name.startswith("_")}
    rooms = {name for name in seen if isinstance(getattr(sayso, name), types.ModuleType)}
    assert seen - rooms == {name for name in sayso.__all__ if not name.startswith("_")}


def test_star_import_takes_what_is_listed() -> None:
    names: dict[str, object] = {}
    exec("from sayso import *", names)
    assert set(sayso.__all__) <= set(names)


def test_every_listed_name_is_documented() -> None:
    offered = {name: getattr(sayso, name) for name in sayso.__all__}
    callables = {name: value for name, value in offered.items() if inspect.isfunction(value) or inspect.isclass(value)}
    assert callables
    bare = [name for name, value in callables.items() if not (value.__doc__ or "").strip()]
    assert not bare


def test_version_is_one_number_in_one_place() -> None:
    from importlib.metadata import version

    assert version("sayso") == sayso.__version__
