"""What `pip install` brings: the code, and every file that it reads."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the wheel, built without a network from what is installed."""
    pytest.importorskip("hatchling", reason="builds the wheel; comes with the dev extra")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_wheel_holds_every_file_of_the_package(wheel_names: set[str]) -> None:
    source = ROOT / "src"
    files = [path for path in (source / "sayso").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    missing = {path.relative_to(source).as_posix() for path in files} - wheel_names
    assert not missing


def test_wheel_holds_nothing_but_the_package(wheel_names: set[str]) -> None:
    assert {name.partition("/")[0].partition("-")[0] for name in wheel_names} == {"sayso"}


def test_every_dependency_says_why() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    parsed = tomllib.loads(project)["project"]
    wanted = [*parsed["dependencies"], *(name for extra in parsed["optional-dependencies"].values() for name in extra)]
    bare = [name for name in wanted if not has_reason(project, name)]
    assert not bare


def has_reason(project: str, name: str) -> bool:
    """Whether the line that names a dependency ends in a comment."""
    lines = [line for line in project.splitlines() if f'"{name}"' in line]
    return any("#" in line.partition(f'"{name}"')[2] for line in lines)


def test_version_is_not_written_twice() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert Path(ROOT / project["tool"]["hatch"]["version"]["path"]).is_file()
