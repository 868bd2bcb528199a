from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.headers import find_header
from sayso.ingest.text import document_from_text

BODY = "Twelve people died when the river rose over its banks, the governor said on Sunday.\n\nMore are missing."


def _body_of(text: str, title: str | None = None) -> str:
    return text[find_header(text, title).body_start :]


def test_site_name_headline_and_date_line_are_header() -> None:
    text = f"Vale Report\n\nRiver Floods Two Towns: Many Missing\n\nMar 3, 2025 News\n\n{BODY}"
    header = find_header(text)
    assert (header.publisher, header.title, header.date) == (
        "Vale Report", "River Floods Two Towns: Many Missing", "2025-03-03",
    )  # fmt: skip
    assert text[header.body_start :] == BODY


def test_line_ends_of_windows_change_nothing() -> None:
    text = f"Vale Report\n\nRiver Floods Two Towns\n\nMar 3, 2025\n\n{BODY}".replace("\n", "\r\n")
    header = find_header(text)
    assert (header.publisher, header.title, header.date) == ("Vale Report", "River Floods Two Towns", "2025-03-03")
    assert _body_of(text) == BODY.replace("\n", "\r\n")


@pytest.mark.parametrize(
    "lines",
    [
        "River floods two towns\n\nBy Ana Roe\n3 March 2025",
        "River floods two towns\nBy Ana Roe | 3 March 2025 10:30 GMT",
        "River floods two towns\n\nThousands leave their homes in the north\n\nBy Ana Roe\n\nPublished: 3 March 2025",
        "River floods two towns\nBy Ana Roe\nPosted on March 3rd, 2025 at 9:20 PM\nUpdated: 5 March 2025",
        "BREAKING NEWS\n\nRiver floods two towns\n\nBy: Ana Roe\nMonday, 3 March 2025 – World News",
        "River floods two towns Posted: Monday, March 3, 2025 1:46 PM EDT Updated: March 4, 2025\n\nBy Ana Roe",
        "Title: River floods two towns\nAuthor: Ana Roe\nDate: 3 March 2025",
    ],
)
def test_headline_byline_and_date_are_found_in_the_usual_orders(lines: str) -> None:
    text = f"{lines}\n\n{BODY}"
    header = find_header(text)
    assert (header.title, header.author, header.date) == ("River floods two towns", "Ana Roe", "2025-03-03")
    assert header.publisher is None
    assert text[header.body_start :] == BODY


def test_a_headline_below_the_date_line_is_the_headline() -> None:
    text = f"Published: Monday, 3/3/2025\n\nRiver floods two towns\n\n{BODY}"
    header = find_header(text)
    assert (header.title, header.date, text[header.body_start :]) == ("River floods two towns", "2025-03-03", BODY)


def test_an_updated_line_dates_the_report_when_nothing_else_does() -> None:
    assert find_header(f"Updated: Mar 3, 2025 - 6:38 PM\n\n{BODY}").date == "2025-03-03"


def test_the_outlet_below_the_byline_is_the_publisher() -> None:
    header = find_header(f"By Ana Roe\n\nVale Sun-Times Wire\n\n{BODY}")
    assert (header.author, header.publisher, header.title) == ("Ana Roe", "Vale Sun-Times Wire", None)


def test_labelled_lines_give_every_field() -> None:
    header = find_header(
        "Headline: River floods two towns\nSource: The Vale Gazette\nURL: https://vale.example/1\nTags: flood, river"
        f"\n\n{BODY}"
    )
    assert header.publisher == "The Vale Gazette"
    assert header.url == "https://vale.example/1"
    assert header.tags == ("flood", "river")


@pytest.mark.parametrize("section", ["Middle East", "Breaking News", "World", "Situation Report", "Floods Kill Twelve"])
def test_a_section_is_no_publisher(section: str) -> None:
    header = find_header(f"{section}\n\nRiver floods two towns in the north\n\n3 March 2025\n\n{BODY}")
    assert header.publisher is None
    assert header.date == "2025-03-03"


def test_an_ambiguous_date_line_is_header_without_a_date() -> None:
    header = find_header(f"River floods two towns\n\n03/04/2025\n\n{BODY}")
    assert (header.title, header.date) == ("River floods two towns", None)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "",
        "\n\n  \n",
        "Twelve people died.",
        "3 March 2025",
        "On 3 March 2025 the dam broke.\n\nTwelve people died.",
        "By Tuesday the water had risen by 3 metres.\n\nTwelve people died.",
        "March 3, 2025 was the worst day.\n\nTwelve people died.",
        "Friday, 28 November 2025, was the worst day of the flood.\n\nTwelve people died.",
        "Twelve dead\n\nThree hurt\n\nTwelve people died in the flood, the mayor said.",
        "3 March 2025\n\nTwelve people died.\n\n4 March 2025\n\nThree more were found, the mayor said on the radio.",
        "Ana Roe\n\n27 October 1941 - 13 November 2016\n\nShe leaves two sons, the family said on Sunday.",
        "Updated 3 March 2025 figures show twelve people died.\n\nMore are missing.",
    ],
)
def test_a_text_without_a_plain_header_is_all_body(text: str) -> None:
    header = find_header(text)
    assert header.body_start == 0
    assert (header.title, header.publisher, header.author, header.date) == (None, None, None, None)


@pytest.mark.parametrize(
    ("opening", "publisher", "date"),
    [
        ("GENEVA, 3 March 2025 (Reuters) - ", "Reuters", "2025-03-03"),
        ("KABUL (AP) — ", "AP", None),
        ("HAL, Vale, March 3, 2025 (Xinhua) -- ", "Xinhua", "2025-03-03"),
        ("HAL, March 3 (Xinhua) -- ", "Xinhua", None),
        ("NEW HAL CITY, Vale (WHAL) – ", "WHAL", None),
        ("GENEVA (3 March 2025) – ", None, None),
        ("HAL (Ana Roe) -- ", None, None),
        ("HAL, Vale — ", None, None),
        ("(Hal, Vale) – ", None, None),
    ],
)
def test_a_dateline_gives_the_wire_it_names_and_its_full_date(
    opening: str, publisher: str | None, date: str | None
) -> None:
    header = find_header(opening + BODY)
    assert (header.publisher, header.date, header.body_start) == (publisher, date, 0)


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("(March 3, 2025) - ", "2025-03-03"),
        ("03 March 2025 - ", "2025-03-03"),
        ("March 3, 2025 (HAL) – ", "2025-03-03"),
        ("Update: 3 March, 2025  Situation  ", "2025-03-03"),
        ("Updated: 17:32, 3 March 2025 Monday  ", "2025-03-03"),
        ("Floods hit Hal, people move out  3 Mar 2025 | 15:00 | (275 Views) |  ", "2025-03-03"),
        ("3 March 2025 was a dark day. ", None),
        ("(3 March 2025 brought rain) - ", None),
        ("Update: the river rose. 3 March 2025 - ", None),
        ("The river rose on 3 March 2025 - and fell. ", None),
        ("03/04/2025 - ", None),
    ],
)
def test_a_date_that_only_opens_the_body_dates_the_report(opening: str, date: str | None) -> None:
    header = find_header(opening + BODY)
    assert (header.date, header.body_start) == (date, 0)


def test_a_header_wins_over_the_dateline_below_it() -> None:
    header = find_header(f"Vale Report\n\nRiver floods two towns\n\n4 March 2025\n\nHAL, 3 March 2025 (AP) - {BODY}")
    assert (header.publisher, header.date) == ("Vale Report", "2025-03-04")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"Date of publication 3 March 2025 {BODY}", "2025-03-03"),
        (f"Mon 03 Mar 2025 River floods two towns. {BODY}", "2025-03-03"),
        (f"Monday 3 March 2025 21:09 {BODY}", "2025-03-03"),
    ],
)
def test_a_date_stamp_that_runs_on_into_the_text_is_header(text: str, date: str) -> None:
    assert find_header(text).date == date
    assert find_header(text).body_start > 0


def test_a_known_headline_at_the_top_is_header() -> None:
    title = "River floods two towns"
    assert _body_of(f"{title}.\n\n{BODY}", title) == BODY
    assert _body_of(f"RIVER FLOODS  TWO TOWNS\n{BODY}", title) == BODY
    assert _body_of(f"Mon 3 Mar 2025 {title} Twelve died in Hal.", title) == "Twelve died in Hal."


def test_a_sentence_that_begins_like_the_headline_stays_whole() -> None:
    text = "River floods two towns in the north of Vale, the mayor said.\n\nMore are missing."
    assert _body_of(text, "River floods two towns") == text


def test_given_fields_win_over_the_header() -> None:
    text = f"Vale Report\n\nRiver floods two towns\n\n4 March 2025\n\n{BODY}"
    document = document_from_text(text, title="Flood", publisher="The Hal Post", date="2025-03-03")
    assert (document.title, document.publisher, document.date) == ("Flood", "The Hal Post", "2025-03-03")


@given(st.text(), st.none() | st.text(max_size=60))
def test_the_body_of_any_text_lies_in_it(text: str, title: str | None) -> None:
    document = document_from_text(text.replace("\0", ""), title=title)
    start, end = document.body
    assert 0 <= start <= end <= len(document.text)
    assert not document.text.strip() or document.text[start:end].strip()


_LINES = st.sampled_from([
    "Vale Report", "3 March 2025", "By Ana Roe", "River floods two towns", "floodriverhalvale", BODY, "", "Tags: a, b",
    "HAL (AP) - Twelve died.", "Published: 3 March 2025", "#flood #river", "BREAKING NEWS",
])  # fmt: skip


@given(st.lists(_LINES, max_size=10).map("\n".join))
def test_no_mix_of_header_lines_leaves_a_report_without_a_body(text: str) -> None:
    document = document_from_text(text)
    start, end = document.body
    assert not text.strip() or text[start:end].strip()


def test_the_seed_report_gives_publisher_headline_date_body_and_tags(shared: Path) -> None:
    seeds = sorted((shared / "seed").glob("*.txt"))
    assert seeds
    text = seeds[0].read_bytes().decode("utf-8")
    document = document_from_text(text)
    start, end = document.body
    assert (document.publisher, document.date) == ("LA Report", "2025-11-28")
    assert document.title == text.split("\n\n")[1]
    assert text[start:end].startswith(text.split("\n\n")[3])
    assert text[end:].strip() == "".join(document.tags)
    assert document.tags == ("conflict", "desertion", "russia", "ukraine", "war")


def test_plain_bodies_of_real_reports_are_not_cut(bench_data: Path) -> None:
    import msgspec

    rows = [msgspec.json.decode(line) for line in (bench_data / "gold" / "reports.jsonl").read_bytes().splitlines()]
    assert [find_header(row["text"]).body_start for row in rows] == [0] * len(rows)
