"""Files and portraits of a cohort: which applicants bring the same one.

The same file has the same digest. A page or a portrait that was saved anew, made smaller or greyer
has nearly the same perceptual hash: few of its 64 bits differ.
"""

import sqlite3
from collections.abc import Iterator
from enum import StrEnum

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.intake.evidence_files import Brought, FileRead

BITS_APART = 6  # of 64 in which hashes of one picture differ; see docs/pictures.md
MOST_NEAR = 20  # others that are read for one picture

CREATE = "CREATE TABLE picture (kind TEXT, key TEXT, id TEXT, name TEXT, path TEXT, family TEXT)"
INSERT = "INSERT INTO picture VALUES (?, ?, ?, ?, ?, ?)"
INDEX = "CREATE INDEX picture_by_key ON picture (kind, key)"
_SAME = (
    "SELECT id, name, path, family FROM picture"
    " WHERE kind = ? AND key = ? AND id <> ? ORDER BY rowid LIMIT ?"
)
_KEYS = "SELECT DISTINCT key FROM picture WHERE kind = ? ORDER BY key"


class PictureKind(StrEnum):
    """What is compared."""

    FILE = "file"  # SHA-256 of the bytes
    PAGE = "page"  # perceptual hash of a page
    PORTRAIT = "portrait"  # perceptual hash of the portrait's place on a page


class PictureKey(Struct, frozen=True):
    """A file, page or portrait of an applicant; ``path`` says where."""

    kind: PictureKind
    key: str
    path: str


class SamePicture(Struct, frozen=True):
    """Another applicant's; ``apart`` counts the bits in which the hashes differ."""

    id: str
    name: str
    path: str
    family: str
    apart: int


def picture_keys(brought: Brought) -> tuple[PictureKey, ...]:
    """All keys of an applicant's pictures and PDFs, each once.

    Files of a chip are left out: the same chip is the same document, told by its number.
    """
    found = (key for file in brought.files if file.picture for key in _of_file(file))
    return tuple({(one.kind, one.key): one for one in found}.values())


def rows_of(brought: Brought, *, name: str, family: str) -> Iterator[tuple[str, ...]]:
    """The rows of an applicant for ``INSERT``."""
    for one in picture_keys(brought):
        yield one.kind.value, one.key, brought.dossier.id, name, one.path, family


class PicturesAtHand:
    """The pictures of a finished register, looked through by their hashes."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Hashes are read when the first is asked for: eight bytes each."""
        self._db = db
        self._hashes: dict[PictureKind, NDArray[np.uint64]] = {}

    def same(self, owner: str, picture: PictureKey) -> Iterator[SamePicture]:
        """Others' pictures that are this one, the nearest first."""
        for apart, key in self._near(picture):
            rows = self._db.execute(_SAME, (picture.kind.value, key, owner, MOST_NEAR))
            for other, name, path, family in rows:
                yield SamePicture(other, name, path, family, apart)

    def _near(self, picture: PictureKey) -> list[tuple[int, str]]:
        if picture.kind is PictureKind.FILE:
            return [(0, picture.key)]
        kept = self._kept(picture.kind)
        apart = np.bitwise_count(kept ^ np.uint64(int(picture.key, 16)))
        near = np.flatnonzero(apart <= BITS_APART)
        return sorted((int(apart[at]), f"{int(kept[at]):016x}") for at in near)[:MOST_NEAR]

    def _kept(self, kind: PictureKind) -> NDArray[np.uint64]:
        if kind not in self._hashes:
            keys = (int(key, 16) for (key,) in self._db.execute(_KEYS, (kind.value,)))
            self._hashes[kind] = np.fromiter(keys, np.uint64)
        return self._hashes[kind]


def _of_file(file: FileRead) -> Iterator[PictureKey]:
    yield PictureKey(PictureKind.FILE, file.sha256, file.path)
    if file.picture is None:
        return
    for number, page in enumerate(file.picture.pages, start=1):
        where = f"{file.path}#page={number}"
        if page.phash:
            yield PictureKey(PictureKind.PAGE, page.phash, where)
