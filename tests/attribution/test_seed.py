"""The seed report: its four main figures and the remarks on them come out with every voice behind them."""

from pathlib import Path

import pytest

from sayso.attribution import EnglishAttributor
from sayso.model import Attributed, Hop, Relation, make_document, make_outline
from tests.attribution.reports import make_figure

_FIGURES = (
    ("21,600", "desertion"),
    ("180,000", "desertion"),
    ("15,000 to 18,000", "desertion"),
    ("230,000", "awol-case"),
)


@pytest.fixture(scope="module")
def seed(shared: Path) -> Attributed:
    text = next(iter(sorted((shared / "seed").glob("*.txt")))).read_text(encoding="utf-8")
    start = text.index("\n\n", text.index("2025")) + 2
    document = make_document(text, publisher="LA Report", date="2025-11-28", body_start=start)
    outline = make_outline(document)
    figures = [make_figure(document, outline, words, measure) for words, measure in _FIGURES]
    return EnglishAttributor().attribute(document, outline, figures, read_by="test.v1")


def named(hops: tuple[Hop, ...]) -> list[tuple[str | None, str, str]]:
    return [(hop.agent, hop.role, hop.link) for hop in hops]


_PUBLISHER = ("LA Report", "publisher", "stated")


def test_seed_month_is_die_welts(seed: Attributed) -> None:
    (chain,) = seed.statements[0].attribution.chains
    assert named(chain.hops) == [_PUBLISHER, ("Die Welt", "reporter", "stated")]
    assert chain.upstream == "not stated"


def test_seed_total_is_inherited_or_the_outlets_own(seed: Attributed) -> None:
    preferred, normal = seed.statements[1].attribution.chains
    assert named(preferred.hops) == [_PUBLISHER, ("Die Welt", "reporter", "inherited")]
    assert named(normal.hops) == [_PUBLISHER]
    assert normal.upstream == "none"
    assert [(hedge.kind, hedge.exact) for hedge in seed.statements[1].hedges] == [("estimate", "an estimated")]


def test_seed_rate_is_the_spokespersons_with_data_behind(seed: Attributed) -> None:
    (chain,) = seed.statements[2].attribution.chains
    assert named(chain.hops) == [
        _PUBLISHER,
        ("Maria Zakharova", "speaker", "stated"),
        ("Ukrainian Prosecutor General's Office", "data producer", "inherited"),
    ]
    assert chain.hops[1].on_behalf_of == "Russian Foreign Ministry"
    assert "not seen" in chain.upstream
    assert seed.statements[2].modality == "asserted"


def test_seed_consequence_has_two_readings(seed: Attributed) -> None:
    preferred, normal = seed.statements[3].attribution.chains
    assert [hop.agent for hop in preferred.hops[1:]] == ["Maria Zakharova", "Ukrainian Prosecutor General's Office"]
    assert named(normal.hops) == [_PUBLISHER]
    assert seed.statements[3].modality == "conditional"


@pytest.mark.parametrize(
    ("kind", "direction", "targets"),
    [
        ("doubts", "understated", [0, 1]),
        ("withholds_assent", None, [2]),
        ("disputes_motive", None, [2, 3]),
        ("doubts", "open", [0, 1, 2]),
        ("ranks", None, [0]),
        ("implies", None, [3]),
    ],
)
def test_seed_relations(seed: Attributed, kind: str, direction: str | None, targets: list[int]) -> None:
    found: list[Relation] = [one for one in seed.relations if (one.kind, one.direction) == (kind, direction)]
    assert [list(one.targets) for one in found] == [[seed.statements[at].id for at in targets]]
