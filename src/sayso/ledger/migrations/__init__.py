"""The history of the ledger's schema: one file a change in ``versions/``, run by Alembic when a ledger is opened."""

REVISIONS = ("0001",)
"""Every version of the schema that this package can read or bring up to date, oldest first."""
