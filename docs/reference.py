"""The parts of the reference that are written from the code; the pages call them between cog's marks.

just docs-write      # write them anew
just docs            # check that they match the code
"""

import importlib
import inspect
import json
import re
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from docs.blocks import ROOT

SCHEMAS = ROOT / "docs" / "pages" / "reference" / "schema"
_ATTRIBUTE = re.compile(r"^ {4,8}(?P<name>\w+): (?P<words>.+?)(?=^ {4,8}\w+: |\Z)", re.MULTILINE | re.DOTALL)


def commands() -> str:
    """What ``--help`` prints, for sayso and for every verb."""
    parts = [_help("sayso")]
    parts += [f"## sayso {verb}\n\n{_help(f'sayso {verb}')}" for verb in verbs()]
    return "\n".join(parts)


def verbs() -> list[str]:
    """The verbs of the command line, in the order of ``sayso --help``."""
    from typer.main import get_command

    command: Any = get_command(importlib.import_module("sayso.cli").app)
    return [name for name in command.commands if not command.commands[name].hidden]


def _help(command: str) -> str:
    from typer.testing import CliRunner

    app = importlib.import_module("sayso.cli").app
    arguments = [*command.split()[1:], "--help"]
    told = CliRunner().invoke(app, arguments, prog_name="sayso", terminal_width=100)
    if told.exit_code:
        raise RuntimeError(f"{command} --help: exit code {told.exit_code}: {told.output}")
    lines = [line.rstrip() for line in told.output.strip("\n").splitlines()]
    return "```text\n" + "\n".join(lines) + "\n```\n"


def errors() -> str:
    """The tree of errors as it is drawn in the module."""
    from sayso.model import errors as module

    tree = [line[4:] for line in (module.__doc__ or "").splitlines() if line.startswith("    ")]
    return "```text\n" + "\n".join(tree) + "\n```\n"


def names(module: str, *, only: Iterable[str] | None = None) -> str:
    """A module's public functions and classes with their signatures and what they are for."""
    offered = importlib.import_module(module)
    parts = []
    for name in only or offered.__all__:
        value = getattr(offered, name)
        if inspect.isfunction(value):
            parts.append(f"### `{name}{_signature(value)}`\n\n{_clean(inspect.getdoc(value) or '')}\n")
        elif inspect.isclass(value) and only is not None:
            parts.append(f"### `{name}`\n\n{_clean(inspect.getdoc(value) or '')}\n")
    return "\n".join(parts)


def _signature(function: Any) -> str:
    words = str(inspect.signature(function))
    words = re.sub(r"(?:[A-Za-z_]\w*\.)+([A-Za-z_]\w*)", r"\1", words)
    return re.sub(r"(: |-> |\[)'([A-Za-z_]\w*)'", r"\1\2", words)


def _clean(words: str) -> str:
    """A Google-style docstring as Markdown."""
    words = words.replace("``", "`")
    words, _, added = words.partition("\nAdded in ")
    text, *sections = re.split(r"^(Args|Returns|Raises|Attributes|Examples|Source):\n", words, flags=re.MULTILINE)
    parts = [text.strip()]
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        if title == "Examples":
            parts.append(f"```pycon\n{textwrap.dedent(body).strip()}\n```")
        elif title in ("Args", "Raises", "Attributes"):
            rows = _ATTRIBUTE.findall(f"{_indent(body)}\n")
            parts.append(f"{title}:\n\n" + "\n".join(f"- `{name}`: {' '.join(said.split())}" for name, said in rows))
        else:
            parts.append(f"{title}: {' '.join(body.split())}")
    if added:
        parts.append(f"Added in {added.strip()}")
    return "\n\n".join(parts)


def _indent(body: str) -> str:
    return textwrap.indent(textwrap.dedent(body), "    ")


def settings() -> str:
    """The table of settings."""
    from sayso.model import SETTINGS

    rows = [
        f"| `{one.name}` | `{one.variable}` | {', '.join(one.choices) or 'text'} | `{one.default}` | {one.help} |"
        for one in SETTINGS
    ]
    return (
        "\n".join(["| in `sayso.toml` | variable | values | default | what it does |", "| --- |" + " --- |" * 4, *rows])
        + "\n"
    )


def exits() -> str:
    """The table of exit codes."""
    from sayso.cli.exits import MEANINGS

    rows = [f"| {code.value} | {meaning} |" for code, meaning in MEANINGS.items()]
    return "\n".join(["| code | meaning |", "| --- | --- |", *rows]) + "\n"


def codebooks() -> str:
    """Every codebook that comes with sayso, with its measures."""
    folder = ROOT / "src" / "sayso" / "codebooks"
    parts = []
    for path in sorted(folder.glob("*.yaml")):
        book = yaml.safe_load(path.read_text(encoding="utf-8"))
        rows = [f"| `{one['id']}` | {one['label']} | {one['definition']} | {one['unit']} |" for one in book["measures"]]
        head = ["| measure | label | definition | unit |", "| --- | --- | --- | --- |"]
        parts.append("\n".join([f"## Codebook: {book['codebook']}", "", *head, *rows]) + "\n")
    return "\n".join(parts)


def fields(noun: str) -> str:
    """The fields of a noun as a table, from its docstring."""
    model = importlib.import_module("sayso.model")
    kind = getattr(model, noun)
    described = dict(_ATTRIBUTE.findall((kind.__doc__ or "").partition("Attributes:\n")[2].partition("\n\n")[0] + "\n"))
    missing = [name for name in kind.__struct_fields__ if name not in described]
    if missing:
        raise RuntimeError(f"{noun}: no description of {', '.join(missing)}")
    rows = [f"| `{name}` | {' '.join(described[name].replace('``', '`').split())} |" for name in kind.__struct_fields__]
    return "\n".join(["| field | meaning |", "| --- | --- |", *rows]) + "\n"


def nouns() -> list[str]:
    """The nouns that have a schema."""
    from sayso.model import NOUNS

    return list(NOUNS)


def schemas() -> dict[Path, str]:
    """Every published schema by the path of its file."""
    from sayso.model import NOUNS, schema

    return {SCHEMAS / f"{noun}.json": json.dumps(schema(noun), indent=1) + "\n" for noun in NOUNS}


def main() -> int:
    """Write the published schemas."""
    SCHEMAS.mkdir(parents=True, exist_ok=True)
    for path, words in schemas().items():
        path.write_text(words, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
