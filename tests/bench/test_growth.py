from bench.growth import TEXTS, measure_growth


def test_growth_measures_every_hard_text_at_twice_its_length() -> None:
    rows = measure_growth(n=2)
    assert [row.text for row in rows] == list(TEXTS)
    assert all(row.characters == len(TEXTS[row.text](4)) for row in rows)


def test_hard_texts_grow_with_their_length() -> None:
    assert all(1.8 < len(make(200)) / len(make(100)) <= 2 for make in TEXTS.values())
