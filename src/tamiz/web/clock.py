"""The clock of the pages, in one place, so that a test can set it."""

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, in UTC itself as casework asks for it."""
    return datetime.now(UTC)
