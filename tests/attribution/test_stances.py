"""Relations that words state between voices and figures."""

import pytest

from sayso.model import Attributed, Relation
from tests.attribution.reports import attribute

_FIRST = "The strike idled 40 ports. It cost 900 jobs."


def the_one(made: Attributed, kind: str) -> Relation:
    (relation,) = [one for one in made.relations if one.kind == kind]
    return relation


def targets(made: Attributed, relation: Relation) -> list[str]:
    exact = {one.id: one.figure.exact for one in made.statements}
    return [exact[target] for target in relation.targets]


@pytest.mark.parametrize(
    ("remark", "kind", "direction"),
    [
        ("Those counts are, however, probably understated.", "doubts", "understated"),
        ("Those numbers are widely seen as inflated.", "doubts", "overstated"),
        ("The true toll is probably higher.", "doubts", "understated"),
        ("These figures could not be independently verified.", "withholds_assent", None),
        ("The ministry denied these figures.", "denies", None),
        (
            "Opponents say that the union exploits these totals as a pretext for longer strikes.",
            "disputes_motive",
            None,
        ),
    ],
)
def test_find_relations_ties_remark_to_figures_before(remark: str, kind: str, direction: str | None) -> None:
    made = attribute(f"{_FIRST} {remark}", "40", "900")
    relation = the_one(made, kind)
    assert targets(made, relation) == ["40", "900"]
    assert relation.direction == direction
    assert relation.cue is not None
    assert relation.cue.exact in remark


def test_find_relations_names_the_voice() -> None:
    made = attribute(f"{_FIRST} Opponents say that the union exploits these totals as a pretext.", "40", "900")
    assert the_one(made, "disputes_motive").by == "opponents"


def test_find_relations_leaves_remark_on_other_things_alone() -> None:
    made = attribute(f"{_FIRST} The mayor praised these figures of the dance. Nobody was higher.", "40", "900")
    assert made.relations == ()


def test_find_relations_reads_condition_and_consequence() -> None:
    made = attribute(
        "Ann Lee claimed that 50 trucks leave daily, a number which, if confirmed, could imply 9,000 trips.",
        "50",
        "9,000",
    )
    assert targets(made, the_one(made, "withholds_assent")) == ["50"]
    implies = the_one(made, "implies")
    assert targets(made, implies) == ["9,000"]
    assert implies.source == made.statements[0].id
    assert [one.modality for one in made.statements] == ["asserted", "conditional"]


def test_find_relations_reads_open_doubt_about_what_is_counted() -> None:
    text = "The strike idled 40 ports. But the wave of closures, whether or not inflated, alarms shipowners."
    made = attribute(text, "40", measures=("closure",))
    relation = the_one(made, "doubts")
    assert (relation.direction, targets(made, relation)) == ("open", ["40"])


def test_find_relations_reads_record() -> None:
    made = attribute("Closures hit an all-time high, with 600 in May, police said.", "600")
    relation = the_one(made, "ranks")
    assert targets(made, relation) == ["600"]
    assert relation.by == "police"


def test_find_relations_gives_a_record_in_apposition_to_the_speaker_of_its_figure() -> None:
    text = "According to the Norvian Health Ministry, 900 people fell ill in May, a record for a single month."
    (relation,) = attribute(text, "900").relations
    assert (relation.kind, relation.by) == ("ranks", "Norvian Health Ministry")
