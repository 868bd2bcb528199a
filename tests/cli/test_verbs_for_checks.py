import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

import sayso
from sayso.cli import Exit
from sayso.model import Assumption, CheckReport, Finding, ImpliedRange, NotChecked, Statement, from_json
from tests.cli.conftest import Run
from tests.display.samples import make_reading, make_report

pytestmark = pytest.mark.usefixtures("by_hand")


@pytest.fixture
def ledger(run: Run, article: Path, tmp_path: Path) -> Path:
    """A ledger that holds the hand-built reading."""
    path = tmp_path / "figures.db"
    assert run("add", article, "--ledger", path).exit_code == Exit.OK
    return path


def test_check_prints_findings_and_what_was_not_checked(run: Run, article: Path, ledger: Path) -> None:
    for arguments in ((article,), ("--ledger", ledger), (article, "--ledger", ledger)):
        done = run("check", *arguments)
        assert done.exit_code == Exit.OK
        lines = done.stdout.splitlines()
        findings = [from_json(line, Finding) for line in lines if "sentence" in json.loads(line)]
        not_checked = [from_json(line, NotChecked) for line in lines if "reason" in json.loads(line)]
        report = make_report(make_reading())
        assert CheckReport(findings=tuple(findings), not_checked=tuple(not_checked), checked=5) == report


def test_check_ends_with_one_on_a_finding_only_when_strict(run: Run, article: Path, tmp_path: Path) -> None:
    assert run("check", article).exit_code == Exit.OK
    assert run("check", article, "--strict").exit_code == Exit.FINDINGS
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("Nobody counts.", "utf-8")
    assert run("check", quiet, "--strict").exit_code == Exit.OK


def test_check_says_that_input_was_missing_rather_than_found_fault(run: Run, article: Path) -> None:
    done = run("check", article, "missing.txt", "--format", "table", "--strict")
    assert done.exit_code == Exit.INPUT
    assert "Finding 1" in done.stdout


def test_check_quotes_the_passages_and_names_documents_only_of_several(
    run: Run, article: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = " ".join(run("check", article, "--format", "table").stdout.split())
    assert "reports that 21,600[1] soldiers walked away" in shown
    assert "in Kyiv's army" not in shown

    other = make_reading()
    moved = msgspec.structs.replace(other.statements[1], document_id="elsewhere", id="elsewhere")

    def iter_readings(source: Any, **options: Any) -> Any:
        del source, options
        yield msgspec.structs.replace(other, statements=(*other.statements, moved))

    monkeypatch.setattr(sayso, "iter_readings", iter_readings)
    for arguments in ((article,), (article, "--ledger", ledger)):
        words = " ".join(run("check", *arguments, "--format", "table").stdout.split())
        assert words.count("in Kyiv's army is losing soldiers faster than it can train them · Harbour Gazette") == 2


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (("--measure", "Desertion"), 1), (("--measure", "awol-case"), 0), (("--place", "Ukraine"), 1),
        (("--place", "ukr"), 1), (("--place", "Peru"), 0), (("--from", "2025-11-01"), 1), (("--from", "2026-01-01"), 1),
        (("--to", "2025-10-01"), 1), (("--from", "2025-10-01", "--to", "2025-11-01", "--place", "UKR"), 1),
        (("--from", "2025-11-01", "--place", "UKR"), 0),
    ],
)  # fmt: skip
def test_check_narrows_to_findings_with_a_figure_of_the_topic(
    run: Run, ledger: Path, arguments: tuple[str, ...], number: int
) -> None:
    done = run("check", "--ledger", ledger, "--strict", *arguments)
    assert done.stdout.count('"sentence":') == number
    assert done.exit_code == (Exit.FINDINGS if number else Exit.OK)


def test_check_leaves_out_what_else_was_not_checked(run: Run, ledger: Path) -> None:
    lines = run("check", "--ledger", ledger, "--measure", "awol-case").stdout.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["rate_and_total"]


def test_check_says_when_the_topic_means_nothing(run: Run, ledger: Path) -> None:
    assert "no statements match" in run("check", "--ledger", ledger, "--place", "Peru").stderr
    assert run("check", "--ledger", ledger, "--from", "yesterday").exit_code == Exit.USAGE
    done = run("check", "--ledger", ledger, "--measure", "desertions")
    assert done.exit_code == Exit.USAGE
    assert "did you mean desertion" in done.stderr


def test_why_explains_a_finding_of_a_ledger_or_of_files(run: Run, article: Path, ledger: Path) -> None:
    finding = make_report(make_reading()).findings[0]
    for arguments in (("--ledger", ledger), (article,)):
        for length in (4, 8, len(finding.id)):
            told = json.loads(run("why", finding.id[:length], *arguments).stdout)
            assert from_json(json.dumps(told["finding"]), Finding) == finding
            assert [one["id"] for one in told["statements"]] == list(finding.statements)
        words = " ".join(run("why", finding.id[:8], *arguments, "--format", "table").stdout.split())
        assert "reports that 21,600[1] soldiers walked away" in words
        assert "IF (a) “every month” holds" in words
        assert "“every month” is an average, which single months may exceed." in words
        assert finding.id in words


def test_why_explains_a_statement_of_a_file(run: Run, article: Path) -> None:
    statement = make_reading().statements[1]
    assert from_json(run("why", statement.id[:8], article).stdout, Statement) == statement
    words = " ".join(run("why", statement.id[:8], article, "--format", "table").stdout.split())
    assert "Harbour Gazette doubts (may be too low)" in words
    assert "this statement" in words
    assert "document Kyiv's army is losing soldiers" in words


def test_why_finds_a_statement_of_the_ledger_by_four_characters(run: Run, ledger: Path) -> None:
    statement = make_reading().statements[1]
    assert json.loads(run("why", statement.id[:4], "--ledger", ledger).stdout)["statement"]["id"] == statement.id


def test_why_lists_what_a_short_id_may_mean(
    run: Run, article: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = make_report(make_reading())
    statement = make_reading().statements[0]
    twin = msgspec.structs.replace(report.findings[0], id=f"{statement.id[:5]}0000")
    changed = msgspec.structs.replace(report, findings=(twin,))
    monkeypatch.setattr(sayso, "check", lambda *_, **__: changed)
    for arguments in (("--ledger", ledger), (article,)):
        done = run("why", statement.id[:4], *arguments)
        assert done.exit_code == Exit.USAGE
        assert f"finding {twin.id}, statement {statement.id}" in done.stderr


def test_why_refuses_ids_that_are_unknown_or_too_short(run: Run, article: Path, ledger: Path) -> None:
    for arguments in (("--ledger", ledger), (article,)):
        assert (
            "close" in run("why", "ffff", *arguments).stderr
            or "expected the id" in run("why", "ffff", *arguments).stderr
        )
        done = run("why", make_reading().statements[0].id[:3], *arguments)
        assert done.exit_code == Exit.USAGE
        assert "at least its first 4 characters" in done.stderr


def test_check_keeps_to_the_lens_named(run: Run, article: Path) -> None:
    assert run("check", article, "--strict", "--lens", "literal").exit_code == Exit.OK
    assert run("check", article, "--strict", "--lens", "each_period").exit_code == Exit.FINDINGS


def test_range_prints_the_ends_and_the_figures_that_set_them(
    run: Run, article: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _, _, rate, *_ = make_reading().statements
    implied = ImpliedRange(
        measure="desertion", start="2025-10-01", end="2025-11-01", low=21600, high=None, low_statements=(first.id,),
        assumptions=(Assumption(key="written", words="It is meant as written."),), given_up=(rate.id,),
    )  # fmt: skip
    asked: list[dict[str, Any]] = []

    def find_range(statements: Any, relations: Any, **options: Any) -> ImpliedRange:
        asked.append(options)
        assert {one.id for one in statements} == {one.id for one in make_reading().statements}
        assert len(relations) == 2
        return implied

    monkeypatch.setattr(sayso, "find_range", find_range)
    days = ("--from", "2025-10-01", "--to", "2025-11-01")
    for arguments in ((article,), ("--ledger", ledger)):
        done = run("range", "Desertion", *arguments, *days, "--place", "ukraine", "--lens", "average")
        assert from_json(done.stdout, ImpliedRange) == implied
        known = {name: asked[-1][name] for name in ("measure", "start", "end", "place", "lens")}
        assert known == {
            "measure": "desertion", "start": "2025-10-01", "end": "2025-11-01", "place": "UKR", "lens": "average",
        }  # fmt: skip
    words = " ".join(run("range", "desertion", article, *days, "--format", "table").stdout.split())
    assert words.startswith("desertion from 2025-10-01 to before 2025-11-01 at least 21,600 by")
    assert "21,600 soldiers · Oct 2025" in words
    assert "no limit above IF It is meant as written." in words
    assert f"left out, as not all can hold: {rate.id[:8]} 15,000 to 18,000 men" in words
    assert "lens" not in asked[-1]


def test_range_wants_a_known_measure_and_days(run: Run, article: Path) -> None:
    days = ("--from", "2025-10-01", "--to", "2025-11-01")
    assert run("range", "desertions", article, *days).exit_code == Exit.USAGE
    assert run("range", "desertion", article, "--from", "2025-10-01").exit_code == Exit.USAGE
    assert run("range", "desertion", article, "--from", "2025-10-01", "--to", "soon").exit_code == Exit.USAGE
