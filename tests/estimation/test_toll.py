"""The one number of a report for the people killed or injured, from statements built by hand."""

from typing import Any

import pytest

import sayso
from sayso.estimation import Toll, choose_toll
from sayso.model import (
    Attribution,
    Chain,
    Counted,
    Event,
    Figure,
    Hop,
    Quantity,
    Reading,
    Relation,
    Statement,
    UnknownNameError,
    make_document,
    make_passage,
    make_relation,
    make_span,
    make_statement,
)

NOWHERE = Attribution(
    chains=(Chain(rank="preferred", hops=(Hop(agent=None, role="publisher", link="stated"),), upstream="none"),)
)


class Report:
    """A report of plain words in which statements are laid by hand."""

    def __init__(self, text: str, *, title: str | None = None) -> None:
        self.document = make_document(text, title=title)
        self.statements: list[Statement] = []
        self.relations: list[Relation] = []

    def say(self, number: str, value: int, **known: Any) -> "Report":
        """Lay a statement on a number of the text; by default so many people killed."""
        text = self.document.text
        start = text.index(number)
        end = text.index(".", start) + 1
        opening = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
        bound = known.pop("bound", "exact")
        low = known.pop("low", value)
        best = known.pop("best", value if bound in ("exact", "about") else None)
        noun, lemma = known.pop("counted", ("people", "person"))
        counted = text.index(noun, start) if noun in text[start:] else None
        happened, happened_lemma = known.pop("event", ("killed", "kill"))
        event = text.index(happened)
        figure = Figure(
            span=make_span(text, start, start + len(number)),
            quantity=Quantity(
                as_written=number, bound=bound, low=low, best=best, high=known.pop("high", value), granularity=1,
                unit=known.pop("unit", "person"),
            ),
            counted=None if counted is None else Counted(start=counted, end=counted + len(noun), exact=noun, lemma=lemma),
            event=Event(start=event, end=event + len(happened), exact=happened, lemma=happened_lemma),
            measure=known.pop("measure", "killed"),
            aspect=known.pop("aspect", "flow"),
            per=None,
            interval=None,
            place=None,
            passage=make_passage(text, opening, end),
            confidence=0.9,
        )  # fmt: skip
        self.statements.append(
            make_statement(
                self.document,
                figure,
                modality=known.pop("modality", "asserted"),
                hedges=(),
                attribution=NOWHERE,
                stage="hand.v1",
            )
        )
        assert not known, known
        return self

    def part(self, source: int, target: int) -> "Report":
        """Make one statement a part of another."""
        ids = [statement.id for statement in self.statements]
        self.relations.append(make_relation(self.document.id, "part_of", targets=(ids[target],), source=ids[source]))
        return self

    @property
    def reading(self) -> Reading:
        """The report as read."""
        return Reading(document=self.document, statements=tuple(self.statements), relations=tuple(self.relations))


def killed(report: Report, *, headline: Report | None = None, group: str | None = None) -> Toll | None:
    """The toll of people killed."""
    return choose_toll(report.reading, headline=headline.reading if headline else None, outcome="killed", group=group)


def value_of(toll: Toll | None) -> int | None:
    """The number of a toll."""
    return toll.value if toll else None


def test_number_of_the_first_sentence_is_taken() -> None:
    report = (
        Report("Some 14 people were killed on Monday. In 2012 some 300 people were killed there.")
        .say("14", 14)
        .say("300", 300)
    )
    toll = killed(report)
    assert toll is not None
    assert (toll.value, toll.statements, toll.outcome) == (14, (report.statements[0].id,), "killed")


def test_number_of_the_headline_goes_first() -> None:
    report = Report("Some 14 people were killed on Monday.").say("14", 14)
    headline = Report("Blast: 17 killed.").say("17", 17)
    toll = killed(report, headline=headline)
    assert toll is not None
    assert (toll.value, toll.statements, toll.rule) == (17, (), "headline")


def test_numbers_for_parts_of_one_count_are_added_up() -> None:
    report = Report("In all 5 soldiers and 3 civilians were killed.")
    report.say("5", 5, counted=("soldiers", "soldier")).say("3", 3, counted=("civilians", "civilian"))
    assert value_of(killed(report)) == 8
    assert value_of(killed(report, group="combatant")) == 5


def test_side_takes_its_own_count_only() -> None:
    report = Report("In all 5 soldiers and 3 civilians were killed.")
    report.say("5", 5, counted=("soldiers", "soldier")).say("3", 3, counted=("civilians", "civilian"))
    assert value_of(killed(report, group="civilian")) == 3


def test_equal_numbers_for_parts_are_added_up() -> None:
    report = Report("In all 2 men and two women were killed.")
    report.say("2", 2, counted=("men", "man")).say("two", 2, counted=("women", "woman"))
    assert value_of(killed(report)) == 4


def test_part_is_not_added_to_its_whole() -> None:
    report = Report("Some 14 people, including 3 children, were killed.")
    report.say("14", 14).say("3", 3, counted=("children", "child")).part(1, 0)
    assert value_of(killed(report)) == 14


@pytest.mark.parametrize("fields", [{"modality": "denied"}, {"modality": "predicted"}, {"aspect": "rate"}, {"aspect": "share"}, {"measure": "injured"}, {"measure": None}, {"bound": "vague", "high": None}])  # fmt: skip
def test_number_that_says_something_else_is_passed_over(fields: dict[str, Any]) -> None:
    report = (
        Report("Maybe 300 people were killed. In all 14 people were killed.").say("300", 300, **fields).say("14", 14)
    )
    assert value_of(killed(report)) == 14


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"bound": "at_least", "best": None, "high": None}, 14),
        ({"bound": "at_most", "best": None, "low": None}, 14),
        ({"bound": "range", "low": 14, "high": 20, "best": 17}, 14),
        ({"bound": "about", "low": 12, "high": 16}, 14),
    ],
)
def test_bound_gives_the_number_that_was_said(fields: dict[str, Any], value: int) -> None:
    assert value_of(killed(Report("Some 14 people were killed.").say("14", 14, **fields))) == value


@pytest.mark.parametrize(("words", "dead", "hurt"), [("shot dead", 3, None), ("shot", None, 3)])
def test_people_shot_are_killed_only_where_the_words_say_so(words: str, dead: int | None, hurt: int | None) -> None:
    report = Report(f"In all 3 people were {words}.").say("3", 3, event=("shot", "shoot"), measure=None)
    assert value_of(killed(report)) == dead
    assert value_of(choose_toll(report.reading, headline=None, outcome="injured", group=None)) == hurt


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("A man was killed on Monday.", 1, None),
        ("A woman and a child were killed on Monday.", 2, None),
        ("A man was killed and another man was injured.", 1, 1),
        ("A young woman was wounded on Monday.", None, 1),
        ("A murder shook the town.", 1, None),
        ("The town was calm. Nobody came.", None, None),
        ("There were no injuries.", None, None),
        ("", None, None),
    ],
)
def test_people_named_one_by_one_are_counted(text: str, dead: int | None, hurt: int | None) -> None:
    reading = Report(text).reading
    assert value_of(choose_toll(reading, headline=None, outcome="killed", group=None)) == dead
    assert value_of(choose_toll(reading, headline=None, outcome="injured", group=None)) == hurt


@pytest.mark.parametrize("text", ["There were no deaths.", "No deaths were reported.", "The crash was not fatal."])
def test_words_that_deny_a_death_count_none(text: str) -> None:
    assert value_of(killed(Report(text))) in (None, 0)


@pytest.mark.parametrize(("outcome", "group"), [("missing", None), ("killed", "children"), ("", None)])
def test_unknown_outcome_or_group_is_refused(outcome: str, group: str | None) -> None:
    with pytest.raises(UnknownNameError):
        choose_toll(Report("").reading, headline=None, outcome=outcome, group=group)


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("At least 14 people were killed and 27 injured in Homs.", 14, 27),
        ("The blast left 12 killed, 30 injured and 5 missing.", 12, 30),
        ("Nobody was killed but 3 people were hurt.", 0, 3),
        ("At least 14 people, including three children, were killed.", 14, None),
    ],
)
def test_report_gives_its_toll(text: str, dead: int | None, hurt: int | None) -> None:
    reading = sayso.read(make_document(text))
    assert value_of(sayso.toll(reading)) == dead
    assert value_of(sayso.toll(reading, outcome="injured")) == hurt


def test_whole_goes_before_the_group_that_the_headline_counts() -> None:
    report = Report("Some 14 people, including 3 children, were killed.")
    report.say("14", 14).say("3", 3, counted=("children", "child")).part(1, 0)
    headline = Report("Raid: 3 children killed.").say("3", 3, counted=("children", "child"))
    toll = killed(report, headline=headline)
    assert toll is not None
    assert (toll.value, toll.statements) == (14, (report.statements[0].id,))


def test_sum_of_the_lead_goes_before_the_side_that_the_headline_counts() -> None:
    report = Report("In all 5 soldiers and 3 civilians were killed.")
    report.say("5", 5, counted=("soldiers", "soldier")).say("3", 3, counted=("civilians", "civilian"))
    headline = Report("Clash: 5 soldiers killed.").say("5", 5, counted=("soldiers", "soldier"))
    assert value_of(killed(report, headline=headline)) == 8
    assert value_of(killed(report, headline=headline, group="civilian")) == 3


@pytest.mark.parametrize(("number", "value", "toll"), [("213", 213, 213), ("900", 900, 200)])
def test_number_behind_more_than_is_taken_where_it_is_near(number: str, value: int, toll: int) -> None:
    report = Report(f"At least {number} people were killed.").say(number, value)
    headline = Report("Raid: over 200 killed.").say("200", 200, bound="more_than", best=None, high=None)
    assert value_of(killed(report, headline=headline)) == toll


def test_part_of_a_vague_count_is_the_best_number() -> None:
    report = Report("Dozens of people were killed, including 29 boys. In all 2 people were killed there.")
    report.say("Dozens", 24, bound="vague", high=None).say("29", 29, counted=("boys", "boy")).say("2 people", 2)
    assert value_of(killed(report.part(1, 0))) == 29


def test_group_taken_in_once_is_not_added_elsewhere() -> None:
    report = Report("In all 16 people and 3 boys were killed. Sixteen people, including three boys, were killed.")
    report.say("16", 16).say("3", 3, counted=("boys", "boy"))
    report.say("Sixteen", 16).say("three", 3, counted=("boys", "boy")).part(3, 2)
    assert value_of(killed(report)) == 16


FAR = "The town was calm for a long time. " * 50


def test_dead_of_a_whole_war_are_no_toll_of_an_event_unless_the_lead_tells_of_them() -> None:
    words = "More than 290,000 people have been killed since the conflict began."
    background = Report(f"{FAR}{words}").say("290,000", 290_000)
    assert value_of(killed(background)) is None
    assert value_of(killed(Report(words).say("290,000", 290_000))) == 290_000


@pytest.mark.parametrize(("group", "value"), [("civilian", 13), ("combatant", 7)])
def test_rest_of_a_whole_whose_civilians_are_counted_bore_arms(group: str, value: int) -> None:
    report = Report("In the raid 20 people, 13 civilians among them, were killed.")
    report.say("20", 20).say("13", 13, counted=("civilians", "civilian")).part(1, 0)
    assert value_of(killed(report, group=group)) == value


def test_fighters_of_both_camps_are_added_up() -> None:
    report = Report("In all 70 people were killed. The monitor said 30 soldiers and 40 rebels were killed.")
    report.say("70", 70).say("30", 30, counted=("soldiers", "soldier")).say("40", 40, counted=("rebels", "rebel"))
    assert value_of(killed(report, group="combatant")) == 70
    assert value_of(killed(report, group="civilian")) is None


@pytest.mark.parametrize(("words", "fighters"), [("members of the militia", 9), ("members of the tribe", None)])
def test_members_are_fighters_unless_of_a_family_or_tribe(words: str, fighters: int | None) -> None:
    report = Report(f"Some 9 {words} were killed.").say("9", 9, counted=("members", "member"))
    assert value_of(killed(report, group="combatant")) == fighters


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The toll climbed from 14 to 19 on Monday.", 19),
        ("The toll rose to 19 from 14.", 19),
        ("Officials revised the toll down to 14 from 19.", 14),
        ("The previous death toll was 20. The toll stands at 70 now.", 70),
        ("The toll, which stood at 12 on Monday, had reached 19 by Tuesday.", 19),
    ],
)
def test_latest_level_of_a_running_count_is_taken(text: str, dead: int) -> None:
    assert value_of(sayso.toll(sayso.read(make_document(text)))) == dead


@pytest.mark.parametrize(
    ("text", "dead", "civilians", "fighters"),
    [
        ("Seven militants and a boy were killed at the gate.", 8, 1, 7),
        ("A girl and two women were killed at the gate.", 3, 3, None),
        ("The mine killed 12 soldiers and a boy was wounded.", 12, None, 12),
        ("A boy was killed at the gate. In March 4 people were killed there.", 1, 1, None),
        ("The army killed 28 and wounded 30 militants near the dam.", 28, None, 28),
        ("Some 60 regime and rebel fighters were killed near the dam.", 60, None, 60),
        ("In all 20 people were killed. At least 14 of the dead were rebels.", 20, 6, 14),
        ("Doctors treated the wounded, three of whom died. In all 87 people died in Dorn.", 87, 87, None),
        ("The clash left 23 civilians - including nine children - and 16 soldiers dead.", 39, 23, 16),
        ("The army killed at least 44 and injured 140 others near the dam.", 44, 44, None),
    ],
)
def test_people_without_a_number_and_sides_count(
    text: str, dead: int, civilians: int | None, fighters: int | None
) -> None:
    reading = sayso.read(make_document(text))
    found = [value_of(sayso.toll(reading, group=group)) for group in (None, "civilian", "combatant")]
    assert found == [dead, civilians, fighters]
