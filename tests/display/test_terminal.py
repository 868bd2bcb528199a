import io

import msgspec
import pytest

from sayso.display import (
    make_console,
    show_check,
    show_check_summary,
    show_finding,
    show_reading,
    show_statements,
    show_why,
)
from sayso.model import CheckReport, Reading, Statement, make_document


def _show(
    reading: Reading, report: CheckReport | None, *, width: int, colour: str = "never", is_full: bool = False
) -> str:
    file = io.StringIO()
    show_reading(reading, report, console=make_console(file, width=width, colour=colour), is_full=is_full)  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
def test_show_reading_stays_within_the_width(reading: Reading, report: CheckReport, width: int) -> None:
    lines = _show(reading, report, width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert lines == [line.rstrip() for line in lines]


@pytest.mark.parametrize("width", [80, 140])
def test_show_reading_numbers_figures_and_marks_hedges_without_colour(
    reading: Reading, report: CheckReport, width: int
) -> None:
    shown = " ".join(_show(reading, report, width=width).split())
    assert "\x1b" not in shown
    for words in (
        "21,600[1] soldiers", "~an estimated~ 180,000[2].", "15,000 to 18,000[4] men",
        "~if that is right, over 230,000~[5]",
        "“some[6]” of his",
    ):  # fmt: skip
        assert words in shown
    assert shown.endswith("4 figures, 2 vague · 3 named speakers, 2 unnamed · 1 finding, 3 checks not run")


def test_show_reading_narrow_puts_facts_under_the_figure(reading: Reading, report: CheckReport) -> None:
    lines = _show(reading, report, width=80).splitlines()
    row = next(position for position, line in enumerate(lines) if line.startswith("[5]  over 230,000"))
    assert lines[row].split()[-3:] == ["230,000", "?", "open"]
    assert "> more than · conditional · cumulative · awol-case" in lines[row + 1]
    assert "or Harbour Gazette" in "\n".join(lines[row:])


def test_show_reading_wide_gives_each_field_a_column(reading: Reading, report: CheckReport) -> None:
    lines = _show(reading, report, width=160).splitlines()
    head = next(line for line in lines if line.startswith("#"))
    assert " ".join(head.split()) == ("# figure as read low best high aspect interval, place who says so hedges")
    row = next(line for line in lines if line.startswith("[4]"))
    assert row[head.index("aspect") :].startswith("rate / month")
    assert row[head.index("interval") :].startswith("every month")


def test_show_reading_tells_findings_with_assumptions_and_repairs(reading: Reading, report: CheckReport) -> None:
    shown = _show(reading, report, width=100)
    finding = " ".join(shown[shown.index("Finding 1") : shown.index("Not checked")].split())
    assert finding.startswith("Finding 1 flow and rate, apart by a factor of 1.2 ")
    assert "cannot both hold: [1] 1 month: 21,600 [4] 1 month at 15,000 to 18,000" in finding
    assert "IF (a) “every month” holds for each single month of 2025." in finding
    assert finding.endswith("Giving up any one of [1], [4] or (a) resolves it.")
    assert "[3] [1]: One of the figures names no number. (flow and total)" in shown


def test_show_reading_colours_by_bound_when_asked(reading: Reading, report: CheckReport) -> None:
    shown = _show(reading, report, width=100, colour="always")
    assert "\x1b[1;34m21,600\x1b[0m" in shown
    assert "\x1b[4man estimated\x1b[0m" in shown


def test_make_console_heeds_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert make_console(io.StringIO(), colour="auto").no_color


def test_show_reading_lets_no_escape_sequence_through() -> None:
    document = make_document("\x1b]0;owned\x07 12 dead \x1b[2J", title="\x1b[31mred", publisher="\u202eevil")
    shown = _show(Reading(document=document, statements=(), relations=()), None, width=80)
    assert not set("\x1b\x07\u202e") & set(shown)
    assert "0 figures, 0 vague" in shown


def test_show_reading_says_how_to_see_all_of_a_long_text(reading: Reading) -> None:
    text = reading.document.text + "\n" + "Nothing is counted here. " * 400
    long = msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, text=text))
    assert "--full" in _show(long, None, width=80)
    assert "Nothing is counted here." not in _show(long, None, width=80)
    assert "Nothing is counted here." in _show(long, None, width=80, is_full=True)


def test_show_reading_gives_the_same_bytes_twice(reading: Reading, report: CheckReport) -> None:
    assert _show(reading, report, width=80) == _show(reading, report, width=80)


def test_show_statements_names_them_by_id(reading: Reading) -> None:
    file = io.StringIO()
    show_statements(reading.statements, console=make_console(file, width=80))
    assert all(statement.id[:8] in file.getvalue() for statement in reading.statements)
    assert file.getvalue().endswith("6 statements\n")


def test_show_check_names_statements_without_label_by_id(reading: Reading, report: CheckReport) -> None:
    file = io.StringIO()
    show_check(report, console=make_console(file, width=100), labels={})
    assert f"{reading.statements[0].id[:8]} 1 month: 21,600" in file.getvalue()
    assert "2 figures: One of the figures names no number." in file.getvalue()


def _by_id(reading: Reading) -> dict[str, Statement]:
    return {statement.id: statement for statement in reading.statements}


def test_show_check_summary_quotes_each_figure_under_its_claim(reading: Reading, report: CheckReport) -> None:
    file = io.StringIO()
    show_check_summary(report, _by_id(reading), console=make_console(file, width=100))
    shown = " ".join(file.getvalue().split())
    assert "[1] 21,600 soldiers · Oct 2025 · Harbour Gazette < Die Welt “The German daily Die Welt reports" in shown
    assert "reports that 21,600[1] soldiers walked away in October alone, a record" in shown
    assert "[2] 15,000 to 18,000 men · every month" in shown
    assert "180,000 deserters" not in shown
    assert "in Harbour" not in shown
    assert shown.endswith("6 statements · 5 comparisons · 1 finding, 3 checks not run")


def test_show_check_summary_names_the_document_of_each_quote(reading: Reading, report: CheckReport) -> None:
    file = io.StringIO()
    documents = {reading.document.id: "The title · the outlet"}
    show_check_summary(report, _by_id(reading), console=make_console(file, width=100), documents=documents)
    assert file.getvalue().count("in The title · the outlet") == 2


@pytest.mark.parametrize("width", [40, 80, 140])
def test_show_finding_tells_every_step_the_sentence_and_the_id(
    reading: Reading, report: CheckReport, width: int
) -> None:
    file = io.StringIO()
    show_finding(report.findings[0], _by_id(reading), console=make_console(file, width=width))
    shown = " ".join(file.getvalue().split())
    assert max(map(len, file.getvalue().splitlines())) <= width
    assert "(a) “every month” is an average, which single months may exceed." in shown
    assert report.findings[0].sentence in shown
    assert "by sayso.checking.v1" in shown


def test_show_check_prints_the_sentence_where_a_finding_has_no_sides(reading: Reading, report: CheckReport) -> None:
    bare = msgspec.structs.replace(report.findings[0], sides=(), factor=None, repairs=(), assumptions=())
    file = io.StringIO()
    show_check(msgspec.structs.replace(report, findings=(bare,)), console=make_console(file, width=100), labels={})
    assert bare.sentence in " ".join(file.getvalue().split())
    assert "factor" not in file.getvalue()


def test_show_why_tells_sentence_chain_and_rules(reading: Reading) -> None:
    file = io.StringIO()
    statement = reading.statements[0]
    show_why(statement, reading.document, console=make_console(file, width=100), facts=[("first seen", "2026-01-01")])
    shown = " ".join(file.getvalue().split())
    assert f"[{statement.passage.start}:{statement.passage.end}]" in shown
    assert 'Die Welt: reporter, stated, indirect, as "Die Welt", cue "reports that"' in shown
    assert "rule aspect event noun" in shown
    assert "first seen 2026-01-01" in shown


def test_show_why_keeps_each_label_on_the_line_of_its_words(reading: Reading) -> None:
    rules = {"attributed_by": "sayso.attribution.en.v2", "attribution": "stated", "counted_by_words": "noun"}
    extraction = msgspec.structs.replace(reading.statements[0].extraction, rules=rules)
    statement = msgspec.structs.replace(reading.statements[0], extraction=extraction)
    file = io.StringIO()
    show_why(statement, reading.document, console=make_console(file, width=80))
    lines = [" ".join(line.split()) for line in file.getvalue().splitlines()]
    assert "attributed by sayso.attribution.en.v2" in lines
    assert "rule attribution stated" in lines
    assert "rule counted_by_words noun" in lines


def test_show_why_takes_no_markup_from_the_name_of_a_rule(reading: Reading) -> None:
    extraction = msgspec.structs.replace(reading.statements[0].extraction, rules={"[bold]a": "noun"})
    file = io.StringIO()
    statement = msgspec.structs.replace(reading.statements[0], extraction=extraction)
    show_why(statement, None, console=make_console(file, width=80))
    assert "rule [bold]a" in file.getvalue()
