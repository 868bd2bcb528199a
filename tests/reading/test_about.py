"""What a figure is about beyond the noun it counts."""

import pytest

from sayso.reading import find_quantities
from tests.reading.reports import figure_of


def about(text: str, number: str) -> list[tuple[str, str]]:
    """The words that the one figure with this number is about, each with its role."""
    figure = figure_of(text, number)
    for one in figure.about:
        assert text[one.start : one.end] == one.exact
    return [(one.role, one.exact) for one in figure.about]


@pytest.mark.parametrize(
    ("text", "number", "subject"),
    [
        ("Unemployment rose to 5% in May.", "5%", "Unemployment"),
        ("The death toll has risen to 41 people, officials said.", "41", "death toll"),
        ("Exports of wheat to the north dropped 7% to $2.3 billion.", "7%", "Exports of wheat to the north"),
        ("Exports of wheat to the north dropped 7% to $2.3 billion.", "2.3 billion", "Exports of wheat to the north"),
        ("The Stoxx 50 gained 0.7 percent, while the ASX 200 lost 0.2 percent.", "0.7 percent", "Stoxx 50"),
        ("The Stoxx 50 gained 0.7 percent, while the ASX 200 lost 0.2 percent.", "0.2 percent", "ASX 200"),
        ("Energy, which had a bad year, fell 3%.", "3%", "Energy"),
        ("The average fee, it says, would be $300.", "300", "average fee"),
        ("Richer towns - which include Dorn and Lys - will grow 1.6 percent.", "1.6 percent", "Richer towns"),
        ("The toll from a flood that struck the coast has risen to 19 people.", "19", "toll from a flood"),
        ("Bakers expect the price of flour to rise by 4%.", "4%", "price of flour"),
        ("Nobody wants a loaf, which can cost $3.", "3", "loaf"),
        ("Volta said in June that it lost $4 million.", "4 million", "Volta"),
        ("Rents rose 3% and were up 9% in the capital.", "9%", "Rents"),
        ("Bread sales in Dorn and Lys fell 2%.", "2%", "Bread sales in Dorn and Lys"),
        ("Officials said its shares lost 5%.", "5%", "shares"),
        ("The bridge is 120 metres long.", "120", "bridge"),
        ("Mr. Ames owes $40,000.", "40,000", "Mr. Ames"),
    ],
)  # fmt: skip
def test_about_takes_the_subject(text: str, number: str, subject: str) -> None:
    assert about(text, number) == [("subject", subject)]


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("Farmers sold 4 million tonnes of wheat.", "4 million", [("subject", "Farmers"), ("of", "wheat")]),
        ("The storm cut 18 kilometres of road.", "18", [("subject", "storm"), ("of", "road")]),
        ("She paid $500 bail.", "500", [("noun", "bail")]),
        ("Mr Lund won a 5% pay rise.", "5%", [("subject", "Mr Lund"), ("noun", "pay rise")]),
        ("The pact covers 13% of the fleet.", "13%", [("of", "fleet")]),
        ("The council raised the fee to $15.", "15", [("subject", "council"), ("object", "fee")]),
        ("They cut the budget by 8%.", "8%", [("object", "budget")]),
        ("The firm posted a loss of $6 million.", "6 million", [("subject", "firm"), ("object", "loss")]),
        ("The shop has the lamp for $30.", "30", [("subject", "shop"), ("object", "lamp")]),
        ("It has $8 million in debt.", "8 million", [("of", "debt")]),
        ("They fled a camp in Dorn, 4 km east of the river.", "4", [("subject", "Dorn")]),
    ],
)  # fmt: skip
def test_about_names_its_roles(text: str, number: str, wanted: list[tuple[str, str]]) -> None:
    assert about(text, number) == wanted


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("There were 400 people.", "400"),
        ("Some 12 people were killed.", "12"),
        ("She said 12 people were killed.", "12"),
        ("I make $12 an hour.", "12"),
        ("It is 30 degrees Celsius outside.", "30"),
    ],
)
def test_about_is_empty_where_the_sentence_does_not_say(text: str, number: str) -> None:
    assert about(text, number) == []


def test_about_is_shared_by_a_figure_said_again() -> None:
    first, second = find_quantities("The plant made a profit of $3 million, or 29 cents a share.")
    assert first.about == second.about
    assert [one.exact for one in second.about] == ["plant", "profit"]


def test_about_of_a_place_counts_both_measures_of_a_distance() -> None:
    first, second = find_quantities("Rebels took the town of Lys, 40 km (25 miles) east of Dorn.")
    assert [one.exact for one in first.about] == [one.exact for one in second.about] == ["town of Lys"]


def test_about_has_the_lemma_of_its_head() -> None:
    figure = figure_of("Exports of cars to the north fell 7%.", "7%")
    assert [one.lemma for one in figure.about] == ["export"]


@pytest.mark.parametrize("word", ["and", ",", "of", "the", "who said", "- (", "rises to 5%", "of 3 km of"])
def test_about_of_endless_sentences_stays_quick(word: str) -> None:
    text = "Rents rose 5% " + f"{word} cars " * 150 + "and fell 3%."
    assert find_quantities(text)
