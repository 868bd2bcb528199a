import msgspec
import pytest

from sayso.model import Attribution, Chain, Hop, Interval, Modality, Place, Quantity, Span, Statement
from sayso.model.figures import Bound
from tests.model.samples import make_sample_statement

PUBLISHER = Attribution(
    chains=(Chain(rank="preferred", upstream="none", hops=(Hop(agent=None, role="publisher", link="stated"),)),)
)


def bare(**fields: object) -> Statement:
    """The sample statement with nothing but a number and the outlet, and what is named."""
    empty = {"counted": None, "event": None, "measure": None, "interval": None, "place": None, "attribution": PUBLISHER}
    quantity = Quantity(as_written="12", bound="exact", low=12, best=12, high=12, granularity=1)
    known = {**empty, "quantity": quantity, "figure": Span(start=0, end=2, exact="12"), **fields}
    return msgspec.structs.replace(make_sample_statement(), **known)


def when(kind: str, start: str | None, end: str | None, precision: str = "day") -> Interval:
    """An interval whose ends are known equally well."""
    fields = {"kind": kind, "start_precision": precision, "end_precision": precision}
    return msgspec.convert({"as_written": None, "start": start, "end": end, "edtf": None, **fields}, Interval)


def test_read_back_words_a_full_statement() -> None:
    assert make_sample_statement().read_back() == (
        "Gazette says the Red Crane says: at least 1,200 houses, "
        '"destroyed", in May 2025, Ruritania (housing-destroyed, flow).'
    )


def test_read_back_words_a_bare_number() -> None:
    assert bare().read_back() == "The outlet says: 12 (flow)."


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        ("exact", "12"), ("about", "about 12"), ("at_least", "at least 12"), ("more_than", "more than 12"),
        ("at_most", "at most 12"), ("less_than", "less than 12"), ("range", "12"), ("vague", "an unstated number (12)"),
    ],
)  # fmt: skip
def test_read_back_words_every_bound(bound: Bound, words: str) -> None:
    quantity = Quantity(as_written="12", bound=bound, low=12, best=12, high=12, granularity=1)
    assert bare(quantity=quantity).read_back() == f"The outlet says: {words} (flow)."


def test_read_back_keeps_the_words_of_a_range() -> None:
    quantity = Quantity(as_written="between 12 and\n15", bound="range", low=12, best=13.5, high=15, granularity=1)
    figure = Span(start=8, end=17, exact="12 and\n15")
    assert bare(quantity=quantity, figure=figure).read_back() == "The outlet says: between 12 and 15 (flow)."


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (when("interval", "2025-05-01", "2025-06-01", "month"), "in May 2025"),
        (when("interval", "2025-05-01", "2025-07-01", "month"), "from May 2025 to June 2025"),
        (when("interval", "2025-05-03", "2025-05-04"), "on 3 May 2025"),
        (when("interval", "2024-01-01", "2025-01-01", "year"), "in 2024"),
        (when("since", "2022-02-01", "2025-06-03", "month"), "since February 2022"),
        (when("since", None, "2025-06-03"), "until 2 June 2025"),
        (when("as_of", None, "2025-06-03"), "as of 2 June 2025"),
        (when("interval", "2025-05-01", None), "from 1 May 2025"),
    ],
)
def test_read_back_words_every_interval(interval: Interval, words: str) -> None:
    assert bare(interval=interval).read_back() == f"The outlet says: 12, {words} (flow)."


@pytest.mark.parametrize("kind", ["interval", "since", "as_of", "habitual"])
def test_read_back_leaves_out_an_interval_without_ends(kind: str) -> None:
    assert bare(interval=when(kind, None, None)).read_back() == "The outlet says: 12 (flow)."


@pytest.mark.parametrize(
    ("modality", "words"),
    [
        ("asserted", ""), ("estimated", " (an estimate)"), ("conditional", " (on a condition)"),
        ("predicted", " (a prediction)"), ("denied", " (denied)"), ("doubted", " (doubted)"),
    ],
)  # fmt: skip
def test_read_back_words_every_modality(modality: Modality, words: str) -> None:
    assert bare(modality=modality).read_back() == f"The outlet says: 12 (flow){words}."


def test_read_back_names_the_unit_when_nothing_is_counted() -> None:
    quantity = Quantity(as_written="12", bound="exact", low=12, best=12, high=12, granularity=1, unit="USD")
    assert bare(quantity=quantity).read_back() == "The outlet says: 12 [USD] (flow)."


def test_read_back_words_a_rate_and_a_share() -> None:
    assert bare(aspect="rate", per="P1M").read_back() == "The outlet says: 12, every month (rate)."
    assert bare(aspect="rate", per="P5D").read_back() == "The outlet says: 12, every P5D (rate)."
    assert bare(aspect="share").read_back() == "The outlet says: 12 as a share (share)."


def test_read_back_keeps_to_one_line() -> None:
    statement = bare(
        figure=Span(start=0, end=6, exact="12\n000"),
        place=Place(start=0, end=1, exact="R", name="Ruritania", country=None),
    )
    assert statement.read_back() == "The outlet says: 12 000, Ruritania (flow)."
