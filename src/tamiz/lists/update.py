"""Brings files of a list into the store: copied, parsed, weighed, then used or held back."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from tamiz.errors import InputError, ListError
from tamiz.lists.acceptance import objections
from tamiz.lists.dating import iso
from tamiz.lists.registry import source_module
from tamiz.lists.snapshots import META, FileMeta, Shelf, SnapshotMeta
from tamiz.lists.source import ListProblem, Loss, Snapshot
from tamiz.lists.store import Store
from tamiz.model import Edition, PartyType

BLOCK_BYTES = 1 << 20  # read and written at once: large enough for any disk


class Result(StrEnum):
    """What became of files that were brought."""

    USED = "used"
    UNCHANGED = "unchanged"
    HELD = "held"  # refused until a person confirms


class Brought(Struct, frozen=True, kw_only=True):
    """What became of the files, and what was not understood in them."""

    result: Result
    meta: SnapshotMeta
    problems: tuple[ListProblem, ...] = ()


class Arrived(Struct, frozen=True, kw_only=True):
    """A file that is to be brought: where it lies now, and how it came."""

    path: Path
    name: str
    url: str = ""
    etag: str = ""
    last_modified: str = ""


def bring(
    store: Store, key: str, arrived: tuple[Arrived, ...], *, now: datetime, confirmed: bool = False
) -> Brought:
    """Take files into the store as the newest snapshot of a source.

    Args:
        store: where to.
        key: the source.
        arrived: its files.
        now: the time of retrieval, UTC.
        confirmed: whether a person has agreed to replace the edition in use whatever speaks
            against it.

    Raises:
        ListError: the files are not this list, or cannot be stored; the store stays as it was.
    """
    for one in arrived:
        if one.name.casefold() == META:
            raise ListError(
                f"{one.name}: the store keeps its record of a list under this name; rename the file"
            )
    shelf = store.shelf(key)
    with store.changing():
        try:
            incoming = shelf.incoming()
            return _bring(shelf, key, arrived, incoming, now=now, confirmed=confirmed)
        except OSError as error:
            raise ListError(f"{key}: the store cannot be written: {error.strerror}") from error
        finally:
            shelf.sweep()


def _bring(
    shelf: Shelf,
    key: str,
    arrived: tuple[Arrived, ...],
    incoming: Path,
    *,
    now: datetime,
    confirmed: bool,
) -> Brought:
    files = tuple(_copy(one, incoming) for one in arrived)
    current, held = shelf.intact("current"), shelf.intact("held")
    digest = _digest(files)
    if current is not None and current.edition.sha256 == digest:
        return Brought(result=Result.UNCHANGED, meta=current)
    if held is not None and held.edition.sha256 == digest and not confirmed:
        return Brought(result=Result.HELD, meta=held)
    # Where the one in use is damaged, the one before it still says how large the list should be.
    current = current or shelf.intact("previous")
    problems: list[ListProblem] = []
    edition = read_edition(
        key, tuple(incoming / file.name for file in files), digest, now, problems
    )
    # A first edition without a part is better than no list; one in use is not to lose a part.
    lacking = () if current is None else (one for one in problems if one.loss is Loss.PART)
    reasons = (
        *(f"{one.file}: {one.message}" for one in lacking),
        *objections(
            edition,
            current.edition if current else None,
            left_out=sum(problem.loss is Loss.RECORD for problem in problems),
            today=now.date(),
        ),
    )
    meta = SnapshotMeta(edition=edition, files=files, problems=len(problems), reasons=reasons)
    name = shelf.keep(incoming, meta)
    if reasons and not confirmed:
        shelf.hold(name)
        return Brought(result=Result.HELD, meta=meta, problems=tuple(problems))
    shelf.use(name)
    return Brought(result=Result.USED, meta=meta, problems=tuple(problems))


def read_edition(
    key: str, files: tuple[Path, ...], digest: str, now: datetime, problems: list[ListProblem]
) -> Edition:
    """Parse the files to the end and count what is in them; ListError if they are not the list."""
    module = source_module(key)
    counts = {"parties": 0, "persons": 0, "names": 0}
    try:
        parsed = module.parse(Snapshot(source=key, files=files), problems.append)
        for record in parsed.records:
            counts["parties"] += 1
            counts["persons"] += record.type is PartyType.PERSON
            counts["names"] += len(record.names)
    except InputError as error:
        raise ListError(f"{key}: {error}") from error
    if not counts["parties"]:
        raise ListError(f"{key}: not a single party in {', '.join(path.name for path in files)}")
    source = module.SOURCE
    return Edition(
        source=key,
        publisher=source.publisher,
        licence=source.licence,
        url=source.homepage,
        content_date=iso(parsed.content_date),
        retrieved_at=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        sha256=digest,
        **counts,
    )


def _copy(one: Arrived, folder: Path) -> FileMeta:
    digest, size = hashlib.sha256(), 0
    with (folder / one.name).open("wb") as target:
        for block in _blocks(one.path):
            target.write(block)
            digest.update(block)
            size += len(block)
    return FileMeta(
        name=one.name,
        sha256=digest.hexdigest(),
        size=size,
        url=one.url,
        etag=one.etag,
        last_modified=one.last_modified,
    )


def _blocks(path: Path) -> Iterator[bytes]:
    """The bytes of a file that arrived; that it cannot be read is not the store's fault."""
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK_BYTES):
                yield block
    except OSError as error:
        raise ListError(f"{path.name}: cannot be read: {error.strerror}") from error


def _digest(files: tuple[FileMeta, ...]) -> str:
    """One digest over all files, in the order of their names."""
    if len(files) == 1:
        return files[0].sha256
    lines = "".join(f"{file.sha256}  {file.name}\n" for file in sorted(files, key=lambda f: f.name))
    return hashlib.sha256(lines.encode()).hexdigest()
