"""Which file of a chip is which: told by its first tag (Doc 9303-10, table 38), not by its name."""

import re
from collections.abc import Iterable

from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.documents.chip.security_object import SOD_TAG
from tamiz.documents.chip.tlv import header
from tamiz.errors import ChipDataError

# First bytes of the data groups; EF.COM (60) is not signed and says nothing that EF.SOD does not.
GROUP_TAGS = {
    0x61: 1,
    0x75: 2,
    0x63: 3,
    0x76: 4,
    0x65: 5,
    0x66: 6,
    0x67: 7,
    0x68: 8,
    0x69: 9,
    0x6A: 10,
    0x6B: 11,
    0x6C: 12,
    0x6D: 13,
    0x6E: 14,
    0x6F: 15,
    0x70: 16,
}
_PADDING = 16  # bytes that a reader may put behind a file
_FILES_MOST = 64  # a chip has at most twenty


class ChipFiles(Struct, frozen=True, kw_only=True):
    """The files of one chip; ``other`` names those that take no part."""

    security_object: bytes = b""
    groups: dict[int, bytes] = {}
    other: tuple[str, ...] = ()


_NAMED = re.compile(r"(EF[._-]?)?(SOD|COM|DG(1[0-6]|[1-9]))([._-]\w{1,8})?", re.IGNORECASE)


def is_chip_file(name: str, data: bytes) -> bool:
    """Whether a file is one of a chip: by its first tag and length, or by its name.

    A file that calls itself EF.SOD and is damaged is one all the same: it must fail, not vanish.
    """
    if _NAMED.fullmatch(name.rpartition("/")[2]):
        return True
    if not data or (data[0] != SOD_TAG and data[0] not in GROUP_TAGS):
        return False
    try:
        stop = header(data, 0, len(data), name).stop
    except ChipDataError:
        return False
    return stop is not None and len(data) - stop <= _PADDING  # else a text that begins with an "a"


def sort_files(files: Iterable[tuple[str, bytes]]) -> ChipFiles:
    """The files by what they are; ChipDataError if two differ and claim to be the same.

    Each comes as its name and its bytes.
    """
    sod, groups, other = b"", dict[int, bytes](), list[str]()
    for count, (name, data) in enumerate(files):
        if count >= _FILES_MOST:
            raise ChipDataError(name, 0, f"is one file more than the {_FILES_MOST} of any chip")
        tag = data[0] if data else 0
        number = GROUP_TAGS.get(tag)
        before = sod if tag == SOD_TAG else groups.get(number or 0, b"")
        if before not in {b"", data}:
            raise ChipDataError(name, 0, "is the second file of its kind, and not the same")
        if len(data) > limits.GROUP_BYTES:
            raise ChipDataError(name, limits.GROUP_BYTES, f"has {len(data)} bytes")
        if tag == SOD_TAG:
            sod = data
        elif number is not None:
            groups[number] = data
        else:
            other.append(name)
    return ChipFiles(security_object=sod, groups=groups, other=tuple(other))
