"""Whole articles: names of sets in, every article of their files as a Document out."""

from collections.abc import Iterator

from bench.data import Item, load_items
from bench.library import make_report
from sayso.model import Document

CORPORA = (
    ("fakes", "dev.jsonl"),
    ("gva", "dev.jsonl"),
    ("gva", "train.jsonl"),
    ("polnear", "dev.jsonl"),
    ("polnear", "train.jsonl"),
)
"""Every development article that comes with its whole text: about 4,200."""


def iter_articles(set_name: str, file_name: str) -> Iterator[Document]:
    """The articles of a file of fakes, gva, polnear, gold or tempeval3, in file order."""
    for item in load_items(set_name, file_name):
        if set_name == "gva":
            for document in item["documents"]:
                text, title = document["text"] or "", document["title"]
                yield make_report(text, id=document["id"], title=title, date=document["dct"], publisher=None)
        else:
            yield _article(set_name, item)


def _article(set_name: str, item: Item) -> Document:
    date = item["dct"][:10] if set_name == "tempeval3" else item["date"]
    date = iso_date(date) if set_name == "fakes" else date
    publisher = item.get("source") if set_name == "fakes" else item.get("publisher")
    return make_report(item["text"], id=item["id"], title=item["title"], date=date, publisher=publisher)


def iso_date(written: str) -> str:
    """A date as the set writes it, month first and without century.

    Examples:
        >>> iso_date("4/19/17")
        '2017-04-19'
    """
    month, day, year = (int(part) for part in written.split("/"))
    return f"{2000 + year if year < 100 else year:04d}-{month:02d}-{day:02d}"
