"""Archives are inspected, byte by byte, before anything else opens them.

Memory stays at one block and a table of contents of ``ZIP_DIRECTORY_BYTES``, whatever comes.
"""

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake import limits

_BLOCK = 1 << 16
_ANEW = "no spreadsheet program writes one: open it in one and save it as a new .xlsx"
_ENCRYPTED = 0x1
_DAMAGED = (zipfile.BadZipFile, zlib.error)
_ARCHIVES = (".zip", ".xlsx", ".xlsm", ".docx", ".jar", ".7z", ".rar", ".gz")

# End of central directory (APPNOTE 4.3.16): 22 bytes and a comment of at most 65,535.
_END, _END_BYTES = b"PK\x05\x06", 22
_LONGEST_END = _END_BYTES + 0xFFFF
_LOCATOR64, _LOCATOR64_BYTES = b"PK\x06\x07", 20  # APPNOTE 4.3.15: stands just before it

See = Callable[[str, bytes], None]


def inspect_zip(path: Path, *, see: See) -> frozenset[str]:
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
        _refuse_directory(path)
        with zipfile.ZipFile(path) as archive:
            return _inspect(archive, see, path)
    except (OSError, EOFError, NotImplementedError, RuntimeError, ValueError, *_DAMAGED) as error:
        raise InputError(f"{path.name}: a damaged archive; send the file again") from error


def _refuse_directory(path: Path) -> None:
    """Refuse a table of contents too large to be read at all."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - _LONGEST_END - _LOCATOR64_BYTES, 0))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_BYTES:
        raise InputError(f"{path.name}: cut off, or no archive; send the file again")
    if tail[max(at - _LOCATOR64_BYTES, 0) : at].startswith(_LOCATOR64):
        raise InputError(f"{path.name}: a ZIP64 archive; no workbook needs one: save it again")
    size = int.from_bytes(tail[at + 12 : at + 16], "little")
    if size > limits.ZIP_DIRECTORY_BYTES:
        raise LimitExceeded(
            "bytes in the table of contents of an archive",
            allowed=limits.ZIP_DIRECTORY_BYTES,
            found=size,
            where=path.name,
        )


def _inspect(archive: zipfile.ZipFile, see: See, path: Path) -> frozenset[str]:
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
        raise InputError(f"{path.name}: a member's name leaves the archive; {_ANEW}")
    if member.flag_bits & _ENCRYPTED:
        raise InputError(f"{path.name}: encrypted; save it without a password")
    if name.lower().endswith(_ARCHIVES):
        raise InputError(f"{path.name}: an archive within the archive; {_ANEW}")


def _unpack(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    see: See,
    before: int,
    path: Path,
) -> int:
    """The true size of one member, counted while it is unpacked."""
    size = 0
    with archive.open(member) as file:
        while block := file.read(_BLOCK):
            if size == 0 and block.startswith(b"PK\x03\x04"):
                raise InputError(f"{path.name}: an archive within the archive; {_ANEW}")
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
