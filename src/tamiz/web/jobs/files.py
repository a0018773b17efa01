"""What jobs are brought and what they leave, in the folder of the unit.

Files of applicants lie there sealed under the master key, as cases do; a worker opens them into a
folder of its own for as long as it works, and the next worker removes what a dead one left.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from django.conf import settings

from tamiz.casework.journal.keys import open_sealed, seal
from tamiz.errors import JournalError, UsageError
from tamiz.web.clock import now
from tamiz.web.models import Job, Programme

LONGEST_OPEN = 60 * 60  # seconds: to look up some dossiers takes seconds

ABANDONED = 60 * 60  # seconds without a byte more: no upload takes longer
# Each export is as large as the journal, and who asked for one fetches it within the week: later it
# is made anew, with what happened since.
MADE_KEPT = 3
MADE_SECONDS = 7 * 24 * 60 * 60

_MODE = 0o600
_BY = "\t"  # between a name and the ids of those who brought it
_BESIDE = b"\0"  # between a name and a folder, as neither can hold one
_UPLOAD = "*.upload*"  # as Django calls one while it comes
_SEALED, _PART, _MADE, _OPEN = ".sealed", ".part", "made-", "open-"


class Kept(NamedTuple):
    """A file of applicants that is kept. ``beside`` is where it lay, and what its rows name.

    None where it came by a page, which brings no file beside it. ``brought_by`` are the ids of those
    who brought it; none where whoever runs the machine did.
    """

    name: str
    data: bytes
    beside: Path | None = None
    brought_by: frozenset[str] = frozenset()


def brought(job: Job, name: str) -> Path:
    """Where a file that was brought for a job lies, sealed."""
    return _folder() / f"job-{job.pk}-{name}{_SEALED}"


def drop(job: Job) -> None:
    """Remove what was brought for a job, and what a dead worker left open of it."""
    for path in _folder().glob(f"job-{job.pk}-*{_SEALED}"):
        path.unlink(missing_ok=True)
    shutil.rmtree(_work(job), ignore_errors=True)


def brought_for() -> set[int]:
    """The numbers of the jobs for which something lies here."""
    names = (path.name.split("-")[1] for path in _folder().glob(f"job-*{_SEALED}"))
    return {int(number) for number in names if number.isdecimal()}


def sweep(moment: float) -> None:
    """Remove what nobody goes on with, and exports that are old or too many.

    Uploads and halves of exports stay behind where a server or a worker was killed. ``moment``:
    seconds (UTC).
    """
    for path in (*_folder().glob(_UPLOAD), *_folder().glob(f"{_MADE}*{_PART}")):
        if moment - _written(path) > ABANDONED:
            path.unlink(missing_ok=True)
    exports = [path for path in _folder().glob(f"{_MADE}*") if path.suffix != _PART]
    for at, path in enumerate(sorted(exports, key=_written, reverse=True)):
        if at >= MADE_KEPT or moment - _written(path) > MADE_SECONDS:
            path.unlink(missing_ok=True)


def _written(path: Path) -> float:
    """When it was written last, in seconds (UTC); 0 for what somebody else has just removed."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def kept(programme: Programme) -> Path:
    """Where the file of applicants lies that a programme was last screened from, sealed."""
    return _folder() / f"cohort-{programme.pk}{_SEALED}"


def made(job: Job) -> Path:
    """Where the file lies that a job made for download."""
    return _folder() / f"{_MADE}{job.pk}"


def lasting(folder: Path) -> list[Path]:
    """The files of a folder that are whole and kept: sealed ones, and those made for download.

    Whatever else lies there is open for as long as somebody works on it.
    """
    found = (*folder.glob(f"*{_SEALED}"), *folder.glob(f"{_MADE}*"))
    return sorted(
        path for path in found if path.is_file() and not path.is_symlink() and path.suffix != _PART
    )


def put(path: Path, data: bytes) -> None:
    """Seal and write: whole under its name, on the disk, or not there."""
    _write(path, settings.MASTER_KEY, data)


def reseal(folder: Path, old: bytes, new: bytes) -> None:
    """Seal every file under another master key; one that is so already stays as it is.

    Raises:
        JournalError: a file opens with neither.
    """
    for path in sorted(folder.glob(f"*{_SEALED}")):
        text = path.read_text("ascii")
        try:
            open_sealed(new, text, _about(path))
        except JournalError:
            _write(path, new, open_sealed(old, text, _about(path)))


def _write(path: Path, key: bytes, data: bytes) -> None:
    sealed = seal(key, data, _about(path)).encode("ascii")
    part = path.with_suffix(_PART)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _MODE), "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def get(path: Path) -> bytes:
    """What was sealed there.

    Raises:
        JournalError: it does not open: another key, or damaged.
    """
    return open_sealed(settings.MASTER_KEY, path.read_text("ascii"), _about(path))


def keep(programme: Programme, file: Kept) -> None:
    """Keep a file of applicants, so that the programme can be screened again.

    Of pictures and other files of documents only where they lie is kept: they stay where they are.
    """
    where = b"" if file.beside is None else _BESIDE + os.fsencode(file.beside.resolve())
    people = "".join(f"{_BY}{one}" for one in sorted(file.brought_by))
    name = file.name.replace(_BY, " ") + people
    put(kept(programme), name.encode() + where + b"\n" + file.data)


def kept_file(programme: Programme) -> Kept:
    """The file that is kept; of one from before it was written down nobody knows who brought it."""
    head, _, data = get(kept(programme)).partition(b"\n")
    told, _, beside = head.partition(_BESIDE)
    name, *people = told.decode().split(_BY)
    where = Path(os.fsdecode(beside)) if beside else None
    return Kept(name, data, where, frozenset(people))


def brought_again(programme: Programme, name: str, data: bytes, by: frozenset[str]) -> Kept:
    """A file that came by a page.

    The same file as the kept one still has its files where they lay, and was brought by both.
    """
    there = kept_file(programme) if kept(programme).exists() else None
    if there is None or there.data != data:
        return Kept(name, data, brought_by=by)
    return Kept(name, data, there.beside, there.brought_by | by)


def brought_by(programme: Programme) -> frozenset[str]:
    """The ids of those who brought the file that is kept; nobody where none is."""
    there = settings.FILES is not None and kept(programme).exists()
    return kept_file(programme).brought_by if there else frozenset()


@contextmanager
def opened(programme: Programme) -> Iterator[Path]:
    """The file of applicants that is kept, open as long as the block lasts.

    What somebody left who died over it is gone with the next one who opens any, an hour later.
    """
    for left in _folder().glob(f"{_OPEN}*"):
        if left.stat().st_mtime < now().timestamp() - LONGEST_OPEN:
            shutil.rmtree(left, ignore_errors=True)
    there = kept_file(programme)
    with TemporaryDirectory(prefix=_OPEN, dir=_folder()) as place:
        path = Path(place) / Path(there.name).name
        path.write_bytes(there.data)
        yield path


@contextmanager
def workshop(job: Job) -> Iterator[Path]:
    """A folder for the open files of a job, gone afterwards; what a dead worker left is gone before."""
    place = _work(job)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _work(job: Job) -> Path:
    return _folder() / f"work-{job.pk}"


def _folder() -> Path:
    if settings.FILES is None:
        raise UsageError("no folder for files; start with tamiz serve --data FOLDER")
    return settings.FILES


def _about(path: Path) -> bytes:
    return f"tamiz file 1\n{path.name}".encode()
