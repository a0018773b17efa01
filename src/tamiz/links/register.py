"""Which applicants of a cohort share a document, a personal number, a phone, an e-mail.

The register lies on disk, so a cohort of a million rows costs no more memory than one of fifty;
it is filled while the cohort is read, and read by every worker afterwards.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from tamiz.documents.zone import Part, Zone, failing, read_zone, typed_zone
from tamiz.errors import InputError
from tamiz.intake.evidence_files import Brought, FileRead
from tamiz.links import blanks, issues, persons, pictures
from tamiz.links.blanks import Blank, Neighbour
from tamiz.links.family import family_names
from tamiz.links.issues import Issues
from tamiz.links.persons import Persons
from tamiz.links.pictures import PictureKey, PicturesAtHand, SamePicture
from tamiz.model import Contact, ContactKind, Dossier, Identifier
from tamiz.model.closing import Closing
from tamiz.normalise.contacts import email_key, handle_key, phone_key
from tamiz.normalise.countries import country_code
from tamiz.normalise.identifiers import identifier_key

BATCH = 5_000  # rows written at once
MOST_SHARERS = 50  # of one value that are read: more make it a common value anyway


class SharedKind(StrEnum):
    """What is shared.

    Documents and personal numbers are one kind: what a number is called, and which State is said
    to have issued it, are claims, and a borrower's claims may differ.
    """

    NUMBER = "number"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"


class SharedKey(Struct, frozen=True):
    """A value that may be shared: its kind, its key, the text and place it was read from.

    ``state`` is the country that is said to have issued a number; empty if none is told.
    """

    kind: SharedKind
    key: str
    text: str
    field: str
    state: str = ""


class Sharer(Struct, frozen=True):
    """Another applicant with the same value, as written: name, birth date, value, State.

    ``family`` are the family names among their names, romanised, with spaces between.
    """

    id: str
    name: str
    birth_date: str
    text: str
    state: str
    family: str


_CONTACT_KINDS: dict[ContactKind, tuple[SharedKind, Callable[[Contact], str]]] = {
    ContactKind.PHONE: (
        SharedKind.PHONE,
        lambda contact: phone_key(contact.value, country=contact.country),
    ),
    ContactKind.EMAIL: (SharedKind.EMAIL, lambda contact: email_key(contact.value)),
    ContactKind.HANDLE: (SharedKind.HANDLE, lambda contact: handle_key(contact.value)),
}
_CREATE = (
    "CREATE TABLE value"
    " (kind TEXT, key TEXT, id TEXT, name TEXT, born TEXT, text TEXT, state TEXT, family TEXT)"
)
_INSERT = "INSERT INTO value VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_INDEX = "CREATE INDEX value_by_key ON value (kind, key)"
_OTHERS = (
    "SELECT id, name, born, text, state, family FROM value"
    " WHERE kind = ? AND key = ? AND id <> ? ORDER BY rowid LIMIT ?"
)


def shared_keys(dossier: Dossier, files: Sequence[FileRead] = ()) -> tuple[SharedKey, ...]:
    """The values of a dossier that another applicant should not have, each once.

    Values that identify nobody (``N/A``, zeros, numbers of three characters) are left out. What
    was declared stands before what a machine-readable zone says.
    """
    found: dict[tuple[SharedKind, str], SharedKey] = {}
    told = dossier.identity.identifiers
    zones = (*_typed_zones(dossier), *_seen_zones(files))
    for shared in (*_numbers(told), *_in_zones(zones), *_contacts(dossier.contacts)):
        found.setdefault((shared.kind, shared.key), shared)
    return tuple(found.values())


def _numbers(identifiers: tuple[Identifier, ...]) -> Iterator[SharedKey]:
    for one in identifiers:
        if key := identifier_key(one.number):
            yield SharedKey(SharedKind.NUMBER, key, one.number, one.field, one.country or "")


def _typed_zones(dossier: Dossier) -> Iterator[tuple[Zone, str]]:
    for document in dossier.documents:
        zone = typed_zone(document.mrz) if document.mrz else None
        if zone is not None:
            yield zone, document.field


def _seen_zones(files: Sequence[FileRead]) -> Iterator[tuple[Zone, str]]:
    """The zones that pictures show for sure."""
    for file in files:
        for number, page in enumerate(file.picture.pages if file.picture else (), start=1):
            zone = None if page.zone is None or page.zone.doubtful else read_zone(page.zone.lines)
            if isinstance(zone, Zone):
                yield zone, f"{file.path}#page={number}"


def _in_zones(zones: Iterable[tuple[Zone, str]]) -> Iterator[SharedKey]:
    """The document numbers of zones whose check digit holds."""
    for zone, field in zones:
        number = zone.value(Part.NUMBER)
        key = identifier_key(number)
        if key and Part.NUMBER.value not in failing(zone):
            state = country_code(zone.value(Part.ISSUING_STATE)) or ""
            yield SharedKey(SharedKind.NUMBER, key, number, field, state)


def _contacts(contacts: tuple[Contact, ...]) -> Iterator[SharedKey]:
    for one in contacts:
        told = _CONTACT_KINDS.get(one.kind)
        if told is not None and (key := told[1](one)):
            yield SharedKey(told[0], key, one.value, one.field)


class CohortRegister(Closing):
    """Values of all applicants of a cohort, in a file of its own."""

    def __init__(self, path: Path, *, is_new: bool) -> None:
        """Create the register at ``path``, for its owner alone, or open a finished one."""
        self._rows: list[tuple[str, ...]] = []
        self._blanks: list[tuple[str | int, ...]] = []
        self._pictures: list[tuple[str, ...]] = []
        self._issues: list[issues.Row] = []
        self._persons: list[persons.Row] = []
        self._counts: dict[str, int] = {}  # of series: counting a large one takes milliseconds
        if is_new:
            path.touch(mode=0o600)
            self._db = sqlite3.connect(path)
            # The file lives as long as the run: speed matters, surviving a crash does not.
            self._db.execute("PRAGMA journal_mode = OFF")
            self._db.execute("PRAGMA synchronous = OFF")
            self._db.execute(_CREATE)
            self._db.execute(blanks.CREATE)
            self._db.execute(pictures.CREATE)
            self._db.execute(issues.CREATE)
            self._db.execute(persons.CREATE)
        else:
            self._db = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)
        self._at_hand = PicturesAtHand(self._db)
        self.issues = Issues(self._db)
        self.persons = Persons(self._db)

    def add(self, brought: Brought) -> None:
        """Take in one applicant, and what their files show.

        Raises:
            InputError: the register cannot be written, usually because the disk is full.
        """
        dossier = brought.dossier
        names = dossier.identity.names
        name = names[0].text if names else ""
        born = "; ".join(dict.fromkeys(date.text() for date in dossier.identity.birth_dates))
        family = " ".join(sorted(family_names(names)))
        self._rows.extend(
            (one.kind.value, one.key, dossier.id, name, born, one.text, one.state, family)
            for one in shared_keys(dossier, brought.files)
        )
        self._blanks.extend(blanks.rows_of(dossier, name=name, family=family))
        self._pictures.extend(pictures.rows_of(brought, name=name, family=family))
        self._issues.extend(issues.rows_of(dossier, name=name, family=family))
        self._persons.extend(persons.rows_of(dossier, name=name))
        if len(self._rows) + len(self._blanks) >= BATCH:
            self._flush()

    def finish(self) -> None:
        """Make the register ready for reading; InputError if it cannot be written."""
        self._flush()
        self._written(lambda: self._db.execute(_INDEX))
        self._written(lambda: self._db.execute(blanks.INDEX))
        self._written(lambda: self._db.execute(pictures.INDEX))
        self._written(lambda: self._db.execute(issues.INDEX))
        self._written(lambda: self._db.execute(persons.INDEX))
        self._written(lambda: self._db.execute(persons.INDEX_BORN))

    def others(self, dossier: Dossier, shared: SharedKey) -> tuple[Sharer, ...]:
        """The other applicants with this value, in the order of the file."""
        rows = self._db.execute(_OTHERS, (shared.kind.value, shared.key, dossier.id, MOST_SHARERS))
        return tuple(Sharer(*row) for row in rows)

    def near(self, dossier: Dossier, blank: Blank, gap: int) -> tuple[Neighbour, ...]:
        """Other applicants' documents of the same series, at most ``gap`` numbers away."""
        return blanks.near(self._db, dossier, blank, gap)

    def count_in(self, series: str) -> int:
        """How many applicants have a document of a series."""
        if series not in self._counts:
            self._counts[series] = blanks.count_in(self._db, series)
        return self._counts[series]

    def same_picture(self, owner: str, picture: PictureKey) -> Iterator[SamePicture]:
        """Other applicants' files, pages or portraits that are this one, the nearest first."""
        return self._at_hand.same(owner, picture)

    def _flush(self) -> None:
        self._written(lambda: self._db.executemany(_INSERT, self._rows))
        self._written(lambda: self._db.executemany(blanks.INSERT, self._blanks))
        self._written(lambda: self._db.executemany(pictures.INSERT, self._pictures))
        self._written(lambda: self._db.executemany(issues.INSERT, self._issues))
        self._written(lambda: self._db.executemany(persons.INSERT, self._persons))
        self._rows.clear()
        self._blanks.clear()
        self._pictures.clear()
        self._issues.clear()
        self._persons.clear()

    def _written(self, write: Callable[[], object]) -> None:
        try:
            write()
            self._db.commit()
        except sqlite3.OperationalError as error:
            raise InputError(
                f"what the applicants share could not be written beside the results ({error}); "
                "make room on the disk and screen again"
            ) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()
