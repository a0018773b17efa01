"""Which applicants of a cohort share a document, a personal number, a phone, an e-mail.

The register lies on disk, so a cohort of a million rows costs no more memory than one of fifty;
it is filled while the cohort is read, and read by every worker afterwards.
"""

import sqlite3
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from msgspec import Struct

from tamiz.model import ContactKind, Dossier, IdentifierKind
from tamiz.normalise.contacts import email_key, handle_key, phone_key
from tamiz.normalise.identifiers import identifier_key

BATCH = 5_000  # rows written at once
MOST_SHARERS = 50  # of one value that are read: more make it a common value anyway


class SharedKind(StrEnum):
    """What is shared."""

    DOCUMENT = "document"
    PERSONAL_NUMBER = "personal_number"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"


class SharedKey(Struct, frozen=True):
    """A value that may be shared: its kind, its key, the text and place it was read from."""

    kind: SharedKind
    key: str
    text: str
    field: str


class Sharer(Struct, frozen=True):
    """Another applicant with the same value: id, name and birth date as written."""

    id: str
    name: str
    birth_date: str
    text: str


_CONTACT_KINDS: dict[ContactKind, tuple[SharedKind, Callable[[str], str]]] = {
    ContactKind.PHONE: (SharedKind.PHONE, phone_key),
    ContactKind.EMAIL: (SharedKind.EMAIL, email_key),
    ContactKind.HANDLE: (SharedKind.HANDLE, handle_key),
}
_CREATE = "CREATE TABLE value (kind TEXT, key TEXT, id TEXT, name TEXT, born TEXT, text TEXT)"
_INSERT = "INSERT INTO value VALUES (?, ?, ?, ?, ?, ?)"
_INDEX = "CREATE INDEX value_by_key ON value (kind, key)"
_OTHERS = (
    "SELECT DISTINCT id, name, born, text FROM value WHERE kind = ? AND key = ? AND id <> ?"
    " ORDER BY rowid LIMIT ?"
)


def shared_keys(dossier: Dossier) -> Iterator[SharedKey]:
    """The values of a dossier that another applicant should not have; unusable ones left out."""
    for identifier in dossier.identity.identifiers:
        key = identifier_key(identifier.number)
        is_personal = identifier.kind is IdentifierKind.NATIONAL
        kind = SharedKind.PERSONAL_NUMBER if is_personal else SharedKind.DOCUMENT
        if key:
            state = identifier.country or ""
            yield SharedKey(kind, f"{state}:{key}", identifier.number, identifier.field)
    for contact in dossier.contacts:
        told = _CONTACT_KINDS.get(contact.kind)
        if told is not None and (key := told[1](contact.value)):
            yield SharedKey(told[0], key, contact.value, contact.field)


class CohortRegister:
    """Values of all applicants of a cohort, in a file of its own."""

    def __init__(self, path: Path, *, is_new: bool) -> None:
        """Create the register at ``path``, or open a finished one for reading."""
        self._rows: list[tuple[str, ...]] = []
        if is_new:
            self._db = sqlite3.connect(path)
            # The file lives as long as the run: speed matters, surviving a crash does not.
            self._db.execute("PRAGMA journal_mode = OFF")
            self._db.execute("PRAGMA synchronous = OFF")
            self._db.execute(_CREATE)
        else:
            self._db = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)

    def add(self, dossier: Dossier) -> None:
        """Take in one applicant."""
        name = next((name.text for name in dossier.identity.names), "")
        born = "; ".join(dict.fromkeys(date.text() for date in dossier.identity.birth_dates))
        self._rows.extend(
            (shared.kind.value, shared.key, dossier.id, name, born, shared.text)
            for shared in shared_keys(dossier)
        )
        if len(self._rows) >= BATCH:
            self._flush()

    def finish(self) -> None:
        """Make the register ready for reading."""
        self._flush()
        self._db.execute(_INDEX)
        self._db.commit()

    def others(self, dossier: Dossier, shared: SharedKey) -> tuple[Sharer, ...]:
        """The other applicants with this value, in the order of the file."""
        rows = self._db.execute(_OTHERS, (shared.kind.value, shared.key, dossier.id, MOST_SHARERS))
        return tuple(Sharer(*row) for row in rows)

    def _flush(self) -> None:
        self._db.executemany(_INSERT, self._rows)
        self._db.commit()
        self._rows.clear()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
