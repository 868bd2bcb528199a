"""Exit codes: what a script that calls sayso learns from how it ends."""

import enum

from sayso.model import ContractError, DocumentError, LedgerConflictError, LedgerError, OffsetError, SaysoError


class Exit(enum.IntEnum):
    """How a verb ends."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    LEDGER = 4
    OUTPUT = 5
    INTERNAL = 70
    INTERRUPTED = 130
    PIPE = 141


MEANINGS: dict[Exit, str] = {
    Exit.OK: "done",
    Exit.FINDINGS: "check --strict: figures were found that cannot all hold",
    Exit.USAGE: "the command, a setting or a name is wrong; nothing was done",
    Exit.INPUT: "some input could not be read; the rest was done",
    Exit.LEDGER: "the ledger could not do what was asked",
    Exit.OUTPUT: "the output could not be written",
    Exit.INTERNAL: "a mistake in sayso; please report it with the lines printed",
    Exit.INTERRUPTED: "stopped by Ctrl-C; what was added to a ledger is in it",
    Exit.PIPE: "the program that reads the output has ended, as head does",
}
"""What each code means, for the help and the docs."""


def find_exit(err: SaysoError) -> Exit:
    """The code that an error ends a verb with."""
    if isinstance(err, (ContractError, DocumentError, OffsetError, LedgerConflictError)):
        return Exit.INPUT
    return Exit.LEDGER if isinstance(err, LedgerError) else Exit.USAGE


def describe_exits() -> str:
    """The table of codes for the end of the help."""
    lines = [f"{code.value:>5}  {meaning}" for code, meaning in MEANINGS.items()]
    return "\b\nExit codes:\n" + "\n".join(lines)
