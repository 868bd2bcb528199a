"""Settings: one table of names, types and defaults, looked up when asked and never at import."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sayso.model.errors import SettingsError

FILE_NAME = "sayso.toml"
"""The file that settings are read from, in the folder where sayso runs."""


class Setting(NamedTuple):
    """One setting.

    Attributes:
        name: Its key in ``sayso.toml``; the environment variable is ``SAYSO_`` and the name in capitals.
        choices: The values it takes; empty for any text.
        default: What holds when nobody says otherwise.
        help: What it does.
    """

    name: str
    choices: tuple[str, ...]
    default: str
    help: str

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"SAYSO_{self.name.upper()}"


SETTINGS: tuple[Setting, ...] = (
    Setting("ledger", (), "sayso.db", "The ledger that add, ls, why and check use when none is named."),
    Setting("codebooks", (), "", "Codebooks of your own: YAML files, commas between. They add to the shipped ones."),
    Setting(
        "colour",
        ("auto", "always", "never"),
        "auto",
        "Whether to print in colour; auto does so on a terminal, unless NO_COLOR is set.",
    ),
)
"""Every setting there is."""


def find_setting(
    name: str, given: str | None = None, *, variables: Mapping[str, str] | None = None, folder: Path | None = None
) -> str:
    """The value of a setting: the argument given, else the variable, else ``sayso.toml``, else the default.

    Args:
        name: The name of the setting.
        given: What the caller was given; None for nothing.
        variables: The environment; None is the process's own.
        folder: Where to look for ``sayso.toml``; None is the current folder.

    Returns:
        The value.

    Raises:
        SettingsError: No such setting, a value it cannot take, or a ``sayso.toml`` that is broken, even in a setting
            that was not asked for.

    Examples:
        >>> find_setting("ledger", variables={"SAYSO_LEDGER": "figures.db"})
        'figures.db'
    """
    setting = next((setting for setting in SETTINGS if setting.name == name), None)
    if setting is None:
        raise SettingsError(f"expected one of {_names()}, found {name!r}")
    if given is not None:
        return _check(setting, given, "argument")
    variables = os.environ if variables is None else variables
    if value := variables.get(setting.variable):
        return _check(setting, value, setting.variable)
    path = (Path() if folder is None else folder) / FILE_NAME
    if (value := read_settings(path).get(name)) is not None:
        return value
    return setting.default


def read_settings(path: Path) -> dict[str, str]:
    """The settings that a file gives; none when there is no file.

    Raises:
        SettingsError: The file cannot be read, is no TOML, or holds unknown settings or values they cannot take;
            the message names every one.
    """
    if not path.is_file():
        return {}
    try:
        found: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
        raise SettingsError(f"expected settings as TOML, found something else ({err})", where=str(path)) from err
    known = {setting.name: setting for setting in SETTINGS}
    unknown = [name for name in found if name not in known]
    if unknown:
        words = ", ".join(repr(name) for name in unknown)
        raise SettingsError(f"expected only {_names()}, found {words}", where=str(path), hint="remove or rename it")
    return {name: _check(known[name], value, f"{path} at {name}") for name, value in found.items()}


def _check(setting: Setting, value: object, where: str) -> str:
    wanted = " or ".join(setting.choices) if setting.choices else "text that is not empty"
    if (
        not isinstance(value, str)
        or (not value and setting.default)
        or (setting.choices and value not in setting.choices)
    ):
        raise SettingsError(f"expected {wanted}, found {value!r}", where=where)
    return value


def _names() -> str:
    return ", ".join(setting.name for setting in SETTINGS)
