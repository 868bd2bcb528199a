"""Contradictions put into real reports: how many ``sayso.check`` finds, and what it finds where there is none.

Definitions.

- About 340 dated reports, drawn with a fixed seed from five sets, each cut at the end of a paragraph after 250 words.
  Each is read three times: as it is, with up to six insertions that contradict themselves, and with their clean
  twins, the same words with figures that agree (``bench.contradictions``, ``bench.injecting``). Insertions of one
  report are of six kinds and count six different things.
- ``found``: contradictions for which there is a finding of their kind that rests on the inserted words alone.
  ``found_developed`` and ``found_held_out``: the same for the templates that the checks were made on, and the others.
- ``false_per_1000``: findings with the clean twins that the report alone does not have, per 1,000 twins.
- ``untouched_per_1000``: findings in the reports as they are, per 1,000 reports. They may be right.
- Half of the unit slips copy a sentence of the report with its figure a thousandfold instead, where one can be.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence

from bench.articles import iter_articles
from bench.contradictions import EXPECTED, Template, parse_templates
from bench.data import Item, load_items
from bench.injecting import Altered, Insertion, copy_figure, fill_in, find_setting, insert
from bench.library import check_reading, make_report, read_report
from bench.tallies import AnyTally, BenchSet, Counts, Metric, Pairs, add_counts, one_if
from sayso.model import Document, Finding, Reading

SEED = 5
REPORTS = {"fakes": 115, "gva": 85, "reports": 80, "idmc_kili": 20, "polnear": 55}
"""How many reports of each set, as far as it has so many that are dated and long enough."""
EACH = 6
"""Insertions a report."""
_CUT_WORDS = 250
_LEAST_WORDS = 60

METRICS = (
    Metric("found", "share"),
    Metric("found_developed", "share"),
    Metric("found_held_out", "share"),
    Metric("false_per_1000", "mae"),
    Metric("false_per_1000_developed", "mae"),
    Metric("false_per_1000_held_out", "mae"),
    Metric("untouched_per_1000", "mae"),
    *(Metric(f"found_{kind}", "share") for kind in EXPECTED),
    *(Metric(f"false_{kind}", "mae") for kind in EXPECTED),
)

Key = tuple[str, tuple[tuple[str, str], ...]]
"""What makes a finding the same in the report and in the altered one: its kind, its figures with their sentences."""


def load(limit: int | None = None) -> list[Item]:
    """The reports to alter, each with the templates that it gets.

    Raises:
        MissingDataError: One of the sets is not on this machine.
    """
    chosen = [document for name, number in REPORTS.items() for document in _draw(name, number)][:limit]
    templates = parse_templates()
    used: Counter[Template] = Counter()
    rng = random.Random(SEED)
    return [{"id": each.id, "document": each, "templates": choose(templates, used, rng)} for each in chosen]


def count(item: Item) -> AnyTally:
    """One report with its insertions."""
    document: Document = item["document"]
    reading = read_report(document)
    rng = random.Random(f"{SEED} {document.id}")
    setting = find_setting(reading)
    insertions = [_take_copy(fill_in(one, setting, rng), reading, rng) for one in item["templates"]]
    known = {_name(finding, reading) for finding in check_reading(reading)}
    state = rng.getstate()
    false = _check(insert(document, [one.contradiction for one in insertions], rng), known)
    rng.setstate(state)
    true = _check(insert(document, [one.twin for one in insertions], rng), known)
    tally: dict[str, list[Counts | Pairs]] = {"untouched_per_1000": [_per_1000(len(known), 1)]}
    for place, one in enumerate(insertions):
        kind, half = one.template.kind, one.template.half
        is_found = any(owners == {place} and told in EXPECTED[kind] for owners, told in false)
        strays = sum(owners == {place} for owners, _ in true)
        for name in ("found", f"found_{half}", f"found_{kind}"):
            tally.setdefault(name, []).append(one_if(is_found))
        for name in ("false_per_1000", f"false_per_1000_{half}", f"false_{kind}"):
            tally.setdefault(name, []).append(_per_1000(strays, 1))
    tally["false_per_1000"].append(_per_1000(sum(len(owners) != 1 for owners, _ in true), 0))
    return {name: _sum(counts) for name, counts in tally.items()}


def choose(templates: dict[str, tuple[Template, ...]], used: Counter[Template], rng: random.Random) -> list[Template]:
    """Templates of six kinds that count six things, the kinds, halves and wordings that were used least first.

    Args:
        templates: The templates by kind.
        used: How often each was used; those chosen are added.
        rng: Puts kinds used equally often in order.
    """
    turns = {kind: (sum(used[one] for one in templates[kind]), rng.random()) for kind in templates}
    chosen: list[Template] = []
    for kind in sorted(turns, key=turns.__getitem__):
        taken = {one.domain for one in chosen}
        free = [one for one in templates[kind] if one.domain not in taken]
        if free and len(chosen) < EACH:
            chosen.append(_take_least_used(free, templates[kind], used))
    used.update(chosen)
    return chosen


def _take_least_used(free: Sequence[Template], kind: Sequence[Template], used: Counter[Template]) -> Template:
    halves: Counter[str] = Counter()
    for one in kind:
        halves[one.half] += used[one]
    return min(free, key=lambda one: (halves[one.half], used[one]))


def _draw(name: str, number: int) -> list[Document]:
    fit = [document for document in _iter_reports(name) if document.date is not None]
    cut = [short for short in map(_cut, fit) if len(short.text.split()) >= _LEAST_WORDS]
    unique = list({document.text: document for document in cut}.values())
    return random.Random(f"{SEED} {name}").sample(unique, min(number, len(unique)))


def _iter_reports(name: str) -> Iterator[Document]:
    if name == "idmc_kili":
        for item in load_items(name):
            if item["text"]:
                yield make_report(item["text"], id=item["id"], title=None, date=item["published"], publisher=None)
    else:
        yield from iter_articles(name, {"reports": "unlabelled.jsonl"}.get(name, "dev.jsonl"))


def _cut(document: Document) -> Document:
    """The opening of a report, up to the end of a paragraph."""
    start, end = document.body
    kept: list[str] = []
    for line in document.text[start:end].splitlines(keepends=True):
        if sum(len(each.split()) for each in kept) > _CUT_WORDS:
            break
        kept.append(line)
    text = "".join(kept).rstrip()
    return Document(id=document.id, text=text, title=document.title, publisher=document.publisher, date=document.date)


def _take_copy(insertion: Insertion, reading: Reading, rng: random.Random) -> Insertion:
    """For every other unit slip, a copy of a figure of the report in the place of the template's."""
    if insertion.template.kind != "unit_slip" or rng.random() < 1 / 2:
        return insertion
    copied = copy_figure(reading, rng)
    if copied is None:
        return insertion
    _, slipped, same = copied
    return insertion._replace(contradiction=(slipped,), twin=(same,))


def _check(altered: Altered, known: set[Key]) -> list[tuple[set[int], str]]:
    """The findings that the report alone does not have: the insertions that each rests on, and its kind."""
    reading = read_report(altered.document)
    starts = {statement.id: statement.figure.start for statement in reading.statements}
    found = []
    for finding in check_reading(reading):
        if _name(finding, reading) in known:
            continue
        owners = {_find_owner(starts[id], altered.stretches) for id in finding.statements}
        found.append(({owner for owner in owners if owner is not None}, str(finding.kind)))
    return found


def _find_owner(at: int, stretches: Sequence[Sequence[tuple[int, int]]]) -> int | None:
    owners = (owner for owner, own in enumerate(stretches) for start, end in own if start <= at < end)
    return next(owners, None)


def _name(finding: Finding, reading: Reading) -> Key:
    said = {statement.id: (statement.figure.exact, statement.passage.exact) for statement in reading.statements}
    return finding.kind, tuple(sorted(said[id] for id in finding.statements))


def _per_1000(findings: int, items: int) -> Pairs:
    return Pairs(gold=items, off=1000.0 * findings)


def _sum(counts: Sequence[Counts | Pairs]) -> Counts | Pairs:
    if isinstance(counts[0], Pairs):
        return Pairs(*map(sum, zip(*counts, strict=True)))
    return add_counts([one for one in counts if isinstance(one, Counts)])


SET = BenchSet("injected", METRICS, load, count)
