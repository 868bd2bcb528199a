"""What a report costs: times and places are looked for only where a figure asks for them."""

import pytest

from sayso.model import make_document, make_outline
from sayso.reading.drafts import iter_drafts
from sayso.reading.page import Page


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They spoke in Paris.", set()),
        ("Rain fell over the hills of Spain, and the minister left.", set()),
        ("Rain fell on Monday over Spain.", set()),
        ("It opened in 2014 in Paris.", {"periods"}),
    ],
)
def test_report_without_figures_costs_no_look_for_places(text: str, found: set[str]) -> None:
    document = make_document(text, date="2025-11-28")
    page = Page(document, make_outline(document))
    assert [draft for drafts in iter_drafts(page) for draft in drafts] == []
    assert {"periods", "places"} & set(vars(page)) == found


def test_places_within_time_expressions_are_none() -> None:
    text = "In March 12 people fled Aleppo. In March 2014 some came to Lagos."
    document = make_document(text, date="2025-11-28")
    page = Page(document, make_outline(document))
    assert [found.place.exact for found in page.places] == ["Aleppo", "Lagos"]
