"""Files that come beside a dossier, as bytes, never more than such a file can honestly have."""

from pathlib import Path

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake.limits import MIB

# ICAO's PKD of all States, as LDIF, has about 20 MB; a chip's portrait 20 kB.
EVIDENCE_BYTES = 64 * MIB


def read_evidence(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: it is not there, or no file.
        LimitExceeded: it is larger than ``EVIDENCE_BYTES``.
    """
    if not path.is_file():
        raise InputError(f"{path.name}: no such file; check the name")
    with path.open("rb") as file:
        data = file.read(EVIDENCE_BYTES + 1)
    if len(data) > EVIDENCE_BYTES:
        raise LimitExceeded(
            "bytes of a file", allowed=EVIDENCE_BYTES, found="more", where=path.name
        )
    return data
