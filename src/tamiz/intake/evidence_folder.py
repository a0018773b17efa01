"""The folder beside a file of dossiers: strangers name files in it, and nothing outside is opened.

A path is walked one name at a time from an open directory, and no link is followed, so that
neither ``../``, nor a link, nor a folder exchanged in between leads anywhere else.
"""

import os
import stat
from enum import StrEnum
from pathlib import Path

from tamiz.documents.pictures import MOST_BYTES

DEEPEST = 8  # folders below each other; applicants' files lie one or two deep
LONGEST = 500  # characters of a path
MOST_IN_FOLDER = 40  # files of a folder that is named as a whole: a chip has at most twenty
_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK  # a pipe must not wait


class FileProblem(StrEnum):
    """Why a file that came with a document could not be used."""

    OUTSIDE = "outside"  # an absolute path, ``..``, or a link
    MISSING = "missing"
    NO_FILE = "no_file"  # a device, a pipe, a folder in a folder
    FORBIDDEN = "forbidden"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    EMPTY = "empty"
    NO_FOLDER = "no_folder"  # nobody said where the files lie


class FileRefused(Exception):
    """A file is not read; ``problem`` says why. Never leaves ``intake``."""

    def __init__(self, problem: FileProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class EvidenceFolder:
    """Files of one folder, by paths that strangers wrote."""

    def __init__(self, root: Path) -> None:
        """Nothing is opened yet."""
        self._root = root

    def names(self, path: str) -> tuple[str, ...]:
        """The path itself if it is a file; those of the files in it, in order, if it is a folder.

        Raises:
            FileRefused: it leads outside, is not there, or holds too many files.
        """
        handle = self._open(path)
        try:
            if not stat.S_ISDIR(os.fstat(handle).st_mode):
                return (path,)
            found = sorted(entry.name for entry in os.scandir(handle) if not entry.is_dir())
        finally:
            os.close(handle)
        if len(found) > MOST_IN_FOLDER:
            raise FileRefused(FileProblem.TOO_MANY)
        return tuple(f"{path.rstrip('/')}/{name}" for name in found)

    def read(self, path: str, most: int = MOST_BYTES) -> bytes:
        """The bytes of a file.

        Raises:
            FileRefused: it leads outside, is not there, is no file, is empty or too large.
        """
        handle = self._open(path)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise FileRefused(FileProblem.NO_FILE)
            data = file.read(most + 1)
        if len(data) > most:
            raise FileRefused(FileProblem.TOO_LARGE)
        if not data:
            raise FileRefused(FileProblem.EMPTY)
        return data

    def _open(self, path: str) -> int:
        """An open file or folder; the caller closes it."""
        parts = _parts(path)
        try:
            handle = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            for part in parts:
                below = handle
                try:
                    handle = os.open(part, _FLAGS, dir_fd=below)
                finally:
                    os.close(below)
        except OSError as error:
            raise FileRefused(_PROBLEMS.get(type(error), FileProblem.OUTSIDE)) from error
        return handle


# Whatever else the system says (a loop, a name that is too long) comes of a link or a hostile path.
_PROBLEMS: dict[type[OSError], FileProblem] = {
    FileNotFoundError: FileProblem.MISSING,
    PermissionError: FileProblem.FORBIDDEN,
    NotADirectoryError: FileProblem.MISSING,
}


def _parts(path: str) -> list[str]:
    """The names of a path; a backslash separates as on Windows, where the table may come from."""
    parts = [part for part in path.replace("\\", "/").split("/") if part not in {"", "."}]
    is_absolute = path.startswith(("/", "\\")) or path[1:2] == ":"
    if is_absolute or ".." in parts or "\0" in path or not parts:
        raise FileRefused(FileProblem.OUTSIDE)
    if len(parts) > DEEPEST or len(path) > LONGEST:
        raise FileRefused(FileProblem.OUTSIDE)
    return parts
