"""EnglishAttributor: who says a figure, through whom."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution import EnglishAttributor, Found
from sayso.model import Attributor, Stretch, make_document, make_outline, make_span
from tests.attribution.reports import attribute, hops, make_figure


def agents(text: str, *figures: str) -> list[list[str | None]]:
    return [[hop.agent for hop in hops(one)] for one in attribute(text, *figures).statements]


def test_attributor_fits_the_seam() -> None:
    attributor: Attributor = EnglishAttributor()
    assert attributor.stage == "sayso.attribution.en.v2"


def test_attribute_gives_outlets_own_voice_one_hop() -> None:
    (statement,) = attribute("The river burst its banks and 12 people drowned.", "12").statements
    (chain,) = statement.attribution.chains
    assert [(hop.agent, hop.role, hop.link) for hop in chain.hops] == [("Gazette", "publisher", "stated")]
    assert chain.upstream == "none"


def test_attribute_keeps_unknown_publisher_as_none() -> None:
    (statement,) = attribute("12 people drowned.", "12", publisher=None).statements
    assert statement.attribution.chains[0].hops[0].agent is None


def test_attribute_names_speaker_with_mention_and_cue() -> None:
    (statement,) = attribute("At least 12 people drowned, Mayor Ann Lee said on Monday.", "12").statements
    (hop,) = hops(statement)
    assert (hop.agent, hop.role, hop.link, hop.mode, hop.type) == ("Ann Lee", "speaker", "stated", "indirect", "person")
    assert hop.cue is not None
    assert hop.cue.exact == "said"


def test_attribute_calls_outlet_a_reporter() -> None:
    (statement,) = attribute("According to reports from Reuters, 12 people drowned.", "12").statements
    (hop,) = hops(statement)
    assert (hop.agent, hop.role, hop.type, hop.exact) == ("Reuters", "reporter", "outlet", "Reuters")


def test_attribute_adds_cited_data_behind_speaker() -> None:
    text = "Xinhua said 12 people drowned, citing data from the Ministry of Water."
    (statement,) = attribute(text, "12").statements
    first, second = hops(statement)
    assert (first.agent, first.role) == ("Xinhua", "reporter")
    assert (second.agent, second.role, second.mode) == ("Ministry of Water", "data producer", "cited")
    assert statement.attribution.chains[0].upstream == "data from Ministry of Water, document not seen"


def test_attribute_goes_back_from_pronoun_to_spokesperson_and_her_ministry() -> None:
    text = (
        "The Norvian Defence Ministry was alarmed, with spokeswoman Olga Tarn citing "
        "figures from the Army Registry.\n\n"
        "She claimed that 4,000 soldiers had left."
    )
    (statement,) = attribute(text, "4,000").statements
    speaker, producer = hops(statement)
    assert (speaker.agent, speaker.exact, speaker.on_behalf_of) == ("Olga Tarn", "She", "Norvian Defence Ministry")
    assert (producer.agent, producer.link, producer.rule) == (
        "Army Registry",
        "inherited",
        "data cited one sentence before",
    )


def test_attribute_minds_gender_of_pronoun() -> None:
    text = "Ann Lee and Peter Novak toured the town. He said 12 houses were lost. She said 30 roads were closed."
    assert agents(text, "12", "30") == [["Peter Novak"], ["Ann Lee"]]


def test_attribute_takes_no_pronoun_back_to_headline_or_byline() -> None:
    text = (
        "Dozens March for the Free Harbour\n\nBy Ann Lee\n\nThe town council met at noon. It said 12 people were hurt."
        " She said 30 boats sank."
    )
    document = make_document(text, body_start=text.index("The town"), publisher="Gazette")
    outline = make_outline(document)
    figures = [make_figure(document, outline, words) for words in ("12", "30")]
    made = EnglishAttributor().attribute(document, outline, figures, read_by="test.v1")
    assert not {hop.agent for statement in made.statements for hop in hops(statement)} & {
        "Dozens March for the Free Harbour",
        "Ann Lee",
    }


def test_attribute_completes_short_names() -> None:
    text = "Governor Peter Novak arrived at noon. Novak said 12 houses were lost."
    assert agents(text, "12") == [["Peter Novak"]]


def test_attribute_completes_abbreviations() -> None:
    text = "The Coastal Observatory for Floods (COF) is based in Leeds. The COF said 12 houses were lost."
    assert agents(text, "12") == [["Coastal Observatory for Floods"]]


def test_attribute_goes_back_from_the_ministry_to_its_name() -> None:
    text = "The Norvian Health Ministry met on Monday. The ministry said 12 people had died."
    assert agents(text, "12") == [["Norvian Health Ministry"]]


def test_attribute_keeps_unnamed_sources() -> None:
    (statement,) = attribute("Local officials said 12 people had died.", "12").statements
    (hop,) = hops(statement)
    assert (hop.agent, hop.type) == ("local officials", "unnamed")


def test_attribute_orders_nested_voices_from_outside_in() -> None:
    text = "Mayor Ann Lee said that the Norvian Health Ministry had reported that 12 people were dead."
    assert agents(text, "12") == [["Ann Lee", "Norvian Health Ministry"]]


def test_attribute_inherits_source_in_next_sentence_with_own_voice_as_second_reading() -> None:
    text = "Rescue officials say that over 450 boats were damaged. Over 500 crews are waiting ashore."
    _, second = attribute(text, "450", "500").statements
    preferred, normal = second.attribution.chains
    assert [(hop.agent, hop.link, hop.rule) for hop in preferred.hops[1:]] == [
        ("rescue officials", "inherited", "same-subject next sentence")
    ]
    assert (normal.rank, len(normal.hops), normal.upstream) == ("normal", 1, "none")


def test_attribute_inherits_for_every_figure_of_the_sentence() -> None:
    text = "At least 24 people died, police said. More than 50 homes were destroyed and 90 acres of land flooded."
    assert agents(text, "24", "50", "90") == [["police"], ["police"], ["police"]]


def test_attribute_does_not_inherit_into_background() -> None:
    text = "At least 24 people died, police said. The town is home to 18,000 people."
    assert agents(text, "24", "18,000") == [["police"], []]


def test_attribute_reads_dateline_as_inferred_reporter() -> None:
    (statement,) = attribute("KABUL (Reuters) - Floods swept away 12 people on Sunday.", "12").statements
    (hop,) = hops(statement)
    assert (hop.agent, hop.role, hop.link) == ("Reuters", "reporter", "inferred")


def test_attribute_marks_quoted_figures_as_direct() -> None:
    (statement,) = attribute("“We have buried 12 people,” Mayor Ann Lee said.", "12").statements
    assert hops(statement)[0].mode == "direct"


def test_attribute_reads_apposition_on_a_claim_both_ways() -> None:
    text = "Ann Lee claimed that 50 trucks leave daily, a number which, if confirmed, could imply 9,000 trips a year."
    first, second = attribute(text, "50", "9,000").statements
    assert [hop.agent for hop in hops(first)] == ["Ann Lee"]
    assert len(first.attribution.chains) == 1
    preferred, normal = second.attribution.chains
    assert preferred.hops[1].rule == "an apposition draws on the claim before it"
    assert len(normal.hops) == 1


def test_attribute_keeps_order_of_figures() -> None:
    document = make_document("Police said 12 died and 30 were hurt.")
    outline = make_outline(document)
    figures = [make_figure(document, outline, words) for words in ("30", "12")]
    made = EnglishAttributor().attribute(document, outline, figures, read_by="test.v1")
    assert [one.figure.exact for one in made.statements] == ["30", "12"]


def test_attribute_takes_another_finder_behind_the_seam() -> None:
    text = "12 houses burned. So swears Lee Marsh."

    def find(text: str, stretches: Sequence[Stretch]) -> list[Found]:
        assert list(stretches) == [Stretch(0, len(text))]
        at = text.index
        source, cue = make_span(text, at("Lee"), at("Marsh") + 5), make_span(text, at("swears"), at(" Lee"))
        return [Found((source,), (cue,), (make_span(text, 0, 16),), "swear")]

    document = make_document(text)
    outline = make_outline(document)
    made = EnglishAttributor(find).attribute(
        document, outline, [make_figure(document, outline, "12")], read_by="test.v1"
    )
    assert [hop.agent for hop in hops(made.statements[0])] == ["Lee Marsh"]


def test_attribute_of_no_figures_is_empty() -> None:
    document = make_document("Nothing happened.")
    made = EnglishAttributor().attribute(document, make_outline(document), [], read_by="test.v1")
    assert made == ((), ())


@given(st.lists(st.sampled_from(
    ["Police said ", "12", " people died", ", ", ". ", "“", "”", '"', "\n", "according to ", "Ann Lee ", "She ",
     "those counts are probably too low ",
     "if confirmed ", "could imply ", "citing data from ", "(AP)", "the ministry ",
     "an estimated ", "whether or not inflated"]), max_size=30).map("".join))  # fmt: skip
def test_attribute_never_fails_and_stays_verbatim(text: str) -> None:
    text = "12 " + text
    document = make_document(text, publisher="Gazette")
    outline = make_outline(document)
    figure = make_figure(document, outline, "12")
    made = EnglishAttributor().attribute(document, outline, [figure], read_by="test.v1")
    (statement,) = made.statements
    for hop in statement.attribution.chains[0].hops:
        if hop.start is not None and hop.end is not None:
            assert text[hop.start : hop.end] == hop.exact
        if hop.cue is not None:
            assert text[hop.cue.start : hop.cue.end] == hop.cue.exact
    for hedge in statement.hedges:
        assert text[hedge.start : hedge.end] == hedge.exact
    assert made == EnglishAttributor().attribute(document, outline, [figure], read_by="test.v1")


def test_attribute_hears_abbreviated_agency_in_the_plural() -> None:
    assert agents("NORP report that 7 boats were wrecked.", "7") == [["NORP"]]


def test_attribute_names_the_agency_not_its_country() -> None:
    assert agents("According to Norvia news agency NORP, 7 boats were wrecked.", "7") == [["NORP"]]


def test_attribute_lends_no_voice_to_a_sentence_with_its_own() -> None:
    text = "The mayor of Dorn, Ann Lee, said 13 people were hurt. Rescue chief Irene Malkin said 15 houses had burned."
    assert agents(text, "13", "15") == [["Ann Lee"], ["Irene Malkin"]]


def test_attribute_offers_source_just_before_as_second_reading() -> None:
    text = (
        "The Norvian Health Ministry said 12 people had drowned on Monday. Floods along the Tarn cut off 30 villages."
    )
    first, second = attribute(text, "12", "30").statements
    assert [hop.agent for hop in hops(first)] == ["Norvian Health Ministry"]
    own, possible = second.attribution.chains
    assert [hop.agent for hop in own.hops] == ["Gazette"]
    assert [(hop.agent, hop.link) for hop in possible.hops[1:]] == [("Norvian Health Ministry", "inherited")]
    assert possible.hops[1].rule == "may go on with the source before"
