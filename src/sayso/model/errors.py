"""Every error that sayso raises on purpose, as one tree.

    SaysoError
    ├── DocumentError (ValueError)             a document cannot be taken in
    │   ├── MissingDocumentError (FileNotFoundError)   no such file, or not a file
    │   ├── EncodingError                      bytes that are not text, or not in the encoding named
    │   └── FormatError                        a line or a page that is not what its format says
    ├── OffsetError (ValueError)               a span does not lie in its text, or reads otherwise
    ├── ContractError (ValueError)             JSON that breaks the published schema
    ├── QuantityError (ValueError)             words that name no quantity
    ├── PeriodError (ValueError)               words that name no date or period, or no anchor for them
    ├── CodebookError (ValueError)             a codebook that breaks its rules
    ├── PolicyError (ValueError)               a policy of estimates that breaks its rules
    ├── SettingsError (ValueError)             a setting that is unknown or has a bad value
    ├── UnknownNameError (LookupError)         an id, measure, stage or format that nobody knows
    ├── MissingExtraError (ImportError)        a part that `pip install sayso[extra]` brings
    └── LedgerError (RuntimeError)             the ledger cannot do what was asked
        ├── LedgerMissingError (FileNotFoundError)     no ledger at that path
        ├── LedgerLockedError (TimeoutError)   another process holds it
        ├── LedgerUnwritableError (PermissionError)    the file or its folder cannot be written
        ├── LedgerVersionError                 written by a newer sayso
        ├── LedgerConflictError (ValueError)   an id that the ledger holds with other content
        └── LedgerCorruptError                 not a ledger, or damaged

Each message says what was expected, what was found, where, and what to do; the same facts are attributes
of the error (``where``, ``hint``) for programs.
"""


class SaysoError(Exception):
    """The root of everything that sayso raises on purpose.

    Attributes:
        where: The document, line, field path or file concerned; empty when there is none.
        hint: What to do about it; empty when there is nothing to suggest.
    """

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        self.message = message
        self.where = where
        self.hint = hint
        parts = [f"{where}: {message}" if where else message]
        if hint:
            parts.append(hint)
        super().__init__("; ".join(parts))

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class DocumentError(SaysoError, ValueError):
    """A document cannot be taken in."""


class MissingDocumentError(DocumentError, FileNotFoundError):
    """No file lies at the path, or what lies there is not a file."""


class EncodingError(DocumentError):
    """The bytes are no text, or not in the encoding that was named."""


class FormatError(DocumentError):
    """A line or a page is not what its format says it is."""


class OffsetError(SaysoError, ValueError):
    """A span does not lie in its text, or the text reads otherwise there."""


class ContractError(SaysoError, ValueError):
    """JSON breaks the published schema; ``where`` holds the field path."""


class QuantityError(SaysoError, ValueError):
    """Words name no quantity."""


class PeriodError(SaysoError, ValueError):
    """Words name no date or period, or need an anchor that was not given."""


class CodebookError(SaysoError, ValueError):
    """A codebook breaks its rules; ``where`` holds the file and the entry."""


class PolicyError(SaysoError, ValueError):
    """A policy of estimates breaks its rules; ``where`` holds the file."""


class SettingsError(SaysoError, ValueError):
    """A setting is unknown or has a value it cannot take."""


class UnknownNameError(SaysoError, LookupError):
    """Nobody knows an id, a measure, a stage or a format of this name."""


class MissingExtraError(SaysoError, ImportError):
    """A part is not installed; ``hint`` holds the line that installs it."""


class LedgerError(SaysoError, RuntimeError):
    """The ledger cannot do what was asked."""


class LedgerMissingError(LedgerError, FileNotFoundError):
    """No ledger lies at the path."""


class LedgerLockedError(LedgerError, TimeoutError):
    """Another process holds the ledger for longer than the time allowed."""


class LedgerUnwritableError(LedgerError, PermissionError):
    """The ledger's file or its folder cannot be written."""


class LedgerVersionError(LedgerError):
    """The ledger was written by a newer sayso than this one."""


class LedgerConflictError(LedgerError, ValueError):
    """The ledger holds other content under the same id."""


class LedgerCorruptError(LedgerError):
    """The file is no ledger, or is damaged."""
