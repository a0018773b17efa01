"""LDIF (RFC 2849) as the ICAO PKD gives it out: the values of certificates and master lists."""

import base64
import io
from collections.abc import Iterator

from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.errors import ChipDataError

# Attributes that hold what is looked for, without their ``;binary``.
_WANTED = {b"pkdmasterlistcontent", b"cscamasterlistdata", b"usercertificate", b"cacertificate"}
_REVOCATION = {b"certificaterevocationlist", b"authorityrevocationlist"}


class LdifCounts(Struct):
    """What else a file holds."""

    revocation_lists: int = 0


def ldif_values(data: bytes, what: str, counts: LdifCounts) -> Iterator[tuple[int, bytes]]:
    """Each wanted value with the line it starts at; values are base64 or they are no binary."""
    records = 0
    for number, line in _unfolded(data, what):
        name, _, value = line.partition(b":")
        name = name.partition(b";")[0].strip().lower()
        if name == b"dn":
            records += 1
            if records > limits.LDIF_RECORDS:
                raise ChipDataError(f"{what}, line {number}", 0, "more records than the PKD has")
        counts.revocation_lists += name in _REVOCATION
        if name in _WANTED and value.startswith(b":"):
            try:
                yield number, base64.b64decode(value[1:].strip(), validate=True)
            except ValueError as error:
                raise ChipDataError(f"{what}, line {number}", 0, f"no base64: {error}") from error


def _unfolded(data: bytes, what: str) -> Iterator[tuple[int, bytes]]:
    """Lines with the number of their first; a line that starts with a space goes on."""
    parts: list[bytes] = []
    first = 0
    for number, raw in enumerate(io.BytesIO(data), 1):
        if number > limits.LDIF_LINES:
            raise ChipDataError(f"{what}, line {number}", 0, "more lines than the PKD has")
        line = raw.rstrip(b"\r\n")
        if line.startswith(b" ") and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield first, b"".join(parts)
        parts, first = [line], number
    if parts:
        yield first, b"".join(parts)
