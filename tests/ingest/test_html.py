import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest import read_document
from sayso.ingest.html import document_from_html
from sayso.model import DocumentError, FormatError

_ARTICLE = """<article><h1>River floods two towns</h1><p>By Ana Roe</p>
<p>Twelve people died when the river rose over its banks, the governor said on Sunday.</p>
<p>More than 3,000 people left their homes in <b>Hal</b>.</p>
<table><tr><th>Town</th><th>Dead</th></tr><tr><td>Hal</td><td>7</td></tr></table>
<ul><li>200 houses are gone</li></ul></article><div id="comments"><p>500 idiots, says a reader.</p></div>"""
_HEAD = """<title>River floods two towns - The Vale Gazette</title>
<meta property="og:site_name" content="The Vale Gazette"><meta name="author" content="Ana Roe">
<meta name="keywords" content="flood, river; Flood"><link rel="canonical" href="https://vale.example/flood">"""


def _page(head: str = _HEAD, article: str = _ARTICLE, lang: str = "en-GB") -> str:
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body><nav>Home</nav>{article}</body></html>'


def test_a_page_gives_its_main_text_line_by_line() -> None:
    document = document_from_html(_page())
    lines = document.text.split("\n")
    assert "Twelve people died when the river rose over its banks, the governor said on Sunday." in lines
    assert "More than 3,000 people left their homes in Hal." in lines
    assert any("Hal" in line and "7" in line for line in lines)
    assert any("200 houses are gone" in line for line in lines)
    assert "500 idiots" not in document.text
    assert "Home" not in lines


def test_a_page_says_who_published_it_and_what_it_is_about() -> None:
    document = document_from_html(_page())
    assert document.title == "River floods two towns"
    assert document.publisher == "The Vale Gazette"
    assert document.author == "Ana Roe"
    assert document.url == "https://vale.example/flood"
    assert document.language == "en"
    assert document.tags == ("flood", "river")
    assert document.text[document.body_start :].startswith("Twelve people died")


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2025-03-03T23:10:00-05:00">',
        '<meta name="pubdate" content="20250303">',
        '<meta name="dc.date" content="3 March 2025">',
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2025-03-03"}]}</script>',
        '<meta itemprop="datePublished" content="Mon, 03 Mar 2025 10:00:00 GMT">',
        '<meta property="article:modified_time" content="2025-06-01"><meta name="date" content="2025-03-03">',
        '<link rel="canonical" href="https://vale.example/2025/03/03/flood">',
    ],
)
def test_a_stated_date_of_publication_is_found(markup: str) -> None:
    assert document_from_html(_page(markup)).date == "2025-03-03"


def test_time_elements_date_a_page_only_when_they_agree() -> None:
    same = _ARTICLE.replace("</h1>", '</h1><time datetime="2025-03-03T10:00Z">3 March</time>')
    assert document_from_html(_page(article=same)).date == "2025-03-03"
    other = same.replace("</article>", '<time datetime="2024-01-01">old story</time></article>')
    assert document_from_html(_page(article=other)).date is None


@pytest.mark.parametrize(
    "extra",
    [
        "",
        "<p>The dam had been built on 4 April 1999, and on 3 March 2025 it broke.</p>",
        "<footer>© 2025 The Vale Gazette. Last build 2024-05-05.</footer>",
        '<img src="/img/2023/04/05/flood.jpg"><p>Photo of the flood in the town of Hal.</p>',
        '<script>var built = "2024-05-05T10:00:00Z";</script>',
    ],
)
def test_a_page_that_states_no_date_has_none(extra: str) -> None:
    assert document_from_html(_page(article=_ARTICLE + extra)).date is None


def test_broken_metadata_says_nothing_and_hurts_nothing() -> None:
    document = document_from_html(_page('<script type="application/ld+json">{"@type": "NewsArticle", </script>'))
    assert document.date is None
    assert "Twelve people died" in document.text


def test_an_account_handle_or_a_copyright_line_is_no_publisher() -> None:
    assert document_from_html(_page('<meta name="twitter:site" content="@valenews">')).publisher is None
    assert document_from_html(_page('<meta name="copyright" content="© 2025 all of us">')).publisher is None


@pytest.mark.parametrize("kept", range(300, 900, 100))
def test_a_page_that_is_cut_off_gives_what_there_is(kept: int) -> None:
    page = _page()
    start = page.index("<p>Twelve") + len("<p>Twelve people died when the river rose")
    document = document_from_html(page[: max(start, min(kept, len(page)))])
    assert "Twelve people died when the river rose" in document.text


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "",
        '<html><body><div id="app"></div><script>start()</script></body></html>',
        "<html><body>" + "<div>" * 100_000 + "</body>",
    ],
)
def test_a_page_without_a_main_text_is_an_error(page: str) -> None:
    with pytest.raises(FormatError, match=r"page\.html: expected a page with a main text") as caught:
        document_from_html(page, where="page.html")
    assert caught.value.where == "page.html"


def test_the_same_page_gives_the_same_document() -> None:
    assert document_from_html(_page()) == document_from_html(_page())


_BITS = st.sampled_from([
    "<p>", "</p>", "<div>", "<table>", "<tr><td>", "</table>", "<b", "&#x0;", "&nbsp;", "&#xD800;", "<!--", "-->",
    "Twelve people died. ", "<script>", "</script>", "<meta charset=utf-7>", "<time datetime=2025>", "<h1>x", "\x0c",
    '<script type="application/ld+json">[[{"@type":["Article"],"publisher":[3,{"name":4}]}]]</script>', "<svg>", "]]>",
])  # fmt: skip


@given(st.lists(_BITS, max_size=25).map("".join))
def test_any_markup_is_a_document_or_a_document_error(page: str) -> None:
    try:
        document = read_document(page.encode(), format="html")
    except DocumentError:
        return
    document.text.encode("utf-8")
    assert document.text.strip()
