"""Which applicants of a cohort share a document, a personal number, a picture, a day of issue.

The register lies on disk, so a cohort of a million rows costs no more memory than one of fifty;
it is filled while the cohort is read, and read by every worker afterwards.
"""

import sqlite3
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from tamiz.errors import InputError
from tamiz.intake.evidence_files import Brought
from tamiz.links import blanks, issues, pictures
from tamiz.links.blanks import Blank, Neighbour
from tamiz.links.family import family_names
from tamiz.links.issues import Issues
from tamiz.links.meetings import Meetings, MeetingsBuilder
from tamiz.links.pictures import PictureKey, PicturesAtHand, SamePicture
from tamiz.links.shared import SharedKey, shared_keys
from tamiz.model import Dossier
from tamiz.model.closing import Closing

BATCH = 5_000  # rows written at once
MOST_SHARERS = 50  # of one value that are read: more make it a common value anyway


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


_CREATE = (
    "CREATE TABLE value"
    " (key TEXT, id TEXT, name TEXT, born TEXT, text TEXT, state TEXT, family TEXT)"
)
_INSERT = "INSERT INTO value VALUES (?, ?, ?, ?, ?, ?, ?)"
_INDEX = "CREATE INDEX value_by_key ON value (key)"
_CREATE_MEETINGS = "CREATE TABLE meetings (shared BLOB, near BLOB)"
_INSERT_MEETINGS = "INSERT INTO meetings VALUES (?, ?)"
_MEETINGS = "SELECT shared, near FROM meetings"
_OTHERS = (
    "SELECT id, name, born, text, state, family FROM value"
    " WHERE key = ? AND id <> ? ORDER BY rowid LIMIT ?"
)


class CohortRegister(Closing):
    """Values of all applicants of a cohort, in a file of its own."""

    def __init__(self, path: Path, *, is_new: bool) -> None:
        """Create the register at ``path``, for its owner alone, or open a finished one."""
        self._rows: list[tuple[str, ...]] = []
        self._blanks: list[tuple[str | int, ...]] = []
        self._pictures: list[tuple[str, ...]] = []
        self._issues: list[issues.Row] = []
        self._shared, self._near = MeetingsBuilder(), MeetingsBuilder()
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
            self._db.execute(_CREATE_MEETINGS)
        else:
            self._db = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)
        self._at_hand = PicturesAtHand(self._db)
        self.issues = Issues(self._db)

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
        for one in shared_keys(dossier, brought.files):
            self._rows.append((one.key, dossier.id, name, born, one.text, one.state, family))
            self._shared.add(one.key)
        for blank in blanks.blanks_of(dossier):
            self._blanks.append(blanks.row_of(blank, dossier, name=name, family=family))
            self._near.add(blank.series, blank.number)
        if brought.files:
            self._pictures.extend(pictures.rows_of(brought, name=name, family=family))
        self._issues.extend(issues.rows_of(dossier, name=name, family=family))
        if len(self._rows) + len(self._blanks) >= BATCH:
            self._flush()

    def finish(self) -> None:
        """Make the register ready for reading; InputError if it cannot be written."""
        self._flush()
        self._written(lambda: self._db.execute(_INDEX))
        self._written(lambda: self._db.execute(blanks.INDEX))
        self._written(lambda: self._db.execute(pictures.INDEX))
        self._written(lambda: self._db.execute(issues.INDEX))
        found = self._shared.found(), self._near.found(blanks.REACH)
        self._written(lambda: self._db.execute(_INSERT_MEETINGS, found))

    def others(self, dossier: Dossier, shared: SharedKey) -> tuple[Sharer, ...]:
        """The other applicants with a value of somebody who was taken in, in the order of the file."""
        if not self._meetings[0].has(shared.key):
            return ()
        rows = self._db.execute(_OTHERS, (shared.key, dossier.id, MOST_SHARERS))
        return tuple(Sharer(*row) for row in rows)

    def near(self, dossier: Dossier, blank: Blank) -> tuple[Neighbour, ...]:
        """Other applicants' documents of the series of somebody's who was taken in, so near to it.

        That is, at most ``blanks.REACH`` numbers away.
        """
        if not self._meetings[1].has(blank.series, blank.number):
            return ()
        return blanks.near(self._db, dossier, blank)

    def count_in(self, series: str) -> int:
        """How many applicants have a document of a series."""
        if series not in self._counts:
            self._counts[series] = blanks.count_in(self._db, series)
        return self._counts[series]

    def count_around(self, blank: Blank, reach: int) -> int:
        """How many applicants have a document of its series, at most ``reach`` numbers away."""
        return blanks.count_around(self._db, blank, reach)

    def same_picture(self, owner: str, picture: PictureKey) -> Iterator[SamePicture]:
        """Other applicants' files, pages or portraits that are this one, the nearest first."""
        return self._at_hand.same(owner, picture)

    @cached_property
    def _meetings(self) -> tuple[Meetings, Meetings]:
        """Of values, and of blanks."""
        shared, near = self._db.execute(_MEETINGS).fetchone()
        return Meetings(shared), Meetings(near)

    def _flush(self) -> None:
        self._written(lambda: self._db.executemany(_INSERT, self._rows))
        self._written(lambda: self._db.executemany(blanks.INSERT, self._blanks))
        self._written(lambda: self._db.executemany(pictures.INSERT, self._pictures))
        self._written(lambda: self._db.executemany(issues.INSERT, self._issues))
        self._rows.clear()
        self._blanks.clear()
        self._pictures.clear()
        self._issues.clear()

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
