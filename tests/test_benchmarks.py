"""The benchmark section of the README is written from rows."""

import pytest

from docs.benchmarks import PARTS, README, make_part, make_table, write_parts


def test_make_table_takes_the_keys_for_its_head() -> None:
    rows = [
        {"set": "one", "value": 0.51234, "low": None, "n": 1200},
        {"set": "two", "value": 60000.0, "low": 1.0, "n": 3},
    ]
    assert make_table(rows) == (
        "| set | value | low | n |\n| --- | --- | --- | --- |\n"
        "| one | 0.512 |  | 1,200 |\n| two | 60,000 | 1.000 | 3 |\n"
    )


def test_make_part_says_why_a_system_was_not_measured() -> None:
    measured = {"system": "one 1.0", "metric": "f1", "value": 0.5}
    refused = {"system": "two 2.0", "reason": "did not install: no version fits"}
    assert make_part([measured, refused]) == (
        "| system | metric | value |\n| --- | --- | --- |\n| one 1.0 | f1 | 0.500 |\n"
        "\ntwo 2.0 did not install: no version fits.\n"
    )
    assert make_part([measured]) == make_table([measured])


def test_write_parts_fills_the_section_of_the_readme_and_leaves_the_rest() -> None:
    readme = README.read_text(encoding="utf-8")
    written = write_parts(readme, {"quality": "| a |\n"})
    assert f"`{PARTS['quality'].command}`\n\n| a |\n" in written
    assert written.partition("<!-- benchmarks")[0] == readme.partition("<!-- benchmarks")[0]
    assert written.partition("<!-- end of benchmarks")[2] == readme.partition("<!-- end of benchmarks")[2]


def test_write_parts_keeps_the_tables_that_were_not_measured() -> None:
    once = write_parts(README.read_text(encoding="utf-8"), {"speed": "| fast |\n", "quality": "| good |\n"})
    again = write_parts(once, {"quality": "| better |\n"})
    assert "| fast |" in again
    assert "| better |" in again
    assert "| good |" not in again
    assert write_parts(again, {"quality": "| better |\n"}) == again


def test_write_parts_says_when_the_readme_has_no_section() -> None:
    with pytest.raises(ValueError, match="no such section"):
        write_parts("# sayso\n", {})
