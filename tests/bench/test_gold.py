from typing import Any

import pytest

from bench import fields
from bench.sets.gold import GoldFigure, count_records, parse_gold
from tests.bench.values import (
    make_counted,
    make_event,
    make_hop,
    make_interval,
    make_place,
    make_quantity,
    make_statement,
)


def reading(**known: Any) -> dict[str, Any]:
    usual = {
        "number": {"start": 10, "end": 12, "exact": "12"}, "low": 12, "high": 12, "bound": "exact",
        "counted_norm": "person", "event_norm": "kill", "aspect": "flow", "interval": None, "place": None,
        "sources": [], "modality": "asserted",
    }  # fmt: skip
    return {**usual, **known}


def source(exact: str, norm: str | None = None, link: str = "stated") -> dict[str, Any]:
    return {"exact": exact, "norm": norm or exact, "link": link}


RIGHT = make_statement(
    make_quantity(12, unit="person"), at=(10, 12), counted=make_counted("man"), event=make_event("kill")
)


@pytest.mark.parametrize(
    ("low", "high", "quantity"),
    [
        (200, 200, make_quantity(200, "about")),
        (230000, None, make_quantity(230000, "more_than")),
        (None, 70, make_quantity(70, "at_most")),
        (None, 70, make_quantity(70, "less_than", low=0)),
        (24, None, make_quantity(24, "vague")),
        (15000, 18000, make_quantity(15000, "range", high=18000, best=16500)),
    ],
)
def test_value_is_what_the_guide_writes_for_each_bound(low: float | None, high: float | None, quantity: Any) -> None:
    assert fields.same_value(reading(low=low, high=high), make_statement(quantity))


def test_value_with_another_end_is_wrong() -> None:
    assert not fields.same_value(reading(low=12, high=None), make_statement(make_quantity(12)))
    assert not fields.same_value(reading(low=12, high=12), make_statement(make_quantity(13)))


def test_share_may_be_rounded_and_a_count_may_not() -> None:
    third = make_statement(make_quantity(1 / 3))
    assert fields.same_value(reading(low=0.33, high=0.33, aspect="share"), third)
    assert not fields.same_value(reading(low=1000, high=1000), make_statement(make_quantity(1001)))


@pytest.mark.parametrize(
    ("norm", "lemma", "unit", "is_same"),
    [
        ("person", "people", None, True), ("person", "death", "person", True), ("usd", None, "USD", True),
        ("home and shop", "shop", "shop", True), ("house", "home", "home", False),
        ("resident", "person", "person", False), ("metre", "meter", None, True), ("debris basin", "basin", None, False),
    ],
)  # fmt: skip
def test_counted_is_lemma_or_unit(norm: str, lemma: str | None, unit: str | None, is_same: bool) -> None:
    statement = make_statement(make_quantity(1, unit=unit), counted=make_counted(lemma) if lemma else None)
    assert fields.same_counted(reading(counted_norm=norm), statement) is is_same


@pytest.mark.parametrize(
    ("norm", "lemma", "is_same"),
    [
        ("kill", "kill", True), ("kill", "die", False), (None, None, True), (None, "kill", False),
        ("kill", None, False), ("wash away", "wash", True), ("damage or destroy", "destroy", True),
        ("order to evacuate", "evacuate", False),
    ],
)  # fmt: skip
def test_event_is_the_lemma(norm: str | None, lemma: str | None, is_same: bool) -> None:
    statement = make_statement(make_quantity(1), event=make_event(lemma) if lemma else None)
    assert fields.same_event(reading(event_norm=norm), statement) is is_same


@pytest.mark.parametrize(
    ("wanted", "ours", "is_same"),
    [
        (("2015-05-02", "2015-05-03"), ("2015-05-02", "2015-05-04"), True),
        (("2015-05-02", "2015-05-03"), ("2015-05-02", "2015-05-03"), False),
        (("2015-01", "2015-01"), ("2015-01-01", "2015-02-01"), True),
        (("2014-12-12", None), ("2014-12-12", None), True),
        ((None, "2014-10-20"), ("2014-10-18", "2014-10-21"), False),
        ((None, None), None, True),
        ((None, None), ("2014-10-18", "2014-10-21"), False),
        (None, None, True),
        (None, (None, None), True),
        (("2015-05-02", "2015-05-03"), None, False),
    ],
)
def test_interval_turns_half_open_ends_into_days(wanted: Any, ours: Any, is_same: bool) -> None:
    annotated = None if wanted is None else {"start": wanted[0], "end": wanted[1], "as_written": "then"}
    statement = make_statement(make_quantity(1), interval=make_interval(*ours) if ours else None)
    assert fields.same_interval(reading(interval=annotated), statement) is is_same


def test_interval_up_to_the_report_ends_on_its_day() -> None:
    annotated = {"start": "2014-01", "end": "2014-12-11", "as_written": "since the fire"}
    since = make_interval("2014-01-01", "2014-12-11", kind="since")
    assert fields.same_interval(reading(interval=annotated), make_statement(make_quantity(1), interval=since))
    plain = make_interval("2014-01-01", "2014-12-11")
    assert not fields.same_interval(reading(interval=annotated), make_statement(make_quantity(1), interval=plain))


@pytest.mark.parametrize(
    ("wanted", "exact", "name", "is_same"),
    [
        ("San Martín department", "San Martin", "San Martín", True),
        ("Guangdong", "the province of Guangdong", "Guangdong", True),
        ("Ukraine", "Ukrainian", "Ukraine", True), ("Baracoa", "Baracoa, Cuba", "Baracoa", True),
        ("Afghanistan and Pakistan", "Afghanistan", "Afghanistan", False), ("Havana", "Baracoa", "Baracoa", False),
    ],
)  # fmt: skip
def test_place_is_the_name_or_the_words(wanted: str, exact: str, name: str, is_same: bool) -> None:
    statement = make_statement(make_quantity(1), place=make_place(exact, name))
    assert fields.same_place(reading(place=wanted), statement) is is_same


def test_place_that_nobody_names_must_not_be_named() -> None:
    assert fields.same_place(reading(), make_statement(make_quantity(1)))
    assert not fields.same_place(reading(), make_statement(make_quantity(1), place=make_place("Lima", "Lima")))


@pytest.mark.parametrize(
    ("annotated", "hop", "is_same"),
    [
        (source("She", "Marta Olim, a mayor of Sedda district"), make_hop("Marta Olim", "She"), True),
        (source("She", "Marta Olim, a mayor of Sedda district"), make_hop("She", "She"), False),
        (source("IRNAC", "IRNAC, Bolivia's National Institute"), make_hop("National Institute of Bolivia"), True),
        (source("local officials"), make_hop("officials", "officials"), True),
        (source("state officials"), make_hop("government officials"), False),
        (source("the Civil Affairs Ministry"), make_hop("the Ministry of Defence"), False),
        (source("Xinhua"), make_hop(None), False),
    ],
)
def test_speaker_shares_most_words_of_the_shorter_name(annotated: Any, hop: Any, is_same: bool) -> None:
    assert fields.same_speaker(annotated, hop) is is_same


def test_first_hop_and_chain_leave_the_outlet_out() -> None:
    ministry, agency = source("the ministry"), source("the agency")
    two = make_statement(make_quantity(1), hops=(make_hop("agency"), make_hop("ministry")))
    one = make_statement(make_quantity(1), hops=(make_hop("agency"),))
    assert fields.same_chain(reading(sources=[agency, ministry]), two)
    assert not fields.same_chain(reading(sources=[agency, ministry]), one)
    assert fields.same_first_hop(reading(sources=[agency, ministry]), one)
    assert not fields.same_first_hop(reading(sources=[ministry, agency]), one)
    assert fields.same_chain(reading(), make_statement(make_quantity(1)))
    assert not fields.same_first_hop(reading(), one)


def test_optional_figures_cost_nothing_and_spurious_ones_cost_precision() -> None:
    optional = reading(number={"start": 30, "end": 32, "exact": "30"})
    gold = [GoldFigure(True, (reading(),)), GoldFigure(False, (optional,))]
    beside = make_statement(make_quantity(30), at=(30, 32))
    spurious = make_statement(make_quantity(7), at=(50, 51))
    assert count_records(gold, [RIGHT])["figure_f1"] == (1, 1, 1)
    assert count_records(gold, [RIGHT, beside])["figure_f1"] == (1, 1, 1)
    assert count_records(gold, [RIGHT, beside, spurious])["figure_f1"] == (1, 2, 1)
    assert count_records(gold, [beside])["figure_f1"] == (0, 0, 1)


def test_field_is_right_by_either_reading_and_a_missed_record_is_wrong() -> None:
    gold = [
        GoldFigure(True, (reading(aspect="stock"), reading(counted_norm="house"))),
        GoldFigure(True, (reading(number={"start": 90, "end": 92, "exact": "90"}),)),
    ]
    tally = count_records(gold, [RIGHT])
    assert tally["aspect"] == (1, 1, 1)
    assert tally["record_right"] == (1, 1, 2)
    assert tally["figure_f1"] == (1, 1, 2)


def test_one_wrong_field_spoils_the_record() -> None:
    tally = count_records([GoldFigure(True, (reading(event_norm="injure"),))], [RIGHT])
    assert tally["event"] == (0, 1, 1)
    assert tally["value"] == (1, 1, 1)
    assert tally["record_right"] == (0, 1, 1)


def test_inherited_counts_carried_sources_of_all_required_figures() -> None:
    carried = source("the ministry", link="inherited")
    missed = reading(sources=[carried], number={"start": 90, "end": 92, "exact": "90"})
    stated = reading(sources=[source("the agency")], number={"start": 30, "end": 32, "exact": "30"})
    gold = [
        GoldFigure(True, (reading(sources=[carried]), reading())),
        GoldFigure(True, (missed,)),
        GoldFigure(True, (stated,)),
    ]
    at_30 = make_statement(make_quantity(30), at=(30, 32), hops=(make_hop("agency"),))
    said = make_statement(make_quantity(12), at=(10, 12), hops=(make_hop("the ministry"),))
    assert count_records(gold, [said, at_30])["inherited"] == (1, 1, 2)
    assert count_records(gold, [RIGHT, at_30])["inherited"] == (0, 1, 2), "the reading without a source does not help"


def test_parse_gold_puts_required_figures_first() -> None:
    item = {"figures": [{"required": False, "readings": [reading()]}, {"required": True, "readings": [reading()]}]}
    assert [figure.required for figure in parse_gold(item)] == [True, False]
