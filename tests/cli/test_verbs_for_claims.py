from pathlib import Path

from sayso.cli import Exit
from sayso.model import Comparison, from_json
from tests.cli.conftest import Run

CLAIM, EVIDENCE = "More than 40 miners were rescued.", "Rescuers reached 38 miners."


def test_compare_prints_one_line_of_json_when_piped(run: Run) -> None:
    done = run("compare", CLAIM, EVIDENCE)
    assert done.exit_code == Exit.OK
    found = from_json(done.stdout, Comparison)
    assert (found.verdict, found.pairs[0].claim.exact) == ("refutes", "More than 40")


def test_compare_prints_the_arithmetic_on_a_terminal(run: Run) -> None:
    done = run("compare", CLAIM, EVIDENCE, "--format", "table")
    assert done.stdout == 'refutes\n  refutes  "38" (38) lies outside "More than 40" (more than 40).\n'


def test_compare_tells_why_nothing_is_decided(run: Run) -> None:
    done = run("compare", "It rained.", EVIDENCE, "--format", "table")
    assert done.stdout == "undecided\n  The claim names no number that could be held against the evidence.\n"


def test_compare_takes_texts_from_a_file_and_standard_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_text(EVIDENCE, "utf-8")
    assert run("compare", "-", "@source.txt", input=CLAIM).stdout == run("compare", CLAIM, EVIDENCE).stdout


def test_compare_reads_standard_input_only_once(run: Run) -> None:
    assert run("compare", "-", "-", input=CLAIM).exit_code == Exit.USAGE


def test_compare_reports_a_file_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    done = run("compare", CLAIM, "@missing.txt")
    assert (done.exit_code, done.stderr) == (Exit.INPUT, "sayso: cannot read missing.txt: No such file or directory\n")
    (tmp_path / "odd.txt").write_bytes(b"\xff\xfe")
    assert run("compare", CLAIM, "@odd.txt").exit_code == Exit.INPUT
