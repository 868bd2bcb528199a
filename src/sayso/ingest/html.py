"""An HTML page in, a document of its main text out; what the page says about itself in markup, never by guessing."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sayso.ingest.dates import parse_date
from sayso.ingest.text import document_from_text, parse_language
from sayso.model import Document, FormatError

_WHOLE_PAGE = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)
_COMPACT_DAY = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4,6})?")
_DAY_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$)")

_DATE_NAMES = (  # the most explicit first; "modified" and "updated" are never the date of publication
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "rnews:datepublished",
    "article.published", "article_date_original", "originalpublicationdate", "parsely-pub-date", "sailthru.date",
    "publication_date", "publication-date", "publish_date", "publish-date", "publishdate", "pubdate", "published_time",
    "citation_publication_date", "citation_online_date", "citation_date", "dcterms.issued", "dc.date.issued",
    "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime", "displaydate",
    "date",
)  # fmt: skip
_ARTICLE_TYPES = re.compile(r"Article|Report|BlogPosting|LiveBlog|WebPage|Posting")
_DEEPEST_JSON = 12


def document_from_html(html: str, *, where: str = "") -> Document:
    """The document of a page: its main text, without menus, comments and advertisements.

    Paragraphs, list items and table rows are lines of the text. A page that is cut off gives what there is.

    Args:
        html: The page.
        where: File, for messages.

    Raises:
        FormatError: The page holds no main text.
    """
    # Trafilatura takes 0.2 s to load, and texts do not need it.
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    page = html if _WHOLE_PAGE.search(html, 0, 4096) else f"<html><body>{html}</body></html>"
    tree = load_html(page)
    if tree is None:
        raise _no_text(where, "nothing that can be read as HTML")
    metas = _read_metas(tree)
    articles = list(_iter_articles(tree))
    language = parse_language(tree.get("lang") or tree.get("xml:lang") or metas.get("content-language", "")) or None
    date = _find_date(tree, metas, articles)
    try:
        # Untyped, because with as_dict it would be a dict; its date is not used, because it guesses from running text.
        found: Any = bare_extraction(tree, with_metadata=True, include_comments=False, include_tables=True)
    except RecursionError as err:
        raise _no_text(where, "elements nested too deeply to read") from err
    text = (found.text or "").strip() if found is not None else ""
    if found is None or not text:
        raise _no_text(where, "none")
    url = found.url or None
    return document_from_text(
        text,
        title=_clean(found.title),
        publisher=_find_publisher(metas, articles) or _clean_site(found.sitename, metas),
        author=_clean(found.author),
        date=date or _date_in_url(url),
        url=url,
        language=language,
        tags=tuple(_iter_tags(found.tags or ())),
    )


def _no_text(where: str, found: str) -> FormatError:
    return FormatError(
        f"expected a page with a main text, found {found}",
        where=where,
        hint="save the page after it has loaded, or copy its text and read it with format='text' (`--input text`)",
    )


def _read_metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _iter_articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles that JSON-LD describes, in page order."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            content = msgspec.json.decode((script.text or "").strip().encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):  # pages with broken metadata are common; they say nothing then
            continue
        for node in _walk(content, _DEEPEST_JSON):
            types = node.get("@type")
            if any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in _as_list(types)):
                yield node


def _walk(content: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(content, dict):
        yield content
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(content.get(name), depth - 1)
    elif depth and isinstance(content, list):
        for item in content:
            yield from _walk(item, depth - 1)


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _find_date(tree: Any, metas: dict[str, str], articles: Iterable[dict[str, Any]]) -> str | None:
    """The day of publication that the markup states; a date in running text is no date of publication."""
    for article in articles:
        if isinstance(article.get("datePublished"), str) and (day := _parse_day(article["datePublished"])):
            return day
    for name in _DATE_NAMES:
        if name in metas and (day := _parse_day(metas[name])):
            return day
    marked = tree.xpath(".//*[contains(@itemprop, 'datePublished') or self::time[@pubdate]]")
    for element in marked:
        stated = element.get("datetime") or element.get("content") or "".join(element.itertext())
        if day := _parse_day(stated):
            return day
    # Other <time> elements may belong to other articles, so they count only when all name one day.
    times = tree.xpath(".//article//time[@datetime]") or tree.xpath(".//time[@datetime]")
    days = {_parse_day(element.get("datetime")) for element in times}
    return days.pop() if len(days) == 1 else None


def _parse_day(stated: str) -> str | None:
    stated = " ".join(stated.split())
    if compact := _COMPACT_DAY.fullmatch(stated):
        stated = "-".join(compact.groups())
    return parse_date(stated)


def _date_in_url(url: str | None) -> str | None:
    match = _DAY_IN_URL.search(url or "")
    return parse_date(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}") if match else None


def _find_publisher(metas: dict[str, str], articles: Iterable[dict[str, Any]]) -> str | None:
    if name := _clean(metas.get("og:site_name")):
        return name
    for article in articles:
        for publisher in _as_list(article.get("publisher")):
            stated = publisher.get("name") if isinstance(publisher, dict) else publisher
            if isinstance(stated, str) and (name := _clean(stated)) and not name.startswith(("http:", "https:")):
                return name
    return None


def _clean_site(name: str | None, metas: dict[str, str]) -> str | None:
    """What trafilatura takes for the site's name, unless it is a copyright line or the handle of an account."""
    cleaned = _clean(name)
    handle = metas.get("twitter:site", "").lstrip("@")
    if (
        cleaned is None
        or cleaned.casefold() == handle.casefold()
        or re.match(r"(?i)©|\(c\)|copyright|https?:", cleaned)
    ):
        return None
    return cleaned


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _iter_tags(tags: Iterable[str]) -> Iterator[str]:
    seen = set()
    for tag in (part.strip() for joined in tags for part in re.split(r"[,;]", joined)):
        if tag and tag.casefold() not in seen:
            seen.add(tag.casefold())
            yield tag
