"""find_quotes: quotation marks of every kind."""

import pytest

from sayso.attribution.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We left,” she said.", ["“We left,”"]),
        ('"We left," she said.', ['"We left,"']),
        ("''We left,'' she said.", ["''We left,''"]),
        ("‘We left,’ she said.", ["‘We left,’"]),
        ("'We left,' she said.", ["'We left,'"]),
        ("“He said ‘go’ and we left,” she said.", ["“He said ‘go’ and we left,”"]),
        ("She said: “We left.", ["“We left."]),
        ("The officials' report and the mayor's answer", []),
        ('A 5" screen', []),
        ('"', []),
        ("“”", []),
    ],
)
def test_find_quotes_finds_outermost(text: str, expected: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in find_quotes(text, 0, len(text))] == expected


def test_find_quotes_tells_speech_from_quoted_words() -> None:
    text = "The so-called “shadow army” left. “We are the army,” he said."
    assert [quote.is_speech for quote in find_quotes(text, 0, len(text))] == [False, True]
