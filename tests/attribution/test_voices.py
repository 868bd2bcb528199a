"""Who a source phrase names: the head of the phrase speaks, what qualifies it does not."""

import pytest

from sayso.attribution.mentions import find_mentions
from sayso.attribution.voices import Voice, name_voice
from sayso.model import make_span
from tests.attribution.reports import attribute, hops


def voice_of(phrase: str, before: str = "") -> Voice:
    """The voice of a source phrase that stands in a sentence after other words."""
    text = f"{before} Then {phrase} said so." if before else f"Then {phrase} said so."
    start = text.rindex(phrase)
    voice = name_voice(text, make_span(text, start, start + len(phrase)), find_mentions(text), earlier=[])
    assert voice is not None
    assert text[voice.span.start : voice.span.end] == voice.span.exact
    return voice


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("provincial governor Irene Malkin", "Irene Malkin"),
        ("the Minister of Housing Ted Marlow", "Ted Marlow"),
        ("the group's head of mission, Karim Haddad", "Karim Haddad"),
        ("Port Alma Harbour and Coast Guard spokesperson, Theo Layne", "Theo Layne"),
        ("head of rescue work Irene Malkin", "Irene Malkin"),
        ("Port Alma Flood and Harbour Commission Chairman Peter Lam Marsh", "Peter Lam Marsh"),
        ("Radio Dorn’s John Marsh", "John Marsh"),
        ("Governor of Dorn Irene Malkin", "Irene Malkin"),
        ("Karim Haddad from the local relief office", "Karim Haddad"),
        ("Karim Haddad an activist who drove there", "Karim Haddad"),
    ],
)
def test_name_voice_finds_the_person_behind_titles(phrase: str, name: str) -> None:
    voice = voice_of(phrase)
    assert (voice.name, voice.type) == (name, "person")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Fire and Rescue Agency", "Fire and Rescue Agency"),
        ("the Dorn-based Observatory for Civil Rights", "Observatory for Civil Rights"),
        ("the Ministry of Health and Welfare", "Ministry of Health and Welfare"),
        ("Save the Children", "Save the Children"),
    ],
)
def test_name_voice_keeps_the_name_of_an_organization_whole(phrase: str, name: str) -> None:
    voice = voice_of(phrase)
    assert (voice.name, voice.type) == (name, "organization")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("officials in Port Alma", "officials in Port Alma"),
        ("the governor of Port Alma", "the governor of Port Alma"),
        ("a source at the Dorn Police Command", "a source at the Dorn Police Command"),
        ("a doctor at the regional hospital", "a doctor"),
        ("Dorn city police", "Dorn city police"),
        ("the Karim Haddad campaign", "the Karim Haddad campaign"),
        ("the organisers, who called it a record", "the organisers"),
        ("a Dorn-led inquiry", "a Dorn-led inquiry"),
        ("a ministry report seen by this paper", "a ministry report seen by this paper"),
    ],
)
def test_name_voice_leaves_whoever_has_no_name_unnamed(phrase: str, name: str) -> None:
    voice = voice_of(phrase)
    assert (voice.name, voice.type) == (name, "unnamed")


def test_name_voice_hears_the_outlet_of_its_reporter() -> None:
    assert voice_of("the Reuters correspondent").name == "Reuters"
    assert voice_of("the Lumina news agency") == voice_of("the Lumina news agency")._replace(
        name="Lumina", type="outlet"
    )


def test_name_voice_gives_a_later_short_name_in_full() -> None:
    voice = voice_of("the Observatory", "The Dorn Observatory for Civil Rights counts.")
    assert voice.name == "Dorn Observatory for Civil Rights"


def test_name_voice_tells_two_people_of_one_surname_apart() -> None:
    assert voice_of("Bill Marlow", "Betty Marlow came.").name == "Bill Marlow"
    assert voice_of("Marlow", "Betty Marlow came.").name == "Betty Marlow"


def test_find_mentions_takes_no_capital_that_only_opens_a_sentence() -> None:
    names = [mention.name for mention in find_mentions("Investigators came. Winds rose. Uganda burned.").mentions]
    assert names == ["Uganda"]


@pytest.mark.parametrize(
    ("text", "figure", "agents"),
    [
        ("A survey published last week found that 61 percent disagree.", "61", ["a survey published last week"]),
        ("Some residents in Port Alma say 12 houses burned.", "12", ["some residents in Port Alma"]),
        ("A woman who wished not to be named said 12 houses burned.", "12", ["a woman"]),
        ("On Tuesday media reported that 12 houses burned.", "12", ["media"]),
        (
            "13 Jun 2016 Norvian Observatory for Human Rights says 12 houses burned.",
            "12",
            ["Norvian Observatory for Human Rights"],
        ),
        ("In Port Alma the ministry said 12 houses burned.", "12", ["the ministry"]),
        ("Typhoon Karla has claimed 13 lives in Dorn.", "13", []),
        ("Dorn has seen 10 deaths, according to the ministry, adding that 40 are missing.", "40", ["the ministry"]),
    ],
)
def test_attribute_hears_the_subject_and_not_its_surroundings(text: str, figure: str, agents: list[str]) -> None:
    assert [hop.agent for hop in hops(attribute(text, figure).statements[0])] == agents


def test_attribute_puts_the_outlet_that_was_told_before_the_person() -> None:
    text = "Ann Lee told Reuters that 12 houses burned."
    chain = hops(attribute(text, "12").statements[0])
    assert [(hop.agent, hop.role) for hop in chain] == [("Reuters", "reporter"), ("Ann Lee", "speaker")]
    own = hops(attribute(text, "12", publisher="Reuters").statements[0])
    assert [hop.agent for hop in own] == ["Ann Lee"]


def test_attribute_carries_a_source_over_a_paragraph_that_counts_nothing() -> None:
    told = "The ministry said 30 houses burned.\n\nRain fell all day.\n\n"
    carried = attribute(told + "A further 12 were damaged.", "30", "12").statements[1].attribution
    assert [hop.agent for hop in carried.chains[0].hops] == ["Gazette", "the ministry"]
    assert [hop.agent for hop in carried.chains[1].hops] == ["Gazette"]
    stops = attribute(told + "Farmers lost 12 cows.", "30", "12").statements[1].attribution
    assert [hop.agent for hop in stops.chains[0].hops] == ["Gazette"]
    counted = told.replace("Rain fell", "Farmers lost 4 cows as rain fell")
    between = attribute(counted + "A further 12 were damaged.", "30", "4", "12").statements[2].attribution
    assert [hop.agent for hop in between.chains[0].hops] == ["Gazette"]


_SPOKE = " said 30 were lost. "


@pytest.mark.parametrize(
    ("before", "phrase", "agent"),
    [
        ("The Foreign Ministry", "The ministry", "Foreign Ministry"),
        ("The National Institute of Water", "The institute", "National Institute of Water"),
        ("The Dorn General Hospital", "The hospital", "Dorn General Hospital"),
        ("The Dorn Relief Society", "The group", "Dorn Relief Society"),
        ("The Dorn Relief Society", "The organisation", "Dorn Relief Society"),
        ("The Water Agency", "The agency", "Water Agency"),
        ("AFP", "The news agency", "AFP"),
        ("The Dorn Relief Society", "The union", "the union"),
        ("The Dorn Relief Society", "The ministry", "the ministry"),
        ("The Dorn Relief Society", "The agency", "the agency"),
        ("The Dorn Relief Society", "The militant group", "the militant group"),
        ("The Foreign Ministry", "The hospital", "the hospital"),
        ("The Foreign Ministry", "The institute", "the institute"),
        ("The Foreign Ministry", "The group", "the group"),
        ("The Foreign Ministry", "The health ministry", "the health ministry"),
    ],
)
def test_attribute_lends_a_name_only_to_a_noun_that_fits_it(before: str, phrase: str, agent: str) -> None:
    text = f"{before}{_SPOKE}{phrase} said 12 people died."
    assert [hop.agent for hop in hops(attribute(text, "12").statements[0])] == [agent]


def test_attribute_hears_a_director_behind_a_pronoun() -> None:
    text = "The clinic is shut. Its director, Claire Vasseur, told Le Phare newspaper that 12 beds are left."
    assert [hop.agent for hop in hops(attribute(text, "12").statements[0])] == ["Claire Vasseur"]


def test_attribute_keeps_save_the_children_whole() -> None:
    text = "On Monday Save the Children said 12 houses burned."
    assert [hop.agent for hop in hops(attribute(text, "12").statements[0])] == ["Save the Children"]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("According to the latest government figures, 12 houses burned.", ["the latest government figures"]),
        ("According to the latest figures, 12 houses burned.", []),
    ],
)
def test_figures_speak_where_the_words_say_whose_they_are(text: str, agents: list[str]) -> None:
    assert [hop.agent for hop in hops(attribute(text, "12").statements[0])] == agents


@pytest.mark.parametrize("blanks", [" ", "  ", "\u2003", "\u00a0 \u2003"])
def test_data_cited_from_nobody_stop_nothing(blanks: str) -> None:
    text = f"Ann Lee, citing data from {blanks}, said 12 houses burned."
    assert [hop.agent for hop in hops(attribute(text, "12").statements[0])][:1] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Like Ann Marlow, many left.", ["Ann Marlow"]),
        ("Should Ann Marlow win, many may go.", ["Ann Marlow"]),
        ("The council heard Ann Marlow Almost 40 people left.", ["Ann Marlow"]),
    ],
)
def test_find_mentions_ends_names_where_other_words_begin(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_mentions(text).mentions] == names


def test_find_mentions_tells_mrs_from_the_man_of_the_same_name() -> None:
    text = "John Marlow came with Mary Marlow. Mr. Marlow left. Mrs. Marlow stayed."
    assert [m.name for m in find_mentions(text).mentions] == [
        "John Marlow",
        "Mary Marlow",
        "John Marlow",
        "Mary Marlow",
    ]


def test_attribute_goes_back_to_the_unnamed_voice_so_described() -> None:
    text = "An activist in Dorn said 12 houses burned on Monday. The activist said 30 people had fled to the hills."
    first, second = attribute(text, "12", "30").statements
    assert [hop.agent for hop in hops(second)] == [hop.agent for hop in hops(first)] == ["an activist in Dorn"]


def test_attribute_takes_nobody_who_was_told_for_a_speaker() -> None:
    (statement,) = attribute("Residents were told that 12 houses had burned.", "12").statements
    assert [hop.agent for hop in hops(statement)] == []


def test_attribute_sees_a_dateline_below_the_headline() -> None:
    text = "Floods Cut Off Port Alma\n\nPORT ALMA (Reuters) - Floods killed 12 people on Monday."
    (statement,) = attribute(text, "12").statements
    assert [(hop.agent, hop.link) for hop in hops(statement)] == [("Reuters", "inferred")]


def test_find_mentions_takes_a_capital_for_its_government_only_where_it_acts() -> None:
    assert [m.name for m in find_mentions("Moscow said so.").mentions] == ["Moscow"]
    assert find_mentions("It was said in Moscow.").mentions == ()
