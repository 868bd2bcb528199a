"""A ledger: a file that readings go into and statements come out of."""

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.ledger.base import Added, StatementFilter, Stats, Why
from sayso.ledger.connections import Store
from sayso.ledger.finding import Named
from sayso.ledger.viewing import View
from sayso.ledger.writing import Writer
from sayso.model import Document, LedgerUnwritableError, Reading, Relation, Statement

log = logging.getLogger(__name__)


class Ledger:
    """An open ledger; ``open_ledger`` opens it, ``with`` closes it.

    Attributes:
        path: The file.
        is_read_only: Whether adding is refused.

    Added in 0.1.
    """

    def __init__(self, path: Path, store: Store, now: Callable[[], str], *, is_read_only: bool) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self._view = View(store)
        self._writer = Writer(store, now)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the ledger; what was added is in the file. Closing twice does no harm."""
        self._writer.close()

    def add(self, reading: Reading) -> Added:
        """Add a document with all that was read from it, in one transaction: all of it is in, or nothing.

        Adding the same reading again changes nothing, not even the times. A reading of a known document that
        differs, by a newer extractor say, becomes the latest one, which views show; the earlier ones stay.
        The order of first arrival decides which is latest.

        Args:
            reading: What ``sayso.read`` returned.

        Returns:
            How much was new, and how much was already there.

        Raises:
            ContractError: The reading breaks the contract; nothing was written.
            OffsetError: A figure or passage does not stand where it says; nothing was written.
            LedgerConflictError: The ledger holds a document of the same id with another text or headline.
            LedgerLockedError: Another process was writing for longer than ``timeout_s``.
            LedgerUnwritableError: The ledger was opened to read, or the disk is full.
        """
        if self.is_read_only:
            raise LedgerUnwritableError(
                "expected a ledger opened for writing", where=str(self.path), hint="open it without read_only"
            )
        return self._writer.add(reading)

    def add_all(self, readings: Iterable[Reading]) -> Iterator[Added]:
        """Add readings one by one, as the caller iterates; each is in the file when its Added is yielded.

        Args:
            readings: Any number of them; only one is held at a time.

        Yields:
            What each reading brought. An error stops the adding; the readings before it are in.
        """
        documents = statements = 0
        for reading in readings:
            added = self.add(reading)
            documents += added.documents
            statements += added.statements
            yield added
        log.info("added %d documents and %d statements to %s", documents, statements, self.path)

    def iter_statements(
        self, filter: StatementFilter | None = None, *, all_versions: bool = False
    ) -> Iterator[Statement]:
        """The statements that a filter lets through, by document in the order they were added, then by offset.

        Args:
            filter: What to show; None shows everything.
            all_versions: Also show statements that the latest reading of their document no longer holds.

        Returns:
            An iterator that fetches as it goes and sees the ledger as it was at its first step.

        Raises:
            UnknownNameError, PeriodError, ContractError: The filter cannot be asked; see StatementFilter.check.
        """
        return self._view.iter_statements(filter or StatementFilter(), all_versions=all_versions)

    def iter_documents(self) -> Iterator[Document]:
        """The documents in the order they were added, each as it was described last."""
        return self._view.iter_documents()

    def iter_relations(
        self, *, document_id: str | None = None, statement_id: str | None = None, all_versions: bool = False
    ) -> Iterator[Relation]:
        """The relations, by document in the order they were added, then as the reading had them.

        Args:
            document_id: Only those that this document's words state.
            statement_id: Only those that start from this statement or are about it, whichever document states them.
            all_versions: Also show relations that the latest reading of their document no longer holds.
        """
        return self._view.iter_relations(document_id, statement_id, all_versions=all_versions)

    def get(self, id_prefix: str) -> Statement | Document | Relation:
        """The one thing whose id starts with these characters, four at least; it may be of an earlier reading.

        Raises:
            UnknownNameError: None or several match; the message lists candidates.
        """
        return self._view.get(id_prefix)

    def find(self, id_prefix: str) -> tuple[Named, ...]:
        """The kinds and whole ids of what an id may be the start of, up to nine a kind; empty when of nothing."""
        return self._view.find(id_prefix)

    def why(self, id_prefix: str) -> Why:
        """Everything known about one statement: document, passage, chain, rules, relations, when it was seen.

        Raises:
            UnknownNameError: None or several match, or the id is not a statement's.
        """
        return self._view.why(id_prefix)

    def stats(self) -> Stats:
        """How much the ledger holds."""
        return self._view.stats()
