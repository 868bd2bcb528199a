import pytest

from bench import fuzz as fuzzing
from bench.__main__ import FAILED, main
from bench.fuzz import Fuzzed, iter_changed
from bench.mutations import CHANGES, change_text
from sayso.model import make_document

TEXT = 'Officials said on 3 May that 1,250 people had fled the valley - 40 more than "a week ago".\n' * 5


def test_change_text_makes_the_same_changes_of_the_same_seed() -> None:
    assert change_text(TEXT, seed="a") == change_text(TEXT, seed="a")
    assert len({change_text(TEXT, seed=str(seed)).text for seed in range(40)}) == 40


def test_change_text_makes_every_kind_of_change() -> None:
    changed = [change_text(TEXT, seed=str(seed)) for seed in range(200)]
    assert {name for one in changed for name in one.changes} == set(CHANGES)
    assert all(1 <= len(one.changes) <= 4 for one in changed)


def test_change_text_leaves_nothing_of_nothing() -> None:
    assert {change_text("", seed=str(seed)).text for seed in range(40)} == {""}


def test_iter_changed_goes_round_with_other_changes() -> None:
    originals = [make_document(TEXT, id="a", title="Flood"), make_document("Nobody came.", id="b")]
    changed = iter_changed(originals, seed=7)
    names = [next(changed)[0] for _ in range(4)]
    assert [document.id for document in names] == ["7/0/a", "7/0/b", "7/1/a", "7/1/b"]
    assert names[0].text != names[2].text


@pytest.mark.parametrize(("faults", "code"), [((), 0), (("7/0/a: crashed",), FAILED)])
def test_fuzz_says_what_it_read_and_fails_on_faults(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], faults: tuple[str, ...], code: int
) -> None:
    made = Fuzzed(2, 1, 30, 3, 12, 1, {"emoji": 2}, 0.5, (0.4, "7/0/a"), faults)
    monkeypatch.setattr(fuzzing, "fuzz", lambda **_: made)
    assert main(["fuzz", "--articles", "2", "--seed", "7"]) == code
    printed = capsys.readouterr()
    assert "2 changed articles (1 originals, 30 words)" in printed.out
    assert printed.err == "".join(f"{fault}\n" for fault in faults)
