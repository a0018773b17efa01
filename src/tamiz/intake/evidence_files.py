"""The files that come with dossiers, read once: what each is, and what it shows.

Pictures and PDFs are opened in processes apart. A file that cannot be read stops nobody: it is told
with its ``problem``, and the check of documents says so.
"""

import hashlib
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from msgspec import Struct

from tamiz.documents.chip import is_chip_file
from tamiz.documents.pictures import PictureReader, PictureReading
from tamiz.intake.dossiers.problems import Reject
from tamiz.intake.evidence_folder import EvidenceFolder, FileProblem, FileRefused
from tamiz.model import Dossier, EvidenceFile

MOST_FILES = 60  # of one applicant: the files of a chip, and a few pictures a document
AHEAD = 4  # dossiers a reader whose files are read before their turn: bounds what waits
NO_PICTURE = "not_a_picture"


class FileRead(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file as read. ``given`` is the path in the dossier, ``path`` that of the file itself.

    They differ where a dossier names a folder. ``problem`` is a ``FileProblem``, one of a picture
    (``docs/pictures.md``), or empty. ``chip`` holds the bytes of a file of a chip.
    """

    given: str
    path: str
    field: str = ""
    problem: str = ""
    sha256: str = ""
    picture: PictureReading | None = None
    chip: bytes = b""


class Brought(Struct, frozen=True):
    """A dossier and what its files are."""

    dossier: Dossier
    files: tuple[FileRead, ...] = ()


def files_of(dossier: Dossier) -> tuple[EvidenceFile, ...]:
    """The files that come with the documents of a dossier, each path once."""
    files = (file for document in dossier.documents for file in document.files)
    return tuple({file.path: file for file in files}.values())


def read_files(
    dossier: Dossier, folder: EvidenceFolder, reader: PictureReader
) -> tuple[FileRead, ...]:
    """Every file of a dossier; from ``MOST_FILES`` on none is opened any more, which is told."""
    found: list[FileRead] = []
    for file in files_of(dossier):
        if len(found) < MOST_FILES:
            found.extend(_one(file, folder, reader))
        else:
            found.append(_refused(file, file.path, FileProblem.TOO_MANY))
    return tuple(found)


def read_given(paths: Sequence[Path], reader: PictureReader) -> tuple[FileRead, ...]:
    """Files, and those of folders, that an officer names: they may lie anywhere."""
    return tuple(
        read
        for path in paths
        for read in _one(
            EvidenceFile(path=path.name), EvidenceFolder(path.absolute().parent), reader
        )
    )


def bring(
    found: Iterable[Dossier | Reject], folder: Path, *, readers: int, with_faces: bool = False
) -> Iterator[Brought | Reject]:
    """Dossiers with their files read, in their order, several at a time; rejects pass through.

    Where no dossier names a file nothing is started.
    """
    waiting: deque[Brought | Reject | Future[Brought]] = deque()
    with _Readers(EvidenceFolder(folder), readers, with_faces=with_faces) as at_work:
        for one in found:
            waiting.append(one if isinstance(one, Reject) else at_work.begin(one))
            while waiting and (
                len(waiting) > AHEAD * readers or not isinstance(waiting[0], Future)
            ):
                yield _finished(waiting.popleft())
        yield from map(_finished, waiting)


def _finished(one: Brought | Reject | Future[Brought]) -> Brought | Reject:
    return one.result() if isinstance(one, Future) else one


class _Readers:
    """Threads that each keep a process for pictures; started when the first file comes."""

    def __init__(self, folder: EvidenceFolder, count: int, *, with_faces: bool) -> None:
        self._folder = folder
        self._with_faces = with_faces
        self._count = count
        self._own = threading.local()
        self._open = ExitStack()
        self._pool: ThreadPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._open.close()

    def begin(self, dossier: Dossier) -> Brought | Future[Brought]:
        """The dossier as it is if it names no file; else the promise of its files."""
        if not files_of(dossier):
            return Brought(dossier)
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=self._count)
        return self._pool.submit(self._work, dossier)

    def _work(self, dossier: Dossier) -> Brought:
        if not hasattr(self._own, "reader"):
            self._own.reader = self._open.enter_context(PictureReader(with_faces=self._with_faces))
        return Brought(dossier, read_files(dossier, self._folder, self._own.reader))


def _one(file: EvidenceFile, folder: EvidenceFolder, reader: PictureReader) -> tuple[FileRead, ...]:
    """A file, or the files of a folder."""
    try:
        names = folder.names(file.path)
    except FileRefused as refused:
        return (_refused(file, file.path, refused.problem),)
    if not names:
        return (_refused(file, file.path, FileProblem.EMPTY),)
    return tuple(_read(file, name, folder, reader) for name in names)


def _read(file: EvidenceFile, name: str, folder: EvidenceFolder, reader: PictureReader) -> FileRead:
    try:
        data = folder.read(name)
    except FileRefused as refused:
        return _refused(file, name, refused.problem)
    digest = hashlib.sha256(data).hexdigest()
    if is_chip_file(name, data):
        return FileRead(given=file.path, path=name, field=file.field, sha256=digest, chip=data)
    picture = reader.read(data)
    return FileRead(
        given=file.path, path=name, field=file.field, problem=picture.problem, sha256=digest,
        picture=None if picture.problem == NO_PICTURE else picture,
    )  # fmt: skip


def _refused(file: EvidenceFile, name: str, problem: FileProblem) -> FileRead:
    return FileRead(given=file.path, path=name, field=file.field, problem=problem.value)
