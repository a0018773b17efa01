"""What a backup says of itself, and how its members are read."""

import gzip
import hashlib
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from tamiz.errors import InputError

MANIFEST = "manifest.json"
TABLES = "tables/"  # members: a table each, gzipped lines of JSON
KEYS = "keys/"  # members: the files of keys
FILES = "files/"  # members: what lies in the folder's ``files``
MANIFEST_BYTES = 16 << 20  # a line for each file: a hundred thousand of them
LINE_BYTES = 256 << 20  # one row; the largest is a case of many findings


class Member(Struct, frozen=True, kw_only=True):
    """One member: its name in the tar, its bytes and their digest."""

    name: str
    size: int
    sha256: str


class Table(Struct, frozen=True, kw_only=True):
    """One table: the columns in the order of each line, and how many lines there are."""

    model: str
    columns: tuple[str, ...]
    rows: int


class Manifest(Struct, frozen=True, kw_only=True):
    """The first thing to read of a backup, though the last to be written.

    ``migrations``: the newest of each application; ``head`` the hash of the journal's last entry
    (empty: there is none), ``entries`` its number.
    """

    tamiz: Literal["backup"] = "backup"
    version: Literal[1] = 1
    software: str
    made_at: datetime
    migrations: dict[str, str]
    tables: tuple[Table, ...]
    entries: int
    head: str
    has_keys: bool
    members: tuple[Member, ...]


class Opened:
    """A backup whose every member was held against its digest."""

    def __init__(self, tar: tarfile.TarFile, name: str) -> None:
        """Read the manifest and check all members.

        Raises:
            InputError: it is none, or not what it was when it was made.
        """
        self._name, self._tar = name, tar
        try:
            self._infos = {one.name: one for one in tar.getmembers()}
        except (tarfile.TarError, EOFError) as error:
            raise self._cut(error) from None
        self.manifest = self._manifest()
        self._check()

    def bytes_of(self, name: str) -> bytes:
        """One member, whole."""
        return self._tar.extractfile(self._infos[name]).read()  # type: ignore[union-attr] # checked

    def names(self, within: str) -> Iterator[str]:
        """The members whose names begin so."""
        return (one.name for one in self.manifest.members if one.name.startswith(within))

    def rows(self, table: Table) -> Iterator[list[object]]:
        """The rows of a table.

        Raises:
            InputError: a line is none of a backup.
        """
        packed = self._tar.extractfile(self._infos[f"{TABLES}{table.model}.jsonl.gz"])
        decoder = msgspec.json.Decoder(list[object])
        with gzip.GzipFile(fileobj=packed) as file:
            while line := file.readline(LINE_BYTES):
                row = decoder.decode(line)
                if len(row) != len(table.columns):
                    raise self._spoilt(f"a row of {table.model} has {len(row)} values")
                yield row

    def _manifest(self) -> Manifest:
        info = self._infos.get(MANIFEST)
        if info is None or not info.isfile() or info.size > MANIFEST_BYTES:
            raise self._cut("it has no manifest")
        try:
            text, _, digest = self.bytes_of(MANIFEST).partition(b"\n")
        except tarfile.TarError as error:
            raise self._cut(error) from None
        if digest.decode("ascii", "replace") != hashlib.sha256(text).hexdigest():
            raise self._cut("its manifest is not what it was")
        try:
            return msgspec.json.decode(text, type=Manifest)
        except msgspec.DecodeError as error:
            raise self._spoilt(f"its manifest is not understood ({error})") from None

    def _check(self) -> None:
        """Every member is there, is what it was, and no other is."""
        told = {one.name: one for one in self.manifest.members}
        if set(told) != set(self._infos) - {MANIFEST} or len(told) != len(self.manifest.members):
            raise self._spoilt("its members are not those of its manifest")
        for name, member in told.items():
            info = self._infos[name]
            if not info.isfile() or info.size != member.size or self._digest(info) != member.sha256:
                raise self._spoilt(f"{name} is not what it was when the backup was made")

    def _digest(self, info: tarfile.TarInfo) -> str:
        file = self._tar.extractfile(info)
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type] # a file

    def _cut(self, why: object) -> InputError:
        return _damaged(self._name, why)

    def _spoilt(self, why: str) -> InputError:
        return InputError(f"{self._name}: {why}; take another backup")


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """A backup, checked, while the block lasts.

    Raises:
        InputError: as ``Opened``.
    """
    try:
        tar = tarfile.open(path, "r:")  # noqa: SIM115 - closed below
    except (tarfile.TarError, EOFError) as error:
        raise _damaged(path.name, error) from None
    with tar:
        yield Opened(tar, path.name)


def manifest_text(manifest: Manifest) -> bytes:
    """What stands in the tar: the manifest in one line, and its digest."""
    text = msgspec.json.encode(manifest)
    return text + b"\n" + hashlib.sha256(text).hexdigest().encode()


def info_of(name: str, size: int, moment: datetime) -> tarfile.TarInfo:
    """The head of a member: readable by its owner alone, of nobody in particular."""
    info = tarfile.TarInfo(name)
    info.size, info.mode, info.mtime = size, 0o600, int(moment.timestamp())
    return info


def add(tar: tarfile.TarFile, name: str, data: bytes, moment: datetime) -> Member:
    """Write a member that is at hand whole."""
    tar.addfile(info_of(name, len(data), moment), BytesIO(data))
    return Member(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest())


def add_file(tar: tarfile.TarFile, name: str, path: Path, moment: datetime) -> Member:
    """Write a member from a file."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.tell()
        file.seek(0)
        tar.addfile(info_of(name, size, moment), file)
    return Member(name=name, size=size, sha256=digest)


def _damaged(name: str, why: object) -> InputError:
    return InputError(
        f"{name}: no backup, or cut off, or damaged ({why}); nothing was restored. "
        "Name the file that `tamiz backup` wrote, or another copy of it"
    )
