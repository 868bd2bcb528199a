import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import msgspec
import pytest

from sayso.display import render_page
from sayso.display.marks import find_marks
from sayso.model import CheckReport, Reading, make_document
from tests.display.samples import TEXT, make_reading, make_report

_VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """What a page holds, and whether its elements nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, str] = {}
        self._scripts: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute stands twice in {tag}"
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.words[self.open[-1]] = self.words.get(self.open[-1], "") + data

    def ids(self) -> list[str]:
        """Every id, in order."""
        return [attrs["id"] or "" for _, attrs in self.elements if "id" in attrs]

    def links(self) -> list[str]:
        """Every link target, in order."""
        return [attrs["href"] or "" for tag, attrs in self.elements if tag == "a"]


@pytest.fixture
def page(reading: Reading, report: CheckReport) -> Page:
    """The page of the hand-built reading."""
    return Page(render_page(reading, report))


def test_render_page_links_figures_and_records_both_ways(page: Page, reading: Reading) -> None:
    for number in range(1, len(reading.statements) + 1):
        assert f"#s{number}" in page.links()
        assert f"#f{number}" in page.links()
        assert page.ids().count(f"s{number}") == page.ids().count(f"f{number}") == 1


def test_render_page_has_no_dead_link_and_no_id_twice(page: Page) -> None:
    assert len(page.ids()) == len(set(page.ids()))
    for _, attrs in page.elements:
        named = [*(attrs.get("aria-labelledby") or "").split(), attrs.get("aria-describedby")]
        named += [(attrs.get("href") or "").removeprefix("#") if (attrs.get("href") or "").startswith("#") else None]
        assert {name for name in named if name} <= set(page.ids())


def test_render_page_loads_nothing(reading: Reading, report: CheckReport) -> None:
    html = render_page(reading, report)
    page = Page(html)
    assert not [
        tag for tag, _ in page.elements if tag in ("link", "img", "iframe", "object", "embed", "audio", "video")
    ]
    assert not [attrs for _, attrs in page.elements if "src" in attrs or "srcset" in attrs]
    style = page.words["style"]
    assert "@import" not in style
    assert "url(" not in style
    assert "default-src 'none'" in html


def test_render_page_shows_text_and_read_back_whole(page: Page, reading: Reading, report: CheckReport) -> None:
    html = render_page(reading, report)
    passages = re.findall(r'<p class="passage[^"]*" dir="auto">(.*?)</p>', html, flags=re.DOTALL)
    for extra in (r'<span class="tip".*?</span></span>', r'<span class="vh">.*?</span>', r"<sup>.*?</sup>", r"<[^>]+>"):
        passages = [re.sub(extra, "", passage, flags=re.DOTALL) for passage in passages]
    shown = "".join(passages).replace("&#39;", "'")
    assert "".join(shown.split()) == "".join(reading.document.text.split())
    for statement in reading.statements:
        assert statement.read_back() in page.words["q"]


def test_render_page_has_landmarks_and_one_heading_one(page: Page) -> None:
    tags = [tag for tag, _ in page.elements]
    for landmark in ("header", "nav", "main", "footer"):
        assert tags.count(landmark) >= 1
    assert tags.count("h1") == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h\d", tag)]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert page.links()[0] == "#text"


def test_render_page_holds_the_statements_as_json(page: Page, reading: Reading, report: CheckReport) -> None:
    scripts = page.words["script"]
    data = json.loads(scripts[: scripts.index("addEventListener")])
    assert msgspec.convert(data["statements"], tuple) is not None
    held = msgspec.convert({key: data[key] for key in ("document", "statements", "relations")}, Reading)
    assert held == reading
    assert msgspec.convert(data["check"], CheckReport) == report


def test_render_page_tells_findings_and_checks_not_run(page: Page) -> None:
    assert "cannot both hold" in page.words["p"]
    assert "(a)" in page.words["b"]
    assert "One of the figures names no number." in page.words["td"]
    assert "#finding-1" in page.links()


def test_render_page_leads_from_figures_to_findings_and_back(page: Page) -> None:
    cards = [attrs for _, attrs in page.elements if attrs.get("class") == "finding"]
    assert [card["id"] for card in cards] == ["finding-1"]
    assert page.links().count("#finding-1") == 4  # at two figures in the text, and in their two records
    assert page.words["blockquote"].count("soldiers walked away in October alone") == 1
    quoted = page.elements[[tag for tag, _ in page.elements].index("blockquote") :]
    assert [attrs["href"] for _, attrs in quoted if attrs.get("class", "") in ("figure b-exact", "figure b-range")] == [
        "#f1",
        "#f4",
    ]


def test_render_page_draws_each_finding_with_title_and_description(page: Page, report: CheckReport) -> None:
    (drawn,) = [attrs for tag, attrs in page.elements if tag == "svg"]
    assert drawn["role"] == "img"
    assert {*(drawn["aria-labelledby"] or "").split()} <= set(page.ids())
    assert report.findings[0].sentence in page.words["desc"]
    assert "hollow: hedged" in page.words["figcaption"]


def test_render_page_says_when_nothing_was_checked_or_found(reading: Reading) -> None:
    assert "were not checked" in render_page(reading, None)
    clean = CheckReport(findings=(), not_checked=(), checked=3)
    assert "3 comparisons ran; none found" in render_page(reading, clean)
    empty = Reading(document=make_document("Nobody counts."), statements=(), relations=())
    assert "No figures were found" in render_page(empty, clean)
    Page(render_page(Reading(document=make_document(""), statements=(), relations=()), None))


def test_render_page_lists_checks_not_run_beside_no_finding(reading: Reading, report: CheckReport) -> None:
    page = render_page(reading, msgspec.structs.replace(report, findings=()))
    assert "0 findings, 3 checks not run" in page
    assert "One of the figures names no number." in Page(page).words["td"]
    assert "Every check that applies ran." not in page


def test_render_page_marks_chains_hedges_and_inheritance(page: Page) -> None:
    assert [attrs.get("role") for tag, attrs in page.elements if attrs.get("role") == "tooltip"] == ["tooltip"] * 6
    hedged = [attrs for tag, attrs in page.elements if attrs.get("class") == "hedge"]
    assert len(hedged) >= 5
    assert "(inherited)" in page.words["bdi"]


_HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)><!--</script >&amp;"


def test_render_page_escapes_hostile_text() -> None:
    reading = make_reading(TEXT.replace("A conscript in Poltava", f"{_HOSTILE} A conscript in Poltava"))
    document = msgspec.structs.replace(
        reading.document,
        title=_HOSTILE,
        publisher=_HOSTILE,
        author=_HOSTILE,
        url=f"javascript:{_HOSTILE}",
    )
    plain = reading.statements[5].attribution.chains[0]
    hops = tuple(msgspec.structs.replace(hop, agent=_HOSTILE, rule=_HOSTILE) for hop in plain.hops)
    chain = msgspec.structs.replace(plain, hops=hops, upstream=_HOSTILE)
    last = msgspec.structs.replace(
        reading.statements[5], attribution=msgspec.structs.replace(reading.statements[5].attribution, chains=(chain,))
    )
    hostile = Reading(document=document, statements=(*reading.statements[:5], last), relations=reading.relations)
    html = render_page(hostile, make_report(reading))
    page = Page(html)
    assert [tag for tag, _ in page.elements].count("script") == 2
    assert not [tag for tag, _ in page.elements if tag == "img"]
    assert not [attrs for _, attrs in page.elements if any(name.startswith("on") for name in attrs)]
    assert not [link for link in page.links() if link.startswith("javascript")]
    assert "<!--" not in html
    scripts = page.words["script"]
    assert json.loads(scripts[: scripts.index("addEventListener")])["document"]["title"] == _HOSTILE


def test_render_page_gives_figures_on_one_span_a_footnote_each(reading: Reading) -> None:
    twin = msgspec.structs.replace(reading.statements[0], id="twin")
    twice = msgspec.structs.replace(reading, statements=(reading.statements[0], twin))
    page = Page(render_page(twice, None))
    assert page.ids().count("f1") == page.ids().count("f2") == 1
    assert {"#s1", "#s2", "#f1", "#f2"} <= set(page.links())
    assert len({mark.number for mark in find_marks(twice.statements)}) == 2


def test_render_page_gives_the_same_bytes_twice(reading: Reading, report: CheckReport) -> None:
    assert render_page(reading, report) == render_page(reading, report)


def _luminance(colour: str) -> float:
    channels = [int(colour[position : position + 2], 16) / 255 for position in (1, 3, 5)]
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1])
def test_render_page_colours_reach_contrast_aa(page: Page, scheme: int) -> None:
    block = re.findall(r":root\{(--paper.*?)\}", page.words["style"], flags=re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", block))
    colours = {name: c if len(c) == 7 else "#" + "".join(d * 2 for d in c[1:]) for name, c in colours.items()}
    for ground in ("paper", "card", "card-lit"):
        for ink in ("ink", "soft", "link", "alarm", "exact", "about", "more", "less", "range", "vague"):
            light, dark = sorted((_luminance(colours[ground]), _luminance(colours[ink])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ground, ink)
