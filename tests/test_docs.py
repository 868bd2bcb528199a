"""The documentation does what it shows."""

import subprocess
import sys
from pathlib import Path

import pytest

from docs.blocks import ROOT, Block, iter_blocks, pages, run_command, run_page
from docs.make_picture import main
from docs.reference import SCHEMAS, schemas


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_block_does_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    mismatches = run_page(page, tmp_path)
    told = [f"{block.page.name}:{block.line}: {problem}" for block, problem, _ in mismatches]
    assert not told, "\n".join(told) + "\n`python -m docs.blocks --write` puts the real output into the pages"


def test_reference_pages_match_the_code() -> None:
    written = sorted((ROOT / "docs" / "pages" / "reference").glob("*.md"))
    command = [sys.executable, "-m", "cogapp", "--check", "-r", "-I", ".", *map(str, written)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\n`just docs-write` writes them anew"


def test_picture_shows_what_sayso_prints() -> None:
    assert main(["--check"]) == 0, "`just docs-write` draws it anew"


def test_every_page_has_a_title_and_is_in_the_navigation() -> None:
    navigation = (ROOT / "zensical.toml").read_text(encoding="utf-8")
    for page in (ROOT / "docs" / "pages").rglob("*.md"):
        assert page.read_text(encoding="utf-8").startswith("# "), page
        assert f'"{page.relative_to(ROOT / "docs" / "pages").as_posix()}"' in navigation, page


def write_page(folder: Path, code: str) -> Path:
    """A page with one block."""
    page = folder / "page.md"
    page.write_text(code, encoding="utf-8")
    return page


@pytest.mark.parametrize(
    "code",
    [
        "```console\n$ echo one\ntwo\n```\n",
        "```console\n$ echo one; echo two\none\n```\n",
        "```bash\nfalse\n```\n",
        "```pycon\n>>> 1 + 1\n3\n```\n",
        "```json\n{\n```\n",
        "```jsonl\n{}\n{\n```\n",
        "```toml\na = \n```\n",
        "```yaml\na: [\n```\n",
        "```rust\n```\n",
        "```\nwhat is this?\n```\n",
    ],
)
def test_run_page_finds_a_block_that_shows_something_else(code: str, tmp_path: Path) -> None:
    assert len(run_page(write_page(tmp_path, code), tmp_path)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "```console\n$ echo one\none\n$ echo two \\\n    three\ntwo three\n```\n",
        "```console\n$ seq 9\n1\n...\n9\n```\n",
        "```python\na = 1\n```\n\n```python\nassert a == 1\n```\n",
        "```python\na = 1\n```\n\n```pycon\n>>> a\n1\n```\n",
        "<!-- not run: needs a server -->\n```bash\nfalse\n```\n",
        "```json\n{}\n```\n",
    ],
)
def test_run_page_is_content_with_a_block_that_does_what_it_shows(code: str, tmp_path: Path) -> None:
    assert run_page(write_page(tmp_path, code), tmp_path) == []


def test_run_page_tells_what_a_python_block_raises(tmp_path: Path) -> None:
    (mismatch,) = run_page(write_page(tmp_path, "```python\n1 / 0\n```\n"), tmp_path)
    assert "ZeroDivisionError" in mismatch.problem
    assert "page.md" in mismatch.problem


def test_a_mismatch_knows_the_real_output(tmp_path: Path) -> None:
    (mismatch,) = run_page(write_page(tmp_path, "```console\n$ echo one\ntwo\n```\n"), tmp_path)
    assert mismatch.correction == "$ echo one\none\n"


def test_a_command_that_fails_is_not_written_into_the_page(tmp_path: Path) -> None:
    (mismatch,) = run_page(write_page(tmp_path, "```console\n$ echo one; false\ntwo\n```\n"), tmp_path)
    assert mismatch.correction is None


def test_iter_blocks_says_where_a_block_starts(tmp_path: Path) -> None:
    page = write_page(tmp_path, "# Title\n\n<!-- not run: why -->\n```bash\nls\n```\n")
    assert list(iter_blocks(page)) == [Block(page, 4, "bash", "ls\n", "why")]


def test_run_command_hides_the_settings_of_whoever_runs_the_tests(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", "mine.db")
    assert run_command("echo ${SAYSO_LEDGER:-none}", tmp_path).stdout == "none\n"


@pytest.mark.parametrize("path", schemas(), ids=lambda path: path.name)
def test_published_schema_is_the_schema_of_the_code(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == schemas()[path], "`just docs-write` writes it anew"


def test_no_published_schema_is_left_over() -> None:
    assert set(SCHEMAS.glob("*.json")) == set(schemas())
