"""rate_certainty: what happened, what did not, and what is open are told apart."""

from sayso.attribution.certainty import rate_certainty


def rate(text: str, *words: str) -> list[float]:
    return rate_certainty(text, [(text.index(word), text.index(word) + len(word)) for word in words])


def test_what_happened_is_above_what_is_open_and_what_did_not() -> None:
    text = "The dam broke, but the bridge did not fall. The school might reopen in May."
    broke, fall, reopen = rate(text, "broke", "fall", "reopen")
    assert broke > 2
    assert fall < 0
    assert fall < reopen < broke


def test_numbers_stay_on_the_scale_and_come_in_the_order_asked() -> None:
    text = "Nobody died. The bridge fell."
    assert rate(text, "fell", "died") == rate(text, "died", "fell")[::-1]
    assert all(-3 <= value <= 3 for value in rate(text, "died", "fell", "bridge"))


def test_nothing_asked_is_nothing_answered() -> None:
    assert rate_certainty("The dam broke.", []) == []
