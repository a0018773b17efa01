"""Files and portraits of a cohort: which applicants bring the same one.

The same file has the same digest. A page or a portrait that was saved anew, made smaller or greyer
has nearly the same perceptual hash: few of its bits differ. Pages take 256 bits, not 64: two
passports of one State are alike in the coarse.
"""

import sqlite3
from collections.abc import Iterator
from enum import StrEnum

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tamiz.documents.pictures.faces import LOOK
from tamiz.intake.evidence_files import Brought, FileRead

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
    PAGE = "page"  # perceptual hash of a page, 256 bits
    PORTRAIT = "portrait"  # perceptual hash of the portrait's place on a page, 64 bits
    FACE = "face"  # numbers of the portrait as a face, where the policy asks for them


# Bits in which hashes of one picture may differ. A page saved anew, at half or a quarter of its
# size or brighter, differs in 6 at most; two pages of one template, placed alike, in 20 and more
# (docs/pictures.md); the portraits of two specimens in 14 and more.
BITS_APART = {PictureKind.PAGE: 8, PictureKind.PORTRAIT: 8}


class PictureKey(Struct, frozen=True):
    """A file, page or portrait of an applicant; ``path`` says where."""

    kind: PictureKind
    key: str
    path: str


class SamePicture(Struct, frozen=True):
    """Another applicant's; ``apart`` counts the bits in which the hashes differ.

    Of faces it is their distance in hundredths.
    """

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
        """Hashes are read when the first is asked for: 8 or 32 bytes each."""
        self._db = db
        self._hashes: dict[PictureKind, tuple[list[str], NDArray[np.uint64]]] = {}

    def same(self, owner: str, picture: PictureKey) -> Iterator[SamePicture]:
        """Others' pictures that are this one, the nearest first."""
        for apart, key in self._near(picture):
            rows = self._db.execute(_SAME, (picture.kind.value, key, owner, MOST_NEAR))
            for other, name, path, family in rows:
                yield SamePicture(other, name, path, family, apart)

    def _near(self, picture: PictureKey) -> list[tuple[int, str]]:
        if picture.kind is PictureKind.FILE:
            return [(0, picture.key)]
        keys, hashes = self._kept(picture.kind)
        if picture.kind is PictureKind.FACE:
            return _near_faces(keys, hashes.view(np.float32), picture.key)
        apart = np.bitwise_count(hashes ^ _words(picture.key)).sum(axis=1, dtype=np.int64)
        near = np.flatnonzero(apart <= BITS_APART[picture.kind])
        return sorted((int(apart[at]), keys[at]) for at in near)[:MOST_NEAR]

    def _kept(self, kind: PictureKind) -> tuple[list[str], NDArray[np.uint64]]:
        """All keys of a kind, and the same as numbers: a row a key."""
        if kind not in self._hashes:
            keys = [key for (key,) in self._db.execute(_KEYS, (kind.value,))]
            self._hashes[kind] = keys, np.stack([_words(key) for key in keys])
        return self._hashes[kind]


def _near_faces(keys: list[str], faces: NDArray[np.float32], key: str) -> list[tuple[int, str]]:
    apart = np.linalg.norm(faces - _words(key).view(np.float32), axis=1)
    near = np.flatnonzero(apart < LOOK)
    return sorted((int(apart[at] * 100), keys[at]) for at in near)[:MOST_NEAR]


def _words(key: str) -> NDArray[np.uint64]:
    """The bits of a hash, 64 a number."""
    return np.frombuffer(bytes.fromhex(key), np.uint64)


def _of_file(file: FileRead) -> Iterator[PictureKey]:
    yield PictureKey(PictureKind.FILE, file.sha256, file.path)
    if file.picture is None:
        return
    for number, page in enumerate(file.picture.pages, start=1):
        where = f"{file.path}#page={number}"
        if page.fingerprint:
            yield PictureKey(PictureKind.PAGE, page.fingerprint, where)
        if page.face:
            face = np.asarray(page.face, np.float32).tobytes().hex()
            yield PictureKey(PictureKind.FACE, face, where)
        if page.portrait:
            yield PictureKey(PictureKind.PORTRAIT, page.portrait, where)
