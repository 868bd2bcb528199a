"""Which of a report's time expressions tells when a figure happened."""

import pytest

from sayso.reading.timing import habitual_interval
from tests.reading.reports import figure_of
from tests.reading.test_numbers import case


@pytest.mark.parametrize(
    ("text", "number", "start", "end", "kind"),
    [
        case("In October 21,600 soldiers deserted.", "21,600", "2025-10-01", "2025-11-01", "interval"),
        case("On Tuesday 12 people died.", "12", "2025-11-25", "2025-11-26", "interval"),
        case("Since January 180,000 soldiers have deserted.", "180,000", "2025-01-01", "2025-11-28", "since"),
        case("As of 1 November, 1.2 million people were living in camps.", "1.2 million", None, "2025-11-02", "as_of"),
        case("Some 15,000 soldiers desert every month.", "15,000", None, "2025-11-28", "habitual"),
        case("In May 12 people died and in June 19 people died.", "12", "2025-05-01", "2025-06-01", "interval"),
        case("In May 12 people died and in June 19 people died.", "19", "2025-06-01", "2025-07-01", "interval"),
        case("A bomb went off on Tuesday. It killed 12 people.", "12", "2025-11-25", "2025-11-26", "interval"),
        case("Since the outbreak began on 2 February, 1,900 people have died.", "1,900", "2025-02-02", "2025-11-28", "since"),
        case(
            "Some 12,500 cases (up 3 percent from last week) were confirmed.", "12,500", None, None, None),
    ],
)  # fmt: skip
def test_figure_takes_the_time_that_is_its_own(
    text: str, number: str, start: str | None, end: str | None, kind: str | None
) -> None:
    interval = figure_of(text, number).interval
    found = (None, None, None) if interval is None else (interval.start, interval.end, interval.kind)
    if kind == "as_of":
        assert found[2] == "as_of"
        assert interval is not None
        assert interval.edtf == "2025-11-01"
    else:
        assert found == (start, end, kind)


@pytest.mark.parametrize(
    ("text", "number", "start", "end"),
    [
        case("A quake struck on 3 November. Rescuers came from Homs. The quake killed 300 people.", "300", "2025-11-03", "2025-11-04"),
        case("A quake struck on 3 November. Rescuers came from Homs. It killed 300 people.", "300", "2025-11-03", "2025-11-04"),
        case("The rains began on 20 November. The valley is cut off. The floods have damaged 40 homes.", "40", "2025-11-20", "2025-11-28"),
        case("The floods damaged 40 homes. Help is on its way. The flooding began on 20 November.", "40", "2025-11-20", "2025-11-28"),
        case("A bomb went off on Tuesday. People fled. The quake killed 300 people.", "300", None, None),
        case("A quake struck on 3 November. Rescuers came from Homs. It could kill 300 people.", "300", None, None),
        case("A quake struck on 3 November. Rescuers came from Homs. Some 300 people are in camps.", "300", None, None),
        case("A quake struck in May 2009. The town was rebuilt. A raid killed 300 people.", "300", None, None),
        case("Troops came on Sunday after a mob killed 12 people.", "12", None, None),
        case("The river burst its banks on Sunday after a storm that killed 12 people.", "12", "2025-11-23", "2025-11-24"),
        case("HOMS, Nov 27 (Wire) -- Heavy rain has killed 12 people.", "12", None, None),
        case("On Sunday, the interior ministry said that 12 people had died.", "12", None, None),
        case("The ministry on Sunday said 12 people had died.", "12", None, None),
        case("The storm killed 12 people in one of the worst disasters this year.", "12", None, None),
        case("The city on Sunday had its heaviest rain since 2008, with 12 people killed.", "12", "2025-11-23", "2025-11-24"),
        case("As of 11 a.m. on Sunday, the rain had killed 12 people.", "12", "2025-11-23", "2025-11-24"),
        case("Rain of 120 mm fell on Sunday. The town lies 30 km from Homs.", "30", None, None),
        case("The rain flooded a camp 30 km from Homs on Sunday.", "30", None, None),
        case("Police said the blast on Monday killed 12 people.", "12", "2025-11-24", "2025-11-25"),
        case("Police said that on Monday 12 people died.", "12", "2025-11-24", "2025-11-25"),
        case("On Saturday, the ministry said that 18 people were missing.", "18", "2025-11-22", "2025-11-23"),
        case("Some 9,000 people are still homeless.", "9,000", "2025-11-28", "2025-11-29"),
        case("Floods that began on 20 November damaged 40 homes.", "40", "2025-11-20", "2025-11-28"),
        case("A storm hit on 20 November. The floods have already damaged 40 homes.", "40", None, "2025-11-29"),
        case("So far 40 people have died.", "40", None, "2025-11-29"),
        case("So far 40 people may have died.", "40", None, None),
        case("Some 9,000 people remain in camps.", "9,000", "2025-11-28", "2025-11-29"),
        case("Some 9,000 people remained in camps.", "9,000", None, None),
        case("The fire has burned since 2 September. It has destroyed 40 homes.", "40", "2025-09-02", "2025-11-28"),
        case("It rained 120 mm on Tuesday, against 250 mm the day before.", "250", "2025-11-24", "2025-11-25"),
        case("Some 300 people died on May 4, 5 and 6.", "300", "2025-05-04", "2025-05-07"),
        case("In March, 12 died.", "12", "2025-03-01", "2025-04-01"),
        case("A blast in 1998 killed six people, while in May 2011 nine were hurt.", "six", "1998-01-01", "1999-01-01"),
        case("A blast in 1998 killed six people, while in May 2011 nine were hurt.", "nine", "2011-05-01", "2011-06-01"),
        case("Masons put a 40-ton beam into the 13th-century abbey.", "40", None, None),
        case("Many recall the 2008 quake. Soldiers in Homs rescued 40 people.", "40", None, None),
        case("Many recall the 2008 quake. The quake killed 40 people.", "40", "2008-01-01", "2009-01-01"),
        case("In 2008 the town grew. Soldiers in Homs rescued 40 people.", "40", "2008-01-01", "2009-01-01"),
        case("Rain fell. A storm will hit later this week. Roads are shut. The storm killed 40 people.", "40", None, None),
        case("A storm hit this week. Roads are shut. The storm killed 40 people.", "40", "2025-11-24", "2025-12-01"),
    ],
)  # fmt: skip
def test_figure_takes_the_time_of_the_event_that_it_tells_of(
    text: str, number: str, start: str | None, end: str | None
) -> None:
    interval = figure_of(text, number).interval
    found = (None, None) if interval is None else (interval.start, interval.end)
    assert found == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Police said on Monday that 12 people had died.",
        "Some 12 people died, police said on Monday.",
    ],
)
def test_when_something_was_said_is_not_when_it_happened(text: str) -> None:
    assert figure_of(text, "12").interval is None


def test_figure_without_time_words_has_no_interval() -> None:
    assert figure_of("At least 12 people died.", "12").interval is None


def test_time_words_without_a_day_of_publication_stay_open() -> None:
    interval = figure_of("In October 21,600 soldiers deserted.", "21,600", date=None).interval
    assert interval is None or (interval.start is None and interval.end is None)


def test_rate_without_a_start_holds_up_to_the_report() -> None:
    assert habitual_interval(None, None) is None
    figure = figure_of("Around 200 people a day cross the border.", "200")
    assert figure.interval is not None
    assert (figure.interval.start, figure.interval.kind) == (None, "habitual")


def test_undated_report_carries_no_event_from_afar() -> None:
    text = "A quake struck on 3 November 2025. Rescuers came from Homs. The quake killed 300 people."
    assert figure_of(text, "300").interval is not None
    assert figure_of(text, "300", date=None).interval is None


@pytest.mark.parametrize(
    ("text", "number", "start", "end", "kind"),
    [
        case("The clinic counted 40 births in May and 52 births in June.", "52", "2025-06-01", "2025-07-01", "interval"),
        case("The clinic counted 40 births in May and 52 births in June.", "40", "2025-05-01", "2025-06-01", "interval"),
        case("On 5 November, the Red Crescent said 300 people had fled since June.", "300", "2025-06-01", "2025-11-06", "since"),
        case("On 5 November, the Red Crescent said that 12 people had died.", "12", None, None, None),
        case("A statement on Tuesday put the dead at 12.", "12", None, None, None),
    ],
)  # fmt: skip
def test_time_is_told_apart_from_that_of_the_figure_before_and_of_the_saying(
    text: str, number: str, start: str | None, end: str | None, kind: str | None
) -> None:
    interval = figure_of(text, number).interval
    found = (None, None, None) if interval is None else (interval.start, interval.end, interval.kind)
    assert found == (start, end, kind)


@pytest.mark.parametrize(
    ("text", "number", "end"),
    [
        case("The ministry said on 9 May that 30 wells had run dry since the drought began.", "30", "2025-05-10"),
        case("Since the campaign opened, 900 children have been vaccinated, the ministry said on 9 May.", "900", "2025-05-10"),
    ],
)  # fmt: skip
def test_what_had_come_about_is_as_of_the_day_that_it_was_told(text: str, number: str, end: str) -> None:
    figure = figure_of(text, number)
    assert figure.aspect == "cumulative"
    assert figure.interval is not None
    assert (figure.interval.kind, figure.interval.end) == ("as_of", end)


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        case("Tourist arrivals in Kyiv came to 1,368 in January and to 1,958 in July.", "1,368", "arrival"),
        case("Tourist arrivals in Kyiv came to 1,368 in January and to 1,958 in July.", "1,958", "arrival"),
        case("Layoffs at the mill totalled 306 by 9 May.", "306", "layoff"),
    ],
)
def test_number_that_something_came_to_counts_it(text: str, number: str, noun: str) -> None:
    counted = figure_of(text, number).counted
    assert counted is not None
    assert counted.lemma == noun
