"""The folder in which the casework of a unit lies: its database and its keys.

Whoever can read the folder can read every case, so it is for its owner's eyes alone. The master
key belongs apart from backups of the database: without it their cases do not open.
"""

import base64
import os
import secrets
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from tamiz.casework import DEFAULT, CasePolicy, read_case_policy
from tamiz.casework.journal import new_master_key
from tamiz.errors import UsageError
from tamiz.screening import LoadedPolicy, load_policy

KEY_BYTES = 64  # of randomness, twice what HMAC-SHA-256 can use
_FOLDER_MODE, _KEY_MODE = 0o700, 0o600


class Place(Struct, frozen=True):
    """Where everything of one unit lies."""

    folder: Path

    @property
    def database(self) -> Path:
        """The file of SQLite."""
        return self.folder / "casework.sqlite3"

    @property
    def key_file(self) -> Path:
        """What signs sessions and tokens; whoever has it can be anybody."""
        return self.folder / "secret.key"

    @property
    def static(self) -> Path:
        """Style sheets and scripts under names that carry their digest."""
        return self.folder / "static"

    @property
    def master_file(self) -> Path:
        """What opens the keys of cases."""
        return self.folder / "master.key"

    @property
    def files(self) -> Path:
        """What was uploaded for jobs, and what jobs made; part of a backup."""
        return self.folder / "files"

    @property
    def next_file(self) -> Path:
        """The master key that is to take its place."""
        return self.folder / "master.key.next"

    def next_master(self) -> bytes:
        """The next master key, made where there is none."""
        _make(self.next_file, base64.b64encode(new_master_key()).decode())
        return base64.b64decode(_kept(self.next_file))

    def adopt_next(self, old: str) -> str:
        """Put the next master key in the place of the old one; the file that has that now.

        ``old`` marks it. It opens backups that were made until now, and nothing else.
        """
        away = self.folder / f"master.key.{old}"
        if not away.exists():
            os.link(self.master_file, away)
        self.next_file.replace(self.master_file)
        return away.name

    def key(self) -> str:
        """The secret key.

        Raises:
            UsageError: there is none, or others may read it.
        """
        return _kept(self.key_file)

    def master(self) -> bytes:
        """The master key.

        Raises:
            UsageError: as for ``key``.
        """
        return base64.b64decode(_kept(self.master_file))


def prepare(folder: Path) -> Place:
    """Make the folder and its keys where they are missing; nothing that is there changes.

    Raises:
        UsageError: the name is that of a file.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: a file; name a folder for the casework")
    folder.mkdir(parents=True, exist_ok=True, mode=_FOLDER_MODE)
    place = Place(folder.resolve())
    place.files.mkdir(exist_ok=True, mode=_FOLDER_MODE)
    _make(place.key_file, secrets.token_urlsafe(KEY_BYTES))
    _make(place.master_file, base64.b64encode(new_master_key()).decode())
    return place


def policy_of(path: str) -> CasePolicy:
    """The policy of casework in a file; without one the default.

    Raises:
        UsageError: there is no such file.
        PolicyError: it says something that is not understood.
    """
    if not path:
        return DEFAULT
    file = _there(path, "tamiz cases policy")
    return read_case_policy(file.read_bytes(), name=file.name)


def screening_policy_of(path: str) -> LoadedPolicy:
    """The policy of screening in a file, with the tables that it names; without one the default.

    Raises:
        UsageError: there is no such file.
        PolicyError: it says something that is not understood.
    """
    return load_policy(_there(path, "tamiz policy") if path else None)


def _there(path: str, command: str) -> Path:
    file = Path(path)
    if not file.is_file():
        raise UsageError(f"{path}: no such file; begin one with: {command} > {file.name}")
    return file


def _kept(path: Path) -> str:
    if not path.exists():
        raise UsageError(f"{path}: not there; start with tamiz serve --data, or restore the file")
    if path.stat().st_mode & 0o077:
        raise UsageError(f"{path}: others may read it; chmod 600, and see who did")
    return path.read_text(encoding="ascii").strip()


def _make(path: Path, text: str) -> None:
    """Write a key that is not there yet, readable by its owner alone from the first byte on.

    It stands under its name as a whole: another command may come while it is written.
    """
    if path.exists():
        return
    part = path.with_name(f"{path.name}.{os.getpid()}.new")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _KEY_MODE)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):  # another command was first
        os.link(part, path)
    part.unlink()
