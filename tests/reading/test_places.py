"""Places of a text, and the one that a figure is about."""

import pytest

from sayso.reading.gazetteer import is_adjective, is_common_word, look_up
from sayso.reading.places import find_places, main_place
from tests.reading.reports import figure_of, find_figures
from tests.reading.test_numbers import case


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [
        ("Ukraine", "UKR", "country"),
        ("Ukrainian", "UKR", "country"),
        ("Syrians", "SYR", "country"),
        ("the Philippines", "PHL", "country"),
        ("U.S.", "USA", "country"),
        ("South Korea", "KOR", "country"),
        ("Democratic Republic of Congo", "COD", "country"),
        ("Ivory Coast", "CIV", "country"),
        ("Türkiye", "TUR", "country"),
        ("Texas", "USA", "region"),
        ("Aleppo", "SYR", "city"),
        ("Mogadishu", "SOM", "city"),
        ("Kharkiv", "UKR", "city"),
    ],
)
def test_gazetteer_knows_countries_people_states_and_cities(name: str, country: str, precision: str) -> None:
    entry = look_up(name)
    assert entry is not None
    assert (entry.country, entry.precision) == (country, precision)
    assert entry.geonames_id is not None
    assert entry.geonames_id > 0


@pytest.mark.parametrize("name", ["Nowhere-on-Sea", "", "ukraine", "12"])
def test_gazetteer_does_not_guess(name: str) -> None:
    assert look_up(name) is None


def test_bigger_place_of_a_name_wins() -> None:
    paris = look_up("Paris")
    assert paris is not None
    assert paris.country == "FRA"


def test_adjectives_and_common_words_are_told_apart() -> None:
    assert is_adjective("Ukrainian")
    assert not is_adjective("Ukraine")
    assert is_common_word("March")
    assert not is_common_word("Aleppo")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("At least 12 people died in Aleppo.", ["Aleppo"]),
        ("Ukrainian troops near Pokrovsk left.", ["Ukraine", "Pokrovsk"]),
        ("Floods hit northern Nigeria.", ["northern Nigeria"]),
        ("Tents burned in Kareth camp near Aleppo.", ["Kareth camp", "Aleppo"]),
        ("Tents burned in camps near Aleppo.", ["Aleppo"]),
        ("Floods hit the village of Petrova.", ["Petrova"]),
        ("Floods hit Marenga district.", ["Marenga"]),
        ("President Washington spoke on Monday.", []),
        ("Hurricane Katrina came.", []),
        ("In March it rained.", []),
        ("Police said so.", []),
        ("The Islamic State said so.", []),
        ("The clashes in Aleppo and Homs went on.", ["Aleppo and Homs"]),
        ("Shells hit the town of Tell al-Nur and al-Bukra.", ["Tell al-Nur", "al-Bukra"]),
        ("Relief reached Karun and Belat districts of Iran.", ["Karun and Belat", "Iran"]),
        ("Ash fell from Mount Tamora, on the island of Java.", ["Mount Tamora", "Java"]),
        ("Zubiya in Khartoum has no power.", ["Zubiya", "Khartoum"]),
        ("Velanovo residents fled to France.", ["Velanovo", "France"]),
        ("Raids in Iraq's southern Basra province went on.", ["Iraq", "Basra"]),
        ("A third of the Marlow Air Force Base is under water.", ["Marlow Air Force Base"]),
        ("Snow fell in Redding, Calif., on Monday.", ["Redding", "Calif"]),
        ("Mass protests shook the Kan party.", []),
    ],
)
def test_names_that_stand_for_places_are_found(text: str, names: list[str]) -> None:
    assert [found.place.name for found in find_places(text, 0, len(text))] == names


@pytest.mark.parametrize(
    "text",
    ["Aleppo, Homs and Hama in Syria", "“Odesa”", "Côte d’Ivoire's north", "İstanbul in Türkiye", "U.S. New York"],
)
def test_place_is_verbatim(text: str) -> None:
    for found in find_places(text, 0, len(text)):
        assert text[found.place.start : found.place.end] == found.place.exact


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        case("At least 12 people died in Aleppo.", "12", "Aleppo"),
        case("In Aleppo 12 people died.", "12", "Aleppo"),
        case("At least 12 people died in Aleppo and 5 died in Homs.", "5", "Homs"),
        case("At least 12 people died in Aleppo and 5 died in Homs.", "12", "Aleppo"),
        case("Some 21,600 Ukrainian soldiers deserted.", "21,600", "Ukraine"),
        case("Floods hit Aleppo on Monday. At least 12 people died.", "12", "Aleppo"),
        case("In Syria, 12 people died in the village of Tal Rifat.", "12", "Tal Rifat"),
        case(
            "Floods hit Aleppo on Monday. Rain fell for days. Roads are cut. At least 12 people died.", "12", "Aleppo"
        ),
        case("Mines lie 12 kilometres east of Homs.", "12", "Homs"),
        case("Some 40 people died in Homs, 12 in Aleppo and 3 in Hama.", "12", "Aleppo"),
    ],
)
def test_figure_is_about_the_nearest_place(text: str, number: str, name: str) -> None:
    place = figure_of(text, number).place
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    "text",
    [
        case("Shares in Acme fell 3% on Monday.", wrong="'in' before a firm's name makes a place of it"),
        case("US$12m was pledged."),
        case("At least 12 people died.", ),
    ],
)  # fmt: skip
def test_figure_without_a_place_has_none(text: str) -> None:
    assert [figure.place for figure in find_figures(text).figures] == [None]


def test_main_place_is_that_of_the_headline_else_the_one_named_most() -> None:
    text = "Troops left Kyiv. Shells fell in Odesa. In Odesa, and again in Odesa, houses burned."
    places = find_places(text, 0, len(text))
    kyiv, odesa = main_place(places, {"Kyiv"}), main_place(places, set())
    assert (kyiv and kyiv.name, odesa and odesa.name) == ("Kyiv", "Odesa")
    assert main_place([], {"Kyiv"}) is None
