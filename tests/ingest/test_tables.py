import datetime as dt

import pytest

from sayso.ingest import read_claims, read_reported_counts
from sayso.model import Claim, FormatError, ReportedCount


def test_read_claims_takes_columns_in_any_order_with_others_between() -> None:
    lines = ["source,note,value,object\n", 'a,"1, 2",5.5,"Aldorf, 2000"\n', "\n", "b,,6,Birken\n"]
    assert read_claims(lines, name="x.csv") == [
        Claim(object="Aldorf, 2000", source="a", value=5.5),
        Claim(object="Birken", source="b", value=6),
    ]


def test_read_claims_takes_a_date_where_there_is_one() -> None:
    lines = ["object,source,value,date", "x,a,1,2024-05-01", "x,b,2,"]
    assert [one.date for one in read_claims(lines, name="x.csv")] == [dt.date(2024, 5, 1), None]


def test_read_reported_counts_takes_days_and_whole_numbers() -> None:
    (one,) = read_reported_counts(["reference_date,report_date,count", "2024-05-01,2024-05-03,7.0"], name="x.csv")
    assert one == ReportedCount(reference_date=dt.date(2024, 5, 1), report_date=dt.date(2024, 5, 3), count=7)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("x,a,many", "x.csv, row 3: expected a number as value, found 'many'"),
        ("x,a,inf", "x.csv, row 3: expected a finite number as value, found 'inf'"),
        ("x,,1", "x.csv, row 3: expected a source, found nothing"),
        ("x", "x.csv, row 3: expected a source, found nothing"),
        ("x,a,1,234", "x.csv, row 3: expected 3 cells, found more; write numbers without separators"),
        ('x,a,"1"2', "x.csv, row 3: expected CSV, found something else"),
    ],
)
def test_read_claims_names_the_row_of_a_bad_cell(row: str, words: str) -> None:
    with pytest.raises(FormatError) as told:
        read_claims(["object,source,value", "x,a,1", row], name="x.csv")
    assert str(told.value).startswith(words)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("2024-05-01,1.5.2024,1", "row 2: expected a day YYYY-MM-DD as report_date, found '1.5.2024'"),
        ("2024-05-02,2024-05-01,1", "row 2: expected a report on 2024-05-02 or later, found one on 2024-05-01"),
        ("2024-05-01,2024-05-01,-1", "row 2: expected a count of 0 or more, found -1"),
        ("2024-05-01,2024-05-01,1.5", "row 2: expected a whole number as count, found '1.5'"),
    ],
)
def test_read_reported_counts_names_the_row_of_a_bad_cell(row: str, words: str) -> None:
    with pytest.raises(FormatError) as told:
        read_reported_counts(["reference_date,report_date,count", row], name="x.csv")
    assert words in str(told.value)


def test_read_claims_refuses_a_header_that_is_no_csv() -> None:
    with pytest.raises(FormatError, match="row 1: expected CSV"):
        read_claims(['"object"x,source,value'], name="x.csv")


@pytest.mark.parametrize("lines", [[], ["object;source;value"], ["object,value"]])
def test_read_claims_tells_which_columns_are_missing(lines: list[str]) -> None:
    with pytest.raises(FormatError, match=r"row 1: expected the columns object, source, value"):
        read_claims(lines, name="x.csv")
