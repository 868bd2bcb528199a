import msgspec
import pytest

from sayso.display import wording
from sayso.model import CheckReport, Counted, Interval, Reading, Span, make_passage


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"start": "2025-10-01", "end": "2025-11-01", "start_precision": "month", "end_precision": "month"},
            "Oct 2025",
        ),
        (
            {"start": "2025-10-01", "end": "2025-12-01", "start_precision": "month", "end_precision": "month"},
            "Oct 2025 – Nov 2025",
        ),
        ({"start": "2025-03-02", "end": "2025-03-03", "start_precision": "day", "end_precision": "day"}, "2 Mar 2025"),
        ({"start": "2024-01-01", "end": "2025-01-01", "start_precision": "year", "end_precision": "year"}, "2024"),
        ({"start": "2022-02-01", "kind": "since", "start_precision": "month"}, "since Feb 2022"),
        ({"end": "2025-03-03", "kind": "as_of", "end_precision": "day"}, "as of 2 Mar 2025"),
        ({"end": "2025-03-03", "end_precision": "day"}, "until 2 Mar 2025"),
        ({"kind": "habitual", "as_written": "every month"}, "every month"),
        ({"as_written": "before  the war"}, "before the war"),
    ],
)
def test_describe_interval_names_the_last_day_that_belongs(fields: dict[str, str], words: str) -> None:
    known = {"as_written": None, "start": None, "end": None, "edtf": None, "kind": "interval", **fields}
    assert wording.describe_interval(msgspec.convert(known, Interval)) == words


def test_describe_chain_marks_what_is_not_stated(reading: Reading) -> None:
    chains = [wording.describe_chain(statement.attribution.chains[0]) for statement in reading.statements]
    assert chains[0] == "Harbour Gazette < Die Welt < ?"
    assert chains[1] == "Harbour Gazette < Die Welt (inherited) < ?"
    assert chains[2] == "Harbour Gazette < people close to the units (inferred) < ?"
    assert chains[5] == "Harbour Gazette < a conscript in Poltava"


def test_describe_amounts_tells_open_ends_from_missing_values(reading: Reading) -> None:
    assert wording.describe_amounts(reading.statements[4]) == ("230,000", "?", "open", "up to 240,000")
    assert wording.describe_amounts(reading.statements[3])[:3] == ("15,000", "16,500", "18,000")


def test_describe_amounts_gives_shares_in_percent(reading: Reading) -> None:
    first = reading.statements[0]
    quantity = msgspec.structs.replace(first.quantity, low=0.28, best=0.285, high=None)
    share = msgspec.structs.replace(first, quantity=quantity, aspect="share")
    assert wording.describe_amounts(share)[:3] == ("28%", "28.5%", "open")


def test_describe_figure_repeats_no_word(reading: Reading) -> None:
    assert [wording.describe_figure(statement) for statement in reading.statements] == [
        "21,600 soldiers",
        "an estimated 180,000 deserters",
        "Whole battalions",
        "15,000 to 18,000 men",
        "over 230,000 criminal cases",
        "some [person]",
    ]


def test_summarize_counts_voices_and_checks(reading: Reading, report: CheckReport) -> None:
    assert wording.summarize(reading, report) == (
        "4 figures, 2 vague · 3 named speakers, 2 unnamed · 1 finding, 3 checks not run"
    )
    assert wording.summarize(reading, None).endswith("not checked")
    stopped = msgspec.structs.replace(report, complete=False)
    assert wording.summarize(reading, stopped).endswith("stopped at a limit")


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x9b31m", "\u202e21", "\u2066", "\x00", "\x07", "\ud800"])
def test_make_safe_disarms_controls_and_overrides(hostile: str) -> None:
    assert "\ufffd" in wording.make_safe(f"12 {hostile} dead")
    assert not set(hostile) & set("\x1b\x9b\u202e\u2066\x00\x07\ud800") & set(wording.make_safe(hostile))


def test_make_safe_leaves_text_alone() -> None:
    text = "12 dead, “so” sagt Müller\n\tنص عربي 👩‍👩‍👧"
    assert wording.make_safe(text) == text


def test_describe_figure_repeats_the_short_words_between(reading: Reading) -> None:
    first = reading.statements[0]
    text = "thousands of soldiers"
    changed = msgspec.structs.replace(
        first,
        figure=Span(start=0, end=9, exact="thousands"),
        quantity=msgspec.structs.replace(first.quantity, as_written="thousands"),
        counted=Counted(start=13, end=21, exact="soldiers", lemma="soldier"),
        passage=make_passage(text, 0, len(text)),
    )
    assert wording.describe_figure(changed) == "thousands of soldiers"


def test_describe_relation_names_voices_and_directions(reading: Reading) -> None:
    labels = wording.number_statements(reading.statements)
    doubt, consequence = (wording.describe_relation(relation, labels) for relation in reading.relations)
    assert doubt == 'Harbour Gazette doubts (may be too low) [1] [2]: "Both numbers are probably too low"'
    assert consequence == "[4] implies [5], says Maria Zakharova"
    nameless = msgspec.structs.replace(reading.relations[0], by=None, direction=None, cue=None)
    assert wording.describe_relation(nameless, labels) == "the outlet doubts [1] [2]"
