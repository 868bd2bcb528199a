import datetime as dt

import msgspec
import pytest

from sayso.checking import Frame, check_statements
from sayso.checking.dates import check_dates
from sayso.checking.passages import read_sentences
from sayso.model import Event
from tests.checking.making import make_time, tell

DAY = dt.date(2025, 11, 28).toordinal()


@pytest.mark.parametrize(
    ("words", "is_disordered"),
    [
        ("From 12 March to 3 March, 260 people left.", True),
        ("From 3 March to 12 March, 260 people left.", False),
        ("From March 12 to March 3, 260 people left.", True),
        ("Between 12 March and 3 March, 260 people left.", True),
        ("The storm began on 12 March and ended on 3 March, and 260 people left.", True),
        ("From 20 December to 5 January, 260 people left.", False),
        ("From 20 December 2024 to 5 January 2024, 260 people left.", True),
        ("From 20 December 2023 to 5 January 2024, 260 people left.", False),
        ("From 31 June to 3 March, 260 people left.", False),
        ("From 12 Sept. to 3 Sep, 260 people left.", True),
        ("From 9 marriages to 4 marriages, 260 people left.", False),
        ("Between 20 decibels and 10 decibels, 260 people left.", False),
    ],
)
def test_stretch_that_ends_before_it_begins_is_found(words: str, is_disordered: bool) -> None:
    findings, _ = check_dates(read_sentences(tell(words, "260")), {})
    assert [finding.kind for finding in findings] == ["dates"] * is_disordered


def test_day_after_the_report_told_as_past_is_found() -> None:
    def check(
        words: str, day: str, *, at: int = 900, verb: str = "closed", on: str = "on ", **known: object
    ) -> list[str]:
        start = at + words.index(verb)
        event = Event(start=start, end=start + len(verb), exact=verb, lemma="close")
        when = make_time(day, day, as_written=f"{on}{day}")
        told = [msgspec.structs.replace(one, event=event, interval=when) for one in tell(words, "260", at=at, **known)]
        frames = {"doc": Frame(published=DAY)}
        return [finding.kind for finding in check_statements(told, frames=frames)]

    assert check("On 2026-01-10, 260 schools were closed.", "2026-01-10") == ["dates"]
    assert check("On 2025-11-10, 260 schools were closed.", "2025-11-10") == []
    assert check("On 2026-01-10, 260 schools will be closed.", "2026-01-10") == []
    assert check("On 2026-01-10, 260 schools were closed.", "2026-01-10", modality="predicted") == []
    assert check("On 2026-01-10, 260 schools were closed.", "2026-01-10", at=0) == ["dates"]
    assert check("2026-01-10, 260 schools were closed.", "2026-01-10", at=0, on="") == []
    assert check("On 2026-01-10, 260 people lost work.", "2026-01-10", verb="lost") == ["dates"]
    assert check("In May, unlike 2026-01-10, 260 schools were closed.", "2026-01-10") == ["dates"]
    assert check("On 2026-01-10, 260 people may lose work.", "2026-01-10", verb="lose") == []


def test_finding_that_takes_both_days_for_one_year_is_not_literal() -> None:
    dated, undated = "From 20 December 2024 to 5 January 2024, 260 left.", "From 12 March to 3 March, 260 left."
    lenses = [check_dates(read_sentences(tell(words, "260")), {})[0][0].lens for words in (dated, undated)]
    assert lenses == ["literal", "conveyed"]
