from sayso.model import CheckReport, Finding, NotChecked


def make_finding(id: str) -> Finding:
    """A finding that says nothing but its id."""
    return Finding(
        id=id, kind="record", statements=("s1", "s2"), assumptions=(), sentence="", sides=(), factor=None, repairs=(),
        stage="test.v1",
    )  # fmt: skip


def test_check_report_iterates_over_its_findings() -> None:
    findings = (make_finding("one"), make_finding("two"))
    report = CheckReport(findings=findings, not_checked=(), checked=2)
    assert tuple(report) == findings
    assert len(report) == 2
    assert report


def test_check_report_without_findings_is_false() -> None:
    skipped = NotChecked(kind="dates", statements=("s1",), reason="It has no date.")
    assert not CheckReport(findings=(), not_checked=(skipped,), checked=0)
