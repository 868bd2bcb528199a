"""What a check is made of: the statements and relations of files, of a ledger, or of both, with names of documents."""

from collections.abc import Iterable
from typing import NamedTuple

from sayso.cli.inputs import Inputs
from sayso.model import CheckReport, Document, Relation, Statement, find_setting


class Gathered(NamedTuple):
    """Everything to check.

    Attributes:
        statements: By id, in the order of the files, then of the ledger.
        relations: By id.
        documents: The documents of files by id; those of a ledger stay there.
        ledger: The ledger that the rest comes from; None when there is none.
    """

    statements: dict[str, Statement]
    relations: dict[str, Relation]
    documents: dict[str, Document]
    ledger: str | None

    def name_documents(self, names: Iterable[str]) -> dict[str, str]:
        """The documents that statements stand in, by id; empty when all that was gathered is one document."""
        from sayso.display.findings import name_document

        if len({statement.document_id for statement in self.statements.values()}) < 2:
            return {}
        wanted = dict.fromkeys(self.statements[name].document_id for name in names if name in self.statements)
        absent = [key for key in wanted if key not in self.documents]
        named = {key: name_document(document) for key, document in self.documents.items()}
        return {**named, **(_fetch_names(self.ledger, absent) if absent and self.ledger else {})}


def gather(inputs: Inputs, *, has_files: bool, ledger: str | None) -> Gathered:
    """Read the files, and the ledger when one is named or there are no files.

    Args:
        inputs: The files.
        has_files: Whether any was named.
        ledger: The ledger as named; None for none, or the one of the settings when there are no files.
    """
    import sayso

    statements: dict[str, Statement] = {}
    relations: dict[str, Relation] = {}
    documents: dict[str, Document] = {}
    for reading in inputs:
        statements |= {statement.id: statement for statement in reading.statements}
        relations |= {relation.id: relation for relation in reading.relations}
        documents[reading.document.id] = reading.document
    if ledger is None and has_files:
        return Gathered(statements, relations, documents, None)
    path = find_setting("ledger", ledger)
    with sayso.open_ledger(path, create=False, read_only=True) as opened:
        statements |= {statement.id: statement for statement in opened.iter_statements()}
        relations |= {relation.id: relation for relation in opened.iter_relations()}
    return Gathered(statements, relations, documents, path)


def check_gathered(gathered: Gathered, inputs: Inputs, *, lens: str | None = None) -> CheckReport:
    """The check of everything gathered, with the measures of the codebooks chosen; None is the strongest lens."""
    import sayso

    statements, relations = tuple(gathered.statements.values()), tuple(gathered.relations.values())
    documents = tuple(gathered.documents.values())
    return sayso.check(statements, relations, measures=inputs.measures, documents=documents, lens=lens)


def _fetch_names(ledger: str, names: Iterable[str]) -> dict[str, str]:
    import sayso
    from sayso.display.findings import name_document

    found: dict[str, str] = {}
    with sayso.open_ledger(ledger, create=False, read_only=True) as opened:
        for name in names:
            document = opened.get(name)
            if isinstance(document, Document):
                found[name] = name_document(document)
    return found
