from pathlib import Path

import pytest

from sayso.model import SETTINGS, SettingsError, find_setting, read_settings


def test_find_setting_takes_argument_then_variable_then_file_then_default(tmp_path: Path) -> None:
    assert find_setting("ledger", variables={}, folder=tmp_path) == "sayso.db"
    (tmp_path / "sayso.toml").write_text('ledger = "file.db"\n', "utf-8")
    assert find_setting("ledger", variables={}, folder=tmp_path) == "file.db"
    variables = {"SAYSO_LEDGER": "variable.db"}
    assert find_setting("ledger", variables=variables, folder=tmp_path) == "variable.db"
    assert find_setting("ledger", "argument.db", variables=variables, folder=tmp_path) == "argument.db"


def test_find_setting_takes_an_empty_variable_for_none(tmp_path: Path) -> None:
    assert find_setting("ledger", variables={"SAYSO_LEDGER": ""}, folder=tmp_path) == "sayso.db"


@pytest.mark.parametrize("variables", [{"SAYSO_COLOUR": "mauve"}, {"SAYSO_COLOUR": "AUTO"}])
def test_find_setting_refuses_a_value_it_cannot_take(tmp_path: Path, variables: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="SAYSO_COLOUR: expected auto or always or never"):
        find_setting("colour", variables=variables, folder=tmp_path)


def test_find_setting_refuses_an_unknown_name(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="expected one of ledger, codebooks, colour, found 'color'"):
        find_setting("color", variables={}, folder=tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('ledgr = "x"\ncolor = "auto"\n', "'ledgr', 'color'"),
        ("ledger = 3\n", "sayso.toml at ledger"),
        ('ledger = ""\n', "not empty"),
        ("ledger = \n", "TOML"),
    ],
)
def test_read_settings_refuses_a_broken_file_and_names_it(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "sayso.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=words) as caught:
        read_settings(path)
    assert "sayso.toml" in caught.value.where


def test_read_settings_refuses_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "sayso.toml"
    path.write_bytes(b'ledger = "\xff"\n')
    with pytest.raises(SettingsError, match="TOML"):
        read_settings(path)


def test_settings_have_help_and_a_default_they_take() -> None:
    for setting in SETTINGS:
        assert setting.help.endswith(".")
        assert find_setting(setting.name, setting.default, variables={}) == setting.default
