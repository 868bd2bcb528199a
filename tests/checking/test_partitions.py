"""Lists of parts against the whole that they make up, and changes whose levels stand in any order."""

import pytest

import sayso
from sayso.model import Document, Finding

_PAIRS = (
    ("parts_and_whole", "Of 90 ballots cast in Dorn, 40 went to the mayor and the remaining {} were blank.", 50, 80),
    ("parts_and_whole", "A total of 90 vehicles — 40 cars and {} trucks — were stranded in Dorn.", 50, 80),
    ("parts_and_whole", "40 men and {} women make up the 90 detainees in Dorn, the ministry said.", 50, 80),
    ("parts_and_whole", "Police in Dorn arrested 40 men and {} women, bringing the total to 90, it said.", 50, 80),
    ("parts_and_whole", "In Dorn 90 prisoners escaped and {} of the escapees were recaptured, it said.", 50, 128),
    ("share_and_counts", "The plant in Dorn will cut 30 of its 90 jobs, {} percent of the workforce.", 33, 58),
    ("share_and_counts", "Turnout was {} percent, with 30 of the 90 registered voters casting a ballot.", 33, 58),
    ("change_and_levels", "Membership in Dorn grew to 134 people, {} more than the 91 recorded last year.", 43, 77),
    ("change_and_levels", "Deaths in Dorn, which totalled 91 last year, jumped {} percent to 134.", 47, 92),
    ("change_and_levels", "Dorn heard 91 cases in 2019 and 134 cases in 2020, an increase of {} percent.", 47, 92),
    ("dates", "The search in Dorn was launched on 9 May and called off on {} May with 91 people missing.", 20, 2),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "words", "right", "wrong"), _PAIRS)
def test_finding_comes_with_the_wrong_figure_alone(kind: str, words: str, right: int, wrong: int) -> None:
    kinds = [{str(one.kind) for one in _check(words.format(value))} for value in (right, wrong)]
    assert kinds == [set(), {kind}]


@pytest.mark.parametrize(
    "words",
    [
        "Police in Dorn seized 20 guns, 12 knives and 35 phones, they said.",
        "Of the 90 patients in Dorn, 60 were women and 50 were over 65, the clinic said.",
        "Arrests in Dorn rose 20 percent to 300, compared with 400 convictions last year.",
        "Turnout in Dorn was 45 percent, with 12 of the 20 districts reporting.",
        "In Dorn 90 houses burned and 120 of the firefighters were hurt, the mayor said.",
    ],
)
def test_figures_of_other_things_give_no_finding(words: str) -> None:
    assert _check(words) == []


def _check(words: str) -> list[Finding]:
    document = Document(id="d", text=words, date="2021-06-20")
    reading = sayso.read(document)
    return list(sayso.check(reading.statements, reading.relations, documents=[document]).findings)
