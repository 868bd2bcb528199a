"""Documents in: text, HTML pages and JSON lines from files, bytes and streams come in; a Document each goes out."""

from sayso.ingest.documents import iter_documents, read_document
from sayso.ingest.formats import FORMATS
from sayso.ingest.sources import Source
from sayso.ingest.tables import read_claims, read_reported_counts

__all__ = ["FORMATS", "Source", "iter_documents", "read_claims", "read_document", "read_reported_counts"]
