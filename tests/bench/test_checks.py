from bench.checks import measure_checks


def test_check_speed_asks_every_question() -> None:
    rows = list(measure_checks(topics=40, jobs=1))
    assert len(rows) == 7
    assert {row.systems for row in rows} == {1, 40}
    assert all(row.seconds > 0 and row.level > 0 for row in rows)
