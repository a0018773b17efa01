"""What is wrong with the machine, told so that somebody can mend it: disk, rights, database.

Whatever was asked for was not done: a transaction that cannot be written is not written in part.
"""

import errno
from enum import StrEnum

from django.db import DatabaseError, InterfaceError, OperationalError


class Trouble(StrEnum):
    """What is wrong; ``web.error`` says it."""

    FULL = "disk_full"
    READ_ONLY = "read_only"
    DATABASE = "database"


_OF_NUMBER = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
}
# As SQLite and PostgreSQL say it, in small letters.
_OF_WORDS = (
    ("disk is full", Trouble.FULL),
    ("no space left", Trouble.FULL),
    ("readonly database", Trouble.READ_ONLY),
    ("read-only", Trouble.READ_ONLY),
)


def trouble(error: BaseException | None) -> Trouble | None:
    """What of the machine is behind an error; None where it is a fault of ours."""
    if isinstance(error, DatabaseError | InterfaceError):
        told = str(error).casefold()
        found = next((one for words, one in _OF_WORDS if words in told), None)
        return found or (Trouble.DATABASE if _is_of_the_connection(error) else None)
    if isinstance(error, OSError):
        return _OF_NUMBER.get(error.errno or 0)
    return None


def _is_of_the_connection(error: BaseException) -> bool:
    return isinstance(error, OperationalError | InterfaceError)
