"""Archives are inspected, byte by byte, before anything else opens them."""

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake import limits

_BLOCK = 1 << 16
_ENCRYPTED = 0x1
_DAMAGED = (zipfile.BadZipFile, zlib.error)


def inspect_zip(path: Path, *, see: Callable[[str, bytes], None]) -> frozenset[str]:
    """Unpack an archive in memory, block by block, and refuse a dangerous one.

    Args:
        path: the archive.
        see: is given each member's name and each of its blocks in turn.

    Returns:
        The names of its members.

    Raises:
        InputError: damaged, encrypted, or with names that leave the folder.
        LimitExceeded: too many members, too large, or packed too densely.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _inspect(archive, see, path)
    except (OSError, EOFError, NotImplementedError, RuntimeError, ValueError, *_DAMAGED) as error:
        raise InputError(f"{path.name}: a damaged archive; send the file again") from error


def _inspect(
    archive: zipfile.ZipFile, see: Callable[[str, bytes], None], path: Path
) -> frozenset[str]:
    members = archive.infolist()
    if len(members) > limits.ZIP_MEMBERS:
        raise LimitExceeded(
            "members of an archive",
            allowed=limits.ZIP_MEMBERS,
            found=len(members),
            where=path.name,
        )
    total = 0
    for member in members:
        _refuse(member, path)
        total += _unpack(archive, member, see, total, path)
    return frozenset(member.filename for member in members)


def _refuse(member: zipfile.ZipInfo, path: Path) -> None:
    name = member.filename
    if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name:
        raise InputError(f"{path.name}: a member's name leaves the archive; refused")
    if member.flag_bits & _ENCRYPTED:
        raise InputError(f"{path.name}: encrypted; save it without a password")
    if name.lower().endswith((".zip", ".xlsx", ".xlsm", ".docx")):
        raise InputError(f"{path.name}: an archive within the archive; refused")


def _unpack(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    see: Callable[[str, bytes], None],
    before: int,
    path: Path,
) -> int:
    """The true size of one member, counted while it is unpacked."""
    size = 0
    with archive.open(member) as file:
        while block := file.read(_BLOCK):
            size += len(block)
            if before + size > limits.ZIP_BYTES:
                raise LimitExceeded(
                    "bytes unpacked",
                    allowed=limits.ZIP_BYTES,
                    found=f"over {limits.ZIP_BYTES}",
                    where=path.name,
                )
            if size > limits.ZIP_RATIO_FROM and size > limits.ZIP_RATIO * max(
                member.compress_size, 1
            ):
                raise LimitExceeded(
                    "ratio of unpacked to packed bytes",
                    allowed=limits.ZIP_RATIO,
                    found=f"over {limits.ZIP_RATIO}",
                    where=path.name,
                )
            see(member.filename, block)
    return size
