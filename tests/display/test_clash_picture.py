import re
from xml.etree import ElementTree as ET

import msgspec
import pytest

from sayso.display.clash_picture import WIDTH, draw_clash, is_hedged, list_shapes
from sayso.display.time_axis import make_time_axis
from sayso.display.wording import number_statements
from sayso.model import CheckReport, Finding, Interval, Reading, Side, Statement


def _draw(finding: Finding, *statements: Statement) -> str:
    known = {statement.id: statement for statement in statements}
    drawn = draw_clash(finding, known, number_statements(statements), number=3)
    assert drawn is not None
    return drawn


def _classes(drawn: str) -> list[str]:
    return [element.get("class", "") for element in ET.fromstring(drawn).iter()]


def _sides(finding: Finding, *ranges: tuple[float | None, float | None]) -> Finding:
    names = [side.statements for side in finding.sides]
    sides = [
        Side(statements=name, low=low, high=high, words="") for name, (low, high) in zip(names, ranges, strict=True)
    ]
    return msgspec.structs.replace(finding, sides=tuple(sides))


@pytest.fixture
def clash(reading: Reading, report: CheckReport) -> tuple[Finding, Statement, Statement]:
    """The finding with its two statements."""
    return report.findings[0], reading.statements[0], reading.statements[3]


def test_draw_clash_gives_a_lane_a_figure_and_a_bar_a_side(clash: tuple[Finding, Statement, Statement]) -> None:
    drawn = _draw(*clash)
    classes = _classes(drawn)
    assert [name for name in classes if name.startswith("bar")] == ["bar b-exact", "bar b-range hollow"]
    assert classes.count("reach") == 2
    assert classes.count("band") == classes.count("gap") == 1
    assert "clash ×1.2" in drawn


def test_draw_clash_names_itself_and_tells_all_in_words(clash: tuple[Finding, Statement, Statement]) -> None:
    root = ET.fromstring(_draw(*clash))
    assert root.get("role") == "img"
    title, words = root.find("title"), root.find("desc")
    assert title is not None
    assert words is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}" == "clash-3-title clash-3-words"
    assert "[1] 21,600 soldiers: flow, Oct 2025." in (words.text or "")
    assert "[2] 15,000 to 18,000." in (words.text or "")


def test_draw_clash_gives_the_same_bytes_and_stays_on_the_drawing(clash: tuple[Finding, Statement, Statement]) -> None:
    drawn = _draw(*clash)
    assert drawn == _draw(*clash)
    for left, width in re.findall(r'<rect class="\w+" x="([\d.-]+)" y="0" width="([\d.]+)"', drawn):
        assert 0 <= float(left) <= float(left) + float(width) <= WIDTH
    assert "url(" not in drawn


def test_draw_clash_without_different_times_draws_values_alone(clash: tuple[Finding, Statement, Statement]) -> None:
    finding, first, second = clash
    like = msgspec.structs.replace(second, interval=first.interval)
    classes = _classes(_draw(finding, first, like))
    assert "band" not in classes
    assert classes.count("reach") == 2
    assert list_shapes([first, like]) == []


def test_draw_clash_has_nothing_to_draw_without_times_and_numbers(clash: tuple[Finding, Statement, Statement]) -> None:
    finding, first, _ = clash
    bare = msgspec.structs.replace(finding, sides=(), statements=(first.id,))
    assert draw_clash(bare, {first.id: first}, {}, number=1) is None
    assert draw_clash(finding, {}, {}, number=1) is not None


@pytest.mark.parametrize(
    "ranges",
    [
        ((651050, None), (None, 240000)), ((21550, None), (None, 21540)), ((5, None), (None, 0)),
        ((1e9, None), (None, 1000)), ((-3, None), (None, -5)), ((0.5, None), (None, 0.25)), ((0, 0), (0, 0)),
    ],
)  # fmt: skip
def test_draw_clash_draws_any_two_numbers(
    clash: tuple[Finding, Statement, Statement], ranges: tuple[tuple[float | None, float | None], ...]
) -> None:
    finding, *statements = clash
    drawn = _draw(_sides(finding, *ranges), *statements)
    numbers = [float(number) for number in re.findall(r"[MLH ](-?\d+(?:\.\d)?)(?=[ VHLZM\"])", drawn)]
    assert numbers
    assert "nan" not in drawn
    has_gap = "gap" in _classes(drawn)
    assert has_gap == (ranges != ((0, 0), (0, 0)))


def test_draw_clash_cuts_the_axis_where_the_sides_are_close(clash: tuple[Finding, Statement, Statement]) -> None:
    finding, *statements = clash
    close = _draw(_sides(finding, (1010, None), (None, 1000)), *statements)
    far = _draw(_sides(finding, (3000, None), (None, 1000)), *statements)
    assert ">0</text>" not in close
    assert ">0</text>" in far


def test_draw_clash_escapes_hostile_words(clash: tuple[Finding, Statement, Statement]) -> None:
    finding, first, second = clash
    hostile = "</svg><script>alert(1)</script>\x1b"
    assert first.counted is not None
    counted = msgspec.structs.replace(first.counted, exact=hostile)
    drawn = _draw(
        msgspec.structs.replace(finding, sentence=hostile), msgspec.structs.replace(first, counted=counted), second
    )
    assert "<script" not in drawn
    assert "\x1b" not in drawn
    ET.fromstring(drawn)


def test_list_shapes_names_only_what_is_drawn(reading: Reading) -> None:
    flow, total, _, rate, cases, _ = reading.statements
    assert list_shapes([flow, rate]) == ["teeth: so many a month", "block: within that time", "hollow: hedged"]
    assert list_shapes([total, cases])[0] == "wedge: a total that grows"
    assert is_hedged(total)
    assert not is_hedged(flow)


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("2022-02-01", "2025-11-28", ["2022", "2023", "2024", "2025"]),
        ("2025-01-01", "2025-11-28", ["Jan 2025", "Apr 2025", "Jul 2025", "Oct 2025"]),
        ("2025-10-01", "2025-10-06", ["1 Oct", "3 Oct", "5 Oct"]),
        ("2025-10-01", "2025-11-28", ["1 Oct", "15 Oct", "1 Nov", "15 Nov"]),
    ],
)
def test_make_time_axis_names_few_days(reading: Reading, first: str, last: str, ticks: list[str]) -> None:
    def at(start: str, end: str | None) -> Statement:
        interval = Interval(as_written=None, start=start, end=end, edtf=None, kind="interval")
        return msgspec.structs.replace(reading.statements[0], interval=interval)

    axis = make_time_axis([at(first, last), at(first, None)])
    assert axis is not None
    words = [tick.words for tick in axis.ticks]
    assert len(words) <= 6
    assert set(ticks) <= set(words) or words == ticks
    assert make_time_axis([at(first, last), at(first, last)]) is None
